from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from extractors.document import Rejection
from tests.warehouse.ledger.standins import at, page
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse

TABLES = ("documents", "revisions", "sketches", "figures", "reports", "consensus_history", "stances", "alerts",
          "deliveries", "rejections", "entries")  # fmt: skip


def counts(w: Warehouse) -> dict[str, int]:
    return {t: w.con.table(t).count("*").fetchall()[0][0] for t in TABLES}


def column(w: Warehouse, query: str) -> list[Any]:
    return [row[0] for row in w.con.execute(query).fetchall()]


def test_a_batch_becomes_articles_figures_reports_and_a_belief(news: Warehouse) -> None:
    done = store(news, [page("alpha", "390 each", 2), page("beta", "390 each", 3)], now=at(4), watch="swap")
    assert (done.articles, done.revisions, done.figures, done.alerts) == (2, 2, 2, [])
    row = news.con.execute("SELECT value, basis, state, voices, articles FROM consensus").fetchall()
    assert row == [(390.0, "each", "corroborated", 2, 2)]


def test_the_same_input_twice_adds_no_row(news: Warehouse) -> None:
    batch = [page("alpha", "390 each", 2), page("beta", "400 each", 3), page("gamma", " ", 3)]
    refused = [Rejection("fetch", "https://delta.example", "timeout", "no answer in 30 s")]
    store(news, batch, refused, now=at(4), watch="swap")
    before = counts(news)
    done = store(news, batch, refused, now=at(5), watch="swap")
    assert counts(news) == before
    assert (done.revisions, done.unchanged, done.alerts) == (0, 3, [])


def test_another_page_around_the_same_text_adds_no_revision(news: Warehouse) -> None:
    store(news, [page("alpha", "390 each", 2)], now=at(4), watch="swap")
    before = counts(news)
    done = store(news, [page("alpha", "390  each\n", 2)], now=at(5), watch="swap")
    after = counts(news)
    assert done.unchanged == 1
    assert {t for t in TABLES if after[t] != before[t]} == {"documents", "entries"}


def test_an_edited_page_is_the_next_revision_at_the_time_it_was_seen(news: Warehouse) -> None:
    store(news, [page("alpha", "390 each", 2)], now=at(4), watch="swap")
    done = store(news, [page("alpha", "400 each", 2)], now=at(6), watch="swap")
    assert (done.articles, done.revisions) == (0, 1)
    rows = news.con.execute("SELECT revision, effective_at FROM revisions ORDER BY 1").fetchall()
    assert rows == [(1, at(2)), (2, at(6))]
    assert [a["kind"] for a in done.alerts] == ["corrected"]
    assert column(news, "SELECT count(DISTINCT article_id) FROM sketches") == [1]


def test_a_page_that_goes_back_to_its_first_text_is_a_third_revision(news: Warehouse) -> None:
    for day, text in enumerate(["390 each", "400 each", "390 each"], 4):
        store(news, [page("alpha", text, 2)], now=at(day), watch="swap")
    assert column(news, "SELECT revision FROM revisions ORDER BY 1") == [1, 2, 3]


def test_what_cannot_be_read_is_a_counted_rejection_and_the_rest_is_stored(news: Warehouse) -> None:
    batch = [page("alpha", " ", 2), page("beta", "BUG", 2), page("gamma", "390 each", 2)]
    done = store(news, batch, now=at(4), watch="swap")
    assert [r.reason for r in done.rejections] == ["empty", "defect"]
    assert column(news, "SELECT reason FROM rejections ORDER BY 1") == ["defect", "empty"]
    assert done.articles == 1


def test_an_article_dated_ahead_or_undated_takes_its_place_when_it_was_seen(news: Warehouse) -> None:
    store(news, [page("alpha", "390 each", 20), page("beta", "390 each")], now=at(4), watch="swap")
    assert column(news, "SELECT effective_at FROM revisions") == [at(4), at(4)]


def test_an_alert_says_what_moved_from_what_to_what_by_whom(news: Warehouse) -> None:
    store(news, [page("alpha", "1000 total", 2)], now=at(2, 13), watch="swap")
    assert [a["kind"] for a in store(news, [page("beta", "1000 each", 3)], now=at(3, 13), watch="swap").alerts] == [
        "contested"
    ]
    [alert] = store(news, [page("gamma", "1000 each", 4, title="They are free")], now=at(4, 13), watch="swap").alerts
    assert (alert["kind"], alert["old_value"], alert["new_value"]) == ("changed", 1000.0, 1000.0)
    body = alert["body"]
    assert body["headline"] == "Prisoners released: 1,000 in total -> 1,000 each"
    assert body["moved_by"]["source"] == "gamma"
    assert body["moved_by"]["title"] == "They are free"
    assert body["moved_by"]["sentence"] == "1000 each"
    assert [w["source"] for w in body["agree"]] == ["beta", "gamma"]
    assert [(w["source"], w["amount"]) for w in body["dissent"]] == [("alpha", "1,000 in total")]
    assert column(news, "SELECT status FROM deliveries ORDER BY ALL") == ["waiting"] * 4


def test_alerts_of_a_load_are_shown_and_not_sent(news: Warehouse) -> None:
    store(news, [page("alpha", "390 each", 2)], now=at(2, 13), watch="swap", send=False)
    store(news, [page("beta", "400 each", 3)], now=at(3, 13), watch="swap", send=False)
    assert column(news, "SELECT DISTINCT status FROM deliveries") == ["shown"]


def test_an_article_of_another_watch_is_not_counted_until_this_watch_brings_it(news: Warehouse) -> None:
    store(news, [page("alpha", "390 each", 2)], now=at(2, 13), watch="other")
    assert column(news, "SELECT count(*) FROM consensus") == [0]
    done = store(news, [page("alpha", "390 each", 2)], now=at(3), watch="swap")
    assert done.revisions == 0
    assert column(news, "SELECT value FROM consensus") == [390.0]
    before = counts(news)
    store(news, [page("alpha", "390 each", 2)], now=at(4), watch="swap")
    assert counts(news) == before


def test_what_a_text_cannot_hold_is_replaced(news: Warehouse) -> None:
    done = store(news, [page("alpha", "390 each", 2, title="\ud800 broken")], now=at(4), watch="swap")
    assert done.articles == 1
    assert column(news, "SELECT title FROM revisions") == ["? broken"]


def test_a_batch_that_fails_as_a_whole_is_stored_one_by_one(
    news: Warehouse, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner: Callable[..., Any] = news.rooms.match_new

    def matching(con: Any, keys: Any, known_at: Any, watch: str | None = None) -> Any:
        texts = con.execute(
            "SELECT text FROM revisions WHERE list_contains($a, article_id)", {"a": [k[0] for k in keys]}
        )
        if any("POISON" in text for (text,) in texts.fetchall()):
            raise RuntimeError("cannot match this")
        return inner(con, keys, known_at, watch)

    news.rooms = replace(news.rooms, match_new=matching)
    batch = [page("alpha", "390 each", 2), page("beta", "POISON 1", 2), page("gamma", "390 each", 3)]
    done = store(news, batch, now=at(4), watch="swap")
    assert [(r.stage, r.reason) for r in done.rejections] == [("store", "defect")]
    assert "cannot match this" in caplog.text
    assert column(news, "SELECT source FROM revisions ORDER BY 1") == ["alpha", "gamma"]
    assert column(news, "SELECT voices FROM consensus") == [2]
