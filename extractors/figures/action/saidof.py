"""What somebody says of a part: ``73 hostages, 35 of whom the army says are dead``."""

from extractors.figures.action.actions import take
from extractors.figures.clause.reach import Found
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# So many words may name who says it, and stand before what is said.
_NAMED, _BEFORE = 7, 3
_OF = (["of", "whom"], ["of", "which"])


def whom(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> bool:
    """Give a part the action that stands behind who says so; False where nobody is named in between."""
    k = span.last
    if [t.low for t in tokens[k : k + 2]] not in _OF:
        return False
    says = lexicon.cue("say|holds_to_be")
    for at in range(k + 3, min(k + 2 + _NAMED, len(tokens) - 2)):
        if tokens[at].low not in says:
            continue
        act = next((f for f in found if at < f.first <= at + _BEFORE), None)
        if act is not None and (act.first == at + 1 or tokens[at + 1].low in lexicon.cue("auxiliary") | {"to"}):
            take(span, act.acts[0].lemma, act.acts[0].cls, 0.5, act.first, "said_of", 0.8)
            return True
    return False
