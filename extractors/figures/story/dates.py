"""When it happened: each figure takes the day of its own clause, resolved on the article's own date."""

from dataclasses import replace
from datetime import date, timedelta

from extractors.figures.calendar import anchors
from extractors.figures.calendar.anchors import Anchor
from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story import ahead as plans
from extractors.figures.story import (
    byday,
    goeson,
    impossible,
    inquest,
    lists,
    narrative,
    occasions,
    rivals,
    topic,
    trials,
    undated,
    whether,
)
from extractors.figures.story.dayclauses import grows
from extractors.figures.story.dayfits import behind, meant
from extractors.figures.story.dayroles import SINCE, aside, coming, looks_back, of_cause, opens, past, pledged, suffered
from extractors.figures.story.daysaid import of_dawn, spoken
from extractors.figures.story.families import Day, of_word, owner
from extractors.figures.story.nearest import ahead as ahead_of
from extractors.figures.story.nearest import loosely, nearest, of_event
from extractors.figures.story.places import lies
from extractors.figures.story.standing import lacking, summed
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

Dated = list[tuple[Sentence, list[Mention]]]
Placed = list[tuple[Sentence, Span]]
# A day dearer than this belongs to something else in the sentence.
_CLAUSES = frozenset({"while", "but", "that", "which", "who", "since", "as", "and"})
# A day longer ago is what a paragraph looks back on.
_FRESH = 30
# How far behind ``the day before`` its event is named.
_NAMED = 5


def settle(dated: Dated, placed: Placed, published: date | None, text: str, lexicon: Lexicon) -> None:
    """Set ``when`` of every span of an article, or leave it None where the text does not tell the day.

    A day of speech (``said on Thursday``) is not the event's. What was agreed is dated by the day of the agreement,
    unless its own clause says when it is to happen.
    """
    if not dated:
        undated.settle(placed, [], published, text, lexicon)
        whether.settle(placed, [], lexicon)
        return
    published = anchors.first_version(dated, published)
    days = _resolve(dated, published, lexicon)
    by_sentence: dict[int, list[Day]] = {}
    for day in days:
        by_sentence.setdefault(id(day.sentence), []).append(day)
    spans: dict[int, list[Span]] = {}
    for sentence, span in placed:
        spans.setdefault(id(sentence), []).append(span)
    for sentence, span in placed:
        here = inquest.of_span(span, by_sentence.get(id(sentence), []), lexicon)
        if here:
            _attach(sentence, span, spans[id(sentence)], here, lexicon)
        elif trials.judged(sentence.tokens, span):
            span.rule("when", "no_day", 0.6)
    for here in by_sentence.values():
        if len(here) > 1:
            goeson.settle(here[0].sentence, spans.get(id(here[0].sentence), []), here, lexicon)
    events = inquest.of_event(placed, days, lexicon)
    narrative.today(placed, published, lexicon)
    narrative.follow(placed, events, published, lexicon)
    rivals.settle(placed, lexicon)
    story = occasions.settle(placed, events, published, lexicon)
    undated.settle(placed, days, published, text, lexicon)
    narrative.settle(placed, events, published, story, lexicon)
    lists.settle(placed)
    plans.settle(placed, days, lexicon)
    rivals.settle(placed, lexicon)
    byday.settle(placed, days, story.day if story else None, published, lexicon)
    whether.settle(placed, days, lexicon)
    impossible.settle(placed, published)


def _resolve(dated: Dated, published: date | None, lexicon: Lexicon) -> list[Day]:
    """The days of all expressions, first those that stand by themselves, then weeks before the event told of."""
    anchor, dateline = _anchor(dated, published)
    context = anchor.now if dateline is not None else None
    told: Sentence | None = None
    days: list[Day] = []
    fresh = lived = context
    for sentence, found in dated:
        if told is not None and told.line != sentence.line:
            context = lived = fresh or context  # ``the same day`` is not that of a paragraph on last summer
        again = anchors.dateline(sentence, found)
        for mention in found:
            if mention is dateline or (mention is again and anchors.full(mention, anchor.now) == anchor.now):
                continue
            if mention.kind == "week" and mention.first < 2 and mention.lead in _STEPS and _goes_on(told, sentence):
                mention = replace(mention, kind="context", lead="")
            leaning = mention.lead.endswith(" that") and mention is found[0]
            family, owned = owner(sentence.tokens, mention, lexicon)
            said = spoken(sentence.tokens, mention, lexicon)
            blow = owned and family == "harm" and mention.kind == "weekday"  # ``will meet to discuss Monday's raid``
            later = not blow and coming(sentence.tokens, mention, lexicon)
            if not later and (family == "harm" or past(sentence, mention, lexicon)):
                mention = anchors.gone(mention, anchor.now, owned and family == "harm")
            base = lived or context if mention.number < 0 and not later else context
            day = None if leaning else anchors.resolve(mention, anchor, base, ahead=False)
            due = later and not (owned or looks_back(sentence.tokens, mention, lexicon))
            next_such = anchors.due(mention, anchor.now) if due else mention
            ahead = anchors.resolve(next_such, anchor, context, ahead=True)
            if mention.lead == "weekend" and day is None and not later:
                mention = replace(mention, kind="coarse")
            begins = not SINCE.isdisjoint(sentence.words) and opens(sentence.tokens, mention)
            mention = replace(mention, kind="coarse") if begins else mention
            said = said and not (sentence.line == 0 and len(found) == 1 and told is None and of_dawn(sentence, mention))
            later = later or bool(day and anchor.now and day > anchor.now)
            inset = told is sentence and aside(sentence.tokens, mention)
            days.append(Day(mention, sentence, ahead if later else day, ahead, family, owned, said, later, inset))
            # A day of speech beside that of an event is not the one that "that night" or "a day earlier" is told from.
            if days[-1].day and not mention.lead.endswith(" that") and not ((said or inset) and told is sentence):
                context, told = days[-1].day, told if said else sentence
                lived = lived if later else context  # ``the night before`` is not that of a day to come
                recent = anchor.now is None or (not later and (anchor.now - context).days < _FRESH)
                clear = mention.kind != "context" and recent
                fresh = context if clear else fresh
    return _weeks(days, anchor, lexicon)


# ``A week later it freed six``: told from the day that the paragraph named last.
_STEPS = ("later", "earlier", "after", "before")


def _goes_on(told: Sentence | None, sentence: Sentence) -> bool:
    return told is not None and told is not sentence and told.line == sentence.line


def _anchor(dated: Dated, published: date | None) -> tuple[Anchor, Mention | None]:
    """The day of writing, from the dateline or else the metadata; or some full date of the text."""
    for sentence, found in dated[:4]:
        line = anchors.dateline(sentence, found)
        day = anchors.full(line, published) if line is not None else None
        if day is not None and (published is None or 0 <= (published - day).days <= 40):
            return Anchor(day), line
        if line is not None:
            return Anchor(published), line
    full = next((m for _, found in dated for m in found if m.kind == "day" and m.year), None)
    return Anchor(published, anchors.full(full, None) if full else None), None


def _weeks(days: list[Day], anchor: Anchor, lexicon: Lexicon) -> list[Day]:
    """``last week``, ``a week earlier``: the same weekday before the event that the article tells of."""
    told = (d.day for d in days if d.day and d.family != "deal" and not d.spoken and d.mention.kind != "coarse")
    story = next((d for d in told if anchor.now is None or 0 <= (anchor.now - d).days <= 7), None)
    return [
        _week(day, story, anchor, days, lexicon)
        if day.mention.kind == "week"
        else _after(day, story, anchor, days, lexicon)
        for day in days
    ]


def _after(told: Day, story: date | None, anchor: Anchor, days: list[Day], lexicon: Lexicon) -> Day:
    """``The deal came two days after …``, ``… are urging a pause, a day after …`` in the first lines: of today.

    ``ahead`` is the day of the main clause behind it: ``A day after the quake, …``.
    """
    if told.day or told.mention.kind != "context" or not told.mention.lead.endswith(" that"):
        return told
    named = next((d.day for d in days if d.day and d.sentence is told.sentence and of_event(told, d)), None)
    shift = timedelta(days=told.mention.number)
    if named is not None and anchor.now and named - shift > anchor.now:
        return replace(told, day=named + shift, ahead=named)  # ``Two weeks after the flood, … got power on Monday``
    if named is not None:
        return replace(told, day=named, ahead=named - shift)
    subject = _subject(told, lexicon)
    past = [d for d in days if d.day and not d.spoken and not d.coming]
    leads = (d.day for d in past if subject and (d.family == subject or (d.sentence.line == 0 and d.family is None)))
    same = next(leads, story)
    first = told.sentence.line == 0 and not any(d.sentence.start < told.sentence.start for d in past)
    own = (d.day for d in days if d.sentence is told.sentence and d.mention.end <= told.mention.first and not d.spoken)
    main = next((day for day in own if day), None)
    base = main or (anchor.now if first else same)
    event = next((d.day for d in past if d.family == _target(told, lexicon)), story)
    ahead = anchor.now if first else event - shift if event else None
    return replace(told, day=base + shift if base else None, ahead=ahead)


def _subject(told: Day, lexicon: Lexicon) -> str | None:
    """The family of what came then: ``The release came a day after …``; none of ``It came a day after …``."""
    before = reversed(told.sentence.tokens[: told.mention.first])
    return next((family for token in before if (family := of_word(token.low, lexicon))), None)


def _target(told: Day, lexicon: Lexicon) -> str | None:
    """The family of what a day is counted from: ``the night before the exchange``."""
    words = (t.low for t in told.sentence.tokens[told.mention.end : told.mention.end + _NAMED])
    return next((family for word in words if (family := of_word(word, lexicon))), None)


# ``last week``, ``a week ago``: only a day that the text gives elsewhere; an accord of ``last week`` is some days old.
_LOOSE = frozenset({"last", "previous", "ago"})


def _week(told: Day, story: date | None, anchor: Anchor, days: list[Day], lexicon: Lexicon) -> Day:
    """Where the text gives the day of that event elsewhere, it is meant."""
    around = story or anchor.now
    loose = told.mention.lead in _LOOSE and told.family != "deal"
    day = story + timedelta(days=told.mention.number) if story and not loose else None
    if around is not None and told.mention.lead != "eve":
        guess = around + timedelta(days=told.mention.number)
        clear = (d for d in days if d.mention.kind in ("day", "weekday") and not d.spoken)
        own = (d for d in clear if not topic.raised(d, lexicon))
        same = (d.day for d in own if d.day and d.family == told.family)
        day = next((d for d in same if abs((d - guess).days) < 6), day)
    main = day
    if told.mention.lead.endswith(" that"):
        main = story - timedelta(days=told.mention.number) if story else None
        main = None if main and anchor.now and main > anchor.now else main  # the story is told of the later day
    return Day(told.mention, told.sentence, day, main, told.family, told.owned, told.spoken, False)


def _attach(sentence: Sentence, span: Span, spans: list[Span], days: list[Day], lexicon: Lexicon) -> None:
    """Give a span the day of its clause; a month or year alone there leaves it without, for good."""
    tokens = sentence.tokens
    if lacking(sentence, span, lexicon) or lies(tokens, span):
        span.rule("when", "no_day", 0.6)
        return
    near = nearest(tokens, span, spans, days, lexicon)
    coarse = [d.mention for d in days if d.mention.kind == "coarse"] if "since" in sentence.words else []
    grown = any(grows(sentence, span, mention) for mention in coarse)
    if grown or (near is not None and trials.charged(tokens, span, near.mention, lexicon)):
        span.rule("when", "no_day", 0.6)
        return
    if near is None:
        near = ahead_of(tokens, span, days)
    if near is not None and not near.owned and summed(sentence, span, lexicon) and topic.raises(near, span, lexicon):
        near = next((d for d in days if d.owned and d.family == "harm"), None)
        if near is None:
            return
    if near is None and (
        trials.judged(tokens, span)
        or loosely(tokens, span, days, lexicon)
        or any(of_cause(tokens, span, d.mention, lexicon) for d in days)
    ):
        span.rule("when", "no_day", 0.6)
        return
    if near is None:
        _led(tokens, span, days)
        return
    leaning = near.mention.lead.endswith(" that")
    planned = span.status == "planned" and near.family != "deal" and not suffered(tokens, span, lexicon)
    ahead = planned and (
        (near.mention.first < 3 and not pledged(tokens, span)) or meant(tokens, span, near.mention, lexicon)
    )
    main = leaning and (behind(tokens, near.mention, span) or span.end <= near.mention.first)
    span.when = near.ahead if ahead or main else near.day
    # ``On April 14``, of some year; ``last week``, of which no day is told
    unknown = span.when is None and (leaning or near.mention.kind == "day" or near.mention.lead in _LOOSE)
    if near.mention.kind == "coarse" or unknown:
        span.when = None
        span.rule("when", "no_day", 0.6)
    elif span.when is not None:
        weak = near.mention.kind == "near" and _quoted(sentence, near.mention.first)
        span.rule("when", *_how(weak, leaning or near.mention.kind == "week"))


def _led(tokens: list[Token], span: Span, days: list[Day]) -> None:
    """``Each brought home 307, a day after each released 390``: the day that the second is counted from."""
    if span.status == "planned" or span.unit.startswith(("duration", "age")):
        return
    for told in days:
        if told.day and told.mention.lead.endswith(" that") and span.noun_end <= told.mention.first:
            between = tokens[span.noun_end : told.mention.first]
            if not any(t.text in ";:" or t.low in _CLAUSES for t in between):
                span.when = told.day - timedelta(days=told.mention.number)
                span.rule("when", "counted_from", 0.5)
                return


def _how(weak: bool, leaning: bool) -> tuple[str, float]:
    return ("quoted_day", 0.4) if weak else ("week", 0.4) if leaning else ("clause", 0.8)


def _quoted(sentence: Sentence, i: int) -> bool:
    return (sum(t.text == '"' for t in sentence.tokens[:i]) % 2 == 1) != sentence.quoted
