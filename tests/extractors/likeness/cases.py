"""The labelled cases of tests/cases/likeness: texts about invented events."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[2] / "cases" / "likeness"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts with their label; ``figures``: numbers that differ, a's first."""

    name: str
    a: str
    b: str
    label: str
    blurb: bool
    figures: tuple[str, ...]


@cache
def texts() -> dict[str, str]:
    """Return the texts by name."""
    return {name: str(text) for name, text in _load("pairs.yaml")["texts"].items()}


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the labelled pairs."""
    return tuple(
        Pair(
            f"{row['a']}-{row['b']}",
            texts()[row["a"]],
            texts()[row["b"]],
            row["label"],
            row.get("slice") == "blurb",
            tuple(row.get("figures", ())),
        )
        for row in _load("pairs.yaml")["pairs"]
    )


@cache
def credit_cases() -> tuple[dict[str, Any], ...]:
    """Return the texts with whom they credit."""
    return tuple(_load("credits.yaml"))


def _load(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
