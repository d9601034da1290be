"""The day that a story is telling of: figures of what happened, in sentences that give no day of their own, take it."""

from collections import Counter
from datetime import date
from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.dayclauses import WHILE, meanwhile, relative
from extractors.figures.story.families import Day, kind
from extractors.figures.story.happening import happens, lasted, lately, perfect, since_dawn, under_way, waits, with_them
from extractors.figures.story.occasions import aftermath
from extractors.figures.story.standing import looking_back, summed
from extractors.figures.story.topic import Occasion, grieved, had, late, raised
from extractors.figures.text.sentences import Sentence

Placed = list[tuple[Sentence, Span]]
# A paragraph goes on with its day over this many characters, the one behind it over fewer.
_REACH = 420
_CARRIED = 150
# The event of an article is told of in its first lines.
_LEAD = 700
# A day told only below this is not that of the article.
_FAR = 1200
# What news tells of happened within so many days.
_RECENT = 12
# ``has killed 34`` in a first line is of the last days.
_NEWS = 3
# A paragraph goes on with a day of some weeks ago all the same.
_WEEKS = 45
# An article of which one number in five counts whom something befell reports an event.
_EVENT, _IN_ALL = frozenset({"harm", "swap", "custody", "crowd", "flight"}), 5
_SHORT = 3
_CLEAR = ("day", "weekday", "near", "context")


def settle(placed: Placed, days: list[Day], now: date | None, story: Occasion | None, lexicon: Lexicon) -> None:
    """Lend the narrative's day to what happened then: a low guess, from an action told in the past tense."""
    waiting = [(sentence, span) for sentence, span in placed if span.when is None and waits(span)]
    past = _past_days(placed, days, now) if waiting else []
    about = story.day if story and any(d.day == story.day for d in past) else None
    led = any(d.sentence.start < _FAR for d in past)
    event = _event(placed)
    main = about or (None if led else _first(placed)) or (_main(past, days, now, event) if past else None)
    main = main if waiting and (event or about) else None
    if main is None:
        return
    told = _told(past, main, lexicon)
    dated: dict[int, list[Day]] = {}
    for day_of in days:
        if not day_of.spoken and day_of.day and day_of.mention.kind != "coarse":
            dated.setdefault(id(day_of.sentence), []).append(day_of)
    for sentence, span in waiting:
        if span.when is not None:
            continue
        own = dated.get(id(sentence), ())
        here = {_clear(d) for d in own if not (d.coming or _leans(span, d) or apart(sentence, span, d, lexicon))}
        total = summed(sentence, span, lexicon)
        if (here and not (lasted(span) or total or _beside(sentence))) or not happens(sentence, span, lexicon):
            continue
        saved = aftermath(span) and bool(past)
        around = main if total else _carried(sentence.start, told, _main(past, days, now, event) if saved else main)
        raising = total and any(raised(d, lexicon) for d in own)
        day = around if not here or raising else next(iter(here)) if len(here) == 1 else None
        if not here and now and "since" in sentence.words and since_dawn(sentence, span):
            day = now
        if day is not None and (day == now or not perfect(sentence, span) or _lately(sentence, span, day, now)):
            span.when = day
            span.rule("when", "narrative_day", 0.25)


def today(placed: Placed, now: date | None, lexicon: Lexicon) -> None:
    """``Over 900 rescuers, including 420 soldiers, are digging, backed by four helicopters``: all are of today."""
    if now is None:
        return
    whole: tuple[Sentence, Span] | None = None
    for sentence, span in placed:
        if span.when is not None or "ing" not in sentence.text or not waits(span):
            continue
        if under_way(sentence, span, lexicon):
            whole = sentence, span
        elif whole is None or whole[0] is not sentence or not with_them(sentence, whole[1], span):
            continue
        span.when = now
        span.rule("when", "under_way", 0.2)


def apart(sentence: Sentence, span: Span, told: Day, lexicon: Lexicon) -> bool:
    """A day of another clause: ``two of whom fled on Sunday``, ``while two others died on Sunday``."""
    tokens, mention = sentence.tokens, told.mention
    beside = not WHILE.isdisjoint(sentence.words) and meanwhile(tokens, span, mention, lexicon)
    return beside or relative(sentence, span, mention)


def _lately(sentence: Sentence, span: Span, day: date, now: date | None) -> bool:
    return (now is None or (now - day).days <= _NEWS) and lately(sentence, span)


def _leans(span: Span, told: Day) -> bool:
    """``Four were freed, after a dispute that broke out a week after the truce began``: no day of the four."""
    leaning = told.mention.kind == "week" and told.mention.lead.endswith(" that")
    return leaning and span.noun_end + _AWAY < told.mention.first


_AWAY = 8


def _beside(sentence: Sentence) -> bool:
    """``delivered food on Saturday, but shelling killed seven``: the first line tells of one day."""
    return sentence.line == 0 and not _TURNS.isdisjoint(sentence.words) and _AFTER.isdisjoint(sentence.words)


_TURNS = frozenset({"but", "while", "as", "although"})
_AFTER = frozenset({"after", "before", "following", "over", "ahead", "that", "who", "which", "whose", "from"})


def follow(placed: Placed, days: list[Day], now: date | None, lexicon: Lexicon) -> None:
    """What a paragraph goes on to tell of happened on the day that it named last."""
    dated = {id(d.sentence) for d in days if not d.spoken and d.day}
    if not dated:
        return
    waiting = [
        (sentence, span) for sentence, span in placed if span.when is None and id(sentence) not in dated and waits(span)
    ]
    past = _past_days(placed, days, now, _WEEKS) if waiting else []
    if not past:
        return
    acted = [d for d in past if d.family != "deal" and not (raised(d, lexicon) or late(d))]
    mourned = {id(d.sentence): day for d in acted if (day := grieved(d, days))}
    for sentence, span in waiting:
        told = [d for d in acted if d.sentence.line == sentence.line and _near(d, sentence)]
        if "had" not in sentence.words:  # not of the day of ``He had bought the rifle three days earlier``
            told = [d for d in told if not had(d.sentence, d.mention.first)]
        last = [d for d in told if d.sentence is told[-1].sentence]
        blow = mourned.get(id(last[0].sentence)) if last else None
        before = {blow.day} if blow else {d.day for d in last if not d.aside}
        if (
            len(before) == 1
            and not summed(sentence, span, lexicon)
            and happens(sentence, span, lexicon)
            and not perfect(sentence, span)
        ):
            span.when = before.pop()
            span.rule("when", "narrative_day", 0.35)


def _near(told: Day, sentence: Sentence) -> bool:
    return 0 < sentence.start - told.sentence.start < _REACH


def _clear(told: Day) -> date | None:
    return told.day if told.mention.kind in _CLEAR and not told.coming else None


def _past_days(placed: Placed, days: list[Day], now: date | None, recent: int = _RECENT) -> list[Day]:
    """The days of what happened lately, in the order of the text."""
    earlier = looking_back(placed)
    return [
        d
        for d in days
        if d.day and not d.spoken and not d.coming and d.mention.kind in _CLEAR and id(d.sentence) not in earlier
        if d.sentence.line == 0 or not d.mention.lead.endswith(" that")
        if now is None or 0 <= (now - d.day).days <= recent
    ]


def _told(past: list[Day], main: date | None, lexicon: Lexicon) -> list[tuple[int, date]]:
    """Where each day is told; those of an agreement only where there is no other, none that had been before."""
    talks = lexicon.cue("deal_word")
    acted = [d for d in past if d.family != "deal" and (d.family or d.sentence.words.isdisjoint(talks))] or past
    acted = [d for d in acted if not late(d) and not raised(d, lexicon)] or acted
    return [
        (d.sentence.start, d.day) for d in acted if d.day and not (main and d.day < main and "had" in d.sentence.words)
    ]


def _event(placed: Placed) -> bool:
    """No feature, review or poll, in which much is told in the past tense that was on no one day."""
    told = sum(kind(span)[0] in _EVENT or _befell(span) for _, span in placed)
    return len(placed) <= _SHORT or _IN_ALL * told >= len(placed)


def _befell(span: Span) -> bool:
    return span.action_class is not None and (span.item_class or "").startswith("person")


def _main(past: list[Day], days: list[Day], now: date | None, event: bool) -> date | None:
    """The day of the story: the one that its first lines tell (``was to be freed on Sunday``).

    Else the one told most often, where it tells of an ``event`` and is no feature, review or poll.
    """
    lead = [d.day for d in past if d.sentence.start < _LEAD]
    lead = lead or [d.day for d in days if d.sentence.start < _LEAD and d.day and d.day == now and _was_due(d)]
    if lead:
        return lead[0]
    return Counter(d.day for d in past).most_common(1)[0][0] if event else None


def _first(placed: Placed) -> date | None:
    """The day that the first line has from its speech."""
    return next(
        (s.when for sentence, s in placed if s.when and sentence.start < _LEAD and s.rules[-1][1] in _FROM_SPEECH), None
    )


_FROM_SPEECH = ("announced", "report_day")


def _was_due(told: Day) -> bool:
    """``was to be among those freed on Sunday``: the day has come."""
    words = [t.low for t in told.sentence.tokens[: told.mention.first]]
    return told.coming and any(a in ("was", "were") and b in ("to", "due") for a, b in pairwise(words))


def _carried(start: int, told: list[tuple[int, date]], main: date | None) -> date | None:
    """The day named just before, else that of the story."""
    near = [day for begin, day in told if 0 < start - begin < _CARRIED]
    return near[-1] if near else main
