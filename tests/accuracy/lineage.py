"""Copies, the numbers in which they differ, lineages and credits."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.document import Dropped
from extractors.likeness import compare
from extractors.likeness import credits as credited
from tests.accuracy import lineage_events
from tests.accuracy.lineage_baselines import RULES, Rule
from tests.accuracy.score import Counts, Row
from tests.extractors.likeness import cases

_BLURB = ("blurb", "boilerplate", "copyright tail")  # words of the labels' notes for pairs that share nothing else


@dataclass(frozen=True)
class Pair:
    """Two texts and their label; ``blurb``: they share only what sites say to their readers."""

    name: str
    a: str
    b: str
    copy: bool
    blurb: bool
    differs: bool


def score(gold: Path | None, show: str | None = None) -> list[Row]:
    """Rows on labelled pairs; with a gold folder also on its events, without one on this project's credit cases."""
    pairs = _gold_pairs(gold) if gold else _own_pairs()
    if show:
        _list_errors(pairs)
    found = [
        _copies("pairs: copy or not", pairs),
        _copies("pairs without the blurb slice", [pair for pair in pairs if not pair.blurb]),
        _blurbs([pair for pair in pairs if pair.blurb]),
        *_differing([pair for pair in pairs if pair.copy]),
    ]
    return found + (lineage_events.rows(gold, bool(show)) if gold else [_own_credits()])


def _ours(a: str, b: str) -> bool:
    return compare(a, b).same


def _gold_pairs(gold: Path) -> list[Pair]:
    labels = (gold / "gold" / "near-duplicates.jsonl").read_text(encoding="utf-8").splitlines()
    texts = (gold / "corpora" / "near-duplicates" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = []
    for label, text in zip(map(json.loads, labels), map(json.loads, texts), strict=True):
        if label["label"] != "unsure":
            copy = label["label"] == "copy"
            blurb = not copy and any(word in label["note"] for word in _BLURB)
            pairs.append(
                Pair(str(label["n"]), text["text_a"], text["text_b"], copy, blurb, bool(label["figures_differ"]))
            )
    return pairs


def _own_pairs() -> list[Pair]:
    return [
        Pair(pair.name, pair.a, pair.b, pair.label == "copy", pair.blurb, bool(pair.figures)) for pair in cases.pairs()
    ]


def _copies(measure: str, pairs: Sequence[Pair]) -> Row:
    baselines = {name: f"F1 {_counts(pairs, rule).f1:.3f}" for name, rule in RULES.items()}
    return Row(measure, len(pairs), str(_counts(pairs, _ours)), baselines)


def _counts(pairs: Sequence[Pair], rule: Rule) -> Counts:
    said = [(rule(pair.a, pair.b), pair.copy) for pair in pairs]
    return Counts(said.count((True, True)), said.count((True, False)), said.count((False, True)))


def _blurbs(pairs: Sequence[Pair]) -> Row:
    baselines = {name: _told_apart(pairs, rule) for name, rule in RULES.items()}
    return Row("blurb slice: not taken for copies", len(pairs), _told_apart(pairs, _ours), baselines)


def _told_apart(pairs: Sequence[Pair], rule: Rule) -> str:
    return f"{sum(not rule(pair.a, pair.b) for pair in pairs)} of {len(pairs)}"


def _differing(copies: Sequence[Pair]) -> list[Row]:
    likenesses = [(pair, compare(pair.a, pair.b)) for pair in copies]
    differing = [likeness for pair, likeness in likenesses if pair.differs]
    alike = [likeness for pair, likeness in likenesses if not pair.differs]
    total = len(differing)
    return [
        Row("copies whose figures differ: found", total, f"{sum(found.same for found in differing)} of {total}"),
        Row("… and a differing number named", total, f"{sum(bool(found.differs) for found in differing)} of {total}"),
        Row(
            "other copies: a differing number named",
            len(alike),
            f"{sum(bool(found.differs) for found in alike)} of {len(alike)}",
            note="clock times and ages of other people count here",
        ),
    ]


def _own_credits() -> Row:
    total = Counts(0, 0, 0)
    for case in cases.credit_cases():
        dropped = [Dropped(**passage) for passage in case.get("dropped", ())]
        found, wanted = set(credited(case["text"], dropped, case["source"])), set(case["expected"])
        total += Counts(len(found & wanted), len(found - wanted), len(wanted - found))
    return Row("credits", len(cases.credit_cases()), str(total))


def _list_errors(pairs: Sequence[Pair]) -> None:
    for pair in pairs:
        likeness = compare(pair.a, pair.b)
        if likeness.same != pair.copy:
            print(
                f"pair {pair.name}: label copy={pair.copy}, narrative {likeness.containment:.2f}, "
                f"account {likeness.account:.2f}, longer {likeness.longer:.2f}, shared {likeness.shared}"
            )
        elif pair.copy and pair.differs != bool(likeness.differs):
            print(f"pair {pair.name}: label differs={pair.differs}, {[(d.a, d.b) for d in likeness.differs]}")
