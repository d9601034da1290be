"""What is wrong with a watch, said so that its author can mend it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the file, its line (None where unknown), the key path, and what was expected there."""

    file: str
    line: int | None
    key: str
    message: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.key}: {self.message}" if self.key else f"{where}: {self.message}"


class WatchError(Exception):
    """A watch that cannot be used: ``problems`` lists every fault that was found (the command exits with 2)."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = tuple(problems)


def key_path(parts: Iterable[str | int]) -> str:
    """``("sources", 0, "feed")`` as ``sources[0].feed``."""
    path = ""
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def suggestion(word: str, known: Iterable[str]) -> str:
    """`` (did you mean 'feed'?)`` where one of the known words is close, else what is known, else nothing."""
    words = sorted(set(known))
    close = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    if close:
        return f" (did you mean {close[0]!r}?)"
    return f" (expected one of: {', '.join(words)})" if words else ""


def either(words: Iterable[str]) -> str:
    """``each, total or one_side``."""
    *rest, last = list(words)
    return f"{', '.join(rest)} or {last}" if rest else last
