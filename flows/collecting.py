"""One source of a watch to documents: listings and pages over HTTP, files from disk; every drop has its reason.

collect(job, fetcher) -> Collected            one source in one pass; raises Unavailable where a retry can help
unavailable(job, error) -> Collected          the same where no retry helped
from_paths(paths, now) -> Iterator[Document | Rejection]      files for ``tallywire load``
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from extractors import formats
from extractors.document import Document, Rejection, Unusable
from extractors.formats import Context, Entry, Listing, files, sitemap, urls
from extractors.formats.protocol import DocumentFormat, ListingFormat
from flows import local_files
from flows.fetching import Fetcher, Limits, Refused, Unavailable
from flows.redaction import redacted
from flows.visiting import FRESH, Collected, Job, Round, visit
from warehouse.ledger.runs import SourceState

LISTING_LIMITS = Limits(seconds=30.0, decoded=50_000_000)
FILE_LIMITS = Limits(seconds=60.0, wire=50_000_000, decoded=200_000_000)
MAX_LISTINGS = 20  # of one sitemap index in one pass, the newest first
_WEB = ("http://", "https://")


def collect(job: Job, fetcher: Fetcher) -> Collected:
    """What a source has that is new, changed or due for another look.

    A place that fails becomes an error of the source while its other places go on.

    :raises Unavailable: nothing of the source could be had, and a retry can help.
    """
    round_ = Round(job)
    last: Unavailable | None = None
    places = _places(job)
    for place in places:
        try:
            place(round_, fetcher)
        except Unavailable as error:
            last = error
            round_.errors.append(error.detail)
        except Unusable as error:
            round_.errors.append(error.detail)
    if last is not None and len(round_.errors) == len(places):
        raise last
    return round_.result()


def unavailable(job: Job, error: Unavailable) -> Collected:
    """What to keep of a source that could not be had at all: how often it failed, and why."""
    round_ = Round(job)
    for place in job.source.at:
        round_.fail(place, error)
    round_.errors.append(error.detail)
    return round_.result()


Place = Callable[[Round, Fetcher], None]


def _places(job: Job) -> list[Place]:
    """What to do for each address of the source, by its kind."""
    source, listings = job.source, formats.listing_formats()
    if source.kind == urls.KIND:
        return [lambda round_, fetcher: _visit_all(urls.entries(source.at, job.label), round_, fetcher)]
    if source.kind in listings:
        return [_listing_place(at, listings[source.kind]) for at in source.at]
    chosen = formats.document_formats()[source.kind]
    return [_document_place(at, chosen) for at in source.at]


def _listing_place(at: str, chosen: ListingFormat) -> Place:
    def go(round_: Round, fetcher: Fetcher) -> None:
        if at.startswith(_WEB):
            _visit_all(_listed(at, chosen, round_, fetcher), round_, fetcher)
            return
        for path in local_files.find(at, round_.job.folder):
            _visit_all(chosen.parse(local_files.read(path), str(path)), round_, fetcher)

    return go


def _listed(at: str, chosen: ListingFormat, round_: Round, fetcher: Fetcher) -> Listing:
    """A listing with the listings that it names, each asked for once; what did not change says nothing new."""
    found: list[Entry] = []
    left_out, waiting, seen = 0, [(at, 0)], {at}
    while waiting and len(seen) <= MAX_LISTINGS:
        url, depth = waiting.pop(0)
        try:
            listing = _one_listing(url, chosen, round_, fetcher)
        except (Unavailable, Unusable) as error:
            if url == at:
                raise
            round_.errors.append(error.detail)
            continue
        found += listing.entries
        left_out += listing.left_out
        if depth < sitemap.MAX_DEPTH:
            waiting += [(inner, depth + 1) for inner in listing.listings if inner not in seen]
            seen.update(listing.listings[:MAX_LISTINGS])
    return Listing(tuple(found), left_out=left_out)


def _one_listing(url: str, chosen: ListingFormat, round_: Round, fetcher: Fetcher) -> Listing:
    known = round_.known(url)
    try:
        reply = fetcher.get(url, etag=known.etag, last_modified=known.last_modified, limits=LISTING_LIMITS)
    except Unusable as error:
        round_.fail(url, error)
        round_.reject(url, error)
        raise
    if reply.not_modified:
        round_.remember(url, reply)
        return Listing(_lately(round_.job))
    listing = chosen.parse(reply.content, reply.url)
    if listing.problems and not listing.entries and not listing.listings:
        broken = Refused(listing.problems[0].reason, f"{redacted(url)}: {listing.problems[0].detail}")
        round_.fail(url, broken)
        round_.rejections += listing.problems
        raise broken
    round_.rejections += listing.problems
    round_.remember(url, reply)
    return listing


def _lately(job: Job) -> tuple[Entry, ...]:
    """Pages of this source that are new enough to be edited, or that failed: an unchanged listing names none."""
    own = [s for s in job.states.values() if s.source == job.label and s.url not in job.source.at]
    fresh = {s.url: job.recent[s.url] for s in own if s.url in job.recent and job.now - job.recent[s.url] < FRESH}
    failed = [s.url for s in own if s.failures and s.url not in fresh]
    newest = sorted(fresh, key=lambda url: fresh[url], reverse=True)
    return tuple(Entry(url) for url in (*newest, *failed))


def _visit_all(listing: Listing, round_: Round, fetcher: Fetcher) -> None:
    known = len(listing.entries)
    round_.rejections += listing.problems
    round_.count("left_out", listing.left_out + max(0, known - round_.job.newest))
    visit(listing.entries[: round_.job.newest], round_, fetcher)


def _document_place(at: str, chosen: DocumentFormat) -> Place:
    def go(round_: Round, fetcher: Fetcher) -> None:
        if not at.startswith(_WEB):
            _local(at, chosen, round_)
        elif chosen.KIND in ("html", "txt"):
            visit([Entry(at, published_at=round_.job.source.published_at)], round_, fetcher)
        else:
            _remote(at, chosen, round_, fetcher)

    return go


def _local(at: str, chosen: DocumentFormat, round_: Round) -> None:
    paths = local_files.find(at, round_.job.folder)
    for path in paths:
        name, mark = f"file:{path}", _mark(path)
        round_.count("listed")
        if mark and round_.known(name).etag == mark:
            round_.count("not_modified")
            continue
        try:
            content = local_files.read(path)
        except Unusable as error:
            round_.fail(name, error)
            round_.reject(str(path), error, "load")
            round_.errors.append(error.detail)
            continue
        _take(chosen.parse(content, _context(str(path), round_.job, alone=len(paths) == 1)), round_)
        round_.states[name] = SourceState(round_.job.label, name, mark, None, round_.job.now)


def _mark(path: Path) -> str | None:
    """Changes when the file does; None where it cannot be told."""
    try:
        status = path.stat()
    except OSError:
        return None
    return f"{status.st_mtime_ns}-{status.st_size}"


def _remote(at: str, chosen: DocumentFormat, round_: Round, fetcher: Fetcher) -> None:
    known = round_.known(at)
    reply = fetcher.get(at, etag=known.etag, last_modified=known.last_modified, limits=FILE_LIMITS)
    round_.count("listed")
    if reply.not_modified:
        round_.count("not_modified")
    else:
        _take(chosen.parse(reply.content, _context(at, round_.job, alone=True)), round_)
    round_.remember(at, reply)


def _context(name: str, job: Job, *, alone: bool) -> Context:
    source = job.source
    return Context(
        name=name, fetched_at=job.now, url=source.url if alone else None, source=source.name, owner=source.owner,
        published_at=source.published_at, language=source.language,
    )  # fmt: skip


def _take(found: Iterator[Document | Rejection], round_: Round) -> None:
    for one in found:
        if isinstance(one, Document):
            round_.documents.append(one)
            round_.count("new")
        else:
            round_.rejections.append(one)
            round_.count("refused")


def from_paths(paths: Sequence[Path], now: datetime) -> Iterator[Document | Rejection]:
    """The documents of files of any kind (html, txt, jsonl, warc, each also .gz), in the order given."""
    for path in paths:
        try:
            content = local_files.read(path)
        except Unusable as error:
            yield Rejection("load", str(path), error.reason, error.detail)
        else:
            yield from files.parse(content, Context(name=str(path), fetched_at=now))
