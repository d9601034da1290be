"""Pages that are edited: their earlier number is withdrawn or corrected from then on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.warehouse.ledger.conftest import QUANTITY, WATCH
from tests.warehouse.ledger.standins import at, page
from warehouse.belief import Policy
from warehouse.ledger import bulk, outbox
from warehouse.ledger.registering import register_watch
from warehouse.ledger.replay import rebuild
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse


def edited(w: Warehouse, day: int, *pages: tuple[str, str]) -> list[bulk.Row]:
    """Store pages as they were found on a day; return the alerts."""
    return store(w, [page(name, text, 2) for name, text in pages], now=at(day), watch=WATCH).alerts


def believed(w: Warehouse, effective: datetime, known: datetime) -> list[Any]:
    query = "SELECT value, state, articles FROM consensus_as_of($effective, $known)"
    return w.con.execute(query, {"effective": effective, "known": known}).fetchall()


def test_a_page_that_no_longer_states_a_number_takes_it_back(news: Warehouse) -> None:
    edited(news, 3, ("post", "390 each"))
    assert edited(news, 4, ("post", "nothing was counted")) == []  # withdrawn is not told unless the watch wants it
    assert believed(news, at(5), at(5)) == [(None, None, 0)]
    assert believed(news, at(3), at(5)) == [(390.0, "single", 1)]
    assert believed(news, at(5), at(3)) == [(390.0, "single", 1)]
    edited(news, 6, ("echo", "412 each"))
    assert believed(news, at(6), at(6)) == [(412.0, "single", 1)]
    assert believed(news, at(3), at(6)) == [(412.0, "contested", 1)]


def test_a_watch_can_have_withdrawals_told(opened: Callable[..., Warehouse]) -> None:
    w = opened()
    wanted = replace(QUANTITY, policy=Policy(alert_on=("withdrawn",)))
    register_watch(w, WATCH, "watch: told", [wanted], subscribers={"screen": ()}, now=at(1))
    edited(w, 3, ("post", "390 each"))
    [alert] = edited(w, 4, ("post", "nothing was counted"))
    assert (alert["kind"], alert["old_value"], alert["new_value"]) == ("withdrawn", 390, None)
    assert alert["body"]["moved_by"]["sentence"] is None
    assert alert["body"]["headline"] == "Prisoners released: 390 each -> nothing reported"
    assert [d.subscriber for d in outbox.due(w, at(5))] == ["screen"]


def test_an_edit_falls_back_on_what_others_say_as_a_correction(news: Warehouse) -> None:
    edited(news, 3, ("post", "390 each"), ("echo", "412 each"), ("mail", "412 each"), ("star", "412 each"))
    assert believed(news, at(3), at(3)) == [(412.0, "corroborated", 3)]
    edited(news, 4, ("echo", "no number"))
    edited(news, 5, ("mail", "no number"), ("star", "no number"))
    assert believed(news, at(5), at(5)) == [(390.0, "single", 1)]


def test_a_wrong_number_corrected_on_its_own_page_leaves_no_head_without_articles(news: Warehouse) -> None:
    edited(news, 3, ("post", "450 each"))
    [alert] = edited(news, 4, ("post", "540 each"))
    assert alert["kind"] == "corrected"
    assert believed(news, at(5), at(5)) == [(540.0, "single", 1)]


def test_a_replay_of_edits_is_equal(news: Warehouse) -> None:
    edited(news, 3, ("post", "390 each"), ("echo", "412 each"))
    edited(news, 4, ("post", "no number"))
    edited(news, 5, ("echo", "no number"))
    edited(news, 6, ("echo", "413 each"))
    news.close()
    assert rebuild(news.path, now=at(9), rooms=news.rooms).differs == ()
