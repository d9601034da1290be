"""What a number without a noun makes of the noun that another lends it."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span

_VICTIMS = frozenset({"death", "body", "fatality", "casualty", "corpse"})
_ALIVE = frozenset({"missing", "injured", "rescued", "trapped", "hospitalised", "treated", "evacuated", "displaced"})
_GONE = frozenset({"missing", "killed", "trapped"})
_BODIES = frozenset({None, "killed", "exchanged", "released", "crossed", "received"})


def anybody(span: Span, rule: str, confidence: float) -> None:
    """People, and no kind of them."""
    span.item, span.item_class = "person", "person"
    span.rule("item", rule, confidence)


def smaller(other: Span, span: Span) -> bool:
    """``1,240 posts would go in three stages: 400 in May``: 400 are none of three."""
    return other.unit == "count" and other.value is not None and span.value is not None and other.value < span.value


def take(span: Span, other: Span, rule: str, lexicon: Lexicon, same: bool = False) -> None:
    """The other's noun; of more than there or of others (``four officers … three others``) it is any person."""
    span.item, span.item_class = other.item, other.item_class
    if _anyone(span, other, same) or (other.item in lexicon.cue("kin") and smaller(other, span)):
        span.item, span.item_class = "person", "person"
    return span.rule("item", rule, 0.6)


def _anyone(span: Span, other: Span, same: bool) -> bool:
    """True where the noun tells of the other's kind alone."""
    if other.item == "survivor" and span.action_class in _GONE:
        return True
    if other.item in _VICTIMS and not same and (span.others or span.action_class in _ALIVE or span.action == "die"):
        return True
    if span.others and other.part and other.person and not same:
        return True  # The accused, among them six students, were convicted. Three others were acquitted
    bodies = other.item == "body" and span.action_class in _BODIES
    whole = any(name == "of_lead" for _, name, _ in other.rules)
    some = not span.others and (other.value is not None or other.unit != "count") and not smaller(other, span)
    return (other.item_class or "").startswith("person.") and not (bodies or some or whole or same)
