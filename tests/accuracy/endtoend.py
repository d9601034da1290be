"""Articles in, beliefs and alerts out: the labelled events and the seeds, through the whole program."""

from collections.abc import Iterator
from pathlib import Path

from extractors.figure import Qualifier
from tests.accuracy import endtoend_seeds
from tests.accuracy.consensus import Outcome, list_errors, rows
from tests.accuracy.consensus_baselines import BASELINES, Bounds, Rule
from tests.accuracy.consensus_events import DAY, Label, Turn
from tests.accuracy.matching import same_number
from tests.accuracy.replayed import Replayed, replays
from tests.accuracy.replayed import Row as Stored
from tests.accuracy.score import Row
from warehouse.belief import Report

_NOTHING = (None, None)


def score(gold: Path | None, show: str | None = None) -> list[Row]:
    """The table of the consensus stage, from articles instead of labelled reports; the plain rules see our reports."""
    told = replays(gold)
    ours = [outcome for event in told for outcome in believed(event)]
    plain = {name: [o for event in told for o in ruled(event, rule)] for name, rule in BASELINES.items()}
    if show:
        list_errors(ours)
    return [*rows("all", ours, plain), *(endtoend_seeds.score(gold) if gold else [])]


def believed(told: Replayed) -> Iterator[Outcome]:
    """What the program believed and told after each labelled article and quantity; nothing counts as wrong."""
    for turn, label, quantity, reports in _records(told):
        after = next(a for a in told.after if a.file == turn.article)
        head = after.heads.get(quantity)
        bounds = _as_labelled(head, label) if head else _NOTHING
        state, voices = (head["state"], head["voices"]) if head else ("", 0)
        yield Outcome(turn, label, bounds, bool(after.told.get(quantity)), state, voices, _disputed(reports))


def _as_labelled(number: Stored, label: Label) -> Bounds:
    """The bounds of a number; those of an acceptable one that it equals as vague numbers do (gold/README.md)."""
    for low, high in label.acceptable:
        vague = {"qualifier": "vague", "low": low, "high": high}
        if number["qualifier"] == "vague" and low and same_number(number, vague):
            return (low, high)
    return (number["low"], number["high"])


def ruled(told: Replayed, rule: Rule) -> Iterator[Outcome]:
    """What a plain rule would have believed from the same extracted reports."""
    before: dict[str, tuple[float | None, float | None]] = {}
    for turn, label, quantity, reports in _records(told):
        best = rule(reports) if reports else _NOTHING
        alert = quantity in before and best != before[quantity]
        vague = next((r for r in reports if r.qualifier == "vague" and (r.low, r.high) == best), None)
        number = {"qualifier": "vague" if vague else "", "low": best[0], "high": best[1]}
        yield Outcome(turn, label, _as_labelled(number, label), alert, disputed=_disputed(reports))
        if reports:
            before[quantity] = best


def _records(told: Replayed) -> Iterator[tuple[Turn, Label, str, list[Report]]]:
    """Each labelled record in order, with the own numbers of the articles up to it."""
    order = told.event.label["order"]
    for record in told.event.label["consensus"]:
        file, quantity = record["after"], record["quantity"]
        until = order[: order.index(file) + 1]
        reports = [_report(own[0]) for f in until if (own := told.reports.get((f, quantity)))]
        label = Label(
            frozenset((a["low"], a["high"]) for a in record["acceptable"]),
            record["state"], (record["voices"][0], record["voices"][1]), record["alert"],
        )  # fmt: skip
        now = told.reports.get((file, quantity), [])
        yield Turn(f"{told.event.name}/{quantity}", file, tuple(map(_report, now)), label), label, quantity, reports


def _disputed(reports: list[Report]) -> bool:
    return bool(reports) and len({rule(reports) for rule in BASELINES.values()}) > 1


def _report(row: Stored) -> Report:
    """Only what the plain rules look at."""
    qualifier: Qualifier = row["qualifier"]
    return Report(
        row["report_id"], row["article_id"], 1, row["url"], "", "", "", "", False, 1, row["value"], row["low"],
        row["high"], row["low_exclusive"], row["high_exclusive"], qualifier, row["basis"], False, row["speaker"],
        row["quote"], DAY,
    )  # fmt: skip
