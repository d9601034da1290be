"""Lists of parts where no whole is printed: "two civilians and one officer were killed".

The article gives no number of its own then: what the parts add up to explains another article's number, and is no
report (docs/decisions).
"""

import re
from collections.abc import Sequence

from warehouse.matching.candidate import Candidate

# Between two items of one list: a comma or "and", and few words else; nothing that begins a part of a larger number.
_JOINED = re.compile(r"^[^.;:()]{0,30}?(?:,|\band\b|\bplus\b|\bas well as\b)[^.;:()\d]{0,12}$", re.IGNORECASE)
_PARTS = re.compile(
    r"\b(?:including|among (?:them|whom)|of (?:them|whom)|injur\w+|wound\w+|kill\w+|dead|died)\b", re.IGNORECASE
)


def listed(group: Sequence[Candidate]) -> list[Candidate]:
    """The members of the first list of parts among figures that are all narrower than what is counted.

    Only exact figures of one sentence and action, of different nouns, make a list.
    """
    if not all(c.kind_named for c in group):
        return []
    ordered = sorted(group, key=lambda c: c.row["start"])
    for n, first in enumerate(ordered):
        parts = [first]
        for candidate in ordered[n + 1 :]:
            if not _next_of(parts, candidate):
                break
            parts.append(candidate)
        if len(parts) > 1 and not _PARTS.search(_before(first)):
            return parts
    return []


def _next_of(parts: Sequence[Candidate], candidate: Candidate) -> bool:
    last, row = parts[-1].row, candidate.row
    if row["sentence"] != last["sentence"] or row["action_class"] != last["action_class"]:
        return False
    if row["value"] is None or last["value"] is None or {row["qualifier"], last["qualifier"]} != {"exact"}:
        return False
    if row["item"] in [part.row["item"] for part in parts]:
        return False
    between = _between(parts[-1], candidate)
    return bool(_JOINED.match(between)) and not _PARTS.search(between)


def _between(first: Candidate, second: Candidate) -> str:
    """The words between two figures of one sentence."""
    sentence, length = first.row["sentence"], second.row["start"] - first.row["end"]
    at = sentence.find(first.row["quote"]) + len(first.row["quote"])
    return str(sentence[at : at + length])


def _before(first: Candidate) -> str:
    sentence: str = first.row["sentence"]
    return sentence[: max(sentence.find(first.row["quote"]), 0)][-40:]
