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

    ``standing`` is the last head that nobody contested. While a number is contested nothing has replaced it: a contest
    that begins is told as one, whichever rival leads (a late article can put either first), and when it ends the new
    number is compared with the one that stood before it.
    """
    change = naming(quantity, before, after, cause)
    if after is not None and after.state == "contested" and "contested" in change.kinds:
        return replace(change, kinds=("contested", *(kind for kind in change.kinds if kind != "contested")))
    ended = after is not None and after.state != "contested" and before is not None and before.state == "contested"
    if not ended or standing is None:
        return change
    whole = naming(quantity, standing, after, cause)
    return replace(whole, kinds=(*whole.kinds, "settled"))
