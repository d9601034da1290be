"""Numbers of another, earlier event: a year gone by, the last accident, the deadliest since; and what continues it."""

import re
from collections.abc import Set
from datetime import date
from functools import cache
from itertools import pairwise

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.spans import Span
from extractors.figures.story.bygone import bygone, distant, remembered
from extractors.figures.story.dayroles import modified
from extractors.figures.story.families import kind, known, of_word
from extractors.figures.story.formerly import after, compared, since, then
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_NOW = re.compile(r"\b(?:today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this (?:week|morning)|now)\b", re.I)
_MODAL = r"(?:would|will|could|is|are|has|have|may|means|said|say|says|warned|added|told|reported|estimated)\b"
_GOES_ON = re.compile(rf"\W{{0,3}}(?:(?:It|They|Those)\b|That\b(?: (?!{_MODAL})\w+)?)(?! {_MODAL})")
_LATER = re.compile(
    r"\W{0,3}(?:(?:A|One|Two|Three|Four|Five|Six|Several|\d+) (?:years?|months?|decades?) later\b"
    r"|(?:Only|Just) \S+ (?:of |sur|wer|cam|esc))"
)
_OVER_THAT = re.compile(r"\b(?:over|in|for|from) that (?!are\b|is\b|was\b|were\b|has\b|the\b)[a-z]+\b")
_LEADS = re.compile(
    r"\W{0,3}(?:(?:An? (?:similar|previous|earlier)|The (?:last|previous|deadliest|worst|first)) [a-z]"
    r"|(?:(?:At|In|During|After) )?(?:the|its|their) (?:last|previous) [a-z])",
    re.I,
)
# A first look at the words: one of these stands in whatever _LEADS or _WEEKS matches.
LEADING = frozenset({b"similar", b"previous", b"earlier", b"last", b"deadliest", b"worst", b"first"})
_WEEKS = re.compile(
    r"\W{0,3}(?:An?|One|Two|Three|Four|Five|Six|Several|Some|Just)(?: [a-z]+)? "
    r"(?:days|weeks?|months?|years?) earlier\b",
    re.I,
)
_DAYS = re.compile(
    r"\W{0,3}(?:(?:Just |Only |Barely )?(?:an?|one|two|three|four|five|six|several) (?:days?|weeks?) earlier"
    r"|Earlier this (?:week|month)), ",
    re.I,
)
_TOLL = re.compile(r"\b(?:toll|number|figure|officials|said|told|reported)\b")
_BEFORE = frozenset({"previous", "similar", "earlier", "last"})
_WEEKLY = frozenset({"week", "night", "month", "year", "weekend", "minute", "hour", "few", "two", "three"})
_PLACES = frozenset({"at", "in", "on", "near", "outside"})
_PAPERS = frozenset({"audit", "report", "study", "survey", "assessment", "review", "census"})
_ASIDE = 8
_TRUCE = frozenset({"ceasefire", "truce", "ceasefires", "truces", "lull", "siege", "evacuation", "repatriation"})
_EDGE = frozenset(
    {";", "while", "but", "although", "when", "after", "before", "since", "compared", "against", "whereas"}
)


def mark(
    sentence: Sentence, spans: list[Span], days: list[Mention], now: date | None, led: bool, lexicon: Lexicon
) -> None:
    """Set ``background`` of each span whose clause dates it to another year or names an earlier event.

    ``led`` where the sentence leads with one.
    """
    if not days and sentence.words.isdisjoint(lexicon.cue("earlier_word")):
        return
    tokens = sentence.tokens
    old = [m for m in days if bygone(tokens, m, now) or (sentence.line and distant(tokens, m, now))]
    fresh = [m for m in days if m.kind in ("weekday", "near")]
    for span in spans:
        if not span.background and (_led(tokens, span, led) or _earlier(sentence, span, old, fresh, now, lexicon)):
            span.background = True
            span.rule("background", "earlier_event", 0.8)
    for left, right in pairwise(spans):
        at = right.begin - 1
        same = left.background and not right.background and right.status != "planned" and right.action_at == at
        if same and tokens[at - 1].low == "and" and not recent(sentence.text):
            right.background = True  # ``killed 1,200 in the attack of Oct. 7, 2023, and abducted 251``
            right.rule("background", "earlier_event", 0.6)
    if (
        len(spans) > 1
        and spans[0].background
        and tokens[0].low == "of"
        and spans[1].noun_end <= spans[1].last
        and not spans[1].background
    ):
        spans[1].background = True  # ``Of the 900 freed in January, 89 were …``
        spans[1].rule("background", "earlier_event", 0.6)


def recent(text: str) -> bool:
    """True where a sentence names a day of this week."""
    return _NOW.search(text) is not None


def goes_on(text: str) -> bool:
    """True where a sentence continues what the one before it told of: by a pronoun, without a date of its own."""
    told = (
        _GOES_ON.match(text) is not None or " at the time" in text or text.startswith(("At the time", "At that time"))
    )
    told = told or _LATER.match(text) is not None or (" that " in text and _OVER_THAT.search(text) is not None)
    return told and _NOW.search(text) is None


def leads(sentence: Sentence, words: Set[bytes], days: list[Mention], now: date | None, lexicon: Lexicon) -> bool:
    """True where a sentence begins with an earlier event: ``In 2003 …``, ``The last serious accident …``."""
    if b"earlier" in words and _weeks_earlier(sentence.text):
        return True
    first = days[0] if days and days[0].first <= 3 else None
    dated = first is not None and _opening(sentence.tokens, first, now, lexicon)
    if not dated and (LEADING.isdisjoint(words) or not _LEADS.match(sentence.text)):
        return False
    if _NOW.search(sentence.text):
        return False
    tokens = sentence.read().tokens
    if first is not None and dated:
        opened = {t.low for t in tokens[: first.first]} & {"since", "by", "until", "from", "born", "built"}
        return not opened
    new = any(m.year and now and m.year >= now.year for m in days)
    return not new and _named(tokens, 0, min(len(tokens), 9), lexicon)


def _opening(tokens: list[Token], first: Mention, now: date | None, lexicon: Lexicon) -> bool:
    """``In 2003 …``, ``Last year's swap …``; not ``A 2003 audit found …``, ``Last year's budget …``."""
    if first.kind == "coarse" and first.end + 1 < len(tokens) and tokens[first.end].low == "'s" and first.first == 1:
        named = {of_word(t.low, lexicon) for t in tokens[first.end + 1 : first.end + 4]} - {None}
        return tokens[0].low in ("last", "previous") and bool(named)
    return bygone(tokens, first, now) and not _of_saying(tokens, first)


def _weeks_earlier(text: str) -> bool:
    """``Three weeks earlier two miners had died``."""
    return _WEEKS.match(text) is not None and " had " in text and not _TOLL.search(text)


def _days_earlier(text: str) -> bool:
    """``Just two days earlier, a man ran down a soldier``, ``Earlier this week, 50 died``: another blow."""
    return _DAYS.match(text) is not None and not _TOLL.search(text)


def _led(tokens: list[Token], span: Span, led: bool) -> bool:
    """The lead reaches to the next semicolon; what is planned is not of then."""
    return (
        led
        and (span.status != "planned" or tokens[1].kind == "n")
        and not any(t.text == ";" for t in tokens[: span.begin])
    )


def _earlier(
    sentence: Sentence, span: Span, old: list[Mention], fresh: list[Mention], now: date | None, lexicon: Lexicon
) -> bool:
    if span.unit == "age:year" or span.status == "planned":
        return False
    tokens, words = sentence.tokens, sentence.words
    if ("since" in words and since(tokens, span, now)) or ("after" in words and after(tokens, span)):
        return True
    if "earlier" in words and sentence.line and kind(span)[0] == "harm" and _days_earlier(sentence.text):
        return True
    if "anniversary" in words and remembered(tokens, span):
        return known(kind(span)[0])
    if old and (compared(tokens, span, old) or then(tokens, span, old)):
        return True
    named = not _BEFORE.isdisjoint(words)
    if not old and not named:
        return False
    clause = _clause(tokens, span)
    if old and tokens[span.begin - 1].low == "at" and _put(tokens, span, old):
        return False
    told = _told(tokens, span, clause, old, fresh, now) if old else None
    return (named and _named(tokens, *clause, lexicon)) if told is None else told


def _put(tokens: list[Token], span: Span, old: list[Mention]) -> bool:
    """``An assessment seen in April put the dead at 180,000``: the month of the paper."""
    between = tokens[old[-1].end : span.begin] if old[-1].end < span.begin else []
    return any(t.low in ("put", "puts", "estimated") for t in between)


def _told(
    tokens: list[Token], span: Span, clause: tuple[int, int], old: list[Mention], fresh: list[Mention], now: date | None
) -> bool | None:
    """Whether an old day near a number is that of its event; None where none says so."""
    (from_, to), (left, right) = clause, _segment(tokens, span, clause)
    near = []
    for m in old:
        here = left <= m.first < right or (from_ <= m.first < to and (_inset(tokens, m) or _subjoined(tokens, m, left)))
        if (
            here
            and not _of_saying(tokens, m)
            and not modified(tokens, span, m)
            and not _relative(tokens, span, m)
            and _counts(span, m, now)
        ):
            near.append(m)
    nearest = min((abs(m.first - span.first) for m in near), default=0)
    if any(left <= m.first < right and abs(m.first - span.first) < nearest for m in fresh):
        return False
    begun = any(tokens[k].low in ("since", "until") for m in near for k in range(left, m.first))
    return True if near and not begun else None


def _relative(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``freed 29 men who were taken in February``: the month of the relative clause."""
    at = span.action_at
    if at is None or span.noun_end <= at <= mention.end:
        return False
    if (
        at > mention.end
        and span.noun_end < mention.first
        and tokens[span.noun_end].low == "of"
        and any(t.low.endswith(("ed", "en")) for t in tokens[span.noun_end : mention.first])
    ):
        return True  # ``41 of the 118 people taken on May 3, 2024, remain``
    return any(t.low in ("who", "that", "which") for t in tokens[span.noun_end : mention.first])


def _inset(tokens: list[Token], mention: Mention) -> bool:
    """``Cyclone Orla, in 2016, killed 44``; ``It was the second: in 2005, cholera killed 71``."""
    k = mention.first - 1
    if k > 0 and tokens[k].low in ("early", "late", "mid", "back", "of"):
        k -= 1
    opened = k < 1 or tokens[k - 1].text in ",;:—–(" or tokens[k - 1].low == "that"
    return opened and mention.end < len(tokens) and tokens[mention.end].text in ",)"


def _subjoined(tokens: list[Token], mention: Mention, left: int) -> bool:
    """``The last one, at a shooting club in 2017, left four dead``: when and where the subject of the verb was."""
    if mention.end != left or tokens[left].text != ",":
        return False
    for k in range(mention.first - 1, max(0, mention.first - _ASIDE), -1):
        if tokens[k].text == ",":
            return tokens[k + 1].low in _PLACES
        if tokens[k].kind != "w":
            return False
    return False


def _of_saying(tokens: list[Token], mention: Mention) -> bool:
    """``warned in April that 240 were watched``, ``A 2023 audit found``: the day of the words, not of the event."""
    behind = tokens[mention.end].low if mention.end < len(tokens) else ""
    if behind in _PAPERS:
        return True
    lead = {t.low for t in tokens[max(0, mention.first - 2) : mention.first]}
    return behind == "that" and any(word.endswith(("ed", "said", "wrote", "found")) for word in lead)


def _counts(span: Span, mention: Mention, now: date | None) -> bool:
    """Results of the last year are this year's news; ``last year`` alone makes background of events only."""
    if mention.kind == "day" and mention.year is None:
        return known(kind(span)[0])
    if mention.year is not None and now is not None and span.unit != "count":
        return now.year - mention.year > 1
    if span.unit == "magnitude":
        return True
    if span.unit.startswith("duration") and mention.year is None and mention.first > span.end:
        return False  # ``had served 18 months and was released in March``
    return mention.year is not None or (bool(mention.month) and span.unit == "count") or known(kind(span)[0])


def _segment(tokens: list[Token], span: Span, clause: tuple[int, int]) -> tuple[int, int]:
    """The part of the clause between commas, and the words that open the sentence."""
    left, right = clause
    for k in range(span.begin - 1, left, -1):
        if tokens[k].text == "," and not (tokens[k - 1].kind == "n" and tokens[k + 1].kind == "n"):
            left = k
            break
    right = next((k for k in range(span.noun_end, right) if tokens[k].text == ","), right)
    return left, right


def _clause(tokens: list[Token], span: Span) -> tuple[int, int]:
    left, right = max(span.begin - 1, 0), span.noun_end
    while left and tokens[left].low not in _EDGE:
        left -= 1
    while right < len(tokens) and tokens[right].low not in _EDGE:
        right += 1
    return left, right


@cache
def _near(language: str) -> frozenset[str]:
    days = load(language).days
    return frozenset([*days.get("weekday", ()), *days.get("near", ())])


def _named(tokens: list[Token], left: int, right: int, lexicon: Lexicon) -> bool:
    """``a similar attack killed 12``, ``12 died in the previous blast``: an event that is not this one."""
    words = [t.low for t in tokens[left:right]]
    if _BEFORE.isdisjoint(words) or not _near(lexicon.language).isdisjoint(words):
        return False
    for k in range(left, right - 1):
        before = tokens[k].low in _BEFORE and tokens[k + 1].low not in _WEEKLY and k > 0
        if not before or tokens[k - 1].low not in _OF_ONE:
            continue
        ahead = tokens[k + 1 : min(k + 4, right)]
        if ahead[0].low == "of":
            continue
        one = ahead[0].low == "one" and tokens[k].low == "previous"
        if one or any(t.low in _TRUCE or of_word(t.low, lexicon) not in (None, "deal") for t in ahead):
            return True
    return False


_OF_ONE = frozenset({"a", "an", "the", "its", "their", "his", "her", "'s", "in", "of"})
