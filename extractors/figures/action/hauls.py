"""What was seized together: ``the seizure of 8 tons of cocaine, 250 firearms and over $48m``."""

from itertools import pairwise

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_JOINS = frozenset({",", "and", "over", "than"})
_APART = 8


def fill(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """Give the numbers of a list behind what was seized the same action."""
    for left, right in pairwise(spans):
        if left.action_class == "seized" and left.action and _listed(tokens, left, right, lexicon):
            take(right, left.action, left.action_class, left.action_cost + 1.0, left.action_at, "haul", 0.7)


def _listed(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``the seizure of 8 tons of cocaine, 250 firearms and over $48m``: all of it was seized."""
    if right.action is not None or (left.action_at or 0) > left.begin:
        return False
    between = tokens[left.last : right.begin]
    if not between or between[-1].low not in _JOINS or len(between) > _APART:
        return False
    return not any(t.low in lexicon.verbs or t.low in lexicon.cue("auxiliary|modal") for t in between)
