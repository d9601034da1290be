"""A loopback server that answers as a test scripts it, byte for byte, and remembers what it was asked."""

import contextlib
import gzip
import socketserver
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


Script = Callable[[Request], Iterator[bytes]]


def reply(body: bytes = b"", status: int = 200, **headers: str) -> bytes:
    """A whole reply with its length; underscores in header names stand for hyphens."""
    lines = [f"HTTP/1.1 {status} Some"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if "Content_Length" not in headers:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def raw(*pieces: bytes) -> Script:
    """The same bytes for every request."""
    return lambda _: iter(pieces)


def page(text: str = "<p>Forty ferries left.</p>", **headers: str) -> Script:
    def script(request: Request) -> Iterator[bytes]:
        yield reply(text.encode(), Content_Type="text/html; charset=utf-8", **headers)

    return script


def redirect(target: str, status: int = 302, body: bytes = b"") -> Script:
    def script(request: Request) -> Iterator[bytes]:
        yield reply(body, status, Location=target)

    return script


def drip(head: bytes, piece: bytes, every: float = 0.1) -> Script:
    """Sends ``piece`` again and again, slowly, for half a minute."""

    def script(request: Request) -> Iterator[bytes]:
        yield head
        for _ in range(int(30 / every)):
            time.sleep(every)
            yield piece

    return script


def endless(request: Request) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    while True:
        yield b"x" * 65536


def bomb(megabytes: int) -> bytes:
    return gzip.compress(b"\0" * 1_000_000) * megabytes  # members, one after the other: quick to make


@dataclass
class Hostile:
    """Scripts by path; what is not scripted is 404. ``asked`` lists the requests in order."""

    scripts: dict[str, Script] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    def __enter__(self) -> Self:
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                outer._answer(self.rfile, self.wfile)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                """Clients hang up on hostile replies; that is what is tested."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [request.path for request in self.asked if request.path != "/robots.txt"]

    def _answer(self, rfile: object, wfile: object) -> None:
        line = rfile.readline().decode("latin-1").split()
        headers: dict[str, str] = {}
        while (row := rfile.readline().decode("latin-1").strip()) != "":
            name, _, value = row.partition(":")
            headers[name.lower()] = value.strip()
        body = rfile.read(int(headers.get("content-length", 0)))
        request = Request(line[0], line[1], headers, body)
        self.asked.append(request)
        script = self.scripts.get(request.path.partition("?")[0], lambda _: iter([reply(b"no", 404)]))
        with contextlib.suppress(ConnectionError):
            for piece in script(request):
                wfile.write(piece)
                wfile.flush()
