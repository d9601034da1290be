"""What was fetched (Document) and what was read from it (Article)."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Document:
    """The raw bytes of one page, file or JSONL line, kept as they came, and what its carrier said of it.

    ``media_type`` is ``text/html``, ``text/plain`` … without parameters. ``published_at``, ``title``, ``language``
    and ``owner`` come from the feed entry, the JSONL line or the watch; None where the carrier is silent.
    All times are aware.
    """

    url: str
    source: str
    content: bytes
    media_type: str
    fetched_at: datetime
    owner: str | None = None
    charset: str | None = None
    published_at: datetime | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage that was removed while reading, and the rule that removed it (``byline``, ``related`` …)."""

    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """Title, text, date and language of one document.

    ``text`` is what figures are read from; paragraphs are separated by one newline. Offsets of figures are code
    points into it. ``dropped`` lists what was removed, in page order. ``credits`` are the agencies that the document
    names as its origin, in order, by the names of the wires table (``AP``), plus ``agencies`` where it credits
    unnamed ones.
    """

    url: str
    source: str
    title: str | None
    text: str
    published_at: datetime | None
    language: str | None
    owner: str | None = None
    dropped: tuple[Dropped, ...] = ()
    credits: tuple[str, ...] = ()


class Unusable(Exception):
    """A document that can never become an article; kept as a rejection with its reason, never retried.

    ``reason`` is a short code (``empty``, ``not_text``, ``too_deep`` …), ``detail`` a sentence for a person.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Rejection:
    """One thing that was dropped: at which stage, what it was (URL, path, line), and why."""

    stage: str
    ref: str
    reason: str
    detail: str = field(default="")
