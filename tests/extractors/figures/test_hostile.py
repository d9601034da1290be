"""No text makes the extractor raise, lie about offsets, or take more than linear time."""

import math
import random
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.figures import extract
from tests.bench.figures import hostile
from tests.effort import examples

_WORDS = (
    "At least 12 people were killed , and 3,900 injured - for . \" ' $ % 1.5 million to from between of the one two "
    "half a dozen hundreds thousands 5 / 2 : ( ) 10^400 1_000 \u200b \u00ad \uff13 \u00bd May 16 2024 N Al more than "
    "still by over and including who which that said told rescue free trapped others left items cases of death jailed "
    "appeal release rescue plan withdraw was had on Monday between 8 KORVA – U.S after ended quarter month strong its"
)
_NEWSY = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=40)

_CASES = Path(__file__).parents[2] / "cases" / "figures"
_NEWS = [case["text"] for path in sorted(_CASES.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]
_LOOSE = sorted({word for text in _NEWS for word in text.split()})
_LEAP_DAY = datetime(2024, 2, 29, 6, tzinfo=UTC)


def _sound(text: str) -> None:
    for figure in extract(text):
        assert text[figure.start : figure.end] == figure.quote
        assert figure.number in figure.quote
        for bound in (figure.low, figure.high, figure.value):
            assert bound is None or math.isfinite(bound)
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        assert all(0 <= confidence <= 1 for _, _, confidence in figure.rules)


@settings(max_examples=examples(150))
@given(st.text(max_size=200))
def test_any_text_gives_figures_that_quote_it(text: str) -> None:
    _sound(text)


@settings(max_examples=examples(300))
@given(_NEWSY, st.sampled_from([" ", "", "  "]))
def test_any_order_of_news_words_gives_figures_that_quote_it(words: list[str], glue: str) -> None:
    _sound(glue.join(words))


@settings(max_examples=examples(400))
@given(st.integers(0, 2**32), st.sampled_from([None, "en", "de", "es", "fr"]), st.booleans())
def test_news_cut_and_shuffled_is_read(seed: int, language: str | None, dated: bool) -> None:
    chance = random.Random(seed)
    words = chance.choice(_NEWS).split(" ")
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(words))
        words[at : at + chance.randrange(3)] = chance.choice([[], [chance.choice(_LOOSE)]])
        words = words or ["1"]
    text = " ".join(words[: chance.randrange(1, 150)])
    for figure in extract(text, published_at=_LEAP_DAY if dated else None, language=language):
        assert text[figure.start : figure.end] == figure.quote


@pytest.mark.slow
@pytest.mark.parametrize("piece", list(hostile(20_000)), ids=lambda piece: piece[0])
def test_time_grows_with_the_text_and_not_faster(piece: tuple[str, str]) -> None:
    _, text = piece
    short, long = _spent(text[:5_000]), _spent(text)
    # Four times the text: quadratic time would be sixteen times as long. The floor keeps noise out.
    assert long < 10 * max(short, 0.02)


def _spent(text: str) -> float:
    best = math.inf
    for _ in range(2):
        began = time.process_time()
        extract(text)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize("language", ["de", "es", "fr", "pt", "xx"])
def test_english_days_read_as_another_language_break_nothing(language: str) -> None:
    text = "In the last month of the siege 300 of the 909 bodies came back, 12 of them on Monday, May 4, and last week."
    assert [f for f in extract(text, language=language) if f.low == 909]


@pytest.mark.slow
def test_every_case_is_read_wherever_it_is_cut_off() -> None:
    for text in _NEWS:
        words = text.split(" ")
        for end in range(1, len(words)):
            extract(" ".join(words[:end]).rstrip(".,;:"))
