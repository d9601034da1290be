"""From reports to belief: fold the affected quantities, keep their history, and find what is worth telling."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from duckdb import DuckDBPyConnection

from warehouse.belief import Change, Evidence, Quantity, Report
from warehouse.ledger import bulk
from warehouse.ledger.changes import named
from warehouse.ledger.history import Page, Writing, load_pages
from warehouse.ledger.quantities import load_quantities
from warehouse.ledger.rooms import Folding, Key, Revision, Rooms, Siblings

GONE = "the watch no longer tracks this"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why quantities are settled: ``arrived`` revisions in their order of arrival (none: something else happened),
    and other articles whose reports are ``touched`` (they have another origin now).

    ``words`` go into the history where nothing is reported any more.
    """

    known_at: datetime
    words: str
    arrived: Sequence[Revision] = ()
    touched: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """One change of a quantity's head.

    ``version`` is the one that it led to; ``turn`` the place of its article among those that arrived (-1: no article);
    ``own`` are the reports of that article, ``evidence`` where each report stood then.
    """

    quantity: Quantity
    version: int
    change: Change
    turn: int
    own: Sequence[Report]
    evidence: Sequence[Evidence]


@dataclass
class Account:
    """What is known of one quantity while a warehouse is open: its definition, its fold and its history."""

    quantity: Quantity | None
    fold: Folding | None
    page: Page


Memory = dict[Key, Account]


@dataclass(frozen=True, slots=True)
class _Step:
    turn: int
    reports: Sequence[Report]


def settle(con: DuckDBPyConnection, rooms: Rooms, memory: Memory, keys: Collection[Key], cause: Cause) -> list[Moved]:
    """Bring belief, history and evidence of these quantities up to date, inside the caller's transaction.

    The head of the fold is compared before and after each arrived revision; what it led to comes back in that order.
    The history gets a row for each change, for the newest head, and, for every other effective place whose belief is
    now another, one row that restates it. ``memory`` keeps folds from one batch to the next; the caller empties it
    after an error, and of the quantities whose definition or reports changed as a whole.
    """
    wanted = sorted(set(keys))
    if not wanted:
        return []
    around = _around(con, memory, wanted)
    remember(con, rooms, memory, [key for key in around if key not in memory], cause)
    before = {key: _siblings(memory, around, key) for key in around}
    reports = load_reports(con, wanted, {*cause.touched, *(article for article, _ in cause.arrived)})
    writing, moved = Writing(cause.known_at, cause.words), []
    for key in wanted:
        moved += _settle_one(rooms, memory[key], reports.get(key, []), writing, cause, before[key])
    for key in around:
        siblings = _siblings(memory, around, key)
        if _numbers(siblings) != _numbers(before[key]):
            _explain_again(memory[key], writing, siblings)
    writing.insert(con)
    return sorted(moved, key=lambda m: (m.turn, m.quantity.watch, m.quantity.name, m.version))


def _around(con: DuckDBPyConnection, memory: Memory, wanted: Sequence[Key]) -> list[Key]:
    """Return these quantities and the others of their watches, whose numbers may explain each other."""
    known = {watch for watch, _ in memory}
    new = sorted({watch for watch, _ in wanted} - known)
    rows = bulk.ask(con, "settlement/quantities_of_watches", watches=new) if new else []
    watches = {watch for watch, _ in wanted}
    found = {(row["watch"], row["quantity"]) for row in rows} | {key for key in memory if key[0] in watches}
    return sorted(found.union(wanted))


def _siblings(memory: Memory, around: Sequence[Key], key: Key) -> Siblings:
    """Return the other quantities of a watch of which somebody reports something, with their heads."""
    others = [memory[other] for other in around if other[0] == key[0] and other != key]
    return [(a.quantity, a.page.head) for a in others if a.quantity and a.page.head]


def _numbers(siblings: Siblings) -> list[tuple[object, ...]]:
    """Return what an identity is made of."""
    return [(quantity.name, head.value, head.basis) for quantity, head in siblings]


def _explain_again(account: Account, writing: Writing, siblings: Siblings) -> None:
    """Restate the head where another sibling's number explains a report, or no longer does."""
    fold = account.fold
    if fold is not None and fold.head is not None:
        writing.put_head(account.page, fold.steps[-1], fold.evidence(siblings))


def remember(con: DuckDBPyConnection, rooms: Rooms, memory: Memory, keys: Sequence[Key], cause: Cause) -> None:
    """Load the accounts of these quantities, with all reports but those of what has just arrived."""
    if not keys:
        return
    quantities, pages, reports = load_quantities(con, keys), load_pages(con, keys), load_reports(con, keys)
    arrived = set(cause.arrived)
    for key in keys:
        quantity = quantities.get(key)
        fold = rooms.fold(quantity) if quantity else None
        if fold is not None:
            fold.insert([r for r in reports.get(key, []) if (r.article_id, r.revision) not in arrived])
        memory[key] = Account(quantity, fold, pages[key])


def load_reports(
    con: DuckDBPyConnection, keys: Sequence[Key], articles: Collection[str] | None = None
) -> dict[Key, list[Report]]:
    """Return the reports of these quantities (of these articles alone, where given), each list in effective order."""
    watches, names = [key[0] for key in keys], [key[1] for key in keys]
    only = None if articles is None else sorted(articles)
    if only == []:
        return {}
    rows = bulk.ask(con, "settlement/reports", watches=watches, quantities=names, article_ids=only)
    grouped = groupby(rows, key=lambda row: (row["watch"], row["quantity"]))
    return {key: [_report(row) for row in group] for key, group in grouped}


def _report(row: bulk.Row) -> Report:
    return Report(**{name: value for name, value in row.items() if name not in ("watch", "quantity")})


def _settle_one(
    rooms: Rooms, account: Account, reports: Sequence[Report], writing: Writing, cause: Cause, siblings: Siblings
) -> list[Moved]:
    quantity, fold, page = account.quantity, account.fold, account.page
    if quantity is None or fold is None:
        writing.put_head(page, None, ())
        writing.restate(page, ())
        return []
    moved, before = [], page.head
    steps = _steps(fold, reports, cause.arrived)
    for step in steps:
        fold.insert(step.reports)
        head = fold.head
        change = named(rooms.change, quantity, page.standing, before, head, step.reports)
        if change.kinds or step is steps[-1]:
            version = writing.put_head(page, fold.steps[-1] if fold.steps else None, fold.evidence(siblings))
            if version is not None and change.kinds:
                moved.append(Moved(quantity, version, change, step.turn, step.reports, tuple(page.stances.values())))
        before = head
    writing.restate(page, fold.steps)
    return moved


def _steps(fold: Folding, reports: Sequence[Report], arrived: Sequence[Revision]) -> list[_Step]:
    """Return the reports of each arrived revision in its turn, or one step without any where nothing arrived.

    The other reports, which were there before and are now of another origin, go into the fold at once.
    """
    turns = {revision: turn for turn, revision in enumerate(arrived)}
    steps: dict[int, list[Report]] = {}
    for report in reports:
        steps.setdefault(turns.get((report.article_id, report.revision), -1), []).append(report)
    fold.insert(steps.pop(-1, []))
    return [_Step(turn, steps[turn]) for turn in sorted(steps)] or [_Step(-1, ())]
