"""An article that names no day but hours of one, and begins with what has happened: it tells of its own day."""

from datetime import date

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day
from extractors.figures.story.narrative import happens, waits
from extractors.figures.text.sentences import Sentence

Placed = list[tuple[Sentence, Span]]
_RECENT = 12
_HOURS = frozenset({"morning", "midday", "noon", "afternoon", "evening", "nightfall", "dusk", "dawn", "daybreak"})
_LEADS = frozenset({"the", "by", "at", "before", "after", "since", "around", "until"})
_PERFECT = frozenset({"has", "have"})


def settle(placed: Placed, days: list[Day], now: date | None, lexicon: Lexicon) -> None:
    """``Dozens have been killed … The ministry said in the afternoon that 33 had died``: a low guess."""
    if now is None or not placed or placed[0][0].line or _PERFECT.isdisjoint(placed[0][0].words):
        return
    if any(d.day and not d.coming and 0 <= (now - d.day).days <= _RECENT for d in days):
        return
    if not any(_hours(sentence) for sentence, _ in placed):
        return
    for sentence, span in placed:
        if span.when is None and waits(span) and happens(sentence, span, lexicon):
            span.when = now
            span.rule("when", "hours_of_today", 0.2)


def _hours(sentence: Sentence) -> bool:
    """``by midday``, ``in the afternoon``."""
    if _HOURS.isdisjoint(sentence.words):
        return False
    tokens = sentence.tokens
    return any(tokens[k].low in _HOURS and tokens[k - 1].low in _LEADS for k in range(1, len(tokens)))
