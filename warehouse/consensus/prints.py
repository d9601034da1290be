"""How many articles print a number and whom they cite, counted only where their voice still stands at it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from warehouse.belief import Report
from warehouse.consensus.number import Key, Number

_K = TypeVar("_K")
Stand = tuple[str, Key]  # voice, number


@dataclass(slots=True)
class Prints:
    """Articles and speakers per number. Inner mappings are replaced, never changed, so a shallow copy is a copy."""

    articles: dict[Number, int] = field(default_factory=dict)
    speakers: dict[tuple[Number, str], int] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)  # article -> the report that holds for it
    _printed: dict[str, tuple[Stand, str | None]] = field(default_factory=dict)  # article -> what it says, its speaker
    _counts: dict[Stand, int] = field(default_factory=dict)
    _names: dict[Stand, dict[str, int]] = field(default_factory=dict)

    def copy(self) -> "Prints":
        """Return an independent copy."""
        return Prints(*(dict(getattr(self, name)) for name in self.__slots__))

    def put(self, report: Report, key: Key, name: str | None, where: Callable[[str], Number | None]) -> None:
        """Note what an article says; its earlier revision no longer counts. ``where`` tells where a voice stands."""
        before = self._printed.get(report.article_id)
        if before is not None:
            self._note(*before, -1, where(before[0][0]))
        now = ((report.origin, key), name)
        self._printed[report.article_id] = now
        self.latest[report.article_id] = report.report_id
        self._note(*now, +1, where(report.origin))

    def remove(self, article_id: str, where: Callable[[str], Number | None]) -> None:
        """Note that an article says nothing any more."""
        self.latest.pop(article_id, None)
        before = self._printed.pop(article_id, None)
        if before is not None:
            self._note(*before, -1, where(before[0][0]))

    def move(self, voice: str, before: Number | None, after: Number | None) -> None:
        """Count a voice's articles where it stands now, no longer where it stood."""
        for number, by in ((before, -1), (after, +1)):
            stand = (voice, number.key) if number else None
            if number and stand and self._counts.get(stand):
                _add(self.articles, number, by * self._counts[stand])
                for name, count in self._names.get(stand, {}).items():
                    _add(self.speakers, (number, name), by * count)

    def _note(self, stand: Stand, name: str | None, by: int, stands: Number | None) -> None:
        _add(self._counts, stand, by)
        if name is not None:
            names = dict(self._names.get(stand, {}))
            _add(names, name, by)
            self._names[stand] = names
        if stands is not None and stands.key == stand[1]:
            _add(self.articles, stands, by)
            if name is not None:
                _add(self.speakers, (stands, name), by)


def _add(counts: dict[_K, int], key: _K, by: int) -> None:
    left = counts.get(key, 0) + by
    if left:
        counts[key] = left
    else:
        del counts[key]
