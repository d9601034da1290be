"""The raw documents as they came, in WARC files beside the database, and the journal of what was done with them.

``news.duckdb`` has its archive in ``news.duckdb.archive/``: ``documents-00001.warc.gz`` … (one gzip member a record,
readable by any WARC tool; the header ``Tallywire-Carrier`` holds as JSON what the carrier said of a document) and
``journal.jsonl``. Both are on the disk before anything is parsed. Nothing in it is ever changed.
"""

import fcntl
import io
import json
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from extractors.document import Document
from warehouse.ledger.errors import Busy, Damaged, Unwritable
from warehouse.ledger.journal import Entry, Journal

FILE_LIMIT = 512 * 1024 * 1024
_CARRIER = "Tallywire-Carrier"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one document lies: the name of the WARC file and the offset of its record in bytes."""

    file: str
    offset: int


class Archive:
    """The archive of one warehouse, open for writing by this process alone.

    Raises Busy where another process (or another part of this one) has it open, Unwritable where the disk refuses.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with ExitStack() as undo:
            try:
                folder.mkdir(parents=True, exist_ok=True)
                self._lock = undo.enter_context(_locked(folder / "lock"))
                self.journal = Journal(folder / "journal.jsonl")
                sync_folder(folder)
                self._current = self._resume()
            except OSError as error:
                raise Unwritable(f"The archive {folder} cannot be opened for writing: {error.strerror}") from error
            undo.pop_all()

    def close(self) -> None:
        """Give the lock back."""
        self._lock.close()

    def add(self, documents: Sequence[Document]) -> list[Place]:
        """Append documents and return their places, in order, when they are on the disk; raises Unwritable."""
        if not documents:
            return []
        name, size = self._current
        if size > FILE_LIMIT:
            name, size = _next(name), 0
        content, offsets = _records(documents)
        path = self.folder / name
        try:
            with path.open("ab") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if size == 0:
                sync_folder(self.folder)
        except OSError as error:
            self._current = (_next(name), 0)  # whatever was half written stays where it is, and is never referred to
            raise Unwritable(f"The archive file {path} cannot be written: {error.strerror}") from error
        self._current = (name, size + len(content))
        return [Place(name, size + offset) for offset in offsets]

    def record(self, entry: Entry) -> Entry:
        """Number an entry, write it to the journal, and return it when it is on the disk; raises Unwritable."""
        numbered = {"seq": self.journal.seq + 1, **entry, "warc": list(self._current)}
        try:
            self.journal.append(numbered)
        except OSError as error:
            raise Unwritable(f"The journal {self.journal.path} cannot be written: {error.strerror}") from error
        return numbered

    def document(self, place: Place) -> Document:
        """Return one document as it came; raises Damaged where it cannot be read back."""
        return read_document(self.folder, place)

    def _resume(self) -> tuple[str, int]:
        """Return the file to append to; a new one where the last one holds more than the journal knows of."""
        names = sorted(path.name for path in self.folder.glob("documents-*.warc.gz"))
        if not names:
            return (_next(""), 0)
        size = (self.folder / names[-1]).stat().st_size
        known = self.journal.head and self.journal.head["warc"] == [names[-1], size]
        return (names[-1], size) if known else (_next(names[-1]), 0)


def archive_of(database: Path) -> Path:
    """Return the folder that holds the archive of a database file."""
    return database.with_name(database.name + ".archive")


def read_document(folder: Path, place: Place) -> Document:
    """Return the document at a place of an archive folder; raises Damaged where it cannot be read back."""
    try:
        with (folder / place.file).open("rb") as file:
            file.seek(place.offset)
            record = next(ArchiveIterator(file))
            carrier = json.loads(record.rec_headers.get_header(_CARRIER))
            content = record.content_stream().read()
    except (OSError, StopIteration, ValueError, TypeError) as error:
        raise Damaged(f"{folder / place.file}, byte {place.offset}: no document can be read there ({error})") from error
    return _document(carrier, content)


def sync_folder(folder: Path) -> None:
    """Put a folder's list of files on the disk, so that a new or renamed file survives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _records(documents: Sequence[Document]) -> tuple[bytes, list[int]]:
    buffer, offsets = io.BytesIO(), []
    writer = WARCWriter(buffer, gzip=True)
    for document in documents:
        offsets.append(buffer.tell())
        headers = {
            "WARC-Date": document.fetched_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            _CARRIER: json.dumps(_carrier(document), ensure_ascii=True),
        }
        record = writer.create_warc_record(
            quote(document.url, safe=":/?#[]@!$&'()*+,;=%-._~"),
            "resource",
            payload=io.BytesIO(document.content),
            length=len(document.content),
            warc_content_type=quote(document.media_type, safe="/+-.") or "application/octet-stream",
            warc_headers_dict=headers,
        )
        writer.write_record(record)
    return buffer.getvalue(), offsets


def _carrier(document: Document) -> dict[str, Any]:
    return {
        "url": document.url,
        "source": document.source,
        "media_type": document.media_type,
        "fetched_at": document.fetched_at.isoformat(),
        "owner": document.owner,
        "charset": document.charset,
        "published_at": document.published_at.isoformat() if document.published_at else None,
        "title": document.title,
        "language": document.language,
    }


def _document(carrier: dict[str, Any], content: bytes) -> Document:
    published = carrier.pop("published_at")
    return Document(
        content=content,
        fetched_at=datetime.fromisoformat(carrier.pop("fetched_at")),
        published_at=datetime.fromisoformat(published) if published else None,
        **carrier,
    )


def _next(name: str) -> str:
    number = int(name[10:15]) if name else 0
    return f"documents-{number + 1:05}.warc.gz"


def _locked(path: Path) -> IO[str]:
    """Return the lock file, held and with this process's number in it; raises Busy naming the holder's."""
    file = path.open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip()
        file.close()
        database = path.parent.with_name(path.parent.name.removesuffix(".archive"))
        own = holder == str(os.getpid())
        raise Busy(str(database), "this process" if own else f"process {holder or 'unknown'}") from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file
