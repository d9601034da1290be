"""``due to`` of a cause and of what is to come."""

from extractors.figures.lexicon import Lexicon

_CAUSE = 8
# Verbs of no table, and words before one.
_CAUSED = frozenset({"be", "have", "expire", "lapse", "officially", "formally"})


def caused(said: list[str], first: int, lexicon: Lexicon) -> bool:
    """``the deaths of 14 due to blood loss``: the first ``due`` from there on tells a cause; not ``due to return``."""
    near = said[first : first + _CAUSE]
    if "due" not in near:
        return False
    rest = said[first + near.index("due") + 1 :][:2]
    if rest[:1] != ["to"] or len(rest) == 1 or rest[1] in _CAUSED:
        return False
    return lexicon.verbs.get(rest[1]) != rest[1] and rest[1] not in lexicon.actions
