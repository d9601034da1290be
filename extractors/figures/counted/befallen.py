"""What befalls people, or is done by them, and so is said of no thing that was counted before."""

from extractors.figures.counted.lending import smaller
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_FLIGHT = frozenset({"fled", "marched", "walked", "waited", "gathered", "slept", "sheltered", "applied", "protested",
                     "voted", "signed"})  # fmt: skip
_OF_PEOPLE = frozenset({"living", "shot"})
_VOTING = frozenset(
    {"abstained", "voted", "stayed", "walked", "boycotted", "opposed", "backed", "rebelled", "defected"}
)
NO_THING = frozenset({"side", "time", "way", "part", "point", "stage"})


def befallen(tokens: list[Token], span: Span, earlier: Span | None, lexicon: Lexicon) -> bool:
    """``They sold 40 trucks. Twelve died.``: what befalls people befalls no trucks."""
    if earlier is None or (earlier.item_class == "vehicle" and smaller(earlier, span)) or earlier.item in NO_THING:
        return True
    if (earlier.item_class or "").startswith("person"):
        return False
    if _who(tokens, span) or (earlier.item_class != "vehicle" and _acts(tokens, span)):
        return True
    if earlier.item_class == "vote" and _votes(tokens, span):
        return True  # 61 votes to 48: three abstained
    if span.action_class in _OF_PEOPLE and earlier.item_class != "animal":
        return True  # 300 homes are gone: 9,000 live in tents
    if earlier.item_class != "family" and span.action_class in lexicon.cue("people_only"):
        return True
    if span.action_class == "evacuated" and smaller(earlier, span):
        return True  # after 300 homes 900 evacuated are people
    befalls = lexicon.cue("befalls|befalls_also")
    return span.action_class in befalls or span.item_class == "person"


def _votes(tokens: list[Token], span: Span) -> bool:
    """``Three abstained``: those who vote."""
    return span.noun_end < len(tokens) and tokens[span.noun_end].low in _VOTING


def _who(tokens: list[Token], span: Span) -> bool:
    """``thanked the 15 who stayed``: people."""
    return span.noun_end < len(tokens) and tokens[span.noun_end].low == "who"


def _acts(tokens: list[Token], span: Span) -> bool:
    """``900 cattle were stolen. More than 2,000 have fled``: what people do."""
    j = span.noun_end
    while j < len(tokens) and tokens[j].low in ("have", "had", "has", "already", "since"):
        j += 1
    return j < len(tokens) and tokens[j].low in _FLIGHT
