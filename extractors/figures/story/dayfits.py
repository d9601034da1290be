"""Whether a day of a sentence may be that of a figure, and how far it stands from it."""

from extractors.figures.calendar.daywords import PARTS, Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.dayclauses import (
    AT,
    SAME,
    after_doing,
    apart,
    behind_day,
    between,
    in_event,
    left_by,
    meanwhile,
    relative,
    soon,
    within,
)
from extractors.figures.story.dayevents import caught, done_by, happened, inside
from extractors.figures.story.dayroles import came_after, modified, of_cause, pledged
from extractors.figures.story.families import Day, kind, known, of_word
from extractors.figures.story.trials import tried
from extractors.figures.text.tokens import Token


def fits(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """Whether a day may be that of a figure: of the same event, or of no other in the same clause."""
    family, planned = kind(span)
    if _never(tokens, span, day.mention) or _of_other(tokens, span, day, lexicon) or apart(tokens, span, day):
        return False
    if span.unit != "count" and span.unit.startswith("duration"):
        return _lasting(tokens, span, day, lexicon)
    if day.mention.lead.endswith(" that"):
        return _leans(tokens, span, day.mention) or _counted_from(tokens, span, day.mention, lexicon)
    first, last = sorted((day.mention.first, span.first))
    words = between(day.sentence, first + 1, last) - _passed(tokens, span, day.mention)
    borders = not words.isdisjoint(lexicon.cues.day_border)
    before = span.background and day.mention.kind == "day" and not borders
    if before or behind_day(tokens, span, day.mention, lexicon) or _own(tokens, span, day, lexicon):
        return True
    parted = borders or ("," in words and day.mention.first > 2)
    if day.mention.kind == "coarse":
        parted = (borders and bool(words & lexicon.cues.day_border - _OPEN)) or ("," in words and day.mention.first > 8)
        return not parted and not (day.owned and known(family))
    if day.family == "deal":
        return (
            planned
            or (day.mention.first == 1 and tokens[0].low in AT and span.begin - day.mention.end > 1 and not borders)
            or family == "deal"
            or _settled(tokens, span, day.mention)
            or not (borders or known(family) or day.owned)
        )
    if planned:
        # ``is due on Saturday, when a further 230 are to be freed``
        near = (day.coming and then(tokens, span, day.mention)) or not (borders if day.coming else parted)
        return near and not day.owned and not words & lexicon.cue("deal_word")
    if day.coming:
        if "," in words and span.status == "happened":
            return False  # ``Three were freed, and four are to follow on Saturday``
        return not borders and (day.family in (None, family) if known(family) else "," not in words)
    return _of_event(tokens, span, day, words, lexicon)


def _passed(tokens: list[Token], span: Span, mention: Mention) -> set[str]:
    """Words between a day and a number that look like borders of clauses and are none."""
    words = came_after(tokens, span)
    return words | after_doing(tokens, mention.end, span.begin) if result(tokens, span) else words


def _of_event(tokens: list[Token], span: Span, day: Day, words: set[str], lexicon: Lexicon) -> bool:
    """Whether a day is told of the event of a figure, or of any that no border parts from it (``words`` between)."""
    if meanwhile(tokens, span, day.mention, lexicon):
        return False
    if day.mention.first > span.first and (
        inside(tokens, span, day.mention, lexicon) or happened(tokens, span, day, lexicon)
    ):
        return True
    if day.family is None:
        if day.mention.first > span.first and "after" in words:
            return True
        return not words & _CLOSED or (day.mention.first < 3 and left_by(tokens, span))
    if day.family == kind(span)[0]:
        return True
    stays = span.action_class in lexicon.cue("lasting")
    if stays and not (result(tokens, span) or _there(tokens, span, day, lexicon)):
        return False
    return not (day.owned or words & (lexicon.cue("day_border") - SAME))


def _there(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``detained 86 people at a rally on Friday``: where and at what it happened, all on that day."""
    if day.mention.first < span.begin:  # ``marched on Friday in Tarn, where police arrested 50``
        return any(t.low == "where" for t in tokens[day.mention.end : span.begin])
    at = next((k for k in range(span.noun_end, day.mention.first) if tokens[k].low in AT), None)
    if at is None or day.mention.first - at > 8:
        return False
    inside = tokens[at + 1 : day.mention.first]
    return any(of_word(t.low, lexicon) == day.family for t in inside) and all(t.text != "," for t in inside)


def _of_other(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``gave blankets on Monday to survivors of a quake that killed ten``: the day is not of that quake."""
    first, told = day.mention.end, tokens[span.begin - 1].low == "of"
    if relative(day.sentence, span, day.mention) or of_cause(tokens, span, day.mention, lexicon):
        return True
    if day.owned or not first < span.begin:
        return caught(tokens, span, day, lexicon)
    for k in range(span.begin - 1, first - 1, -1):
        word = tokens[k].low
        if word in ("that", "which"):
            told = True
        elif told and of_word(word, lexicon) == "harm" and not word.endswith("ed"):
            return any(t.low in _OVER for t in tokens[max(first, k - 4) : k])
        elif word in ",;":
            return False
    return False


_OVER = frozenset({"of", "from", "over", "after", "for", "against", "following", "about", "since"})


def _leans(tokens: list[Token], span: Span, mention: Mention) -> bool:
    near = mention.end <= span.begin and all(t.text not in ",;" for t in tokens[mention.end : _began(tokens, span)])
    return near or behind(tokens, mention, span)


def _counted_from(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``fired 94 drones during the night before the exchange``: a number of the main clause."""
    if span.unit != "count" or span.end > mention.first:
        return False
    between = [t.low for t in tokens[span.end : mention.first]]
    return "," not in between and lexicon.cue("day_border").isdisjoint(between)


def behind(tokens: list[Token], mention: Mention, span: Span) -> bool:
    """``A day after the quake, 12 were found``: a number of the main clause."""
    return mention.first < 3 and any(t.text == "," for t in tokens[mention.end : _began(tokens, span)])


def _began(tokens: list[Token], span: Span) -> int:
    """Where the words of a number begin: at the comma before its participle (``a train derailed, killing 33``)."""
    return span.action_at - 1 if span.action_at and result(tokens, span) else span.begin


def then(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``The search resumed on Sunday, when four bodies were found``: a number of that day, whatever else was."""
    k = mention.end + (
        mention.end < len(tokens) and tokens[mention.end].kind == "w" and tokens[mention.end].low in PARTS
    )
    k += k < len(tokens) and tokens[k].text == ","
    return k < span.begin and tokens[k].low == "when" and all(t.text not in ",;" for t in tokens[k : span.begin])


def done(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``18 victims were buried on Saturday``: what they were buried for was before, but the burial is counted."""
    at = span.action_at
    if at is None or not span.end <= at < mention.first or tokens[at].low not in lexicon.cue("day_say"):
        return False
    return tokens[at - 1].low in lexicon.cue("be") and all(t.text not in ",;" for t in tokens[at : mention.first])


def _settled(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``The swap of 300 captives a side was agreed on Monday``: a day of the accord, which is all that is told."""
    between = [t.low for t in tokens[span.noun_end : mention.first]]
    at = next((k for k, word in enumerate(between[:4]) if word in ("was", "were")), 4)
    return not _ACCORDED.isdisjoint(between[at + 1 : at + 3])


_ACCORDED = frozenset({"agreed", "signed", "approved", "brokered", "reached", "concluded"})


def meant(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``plan to move 3,000 people on Thursday``: a day behind the number in the clause of what is planned."""
    if pledged(tokens, span):
        return False
    first = span.end if span.action_at is None else max(span.end, span.action_at)
    between = {t.low for t in tokens[first : mention.first]}
    return first <= mention.first and "," not in between and between.isdisjoint(lexicon.cue("day_border"))


def _never(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """Ages have no day, what came before no weekday, and a participle's day is its own."""
    opening = mention.kind in {"week", "context"} and (mention.first < 4 or mention.lead.endswith(" that"))
    before = span.background and mention.kind not in ("day", "coarse") and not opening
    if span.unit == "age:year" or (before and not _of_the_blow(tokens, span, mention)):
        return True
    return modified(tokens, span, mention) or (mention.end <= span.begin and tried(tokens, span))


def _of_the_blow(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``in response to an attack on Sunday which killed eight``: the clause behind the day tells of it."""
    k = mention.end
    if k + 1 >= len(tokens) or k >= span.begin or span.begin - k > 2 * _NEAR:
        return False
    return tokens[k].low in _WHICH or (tokens[k].low == "in" and tokens[k + 1].low in _WHICH)


_WHICH = frozenset({"that", "which"})


def result(tokens: list[Token], span: Span) -> bool:
    """``launched an attack, capturing 40 women``: what a participle adds happened in the same event."""
    at = span.action_at
    return at is not None and 0 < at < span.begin and tokens[at].low.endswith("ing") and tokens[at - 1].text in ",and"


def _own(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``80 relatives who travelled to Tarn on Monday``; ``lost 22 people in Sunday's raid``."""
    k, mention = span.noun_end, day.mention
    if day.owned and day.family == "vote" and span.unit == "percent" and mention.end < span.begin:
        return True  # ``Turnout in Sunday's vote was 61 percent``
    if day.owned and (_opened(tokens, span, mention, lexicon) or in_event(tokens, span, day, lexicon)):
        return True
    if day.owned and span.status == "happened" and k < mention.first < k + _NEAR:
        lead = tokens[k : mention.first]
        if all(t.low in AT or t.low == "the" for t in lead) or _acted(lead, span, lexicon):
            return True
    return within(tokens, span, mention, lexicon) or done_by(tokens, span, day, lexicon)


def _opened(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``In Monday's attack, Sarland used 355 drones``: what its main clause counts, where nothing else is told of."""
    if mention.first != 1 or tokens[0].low not in _DURING or span.status != "happened" or span.background:
        return False
    words = [t.low for t in tokens[mention.end : span.begin]]
    # ``In Friday's ruling, the court said 12 had been killed``: of another day.
    told = not lexicon.cue("say").isdisjoint(words) or "had" in [t.low for t in tokens[mention.end : span.noun_end + 2]]
    return not told and lexicon.cue("day_border").isdisjoint(words)


def _acted(lead: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``900 inmates escaped from the jail during Saturday's raid``: what they did, and in what."""
    told = span.action_at is not None and span.noun_end <= span.action_at < span.noun_end + 2
    plain = all(t.kind == "w" and t.low not in lexicon.cue("day_border") for t in lead)
    return told and plain and lead[-1].low in AT and not any(t.low in lexicon.triggers for t in lead)


_DURING = frozenset({"in", "during"})
_NEAR = 10
_OPEN = frozenset({"since", "until", "as"})
# What stands on one side of these has a day of its own: "resumed on Monday after four were shot", "died at the site,
# which officials visited on Monday"; but "died after a bus overturned on Monday".
_CLOSED = frozenset({";", "after", "that", "which", "who", "whose", "since", "because", "following"})


_ON = frozenset({"on", "late", "early"})


def _lasting(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """A duration has a day only as that of an event: ``two hours of talks on Friday``."""
    near = span.end <= day.mention.first < span.end + 3 and day.mention.kind != "coarse"
    if near and span.status == "happened" and all(t.low in _ON for t in tokens[span.end : day.mention.first]):
        return True
    named = {of_word(t.low, lexicon) for t in tokens[span.last : max(span.noun_end, span.last + 4)]} - {None}
    return span.status == "happened" and day.family in named if named else span.action_class == "lasted" and (
        span.status == "happened" and day.family is None
    )  # fmt: skip


def cost(tokens: list[Token], span: Span, spans: list[Span], mention: Mention, lexicon: Lexicon) -> float:
    """How far a day is from a number: words, commas, clause borders, and other numbers between."""
    first, last = (mention.end, span.begin) if mention.first < span.begin else (span.end, mention.first)
    price, borders = 0.0, lexicon.cues.day_border
    for k in range(first, last):
        word = tokens[k].low
        border = word in borders and not _light(tokens, k)
        price += 6.0 if border else 1.5 if word in {",", "and"} else 0.2
    if mention.first < 3 and mention.end < len(tokens) and tokens[mention.end].text == "," and first == mention.end:
        price -= 1.5
    numbers = 0
    for other in spans:
        numbers += first <= other.first < last
    price += 3.0 * numbers
    return price + (2.0 if mention.kind == "coarse" or tokens[mention.first].low == "overnight" else 0.0)


_COMPARED = frozenset({"many", "much", "few", "well"})


def _light(tokens: list[Token], k: int) -> bool:
    """``as many as 60``, ``before dawn``: no clause begins there."""
    around = (tokens[k - 1].low if k else "", tokens[k + 1].low if k + 1 < len(tokens) else "")
    return soon(tokens, k) or around[1] in PARTS or not _COMPARED.isdisjoint(around)
