"""What is made once of a language or of a list of words: the words that begin a unit, what each word costs."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Once(dict[K, V]):
    """By its key, such as the code of a language: made when it is first asked for, and kept.

    A table and not a cached function, because it is asked some hundred times an article: a look into a table costs a
    fifth of a cached call.
    """

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: K) -> V:
        return self.setdefault(key, self.make(key))
