"""The HTTP transport under ``fetching``: checked addresses, one absolute deadline and one byte cap per request.

httpx's own time-outs are per read, so a body of one byte a second never ends, and its redirects and decoders work on
whatever arrives. Here each request has its own connection, opened to an address that the guard has checked; the name
stays in SNI, in the certificate check and in the Host header.
"""

import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, cast

import httpcore
import httpx

from flows.addresses import Blocked, Guard
from flows.failures import Refused, TooBig, Unavailable
from flows.redaction import redacted, redacted_text

ADDRESSES_TRIED = 4


def _bad_certificate(error: BaseException | None) -> bool:
    for _ in range(10):
        if error is None or isinstance(error, ssl.SSLCertVerificationError):
            return error is not None
        error = error.__cause__ or error.__context__
    return False


@contextmanager
def _translated(url: str) -> Iterator[None]:
    """Turns the libraries' errors into ``Unavailable`` and ``Refused``, with the address redacted."""
    where = redacted(url)
    try:
        yield
    except Blocked as error:
        raise Refused("blocked_address", redacted_text(str(error))) from error
    except TooBig as error:
        raise Refused("too_big", f"{where} sends more than the cap") from error
    except (httpcore.TimeoutException, TimeoutError) as error:
        raise Unavailable("timeout", f"{where} took too long") from error
    except (httpcore.RemoteProtocolError, httpcore.LocalProtocolError) as error:
        raise Unavailable("protocol", f"{where}: {redacted_text(str(error))[:200]}") from error
    except (httpcore.NetworkError, OSError) as error:
        if _bad_certificate(error):
            raise Refused("tls_certificate", f"{where}: {str(error)[:200]}") from error
        raise Unavailable("unreachable", f"{where}: {str(error)[:200]}") from error


class _Stream(httpcore.NetworkStream):
    """A socket whose reads and writes all end by the same deadline, and which stops after ``room`` bytes.

    The time-outs per call that httpcore passes are of no use here and ignored.
    """

    def __init__(self, inner: httpcore.NetworkStream, deadline: float, room: int) -> None:
        self._inner, self._deadline, self._room = inner, deadline, room

    def read(self, max_bytes: int, *_: object, **__: object) -> bytes:
        if (left := self._deadline - time.monotonic()) <= 0:
            raise httpcore.ReadTimeout("the time for this request is over")
        received = self._inner.read(max_bytes, left)
        self._room -= len(received)
        if self._room < 0:
            raise TooBig
        return received

    def write(self, buffer: bytes, *_: object, **__: object) -> None:
        if (left := self._deadline - time.monotonic()) <= 0:
            raise httpcore.WriteTimeout("the time for this request is over")
        self._inner.write(buffer, left)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, *_: object, **__: object
    ) -> httpcore.NetworkStream:
        if (left := self._deadline - time.monotonic()) <= 0:
            raise httpcore.ConnectTimeout("the time for this request is over")
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline, self._room)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens the connection of one request: resolves once, checks, and connects to what was checked."""

    def __init__(self, guard: Guard, deadline: float, room: int) -> None:
        self._guard, self._deadline, self._room = guard, deadline, room
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(self, host: str, port: int, *_: object, **__: object) -> httpcore.NetworkStream:
        try:
            addresses = self._guard.addresses(host, port, self._deadline - time.monotonic())[:ADDRESSES_TRIED]
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ConnectError(f"the name {host} is unknown") from error
        return _Stream(self._first_open(addresses, port), self._deadline, self._room)

    def _first_open(self, addresses: list[str], port: int) -> httpcore.NetworkStream:
        last: httpcore.ConnectError | httpcore.ConnectTimeout = httpcore.ConnectError("no address")
        for tried, address in enumerate(addresses):
            left = (self._deadline - time.monotonic()) / (len(addresses) - tried)
            if left <= 0:
                break
            try:
                return self._sockets.connect_tcp(address, port, left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last


class _Body(httpx.SyncByteStream):
    """The body of one reply; closing it closes the connection."""

    def __init__(self, inner: Iterable[bytes], pool: httpcore.ConnectionPool, url: str) -> None:
        self._inner, self._pool, self._url = inner, pool, url

    def __iter__(self) -> Iterator[bytes]:
        with _translated(self._url):
            yield from self._inner

    def close(self) -> None:
        self._pool.close()  # whatever is left of the body is not read


@cache
def _authorities() -> ssl.SSLContext:
    """certifi's authorities; reading them takes longer than a request, so once per process."""
    return httpx.create_ssl_context(trust_env=False)


class Transport(httpx.BaseTransport):
    """Sends one request over one connection.

    The request's extensions must name ``deadline`` (time.monotonic()) and ``room`` (bytes). Sending and reading the
    body raise ``Unavailable`` or ``Refused``.
    """

    def __init__(self, guard: Guard, tls: ssl.SSLContext | None = None) -> None:
        self._guard, self._tls = guard, tls

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The reply with its body unread; close it to close the connection."""
        backend = _Backend(self._guard, request.extensions["deadline"], request.extensions["room"])
        tls = (self._tls or _authorities()) if request.url.scheme == "https" else None
        pool = httpcore.ConnectionPool(tls, max_connections=1, network_backend=backend)
        try:
            with _translated(str(request.url)):
                reply = pool.handle_request(_request(request))
        except BaseException:
            pool.close()
            raise
        body = _Body(cast(Iterable[bytes], reply.stream), pool, str(request.url))
        return httpx.Response(reply.status, headers=reply.headers, stream=body)


def _request(request: httpx.Request) -> httpcore.Request:
    url = request.url
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    return httpcore.Request(request.method, target, headers=request.headers.raw, content=request.stream)
