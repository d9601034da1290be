"""Dates across sentences: a figure without a day takes that of the same event elsewhere in the article."""

from dataclasses import dataclass
from datetime import date, datetime

from extractors.figures import dates
from extractors.figures.lexicon import Lexicon
from extractors.figures.sentences import Sentence
from extractors.figures.spans import Span

# Actions that are told of one event; any other is an event of its own class.
_FAMILIES = {
    name: family
    for family, names in (
        ("harm", ("killed", "injured", "shot", "casualty", "treated", "missing", "trapped", "rescued", "aboard")),
        ("swap", ("released", "exchanged", "received", "recovered", "agreed")),
        ("crowd", ("marched", "attended")),
        ("custody", ("arrested", "held", "charged")),
    )
    for name in names
}
_MADE = frozenset({"agreed", "agreement", "deal", "agree", "pact", "accord"})
Kind = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day that a sentence gives to an event of some kind."""

    line: int
    kind: Kind
    day: date


def agreement(sentence: Sentence, published_at: datetime | None, lexicon: Lexicon) -> Occasion | None:
    """``was agreed during talks on May 16``: the one day of a sentence that tells when something was agreed."""
    if not dates.dated(sentence.read(), lexicon) or sentence.words.isdisjoint(_MADE):
        return None
    days = {m[1] for m in dates.mentions(sentence.tokens, published_at, lexicon)}
    past = {d for d in days if published_at is not None and d <= published_at.date()}
    return Occasion(sentence.line, ("swap", True), past.pop()) if len(days) == len(past) == 1 else None


def settle(placed: list[tuple[Sentence, Span]], agreed: list[Occasion]) -> None:
    """Lend the day of the event's last mention before, else of its first; drop days guessed for earlier events."""
    known: list[Occasion] = []
    for sentence, span in placed:
        if span.background and span.when is not None and str(span.when.year) not in sentence.words:
            span.when = None
        if span.when is not None and not span.background and span.action_class and not _quoted_day(span):
            known.append(Occasion(sentence.line, kind(span), span.when))
    _quotations(placed)
    for sentence, span in placed:
        if span.when is None and not span.background and span.unit == "count" and span.action_class:
            _lend(sentence, span, known, agreed)


def kind(span: Span) -> Kind:
    """The family of a figure's action, and whether it is planned."""
    return _FAMILIES.get(span.action_class or "", span.action_class or ""), span.status == "planned"


def _quoted_day(span: Span) -> bool:
    return any(rule == ("when", "quoted_day", 0.4) for rule in span.rules)


def _quotations(placed: list[tuple[Sentence, Span]]) -> None:
    """``"Today 390 people"``: the same number is dated elsewhere, in the words of the article itself."""
    days: dict[tuple[float | None, Kind], date] = {
        (s.value, kind(s)): s.when for _, s in placed if s.when and s.value and not _quoted_day(s)
    }
    for _, span in placed:
        if _quoted_day(span) and (span.value, kind(span)) in days:
            span.when = days[span.value, kind(span)]
            span.rule("when", "same_number", 0.6)


def _lend(sentence: Sentence, span: Span, known: list[Occasion], agreed: list[Occasion]) -> None:
    same = [o for o in known if o.kind == kind(span)] or [o for o in agreed if o.kind == kind(span)]
    if not same or (span.status == "planned" and len({o.day for o in same}) > 1):
        return
    before = [o for o in same if o.line <= sentence.line and sentence.line - o.line < 3]
    span.when = (before[-1] if before else same[0]).day
    span.rule("when", "same_event", 0.4)
