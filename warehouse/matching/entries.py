"""Pages that grow by dated entries: which of a live blog's entries is the newest."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_STAMP = re.compile(
    r"^\W{0,3}(?:updated?\b[:,]? *)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? *)?"
    r"(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))? *(?P<half>[ap])?(?(half)\.?m\b|(?(minute)\b|(?!)))",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST = 3  # two times at the head of lines may be a programme or a pair of dates


@dataclass(frozen=True, slots=True)
class Entries:
    """Where the entries of a page begin, and whether the newest stands first."""

    starts: Sequence[int]
    newest_first: bool

    def age(self, place: int) -> int:
        """How many entries are newer than the one at this place; what stands above them all is as new as the page."""
        at = bisect_right(self.starts, place)
        return at if self.newest_first or at == 0 else len(self.starts) - at


def entries(text: str) -> Entries | None:
    """The entries of a text that has at least three with a time; None for any other text.

    Times that mostly fall down the page mean that the newest is on top; midnight is one rise among many falls.
    """
    found = list(_STAMP.finditer(text))
    if len(found) < _FEWEST:
        return None
    times = [_minutes(stamp) for stamp in found]
    falls = sum(later < earlier for earlier, later in pairwise(times))
    rises = sum(later > earlier for earlier, later in pairwise(times))
    return Entries([stamp.start() for stamp in found], falls > rises)


def _minutes(stamp: re.Match[str]) -> int:
    hour = int(stamp["hour"]) % 12 if stamp["half"] else int(stamp["hour"])
    afternoon = 720 if (stamp["half"] or "").lower() == "p" else 0
    return hour * 60 + int(stamp["minute"] or 0) + afternoon
