"""One step of the fold: an article revision comes in, and its voice moves, repeats itself, or is held."""

from collections.abc import Sequence
from datetime import timedelta

from warehouse.belief import Quantity, Report
from warehouse.consensus.book import REPEATED, Book, Lead, Position, Statement
from warehouse.consensus.contesting import contest
from warehouse.consensus.guards import copy_differs, cut_short, flips, mistyped, released
from warehouse.consensus.kinds import Move, choose, stood
from warehouse.consensus.number import PRECISION, Number, number_of
from warehouse.consensus.speakers import name_key
from warehouse.consensus.withdrawal import withdraw
from warehouse.consensus.words import phrase


def step(book: Book, quantity: Quantity, reports: Sequence[Report], index: int) -> bool:
    """Fold one article revision into the book in place; return whether it said anything that counts."""
    own = next((r for r in reports if r.rank == 1 and not r.ignored), None)
    if own is not None and own.withdrawn:
        return withdraw(book, quantity, own)
    number = None if own is None else number_of(own, quantity)
    if own is None or number is None:
        return False
    why = _held(book, quantity, own, number)
    for report in reports:
        if report.rank > 1:
            _note(book, quantity, report)
    if why is not None:
        book.held[own.report_id] = why
    else:
        if not _echo(book, own, number):
            book.waiting.pop(own.origin, None)
        _stand(book, quantity, own, number, index)
    for voice in released(book, quantity.policy):
        waiting = book.waiting.pop(voice, None)
        if waiting is not None:
            book.held.pop(waiting[1].report_id, None)
            _stand(book, quantity, waiting[1], waiting[0], index)
    return True


def _note(book: Book, quantity: Quantity, report: Report) -> None:
    """Remember who printed a number first beside the own number of a text."""
    number = None if report.ignored else number_of(report, quantity)
    if number is not None:
        book.beside.setdefault((report.lineage_id, number.key), report.owner)


def _held(book: Book, quantity: Quantity, own: Report, number: Number) -> str | None:
    """Return why the report does not move its voice, or None."""
    differs, flipped = copy_differs(book, own, number), flips(book, own, number, quantity.policy)
    shortened = cut_short(book, own, number)
    position = book.positions.get(own.origin)
    if position is not None and position.number.key == number.key:
        return None
    if differs or shortened or flipped:
        return differs or shortened or flipped
    if why := mistyped(book, own, number, quantity.policy):
        book.waiting[own.origin] = (number, own)
        return why
    return None


def _echo(book: Book, report: Report, number: Number) -> bool:
    """Return whether a report copies what another article of its lineage said before: its voice says nothing again."""
    return book.texts.get((report.lineage_id, number.key), report.article_id) != report.article_id


def _stand(book: Book, quantity: Quantity, report: Report, number: Number, index: int) -> None:
    """Let a voice stand at a number, and see who leads then."""
    voice, position = report.origin, book.positions.get(report.origin)
    if report.turn == "corrected":
        book.corrections |= {number.key}
    book.texts.setdefault((report.lineage_id, number.key), report.article_id)
    book.statements.pop(report.article_id, None)
    book.statements[report.article_id] = Statement(number, report, index)
    book.prints.put(report, number.key, name_key(report.speaker), book.where)
    if position is not None and position.number.key == number.key:
        _repeat(book, quantity, report, position, number, index)
        return
    before = position.number if position else None
    if before is not None:
        book.left[voice] = book.left.get(voice, frozenset()) | {before.key}
    new = number.key not in book.seen
    book.seen.setdefault(number.key, index)
    corrects = index if report.turn == "corrected" else None
    book.place(voice, Position(number, report, index, index, report.agencies, corrects))
    _lead(book, quantity, Move(voice, number, before, new, _late(book, quantity, report), report.turn), report, index)


def _repeat(book: Book, quantity: Quantity, report: Report, position: Position, number: Number, index: int) -> None:
    """Let a voice say again where it stands, maybe more precisely, or now as a correction."""
    known, age = position.number, book.group(position)[2]
    kept = known if PRECISION[known.form] >= PRECISION[number.form] else number
    reported = position.reported if _echo(book, report, number) else index
    corrects = index if position.corrects is None and report.turn == "corrected" else position.corrects
    again = Position(kept, report, position.taken, reported, position.agencies and report.agencies, corrects)
    book.place(report.origin, again)
    woken = quantity.kind != "fixed" and book.group(again)[2] == REPEATED != age
    if woken or corrects != position.corrects:
        _lead(book, quantity, Move(report.origin, kept, kept, new=False), report, index)
    elif kept != known or again.agencies != position.agencies:
        contest(book, quantity, None, report)


def _late(book: Book, quantity: Quantity, report: Report) -> bool:
    """Return whether a report comes longer after the leader than a period of the quantity."""
    period = timedelta(hours=quantity.policy.period_hours)
    return book.lead is not None and report.effective_at - book.lead.since > period


def _lead(book: Book, quantity: Quantity, move: Move, report: Report, index: int) -> None:
    lead = book.lead
    choice = choose(book, quantity, move)
    if choice is not None:
        moved = lead is not None and stood(move, lead.number, quantity)
        lower = lead is not None and choice.number.basis == lead.number.basis and choice.number.low < lead.number.low
        if lead and lower:
            book.lowered |= {lead.number.key}
        if lead and choice.number.key in book.corrections:
            book.overruled |= {lead.number.key}
        book.overruled -= {choice.number.key}
        corrected = moved and (
            quantity.kind == "fixed" or report.revision > 1 or (quantity.kind == "cumulative" and lower)
        )
        cause = f"{report.source} reports {phrase(choice.number, quantity)}: {choice.why}"
        book.follow(Lead(choice.number, index, report.effective_at, report, cause, corrected))
    contest(book, quantity, move, report)
