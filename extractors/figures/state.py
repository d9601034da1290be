"""What one sentence hands on to the next."""

from dataclasses import dataclass, field
from datetime import datetime

from extractors.figures.lexicon import Lexicon
from extractors.figures.occasions import Occasion
from extractors.figures.persons import Heard
from extractors.figures.spans import Span


@dataclass(slots=True)
class State:
    """The lexicon and date of the article; who was heard and the last counted number read so far."""

    lexicon: Lexicon
    heard: Heard
    published_at: datetime | None = None
    title: str | None = None
    exchange: bool = False
    earlier: Span | None = None
    past: bool = False
    agreed: list[Occasion] = field(default_factory=list)
