"""Sources to documents: what is new, changed or due, and a reason for everything that is not taken."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extractors.formats import Entry
from flows.addresses import Guard, parse_allowed
from flows.collecting import collect, unavailable
from flows.fetching import Fetcher, Limits, Unavailable
from flows.visiting import GIVE_UP, Collected, Job, is_due
from flows.watch import Source
from tests.flows.hostile import Hostile, Request, page, redirect, reply
from warehouse.ledger.runs import SourceState

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def fetcher(server: Hostile) -> Iterator[Fetcher]:
    with Fetcher(Guard(parse_allowed([server.host])), Limits(seconds=2, wire=500_000, decoded=500_000)) as ready:
        yield ready


def job(kind: str, *at: str, **more: object) -> Job:
    given = {key: more.pop(key) for key in ("name", "owner", "published_at", "url", "language") if key in more}
    return Job(Source.model_validate({kind: list(at), **given}), NOW, **more)


def feed(server: Hostile, *paths: str, hour: int = 1) -> bytes:
    items = "".join(
        f"<item><title>T {p}</title><link>{server.url(p)}</link><pubDate>Wed, 04 Mar 2026 {hour + n:02}:00:00 GMT"
        "</pubDate></item>" for n, p in enumerate(paths)
    )  # fmt: skip
    return f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>".encode()


def serve_feed(server: Hostile, *paths: str, etag: str = '"f1"') -> None:
    def script(request: Request) -> Iterator[bytes]:
        if request.headers.get("if-none-match") == etag:
            yield reply(b"", 304)
        else:
            yield reply(feed(server, *paths), Content_Type="application/rss+xml", ETag=etag)

    server.scripts["/feed"] = script


def serve_page(server: Hostile, path: str, text: str = "<p>Forty ferries left.</p>") -> None:
    def script(request: Request) -> Iterator[bytes]:
        tag = f'"{len(text)}"'
        yield (
            reply(b"", 304)
            if request.headers.get("if-none-match") == tag
            else reply(text.encode(), Content_Type="text/html; charset=utf-8", ETag=tag)
        )

    server.scripts[path] = script


def again(before: Job, got: Collected, **more: object) -> Job:
    """The next pass, with what the last one had to be remembered."""
    states = {**before.states, **{s.url: s for s in got.states}}
    return replace(before, states=states, **more)


def test_a_feed_gives_its_pages_oldest_first_with_what_it_says_of_them(server: Hostile, fetcher: Fetcher) -> None:
    serve_feed(server, "/a", "/b")
    serve_page(server, "/a")
    serve_page(server, "/b")
    got = collect(job("feed", server.url("/feed"), name="Bay Post", owner="Bay Group"), fetcher)
    assert [(d.url, d.source, d.owner, d.title) for d in got.documents] == [
        (server.url("/a"), "Bay Post", "Bay Group", "T /a"),
        (server.url("/b"), "Bay Post", "Bay Group", "T /b"),
    ]
    assert got.documents[0].published_at == datetime(2026, 3, 4, 1, tzinfo=UTC)
    assert (got.documents[0].media_type, got.documents[0].charset) == ("text/html", "utf-8")
    assert got.documents[0].fetched_at == NOW
    assert (got.error, dict(got.counts)["new"], got.rejections) == (None, 2, ())


def test_the_newest_are_taken_and_the_rest_is_counted(server: Hostile, fetcher: Fetcher) -> None:
    paths = [f"/p{n}" for n in range(8)]
    serve_feed(server, *paths)
    for path in paths:
        serve_page(server, path)
    got = collect(job("feed", server.url("/feed"), newest=3), fetcher)
    assert [d.url for d in got.documents] == [server.url(p) for p in ("/p5", "/p6", "/p7")]
    assert got.counts["left_out"] == 5
    assert got.documents[0].source == "127.0.0.1"


def test_a_second_pass_downloads_nothing_again(server: Hostile, fetcher: Fetcher) -> None:
    serve_feed(server, "/a", "/b")
    serve_page(server, "/a")
    serve_page(server, "/b")
    first = job("feed", server.url("/feed"))
    second = again(first, collect(first, fetcher), now=NOW + timedelta(minutes=5))
    server.asked.clear()
    got = collect(second, fetcher)
    assert got.documents == ()
    assert server.paths() == ["/feed"]
    assert server.asked[-1].headers["if-none-match"] == '"f1"'


def test_a_page_is_looked_at_again_also_where_its_feed_is_unchanged(server: Hostile, fetcher: Fetcher) -> None:
    serve_feed(server, "/a", "/b")
    serve_page(server, "/a")
    serve_page(server, "/b")
    first = job("feed", server.url("/feed"))
    recent = {server.url("/a"): NOW, server.url("/b"): NOW}
    second = again(first, collect(first, fetcher), now=NOW + timedelta(hours=1), recent=recent)
    serve_page(server, "/b", "<p>Forty-one ferries left, not forty.</p>")
    got = collect(second, fetcher)
    assert [d.url for d in got.documents] == [server.url("/b")]
    assert (got.counts["rechecked"], got.counts["not_modified"]) == (1, 1)
    assert {s.url for s in got.states} == {server.url("/feed"), server.url("/a"), server.url("/b")}
    third = again(second, got, now=NOW + timedelta(hours=100))
    assert collect(third, fetcher).documents == ()


@pytest.mark.parametrize(
    ("entry", "state", "due"),
    [
        ({}, None, True),
        ({}, {"hours": 5}, False),
        ({}, {"hours": 7}, True),
        ({"published": 3}, {"hours": 0.4}, False),
        ({"published": 3}, {"hours": 0.6}, True),
        ({"published": 90}, {"hours": 23}, False),
        ({"published": 90}, {"hours": 25}, True),
        ({"published": 90, "modified": 1}, {"hours": 2}, True),
        ({"published": 90, "modified": 3}, {"hours": 2}, False),
        ({"published": 90, "modified": -50}, {"hours": 2}, False),  # a listing that lies ahead
        ({"published": 90}, {"hours": 0.1, "failures": 1}, True),
        ({"published": 90}, {"hours": 23, "failures": GIVE_UP}, False),
        ({"published": 90}, {"hours": 25, "failures": GIVE_UP}, True),
    ],
)
def test_when_a_page_is_due(entry: dict, state: dict | None, due: bool) -> None:
    def ago(hours: float | None) -> datetime | None:
        return None if hours is None else NOW - timedelta(hours=hours)

    known = state and SourceState("s", "u", checked_at=ago(state["hours"]), failures=state.get("failures", 0))
    asked = Entry("u", published_at=ago(entry.get("published")), modified_at=ago(entry.get("modified")))
    assert is_due(known, asked, NOW) is due


def test_every_page_that_is_dropped_has_its_reason(server: Hostile, fetcher: Fetcher) -> None:
    serve_feed(server, "/ok", "/gone", "/pdf", "/away", "/big")
    serve_page(server, "/ok")
    server.scripts |= {
        "/pdf": page("%PDF-1.7", Content_Type="application/pdf"),
        "/away": redirect("http://169.254.169.254/latest"),
        "/big": page("x" * 600_000),
    }
    server.scripts["/pdf"] = lambda _: iter([reply(b"%PDF-1.7", Content_Type="application/pdf")])
    first = job("feed", server.url("/feed"))
    got = collect(first, fetcher)
    assert [d.url for d in got.documents] == [server.url("/ok")]
    assert sorted(r.reason for r in got.rejections) == ["blocked_address", "http_404", "not_text", "too_big"]
    assert (got.counts["refused"], got.error) == (4, None)
    server.asked.clear()
    assert collect(again(first, got, now=NOW + timedelta(hours=2)), fetcher).rejections == ()
    assert set(server.paths()) == {"/feed"}


def test_a_failing_page_is_tried_each_pass_then_given_up(server: Hostile, fetcher: Fetcher) -> None:
    serve_feed(server, "/a", etag='"never"')
    server.scripts["/a"] = lambda _: iter([reply(b"", 500)])
    next_job, rejections = job("feed", server.url("/feed")), []
    for n in range(GIVE_UP + 2):
        got = collect(next_job, fetcher)
        rejections += got.rejections
        next_job = again(next_job, got, now=NOW + timedelta(minutes=15 * (n + 1)))
    assert server.paths().count("/a") == GIVE_UP
    assert [r.reason for r in rejections] == ["http_500"]


def test_a_dead_host_is_left_after_three_pages(server: Hostile, fetcher: Fetcher) -> None:
    serve_feed(server, *[f"/p{n}" for n in range(9)])
    for n in range(9):
        server.scripts[f"/p{n}"] = lambda _: iter([reply(b"", 503)])
    got = collect(job("feed", server.url("/feed")), fetcher)
    assert got.counts["waiting"] == 9
    assert len(server.paths()) == 4


def test_time_is_shared_out(server: Hostile, fetcher: Fetcher) -> None:
    serve_feed(server, "/a")
    serve_page(server, "/a")
    got = collect(job("feed", server.url("/feed"), seconds=-1.0), fetcher)
    assert (got.documents, got.counts["waiting"]) == ((), 1)


def test_a_source_that_cannot_be_had_is_retried_then_remembered(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts["/feed"] = lambda _: iter([reply(b"", 503)])
    asked = job("feed", server.url("/feed"), name="Bay Post")
    with pytest.raises(Unavailable) as told:
        collect(asked, fetcher)
    got = unavailable(asked, told.value)
    assert "answered 503" in (got.error or "")
    assert [(s.url, s.failures) for s in got.states] == [(server.url("/feed"), 1)]


@pytest.mark.parametrize(
    "content", [b"", b"<html><body>Log in</body></html>", b"\x00\x01", b"<!DOCTYPE r [<!ENTITY a 'b'>]><rss/>"]
)
def test_a_feed_that_is_none_is_an_error_of_the_source(server: Hostile, fetcher: Fetcher, content: bytes) -> None:
    server.scripts["/feed"] = lambda _: iter([reply(content)])
    got = collect(job("feed", server.url("/feed")), fetcher)
    assert got.error
    assert got.rejections
    assert got.states[0].failures == 1


def test_one_broken_place_leaves_the_others(server: Hostile, fetcher: Fetcher) -> None:
    serve_feed(server, "/a")
    serve_page(server, "/a")
    server.scripts["/dead"] = lambda _: iter([reply(b"", 503)])
    got = collect(job("feed", server.url("/dead"), server.url("/feed")), fetcher)
    assert len(got.documents) == 1
    assert "503" in (got.error or "")


def test_addresses_and_sitemaps(server: Hostile, fetcher: Fetcher) -> None:
    for path in ("/a", "/b", "/c"):
        serve_page(server, path)
    got = collect(job("urls", server.url("/a"), server.url("/b#x"), "ftp://nowhere/"), fetcher)
    assert {d.url for d in got.documents} == {server.url("/a"), server.url("/b")}
    assert [r.reason for r in got.rejections] == ["bad_line"]
    inner = f"<urlset><url><loc>{server.url('/c')}</loc></url></urlset>".encode()
    named = "".join(f"<sitemap><loc>{server.url(path)}</loc></sitemap>" for path in ("/s2.xml.gz", "/s.xml"))
    index = f"<sitemapindex>{named}</sitemapindex>"
    server.scripts["/s.xml"] = lambda _: iter([reply(index.encode())])  # it names itself, too
    server.scripts["/s2.xml.gz"] = lambda _: iter([reply(gzip.compress(inner))])
    got = collect(job("sitemap", server.url("/s.xml")), fetcher)
    assert [d.url for d in got.documents] == [server.url("/c")]
    assert server.paths().count("/s.xml") == 1


def test_redirects_count_for_the_last_address_and_binary_types_are_sniffed(server: Hostile, fetcher: Fetcher) -> None:
    serve_page(server, "/new")
    server.scripts |= {"/old": redirect("/new"), "/raw": lambda _: iter([reply(b"Forty ferries left.")])}
    got = collect(job("urls", server.url("/old"), server.url("/raw")), fetcher)
    assert {(d.url, d.media_type) for d in got.documents} == {
        (server.url("/new"), "text/html"), (server.url("/raw"), "text/plain")
    }  # fmt: skip
    assert server.url("/old") in {s.url for s in got.states}


def line(url: str, **more: object) -> str:
    return json.dumps({"url": url, "source": "Bay Post", "published_at": None, "text": "Forty ferries left.", **more})


def test_files_of_each_kind_also_gzipped(tmp_path: Path, fetcher: Fetcher) -> None:
    (tmp_path / "a.txt").write_text("Forty ferries left.")
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(b"<html><p>Forty ferries left.</p></html>"))
    (tmp_path / "c.jsonl").write_text(line("https://bay.example/c") + "\n{bad\n")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7")
    got = collect(job("files", "*", folder=tmp_path, name="Own"), fetcher)
    assert sorted(d.source for d in got.documents) == ["Bay Post", "Own", "Own"]
    assert sorted(r.reason for r in got.rejections) == ["bad_line", "unknown_format"]


def test_a_single_file_takes_what_the_watch_says_of_it(tmp_path: Path, fetcher: Fetcher) -> None:
    (tmp_path / "a.txt").write_text("Forty ferries left.")
    asked = job("files", "a.txt", folder=tmp_path, name="Own", url="https://own.example/a", published_at="2026-03-01")
    got = collect(asked, fetcher)
    assert got.documents[0].url == "https://own.example/a"
    assert got.documents[0].published_at == datetime(2026, 3, 1, tzinfo=UTC)
    assert collect(again(asked, got), fetcher).counts == {"listed": 1, "not_modified": 1}
    (tmp_path / "a.txt").write_text("Forty-one ferries left.")
    assert len(collect(again(asked, got), fetcher).documents) == 1


def test_missing_files_are_an_error_of_the_source(tmp_path: Path, fetcher: Fetcher) -> None:
    assert "no such file" in (collect(job("files", "none/*.txt", folder=tmp_path), fetcher).error or "")


def test_a_remote_file_of_lines_is_asked_for_conditionally(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts["/n.jsonl"] = lambda r: iter(
        [reply(b"", 304) if "if-none-match" in r.headers else reply(line("https://bay.example/c").encode(), ETag='"1"')]
    )
    asked = job("jsonl", server.url("/n.jsonl"))
    got = collect(asked, fetcher)
    assert [d.source for d in got.documents] == ["Bay Post"]
    assert collect(again(asked, got), fetcher).counts == {"listed": 1, "not_modified": 1}
