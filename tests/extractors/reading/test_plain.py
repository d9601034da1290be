"""Plain text: the labelled cases, and what their format cannot say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Unusable
from extractors.reading.lines import split
from extractors.reading.plain import clean
from extractors.reading.rules import parse_rules
from tests.accuracy.reading_cases import Case, load, parse
from tests.extractors.reading.pages import PARAGRAPHS, article


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in load()])
def test_case(case: Case) -> None:
    cleaned = clean(case.text)
    kept, dropped = list(cleaned.paragraphs), [d.quote for d in cleaned.dropped]
    assert [line for line in kept if line not in case.either] == list(case.stays)
    assert sorted(quote for quote in dropped if quote not in case.either) == sorted(case.goes)


def test_unmarked_lines_of_a_case_are_named() -> None:
    with pytest.raises(ValueError, match="expected a line that begins with"):
        parse("x", "+ one\ntwo")


def test_glued_control_goes_and_its_subhead_stays() -> None:
    cleaned = clean("\n".join([*PARAGRAPHS[:3], "Quick Clips", "View AllWhere was the ferry going?", PARAGRAPHS[3]]))
    assert cleaned.paragraphs == (*PARAGRAPHS[:3], "Where was the ferry going?", PARAGRAPHS[3])
    assert [(d.quote, d.reason) for d in cleaned.dropped] == [("Quick Clips", "widget"), ("View All", "widget")]


def test_headline_is_the_title_and_stays_once() -> None:
    read = article("\n".join(["Ferry capsizes off Marrow Island", "", *PARAGRAPHS]), "text/plain")
    assert read.title == "Ferry capsizes off Marrow Island"
    assert read.text.split("\n") == ["Ferry capsizes off Marrow Island", *PARAGRAPHS]
    assert read.language == "en"


def test_text_without_a_headline_has_no_title_of_its_own() -> None:
    assert article("\n".join(PARAGRAPHS), "text/plain").title is None
    assert article("\n".join(PARAGRAPHS), "text/plain", title="From the feed").title == "From the feed"


def test_credits_are_found_in_what_was_dropped() -> None:
    read = article("\n".join([*PARAGRAPHS, "With inputs from agencies"]), "text/plain")
    assert "With inputs from agencies" not in read.text
    assert read.credits == ("agencies",)


def test_hard_wrapped_text_is_joined() -> None:
    text = (
        "Ferry capsizes\n\n"
        "A passenger ferry capsized in heavy seas off Marrow Island on\n"
        "Tuesday, and 14 people were missing, the coastguard said. Rescuers\n"
        "pulled 61 passengers from the water before dark, the coastguard's\n"
        "commander told reporters at the harbour of Port Ellery.\n\n"
        "The search went on through the night with two helicopters and some\n"
        "six boats.\n"
    )
    lines = [line.text for line in split(text)]
    assert len(lines) == 3
    assert "Island on Tuesday" in lines[1]


@pytest.mark.parametrize("row", ["a\tdrop", "a\tgone\tx", "a drop x"])
def test_malformed_rules_are_named(row: str) -> None:
    with pytest.raises(ValueError, match="line 2: expected"):
        parse_rules(f"# head\n{row}")


@given(
    st.lists(
        st.sampled_from([*PARAGRAPHS, "Read next", "14:00", "By Ilse Vandam", "", "View All", "Leave a comment"]),
        max_size=12,
    )
)
def test_every_line_is_kept_or_dropped(lines: list[str]) -> None:
    cleaned = clean("\n".join(lines))
    assert sorted([*cleaned.paragraphs, *(d.quote for d in cleaned.dropped)]) == sorted(line for line in lines if line)


@given(st.text(max_size=300))
def test_any_text_can_be_cleaned(text: str) -> None:
    assert all("\n" not in paragraph for paragraph in clean(text).paragraphs)


@pytest.mark.parametrize("text", ["a b c.\n" * 5_000, "word " * 150_000], ids=["lines", "characters"])
def test_books_are_refused(text: str) -> None:
    with pytest.raises(Unusable, match="too_big"):
        article(text, "text/plain")
