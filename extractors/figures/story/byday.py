"""``By Friday 96 had been inspected``: what has come together over days has no day of its own; what is measured has."""

from datetime import date
from itertools import groupby

from extractors.figures.calendar.daywords import PARTS
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day
from extractors.figures.story.whether import GUESSES
from extractors.figures.text.sentences import Sentence

Placed = list[tuple[Sentence, Span]]
# What may stand between ``by`` and the day: ``by nightfall on Saturday``, ``by early Friday``.
_HOURS = frozenset(
    {*PARTS, "nightfall", "midday", "noon", "midnight", "dawn", "dusk", "early", "late", "on", "of", "the", "end"}
)
_REACH = 4
_OPENING = 5
_ASIDE = 3
_MEASURES = ("length", "temperature", "mass", "speed", "area")
_MORE = frozenset({"another", "further", "more", "additional"})


def settle(placed: Placed, days: list[Day], story: date | None, now: date | None, lexicon: Lexicon) -> None:
    """Drop the day of what was done by a later one; give a level the day by which it is reached."""
    told = {id(d.sentence): d for d in days if d.day and d.mention.kind in ("day", "weekday") and _by(d)}
    if not told:
        return
    for key, group in groupby(placed, lambda pair: id(pair[0])):
        day = told.get(key)
        if day is None or day.day is None:
            continue
        for sentence, span in group:
            if _of_clause(sentence, span, day, lexicon):
                _date(sentence, span, day.day, story, now)


def _date(sentence: Sentence, span: Span, by: date, story: date | None, now: date | None) -> None:
    if span.background or span.status == "denied":
        return
    if span.status == "planned":
        if span.when == by != now:
            _drop(span)
    elif span.unit.startswith(_MEASURES) and (now is None or by <= now):
        span.when = by
        span.rule("when", "by_day", 0.5)
    elif span.when is not None and sentence.lows[max(0, span.begin - 1)] not in _MORE:
        rule = next((name for about, name, _ in reversed(span.rules) if about == "when"), "")
        lent = rule in GUESSES and span.when != by
        if lent or (rule == "clause" and span.when == by and story is not None and story < by):
            _drop(span)


def _drop(span: Span) -> None:
    span.when = None
    span.rule("when", "no_day", 0.6)


def _by(told: Day) -> bool:
    """``by Friday``, ``by nightfall on Saturday``, ``by the end of Sunday``."""
    if "by" not in told.sentence.words:
        return False
    lows, first = told.sentence.lows, told.mention.first
    for k in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if lows[k] == "by":
            return True
        if lows[k] not in _HOURS:
            return False
    return False


def _of_clause(sentence: Sentence, span: Span, told: Day, lexicon: Lexicon) -> bool:
    """True where no other clause parts the number from the day."""
    behind = span.noun_end <= told.mention.first
    first, last = (span.noun_end, told.mention.first) if behind else (told.mention.end, span.begin)
    between = sentence.lows[first:last]
    if not lexicon.cues.day_border.isdisjoint(between) or ";" in between:
        return False
    commas = between.count(",")
    if behind and between[:1] == [","]:
        commas -= 1  # ``Most of the rest, 128, had been discharged by Friday``
    return commas == 0 if behind else told.mention.first < _OPENING and commas <= _ASIDE
