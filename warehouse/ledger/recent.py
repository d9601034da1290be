"""Pages seen lately: what a pass looks at again where a listing has nothing new to say."""

from datetime import datetime

from warehouse.ledger import bulk
from warehouse.ledger.warehouse import Warehouse


def recent_pages(w: Warehouse, watch: str, since: datetime) -> dict[str, datetime]:
    """Return when each page of a watch was first seen, by address, for those first seen since then."""
    return {row["url"]: row["first_seen_at"] for row in bulk.ask(w.con, "articles/recent", watch=watch, since=since)}
