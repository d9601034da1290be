"""A watch's sources tried once, storing nothing: does each answer, and can its newest page be read?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from extractors.document import Article, Document, Unusable
from extractors.figures import extract
from extractors.reading import read
from flows.addresses import Guard, parse_allowed
from flows.collecting import collect, unavailable
from flows.fetching import Fetcher, Unavailable
from flows.visiting import Collected, Job
from flows.watch import Watch


@dataclass(frozen=True, slots=True)
class Trial:
    """How one source fared. ``listed``: how many articles it names. ``sample`` is the newest one that could be read,
    with the number of its figures; ``error`` says what is wrong, None where nothing is."""

    source: str
    listed: int
    sample: Article | None = None
    figures: int = 0
    error: str | None = None


def trials(watch: Watch, now: datetime) -> Iterator[Trial]:
    """Yield the trial of each source, in the order of the watch."""
    with Fetcher(Guard(parse_allowed(watch.allow))) as fetcher:
        for source in watch.sources:
            job = Job(source, now, folder=watch.folder, newest=1)
            try:
                collected = collect(job, fetcher)
            except Unavailable as error:
                collected = unavailable(job, error)
            yield _trial(collected)


def _trial(collected: Collected) -> Trial:
    listed = collected.counts.get("listed", 0) + collected.counts.get("left_out", 0)
    problem = collected.error or next((f"{r.ref}: {r.detail or r.reason}" for r in collected.rejections), None)
    if problem or not collected.documents:
        return Trial(collected.source, listed, error=problem or ("names no article" if not listed else None))
    return _sampled(collected.source, listed, collected.documents[-1])


def _sampled(source: str, listed: int, document: Document) -> Trial:
    try:
        article = read(document)
    except Unusable as error:
        return Trial(source, listed, error=f"{document.url}: {error.detail}")
    found = extract(article.text, published_at=article.published_at, language=article.language, title=article.title)
    return Trial(source, listed, article, len(found))
