"""``The toll rose from 12 to 15``: two levels of one count, not a range; the old one is background."""

from dataclasses import replace

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_REACH = 7


def split(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with each from-to of people taken apart; measures stay a range, whose ``change`` is its direction."""
    out: list[Span] = []
    for span in spans:
        people = (span.item_class or "").startswith("person")
        if not (span.from_to and people and span.ends is not None and _moves(tokens, span, lexicon)):
            out.append(span)
            continue
        old, new = span.ends
        for atom, past in ((old, True), (new, False)):
            level = replace(
                span, first=atom.first, last=atom.end, begin=atom.first, end=atom.end if past else span.end,
                low=atom.value, high=atom.value, value=atom.value, qualifier="exact", kind=atom.kind,
                change=None, from_to=False, ends=None, background=past, rules=list(span.rules),
            )  # fmt: skip
            level.rule("value", "from_to", 0.8)
            out.append(level)
    return out


def _moves(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """True where a verb of change leads the from-to (``ages ranging from 12 to 15`` has none)."""
    words = [t.low for t in tokens[max(0, span.begin - _REACH) : span.begin]]
    return any(a.cls in ("rose", "fell") for w in words for a in lexicon.actions.get(w, ())) or "revised" in words
