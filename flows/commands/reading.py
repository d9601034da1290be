"""Files on the command line, read to articles one after the other; what cannot be read is told on standard error."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from extractors.document import Article, Document, Rejection, Unusable
from extractors.formats import Context
from extractors.reading import read
from flows.commands.inputs import expanded
from flows.inputs import documents


class Articles:
    """Iterates over ``(path, article)``; ``failed`` counts what was rejected on the way."""

    def __init__(self, paths: Sequence[Path], now: datetime) -> None:
        self._paths = expanded(paths)
        self._now = now
        self.failed = 0

    def __iter__(self) -> Iterator[tuple[Path, Article]]:
        for path in self._paths:
            for found in documents(path, Context(name=str(path), fetched_at=self._now)):
                read_or_not = _read(path, found)
                if isinstance(read_or_not, Article):
                    yield path, read_or_not
                else:
                    self._tell(read_or_not)

    def _tell(self, rejection: Rejection) -> None:
        from flows.printing.console import complain

        self.failed += 1
        complain(rejection.ref, rejection.detail or rejection.reason)


def articles(paths: Sequence[Path]) -> Articles:
    """Return the articles of the files and folders; raises WrongUse at once where one of them is not there."""
    return Articles(paths, datetime.now(UTC))


def _read(path: Path, found: Document | Rejection) -> Article | Rejection:
    if isinstance(found, Rejection):
        return found
    try:
        return read(found)
    except Unusable as error:
        ref = str(path) if found.url.startswith("file:") else f"{path}: {found.url}"
        return Rejection("read", ref, error.reason, error.detail)
