"""What a change is called when a contest begins and when it ends."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from warehouse.belief import Change, Consensus, Quantity, Report

Naming = Callable[[Quantity, Consensus | None, Consensus | None, Sequence[Report]], Change]


def named(
    naming: Naming,
    quantity: Quantity,
    standing: Consensus | None,
    before: Consensus | None,
    after: Consensus | None,
    cause: Sequence[Report],
) -> Change:
    """Return the change between two heads, heaviest kind first.

    ``standing`` is the number that stood before a contest (see ``stands``). A contest that begins is told as one,
    whichever rival leads (a late article can put either first). While it lasts, only a rival that outweighs the leader
    replaces it. When it ends, the number is compared with the one that stood.
    """
    change = naming(quantity, before, after, cause)
    was, now = _contested(before), _contested(after)
    if now and not was and "contested" in change.kinds:
        return replace(change, kinds=("contested", *(kind for kind in change.kinds if kind != "contested")))
    if now and was and not stands(before, after):
        return replace(change, kinds=tuple(kind for kind in change.kinds if kind not in ("changed", "corrected")))
    if not was or now or after is None or standing is None:
        return change
    whole = naming(quantity, standing, after, cause)
    return replace(whole, kinds=(*whole.kinds, "settled"))


def stands(before: Consensus | None, after: Consensus | None) -> bool:
    """Return whether a head is a number to compare later ones with: nobody contests it, or it outweighed its rival."""
    if after is None or not _contested(after):
        return after is not None
    if before is None or not _contested(before):
        return False
    other = (before.basis, before.value, before.low, before.high) != (after.basis, after.value, after.low, after.high)
    return other and after.voices > before.voices


def _contested(consensus: Consensus | None) -> bool:
    return consensus is not None and consensus.state == "contested"
