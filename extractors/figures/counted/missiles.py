"""Drones and missiles that strike, get through or crash without their noun: ``12 struck houses, two landed``."""

from extractors.figures.action.actions import take
from extractors.figures.counted.rivals import bare
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_NEAR = 5
_CLASSES = frozenset({"weapon", "vehicle.air"})


def _flying(spans: list[Span]) -> bool:
    """True where one of the numbers is of weapons or aircraft."""
    for span in spans:  # noqa: SIM110 - twice as fast as any()
        if span.item_class in _CLASSES:
            return True
    return False


def flew(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> bool:
    """Set the weapon counted before where the number is the subject of what weapons do; False where it is none."""
    if state.weapon is None and not _flying(spans):
        return False
    j = span.noun_end
    while j < len(tokens) and (tokens[j].low in lexicon.cue("verb_adverb") or tokens[j].low in ("more", "others")):
        j += 1
    if j >= len(tokens):
        return False
    told = tokens[j].low in lexicon.cue("flies")
    behind = [t.low for t in tokens[j : j + 3]]
    if behind[:2] == ["got", "through"] and behind[2:] in (["the"], ["a"]):
        return False  # ``40 got through the fence``
    if span.action_class == "infected":
        return False  # three fell ill
    if not told and tokens[j].low not in lexicon.cue("flies_on") and not _downed(tokens, span, j, lexicon):
        return False
    weapon = _weapon(span, spans, state, told or span.action_class == "shot_down")
    if weapon is None:
        return False
    span.item, span.item_class = weapon.item, weapon.item_class
    span.rule("item", "weapon_does", 0.7)
    if span.action is not None and (span.action_class in lexicon.cue("personal") or span.action_class == "agent"):
        take(span, span.action, None, span.action_cost, span.action_at, "weapon_does", 0.7)
    return True


def _downed(tokens: list[Token], span: Span, j: int, lexicon: Lexicon) -> bool:
    """``It shot down 54``, ``19 were jammed``: what is done to weapons."""
    if tokens[j].low in lexicon.cue("auxiliary"):
        j += 1 + (j + 1 < len(tokens) and tokens[j + 1].low == "been")
        return j < len(tokens) and tokens[j].low in lexicon.cue("stopped_weapon")
    object_ = span.action_at is not None and span.action_at < span.begin <= span.action_at + _NEAR
    done = span.action_class == "shot_down" or span.action in lexicon.cue("stops_weapon")
    return object_ and done and bare(tokens, span)


def _weapon(span: Span, spans: list[Span], state: State, told: bool) -> Span | None:
    """The last weapon of the sentence, or of the one before; what only weapons do goes further back."""
    here = [s for s in spans if s.first < span.first and s.item is not None and s.unit == "count"]
    left = next((s for s in reversed(here) if _flies(s, state)), None)
    if here and (left is not None or not told):
        return left if told or left is here[-1] else None
    weapon = state.weapon
    if weapon is None or not _flies(weapon, state):
        return None
    return weapon if weapon is state.earlier or (told and weapon in state.last) else None


def _flies(span: Span, state: State) -> bool:
    """True of drones and missiles, of no gun and no bomb that was planted."""
    return span.item is not None and span.item.rpartition(" ")[2] in state.lexicon.cue("flying_weapon")
