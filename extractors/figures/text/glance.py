"""The words of a sentence at a glance, before it is tokenised: most sentences that hold no number end here."""

import re

# Small letters for letters, 0 for digits, blanks for the rest; bytes, because they are translated in one go.
_LETTERS = bytes(
    ord(char.lower()) if char.isalpha() and char.isascii() else ord("0") if char in "0123456789" else ord(" ")
    for char in map(chr, range(256))
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"[\d½⅓⅔¼¾]")
DIGIT = b"0"
# As a byte's number: bytes in bytes are looked for only after an error was made and dropped.
_ZERO = DIGIT[0]


def glance(text: str) -> set[bytes]:
    """The runs of letters of a text in small letters, and DIGIT where it has a digit or a fraction sign."""
    if text.isascii():
        small = text.encode("ascii").translate(_LETTERS)
        words = set(small.split())
        numeral = _ZERO in small
    else:
        words = {word.encode() for word in _WORD.findall(text.lower())}
        numeral = _NUMERAL.search(text) is not None
    if numeral:
        words.add(DIGIT)
    return words
