"""Telephone numbers whose groups hang together by hyphens: 801-555-4433, (813) 555-1860, 1-800-555-LINK."""

from extractors.figures.text.tokens import Token


def telephone(tokens: list[Token], i: int) -> bool:
    """True where the numeral at i begins the groups of a telephone number; what hangs on it is none either."""
    if tokens[i].text == "1" and i + 2 < len(tokens) and _hung(tokens, i + 1) and tokens[i + 2].kind == "n":
        return telephone(tokens, i + 2)  # ``1-800-555-0123``
    if len(tokens[i].text) != 3 or i + 2 >= len(tokens) or not _hung(tokens, i + 1):
        return False
    coded = i > 2 and tokens[i - 1].text == ")" and tokens[i - 3].text == "(" and len(tokens[i - 2].text) == 3
    if coded and tokens[i - 2].kind == "n":
        return _last(tokens[i + 2])
    middle = tokens[i + 2].kind == "n" and len(tokens[i + 2].text) == 3
    return middle and _hung(tokens, i + 3) and _last(tokens[i + 4])


def _hung(tokens: list[Token], k: int) -> bool:
    """A hyphen at k that touches what stands on both of its sides."""
    return k + 1 < len(tokens) and tokens[k].text == "-" and tokens[k].glued and tokens[k + 1].glued


def _last(token: Token) -> bool:
    """The last four digits, or the letters on their keys."""
    return len(token.text) == 4 and (token.text.isdigit() or token.text.isupper())
