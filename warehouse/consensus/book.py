"""What a fold knows after some report: where each voice stands, what waits, and which number leads."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from warehouse.belief import Report
from warehouse.consensus.number import PRECISION, Key, Number
from warehouse.consensus.prints import Prints

OLD, REPEATED, FRESH = 0, 1, 2  # age of a position beside the leader: before it, said again since, taken up since
Group = tuple[Number, bool, int]  # number, credits unnamed agencies, age


@dataclass(frozen=True, slots=True)
class Position:
    """Where a voice stands; ``taken`` and ``reported``: the steps at which it took the number up and last said it."""

    number: Number
    report: Report
    taken: int
    reported: int
    agencies: bool
    corrects: int | None = None  # the step at which it gave the number as a correction of another


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article says now, since which step; a held report is none."""

    number: Number
    report: Report
    index: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The number that leads, the step and time since when, and what brought it."""

    number: Number
    taken: int
    since: datetime
    report: Report
    cause: str
    corrected: bool = False  # brought by one of the former leader's own voices, which takes back what it said
    contested: bool = False


@dataclass(slots=True)
class Book:
    """The state of a fold. Values are immutable, so a copy of the dictionaries is a copy of the state."""

    positions: dict[str, Position] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)  # article -> what it says, the latest last
    groups: dict[Group, int] = field(default_factory=dict)  # how many voices stand there
    waiting: dict[str, tuple[Number, Report]] = field(default_factory=dict)  # voice -> slip that waits
    held: dict[str, str] = field(default_factory=dict)  # report_id -> why it does not move its voice
    left: dict[str, frozenset[Key]] = field(default_factory=dict)  # voice -> numbers it has left
    returns: dict[str, int] = field(default_factory=dict)
    frozen: dict[str, frozenset[Key]] = field(default_factory=dict)  # voice -> the numbers between which it flips
    passages: dict[tuple[str, str], tuple[Key, str]] = field(
        default_factory=dict
    )  # (lineage, passage) -> number, owner
    texts: dict[tuple[str, Key], str] = field(default_factory=dict)  # (lineage, number) -> the article that came first
    said: dict[tuple[str, str], frozenset[Key]] = field(default_factory=dict)  # (voice, owner) -> numbers printed
    copies: dict[tuple[str, Key], str] = field(default_factory=dict)  # (voice, number) -> report of the first copy
    beside: dict[tuple[str, Key], str] = field(default_factory=dict)  # (lineage, number) -> who printed it first at all
    prints: Prints = field(default_factory=Prints)
    seen: dict[Key, int] = field(default_factory=dict)  # number -> the step at which a voice first took it up
    lowered: frozenset[Key] = frozenset()  # leaders that gave way to a lower number
    corrections: frozenset[Key] = frozenset()  # numbers that some text gave as a correction of another
    overruled: frozenset[Key] = frozenset()  # leaders that gave way to an explicit correction
    lead: Lead | None = None

    def copy(self) -> "Book":
        """Return an independent copy; time and memory grow with voices and articles."""
        twin = Book()
        for name in self.__slots__:
            value = getattr(self, name)
            setattr(twin, name, value.copy() if isinstance(value, dict | Prints) else value)
        return twin

    def place(self, voice: str, position: Position) -> None:
        """Put a voice where it now stands."""
        self._count(self.positions.get(voice), -1)
        self.prints.move(voice, self.where(voice), position.number)
        self.positions[voice] = position
        self._count(position, +1)

    def leave(self, voice: str) -> None:
        """Let a voice say nothing any more."""
        position = self.positions[voice]
        self._count(position, -1)
        self.prints.move(voice, position.number, None)
        del self.positions[voice]

    def where(self, voice: str) -> Number | None:
        """Return the number at which a voice stands, or None."""
        position = self.positions.get(voice)
        return position.number if position else None

    def group(self, position: Position) -> Group:
        lead = self.lead.taken if self.lead else -1
        age = FRESH if position.taken > lead else REPEATED if position.reported > lead else OLD
        return (position.number, position.agencies, age)

    @property
    def leader(self) -> Number | None:
        """The leading number in its most precise form now, or None where no voice stands at it (any more)."""
        if self.lead is None:
            return None
        forms = [number for number, _, _ in self.groups if number.key == self.lead.number.key]
        return max(forms, key=_precision, default=None)

    def follow(self, lead: Lead | None) -> None:
        """Make another number the leader; every position's age is then counted from it."""
        self.lead = lead
        self.groups = {}
        for position in self.positions.values():
            self._count(position, +1)

    def contest(self, contested: bool, report: Report, cause: str) -> None:
        """Note that the lead became contested, or no longer is, and through which report."""
        if self.lead and self.lead.contested != contested:
            self.lead = replace(self.lead, contested=contested, report=report, cause=cause)

    def _count(self, position: Position | None, by: int) -> None:
        if position is not None:
            group = self.group(position)
            left = self.groups.get(group, 0) + by
            if left:
                self.groups[group] = left
            else:
                del self.groups[group]

    def shapes(self) -> dict[Key, Number]:
        """Return, per number that a voice stands at, its most precise form: the one that is weighed."""
        best: dict[Key, Number] = {}
        for number, _, _ in self.groups:
            known = best.get(number.key)
            if known is None or _precision(number) > _precision(known):
                best[number.key] = number
        return best

    def shown(self, key: Key) -> Number | None:
        """Return the form in which most voices say a number (the more precise of two as common), or None."""
        counts: dict[Number, int] = {}
        for (number, _, _), voices in self.groups.items():
            if number.key == key:
                counts[number] = counts.get(number, 0) + voices
        return max(counts, key=lambda n: (counts[n], _precision(n)), default=None)


def _precision(number: Number) -> tuple[int, bool, bool]:
    return PRECISION[number.form], not (number.low_open or number.high_open), not number.closed
