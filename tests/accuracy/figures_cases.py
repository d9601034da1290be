"""The project's own labelled sentences: what is scored where no gold folder is named."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from extractors.figures import extract
from tests.accuracy.figures_naive import numbers
from tests.accuracy.score import Counts, Row

CASES = Path(__file__).parents[1] / "cases" / "figures"


def rows(_folder: Path | None, show: str | None) -> list[Row]:
    """One row per file of cases: sentences right in every key that they label, and values found."""
    out = []
    for path in sorted(CASES.glob("*.yaml")):
        cases = yaml.safe_load(path.read_text(encoding="utf-8"))
        whole, values, naive = 0, Counts(0, 0, 0), Counts(0, 0, 0)
        for case in cases:
            right, counts = _case(case)
            whole += right
            values += counts
            naive += _values(case, [v for _, _, v in numbers(case["text"])])
            if show == "errors" and not right:
                print(f"[{path.stem}] {case['text']!r}")
        out.append(
            Row(
                f"cases: {path.stem}",
                len(cases),
                str(values),
                {"digits": str(naive)},
                f"{whole / len(cases):.3f} right in all keys",
            )
        )
    return out


def _case(case: dict[str, Any]) -> tuple[bool, Counts]:
    day = case.get("published_at")
    published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    figures = extract(case["text"], published_at=published, language=case.get("language"))
    wanted = [] if case.get("none") else case["figures"]
    same = len(wanted) == len(figures) and all(
        str(getattr(f, key)) == str(value) or getattr(f, key) == value
        for f, want in zip(figures, wanted, strict=False)
        for key, value in want.items()
    )
    return same, _values(case, [f.value if f.value is not None else f.low or f.high or 0.0 for f in figures])


def _values(case: dict[str, Any], found: list[float]) -> Counts:
    left, missed = list(found), 0
    for want in [] if case.get("none") else case["figures"]:
        value = want.get("value") if want.get("value") is not None else want.get("low")
        if value is None and left:
            left.pop(0)
        elif value in left:
            left.remove(value)
        else:
            missed += 1
    n = 0 if case.get("none") else len(case["figures"])
    return Counts(n - missed, len(left), missed)
