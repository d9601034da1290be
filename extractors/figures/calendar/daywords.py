"""What a date expression is, before anybody knows which day it means."""

from dataclasses import dataclass
from typing import Literal

# day = a day of a month; weekday; near = from the article's own day (two days ago); week = whole weeks before the event
# that the article tells of; context = from the day named last (the day before); coarse = a month, a year, a season.
Kind = Literal["day", "weekday", "near", "week", "context", "coarse"]

LEADS = frozenset({"last", "next", "this", "previous", "following", "coming"})
PARTS = frozenset({"morning", "afternoon", "evening", "night", "noon", "midnight", "dawn"})


@dataclass(slots=True)
class Mention:
    """One date expression over tokens [first, end); ``number`` is a weekday (Monday 0) or a shift in days."""

    first: int
    end: int
    kind: Kind
    number: int = 0
    lead: str = ""
    day: int = 0
    month: int = 0
    year: int | None = None
