"""What one sentence hands on to the next."""

from dataclasses import dataclass, field
from datetime import datetime

from extractors.figures.lexicon import Lexicon
from extractors.figures.occasions import Occasion
from extractors.figures.spans import Span


@dataclass(slots=True)
class State:
    """The lexicon and date of the article; the last speaker and the last counted number read so far."""

    lexicon: Lexicon
    published_at: datetime | None = None
    title: str | None = None
    exchange: bool = False
    said: str | None = None
    said_line: int = -1
    earlier: Span | None = None
    past: bool = False
    agreed: list[Occasion] = field(default_factory=list)
