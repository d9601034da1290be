"""What became of people in the end: ``were shot and killed`` tells of deaths, ``and two women in hospital`` of none."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_BEFORE = frozenset({"shot", "kidnapped", "arrested", "held", "injured", "struck", "trapped"})
_JOINS = frozenset({"and", "then", "later", "subsequently", "afterwards", "eventually", "apparently", ","})
_FAR = 4
_OBJECTS = frozenset({"a", "an", "the", "his", "her", "their", "him", "them", "its", "another", "others"})
_IN = frozenset({"in", "at"})
_WARDS = frozenset({"hospital", "hospitals", "hospitalised", "hospitalized"})


def settle(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """Set the last of two things that befell the counted, and what a place behind them says."""
    at = span.action_at
    if at is None or not span.person:
        return
    if span.action_class in _BEFORE and at >= span.noun_end:
        end = _killed(tokens, at + 1, lexicon)
        if end is not None:
            take(span, lexicon.verbs.get(tokens[end].low, "kill"), "killed", span.action_cost, end, "in_the_end", 0.85)
    elif span.action_class == "killed" and at < span.begin and tokens[span.begin - 1].low == "and":
        k = span.noun_end
        if k + 1 < len(tokens) and tokens[k].low in _IN and tokens[k + 1].low in _WARDS:
            take(span, "hospitalize", "treated", 0.5, k, "in_hospital", 0.8)


def _killed(tokens: list[Token], k: int, lexicon: Lexicon) -> int | None:
    """``were shot and killed``, ``was abducted and later murdered``; not ``were caught and killed a guard``."""
    if k >= len(tokens) or tokens[k].low not in _JOINS:
        return None
    for j in range(k, min(len(tokens), k + _FAR)):
        low = tokens[j].low
        if low in _JOINS:
            continue
        dead = any(a.cls == "killed" and a.role in "os" and a.past for a in lexicon.actions.get(low, ()))
        after = tokens[j + 1] if j + 1 < len(tokens) else None
        alone = after is None or (after.kind != "n" and after.low not in _OBJECTS and after.low not in lexicon.triggers)
        return j if dead and alone else None
    return None
