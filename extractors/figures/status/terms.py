"""What the lines of a list behind ``The terms of the deal:`` provide for: it is to be done."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence

BULLETS = frozenset("-•*–—·▪●")
_TERMS = frozenset(
    {"deal", "deals", "agreement", "accord", "terms", "phase", "stage", "plan", "proposal", "draft", "demands",
     "conditions", "truce", "ceasefire", "pact", "treaty", "obligations", "pledges", "provides", "foresees"}
)  # fmt: skip
# Headings of what went on: ``Since the truce began:``, ``Violations of the accord:``, ``Why the deal failed:``.
_NEWS = frozenset(
    {"since", "violations", "violation", "violated", "breaches", "breach", "breached", "failed", "fails", "latest",
     "happened", "happening", "know", "news", "developments", "updates", "why", "broken", "collapsed", "far"}
)  # fmt: skip
# What no party promises to do.
_HARM = frozenset(
    {"killed", "injured", "shot", "shot_at", "kidnapped", "arrested", "missing", "trapped", "casualty", "displaced",
     "attacked", "homeless", "infected", "charged", "critical"}
)  # fmt: skip
_LINES = 12


def settle(sentence: Sentence, spans: list[Span], read: list[Sentence], lexicon: Lexicon) -> None:
    """Mark the numbers of a line as planned, if the sentence that leads the list names a deal and ends in a colon."""
    lead = next((s for s in reversed(read[-_LINES:]) if s.text[0] not in BULLETS), None)
    if lead is None or lead.text[-1] != ":":
        return
    words = lead.read().words
    if words.isdisjoint(_TERMS) or not words.isdisjoint(_NEWS):
        return
    going_on = False
    for span in spans:
        if span.status == "happened" and (going_on or _to_do(sentence, span, lexicon)):
            going_on = True  # ``hand over 24 captives and five bodies``
            span.status = "planned"
            span.rule("status", "listed", 0.6)


def _to_do(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """``- the rebels hand over 24 captives``, ``- the return of 400 bodies``; not ``- the army freed 24 men``."""
    at = span.action_at
    if at is None or span.action_class in _HARM:
        return False
    word = sentence.lows[at]
    past = word.endswith(("ed", "en")) or word in lexicon.cue("past_verb|told_verb")
    return not past and not (span.begin <= at < span.noun_end)
