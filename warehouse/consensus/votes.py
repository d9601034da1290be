"""Counting voices: who stands behind a number, and who decides between two."""

from collections.abc import Callable
from heapq import nlargest

from warehouse.belief import Policy
from warehouse.consensus.book import FRESH, OLD, REPEATED, Book
from warehouse.consensus.number import Key, Number
from warehouse.consensus.relation import admits, supports

SHORTLIST = 16  # rivals that are weighed in full at each step: the ones with most voices, and those just touched

Live = Callable[[int], bool]  # by age


def ever(_: int) -> bool:
    """Every position counts, however old."""
    return True


def since(age: int) -> bool:
    """Only what was said after the leader took the lead counts."""
    return age != OLD


def count(book: Book, test: Callable[[Number], bool], live: Live = ever) -> tuple[int, int]:
    """Return the voices that stand at numbers which pass, and whether unnamed agencies stand there too (0 or 1).

    A voice that merely repeats since the leader what it had said before is an echo; two or more are dissent.
    """
    own = {OLD: 0, REPEATED: 0, FRESH: 0}
    unnamed = 0
    for (number, agencies, age), voices in book.groups.items():
        if live(age) and test(number):
            if agencies:
                unnamed = 1
            else:
                own[age] += voices
    total = sum(own.values())
    if live is since and total == own[REPEATED] == 1 and not unnamed:
        return 0, 0
    return total, unnamed


def support(book: Book, leader: Number, policy: Policy, live: Live = ever) -> int:
    """Return how many voices stand behind a number, unnamed agencies together as at most one more."""
    return sum(count(book, lambda n: supports(n, leader, policy), live))


def voices(book: Book, leader: Number, policy: Policy) -> int:
    """Return the independent voices behind a number: unnamed agencies add none where anyone else supports it."""
    own, unnamed = count(book, lambda n: supports(n, leader, policy))
    return own or unnamed


def votes(book: Book, one: Number, other: Number, policy: Policy, live: Live = ever) -> int:
    """Return how many voices stand behind ``one`` and exclude ``other``; who admits both does not decide."""

    def decides(number: Number) -> bool:
        return supports(number, one, policy) and not admits(number, other, policy)

    own, unnamed = count(book, decides, live)
    for voice, keys in book.frozen.items():
        position = book.positions.get(voice)
        if position and other.key in keys and decides(position.number) and live(book.group(position)[2]):
            own -= not position.agencies
    return max(own, 0) + unnamed


def shortlist(book: Book, touched: tuple[Number, ...], policy: Policy) -> list[Number]:
    """Return the numbers worth weighing against the leader, those with most voices first."""
    shapes = book.shapes()
    tally: dict[Key, int] = {}
    for (number, _, _), n in book.groups.items():
        tally[number.key] = tally.get(number.key, 0) + n
    order = {key: (n, -book.seen.get(key, 0)) for key, n in tally.items()}
    keys = nlargest(SHORTLIST, order, key=lambda k: order[k])
    near = [n.key for n in touched if n.key in shapes]
    near += [k for k, shape in shapes.items() if any(n.form == "about" and supports(n, shape, policy) for n in touched)]
    return [shapes[key] for key in dict.fromkeys(keys + near)]
