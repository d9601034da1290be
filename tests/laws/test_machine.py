"""Anything in any order: loads, edits, copies, decisions, watch changes; the belief is always that of the plain model.

The model folds, from nothing, what the tables say was reported, and counts pages. What is kept between batches, what
is derived again and what a replay makes of it must agree with that.
"""

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.effort import examples
from tests.laws import tram
from warehouse.consensus import Fold
from warehouse.ledger import decide, open_warehouse, publish, store, undo
from warehouse.ledger.quantities import load_quantities
from warehouse.ledger.replay import rebuild
from warehouse.ledger.settle import load_reports

SOURCES = st.sampled_from([*tram.TEXTS])
NUMBERS = st.sampled_from(["12", "14", "15", "120"])
KEYS = [("tram", "injured"), ("tram", "killed")]


class Newsroom(RuleBasedStateMachine):
    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.w = tram.opened(self.folder / "news.duckdb")
        self.minutes = 0
        self.newest: dict[str, bytes] = {}  # by page: its newest text
        self.decided: list[str] = []

    def now(self) -> datetime:
        self.minutes += 1
        return tram.EVENING + timedelta(minutes=self.minutes)

    def take(self, *pages: tram.Document) -> None:
        known = all(self.newest.get(page.url) == page.content for page in pages)
        done = store(self.w, pages, now=self.now(), watch="tram")
        assert not (known and (done.revisions or done.alerts or done.articles))
        self.newest |= {page.url: page.content for page in pages}

    @rule(source=SOURCES, hours=st.integers(0, 40))
    def an_article_comes(self, source: str, hours: int) -> None:
        self.take(tram.article(source, tram.TEXTS[source], hours))

    @rule(source=SOURCES, number=NUMBERS)
    def a_page_is_edited(self, source: str, number: str) -> None:
        text = tram.TEXTS[source].replace("12 people", f"{number} people").replace("14 people", f"{number} people")
        self.take(tram.article(source, text, 3))

    @rule(source=SOURCES, other=st.sampled_from(["mirror", "kiosk"]), hours=st.integers(0, 40))
    def a_copy_comes(self, source: str, other: str, hours: int) -> None:
        self.take(tram.copy(tram.article(source, tram.TEXTS[source], 0), other, hours))

    @rule()
    def everything_comes_at_once(self) -> None:
        self.take(*tram.articles())

    @precondition(lambda self: len(self.newest) > 1)
    @rule(kind=st.sampled_from(["merge_lineage", "split_lineage", "split_origin"]), data=st.data())
    def somebody_rules_on_articles(self, kind: str, data: st.DataObject) -> None:
        ids = [row[0] for row in self.w.con.execute("SELECT DISTINCT article_id FROM articles ORDER BY 1").fetchall()]
        chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True))
        self.ruling(kind, {"articles": chosen})

    @rule(origins=st.lists(SOURCES, min_size=2, max_size=2, unique=True))
    def somebody_merges_origins(self, origins: list[str]) -> None:
        self.ruling("merge_origin", {"origins": origins})

    @precondition(lambda self: self.reports())
    @rule(data=st.data())
    def somebody_ignores_a_report(self, data: st.DataObject) -> None:
        self.ruling("ignore_report", {"report_id": data.draw(st.sampled_from(self.reports()))})

    @precondition(lambda self: self.decided)
    @rule(data=st.data())
    def somebody_thinks_again(self, data: st.DataObject) -> None:
        decision = data.draw(st.sampled_from(self.decided))
        self.decided.remove(decision)
        undo(self.w, decision, who="Vera", why="she read it once more", now=self.now())

    @rule(kind=st.sampled_from(["cumulative", "fixed", "stock"]))
    def the_watch_changes(self, kind: str) -> None:
        tram.follow(self.w, tram.watch(kind), self.now())

    @rule()
    def the_process_ends_and_starts_again(self) -> None:
        self.w.close()
        self.w = open_warehouse(self.folder / "news.duckdb", now=self.now())

    @invariant()
    def the_belief_is_that_of_the_model(self) -> None:
        quantities = load_quantities(self.w.con, KEYS)
        reports = load_reports(self.w.con, KEYS)
        for key in KEYS:
            fold = Fold(quantities[key])
            fold.insert(reports.get(key, []))
            head = fold.head
            believed = self.w.con.execute(
                "SELECT value, low, high, basis, span_low, span_high, state, voices, speakers, articles, since "
                "FROM consensus WHERE quantity = $name",
                {"name": key[1]},
            ).fetchall()
            columns = ("value", "low", "high", "basis", "span_low", "span_high", "state", "voices", "speakers",
                       "articles", "since")  # fmt: skip
            assert [row for row in believed if row[7]] == ([tuple(getattr(head, c) for c in columns)] if head else [])
            stances = self.w.con.execute(
                "SELECT report_id, voice, stance FROM evidence JOIN consensus USING (watch, quantity, version) "
                "WHERE quantity = $name ORDER BY 1",
                {"name": key[1]},
            ).fetchall()
            assert stances == (sorted((e.report_id, e.voice, e.stance) for e in fold.evidence()) if head else [])

    @invariant()
    def voices_partition_the_articles(self) -> None:
        found = self.w.con.execute(
            "SELECT url, count(DISTINCT origin), count(DISTINCT lineage_id) FROM articles GROUP BY 1"
        ).fetchall()
        assert {row[0] for row in found} == set(self.newest)
        assert all(row[1:] == (1, 1) for row in found)

    def ruling(self, kind: str, subject: dict[str, object]) -> None:
        decide(self.w, kind, subject, who="Vera", why="she read both", now=self.now())
        newest = "SELECT max(decision_id) FROM decisions WHERE kind <> 'undo'"
        self.decided.append(self.w.con.execute(newest).fetchall()[0][0])

    def reports(self) -> list[str]:
        return [row[0] for row in self.w.con.execute("SELECT DISTINCT report_id FROM reports ORDER BY 1").fetchall()]

    def teardown(self) -> None:
        publish(self.w)
        self.w.close()
        differs = rebuild(self.folder / "news.duckdb", now=tram.EVENING + timedelta(days=9)).differs
        shutil.rmtree(self.folder)
        assert differs == ()


TestNewsroom = pytest.mark.slow(Newsroom.TestCase)
TestNewsroom.settings = settings(max_examples=examples(8), stateful_step_count=8)
