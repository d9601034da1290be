"""The stories of tests/cases/stories: what they say is in their articles, and loading them twice adds nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from flows.watch import load
from tests.accuracy.stories import OWN, documents
from warehouse.ledger.registering import register_watch
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import open_warehouse

STORIES = sorted(p for p in OWN.iterdir() if p.is_dir())


def _label(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "label.json").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_every_labelled_quote_stands_in_its_article(folder: Path) -> None:
    label = _label(folder)
    texts = dict(zip(label["order"], documents(folder / "articles.jsonl"), strict=True))
    quoted = [*label["reports"], *(also for r in label["reports"] for also in r["also"]), *label["decoys"]]
    for record in quoted:
        text = texts[record["file"]].content.decode()
        assert text[record["start"] :].startswith(record["quote"]), record


@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_watch_and_label_track_the_same_quantities(folder: Path) -> None:
    label = _label(folder)
    named = {q["key"]: q["kind"] for q in label["quantities"]}
    assert {q.name: q.kind for q in load(folder / "watch.yaml").quantities} == named


@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_every_quantity_is_labelled_after_every_article_from_its_first_report(folder: Path) -> None:
    label = _label(folder)
    wanted = set()
    for quantity in label["quantities"]:
        said = [r["file"] for r in label["reports"] if r["quantity"] == quantity["key"]]
        first = min(map(label["order"].index, said))
        wanted |= {(file, quantity["key"]) for file in label["order"][first:]}
    assert {(c["after"], c["quantity"]) for c in label["consensus"]} == wanted


@pytest.mark.parametrize("folder", STORIES[:2], ids=lambda p: p.name)
def test_a_story_loaded_again_adds_no_article_and_no_alert(folder: Path, tmp_path: Path) -> None:
    watch, articles = load(folder / "watch.yaml"), list(documents(folder / "articles.jsonl"))
    last = articles[-1].fetched_at
    with open_warehouse(tmp_path / "story.duckdb", now=last) as w:
        register_watch(w, watch.name, watch.yaml, watch.quantities, subscribers={}, now=last)
        once = store(w, articles, now=last, watch=watch.name)
        again = store(w, articles, now=last, watch=watch.name)
    assert once.articles == len(articles) == again.unchanged
    assert again.articles == 0
    assert not again.alerts
