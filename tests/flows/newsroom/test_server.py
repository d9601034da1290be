"""The newsroom over real HTTP: what a reader and a feed reader get, and when."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

import feedparser
import httpx
import pytest

from flows.newsroom.edition import Newsroom, opened
from flows.newsroom.server import Site, serving


class Clock:
    """The newsroom's time, moved by the test."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(scope="module")
def newsroom() -> Newsroom:
    return opened()


@pytest.fixture(scope="module")
def ticking(newsroom: Newsroom) -> Clock:
    return Clock(newsroom.moments()[-1])


@pytest.fixture
def clock(newsroom: Newsroom, ticking: Clock) -> Clock:
    """The clock of the site, set to the newest moment."""
    ticking.now = newsroom.moments()[-1]
    return ticking


@pytest.fixture(scope="module")
def site(newsroom: Newsroom, ticking: Clock) -> Iterator[Site]:
    with serving(newsroom, ticking, port=0) as site:
        yield site


@pytest.fixture(scope="module")
def web() -> Iterator[httpx.Client]:
    with httpx.Client(verify=False) as client:
        yield client


def test_every_page_is_served_with_its_text(web: httpx.Client, site: Site, newsroom: Newsroom, clock: Clock) -> None:
    for page in newsroom.edition(clock.now).pages:
        reply = web.get(site.base + page.path)
        assert reply.status_code == 200
        assert page.masthead.elsewhere[0] in reply.text
        assert page.published_at.isoformat() in reply.text
        assert site.base + page.path in reply.text


def test_a_page_is_not_there_before_its_time(web: httpx.Client, site: Site, newsroom: Newsroom, clock: Clock) -> None:
    last = newsroom.edition(clock.now).pages[0]
    clock.now = newsroom.moments()[0]
    assert web.get(site.base + last.path).status_code == 404
    assert last.path not in web.get(f"{site.base}/sitemap.xml").text


def test_feeds_list_the_pages_of_their_masthead(
    web: httpx.Client, site: Site, newsroom: Newsroom, clock: Clock
) -> None:
    edition = newsroom.edition(clock.now)
    for masthead in edition.mastheads:
        if masthead.listing == "sitemap":
            continue
        feed = feedparser.parse(web.get(f"{site.base}/{masthead.key}/feed.xml").content)
        assert not feed.bozo
        assert [urlsplit(e.link).path for e in feed.entries] == [p.path for p in edition.of(masthead)]
        assert all(e.get("published_parsed") for e in feed.entries)


def test_an_unchanged_page_is_not_sent_again(web: httpx.Client, site: Site, newsroom: Newsroom, clock: Clock) -> None:
    url = site.base + newsroom.edition(clock.now).pages[0].path
    modified = web.get(url).headers["Last-Modified"]
    assert web.get(url, headers={"If-Modified-Since": modified}).status_code == 304
    assert web.get(url, headers={"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}).status_code == 200
    assert web.get(url, headers={"If-Modified-Since": "yesterday"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/robots.txt", "/courier/", "/sitemap.xml", "/observer/sitemap.xml"])
def test_fronts_and_listings_are_there(web: httpx.Client, site: Site, path: str) -> None:
    assert web.get(site.base + path).status_code == 200


@pytest.mark.parametrize("path", ["/nobody/", "/observer/feed.xml", "/courier/2025/10/never-written"])
def test_other_paths_are_not_found(web: httpx.Client, site: Site, path: str) -> None:
    assert web.get(site.base + path).status_code == 404


def test_a_taken_port_becomes_a_free_one(web: httpx.Client, site: Site, newsroom: Newsroom, clock: Clock) -> None:
    with serving(newsroom, clock, port=site.server_port) as other:
        assert other.server_port != site.server_port
        assert web.get(f"{other.base}/robots.txt").status_code == 200
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{other.base}/robots.txt")
