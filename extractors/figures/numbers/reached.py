"""``hit a maximum of 44``, ``brought the total up to 40``: words of a bound that tell what was reached."""

from extractors.figures.numbers.numerals import low
from extractors.figures.text.tokens import Token

_REACHES = frozenset({"hit", "hits", "hitting", "reached", "reaches", "reaching", "recorded", "registered", "measured"})
_BRINGS = frozenset({"brought", "brings", "bringing", "bring", "took", "takes", "taking", "take", "taken"})
_PUSHES = frozenset({"push", "pushed", "pushes", "pushing", "drove", "drives", "driven", "driving"})
_LEVELS = frozenset({"that", "this", "it", "toll", "total", "number", "count", "tally", "figure", "price", "rate"})
_MOVED = frozenset({"was", "were", "been", "is", "being", "are"})
_OBJECT = 4


def level(tokens: list[Token], k: int) -> bool:
    """True where the phrase of a bound that begins at k tells what was reached."""
    word = low(tokens, k)
    return (word == "up" and _raised(tokens, k)) or (word in ("a", "maximum") and _maximum(tokens, k))


def _maximum(tokens: list[Token], k: int) -> bool:
    """True where the maximum at k, or the article at k before it, is what something has reached."""
    return low(tokens, k - 1 - (low(tokens, k - 1) in ("a", "its", "the"))) in _REACHES


def _raised(tokens: list[Token], k: int) -> bool:
    """True where the ``up`` at k tells how far a level was brought: ``took the total up to 40``."""
    lead = low(tokens, k - 1)
    if lead in _PUSHES:
        return low(tokens, k - 2) in _MOVED
    if lead not in _LEVELS:
        return False
    return any(t.low in _BRINGS or t.low in _PUSHES for t in tokens[k - _OBJECT if k > _OBJECT else 0 : k - 1])
