"""Addresses and messages without what must stay secret: for logs, errors, rejections and alerts."""

import logging
import re
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

_SECRET_KEY = re.compile(
    r"(?:^|[_.-])(?:key|apikey|token|secret|sig|signature|password|passwd|pwd|auth|credential|session)s?(?:$|[_.-])",
    re.I,
)
_URL = re.compile(r"https?://[^\s\"'<>]+", re.I)


def redacted(url: str) -> str:
    """The URL without user, password and fragment, and with the values of secret-looking query keys as ``***``."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return "(an address that is no URL)"
    if not any(_SECRET_KEY.search(key) for key, _ in parse_qsl(parts.query, keep_blank_values=True)):
        return urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = "&".join(f"{quote(k)}={'***' if _SECRET_KEY.search(k) else quote(v)}" for k, v in pairs)
    return urlunsplit((parts.scheme, host, parts.path, query, ""))


def redacted_text(text: str) -> str:
    """The text with every web address in it redacted."""
    return _URL.sub(lambda found: redacted(found.group()), text)


class Redactor(logging.Filter):
    """Redacts the addresses in each log record before a handler sees it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True; changes the record's message."""
        message = record.getMessage()
        clean = redacted_text(message)
        if clean != message:
            record.msg, record.args = clean, ()
        return True
