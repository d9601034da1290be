"""Fractions in digits: 1/16, 2 1/4, 3½; dates and idioms with slashes are none."""

from extractors.figures.numbers import numerals
from extractors.figures.text.tokens import Token

_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 50, 64, 100, 128, 1000})


def fraction(tokens: list[Token], i: int) -> tuple[float, int] | None:
    """1/16, 2 1/4, 3½ as (value, end); (-1, end) for a date or an idiom (5/17/2018, 24/7); None for neither."""
    if i + 1 < len(tokens) and tokens[i + 1].kind == "w":
        part = numerals.vulgar(tokens[i + 1].text)
        if part is not None and tokens[i].text.isdigit():
            return float(tokens[i].text[:15]) + part, i + 2
    slash = _slashed(tokens, i)
    if slash is not None:
        return slash
    if tokens[i].text.isdigit() and len(tokens[i].text) < 4 and i + 2 < len(tokens):
        hyphen = tokens[i + 1].text == "-" and tokens[i + 1].glued and tokens[i + 2].glued
        j = i + 1 + hyphen
        second = _slashed(tokens, j) if tokens[j].kind == "n" and (hyphen or not tokens[j].glued) else None
        if second is not None and 0 < second[0] < 1:
            return float(tokens[i].text) + second[0], second[1]
    return None


def _slashed(tokens: list[Token], i: int) -> tuple[float, int] | None:
    if not (i + 2 < len(tokens) and tokens[i + 1].text == "/" and tokens[i + 1].glued and tokens[i + 2].kind == "n"):
        return None
    over, under = tokens[i].text, tokens[i + 2].text
    third = i + 3 < len(tokens) and tokens[i + 3].text == "/" and tokens[i + 3].glued
    if third or not (over.isdigit() and under.isdigit()) or len(over) > 4 or len(under) > 4:
        return -1.0, skip(tokens, i)
    if int(over) < int(under) and int(under) in _DENOMINATORS:
        return int(over) / int(under), i + 3
    return -1.0, skip(tokens, i)


def skip(tokens: list[Token], i: int) -> int:
    """Past everything that touches the numeral at i: what is no number as a whole is none in part."""
    j = i + 1
    while j < len(tokens) and tokens[j].glued and tokens[j].text not in ('"', ")", "]", ",", ";", "—"):
        if tokens[j].text in "-–" and not (j + 1 < len(tokens) and tokens[j + 1].kind == "n"):
            break
        j += 1
    return j
