"""Articles as JSON, one a line: ``url, source, published_at, title?, text or html, owner?, language?``."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from extractors.document import Document, Rejection, Unusable
from extractors.formats.canonical import canonical
from extractors.formats.dates import parse_date
from extractors.formats.protocol import Context, rejected
from extractors.formats.unpack import unpack

KIND = "jsonl"
SUFFIXES = (".jsonl", ".ndjson")
MEDIA_TYPES = ("application/jsonl", "application/x-ndjson", "application/x-jsonlines")


def parse(content: bytes, context: Context) -> Iterator[Document | Rejection]:
    """One document for each line, or a rejection that names ``file:line`` and what was expected there.

    ``published_at`` may be null (undated) but has to be there; ``source`` and ``owner`` may come from the watch.
    Further keys are ignored.
    """
    try:
        lines = unpack(content).decode("utf-8-sig", "replace").split("\n")
    except Unusable as error:
        yield rejected("load", context.name, error.reason, error.detail)
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _document(json.loads(line), context)
            except (ValueError, RecursionError) as error:
                yield rejected("load", f"{context.name}:{number}", "bad_line", str(error))


def _document(record: Any, context: Context) -> Document:
    """The document of one parsed line; raises ValueError that says what was expected."""
    if not isinstance(record, dict):
        raise ValueError(f"expected an object with url, source, published_at and text or html, found {_kind(record)}")
    text, page = _string(record, "text"), _string(record, "html")
    if (text is None) == (page is None):
        raise ValueError("expected exactly one of the keys text and html")
    url, source = _string(record, "url"), _string(record, "source") or context.source
    if not url:
        raise ValueError("expected the key url with an address")
    if not source:
        raise ValueError("expected the key source with the publisher's name")
    return Document(
        url=canonical(url),
        source=source,
        content=(text if text is not None else page or "").encode("utf-8", "replace"),
        media_type="text/plain" if text is not None else "text/html",
        fetched_at=context.fetched_at,
        owner=_string(record, "owner") or context.owner,
        charset="utf-8",
        published_at=_published(record),
        title=_string(record, "title"),
        language=_string(record, "language") or context.language,
    )


def _published(record: dict[str, Any]) -> datetime | None:
    if "published_at" not in record:
        raise ValueError("expected the key published_at with a date such as 2025-05-24T09:30:00Z, or null")
    value = record["published_at"]
    moment = parse_date(value)
    if value is not None and moment is None:
        raise ValueError(f"published_at: expected a date such as 2025-05-24T09:30:00Z, found {str(value)[:60]!r}")
    return moment


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{key}: expected text, found {_kind(value)}")
    return value


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
