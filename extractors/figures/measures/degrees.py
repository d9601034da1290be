"""Degrees without a scale: of warmth, where the sentence speaks of it and of no angle; those of a university count."""

from collections.abc import Set

from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

WORDS = frozenset({"degrees", "degree"})
_WARM = frozenset(
    {"water", "warming", "temperature", "temperatures", "mercury", "thermometer", "oven", "fever", "weather", "outside",
     "heat", "heatwave", "cold", "hot", "warm", "cool", "cooler", "hotter", "colder", "warmer", "freezing", "climate",
     "frost", "sauna", "furnace", "chilly", "scorching", "sweltering", "boiling", "minus", "below", "room", "sea",
     "celsius", "fahrenheit", "running", "summer", "winter", "sun", "shade", "air", "snow", "heated", "baked", "bake"}
)  # fmt: skip
_ANGLES = frozenset(
    {"angle", "angles", "turn", "turned", "turns", "turning", "slope", "tilt", "tilted", "lean", "leaned", "listed",
     "rotate", "rotated", "rotates", "spin", "spun", "latitude", "longitude", "view", "lens", "camera", "steep", "bank",
     "banked", "pitch", "roll", "incline", "swung", "panoramic", "video", "north", "south", "east", "west", "heading",
     "bend", "field", "separation", "review", "feedback"}
)  # fmt: skip
_LEARNT = frozenset(
    {"university", "universities", "college", "bachelor", "master", "masters", "doctorate", "graduate", "graduated",
     "graduates", "honorary", "awarded", "conferred", "diploma", "diplomas", "students", "holds", "earned"}
)  # fmt: skip


def warmth(span: Span, words: Set[str]) -> None:
    """Make the degrees of a span those of warmth, on a scale that is not named."""
    if span.unit == "angle:deg" and not words.isdisjoint(_WARM) and words.isdisjoint(_ANGLES):
        span.unit = "temperature:deg"
        span.rule("unit", "warmth", 0.7)


def learnt(tokens: list[Token], at: int) -> bool:
    """``Some 40 degrees were awarded``, ``She holds two degrees``: the word at `at` is what is counted."""
    words = {t.low for t in tokens}
    plural = tokens[at].low == "degrees" and not tokens[at].glued
    return plural and not words.isdisjoint(_LEARNT) and words.isdisjoint(_WARM | _ANGLES)
