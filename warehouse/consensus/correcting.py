"""Explicit corrections: a text that puts its number in place of another makes older statements of that one stale."""

from typing import Literal

from warehouse.belief import Policy
from warehouse.consensus.book import Book
from warehouse.consensus.number import Number
from warehouse.consensus.relation import admits, supports
from warehouse.consensus.votes import Poll

OUTRIGHT = 2  # voices behind a correction from which it leads, where it outweighs who said the leader since


def corrected(
    book: Book, poll: Poll, rival: Number, leader: Number, policy: Policy
) -> Literal["outright", "open"] | None:
    """Return how a correction that a rival brought stands against the leader; None where none does.

    It has to be later than the leader. All its voices count, but of the leader's only those that said so again after
    the correction. ``outright``: it is to lead; ``open``: the leader is contested.
    """
    if book.lead is None or rival.key not in book.corrections or rival.basis != leader.basis:
        return None
    told = (p.corrects for p in book.positions.values() if p.number.key == rival.key)
    steps = [step for step in told if step is not None and step > book.lead.taken]
    if not steps:
        return None
    mine, theirs = poll.votes(rival, leader), _insisting(book, leader, rival, min(steps), policy)
    if mine >= OUTRIGHT and mine > theirs:
        return "outright"
    return "open" if mine and mine >= theirs else None


def _insisting(book: Book, leader: Number, rival: Number, at: int, policy: Policy) -> int:
    """Return how many voices said the leader since a step, and exclude the rival."""
    return sum(
        position.reported >= at
        and not position.agencies
        and supports(position.number, leader, policy)
        and not admits(position.number, rival, policy)
        for position in book.positions.values()
    )
