"""Numbers that are some of a larger one: ``nine of the remaining 31 captives``, ``45 of 60 drones fired``."""

from itertools import pairwise

from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_WITHIN = 4
_APART = 8
_AND = frozenset({"and", ","})
_THE = frozenset({"the", "its", "their"})


def whole_of(tokens: list[Token], span: Span, spans: list[Span]) -> Span | None:
    """``Nine of the remaining 31 hostages are alive``: the larger number that a number is some of."""
    k = span.noun_end
    if k >= len(tokens) or tokens[k].low != "of":
        return None
    for other in spans:
        if k < other.begin <= k + _WITHIN and other.unit == "count" and other.item is not None:
            return other
    return None


def among_others(tokens: list[Token], span: Span) -> bool:
    """``There were 12 women among the 87``: what befell all of them is told elsewhere."""
    if span.noun_end < len(tokens) and tokens[span.noun_end].low == "among":
        return True
    return span.begin > 1 and tokens[span.begin - 1].low == "the" and tokens[span.begin - 2].low == "among"


def predicate_of_part(tokens: list[Token], span: Span) -> bool:
    """``Two of the 12 women held in the camp have been released``: the predicate is that of the two."""
    k = span.begin - 1
    return tokens[k].low in {"of", "with"} or (k > 1 and tokens[k].low == "the" and tokens[k - 1].low == "of")


def share(tokens: list[Token], spans: list[Span]) -> None:
    """One verb for the parts, and one participle for the wholes: ``hit 45 of 60 drones and 4 of 9 missiles fired``."""
    pairs = [(a, b) for a, b in pairwise(spans) if _some_of(tokens, a, b)]
    for (part, whole), (other, rest) in pairwise(pairs):
        if not _joined(tokens, whole, other):
            continue
        own = whole.action_at is not None and whole.action_at >= whole.noun_end and whole.action_at != rest.action_at
        if not own and rest.action_at == rest.noun_end:
            _take(whole, rest)
        lent = part.action_at is not None and part.action_at < part.begin
        if lent and (other.action_at is None or other.action_at >= part.begin):
            _take(other, part)


def _some_of(tokens: list[Token], part: Span, whole: Span) -> bool:
    between = [t.low for t in tokens[part.noun_end : whole.begin]]
    return between == ["of"] or (len(between) == 2 and between[0] == "of" and between[1] in _THE)


def _joined(tokens: list[Token], whole: Span, other: Span) -> bool:
    """``40 rockets fired at the port and six of``: a conjunct, whatever says what the first whole is."""
    return 0 < other.begin - whole.noun_end <= _APART and tokens[other.begin - 1].low in _AND


def _take(taker: Span, giver: Span) -> None:
    taker.action, taker.action_class, taker.action_at = giver.action, giver.action_class, giver.action_at
    taker.action_cost = giver.action_cost + 0.5
    taker.rule("action", "conjunct", 0.8)
