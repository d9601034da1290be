"""The consensus that a book amounts to."""

import math
from typing import cast

from extractors.figure import Qualifier
from warehouse.belief import Consensus, Quantity, State
from warehouse.consensus.book import Book, Lead
from warehouse.consensus.kinds import live_for
from warehouse.consensus.number import Number
from warehouse.consensus.relation import admits, supports
from warehouse.consensus.votes import Poll


def consensus_of(book: Book, quantity: Quantity) -> Consensus | None:
    """Return what the book says, without evidence; None before the first number."""
    lead = book.lead
    if lead is None:
        return None
    leader, policy = book.leader or lead.number, quantity.policy
    shown = book.shown(leader.key) or leader
    behind = {n for n in book.prints.articles if supports(n, leader, policy)}
    count = Poll(book, policy).voices(leader)
    span_low, span_high = _span(book, quantity, leader)
    return Consensus(
        value=shown.anchor,
        low=_finite(shown.low),
        high=None if shown.closed else _finite(shown.high),
        low_exclusive=shown.low_open,
        high_exclusive=shown.high_open and not shown.closed,
        qualifier=_qualifier(shown),
        basis=shown.basis,
        span_low=span_low,
        span_high=span_high,
        state=_state(lead, count, policy.corroborated_at),
        voices=count,
        speakers=len({name for number, name in book.prints.speakers if number in behind}),
        articles=sum(book.prints.articles[n] for n in behind),
        since=lead.since,
        changed_by=lead.report.article_id,
        cause=lead.cause,
        corrected=lead.corrected,
    )


def _state(lead: Lead, count: int, corroborated_at: int) -> State:
    return "contested" if lead.contested else "corroborated" if count >= corroborated_at else "single"


def _qualifier(leader: Number) -> Qualifier:
    if leader.form == "span":
        return "vague" if leader.vague else "range"
    names = {"exact": "exact", "about": "approximate"}
    names["floor"] = "more_than" if leader.low_open else "at_least"
    names["ceiling"] = "less_than" if leader.high_open else "at_most"
    return cast(Qualifier, names[leader.form])


def _span(book: Book, quantity: Quantity, leader: Number) -> tuple[float | None, float | None]:
    """Return the lowest and highest number that counted voices stand behind, of the leader's basis."""
    ends: list[float] = []
    for number, _, age in book.groups:
        if number.basis != leader.basis:
            continue
        counted = supports(number, leader, quantity.policy) or (
            not admits(number, leader, quantity.policy) and live_for(book, quantity, number, leader)(age)
        )
        if counted:
            ends += (
                [number.anchor]
                if number.anchor is not None
                else [number.low, math.inf if number.closed else number.high]
            )
    ends = [end for end in ends if math.isfinite(end)]
    return (min(ends), max(ends)) if ends else (None, None)


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
