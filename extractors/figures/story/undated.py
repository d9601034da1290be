"""An article whose first lines name no day but hours of one: it tells of the day on which it was written."""

from datetime import date

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day
from extractors.figures.story.narrative import happens, waits
from extractors.figures.text.sentences import Sentence

Placed = list[tuple[Sentence, Span]]
_RECENT = 12
_LEAD, _TOLD = 700, 1200
# A day that is named further down goes on over so many characters.
_CARRIED = 150
_HOURS = frozenset({"morning", "midday", "noon", "afternoon", "evening", "nightfall", "dusk", "dawn", "daybreak"})
_CLOCK = frozenset({"a.m", "p.m", "a.m.", "p.m.", "am", "pm"})
_LEADS = frozenset({"the", "by", "at", "before", "after", "around", "until", "about", "early", "in"})


def settle(placed: Placed, days: list[Day], now: date | None, lexicon: Lexicon) -> None:
    """``Dozens have been killed … The ministry said in the afternoon that 33 had died``: a low guess."""
    if now is None or not placed or placed[0][0].start > _LEAD:
        return
    near = [d for d in days if d.day and not d.coming and 0 <= (now - d.day).days <= _RECENT]
    told = [d.sentence.start for d in near if not d.spoken]
    lead = any(not d.spoken and d.mention.kind != "coarse" and d.sentence.start < _LEAD for d in days)
    if lead or not any(_hours(s) for s, _ in placed if s.start < _TOLD):
        return
    said = next((d.day for d in near if d.spoken and d.sentence.line < 2), None)
    for sentence, span in placed:
        if span.when is not None or any(0 <= sentence.start - start < _CARRIED for start in told):
            continue
        if waits(span) and happens(sentence, span, lexicon):
            span.when = said or now
            span.rule("when", "hours_of_today", 0.2)


def _hours(sentence: Sentence) -> bool:
    """``by midday``, ``in the afternoon``, ``at about 2:30 a.m.``, ``an early morning shooting``."""
    if not _CLOCK.isdisjoint(sentence.words):
        return True
    if _HOURS.isdisjoint(sentence.words):
        return False
    tokens = sentence.tokens
    return any(
        tokens[k].low in _HOURS and tokens[k - 1].low in _LEADS and tokens[k - 2].low != "since"
        for k in range(2, len(tokens))
    )
