"""Which figure is the article's own number: extracted figures through the example watches, against labelled reports."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.accuracy.replayed import Replayed, Row, replays
from tests.accuracy.score import Counts
from tests.accuracy.score import Row as Line

_SAME = {"none_reported": "exact"}


@dataclass(frozen=True, slots=True)
class Pair:
    """One article and quantity: the labelled report (None: it says nothing), ours by rank, and the decoys there."""

    event: str
    file: str
    quantity: str
    label: Row | None
    ours: list[Row]
    figures: list[Row]
    decoys: list[Row]

    @property
    def own(self) -> Row | None:
        return self.ours[0] if self.ours else None

    @property
    def number_right(self) -> bool:
        """Whether the own number has the label's bounds; vague ones within a factor (see gold/README.md)."""
        return self.own is not None and self.label is not None and same_number(self.own, self.label)

    @property
    def qualifier_right(self) -> bool:
        if not self.number_right or self.own is None or self.label is None:
            return False
        wanted = self.label["qualifier"]
        return bool(self.own["qualifier"] == _SAME.get(wanted, wanted))

    @property
    def speaker_right(self) -> bool:
        wanted = self.label and self.label["speaker"]
        return bool(wanted and self.number_right and self.own and names(wanted) & names(self.own["speaker"] or ""))

    @property
    def decoy(self) -> Row | None:
        """The decoy that was taken as the own number, if one was."""
        own = self.own
        if own is None or self.number_right:
            return None
        return next((d for d in self.decoys if _within(own, d["quote"])), None)


def same_number(own: Row, label: Row) -> bool:
    """Equal bounds; for a vague label a low within twice its low, and a high that is open or within 10 times it."""
    if label["qualifier"] == "none_reported":
        return bool(own["value"] == 0)
    if label["qualifier"] == "vague" and label["low"]:
        low, wanted = own["low"], label["low"]
        return bool(
            low is not None and wanted <= 2 * low <= 4 * wanted and (own["high"] is None or own["high"] <= 10 * wanted)
        )
    return bool((own["low"], own["high"]) == (label["low"], label["high"]))


def names(speaker: str) -> set[str]:
    """The words of a speaker's name that tell it from others."""
    words = re.findall(r"[a-z]{2,}", speaker.lower().replace(".", ""))
    return set(words) - {"the", "of", "in", "and", "state", "county", "city", "department"}


def _within(own: Row, quote: str) -> bool:
    plain = " ".join(own["sentence"].split())
    return own["number"].lower() in quote.lower() and " ".join(quote.split()) in plain


def score(gold: Path | None, show: str | None = None) -> list[Line]:
    """P, R, F1 of own numbers, then qualifier and speaker where the number is right, and decoys taken.

    The baseline is the first figure of the text with the right unit and action, whatever it counts.
    """
    pairs = [pair for told in replays(gold) for pair in paired(told)]
    if show:
        for pair in pairs:
            explain(pair)
    labelled = [p for p in pairs if p.label]
    reported = [p for p in pairs if p.ours]
    right = sum(p.number_right for p in labelled)
    spoken = [p for p in labelled if p.label and p.label["speaker"]]
    found = Counts(sum(bool(p.ours) for p in labelled), len(reported) - sum(bool(p.ours) for p in labelled),
                   sum(not p.ours for p in labelled))  # fmt: skip
    exact = Counts(right, len(reported) - right, len(labelled) - right)
    decoys = sum(p.decoy is not None for p in pairs)
    return [
        Line("report found", len(labelled), str(found)),
        Line("own number right", len(labelled), str(exact), {"first in text": str(first_in_text(pairs))}),
        Line("… and qualifier", len(labelled), _share(labelled, lambda p: p.qualifier_right)),
        Line("… and speaker, where labelled", len(spoken), _share(spoken, lambda p: p.speaker_right)),
        Line("number extracted at all", len(labelled), _share(labelled, extracted), note="ceiling of matching"),
        Line("decoys taken", sum(len(told.event.label["decoys"]) for told in replays(gold)), str(decoys)),
    ]


def paired(told: Replayed) -> Iterator[Pair]:
    """Every article and quantity of an event."""
    label = told.event.label
    said = {(r["file"], r["quantity"]): r for r in label["reports"]}
    for file in label["order"]:
        decoys = [d for d in label["decoys"] if d["file"] == file]
        for wanted in label["quantities"]:
            key = (file, wanted["key"])
            yield Pair(
                told.event.name, *key, said.get(key), told.reports.get(key, []), told.figures.get(file, []), decoys
            )


def extracted(pair: Pair) -> bool:
    """Whether any figure of the article has the labelled number."""
    return pair.label is not None and any(same_number(f, pair.label) for f in pair.figures)


def first_in_text(pairs: list[Pair]) -> Counts:
    """The plain rule: of the figures that match, the one that stands first in the article."""
    right = sum(
        bool(p.label and p.ours and same_number(min(p.ours, key=lambda r: _place(p, r)), p.label)) for p in pairs
    )
    reported, labelled = sum(bool(p.ours) for p in pairs), sum(bool(p.label) for p in pairs)
    return Counts(right, reported - right, labelled - right)


def _place(pair: Pair, report: Row) -> int:
    return next((int(f["start"]) for f in pair.figures if f["figure_id"] == report["figure_id"]), 0)


def explain(pair: Pair) -> None:
    """Print what went wrong with one article and quantity."""
    if (pair.label is None and not pair.ours) or pair.number_right:
        return
    where = f"{pair.event} {pair.file} {pair.quantity}"
    wanted = f"{pair.label['low']}..{pair.label['high']} {pair.label['quote']!r}" if pair.label else "nothing"
    ours = [f"{r['low']}..{r['high']} {r['quote']!r} in {_short(r['sentence'])!r}" for r in pair.ours[:3]]
    print(f"{where}: wanted {wanted}; took {ours or 'nothing'}{' [decoy]' if pair.decoy else ''}")
    if pair.label and not any(same_number(r, pair.label) for r in pair.ours):
        for figure in pair.figures:
            if same_number(figure, pair.label):
                print(f"    figure {_traits(figure)}")


def _traits(figure: Row) -> str:
    keys = ("quote", "unit", "item", "item_class", "action_class", "status", "place", "when", "change")
    shown = [f"{key}={figure[key]!r}" for key in keys if figure[key] is not None]
    flags = [key for key in ("background", "part") if figure[key]]
    return " ".join([*shown, *flags])


def _short(text: str) -> str:
    return text if len(text) < 140 else text[:137] + "..."


def _share(pairs: list[Pair], right: Callable[[Pair], bool]) -> str:
    return f"{sum(map(right, pairs)) / len(pairs):.3f}" if pairs else "-"
