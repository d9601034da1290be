"""What the commands that fit a table of weights share: the articles they learn from, cross-validation, the table."""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from tests.accuracy import figures_labelled, figures_news, softmax
from tests.accuracy.__main__ import gold_folder


class Numbered(Protocol):
    """A number to learn from: the event and the article that it is of."""

    @property
    def event(self) -> str: ...

    @property
    def article(self) -> str: ...


R = TypeVar("R", bound=Numbered)


@dataclass(frozen=True)
class Fitting(Generic[R]):
    """A table of weights: its rows from articles, how they are fitted and judged; ``what`` is what is chosen."""

    what: str
    path: Path
    head: str
    events: int
    rows: Callable[[Iterable[tuple[str, dict[str, Any]]]], Iterator[R]]
    fit: Callable[[list[R]], dict[str, float]]
    judged: Callable[[Iterable[R], dict[str, float]], Counter[str]]
    also: Callable[[], Iterable[R]] = field(default=tuple)

    def cross_validated(self, given: list[R]) -> Counter[str]:
        """What weights do that never saw the event."""
        found: Counter[str] = Counter()
        for held in softmax.folds({row.event for row in given}):
            weights = self.fit([row for row in given if row.event not in held])
            found.update(self.judged([row for row in given if row.event in held], weights))
        return found

    def command(self, description: str | None) -> None:
        """Print how good the weights are; ``--write`` replaces the table."""
        parser = argparse.ArgumentParser(description=description)
        parser.add_argument("--write", action="store_true", help=f"replace {self.path.name}")
        parser.add_argument("more", nargs="*", type=Path, help="more folders of labelled articles")
        given, gold = parser.parse_args(), gold_folder()
        ours = list(self.rows(figures_labelled._articles(figures_labelled.CASES / "labelled")))
        ours += self.rows(figures_news._articles(gold, "labelled")) if gold else []
        ours += self.also()
        more = [row for folder in given.more for row in self.rows(figures_labelled._articles(folder))]
        if more:
            print("more, by the weights of ours alone", dict(self.judged(more, self.fit(ours))))
        known = [*ours, *more]
        found = self.cross_validated(known)
        print(len(known), "numbers, cross-validated", dict(found))
        if given.write:
            self._write(known, found)

    def _write(self, known: list[R], found: Counter[str]) -> None:
        head = self.head.format(
            rows=len(known), articles=len({row.article for row in known}), events=len({row.event for row in known}),
            gain=found["mended"], of=found[self.what], loss=found["broken"], least=self.events,
        )  # fmt: skip
        self.path.write_text(head + softmax.table(self.fit(known)), "utf-8")
