"""The text of a web page, through trafilatura on a tree that was parsed once."""

from copy import deepcopy
from datetime import datetime
from typing import Any

from extractors.formats.dates import EARLIEST, parse_date
from extractors.reading.guards import check_text
from extractors.reading.metadata import bound

_NOT_ITS_OWN = (
    "//body//*[self::aside or self::footer or self::nav or self::script or self::form]"
    "[not(ancestor::aside or ancestor::footer or ancestor::nav or ancestor::form)] | //head//script"
)


def body_of(tree: Any) -> str:
    """The article's text, one paragraph a line; comments left out. May change the tree.

    Empty where trafilatura finds none. Its ``deduplicate`` stays off: it remembers texts over the whole process, so
    that the same page would read differently the second time. Raises Unusable ``too_big`` for an inflated text.
    """
    from trafilatura import extract  # half a second to import: only pages pay for it

    text = extract(tree, include_comments=False, include_tables=True, include_formatting=False, deduplicate=False) or ""
    check_text(text)
    return text


def date_of(tree: Any, url: str, fetched_at: datetime) -> datetime | None:
    """The publication date by htmldate, for pages whose own metadata have none; midnight UTC of that day.

    What may carry other dates (other stories, comments, footers, scripts) is not looked at, and the extensive search
    is off: that takes any date in the page.
    """
    from htmldate import find_date

    own = deepcopy(tree)
    for element in own.xpath(_NOT_ITS_OWN):
        element.getparent().remove(element)
    try:
        found = find_date(
            own,
            extensive_search=False,
            original_date=True,
            url=url if url.startswith("http") else None,
            min_date=EARLIEST.date().isoformat(),
            max_date=fetched_at.date().isoformat(),
        )
    except (ValueError, TypeError, AttributeError, OverflowError):  # odd pages make it fall over; then there is no date
        return None
    return bound(parse_date(found), fetched_at)
