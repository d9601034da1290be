"""How the values of a watch may be written: lists without brackets, spans, intervals, units, times."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any

from cronsim import CronSim, CronSimError
from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

_SPAN = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(s|sec|secs|seconds?|m|min|mins|minutes?|h|hours?|d|days?)\s*$", re.I)
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_UNITS = {
    "%": "percent", "percentage": "percent", "per cent": "percent", "number": "count", "people": "count",
    "$": "money:USD", "dollars": "money:USD", "€": "money:EUR", "euros": "money:EUR", "£": "money:GBP",
    "pounds sterling": "money:GBP",
}  # fmt: skip
_BASES = {"per side": "each", "each side": "each", "apiece": "each", "in total": "total", "combined": "total"}


def _terms(given: Any) -> Any:
    """Words or phrases: one, several with commas, or a list."""
    parts = given.split(",") if isinstance(given, str) else given
    if not isinstance(parts, list | tuple):
        raise ValueError(f"expected words, or a list of words, got {_shown(given)}")
    words = []
    for part in parts:
        if isinstance(part, bool) or not isinstance(part, str | int | float):
            raise ValueError(f"expected words, got {_shown(part)}")
        words.append(" ".join(str(part).split()))
    return tuple(dict.fromkeys(w for w in words if w))


def _number(given: Any) -> float | None:
    if given is None or isinstance(given, bool):
        return None
    if isinstance(given, int | float):
        return float(given)
    try:
        return float(str(given).replace(",", "").replace("_", "").replace(" ", ""))
    except ValueError:
        raise ValueError(f"expected a number, got {_shown(given)}") from None


def _interval(given: Any) -> Any:
    """``[1, 500]``, ``[1, null]``, ``1..500`` or ``{min: 1, max: 500}``; both ends count."""
    ends = _ends(given, "an interval like [1, 500], with null for an open end")
    low, high = _number(ends[0]), _number(ends[1])
    if low is not None and high is not None and low > high:
        raise ValueError(f"expected the smaller number first, got [{low:g}, {high:g}]")
    return (low, high)


def _ends(given: Any, expected: str) -> tuple[Any, Any]:
    if isinstance(given, str) and ".." in given:
        first, last = (part.strip() or None for part in given.split("..", 1))
        return first, last
    if isinstance(given, dict) and given and set(given) <= {"min", "max", "from", "to"}:
        return given.get("min", given.get("from")), given.get("max", given.get("to"))
    if isinstance(given, list | tuple) and len(given) == 2:
        return given[0], given[1]
    raise ValueError(f"expected {expected}, got {_shown(given)}")


def _moment(given: Any, at: time) -> datetime | None:
    if isinstance(given, str):
        try:
            given = datetime.fromisoformat(given) if len(given) > 10 else date.fromisoformat(given)
        except ValueError:
            raise ValueError(f"expected a date like 2026-03-01, got {_shown(given)}") from None
    if isinstance(given, datetime):
        return given if given.tzinfo else given.replace(tzinfo=UTC)
    if isinstance(given, date):
        return datetime.combine(given, at, tzinfo=UTC)
    if given is None:
        return None
    raise ValueError(f"expected a date like 2026-03-01, got {_shown(given)}")


def _when(given: Any) -> Any:
    """One day, or the first and last day (null: open); without a zone they are days in UTC."""
    one_day = isinstance(given, date) or (isinstance(given, str) and ".." not in given)
    ends = (given, given) if one_day else _ends(given, "a date, or [first day, last day]")
    first, last = _moment(ends[0], time.min), _moment(ends[1], time.max)
    if first and last and first > last:
        raise ValueError("expected the earlier date first")
    return (first, last)


def _span(given: Any) -> Any:
    """``15m``, ``2 hours``; a bare number is seconds."""
    if isinstance(given, int | float) and not isinstance(given, bool):
        span = timedelta(seconds=given)
    else:
        found = _SPAN.match(given) if isinstance(given, str) else None
        if not found:
            raise ValueError(f"expected a span like 15m, 1h or 1d, got {_shown(given)}")
        span = timedelta(seconds=float(found[1]) * _SECONDS[found[2][0].lower()])
    if not timedelta(seconds=1) <= span <= timedelta(days=366):
        raise ValueError(f"expected a span between 1s and 366d, got {_shown(given)}")
    return span


def _cron(given: Any) -> Any:
    if not isinstance(given, str) or len(given.split()) != 5:
        raise ValueError(f'expected five fields, like "*/15 * * * *", got {_shown(given)}')
    try:
        CronSim(given, datetime(2000, 1, 1, tzinfo=UTC))
    except CronSimError as error:
        raise ValueError(f'expected a cron line, like "*/15 * * * *", got {_shown(given)} ({error})') from error
    return given


def _known_as(names: dict[str, str]) -> Callable[[Any], Any]:
    return lambda given: names.get(given.strip().lower(), given) if isinstance(given, str) else given


def _shown(given: Any) -> str:
    said = str(given).lower() if isinstance(given, bool) else repr(given)
    hint = " (put it in quotes if you mean the word)" if isinstance(given, bool | date) else ""
    return (said if len(said) < 60 else said[:57] + "...") + hint


_WORDS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_NUMBER_OR_OPEN = {"type": ["number", "null"]}
_DATE_OR_OPEN = {"type": ["string", "null"]}


def _pair(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [{"type": "array", "prefixItems": [item, item], "minItems": 2, "maxItems": 2}, {"type": "string"}]}


Terms = Annotated[tuple[str, ...], BeforeValidator(_terms), WithJsonSchema(_WORDS)]
Interval = Annotated[
    tuple[float | None, float | None], BeforeValidator(_interval), WithJsonSchema(_pair(_NUMBER_OR_OPEN))
]
When = Annotated[tuple[datetime | None, datetime | None], BeforeValidator(_when), WithJsonSchema(_pair(_DATE_OR_OPEN))]
Moment = Annotated[
    datetime, BeforeValidator(lambda given: _moment(given, time.min)), WithJsonSchema({"type": "string"})
]
Span = Annotated[
    timedelta,
    BeforeValidator(_span),
    PlainSerializer(lambda span: f"{span.total_seconds():g}s", return_type=str),
    WithJsonSchema({"type": ["string", "number"], "examples": ["15m", "1h"]}),
]
Cron = Annotated[str, BeforeValidator(_cron), WithJsonSchema({"type": "string", "examples": ["*/15 * * * *"]})]
Unit = Annotated[str, BeforeValidator(_known_as(_UNITS))]
basis_words = _known_as(_BASES)
