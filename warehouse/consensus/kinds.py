"""How each kind of quantity chooses its leader: fixed: most voices, cumulative: the highest, stock: the latest."""

from dataclasses import dataclass

from warehouse.belief import Policy, Quantity, Turn
from warehouse.consensus.book import Book
from warehouse.consensus.correcting import corrected
from warehouse.consensus.number import Number
from warehouse.consensus.relation import above, admits, refines, supports
from warehouse.consensus.votes import Live, Poll, ever, since


@dataclass(frozen=True, slots=True)
class Move:
    """A voice that stands at a number it had not stood at before."""

    voice: str
    number: Number
    before: Number | None
    new: bool  # no voice had taken this number up before
    late: bool = False  # longer after the leader than a period of the quantity
    turn: Turn | None = None  # the text puts it in place of another number

    @property
    def fresh(self) -> bool:
        """True where the voice did not just repeat itself."""
        return self.before is None or self.before.key != self.number.key


@dataclass(frozen=True, slots=True)
class Choice:
    """The number to lead from here, and why in words."""

    number: Number
    why: str


def choose(book: Book, quantity: Quantity, move: Move) -> Choice | None:
    """Return who leads after a voice moved, or None where the leader stays."""
    lead = book.lead
    if lead is None:
        return Choice(move.number, "the first report")
    leader = book.leader
    own = stood(move, lead.number, quantity)
    if leader is None:
        return _successor(book, Poll(book, quantity.policy), move)
    if not supports(move.number, leader, quantity.policy):
        if quantity.kind == "cumulative" and above(move.number, leader) and _may_rise(book, move):
            return Choice(move.number, "a later and higher number")
        if quantity.kind == "stock" and (own or _latest(move)) and not admits(move.number, leader, quantity.policy):
            return Choice(move.number, "the latest number")
    return _outvoted(book, quantity, leader, move, own and quantity.kind == "cumulative")


def _may_rise(book: Book, move: Move) -> bool:
    """Return whether a higher number is one; what gave way to a lower one comes back only as a rise of its own."""
    return move.number.key not in book.lowered or (move.fresh and move.turn == "raised")


def _latest(move: Move) -> bool:
    """Return whether a level is a later one: nobody said it yet, or enough time has passed to return to it."""
    return move.new or (move.fresh and (move.late or move.turn == "corrected"))


def stood(move: Move, leader: Number, quantity: Quantity) -> bool:
    """Return whether the voice that moved stood behind the leader before; for a stock, or left room for it."""
    if move.before is None:
        return False
    relation = admits if quantity.kind == "stock" else supports
    return relation(move.before, leader, quantity.policy)


def _successor(book: Book, poll: Poll, move: Move) -> Choice | None:
    """Nobody says the leader's number any more: most voices, then the one just taken up, then the older."""

    def rank(number: Number) -> tuple[int, bool, int]:
        return poll.support(number), number.key == move.number.key, -book.seen.get(number.key, 0)

    best = max(poll.shortlist(move.number), key=rank, default=None)
    return Choice(best, "nobody says the former number any more") if best else None


def remaining(book: Book, quantity: Quantity) -> Choice | None:
    """Return who leads where the leader was withdrawn, as if it had never been printed; None where nobody is left."""
    why = "the number that remains"
    if not book.positions:
        return None
    if quantity.kind == "fixed":
        poll = Poll(book, quantity.policy)
        return Choice(max(poll.shortlist(), key=lambda n: (poll.support(n), -book.seen.get(n.key, 0))), why)
    if quantity.kind == "stock":
        return Choice(max(book.positions.values(), key=lambda p: p.reported).number, why)
    shapes = book.shapes().values()
    return Choice(max(shapes, key=lambda n: (n.key not in book.lowered, n.low)), why)


def _outvoted(book: Book, quantity: Quantity, leader: Number, move: Move, correction: bool) -> Choice | None:
    """Return the number that more voices stand behind than behind the leader, or None."""
    poll, beaten = Poll(book, quantity.policy), []
    for rival in poll.shortlist(move.number, move.before):
        if rival.key == leader.key:
            continue
        mine = poll.votes(rival, leader, live_for(book, quantity, rival, leader))
        theirs = poll.votes(leader, rival)
        wins = mine > theirs or (correction and mine == theirs > 0 and rival.key == move.number.key)
        wins = wins or corrected(book, poll, rival, leader, quantity.policy) == "outright"
        if wins or (mine == theirs == 0 and _refined(poll, rival, leader, quantity.policy)):
            beaten.append(rival)
    best = max(beaten, key=lambda n: (poll.support(n), -book.seen.get(n.key, 0)), default=None)
    if best is None:
        return None
    refining = refines(best, leader, quantity.policy)
    return Choice(best, "a finer number" if refining else "more voices" if not correction else "a correction")


def _refined(poll: Poll, rival: Number, leader: Number, policy: Policy) -> bool:
    """Return whether a finer number takes over: at once from "several", else with as many voices behind it."""
    return refines(rival, leader, policy) and (leader.open or poll.support(rival) >= poll.support(leader))


def live_for(book: Book, quantity: Quantity, rival: Number, leader: Number) -> Live:
    """Return which positions vote for a rival: in what grows or varies, earlier ones are superseded; so are those of a
    number that was corrected.
    """
    if rival.key in book.overruled:
        return since
    if quantity.kind == "fixed" or rival.basis != leader.basis:
        return ever
    if quantity.kind == "cumulative" and above(rival, leader):
        return ever
    return since


def contested(book: Book, quantity: Quantity, move: Move | None) -> bool:
    """Return whether a rival is as strong as the leader, or corroborated itself and not outvoted two to one.

    A contest opens by the voices that exclude the leader; it ends only once the leader also outweighs those who
    support the rival by a bound or an approximation, so that it does not open and end with every article.
    """
    lead, policy = book.lead, quantity.policy
    if lead is None:
        return False
    leader = book.leader or lead.number
    poll = Poll(book, policy)
    for rival in poll.shortlist(move.number if move else None):
        if rival.key == leader.key:
            continue
        if corrected(book, poll, rival, leader, policy):
            return True
        live = live_for(book, quantity, rival, leader)
        mine, theirs = poll.votes(rival, leader, live), poll.votes(leader, rival)
        if _close(mine, theirs, policy):
            return True
        if lead.contested and _rivals(rival, leader, policy):
            mine, theirs = poll.support(rival, live), poll.support(leader)
            if _close(mine, theirs, policy):
                return True
    return False


def _rivals(rival: Number, leader: Number, policy: Policy) -> bool:
    """Return whether two numbers differ as points, however they are hedged."""
    if rival.anchor is None or leader.anchor is None:
        return not admits(rival, leader, policy)
    return not supports(rival, leader, policy) and not supports(leader, rival, policy)


def _close(rival: int, leader: int, policy: Policy) -> bool:
    return rival > 0 and (rival >= leader or (rival >= policy.corroborated_at and 2 * rival > leader))
