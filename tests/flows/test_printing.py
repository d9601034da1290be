"""Numbers, times and foreign text as they appear on a terminal."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from flows.printing.console import moment, safe
from flows.printing.numbers import said, span


@dataclass
class Stated:
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = "exact"
    basis: str | None = None
    low_exclusive: bool = False
    high_exclusive: bool = False


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (Stated(390, 390, 390, "exact", "each"), "count", "390 each"),
        (Stated(1000, 1000, 1000, "exact", "total"), "count", "1,000 in total"),
        (Stated(800, 800, 800, "approximate"), "count", "about 800"),
        (Stated(None, 12, None, "at_least"), "count", "at least 12"),
        (Stated(12, None, 12, "at_most"), "count", "up to 12"),
        (Stated(None, 8000, 10000, "range"), "count", "8,000 to 10,000"),
        (Stated(None, 24, None, "vague"), "count", "at least 24"),
        (Stated(21, 21, 21), "percent", "21%"),
        (Stated(48e6, 48e6, 48e6), "money:USD", "48,000,000 USD"),
        (Stated(1, 1, 1), "duration:day", "1 day"),
        (Stated(None, 3, 5, "range"), "duration:day", "3 to 5 days"),
        (Stated(2.5, 2.5, 2.5), "length:km", "2.5 km"),
        (Stated(), "count", "nothing"),
    ],
)
def test_said(number: Stated, unit: str, expected: str) -> None:
    assert said(number, unit) == expected


def test_said_leaves_out_the_total_that_goes_without_saying() -> None:
    assert said(Stated(16, 16, 16, "exact", "total"), total=False) == "16"
    assert said(Stated(16, 16, 16, "exact", "each"), total=False) == "16 each"


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(1, 2, "1 to 2"), (3, 3, "3"), (4, None, "at least 4"), (None, None, "nothing")]
)
def test_span(low: float | None, high: float | None, expected: str) -> None:
    assert span(low, high) == expected


def test_times_have_a_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert moment(datetime(2025, 3, 1, 6, 0, tzinfo=UTC)).startswith("2025-0")
    assert len(moment(datetime(2025, 3, 1, 6, 0, tzinfo=UTC)).split()) == 3
    assert moment(None) == "–"


def test_foreign_text_is_inert() -> None:
    assert safe("[bold]x[/] \x1b[31m\u202eevil\n") == "\\[bold]x\\[/] [31mevil"
    assert safe(None) == ""
