"""A wire story whose number changes in print: an update is followed, a copy with another number waits."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from extractors.document import Document
from warehouse.belief import Quantity
from warehouse.ledger import open_warehouse, register_watch, store

NOON = datetime(2031, 6, 12, 12, tzinfo=UTC)
KILLED = Quantity("quake", "killed", ("people",), ("killed",), title="People killed", kind="cumulative")
STORY = (
    "KELM, June 12 (AP) - At least {} people were killed when an earthquake struck the hills above Kelm on Thursday. "
    "Roofs came down in the old town and the only road to the valley was cut by a landslide. Hospitals in the region "
    "called in every doctor they could reach, and the governor asked the army for tents, water and field kitchens."
)
UPDATE = STORY + (
    "\nRescuers reached two more villages in the evening and dug through the night with their hands. A school that "
    "had just been built lay flat, and its caretaker said that the children had left an hour before."
)


def page(source: str, text: str, hours: int) -> Document:
    at = NOON + timedelta(hours=hours)
    url = f"https://{source.lower()}.example/quake"
    return Document(url, source, text.encode(), "text/plain", at, published_at=at)


def toll(path: Path, *documents: Document) -> tuple[object, ...]:
    """Return the number, its voices, and the stances, once these have arrived in order of publication."""
    with open_warehouse(path, now=NOON) as w:
        register_watch(w, "quake", "watch: quake", [KILLED], subscribers={}, now=NOON)
        for document in documents:
            store(w, [document], now=document.fetched_at, watch="quake")
        [head] = w.con.execute("SELECT value, voices FROM consensus").fetchall()
        rows = w.con.execute("SELECT stance, reason FROM evidence JOIN consensus USING (version)").fetchall()
        return (*head, sorted(stance for stance, _ in rows), " ".join(reason for _, reason in rows))


def test_an_update_in_another_outlet_is_followed_at_once(tmp_path: Path) -> None:
    number, voices, stances, _ = toll(
        tmp_path / "a.duckdb", page("Post", STORY.format(12), 1), page("Echo", UPDATE.format(21), 2)
    )
    assert (number, voices, stances) == (21, 1, ["superseded", "supports"])


def test_a_copy_with_nothing_but_another_number_waits_for_a_second_one(tmp_path: Path) -> None:
    doctored = [page("Post", STORY.format(12), 1), page("Echo", STORY.format(21), 2)]
    number, _, stances, reasons = toll(tmp_path / "a.duckdb", *doctored)
    assert (number, stances) == (12, ["held", "supports"])
    assert "copy_differs" in str(reasons)
    number, _, _, _ = toll(tmp_path / "b.duckdb", *doctored, page("Mail", STORY.format(21), 3))
    assert number == 21
