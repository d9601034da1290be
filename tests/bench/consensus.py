"""What folding reports costs: all at once, one at a time at the end, and one late report."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from time import process_time

from warehouse.belief import Quantity, Report
from warehouse.consensus import Fold

START = datetime(2025, 3, 1, tzinfo=UTC)


def measure() -> Iterator[str]:
    """Yield one line per measurement, in CPU time of this process."""
    for voices, reports in ((30, 10_000), (300, 10_000), (3_000, 10_000)):
        made = stream(voices, reports)
        fold = Fold(Quantity("bench", "bench", (), (), kind="cumulative"))
        whole = _timed(lambda fold=fold, made=made: _read(fold, made))
        steps = [_timed(lambda fold=fold, r=r: _read(fold, [r])) for r in stream(voices, 200, offset=reports)]
        late = _timed(lambda fold=fold, made=made: _read(fold, [late_report(made[0])]))
        yield (
            f"{reports:,} reports, {voices:,} voices: whole fold {whole:.2f} s ({reports / whole:,.0f} reports/s), "
            f"one more {1000 * sorted(steps)[100]:.2f} ms, one before all others {late:.2f} s"
        )


def stream(voices: int, reports: int, offset: int = 0) -> list[Report]:
    """Return reports of a toll that rises slowly, with laggards and hedges; the same ones each time."""
    dice = random.Random(7 + offset)
    return [_report(n, dice, voices) for n in range(offset, offset + reports)]


def late_report(first: Report) -> Report:
    name = "late"
    return _number(name, name, first.effective_at - timedelta(days=1), 3.0, "exact")


def _report(n: int, dice: random.Random, voices: int) -> Report:
    value = float(3 + n // 400 - dice.choice((0, 0, 0, 1, 2)))
    voice = f"voice-{dice.randrange(voices)}"
    return _number(
        f"article-{n}", voice, START + timedelta(minutes=n), value, dice.choice(("exact", "exact", "at_least"))
    )


def _number(name: str, voice: str, at: datetime, value: float, qualifier: str) -> Report:
    high = None if qualifier == "at_least" else value
    return Report(
        name, name, 1, name, voice, voice, voice, name, False, 1, value, value, high, False, False,
        "at_least" if qualifier == "at_least" else "exact", None, False, "police", f"{value:.0f} people {name}", at,
    )  # fmt: skip


def _read(fold: Fold, reports: list[Report]) -> None:
    fold.insert(reports)
    assert fold.head is not None


def _timed(work: Callable[[], None]) -> float:
    began = process_time()
    work()
    return process_time() - began
