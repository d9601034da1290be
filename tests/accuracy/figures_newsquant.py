"""NewsQuant and its four unit sets: value, value + unit, value + unit + change, matched strictly one to one."""

import json
import math
import re
from pathlib import Path
from typing import Any

from extractors.figure import Figure
from extractors.figures import extract
from tests.accuracy import figures_peers
from tests.accuracy.figures_naive import numbers
from tests.accuracy.score import Counts, Row

# The set's names of units, as this project writes them; what is not listed is compared as a counted noun.
UNITS = dict(
    line.split("\t")
    for line in Path(__file__).with_name("figures_units.tsv").read_text(encoding="utf-8").splitlines()[1:]
)
DURATIONS = ("millisecond", "second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
CHANGE = {"approximate": "~", "at_least": ">", "more_than": ">", "at_most": "<", "less_than": "<"}


def gold_value(text: str) -> tuple[float, float]:
    """``5-10`` and ``4.8-4.7`` as (low, high)."""
    match = re.fullmatch(r"\s*(-?[\d.eE+-]+?)\s*-\s*(-?[\d.]+)\s*", text)
    if match and not text.lower().count("e"):
        low, high = sorted((float(match.group(1)), float(match.group(2))))
        return low, high
    return float(text), float(text)


def our_value(figure: Figure) -> tuple[float, float]:
    """The point as a pair, or the bounds."""
    if figure.value is not None:
        return figure.value, figure.value
    low = figure.low if figure.low is not None else -math.inf
    return low, figure.high if figure.high is not None else low


def same(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return all(math.isclose(x, y, rel_tol=1e-3, abs_tol=1e-9) for x, y in zip(a, b, strict=True))


def unit_right(figure: Figure, name: str) -> bool:
    """True where the unit is the same; a counted noun is right where its lemma is among the label's words."""
    name = name.lower().strip()
    base, _, rate = name.partition(" per ")
    if name.endswith(" of age"):
        return figure.unit == f"age:{name.split()[0]}"
    unit, _, per = figure.unit.partition("/") if not figure.unit.startswith("speed") else (figure.unit, "", "")
    known = UNITS.get(name) or UNITS.get(base) or (f"duration:{base}" if base in DURATIONS else None)
    if known is not None:
        return known.partition("/")[0] == unit.partition("/")[0] and (bool(rate) == bool(per) or name in UNITS)
    if name in ("-", "count"):
        return figure.unit == "count"
    if name.startswith("%"):
        return figure.unit == "ratio"
    words = set(re.findall(r"[a-z]+", name)) | {w.rstrip("s") for w in re.findall(r"[a-z]+", name)}
    item = (figure.item or "").lower()
    words |= {"person"} if "people" in words else set()
    phrase = set(re.findall(r"[a-z]+", (figure.item_phrase or "").lower()))
    return figure.unit == "count" and (
        item in words or (item.split(" ")[-1:] and item.split(" ")[-1] in words) or bool(phrase & words)
    )


def load(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def match(gold: list[dict[str, Any]], ours: list[Figure], level: int) -> tuple[Counts, list[Any], list[Any]]:
    """One-to-one matches at a level (0 value, 1 and unit, 2 and change); also what was missed and what was false."""
    left = list(ours)
    missed = []
    for label in gold:
        hit = next(
            (f for f in left if same(gold_value(label["value"]), our_value(f)) and _right(f, label, level)), None
        )
        if hit is None:
            missed.append(label)
        else:
            left.remove(hit)
    return Counts(len(gold) - len(missed), len(left), len(missed)), missed, left


def _right(figure: Figure, label: dict[str, Any], level: int) -> bool:
    if level == 0:
        return True
    if not unit_right(figure, label["normalized_unit"]):
        return False
    return level == 1 or (figure.change or CHANGE.get(figure.qualifier, "=")) == label.get("change", "=")


def rows(folder: Path, show: str | None) -> list[Row]:
    """The rows of NewsQuant and of the four unit sets."""
    out = []
    for name in ("NewsQuant", "age-model", "currency-model", "dimension-model", "temperature-model"):
        path = folder / "corpora" / "newsquant" / f"{name}.jsonl"
        if not path.is_file():
            continue
        documents = load(path)
        totals = [Counts(0, 0, 0)] * 3
        naive = Counts(0, 0, 0)
        for document in documents:
            ours = list(extract(document["text"]))
            for level in range(3):
                counts, missed, false = match(document["quantities"], ours, level)
                totals[level] += counts
                if show == "errors" and level == 1 and (missed or false):
                    print(f"[{name}] {document['text'][:400]}")
                    for label in missed:
                        print("   missed", label["value"], "|", label["normalized_unit"])
                    for figure in false:
                        print("   false ", our_value(figure), figure.unit, figure.item, repr(figure.quote))
            naive += _naive(document)
        n = sum(len(d["quantities"]) for d in documents)
        others = figures_peers.newsquant(documents, gold_value)
        for level, measure in enumerate(figures_peers.LEVELS[: 3 if name == "NewsQuant" else 2]):
            beside = {"digits": str(naive)} if level == 0 else {}
            beside |= {peer: f"F1 {counts[level].f1:.3f}" for peer, counts in others.items() if level < len(counts)}
            out.append(Row(f"{name}: {measure}", n, str(totals[level]), beside))
    return out


def _naive(document: dict[str, Any]) -> Counts:
    left = [v for _, _, v in numbers(document["text"])]
    tp = 0
    for label in document["quantities"]:
        pair = gold_value(label["value"])
        hit = next((v for v in left if same(pair, (v, v))), None)
        if hit is not None:
            left.remove(hit)
            tp += 1
    return Counts(tp, len(left), len(document["quantities"]) - tp)
