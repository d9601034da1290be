"""The day that a story is telling of: figures of what happened, in sentences that give no day of their own, take it."""

from collections import Counter
from datetime import date
from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day
from extractors.figures.story.standing import clause, lasts, long, stands, summed
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

Placed = list[tuple[Sentence, Span]]
# A paragraph goes on with its day over this many characters, the one behind it over fewer.
_REACH = 420
_CARRIED = 150
# The event of an article is told of in its first lines.
_LEAD = 700
# What news tells of happened within so many days.
_RECENT = 12
_CLEAR = ("day", "weekday", "near", "context")
# How many words around a number its verb is looked for.
_BEFORE, _BEHIND = 18, 9
_EVENT_UNITS = (
    "duration:second", "duration:minute", "duration:hour", "speed", "length", "mass", "temperature", "angle",
    "magnitude",
)  # fmt: skip
_PRESENT = frozenset({"is", "are", "'re"})
_DONE = frozenset({"dead", "killed", "wounded", "injured", "hurt"})
_PERFECT = frozenset({"has", "have", "'ve"})


def settle(placed: Placed, days: list[Day], now: date | None, lexicon: Lexicon) -> None:
    """Lend the narrative's day to what happened then: a low guess, from an action told in the past tense."""
    waiting = [(sentence, span) for sentence, span in placed if span.when is None and waits(span)]
    past = _past_days(placed, days, now) if waiting else []
    main = _main(past) if past else _first(placed) if waiting else None
    if main is None:
        return
    told = _told(past, main, lexicon)
    dated: dict[int, set[date | None]] = {}
    for day_of in days:
        if not day_of.spoken and day_of.day and day_of.mention.kind != "coarse":
            dated.setdefault(id(day_of.sentence), set()).add(_clear(day_of))
    for sentence, span in waiting:
        here = dated.get(id(sentence))
        total = summed(sentence, span, lexicon)
        if (here and not (_lasted(span) or total)) or not happens(sentence, span, lexicon):
            continue
        around = main if total else _carried(sentence.start, told, main)
        day = around if here is None else next(iter(here)) if len(here) == 1 else None
        if day is not None and (day == now or not _perfect(sentence, span)):
            span.when = day
            span.rule("when", "narrative_day", 0.25)


def follow(placed: Placed, days: list[Day], now: date | None, lexicon: Lexicon) -> None:
    """What a paragraph goes on to tell of happened on the day that it named last."""
    dated = {id(d.sentence) for d in days if not d.spoken and d.day}
    waiting = [
        (sentence, span) for sentence, span in placed if span.when is None and id(sentence) not in dated and waits(span)
    ]
    past = _past_days(placed, days, now) if waiting else []
    if not past:
        return
    acted = [d for d in past if d.family != "deal"]
    for sentence, span in waiting:
        told = [d for d in acted if d.sentence.line == sentence.line and _near(d, sentence)]
        before = {d.day for d in told if d.sentence is told[-1].sentence}
        if (
            len(before) == 1
            and not summed(sentence, span, lexicon)
            and happens(sentence, span, lexicon)
            and not _perfect(sentence, span)
        ):
            span.when = before.pop()
            span.rule("when", "narrative_day", 0.35)


def _near(told: Day, sentence: Sentence) -> bool:
    return 0 < sentence.start - told.sentence.start < _REACH


def waits(span: Span) -> bool:
    """Counted things, percents and short durations of what happened; neither a state nor another event's."""
    if span.background or span.status in ("planned", "denied") or ("when", "no_day", 0.6) in span.rules:
        return False
    return span.unit in ("count", "percent") or span.unit.startswith(_EVENT_UNITS)


def _clear(told: Day) -> date | None:
    return told.day if told.mention.kind in _CLEAR and not told.coming else None


def _far(tokens: list[Token], span: Span) -> bool:
    """``Tarn, 40 km to the north``: where a place lies; ``fell 200 metres from the bridge`` happened."""
    if not span.unit.startswith("length") or span.begin == 0:
        return False
    behind = {t.low for t in tokens[span.end : span.end + 2]}
    before = tokens[span.begin - 1].low
    return not behind.isdisjoint(_AWAY) and not (before in _VERBS or before.endswith("ed"))


_AWAY = frozenset({"from", "to", "of", "north", "south", "east", "west", "away", "inside", "outside", "off", "down"})
_VERBS = frozenset({"fell", "struck", "hit", "blew", "exploded", "went", "came", "ran", "threw"})


def _lasted(span: Span) -> bool:
    """``were held for 11 hours on Monday``: hours have the one day that their sentence gives."""
    return span.unit.startswith("duration")


def _past_days(placed: Placed, days: list[Day], now: date | None) -> list[Day]:
    """The days of what happened lately, in the order of the text."""
    earlier = {id(sentence) for sentence, span in placed if span.background}
    return [
        d
        for d in days
        if d.day and not d.spoken and not d.coming and d.mention.kind in _CLEAR and id(d.sentence) not in earlier
        if d.sentence.line == 0 or not d.mention.lead.endswith(" that")
        if now is None or 0 <= (now - d.day).days <= _RECENT
    ]


def _told(past: list[Day], main: date | None, lexicon: Lexicon) -> list[tuple[int, date]]:
    """Where each day is told; those of an agreement only where there is no other, none that had been before."""
    talks = lexicon.cue("deal_word")
    acted = [d for d in past if d.family != "deal" and (d.family or d.sentence.words.isdisjoint(talks))] or past
    return [
        (d.sentence.start, d.day) for d in acted if d.day and not (main and d.day < main and "had" in d.sentence.words)
    ]


def _main(past: list[Day]) -> date | None:
    """The day of the story: the one that its first lines tell, else the one told most often."""
    lead = [d.day for d in past if d.sentence.start < _LEAD]
    return lead[0] if lead else Counter(d.day for d in past).most_common(1)[0][0]


def _first(placed: Placed) -> date | None:
    """The day that the first line has from its speech."""
    return next(
        (s.when for sentence, s in placed if s.when and sentence.line == 0 and s.rules[-1][1] in _FROM_SPEECH), None
    )


_FROM_SPEECH = ("announced", "report_day")


def _carried(start: int, told: list[tuple[int, date]], main: date | None) -> date | None:
    """The day named just before, else that of the story."""
    near = [day for begin, day in told if 0 <= start - begin < _CARRIED]
    return near[-1] if near else main


def happens(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """Whether a verb of the past tells what befell the counted, and nothing says that it lasts, grows or is to come."""
    if long(sentence, lexicon):
        return False
    lasting = lexicon.cue("day_lasting")
    if not lasting.isdisjoint(sentence.words) and not lasting.isdisjoint(clause(sentence, span)):
        return False
    told = span.action_at is not None and not _lasted(span)
    held = told and lasts(sentence, span, lexicon)
    if held or _far(sentence.tokens, span) or stands(sentence, span, lexicon):
        return False
    return _past(sentence, span, lexicon)


def _past(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    tokens, said, far = sentence.tokens, lexicon.cue("say"), _lasted(span)
    first, end = max(0, span.begin - _BEFORE * (1 + far)), max(span.noun_end, span.end) + (3 if far else _BEHIND)
    words = [t.low for t in tokens[first:end]]
    modal = [t.low for t in tokens[first : _clause_end(tokens, max(span.noun_end, span.end), end, lexicon)]]
    if not lexicon.cue("modal").isdisjoint(modal[_BEFORE:] if far else modal) or _present(sentence, span):
        return False
    past, told = lexicon.cue("past_verb"), lexicon.cue("told_verb")
    for word in words:
        happened = word in past or word in told or (word.endswith("ed") and len(word) > 4)
        if happened and word not in said:
            return True
    return summed(sentence, span, lexicon)


def _clause_end(tokens: list[Token], behind: int, end: int, lexicon: Lexicon) -> int:
    """Where the clause of a number ends: ``said that 12 had arrived and that tests would go on``."""
    borders = lexicon.cue("day_border")
    return next((k for k in range(behind + 1, min(end, len(tokens))) if tokens[k].low in borders), end)


def _present(sentence: Sentence, span: Span) -> bool:
    """``are stranded``, ``is 40``: so it stands; ``Injured: 412`` has no verb at all; ``three are dead`` happened."""
    behind = max(span.noun_end, span.end)
    near = [*sentence.tokens[max(0, span.begin - 4) : span.begin], *sentence.tokens[behind : behind + 4]]
    said = any(t.low in _PRESENT and after.low not in _DONE for t, after in pairwise([*near, sentence.tokens[-1]]))
    said = said and not _since_done(sentence.tokens[behind : behind + 8])
    labelled = span.begin > 0 and sentence.tokens[span.begin - 1].text == ":"
    return said or (labelled and (span.action_at is None or span.action_at < span.begin))


def _since_done(after: list[Token]) -> bool:
    """``are believed to have been taken``."""
    return any(a.low == "to" and b.low == "have" for a, b in pairwise(after))


def _perfect(sentence: Sentence, span: Span) -> bool:
    """``has killed 90``: up to now, not on the day."""
    near = sentence.tokens[max(0, span.begin - 8) : max(span.noun_end, span.end) + 4]
    return any(t.low in _PERFECT for t in near) and not _since_done(near)
