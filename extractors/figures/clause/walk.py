"""What stands between a number and an action word, priced: light words cost little, clause borders much."""

from itertools import repeat

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_OPENS_ASIDE = frozenset(",(—–-")
_OF_WHERE = frozenset({"of", "from", "with", "in", "at"})
_DESCRIBED = 6
# What a word costs that has no price of its own.
_USUAL = repeat(0.6)
# How far behind the comma of a remark ``of them`` may stand.
_PART = 8
_PLAIN = frozenset({"and", "the", "of", "years", "year", "months", "old"})
_BETWEEN_AGES = frozenset({"and", ",", "between", "to", "from", "under", "over", "or"})


def price(tokens: list[Token], lows: list[str], first: int, end: int, spans: list[Span], lexicon: Lexicon) -> float:
    """What lies between: light words cost little, clause borders and other numbers much."""
    if first >= end:
        return 0.0
    if lows[first] == "aged":
        first = _ages_end(tokens, first + 1, end)
    aside = _aside(tokens, first, end, spans, lexicon) if lows[first] in _OPENS_ASIDE else None
    if lows[first] in _OF_WHERE:
        aside = _named(tokens, first, end, lexicon)
    words = lows[first : aside.start] + lows[aside.stop : end] if aside else lows[first:end]
    paid, numbers = sum(map(_prices[lexicon.language].get, words, _USUAL), 0.0), 0
    for span in spans:
        if first <= span.first < end and not (aside and span.first in aside):
            numbers += 1
    return paid + 2.0 * numbers


def _ages_end(tokens: list[Token], first: int, end: int) -> int:
    """``Three sisters aged 8, 12 and 17 were killed``: past their ages; not past ``aged 4 to 12, and 71 were``."""
    while first < end and (tokens[first].kind == "n" or tokens[first].low in _BETWEEN_AGES):
        if tokens[first].text == "," and tokens[first + 1].low == "and" and tokens[first - 2].text != ",":
            break
        first += 1
    return first


@Once
def _prices(language: str) -> dict[str, float]:
    """What each word costs that does not cost 0.6; of two prices the later one here holds."""
    lexicon = load(language)
    prices = dict.fromkeys(lexicon.cue("preposition"), 0.8) | dict.fromkeys((",", "(", ")", "–", "—"), 1.2)
    prices |= dict.fromkeys(lexicon.cue("border"), 3.0) | dict.fromkeys(lexicon.cue("light"), 0.15)
    return prices | dict.fromkeys([*lexicon.cue("and_word"), "or"], 2.0) | dict.fromkeys('"“”', 0.1)


def _names(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> range:
    """``three aid workers, Jon Brun, Ada Poll and Mirko Lenz, were seized``; ``two sisters, 9 and 12, died``."""
    names = numbers = 0
    for k in range(first + 1, min(end + 1, first + 16, len(tokens))):
        token = tokens[k]
        closed = tokens[k - 1].text in ",)"
        if token.low in lexicon.cue("auxiliary") or (k == end and closed):
            return range(first, k) if names > 1 or (numbers and closed) else range(0)
        names += token.text[0].isupper()
        numbers += token.kind == "n"
        plain = token.text in ",)" or token.low in _PLAIN or token.low in lexicon.nouns
        if not (plain or token.kind == "n" or token.text[0].isupper()):
            break
    return range(0)


def _named(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> range | None:
    """``Two reporters of the Gazette, Nils Brekke and Tove Lind, came home``: the names behind what describes them."""
    for k in range(first + 1, min(end, first + _DESCRIBED)):
        if tokens[k].text == ",":
            return _names(tokens, k, end, lexicon) or None
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("auxiliary"):
            return None
    return None


def _aside(tokens: list[Token], first: int, end: int, spans: list[Span], lexicon: Lexicon) -> range:
    """The tokens of a remark between two commas right behind the counted: ``, including three children,``."""
    if first + 1 >= end:
        return range(0)
    if not _remark(tokens, first, lexicon):
        return _names(tokens, first, end, lexicon) if any(s.noun_end == first for s in spans) else range(0)
    for k in range(first + 2, min(end, first + 16)):
        if (
            tokens[k].text in ",)—–-"
            and not (k + 1 < end and tokens[k + 1].kind == "n")
            and not tokens[k].glued - (tokens[k].text in ",)")
        ):
            return range(first, k + 1)
    return range(0)


def _remark(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """A word that a remark begins with, or a number: ``– 18 of whom were deported –``, ``, 150 a side,``."""
    if tokens[first + 1].low in lexicon.cue("aside"):
        return True
    if tokens[first + 1].low == "or" and first + 2 < len(tokens) and tokens[first + 2].kind == "n":
        return True  # ``, or 75 percent of the population,``
    number = tokens[first + 1].kind == "n" or tokens[first + 1].low in lexicon.triggers
    if first + 3 >= len(tokens):
        return False
    if _part(tokens, first + 1, lexicon):
        return True
    if not number:
        return False
    pair = f"{tokens[first + 2].low} {tokens[first + 3].low}"
    return tokens[first].text in "—–" or pair in lexicon.cue("each_phrase|part_phrase")


def _part(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """``, roughly 40 percent of them children,``, ``, at least 12 of whom were armed,``: a number and ``of them``."""
    counted = False
    for k in range(first, min(first + _PART, len(tokens) - 1)):
        low = tokens[k].low
        if low == "of" and tokens[k + 1].low in ("them", "whom", "which"):
            return counted
        counted = counted or tokens[k].kind == "n" or low in lexicon.triggers
        if tokens[k].text == "," or low in lexicon.cue("auxiliary") or low in lexicon.verbs:
            return False
    return False
