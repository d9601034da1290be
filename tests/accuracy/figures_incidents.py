"""Killed and injured per incident: shootings (gva) and military releases (isaf), numbers against a gold table."""

import json
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.figure import Figure
from extractors.figures import extract
from tests.accuracy.figures_naive import victims
from tests.accuracy.score import Row

HURT = {"killed": frozenset({"killed"}), "injured": frozenset({"injured", "shot"})}
SURE = frozenset({"killed", "injured"})
CAPTURED = frozenset({"arrested", "held", "captured"})


def numbers(figures: list[Figure], classes: frozenset[str]) -> list[float]:
    """The numbers of people that an action of these classes befell, the article's own before parts and kinds.

    A vague number (several) answers only where there is no other. Who was shot and died is no longer injured.
    """
    fit = [f for f in figures if f.action_class in classes and _befell(f)]
    fit = [f for f in fit if f.qualifier != "vague"] or fit
    if not fit:
        return []
    best = min(_rank(f) for f in fit)
    dead = [f for f in figures if f.action_class == "killed" and _befell(f)]
    return [_number(f) - _fatal(f, dead) for f in fit if _rank(f) == best]


def _befell(figure: Figure) -> bool:
    people = figure.unit == "count" and (figure.item_class or "person").startswith("person")
    told = not figure.background and figure.status not in ("denied", "planned")
    return people and told and (figure.value or figure.low) is not None


def _number(figure: Figure) -> float:
    return float(figure.value if figure.value is not None else figure.low or 0)


def _fatal(figure: Figure, dead: list[Figure]) -> float:
    """How many of those shot died: the part that is told (``six were shot, one fatally``), else the first dead."""
    if figure.action_class != "shot" or not dead or "other" in figure.quote or "more" in figure.quote:
        return 0.0
    died = _number(next((f for f in dead if f.part), dead[0]))
    return died if died < _number(figure) else 0.0


def _rank(figure: Figure) -> int:
    kind = (figure.item_class or "person") not in ("person", "person.victim")
    return 4 * figure.part + 2 * kind + (figure.action_class not in SURE and figure.action_class not in CAPTURED)


def vote(lists: list[list[float]]) -> float | None:
    """The number that most articles print first or most often; the larger one where two tie."""
    votes: Counter[float] = Counter()
    for found in lists:
        if found:
            own = Counter(found)
            votes[max(own, key=lambda v: (own[v], -found.index(v)))] += 1
    return max(votes, key=lambda v: (votes[v], v)) if votes else None


def rows(folder: Path, show: str | None) -> list[Row]:
    """gva killed and injured where gold is 2 or more, then isaf."""
    return [*_gva(folder / "corpora" / "gva", show), *_isaf(folder / "corpora" / "isaf" / "isaf.jsonl", show)]


def _load(path: Path) -> list[dict[str, Any]]:
    return (
        [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        if path.is_file()
        else []
    )


def _gva(folder: Path, show: str | None) -> list[Row]:
    incidents = _load(folder / "incidents.jsonl")
    documents = defaultdict(list)
    for document in _load(folder / "docs.jsonl"):
        documents[document["incident"]].append(document)
    out = []
    wanted = {i["incident"] for i in incidents if i["num_killed"] >= 2 or i["num_injured"] >= 2}
    read = {key: [_read(d) for d in documents[key]] for key in wanted}
    for action in ("killed", "injured"):
        good = anywhere = naive = n = 0
        for incident in incidents:
            gold = incident[f"num_{action}"]
            if gold < 2 or not documents[incident["incident"]]:
                continue
            n += 1
            right = {gold, gold - _dead_suspects(incident)} if action == "killed" else {gold}
            lists = [numbers(f, HURT[action]) for f in read[incident["incident"]]]
            answer = vote(lists)
            good += answer in right
            anywhere += any(v in right for found in read[incident["incident"]] for v in _any(found))
            naive += vote([victims(d["text"], action) for d in documents[incident["incident"]]]) in right
            if show == "errors" and answer not in right:
                print(f"[gva {incident['incident']}] {action} {answer} for {sorted(right)}")
                for figures in read[incident["incident"]]:
                    _why(figures, HURT[action], right)
        note = f"gold in any figure {anywhere / max(n, 1):.3f}"
        out.append(
            Row(
                f"gva: {action}, incidents with 2 or more",
                n,
                f"{good / max(n, 1):.3f}",
                {"naive": f"{naive / max(n, 1):.3f}"},
                note,
            )
        )
    return out if incidents else []


def _why(figures: list[Figure], classes: frozenset[str], right: set[int]) -> None:
    """The figures of one article that did or should have answered."""
    for f in figures:
        if f.unit == "count" and (f.action_class in classes or f.value in right):
            print(f"    {f.quote!r} {f.item_class} {f.action_class} part={f.part} {f.status} | {f.sentence[:150]!r}")


def _read(document: dict[str, Any]) -> list[Figure]:
    day = datetime.fromisoformat(document["date"]).replace(tzinfo=UTC) if document.get("date") else None
    title = (document.get("title") or "").split(" :: ")[0]
    return list(extract(f"{title}\n{document['text']}", published_at=day))


def _any(figures: list[Figure]) -> list[float]:
    return [f.value for f in figures if f.value is not None and f.unit == "count"]


def _dead_suspects(incident: dict[str, Any]) -> int:
    return sum("Killed" in p.get("Status", "") and "Suspect" in p.get("Type", "") for p in incident["participants"])


def _adds_up(figures: list[Figure], classes: frozenset[str], gold: int) -> bool:
    """True where a release's numbers of one action add up to gold, which is a minimum: "more than 10" is 11.

    A number that is printed twice counts once. A vague one ("several") is right from 1 to 2 times its low.
    """
    if not numbers(figures, classes):
        return gold == 0
    own = [f for f in figures if f.unit == "count" and f.action_class in classes and _counts(f)]
    best = min(_rank(f) for f in own)
    lows = {(float(f.low if f.low is not None else f.value or 0) + f.low_exclusive, f.low is not None and f.high is None
             and not f.low_exclusive and f.qualifier == "vague") for f in own if _rank(f) == best}  # fmt: skip
    total = sum({low for low, _ in lows})
    return total <= gold <= 2 * total if any(vague for _, vague in lows) else total == gold


def _counts(figure: Figure) -> bool:
    """A number of people, of this event, that happened."""
    person = (figure.item_class or "person").startswith("person")
    return person and not figure.background and figure.status not in ("denied", "planned")


def _isaf(path: Path, show: str | None) -> list[Row]:
    releases = _load(path)
    out = []
    for action, classes in (("killed", HURT["killed"]), ("captured", CAPTURED)):
        good = positive = naive = 0
        some = [r for r in releases if r["gold"][f"min_{action}"] > 0]
        for release in releases:
            gold = release["gold"][f"min_{action}"]
            found = list(extract(release["text"]))
            right = _adds_up(found, classes, gold)
            good += right
            positive += bool(gold) and right
            guess = victims(release["text"], "killed")
            naive += (guess[0] if guess else 0) == gold
            if show == "errors" and not right and gold > 1:
                print(f"[isaf] {action} {found} for {gold}: {release['text'][:600]!r}")
        naive_text = {"naive": f"{naive / max(len(releases), 1):.3f}"} if action == "killed" else {}
        out.append(
            Row(
                f"isaf: {action}",
                len(releases),
                f"{good / max(len(releases), 1):.3f}",
                naive_text,
                f"where above 0: {positive / max(len(some), 1):.3f} of {len(some)}",
            )
        )
    return out if releases else []
