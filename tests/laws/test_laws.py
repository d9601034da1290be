"""The laws that make the number honest, with all rooms, from texts to belief."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from tests.laws import tram
from tests.laws.conftest import Follow
from warehouse.ledger import open_warehouse, publish, store
from warehouse.ledger.replay import rebuild

ORDERS = list(permutations(range(5)))


@pytest.mark.parametrize("step", [37, pytest.param(1, marks=pytest.mark.slow)])
def test_every_order_of_arrival_ends_in_the_same_state(follow: Follow, step: int) -> None:
    five, ends = tram.articles(), []
    for order in ORDERS[::step]:
        w = follow()
        for _ in tram.arrive(w, [five[n] for n in order]):
            pass
        ends.append(tram.state(w))
        w.close()
    assert ends[0][0]
    assert all(end == ends[0] for end in ends)


def test_five_articles_of_one_accident_are_four_voices_and_one_number(follow: Follow) -> None:
    w = follow()
    list(tram.arrive(w, tram.articles()))
    [killed] = w.con.execute(
        "SELECT value, state, voices, articles FROM consensus WHERE quantity = 'killed'"
    ).fetchall()
    assert killed == (14, "corroborated", 3, 3)
    assert w.con.execute("SELECT count(DISTINCT origin) FROM articles").fetchall() == [(4,)]


def test_what_was_loaded_already_adds_no_row_and_no_alert(follow: Follow) -> None:
    w = follow()
    store(w, tram.articles(), now=tram.EVENING, watch="tram")
    before, believed = tram.rows(w), tram.state(w)
    again = [store(w, tram.articles(), now=tram.EVENING + timedelta(hours=1), watch="tram")]
    again += tram.arrive(w, tram.articles()[::-1])
    assert tram.rows(w) == before
    assert tram.state(w) == believed
    assert not any(done.alerts for done in again)


@pytest.mark.parametrize("original", range(5))
def test_a_copy_adds_no_voice_and_is_silent(follow: Follow, original: int) -> None:
    w, five = follow(), tram.articles()
    store(w, five, now=tram.EVENING, watch="tram")
    before = tram.voices(w), tram.voices(w, "injured")
    copies = [tram.copy(five[original], f"mirror{n}", 12 + n) for n in range(2)]
    assert not any(done.alerts for done in tram.arrive(w, copies))
    assert (tram.voices(w), tram.voices(w, "injured")) == before


def test_an_article_of_an_origin_that_spoke_already_adds_no_voice(follow: Follow) -> None:
    w, five = follow(), tram.articles()
    store(w, five, now=tram.EVENING, watch="tram")
    before = tram.voices(w)
    text = "Candles burned on Friday for the 14 people who were killed, on every tram that left the depot."
    same_house = tram.article("Valley Courier", text, 20, "candles")
    same_owner = tram.article("Valley Sunday", f"{text} The choir sang.", 21, owner="Valley Courier")
    assert not any(done.alerts for done in tram.arrive(w, [same_house, same_owner]))
    assert tram.voices(w) == before


def test_voices_partition_the_articles(follow: Follow) -> None:
    w, five = follow(), tram.articles()
    store(w, [*five, tram.copy(five[2], "mirror", 12)], now=tram.EVENING, watch="tram")
    found = w.con.execute("SELECT article_id, count(*), count(origin) FROM articles GROUP BY 1").fetchall()
    assert [row[1:] for row in found] == [(1, 1)] * 6
    believed = w.con.execute("SELECT quantity, voices, articles FROM consensus").fetchall()
    told = """FROM evidence e JOIN consensus c USING (watch, quantity, version)
              JOIN reports r USING (watch, quantity, report_id)"""
    supports = "SELECT e.quantity, count(DISTINCT e.voice), count(DISTINCT r.article_id) "
    counted = w.con.execute(f"{supports} {told} WHERE e.stance = 'supports' GROUP BY 1").fetchall()
    assert sorted(believed) == sorted(counted)
    other = f"SELECT e.report_id {told} JOIN articles a USING (article_id) WHERE e.voice <> a.origin"
    assert w.con.execute(other).fetchall() == []


def test_a_late_article_is_folded_in_at_its_own_time(follow: Follow) -> None:
    five = tram.articles()
    late, timely = follow(), follow()
    store(timely, five, now=tram.EVENING, watch="tram")
    store(late, five[1:], now=tram.EVENING, watch="tram")
    store(late, five[:1], now=tram.EVENING + timedelta(hours=1), watch="tram")
    assert tram.state(late) == tram.state(timely)
    asked = {"effective": tram.MORNING + timedelta(hours=1), "known": tram.EVENING + timedelta(hours=2)}
    then = "SELECT quantity, low FROM consensus_as_of($effective::TIMESTAMPTZ, $known::TIMESTAMPTZ) ORDER BY 1"
    assert late.con.execute(then, asked).fetchall() == [("injured", 31), ("killed", 12)]
    asked["known"] = tram.EVENING
    assert late.con.execute(then, asked).fetchall() == []


def test_what_is_rebuilt_from_the_archive_is_what_grew(follow: Follow) -> None:
    w = follow()
    for _ in tram.arrive(w, tram.articles()[::-1]):
        pass
    believed, path = tram.state(w), Path(w.path)
    publish(w)
    w.close()
    assert rebuild(path, now=tram.EVENING + timedelta(days=1)).differs == ()
    with open_warehouse(path, now=tram.EVENING + timedelta(days=1)) as again:
        assert tram.state(again) == believed
