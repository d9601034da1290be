"""What each article of the labelled events says of each tracked quantity: number, qualifier and speaker.

The figure of an article is chosen by counted noun and action alone, as the first that is neither a part nor background;
choosing among articles is no concern of this stage.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.figure import Figure
from extractors.figures import extract
from extractors.figures.terms import expand_action, expand_count
from tests.accuracy.figures_naive import victims
from tests.accuracy.figures_seeds import overlap
from tests.accuracy.score import Row


@dataclass(slots=True)
class Tally:
    """Right answers over the labelled reports."""

    n: int = 0
    found: int = 0
    value: int = 0
    qualifier: int = 0
    speaker: int = 0
    named: int = 0
    of_named: int = 0
    any_figure: int = 0
    naive: int = 0
    spurious: int = 0


def fits(figure: Figure, quantity: dict[str, Any]) -> bool:
    """True where the figure counts what the quantity counts, and the same thing happened to it."""
    if any("magnitude" in noun for noun in quantity["nouns"]):
        return figure.unit == "magnitude"
    if figure.unit != "count" or figure.status in ("denied", "planned") or figure.change is not None:
        return False
    return _item(figure, quantity["nouns"]) and _action(figure, quantity["verbs"])


def _item(figure: Figure, nouns: list[str]) -> bool:
    for noun in nouns:
        cls, lemma = expand_count(noun)
        if lemma is None and cls is not None and (figure.item_class or "").startswith(cls):
            return True
        if figure.item is not None and lemma == figure.item:
            return True
    return False


def _action(figure: Figure, verbs: list[str]) -> bool:
    for verb in verbs:
        cls, lemma = expand_action(verb)
        if (cls and cls == figure.action_class) or (lemma and lemma == figure.action):
            return True
    return False


def choose(figures: list[Figure], quantity: dict[str, Any]) -> list[Figure]:
    """The figures of a quantity, the article's own number first.

    Its own number is the one that most of its figures print, not counting parts, background and, where the quantity
    counts people at large, kinds of people; it speaks with the figure that names an authority.
    """
    candidates = [f for f in figures if fits(f, quantity)]
    general = any(expand_count(noun)[0] == "person" for noun in quantity["nouns"])
    best = min((_rank(f, general) for f in candidates), default=0)
    own = [f for f in candidates if _rank(f, general) == best]
    support: dict[tuple[float | None, float | None], int] = {}
    for figure in own:
        support[_key(figure)] = support.get(_key(figure), 0) + 1
    first = {_key(f): f.start for f in reversed(own)}
    own.sort(key=lambda f: (f.qualifier == "vague", -support[_key(f)], first[_key(f)], f.speaker is None, f.start))
    return own + [f for f in candidates if f not in own]


def _rank(figure: Figure, general: bool) -> int:
    kind = general and (figure.item_class or "person") not in ("person", "person.victim")
    return 4 * figure.background + 2 * (figure.part and general) + kind


def _key(figure: Figure) -> tuple[float | None, float | None]:
    return (figure.value, figure.value) if figure.value is not None else (figure.low, figure.high)


def same_value(figure: Figure, report: dict[str, Any]) -> bool:
    """The same bounds; a vague figure is right within the tolerance of the labels' README."""
    if report["qualifier"] == "vague":
        if figure.low is None or figure.qualifier != "vague" or report["low"] is None:
            return False
        near = figure.low <= 2 * report["low"] and report["low"] <= 2 * figure.low
        return near and (figure.high is None or figure.high <= 10 * max(figure.low, report["low"]))
    if report["qualifier"] == "none_reported":
        return figure.value == 0
    if report["value"] is not None and figure.value is not None:
        return bool(figure.value == report["value"])
    return figure.low == report["low"] and figure.high == report["high"]


def rows(folder: Path, show: str | None) -> list[Row]:
    """One row per attribute over all events, and one per event for the number."""
    total, out = Tally(), []
    for path in sorted((folder / "gold" / "events").glob("*.json")):
        event = json.loads(path.read_text(encoding="utf-8"))
        texts = folder / "corpora" / "events" / event["event"]
        if not texts.is_dir():
            continue
        tally = Tally()
        _event(event, texts, tally, show)
        out.append(
            Row(
                f"events: {path.stem}: number",
                tally.n,
                f"{tally.value / tally.n:.3f}",
                {"naive": f"{tally.naive / tally.n:.3f}"},
            )
        )
        for name in Tally.__slots__:
            setattr(total, name, getattr(total, name) + getattr(tally, name))
    if not total.n:
        return []
    head = [
        Row("events: number and qualifier of the quantity", total.n, f"{total.qualifier / total.n:.3f}"),
        Row(
            "events: number of the quantity",
            total.n,
            f"{total.value / total.n:.3f}",
            {"naive": f"{total.naive / total.n:.3f}"},
        ),
        Row("events: speaker, where the number is right", total.value, f"{total.speaker / max(total.value, 1):.3f}"),
        Row("events: speaker, where one is labelled", total.of_named, f"{total.named / max(total.of_named, 1):.3f}"),
        Row("events: number in any figure", total.n, f"{total.any_figure / total.n:.3f}"),
        Row("events: figures where the label has none", total.spurious, ""),
    ]
    return head + out


def _event(event: dict[str, Any], texts: Path, tally: Tally, show: str | None) -> None:
    meta = json.loads((texts / "meta.json").read_text(encoding="utf-8"))
    dates = {d["file"]: d.get("date") for d in meta["documents"]}
    for name in event["order"]:
        text = (texts / name).read_text(encoding="utf-8")
        day = dates.get(name)
        figures = list(extract(text, published_at=datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None))
        for quantity in event["quantities"]:
            reports = [r for r in event["reports"] if r["file"] == name and r["quantity"] == quantity["key"]]
            chosen = choose(figures, quantity)
            if not reports:
                if chosen and not chosen[0].part and not chosen[0].background:
                    tally.spurious += 1
                    place = f"[{event['event']} {name[:12]}] {quantity['key']}"
                    _say(show, f"{place}: none labelled, {chosen[0].quote!r} in {chosen[0].sentence[:150]!r}")
                continue
            _report(event, name, text, quantity, reports[0], figures, chosen, tally, show)


def _report(
    event: dict[str, Any], name: str, text: str, quantity: dict[str, Any], report: dict[str, Any],
    figures: list[Figure], chosen: list[Figure], tally: Tally, show: str | None,
) -> None:  # fmt: skip
    tally.n += 1
    tally.found += bool(chosen)
    tally.any_figure += any(same_value(f, report) for f in figures)
    action = "injured" if "injur" in quantity["key"] or "hurt" in quantity["key"] else "killed"
    guess = victims(text, action)
    tally.naive += bool(guess) and guess[0] == report["value"]
    head = f"[{event['event']} {name[:12]}] {quantity['key']} "
    want = f"{report['low']}..{report['high']} {report['qualifier']} {report['quote']!r}"
    if not chosen or not same_value(chosen[0], report):
        got = f"{chosen[0].quote!r} part={chosen[0].part} in {chosen[0].sentence[:140]!r}" if chosen else "nothing"
        _say(show, f"{head} want {want}\n      got {got}")
        if not chosen:
            _near(report, figures, show)
        return
    tally.value += 1
    good = chosen[0].qualifier == report["qualifier"] or report["qualifier"] == "none_reported"
    tally.qualifier += good
    if not good:
        _say(show, f"{head} qualifier {chosen[0].qualifier} for {want}; {chosen[0].sentence[:140]!r}")
    spoke = overlap(chosen[0].speaker, report["speaker"])
    tally.speaker += spoke
    tally.of_named += report["speaker"] is not None
    tally.named += spoke and report["speaker"] is not None
    if not spoke:
        names = f"{chosen[0].speaker!r} for {report['speaker']!r}"
        _say(show, f"{head} speaker {names}: {chosen[0].sentence[:160]!r}")


def _near(report: dict[str, Any], figures: list[Figure], show: str | None) -> None:
    """The figures where the label's quote stands, when none was chosen: why they did not fit."""
    for f in figures:
        if f.start <= report["start"] + len(report["quote"]) and f.end >= report["start"]:
            _say(show, f"      near: {f.quote!r} {f.item}/{f.item_class} {f.action}/{f.action_class} {f.status}")


def _say(show: str | None, line: str) -> None:
    if show == "errors":
        print(line)
