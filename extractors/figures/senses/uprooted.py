"""Those who are driven out: ``drove 40,000 from their homes`` parts the verb from what makes it one of displacement."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# Without one of these a sentence tells of nobody who is driven out.
HOMES = frozenset({"homes", "villages", "houses"})
_THEIRS = frozenset({"their", "its"})
# ``from their flooded homes``.
_ADJECTIVES = 2


def uprooted(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``forcing 48,000 from their homes``: displaced, whatever befell others before."""
    at = span.begin - 1
    if at < 0 or tokens[at].low not in lexicon.cue("uproots") or not _from_home(tokens, span.noun_end):
        return False
    take(span, lexicon.verbs.get(tokens[at].low, "drive"), "displaced", 0.5, at, "uprooted", 0.85)
    if span.item is None:
        span.item, span.item_class, span.elided = "person", "person", False
        span.rule("item", "elided_person", 0.7)
    return True


def _from_home(tokens: list[Token], k: int) -> bool:
    """``from their homes``, ``out of their flooded villages`` at k."""
    words = [t.low for t in tokens[k : k + 5 + _ADJECTIVES]]
    leads = ["from"]
    if words[:1] == ["out"]:
        words, leads = words[1:], ["of", "from"]
    if len(words) < 3 or words[0] not in leads or words[1] not in _THEIRS:
        return False
    home = next((n for n in range(2, min(len(words), 3 + _ADJECTIVES)) if words[n] in HOMES), None)
    # ``drove 40 patients from their homes to a clinic``
    return home is not None and words[home + 1 : home + 2] != ["to"]
