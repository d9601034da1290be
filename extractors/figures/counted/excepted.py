"""Those whom something did not reach: ``all customers except for some 12,000``, ``All but four were stopped``."""

from dataclasses import replace

from extractors.figures.counted.heads import is_plural, singular
from extractors.figures.counted.lending import smaller
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_ALL = frozenset({"all", "every", "most", "everyone", "everybody"})
_LEADS = frozenset({"except", "excepting", "bar", "barring", "save", "but"})
_APART = frozenset({"apart", "aside"})
_REACH = 14
_NEAR = 4


def noun(tokens: list[Token], span: Span, earlier: Span | None, lexicon: Lexicon) -> Span | None:
    """The plural behind ``all`` or ``most`` before the exception; that of ``all but four`` is what was counted last."""
    k = span.begin - 1
    for_ = tokens[k].low == "for"
    k -= for_
    if k > 0 and tokens[k].low == "from" and tokens[k - 1].low in _APART:
        k -= 1
    elif k < 1 or tokens[k].low not in _LEADS or (tokens[k].low == "but" and (for_ or not _all(tokens, k))):
        return None
    if tokens[k].low == "but" and tokens[k - 1].low == "all":
        return earlier if earlier is not None and not smaller(earlier, span) else None
    every = next((j for j in range(k - 1, max(-1, k - _REACH), -1) if tokens[j].low in _ALL), -1)
    for j in range(every + 1, k if every >= 0 else 0):
        known = lexicon.nouns.get(tokens[j].low)
        if known is not None and (known.plural or tokens[every].low == "every"):
            return replace(span, item=known.lemma, item_class=known.cls, value=None)
        if is_plural(tokens[j].low) and tokens[j].low not in lexicon.verbs:
            return replace(span, item=singular(tokens[j].low), item_class=None, value=None)
    return None


def _all(tokens: list[Token], k: int) -> bool:
    """``all but four``, ``all the hostages but two``: the ``but`` at k leaves somebody out."""
    return any(t.low == "all" for t in tokens[max(0, k - _NEAR) : k])
