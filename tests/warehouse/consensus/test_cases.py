"""The project's own labelled events: the policy must get every record right."""

import pytest

from tests.accuracy.consensus import Outcome, believed
from tests.accuracy.consensus_events import Story, stories

TOLD = stories(None)


def test_there_are_cases_of_every_kind() -> None:
    assert {story.quantity.kind for story in TOLD} == {"fixed", "cumulative", "stock"}


@pytest.mark.parametrize("story", TOLD, ids=lambda s: f"{s.quantity.watch}/{s.quantity.name}")
def test_number_state_voices_and_alerts(story: Story) -> None:
    outcomes = believed(story)
    assert len(outcomes) == sum(turn.label is not None for turn in story.turns)
    assert not [_wrong(o) for o in outcomes if _wrong(o)]


def _wrong(o: Outcome) -> tuple[object, ...] | None:
    low, high = o.label.voices
    alert = {"must": o.alert, "must_not": not o.alert}.get(o.label.alert, True)
    if o.acceptable and o.state == o.label.state and low <= o.voices <= high and alert:
        return None
    return o.turn.article, o.bounds, o.state, o.voices, o.alert
