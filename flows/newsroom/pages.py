"""From a path to the bytes that the newsroom answers with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from flows.newsroom.edition import Edition, Masthead, Page

HTML = "text/html; charset=utf-8"
LISTINGS: Mapping[str, str] = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "sitemap": "application/xml; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """The body of one answer, its content type, and when it last changed (None: unknown)."""

    body: bytes
    content_type: str
    changed_at: datetime | None = None


def reply(edition: Edition, path: str, base: str, now: datetime) -> Reply | None:
    """Return what stands at ``path`` in this edition, or None where nothing does.

    ``base`` is the address of the newsroom without a trailing slash, for absolute links.
    """
    page = edition.page(path)
    if page:
        return _article(edition, page, base)
    if path == "/robots.txt":
        return Reply(f"User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n".encode(), "text/plain; charset=utf-8")
    if path in ("/", "/sitemap.xml"):
        return _listing(edition, None, "sitemap" if path != "/" else "front", base, now)
    return _masthead(edition, path, base, now)


def _article(edition: Edition, page: Page, base: str) -> Reply:
    siblings = [p for p in edition.of(page.masthead) if p is not page]
    html = _templates().get_template(f"{page.masthead.layout}.html").render(page=page, siblings=siblings, base=base)
    return Reply(html.encode(), HTML, page.changed_at)


def _masthead(edition: Edition, path: str, base: str, now: datetime) -> Reply | None:
    for masthead in edition.mastheads:
        if path == f"/{masthead.key}/":
            return _listing(edition, masthead, "front", base, now)
        if path == f"/{masthead.key}/{'sitemap' if masthead.listing == 'sitemap' else 'feed'}.xml":
            return _listing(edition, masthead, masthead.listing, base, now)
    return None


def _listing(edition: Edition, masthead: Masthead | None, kind: str, base: str, now: datetime) -> Reply:
    pages = edition.of(masthead) if masthead else edition.pages
    name = f"{kind}.html" if kind == "front" else f"{kind}.xml"
    body = (
        _templates()
        .get_template(name)
        .render(pages=pages, masthead=masthead, mastheads=edition.mastheads, base=base, now=now)
    )
    changed_at = max((p.changed_at for p in pages), default=None)
    return Reply(body.encode(), LISTINGS.get(kind, HTML), changed_at if kind in LISTINGS else None)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("flows.newsroom"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
