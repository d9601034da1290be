"""Web pages for the tests: an invented story in a plausible template."""

from datetime import UTC, datetime

from extractors.document import Article, Document
from extractors.reading import read

FETCHED = datetime(2031, 3, 20, 12, tzinfo=UTC)
PARAGRAPHS = (
    "A passenger ferry capsized off Marrow Island on Tuesday, and 14 people were missing, the coastguard said.",
    "Rescuers pulled 61 passengers from the water, coastguard commander Teun Okafor told reporters at the harbour.",
    "Two helicopters and six boats searched all night, and the ferry company had lost contact with the captain.",
    "The ferry was on its way from Port Ellery to the outer islands when a wave broke the doors of its deck, he said.",
)
HEADLINE = "Ferry capsizes off Marrow Island"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(head: str = "", body: str = BODY, lang: str = ' lang="en-GB"') -> str:
    """A page with menu, related stories, footer, and the given head and article body."""
    return f"""<!doctype html><html{lang}><head><meta charset="utf-8">{head}
<title>Ferry capsizes - Harbour Wire</title></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article><h1>{HEADLINE}</h1>{body}</article></main>
<aside><h2>Related</h2><ul><li><a href="/x"><time datetime="2031-03-19T08:00:00Z">19 March</time> Storm cuts power to
8,000 homes</a></li></ul></aside><footer>Copyright 1999-2031 Harbour Wire</footer></body></html>"""


def document(content: str | bytes, media_type: str = "text/html", **more: object) -> Document:
    """A document of these bytes; further fields by name."""
    raw = content.encode() if isinstance(content, str) else content
    fields = {"url": "https://harbour.example/news/ferry", "source": "Harbour Wire", "fetched_at": FETCHED, **more}
    return Document(content=raw, media_type=media_type, **fields)  # type: ignore[arg-type]  # fields of any type


def article(content: str | bytes, media_type: str = "text/html", **more: object) -> Article:
    """What is read from such a document."""
    return read(document(content, media_type, **more))
