"""Which of an article's figures of one quantity is the article's own number.

Pure policy: rows of ``matching/step_6_matched.sql`` in, an order out. The weights were set on articles of several
outlets about the same events (``make accuracy STAGE=matching``); each says how much worse a figure is as the article's
own number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warehouse.matching.candidate import Candidate
from warehouse.matching.entries import Entries, entries
from warehouse.matching.lists import listed
from warehouse.matching.naming import elsewhere, names
from warehouse.matching.terms import distance
from warehouse.matching.turning import turn

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
_LEVEL = re.compile(r"\bto\s+(?:about |some |around |just )?$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")
_SEVERE = re.compile(
    r"\b(?:critical(?:ly)?|serious(?:ly)?|grave(?:ly)?|life-threatening|stable|fair|good)"
    r" (?:condition|hurt|injur\w+|wound\w+)|\b(?:critically|seriously|gravely|severely|minor)\b|\blife-threatening\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\d[^.()]{0,20}\([^()]*$")  # "200,000 (20,000 by the police's count)"
_SAID_WHOLE = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each trait counts against (or, negative, for) a figure as the article's own number."""

    narrower: float = 1.0
    part: float = 0.75
    kin: float = 1.5
    outdated: float = 1.0
    updated: float = -0.5
    late: float = 1.5
    headline: float = 0.1
    severe: float = 1.0
    vague: float = 0.9
    made_precise: float = 1.0
    repeated: float = -0.2
    single: float = 0.5
    other_basis: float = 0.2
    exact_noun: float = -0.7
    place_said: float = -1.2
    like_title: float = -1.0
    older_entry: float = 0.5
    aside: float = 0.5
    step: float = 2.5
    level: float = 1.0
    left_over: float = 1.0
    place_near: float = -0.6
    story_said: float = -0.05
    others_said: float = 0.6
    raised: float = -0.5


DEFAULT = Weights()
OPENING = 25  # characters before a number that opens its sentence: nothing that it could come on top of
NEAR_KIN = 0.3  # who attended a march was there as well
SHORT = 1500  # characters; in a short article the end is not late


def ranked(group: Sequence[Candidate], weights: Weights = DEFAULT) -> tuple[list[Candidate], list[Candidate]]:
    """The figures of one article and quantity, the article's own number first; and those that are only parts of it.

    Figures that are tied to the action only loosely count where there is no other.
    """
    tied = [c for c in group if not c.row["loose"]]
    if tied and len(tied) < len(group):
        own, parts = ranked(tied, weights)
        return own, [*parts, *(c for c in group if c.row["loose"])]
    whole_ones = [c for c in group if not partial(c, group)]
    members = listed(whole_ones)
    whole_ones = [c for c in whole_ones if c not in members]
    parts = [c for c in group if c not in whole_ones]
    ordered = sorted(whole_ones, key=lambda c: (cost(c, group, weights), c.row["start"]))
    return _with_speaker_first(ordered), parts


def _with_speaker_first(ordered: list[Candidate]) -> list[Candidate]:
    """The same order, but where the first names no authority and an equal figure does, that one goes before it."""
    if not ordered or ordered[0].row["speaker"]:
        return ordered
    named = next((c for c in ordered if c.row["speaker"] and c.statement == ordered[0].statement), None)
    return [named, *(c for c in ordered if c is not named)] if named else ordered


def partial(candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """Whether a figure counts only some of what is meant: "12 children" of 31 people, "seven others" beside someone."""
    row = candidate.row
    if (candidate.narrower and row["part"]) or (candidate.increment and candidate.size == 0):  # "no other injuries"
        return True
    if row["kind"] == "stock" and candidate.step and not candidate.left_over and len(candidate.around[0]) < OPENING:
        return True  # a step, no level
    if candidate.witness or candidate.one_of_several or candidate.progress or elsewhere(candidate):
        return True
    direct = [c for c in group if not c.row["kin"]]
    if candidate.subclass:
        return any(c.size > candidate.size and not c.narrower and not c.increment for c in direct)
    if candidate.increment:
        beside = any(c.row["start"] < row["start"] for c in direct if c.row["sentence"] == row["sentence"])
        return beside or (candidate.more and any(c.size > candidate.size and not c.increment for c in direct))
    return False


def cost(candidate: Candidate, group: Sequence[Candidate], weights: Weights) -> float:
    """How little a figure looks like the article's own number; lower is better."""
    return sum(worth for _, worth in traits(candidate, group, weights))


def traits(candidate: Candidate, group: Sequence[Candidate], weights: Weights) -> list[tuple[str, float]]:
    """What counts against (or, negative, for) a figure, trait by trait."""
    row = candidate.row
    near = _near(row)
    holds = {
        "part": candidate.partitive or (row["part"] and not candidate.increment and not candidate.asked_for),
        "outdated": _OUTDATED.search(near) is not None,
        "severe": _SEVERE.search(near) is not None,
        "updated": _UPDATED.search(near) is not None,
        "headline": _SAID_WHOLE.search(row["sentence"]) is None,
        "vague": row["qualifier"] == "vague" and _stated(candidate, group),
        "step": candidate.step and any(c.size > candidate.size and not c.step and not c.row["kin"] for c in group),
        "level": bool(row["changes"]) and row["change"] is None and _LEVEL.search(candidate.around[0]) is not None,
        "place_near": bool(row["there"]) and names(_near(row), row["places"]),
        "story_said": names(row["sentence"], row["about"]),
        "others_said": not candidate.asked_noun and names(row["sentence"], row["never"]),
        "raised": turn(row) == "raised" and not _UPDATED.search(near),
        "made_precise": row["qualifier"] == "vague" and any(_within(c, row) for c in group),
        "single": row["value"] == 1 and any(c.size > 1 for c in group),
        "other_basis": row["wanted_basis"] is not None and row["basis"] not in (None, row["wanted_basis"]),
        "exact_noun": candidate.asked_noun,
        "left_over": row["kind"] != "stock" and candidate.left_over and any(c.size > candidate.size for c in group),
        "place_said": bool(row["there"]),
        "aside": _ASIDE.search(_before(row)) is not None,
    }
    page = entries(row["log"]) if row["log"] else None
    shares = {
        "kin": distance(row["action_classes"], row["action_class"] or "") if row["kin"] else 0.0,
        "late": 0.0 if page and not page.newest_first else min(1.0, row["start"] / max(row["size"], SHORT)),
        "older_entry": _older(candidate, group, page) if page else 0.0,
        "narrower": _narrower(candidate, group),
        "repeated": min(sum(c.number == candidate.number for c in group) - 1, 2),
        "like_title": _alike(row["wanted"], row["sentence"]),
    }
    graded = {**{name: float(held) for name, held in holds.items()}, **shares}
    return [(name, getattr(weights, name) * share) for name, share in graded.items() if share]


def _narrower(candidate: Candidate, group: Sequence[Candidate]) -> float:
    """1 where the article has a larger number of all that are counted, 0.3 where the noun only is narrower."""
    if not candidate.narrower:
        return 0.0
    wider = [c for c in group if not c.narrower and not c.row["kin"] and c.row["there"] == candidate.row["there"]]
    return 1.0 if any(c.size > candidate.size for c in wider) else 0.3


def _within(candidate: Candidate, vague: Mapping[str, Any]) -> bool:
    """Whether a figure of the same action is a number where the other gives only a magnitude."""
    row = candidate.row
    if row["qualifier"] == "vague" or candidate.increment or candidate.kind_named or vague["low"] is None:
        return False
    if row["kin"] and distance(row["action_classes"], row["action_class"] or "") > NEAR_KIN:
        return False
    if bool(row["there"]) != bool(vague["there"]):  # a number of the whole country is none of the town
        return False
    return bool(vague["low"] <= candidate.size <= (vague["high"] or 10 * vague["low"]))


def _stated(candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """Whether there is a number that is not below a vague magnitude: 5,000 is no "tens of thousands"."""
    low = candidate.row["low"] or 0
    return all(c.row["qualifier"] == "vague" for c in group) or any(
        c.row["qualifier"] != "vague" and c.size >= low for c in group
    )


def _older(candidate: Candidate, group: Sequence[Candidate], page: Entries) -> float:
    """How many newer entries of the page have a figure of the quantity, 2 at the most."""
    age = page.age(candidate.row["start"])
    return min(2, len({newer for c in group if c.size > 1 and (newer := page.age(c.row["start"])) < age}))


def _before(row: Mapping[str, Any]) -> str:
    """The sentence up to the number."""
    sentence: str = row["sentence"]
    return sentence[: max(sentence.find(row["quote"]), 0)]


def _near(row: Mapping[str, Any]) -> str:
    """The words around the number in its sentence, where "rose to" or "earlier" would stand."""
    sentence: str = row["sentence"]
    at = max(sentence.find(row["quote"]), 0)
    return sentence[max(0, at - 60) : at + len(row["quote"]) + 40]


def _alike(title: str, sentence: str) -> float:
    """The share of the title's words (their first five letters) that stand in the sentence."""
    wanted, said = _stems(title), _stems(sentence)
    return len(wanted & said) / len(wanted) if wanted else 0.0


def _stems(text: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(text.lower())}
