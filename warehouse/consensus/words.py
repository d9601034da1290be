"""Numbers, factors and sentences as a reader sees them in causes, reasons and alerts."""

import math
from functools import cache
from importlib.resources import files

from warehouse.belief import Quantity
from warehouse.consensus.number import Key, Number

BASIS = {"each": " each", "total": " in total", "one_side": " on one side"}
FACTORS = {10.0: "ten times", 100.0: "a hundred times", 1000.0: "a thousand times"}
PARTS = {0.1: "a tenth of", 0.01: "a hundredth of", 0.001: "a thousandth of"}


def plain(value: float) -> str:
    """Return a number with thousands separators and no needless decimals: 1,000 and 6.1."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def phrase(number: Number, quantity: Quantity | None = None) -> str:
    """Return a number in words: "at least 12", "8,000 to 10,000", "24 or more".

    With its basis where the quantity is one of each side, or of another basis than the number.
    """
    said = quantity is not None and (quantity.basis == "each" or number.basis != quantity.basis)
    tail = BASIS.get(number.basis or "", "") if said else ""
    if number.anchor is not None:
        floor = "more than " if number.low_open else "at least "
        ceiling = "less than " if number.high_open else "up to "
        head = {"exact": "", "about": "about ", "floor": floor, "ceiling": ceiling}.get(number.form, "")
        return f"{head}{plain(number.anchor)}{tail}"
    if number.closed or not math.isfinite(number.high):
        return f"{plain(number.low)} or more{tail}"
    if not math.isfinite(number.low):
        return f"up to {plain(number.high)}{tail}"
    return f"{plain(number.low)} to {plain(number.high)}{tail}"


def figure(key: Key) -> str:
    """Return the number of a key in words, without its form."""
    _, low, high = key
    return phrase(Number("exact" if low == high else "span", None, low if low == high else None, low, high))


def factor(value: float) -> str:
    """Return "ten times", "a tenth of" … for a factor that a slip of the keyboard makes."""
    return FACTORS.get(round(value, 6)) or PARTS.get(round(value, 6)) or f"{value:g} times"


@cache
def numerals() -> frozenset[str]:
    """Return the number words that stand for a figure in a passage."""
    return frozenset(files("warehouse.consensus").joinpath("numerals.tsv").read_text(encoding="utf-8").split())
