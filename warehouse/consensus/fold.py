"""The belief in one quantity as a fold over its reports in effective order."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from datetime import datetime

from warehouse.belief import Consensus, Evidence, Quantity, Report
from warehouse.consensus.book import Book
from warehouse.consensus.evidence import evidence_of
from warehouse.consensus.head import consensus_of
from warehouse.consensus.step import step

EVERY = 256  # steps between two kept states; a late report is folded in again from the last one before it

Order = tuple[datetime, str, int, str]


class Fold:
    """All reports of one quantity, and the belief after each of them.

    Reports go in per article revision, in any order of arrival; the belief depends only on their effective order
    (effective_at, url, revision). Nothing is computed until ``head`` or ``steps`` is read, and then only from the
    earliest change on: reading after an insertion at the end costs about as much as there are voices.
    """

    def __init__(self, quantity: Quantity) -> None:
        self.quantity = quantity
        self._order: list[Order] = []
        self._reports: dict[Order, tuple[Report, ...]] = {}
        self._where: dict[tuple[str, int], Order] = {}
        self._done = 0  # articles folded in so far
        self._steps: list[tuple[datetime, Consensus | None]] = []  # one each, but for those before the first number
        self._kept: list[Book] = []  # the state before step 0, EVERY, 2 * EVERY …
        self._book = Book()

    def insert(self, reports: Sequence[Report]) -> None:
        """Put in the reports of article revisions, each replacing what the fold had of that revision."""
        grouped: dict[tuple[str, int], list[Report]] = {}
        for report in reports:
            grouped.setdefault((report.article_id, report.revision), []).append(report)
        for revision, group in grouped.items():
            self._put(revision, tuple(sorted(group, key=lambda r: (r.rank, r.report_id))))

    def remove(self, article_id: str, revision: int | None = None) -> None:
        """Take out an article revision, or all revisions of an article; nothing happens where the fold has none."""
        for key in [k for k in self._where if k[0] == article_id and revision in (None, k[1])]:
            self._drop(key)

    @property
    def head(self) -> Consensus | None:
        """The belief after all reports, or None where no report states a number. Its evidence is left empty."""
        self._settle()
        return self._steps[-1][1] if self._steps else None

    @property
    def steps(self) -> Sequence[tuple[datetime, Consensus | None]]:
        """The belief after each article revision, oldest first, with the time from which it holds. Not to be kept.

        None where all that had been said was withdrawn.
        """
        self._settle()
        return self._steps

    @property
    def states(self) -> Sequence[tuple[datetime, Consensus | None]]:
        """The same as ``steps``."""
        return self.steps

    def evidence(self, siblings: Sequence[tuple[Quantity, Consensus]] = ()) -> tuple[Evidence, ...]:
        """Return where every report stands towards the head, in effective order.

        ``siblings`` are the other quantities of the watch: sums and doublings over them explain, and never vote.
        """
        self._settle()
        reports = [report for key in self._order for report in self._reports[key] if not report.withdrawn]
        return evidence_of(self._book, self.quantity, reports, siblings)

    def __len__(self) -> int:
        return len(self._order)

    def _put(self, revision: tuple[str, int], reports: tuple[Report, ...]) -> None:
        first = reports[0]
        order: Order = (first.effective_at, first.url, first.revision, first.article_id)
        known = self._where.get(revision)
        if known == order and self._reports[order] == reports:
            return
        if known is not None and known != order:
            self._drop(revision)
            known = None
        if known is None:
            insort(self._order, order)
            self._where[revision] = order
        self._reports[order] = reports
        self._forget(bisect_left(self._order, order))

    def _drop(self, revision: tuple[str, int]) -> None:
        order = self._where.pop(revision)
        place = bisect_left(self._order, order)
        del self._order[place], self._reports[order]
        self._forget(place)

    def _forget(self, place: int) -> None:
        """Go back to the last kept state at or before a place, where steps were computed beyond it."""
        if place >= self._done:
            return
        kept = place // EVERY
        self._book, blank = self._kept[kept].copy(), self._done - len(self._steps)
        self._done = kept * EVERY
        del self._kept[kept:], self._steps[max(self._done - blank, 0) :]

    def _settle(self) -> None:
        for index in range(self._done, len(self._order)):
            if index % EVERY == 0:
                self._kept.append(self._book.copy())
            order = self._order[index]
            before = self._steps[-1][1] if self._steps else None
            moved = step(self._book, self.quantity, self._reports[order], index)
            now = consensus_of(self._book, self.quantity) if moved else before
            self._steps += [(order[0], now)] if now or self._steps else []
        self._done = len(self._order)
