"""The text of a web page, through trafilatura on a tree that was parsed once."""

from datetime import datetime
from typing import Any

from extractors.document import Unusable
from extractors.formats.dates import EARLIEST, parse_date
from extractors.reading.metadata import bound

MAX_TEXT = 5_000_000


def body_of(tree: Any) -> str:
    """The article's text, one paragraph a line; comments left out. May change the tree.

    Empty where trafilatura finds none. Its ``deduplicate`` stays off: it remembers texts over the whole process, so
    that the same page would read differently the second time. Raises Unusable ``too_big`` for an inflated text.
    """
    from trafilatura import extract  # half a second to import: only pages pay for it

    text = extract(tree, include_comments=False, include_tables=True, include_formatting=False, deduplicate=False) or ""
    if len(text) > MAX_TEXT:
        raise Unusable("too_big", f"{len(text):,} characters of text")
    return text


def date_of(tree: Any, url: str, fetched_at: datetime) -> datetime | None:
    """The publication date by htmldate, for pages whose own metadata have none; midnight UTC of that day.

    Its extensive search is off: that takes any date in the page, such as a copyright year or a related story's.
    """
    from htmldate import find_date

    try:
        found = find_date(
            tree,
            extensive_search=False,
            original_date=True,
            url=url if url.startswith("http") else None,
            min_date=EARLIEST.date().isoformat(),
            max_date=fetched_at.date().isoformat(),
        )
    except (ValueError, TypeError, AttributeError, OverflowError):  # odd pages make it fall over; then there is no date
        return None
    return bound(parse_date(found), fetched_at)
