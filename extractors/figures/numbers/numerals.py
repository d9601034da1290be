"""One numeral: digits in the writing of a locale, or number words; the right value or none."""

import re
import unicodedata
from dataclasses import dataclass

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

_PLAIN = re.compile(r"0\Z|[1-9]\d{0,14}\Z|0\d\Z")
_DECIMAL = re.compile(r"\d{0,15}\.\d{1,15}\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?\Z")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,9})?\Z")
_SWISS = re.compile(r"\d{1,3}(?:'\d{3}){1,4}(?:\.\d{1,9})?\Z")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,4}(?:,\d{1,9})?\Z|\d{1,3}(?:\.\d{3}){1,4},\d{1,9}\Z")
_ONE_POINT = re.compile(r"\d{1,3}\.\d{3}\Z")
_COMMA = re.compile(r"\d{1,15},\d{1,9}\Z")

# Words below a scale word, and what each may follow; hundreds are words of their own in Spanish.
_BELOW = {
    "unit": ("", "ten", "hundred", "scale"),
    "ten": ("", "hundred", "scale"),
    "hundred": ("", "scale"),
}


@dataclass(slots=True)
class Atom:
    """A numeral over tokens [first, end). ``raw`` = before its scale word. kinds: digits, words, fraction, vague, zero.

    ``high`` is set only for vague magnitudes ([low, high), None = open); ``weak`` ones need an action to count.
    """

    first: int
    end: int
    value: float
    kind: str
    raw: float
    scaled: bool = False
    high: float | None = None
    weak: bool = False
    unit: str | None = None
    ambiguous: bool = False


def low(tokens: list[Token], i: int) -> str:
    """The lower-case token at i, or nothing outside the sentence."""
    return tokens[i].low if 0 <= i < len(tokens) else ""


def digits(text: str, comma_decimal: bool = False) -> float | None:
    """The value of a digit string, or None where its separators fit no reading or two (``1,5`` in English)."""
    if len(text) > 24:
        return None
    if _PLAIN.match(text):
        return float(text)
    if comma_decimal:
        if _ONE_POINT.match(text) or _POINTS.match(text):
            return float(text.replace(".", "").replace(",", "."))
        if _COMMA.match(text):
            return float(text.replace(",", "."))
        return None
    if _DECIMAL.match(text):
        return float(text)
    if _GROUPED.match(text) or _INDIAN.match(text):
        return float(text.replace(",", ""))
    if _SWISS.match(text):
        return float(text.replace("'", ""))
    if _POINTS.match(text):
        return float(text.replace(".", "").replace(",", "."))
    return None


def vulgar(text: str) -> float | None:
    """The value of a one-character fraction (½), else None."""
    if text.isascii() or len(text) != 1 or unicodedata.category(text) != "No":
        return None
    value = unicodedata.numeric(text, -1.0)
    return value if 0 < value < 1 else None


def lone(tokens: list[Token], i: int) -> bool:
    """True where nothing touches the numeral at i and a plain word follows: no sign or digit goes on with it."""
    if tokens[i].glued or i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    return after.kind == "w" and not after.glued and after.low != "x" and after.text.isascii()


# What touches the second of two numbers where it is the size of what the first one counts.
_SIZES = frozenset({"-", "mm", "cm"})


def spaced_groups(tokens: list[Token], i: int) -> int:
    """How many tokens after i continue it as ``12 345 678``; 0 where they do not."""
    if not tokens[i].text.isdigit() or len(tokens[i].text) > 3:
        return 0
    j = i + 1
    while j < min(len(tokens), i + 7) and _is_group(tokens, j):
        j += 1
    follows_digit = j < len(tokens) and tokens[j].kind == "n" and not tokens[j].glued
    sized = j > i + 1 and j + 1 < len(tokens) and tokens[j].glued and tokens[j].text in _SIZES
    if sized and tokens[j + 1].kind == "w":
        return 0  # ``14 155-millimetre guns``, ``12 155mm howitzers``: so many of that size
    return 0 if follows_digit or j - i > 5 else j - i - 1


def _is_group(tokens: list[Token], j: int) -> bool:
    text = tokens[j].text
    head = text.partition(".")[0]
    return tokens[j].kind == "n" and tokens[j].gap in (1, 2) and len(head) == 3 and head.isdigit()


def words(tokens: list[Token], i: int, lexicon: Lexicon, seed: float = 0.0) -> Atom | None:
    """The longest cardinal in words at i (``twenty-eight thousand six hundred``), or None.

    ``seed`` is a number already read that a scale word at i multiplies: 1 for ``a million``.
    """
    table: dict[str, dict[str, float]] = lexicon.numerals
    unit, ten = table.get("unit", {}), table.get("ten", {})
    hundred, scale = table.get("hundred", {}), table.get("scale", {})
    total, current, raw, j, last = 0.0, seed or -1.0, 0.0, i, "unit" if seed else ""
    scaled = False
    while j < len(tokens):
        word = tokens[j].low
        kind = "unit" if word in unit else "ten" if word in ten else "hundred" if word in hundred else ""
        if kind and last in _BELOW[kind]:
            plain = lexicon.numerals[kind][word]
            if last == "ten" and not 1 <= plain <= 9:
                break
            current, last = max(current, 0.0) + plain, kind
        elif word in scale and last:
            if scale[word] in (12, 100) and current < 100:
                raw, current = raw or current, current * scale[word]
            else:
                grown = total * scale[word] if total and not current else total + max(current, 1) * scale[word]
                total, raw, current = grown, raw or current, 0.0
            last, scaled = "scale", True
        elif not _joins(tokens, j, last, unit, ten, scale) or _fraction_follows(tokens, j, lexicon):
            break
        j += 1
    while j > i and tokens[j - 1].low in {"and", "-"}:
        j -= 1
    if j == i:
        return None
    value = total + max(current, 0)
    return Atom(i, j, value, "words", raw or value, scaled)


def _fraction_follows(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """The ``and`` of ``one hundred and three quarters`` joins a fraction."""
    word = tokens[j + 2].low if j + 2 < len(tokens) and tokens[j].low == "and" else ""
    return bool(word) and word.removesuffix("s") in lexicon.numerals.get("fraction", {})


def _joins(
    tokens: list[Token], j: int, last: str, unit: dict[str, float], ten: dict[str, float], scale: dict[str, float]
) -> bool:
    """A hyphen or an ``and`` inside a number in words."""
    if j + 1 >= len(tokens):
        return False
    word, after = tokens[j].low, tokens[j + 1].low
    if word == "-":
        glued, loose = tokens[j].glued and tokens[j + 1].glued, not (tokens[j].glued or tokens[j + 1].glued)
        if last == "ten" and after in unit:
            return glued or loose
        return glued and last in ("unit", "ten") and after in scale
    return word in {"and", "und", "y"} and (
        (last == "scale" and (after in unit or after in ten)) or (last == "ten" and word == "y" and after in unit)
    )


def scientific(tokens: list[Token], j: int) -> tuple[int, int] | None:
    """The exponent and the end of ``x 10^6``, ``×10-30``, ``x 10⁶`` behind a numeral; None where none follows."""
    if not (j + 2 < len(tokens) and tokens[j].low in {"x", "×"} and tokens[j + 1].text == "10"):
        return None
    k = j + 2 + (tokens[j + 2].text == "^")
    raised = "".join(str(unicodedata.digit(c, 99)) for c in tokens[j + 2].text) if tokens[j + 2].kind == "w" else ""
    if raised.isdigit() and tokens[j + 2].glued and len(raised) < 3:
        return int(raised), j + 3
    sign = tokens[k].text if k < len(tokens) and tokens[k].text in "+-" else ""
    k += len(sign)
    if (k == j + 2) or k >= len(tokens) or not (tokens[k].glued and tokens[k].text.isdigit()):
        return None
    return (int(f"{sign}{tokens[k].text}"), k + 1) if len(tokens[k].text) < 3 and int(tokens[k].text) <= 30 else None


def power(tokens: list[Token], j: int) -> tuple[int, int] | None:
    """The exponent and the end of ``e14``, ``e-4`` that touches a numeral; None where none does, or it is absurd."""
    if not (j + 1 < len(tokens) and tokens[j].low == "e" and tokens[j].glued and tokens[j + 1].glued):
        return None
    sign = tokens[j + 1].text if tokens[j + 1].text in "+-" else ""
    k = j + 1 + len(sign)
    if k >= len(tokens) or not (tokens[k].glued and tokens[k].text.isdigit() and int(tokens[k].text[:4]) <= 30):
        return None
    return int(f"{sign}{tokens[k].text[:4]}"), k + 1
