"""Verbs that stand right beside a number and go before any that reaches it from another clause.

``killed 12 and left thousands exposed to the cold``, ``27 were admitted, two of whom needed surgery``.
"""

from extractors.figures.clause import governors
from extractors.figures.clause.actions import take
from extractors.figures.clause.between import adverb, helps, past_verb, phasal_end
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LEAVES = frozenset({"left", "leaves", "leaving"})
_WHOM = frozenset({"whom", "them", "which"})
_HURT = frozenset({"treated", "injured"})
# A blast that leaves 12 people with burns has hurt them.
_SUFFERS = frozenset({"leave", "have", "report", "include", "see", "count", "involve", "cause"})


def settle(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Give a number the verb beside it; False where there is none that says something else."""
    at, cls = _leaves(tokens, span, lexicon), None
    if at is None and span.action == "suffer injuries":
        at, cls = _hurt(tokens, span, lexicon), span.action_class
    elif at is None:
        at = _of_whom(tokens, span, lexicon)
    if at is None or span.action_at == at:
        return False
    take(span, lexicon.verbs[tokens[at].low], cls, 0.8, at, "beside", 0.75)
    return True


def _leaves(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``left tens of thousands exposed``: whatever befell those before it befell nobody here; not ``leaves 2 dead``."""
    k = span.begin - 1
    if span.noun_end < len(tokens) and tokens[span.noun_end].low in lexicon.cue("state"):
        return None
    apart = k > 0 and span.action_at is not None and span.action_at < k and span.action_class is not None
    return k if apart and tokens[k].low in _LEAVES else None


def _hurt(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``transferred 37 patients with burns``: they are hurt, but what was done is another thing."""
    at = span.action_at
    if at is None or at < span.noun_end or tokens[at].low != "with":
        return None
    k = governors.plainly(tokens, span, lexicon)
    return k if k is not None and k < span.begin and lexicon.verbs[tokens[k].low] not in _SUFFERS else None


def _of_whom(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``two of whom needed surgery``: no table knows the verb, and what befell all of them is another's."""
    k = span.noun_end
    if k + 3 >= len(tokens) or tokens[k].low != "of" or tokens[k + 1].low not in _WHOM:
        return None
    j = k + 2
    while j + 1 < len(tokens) and adverb(tokens[j], lexicon):
        j += 1
    token = tokens[j]
    if token.low not in lexicon.verbs or token.low in lexicon.actions or helps(token, lexicon):
        return None
    plain = lexicon.verbs[token.low] == token.low and token.low not in lexicon.nouns and tokens[k + 1].low != "them"
    if tokens[j + 1].kind == "p" or not (plain or past_verb(token, lexicon)):
        return None
    return phasal_end(tokens, j, lexicon)


def condition(span: Span) -> bool:
    """``2,600 were treated, 310 of them in critical condition``: their state, under the verb that all have."""
    whole = span.lender
    if whole is None or whole.action is None or span.action != "critical condition" or whole.action_class not in _HURT:
        return False
    span.action = whole.action
    span.rule("action", "condition", 0.6)
    return True
