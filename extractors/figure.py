"""One number that an article states, with everything the sentence says of it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Qualifier = Literal["exact", "approximate", "at_least", "at_most", "more_than", "less_than", "range", "vague"]
Change = Literal["up", "down", "by"]
Basis = Literal["each", "total", "one_side"]
Status = Literal["happened", "planned", "estimated", "claimed", "denied"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as the contract defines it; ``start`` and ``end`` are code points into the article's text.

    ``low`` and ``high`` are inclusive unless ``low_exclusive``/``high_exclusive``; None is open. ``value`` is the
    point, or None (ranges, vague magnitudes). ``unit`` is ``count``, ``percent``, ``duration:day``, ``money:USD`` …
    ``item`` is the lemma of what is counted, ``item_class`` its lexicon class (``person.military``), a dotted path.
    ``action`` is the lexicon's lemma (release), ``action_class`` likewise. ``part`` is true where the text marks
    the figure as part of a larger one in the same passage ("among them 12 children").

    ``when`` is the day of what is counted, not of the report: the first day of a range; for what was agreed the day of
    the agreement, unless the clause says when it is to happen; a week told from an event ("a week earlier") is seven
    days. None where the text tells no day: a month or year alone, "over the weekend", what has grown since a day.
    ``background`` is true for another, earlier event. ``rules`` names, per attribute,
    the rule that gave it and its confidence (0 to 1).
    """

    quote: str
    start: int
    end: int
    sentence: str
    number: str
    low: float | None
    high: float | None
    low_exclusive: bool
    high_exclusive: bool
    value: float | None
    qualifier: Qualifier
    change: Change | None
    unit: str
    item: str | None
    item_phrase: str | None
    item_class: str | None
    action: str | None
    action_class: str | None
    basis: Basis | None
    party: str | None
    place: str | None
    status: Status
    background: bool
    speaker: str | None
    when: date | None
    part: bool = False
    rules: tuple[tuple[str, str, float], ...] = ()
