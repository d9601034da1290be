"""``carried coffins on Tuesday, a day after a bomb killed 38 people, including five children, and wounded 90``.

What the clause behind ``a day after`` goes on to count has the day of that clause, not of the main one.
"""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day, kind, of_word
from extractors.figures.story.occasions import aftermath
from extractors.figures.text.sentences import Sentence

_OPENS = 3
_AMONG = frozenset({"including", "among"})
_THEM = (["of", "them"], ["of", "whom"])
_WHICH = frozenset({"which", "that"})
_NAMED = 8
_SIGNS = frozenset({",", "—", "–"})


def settle(sentence: Sentence, spans: list[Span], days: list[Day], lexicon: Lexicon) -> None:
    """Give parts and further victims of the event that a day is counted from the day of that event."""
    told = next((d for d in days if d.day and d.mention.lead.endswith(" that")), None)
    if told is None or told.mention.first < _OPENS:
        return
    last: Span | None = None
    for span in spans:
        if span.begin < told.mention.end or any(told.mention.end <= d.mention.first < span.end for d in days):
            continue
        if span.when == told.day and ("when", "week", 0.4) in span.rules:
            last = span
        elif span.status == "happened" and (
            _goes_on(sentence, told, last, span, lexicon) if last else _relative(sentence, told, span, lexicon)
        ):
            span.when, last = told.day, span
            span.rule("when", "week", 0.4)


def _goes_on(sentence: Sentence, told: Day, last: Span, span: Span, lexicon: Lexicon) -> bool:
    """``, including five children``, ``, three of them women``, ``, and wounded 90``; not ``, and saved 12``.

    Where the main clause strikes as well (``Drones hit Tarn on Friday, …, and killed four``) it may be what goes on.
    """
    if kind(last) != ("harm", False) or kind(span)[0] != "harm" or aftermath(span):
        return False
    said = sentence.lows[max(last.noun_end, last.end) : span.begin]
    between = [word for word in said if word not in _SIGNS]
    if between[:1] and between[0] in _AMONG:
        return True
    if not between and sentence.lows[span.last : span.last + 2] in _THEM:
        return True
    if "," in said and any(of_word(word, lexicon) == "harm" for word in sentence.lows[: told.mention.first]):
        return False
    at = span.action_at
    lone = at is not None and at < span.begin and sentence.lows[at - 1] in ("and", ",")
    return between[:1] == ["and"] and (lone or between == ["and"])


def _relative(sentence: Sentence, told: Day, span: Span, lexicon: Lexicon) -> bool:
    """``a day after the bombing, which killed 38 people``."""
    at, lows = span.action_at, sentence.lows
    if kind(span) != ("harm", False) or at is None or not told.mention.end < at < span.begin:
        return False
    lead = lows[told.mention.end : at]
    k = len(lead) - 1
    named = any(of_word(word, lexicon) == "harm" for word in lead[:k])
    return 0 < k < _NAMED and lead[k] in _WHICH and named
