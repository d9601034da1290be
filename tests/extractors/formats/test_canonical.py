"""Addresses: variants of one article share an identity, different articles never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.formats import canonical, identity, same_site

ONE = [
    "https://example.org/news/ferry?id=7",
    "http://example.org/news/ferry?id=7",
    "HTTPS://WWW.Example.ORG:443/news/ferry?id=7#top",
    "https://m.example.org/news/ferry/?id=7",
    "https://example.org/news/ferry/amp?id=7",
    "https://example.org/news/./x/../ferry?id=7&utm_source=a&UTM_Medium=b",
    "https://example.org//news/ferry?fbclid=1&id=7",
    "https://example.org/news/ferry;jsessionid=AB12?id=7",
    "https://user:secret@example.org/news/ferry?id=7&gclid=x",
    "https://example.org/news/%66erry?id=7",
    "https://example.org./news/ferry?id=7&amp=1",
]
OTHERS = [
    "https://example.org/news/ferry",
    "https://example.org/news/ferry?id=8",
    "https://example.org/news/Ferry?id=7",
    "https://example.com/news/ferry?id=7",
    "https://example.org:8080/news/ferry?id=7",
    "https://blog.example.org/news/ferry?id=7",
    "https://example.org/news%2Fferry?id=7",
    "https://example.org/news/ferry?id=7#!/page",
]


def test_variants_share_one_identity() -> None:
    assert {identity(url) for url in ONE} == {"example.org/news/ferry?id=7"}


def test_other_articles_keep_their_own() -> None:
    assert len({identity(url) for url in [ONE[0], *OTHERS]}) == 1 + len(OTHERS)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("HTTP://Example.org:80", "http://example.org/"),
        ("https://exämple.org/ü?q=ä", "https://xn--exmple-cua.org/%C3%BC?q=%C3%A4"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("https://a.example/#!ä/ü", "https://a.example/#!%C3%A4/%C3%BC"),
        ("  https://a.example/b?x=1&y=%26  ", "https://a.example/b?x=1&y=%26"),
        ("file:news/a.txt", "file:news/a.txt"),
        ("https://m.example.org/a/?share=x", "https://m.example.org/a/"),
    ],
)
def test_canonical_can_still_be_fetched(url: str, wanted: str) -> None:
    assert canonical(url) == wanted


def test_relative_addresses_need_their_base() -> None:
    assert canonical("../b?x=1", base="https://a.example/news/a/") == "https://a.example/news/b?x=1"


@pytest.mark.parametrize("url", ["http://", "https://a.example:99999/", "http://[::1/", "https://.../x"])
def test_invalid_addresses_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical(url)


@given(st.text(max_size=40), st.text(max_size=40))
def test_canonical_is_stable(path: str, query: str) -> None:
    try:
        once = canonical(f"https://a.example/{path}?{query}")
    except ValueError:
        return
    assert canonical(once) == once
    assert once.isascii()


def test_same_site() -> None:
    assert same_site("https://www.a.example/x", "https://a.example/y")
    assert same_site("https://news.a.example/x", "https://a.example/y")
    assert not same_site("https://nota.example/x", "https://a.example/y")
    assert not same_site("https://a.example.evil.example/", "https://a.example/")
