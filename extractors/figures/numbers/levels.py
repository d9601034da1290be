"""``The toll rose from 12 to 15``: two levels of one count, not a range; the old one is background."""

from dataclasses import replace
from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REACH = 12


def split(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with each from-to of counts taken apart; measures stay a range, whose ``change`` is its direction."""
    out: list[Span] = []
    for span in spans:
        if span.ends is None or not (span.from_to and _counts(tokens, span) and _moves(tokens, span, lexicon)):
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


def moved(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``rose to 62 from 55``, ``raised to 6,000 from 4,500``: the same count as it was before; it is background."""
    for new, old in pairwise(spans):
        if new.unit != old.unit or new.action is None:
            continue
        between = " ".join([t.low for t in tokens[new.noun_end : old.begin] if t.text != ","])
        if between not in lexicon.cues.from_level:
            continue
        if "to" in {t.low for t in tokens[max(0, new.begin - 3) : new.begin]}:
            old.action, old.action_class, old.action_cost = new.action, new.action_class, new.action_cost
            old.background = True
            old.rule("background", "level_before", 0.8)


def _counts(tokens: list[Token], span: Span) -> bool:
    """True of a from-to of people or things; not of an index (``46.4 to 48.2``) or over years (``9 in 2014 to 28``)."""
    whole = not ((span.low or 0) % 1 or (span.high or 0) % 1)
    dated = span.ends is not None and any(t.kind == "n" for t in tokens[span.ends[0].end : span.ends[1].first])
    return span.person or (span.unit == "count" and whole and not dated)


def _moves(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """True where a verb of change leads the from-to (``ages ranging from 12 to 15`` has none)."""
    words = [t.low for t in tokens[max(0, span.begin - _REACH) : span.begin]]
    return (
        any(a.cls in ("rose", "fell") for w in words for a in lexicon.actions.get(w, ()))
        or not lexicon.cue("level_mover").isdisjoint(words)
        or any(name == "tally" for _, name, _ in span.rules)
    )
