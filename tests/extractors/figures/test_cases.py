"""Every labelled sentence of tests/cases/figures gives exactly its figures."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.figures import extract

CASES = Path(__file__).parents[2] / "cases" / "figures"


def load() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            found.append(pytest.param(case, id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize("case", load())
def test_the_figures_of_a_sentence(case: dict[str, Any]) -> None:
    day = case.get("published_at")
    published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    figures = extract(case["text"], published_at=published, language=case.get("language"))
    wanted = [] if case.get("none") else case["figures"]
    assert [f.quote for f in figures] == [f.quote for f in figures if f.quote in case["text"]]
    got = [{key: _plain(getattr(f, key)) for key in want} for f, want in zip(figures, wanted, strict=False)]
    assert (got, len(figures)) == (wanted, len(wanted)), [f.quote for f in figures]


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
