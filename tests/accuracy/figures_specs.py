"""The specifications of recognizers-text for English: cases of which every number, and no other, is found."""

import json
import math
from pathlib import Path
from typing import Any

from extractors.figures import extract
from tests.accuracy.figures_naive import numbers
from tests.accuracy.score import Counts, Row

MODELS = (
    "Number/English/NumberModel", "Number/English/PercentModel", "NumberWithUnit/English/AgeModel",
    "NumberWithUnit/English/CurrencyModel", "NumberWithUnit/English/DimensionModel",
    "NumberWithUnit/English/TemperatureModel",
)  # fmt: skip
# A model answers for one kind of unit; figures of other kinds are none of its business.
KINDS = {
    "PercentModel": ("percent",), "AgeModel": ("age:",), "CurrencyModel": ("money:",),
    "TemperatureModel": ("temperature:", "angle:"),
    "DimensionModel": ("length:", "area:", "volume:", "mass:", "speed:", "data:", "data_rate:",
         "power:", "energy:", "angle:"),
    "NumberModel": ("",),
}  # fmt: skip


def gold_values(case: dict[str, Any]) -> list[float]:
    """The values of a case's results; what has no number (an ISO range) is left out."""
    found = []
    for result in case.get("Results", []):
        text = str((result.get("Resolution") or {}).get("value", "")).rstrip("%").replace(",", "")
        try:
            found.append(float(text))
        except ValueError:
            continue
    return found


def match(gold: list[float], ours: list[float]) -> Counts:
    """One-to-one."""
    left = list(ours)
    missed = 0
    for value in gold:
        hit = next((v for v in left if math.isclose(v, value, rel_tol=1e-6, abs_tol=1e-12)), None)
        if hit is None:
            missed += 1
        else:
            left.remove(hit)
    return Counts(len(gold) - missed, len(left), missed)


def rows(folder: Path, show: str | None) -> list[Row]:
    """Per model: cases passed, and P/R/F1 of the values."""
    out = []
    for model in MODELS:
        path = folder / "corpora" / "recognizers-specs" / f"{model}.json"
        if not path.is_file():
            continue
        cases = json.loads(path.read_text(encoding="utf-8-sig"))
        total, naive, passed = Counts(0, 0, 0), Counts(0, 0, 0), 0
        for case in cases:
            gold = gold_values(case)
            kinds = KINDS[path.stem]
            ours = [f.value for f in extract(case["Input"]) if f.value is not None and f.unit.startswith(kinds)]
            counts = match(gold, ours)
            naive += match(gold, [v for _, _, v in numbers(case["Input"])])
            passed += not counts.fp and not counts.fn
            total += counts
            if show == "errors" and (counts.fp or counts.fn):
                print(f"[specs {path.stem}] {case['Input'][:120]!r} want {gold} got {ours}")
        note = f"{passed / len(cases):.3f} of the cases right"
        out.append(Row(f"recognizers-specs: {path.stem}", len(cases), str(total), {"digits": str(naive)}, note))
    return out
