"""Whether a day long gone, near a number, is that of what it counts: not of what was said, written, or once seized."""

from collections.abc import Set
from datetime import date

from extractors.figures.calendar.daywords import Mention
from extractors.figures.spans import Span
from extractors.figures.story.dayroles import modified
from extractors.figures.story.families import kind, known
from extractors.figures.text.tokens import Token

_PLACES = frozenset({"at", "in", "on", "near", "outside", "off"})
_PAPERS = frozenset(
    {"audit", "report", "study", "survey", "assessment", "review", "census", "poll", "investigation", "analysis"}
)
_ASIDE = 13
_LEAD = 4
_AN = frozenset({"a", "an"})
_MOST = frozenset({"worst", "deadliest", "bloodiest", "last", "previous", "biggest", "largest", "heaviest"})
_RELATIVE = frozenset({"who", "that", "which"})
_SEIZED = frozenset(
    {"taken", "seized", "captured", "abducted", "kidnapped", "arrested", "detained", "surrendered", "conscripted"}
)
_FINITE = frozenset({"was", "were", "been", "is", "are", "be", "had", "has", "have"})
_TERM = frozenset(
    {"sentenced", "jailed", "imprisoned", "served", "serving", "sentence", "convicted", "prison", "jail", "behind"}
)


def own(tokens: list[Token], span: Span, mention: Mention, now: date | None) -> bool:
    """True where a day of long ago, in the clause of a number, may be that of its event."""
    if _of_part(tokens, span, mention) or modified(tokens, span, mention) or _of_place(tokens, span, mention):
        return False
    if _of_next(tokens, span, mention):
        return False
    if of_saying(tokens, mention) and not _before_words(span, mention, now):
        return False
    between = tokens[mention.end : span.begin]
    if any(t.low in ("has", "have") for t in between) and between[0].text not in "),":
        return False  # ``The war broke out in April 2023 and has killed 150,000``
    return _counts(span, mention, now)


def _of_next(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``needed 10 batteries and the $2bn in aid promised in May``: the day of the participle behind the next number."""
    k = mention.first - 2
    if k <= span.noun_end or tokens[k + 1].low not in ("in", "on", "last") or not tokens[k].low.endswith("ed"):
        return False
    between = tokens[span.noun_end : k]
    return tokens[k - 1].low not in _FINITE and between[-1].text != "," and any(t.kind == "n" for t in between)


def _of_place(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``died near a mosque hit in 2014``: when the place was struck."""
    k = mention.first - 1
    k -= tokens[k].low in {"in", "on", "of", "back"}
    if k < span.noun_end + 2 or tokens[k].low not in _HIT:
        return False
    lead = [t.low for t in tokens[max(span.noun_end, k - 4) : k]]
    at = next((j for j, word in enumerate(lead) if word in _PLACES), None)
    return at is not None and len(lead) - at > 1 and (_FINITE | _RELATIVE).isdisjoint(lead[at:])


_HIT = frozenset(
    {"hit", "struck", "burnt", "burned", "bombed", "attacked", "shelled", "destroyed", "damaged", "raided", "targeted",
     "flooded", "flattened", "ruined", "levelled", "leveled", "gutted"}
)  # fmt: skip


def term(span: Span, words: Set[str]) -> bool:
    """``sentenced last May to 16 years``, ``had served 18 months``: part of a life, not an earlier event."""
    return span.unit in {"duration:year", "duration:month"} and not _TERM.isdisjoint(words)


def _of_part(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``freed 29 men who were taken in February``, ``48 of the 251 seized in 2023 remain``: the day of a part."""
    behind = tokens[span.noun_end : mention.first]
    for k, token in enumerate(behind):
        if token.text in ",;":
            break
        if token.low in _SEIZED and (k == 0 or behind[k - 1].low not in _FINITE or behind[0].low in _RELATIVE):
            return True
    at = span.action_at
    if at is None or span.noun_end <= at <= mention.end:
        return False
    return any(t.low in _RELATIVE for t in behind)


def inset(tokens: list[Token], mention: Mention) -> bool:
    """``Cyclone Orla, in 2016, killed 44``; ``It was the second: in 2005, cholera killed 71``."""
    k = mention.first - 1
    if k > 0 and tokens[k].low in ("early", "late", "mid", "back", "of"):
        k -= 1
    opened = k < 1 or tokens[k - 1].text in ",;:—–(" or tokens[k - 1].low == "that"
    return opened and mention.end < len(tokens) and tokens[mention.end].text in ",)"


def subjoined(tokens: list[Token], mention: Mention, left: int) -> bool:
    """``The last one, at a shooting club in 2017, left four dead``: when and where the subject of the verb was.

    ``The worst, a car bombing at a barracks last July, left 57 cadets dead``: what the subject was.
    """
    ago = tokens[mention.end].low in ("ago", "earlier") if mention.end < len(tokens) else False
    if mention.end + ago != left or tokens[left].text != ",":
        return False
    for k in range(mention.first - 1, max(0, mention.first - _ASIDE), -1):
        if tokens[k].text == ",":
            # but ``near a mosque bombed in 2014``: when the place was
            at = tokens[k + 1].low in _PLACES and not tokens[mention.first - 2].low.endswith("ed")
            return at or (tokens[k + 1].low in _AN and not _MOST.isdisjoint(t.low for t in tokens[1:_LEAD]))
        if tokens[k].kind != "w":
            return False
    return False


def of_saying(tokens: list[Token], mention: Mention) -> bool:
    """``warned in April that 240 were watched``, ``A 2023 audit found``: the day of the words, not of the event."""
    behind = tokens[mention.end].low if mention.end < len(tokens) else ""
    if behind in _PAPERS or (mention.first > 1 and tokens[mention.first - 2].low in _PAPERS):
        return True
    if behind != "that":
        return False
    if mention.first > 2 and tokens[mention.first - 3].low in ("told", "informed"):
        return True  # told parliament last year that
    lead = {t.low for t in tokens[max(0, mention.first - 2) : mention.first]}
    return any(word.endswith(("ed", "said", "wrote", "found")) for word in lead)


def _before_words(span: Span, mention: Mention, now: date | None) -> bool:
    """``said in 2024 that 300 had been killed``: what befell people by then is as old as the words of that year."""
    return mention.year is not None and now is not None and mention.year < now.year and kind(span)[0] == "harm"


def _counts(span: Span, mention: Mention, now: date | None) -> bool:
    """Results of the last year are this year's news; ``last year`` alone makes background of events only."""
    if mention.kind == "day" and mention.year is None:
        return known(kind(span)[0])
    if mention.year is not None and now is not None and span.unit != "count":
        return now.year - mention.year > 1
    if span.unit.startswith("duration") and mention.year is None and mention.first > span.end:
        return False  # ``had served 18 months and was released in March``
    of_event = span.unit in {"count", "magnitude"}
    return mention.year is not None or (bool(mention.month) and of_event) or known(kind(span)[0])
