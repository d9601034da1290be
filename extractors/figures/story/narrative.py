"""The day that a story is telling of: figures of what happened, in sentences that give no day of their own, take it."""

from datetime import date

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day
from extractors.figures.text.sentences import Sentence

Placed = list[tuple[Sentence, Span]]
# A day carries on over this many characters where the article tells of more than one.
_REACH = 420
# What news tells of happened within so many days.
_RECENT = 12
_CLEAR = ("day", "weekday", "near", "context")
# How many words around a number its verb is looked for.
_BEFORE, _BEHIND = 12, 9
_EVENT_UNITS = ("duration:second", "duration:minute", "duration:hour", "speed")
_PRESENT = frozenset({"is", "are", "'re"})
_PERFECT = frozenset({"has", "have", "'ve"})


def settle(placed: Placed, days: list[Day], now: date | None, lexicon: Lexicon) -> None:
    """Lend the narrative's day to what happened then: a low guess, from an action told in the past tense."""
    waiting = [(sentence, span) for sentence, span in placed if span.when is None and _open(span)]
    told = _told(placed, days, now, lexicon) if waiting else []
    if not told:
        return
    dated: dict[int, set[date | None]] = {}
    for day_of in days:
        if not day_of.spoken:
            dated.setdefault(id(day_of.sentence), set()).add(_clear(day_of))
    for sentence, span in waiting:
        here = dated.get(id(sentence))
        if (here and not _lasted(span)) or not _happens(sentence, span, lexicon):
            continue
        day = _carried(sentence.start, told) if here is None else next(iter(here)) if len(here) == 1 else None
        if day is not None and (day == now or not _perfect(sentence, span)):
            span.when = day
            span.rule("when", "narrative_day", 0.25)


def _open(span: Span) -> bool:
    """Counted things, percents and short durations of what happened; neither a state nor another event's."""
    if span.background or span.status in ("planned", "denied") or ("when", "no_day", 0.6) in span.rules:
        return False
    return span.unit in ("count", "percent") or span.unit.startswith(_EVENT_UNITS)


def _clear(told: Day) -> date | None:
    return told.day if told.mention.kind in _CLEAR and not told.coming else None


def _lasted(span: Span) -> bool:
    """``were held for 11 hours on Monday``: hours have the one day that their sentence gives."""
    return span.unit.startswith("duration")


def _told(placed: Placed, days: list[Day], now: date | None, lexicon: Lexicon) -> list[tuple[int, date]]:
    """The days of what happened, in order; those of an agreement only where there is no other."""
    earlier = {id(sentence) for sentence, span in placed if span.background}
    past = [
        d
        for d in days
        if d.day and not d.spoken and not d.coming and d.mention.kind in _CLEAR and id(d.sentence) not in earlier
        if now is None or 0 <= (now - d.day).days <= _RECENT
    ]
    talks = lexicon.cue("deal_word")
    acted = [d for d in past if d.family != "deal" and (d.family or d.sentence.words.isdisjoint(talks))] or past
    return [(d.sentence.start, d.day) for d in acted if d.day]


def _carried(start: int, told: list[tuple[int, date]]) -> date | None:
    """The one day there is, else the one named just before."""
    before = [day for begin, day in told if start - begin >= 0]
    if not before:
        return None
    if len({day for _, day in told}) == 1:
        return before[-1]
    near = [day for begin, day in told if 0 <= start - begin < _REACH]
    return near[-1] if near else None


def _happens(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """Whether a verb of the past tells what befell the counted, and nothing says that it lasts, grows or is to come."""
    words = sentence.words
    if not (words.isdisjoint(lexicon.cue("day_lasting")) and words.isdisjoint(lexicon.cue("long_event"))):
        return False
    if span.action_class in lexicon.cue("lasting"):
        return False
    return _past(sentence, span, lexicon)


def _past(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    tokens, said = sentence.tokens, lexicon.cue("say")
    first, end = max(0, span.begin - _BEFORE), max(span.noun_end, span.end) + _BEHIND
    words = [t.low for t in tokens[first:end]]
    if not lexicon.cue("modal").isdisjoint(words) or _present(sentence, span):
        return False
    past, told = lexicon.cue("past_verb"), lexicon.cue("told_verb")
    return any(
        (word in past or word in told or (word.endswith("ed") and len(word) > 4)) and word not in said for word in words
    )


def _present(sentence: Sentence, span: Span) -> bool:
    """``are stranded``, ``is 40``: so it stands; ``Injured: 412`` has no verb at all."""
    behind = max(span.noun_end, span.end)
    near = [*sentence.tokens[max(0, span.begin - 4) : span.begin], *sentence.tokens[behind : behind + 4]]
    return any(t.low in _PRESENT for t in near) or (span.begin > 0 and sentence.tokens[span.begin - 1].text == ":")


def _perfect(sentence: Sentence, span: Span) -> bool:
    """``has killed 90``: up to now, not on the day."""
    near = sentence.tokens[max(0, span.begin - 8) : max(span.noun_end, span.end) + 4]
    return any(t.low in _PERFECT for t in near)
