"""Lineages and credits of the labelled events: articles in, lineages and origins out."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from extractors.likeness import credits as credited
from extractors.likeness import names_itself
from extractors.likeness.wires import wire_within
from tests.accuracy.lineage_baselines import RULES, Rule
from tests.accuracy.score import Counts, Row
from tests.warehouse.lineage.shelf import Page, empty, lineages, put
from warehouse.lineage import assign, owner_of


@dataclass(frozen=True)
class Event:
    """One event's articles in effective order, and its labels."""

    name: str
    pages: tuple[Page, ...]
    lineages: tuple[frozenset[str], ...]
    credits: dict[str, list[str]]


def events(gold: Path) -> Iterator[Event]:
    """The labelled events of a gold folder."""
    for path in sorted((gold / "gold" / "events").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        folder = gold / "corpora" / "events" / path.stem
        meta = {m["file"]: m for m in json.loads((folder / "meta.json").read_text(encoding="utf-8"))["documents"]}
        pages = []
        for minute, file in enumerate(label["order"]):
            source, url = meta[file]["source"], meta[file]["url"]
            text = (folder / file).read_text(encoding="utf-8")
            pages.append(Page(file, text, minute, source, owner_of(source, url), url=url))
        yield Event(path.stem, tuple(pages), tuple(map(frozenset, label["lineages"])), label["credits"])


def rows(gold: Path, show: bool) -> list[Row]:
    """Pairs of one lineage, and credits, over all events."""
    everything = list(events(gold))
    ours = Counts(0, 0, 0)
    plain = dict.fromkeys(RULES, Counts(0, 0, 0))
    for event in everything:
        wanted = {pair for lineage in event.lineages for pair in combinations(sorted(lineage), 2)}
        found = _assigned(event.pages)
        ours += _counts(found, wanted)
        for name, rule in RULES.items():
            plain[name] += _counts(_ruled(event.pages, rule), wanted)
        if show:
            print(event.name, "lineage pairs missed", wanted - found, "too many", found - wanted)
    pairs = sum(len(event.pages) * (len(event.pages) - 1) // 2 for event in everything)
    baselines = {name: str(counts) for name, counts in plain.items()}
    return [Row("events: pairs of one lineage", pairs, str(ours), baselines), _credits(everything, show)]


def _assigned(pages: Sequence[Page]) -> set[tuple[str, str]]:
    with empty() as con:
        assign(con, put(con, pages))
        lineage = {article: place[0] for article, place in lineages(con).items()}
    return {(a, b) for a, b in combinations(sorted(lineage), 2) if lineage[a] == lineage[b]}


def _ruled(pages: Sequence[Page], rule: Rule) -> set[tuple[str, str]]:
    """The pairs that a plain rule joins, closed under copies of copies."""
    lineage = {page.article_id: page.article_id for page in pages}
    for a, b in combinations(pages, 2):
        if rule(a.text, b.text):
            old, new = lineage[b.article_id], lineage[a.article_id]
            lineage = {article: new if name == old else name for article, name in lineage.items()}
    return {(a, b) for a, b in combinations(sorted(lineage), 2) if lineage[a] == lineage[b]}


def _counts(found: set[tuple[str, str]], wanted: set[tuple[str, str]]) -> Counts:
    return Counts(len(found & wanted), len(found - wanted), len(wanted - found))


def _credits(everything: Sequence[Event], show: bool) -> Row:
    """Credits of others than the publisher; the labels also count agencies that are only cited, which are speakers."""
    ours, mentions, total = Counts(0, 0, 0), Counts(0, 0, 0), 0
    for event in everything:
        for page in event.pages:
            labelled = event.credits.get(page.article_id, [])
            wanted = {name for name in labelled if not names_itself(name, page.source, page.url)}
            found = set(credited(page.text, (), page.source, url=page.url)) - {"agencies"}
            total += len(wanted)
            ours += Counts(len(found & wanted), len(found - wanted), len(wanted - found))
            named = {wire for line in page.text.splitlines() if (wire := wire_within(line))}
            mentions += Counts(len(named & wanted), len(named - wanted), len(wanted - named))
            if show and found != wanted:
                print(event.name, page.article_id, "credits", sorted(found), "label", sorted(wanted))
    note = "labels include agencies that are only cited (speakers by our rule)"
    return Row("events: foreign credits", total, str(ours), {"any agency named": str(mentions)}, note)
