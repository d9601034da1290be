"""Dates as machines write them: ISO 8601, RFC 822, and the few variants that feeds and pages really carry."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""No article on the web is older; earlier dates are defaults and slips."""

_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)


def parse_date(text: object) -> datetime | None:
    """The moment that a machine-written date names, aware (UTC where no zone is written), or None.

    A date without a time is midnight UTC. Impossible dates (30 February, 24:60) and everything but text give None.
    """
    if not isinstance(text, str):
        return None
    written = text.strip()[:64]
    found = _ISO.match(written)
    if found:
        return _from_iso(found)
    if not re.search(r"\d{4}", written):
        return None
    try:
        moment = parsedate_to_datetime(written)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_iso(found: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second, zone = found.groups()
    offset = (zone or "Z").upper()
    if offset in ("Z", "UTC", "GMT"):
        offset = "+00:00"
    elif len(offset) == 3:
        offset += ":00"
    elif ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    time = f"{int(hour or 0):02}:{minute or '00'}:{second or '00'}"
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{time}{offset}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
