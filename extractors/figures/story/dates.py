"""When it happened: each figure takes the day of its own clause, resolved on the article's own date."""

from dataclasses import replace
from datetime import date, timedelta

from extractors.figures.calendar import anchors
from extractors.figures.calendar.anchors import Anchor
from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story import narrative, occasions
from extractors.figures.story.families import Day, coming, kind, known, modified, of_word, opens, owner, spoken
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

Dated = list[tuple[Sentence, list[Mention]]]
Placed = list[tuple[Sentence, Span]]
# A day dearer than this belongs to something else in the sentence.
_DEAREST = 30.0


def settle(dated: Dated, placed: Placed, published: date | None, lexicon: Lexicon) -> None:
    """Set ``when`` of every span of an article, or leave it None where the text does not tell the day.

    A day of speech (``said on Thursday``) is not the event's. What was agreed is dated by the day of the agreement,
    unless its own clause says when it is to happen.
    """
    if not dated:
        return
    days = _resolve(dated, published, lexicon)
    by_sentence: dict[int, list[Day]] = {}
    for day in days:
        by_sentence.setdefault(id(day.sentence), []).append(day)
    spans: dict[int, list[Span]] = {}
    for sentence, span in placed:
        spans.setdefault(id(sentence), []).append(span)
    for sentence, span in placed:
        here = by_sentence.get(id(sentence))
        if here:
            _attach(sentence, span, spans[id(sentence)], here, lexicon)
    occasions.settle(placed, days, lexicon)
    narrative.settle(placed, days, published, lexicon)


def _resolve(dated: Dated, published: date | None, lexicon: Lexicon) -> list[Day]:
    """The days of all expressions, first those that stand by themselves, then weeks before the event told of."""
    anchor, dateline = _anchor(dated, published)
    context = anchor.now if dateline is not None else None
    days: list[Day] = []
    for sentence, found in dated:
        for mention in found:
            if mention is dateline:
                continue
            leaning = mention.lead.endswith(" that") and mention is found[0]
            day = None if leaning else anchors.resolve(mention, anchor, context, ahead=False)
            ahead = anchors.resolve(mention, anchor, context, ahead=True)
            mention = replace(mention, kind="coarse") if opens(sentence.tokens, mention) else mention
            family, owned = owner(sentence.tokens, mention, lexicon)
            said, later = spoken(sentence.tokens, mention, lexicon), coming(sentence.tokens, mention, lexicon)
            days.append(Day(mention, sentence, ahead if later else day, ahead, family, owned, said, later))
            context = (None if mention.lead.endswith(" that") else days[-1].day) or context
    return _weeks(days, anchor)


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


def _weeks(days: list[Day], anchor: Anchor) -> list[Day]:
    """``last week``, ``a week earlier``: the same weekday before the event that the article tells of."""
    told = (d.day for d in days if d.day and d.family != "deal" and not d.spoken and d.mention.kind != "coarse")
    story = next((d for d in told if anchor.now is None or 0 <= (anchor.now - d).days <= 7), None)
    return [_week(day, story, anchor, days) if day.mention.kind == "week" else day for day in days]


def _week(told: Day, story: date | None, anchor: Anchor, days: list[Day]) -> Day:
    """Where the text gives the day of that event elsewhere, it is meant."""
    base = story or (anchor.now if told.mention.lead == "ago" else None)
    around = base or anchor.now
    day = base + timedelta(days=told.mention.number) if base else None
    if around is not None:
        guess = around + timedelta(days=told.mention.number)
        same = (d.day for d in days if d.day and d.family == told.family and d.mention.kind in ("day", "weekday"))
        day = next((d for d in same if abs((d - guess).days) < 6), day)
    return Day(told.mention, told.sentence, day, day, told.family, told.owned, told.spoken, False)


def _attach(sentence: Sentence, span: Span, spans: list[Span], days: list[Day], lexicon: Lexicon) -> None:
    """Give a span the day of its clause; a month or year alone there leaves it without, for good."""
    tokens = sentence.tokens
    fit = [d for d in days if not d.spoken and _fits(tokens, span, d, lexicon)]
    cost, near = min(
        ((_cost(tokens, span, spans, d.mention, lexicon), d) for d in fit), key=_first, default=(99.0, None)
    )
    if near is None or cost > _DEAREST:
        return
    if near.mention.kind == "coarse" or (near.day is None and near.mention.lead.endswith(" that")):
        span.rule("when", "no_day", 0.6)
        return
    opening = span.status == "planned" and near.family != "deal" and near.mention.first < 3
    span.when = near.ahead if opening else near.day
    weak = near.mention.kind == "near" and _quoted(sentence, near.mention.first)
    if span.when is not None:
        span.rule(
            "when",
            *(("quoted_day", 0.4) if weak else ("week", 0.4) if near.mention.kind == "week" else ("clause", 0.8)),
        )


def _first(costed: tuple[float, Day]) -> float:
    return costed[0]


def _fits(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """Whether a day may be that of a figure: of the same event, or of no other in the same clause."""
    family, planned = kind(span)
    if span.unit == "age:year" or (span.background and day.mention.kind not in ("day", "coarse")):
        return False
    if modified(tokens, span, day.mention):
        return False
    if span.unit.startswith("duration"):
        return _lasting(tokens, span, day, lexicon)
    if day.mention.lead.endswith(" that"):
        return day.mention.end <= span.begin and all(t.text not in ",;" for t in tokens[day.mention.end : span.begin])
    if _relative(tokens, span, day.mention, lexicon):
        return True
    first, last = sorted((day.mention.first, span.first))
    between = {t.low for t in tokens[first + 1 : last]}
    borders = bool(between & lexicon.cue("day_border"))
    apart = borders or ("," in between and day.mention.first > 2)
    if day.mention.kind == "coarse":
        apart = bool(between & lexicon.cue("day_border") - _OPEN) or ("," in between and day.mention.first > 8)
        return not apart and not (day.owned and known(family))
    if day.family == "deal":
        return planned or family == "deal" or not (borders or known(family) or day.owned)
    if planned:
        return not (borders if day.coming else apart) and not day.owned and not between & lexicon.cue("deal_word")
    if day.family is None and not day.coming:
        return not between & _CLOSED or (day.mention.first > span.first and "after" in between)
    loose = not known(family) or span.action_class in lexicon.cue("with_event")
    return not day.coming and (day.family == family or (loose and not (borders or day.owned)))


def _relative(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``a shooting on Tuesday that wounded four``, ``Tuesday's riot, in which 32 officers were injured``."""
    named = mention.end < len(tokens) and tokens[mention.end].low == "'s"
    for k in range(mention.end, min(span.first, mention.end + (7 if named else 3))):
        if tokens[k].low in ("that", "which", "who", "where"):
            return not any(t.low in lexicon.cue("day_border") for t in tokens[k + 1 : span.first])
        if not named and tokens[k].low not in (",", "in", "during", "at"):
            return False
    return False


_OPEN = frozenset({"since", "until", "as"})
# What stands on one side of these has a day of its own: "resumed on Monday after four were shot", "died at the site,
# which officials visited on Monday"; but "died after a bus overturned on Monday".
_CLOSED = frozenset({"after", "that", "which", "who", "whose", "since", "because", "following"})


def _lasting(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """A duration has a day only as that of an event: ``two hours of talks on Friday``."""
    named = {of_word(t.low, lexicon) for t in tokens[span.last : max(span.noun_end, span.last + 4)]} - {None}
    return span.status == "happened" and day.family in named if named else span.action_class == "lasted" and (
        span.status == "happened" and day.family is None
    )  # fmt: skip


def _cost(tokens: list[Token], span: Span, spans: list[Span], mention: Mention, lexicon: Lexicon) -> float:
    """How far a day is from a number: words, commas, clause borders, and other numbers between."""
    first, last = (mention.end, span.begin) if mention.first < span.begin else (span.end, mention.first)
    cost = 0.0
    for k in range(first, last):
        word = tokens[k].low
        cost += 6.0 if word in lexicon.cue("day_border") else 1.5 if word in (",", "and") else 0.2
    if mention.first < 3 and mention.end < len(tokens) and tokens[mention.end].text == "," and first == mention.end:
        cost -= 1.5
    cost += 3.0 * sum(first <= s.first < last for s in spans)
    return cost + (2.0 if mention.kind == "coarse" or tokens[mention.first].low == "overnight" else 0.0)


def _quoted(sentence: Sentence, i: int) -> bool:
    return (sum(t.text == '"' for t in sentence.tokens[:i]) % 2 == 1) != sentence.quoted
