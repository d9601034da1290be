"""Bounded decoding of reply bodies: gzip alone is asked for, and never inflated past the cap.

The usual loop over ``iter_bytes`` with a counter does not protect: httpx hands out a chunk only after it was inflated
in full (measured: a 796-byte body to 1 GB before the first chunk).
"""

import zlib
from collections.abc import Iterable, Iterator

from flows.failures import TooBig

_STEP = 65_536
_GZIP = 16 + zlib.MAX_WBITS


class Truncated(Exception):
    """The compressed body ended early or is damaged."""


def _inflated(chunks: Iterable[bytes], cap: int) -> Iterator[bytes]:
    """Pieces of at most 64 KiB; several gzip members in a row are one body."""
    engine = zlib.decompressobj(_GZIP)
    begun = False
    for chunk in chunks:
        data = chunk
        while data:
            if engine.eof:
                engine = zlib.decompressobj(_GZIP)
            piece = engine.decompress(data, min(_STEP, cap + 1))
            begun = True
            if piece:
                yield piece
            data = engine.unused_data if engine.eof else engine.unconsumed_tail
    if begun and not engine.eof:
        raise Truncated("the gzip stream ends early")


def decoded(chunks: Iterable[bytes], encoding: str, cap: int, *, cut: bool = False) -> bytes:
    """The body of a reply, at most ``cap`` bytes.

    ``encoding``: the Content-Encoding header, empty or ``gzip``. ``cut``: what is longer is cut there, and no error.

    :raises TooBig: more than ``cap`` bytes. :raises Truncated: damaged gzip. :raises ValueError: another encoding, or
        several.
    """
    name = encoding.strip().lower()
    if name not in ("", "identity", "gzip", "x-gzip"):
        raise ValueError(f"the reply is encoded as {encoding[:40]!r}, which was not asked for")
    pieces = _inflated(chunks, cap) if "gzip" in name else iter(chunks)
    body = bytearray()
    try:
        for piece in pieces:
            body += piece
            if len(body) > cap:
                if cut:
                    break
                raise TooBig
    except zlib.error as error:
        raise Truncated(str(error)) from error
    return bytes(body[:cap])
