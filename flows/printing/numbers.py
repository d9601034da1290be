"""A reported number in words: with its qualifier and, where it has one, its basis."""

from typing import Protocol

_POINT = {
    "approximate": "about {}",
    "at_least": "at least {}",
    "at_most": "up to {}",
    "more_than": "more than {}",
    "less_than": "fewer than {}",
}
_BASIS = {"each": "each", "total": "in total", "one_side": "of one side"}
NOTHING = "nothing"


class Number(Protocol):
    """What a figure, a report, a consensus and a row of its history have in common."""

    @property
    def value(self) -> float | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def qualifier(self) -> str | None: ...
    @property
    def basis(self) -> str | None: ...


def said(number: Number, unit: str = "count", *, total: bool = True) -> str:
    """Return a number as a person would say it: ``390 each``, ``about 800 in total``, ``8,000–10,000``.

    ``total`` false leaves out "in total", where nothing else could be meant. ``nothing`` where no bound is known,
    which is what a withdrawn consensus says.
    """
    plain = _plain(number, unit)
    basis = _BASIS.get(number.basis or "") if total or number.basis != "total" else None
    return f"{plain} {basis}" if basis and plain != NOTHING else plain


def span(low: float | None, high: float | None, unit: str = "count") -> str:
    """Return two bounds, either open: ``270–390``, ``12 or more``, ``up to 12``; one number where they are equal."""
    if low is None and high is None:
        return NOTHING
    if low is None or high is None:
        return f"up to {counted(high, unit)}" if high is not None else f"{counted(low, unit)} or more"
    return counted(low, unit) if low == high else f"{counted(low, unit)}–{counted(high, unit)}"


def counted(number: float | None, unit: str = "count") -> str:
    """Return a plain number with separators and its unit: ``1,000``, ``21%``, ``USD 48,000,000``, ``5 days``."""
    if number is None:
        return NOTHING
    digits = f"{number:,.0f}" if float(number).is_integer() else f"{number:,.10g}"
    family, _, name = unit.partition(":")
    if family == "percent":
        return f"{digits}%"
    if family == "money":
        return f"{name} {digits}".strip()
    if family == "count":
        return digits
    return f"{digits} {name or family}" + ("s" if family in ("duration", "age") and number != 1 else "")


def _plain(number: Number, unit: str) -> str:
    point = number.value
    if point is None and number.qualifier in _POINT:
        point = number.low if number.low is not None else number.high
    if point is None or number.qualifier in ("range", "vague"):
        return span(number.low, number.high, unit)
    return _POINT.get(number.qualifier or "", "{}").format(counted(point, unit))
