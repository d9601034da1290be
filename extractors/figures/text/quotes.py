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
        text = _turned(_CURLY, text)
    return _turned(_STRAIGHT, text) if "'" in text else text


def _turned(pattern: re.Pattern[str], text: str) -> str:
    """The text with the marks of each match made double, but within a quotation between double marks."""
    pieces: list[str] = []
    done = at = 0
    open_ = False
    for match in pattern.finditer(text):
        start = match.start()
        line = text.rfind("\n", at, start)
        if line >= 0:
            at, open_ = line + 1, False
        # Only what lies behind the last match is counted, so that a long line costs no more than its length.
        open_ ^= sum(1 for _ in _DOUBLE.finditer(text, at, start)) % 2 == 1
        at = start
        if not open_:
            pieces += (text[done:start], _turn(match))
            done = match.end()
    return "".join((*pieces, text[done:]))


def _turn(match: re.Match[str]) -> str:
    """What a match becomes that stands in no other quotation."""
    text, start, inside = match.string, match.start(), match.group(1)
    if inside is None:
        opens = text[max(0, start - 1) : start] in ("", "\n") or text[max(0, start - 2) : start] in (": ", ", ")
        return '"' if opens else match.group()
    return match.group() if _DOUBLE.search(inside) else f'"{inside}"'
