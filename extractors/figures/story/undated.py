"""An article whose first lines name no day but hours of one: it tells of the day on which it was written."""

import re
from datetime import date

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day, kind
from extractors.figures.story.happening import happens, lately, waits
from extractors.figures.text.sentences import Sentence

Placed = list[tuple[Sentence, Span]]
_RECENT = 12
_LEAD, _TOLD = 700, 1200
# A day that is named further down goes on over so many characters.
_CARRIED = 150
_HOURS = re.compile(
    r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\bat \d\d?[:.]\d\d (?:local time|GMT|BST)\b|"
    r"(?<!since )\b(?:the|by|at|before|after|around|until|about|early|in) "
    r"(?:morning|midday|noon|afternoon|evening|nightfall|dusk|dawn|daybreak)\b"
)


def settle(placed: Placed, days: list[Day], now: date | None, text: str, lexicon: Lexicon) -> None:
    """``Dozens have been killed … The blast was heard at 6 a.m.``, ``in an early morning shooting``: a low guess."""
    if now is None or not placed or placed[0][0].start > _LEAD:
        return
    near = [d for d in days if d.day and not d.coming and 0 <= (now - d.day).days <= _RECENT]
    told = [d.sentence.start for d in near if not d.spoken]
    swapped = any(_swapped(*one) for one in placed[:3])
    lead = any(not d.spoken and d.mention.kind != "coarse" and d.sentence.start < _LEAD for d in days)
    own = any(not d.spoken and (d.family in ("swap", None) or d.sentence.start < _TOLD) for d in near)
    if lead or not (_HOURS.search(text[:_TOLD]) or (swapped and not own)):
        return
    said = next((d.day for d in near if d.spoken and d.sentence.line < 2), None)
    dated = {id(d.sentence) for d in days if not d.spoken} if swapped else set()
    for sentence, span in placed:
        if (
            span.when is not None
            or id(sentence) in dated
            or any(0 <= sentence.start - start < _CARRIED for start in told)
        ):
            continue
        if waits(span) and (happens(sentence, span, lexicon) or _swapped(sentence, span)):
            span.when = said or now
            span.rule("when", "hours_of_today", 0.2)
    _headline(placed)


def _headline(placed: Placed) -> None:
    """``Three dead in house fire``, which the text goes on to date."""
    told = {(s.value, kind(s)): s.when for _, s in placed if s.when and s.value is not None and not s.background}
    for sentence, span in placed:
        if sentence.line:
            return
        if span.when is None and span.value is not None and waits(span) and kind(span)[0] == "harm":
            span.when = told.get((span.value, kind(span)))
            if span.when is not None:
                span.rule("when", "same_number", 0.6)


def _swapped(sentence: Sentence, span: Span) -> bool:
    """``Hundreds of captives have been freed in one of the biggest exchanges of the war``: news of the day."""
    return kind(span)[0] == "swap" and span.status == "happened" and lately(sentence, span)
