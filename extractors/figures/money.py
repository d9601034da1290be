"""Currency signs and codes around a number."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.tokens import Token


def sign(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Set the currency where a sign or a code touches the number on either side; True where it does."""
    if _before(tokens, span, lexicon):
        follows = span.end < len(tokens) and lexicon.units.get(tokens[span.end].low, "").startswith("money:")
        span.end = span.noun_end = span.end + follows
        return True
    if span.unit != "count":
        return span.unit.startswith("money:")
    return _after(tokens, span, lexicon)


def _before(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``US $``, ``HK$``, ``EUR50m``, ``Y=590``, ``$-50.8bn``."""
    i, signs = span.first - 1, lexicon.money_symbols
    if i > 0 and tokens[i].text == "-":
        i -= 1
    if i < 0:
        return False
    if tokens[i].text == "=" and i and tokens[i - 1].text == "Y":
        span.unit, span.begin = "money:JPY", min(span.begin, i - 1)
        return True
    word = tokens[i]
    if word.text not in signs or not (word.kind == "p" or tokens[span.first].glued or len(word.text) == 3):
        return False
    span.unit, span.begin = signs[word.text], min(span.begin, i)
    if i and word.text == "$" and f"{tokens[i - 1].text}$" in signs:
        span.unit, span.begin = signs[f"{tokens[i - 1].text}$"], min(span.begin, i - 1)
    return True


def _after(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``1,200€``, ``110 JPY``."""
    if span.last >= len(tokens) or tokens[span.last].text not in lexicon.money_symbols:
        return False
    if not tokens[span.last].glued and len(tokens[span.last].text) != 3:
        return False
    span.unit = lexicon.money_symbols[tokens[span.last].text]
    span.end = span.noun_end = span.last + 1
    return True
