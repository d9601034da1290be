"""Numerals joined into numbers: ranges, N-for-N, one in five; scores and telephone numbers fall out here."""

from dataclasses import dataclass, field
from datetime import date

from extractors.figure import Basis, Change, Qualifier, Status
from extractors.figures.numbers.numerals import Atom

RULES = list[tuple[str, str, float]]


class _Person(dict[str | None, bool]):
    """Whether a class is one of people: asked some hundred times an article, of a few dozen classes."""

    def __missing__(self, cls: str | None) -> bool:
        return self.setdefault(cls, cls is not None and cls.startswith("person"))


PERSON = _Person()


@dataclass(slots=True, eq=False)
class Span:
    """One number of a sentence and what the steps find out about it; token indices, ``end`` exclusive.

    ``first``/``last`` bound the number as written, ``begin``/``end`` the quote (qualifier, currency, unit, noun).
    """

    first: int
    last: int
    begin: int
    end: int
    low: float | None
    high: float | None
    value: float | None
    qualifier: Qualifier = "exact"
    low_exclusive: bool = False
    high_exclusive: bool = False
    kind: str = "digits"
    unit: str = "count"
    each: bool = False
    weak: bool = False
    ambiguous: bool = False
    change: Change | None = None
    from_to: bool = False
    ends: tuple[Atom, Atom] | None = None
    item: str | None = None
    item_phrase: str | None = None
    item_class: str | None = None
    noun_end: int = 0
    elided: bool = True
    plural: bool = False
    action: str | None = None
    action_class: str | None = None
    action_at: int | None = None
    action_cost: float = 99.0
    basis: Basis | None = None
    party: str | None = None
    status: Status = "happened"
    speaker: str | None = None
    place: str | None = None
    when: date | None = None
    background: bool = False
    part: bool = False
    others: bool = False
    subject_end: int = 0
    lender: "Span | None" = None
    rules: RULES = field(default_factory=list)

    @property
    def person(self) -> bool:
        """True where people are counted."""
        return PERSON[self.item_class]

    @property
    def dayless(self) -> bool:
        """True where it has no day yet. Asked anew: a type checker thinks that a missing day stays missing."""
        return self.when is None

    def rule(self, attribute: str, name: str, confidence: float) -> None:
        """Note which rule gave an attribute."""
        self.rules.append((attribute, name, confidence))


def plain(spans: list[Span]) -> bool:
    """True where none of them has a unit that another could take."""
    for span in spans:  # noqa: SIM110 - twice as fast as all()
        if span.unit != "count":
            return False
    return True


def single(atom: Atom) -> Span:
    """A numeral that stands alone."""
    vague = atom.kind == "vague"
    span = Span(
        atom.first, atom.end, atom.first, atom.end,
        atom.value, atom.high if vague else atom.value, None if vague else atom.value,
        "vague" if vague else "exact", kind=atom.kind, weak=atom.weak, ambiguous=atom.ambiguous, noun_end=atom.end,
    )  # fmt: skip
    if atom.unit:
        span.unit = atom.unit
    elif atom.kind == "fraction" and atom.value < 1:
        span.unit = "ratio"
    return span
