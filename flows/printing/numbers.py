"""A reported number in words: with its qualifier, its unit and, where it has one, its basis."""

from typing import Protocol

from warehouse.consensus.words import BASIS
from warehouse.ledger.wording import amount_of

NOTHING = "nothing"
_PLURAL = ("duration", "age")


class Number(Protocol):
    """What a figure, a report, a consensus and a row of its history have in common."""

    @property
    def value(self) -> float | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def low_exclusive(self) -> bool | None: ...
    @property
    def high_exclusive(self) -> bool | None: ...
    @property
    def qualifier(self) -> str | None: ...
    @property
    def basis(self) -> str | None: ...


def said(number: Number, unit: str = "count", *, total: bool = True) -> str:
    """Return a number as a person would say it: ``390 each``, ``about 800 in total``, ``21%``, ``8 to 10 days``.

    ``total`` false leaves out "in total", where nothing else could be meant. ``nothing`` where no bound is known,
    which is what a withdrawn consensus says.
    """
    if number.value is None and number.low is None and number.high is None:
        return NOTHING
    basis = "" if number.basis == "total" and not total else BASIS.get(number.basis or "", "")
    row = {"low_exclusive": number.low_exclusive, "high_exclusive": number.high_exclusive, "basis": None}
    bounds = {"value": number.value, "low": number.low, "high": number.high, "qualifier": number.qualifier}
    return f"{amount_of({**row, **bounds})}{_suffix(unit, number.value == 1)}{basis}"


def span(low: float | None, high: float | None, unit: str = "count") -> str:
    """Return two bounds, either open: ``270 to 390``, ``at least 12``; one number where they are equal."""
    if low is None and high is None:
        return NOTHING
    row = {"low_exclusive": False, "high_exclusive": False, "basis": None, "low": low, "high": high}
    same = low == high
    return amount_of({**row, "value": low if same else None, "qualifier": "exact" if same else "range"}) + _suffix(unit)


def _suffix(unit: str, one: bool = False) -> str:
    """``%``, `` USD``, `` days``, `` km``; nothing for a count."""
    family, _, name = unit.partition(":")
    if family == "count":
        return ""
    if family == "percent":
        return "%"
    return f" {name or family}{'s' if family in _PLURAL and not one else ''}"
