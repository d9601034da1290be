"""What comes in lots: ``two groups of 30``, ``a second batch of about 150``."""

from dataclasses import replace

from extractors.figures.counted.rivals import bare
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_NEAR = 7
# No contingent: it is one of guards or troops as often as of those who were counted.
_LOTS = frozenset({"batch", "group", "wave"})


def in_each(tokens: list[Token], span: Span, left: Span, lexicon: Lexicon) -> bool:
    """``the captives came in two groups of 30``: so many in each lot."""
    of = [t.low for t in tokens[left.noun_end : span.begin]] == ["of"]
    return of and left.item in lexicon.cue("lots") and bare(tokens, span)


def of_one(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``A second batch of about 150 is to follow``."""
    k = span.begin - 1
    if k < 1 or tokens[k].low != "of" or tokens[k - 1].low not in _LOTS:
        return False
    return bare(tokens, span) or tokens[span.noun_end].low in lexicon.cue("be")


def shipped(tokens: list[Token], span: Span, known: list[Span | None], lot: Span, lexicon: Lexicon) -> Span:
    """What comes in lots: the noun right before them, people counted before, or people."""
    for k in range(lot.begin - 1, max(-1, lot.begin - _NEAR), -1):
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is not None and noun.plural:
            return replace(span, item=noun.lemma, item_class=noun.cls)
    people = (s for s in known if s is not None and (s.item_class or "").startswith("person"))
    return next(people, replace(span, item="person", item_class="person"))
