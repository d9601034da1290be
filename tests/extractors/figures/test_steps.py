"""The steps alone: normalising, sentences, numerals, traps, words."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.figures.lexicon import load
from extractors.figures.numbers import numerals, traps, wordnumbers
from extractors.figures.text.normalise import POISON, normalise
from extractors.figures.text.sentences import LONGEST, split
from extractors.figures.text.tokens import tokenise

EN = load("en")
SENTENCES = Path(__file__).parents[2] / "cases" / "figures" / "sentences" / "en.yaml"


def test_offsets_lead_back_to_the_text_as_it_came() -> None:
    text = "a\u00adb\u00adc 12"
    plain = normalise(text)
    assert plain.text == "abc 12"
    assert text[plain.offset(4) : plain.offset(5) + 1] == "12"


def test_what_is_hidden_inside_a_number_spoils_it() -> None:
    assert normalise("3\u200b,900").text == f"3{POISON},900"


def test_quotes_dashes_and_digits_are_folded() -> None:
    assert normalise("\u201c\uff11\uff12\u201d \u2212\u0663").text == '"12" -3'


@pytest.mark.parametrize("case", yaml.safe_load(SENTENCES.read_text(encoding="utf-8")))
def test_sentences(case: dict[str, Any]) -> None:
    text = ("\n" if case.get("lines") else " ").join(case["sentences"])
    assert [s.text for s in split(normalise(text).text, EN)] == [normalise(s).text for s in case["sentences"]]


def test_a_sentence_may_follow_without_a_space() -> None:
    assert [s.text for s in split("He left.Two others stayed.", EN)] == ["He left.", "Two others stayed."]


def test_no_sentence_is_longer_than_the_limit() -> None:
    found = split("word " * 2_000, EN)
    assert max(len(s.text) for s in found) <= LONGEST
    assert sum(len(s.text.split()) for s in found) == 2_000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,900", 3900),
        ("3.9", 3.9),
        (".5", 0.5),
        ("3,90,000", 390000),
        ("3'900", 3900),
        ("1.234,56", 1234.56),
        ("007", None),
        ("1,5", None),
        ("1,2345", None),
    ],
)
def test_digits(text: str, value: float | None) -> None:
    assert numerals.digits(text) == value


@pytest.mark.parametrize(("text", "value"), [("3.900", 3900), ("2,5", 2.5), ("1.234.567", 1234567)])
def test_digits_where_the_comma_is_the_decimal_sign(text: str, value: float) -> None:
    assert numerals.digits(text, comma_decimal=True) == value


@pytest.mark.parametrize(
    ("text", "index", "name"),
    [
        ("May 16", 1, "day"),
        ("since 1987", 1, "year"),
        ("14:30", 0, "clock"),
        ("SU-24", 2, "name"),
        ("1_000", 2, "spoilt"),
        ("more than 2000 people", 2, None),
        ("40 boats", 0, None),
    ],
)
def test_traps(text: str, index: int, name: str | None) -> None:
    assert traps.trap(tokenise(text), index, EN) == name


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seventy-one", 71),
        ("two hundred and two thousand", 202000),
        ("a quarter of a million", 250000),
        ("one million and a half", 1500000),
        ("five point zero three", 5.03),
        ("three lakh crore", 3e12),
    ],
)
def test_number_words(text: str, value: float) -> None:
    tokens = tokenise(text)
    first = next(i for i, t in enumerate(tokens) if t.low in EN.triggers)
    atom = wordnumbers.read(tokens, first, EN)
    assert atom is not None
    assert atom.value == pytest.approx(value)
