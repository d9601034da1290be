"""What one sentence hands on to the next."""

from dataclasses import dataclass, field
from datetime import date

from extractors.figures.calendar.daywords import Mention
from extractors.figures.clause.reach import Found
from extractors.figures.counted.mentioned import Named
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.speech.persons import Heard
from extractors.figures.text.sentences import Sentence


@dataclass(slots=True)
class State:
    """The lexicon and date of the article; whether it is about an exchange, names one, has hostages; who was heard.

    ``past`` where the sentences go on with an earlier event, ``tried`` where the article is of a trial of one.

    Of what was counted: the last number, the last of people, of those exchanged and of weapons, each by its value, and
    all of the sentence that counted last (``last_at``). ``read`` are the sentences so far; by where a sentence begins,
    ``told`` are its numbers and ``named`` its nouns, as far as anybody asked for them.
    """

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
    weapon: Span | None = None
    counted: dict[float, Span] = field(default_factory=dict)
    before: Sentence | None = None
    last: list[Span] = field(default_factory=list)
    last_at: Sentence | None = None
    read: list[Sentence] = field(default_factory=list)
    past: bool = False
    tried: bool = False
    told: dict[int, list[Span]] = field(default_factory=dict)
    named: dict[int, list[Named]] = field(default_factory=dict)
    acts: dict[int, list[Found]] = field(default_factory=dict)
    dated: list[tuple[Sentence, list[Mention]]] = field(default_factory=list)
