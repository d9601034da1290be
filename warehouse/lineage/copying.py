"""How much of each text its lineage had printed before, so that a doctored copy is told from an update."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from duckdb import DuckDBPyConnection

from extractors.likeness import repeated
from warehouse.ledger import bulk

FIRST, LATEST = 4, 8  # earlier texts of other owners that one is compared with: where it began, and as it last was
REACH = 64  # texts looked back for the latest ones
DIGITS = 4

Place = tuple[str, str]  # lineage_id, origin
Revision = tuple[str, int]  # article_id, revision


def measure(
    con: DuckDBPyConnection, named: Collection[str], before: Mapping[str, Place], after: Mapping[str, Place]
) -> set[str]:
    """Bring table ``copies`` up to date after articles came into lineages or changed; return those with another value.

    ``named`` are the articles that came or were edited; ``before`` and ``after`` the places of all articles of their
    lineages. Compared again is what was printed after one of them, near enough to look back on it; where lineages
    joined or parted, all of them. Only lineages with several owners are looked at.
    """
    reshaped = _reshaped(before, after)
    lineages = sorted({after[name][0] for name in named if name in after} | reshaped)
    rows = bulk.ask(con, "lineage/printings", lineage_ids=lineages)
    moved = {name for name, place in after.items() if place[0] in reshaped} | set(named)
    due: dict[Revision, list[Revision]] = {}
    for _, printings in groupby(rows, key=lambda row: row["lineage_id"]):
        pairs = _looks_back(list(printings))
        due |= {own: earlier for own, earlier in pairs if earlier and {own[0], *_names(earlier)} & moved}
    measured = _compare(con, due)
    stored = bulk.ask(con, "lineage/copied", article_ids=sorted(moved | _names(due)))
    known = {(row["article_id"], row["revision"]): row["copied"] for row in stored}
    gone = {revision for revision in known if revision[0] in moved} - measured.keys()
    changed = {revision[0] for revision, copied in measured.items() if known.get(revision) != copied} | _names(gone)
    return _store(con, changed, known, measured, gone)


def _reshaped(before: Mapping[str, Place], after: Mapping[str, Place]) -> set[str]:
    """Return the lineages that were put together from several, or are parts of one."""
    into: dict[str, set[str]] = {}
    out_of: dict[str, set[str]] = {}
    for article in before.keys() & after.keys():
        into.setdefault(before[article][0], set()).add(after[article][0])
        out_of.setdefault(after[article][0], set()).add(before[article][0])
    joined = {lineage for lineage, former in out_of.items() if len(former) > 1}
    return joined.union(*(parts for parts in into.values() if len(parts) > 1))


def _looks_back(printings: Sequence[bulk.Row]) -> Iterator[tuple[Revision, list[Revision]]]:
    """Yield each revision of a lineage with the earlier ones of other owners that it is compared with."""
    for place, row in enumerate(printings):
        latest = [r for r in reversed(printings[max(place - REACH, 0) : place]) if r["owner"] != row["owner"]][:LATEST]
        first = [r for r in printings[: min(place, FIRST)] if r["owner"] != row["owner"]]
        earlier = [(r["article_id"], r["revision"]) for r in (*first, *latest)]
        yield (row["article_id"], row["revision"]), list(dict.fromkeys(earlier))


def _compare(con: DuckDBPyConnection, due: Mapping[Revision, Sequence[Revision]]) -> dict[Revision, float]:
    wanted = sorted({*due, *(revision for earlier in due.values() for revision in earlier)})
    if not wanted:
        return {}
    names, numbers = [name for name, _ in wanted], [number for _, number in wanted]
    rows = bulk.ask(con, "lineage/printed", article_ids=names, revisions=numbers)
    texts = {(row["article_id"], row["revision"]): row["text"] for row in rows}
    return {own: round(repeated(texts[own], [texts[e] for e in earlier]), DIGITS) for own, earlier in due.items()}


def _store(
    con: DuckDBPyConnection,
    changed: set[str],
    known: Mapping[Revision, float],
    measured: Mapping[Revision, float],
    gone: Collection[Revision],
) -> set[str]:
    if changed:
        kept = {r: copied for r, copied in {**known, **measured}.items() if r[0] in changed and r not in gone}
        bulk.run(con, "lineage/forget_copied", article_ids=sorted(changed))
        rows = [(*revision, copied) for revision, copied in sorted(kept.items())]
        bulk.insert(con, "copies", ("article_id", "revision", "copied"), rows)
    return changed


def _names(revisions: Collection[Revision]) -> set[str]:
    return {name for name, _ in revisions}
