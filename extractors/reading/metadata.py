"""What a page says about itself: title, date, language. Read from JSON-LD, meta elements and <time>, in this order."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from extractors.formats.canonical import host_of
from extractors.formats.dates import EARLIEST, parse_date

_ARTICLE = re.compile(
    r"(?:Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|Review)$|^Article", re.IGNORECASE
)
_OTHERS = frozenset(
    {"itemListElement", "mentions", "relatedLink", "isPartOf", "comment", "citation", "hasPart", "review"}
)
_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:/|-|$)")
_SITE_MARK = re.compile(r"\s+[|–—·-]\s+")
_MAX_SCRIPT = 1_000_000
_ZONE_SLACK = timedelta(hours=14)
_LANGUAGES = {
    "nb": "no",
    "nn": "no",
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "spa": "es",
    "fra": "fr",
    "iw": "he",
    "in": "id",
}
_LANGUAGE = re.compile(r"^[a-zA-Z]{2,3}(?=$|[-_])")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own title, publication date (aware, within bounds) and language code; None where it is silent."""

    title: str | None
    published_at: datetime | None
    language: str | None


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Names of meta elements by what they say, best first."""
    lines = files(__package__).joinpath("meta.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {kind: tuple(name for k, name in rows if k == kind) for kind in {k for k, _ in rows}}


def read_metadata(tree: Any, url: str, fetched_at: datetime) -> Metadata:
    """Metadata of the article itself: related stories, comments and copyright years never speak for it.

    A date counts between 1990 and the moment of fetching; the first source that has one wins.
    """
    records = [record for record in _records(tree) if _is_article(record)]
    metas = _metas(tree)
    title = next(_titles(tree, records, metas, url), None)
    date = next((d for d in map(_bounded(fetched_at), _dates(tree, records, metas, url)) if d), None)
    return Metadata(title, date, _language(tree, records, metas))


def bound(moment: datetime | None, fetched_at: datetime) -> datetime | None:
    """The moment where it lies between 1990 and ``fetched_at``. One that is later by less than a day's zones is the
    same moment with its zone missing, and becomes ``fetched_at``; any other is None."""
    if moment is None or moment < EARLIEST or moment > fetched_at + _ZONE_SLACK:
        return None
    return min(moment, fetched_at.astimezone(UTC))


def _bounded(fetched_at: datetime) -> Any:
    return lambda written: bound(parse_date(written), fetched_at)


def _dates(tree: Any, records: list[Any], metas: dict[str, str], url: str) -> Iterator[object]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield from (record.get(key) for record in records)
    yield from (metas[name] for name in _names()["date"] if name in metas)
    yield from tree.xpath(
        "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"
        " | //time[@pubdate]/@datetime | //time[contains(@class,'publish') or contains(@class,'entry-date')]/@datetime"
    )
    yield from tree.xpath("(//article|//main|//header)[.//h1]//time/@datetime")[:1]
    found = _URL_DATE.search(urlsplit(url).path)
    if found:
        yield f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    yield from (metas[name] for name in _names()["modified"] if name in metas)


def _titles(tree: Any, records: list[Any], metas: dict[str, str], url: str) -> Iterator[str]:
    headings = tree.xpath("//h1")
    candidates = [record.get("headline") for record in records]
    candidates += [metas.get(name) for name in _names()["title"]]
    candidates += [headings[0].text_content() if len(headings) == 1 else None]
    candidates += tree.xpath("//title/text()")[:1]
    for candidate in candidates:
        if isinstance(candidate, str) and candidate.strip():
            yield _without_site(" ".join(html.unescape(candidate).split())[:500], metas.get("og:site_name"), url)


def _without_site(title: str, site: str | None, url: str) -> str:
    """The title without the name of the site at its end (``… - Example Post``)."""
    found = list(_SITE_MARK.finditer(title))
    if not found:
        return title
    head, tail = title[: found[-1].start()], title[found[-1].end() :]
    letters = re.sub(r"[\W_]+", "", tail.casefold())
    names = [re.sub(r"[\W_]+", "", name.casefold()) for name in (site or "", host_of(url).rsplit(".", 1)[0]) if name]
    return head.strip() if letters and any(letters in name or name in letters for name in names) else title


def _language(tree: Any, records: list[Any], metas: dict[str, str]) -> str | None:
    candidates = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang")]
    candidates += [record.get("inLanguage") for record in records] + [metas.get(n) for n in _names()["language"]]
    for candidate in candidates:
        found = _LANGUAGE.match(candidate.strip()) if isinstance(candidate, str) else None
        if found:
            return _LANGUAGES.get(found[0].lower(), found[0].lower())
    return None


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = meta.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _records(tree: Any) -> Iterator[Any]:
    """Every JSON-LD object of the page, except those inside lists of other stories."""
    for script in tree.xpath("//script[contains(@type,'ld+json')]"):
        if len(script.text or "") > _MAX_SCRIPT:
            continue
        text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").rstrip().rstrip(";")
        try:
            yield from _walk(json.loads(text, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _walk(value: Any, depth: int) -> Iterator[Any]:
    if depth > 8:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key not in _OTHERS and isinstance(inner, (dict, list)):
                yield from _walk(inner, depth + 1)


def _is_article(record: Any) -> bool:
    kinds = record.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )
