"""A number beside another of the same: ``118 votes to 109``, ``139 prisoners, fewer than the 152 announced``."""

from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_VERSUS = (["against"], ["versus"], ["compared", "with"], ["compared", "to"], ["instead", "of"], ["rather", "than"])
_THAN_THE = frozenset({
    ("instead", "of", "the"), ("rather", "than", "the"), ("compared", "with", "the"), ("compared", "to", "the"),
    ("fewer", "than", "the"), ("less", "than", "the"), ("more", "than", "the"), ("short", "of", "the"),
})  # fmt: skip


# Behind these a number has no noun: ``against 140 last week``.
_BARE = frozenset({"and", "of", "but", "in", "on", "or", "the", "as", "last", "this", "a", "an", "when", "during", "at",
                   "earlier", "previously", "before", "by", "yesterday", "today", "so"})  # fmt: skip


def rival(tokens: list[Token], span: Span, left: Span) -> Span | None:
    """``118 votes to 109``, ``140 bodies for 12``, ``212 shellings against 140``, ``the bodies, 71 of 260``."""
    between = [t.low for t in tokens[max(left.end, left.noun_end) : span.begin]]
    if left.item is None or not (bare(tokens, span) or between[-1:] == ["the"]):
        return None
    if left.unit in ("ratio", "percent"):
        return left if between == [","] and _of(tokens, span) else None
    if left.unit != "count":
        return None
    if tuple(between[-3:]) in _THAN_THE:
        return left
    vote = between == ["to"] and (left.item_class or "") in ("vote", "sport")
    swap = between == ["for"] and (left.item_class or "").startswith("person") and not left.change
    known = (between == ["of"] and left.elided) or between == ["out", "of"]
    return left if vote or swap or known or between[-2:] in _VERSUS or between[-1:] == ["against"] else None


def _of(tokens: list[Token], span: Span) -> bool:
    return span.noun_end < len(tokens) and tokens[span.noun_end].low == "of"


def bare(tokens: list[Token], span: Span) -> bool:
    """True where no noun can follow: a sign, the end or ``of`` behind the number."""
    after = tokens[span.noun_end] if span.noun_end < len(tokens) else None
    return after is None or after.kind == "p" or after.low in _BARE
