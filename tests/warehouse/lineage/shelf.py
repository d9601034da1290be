"""A warehouse in memory, filled with texts, for the tests and benches of lineages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from importlib.resources import files

import duckdb
from duckdb import DuckDBPyConnection

from extractors.likeness import credits as credited
from extractors.likeness import sketch
from warehouse.ledger import bulk

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Page:
    """One revision of one article; ``minutes`` after noon is its place in effective order."""

    article_id: str
    text: str
    minutes: int = 0
    source: str = ""
    owner: str = ""
    revision: int = 1
    credits: tuple[str, ...] | None = None
    url: str = field(default="")

    @property
    def effective_at(self) -> datetime:
        return NOON + timedelta(minutes=self.minutes)


def empty() -> DuckDBPyConnection:
    """Return a new warehouse in memory with every migration applied."""
    con = duckdb.connect(config={"autoinstall_known_extensions": False})
    con.execute("SET TimeZone = 'UTC'")
    con.execute("SET enable_progress_bar = false")
    migrations = files("warehouse.sql").joinpath("migrations")
    for migration in sorted(migrations.iterdir(), key=lambda path: path.name):
        con.execute(migration.read_text(encoding="utf-8"))
    return con


def put(con: DuckDBPyConnection, pages: Iterable[Page]) -> list[str]:
    """Insert revisions and sketches as the ledger does; return the article ids."""
    pages = list(pages)
    edited = [page.article_id for page in pages if page.revision > 1]
    if edited:
        bulk.run(con, "articles/forget_sketches", article_ids=edited)
    bulk.insert_rows(con, "revisions", [_revision(page) for page in pages])
    hashes = ((h, page.article_id, page.effective_at) for page in pages for h in sketch(page.text))
    bulk.insert(con, "sketches", ("hash", "article_id", "effective_at"), hashes)
    return [page.article_id for page in pages]


def lineages(con: DuckDBPyConnection) -> dict[str, tuple[str, str]]:
    """Return lineage and origin of every article."""
    rows = con.execute("SELECT article_id, lineage_id, origin FROM lineages").fetchall()
    assert len(rows) == len({row[0] for row in rows}), "an article has one lineage"
    return {row[0]: (row[1], row[2]) for row in rows}


def copied(con: DuckDBPyConnection) -> dict[tuple[str, int], float]:
    """Return how much of each revision its lineage had printed before, where others had printed it."""
    rows = con.execute("SELECT article_id, revision, copied FROM copies").fetchall()
    assert len(rows) == len({row[:2] for row in rows})
    return {row[:2]: row[2] for row in rows}


def groups(con: DuckDBPyConnection) -> set[frozenset[str]]:
    """Return the lineages as sets of articles."""
    found: dict[str, set[str]] = {}
    for article, (lineage, _) in lineages(con).items():
        found.setdefault(lineage, set()).add(article)
    return {frozenset(articles) for articles in found.values()}


def decide(con: DuckDBPyConnection, number: int, kind: str, subject: str, undone_by: str | None = None) -> None:
    """Record a human decision."""
    con.execute(
        "INSERT INTO decisions VALUES ($id, $kind, $subject, 'Vera', 'she read both', $at, $undone)",
        {
            "id": f"d{number}",
            "kind": kind,
            "subject": subject,
            "at": NOON + timedelta(days=number),
            "undone": undone_by,
        },
    )


def _revision(page: Page) -> dict[str, object]:
    source = page.source or f"{page.article_id}.test"
    named: Sequence[str] = credited(page.text, (), source) if page.credits is None else page.credits
    return {
        "article_id": page.article_id,
        "revision": page.revision,
        "document_id": f"{page.article_id}.{page.revision}",
        "url": page.url or f"https://{page.article_id}.test/",
        "source": source,
        "owner": page.owner or source,
        "title": None,
        "first_seen_at": page.effective_at,
        "effective_at": page.effective_at,
        "text": page.text,
        "text_hash": sha256(page.text.encode()).hexdigest(),
        "dropped": "[]",
        "credits": list(named),
        "watches": ["w"],
    }
