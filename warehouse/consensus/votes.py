"""Counting voices: who stands behind a number, and who decides between two."""

from collections.abc import Callable, Iterable
from heapq import nlargest

from warehouse.belief import Policy
from warehouse.consensus.book import FRESH, OLD, REPEATED, Book
from warehouse.consensus.number import Key, Number
from warehouse.consensus.relation import admits, supports

SHORTLIST = 16  # rivals that are weighed in full at each step: the ones with most voices, and those just touched

Live = Callable[[int], bool]  # by age
Entry = tuple[Number, bool, int, int]  # number, credits unnamed agencies, age, voices


def ever(_: int) -> bool:
    """Every position counts, however old."""
    return True


def since(age: int) -> bool:
    """Only what was said after the leader took the lead counts."""
    return age != OLD


class Poll:
    """The voices of a book at one moment, found by the number at which they stand."""

    def __init__(self, book: Book, policy: Policy) -> None:
        self._book, self._policy = book, policy
        self._at: dict[Key, list[Entry]] = {}
        self._wide: list[Entry] = []  # approximations and round numbers, which stand behind others too
        self._behind: dict[Key, list[Entry]] = {}
        self._flips = _flips(book)
        for (number, agencies, age), voices in book.groups.items():
            entry = (number, agencies, age, voices)
            self._at.setdefault(number.key, []).append(entry)
            if number.wide:
                self._wide.append(entry)

    def behind(self, number: Number) -> list[Entry]:
        """Return the entries that support a number."""
        found = self._behind.get(number.key)
        if found is None:
            found = list(self._at.get(number.key, ()))
            others = self._wide if number.whole else [e for entries in self._at.values() for e in entries]
            found += [e for e in others if e[0].key != number.key and supports(e[0], number, self._policy)]
            self._behind[number.key] = found
        return found

    def support(self, number: Number, live: Live = ever) -> int:
        """Return how many voices stand behind a number, unnamed agencies together as at most one more."""
        return sum(count(self.behind(number), live))

    def voices(self, number: Number) -> int:
        """Return the independent voices behind a number: unnamed agencies add none where anyone else supports it."""
        own, unnamed = count(self.behind(number))
        return own or unnamed

    def votes(self, one: Number, other: Number, live: Live = ever) -> int:
        """Return how many voices stand behind ``one`` and exclude ``other``; who admits both does not decide."""
        deciding = [e for e in self.behind(one) if not admits(e[0], other, self._policy)]
        own, unnamed = count(deciding, live)
        return max(own - self._flipping(deciding, other, live), 0) + unnamed

    def shortlist(self, *touched: Number | None) -> list[Number]:
        """Return the numbers worth weighing against the leader, those with most voices first."""
        tally = {key: sum(e[3] for e in entries) for key, entries in self._at.items()}
        seen = self._book.seen
        keys = nlargest(SHORTLIST, tally, key=lambda k: (tally[k], -seen.get(k, 0)))
        for number in touched:
            if number is not None:
                near = self._at if number.wide else (number.key,)
                keys += [k for k in near if k in self._at and supports(number, self._at[k][0][0], self._policy)]
        shapes = self._book.shapes()
        return [shapes[key] for key in dict.fromkeys(keys)]

    def _flipping(self, deciding: list[Entry], other: Number, live: Live) -> int:
        """Return how many of the deciding voices go back and forth between the two: they decide nothing."""
        numbers = {entry[0] for entry in deciding} if other.key in self._flips else ()
        return sum(number in numbers and live(age) for number, age in self._flips.get(other.key, ()))


def _flips(book: Book) -> dict[Key, list[tuple[Number, int]]]:
    """Return, per number that a frozen voice also said, where those voices stand, and their ages."""
    found: dict[Key, list[tuple[Number, int]]] = {}
    for voice, keys in book.frozen.items():
        position = book.positions[voice]
        if not position.agencies:
            for key in keys:
                found.setdefault(key, []).append((position.number, book.group(position)[2]))
    return found


def count(entries: Iterable[Entry], live: Live = ever) -> tuple[int, int]:
    """Return the voices of some entries, and whether unnamed agencies are among them (0 or 1).

    A voice that merely repeats since the leader what it had said before is an echo; two or more are dissent.
    """
    own = {OLD: 0, REPEATED: 0, FRESH: 0}
    unnamed = 0
    for _, agencies, age, voices in entries:
        if live(age):
            if agencies:
                unnamed = 1
            else:
                own[age] += voices
    total = sum(own.values())
    if live is since and total == own[REPEATED] == 1 and not unnamed:
        return 0, 0
    return total, unnamed
