"""People who travel: those aboard, those there is room for, those packed into a lorry."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon
from extractors.figures.senses.savers import saves
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_FAR = 5
_TO_SAFETY = (["to", "safety"], ["to", "shore"], ["down", "the"], ["down", "a"])
_VEHICLES = frozenset({"vehicle"})


def seated(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``The stadium holds 40,000 people``: a capacity, and nobody is held."""
    at = span.action_at
    if at is None or at >= span.begin or at < 1 or span.item_class == "person.captive":
        return False
    if tokens[at].low == "held" or lexicon.cue("seats_people").isdisjoint(t.low for t in tokens[at - 1 : at]):
        return False
    take(span, "hold", None, span.action_cost, at, "capacity", 0.75)
    return True


def observed(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Funerals for six of the victims were held``: nobody is held."""
    at = span.action_at
    if at is None or at < span.noun_end or span.begin < 2 or tokens[span.begin - 1].low not in ("for", "of", "with"):
        return False
    if tokens[span.begin - 2].low not in lexicon.cue("ceremony"):
        return False
    take(span, "hold", None, span.action_cost, at, "ceremony", 0.75)
    return True


def carried(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``neighbours carried six children out``, ``four were carried to safety``: in their arms, aboard nothing."""
    at = span.action_at
    if at is None or not (span.item_class or "person").startswith("person"):
        return False
    end = span.noun_end if at < span.begin else at + 1
    end += 3 * ([t.low for t in tokens[end : end + 2]] == ["of", "the"])
    behind = [t.low for t in tokens[end : end + _FAR]]
    if behind[:1] == ["to"] and not lexicon.cue("place_hospital").isdisjoint(behind):
        take(span, "hospitalize", "treated", span.action_cost, at, "carried", 0.75)
        return True
    if at >= span.noun_end and behind[:1] == ["away"]:
        take(span, "carry away", None, span.action_cost, at, "carried", 0.7)
        return True
    out = behind[:1] in (["out"], ["outside"], ["ashore"]) or behind[:2] in _TO_SAFETY or behind[:1] == ["from"]
    if not out or (behind[0] == "from" and lexicon.cue("saved_from").isdisjoint(behind)):
        return False
    if at < span.begin and not _VEHICLES.isdisjoint(
        lexicon.nouns[t.low].cls[:7] for t in tokens[:at] if t.low in lexicon.nouns
    ):
        return False
    saved = saves(tokens, span, at, lexicon)
    take(span, "carry", "rescued" if saved else None, span.action_cost, at, "carried", 0.75)
    return True


def taken_aboard(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``took aboard 30 survivors``, ``... from a sinking boat``; not ``took aboard 200 passengers``."""
    words = {t.low for t in tokens}
    if lexicon.cue("at_sea").isdisjoint(words) and lexicon.cue("saved_from").isdisjoint(words):
        take(span, "take aboard", "aboard", span.action_cost, span.action_at, "taken_aboard", 0.7)
        return True
    return False


def licensed(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``was licensed to carry 90 people``, ``can carry 400``: room for so many, who are not aboard."""
    at = span.action_at
    if at is None:
        return False
    if at >= span.begin:
        held = span.begin > 1 and tokens[span.begin - 1].low == "of" and tokens[span.begin - 2].low == "capacity"
        if held:
            take(span, "hold", None, 1.0, span.begin - 2, "licensed", 0.7)
        return held
    room = next((t.low for t in tokens[max(0, at - 4) : at] if t.low in lexicon.cue("room") or t.low == "can"), None)
    if room is None:
        return False
    if span.item is None:
        span.item, span.item_class = "person", "person"
    take(span, lexicon.verbs.get(room, "carry"), None, span.action_cost, at, "licensed", 0.75)
    return True


def certified(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``certified for 76, had 210 people on board``: room for so many."""
    lead = tokens[span.begin - 2].low if span.begin > 1 and tokens[span.begin - 1].low in ("for", "of") else ""
    if lead not in lexicon.cue("room"):
        return False
    take(span, lexicon.verbs.get(lead, "hold"), None, 1.0, span.begin - 2, "licensed", 0.7)
    return True


def travelling(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``The plane, with 71 passengers and six crew, skidded``: they are aboard."""
    if span.item not in lexicon.cues.traveller or not span.begin:
        return False
    if tokens[span.begin - 1].low not in ("with", "and"):
        return False
    take(span, "aboard", "aboard", 2.0, span.begin - 1, "travelling", 0.7)
    return True


def packed(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``packed into the lorry``: into a vehicle, not a hall."""
    if span.action_at is None:
        return False
    behind = {t.low for t in tokens[span.action_at : span.action_at + 7]}
    if not behind & lexicon.cue("place_vehicle"):
        return False
    take(span, "aboard", "aboard", span.action_cost, span.action_at, "packed_into", 0.75)
    return True
