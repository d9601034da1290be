"""The weights of whether a number has a day: what they drop, leave alone and lend, and what they are fitted to."""

from datetime import UTC, date, datetime

import pytest

from extractors.figures import extract
from extractors.figures.lexicon import load
from tests.accuracy.days_fit import Row, fit, judged

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
FRIDAY = date(2026, 5, 15)
LEAD = "A bomb killed 31 people at a market in Orlen on Friday, the governor said.\n\n"
NONE = [
    ("The party, which holds 84 of the 160 seats in parliament, condemned it.", "160"),
    ("He served in a coalition of four parties that held 61 seats.", "61"),
    ("Aid groups say 70 percent of children in the district are out of school.", "70"),
]
KEPT = [
    ("Four shops were destroyed.", "Four"),
    ("Ambulances took 62 wounded to the city hospital.", "62"),
    ("Police arrested two men near the bus station.", "two"),
    ("Eight soldiers who had been on guard were killed as well.", "Eight"),
]
LENT = [
    ("Nine men and two women flew north that night.", "Nine"),
    ("Two girls were in the van that blew up.", "Two"),
]


def _when(text: str, number: str) -> date | None:
    return next(f.when for f in extract(text, published_at=NOW) if f.number == number)


@pytest.mark.parametrize(("text", "number"), NONE)
def test_what_stands_has_no_day(text: str, number: str) -> None:
    assert _when(LEAD + text, number) is None


@pytest.mark.parametrize(("text", "number"), KEPT)
def test_what_befell_them_keeps_its_day(text: str, number: str) -> None:
    assert _when(LEAD + text, number) == FRIDAY


@pytest.mark.parametrize(("text", "number"), LENT)
def test_what_surely_happened_takes_the_nearest_day(text: str, number: str) -> None:
    assert _when(LEAD + text, number) == FRIDAY


def _row(event: str, happened: bool) -> Row:
    names = ["acted"] if happened else ["stood"]
    return Row(f"{event} 1", names, FRIDAY if happened else None, FRIDAY, FRIDAY, doubtful=True)


def test_a_fit_tells_what_it_was_shown_and_repeats_itself() -> None:
    shown = [_row(f"event{k}", happened=k % 2 == 0) for k in range(40)]
    weights = fit(shown)
    assert weights["acted"] > 0 > weights["stood"]
    assert weights == fit(shown)
    assert judged(shown, weights)["broken"] == 0


def test_what_few_events_show_has_no_weight() -> None:
    assert fit([_row("event", happened=True)]) == {}


def test_a_language_without_weights_keeps_the_rules() -> None:
    assert load("de").day_weights == {}
    assert load("en").day_weights
