"""When it happened: a weekday, a day of a month or a relative word, resolved on the article's own date."""

from datetime import date, datetime, timedelta

from extractors.figures.lexicon import Lexicon
from extractors.figures.sentences import Sentence
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_MONTHS = {
    name: i
    for i, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_DAYS = {name: i for i, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0}


def settle(sentence: Sentence, spans: list[Span], published_at: datetime | None, lexicon: Lexicon) -> None:
    """Set ``when`` of each span to the date expression that stands nearest in its sentence, or leave it None.

    The day on which somebody spoke (``said on Thursday``) is not that of the event. ``today`` inside a quotation is
    the speaker's, so it is noted as weak: see ``occasions``.
    """
    if not dated(sentence, lexicon):
        return
    found = [m for m in mentions(sentence.tokens, published_at, lexicon) if not _spoken(sentence, m[0], lexicon)]
    for span in spans:
        near = min(found, key=lambda m: abs(m[0] - span.first), default=None)
        if near is not None:
            span.when = near[2] if span.status == "planned" and near[2] else near[1]
            weak = sentence.tokens[near[0]].low in _RELATIVE and _quoted(sentence, near[0])
            span.rule("when", "quoted_day" if weak else "nearest", 0.4 if weak else 0.7)


def dated(sentence: Sentence, lexicon: Lexicon) -> bool:
    """True where a sentence has a word of a date."""
    words = sentence.words
    return not (
        words.isdisjoint(lexicon.cue("month"))
        and words.isdisjoint(lexicon.cue("weekday"))
        and words.isdisjoint(_RELATIVE)
    )


def _quoted(sentence: Sentence, i: int) -> bool:
    return (sum(t.text == '"' for t in sentence.tokens[:i]) % 2 == 1) != sentence.quoted


def _spoken(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """``said on Thursday``, ``told reporters late Thursday``: the day of the speech."""
    for k in range(i - 1, max(-1, i - 4), -1):
        token = sentence.tokens[k]
        if token.low in lexicon.cue("say"):
            return True
        if token.low not in ("on", "late", "early", "reporters", "journalists", "parliament", "later", "that"):
            return False
    return False


def mentions(
    tokens: list[Token], published_at: datetime | None, lexicon: Lexicon
) -> list[tuple[int, date, date | None]]:
    """Each date expression as (token index, past reading, future reading or None)."""
    found: list[tuple[int, date, date | None]] = []
    anchor = published_at.date() if published_at else None
    weekdays, months = lexicon.cue("weekday"), lexicon.cue("month")
    for i, token in enumerate(tokens):
        if token.low in weekdays and token.text[0].isupper() and anchor and len(token.low) > 4:
            back = (anchor.weekday() - _DAYS[token.low[:3]]) % 7
            lead = tokens[i - 1].low if i else ""
            if lead == "last" and not back:
                back = 7
            past = anchor + timedelta(days=7 - back) if lead == "next" else anchor - timedelta(days=back)
            found.append((i, past, past if not back else past + timedelta(days=7)))
        elif token.low in _RELATIVE and anchor:
            found.append((i, anchor + timedelta(days=_RELATIVE[token.low]), None))
        elif token.low in months and token.text[0].isupper():
            day = _calendar(tokens, i, anchor)
            if day:
                found.append((i, day, None))
    return found


def _calendar(tokens: list[Token], i: int, anchor: date | None) -> date | None:
    """``May 16``, ``16 May 2025``, ``Jan. 27, 2017``."""
    month = _MONTHS[tokens[i].low[:3]]
    rest = [t.text for t in tokens[i + 1 : i + 6] if t.text not in (".", ",")]
    day, year = None, None
    if rest and rest[0].isdigit() and len(rest[0]) <= 2:
        day, rest = int(rest[0]), rest[1:]
    elif i and tokens[i - 1].text.isdigit() and len(tokens[i - 1].text) <= 2:
        day = int(tokens[i - 1].text)
    if rest and rest[0].isdigit() and len(rest[0]) == 4:
        year = int(rest[0])
    if day is None or (year is None and anchor is None):
        return None
    try:
        if year is not None:
            return date(year, month, day)
        assert anchor is not None
        guess = date(anchor.year, month, day)
    except ValueError:
        return None
    return guess.replace(year=guess.year - 1) if (guess - anchor).days > 180 and (month, day) != (2, 29) else guess
