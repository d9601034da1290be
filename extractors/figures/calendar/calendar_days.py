"""Days of the calendar as they are written: ``May 16``, ``16.05.2025``, ``on the 16th``; months and years alone."""

import re

from extractors.figures.calendar import feasts
from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
# ``the Fourth of July``
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10, "twelfth": 12}
_STREETS = frozenset({"block", "blk", "blocks"})
_TO = frozenset({"to", "through", "until", "-", "–", "and"})
_OVER = frozenset({"between", "from"})
_YEAR_LEADS = frozenset(
    {"in", "since", "during", "of", "early", "late", "mid", "until", "from", "between", "en", "seit"}
)
_MONTH_LEADS = _YEAR_LEADS | {"by", "last", "this", "next", "and"}


def month(tokens: list[Token], i: int, lexicon: Lexicon) -> Mention | None:
    """``May 16``, ``16 May 2025``, ``16th of May``, ``Jan. 27, 2017``, ``May 16-17``; ``in May 2024`` is coarse."""
    number = lexicon.days["month"][tokens[i].low]
    first, end, day = i, i + 1, None
    j = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].text == "." and len(tokens[i].low) < 5)
    if j < len(tokens) and _is_day(tokens[j].text) and not _counts(tokens, j, lexicon):
        day, end = int(tokens[j].text), _past_day(tokens, j)
    else:
        back = i - 1
        while (back >= 0 and tokens[back].low in ("of", "de", "del", ".", "day")) or (
            back > 0 and tokens[back].low in _ORDINAL and tokens[back].glued
        ):
            back -= 1
        if back >= 0 and _is_day(tokens[back].text) and i - back < 4:
            day, first = int(tokens[back].text), _range_first(tokens, back)
            day = int(tokens[first].text)
        elif i > 1 and back == i - 2 and tokens[back].low in _ORDINALS:
            if feasts.festive(tokens, end):
                return None
            day, first = _ORDINALS[tokens[back].low], back
    year, end = _year(tokens, end)
    if year is not None and _names(tokens, first, end):
        end += 1
    if day is None:
        led = i > 0 and tokens[i - 1].low in _MONTH_LEADS
        named = i > 0 and tokens[i - 1].low in ("a", "the", "its") and end < len(tokens) and tokens[end].text.islower()
        return Mention(i, end, "coarse", month=number, year=year) if led or named or year else None
    if first > 0 and tokens[first - 1].low in _OVER and _several(tokens, first, end):
        return Mention(first, end, "coarse", month=number, year=year)
    return Mention(first, end, "day", day=day, month=number, year=year)


def _several(tokens: list[Token], first: int, end: int) -> bool:
    """``between 8 and 19 November``: no one day."""
    return sum(_is_day(t.text) for t in tokens[first:end]) > 1


def _is_day(text: str) -> bool:
    return text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31


def _counts(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``In May 30 people died``: the number counts people; ``On May 30 gunmen killed …`` is a day."""
    if j > 1 and "on" in (tokens[j - 2].low, tokens[j - 3].low if tokens[j - 1].text == "." and j > 2 else ""):
        return False
    noun = lexicon.nouns.get(tokens[j + 1].low) if j + 1 < len(tokens) else None
    return noun is not None and noun.plural and not noun.cls.startswith("event")


def _past_day(tokens: list[Token], j: int) -> int:
    """The end of a day and what a range puts behind it: ``16th``, ``16-17``, ``16 and 17``."""
    j += 1
    if j < len(tokens) and tokens[j].low in _ORDINAL and tokens[j].glued:
        j += 1
    if j + 1 < len(tokens) and tokens[j].low in _TO and _is_day(tokens[j + 1].text):
        joined = tokens[j].glued or tokens[j].low in ("to", "and", "through")
        return (
            j + 2
            if joined and not (j + 2 < len(tokens) and tokens[j + 2].kind == "w" and tokens[j].low == "and")
            else j
        )
    return j


def _range_first(tokens: list[Token], j: int) -> int:
    """``16-17 May``: the first of the two days."""
    if j > 1 and tokens[j - 1].text in ("-", "–", "to", "and") and _is_day(tokens[j - 2].text):
        return j - 2
    return j


def _year(tokens: list[Token], end: int) -> tuple[int | None, int]:
    j = end
    while j < len(tokens) and j < end + 2 and tokens[j].low in (",", ".", "de", "del"):
        j += 1
    if j < len(tokens) and tokens[j].kind == "n" and _YEAR.fullmatch(tokens[j].text):
        return int(tokens[j].text), j + 1
    return None, end


def _names(tokens: list[Token], first: int, end: int) -> bool:
    """``the March 11, 2019, attack``: the comma belongs to the date, which is part of a name."""
    led = first > 0 and tokens[first - 1].low in ("the", "a", "an", "its", "their")
    return led and end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].text.islower()


def written(tokens: list[Token], i: int) -> Mention | None:
    """``16.05.2025``, ``2025-05-16``, ``on the 16th``; ``in 2024`` is coarse."""
    text = tokens[i].text
    dotted = _DOTTED.fullmatch(text) if "." in text else None
    if dotted:
        return Mention(i, i + 1, "day", day=int(dotted[1]), month=int(dotted[2]), year=int(dotted[3]))
    signed = i + 4 < len(tokens) and tokens[i + 1].text == tokens[i + 3].text in ("-", "/")
    if signed and all(t.glued for t in tokens[i + 1 : i + 5]):
        return _signed([t.text for t in tokens[i : i + 5]], i)
    if len(text) == 4 and _YEAR.fullmatch(text):
        lead = tokens[i - 1].low if i else ""
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        if behind is not None and behind.low in _STREETS:
            return None  # ``in the 1900 block of Orchard Street``
        named = lead in ("the", "a", "its", "his") and behind is not None and behind.kind == "w"
        return Mention(i, i + 1, "coarse", year=int(text)) if lead in _YEAR_LEADS or named else None
    return _ordinal(tokens, i)


def _ordinal(tokens: list[Token], i: int) -> Mention | None:
    """``on the 16th``, with nothing behind it that it could count off."""
    if i + 1 >= len(tokens) or tokens[i + 1].low not in _ORDINAL:
        return None
    text, lead = tokens[i].text, [t.low for t in tokens[max(0, i - 2) : i]]
    bare = (
        i + 2 >= len(tokens) or tokens[i + 2].kind != "w" or tokens[i + 2].low in ("in", "at", "when", "after", "and")
    )
    if lead == ["on", "the"] and _is_day(text) and bare:
        return Mention(i - 1, i + 2, "day", day=int(text))
    return None


def _signed(signs: list[str], i: int) -> Mention | None:
    """Year first, or day and month where only one order is possible."""
    if not all(s.isdecimal() for s in signs[::2]):
        return None
    a, b, c = (int(s) for s in signs[::2])
    if len(signs[0]) == 4 and 1 <= b <= 12:
        return Mention(i, i + 5, "day", day=c, month=b, year=a)
    if len(signs[4]) == 4 and (a > 12) != (b > 12) and max(a, b) <= 31:
        return Mention(i, i + 5, "day", day=max(a, b), month=min(a, b), year=c)
    return None
