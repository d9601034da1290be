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


def pounds(span: Span) -> None:
    """``361 million pounds`` is money; nobody weighs in millions of pounds without saying of what."""
    if span.unit == "mass:lb" and span.value is not None and span.value >= 1e6:
        span.unit = "money:GBP"


def merge(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """``3 dollars 50 cents`` is one amount."""
    kept: list[Span] = []
    for span in spans:
        last = kept[-1] if kept else None
        between = [t.low for t in tokens[last.end : span.begin]] if last else ["-"]
        minor = (
            last is not None and span.unit in (f"{last.unit}:cent", f"{last.unit}:penny") and between in ([], ["and"])
        )
        if last is None or not minor or last.value is None or span.value is None or span.value >= 100:
            kept.append(span)
            continue
        last.value = last.value + span.value / 100
        last.low, last.high = last.low and last.value, last.high and last.value
        last.last = last.end = last.noun_end = span.end
    return kept


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
    mark = tokens[span.last]
    next_has_it = span.last + 1 < len(tokens) and tokens[span.last + 1].kind == "n" and tokens[span.last + 1].glued
    if not mark.glued and (next_has_it or (mark.kind == "w" and len(mark.text) != 3)):
        return False
    span.unit = lexicon.money_symbols[tokens[span.last].text]
    span.end = span.noun_end = span.last + 1
    return True
