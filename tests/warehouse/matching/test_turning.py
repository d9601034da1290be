"""Which words put a number in place of an earlier one."""

import pytest

from warehouse.matching.turning import turn


@pytest.mark.parametrize(
    ("sentence", "quote", "following", "expected"),
    [
        ("The toll has been corrected to 45.", "45", "", "corrected"),
        ("The office revised its count down to at least 18 dead.", "at least 18 dead", "", "corrected"),
        ("Officials lowered the death toll to 31 after one name was found twice.", "31", "", "corrected"),
        ("The barge carried 61 people, not 52 as first reported.", "61 people", "", "corrected"),
        ("Nine miners died, rather than the eleven announced earlier.", "Nine miners", "", "corrected"),
        ("Contrary to some reports, 3 people were hurt.", "3 people", "", "corrected"),
        ("Two people died.", "Two people", " died. Earlier reports of a third death were wrong. All", "corrected"),
        ("Two people died.", "Two people", " died. There is no third victim, she said.", "corrected"),
        ("The mill raised its target for job cuts to 900 from 700.", "900", "", "corrected"),
        ("His death brings the toll to 12.", "12", "", "raised"),
        ("The number of dead has risen to at least 40.", "at least 40", "", "raised"),
        ("Fire killed 12 people, not far from the 3 mills.", "12 people", "", None),
        ("Two people died.", "Two people", " died. The third suspect was found. Reports of looting are false.", None),
        ("One man is held.", "One man", " is held. There is no further threat to the public.", None),
        ("Turnout was 71 percent, down from 73 in 2030.", "71 percent", "", None),
    ],
)
def test_turns(sentence: str, quote: str, following: str, expected: str | None) -> None:
    assert turn({"sentence": sentence, "quote": quote, "following": following}) == expected
