"""What a server answered: a body, "not modified", another address, or an error."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from flows.decoding import Truncated, decoded
from flows.failures import Refused, TooBig, Unavailable
from flows.redaction import redacted

RETRY_AFTER_SECONDS = (1.0, 86_400.0)
Headers = Mapping[str, str]  # names in any case: the mapping takes care of it
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRANSIENT = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True)
class Reply:
    """A page or feed: ``url`` is where it came from after redirects; ``content`` is decoded, empty with status 304.

    ``media_type`` is lower case without parameters, empty where the server is silent.
    """

    url: str
    status: int
    content: bytes = b""
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def not_modified(self) -> bool:
        """Whether the validators still hold and there is no body."""
        return self.status == 304


@dataclass(frozen=True, slots=True)
class Answer:
    """A POST's status, and the seconds a Retry-After asks for (clamped), or None."""

    status: int
    retry_after: float | None = None


def _http_date(value: str) -> datetime | None:
    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def retry_after(headers: Headers) -> float | None:
    """Seconds to wait, clamped to 1 s … 24 h. A date counts from the reply's own Date, so no clock is needed."""
    value = headers.get("Retry-After", "").strip()
    low, high = RETRY_AFTER_SECONDS
    if value.isascii() and value.isdigit():
        return min(max(float(value[:12]), low), high)
    until, sent = _http_date(value), _http_date(headers.get("Date", ""))
    if until is None or sent is None or (until.tzinfo is None) != (sent.tzinfo is None):
        return None
    return min(max((until - sent).total_seconds(), low), high)


def _check(status: int, headers: Headers, url: str) -> None:
    where = redacted(url)
    if status in _TRANSIENT or status >= 500:
        raise Unavailable(f"http_{status}", f"{where} answered {status}", retry_after(headers))
    if status not in (200, 203):
        raise Refused(f"http_{status}", f"{where} answered {status}")
    if "content-length" in headers and "transfer-encoding" in headers:
        raise Refused("smuggling", f"{where} names two lengths of its body")


def _media_type(headers: Headers) -> tuple[str, str | None]:
    value = headers.get("Content-Type", "")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", value, re.ASCII | re.IGNORECASE)
    return value.partition(";")[0].strip().lower()[:100], charset.group(1).lower() if charset else None


def _validator(headers: Headers, name: str) -> str | None:
    value = headers.get(name, "")
    return value if 0 < len(value) <= 500 else None


def _body(raw: Iterable[bytes], headers: Headers, url: str, cap: int, cut: bool) -> bytes:
    try:
        return decoded(raw, headers.get("Content-Encoding", ""), cap, cut=cut)
    except ValueError as error:
        raise Refused("encoding", f"{redacted(url)}: {error}") from error
    except TooBig as error:
        raise Refused("too_big", f"{redacted(url)} is more than {cap:,} bytes") from error
    except Truncated as error:
        raise Unavailable("truncated", f"{redacted(url)}: {error}") from error


def read(status: int, headers: Headers, raw: Iterable[bytes], url: str, cap: int, *, cut: bool = False) -> Reply | str:
    """The reply with its decoded body of at most ``cap`` bytes (``cut``: cut there), or the address of a redirect.

    ``raw``: the body as it came; that of a redirect or an error is left unread.

    :raises Unavailable: an error of the server, or a body that is not whole. :raises Refused: any other.
    """
    etag, modified = _validator(headers, "ETag"), _validator(headers, "Last-Modified")
    if status == 304:
        return Reply(url, 304, etag=etag, last_modified=modified)
    if status in _REDIRECTS and (location := headers.get("Location")):
        return location
    _check(status, headers, url)
    content = _body(raw, headers, url, cap, cut)
    media_type, charset = _media_type(headers)
    return Reply(url, 200, content, media_type, charset, etag, modified)
