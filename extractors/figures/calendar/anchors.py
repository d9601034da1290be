"""Which day a date expression means: told from the day of writing, the dateline, the event, the day named last."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.figures.calendar.daywords import Mention
from extractors.figures.text.sentences import Sentence

# A dateline stands in the first lines, behind few words.
_FIRST_LINES = 6
_LONGEST_LEAD = 24
# In days.
_WEEKS_AHEAD, _MONTHS_AGO = 60, 60


@dataclass(slots=True)
class Anchor:
    """``now`` is the day of writing; ``near`` a full date of the text to go by where that is unknown."""

    now: date | None
    near: date | None = None


def dateline(sentence: Sentence, found: list[Mention]) -> Mention | None:
    """The date of writing: ``TARN, May 23 (Wire) -``, ``TARN, Astora (Jan. 25, 2013)``, a line with only a date."""
    if sentence.line >= _FIRST_LINES or not found or found[0].kind != "day" or found[0].first > _LONGEST_LEAD:
        return None
    tokens, mention = sentence.tokens, found[0]
    lead = [t for t in tokens[: mention.first] if t.kind == "w"]
    rest = [t.text for t in tokens[mention.end : mention.end + 14]]
    if not all(t.text[0].isupper() for t in lead):
        return None
    dashed = any(sign in rest[:12] for sign in ("—", "–", "-", ":")) or rest[:1] == [")"]
    shouted = any(t.text.isupper() and len(t.text) > 2 for t in lead[:2])
    stamp = len(tokens) - (mention.end - mention.first) <= 8 and all(w[:1].isupper() or not w.isalpha() for w in rest)
    return mention if (lead and dashed and (shouted or rest[0] in ("(", ")", "-", "—", "–"))) or stamp else None


def first_version(dated: list[tuple[Sentence, list[Mention]]], published: date | None) -> date | None:
    """``Posted: Friday, December 26, 2014 Updated: …``: the day of the first version; else published."""
    for sentence, found in dated[:4]:
        line = _posted(sentence, found)
        day = full(line, None) if line is not None else None
        if day is not None and published is not None and 0 <= (published - day).days <= _KEPT:
            return day
    return published


def _posted(sentence: Sentence, found: list[Mention]) -> Mention | None:
    if sentence.line >= _FIRST_LINES or _POSTED.isdisjoint(sentence.words):
        return None
    tokens = sentence.tokens
    for mention in found:
        k = mention.first - 1
        if (
            k > 0
            and mention.year is not None
            and tokens[k].text == ":"
            and tokens[k - 1].text in ("Posted", "Published")
        ):
            return mention
    return None


# No older page is brought up to date.
_KEPT = 40
_POSTED = frozenset({"posted", "published"})


def written(sentence: Sentence, found: list[Mention]) -> date | None:
    """The day of writing that a dateline gives in full."""
    line = dateline(sentence, found)
    return full(line, None) if line is not None else None


def full(mention: Mention, now: date | None) -> date | None:
    """A day of the calendar; a missing year is the one that brings it nearest to now, a missing month the last."""
    month, year = mention.month, mention.year
    if year is None and now is None:
        return None
    if not month:
        return _last_such(mention.day, now)
    if year is None:
        assert now is not None
        around = [_safe(y, month, mention.day) for y in (now.year - 1, now.year, now.year + 1)]
        return min((d for d in around if d), key=lambda d: abs((d - now).days - 0), default=None)
    return _safe(year, month, mention.day)


def gone(mention: Mention, now: date | None, named: bool) -> Mention:
    """``the October 7 attack``, written in June: what happened has the year in which that day was last.

    A day of the next weeks is to come, unless an event is ``named`` by it.
    """
    if now is None or mention.kind != "day" or mention.year is not None or not mention.month:
        return mention
    day = full(mention, now)
    ahead = day is not None and (day - now).days > (1 if named else _WEEKS_AHEAD)
    return replace(mention, year=day.year - 1) if day is not None and ahead else mention


def due(mention: Mention, now: date | None) -> Mention:
    """``will vote on October 4``, written in March: what is to come has the year in which that day is next.

    A day of the last months is not put off by a year: it may be that of a plan that was made before.
    """
    if now is None or mention.kind != "day" or mention.year is not None or not mention.month:
        return mention
    day = full(mention, now)
    return replace(mention, year=day.year + 1) if day is not None and (now - day).days > _MONTHS_AGO else mention


def _last_such(day: int, now: date | None) -> date | None:
    """``on the 16th``: the last one before now."""
    if now is None:
        return None
    month = now.replace(day=1)
    this = _safe(month.year, month.month, day)
    if this is not None and this <= now:
        return this
    before = month - timedelta(days=1)
    return _safe(before.year, before.month, day)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def resolve(mention: Mention, anchor: Anchor, context: date | None, ahead: bool) -> date | None:
    """The day of an expression, or None; ``ahead`` where what is told is to come."""
    if mention.kind == "day":
        return full(mention, anchor.now)
    if mention.kind == "weekday":
        return _weekday(mention, anchor, ahead)
    if mention.kind == "near":
        return anchor.now + timedelta(days=mention.number) if anchor.now else None
    if mention.kind == "context":
        return context + timedelta(days=mention.number) if context else None
    return None


def _weekday(mention: Mention, anchor: Anchor, ahead: bool) -> date | None:
    if anchor.now is None:
        return _beside(mention, anchor.near)
    now = anchor.now
    back = (now.weekday() - mention.number) % 7
    if mention.lead == "weekend" and not ahead:
        return None
    if mention.lead == "last week":
        return now - timedelta(days=now.weekday() + 7 - mention.number)
    if mention.lead == "week from":
        return now + timedelta(days=14 - back)
    if mention.lead in ("next", "coming", "following") or (ahead and back and mention.lead not in ("last", "previous")):
        return now + timedelta(days=7 - back)
    return now - timedelta(days=back + 7 if mention.lead == "last" and back < 2 else back)


def _beside(mention: Mention, near: date | None) -> date | None:
    """Without a day of writing: the weekday next to the date that the text gives, three days either way."""
    if near is None or mention.lead:
        return None
    shift = (mention.number - near.weekday()) % 7
    return near + timedelta(days=shift if shift <= 3 else shift - 7)
