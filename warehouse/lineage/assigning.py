"""Keep `lineages` up to date with the articles that came or changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk
from warehouse.lineage.copying import measure
from warehouse.lineage.grouping import Grouping
from warehouse.lineage.origins import Witness, origins
from warehouse.lineage.rulings import Rulings, standing

DAYS = 14  # between two articles that can be copies; wire copies come within hours, reprints and updates within days

Place = tuple[str, str]  # lineage_id, origin


def assign(
    con: DuckDBPyConnection, article_ids: Sequence[str], *, days: int = DAYS, owners: Path | None = None
) -> set[str]:
    """Give each of these articles its lineage and origin; return all articles of which these changed.

    Also those of which another share is now known to have been printed before (table ``copies``).
    ``owners``: a table of owners that comes before the shipped one (of the same form). To call inside the ledger's
    transaction, once the revisions and sketches of these articles are inserted, and for articles that a decision names
    (see ``rulings``). An article that has a lineage already counts as edited: its lineage is put together again from
    what its members now say. Lineages are the connected components of "is a copy of" over pairs at most ``days`` apart,
    so that the order of arrival does not matter; see docs/decisions.
    """
    named = sorted(set(article_ids))
    if not named:
        return set()
    rulings = standing(con)
    before = _places(bulk.ask(con, "lineage/known", article_ids=named))
    concerned = {*named, *before}
    bulk.run(con, "lineage/forget", article_ids=sorted(before))
    grouping = Grouping(con, concerned, rulings, days)
    grouping.join_copies()
    grouping.join_decided()
    components = grouping.components()
    absorbed = sorted({lineage for _, lineages in components for lineage in lineages})
    joined = bulk.ask(con, "lineage/members", lineage_ids=absorbed) if absorbed else []
    before |= _places(joined)
    members: dict[str, set[str]] = {}
    for row in joined:
        members.setdefault(row["lineage_id"], set()).add(row["article_id"])
    after = _settled(
        con,
        [articles.union(*(members[lineage] for lineage in lineages)) for articles, lineages in components],
        rulings,
        owners,
    )
    changed = _store(con, before, after, concerned)
    return changed | measure(con, named, before, after)


def _places(rows: Sequence[Mapping[str, str]]) -> dict[str, Place]:
    return {row["article_id"]: (row["lineage_id"], row["origin"]) for row in rows}


def _settled(
    con: DuckDBPyConnection, lineages: Sequence[set[str]], rulings: Rulings, owners: Path | None
) -> dict[str, Place]:
    """Name each lineage after its first article in effective order, and find its articles' origins."""
    articles = sorted({article for lineage in lineages for article in lineage})
    rows = [Witness(**row) for row in bulk.ask(con, "lineage/testimony", article_ids=articles)]
    number = {article: index for index, lineage in enumerate(lineages) for article in lineage}
    ordered: dict[int, list[Witness]] = {}
    for row in rows:
        ordered.setdefault(number[row.article_id], []).append(row)
    after: dict[str, Place] = {}
    for lineage in ordered.values():
        found = origins(lineage, rulings, owners)
        after |= {article: (lineage[0].article_id, origin) for article, origin in found.items()}
    return after


def _store(
    con: DuckDBPyConnection, before: Mapping[str, Place], after: Mapping[str, Place], forgotten: set[str]
) -> set[str]:
    changed = {article for article, place in after.items() if before.get(article) != place}
    changed |= before.keys() - after.keys()
    bulk.run(con, "lineage/forget", article_ids=sorted(changed - forgotten))
    rows = [(article, *after[article]) for article in sorted((changed | forgotten) & after.keys())]
    bulk.insert(con, "lineages", ("article_id", "lineage_id", "origin"), rows)
    return changed
