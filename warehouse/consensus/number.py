"""A reported number as the policy compares it: its form, its bounds, its basis."""

import math
from dataclasses import dataclass
from typing import Literal

from extractors.figure import Basis
from warehouse.belief import Quantity, Report

Form = Literal["exact", "about", "floor", "ceiling", "span"]
Key = tuple[Basis | None, float, float]

FORMS: dict[str, Form] = {
    "exact": "exact",
    "approximate": "about",
    "at_least": "floor",
    "more_than": "floor",
    "at_most": "ceiling",
    "less_than": "ceiling",
    "range": "span",
    "vague": "span",
}
PRECISION: dict[Form, int] = {"exact": 4, "about": 3, "floor": 2, "ceiling": 1, "span": 0}


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its basis. ``anchor`` is the N of N, about N, at least N, up to N; None for a range or magnitude.

    ``low`` and ``high`` are what the words admit before any tolerance; infinite where open.
    """

    form: Form
    basis: Basis | None
    anchor: float | None
    low: float
    high: float
    strict: bool = False
    vague: bool = False

    @property
    def key(self) -> Key:
        """What makes two numbers the same whatever their form: the basis and the anchor, or both ends."""
        if self.anchor is not None:
            return (self.basis, self.anchor, self.anchor)
        return (self.basis, self.low, self.high)

    @property
    def top(self) -> float:
        """The largest number that it names itself (24 for "24 and up")."""
        return self.high if math.isfinite(self.high) else self.low

    @property
    def open(self) -> bool:
        """True for words without an upper end and without a number ("several", "many")."""
        return self.form == "span" and not math.isfinite(self.high)


def number_of(report: Report, quantity: Quantity) -> Number | None:
    """Return the number of a report, or None where it states none (neither value nor bound)."""
    basis = basis_in(quantity, report.basis)
    low, high, form = report.low, report.high, FORMS[report.qualifier]
    anchor = report.value
    if anchor is None and form != "span":
        anchor = low if high is None else high if low is None else low if low == high else None
    if anchor is not None and form == "span" and low == high:
        form = "exact"
    if anchor is None or form == "span":
        return _span(basis, low, high, report.qualifier == "vague")
    strict = report.low_exclusive or report.high_exclusive
    low, high = {"floor": (anchor, math.inf), "ceiling": (-math.inf, anchor)}.get(form, (anchor, anchor))
    return Number(form, basis, float(anchor), float(low), float(high), strict)


def _span(basis: Basis | None, low: float | None, high: float | None, vague: bool) -> Number | None:
    if low is None and high is None:
        return None
    ends = (-math.inf if low is None else low, math.inf if high is None else high)
    return Number("span", basis, None, *ends, vague=vague)


def basis_in(quantity: Quantity, basis: Basis | None) -> Basis | None:
    """Return the basis under which a figure counts in this quantity.

    In a quantity of each side, a figure without a basis or of one side counts as each; elsewhere a figure without
    a basis counts as the quantity's own. A total never becomes each, nor each a total.
    """
    if quantity.basis == "each":
        return "total" if basis == "total" else "each"
    return basis or quantity.basis or "total"


def assumed(quantity: Quantity, basis: Basis | None) -> bool:
    """Return whether ``basis_in`` had to assume the basis of a figure."""
    return quantity.basis is not None and basis_in(quantity, basis) != basis
