"""JSON Feed (jsonfeed.org), which feedparser does not read, as the mapping that feedparser would give."""

import json
from typing import Any


def as_parsed(content: bytes) -> dict[str, Any]:
    """A JSON feed under feedparser's names. Raises ValueError where the content is not a JSON feed."""
    try:
        feed = json.loads(content)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise ValueError("expected a JSON feed: an object with a list of items")
    head = {"language": feed.get("language"), "link": feed.get("home_page_url")}
    return {"feed": head, "entries": [_entry(item) for item in feed["items"] if isinstance(item, dict)]}


def _entry(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "link": item.get("url") or item.get("external_url"),
        "id": item.get("id"),
        "title": item.get("title"),
        "language": item.get("language"),
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
    }
