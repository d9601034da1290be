"""Drones and missiles that strike, get through or crash without their noun: ``12 struck houses, two landed``."""

from extractors.figures.clause.actions import take
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_FLYING = frozenset({"weapon", "vehicle.air"})


def flew(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> bool:
    """Set the weapon counted before where the number is the subject of what weapons do; False where it is none."""
    if state.weapon is None and not any(s.item_class in _FLYING for s in spans):
        return False
    j = span.noun_end
    while j < len(tokens) and (tokens[j].low in lexicon.cue("verb_adverb") or tokens[j].low in ("more", "others")):
        j += 1
    if j >= len(tokens):
        return False
    told = tokens[j].low in lexicon.cue("flies")
    if not told and tokens[j].low not in lexicon.cue("flies_on"):
        return False
    weapon = _weapon(span, spans, state, told)
    if weapon is None:
        return False
    span.item, span.item_class = weapon.item, weapon.item_class
    span.rule("item", "weapon_does", 0.7)
    if span.action is not None and (span.action_class in lexicon.cue("personal") or span.action_class == "agent"):
        take(span, span.action, None, span.action_cost, span.action_at, "weapon_does", 0.7)
    return True


def _weapon(span: Span, spans: list[Span], state: State, told: bool) -> Span | None:
    """The last weapon of the sentence, or of the one before; what only weapons do goes further back."""
    here = [s for s in spans if s.first < span.first and s.item is not None and s.unit == "count"]
    left = next((s for s in reversed(here) if s.item_class in _FLYING), None)
    if left is not None:
        return left if told or left is here[-1] else None
    if state.weapon is None or state.weapon.item_class not in _FLYING:
        return None
    return state.weapon if state.weapon is state.earlier or (told and state.weapon in state.last) else None
