"""A number set off behind the noun it counts: ``The remaining villagers, about 40, refused``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_DASHES = frozenset({",", "–", "—", "("})
_ENDS = frozenset({",", "–", "—", ")"})
_IN_ALL = (["in", "all"], ["in", "total"])
# A bare number of fewer may be an age: ``the twins, 7,``.
_AGE = 110
# How far a preposition stands before the noun it governs.
_PHRASE = 5
_TO = frozenset({"to", "after", "before", "since", "within", "until", "despite", "following"})


def noun(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Set the item of a number between two commas right behind a plural; False where it is none."""
    k, j = span.begin - 1, max(span.noun_end, span.end)
    if k < 1 or j >= len(tokens) or tokens[k].text not in _DASHES or not span.elided:
        return False
    said = [t.low for t in tokens[j : j + 2]] in _IN_ALL
    if tokens[j + 2 * said].text not in _ENDS if j + 2 * said < len(tokens) else True:
        return False
    known = lexicon.nouns.get(tokens[k - 1].low)
    if known is None or not known.plural or known.lemma == tokens[k - 1].low:
        return False
    if span.qualifier == "exact" and not said and (span.value or 0) <= _AGE:
        return False
    if span.low is not None and 1900 <= span.low <= 2100 and span.qualifier == "exact":
        return False
    if _governed(tokens, k - 1, lexicon):
        return False
    span.item, span.item_class = known.lemma, known.cls or None
    span.rule("item", "aside", 0.6)
    return True


def _governed(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``In two attacks, at least 12, ...``, ``According to officials, about 300, ...``: a phrase of its own."""
    closed = lexicon.cue("preposition") | _TO
    for j in range(k - 1, max(-1, k - _PHRASE), -1):
        word = tokens[j].low
        if word in closed:
            return True
        if tokens[j].kind == "p" or word in lexicon.cue("auxiliary|be"):
            return False
    return False
