"""Figures to reports: which figure says something of which quantity, and which of them is the article's own number."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from duckdb import DuckDBPyConnection

from warehouse.belief import Quantity
from warehouse.ledger import bulk
from warehouse.matching.candidate import Candidate
from warehouse.matching.rank import ranked
from warehouse.matching.reports import near_miss, report
from warehouse.matching.terms import terms

Key = tuple[str, int]
Affected = set[tuple[str, str]]
_BOTH = ("watch", "quantity")


def register(
    con: DuckDBPyConnection, watch: str, yaml: str, quantities: Sequence[Quantity], known_at: datetime
) -> bool:
    """Store a watch and its quantities in place of what it had before; return whether its text is new.

    Reports are not derived here: call ``match_watch`` afterwards. The words of each quantity are expanded by the
    lexicons of this version, so a watch is registered again after an update.
    """
    before = bulk.ask(con, "matching/newest_watch", watch=watch)
    is_new = not before or before[0]["yaml"] != yaml
    if is_new:
        version = before[0]["version"] + 1 if before else 1
        bulk.insert(con, "watches", ("watch", "version", "yaml", "known_at"), [(watch, version, yaml, known_at)])
    bulk.run(con, "matching/forget_terms", watch=watch)
    bulk.run(con, "matching/forget_quantities", watch=watch)
    bulk.insert_rows(con, "quantities", [_row(quantity) for quantity in quantities])
    rows = [(q.watch, q.name, role, term) for q in quantities for role, term in terms(q)]
    bulk.insert(con, "quantity_terms", (*_BOTH, "role", "term"), rows)
    bulk.run(con, "matching/forget_wanted", watch=watch)
    bulk.run(con, "matching/want", watch=watch)
    return is_new


def _row(quantity: Quantity) -> dict[str, object]:
    return {
        "watch": quantity.watch, "quantity": quantity.name, "title": quantity.title, "basis": quantity.basis,
        "status": quantity.status, "kind": quantity.kind, "unit": quantity.unit,
        "at_least": quantity.between[0], "at_most": quantity.between[1],
        "not_before": quantity.when[0], "not_after": quantity.when[1],
        "policy": json.dumps(asdict(quantity.policy)),
    }  # fmt: skip


def match_new(con: DuckDBPyConnection, keys: Sequence[Key], known_at: datetime, watch: str | None = None) -> Affected:
    """Derive the reports of new revisions, given as (article_id, revision), for all watches, or for one alone (which
    has just been given revisions that another watch brought before).

    Returns the (watch, quantity) pairs whose fold may change: those that the revisions report on, and those that an
    earlier revision of the same article reported on. Call it once per revision and watch, after the figures.
    """
    articles, revisions = [key[0] for key in keys], [key[1] for key in keys]
    (figures,) = bulk.ask(con, "matching/step_1_new", articles=articles, revisions=revisions)
    found = _derive(con, known_at, watch, {}) if figures["Count"] else set()
    earlier = bulk.ask(con, "matching/reported_by", articles=articles)
    return found | {(row["watch"], row["quantity"]) for row in earlier if watch in (None, row["watch"])}


def match_watch(con: DuckDBPyConnection, watch: str, known_at: datetime) -> Affected:
    """Derive all reports of one watch anew, from every stored figure; returns its quantities, also the former ones.

    A report that is derived again keeps the time since when it is known.
    """
    former = bulk.ask(con, "matching/reports_of_watch", watch=watch)
    bulk.run(con, "matching/forget_reports", watch=watch)
    bulk.run(con, "matching/forget_near_misses", watch=watch)
    bulk.run(con, "matching/step_1_all", watch=watch)
    _derive(con, known_at, watch, {row["report_id"]: row["known_at"] for row in former})
    now = bulk.ask(con, "matching/quantities_of_watch", watch=watch)
    return {(row["watch"], row["quantity"]) for row in [*former, *now]}


def _derive(con: DuckDBPyConnection, known_at: datetime, watch: str | None, since: Mapping[str, datetime]) -> Affected:
    """Match the figures of the batch that was begun; the steps are statements of their own, as DuckDB spends more on
    planning one large statement than on all of them."""
    (typed,) = bulk.ask(con, "matching/step_2_typed", watch=watch)
    if not typed["Count"]:
        return set()
    bulk.run(con, "matching/step_3_stories")
    bulk.run(con, "matching/step_4_judged")
    bulk.run(con, "matching/step_5_near_misses")
    groups: dict[tuple[str, str, str, int], list[Candidate]] = {}
    for row in bulk.ask(con, "matching/step_6_matched"):
        key = (row["watch"], row["quantity"], row["article_id"], row["revision"])
        groups.setdefault(key, []).append(Candidate(row))
    found: list[dict[str, object]] = []
    missed: list[dict[str, object]] = []
    for group in groups.values():
        own, parts = ranked(group)
        found += [report(c.row, rank, known_at, since) for rank, c in enumerate(own, 1)]
        missed += [near_miss(c.row, "action" if c.row["loose"] else "part") for c in parts]
    bulk.insert_rows(con, "near_misses", missed)
    bulk.insert_rows(con, "reports", found)
    return {(str(r["watch"]), str(r["quantity"])) for r in found}
