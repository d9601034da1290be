"""Numbers of another, earlier event: a year gone by, the last accident, the deadliest since; and what continues it."""

import re
from datetime import datetime

from extractors.figures.lexicon import Lexicon
from extractors.figures.sentences import Sentence
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_MONTHS = {
    name: i
    for i, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONG_AGO = re.compile(
    r" (?:years?|decades?|months|centuries|century) (?:ago|earlier|before) | last year | earlier this year "
    r"| last (?:summer|winter|spring|autumn|fall) | in the past | the year before "
)
_BEFORE = re.compile(r" (?:an?|the|its|their|'s) (?:previous|similar|earlier|last) (?:\S+ ){0,3}$")
_LEADS = re.compile(
    r"\W{0,3}(?:In (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?! \d)|(?:early |late |mid-)?(?:1[89]|20)\d\d\b)|Last year\b|An? (?:similar|previous|earlier) "
    r"|The (?:last|previous|deadliest|worst) |(?:\w+ )?(?:years|decades) (?:ago|earlier)\b)"
)
_NOW = re.compile(r"\b(?:today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this (?:week|morning))\b", re.I)
_GOES_ON = re.compile(r"\W{0,3}(?:It|That|They|Those|That (?:\w+))\b")


def mark(sentence: Sentence, spans: list[Span], published_at: datetime | None, lexicon: Lexicon) -> None:
    """Set ``background`` of each span whose clause dates it to another year or names an earlier event."""
    for span in spans:
        if not span.background and _earlier(sentence.tokens, span, published_at, lexicon):
            span.background = True
            span.rule("background", "earlier_event", 0.8)


def goes_on(text: str) -> bool:
    """True where a sentence continues what the one before it told of: by a pronoun, without a date of its own."""
    return _GOES_ON.match(text) is not None and _NOW.search(text) is None


def leads(text: str, published_at: datetime | None) -> bool:
    """True where a sentence begins with an earlier event: ``In 2003 …``, ``The last serious accident …``."""
    match = _LEADS.match(text)
    if match is None or published_at is None or _NOW.search(text):
        return match is not None and published_at is None and not _NOW.search(text)
    years = [int(y) for y in _YEAR.findall(text[:120])]
    if years:
        return all(y < published_at.year for y in years)
    month = re.search(r"In (\w{3})", match[0])
    return month is None or _months_ago(month[1].lower(), published_at) > 1


def _months_ago(name: str, published_at: datetime) -> int:
    """Whole months since a month of that name; 0 where it may be to come."""
    month = _MONTHS.get(name[:3])
    gone = (published_at.month - month) % 12 if month else 0
    return gone if gone < 10 else 0


def _earlier(tokens: list[Token], span: Span, published_at: datetime | None, lexicon: Lexicon) -> bool:
    left, right = _clause(tokens, span)
    if _compared(tokens, span) or _when(tokens, left, published_at):
        return True
    years = [int(t.text) for t in tokens[left:right] if t.kind == "n" and _YEAR.fullmatch(t.text)]
    if years and span.unit != "age:year" and not _open_ended(tokens, left, right):
        if published_at is None:
            return _past_led(tokens, left, right)
        new_year = published_at.month == 1 and published_at.year - max(years) == 1
        return all(y < published_at.year for y in years) and not new_year
    joined = f" {' '.join(t.low for t in tokens[left:right])} "
    return (
        bool(_LONG_AGO.search(joined))
        or _named(tokens, left, right, lexicon)
        or _month(tokens, left, right, span, published_at)
    )


def _compared(tokens: list[Token], span: Span) -> bool:
    """``the deadliest since 63 miners died in 1987``: the clause behind ``since`` tells of the event compared with."""
    for k in range(span.begin - 1, max(-1, span.begin - 14), -1):
        word = tokens[k].low
        if word == "since":
            return any(_superlative(t.low) for t in tokens[max(0, k - 9) : k])
        if tokens[k].text in ";,:" and not (k + 1 < len(tokens) and tokens[k + 1].low in ("when", "which", "in")):
            return False
    return False


def _superlative(word: str) -> bool:
    return word in ("worst", "most") or (
        len(word) > 5
        and word.endswith("est")
        and word not in ("protest", "forest", "arrest", "interest", "request", "harvest")
    )


def _when(tokens: list[Token], left: int, published_at: datetime | None) -> bool:
    """``in 1998, when 11 people died``; ``in February, when …``."""
    if not left or tokens[left].low not in ("when", "after"):
        return False
    if tokens[left].low == "after" and tokens[left - 1].low in ("years", "decades", "months"):
        return bool({"comes", "came", "come"} & {t.low for t in tokens[max(0, left - 6) : left]})
    k = left - 1 - (tokens[left - 1].text == ",")
    if k < 0:
        return False
    if _YEAR.fullmatch(tokens[k].text):
        return published_at is None or int(tokens[k].text) < published_at.year
    months = (
        _months_ago(tokens[k].low, published_at)
        if published_at and tokens[k].text[:1].isupper() and tokens[k].low[:3] in _MONTHS and len(tokens[k].low) > 3
        else 0
    )
    return months > 1 and k > 0 and tokens[k - 1].low == "in"


def _named(tokens: list[Token], left: int, right: int, lexicon: Lexicon) -> bool:
    """``a similar attack killed 12``, ``12 died in the previous blast``: an event that is not this one."""
    for k in range(left + 1, right):
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is not None and noun.cls.startswith("event"):
            lead = f" {' '.join(t.low for t in tokens[max(0, k - 4) : k])} "
            if _BEFORE.search(lead):
                return True
    return False


def _month(tokens: list[Token], left: int, right: int, span: Span, published_at: datetime | None) -> bool:
    """``in February`` in an article of June, without a day; not what began then or is to come."""
    if published_at is None or span.status == "planned":
        return False
    for k in range(left + 1, right):
        if tokens[k].low in _LONG_MONTHS and tokens[k].text[0].isupper() and tokens[k - 1].low == "in":
            begun = k > 1 and tokens[k - 2].low in ("began", "begun", "started", "beginning", "starting", "since")
            dated = k + 1 < len(tokens) and tokens[k + 1].kind == "n"
            if not begun and not dated and _months_ago(tokens[k].low, published_at) > 1:
                return True
    return False


_LONG_MONTHS = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    }
)


def _open_ended(tokens: list[Token], left: int, right: int) -> bool:
    """``since the war began in 2022``, ``by 2030``: not an event of that year."""
    for k in range(left, right):
        ends = tokens[k].low in ("by", "through") and any(_YEAR.fullmatch(t.text) for t in tokens[k + 1 : k + 3])
        if ends or tokens[k].low in ("since", "until"):
            return True
    return False


def _past_led(tokens: list[Token], left: int, right: int) -> bool:
    return any(
        tokens[k].kind == "n"
        and len(tokens[k].text) == 4
        and tokens[k - 1].low in ("in", "the", "of", "and", "during", "a")
        for k in range(left + 1, right)
    )


def _clause(tokens: list[Token], span: Span) -> tuple[int, int]:
    left, right = 0, len(tokens)
    for k in range(span.begin - 1, -1, -1):
        if tokens[k].low in (";", "while", "but", "although", "when", "after", "before", "since", "compared"):
            left = k
            break
    for k in range(span.noun_end, len(tokens)):
        if tokens[k].low in (";", "while", "but", "although", "when", "since", "compared"):
            right = k
            break
    return left, right
