"""Labelled events (gold/events/FORMAT.md) as reports of the fold, one article at a time in the label's order."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from extractors.figure import Qualifier
from warehouse.belief import Quantity, Report

OWN = Path(__file__).parent.parent / "cases" / "consensus" / "events"
DAY = datetime(2020, 1, 1, 6, tzinfo=UTC)  # the n-th article is published n minutes later; only the order counts

UNNAMED = "agencies"  # in credits: wires that the article does not name

Bounds = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Label:
    """What a careful editor would print after an article."""

    acceptable: frozenset[Bounds]
    state: str
    voices: tuple[int, int]
    alert: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One article of one quantity: its reports, rank 1 first (none where it says nothing), and the label after it."""

    event: str
    article: str
    reports: tuple[Report, ...]
    label: Label | None


@dataclass(frozen=True, slots=True)
class Story:
    """One quantity of one event, article by article."""

    quantity: Quantity
    turns: tuple[Turn, ...]


def stories(gold: Path | None) -> list[Story]:
    """Read the events of a gold folder, or those of the project where it is None."""
    folder = gold / "gold" / "events" if gold else OWN
    found = []
    for path in sorted(folder.glob("*.json")):
        event = json.loads(path.read_text(encoding="utf-8"))
        meta = gold / "corpora" / "events" / path.stem / "meta.json" if gold else None
        documents = json.loads(meta.read_text(encoding="utf-8"))["documents"] if meta and meta.exists() else []
        found += _stories(event, {d["file"]: d for d in documents})
    return found


def _stories(event: dict[str, Any], documents: dict[str, dict[str, Any]]) -> Iterator[Story]:
    said = defaultdict(list)
    for report in event["reports"]:
        said[report["file"], report["quantity"]] += [report, *(report.get("also") or [])]
    labels = {(c["after"], c["quantity"]): _label(c) for c in event["consensus"]}
    origins = _Origins(event, documents)
    for wanted in event["quantities"]:
        key = wanted["key"]
        basis = None if wanted["basis"] == "unspecified" else wanted["basis"]
        quantity = Quantity(event["event"], key, (), (), wanted["title"], basis, wanted["status"], wanted["kind"])
        turns = []
        for minute, file in enumerate(event["order"]):
            numbers = said[file, key]
            reports = tuple(origins.report(file, minute, rank, n) for rank, n in enumerate(numbers, 1))
            turns.append(Turn(event["event"], file, reports, labels.get((file, key))))
        yield Story(quantity, tuple(turns))


def _label(record: dict[str, Any]) -> Label:
    acceptable = frozenset((a["low"], a["high"]) for a in record["acceptable"])
    low, high = record["voices"]
    return Label(acceptable, record["state"], (low, high), record["alert"])


class _Origins:
    """The article's one origin: the first wire its lineage credits, else its own credit, else its lineage's owner."""

    def __init__(self, event: dict[str, Any], documents: dict[str, dict[str, Any]]) -> None:
        self.event, self.documents = event, documents
        place = {file: n for n, file in enumerate(event["order"])}
        self.lineage: dict[str, list[str]] = {}
        for group in event["lineages"]:
            ordered = sorted((f for f in group if f in place), key=lambda f: place[f])
            self.lineage.update(dict.fromkeys(ordered, ordered))

    def source(self, file: str) -> str:
        """Return the publisher: the label's metadata, else the file's name without its number."""
        known = self.documents.get(file, {}).get("source")
        return str(known or file.partition("_")[2].rpartition(".")[0] or file).removeprefix("www.")

    def owner(self, file: str) -> str:
        return owner_of(self.source(file), str(self.documents.get(file, {}).get("url") or ""))

    def origin(self, file: str) -> str:
        group = self.lineage.get(file, [file])
        wires = [w for member in group for w in self.event["credits"].get(member, []) if w != UNNAMED]
        return str(wires[0]) if wires else self.owner(group[0])

    def report(self, file: str, minute: int, rank: int, number: dict[str, Any]) -> Report:
        """Return one labelled number as the report that the policy takes."""
        low, high, value = number["low"], number["high"], number["value"]
        if number["qualifier"] == "none_reported":
            low = high = value = 0.0
        qualifier: Qualifier = "exact" if number["qualifier"] == "none_reported" else number["qualifier"]
        strict = bool(number.get("strict"))
        return Report(
            f"{file}#{rank}", file, 1, f"https://{self.source(file)}/{file}", self.source(file), self.owner(file),
            self.origin(file), self.lineage.get(file, [file])[0],
            UNNAMED in self.event["credits"].get(file, []), rank, value, low, high,
            strict and low is not None, strict and low is None, qualifier, number.get("basis"), False,
            number["speaker"], number["quote"], DAY + timedelta(minutes=minute),
        )  # fmt: skip


def owner_of(source: str, url: str) -> str:
    """Return the owner family by the project's own table, where it knows the source."""
    from warehouse import lineage

    table = getattr(lineage, "owner_of", None)
    return str(table(source, url)) if table else source
