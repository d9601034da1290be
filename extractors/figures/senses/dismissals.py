"""Workers who were fired, whom nobody shot at."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_NEAR = 2
_FIRED = frozenset({"fired", "fires"})
_AIMED = frozenset({"at", "on", "upon"})


def fired(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``12 workers were fired``, ``the firm fired 40 teachers``; not ``12 people were fired at``."""
    at = span.action_at
    if not (span.item_class or "").startswith("person") or tokens[span.begin - 1].low in _AIMED:
        return False
    if at is None or (at + 1 < len(tokens) and tokens[at + 1].low in _AIMED):
        return False
    adverb = tokens[at - 1].low in lexicon.cue("verb_adverb")
    suffers = tokens[at].low == "fired" and tokens[at - 1 - adverb].low in lexicon.cue("be")
    passive = at - adverb >= span.noun_end and suffers
    if not passive and not (0 < span.begin - at <= _NEAR and tokens[at].low in _FIRED):
        return False
    take(span, "fire", "fired", span.action_cost, at, "dismissed", 0.7)
    return True
