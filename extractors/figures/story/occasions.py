"""Dates across sentences: a figure without a day takes that of the same event elsewhere in the article."""

from collections.abc import Iterator
from datetime import date

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story import topic
from extractors.figures.story.families import Day, kind, known
from extractors.figures.story.standing import lacking, lasts, long, looking_back, since, stands, summed
from extractors.figures.story.topic import NEWS, Occasion, had
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

Placed = list[tuple[Sentence, Span]]
# How many characters a day carries on to figures of the same kind where the article tells of more than one day.
_REACH = 250
# One dead here and one dead there need not be the same.
_FEW = 2
# What happened earlier than so many days ago lends its day to nothing, where there is news.
_LONG_AGO = 60
# A sentence that opens with one of these goes on with what was told last.
_BACK = frozenset({"they", "them", "it", "both", "all", "he", "she"})
_POLL = frozenset({"won", "voted", "elected", "lost", "attended"})
_HARM = frozenset({"harm", "custody"})
_SAYS = frozenset({"that", "as"})
# Another time than the day of the speech, which may be no day by itself.
_SPELLS = frozenset({"week", "weeks", "weekend", "fortnight", "month", "months", "year", "years"})
_BETWEEN = frozenset({"already", "also", "so", "far", "now", "since", "by", "then", "just", "successfully"})


def settle(placed: Placed, days: list[Day], now: date | None, lexicon: Lexicon) -> Occasion | None:
    """Lend the day of the same number, else of the same event, else of the agreement that a plan rests on.

    What is left takes the day of the one event that the article tells of, if it counts people of that event.
    Returns that event.
    """
    told = _known(placed, days, lexicon)
    told = [o for o in told if now is None or (now - o.day).days <= _LONG_AGO] or told
    said = {id(d.sentence): d for d in days if d.spoken and d.day and d.mention.kind != "coarse"}
    _quotations(placed, told)
    story, others = (
        topic.event(placed, days, told, now, lexicon),
        {id(d.sentence) for d in days if not d.spoken and d.mention.kind != "coarse"},
    )
    if not told and story is None and not said:
        return None
    for sentence, span in placed:
        if span.when is None and _open(span) and not _stays(sentence, span, lexicon):
            if not _announced(sentence, span, told, said.get(id(sentence)), lexicon):
                _lend(sentence, span, told, story.day if story else _fresh(told, now), lexicon)
            if span.dayless and story is not None and id(sentence) not in others:
                _of_story(sentence, span, story, lexicon)
            if span.dayless and story is None and sentence.line == 0:
                own = [d for d in days if d.sentence is sentence]
                _reported(sentence, span, said.get(id(sentence)) if len(own) == 1 else None, lexicon)
    return story


def _stays(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    return lacking(sentence, span, lexicon) or stands(sentence, span, lexicon) or may(sentence, span)


def may(sentence: Sentence, span: Span) -> bool:
    """``Another 40 may die``: it has not come to pass; but ``may have died``."""
    at = span.action_at
    if at is None or at < span.end:
        return False
    lead = sentence.lows[max(0, at - 2) : at]
    return lead[-1:] in (["may"], ["might"], ["could"]) or lead in (["may", "be"], ["might", "be"], ["could", "be"])


def _open(span: Span) -> bool:
    """True where a figure may have a day that its sentence does not give: it is counted, and no month or year is."""
    counted = span.unit == "count" or (span.unit == "percent" and span.action_class in _POLL)
    return counted and not span.background and ("when", "no_day", 0.6) not in span.rules


def _known(placed: Placed, days: list[Day], lexicon: Lexicon) -> list[Occasion]:
    """The days that figures have, and those of events told without a number (``the swap took place on Friday``)."""
    earlier = looking_back(placed)
    after = {(id(d.sentence), d.day) for d in days if topic.late(d) or topic.raised(d, lexicon)}
    back = {(id(d.sentence), d.day) for d in days if d.mention.kind == "context" and d.mention.number < 0}
    told = [
        Occasion(
            sentence.start,
            kind(span),
            span.when,
            span.value,
            True,
            _noun(span),
            had(sentence, span.begin) or (id(sentence), span.when) in back,
            sentence.line,
            _week(span),
            aftermath=aftermath(span),
        )
        for sentence, span in placed
        if span.when and not span.background and span.action_class and span.item != "time" and not _weak(span)
        if (id(sentence), span.when) not in after
    ]
    told += [
        Occasion(
            d.sentence.start,
            (d.family, d.coming or d.family == "deal"),
            d.day,
            before=had(d.sentence, d.mention.first) or (id(d.sentence), d.day) in back,
            line=d.sentence.line,
            beside=d.mention.lead.endswith(" that"),
        )
        for d in days
        if d.day and d.family and not d.spoken and id(d.sentence) not in earlier
        if (id(d.sentence), d.day) not in after
    ]
    return sorted(told, key=lambda o: o.start)


def aftermath(span: Span) -> bool:
    """Found or saved later than the blow struck."""
    carried = span.action_class == "aboard" and span.action != "aboard"
    return carried or span.action_class in _SAVED or (span.item in _FOUND and span.action_class == "killed")


_SAVED = frozenset({"rescued", "treated", "evacuated"})
_STRUCK = frozenset({"killed", "injured", "destroyed", "damaged", "struck", "aboard"})
_FOUND = frozenset({"body", "corpse", "remain"})


def _noun(span: Span, few: bool = False) -> str:
    """What is counted, by its kind; where it is only one or two, by its own name."""
    few = few or (span.value is not None and span.value <= _FEW)
    return (span.item if few else (span.item_class or "").split(".")[0]) or ""


def _week(span: Span) -> bool:
    return ("when", "week", 0.4) in span.rules


def _weak(span: Span) -> bool:
    return _QUOTED in span.rules


_QUOTED = ("when", "quoted_day", 0.4)


def _quotations(placed: Placed, told: list[Occasion]) -> None:
    """``"Today 390 people"``: the same number is dated elsewhere, in the words of the article itself."""
    for _, span in placed:
        if _QUOTED not in span.rules:
            continue
        same = next(
            (o.day for o in told if o.value is not None and (o.value, o.kind) == (span.value, kind(span))), None
        )
        if same is not None:
            span.when = same
            span.rule("when", "same_number", 0.6)


def _announced(sentence: Sentence, span: Span, told: list[Occasion], said: Day | None, lexicon: Lexicon) -> bool:
    """``The ministry said on 16 May that 300 had been freed``, of whom nothing was told before: freed that day."""
    family = kind(span)
    if said is None or family != ("swap", False) or span.status != "happened":
        return False
    if any(t.low in lexicon.cue("day_border") - _SAYS for t in sentence.tokens[span.end : said.mention.first]):
        return False
    if any(o.kind == family and o.start < sentence.start for o in told):
        return False
    if said.day is None:
        return False
    span.when = _parts_day(span, said.day, told) or said.day
    span.rule("when", "announced", 0.3)
    told.append(Occasion(sentence.start, family, span.when, span.value, True))
    told.sort(key=lambda o: o.start)
    return True


def _parts_day(span: Span, said: date, told: list[Occasion]) -> date | None:
    """``said on Thursday that 41 had been freed. … The 29 men and 12 women were handed over on Wednesday``."""
    sums: dict[tuple[int, date], float] = {}
    for o in told:
        if o.counted and o.value and o.kind == kind(span):
            sums[o.start, o.day] = sums.get((o.start, o.day), 0) + o.value
    days = (day for (_, day), value in sums.items() if value == span.value and 0 <= (said - day).days <= NEWS)
    return next(days, None)


def _reported(sentence: Sentence, span: Span, said: Day | None, lexicon: Lexicon) -> None:
    """``The coastguard said on Tuesday it had rescued 138``, and no other day: news of the day, a low guess."""
    if said is None or span.status != "happened" or not known(kind(span)[0]):
        return
    if not sentence.words.isdisjoint(_SPELLS) or since(sentence) or long(sentence, lexicon):
        return
    near = sentence.tokens[max(0, span.begin - 9) : span.begin]
    if any(b.low == "had" and a.low in ("it", "they") and _done(c, lexicon) for a, b, c in _threes(near)):
        span.when = said.day
        span.rule("when", "report_day", 0.2)


def _threes(tokens: list[Token]) -> Iterator[tuple[Token, Token, Token]]:
    """Each word with the two behind it, without the adverbs between (``it had already rescued``)."""
    words = [t for t in tokens if t.low not in _BETWEEN]
    return zip(words, words[1:], words[2:], strict=False)


def _done(token: Token, lexicon: Lexicon) -> bool:
    """A past participle: ``it had rescued 138``; ``it had 300 sailors`` and ``it had a crew of 300`` are states."""
    low = token.low
    if low in lexicon.triggers or low == "been":
        return False
    past = any(act.past for act in lexicon.actions.get(low, ())) or low in lexicon.cue("past_verb")
    return past or (low.endswith(("ed", "en")) and low not in lexicon.nouns)


def _fresh(told: list[Occasion], now: date | None) -> date | None:
    """Where no event is told first: the latest day of those told, or today where that is too old to be the news."""
    latest = max((o.day for o in told if not o.kind[1] and (now is None or o.day <= now)), default=None)
    return latest if now is None or latest is None or (now - latest).days <= NEWS else now


def _lend(sentence: Sentence, span: Span, told: list[Occasion], story: date | None, lexicon: Lexicon) -> None:
    family, planned = kind(span)
    if not span.action_class or (family == "harm" and long(sentence, lexicon)):
        return
    same = [o for o in told if o.kind == (family, planned)]
    same = [o for o in same if o.counted or o.start != sentence.start] or same
    few = span.value is not None and span.value <= _FEW
    noun = _noun(span, few)
    number = [o for o in same if o.value is not None and o.value == span.value and (not noun or o.item in ("", noun))]
    if number:
        span.when = number[0].day
        span.rule("when", "same_number", 0.6)
        return
    if lasts(sentence, span, lexicon) or since(sentence):
        return
    if planned and not sentence.words.isdisjoint(lexicon.cue("deal_word")):
        same = [o for o in told if o.kind == ("deal", True)]
    if summed(sentence, span, lexicon) and any(o.day == story for o in same):
        same = [o for o in same if o.day == story]
    if "while" in sentence.words:  # ``Nine died at once, while two died in hospital on Sunday``
        same = [o for o in same if o.start != sentence.start] or same
    if span.action_class in _STRUCK and span.item not in _FOUND:
        same = [o for o in same if not (o.aftermath if story is None else o.day > story and _later(o))]
    counted = [o for o in same if o.counted]
    back = not _BACK.isdisjoint(sentence.lows[:3])
    line = -1 if back else sentence.line
    at = (sentence.start, line)
    chosen = _nearest(at, counted, planned, story) or _nearest(at, same, planned, story)
    if chosen is not None:
        span.when = chosen
        span.rule("when", "agreement" if planned else "same_event", 0.4)


def _later(told: Occasion) -> bool:
    return told.aftermath or not told.counted


def _nearest(at: tuple[int, int], same: list[Occasion], planned: bool, story: date | None) -> date | None:
    """The one day there is, else that of the mention just before; one told only later is another event's.

    A new paragraph goes back to the story from an earlier day (``at``: where a sentence begins, and its paragraph).
    """
    start, line = at
    if same and all(o.before and o.start > start for o in same):
        return None
    if len({o.day for o in same}) == 1 and (planned or story in (None, same[0].day) or same[0].start <= start):
        return same[0].day
    before = [o for o in same if 0 <= start - o.start < _REACH]
    before = [o for o in before if not o.beside] or before
    if before and not planned:
        last = before[-1]
        left = line >= 0 and last.line >= 0 and last.line != line
        if left and story and last.day < story and any(o.day == story for o in same):
            return story
        return last.day
    return story if not planned and any(o.day == story for o in same) else None


def _of_story(sentence: Sentence, span: Span, story: Occasion, lexicon: Lexicon) -> None:
    """``Fifty-two men got out``, ``83 people were arrested`` at the march: people of the event, not the town's."""
    family, planned = kind(span)
    about = story.kind[0]
    person = (span.item_class or "person").startswith("person") and bool(span.item_class or span.action_class)
    people = person or family == about == "harm"
    beside = span.action_class in lexicon.cue("with_event") or (family in _HARM and about in ("crowd", ""))
    if about == "vote" and span.action_class in _POLL and span.status == "happened":
        span.when = story.day
        span.rule("when", "story_day", 0.3)
        return
    if planned or since(sentence) or span.status == "denied" or not people or lasts(sentence, span, lexicon):
        return
    if not sentence.words.isdisjoint(lexicon.cue("day_static")) or long(sentence, lexicon):
        return
    if family == about or ((beside or not known(family)) and _past(sentence, span, lexicon)):
        span.when = story.day
        span.rule("when", "story_day", 0.3)


def _past(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """A verb of the past stands near the number."""
    near = sentence.lows[max(0, span.first - 12) : span.noun_end + 10]
    return any(word in lexicon.cue("past_verb") or word.endswith("ed") for word in near)
