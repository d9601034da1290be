"""Identities between numbers that explain why two differ; they are printed, and never vote."""

from collections.abc import Sequence
from itertools import combinations

from warehouse.belief import Consensus, Quantity
from warehouse.consensus.number import Number
from warehouse.consensus.words import phrase, plain

PARTS = 3  # at most so many sibling quantities are tried as a sum
HEDGED = 0.05  # "almost 800" for 2 × 390 = 780


def explain(
    number: Number, leader: Number, quantity: Quantity, siblings: Sequence[tuple[Quantity, Consensus]] = ()
) -> str:
    """Return the identity by which a number fits the leader or its siblings, in words, or an empty string."""
    if number.anchor is None:
        return ""
    return _doubled(number, leader) or _summed(number, quantity, siblings) or _halves(number, leader, siblings)


def _doubled(number: Number, leader: Number) -> str:
    """One is each side, the other both sides together."""
    if leader.anchor is None or number.anchor is None or number.basis == leader.basis:
        return ""
    each, total = (number, leader) if number.basis == "each" else (leader, number)
    if each.basis != "each" or total.basis != "total" or each.anchor is None or total.anchor is None:
        return ""
    if _fits(total, 2 * each.anchor):
        return f"twice {plain(each.anchor)} each is {plain(2 * each.anchor)} in total"
    if each.anchor == total.anchor:
        return f"{plain(total.anchor)} in total would be {plain(total.anchor / 2)} each"
    return ""


def _summed(number: Number, quantity: Quantity, siblings: Sequence[tuple[Quantity, Consensus]]) -> str:
    """The number is the sum of two or three sibling quantities of the same unit and basis."""
    parts = [
        (q.title or q.name, c.value)
        for q, c in siblings
        if c.value and q.name != quantity.name and q.unit == quantity.unit and c.basis == number.basis
    ]
    for size in range(2, PARTS + 1):
        for chosen in combinations(parts[:8], size):
            if sum(value for _, value in chosen) == number.anchor:
                terms = " + ".join(f"{plain(value)} ({title})" for title, value in chosen)
                return f"{terms} = {plain(number.anchor)}"
    return ""


def _halves(number: Number, leader: Number, siblings: Sequence[tuple[Quantity, Consensus]]) -> str:
    """The number is twice what a sibling reports of each side: it may tell of that one."""
    if number.key == leader.key or number.basis == "each":
        return ""
    for sibling, consensus in siblings:
        if consensus.basis == "each" and consensus.value and _fits(number, 2 * consensus.value):
            title = sibling.title or sibling.name
            return f"{phrase(number)} is twice {plain(consensus.value)} each ({title})"
    return ""


def _fits(number: Number, value: float) -> bool:
    if number.anchor is None:
        return False
    if number.form == "about":
        return abs(number.anchor - value) <= HEDGED * value
    return number.anchor == value
