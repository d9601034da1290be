"""The one place for all traffic: pages, feeds, sitemaps, robots.txt, and alerts on their way to a webhook.

Nothing else in the project opens a connection. What it promises:

* private, loopback and other special addresses are refused unless the watch names ``host:port``; ports are 80 and 443;
* one deadline for connect, TLS, headers, body and redirects together, however slowly bytes drip;
* caps on the bytes that come over the wire and on what they inflate to;
* at most five redirects, each checked like the first address; never from https to http; nothing secret goes along;
* robots.txt is obeyed, hosts are asked with pauses, and a Retry-After is kept to;
* no proxy, netrc or cookie of the environment.

Errors say what the caller does: ``Unavailable`` (try again later) or ``Refused`` (never; it becomes a rejection).
"""

import re
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

import httpx

from extractors.document import Unusable
from flows import replies, robots
from flows.addresses import Guard, private_hosts
from flows.connecting import Transport
from flows.failures import Refused, Unavailable
from flows.politeness import Courtesy, Politeness
from flows.redaction import redacted
from flows.replies import Answer, Reply

__all__ = ["Answer", "Fetcher", "Limits", "Refused", "Reply", "Unavailable", "Unusable"]

MAX_REDIRECTS = 5
MAX_URL = 4096
_HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]*:[0-9a-f:.]*")
AGENT = "tallywire"
USER_AGENT = "Tallywire/0.1 (news figure monitor; robots.txt token: tallywire)"
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml, text/*;q=0.8"

COMMON = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Connection": "close"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take: seconds in all, bytes over the wire, bytes after decoding."""

    seconds: float = 20.0
    wire: int = 10_000_000
    decoded: int = 10_000_000
    cut: bool = False


ROBOTS_LIMITS = Limits(seconds=10.0, wire=2_000_000, decoded=robots.MAX_BYTES, cut=True)


@dataclass(frozen=True, slots=True)
class _Ask:
    """One request on its way through its redirects."""

    url: httpx.URL
    headers: Mapping[str, str] = field(repr=False)
    private: Mapping[str, str] = field(repr=False)
    limits: Limits
    left: float
    obey: bool


def parse_url(url: str) -> httpx.URL:
    """A web address that may be asked for, without its fragment.

    :raises Refused: no http(s), no host, a user or password in it, control characters, or longer than 4,096.
    """
    try:
        parsed = httpx.URL(url).copy_with(fragment=None)
        host, port = host_of(parsed) if parsed.host else "", parsed.port
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
        raise Refused("bad_url", f"{redacted(url)[:200]}: {error}") from error
    if parsed.scheme not in ("http", "https") or not _HOST.fullmatch(host) or len(url) > MAX_URL or (port or 1) > 65535:
        raise Refused("bad_url", f"{redacted(url)[:200]} is no http or https address with a host")
    if parsed.userinfo:
        raise Refused("bad_url", f"{redacted(url)} has a user name or password in it")
    return parsed


def host_of(url: httpx.URL) -> str:
    """The host as it is looked up: IDNA in ASCII, IPv6 without brackets."""
    return url.raw_host.decode("ascii")


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


class Fetcher:
    """Sends requests under one watch's allowances; safe to share between the threads of a pass.

    ``guard``: the addresses it may reach. ``tls``: whom to trust, by default certifi's authorities. Close it, or use it
    as a context manager.
    """

    def __init__(
        self,
        guard: Guard | None = None,
        limits: Limits | None = None,
        politeness: Politeness | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._guard = guard or Guard()
        self._limits = limits or Limits()
        self._politeness = politeness or Politeness(Courtesy(own=private_hosts(self._guard.allowed)))
        self._robots = robots.Robots(self._load_robots)
        # No httpx.Client: it would add redirects, cookies, netrc, proxies and a log of every address.
        self._transport = Transport(self._guard, tls)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes what is open."""
        self._transport.close()

    def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        private_headers: Mapping[str, str] | None = None,
        limits: Limits | None = None,
        obey_robots: bool = True,
    ) -> Reply:
        """The reply to a GET after redirects: status 200 with its body, or 304 where the validators still hold.

        ``private_headers`` (keys, tokens) stay with the origin of ``url``. ``obey_robots`` false: our own server.

        :raises Unavailable: no answer, a bad one, 408, 425, 429, 5xx. :raises Refused: all other ends.
        """
        chosen = limits or self._limits
        headers = {"Accept": ACCEPT}
        validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers |= {key: value for key, value in validators.items() if value}
        private = private_headers or {}
        return self._follow(_Ask(parse_url(url), headers, private, chosen, chosen.seconds, obey=obey_robots))

    def post(self, url: str, content: bytes, headers: Mapping[str, str], *, seconds: float = 20.0) -> Answer:
        """The status of a POST; its body is not read and a redirect is not followed.

        :raises Unavailable: no answer. :raises Refused: an address that may not be reached, a bad certificate.
        """
        target = parse_url(url)
        extensions = {"deadline": time.monotonic() + seconds, "room": 1_000_000}
        request = httpx.Request("POST", target, headers={**COMMON, **headers}, content=content, extensions=extensions)
        response = self._transport.handle_request(request)
        response.close()
        return Answer(response.status_code, replies.retry_after(response.headers))

    def _follow(self, ask: _Ask) -> Reply:
        for _ in range(MAX_REDIRECTS + 1):
            reply, spent = self._hop(ask)
            if isinstance(reply, Reply):
                return reply
            ask = self._redirected(ask, reply, spent)
        raise Refused("redirects", f"more than {MAX_REDIRECTS} redirects, the last to {redacted(str(ask.url))}")

    def _redirected(self, ask: _Ask, location: str, spent: float) -> _Ask:
        try:
            target = parse_url(str(ask.url.join(location)))
        except (httpx.InvalidURL, ValueError) as error:
            raise Refused("bad_redirect", f"{redacted(str(ask.url))} leads to an address that is none") from error
        if ask.url.scheme == "https" and target.scheme == "http":
            raise Refused("bad_redirect", f"{redacted(str(ask.url))} leads from https to http")
        private = ask.private if _origin(target) == _origin(ask.url) else {}
        return replace(ask, url=target, private=private, left=ask.left - spent)

    def _hop(self, ask: _Ask) -> tuple[Reply | str, float]:
        """One request: its reply, or the address that it leads to; and the seconds it took."""
        if ask.obey:
            self._check_robots(ask.url)
        host = host_of(ask.url)
        if (silence := self._politeness.silence_left(host)) > 0:
            raise Unavailable("silence", f"{host} asked not to be asked for {silence:.0f} s more", silence)
        with self._politeness.turn(host):
            start = time.monotonic()
            try:
                return self._send(ask, start + ask.left), time.monotonic() - start
            except Unavailable as error:
                if error.retry_after is not None:
                    self._politeness.silence(host, error.retry_after)
                raise

    def _send(self, ask: _Ask, deadline: float) -> Reply | str:
        extensions = {"deadline": deadline, "room": ask.limits.wire}
        headers = {**COMMON, **ask.headers, **ask.private}
        request = httpx.Request("GET", ask.url, headers=headers, extensions=extensions)
        response = self._transport.handle_request(request)
        try:
            body, limits = response.iter_raw(), ask.limits
            return replies.read(
                response.status_code, response.headers, body, str(ask.url), limits.decoded, cut=limits.cut
            )
        finally:
            response.close()

    def _check_robots(self, url: httpx.URL) -> None:
        rules = self._robots.rules(_origin(url))
        if (delay := rules.delay(AGENT)) is not None:
            self._politeness.slow_down(host_of(url), delay)
        if not rules.allow(str(url), AGENT):
            raise Refused("robots", f"robots.txt of {host_of(url)} does not allow {redacted(str(url))}")

    def _load_robots(self, origin: str) -> robots.Rules:
        headers = {"Accept": "text/plain, */*;q=0.1"}
        seconds = min(ROBOTS_LIMITS.seconds, self._limits.seconds)
        url = parse_url(f"{origin}/robots.txt")
        try:
            return robots.parse(self._follow(_Ask(url, headers, {}, ROBOTS_LIMITS, seconds, obey=False)).content)
        except Refused as error:
            if error.reason.startswith("http_4") or error.reason == "redirects":
                return robots.Rules()  # RFC 9309 2.3.1.2 and .3: no rules
            raise
