"""What stands between a day and a number: borders of clauses, asides, relative clauses that have a day of their own."""

import re
from itertools import pairwise

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day, kind
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

AT = frozenset({"at", "in", "during"})
_DOING = re.compile("[a-z]{2,}ing").fullmatch
# What stands behind these is told of the same time.
SAME = frozenset({"when", "where", "while"})


def apart(tokens: list[Token], span: Span, day: Day) -> bool:
    """``The state says there were 71; the council released a list on Tuesday``: two sentences, so to speak."""
    mention = day.mention
    if mention.first < span.first and _whose(tokens, mention, span.begin):
        return True
    if ";" not in day.sentence.words:
        return False
    first, last = sorted((mention.first, span.first))
    return span.status != "planned" and any(t.text == ";" for t in tokens[first:last])


def _whose(tokens: list[Token], mention: Mention, end: int) -> bool:
    """``The rebels, whose offensive began on May 6, seized two towns``: a day of what is theirs."""
    if mention.end >= end or tokens[mention.end].text != ",":
        return False
    at = next((k for k in range(mention.first - 1, max(0, mention.first - _CLAUSE), -1) if tokens[k].text == ","), 0)
    return at > 0 and tokens[at + 1].low == "whose"


def meanwhile(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``Nine died at once, while two others died in hospital on Sunday``: the day is of the others alone."""
    for at in range(span.noun_end, mention.first):
        if tokens[at].low in WHILE:
            break
    else:
        return False
    if not at or tokens[at - 1].text != ",":
        return False
    return any(t.kind == "n" or t.low in lexicon.triggers for t in tokens[at : mention.first])


WHILE = frozenset({"while", "though", "although", "but"})


def between(sentence: Sentence, first: int, last: int) -> set[str]:
    """The words between a day and a number without what stands between two dashes."""
    tokens, words = sentence.tokens, sentence.lows[first:last]
    if "that" in words:  # ``on that road late Friday`` begins no clause
        words = [
            "" if word == "that" and tokens[k - 1].low in _PLACING else word for k, word in enumerate(words, first)
        ]
    if not _SPELLED.isdisjoint(words):
        words = ["" if word in _SPELLED and soon(tokens, k) else word for k, word in enumerate(words, first)]
    if not _DASHES.isdisjoint(words):
        dashes = [k for k, t in enumerate(tokens[first:last]) if t.low in _DASHES and not t.glued]
        if len(dashes) == 2:
            return set(words[: dashes[0]] + words[dashes[1] + 1 :])
    commas = [k for k, word in enumerate(words) if word == ","] if "," in words else []
    for here, there in pairwise(commas):
        if _aside(words[here + 1 : there]):
            return set(words[:here] + words[there + 1 :])
    return set(words)


_PLACING = frozenset({"on", "in", "at", "of", "from", "near", "along", "during", "by", "with", "into", "through"})
_SPELLED = frozenset({"after", "before"})


def after_doing(tokens: list[Token], first: int, last: int) -> set[str]:
    """``blew himself up on Monday after joining a line, killing ten``: words that begin no clause of their own."""
    return {tokens[k].low for k in range(first, last) if tokens[k].low in _SPELLED and _DOING(tokens[k + 1].low)}


def in_event(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``1,200 were killed, while 250 were taken as hostages during the October 7 attacks``: all in what has a date."""
    mention = day.mention
    if mention.kind != "day" or day.family != "harm" or span.status != "happened" or not span.noun_end < mention.first:
        return False
    at = mention.first - 1 - (tokens[mention.first - 1].low == "the")
    if tokens[at].low not in AT:
        return False
    inside = [t.low for t in tokens[span.noun_end : at]]
    closed = (lexicon.cues.day_border - _ALONG) | lexicon.cue("say")
    return ";" not in inside and len(inside) < _EVENT and closed.isdisjoint(inside)


_ALONG = frozenset({"while", "as", "and"})
_EVENT = 16
_SOON = frozenset({"hours", "minutes", "seconds", "moments", "hour", "shortly", "soon", "just", "immediately"})
_HALF_A_DAY = 12
_CLOCK = frozenset({":", "a", "p", "am", "pm", "a.m.", "p.m.", "a.m", "p.m"})


def soon(tokens: list[Token], k: int) -> bool:
    """``freed 303 on Sunday, hours after a raid killed 12``: on the same day; not ``48 hours after``.

    Nor does a clause begin at ``before 1:00 a.m.``.
    """
    if tokens[k].low not in _SPELLED or k < 1:
        return False
    if k + 2 < len(tokens) and tokens[k + 1].kind == "n" and tokens[k + 2].low in _CLOCK:
        return True
    if tokens[k - 1].low not in _SOON:
        return False
    number = tokens[k - 2].text if k > 1 else ""
    return not (number.isdecimal() and int(number) > _HALF_A_DAY)


def _aside(words: list[str]) -> bool:
    """``, which ran the pit, …``, ``, a week after the raid, …``."""
    hours = words[1:2] == ["after"] and words[:1] in (["hours"], ["minutes"], ["days"], ["shortly"], ["just"], ["soon"])
    return (
        hours
        or words[:1] in (["which"], ["who"], ["whose"], ["aged"], ["both"])
        or (not {"after", "before"}.isdisjoint(words[2:4]) and not _STEPS.isdisjoint(words[1:3]))
    )


_STEPS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "hour"})


_NEAR_SINCE = 4
_PARTS_OF = frozenset({"including", "among", "most", "mostly", "many", "some"})
_DASHES = frozenset({"—", "–", "--", "-"})


def behind_day(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``a shooting on Tuesday that wounded four``, ``Tuesday's riot, in which 32 officers were injured``."""
    named = mention.end < len(tokens) and tokens[mention.end].low == "'s"
    if _in_which(tokens, span, mention, lexicon):
        return True
    for k in range(mention.end, min(span.first, mention.end + (7 if named else 3))):
        if tokens[k].low in ("that", "which", "who", "where"):
            return not any(t.low in lexicon.cue("day_border") for t in tokens[k + 1 : span.first])
        if not named and tokens[k].low not in (",", "in", "during", "at"):
            return False
    return False


def _in_which(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``arrested four men on Friday in raids in which 60 kilograms of explosives were seized``."""
    for k in range(mention.end + 2, min(span.begin, mention.end + _CLAUSE)):
        if tokens[k].low == "which" and tokens[k - 1].low in AT:
            return all(t.low not in lexicon.cue("day_border") and t.text != "," for t in tokens[k + 1 : span.begin])
        if tokens[k].low in lexicon.cue("day_border"):
            return False
    return False


_CLAUSE = 12
_WHO = frozenset({"whom", "who", "which"})


def relative(sentence: Sentence, span: Span, mention: Mention) -> bool:
    """``abducted 15 people, two of whom escaped on Sunday``: the day is told of the clause behind."""
    words = sentence.lows[span.end : mention.first]
    return "," in words and not _WHO.isdisjoint(words[words.index(",") :])


def theirs(tokens: list[Token], span: Span, days: list[Day], lexicon: Lexicon) -> list[Day]:
    """``mourned on Wednesday the 16 residents who died when a missile struck on Tuesday``: the day of their clause."""
    if span.action_at is None or span.action_at <= span.noun_end or len(days) < 2:
        return days
    return _theirs(tokens, span, days, span.action_at, lexicon) or days


def _theirs(tokens: list[Token], span: Span, days: list[Day], at: int, lexicon: Lexicon) -> list[Day]:
    return [d for d in days if d.mention.first > at and within(tokens, span, d.mention, lexicon)]


def within(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """A day in the relative clause that stands right behind the counted."""
    k = span.noun_end
    if not k < mention.first < k + 13 or tokens[k].low not in {"who", "which", "that", "whose"}:
        return False
    borders = lexicon.cue("day_border") - SAME
    return all(
        (t.low not in borders and t.text != ",") or soon(tokens, at)
        for at, t in enumerate(tokens[k + 1 : mention.first], k + 1)
    )


def left_by(tokens: list[Token], span: Span) -> bool:
    """``On Sunday police answered a call to a club, where a shooting which left two dead …``: what a clause adds."""
    if kind(span) != ("harm", False):
        return False
    for k in range(span.begin - 1, max(1, span.begin - _LEFT_REACH), -1):
        if tokens[k].text in ",;":
            return False
        if tokens[k].low in ("which", "that"):
            return tokens[k + 1].low in _LEFT
    return False


_LEFT_REACH = 10
_LEFT = frozenset({"left", "killed", "injured", "wounded", "claimed", "hurt"})


def grows(sentence: Sentence, span: Span, mention: Mention) -> bool:
    """``smuggled at least 60 people since January``, ``At least 60, including nine women, have died since January``.

    Whatever day the sentence names besides.
    """
    between = sentence.lows[span.noun_end : mention.first]
    if between[:1] == ["since"] or (between[1:2] == ["since"] and len(between) < _NEAR_SINCE):
        return True
    if between[-1:] != ["since"] or between[:1] != [","] or between[1] not in _PARTS_OF or "," not in between[2:]:
        return False
    rest = between[between.index(",", 2) + 1 :]
    return rest[:1] in (["have"], ["has"]) and "," not in rest and ";" not in rest
