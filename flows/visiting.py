"""Which pages of a listing are asked for in this pass, and what came of each."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from extractors.document import Document, Rejection, Unusable
from extractors.formats import Entry, canonical, host_of
from flows.fetching import Fetcher, Refused, Reply, Unavailable
from flows.redaction import redacted
from flows.watch import Source
from warehouse.ledger.runs import SourceState

FRESH = timedelta(hours=48)  # how long after its publication a page is likely to be edited
RECHECK_FRESH = timedelta(minutes=30)
RECHECK_UNDATED = timedelta(hours=6)
RECHECK_OLD = timedelta(hours=24)
GIVE_UP = 5  # failures in a row after which a page is asked for once a day
UNAVAILABLE_IN_A_ROW = 3  # then the rest of the source waits for the next pass
MAX_BYTES = 100_000_000  # documents that one source may bring in one pass
TEXT = frozenset({"", "text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"})
_SNIFFED = frozenset({"", "application/octet-stream", "application/xml", "text/xml"})


@dataclass(frozen=True)
class Job:
    """One source in one pass: what is known of its addresses, when pages were first seen, and what it may take."""

    source: Source
    now: datetime
    states: Mapping[str, SourceState] = field(default_factory=dict)
    recent: Mapping[str, datetime] = field(default_factory=dict)
    folder: Path = Path()
    newest: int = 100
    seconds: float = 300.0

    @property
    def label(self) -> str:
        """What to call the source: its name, else the host or path of its first address."""
        return self.source.name or host_of(self.source.at[0]) or self.source.at[0]


@dataclass(frozen=True)
class Collected:
    """What one source gave in one pass.

    ``states``: what to remember of its addresses. ``counts`` by name: listed, new, rechecked, not_modified, not_due,
    waiting (unavailable, tried again next time), refused, left_out. ``error``: why the source as a whole failed.
    """

    source: str
    documents: tuple[Document, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    states: tuple[SourceState, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    error: str | None = None


class Round:
    """Gathers what one job brings."""

    def __init__(self, job: Job, clock: Callable[[], float] = time.monotonic) -> None:
        self.job = job
        self.documents: list[Document] = []
        self.rejections: list[Rejection] = []
        self.states: dict[str, SourceState] = {}
        self.counts: dict[str, int] = {}
        self.errors: list[str] = []
        self._clock, self._end = clock, clock() + job.seconds

    def count(self, name: str, number: int = 1) -> None:
        """Add to a count."""
        self.counts[name] = self.counts.get(name, 0) + number

    def known(self, url: str) -> SourceState:
        """What is remembered of an address; blank for a new one."""
        return self.job.states.get(url) or SourceState(self.job.label, url)

    def remember(self, url: str, reply: Reply) -> None:
        """Keep a reply's validators; those of before where a 304 repeats none."""
        old = self.known(url) if reply.not_modified else SourceState(self.job.label, url)
        etag, modified = reply.etag or old.etag, reply.last_modified or old.last_modified
        self.states[url] = SourceState(self.job.label, url, etag, modified, self.job.now)

    def fail(self, url: str, error: Exception, *, final: bool = False) -> int:
        """Remember that an address failed; returns how often in a row."""
        old = self.known(url)
        failures = GIVE_UP if final else old.failures + 1
        self.states[url] = replace(
            old, source=self.job.label, checked_at=self.job.now, failures=failures, error=str(error)[:300]
        )
        return failures

    def reject(self, url: str, error: Unusable | Unavailable, stage: str = "fetch") -> None:
        """Keep a rejection."""
        self.rejections.append(Rejection(stage, redacted(url), error.reason, error.detail))

    def room_left(self) -> bool:
        """Whether the source may take more time and bring more bytes."""
        return self._clock() < self._end and sum(len(d.content) for d in self.documents) < MAX_BYTES

    def result(self) -> Collected:
        """What was gathered; documents in order of publication, undated ones last."""
        late = self.job.now + timedelta(days=36500)
        ordered = sorted(self.documents, key=lambda d: d.published_at or late)
        return Collected(
            self.job.label, tuple(ordered), tuple(self.rejections), tuple(self.states.values()), dict(self.counts),
            "; ".join(self.errors) or None,
        )  # fmt: skip


def is_due(state: SourceState | None, entry: Entry, now: datetime, seen_at: datetime | None = None) -> bool:
    """Whether a page is asked for in this pass; ``seen_at``: when it was first seen, in place of a missing date.

    New pages are, and those whose listing says that they changed. Known ones are asked again (with validators) every
    30 minutes in their first two days, every 6 hours where they are undated, daily after that; a page that failed is
    asked for again in each pass until it is given up, then daily.
    """
    if state is None or state.checked_at is None:
        return True
    age = now - state.checked_at
    if state.failures >= GIVE_UP:
        return age >= RECHECK_OLD
    if state.failures or (entry.modified_at is not None and state.checked_at < entry.modified_at <= now):
        return True
    dated = entry.published_at or seen_at
    if dated is None:
        return age >= RECHECK_UNDATED
    return age >= (RECHECK_FRESH if now - dated < FRESH else RECHECK_OLD)


def visit(entries: Iterable[Entry], round_: Round, fetcher: Fetcher) -> None:
    """Asks for the pages that are due, in the order given; each outcome is counted and remembered."""
    job, in_a_row = round_.job, 0
    for entry in entries:
        round_.count("listed")
        if entry.url in round_.states:
            continue  # two listings name it
        if not is_due(job.states.get(entry.url), entry, job.now, job.recent.get(entry.url)):
            round_.count("not_due")
        elif in_a_row >= UNAVAILABLE_IN_A_ROW or not round_.room_left():
            round_.count("waiting")
        else:
            in_a_row = 0 if _visit_one(entry, round_, fetcher) else in_a_row + 1


def _visit_one(entry: Entry, round_: Round, fetcher: Fetcher) -> bool:
    """Whether the server answered."""
    known = round_.known(entry.url)
    try:
        reply = fetcher.get(entry.url, etag=known.etag, last_modified=known.last_modified)
        if not reply.not_modified:
            round_.documents.append(document(reply, entry, round_.job))
    except Unusable as error:
        round_.fail(entry.url, error, final=True)
        round_.reject(entry.url, error)
        round_.count("refused")
        return True
    except Unavailable as error:
        if round_.fail(entry.url, error) == GIVE_UP:
            round_.reject(entry.url, error)
        round_.count("waiting")
        return False
    round_.remember(entry.url, reply)
    round_.count("not_modified" if reply.not_modified else "new" if known.checked_at is None else "rechecked")
    return True


def document(reply: Reply, entry: Entry, job: Job) -> Document:
    """The document of a page.

    :raises Refused: its media type is none of text.
    """
    if reply.media_type not in TEXT | _SNIFFED:
        raise Refused("not_text", f"{redacted(reply.url)} is {reply.media_type[:60]}")
    try:
        url = canonical(reply.url)
    except ValueError:
        url = entry.url
    return Document(
        url=url,
        source=job.source.name or host_of(url) or job.label,
        content=reply.content,
        media_type=_kind(reply),
        fetched_at=job.now,
        owner=job.source.owner,
        charset=reply.charset,
        published_at=entry.published_at,
        title=entry.title,
        language=entry.language or job.source.language,
    )


def _kind(reply: Reply) -> str:
    if reply.media_type not in _SNIFFED:
        return reply.media_type
    return "text/html" if reply.content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else "text/plain"
