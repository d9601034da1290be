"""A reported number as the policy compares it: its form, its bounds, its basis."""

import math
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from extractors.figure import Basis
from warehouse.belief import Consensus, Quantity, Report

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
ROUND_FROM = 1000.0  # smaller counts are not rounded in print: 99 killed is not 100 killed
MAGNITUDE_FROM = 20.0  # from dozens on, a vague word names a magnitude: [1×, 10×); "several" and "many" do not

PRECISION: dict[Form, int] = {"exact": 4, "about": 3, "floor": 2, "ceiling": 1, "span": 0}


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its basis. ``anchor`` is the N of N, about N, at least N, up to N; None for a range or magnitude.

    ``low`` and ``high`` are what the words admit before any tolerance; infinite where there is no end, and themselves
    excluded where open.
    """

    form: Form
    basis: Basis | None
    anchor: float | None
    low: float
    high: float
    low_open: bool = False
    high_open: bool = False
    vague: bool = False
    closed: bool = False  # a magnitude whose upper end is understood, not stated
    slack: float = field(default=math.inf, compare=False)  # how far an approximation reaches, beside the tolerance
    key: Key = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Set ``key``, which makes two numbers the same whatever their form: basis and anchor, or both ends."""
        low, high = (self.low, self.high) if self.anchor is None else (self.anchor, self.anchor)
        object.__setattr__(self, "key", (self.basis, low, high))

    @property
    def wide(self) -> bool:
        """True where it may stand behind whole numbers other than its own: an approximation, or a round number."""
        if self.anchor is None or self.form not in ("exact", "about"):
            return False
        return self.form == "about" or (abs(self.anchor) >= ROUND_FROM and self.anchor % 100 == 0)

    @property
    def whole(self) -> bool:
        """True for a whole number, a range or a magnitude; only a fraction is rounded to any whole number."""
        return self.anchor is None or self.anchor.is_integer()

    @property
    def top(self) -> float:
        """The largest number that it names itself (24 for "24 and up", 10,000 for tens of thousands)."""
        return self.low if self.vague or not math.isfinite(self.high) else self.high

    def contains(self, point: float) -> bool:
        """Return whether its words admit a point."""
        after = point > self.low or (point == self.low and not self.low_open)
        return after and (point < self.high or (point == self.high and not self.high_open))

    @property
    def open(self) -> bool:
        """True for words without an upper end and without a number ("several", "many")."""
        return self.form == "span" and not math.isfinite(self.high)


def number_of(report: Report | Consensus, quantity: Quantity) -> Number | None:
    """Return the number of a report or a belief, or None where it states none (neither value nor bound)."""
    basis = basis_in(quantity, report.basis)
    low, high, form = report.low, report.high, FORMS[report.qualifier]
    anchor = report.value
    if anchor is None and form != "span":
        anchor = low if high is None else high if low is None else low if low == high else None
    if anchor is not None and form == "span" and low == high:
        form = "exact"
    if anchor is None or form == "span":
        return _span(basis, report)
    anchor = float(f"{anchor:.12g}")  # a converted unit leaves noise in the last places
    if form == "floor":
        return Number(form, basis, anchor, anchor, math.inf, low_open=report.low_exclusive)
    if form == "ceiling":
        return Number(form, basis, anchor, -math.inf, anchor, high_open=report.high_exclusive)
    # What varies is followed to the places that are printed: about 45,000 is no 41,300 of another week.
    slack = place(anchor) / 2 if quantity.kind == "stock" else math.inf
    return Number(form, basis, anchor, anchor, anchor, slack=slack)


def _span(basis: Basis | None, report: Report | Consensus) -> Number | None:
    low, high, vague = report.low, report.high, report.qualifier == "vague"
    if low is None and high is None:
        return None
    if vague and high is None and low is not None and low >= MAGNITUDE_FROM:
        return Number("span", basis, None, low, 10 * low, high_open=True, vague=True, closed=True)
    ends = (-math.inf if low is None else low, math.inf if high is None else high)
    opened = (report.low_exclusive, report.high_exclusive)
    return Number("span", basis, None, *ends, *opened, vague=vague)


def basis_in(quantity: Quantity, basis: Basis | None) -> Basis | None:
    """Return the basis under which a figure counts in this quantity.

    In a quantity of each side, a figure without a basis or of one side counts as each; elsewhere a figure without
    a basis counts as the quantity's own, and where that has none only each stands apart. A total never becomes each,
    nor each a total.
    """
    if quantity.basis == "each":
        return "total" if basis == "total" else "each"
    if quantity.basis is None:
        return "each" if basis == "each" else None
    return basis or quantity.basis


def place(value: float) -> float:
    """Return the worth of the last digit that is not zero: 100 for 6200, 0.1 for 5.9."""
    _, digits, exponent = Decimal(f"{value:.12g}").normalize().as_tuple()
    return float(10.0 ** int(exponent)) if any(digits) else 1.0


def assumed(quantity: Quantity, basis: Basis | None) -> bool:
    """Return whether a figure counts as each though its text does not say so."""
    return quantity.basis == "each" and basis not in ("each", "total")
