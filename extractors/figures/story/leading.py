"""Sentences that lead with an earlier event, and those that go on with it."""

import re
from collections.abc import Set
from datetime import date

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.story.another import weeks_earlier
from extractors.figures.story.bygone import bygone
from extractors.figures.story.families import of_word
from extractors.figures.story.ownday import of_saying
from extractors.figures.story.previous import named, other
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_NOW = re.compile(r"\b(?:today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this (?:week|morning)|now)\b", re.I)
_MODAL = r"(?:would|will|could|is|are|has|have|may|means|said|say|says|warned|added|told|reported|estimated)\b"
_GOES_ON = re.compile(rf"\W{{0,3}}(?:(?:It|They|Those)\b|That\b(?: (?!{_MODAL})\w+)?)(?! {_MODAL})")
_LATER = re.compile(
    r"\W{0,3}(?:(?:A|One|Two|Three|Four|Five|Six|Several|\d+) (?:years?|months?|decades?) later\b"
    r"|(?:Only|Just) \S+ (?:of |sur|wer|cam|esc)|Another [\d,]+ )"
)
_BARE = re.compile(
    r"\W{0,3}(?:(?:All|Both|Most|None|Some|Half)(?: but [a-z]+)?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
    r"|(?:[A-Z][a-z]{2,4}(?:een|lve)|[A-Z][a-z]{2,4}ty(?:-[a-z]+)?|Dozens|Scores|Hundreds|Eleven|\d+))"
    r"(?: of (?:them|those|whom))? (?:died|were|was|had|survived|escaped|drowned|have|managed|fled|made it)\b"
)
_OVER_THAT = re.compile(r"\b(?:over|in|for|from) that (?!are\b|is\b|was\b|were\b|has\b|the\b)[a-z]+\b")
_LEADS = re.compile(
    r"\W{0,3}(?:(?:An? (?:similar|previous|earlier)|The (?:last|previous|deadliest|worst|first)) [a-z]"
    r"|(?:(?:At|In|During|After) )?(?:the|its|their) (?:last|previous) [a-z])",
    re.I,
)
# A first look at the words: one of these stands in whatever _LEADS or _WEEKS matches.
LEADING = frozenset({b"similar", b"previous", b"earlier", b"last", b"deadliest", b"worst", b"first"})
_MONTH = re.compile(
    r"\b([A-Z][a-z]{2,8})(?: \d{4})? (?:was|had been|has been) [a-z' ]{0,20}(?:worst|deadliest|bloodiest|most [a-z]+) "
    r"(?:[a-z]+ )?month\b"
)
# A month is the news for about so many days.
_NEWS = 14
# How far from the beginning an event may be dated, and from its noun.
_NEAR = 9
_BESIDE = 3
_LASTS = frozenset({"has", "have", "is", "are", "now", "since"})
_OPENED = frozenset({"since", "by", "until", "from", "born", "built"})


def recent(text: str) -> bool:
    """True where a sentence names a day of this week."""
    return _NOW.search(text) is not None


def goes_on(text: str, aside: bool = False) -> bool:
    """True where a sentence continues what the one before it told of: by a pronoun, without a date of its own.

    ``aside`` where both stand in one paragraph: there ``All were released …`` and ``Two died`` count the same people.
    """
    told = (
        (_GOES_ON.match(text) is not None and (aside or text[0] != '"'))
        or " at the time" in text
        or text.startswith(("At the time", "At that time"))
    )
    told = (
        told
        or (aside and _BARE.match(text) is not None)
        or _LATER.match(text) is not None
        or (" that " in text and _OVER_THAT.search(text) is not None)
    )
    return told and _NOW.search(text) is None


def same_event(sentence: Sentence, read: list[Sentence], lexicon: Lexicon) -> bool:
    """``In 2013 a meteor exploded. The blast hurt 1,500``: the event of the sentence before, which told of an old one.

    In a new paragraph only by a word that nothing before has named.
    """
    found = _THE_EVENT.match(sentence.text)
    if found is None or not read or _NOW.search(sentence.text):
        return False
    word = found[1].lower()
    noun = lexicon.nouns.get(word)
    if noun is None or not noun.cls.startswith("event") or of_word(word, lexicon) != "harm":
        return False
    return read[-1].line == sentence.line or not any(word in before.text.lower() for before in read[:-1])


_THE_EVENT = re.compile(r"\W{0,3}The ([a-z]+) (?!on\b|of\b|in\b|at\b|came\b|comes\b|follow|is\b|has\b|was the\b)")


def leads(sentence: Sentence, words: Set[bytes], days: list[Mention], now: date | None, lexicon: Lexicon) -> bool:
    """True where a sentence begins with an earlier event: ``In 2003 …``, ``The last serious accident …``."""
    if b"earlier" in words and weeks_earlier(sentence.text):
        return True
    if b"month" in words and _worst_month(sentence.text, now, lexicon):
        return True
    first = days[0] if days and days[0].first <= 3 else None
    if first is None and days and days[0].first <= _NEAR and _one(sentence, days[0], now, lexicon):
        return not _NOW.search(sentence.text)
    dated = first is not None and _dated(sentence.tokens, days[:2], now, lexicon)
    if not dated and (LEADING.isdisjoint(words) or not _LEADS.match(sentence.text)):
        return False
    if _NOW.search(sentence.text):
        return False
    tokens = sentence.read().tokens
    if first is not None and dated:
        return _OPENED.isdisjoint(sentence.lows[: first.first])
    return not _new(days, now) and named(tokens, 0, min(len(tokens), 9), lexicon)


def _one(sentence: Sentence, day: Mention, now: date | None, lexicon: Lexicon) -> bool:
    """``A ceasefire signed in March held for 11 weeks``, ``In the Morra disaster of June 2023, a trawler sank``."""
    tokens = sentence.tokens
    at = next((k for k in range(1, day.first) if other(tokens[k].low, lexicon)), 0)
    if not at or not bygone(tokens, day, now, lexicon):
        return False
    if tokens[0].low in ("a", "an"):
        near = day.first - at <= _BESIDE and day.end < len(tokens) and tokens[day.end].text != ","
        return near and _LASTS.isdisjoint(sentence.lows)
    within = tokens[0].low in ("in", "during", "after") and tokens[1].low in ("a", "an", "the")
    return within and day.end < len(tokens) and tokens[day.end].low in (",", "and")


def _new(days: list[Mention], now: date | None) -> bool:
    """True where a day is of this year."""
    return now is not None and any(m.year and m.year >= now.year for m in days)


def _dated(tokens: list[Token], days: list[Mention], now: date | None, lexicon: Lexicon) -> bool:
    return any(d.first <= 3 and _opening(tokens, d, now, lexicon) for d in days)


def _opening(tokens: list[Token], first: Mention, now: date | None, lexicon: Lexicon) -> bool:
    """``In 2003 …``, ``Last year's swap …``; not ``A 2003 audit found …``, ``Last year's budget …``."""
    if first.kind == "coarse" and first.end + 1 < len(tokens) and tokens[first.end].low == "'s" and first.first == 1:
        named = {of_word(t.low, lexicon) for t in tokens[first.end + 1 : first.end + 4]} - {None}
        return tokens[0].low in ("last", "previous") and bool(named)
    return bygone(tokens, first, now, lexicon) and not of_saying(tokens, first)


def _worst_month(text: str, now: date | None, lexicon: Lexicon) -> bool:
    """``July was the worst month this year: 214 were killed``, but where the news is of July itself."""
    found = _MONTH.search(text)
    if found is None or now is None:
        return False
    number = lexicon.days.get("month", {}).get(found[1].lower())
    gone = (now.month - number) % 12 if number else 0
    return gone > 1 or (gone == 1 and now.day > _NEWS)
