"""The weights of nouns that are left out: what they mend, what they leave alone, and what they are fitted to."""

import pytest

from extractors.figure import Figure
from extractors.figures import extract
from extractors.figures.lexicon import load
from tests.accuracy.items_fit import Row, fit, judged

NAMED_BEFORE = [
    ("Forty lorries of food waited at the gate. The aid agency said 21 had entered by dusk.", "21", "lorry"),
    ("Both armies exchanged prisoners at the bridge on Friday. Each side released 175.", "175", "prisoner"),
]
LEFT = [
    ("The herders lost 300 goats. Sixty people were killed and nine had to be carried.", "nine", "person"),
    ("Three lorries reached the camp. At least 640 had died there in May.", "640", "person"),
    ("The lawyers asked for mercy; two of the accused were freed.", "two", "person"),
    ("The team scored twice. It won 3.", "3", None),
]


def _of(text: str, number: str) -> Figure:
    return next(f for f in extract(text) if f.number == number)


@pytest.mark.parametrize(("text", "number", "item"), NAMED_BEFORE)
def test_a_number_without_a_noun_takes_one_named_before(text: str, number: str, item: str) -> None:
    assert _of(text, number).item == item


@pytest.mark.parametrize(("text", "number", "item"), LEFT)
def test_what_cannot_be_counted_is_not_taken(text: str, number: str, item: str | None) -> None:
    assert _of(text, number).item == item


def _row(event: str) -> Row:
    found = [("lorry", "vehicle"), ("person", "person")]
    return Row(event, [["near"], ["far"]], found, (True, False), "person", right=False, trust=0.0)


def test_a_fit_tells_what_it_was_shown_and_repeats_itself() -> None:
    shown = [_row(f"event{k} 1") for k in range(20)]
    weights = fit(shown)
    assert weights["near"] > weights["far"]
    assert weights == fit(shown)
    assert judged(shown, weights)["mended"] == 20


def test_what_few_events_show_has_no_weight() -> None:
    assert fit([_row("event 1")]) == {}


def test_a_language_without_weights_keeps_the_rules() -> None:
    assert load("de").item_weights == {}
    assert load("en").item_weights
