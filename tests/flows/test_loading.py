"""What is loaded at once goes in by publication, whatever the order of the files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from extractors.document import Document
from flows import watch as watches
from flows.loading import Found, load
from warehouse.ledger.warehouse import open_warehouse

NOW = datetime(2031, 6, 12, 12, tzinfo=UTC)


def test_files_that_arrive_now_are_taken_in_order_of_publication(tmp_path: Path) -> None:
    watch = watches.load(Path(__file__).parent / "cases" / "quake.yaml")
    hours = [5, None, 2, 9, 1]
    documents = [
        Document(
            f"https://post.example/{hour}", "Post", f"Roads were cut in {hour} valleys by the storm.".encode(),
            "text/plain", NOW, published_at=None if hour is None else NOW - timedelta(hours=hour),
        )
        for hour in hours
    ]  # fmt: skip
    with open_warehouse(tmp_path / "news.duckdb", now=NOW) as w:
        load(w, watch, Found(documents), NOW, arrival="now", send=False, progress=lambda _: None)
        urls = [row[0] for row in w.con.execute("SELECT url FROM documents ORDER BY rowid").fetchall()]
    assert [url.rsplit("/")[-1] for url in urls] == ["9", "5", "2", "1", "None"]
