"""Which of the days that a sentence names is that of a number: the cheapest that fits."""

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.dayclauses import theirs
from extractors.figures.story.dayfits import behind, cost, done, fits, then
from extractors.figures.story.families import Day
from extractors.figures.text.tokens import Token

_DEAREST = 30.0
_OPENS = 3
_NAMED = 5
# From a loose time to whom the blow killed.
_BLOW = 12


def nearest(tokens: list[Token], span: Span, spans: list[Span], days: list[Day], lexicon: Lexicon) -> Day | None:
    """The cheapest day that fits; None where it is too far away."""
    fit = []
    for told in days:
        if told.spoken and not _acted(tokens, span, told.mention, lexicon):
            continue
        if not fits(tokens, span, told, lexicon) or _counted_from(span, told, days):
            continue
        if not _of_main(tokens, span, told, days):
            fit.append(told)
    near, price = None, _DEAREST
    for told in theirs(tokens, span, fit, lexicon):
        costs = cost(tokens, span, spans, told.mention, lexicon)
        if costs < price or (near is None and costs <= price):
            near, price = told, costs
    return near


def _acted(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """A day of speech is that of a number all the same: ``on Wednesday announced a package of $2 billion``."""
    at = span.action_at
    if span.unit.startswith("money") and at is not None and tokens[at].low in _GRANTED:
        return 0 <= at - mention.end < _OPENS and at < span.begin
    return then(tokens, span, mention) or done(tokens, span, mention, lexicon)


_GRANTED = frozenset({"announced", "unveiled"})


def ahead(tokens: list[Token], span: Span, days: list[Day]) -> Day | None:
    """The day of what is planned, told in the clause before."""
    if span.status == "planned":
        for day in days:
            if day.coming and _beside(tokens, day.mention, span):
                return day
    return None


def _counted_from(span: Span, told: Day, days: list[Day]) -> bool:
    """``resigned, a day after the collapse on Monday``: Monday is not the day on which they resigned."""
    for day in days:
        leaning = span.end <= day.mention.first < told.mention.first and day.mention.lead.endswith(" that")
        if leaning and of_event(day, told):
            return True
    return False


def _of_main(tokens: list[Token], span: Span, told: Day, days: list[Day]) -> bool:
    """``A week after a train derailed, killing 33, police on Tuesday held six``: Tuesday is not of the 33.

    ``Two days after a bomb went off on Friday, 300 marched``: nor is Friday of the 300.
    """
    for opener in days:
        if opener.mention.first < _OPENS and opener.mention.lead.endswith(" that"):
            break
    else:
        return False
    if opener is told:
        return False
    if opener.mention.end <= told.mention.first < span.begin and behind(tokens, opener.mention, span):
        return all(t.text != "," for t in tokens[opener.mention.end : told.mention.first])
    return told.mention.first >= span.noun_end and "," in [t.text for t in tokens[span.noun_end : told.mention.first]]


def of_event(told: Day, day: Day) -> bool:
    """``a day after the crash on Monday``: the day behind the noun is that of what is counted from."""
    between = told.sentence.tokens[told.mention.end : day.mention.first]
    opened = [t.low for t in between[:1]] in (["the"], ["a"], ["an"])
    if opened and not day.spoken and len(between) <= _NAMED and all(t.kind == "w" for t in between):
        return True
    clear = day.mention.kind in ("day", "weekday") and not (day.spoken or day.coming)
    within = told.mention.first < _OPENS and told.mention.end <= day.mention.first
    return clear and within and all(t.text != "," for t in between)  # ``A day after rebels freed 12 on Monday, …``


def _beside(tokens: list[Token], mention: Mention, span: Span) -> bool:
    """``A rally is planned for Saturday; organisers expect 50,000 people.``"""
    return any(t.text == ";" for t in tokens[mention.end : span.begin])


def loosely(tokens: list[Token], span: Span, days: list[Day], lexicon: Lexicon) -> bool:
    """``hit the jail earlier this month, killing 12``, ``two days after the army accused them of killing 12``."""
    for told in days:
        end = told.mention.end
        if end > span.begin - 1 or span.begin - end > _BLOW:
            continue
        if told.mention.kind == "coarse" and tokens[end].text == "," and tokens[end + 1].low.endswith("ing"):
            return not any(t.text in ",;" for t in tokens[end + 1 : span.begin])
        if told.mention.lead.endswith(" that"):
            between = {t.low for t in tokens[end : span.begin]}
            return "," not in between and not between.isdisjoint(lexicon.cue("accused"))
    return False
