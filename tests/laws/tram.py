"""An invented accident, as five mastheads tell it: two wire copies, two reports of their own, one in other words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from extractors.document import Document
from flows.watch import Watch, parse
from warehouse.ledger import Applied, Warehouse, open_warehouse, register_watch, store

MORNING = datetime(2031, 9, 4, 6, tzinfo=UTC)
EVENING = MORNING + timedelta(days=2)

WATCH = """\
watch: tram
quantities:
  killed: {title: People killed, count: people, action: killed, kind: KIND}
  injured: {title: People injured, count: people, action: injured, kind: KIND}
subscribers:
  - screen: {}
"""

WIRE = (
    "At least 12 people were killed on Thursday when two trams collided at the foot of the Osterberg in Port Lissen, "
    "the fire brigade said. Another 31 people were injured. The line was built along the old harbour wall, and its "
    "signals were to be renewed in the spring. Crews cut through the roof of the second tram with saws and lifted "
    "the passengers out on ladders, while neighbours brought blankets and tea from the houses along the quay.\n"
    "The mayor cancelled the autumn fair. The line stays closed until the investigators have taken the wreck away, "
    "and replacement buses leave from the fish market every ten minutes."
)
TEXTS = {
    "Lissen Post": f"PORT LISSEN (Northern Press Agency) - {WIRE}",
    "Harbour Echo": f"PORT LISSEN (Northern Press Agency) - {WIRE[:460]}",
    "Bay Gazette": "The number of dead after the tram accident in Port Lissen has risen: 14 people were killed, the "
    "city hospital said on Thursday afternoon. Doctors there are treating 31 injured people, and four of them are in "
    "a serious condition. Our reporter saw relatives waiting in the hall, where a chaplain read out the names.",
    "Valley Courier": "Fourteen people were killed in the collision of two trams below the Osterberg, the public "
    "prosecutor told this newspaper. She has opened an inquiry into the brakes of the older car, a type that other "
    "cities retired long ago. The driver, who survived, has not been questioned yet.",
    "Coast Mirror": "Brakes had been a worry for years on the hill line where 14 people were killed this week, "
    "according to minutes of the works council that we have read. The company answered that every car had been "
    "inspected in August and that it would publish the protocols before the end of the month.",
}  # fmt: skip
STATE = (
    "SELECT * EXCLUDE (version) FROM consensus ORDER BY ALL",
    "SELECT e.* EXCLUDE (version) FROM evidence e JOIN consensus USING (watch, quantity, version) ORDER BY ALL",
    "SELECT article_id, lineage_id, origin FROM articles ORDER BY ALL",
)
TABLES = (
    "documents", "revisions", "figures", "reports", "lineages", "stances", "consensus_history", "alerts",
    "deliveries", "rejections", "entries",
)  # fmt: skip


def articles() -> list[Document]:
    """The five, in the order in which they appeared, two hours apart."""
    return [article(source, text, 2 * n) for n, (source, text) in enumerate(TEXTS.items())]


def article(source: str, text: str, hours: int, page: str = "tram", owner: str | None = None) -> Document:
    """A plain text of a masthead, published so many hours after the morning."""
    url = f"https://{source.lower().replace(' ', '-')}.example/{page}"
    return Document(
        url, source, text.encode(), "text/plain", EVENING, published_at=MORNING + timedelta(hours=hours), owner=owner
    )


def copy(original: Document, source: str, hours: int) -> Document:
    """The same text in another outlet, later."""
    later = MORNING + timedelta(hours=hours)
    return replace(original, url=f"https://{source}.example/copy", source=source, published_at=later)


def watch(kind: str = "cumulative") -> Watch:
    return parse(WATCH.replace("KIND", kind))


def opened(path: Path) -> Warehouse:
    """A warehouse with all its rooms that follows the accident."""
    w = open_warehouse(path, now=EVENING)
    follow(w, watch())
    return w


def follow(w: Warehouse, made: Watch, now: datetime = EVENING) -> bool:
    return register_watch(w, made.name, made.yaml, made.quantities, subscribers={"screen": ()}, now=now)


def arrive(w: Warehouse, order: Sequence[Document]) -> Iterator[Applied]:
    """Take in one article after the other, a minute apart."""
    for minute, one in enumerate(order):
        yield store(w, [one], now=EVENING + timedelta(minutes=minute), watch="tram")


def state(w: Warehouse) -> list[Any]:
    """What is believed, why, and whose voices there are; nothing of when it became known."""
    return [w.con.execute(query).fetchall() for query in STATE]


def rows(w: Warehouse) -> dict[str, int]:
    return {table: w.con.table(table).count("*").fetchall()[0][0] for table in TABLES}


def voices(w: Warehouse, quantity: str = "killed") -> int:
    found = w.con.execute("SELECT voices FROM consensus WHERE quantity = $quantity", {"quantity": quantity}).fetchall()
    return int(found[0][0]) if found else 0
