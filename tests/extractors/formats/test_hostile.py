"""Inputs made to stall, blow up or mislead the parsers behind the formats."""

import gzip
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Unusable
from extractors.formats import parse_date, unpack
from extractors.formats.feed import MAX_ENTRIES
from extractors.formats.feed import parse as parse_feed
from extractors.formats.sitemap import parse as parse_sitemap
from tests.effort import examples

ITEM = b"<item><link>https://a.example/%d</link><pubDate>Tue, 04 Mar 2031 10:%02d:00 GMT</pubDate></item>"
RSS = b'<rss version="2.0"><channel>%s</channel></rss>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (RSS % (b"<item " + b" ".join(b'a%d="1"' % n for n in range(50_000)) + b">"), "attributes"),
        (RSS % (b"<!--" * 20_000), "comments"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]>' + RSS % b"", "dtd"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><rss/>'.encode("utf-16"), "dtd"),
        (RSS % (b"<item>" + b"<a>" * 210_000), "too_many_tags"),
        (RSS % b"<item><link>https://a.example/</link><title>&#x110000;</title></item>", "parser_exception"),
        (b"{" * 50_000, "parser_exception"),
        (b"", "empty"),
        (b"/etc/passwd", "not_a_feed"),
        (b"http://127.0.0.1:1/feed", "not_a_feed"),
    ],
    ids=["attributes", "comments", "dtd", "dtd-utf16", "tags", "exception", "json", "empty", "path", "address"],
)
def test_feed_is_refused(content: bytes, reason: str) -> None:
    started = time.process_time()
    listing = parse_feed(content, "https://a.example/feed")
    assert [problem.reason for problem in listing.problems] == [reason]
    assert not listing.entries
    assert time.process_time() - started < 2


def test_long_style_attribute_does_not_stall() -> None:
    text = b"&lt;p style=&quot;" + b"a" * 50_000 + b"&quot;&gt;"
    started = time.process_time()
    listing = parse_feed(
        RSS % (b"<item><link>https://a.example/1</link><description>" + text + b"</description></item>"), ""
    )
    assert len(listing.entries) == 1
    assert time.process_time() - started < 2


@pytest.mark.slow
def test_feed_flood_keeps_the_newest() -> None:
    items = b"".join(ITEM % (n, n % 60) for n in range(5_000))
    listing = parse_feed(RSS % items, "https://a.example/feed")
    assert len(listing.entries) == MAX_ENTRIES
    assert len(listing.entries) + listing.left_out == 5_000
    assert listing.entries[0].published_at == max(e.published_at for e in listing.entries if e.published_at)


@settings(max_examples=examples(150))
@given(st.integers(0, 400), st.binary(max_size=8))
def test_mangled_feeds_never_raise(at: int, junk: bytes) -> None:
    feed = RSS % b"".join(ITEM % (n, n) for n in range(3))
    listing = parse_feed(feed[:at] + junk + feed[at + len(junk) :], "https://a.example/feed")
    assert all(entry.url.startswith(("http://", "https://")) for entry in listing.entries)


@settings(max_examples=examples(100))
@given(st.binary(max_size=200))
def test_sitemaps_never_raise(content: bytes) -> None:
    listing = parse_sitemap(content, "https://a.example/sitemap.xml")
    assert not listing.entries or all(entry.url for entry in listing.entries)


def test_gzip_bomb_is_stopped_early() -> None:
    bomb = gzip.compress(b"\0" * 10_000_000) * 8
    tracemalloc.start()
    with pytest.raises(Unusable, match="too_big"):
        unpack(bomb, 5_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_gzip_members_are_joined_and_damage_is_named() -> None:
    assert unpack(gzip.compress(b"a") + gzip.compress(b"b")) == b"ab"
    assert unpack(b"plain") == b"plain"
    with pytest.raises(Unusable, match="bad_gzip"):
        unpack(gzip.compress(b"a" * 1000)[:-4])


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2031-03-04T10:00:00Z", "2031-03-04T10:00:00+00:00"),
        ("2031-03-04T10:00:00.123+0530", "2031-03-04T04:30:00+00:00"),
        ("2031-03-04 10:00", "2031-03-04T10:00:00+00:00"),
        ("20310304", "2031-03-04T00:00:00+00:00"),
        ("Tue, 04 Mar 2031 10:00:00 -0500", "2031-03-04T15:00:00+00:00"),
        ("2031-02-30", None),
        ("2031-03-04T24:60:00Z", None),
        ("soon", None),
        ("", None),
        (None, None),
        (20310304, None),
    ],
)
def test_dates(written: object, wanted: str | None) -> None:
    found = parse_date(written)
    assert (found.isoformat() if found else None) == wanted


@given(st.text(max_size=70))
def test_dates_never_raise(written: str) -> None:
    found = parse_date(written)
    assert found is None or found.tzinfo is not None
