"""Every format of the folder has cases, and runs them: what goes in, and the entries or documents that come out."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from extractors.document import Document, Rejection
from extractors.formats import Context, document_formats, listing_formats, parse_date

CASES = Path(__file__).parent / "cases"
FETCHED = datetime(2031, 6, 1, tzinfo=UTC)
FIELDS = ("owner", "charset", "published_at", "title", "language")


def cases(kinds: Any) -> list[Any]:
    found = [
        p.with_name(p.name.removesuffix(".expected.json")) for k in kinds for p in (CASES / k).glob("*.expected.json")
    ]
    return [pytest.param(path, id=f"{path.parent.name}/{path.name}") for path in sorted(found)]


def expected(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.with_name(path.name + ".expected.json").read_text("utf-8")))


def test_every_format_has_cases() -> None:
    kinds = {*listing_formats(), *document_formats()}
    assert kinds == {"feed", "sitemap", "urls", "files", "html", "jsonl", "txt", "warc"}
    assert {path.parent.name for path in CASES.glob("*/*.expected.json")} == kinds


@pytest.mark.parametrize("path", cases(listing_formats()))
def test_listing(path: Path) -> None:
    wanted = expected(path)
    listing = listing_formats()[path.parent.name].parse(path.read_bytes(), "https://example.org/list")
    found = [
        [e.url, e.title, e.published_at.isoformat() if e.published_at else None, e.language] for e in listing.entries
    ]
    assert found == wanted["entries"]
    assert list(listing.listings) == wanted.get("listings", [])
    assert [problem.reason for problem in listing.problems] == wanted["problems"]


@pytest.mark.parametrize("path", cases(document_formats()))
def test_documents(path: Path) -> None:
    wanted = expected(path)
    given = dict(wanted.get("context", {}))
    given["published_at"] = parse_date(given.get("published_at"))
    context = Context(name=path.name, fetched_at=FETCHED, **given)
    found = list(document_formats()[path.parent.name].parse(path.read_bytes(), context))
    problems = [item for item in found if isinstance(item, Rejection)]
    assert [shown(item) for item in found if isinstance(item, Document)] == wanted["documents"]
    assert [problem.reason for problem in problems] == wanted["problems"]
    assert all(problem.detail for problem in problems)
    if "refs" in wanted:
        assert [problem.ref for problem in problems] == wanted["refs"]


def shown(document: Document) -> dict[str, Any]:
    """A document as the cases write it: what is None or the default is left out."""
    fields = {name: getattr(document, name) for name in FIELDS if getattr(document, name) is not None}
    fields.pop(
        "charset", None
    ) if document.media_type == "text/plain" or "<p>Dam" in document.content.decode() else None
    if "published_at" in fields:
        fields["published_at"] = fields["published_at"].isoformat()
    if document.fetched_at != FETCHED:
        fields["fetched_at"] = document.fetched_at.isoformat()
    main = {"url": document.url, "source": document.source, "media_type": document.media_type}
    return {**main, "content": document.content.decode(), **fields}
