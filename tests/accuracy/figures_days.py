"""The day of what was counted, on real text: shootings (gva) and military releases (isaf) against the incident's day.

A number is asked where it equals the gold number of its action. Half of the incidents are developed on (``SHOW=errors``
lists their wrong days); of the other half only the score is printed.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from extractors.figure import Figure
from extractors.figures import extract
from tests.accuracy.figures_incidents import CAPTURED
from tests.accuracy.score import Row

# Some days of publication are guesses: they are used where they are so near to the incident.
_NEAR = timedelta(days=45)
_DATELINE = re.compile(r"\(([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}), (\d{4})\)")


@dataclass(frozen=True, slots=True)
class Report:
    """One article about an incident: its text, days and the numbers (action class, number) that are asked."""

    name: str
    half: int
    text: str
    published: datetime
    day: date
    asked: frozenset[tuple[str, float]]


def rows(folder: Path, show: str | None) -> list[Row]:
    """One row per corpus and half: how many days that were given are right, and how many of all numbers have theirs."""
    corpora = folder / "corpora"
    out = []
    for name, reports in (("gva", list(_gva(corpora / "gva"))), ("isaf", list(_isaf(corpora / "isaf")))):
        for half, label in enumerate((f"{name}: day of the incident", f"{name}: the same, held out")):
            own = [r for r in reports if r.half == half]
            if own:
                out.append(_row(label, own, show if half == 0 else None))
    return out


def _row(label: str, reports: list[Report], show: str | None) -> Row:
    n = given = right = published = 0
    for report in reports:
        for figure in asked(report):
            n += 1
            given += figure.when is not None
            right += figure.when == report.day
            published += report.published.date() == report.day
            if show == "errors" and figure.when != report.day:
                rules = ",".join(rule for name, rule, _ in figure.rules if name == "when")
                print(
                    f"[day {report.name}] {figure.when} for {report.day}, published {report.published:%a %Y-%m-%d}, "
                    f"{rules or 'no rule'}: {figure.quote!r} in {figure.sentence[:300]!r}"
                )
    score = f"P {right / max(given, 1):.3f} R {right / max(n, 1):.3f}"
    return Row(label, n, score, {"published": f"{published / max(n, 1):.3f}"})


def asked(report: Report) -> list[Figure]:
    """The numbers of people of this incident that the article prints."""
    return [
        f
        for f in extract(report.text, published_at=report.published)
        if f.unit == "count"
        and not f.background
        and (f.action_class, f.value) in report.asked
        and (f.item_class or "person").startswith("person")
    ]


def _lines(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    return [json.loads(line) for line in lines if line.strip()]


def _gva(folder: Path) -> Iterator[Report]:
    incidents = {i["incident"]: i for i in _lines(folder / "incidents.jsonl")}
    for document in _lines(folder / "docs.jsonl"):
        incident = incidents.get(document["incident"])
        if incident is None or not document.get("date"):
            continue
        day = datetime.strptime(incident["date"], "%B %d, %Y").replace(tzinfo=UTC).date()
        published = datetime.fromisoformat(document["date"]).replace(tzinfo=UTC)
        if not timedelta(0) <= published.date() - day <= _NEAR:
            continue
        killed, injured = float(incident["num_killed"]), float(incident["num_injured"])
        wanted = {("killed", killed), ("injured", injured), ("shot", injured), ("shot", killed + injured)}
        title = (document.get("title") or "").split(" :: ")[0]
        yield Report(
            f"gva {document['doc_id'][:8]}",
            int(document["incident"]) % 2,
            f"{title}\n{document['text']}",
            published,
            day,
            frozenset((action, number) for action, number in wanted if number),
        )


def _isaf(folder: Path) -> Iterator[Report]:
    for k, release in enumerate(_lines(folder / "isaf.jsonl")):
        gold, dateline = release["gold"], _DATELINE.search(release["text"][:400])
        if dateline is None:
            continue
        published = datetime.strptime(" ".join(dateline.groups()), "%b %d %Y").replace(hour=12, tzinfo=UTC)
        day = date.fromisoformat(gold["start_date"])
        if not timedelta(0) <= published.date() - day <= _NEAR:
            continue
        wanted = {("killed", gold["min_killed"]), *((action, gold["min_captured"]) for action in CAPTURED)}
        yield Report(
            f"isaf {k}",
            k % 2,
            release["text"],
            published,
            day,
            frozenset((action, float(number)) for action, number in wanted if number),
        )
