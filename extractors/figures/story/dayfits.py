"""Whether a day of a sentence may be that of a figure, and how far it stands from it."""

from itertools import pairwise

from extractors.figures.calendar.daywords import PARTS, Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.dayroles import modified
from extractors.figures.story.families import Day, kind, known, of_word
from extractors.figures.text.tokens import Token


def fits(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """Whether a day may be that of a figure: of the same event, or of no other in the same clause."""
    family, planned = kind(span)
    if _never(tokens, span, day.mention) or _of_other(tokens, span, day, lexicon) or _apart(tokens, span, day.mention):
        return False
    if span.unit.startswith("duration"):
        return _lasting(tokens, span, day, lexicon)
    if day.mention.lead.endswith(" that"):
        return _leans(tokens, span, day.mention) or _counted_from(tokens, span, day.mention, lexicon)
    first, last = sorted((day.mention.first, span.first))
    between = _between(tokens, first + 1, last)
    borders = bool(between & lexicon.cue("day_border"))
    before = span.background and day.mention.kind == "day" and not borders
    if before or _relative(tokens, span, day.mention, lexicon) or _own(tokens, span, day, lexicon):
        return True
    apart = borders or ("," in between and day.mention.first > 2)
    if day.mention.kind == "coarse":
        apart = bool(between & lexicon.cue("day_border") - _OPEN) or ("," in between and day.mention.first > 8)
        return not apart and not (day.owned and known(family))
    if day.family == "deal":
        return (
            planned
            or family == "deal"
            or _settled(tokens, span, day.mention)
            or not (borders or known(family) or day.owned)
        )
    if planned:
        return not (borders if day.coming else apart) and not day.owned and not between & lexicon.cue("deal_word")
    if day.coming:
        return not borders and (day.family in (None, family) if known(family) else "," not in between)
    if day.family is None:
        return not between & _CLOSED or (day.mention.first > span.first and "after" in between)
    apart = bool(between & lexicon.cue("day_border") - _SAME)
    return (day.family == family and not meanwhile(tokens, span, day.mention, lexicon)) or (
        not (apart or day.owned)
        and (_result(tokens, span) or _loose(tokens, span, lexicon) or _there(tokens, span, day, lexicon))
    )


def _apart(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``The state says there were 71; the council released a list on Tuesday``: two sentences, so to speak."""
    first, last = sorted((mention.first, span.first))
    return span.status != "planned" and any(t.text == ";" for t in tokens[first:last])


def meanwhile(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``Nine died at once, while two others died in hospital on Sunday``: the day is of the others alone."""
    at = next((k for k in range(span.noun_end, mention.first) if tokens[k].low == "while"), 0)
    if not at or tokens[at - 1].text != ",":
        return False
    return any(t.kind == "n" or t.low in lexicon.triggers for t in tokens[at : mention.first])


def _there(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``detained 86 people at a rally on Friday``: where and at what it happened, all on that day."""
    if day.mention.first < span.begin:  # ``marched on Friday in Tarn, where police arrested 50``
        return any(t.low == "where" for t in tokens[day.mention.end : span.begin])
    at = next((k for k in range(span.noun_end, day.mention.first) if tokens[k].low in _AT), None)
    if at is None or day.mention.first - at > 8:
        return False
    inside = tokens[at + 1 : day.mention.first]
    return any(of_word(t.low, lexicon) == day.family for t in inside) and all(t.text != "," for t in inside)


_AT = frozenset({"at", "in", "during"})


def _between(tokens: list[Token], first: int, last: int) -> set[str]:
    """The words between a day and a number without what stands between two dashes."""
    words = [t.low for t in tokens[first:last]]
    dashes = [k for k, t in enumerate(tokens[first:last]) if t.low in _DASHES and not t.glued]
    if len(dashes) == 2:
        return set(words[: dashes[0]] + words[dashes[1] + 1 :])
    commas = [k for k, word in enumerate(words) if word == ","]
    for here, there in pairwise(commas):
        if _aside(words[here + 1 : there]):
            return set(words[:here] + words[there + 1 :])
    return set(words)


def _aside(words: list[str]) -> bool:
    """``, which ran the pit, …``, ``, a week after the raid, …``."""
    hours = words[1:2] == ["after"] and words[:1] in (["hours"], ["minutes"], ["days"], ["shortly"], ["just"], ["soon"])
    return (
        hours
        or words[:1] in (["which"], ["who"], ["whose"])
        or (not {"after", "before"}.isdisjoint(words[2:4]) and not _STEPS.isdisjoint(words[1:3]))
    )


_STEPS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "hour"})


_DASHES = frozenset({"—", "–", "--", "-"})


def _of_other(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``gave blankets on Monday to survivors of a quake that killed ten``: the day is not of that quake."""
    first, told = day.mention.end, tokens[span.begin - 1].low == "of"
    if relative(tokens, span, day.mention):
        return True
    if day.owned or not first < span.begin:
        return False
    for k in range(span.begin - 1, first - 1, -1):
        word = tokens[k].low
        if word in ("that", "which"):
            told = True
        elif told and of_word(word, lexicon) == "harm" and not word.endswith("ed"):
            return any(t.low in _OVER for t in tokens[max(first, k - 4) : k])
        elif word in ",;":
            return False
    return False


def relative(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``abducted 15 people, two of whom escaped on Sunday``: the day is told of the clause behind."""
    words = [t.low for t in tokens[span.end : mention.first]]
    return "," in words and not _WHO.isdisjoint(words[words.index(",") :])


_OVER = frozenset({"of", "from", "over", "after", "for", "against", "following", "about", "since"})


def _leans(tokens: list[Token], span: Span, mention: Mention) -> bool:
    near = mention.end <= span.begin and all(t.text not in ",;" for t in tokens[mention.end : span.begin])
    return near or behind(tokens, mention, span)


def _counted_from(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``fired 94 drones during the night before the exchange``: a number of the main clause."""
    between = {t.low for t in tokens[span.end : mention.first]}
    return span.unit == "count" and span.end <= mention.first and not between & (lexicon.cue("day_border") | {","})


def behind(tokens: list[Token], mention: Mention, span: Span) -> bool:
    """``A day after the quake, 12 were found``: a number of the main clause."""
    return mention.first < 3 and any(t.text == "," for t in tokens[mention.end : span.begin])


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
    first = span.end if span.action_at is None else max(span.end, span.action_at)
    between = {t.low for t in tokens[first : mention.first]}
    return first <= mention.first and "," not in between and between.isdisjoint(lexicon.cue("day_border"))


def _never(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """Ages have no day, what came before no weekday, and a participle's day is its own."""
    opening = mention.kind in ("week", "context") and (mention.first < 4 or mention.lead.endswith(" that"))
    if span.unit == "age:year" or (span.background and mention.kind not in ("day", "coarse") and not opening):
        return True
    return modified(tokens, span, mention)


def _result(tokens: list[Token], span: Span) -> bool:
    """``launched an attack, capturing 40 women``: what a participle adds happened in the same event."""
    at = span.action_at
    return at is not None and 0 < at < span.begin and tokens[at].low.endswith("ing") and tokens[at - 1].text in ",and"


def _loose(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """No event of its own, or one that goes with others; bodies are handed over, and of those who were killed."""
    before = tokens[max(0, span.begin - 3) : span.begin]
    bodies = span.item == "body" or any(t.low in ("bodies", "remains") for t in before)
    return bodies or not known(kind(span)[0]) or span.action_class in lexicon.cue("with_event")


def _relative(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``a shooting on Tuesday that wounded four``, ``Tuesday's riot, in which 32 officers were injured``."""
    named = mention.end < len(tokens) and tokens[mention.end].low == "'s"
    for k in range(mention.end, min(span.first, mention.end + (7 if named else 3))):
        if tokens[k].low in ("that", "which", "who", "where"):
            return not any(t.low in lexicon.cue("day_border") for t in tokens[k + 1 : span.first])
        if not named and tokens[k].low not in (",", "in", "during", "at"):
            return False
    return False


_WHO = frozenset({"whom", "who", "which"})


def _own(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``80 relatives who travelled to Tarn on Monday``; ``lost 22 people in Sunday's raid``."""
    k, mention = span.noun_end, day.mention
    if day.owned and day.family == "vote" and span.unit == "percent" and mention.end < span.begin:
        return True  # ``Turnout in Sunday's vote was 61 percent``
    if day.owned and span.status == "happened" and k < mention.first < k + 4:
        return all(t.low in _AT or t.low == "the" for t in tokens[k : mention.first])
    if not k < mention.first < k + 13 or tokens[k].low not in ("who", "which", "that"):
        return False
    borders = lexicon.cue("day_border") - _SAME
    return all(t.low not in borders and t.text != "," for t in tokens[k + 1 : mention.first])


_SAME = frozenset({"when", "where", "while"})
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
    price = 0.0
    for k in range(first, last):
        word = tokens[k].low
        border = word in lexicon.cue("day_border") and not _light(tokens, k)
        price += 6.0 if border else 1.5 if word in (",", "and") else 0.2
    if mention.first < 3 and mention.end < len(tokens) and tokens[mention.end].text == "," and first == mention.end:
        price -= 1.5
    price += 3.0 * sum(first <= s.first < last for s in spans)
    return price + (2.0 if mention.kind == "coarse" or tokens[mention.first].low == "overnight" else 0.0)


def _light(tokens: list[Token], k: int) -> bool:
    """``as many as 60``, ``before dawn``: no clause begins there."""
    around = (tokens[k - 1].low if k else "", tokens[k + 1].low if k + 1 < len(tokens) else "")
    return around[1] in PARTS or any(word in ("many", "much", "few", "well") for word in around)
