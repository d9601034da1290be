from datetime import timedelta
from typing import Any

from duckdb import DuckDBPyConnection

from flows.watch import parse
from tests.warehouse.matching.stored import NOW, article
from tests.warehouse.scratch import scratch
from warehouse.belief import Quantity
from warehouse.matching import match_new, match_watch, register

PEOPLE = {"item": "person", "item_class": "person", "action_class": "killed"}
LATER = NOW + timedelta(days=1)


def watch(con: DuckDBPyConnection, name: str = "w", **quantities: str) -> bool:
    lines = "".join(f"  {key}: {{{spec}}}\n" for key, spec in quantities.items())
    made = parse(f"watch: {name}\nquantities:\n{lines}")
    return register(con, name, made.yaml, made.quantities, NOW)


def reports(con: DuckDBPyConnection) -> list[tuple[Any, ...]]:
    return con.execute("SELECT quantity, article_id, revision, value, rank FROM reports ORDER BY ALL").fetchall()


def killed(value: int) -> dict[str, Any]:
    return {**PEOPLE, "quote": f"{value} people", "value": value}


def test_a_watch_registered_again_replaces_its_quantities_and_keeps_versions() -> None:
    con = scratch()
    assert watch(con, dead="count: people, action: killed", hurt="count: people, action: injured")
    assert not watch(con, dead="count: people, action: killed", hurt="count: people, action: injured")
    assert watch(con, dead="count: people, action: killed")
    assert con.execute("SELECT quantity FROM quantities").fetchall() == [("dead",)]
    assert con.execute("SELECT DISTINCT quantity FROM quantity_terms").fetchall() == [("dead",)]
    assert con.execute("SELECT version FROM watches ORDER BY version").fetchall() == [(1,), (2,)]


def test_registering_one_watch_leaves_others_alone() -> None:
    con = scratch()
    watch(con, "a", dead="count: people, action: killed")
    watch(con, "b", dead="count: people, action: killed")
    watch(con, "a", dead="count: children, action: killed")
    assert con.execute("SELECT DISTINCT term FROM quantity_terms WHERE watch = 'b' AND role = 'count_class'").fetchall()


def test_only_the_new_revisions_are_matched() -> None:
    con = scratch()
    watch(con, dead="count: people, action: killed")
    match_new(con, [article(con, "a", "9 people died.", [killed(9)])], NOW)
    assert match_new(con, [article(con, "b", "8 people died.", [killed(8)])], LATER) == {("w", "dead")}
    assert reports(con) == [("dead", "a", 1, 9.0, 1), ("dead", "b", 1, 8.0, 1)]


def test_an_edit_that_drops_the_figure_still_affects_its_quantity() -> None:
    con = scratch()
    watch(con, dead="count: people, action: killed")
    match_new(con, [article(con, "a", "9 people died.", [killed(9)])], NOW)
    assert match_new(con, [article(con, "a", "Nobody knows.", [], revision=2)], LATER) == {("w", "dead")}


def test_an_article_without_a_figure_affects_nothing() -> None:
    con = scratch()
    watch(con, dead="count: people, action: killed")
    assert match_new(con, [article(con, "a", "Nobody knows.", [])], NOW) == set()
    assert match_new(con, [], NOW) == set()


def test_a_changed_watch_is_matched_against_all_of_history_and_keeps_what_was_known() -> None:
    con = scratch()
    watch(con, dead="count: people, action: killed")
    for value, name in ((9, "a"), (8, "b")):
        match_new(con, [article(con, name, f"{value} people died.", [killed(value)])], NOW)
    watch(con, dead="count: people, action: killed", big="count: people, action: killed, between: [9, null]")
    assert match_watch(con, "w", LATER) == {("w", "dead"), ("w", "big")}
    known = con.execute("SELECT quantity, value, known_at FROM reports ORDER BY ALL").fetchall()
    assert known == [("big", 9.0, LATER), ("dead", 8.0, NOW), ("dead", 9.0, NOW)]


def test_matching_anew_gives_what_matching_one_by_one_gave() -> None:
    con = scratch()
    watch(con, dead="count: people, action: killed, about: [ferry]")
    for name, text in (("a", "9 people died on a ferry."), ("b", "8 people died on a train.")):
        match_new(con, [article(con, name, text, [killed(int(text[0]))])], NOW)
    before = reports(con), con.execute("SELECT * FROM near_misses").fetchall()
    match_watch(con, "w", LATER)
    assert (reports(con), con.execute("SELECT * FROM near_misses").fetchall()) == before
    assert [row[3] for row in reports(con)] == [9.0]


def test_a_quantity_that_left_the_watch_is_affected_and_has_no_reports() -> None:
    con = scratch()
    watch(con, dead="count: people, action: killed")
    match_new(con, [article(con, "a", "9 people died.", [killed(9)])], NOW)
    watch(con, hurt="count: people, action: injured")
    assert match_watch(con, "w", LATER) == {("w", "dead"), ("w", "hurt")}
    assert reports(con) == []


def test_basis_is_kept_as_said_and_marked_where_assumed() -> None:
    con = scratch()
    watch(con, freed="count: people, action: released, basis: each")
    said = {"item": "person", "item_class": "person", "action_class": "released"}
    text = "40 people went home. 41 people each. 42 people in all. 43 people of Norland."
    figures = [
        {**said, "quote": f"{value} people", "value": value, "basis": basis}
        for value, basis in ((40, None), (41, "each"), (42, "total"), (43, "one_side"))
    ]
    match_new(con, [article(con, "a", text, figures)], NOW)
    found = con.execute("SELECT value, basis, basis_assumed FROM reports ORDER BY value").fetchall()
    assert found == [(40.0, None, True), (41.0, "each", False), (42.0, "total", False), (43.0, "one_side", True)]


def test_only_articles_that_the_watch_brought_are_matched() -> None:
    con = scratch()
    watch(con, "a", dead="count: people, action: killed")
    watch(con, "b", dead="count: people, action: killed")
    key = article(con, "x", "9 people died.", [killed(9)])
    con.execute("UPDATE revisions SET watches = ['b']")
    assert match_new(con, [key], NOW) == {("b", "dead")}


def test_an_article_that_a_further_watch_brings_is_matched_for_that_watch_alone() -> None:
    con = scratch()
    watch(con, "a", dead="count: people, action: killed")
    watch(con, "b", dead="count: people, action: killed")
    key = article(con, "x", "9 people died.", [killed(9)])
    con.execute("UPDATE revisions SET watches = ['b']")
    match_new(con, [key], NOW)
    con.execute("UPDATE revisions SET watches = ['b', 'a']")
    assert match_new(con, [key], NOW, "a") == {("a", "dead")}
    assert con.execute("SELECT watch FROM reports ORDER BY watch").fetchall() == [("a",), ("b",)]


def test_a_number_belongs_to_the_party_named_last_before_it() -> None:
    con = scratch()
    wanted = [
        Quantity("w", name, ("seats",), ("won",), party=(party,)) for name, party in (("h", "Harbour"), ("g", "Green"))
    ]
    register(con, "w", "", wanted, NOW)
    figures = [
        {"quote": f"{n} seats", "value": n, "item": "seat", "item_class": "vote", "action_class": "won"}
        for n in (41, 7, 12)
    ]
    text = "The Harbour List won 41 seats; the Green Union, which had 7 seats before, won 12 seats."
    match_new(con, [article(con, "a", text, figures)], NOW)
    rows = con.execute("SELECT quantity, quote FROM reports ORDER BY quantity, rank").fetchall()
    assert ("h", "41 seats") in rows
    assert ("g", "41 seats") not in rows
    assert ("h", "12 seats") not in rows
