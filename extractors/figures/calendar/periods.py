"""Days that only bound a longer time: ``the quarter ended June 30``, ``From 1 January to 28 April``."""

from extractors.figures.calendar.daywords import Mention
from extractors.figures.text.tokens import Token

_ENDS = frozenset({"ended", "ending", "ends"})
_PERIODS = frozenset(
    {"quarter", "year", "half", "period", "month", "months", "week", "weeks", "season", "fortnight", "quarters"}
)
_FROM = frozenset({"from", "between"})
_TO = frozenset({"to", "until", "through", "till", "and"})


def closed(tokens: list[Token], first: int) -> bool:
    """``in the quarter ended June 30``: the last day of a period, on which nothing need have happened."""
    k = first - 1
    if k > 0 and tokens[k].low == "on":
        k -= 1
    return k > 0 and tokens[k].low in _ENDS and tokens[k - 1].low in _PERIODS


def spans(tokens: list[Token], before: Mention, mention: Mention) -> bool:
    """``From 1 January to 28 April``: two days of the calendar and all between them."""
    if before.kind != "day" or mention.kind != "day" or mention.first != before.end + 1:
        return False
    led = tokens[before.first].low in _FROM or (before.first > 0 and tokens[before.first - 1].low in _FROM)
    return led and tokens[before.end].low in _TO
