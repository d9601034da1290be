"""Numbers listed among others: ``Among the dead were a clerk, her son and two nurses``, ``The victims include 14``."""

from extractors.figures.action.actions import take
from extractors.figures.clause import mains
from extractors.figures.clause.others import own_predicate
from extractors.figures.clause.reach import Found
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LEAD = 3
_VICTIMS = frozenset({"victims", "fatalities"})
_DEAD = frozenset({"fatalities"})


def listed(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> None:
    """What the head of the sentence tells of all that are listed, of no house that was looted."""
    if not (span.item_class or "person").startswith("person") or own_predicate(tokens, span, lexicon):
        return
    if tokens[span.begin - 1].low == "including" and not mains.RELATIVE.isdisjoint(t.low for t in tokens[: span.begin]):
        return  # ``Among those freed were four men convicted over an attack in which 19, including seven women, died``
    lead = found[0] if found and found[0].first <= _LEAD else None
    act = next((a for a in lead.acts if a.role in "na" or a.past), None) if lead is not None else None
    if act is not None and lead is not None:
        take(span, act.lemma, act.cls, 1.5, lead.first, "among", 0.7)
        return
    at = next((k for k in (1, 2) if tokens[k].low in _VICTIMS), None) if len(tokens) > _LEAD else None
    if at is not None and tokens[at + 1].low not in lexicon.cue("be"):
        at = None  # ``Among the victims of the raid``: nobody says how they suffered
    if at is None or (span.action_at is not None and span.action_at < span.noun_end):
        return
    if tokens[at].low in _DEAD:
        take(span, "die", "killed", 1.5, at, "among", 0.7)
    elif span.action_at is not None:
        # ``Among the victims are two nurses, and nine were treated``: what befell them stands in the sentence before
        span.action = span.action_class = span.action_at = None
        span.rule("action", "among", 0.7)
