"""Policy alone: labelled reports in, belief and alerts out, beside the plain rules and on their disagreements."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.accuracy.consensus_baselines import BASELINES, Bounds
from tests.accuracy.consensus_events import Label, Story, Turn, stories
from tests.accuracy.consensus_population import population_rows
from tests.accuracy.consensus_seeds import seed_rows
from tests.accuracy.score import Row
from warehouse.belief import Report
from warehouse.consensus import Fold, alert_kind, settle


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule believed after one article, and whether it told anyone."""

    turn: Turn
    label: Label
    bounds: Bounds
    alert: bool
    state: str = ""
    voices: int = 0
    disputed: bool = False  # the plain rules disagree here

    @property
    def acceptable(self) -> bool:
        return self.bounds in self.label.acceptable


def score(gold: Path | None, show: str | None = None) -> list[Row]:
    """Return the table of the policy on labelled events, of the seeds' subsets and orders, and of fused populations."""
    told = stories(gold)
    ours = [outcome for story in told for outcome in believed(story)]
    plain = {name: [o for story in told for o in ruled(story, name)] for name in BASELINES}
    if show:
        list_errors(ours)
    return [*rows("policy alone", ours, plain), *seed_rows(gold), *population_rows(gold)]


def believed(story: Story) -> list[Outcome]:
    """Replay a story through the fold, one article at a time."""
    fold, found, reports = Fold(story.quantity), [], list[Report]()
    for turn in story.turns:
        alert = False
        if turn.reports:
            reports.append(turn.reports[0])
            change = next(settle(fold, [turn.reports]))
            alert = alert_kind(change, story.quantity.policy) is not None
        head = fold.head
        if head is not None and turn.label:
            disputed = len({rule(reports) for rule in BASELINES.values()}) > 1
            best = (head.low, head.high)
            found.append(Outcome(turn, turn.label, best, alert, head.state, head.voices, disputed))
    return found


def ruled(story: Story, name: str) -> list[Outcome]:
    """Replay a story through a plain rule; it tells whenever its number is another than before."""
    reports, found, before = list[Report](), [], None
    for turn in story.turns:
        reports += turn.reports[:1]
        if not reports:
            continue
        best = BASELINES[name](reports)
        disputed = len({rule(reports) for rule in BASELINES.values()}) > 1
        if turn.label:
            alert = before is not None and best != before
            found.append(Outcome(turn, turn.label, best, alert, disputed=disputed))
        before = best
    return found


def rows(slice_name: str, ours: Sequence[Outcome], plain: dict[str, list[Outcome]]) -> list[Row]:
    """Return acceptable numbers, states, voices and alerts, over all records and where the plain rules disagree."""
    disputed = [o for o in ours if o.disputed]
    hard = {name: [o for o in outcomes if o.disputed] for name, outcomes in plain.items()}
    return [
        Row("acceptable number", len(ours), _share(ours), {n: _share(o) for n, o in plain.items()}, slice_name),
        Row("… where the rules disagree", len(disputed), _share(disputed), {n: _share(o) for n, o in hard.items()}),
        Row("state", len(ours), percent(sum(o.state == o.label.state for o in ours), len(ours))),
        Row(
            "… where the rules disagree",
            len(disputed),
            percent(sum(o.state == o.label.state for o in disputed), len(disputed)),
        ),
        Row("voices within bounds", len(ours), percent(sum(_within(o) for o in ours), len(ours))),
        Row(
            "alerts that must be",
            _count(ours, "must"),
            _told(ours, "must"),
            {n: _told(o, "must") for n, o in plain.items()},
        ),
        Row(
            "false alerts",
            _count(ours, "must_not"),
            _told(ours, "must_not"),
            {n: _told(o, "must_not") for n, o in plain.items()},
        ),
    ]


def list_errors(ours: Sequence[Outcome]) -> None:
    """Print every record where the policy differs from the label."""
    for o in ours:
        wrong = [] if o.acceptable else [f"number {o.bounds} not in {sorted(o.label.acceptable, key=str)}"]
        wrong += [] if o.state == o.label.state else [f"state {o.state}, not {o.label.state}"]
        wrong += [] if _within(o) else [f"{o.voices} voices, not {o.label.voices}"]
        wrong += ["false alert"] if o.alert and o.label.alert == "must_not" else []
        wrong += ["missed alert"] if not o.alert and o.label.alert == "must" else []
        if wrong:
            quantity = o.turn.reports[0].report_id if o.turn.reports else "no report"
            print(f"{o.turn.event} {o.turn.article} ({quantity}): {'; '.join(wrong)}")


def percent(right: int, n: int) -> str:
    return f"{100 * right / n:.1f} %" if n else "-"


def _share(outcomes: Sequence[Outcome]) -> str:
    return percent(sum(o.acceptable for o in outcomes), len(outcomes))


def _within(outcome: Outcome) -> bool:
    low, high = outcome.label.voices
    return low <= outcome.voices <= high


def _count(outcomes: Sequence[Outcome], alert: str) -> int:
    return sum(o.label.alert == alert for o in outcomes)


def _told(outcomes: Sequence[Outcome], alert: str) -> str:
    return str(sum(o.alert and o.label.alert == alert for o in outcomes))
