"""Days that cannot be are taken back: after the article was published, or a Monday of what a weekend brought."""

from datetime import date, timedelta

from extractors.figures.spans import Span
from extractors.figures.story.families import kind
from extractors.figures.text.sentences import Sentence

_WEEKEND = frozenset({4, 5, 6})
_GUESSED = frozenset({"same_event", "story_day", "narrative_day", "nearest_day", "hours_of_today"})
# ``stocking up before the weekend holiday``: another weekend.
_ANOTHER = frozenset({"before", "ahead", "until", "next", "coming", "last", "for"})


def settle(placed: list[tuple[Sentence, Span]], published: date | None) -> None:
    """Take back the days that cannot be."""
    for sentence, span in placed:
        if span.when is None:
            continue
        if "weekend" in sentence.words:
            _of_weekend(sentence, span)
        if published is not None:
            _lived(span, published)


def _lived(span: Span, published: date) -> None:
    """Whoever was killed or hurt, was not after the article was published, wherever on earth that was."""
    last = published + timedelta(days=1)
    if span.when is not None and span.when > last and span.status == "happened" and kind(span)[0] == "harm":
        span.when = None
        span.rule("when", "not_yet", 0.6)


def _of_weekend(sentence: Sentence, span: Span) -> None:
    """``two weekend shootings that left one man dead``: no guessed day that is none of a weekend."""
    if span.when is None or span.when.weekday() in _WEEKEND or kind(span) != ("harm", False):
        return
    at = sentence.lows.index("weekend")
    if not _ANOTHER.isdisjoint(sentence.lows[max(0, at - 3) : at]):
        return
    if next((rule for name, rule, _ in reversed(span.rules) if name == "when"), "") in _GUESSED:
        span.when = None
        span.rule("when", "no_day", 0.6)
