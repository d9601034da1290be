"""Our own stories, whole articles by invented outlets: scored with or without gold, beside the plain rules."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from extractors.document import Document
from extractors.formats import jsonl
from extractors.formats.protocol import Context
from flows.watch import load
from tests.accuracy.consensus import list_errors, rows
from tests.accuracy.consensus_baselines import BASELINES
from tests.accuracy.endtoend import believed, ruled
from tests.accuracy.matching import explain, paired
from tests.accuracy.replayed import ROOT, Event, Replayed, replay
from tests.accuracy.score import Counts, Row

OWN = ROOT / "tests" / "cases" / "stories"


def score(gold: Path | None, show: str | None = None) -> list[Row]:
    """The table of the consensus stage over the stories of this project, then of each article's own number."""
    told = replays()
    ours = [outcome for story in told for outcome in believed(story)]
    plain = {name: [o for story in told for o in ruled(story, rule)] for name, rule in BASELINES.items()}
    pairs = [pair for story in told for pair in paired(story)]
    if show:
        list_errors(ours)
        for pair in pairs:
            explain(pair)
    labelled, reported = sum(p.label is not None for p in pairs), sum(bool(p.ours) for p in pairs)
    right = sum(p.number_right for p in pairs)
    decoys = sum(len(story.event.label["decoys"]) for story in told)
    return [
        *rows(f"{len(told)} stories", ours, plain),
        Row("own number right", labelled, str(Counts(right, reported - right, labelled - right))),
        Row("decoys taken", decoys, str(sum(p.decoy is not None for p in pairs))),
    ]


@cache
def replays() -> tuple[Replayed, ...]:
    """Every story, replayed once per process."""
    return tuple(replay(story) for story in stories())


def stories() -> Iterator[Event]:
    """The stories of this project; line n of ``articles.jsonl`` is article n of the label's order."""
    for folder in sorted(p for p in OWN.iterdir() if p.is_dir()):
        label = json.loads((folder / "label.json").read_text(encoding="utf-8"))
        yield Event(folder.name, label, list(documents(folder / "articles.jsonl")), load(folder / "watch.yaml"))


def documents(path: Path) -> Iterator[Document]:
    """The articles as they arrived: each when it was published, a late one a minute after the one before it."""
    arrived = datetime.min.replace(tzinfo=UTC)
    for found in jsonl.parse(path.read_bytes(), Context(path.name, arrived)):
        if not isinstance(found, Document) or found.published_at is None:
            raise ValueError(f"{path}: {found}")
        arrived = max(found.published_at, arrived + timedelta(minutes=1))
        yield replace(found, fetched_at=arrived)
