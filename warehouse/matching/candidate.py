"""One matched figure, and what its noun says of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from warehouse.matching.terms import PERSON, whole

_OTHER = re.compile(r"\b(?:an)?other", re.IGNORECASE)
_MORE = re.compile(r"\bmore\b|\bfurther\b|\badditional\b", re.IGNORECASE)
# "another 12", "the last 12", "12 more": a step on the way to a total
_STEP = re.compile(
    r"\b(?:another|a further|an? (?:additional|extra|(?:last|final|first|second|third|next) (?:group|batch) of)"
    r"|the (?:last|final|remaining|next|first))\s+$",
    re.IGNORECASE,
)
_STEP_AFTER = re.compile(r"^\s+(?:more|further|additional)\b(?! than)", re.IGNORECASE)
_WITNESS = re.compile(
    r"^\W*(?:\w+\W+)?(?:with (?:\w+ )?knowledge of|familiar with|briefed on|close to the (?:matter|talks|case))\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"^[^.;,]{0,30}?\b(?:remain(?:s|ed)?|(?:is|are|was|were) still)\b", re.IGNORECASE)
# "with 98 percent of the votes counted" says how far the count is
_PROGRESS = re.compile(
    r"^\W*(?:(?:of|the|all|its)\W+){0,3}(?:votes?|ballots?|polling|voting|precincts?|districts?|returns?|results?)\W+"
    r"(?:(?:stations?|places?|now|have|has|had|been|were|was|are|is)\W+){0,5}"
    r"(?:counted|tallied|processed|reporting|declared|in(?=\s*[,.;]|\s*$))",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\bof (?:the|those|these|them|its|his|her|their)\b", re.IGNORECASE)
_BOUND = re.compile(r"\bmore than\b", re.IGNORECASE)
_NAMED = re.compile(r",\s+(?:identified as )?[A-Z]\w+ [A-Z]")
_ONE_PERSON = frozenset({"man", "woman"})  # "one man" is one person, "two men" may be some of more


@dataclass(frozen=True, slots=True)
class Candidate:
    """One matched figure; ``row`` has the columns of matching/step_6_matched.sql."""

    row: Mapping[str, Any]

    @property
    def number(self) -> tuple[float | None, float | None]:
        return (self.row["low"], self.row["high"])

    @property
    def statement(self) -> tuple[object, ...]:
        """The number with how it is worded: what two sentences that say the same have in common."""
        return tuple(self.row[key] for key in ("low", "high", "low_exclusive", "high_exclusive", "qualifier", "basis"))

    @property
    def size(self) -> float:
        """The number itself, or the end of its interval that is given."""
        row = self.row
        return float(next((row[key] for key in ("value", "low", "high") if row[key] is not None), 0.0))

    @property
    def narrower(self) -> bool:
        """Whether its noun names only some of what is counted: "three children", "nine sailors" of people."""
        return self.kind_named and not (self.row["value"] == 1 and self.row["item"] in _ONE_PERSON)

    @property
    def kind_named(self) -> bool:
        """Whether its noun says which of those that are counted: sailor, man, child (not: person, victim)."""
        item, item_class = self.row["item"], self.row["item_class"]
        if item is None or item in self.row["count_lemmas"] or item in whole():
            return False
        return bool(self.row["count_classes"]) and (item_class == PERSON or item_class not in self.row["count_classes"])

    @property
    def asked_noun(self) -> bool:
        """Whether its noun is one that the quantity names, or is described so: "96 convicted members" are prisoners."""
        words = set((self.row["item_phrase"] or "").lower().split())
        return self.row["item"] in self.row["count_lemmas"] or bool(words & set(self.row["items"]) - whole())

    @property
    def asked_for(self) -> bool:
        """Whether the quantity counts a narrower kind that it names: being a part of a larger number is expected."""
        return self.row["item"] in self.row["count_lemmas"] or PERSON not in self.row["count_classes"]

    @property
    def subclass(self) -> bool:
        """Whether its noun is of a class below what is counted: children, officers of people."""
        return self.narrower and self.row["item_class"] != PERSON

    @property
    def more(self) -> bool:
        """Whether it is worded as an addition: "two more", "nine additional victims"."""
        return _MORE.search(_BOUND.sub("", self.row["quote"])) is not None

    @property
    def step(self) -> bool:
        """Whether it is one of several steps: "a further 30", "the last 12", "200 more"."""
        before, after = self.around
        return self.more or _STEP.search(before) is not None or _STEP_AFTER.match(after) is not None

    @property
    def witness(self) -> bool:
        """Whether it counts who told the story: "two people familiar with the matter"."""
        return _WITNESS.match(self.around[1]) is not None

    @property
    def left_over(self) -> bool:
        """Whether it says how many are still so: "five remain in hospital", "52 of them are still treated"."""
        return _STILL.match(self.around[1]) is not None

    @property
    def progress(self) -> bool:
        """Whether it says how much of a count is done: "98 percent of the votes counted"."""
        if self.row["unit"] != "percent":
            return False
        quote: str = self.row["quote"]
        rest = re.sub(r"^.*?(?:percent|per cent|pct|%)", "", quote, flags=re.IGNORECASE | re.DOTALL)
        return _PROGRESS.match(rest + self.around[1]) is not None

    @property
    def around(self) -> tuple[str, str]:
        """The sentence before and after it."""
        sentence: str = self.row["sentence"]
        at = max(sentence.find(self.row["quote"]), 0)
        return sentence[:at], sentence[at + len(self.row["quote"]) :]

    @property
    def partitive(self) -> bool:
        """Whether it names some of a known set: "one of the victims" (not: thousands of the city's people)."""
        return self.row["qualifier"] != "vague" and _OF_THE.search(self.row["quote"]) is not None

    @property
    def one_of_several(self) -> bool:
        """Whether it presents one of the counted: "One victim, Ann Rust, was hurt" (but "one man" may be all)."""
        if self.row["item"] != "victim" or self.row["value"] != 1:
            return False
        return _NAMED.match(self.around[1]) is not None or (self.partitive and "victim" in self.row["count_lemmas"])

    @property
    def increment(self) -> bool:
        """Whether it may come on top of another figure: "seven others", "two more"."""
        return self.more or self.row["item"] == "other" or _OTHER.search(self.row["quote"]) is not None
