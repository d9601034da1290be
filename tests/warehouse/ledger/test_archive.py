import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from extractors.document import Document
from tests.warehouse.ledger.standins import at, page
from warehouse.ledger.archive import Archive, Place
from warehouse.ledger.errors import Busy, Damaged
from warehouse.ledger.identity import article_id, document_id, text_hash
from warehouse.ledger.journal import Journal, decode, encode


def test_documents_come_back_as_they_came(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a")
    documents = [
        page("alpha", "390 each", 2, title="Frei – «endlich»", language="de", owner="Alpha Group"),
        Document("https://x.example/a b\r\nX: y?q=ü", "x", bytes(range(256)), "text/html", at(3), charset="utf-8"),
        Document("file:///tmp/ä", "x", b"", "application/weird; \n", datetime(2031, 3, 1, 1, 2, 3, 456, tzinfo=UTC)),
    ]
    places = archive.add(documents[:2]) + archive.add(documents[2:])
    assert [archive.document(place) for place in reversed(places)] == documents[::-1]
    archive.close()


def test_any_warc_tool_can_read_it(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a")
    archive.add([page("alpha", "390 each", 2), page("beta", "400 each", 2)])
    with (tmp_path / "a" / "documents-00001.warc.gz").open("rb") as file:
        found = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(file)
        ]
    assert found == [
        ("resource", "https://alpha.example/story", b"390 each"),
        ("resource", "https://beta.example/story", b"400 each"),
    ]
    archive.close()


def test_a_half_written_record_is_left_alone_and_never_referred_to(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a")
    places = archive.add([page("alpha", "390 each", 2)])
    archive.record({"kind": "batch"})
    archive.close()
    with (tmp_path / "a" / "documents-00001.warc.gz").open("ab") as file:
        file.write(b"\x1f\x8b torn")
    again = Archive(tmp_path / "a")
    [place] = again.add([page("beta", "400 each", 2)])
    assert place == Place("documents-00002.warc.gz", 0)
    assert again.document(places[0]).content == b"390 each"
    with pytest.raises(Damaged, match=r"documents-00009\.warc\.gz, byte 0"):
        again.document(Place("documents-00009.warc.gz", 0))
    again.close()


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "news.duckdb.archive")
    with pytest.raises(Busy, match=r"news\.duckdb is in use by this process"):
        Archive(tmp_path / "news.duckdb.archive")
    archive.close()
    Archive(tmp_path / "news.duckdb.archive").close()


@given(st.integers(1, 4), st.integers(0, 300), st.binary(max_size=5))
def test_a_torn_last_line_is_cut_off_and_kept_beside(
    tmp_path_factory: pytest.TempPathFactory, lines: int, cut: int, noise: bytes
) -> None:
    path = tmp_path_factory.mktemp("j") / "journal.jsonl"
    journal = Journal(path)
    for number in range(1, lines + 1):
        journal.append({"seq": number, "kind": "batch", "words": "ü" * 20 * number})
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1 if lines > 1 else 0
    end = max(last, len(whole) - 1 - cut)
    path.write_bytes(whole[:end] + noise.replace(b"\n", b""))
    again = Journal(path)
    assert again.seq == lines - 1
    again.append({"seq": lines, "kind": "again"})
    assert [entry["seq"] for entry in again.entries()] == list(range(1, lines + 1))


def test_an_altered_line_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    for number in (1, 2, 3):
        journal.append({"seq": number, "kind": "batch", "words": "a line of some length"})
    content = bytearray(path.read_bytes())
    content[random.Random(7).randrange(20)] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged, match="line 1"):
        list(Journal(path).entries())


def test_a_very_long_last_line_is_found(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    Journal(path).append({"seq": 1, "kind": "batch"})
    Journal(path).append({"seq": 2, "kind": "batch", "documents": ["x" * 1000] * 500})
    assert Journal(path).seq == 2


def test_a_line_is_its_entry_or_nothing() -> None:
    line = encode({"seq": 1, "kind": 'a ","crc":"00000000"} b'})
    assert decode(line) == {"seq": 1, "kind": 'a ","crc":"00000000"} b'}
    assert [decode(line[:end]) for end in range(len(line))] == [None] * len(line)


def test_names_are_the_same_for_all_spellings_and_in_all_versions() -> None:
    assert article_id("https://www.alpha.example/story/?utm_source=x#top") == article_id("http://alpha.example/story")
    assert article_id("https://alpha.example/story") == "27f759cb53e88458"
    assert article_id("http://[half") != article_id("http://[other")
    assert document_id(page("alpha", "390")) != document_id(page("beta", "390"))
    assert text_hash("a  b\n") == text_hash("a b") != text_hash("ab")
