"""Feasts of one date in every year, ``New Year's Eve``, ``Christmas Day``; days.tsv has them as month and day."""

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

# The longest name has so many tokens.
_LONGEST = 4
_HUNDRED = 100
_YEARS = range(1900, 2100)
# ``the Fourth of July fireworks``, ``a Christmas Eve dinner``: of that kind, on whatever day.
_KINDS = frozenset(
    {"weekend", "week", "holiday", "holidays", "season", "fireworks", "party", "parties", "sale", "sales", "dinner",
     "celebration", "celebrations", "festivities", "barbecue", "picnic", "cookout", "resolution", "resolutions"}
)  # fmt: skip


def read(tokens: list[Token], i: int, lexicon: Lexicon) -> Mention | None:
    """The feast whose last word stands at i, with the year behind it; None where none does."""
    feasts = lexicon.days.get("feast", {})
    for first in range(max(0, i - _LONGEST + 1), i + 1):
        day = feasts.get(" ".join(t.low for t in tokens[first : i + 1]))
        if day is not None and tokens[first].text[0].isupper() and not festive(tokens, i + 1):
            end = i + 1
            year = int(tokens[end].text) if end < len(tokens) and tokens[end].text.isdecimal() else 0
            known = year in _YEARS
            return Mention(
                first, end + known, "day", day=day % _HUNDRED, month=day // _HUNDRED, year=year if known else None
            )
    return None


def festive(tokens: list[Token], end: int) -> bool:
    """True where the name of a feast that ends there only says of what kind the next noun is."""
    return end < len(tokens) and tokens[end].low in _KINDS
