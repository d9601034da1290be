from dataclasses import replace

from tests.warehouse.ledger.conftest import QUANTITY
from tests.warehouse.ledger.standins import ROOMS, at, page
from warehouse.belief import Policy
from warehouse.ledger.registering import pass_time, register_watch
from warehouse.ledger.replay import rebuild
from warehouse.ledger.runs import SourceState, finish_run, remember_sources, source_states, start_run
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse


def test_a_pass_is_recorded_and_one_that_died_is_closed_by_the_next(news: Warehouse) -> None:
    first = start_run(news, "swap", at(2))
    second = start_run(news, "swap", at(3))
    other = start_run(news, "other", at(3))
    finish_run(news, second, "partial", {"articles": 3, "rejections": 1}, at(4))
    rows = news.con.execute("SELECT run_id, state, finished_at, counts->>'articles' FROM runs ORDER BY started_at, 2")
    assert rows.fetchall() == [
        (first, "failed", at(3), None), (second, "partial", at(4), "3"), (other, "running", None, None),
    ]  # fmt: skip


def test_a_source_is_remembered_by_its_address(news: Warehouse) -> None:
    one = SourceState("Alpha", "https://alpha.example/rss", '"abc"', "Sat, 01 Mar 2031 12:00:00 GMT", at(2))
    two = SourceState("Beta", "https://beta.example/rss", None, None, at(2), 3, "timeout")
    remember_sources(news, "swap", [one, two])
    assert source_states(news, "swap") == {one.url: one, two.url: two}
    better = SourceState("Beta", "https://beta.example/rss", '"x"', None, at(3))
    remember_sources(news, "swap", [two, better])
    assert source_states(news, "swap") == {one.url: one, two.url: better}
    assert source_states(news, "other") == {}


def test_a_number_that_nobody_repeats_is_told_once_and_again_after_a_new_report(news: Warehouse) -> None:
    patience = replace(QUANTITY, policy=Policy(stale_after_hours=48, alert_on=("stale",)))
    register_watch(news, "swap", "patience: 2 days", [patience], subscribers={"screen": ()}, now=at(1))
    store(news, [page("alpha", "390 each", 2)], now=at(2), watch="swap")
    assert pass_time(news, at(3)).alerts == []
    [alert] = pass_time(news, at(5)).alerts
    assert (alert["kind"], alert["changed_by"], alert["body"]["new"]) == ("stale", None, "390 each")
    assert alert["body"]["headline"] == "Prisoners released: 390 each (stale)"
    seq = news.seq
    assert pass_time(news, at(6)).alerts == []
    assert news.seq == seq
    store(news, [page("beta", "390 each", 6)], now=at(6), watch="swap")
    assert [a["kind"] for a in pass_time(news, at(9)).alerts] == ["stale"]
    news.close()
    assert rebuild(news.path, now=at(20), rooms=ROOMS).differs == ()
