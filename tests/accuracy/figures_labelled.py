"""Whole articles that were labelled blind: values, each attribute of those found, and whole records over all labels.

``held_out`` are articles that nobody develops on: their scores are printed, their errors never.
``TALLYWIRE_LABELLED`` names another folder of the same layout, to be scored instead of both.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from extractors.figure import Figure
from extractors.figures import extract
from extractors.figures.lexicon import load as lexicon
from tests.accuracy.figures_events import same_value
from tests.accuracy.figures_naive import numbers
from tests.accuracy.figures_seeds import overlap
from tests.accuracy.score import Counts, Row

CASES = Path(__file__).parents[1] / "cases" / "figures"
ATTRIBUTES = ("qualifier", "unit", "item", "action", "basis", "status", "background", "speaker", "when")


@dataclass(slots=True)
class Tally:
    """What was found and right, and the lines that ``--show errors`` prints."""

    value: Counts = field(default_factory=lambda: Counts(0, 0, 0))
    naive: Counts = field(default_factory=lambda: Counts(0, 0, 0))
    right: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in ATTRIBUTES})
    whole: int = 0
    dated: int = 0
    undated: int = 0
    days: Counts = field(default_factory=lambda: Counts(0, 0, 0))
    no_day: list[int] = field(default_factory=lambda: [0, 0])
    articles: int = 0
    lines: list[str] = field(default_factory=list)


def rows(_gold: Path | None, show: str | None) -> list[Row]:
    """Values beside the digits of the same text, attributes of the found, whole records, figures without a label."""
    if other := os.environ.get("TALLYWIRE_LABELLED"):
        return score("labelled", _articles(Path(other)), show)
    held_out = score("held out", _articles(CASES / "held_out"), None)
    return [*score("labelled", _articles(CASES / "labelled"), show), *held_out]


def _articles(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*/*.yaml")):
        yield f"{path.parent.name} {path.stem}", yaml.safe_load(path.read_text(encoding="utf-8"))


def score(name: str, articles: Iterable[tuple[str, dict[str, Any]]], show: str | None) -> list[Row]:
    """The rows of named articles with their ``text``, ``published_at`` and labelled ``figures``."""
    tally = Tally()
    for title, article in articles:
        _article(article, title, tally)
    if show == "errors":
        print("\n".join(tally.lines))
    n, found = tally.value.tp + tally.value.fn, max(tally.value.tp, 1)
    head = Row(f"{name}: value (low, high)", n, str(tally.value), {"digits": str(tally.naive)})
    parts = [
        Row(f"{name}: {attribute}", of, f"{good / max(of, 1):.3f}") for attribute, (good, of) in tally.right.items()
    ]
    return [
        head,
        *parts,
        Row(f"{name}: no day", tally.no_day[1], f"{tally.no_day[0] / max(tally.no_day[1], 1):.3f}", note="left open"),
        Row(f"{name}: when, or no day", tally.days.tp + tally.days.fn, str(tally.days), note="n: labelled days"),
        Row(f"{name}: whole records", n, f"{tally.whole / max(n, 1):.3f}", note="all but when; missed ones are wrong"),
        Row(f"{name}: whole records and when", n, f"{tally.dated / max(n, 1):.3f}"),
        Row(f"{name}: whole records and when, or no day", n, f"{tally.undated / max(n, 1):.3f}"),
        Row(f"{name}: whole records of those found", tally.value.tp, f"{tally.whole / found:.3f}"),
        Row(f"{name}: figures without a label", tally.articles, str(tally.value.fp), note="n: articles"),
    ]


def _article(article: dict[str, Any], name: str, tally: Tally) -> None:
    text = article["text"]
    left = list(extract(text, published_at=datetime.fromisoformat(article["published_at"])))
    tally.articles += 1
    required = [label for label in article["figures"] if label["tier"] == 1]
    for label in required:
        hit = next((f for f in left if _meets(f, label) and _valued(f, label)), None)
        if hit is None:
            tally.value += Counts(0, 0, 1)
            tally.lines.append(f"[{name}] missed {_quoted(label)!r} in {_sentence(text, label['start'])!r}")
            continue
        left.remove(hit)
        tally.value += Counts(1, 0, 0)
        _attributes(hit, label, name, tally)
    optional = [label for label in article["figures"] if label["tier"] == 2]
    false = [f for f in left if not any(_meets(f, label) for label in optional)]
    tally.value += Counts(0, len(false), 0)
    tally.lines += [f"[{name}] false {f.quote!r} {f.low}..{f.high} {f.unit} in {f.sentence!r}" for f in false]
    tally.naive += _digits(text, required, optional)


def _valued(figure: Figure, label: dict[str, Any]) -> bool:
    """The label's bounds; where it takes a deadline (``within 30 days``) for exact and for a bound, those of either."""
    if same_value(figure, _report(label)):
        return True
    said = label.get("qualifier", "exact")
    both = isinstance(said, list) and {"exact", "at_most"} <= {*said}
    return both and figure.high == label["high"] and figure.low in (None, figure.high)


def _quoted(label: dict[str, Any]) -> str:
    """The quote of a label, or its numeral where the text is not ours to quote."""
    return str(label.get("quote", label["number"]))


def _report(label: dict[str, Any]) -> dict[str, Any]:
    """The label as a report of an event, whose tolerance for vague magnitudes is the same."""
    said = label.get("qualifier", "exact")
    qualifiers = said if isinstance(said, list) else [said]
    return label | {"value": None, "qualifier": "vague" if "vague" in qualifiers else qualifiers[0]}


def _meets(figure: Figure, label: dict[str, Any]) -> bool:
    """The figure's quote overlaps the label's numeral."""
    start: int = label["start"]
    return figure.start < start + len(label["number"]) and figure.end > start


def _attributes(hit: Figure, label: dict[str, Any], name: str, tally: Tally) -> None:
    wrong = []
    for attribute in ATTRIBUTES:
        answer = right(hit, label, attribute)
        if answer is None:
            continue
        tally.right[attribute][0] += answer
        tally.right[attribute][1] += 1
        if not answer:
            wrong.append(f"{attribute} {_shown(hit, attribute)!r} for {_shown(label, attribute)!r}")
    tally.whole += not [w for w in wrong if not w.startswith("when ")]
    tally.dated += not wrong
    false = _days(hit, label, tally)
    tally.undated += not (wrong or false)
    if wrong:
        tally.lines.append(f"[{name}] {_quoted(label)!r}: {'; '.join(wrong)} in {hit.sentence!r}")


def _days(hit: Figure, label: dict[str, Any], tally: Tally) -> bool:
    """Count a day and the lack of one; True where a figure has a day although its label says that there is none."""
    if "when" not in label:
        return False
    given, told = hit.when is not None, label["when"] is not None
    good = told and bool(right(hit, label, "when"))
    tally.days += Counts(good, given and not good, told and not good)
    tally.no_day[0] += not (told or given)
    tally.no_day[1] += not told
    return given and not told


def right(figure: Figure, label: dict[str, Any], attribute: str) -> bool | None:
    """Whether one attribute of a figure is right; None where the label does not say."""
    if attribute not in label or (attribute == "when" and label["when"] is None):
        return None
    want = label[attribute] if isinstance(label[attribute], list) else [label[attribute]]
    if attribute == "unit":
        return any(figure.unit == unit or figure.unit.startswith(f"{unit}:") for unit in want)
    if attribute == "item":
        return _item(figure, want)
    if attribute == "action":
        return any(_action(figure, word) for word in want)
    if attribute == "speaker":
        return any(overlap(figure.speaker, name) for name in want)
    return getattr(figure, attribute) in want


def _item(figure: Figure, words: list[str]) -> bool:
    """One of the nouns, alone or as the head of two; where the text leaves the noun out, one of their kind."""
    nouns = lexicon("en").nouns
    words = [word.lower() for word in words]
    if figure.item is None:
        kinds = {nouns[word].cls.split(".")[0] for word in words if word in nouns}
        return (figure.item_class or "").split(".")[0] in kinds
    right = {*words, *(nouns[word].lemma for word in words if word in nouns)}
    return figure.item in right or figure.item.split()[-1] in right  # an aid worker is a worker


def _action(figure: Figure, word: str) -> bool:
    """True for the label's word in any of its forms, or for another of its class."""
    words = lexicon("en")
    acts = words.actions.get(word, ())
    return figure.action_class in {word, *(act.cls for act in acts[:1])} - {None} or figure.action in {
        word,
        words.verbs.get(word, word),
        *(act.lemma for act in acts),
    }


def _shown(of: Figure | dict[str, Any], attribute: str) -> Any:
    value = of.get(attribute) if isinstance(of, dict) else getattr(of, attribute)
    return str(value) if attribute == "when" else value


def _sentence(text: str, start: int) -> str:
    """The line around an offset, cut to what one can read at a glance."""
    line = text.rfind("\n", 0, start) + 1
    return text[max(line, start - 100) : start + 60].split("\n")[0]


def _digits(text: str, required: list[dict[str, Any]], optional: list[dict[str, Any]]) -> Counts:
    """The baseline: runs of digits as points, those of optional labels left out."""
    spans = [(label["start"], label["start"] + len(label["number"])) for label in optional]
    points = [v for start, end, v in numbers(text) if not any(start < e and end > s for s, e in spans)]
    false, missed = len(points), 0
    for label in required:
        if label["low"] == label["high"] and label["low"] in points:
            points.remove(label["low"])
            false -= 1
        else:
            missed += 1
    return Counts(len(required) - missed, false, missed)
