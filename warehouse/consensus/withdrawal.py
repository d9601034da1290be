"""A page that was edited and no longer states its number: its voice falls back on what else it said."""

from warehouse.belief import Quantity, Report
from warehouse.consensus.book import Book, Lead, Position, Statement
from warehouse.consensus.contesting import contest
from warehouse.consensus.kinds import Choice, Move, choose, remaining, stood
from warehouse.consensus.number import Number
from warehouse.consensus.words import phrase


def withdraw(book: Book, quantity: Quantity, gone: Report) -> bool:
    """Take back what an article said; return whether it had said anything that counts.

    Its voice stands where its other articles leave it, the latest of them first; without any it is no voice. A number
    at which nobody stands any more leads no longer: the others decide as their kind does.
    """
    voice, waiting = gone.origin, book.waiting.get(gone.origin)
    if waiting is not None and waiting[1].article_id == gone.article_id:
        del book.waiting[voice]
        book.held.pop(waiting[1].report_id, None)
    statement = book.statements.pop(gone.article_id, None)
    if statement is None:
        return waiting is not None
    book.prints.remove(gone.article_id, book.where)
    position = book.positions.get(voice)
    if position is None or position.number.key != statement.number.key:
        return True
    others = [s for s in book.statements.values() if s.report.origin == voice]
    same = [s for s in others if s.number.key == position.number.key]
    after = next(reversed(same or others), None)
    _stand_back(book, voice, position, after)
    if not same:
        _lead(book, quantity, Move(voice, after.number if after else position.number, position.number, False), gone)
    contest(book, quantity, None, gone)
    return True


def _stand_back(book: Book, voice: str, position: Position, after: Statement | None) -> None:
    """Let a voice stand where its other articles leave it."""
    book.frozen.pop(voice, None)
    if after is None:
        book.leave(voice)
        return
    same = after.number.key == position.number.key
    taken, reported = (position.taken, position.reported) if same else (after.index, after.index)
    number = position.number if same else after.number
    corrects = position.corrects if same else None
    book.place(voice, Position(number, after.report, taken, reported, after.report.agencies, corrects))
    book.left[voice] = book.left.get(voice, frozenset()) - {number.key}


def _lead(book: Book, quantity: Quantity, move: Move, gone: Report) -> None:
    """See who leads after a withdrawal; nobody where nobody says anything any more."""
    lead, leader = book.lead, book.leader
    if lead is None:
        return
    if leader is None:
        choice = remaining(book, quantity)
    else:
        stays = move.voice in book.positions
        choice = choose(book, quantity, move if stays else Move(move.voice, leader, move.before, False))
        if choice is None:
            return
    book.follow(_led(book, quantity, choice, move, gone))


def _led(book: Book, quantity: Quantity, choice: Choice | None, move: Move, gone: Report) -> Lead | None:
    if choice is None:
        return None
    before: Number | None = move.before
    said = f"{gone.source} no longer states {phrase(before, quantity)}" if before else gone.source
    own = book.lead is not None and stood(move, book.lead.number, quantity)
    taken = max((p.taken for p in book.positions.values()), default=0)
    return Lead(choice.number, taken, gone.effective_at, gone, f"{said}: {choice.why}", own)
