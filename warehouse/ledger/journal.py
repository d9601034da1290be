"""An append-only file of JSON lines, each numbered, checked and on the disk before anything acts on it.

The journal is the order of events of a warehouse: batches of documents, watches, decisions. It is written ahead of
the database, so that a process that is killed loses nothing, and a database that lost its last transactions (or was
lost altogether) is brought up to date from it.
"""

import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warehouse.ledger.errors import Damaged

Entry = dict[str, Any]
_CHUNK = 1 << 16


def encode(entry: Entry) -> bytes:
    """Return an entry as one line, with a checksum (CRC-32 over the line without it) as its last key."""
    body = json.dumps(entry, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return f'{body[:-1]},"crc":"{zlib.crc32(body.encode()):08x}"}}\n'.encode()


def decode(line: bytes) -> Entry | None:
    """Return the entry of one line, or None where the line is torn or altered."""
    head, mark, tail = line.rpartition(b',"crc":"')
    if not mark or not tail.endswith(b'"}\n'):
        return None
    body = head + b"}"
    if tail[:-3] != f"{zlib.crc32(body):08x}".encode():
        return None
    entry: Entry = json.loads(body)
    return entry


class Journal:
    """Entries ``{"seq": 1, "kind": …}`` in one file; ``head`` is the newest one, or None.

    One writer at a time (the archive's lock sees to it). Raises OSError where the disk refuses.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.touch(exist_ok=True)
        self._mend()
        self.head = self._last()

    @property
    def seq(self) -> int:
        """The number of the newest entry; 0 where there is none."""
        return int(self.head["seq"]) if self.head else 0

    def append(self, entry: Entry) -> None:
        """Write one entry and return when it is on the disk; after an error the file is as it was before."""
        size = self.path.stat().st_size
        with self.path.open("ab", buffering=0) as file:
            try:
                _write_all(file.fileno(), encode(entry))
                os.fsync(file.fileno())
            except OSError:
                os.ftruncate(file.fileno(), size)
                raise
        self.head = entry

    def skip_to(self, seq: int) -> None:
        """Go on numbering after ``seq``: entries up to it are known to be lost."""
        self.head = {**(self.head or {"warc": []}), "seq": seq}

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries numbered above ``after`` in order; raises Damaged at an unreadable line or a gap."""
        expected: int | None = None
        with self.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                entry = decode(line)
                if entry is None or (expected is not None and entry["seq"] != expected):
                    raise Damaged(f"{self.path}, line {number}: unreadable, or entries before it are missing")
                expected = entry["seq"] + 1
                if entry["seq"] > after:
                    yield entry

    def _mend(self) -> None:
        """Cut off an unfinished last line: it was never acknowledged and nothing acted on it. Keep it beside."""
        tail = self._last_line()
        if not tail or decode(tail) is not None:
            return
        with self.path.with_suffix(".torn").open("ab") as kept:
            kept.write(tail)
        os.truncate(self.path, self.path.stat().st_size - len(tail))

    def _last(self) -> Entry | None:
        tail = self._last_line()
        if not tail:
            return None
        entry = decode(tail)
        if entry is None:
            raise Damaged(f"{self.path}: the last two lines are unreadable")
        return entry

    def _last_line(self) -> bytes:
        """Return the last line, whole whatever its length, read from the end of the file; empty for an empty file."""
        with self.path.open("rb") as file:
            size, length = self.path.stat().st_size, _CHUNK
            while True:
                file.seek(max(0, size - length))
                content = file.read()
                start = content.rfind(b"\n", 0, -1) + 1
                if start or length >= size:
                    return content[start:]
                length *= 4


def _write_all(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
