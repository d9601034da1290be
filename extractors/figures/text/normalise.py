"""Text as the rules want to see it, and the way back to the offsets of the text as it came.

One character becomes one character wherever that is possible, so that offsets stay; only invisible characters inside
words are taken out. An invisible or look-alike character that touches a digit is made POISON instead: the number it
stands in is then read by nobody, because a shorter number would be a wrong one.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from extractors.figures.text.quotes import doubled

POISON = "\ufffc"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
_HIDDEN_AT_DIGIT = re.compile(rf"(?<=[\d.,])[{_INVISIBLE}]{{1,8}}(?=[\d.,])")
# An override turns what follows round: the number that is seen is another than the one that is written.
_OVERRIDE = re.compile("[\u202d\u202e](?=[\\d.,])")

_SAME_LENGTH = {
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-"),
    "\u2044": "/",
    "\uff0c": ",",
    "\uff0e": ".",
    "\uff05": "%",
    "\u066a": "%",
    "\u066b": ".",
    "\u066c": ",",
    "\uff04": "$",
    "\u2015": "\u2014",
    "\r": " ",
    "\t": " ",
    # Lines and paragraphs that end by a character of their own.
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
}

# Two hyphens for a dash, but not a rule across the page; two characters stay two.
_DASHES = re.compile(r"(?<!-)--(?!-)")
# A hyphen between blanks is a dash too, but for ranges, scores and compounds cut apart: ``7 - year - old``,
# ``fifty - two``, ``one - third``, ``$ 70 - a - share``.
_SPACED = re.compile(
    r"(?:(?<=\D )-(?= \S)|(?<=\d )-(?= [^\s\d]))(?! (?:old|third|fourth|fifth|sixth|eighth|tenth|quarter)s?\b)"
    r"(?<! a -)(?! a - )(?:(?<!wenty -)(?<!hirty -)(?<!forty -)(?<!fifty -)(?<!sixty -)(?<!venty -)(?<!ighty -)"
    r"(?<!inety -)|(?! (?:one|two|three|four|five|six|seven|eight|nine)\b))"
    r"(?:(?<!\d -)|(?! (?:year|month|week|day|hour|minute|mile|metre|meter|foot|store?y|seat|page|point|bed)s?[ -]))"
)


def _table() -> dict[int, str]:
    table = {ord(k): v for k, v in _SAME_LENGTH.items()}
    for code in range(0x80, 0x1FBFA):
        char = chr(code)
        if unicodedata.category(char) == "Nd":
            table[code] = str(unicodedata.digit(char))
    return table


_TRANSLATION = _table()


@dataclass(frozen=True, slots=True)
class Normalised:
    """``text`` for the rules; ``removed`` are the offsets in it before which a character was taken out."""

    text: str
    removed: tuple[int, ...] = ()

    def offset(self, position: int) -> int:
        """The offset in the text as it came of an offset in ``text``."""
        return position + bisect_right(self.removed, position) if self.removed else position

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text as it came of a piece of ``text``."""
        return (self.offset(start), self.offset(end - 1) + 1) if self.removed else (start, end)


def normalise(text: str) -> Normalised:
    """Fold digits, quotes, dashes and spaces of all scripts into the plain ones; ``Rs.40`` is 40, no decimal part."""
    if "--" in text:
        text = _DASHES.sub("\u2014 ", text)
    if " - " in text:
        text = _SPACED.sub("\u2013", text)
    if "Rs." in text:
        text = text.replace("Rs.", "Rs ")
    text = doubled(text)
    if text.isascii():
        return Normalised(text.translate(_TRANSLATION) if "`" in text or "\r" in text or "\t" in text else text)
    folded = text.translate(_TRANSLATION)
    if not _HIDDEN.search(folded):
        return Normalised(folded)
    folded = _HIDDEN_AT_DIGIT.sub(lambda m: POISON * len(m.group()), folded)
    folded = _OVERRIDE.sub(POISON, folded)
    removed: list[int] = []
    for count, match in enumerate(_HIDDEN.finditer(folded)):
        removed.append(match.start() - count)
    return Normalised(_HIDDEN.sub("", folded), tuple(removed))
