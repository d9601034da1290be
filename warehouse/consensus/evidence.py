"""Where every report stands towards the head, and why in words."""

from collections.abc import Iterable, Sequence

from warehouse.belief import Consensus, Evidence, Quantity, Report, Stance
from warehouse.consensus.book import Book, Position
from warehouse.consensus.kinds import live_for
from warehouse.consensus.number import Number, assumed, number_of
from warehouse.consensus.reconcile import explain
from warehouse.consensus.relation import above, admits, below, supports
from warehouse.consensus.words import phrase

Siblings = Sequence[tuple[Quantity, Consensus]]


def evidence_of(book: Book, quantity: Quantity, reports: Iterable[Report], siblings: Siblings) -> tuple[Evidence, ...]:
    """Return one row per report, in the order given; none where nothing leads yet."""
    if book.lead is None:
        return ()
    leader = book.leader or book.lead.number
    return tuple(_row(book, quantity, leader, report, siblings) for report in reports)


def _row(book: Book, quantity: Quantity, leader: Number, report: Report, siblings: Siblings) -> Evidence:
    number = number_of(report, quantity)
    stance, reason = _stance(book, quantity, leader, report, number)
    if number is not None and not report.ignored:
        notes = [reason, explain(number, leader, quantity, siblings)]
        notes += ["the text names no side: taken as each"] if assumed(quantity, report.basis) else []
        reason = "; ".join(note for note in notes if note)
    return Evidence(report.report_id, report.origin, stance, reason)


def _stance(
    book: Book, quantity: Quantity, leader: Number, report: Report, number: Number | None
) -> tuple[Stance, str]:
    if report.ignored:
        return "ignored", "ignored by a decision"
    if number is None:
        return "ignored", "states no number"
    if report.rank > 1:
        return "compatible", f"{phrase(number, quantity)} is also printed by this article; only its own number votes"
    if report.report_id in book.held:
        return "held", book.held[report.report_id]
    if book.prints.latest.get(report.article_id) != report.report_id:
        return "superseded", f"said {phrase(number, quantity)} before: the article was edited since"
    position = book.positions.get(report.origin)
    if position is None or position.number.key != number.key:
        now = f": {report.origin} now says {phrase(position.number, quantity)}" if position else ""
        return "superseded", f"said {phrase(number, quantity)} before{now}"
    return _towards(book, quantity, leader, number, position)


def _towards(book: Book, quantity: Quantity, leader: Number, number: Number, position: Position) -> tuple[Stance, str]:
    """Return the stance of a number that its voice still stands at, in the most precise form that the voice gave it."""
    stands = position.number
    says, leads = phrase(number, quantity), phrase(leader, quantity)
    if supports(stands, leader, quantity.policy):
        return "supports", "the same number" if number == leader else f"{says} stands behind {leads}"
    if admits(stands, leader, quantity.policy):
        return "compatible", f"{says} leaves room for {leads}: neither counted nor against"
    if not live_for(book, quantity, number, leader)(book.group(position)[2]):
        return "superseded", f"{says} was reported before {leads}"
    if number.basis != leader.basis:
        return "dissents", f"{says}, not {leads}"
    side = "higher than" if above(number, leader) else "lower than" if below(number, leader) else "other than"
    return "dissents", f"{says} is {side} {leads}"
