"""The cue lists of a language: its words that tell something, under a name."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

_NONE: frozenset[str] = frozenset()


class Cues(dict[str, frozenset[str]]):
    """The cue lists of a language by name; empty where it has none."""

    if TYPE_CHECKING:

        def cue(self, name: str) -> frozenset[str]:
            """The words of a cue list."""
            return self[name]
    else:
        cue = dict.__getitem__

    def __missing__(self, name: str) -> frozenset[str]:
        """Two lists as one (``say|say_rarer``), made when they are first asked for; a list that there is not."""
        both = frozenset().union(*map(self.cue, name.split("|"))) if "|" in name else _NONE
        return self.setdefault(name, both)


class Lists:
    """The same lists as attributes, ``lexicon.cues.weekday``; empty where the language has none.

    An attribute is found in a tenth of the time of a look into the table, and they are asked for a thousand times an
    article. A name that no language has is an error.
    """

    def __init__(self, cues: Cues, names: Iterable[str]) -> None:
        for name in names:
            setattr(self, name, cues.get(name, _NONE))

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> frozenset[str]: ...
