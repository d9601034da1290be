"""Adjectives that share one noun across two numbers: ``two Dutch and three Danish hostages``."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LINKS = frozenset({"and", "or", ","})


def shared(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """Give the first of two numbers the noun of the second, where only an adjective of a people stands behind it."""
    last: Span | None = None  # the one that took its noun last
    for right, left in pairwise(reversed(spans)):
        if left.item_class is not None or left.elided or right.item is None or not left.unit == right.unit == "count":
            continue
        near = right.begin == left.noun_end + 1 and tokens[left.noun_end].low in _LINKS
        if near and _adjective(tokens, left, lexicon) and (right is last or _described(tokens, right)):
            left.item, left.item_phrase, left.item_class = right.item, right.item_phrase, right.item_class
            left.rule("item", "shared_noun", 0.8)
            last = left


def _adjective(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """One capitalised word behind the number, that is no noun."""
    word = tokens[span.last]
    alone = span.noun_end == span.last + 1 and word.text[0].isupper()
    return alone and not word.low.endswith("s") and word.low not in lexicon.nouns


def _described(tokens: list[Token], span: Span) -> bool:
    """``two Danish hostages``: a capital, and a noun in small letters."""
    several = span.noun_end >= span.last + 2
    return several and tokens[span.last].text[0].isupper() and tokens[span.noun_end - 1].text[0].islower()
