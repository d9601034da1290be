"""Whom others want to get out: ``raced to rescue 10 men trapped in the shaft`` tells that they are trapped."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_STUCK = frozenset({"trapped", "stranded", "buried", "marooned"})
_SAVED = frozenset({"rescued", "released", "evacuated"})
_DONE = frozenset({"managed", "helped", "able", "succeeded", "used", "went", "first"})
_LEAD = 4


def settle(placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """Give who is to be got out the state that stands right behind them."""
    for sentence, span in placed:
        if span.action_class in _SAVED and not _STUCK.isdisjoint(sentence.words):
            _stuck(sentence.tokens, span, lexicon)


def _stuck(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    at, k = span.action_at, span.noun_end
    k += k < len(tokens) and tokens[k].low == "still"
    if at is None or not 0 < at < span.begin or k >= len(tokens) or tokens[k].low not in _STUCK:
        return
    lead = {t.low for t in tokens[max(0, at - _LEAD) : at]}
    act = next((a for a in lexicon.actions.get(tokens[k].low, ()) if a.role == "o"), None)
    if tokens[at - 1].low == "to" and _DONE.isdisjoint(lead) and act is not None:
        span.action, span.action_class, span.action_at = act.lemma, act.cls, k
        span.rule("action", "sought", 0.7)
