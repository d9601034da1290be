"""What a difference between two beliefs is called, and whether it is worth telling."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from warehouse.belief import Change, ChangeKind, Consensus, Policy, Quantity, Report
from warehouse.consensus.number import number_of
from warehouse.consensus.relation import supports


def change(
    quantity: Quantity, before: Consensus | None, after: Consensus | None, cause: Sequence[Report] = ()
) -> Change:
    """Return what changed between two beliefs, heaviest kind first; no kinds where nothing is worth telling.

    ``cause`` are the reports (of one article) that were put in between. Another form of the same number ("at least
    12" after "12") is not a change. Ask ``alert_kind`` which of the kinds the watch wants told.
    """
    article = cause[0].article_id if cause else None
    if after is None:
        return Change(("withdrawn",) if before else (), before, after, article)
    if before is None:
        return Change(("established", *_crossed(quantity.policy, None, after)), before, after, article)
    kinds: list[ChangeKind] = []
    if not _same(quantity, before, after):
        kinds += ["corrected", "changed"] if after.corrected else ["changed"]
    was, now = before.state == "contested", after.state == "contested"
    if now and not was:
        kinds.append("contested")
    kinds += _crossed(quantity.policy, before, after)
    if was and not now:
        kinds.append("settled")
    if before.state == "single" and after.state == "corroborated" and "changed" not in kinds:
        kinds.append("corroborated")
    return Change(tuple(kinds), before, after, article)


def alert_kind(change: Change, policy: Policy) -> ChangeKind | None:
    """Return the heaviest kind of a change that the watch wants told, or None."""
    return next((kind for kind in change.kinds if kind in policy.alert_on), None)


def stale(quantity: Quantity, head: Consensus | None, last_report: datetime, now: datetime) -> Change:
    """Return a change of kind stale where nobody has reported for longer than the watch allows, else one of no kind."""
    hours = quantity.policy.stale_after_hours
    late = head is not None and hours is not None and now - last_report > timedelta(hours=hours)
    return Change(("stale",) if late else (), head, head, None)


def _same(quantity: Quantity, before: Consensus, after: Consensus) -> bool:
    """Return whether two beliefs are forms of one number; only what grows is another number with every unit."""
    old, new = number_of(before, quantity), number_of(after, quantity)
    if old is None or new is None:
        return False
    if old.key == new.key:
        return True
    points = {old.form, new.form} <= {"exact", "about"}
    finer = supports(old, new, quantity.policy) or supports(new, old, quantity.policy)
    return quantity.kind != "cumulative" and points and finer


def _crossed(policy: Policy, before: Consensus | None, after: Consensus) -> list[ChangeKind]:
    was, now = (_floor(before) if before else None), _floor(after)
    crossed = now is not None and any((was is None or was < t) and t <= now for t in policy.thresholds)
    return ["threshold"] if crossed else []


def _floor(consensus: Consensus) -> float | None:
    return consensus.value if consensus.value is not None else consensus.low
