"""What one sentence hands on to the next."""

from dataclasses import dataclass, field
from datetime import date

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.speech.persons import Heard
from extractors.figures.text.sentences import Sentence


@dataclass(slots=True)
class State:
    """The lexicon and date of the article; whether it is about an exchange, names one, has hostages; who was heard."""

    lexicon: Lexicon
    heard: Heard
    today: date | None = None
    title: str | None = None
    exchange: bool = False
    swap: bool = False
    hostages: bool = False
    earlier: Span | None = None
    people: Span | None = None
    traded: Span | None = None
    past: bool = False
    dated: list[tuple[Sentence, list[Mention]]] = field(default_factory=list)
