"""The newsroom on loopback: a web server whose clock is set from outside."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from flows.newsroom import PORT
from flows.newsroom.edition import Newsroom
from flows.newsroom.pages import reply


class Site(ThreadingHTTPServer):
    """Serves a newsroom on 127.0.0.1 as it is at ``clock()``; each request asks the clock anew."""

    daemon_threads = True

    def __init__(self, newsroom: Newsroom, clock: Callable[[], datetime], port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.newsroom = newsroom
        self.clock = clock

    @property
    def base(self) -> str:
        """Return the address to ask, without a trailing slash."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        now = self.server.clock()
        found = reply(self.server.newsroom.edition(now), urlsplit(self.path).path, self.server.base, now)
        if found is None:
            self._send(404, b"There is no such page (yet).\n", "text/plain; charset=utf-8", None)
        elif found.changed_at and self._has(found.changed_at):
            self._send(304, b"", found.content_type, found.changed_at)
        else:
            self._send(200, found.body, found.content_type, found.changed_at)

    def _has(self, changed_at: datetime) -> bool:
        since = self.headers.get("If-Modified-Since")
        try:
            return since is not None and parsedate_to_datetime(since) >= changed_at.replace(microsecond=0)
        except (ValueError, TypeError):
            return False

    def _send(self, status: int, body: bytes, content_type: str, changed_at: datetime | None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        if changed_at:
            self.send_header("Last-Modified", format_datetime(changed_at.astimezone(UTC), usegmt=True))
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the screen belongs to the pass that reads these pages."""


@contextmanager
def serving(newsroom: Newsroom, clock: Callable[[], datetime], port: int = PORT) -> Iterator[Site]:
    """Serve the newsroom in a thread until the block ends; ``port`` 0 or a taken one becomes a free one."""
    try:
        site = Site(newsroom, clock, port)
    except OSError:
        site = Site(newsroom, clock, 0)
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
        thread.join()
