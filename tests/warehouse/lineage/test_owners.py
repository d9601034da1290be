from pathlib import Path

import pytest

from tests.warehouse.lineage.shelf import Page, lineages, put
from tests.warehouse.scratch import scratch
from warehouse.lineage import assign, check_owners, owner_named, owner_of
from warehouse.lineage.owners import parse, shipped


@pytest.mark.parametrize(
    ("source", "url", "owner"),
    [
        ("KHOU", "https://www.khou.com/news/1", "Tegna"),
        ("uk.reuters.com", "https://uk.reuters.com/article/1", "Reuters"),
        ("Express", "https://www.express.co.uk/1", "Reach"),
        ("Daily Mirror", "file:///tmp/page.html", "Reach"),
        ("news.sky.com", "not a url", "Comcast Sky"),
        ("Harbour Courier", "https://courier.example/1", "Harbour Courier"),
        ("Harbour Courier", "http://[", "Harbour Courier"),
        ("9News", "https://www.9news.com.au/1", "Nine"),
        ("KUSA", "https://www.9news.com/1", "Tegna"),
    ],
)
def test_a_source_belongs_to_its_family_or_to_itself(source: str, url: str, owner: str) -> None:
    assert owner_of(source, url) == owner


def test_a_file_of_your_own_comes_first(tmp_path: Path) -> None:
    table = tmp_path / "owners.tsv"
    table.write_text("owner\thosts\tnames\nIsland Group\tcourier.example khou.com\tThe Beacon\n", encoding="utf-8")
    assert owner_of("Harbour Courier", "https://m.courier.example/1", overrides=table) == "Island Group"
    assert owner_of("the  beacon", "https://beacon.example/", overrides=table) == "Island Group"
    assert owner_of("KHOU", "https://khou.com/", overrides=table) == "Island Group"
    assert owner_of("Express", "https://www.express.co.uk/1", overrides=table) == "Reach"


def test_a_credit_speaks_as_the_owner_that_your_table_names(tmp_path: Path) -> None:
    table = tmp_path / "owners.tsv"
    table.write_text("owner\thosts\tnames\nIsland Group\t\tHarbour Courier\n", encoding="utf-8")
    assert owner_named("Harbour Courier", overrides=table) == "Island Group"
    assert owner_named("KFVS", overrides=table) == "Gray Media"
    with scratch() as con:
        pages = [Page("a", "The dam broke.", credits=("Harbour Courier",)), Page("b", "Ships waited at sea.")]
        assign(con, put(con, pages), owners=table)
        assert {place[1] for place in lineages(con).values()} == {"Island Group", "b.test"}


def test_a_table_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"mine\.tsv: cannot be read as a table of owners"):
        check_owners(tmp_path / "mine.tsv")


def test_a_malformed_table_is_named_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"mine\.tsv:2: expected owner, hosts and names"):
        parse("owner\thosts\tnames\nIsland Group courier.example\n", "mine.tsv")


def test_the_shipped_table_covers_the_large_families() -> None:
    owners = set(shipped().hosts.values())
    assert len(owners) >= 150
    assert {"Gannett", "Tegna", "Hearst", "McClatchy", "Reach", "News Corp", "Sinclair", "AP", "Reuters"} <= owners


def test_a_credited_station_speaks_as_its_owner() -> None:
    assert owner_named("KFVS") == owner_named("KAIT") == "Gray Media"
    assert owner_named("Harbour Courier") is None
