"""Change against level: ``rose by 12``, ``up 3%``, ``a drop of 40`` are changes; ``rose to 12`` is a level."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_UP = frozenset(
    [
        "up",
        "rise",
        "rises",
        "rose",
        "risen",
        "rising",
        "increase",
        "increases",
        "increased",
        "increasing",
        "gain",
        "gains",
        "gained",
        "gaining",
        "climb",
        "climbs",
        "climbed",
        "climbing",
        "jump",
        "jumps",
        "jumped",
        "jumping",
        "grow",
        "grows",
        "grew",
        "grown",
        "growing",
        "growth",
        "added",
        "adds",
        "adding",
        "surge",
        "surged",
        "surging",
        "advance",
        "advanced",
        "advancing",
        "rallied",
        "soared",
        "soaring",
        "higher",
        "hike",
        "hiked",
        "raise",
        "raised",
        "raises",
        "boost",
        "expanded",
        "expansion",
        "rebound",
        "rebounded",
        "edged",
        "leapt",
        "above",
    ]
)
_DOWN = frozenset(
    [
        "down",
        "fall",
        "falls",
        "fell",
        "fallen",
        "falling",
        "drop",
        "drops",
        "dropped",
        "dropping",
        "decline",
        "declines",
        "declined",
        "declining",
        "decrease",
        "decreases",
        "decreased",
        "decreasing",
        "lose",
        "loses",
        "lost",
        "losing",
        "loss",
        "plunge",
        "plunged",
        "plunging",
        "slide",
        "slid",
        "slip",
        "slipped",
        "slipping",
        "tumble",
        "tumbled",
        "shrink",
        "shrank",
        "shrunk",
        "slump",
        "slumped",
        "plummet",
        "plummeted",
        "plummeting",
        "dip",
        "dipped",
        "eased",
        "cut",
        "cuts",
        "cutting",
        "reduce",
        "reduced",
        "reduces",
        "reduction",
        "lower",
        "below",
        "shed",
        "sheds",
        "slash",
        "slashed",
    ]
)
_SKIP = frozenset(
    [
        "by",
        "a",
        "an",
        "the",
        "of",
        "about",
        "around",
        "nearly",
        "almost",
        "more",
        "than",
        "over",
        "under",
        "just",
        "some",
        "roughly",
        "approximately",
        "another",
        "additional",
        "as",
        "much",
        "only",
        "less",
        "up",
        "to",
        "at",
        "least",
        "further",
        "least",
        "with",
        "slightly",
    ]
)
_TO = frozenset({"to", "at", "from"})


def direct(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """Set ``change`` of a span, and mark the old level of ``from A to B``."""
    if lexicon.language != "en" or span.unit.startswith(("age", "magnitude")):
        return
    if span.from_to:
        words = {t.low for t in tokens[max(0, span.begin - 7) : span.begin]}
        span.change = span.change or ("up" if words & _UP else None)
        return
    j, seen_by = span.begin - 1, False
    steps = 0
    while j >= 0 and steps < 6 and (tokens[j].low in _SKIP or _is_currency(tokens[j], lexicon)):
        seen_by = seen_by or tokens[j].low == "by"
        if tokens[j].low == "to" and tokens[j - 1].low != "up":
            return
        j, steps = j - 1, steps + 1
    if j < 0 or span.action_class in ("killed", "injured"):
        return
    word = tokens[j].low
    if seen_by and word not in _UP and word not in _DOWN:
        word = next((t.low for t in reversed(tokens[max(0, j - 4) : j]) if t.low in _UP or t.low in _DOWN), word)
    measured = span.unit != "count" or seen_by
    if word in _UP and measured:
        span.change = "up"
    elif word in _DOWN and measured:
        span.change = "down"
    elif seen_by and span.action_class in ("rose", "fell", "fired"):
        span.change = "up" if span.action_class == "rose" else "down"
    if span.change:
        span.rule("change", "direction_word", 0.85)


def _is_currency(token: Token, lexicon: Lexicon) -> bool:
    return token.text in lexicon.money_symbols
