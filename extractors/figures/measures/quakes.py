"""The strength of an earthquake, which has a unit of its own."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_QUAKE = frozenset(
    {"quake", "earthquake", "temblor", "tremor", "aftershock", "quakes", "earthquakes", "tremors", "aftershocks"}
)
# ``the strongest of 4.4``, ``quakes above 6``, ``aftershocks of up to 4.7``: right before a number without a noun.
_OF = frozenset({"of", "a", "above", "over", "than", "least", "about", "around"})
_FAR = 10
_RAISED = frozenset({"up", "revised", "upgraded", "downgraded"})
_MEASURING = frozenset({"measuring", "measured", "registering", "registered"})
# No number is a magnitude in a sentence without one of these.
WORDS = _QUAKE | {"magnitude", "magnitudes", "strength", "richter"}


def _named_before(left: list[str], lexicon: Lexicon) -> bool:
    """``magnitude-5.9``, ``a magnitude of at least 5.9``: nothing but links between the word and the number."""
    for k in range(len(left) - 1, -1, -1):
        if left[k] in ("magnitude", "magnitudes"):
            return True
        if left[k] not in lexicon.cue("magnitude_link") and not left[k].replace(".", "").isdigit():
            return False
    return False


def _measured(left: list[str], right: list[str], lexicon: Lexicon) -> bool:
    """``an earthquake measuring 4.6 rattled``: its strength, where no unit follows."""
    if left[-1:] == [] or left[-1] not in _MEASURING or _QUAKE.isdisjoint(left):
        return False
    return right[:1] == [] or not (right[0] in lexicon.units or right[0] in lexicon.nouns)


def _of_quake(tokens: list[Token], span: Span, left: list[str], lexicon: Lexicon) -> bool:
    """``The quake, a 7.8, was``, ``quakes above 6 have``: behind the word for a quake, and no noun behind."""
    after = tokens[span.last] if span.last < len(tokens) else None
    ends = after is None or after.text in ",.;:)–—" or after.low in lexicon.cues.stop or after.low in ("hit", "struck")
    decimal = "." in tokens[span.first].text
    nouns = _QUAKE.intersection(t.low for t in tokens[max(0, span.first - (_FAR if decimal else 2)) : span.first])
    led = left[-1:] != [] and (left[-1] in _OF or (left[-1] == "to" and left[-2:-1] != [] and left[-2] in _RAISED))
    return ends and bool(nouns) and led


def magnitude(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Set unit and item for ``magnitude-6.1``, ``a 5.9 magnitude quake``, ``6.1 on the Richter scale``; True if so."""
    top = span.high if span.high is not None else span.low
    if top is None or not 0 < top < 10.5 or span.kind == "words":
        return False
    right = [t.low for t in tokens[span.last : span.last + 6]]
    left = [t.low for t in tokens[max(0, span.first - 6) : span.first]]
    tail = 1 if right[:1] == ["magnitude"] else 2 if right[:2] in (["-", "magnitude"], ["-", "strength"]) else 0
    degree = right[:1] == ["degree"] and bool(_QUAKE & set(right))
    bare = right[:1] != [] and right[0] in _QUAKE and "." in tokens[span.first].text
    before = (_named_before(left, lexicon) or _measured(left, right, lexicon)) and right[:1] != ["%"]
    if not (tail or degree or bare or before or "richter" in right or _of_quake(tokens, span, left, lexicon)):
        return False
    span.unit, span.item, span.item_phrase, span.elided = "magnitude", "magnitude", "magnitude", False
    span.end = span.noun_end = span.last + tail
    span.rule("unit", "magnitude", 0.9)
    return True
