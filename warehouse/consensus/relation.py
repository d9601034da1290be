"""How one number stands to another: the same, admitted by its words, above, below, or a slip of the keyboard."""

from warehouse.belief import Policy
from warehouse.consensus.number import ROUND_FROM, Number, place

SLIPS = (10.0, 100.0, 1000.0)  # a digit or a unit too many (thousand for million)


def supports(number: Number, leader: Number, policy: Policy) -> bool:
    """Return whether who reports ``number`` stands behind ``leader``.

    The same number in any form (12, about 12, at least 12, up to 12); "about N" where the leader lies within the
    tolerance; a rounded number behind a finer one that rounds to it. Never across bases, never by arithmetic.
    """
    if number.basis != leader.basis:
        return False
    if number.key == leader.key:
        return True
    if number.anchor is None or leader.anchor is None:
        return False
    if number.form == "about":
        near = _near(number.anchor, leader.anchor, policy.tolerance)
        return near and abs(number.anchor - leader.anchor) <= number.slack
    return number.form == leader.form == "exact" and _rounds(number.anchor, leader.anchor, policy.rounding)


def admits(number: Number, other: Number, policy: Policy) -> bool:
    """Return whether both can hold at once: the same basis, and bounds that overlap (or support)."""
    if number.basis != other.basis:
        return False
    if supports(number, other, policy) or supports(other, number, policy):
        return True
    low, high = max(number.low, other.low), min(number.high, other.high)
    return low < high or (low == high and number.contains(low) and other.contains(low))


def above(number: Number, leader: Number) -> bool:
    """Return whether a number is higher than all that the leader names."""
    return number.basis == leader.basis and number.low > leader.top


def below(number: Number, leader: Number) -> bool:
    """Return whether a number is lower than all that the leader admits."""
    return number.basis == leader.basis and number.high < leader.low


def refines(number: Number, leader: Number, policy: Policy) -> bool:
    """Return whether a number is a finer one that the leader's own words admit.

    A point within a bound, a range or a magnitude; 318 within about 320; 6,234 where 6,200 was printed.
    """
    if number.key == leader.key or number.form not in ("exact", "about"):
        return False
    if leader.form in ("exact", "about"):
        return number.form == "exact" and supports(leader, number, policy) and not supports(number, leader, policy)
    return admits(number, leader, policy)


def slip(number: Number, leader: Number, tolerance: float) -> float | None:
    """Return by which factor (10, 0.1, 100 …) a number looks mistyped beside the leader, or None."""
    if number.basis != leader.basis or not number.anchor or not leader.anchor:
        return None
    ratio = number.anchor / leader.anchor
    for factor in SLIPS:
        for slipped in (factor, 1 / factor):
            if abs(ratio / slipped - 1) <= tolerance:
                return slipped
    return None


def same_size(number: Number, leader: Number) -> bool:
    """Return whether two numbers are nearer to each other than to a slip by ten."""
    if not number.anchor or not leader.anchor or number.basis != leader.basis:
        return False
    return 10**-0.5 < number.anchor / leader.anchor < 10**0.5


def _near(a: float, b: float, tolerance: float) -> bool:
    return abs(a - b) <= tolerance * abs(a) * (1 + 1e-9)


def _rounds(coarse: float, fine: float, tolerance: float) -> bool:
    """Return whether ``fine`` is printed as ``coarse`` when rounded to its places, and within the tolerance."""
    if not _near(coarse, fine, tolerance):
        return False
    last = place(coarse)
    if place(fine) >= last or (last > 1 and (last < 100 or abs(coarse) < ROUND_FROM)):
        return False
    return abs(coarse - fine) <= last / 2 and (last > 1 or not fine.is_integer())
