"""Which of a watch's words a sentence names, and to whom a number in it belongs."""

import re
from collections.abc import Iterable

from warehouse.matching.candidate import Candidate
from warehouse.matching.terms import folded


def names(text: str, words: Iterable[str] | None) -> bool:
    """Whether a text has one of some words, singular or plural."""
    return bool(words) and any(re.search(rf"\b{re.escape(word)}(?:s|es)?\b", folded(text)) for word in words or ())


def elsewhere(candidate: Candidate) -> bool:
    """Whether a number belongs to another party that the watch knows: "Reform won 92 seats; Labour won 57".

    It is that of the party named last before it, or of the first one after it where none is named before.
    """
    row = candidate.row
    if not row["parties"] or not row["rivals"]:
        return False
    before, after = (folded(text) for text in candidate.around)
    named = [(before.rfind(word), word) for word in (*row["parties"], *row["rivals"]) if word in before]
    if named:
        return max(named)[1] in row["rivals"]
    named = [(after.find(word), word) for word in (*row["parties"], *row["rivals"]) if word in after]
    return bool(named) and min(named)[1] in row["rivals"]
