"""Pages: the body, the page's own title, date and language, and nothing that a reader cannot see."""

import json

import pytest

from tests.extractors.reading.pages import BODY, FETCHED, HEADLINE, PARAGRAPHS, article, page


def test_body_alone_is_the_text() -> None:
    read = article(page())
    assert read.text.split("\n") == [HEADLINE, *PARAGRAPHS]
    assert read.language == "en"
    assert read.source == "Harbour Wire"


def test_reading_twice_gives_the_same() -> None:
    assert [article(page()) for _ in range(3)].count(article(page())) == 3


def ld(record: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(record)}</script>'


SITE = '<meta property="og:site_name" content="Harbour Wire">'
NEWS = {"@type": "NewsArticle", "headline": "Ferry &amp; storm", "datePublished": "2031-03-04T10:00:00+01:00"}
RELATED = {"@type": "ItemList", "itemListElement": [{"item": {**NEWS, "datePublished": "2031-03-01"}}]}


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (ld(NEWS), "2031-03-04T09:00:00+00:00"),
        (ld([RELATED, {"@graph": [{"@type": "WebSite"}, NEWS]}]), "2031-03-04T09:00:00+00:00"),
        (ld(RELATED), None),
        ('<meta property="article:published_time" content="2031-03-04T10:00:00Z">', "2031-03-04T10:00:00+00:00"),
        ('<meta name="date" content="2031-03-04">', "2031-03-04T00:00:00+00:00"),
        ('<meta property="article:published_time" content="1989-03-04">', None),
        ('<meta property="article:published_time" content="2099-03-04">', None),
        ('<meta property="article:published_time" content="2031-03-20T20:00:00">', FETCHED.isoformat()),
        ('<meta property="article:modified_time" content="2031-03-05T10:00:00Z">', "2031-03-05T10:00:00+00:00"),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
        ('<script type="application/ld+json">{"@type": ["NewsArticle", 7], "datePublished": NaN}</script>', None),
        ("", None),
    ],
    ids=["ld", "graph", "list", "meta", "day", "1989", "2099", "zone", "modified", "deep", "nan", "copyright"],
)
def test_date(head: str, wanted: str | None) -> None:
    found = article(page(head)).published_at
    assert (found.isoformat() if found else None) == wanted


def test_date_in_the_address_and_of_the_carrier() -> None:
    found = article(page(), url="https://harbour.example/2031/03/04/ferry").published_at
    assert found is not None
    assert found.date().isoformat() == "2031-03-04"
    assert article(page(ld(NEWS)), published_at=FETCHED).published_at == FETCHED


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (ld(NEWS), "Ferry & storm"),
        (
            SITE + '<meta property="og:title" content="Ferry lost | Harbour Wire">',
            "Ferry lost",
        ),
        ('<meta property="og:title" content="Ferry lost - all we know">', "Ferry lost - all we know"),
        ("", "Ferry capsizes off Marrow Island"),
    ],
)
def test_title(head: str, wanted: str) -> None:
    assert article(page(head)).title == wanted
    assert article(page(head), title="As the feed says").title == "As the feed says"


@pytest.mark.parametrize(
    "how",
    [
        "hidden", 'style="display:none"', 'style="color:red; Font-Size: 0px"', 'style="visibility: hidden"',
        'style="color:#fff;background-color:#fff"', 'aria-hidden="true"', 'style="opacity:0"',
    ],
)  # fmt: skip
def test_hidden_text_is_not_read(how: str) -> None:
    hidden = f"<p {how}>The coastguard later said that 999 people were missing after the ferry capsized on Tuesday.</p>"
    read = article(page(body=BODY + hidden + "<p>The search goes on, the coastguard said on Wednesday morning.</p>"))
    assert "999" not in read.text
    assert "The search goes on" in read.text


@pytest.mark.parametrize("how", ['style="font-size:0.9em"', 'style="background:#fff;color:#000"'])
def test_visible_text_is_read(how: str) -> None:
    shown = f"<p {how}>The coastguard later said that 16 people were missing after the ferry capsized on Tuesday.</p>"
    assert "16 people" in article(page(body=BODY + shown)).text


STREAMED = (
    "<div hidden id='S:4'><p>The coastguard later said that 16 people were missing after the ferry sank.</p></div>"
)


@pytest.mark.parametrize(
    ("script", "is_read"),
    [
        ('$RC("B:4","S:4")', True),
        ("", False),
        ('$RC("B:3","S:3")', False),
        ('var ids = ["S:4"]', False),
        ('x("B:4","S:4")', False),
    ],
)
def test_streamed_parts_are_read_where_a_script_shows_them(script: str, is_read: bool) -> None:
    found = article(page(body=BODY + STREAMED + f"<script>{script}</script>"))
    assert ("16 people" in found.text) == is_read


def test_a_box_that_asks_for_money_goes() -> None:
    box = (
        "<div><h3>Support The Harbour Wire</h3><p>If you value our reporting, please consider a gift of 30 crowns."
        "</p><p>Become a member of The Harbour Wire</p></div>"
    )
    found = article(page(body="".join(f"<p>{p}</p>{box if n == 1 else ''}" for n, p in enumerate(PARAGRAPHS))))
    assert found.text.split("\n") == [HEADLINE, *PARAGRAPHS]
    assert {d.reason for d in found.dropped} == {"support", "paywall"}


def test_a_foreign_canonical_address_changes_nothing() -> None:
    head = '<link rel="canonical" href="https://other.example/x"><meta property="og:url" content="https://other.example/x">'
    assert article(page(head)).url == "https://harbour.example/news/ferry"
    assert article(page(head)) == article(page())


def test_widget_lines_inside_the_body_go_and_stay_visible() -> None:
    read = article(page(body=BODY.replace("</p>", "</p><p>Sign up for our free newsletter</p>", 1)))
    assert read.text.split("\n") == [HEADLINE, *PARAGRAPHS]
    assert [(d.quote, d.reason) for d in read.dropped] == [("Sign up for our free newsletter", "newsletter")]


def test_lines_learnt_from_the_host_go() -> None:
    slogan = "Harbour Wire has written about the islands since the days of sail and steam."
    body = BODY.replace("</p>", f"</p><p>{slogan}</p>", 1)
    assert slogan in article(page(body=body)).text
    from extractors.reading import read
    from extractors.reading.lines import key_of
    from tests.extractors.reading.pages import document

    learnt = read(document(page(body=body)), learnt=frozenset({key_of(slogan)}))
    assert slogan not in learnt.text
    assert learnt.dropped[0].reason == "learnt"
