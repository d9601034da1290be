"""Decompress with a cap on what comes out, so that a small file cannot fill the memory."""

import zlib

from extractors.document import Unusable
from extractors.formats.protocol import MAX_BYTES

_STEP = 1 << 20


def unpack(content: bytes, limit: int = MAX_BYTES) -> bytes:
    """The bytes as they are, or gunzipped where they are gzip (also several members in one file).

    Raises Unusable ``too_big`` when more than ``limit`` bytes would come out, ``bad_gzip`` when the data is damaged
    or incomplete.
    """
    if content[:2] != b"\x1f\x8b":
        if len(content) > limit:
            raise Unusable("too_big", f"{len(content):,} bytes; at most {limit:,} are read")
        return content
    out: list[bytes] = []
    size = 0
    while content[:2] == b"\x1f\x8b":
        inflate = zlib.decompressobj(wbits=31)
        while not inflate.eof:
            try:
                piece = inflate.decompress(content, _STEP)
            except zlib.error as error:
                raise Unusable("bad_gzip", f"damaged gzip data: {error}") from error
            if not piece and not inflate.unconsumed_tail and not inflate.eof:
                raise Unusable("bad_gzip", "the gzip data ends too early")
            content = inflate.unconsumed_tail
            size += len(piece)
            if size > limit:
                raise Unusable("too_big", f"more than {limit:,} bytes after decompression")
            out.append(piece)
        content = inflate.unused_data
    return b"".join(out)
