"""Text -> figures: a cascade of small steps, each in its own file, each package one question.

``text`` (normalised, sentences, tokens) -> ``numbers`` (which numerals count, bounds, changes) -> ``measures`` (units)
-> ``counted`` (the noun) -> ``action`` (the word that says what was done, found by the ``clause``; ``senses``
is what it means here) -> ``status`` (did it happen) -> ``exchange`` (basis, party) -> ``speech`` (who says it) ->
``calendar`` (date expressions) -> ``story`` (day, place, earlier events, parts). ``cascade`` puts them in order for one
sentence; ``spans`` is what they fill in; words of a language come from ``lexicon``.
"""

from datetime import datetime

from extractors.figure import Figure
from extractors.figures.action import exceptions, predicates, ranking, sought
from extractors.figures.cascade import read_sentence, record
from extractors.figures.exchange import exchanges
from extractors.figures.lexicon import load
from extractors.figures.measures import countries
from extractors.figures.senses import returners, wording
from extractors.figures.speech import speakers, testimony
from extractors.figures.speech.persons import Heard
from extractors.figures.state import State
from extractors.figures.story import dates, passage
from extractors.figures.text.markup import blank
from extractors.figures.text.normalise import normalise
from extractors.figures.text.sentences import split

__all__ = ["extract"]


def extract(
    text: str, *, published_at: datetime | None = None, language: str | None = None, title: str | None = None
) -> tuple[Figure, ...]:
    """The figures of an article's text in order of their offsets, which are code points into ``text``.

    ``published_at`` anchors weekdays and relative days; ``language`` chooses the lexicon (English where None);
    ``title`` only lends its noun to numbers that have none. Never raises on any text.
    """
    lexicon = load(language)
    plain = normalise(blank(text))
    today = published_at.date() if published_at else None
    state = State(
        lexicon, Heard(plain.text, lexicon, speakers.listen), today, title, *passage.exchange(plain.text, lexicon)
    )
    sentences = split(plain.text, lexicon)
    placed = [(sentence, span) for sentence in sentences for span in read_sentence(sentence, state)]
    passage.settle(placed)
    countries.settle(placed, plain.text, lexicon)
    if state.exchange:
        exchanges.across(placed)
    testimony.settle(sentences, placed, state.heard)
    predicates.settle(placed, lexicon)
    ranking.settle(placed, state.acts, lexicon)
    exceptions.settle(placed, lexicon)
    sought.settle(placed, lexicon)
    returners.settle(placed, plain.text, lexicon)
    wording.settle(placed, lexicon)
    dates.settle(state.dated, placed, today, plain.text, lexicon)
    return tuple([record(text, plain, sentence, span) for sentence, span in placed])
