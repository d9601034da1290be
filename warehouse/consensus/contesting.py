"""When a number becomes contested, and when that is settled."""

from warehouse.belief import Quantity, Report
from warehouse.consensus.book import Book
from warehouse.consensus.kinds import Move, contested
from warehouse.consensus.words import phrase


def contest(book: Book, quantity: Quantity, move: Move | None, report: Report) -> None:
    """See whether the lead is contested now, through what a report did (and how a voice moved), and note it."""
    now, lead = contested(book, quantity, move), book.lead
    if lead and now != lead.contested:
        if lead.report == report:
            cause = lead.cause
        else:
            said = f"{report.source} reports {phrase(move.number, quantity)}: " if move else ""
            cause = f"{said}{'against' if now else 'settles'} {phrase(lead.number, quantity)}"
        book.contest(now, report, cause)
