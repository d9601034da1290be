"""Putting one article at a time into a fold, and what each changes."""

from collections.abc import Iterable, Iterator, Sequence

from warehouse.belief import Change, Report
from warehouse.consensus.change import change
from warehouse.consensus.fold import Fold


def settle(fold: Fold, arrivals: Iterable[Sequence[Report]]) -> Iterator[Change]:
    """Insert the reports of one article after the other, in order of arrival; yield what each changed at the head.

    The head is compared also inside a batch, so that a batch tells of no less than its articles one by one would.
    """
    for reports in arrivals:
        before = fold.head
        fold.insert(reports)
        yield change(fold.quantity, before, fold.head, reports)
