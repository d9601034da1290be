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
    """Set ``when`` of each span to the date expression that stands nearest in its sentence, or leave it None."""
    months, days = lexicon.cue("month"), lexicon.cue("weekday")
    if sentence.words.isdisjoint(months) and sentence.words.isdisjoint(days) and sentence.words.isdisjoint(_RELATIVE):
        return
    found = mentions(sentence.tokens, published_at, lexicon)
    for span in spans:
        near = sorted(found, key=lambda m: abs(m[0] - span.first))
        future = span.status == "planned"
        if future:
            near = [m for m in near if not _spoken(sentence, m[0], lexicon)]
        if near:
            span.when = near[0][2] if future and near[0][2] else near[0][1]
            span.rule("when", "nearest", 0.7)


def _spoken(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """``said on Thursday``: the day of the speech, not of what is planned."""
    return any(t.low in lexicon.cue("say") for t in sentence.tokens[max(0, i - 2) : i])


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
            past = anchor - timedelta(days=back)
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
