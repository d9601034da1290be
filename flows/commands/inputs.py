"""Local files that a person names on the command line, as documents."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from extractors.document import Document, Rejection
from extractors.formats import document_formats, files
from extractors.formats.protocol import Context
from flows.commands.failing import WrongUse


def expanded(paths: Sequence[Path]) -> list[Path]:
    """Return the files behind the given paths, in the order given; a folder gives its readable files, sorted.

    Raises WrongUse where a path is not there, or a folder has nothing to read.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise WrongUse(f"{path}: there is no such file or folder")
        inside = _inside(path) if path.is_dir() else [path]
        if not inside:
            raise WrongUse(f"{path}: expected html, txt, jsonl or warc files in this folder, found none")
        found += inside
    return found


def documents(path: Path, now: datetime) -> Iterator[Document | Rejection]:
    """Yield the documents of one file, and a rejection for each thing in it that is none."""
    try:
        content = path.read_bytes()
    except OSError as error:
        yield Rejection("load", str(path), "unreadable", f"cannot be read: {error.strerror}")
        return
    yield from files.parse(content, Context(name=str(path), fetched_at=now))


def _inside(folder: Path) -> list[Path]:
    endings = tuple(ending for kind in document_formats().values() for ending in kind.SUFFIXES)
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name.lower().removesuffix(".gz").endswith(endings))
