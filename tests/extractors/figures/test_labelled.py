"""The labelled articles are well-formed: every quote occurs where its label says, every key and value is known."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.accuracy.figures_news import CORPORA

CASES = Path(__file__).parents[2] / "cases" / "figures"
QUALIFIERS = {"exact", "approximate", "at_least", "at_most", "more_than", "less_than", "range", "vague"}
WORDS: dict[str, set[Any]] = {
    "qualifier": QUALIFIERS,
    "basis": {"each", "total", "one_side", None},
    "status": {"happened", "planned", "estimated", "claimed", "denied"},
    "background": {True, False},
    "part": {True},
    "low_exclusive": {True, False},
    "high_exclusive": {True, False},
}
FREE = {"tier", "quote", "number", "start", "low", "high", "unit", "item", "action", "speaker", "when"}
NEWS = sorted((CASES / "news").glob("*/*.yaml"))
ARTICLES = sorted(path for folder in ("labelled", "held_out") for path in (CASES / folder).glob("*/*.yaml"))


def test_an_event_has_two_to_five_articles() -> None:
    events = {path.parent for path in ARTICLES}
    assert len(events) >= 6
    assert all(len(list(event.glob("*.yaml"))) in (2, 3, 4, 5) for event in events)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: "-".join((*p.parts[-3:-1], p.stem)))
def test_a_labelled_article(path: Path) -> None:
    article = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(article) == {"source", "published_at", "title", "text", "figures"}
    assert datetime.fromisoformat(article["published_at"]).tzinfo is not None
    starts = [label["start"] for label in article["figures"]]
    assert starts == sorted(set(starts))
    for label in article["figures"]:
        assert not list(_faults(article["text"], label)), label["quote"]


@pytest.mark.parametrize("path", NEWS, ids=lambda p: p.stem)
def test_labels_of_a_real_article(path: Path) -> None:
    """Its text is not in the project, so the labels must not quote it."""
    article = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(article) == {"corpus", "document", "published_at", "figures"}
    assert article["corpus"] in CORPORA
    starts = [label["start"] for label in article["figures"]]
    assert starts == sorted(set(starts))
    for label in article["figures"]:
        text = " " * label["start"] + label["number"]
        assert not list(_faults(text, label | {"quote": label["number"]})), label["number"]


def _faults(text: str, label: dict[str, Any]) -> list[str]:
    """What is wrong with one label, in words."""
    start, number, quote = label["start"], label["number"], label["quote"]
    low, high, scored = label.get("low"), label.get("high"), label["tier"] == 1
    found = [i for i in range(len(text)) if text.startswith(quote, i)]
    checks = {
        "keys": set(label) <= FREE | set(WORDS) and (not scored or {"low", "high"} <= set(label)),
        "number": text.startswith(number, start),
        "quote": any(i <= start and start + len(number) <= i + len(quote) for i in found),
        "tier": label["tier"] in (1, 2),
        "bounds": not scored or low is not None or high is not None,
        "order": low is None or high is None or low <= high,
        "when": label.get("when") is None or isinstance(label["when"], date),
        "lists": all(isinstance(label[key], list) for key in ("item", "action", "basis", "status") if key in label),
    }
    words = {key: _all(label[key]) <= allowed for key, allowed in WORDS.items() if key in label}
    return [name for name, good in (checks | words).items() if not good]


def _all(value: Any) -> set[Any]:
    return set(value) if isinstance(value, list) else {value}
