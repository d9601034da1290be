"""Trials of what was done in another year: whoever was killed or hurt then is of that earlier event."""

from datetime import date

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.bygone import bygone
from extractors.figures.story.families import kind
from extractors.figures.story.previous import other
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

# The first lines of an article, in which a trial tells what was done and when.
_LEAD = 360
_NEAR = 3
# Of the trial itself: a penalty, what has come to pass since then.
_NOW = frozenset(
    {"since", "absentia", "sentenced", "sentences", "sentence", "penalty", "penalties", "imprisonment", "now", "today"}
)
_CHARGED = frozenset({"with", "of", "to", "in", "for", "over"})
_HELD = frozenset({"arrested", "arraigned", "booked", "pled", "detained", "surrendered", "extradited"})
_NEAR_DAY = 6
_FRESH = ("weekday", "near", "context")


def opens(sentence: Sentence, days: list[Mention], now: date | None, lexicon: Lexicon) -> bool:
    """``A court in Tarn has sentenced nine men for the bombing of a market in 2024``, in the first lines."""
    words = sentence.words
    if sentence.start > _LEAD or words.isdisjoint(lexicon.cue("court")) or words.isdisjoint(lexicon.cue("judged")):
        return False
    years = (m for m in days if m.year is not None and now is not None and m.year < now.year)
    return any(_crime(sentence, m, lexicon) and bygone(sentence.tokens, m, now, lexicon) for m in years)


def _crime(sentence: Sentence, year: Mention, lexicon: Lexicon) -> bool:
    """``charged in connection with the unrest of 2024``; not ``a court that in 2019 jailed their leader``."""
    lows = sentence.lows
    at = next((k for k in range(year.first) if lows[k] in lexicon.cue("judged")), len(lows))
    return any(word in lexicon.cue("crime") or other(word, lexicon) for word in lows[at + 1 : year.end + _NEAR])


def charged(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``pleaded not guilty on Monday to murdering three``, ``charged Monday in the deaths of two``: not their day."""
    if mention.end >= span.begin or tokens[mention.end].low not in _CHARGED or kind(span)[0] != "harm":
        return False
    if span.action_at is not None and span.action_at < mention.first:
        return False
    before = tokens[max(0, mention.first - _NEAR_DAY) : mention.first]
    return any(t.low in lexicon.cue("judged") or t.low in _HELD for t in before)


def tried(tokens: list[Token], span: Span) -> bool:
    """``A jury on Tuesday convicted a nurse of murdering seven patients``: a day of the trial."""
    return not _TRIAL.isdisjoint(_accusing(tokens, span))


def judged(tokens: list[Token], span: Span) -> bool:
    """``was sentenced on Thursday to seven life terms for killing six and wounding twelve``: no day of this story."""
    return not _JUDGED.isdisjoint(_accusing(tokens, span))


def _accusing(tokens: list[Token], span: Span) -> list[str]:
    """The words before ``of murdering seven``, ``for killing six and wounding twelve``; none of anything else."""
    at = span.action_at
    if at is None or not 1 < at < span.begin or not tokens[at].low.endswith("ing"):
        return []
    if tokens[at - 1].low in _JOINED:
        back = range(at - 2, max(1, at - _DEEDS), -1)
        at = next((k for k in back if tokens[k].low.endswith("ing") and tokens[k - 1].low in _OF), at)
    if tokens[at - 1].low not in _OF:
        return []
    reach = _TERMS if tokens[at - 1].low == "for" else _NEAR_CHARGE
    return [t.low for t in tokens[max(0, at - reach) : at - 1]]


_JOINED = frozenset({"and", ","})
_DEEDS, _NEAR_CHARGE, _TERMS = 12, 8, 18
_OF = frozenset({"of", "for", "with"})
_JUDGED = frozenset({"convict", "convicted", "convicts", "guilty", "jailed", "sentenced", "conviction", "imprisoned"})
_TRIAL = _JUDGED | {"accused", "accuses", "charged", "charges", "suspected", "acquitted", "cleared", "indicted"}


def mark(
    sentence: Sentence, spans: list[Span], dated: list[tuple[Sentence, list[Mention]]], days: list[Mention],
    lexicon: Lexicon,
) -> None:  # fmt: skip
    """Set ``background`` of those killed or hurt, where neither the sentence nor its paragraph names a day of now."""
    harmed = [s for s in spans if kind(s) == ("harm", False) and s.status != "denied" and not s.background]
    if not harmed or any(m.kind in _FRESH for m in days) or not _NOW.isdisjoint(sentence.words):
        return
    if any(m.kind in _FRESH for other, found in dated if other.line == sentence.line for m in found):
        return
    for span in harmed:
        if span.item not in lexicon.cue("defendant") and span.unit == "count":
            span.background = True
            span.rule("background", "tried", 0.6)
