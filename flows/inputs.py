"""One local file to its documents."""

from collections.abc import Iterator
from pathlib import Path

from extractors.document import Document, Rejection, Unusable
from extractors.formats import files
from extractors.formats.protocol import Context
from flows import local_files


def documents(path: Path, context: Context) -> Iterator[Document | Rejection]:
    """Yield the documents of one file, and a rejection for each thing in it that is none."""
    try:
        content = local_files.read(path)
    except Unusable as error:
        yield Rejection("load", str(path), error.reason, error.detail)
    else:
        yield from files.parse(content, context)
