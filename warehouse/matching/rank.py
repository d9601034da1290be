"""Which of an article's figures of one quantity is the article's own number.

Pure policy: rows of ``matching/match.sql`` in, an order out. The weights were set on articles of several outlets about
the same events (``make accuracy STAGE=matching``); each says how much worse a figure is as the article's own number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warehouse.matching.terms import PERSON, whole

_OUTDATED = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|originally|at first|first reports?|preliminary|up from|down from"
    r"|compared (?:with|to)|revised from|had (?:said|put|reported|been reported)|yesterday's)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:ris(?:es?|en|ing) to|rose to|climb(?:s|ed)? to|reach(?:es|ed)?|stands? at|stood at|now at"
    r"|total(?:s|led|ed|ling)?|in all|altogether|a total of|in total|death toll|toll)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:an)?other|\bmore\b|\bfurther\b|\badditional\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each trait counts against (or, negative, for) a figure as the article's own number."""

    narrower: float = 1.5
    part: float = 1.5
    kin: float = 2.0
    outdated: float = 1.5
    updated: float = -0.5
    late: float = 1.0
    vague: float = 0.7
    repeated: float = -0.4
    single: float = 0.5
    other_basis: float = 0.2
    speaker: float = -0.1


DEFAULT = Weights()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One matched figure; ``row`` has the columns of matching/match.sql."""

    row: Mapping[str, Any]

    @property
    def number(self) -> tuple[float | None, float | None]:
        return (self.row["low"], self.row["high"])

    @property
    def size(self) -> float:
        """The number itself, or the end of its interval that is given."""
        row = self.row
        return float(next((row[key] for key in ("value", "low", "high") if row[key] is not None), 0.0))

    @property
    def narrower(self) -> bool:
        """Whether its noun names only some of what is counted: "three children" where people are counted."""
        item, item_class = self.row["item"], self.row["item_class"]
        if item is None or item in self.row["count_lemmas"] or item in whole():
            return False
        if item_class in self.row["count_classes"]:
            return bool(item_class == PERSON)
        return bool(self.row["count_classes"])

    @property
    def increment(self) -> bool:
        """Whether it is worded as what comes on top of another figure: "seven others", "two more"."""
        return self.row["item"] == "other" or bool(_MORE.search(self.row["quote"]))


def ranked(group: Sequence[Candidate], weights: Weights = DEFAULT) -> tuple[list[Candidate], list[Candidate]]:
    """The figures of one article and quantity, the article's own number first; and those that are only parts of it."""
    whole_ones = [c for c in group if not partial(c, group)]
    parts = [c for c in group if c not in whole_ones]
    return sorted(whole_ones, key=lambda c: (cost(c, group, weights), c.row["start"])), parts


def partial(candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """Whether a figure counts only some of what is meant: "12 children" of 31 people, "seven others" beside someone."""
    row = candidate.row
    if candidate.narrower:
        wider = [c for c in group if not c.narrower and not c.increment and c.size > candidate.size]
        return bool(row["part"] or wider)
    before = [c for c in group if c.row["sentence"] == row["sentence"] and c.row["start"] < row["start"]]
    return candidate.increment and bool(before)


def cost(candidate: Candidate, group: Sequence[Candidate], weights: Weights) -> float:
    """How little a figure looks like the article's own number; lower is better."""
    row = candidate.row
    near = _near(row)
    traits = {
        "narrower": candidate.narrower,
        "part": row["part"],
        "kin": row["kin"],
        "outdated": _OUTDATED.search(near) is not None,
        "updated": _UPDATED.search(near) is not None,
        "vague": row["qualifier"] == "vague",
        "single": row["value"] == 1 and any(c.size > 1 for c in group),
        "other_basis": row["wanted_basis"] is not None and row["basis"] not in (None, row["wanted_basis"]),
        "speaker": row["speaker"] is not None,
    }
    flat: float = sum(getattr(weights, name) for name, holds in traits.items() if holds)
    same = sum(c.number == candidate.number for c in group) - 1
    late: float = min(1.0, row["start"] / max(row["size"], 1))
    return flat + weights.late * late + weights.repeated * min(same, 2)


def _near(row: Mapping[str, Any]) -> str:
    """The words around the number in its sentence, where "rose to" or "earlier" would stand."""
    sentence: str = row["sentence"]
    at = max(sentence.find(row["quote"]), 0)
    return sentence[max(0, at - 60) : at + len(row["quote"]) + 40]
