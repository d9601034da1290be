"""Who is still in the tunnels: miners are trapped there, captives held."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_MINERS = frozenset({"miner", "colleague", "engineer"})
_NEAR = 4


def trapped(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Nine miners are still in the tunnels``: nobody holds them there."""
    at = span.action_at
    at_work = span.item in _MINERS or span.item_class == "person.worker"
    if not at_work or at is None or tokens[at].low != "still" or lexicon.cue("captive_noun") & {t.low for t in tokens}:
        return False
    if all(t.low != "tunnels" for t in tokens[at : at + _NEAR]):
        return False
    take(span, "remain inside", "trapped", span.action_cost, at, "underground", 0.7)
    return True
