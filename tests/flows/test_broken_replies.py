"""Replies that drip, swell, end early or contradict themselves: each ends in time, in little memory, as an error."""

import resource
import time

import pytest

from flows.fetching import Fetcher, Limits, Refused, Unavailable
from tests.flows.conftest import QUICK
from tests.flows.hostile import Hostile, bomb, drip, endless, raw, reply

DRIPS = {
    "body": drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"x"),
    "headers": drip(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
    "informational": drip(b"", b"HTTP/1.1 103 Hints\r\n\r\n", every=0.001),
    "chunks": drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", every=0.001),
    "silence": drip(b"", b"", every=0.2),
}


@pytest.mark.parametrize("kind", sorted(DRIPS))
def test_a_drip_ends_at_the_deadline(server: Hostile, fetcher: Fetcher, kind: str) -> None:
    server.scripts["/a"] = DRIPS[kind]
    start = time.monotonic()
    with pytest.raises(Unavailable, match="timeout"):
        fetcher.get(server.url("/a"))
    assert time.monotonic() - start < QUICK.seconds + 0.5


def test_a_listener_that_never_answers_the_handshake_ends_at_the_deadline(server: Hostile, fetcher: Fetcher) -> None:
    start = time.monotonic()
    with pytest.raises(Unavailable):
        fetcher.get(f"https://{server.host}/a")
    assert time.monotonic() - start < QUICK.seconds + 0.5


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


BODIES = {
    "endless": endless,
    "bomb": raw(reply(bomb(300), Content_Encoding="gzip")),
    "wire": raw(reply(b"x" * 400_000)),
    "decoded": raw(reply(bomb(1), Content_Encoding="gzip")),
}


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_bodies_beyond_the_cap_are_refused_in_little_memory(server: Hostile, fetcher: Fetcher, kind: str) -> None:
    server.scripts["/a"] = BODIES[kind]
    before = megabytes()
    with pytest.raises(Refused, match="too_big"):
        fetcher.get(server.url("/a"), limits=Limits(seconds=5, wire=400_000, decoded=200_000))
    assert megabytes() - before < 20


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "gzip, gzip", "gzip,gzip,gzip", "compress", "x" * 9000])
def test_codings_that_were_not_asked_for_are_refused(server: Hostile, fetcher: Fetcher, encoding: str) -> None:
    server.scripts["/a"] = raw(reply(b"12345678", Content_Encoding=encoding))
    with pytest.raises(Refused, match="encoding"):
        fetcher.get(server.url("/a"))
    assert server.asked[-1].headers["accept-encoding"] == "gzip"


def test_gzip_is_read_also_in_several_members(server: Hostile, fetcher: Fetcher) -> None:
    import gzip

    body = gzip.compress(b"first ") + gzip.compress(b"second")
    server.scripts["/a"] = raw(reply(body, Content_Encoding="GZip"))
    assert fetcher.get(server.url("/a")).content == b"first second"


@pytest.mark.parametrize(
    "pieces",
    [
        reply(b"short", Content_Length="5000"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
        reply(bomb(1)[:-20], Content_Encoding="gzip"),
        reply(b"no gzip at all", Content_Encoding="gzip"),
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 250_000 + b"\r\n\r\n",
        b"not http\r\n\r\n",
        b"",
    ],
)
def test_a_truncated_or_broken_reply_is_never_taken_as_complete(
    server: Hostile, fetcher: Fetcher, pieces: bytes
) -> None:
    server.scripts["/a"] = raw(pieces)
    with pytest.raises(Unavailable):
        fetcher.get(server.url("/a"), limits=Limits(seconds=5, wire=400_000, decoded=3_000_000))


def test_two_lengths_are_refused(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts["/a"] = raw(
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n0\r\n\r\n"
    )
    with pytest.raises(Refused, match="smuggling"):
        fetcher.get(server.url("/a"))
