"""Quotations between single marks, made double: ``‘We have treated 12 people,’ said Dr Dole``; apostrophes stay."""

import re

# An opening mark hangs on no letter before it; what it opens ends at a mark behind a sign, or behind a word that is no
# plural owner's (``the soldiers’ bodies``), on the same line.
_CURLY = re.compile(
    r"(?<![\w\u2018])\u2018(?=[^\W_])(?!(?:em|til|cause|tis|twas|n)\b|\d\ds?\b)"
    r"(?:([^\n\u2018]{2,900}?)(?:(?<=[.,?!;\u2026\u2014-])|(?<=[^\Ws])|(?<=s)(?=\u2019(?:[.,;:?!)]|\n|$)))\u2019(?!\w))?"
)
_STRAIGHT = re.compile(r"(?<![\w'\"])'(?=[A-Z])([^\n\"]{7,900}?)(?:(?<=[.,?!])'(?=[\s)]|$)|(?<=\w)'(?=\n|$))")
_DOUBLE = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')


def doubled(text: str) -> str:
    """The text, as long as before, whose quotations all stand between double marks."""
    if "\u2018" in text:
        text = _CURLY.sub(_turn, text)
    return _STRAIGHT.sub(_turn, text) if "'" in text else text


def _turn(match: re.Match[str]) -> str:
    """What the match becomes: as it was within a quotation between double marks."""
    text, start = match.string, match.start()
    line = text.rfind("\n", 0, start) + 1
    if sum(1 for _ in _DOUBLE.finditer(text, line, start)) % 2:
        return match.group()
    inside = match.group(1)
    if inside is None:
        opens = start == line or text[max(0, start - 2) : start] in (": ", ", ")
        return '"' if opens else match.group()
    return match.group() if _DOUBLE.search(inside) else f'"{inside}"'
