"""The labelled seeds: figures of tier 1 in the main lines, value first, then each attribute, then the whole record."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.figure import Figure
from extractors.figures import extract
from extractors.figures.lexicon import load as lexicon
from tests.accuracy import figures_peers
from tests.accuracy.figures_naive import numbers
from tests.accuracy.score import Counts, Row

PUBLISHED = datetime(2025, 5, 24, 6, tzinfo=UTC)
BASIS = {"per_side": "each", "one_side": "one_side", "total": "total", "first_day": None, "unspecified": None}
SWAP = frozenset({"released", "exchanged", "agreed", "received", "recovered"})
ACTIONS = {
    "released": SWAP, "exchanged": SWAP, "agreed-to-release": SWAP, "agreed-to-exchange": SWAP,
    "received": SWAP, "recover": SWAP,
    "killed-and-injured": frozenset({"killed", "injured", "casualty"}), "killed": frozenset({"killed"}),
    "injured": frozenset({"injured"}), "held": frozenset({"held"}), "sent": frozenset({"sent", "shot_at"}),
    "occupied": frozenset({"occupied"}), "returned": SWAP,
}  # fmt: skip
ATTRIBUTES = ("qualifier", "unit", "item", "action", "basis", "status", "speaker", "when", "when, if the text says")


def main_text(labels: dict[str, Any], seed: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The main lines of a seed joined by newlines, and (start in the file, end, start in this text) of each."""
    text, spans = "", []
    for line in labels["lines"]:
        if line["seed"] == seed and line["label"] in ("main", "mixed"):
            spans.append((line["start"], line["end"], len(text)))
            text += line["text"] + "\n"
    return text, spans


def moved(spans: list[tuple[int, int, int]], position: int) -> int:
    """A file offset as an offset into the main text; -1 where it is not in it."""
    return next((to + position - start for start, end, to in spans if start <= position <= end), -1)


def wanted(label: dict[str, Any]) -> dict[str, Any]:
    """A label in the words of the contract."""
    qualifier, strict = label["qualifier"], label["exclusive"]
    names = {"approx": "approximate"}
    if strict:
        names |= {"at_least": "more_than", "at_most": "less_than"}
    speaker = label["attribution"] or ""
    return {
        "qualifier": names.get(qualifier, qualifier),
        "basis": BASIS[label["scope"]],
        "status": label["status"],
        "speaker": None if speaker.startswith(("outlet", "unnamed", "reports")) or not speaker else speaker,
    }


def right(figure: Figure, label: dict[str, Any], attribute: str) -> bool | None:
    """Whether one attribute of a figure is right; None where the label does not say."""
    want = wanted(label)
    count = label["unit_type"] == "count"
    if attribute == "unit":
        kind = {"duration": f"duration:{label['unit']}", "percent": "percent"}.get(label["unit_type"], "count")
        return figure.unit == kind
    if attribute == "item":
        return _item(figure, label) if count else None
    if attribute == "action":
        allowed = ACTIONS.get(label["action"])
        return figure.action_class in allowed if allowed and label["unit_type"] != "duration" else None
    if attribute == "status":
        return figure.status == want["status"] or (want["status"] == "claimed" and figure.status == "happened")
    if attribute == "speaker":
        return overlap(figure.speaker, want["speaker"])
    if attribute.startswith("when"):
        if attribute != "when" and "cross-document" in (label.get("date_how") or "cross-document"):
            return None
        day = label["event_date"] or ""
        return (
            figure.when is not None and figure.when.isoformat() in day
            if re.fullmatch(r"\d{4}-\d\d-\d\d", day)
            else None
        )
    return bool(getattr(figure, attribute) == want[attribute])


def _item(figure: Figure, label: dict[str, Any]) -> bool:
    """The item is right as the noun that is printed, or as what the label says that it stands for."""
    nouns = lexicon("en").nouns
    names = {name.lower() for name in (label["item"], label["surface_noun"]) if name}
    lemmas = {nouns[name].lemma for name in names if name in nouns}
    if not label["surface_noun"]:
        classes = {nouns[name].cls.split(".")[0] for name in names if name in nouns} or {"person"}
        return (figure.item_class or "").split(".")[0] in classes or figure.item in names
    return (figure.item or "") in names | lemmas


def overlap(ours: str | None, want: str | None) -> bool:
    """Both nobody, or at least one name in common."""
    if ours is None or want is None:
        return ours is None and want is None
    return bool(_words(ours) & _words(want))


def _words(name: str) -> set[str]:
    folded = name.lower().replace("zelenskyy", "zelensky").replace("defence", "defense")
    initials = {word.lower() for word in re.findall(r"\b[A-Z]{2}\b", name.replace(".", ""))}
    return (set(re.findall(r"[a-z]{3,}", folded)) - {"the", "and", "of"}) | initials


def rows(folder: Path, show: str | None) -> list[Row]:
    """Value, attributes and whole records, beside the digits of the same text."""
    path = folder / "gold" / "seeds.json"
    if not path.is_file():
        return []
    labels = json.loads(path.read_text(encoding="utf-8"))
    value, naive = Counts(0, 0, 0), Counts(0, 0, 0)
    tallies = {name: [0, 0] for name in ATTRIBUTES}
    whole = dated = told = n = 0
    for seed in labels["meta"]["files"]:
        text, spans = main_text(labels, seed)
        ours = list(extract(text, published_at=PUBLISHED))
        digits = numbers(text)
        for label in (x for x in labels["figures"] if x["seed"] == seed):
            at = (moved(spans, label["number_start"]), moved(spans, label["number_end"]))
            if at[0] < 0:
                continue
            hit = next((f for f in ours if f.start < at[1] and f.end > at[0] and _same(f, label)), None)
            if label["tier"] == 2:
                ours = [f for f in ours if not (f.start < at[1] and f.end > at[0])]
                continue
            n += 1
            naive = _naive(naive, digits, label)
            if hit is None:
                value += Counts(0, 0, 1)
                _say(show, f"[seed {seed}] missed {label['span']!r} {label['value_low']} {label['value_high']}")
                continue
            ours.remove(hit)
            value += Counts(1, 0, 0)
            wrong = _tally(hit, label, tallies)
            whole += not [w for w in wrong if not w.startswith("when ")]
            dated += not wrong
            told += not [
                w for w in wrong if not w.startswith("when ") or "cross-document" not in (label["date_how"] or "")
            ]
            if wrong:
                _say(show, f"[seed {seed}] {label['span']!r}: " + "; ".join(wrong))
        value += Counts(0, len(ours), 0)
        for figure in ours:
            _say(show, f"[seed {seed}] false {figure.quote!r} {figure.unit}")
        naive += Counts(0, len(digits), 0)
    out = [Row("seeds: value (low, high)", n, str(value), {"digits": str(naive)} | _peers(labels))]
    out += [Row(f"seeds: {name}", good[1], f"{good[0] / max(good[1], 1):.3f}") for name, good in tallies.items()]
    return [
        *out,
        Row("seeds: whole records", n, f"{whole / max(n, 1):.3f}", note="all of the above but when"),
        Row("seeds: whole records and when", n, f"{dated / max(n, 1):.3f}", note="every full date a label has"),
        Row("seeds: whole records and when, if the text says", n, f"{told / max(n, 1):.3f}"),
    ]


def _peers(labels: dict[str, Any]) -> dict[str, str]:
    """The peers on the same main lines; labels of tier 2 are left out on both sides as far as they are found."""
    texts, wanted = [], []
    for seed in labels["meta"]["files"]:
        text, spans = main_text(labels, seed)
        texts.append(text)
        inside = [x for x in labels["figures"] if x["seed"] == seed and moved(spans, x["number_start"]) >= 0]
        wanted.append([(x["value_low"], x["value_high"]) for x in inside if x["tier"] == 1])
    return {peer: f"F1 {counts.f1:.3f}" for peer, counts in figures_peers.seeds(texts, wanted).items()}


def _tally(hit: Figure, label: dict[str, Any], tallies: dict[str, list[int]]) -> list[str]:
    wrong = []
    for name in ATTRIBUTES:
        answer = right(hit, label, name)
        if answer is None:
            continue
        tallies[name][0] += answer
        tallies[name][1] += 1
        if name == "when" and not answer:
            wrong.append(f"when {hit.when and hit.when.isoformat()} for {label['event_date']} ({label['date_how']})")
        elif not answer and not name.startswith("when"):
            field = {"action": "action_class"}.get(name, name)
            want = wanted(label).get(
                name, label.get({"unit": "unit", "item": "surface_noun", "action": "action"}.get(name, name))
            )
            wrong.append(f"{name} {getattr(hit, field)!r} for {want!r}")
    return wrong


def _say(show: str | None, line: str) -> None:
    if show == "errors":
        print(line)


def _same(figure: Figure, label: dict[str, Any]) -> bool:
    return figure.low == label["value_low"] and figure.high == label["value_high"]


def _naive(counts: Counts, digits: list[tuple[int, int, float]], label: dict[str, Any]) -> Counts:
    hit = next((d for d in digits if d[2] == label["value_low"] == label["value_high"]), None)
    if hit is None:
        return counts + Counts(0, 0, 1)
    digits.remove(hit)
    return counts + Counts(1, 0, 0)
