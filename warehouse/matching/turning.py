"""Whether the text itself puts a number in place of an earlier one: as a correction, or as a rise.

The patterns are data (``turns.tsv``): ``before`` and ``after`` look at the sentence on that side of the number,
``sentence`` at the whole of it and at the next one ("Four died. Reports of a fifth death are not correct.").
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast

from warehouse.belief import Turn

_END = re.compile(r"[.!?][\"'”’)\]]*\s+")
_HEDGE = re.compile(r"(?:\s+(?:a total of|at least|more than|about|some|nearly|over|around|just|only|as many as))?\s*$")


@cache
def _patterns() -> tuple[tuple[Turn, str, re.Pattern[str]], ...]:
    text = files("warehouse.matching").joinpath("turns.tsv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple((cast(Turn, turn), where, re.compile(pattern, re.IGNORECASE)) for turn, where, pattern in rows)


def turn(row: Mapping[str, Any]) -> Turn | None:
    """How the text of a matched figure turns from an earlier number to this one, or None."""
    sentence, quote = row["sentence"], row["quote"]
    at = max(sentence.find(quote), 0)
    places = {
        "before": _HEDGE.sub("", sentence[:at]),
        "after": sentence[at + len(quote) :],
        "sentence": f"{sentence} {_next(row['following'])}",
    }
    return next((named for named, where, pattern in _patterns() if pattern.search(places[where])), None)


def _next(following: str) -> str:
    """The sentence after the one that a text begins in."""
    pieces = _END.split(following, maxsplit=2)
    return pieces[1] if len(pieces) > 1 else ""
