import random
from collections.abc import Iterator

import pytest
from duckdb import DuckDBPyConnection
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.warehouse.lineage.shelf import Page, copied, decide, groups, lineages, put
from tests.warehouse.scratch import scratch
from warehouse.lineage import assign

SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"]
WORDS = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]


def story(seed: int, words: int = 300) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choices(WORDS, k=words))


def edited(text: str, seed: int, every: int = 25) -> str:
    rng = random.Random(seed)
    words = text.split()
    for _ in range(len(words) // every):
        words[rng.randrange(len(words))] = rng.choice(WORDS)
    return " ".join(words)


def cut(text: str, share: float, start: float = 0.0) -> str:
    words = text.split()
    first = int(start * len(words))
    return " ".join(words[first : first + int(share * len(words))])


@pytest.fixture
def con() -> Iterator[DuckDBPyConnection]:
    with scratch() as opened:
        yield opened


def test_copies_cuts_and_edits_are_one_lineage_named_after_the_first(con: DuckDBPyConnection) -> None:
    text = story(1)
    pages = [
        Page("c", text, 30),
        Page("a", edited(text, 1), 10),
        Page("b", cut(text, 0.3), 20),
        Page("x", story(2), 5),
    ]
    assert assign(con, put(con, pages)) == {"a", "b", "c", "x"}
    assert lineages(con) == {
        "a": ("a", "a.test"),
        "b": ("a", "a.test"),
        "c": ("a", "a.test"),
        "x": ("x", "x.test"),
    }


def test_a_late_first_article_renames_its_lineage(con: DuckDBPyConnection) -> None:
    text = story(1)
    assign(con, put(con, [Page("b", text, 20), Page("c", text, 30), Page("x", story(2), 1)]))
    assert assign(con, put(con, [Page("a", text, 10)])) == {"a", "b", "c"}
    assert lineages(con)["c"] == ("a", "a.test")
    assert assign(con, put(con, [Page("d", text, 40)])) == {"d"}


def test_a_bridge_joins_two_lineages(con: DuckDBPyConnection) -> None:
    text = story(1, 400)
    assign(con, put(con, [Page("head", cut(text, 0.4), 10), Page("tail", cut(text, 0.4, 0.6), 20)]))
    assert groups(con) == {frozenset({"head"}), frozenset({"tail"})}
    assert assign(con, put(con, [Page("whole", text, 30)])) == {"tail", "whole"}
    assert groups(con) == {frozenset({"head", "tail", "whole"})}


def test_an_edit_that_removes_the_bridge_parts_them_again(con: DuckDBPyConnection) -> None:
    text = story(1, 400)
    pages = [Page("head", cut(text, 0.4), 10), Page("tail", cut(text, 0.4, 0.6), 20), Page("whole", text, 30)]
    assign(con, put(con, pages))
    changed = assign(con, put(con, [Page("whole", story(9), 40, revision=2)]))
    assert groups(con) == {frozenset({"head"}), frozenset({"tail"}), frozenset({"whole"})}
    assert changed == {"tail", "whole"}


def test_nothing_new_changes_nothing(con: DuckDBPyConnection) -> None:
    ids = put(con, [Page("a", story(1), 10), Page("b", story(1), 20)])
    assign(con, ids)
    before = lineages(con)
    assert assign(con, ids) == set()
    assert assign(con, []) == set()
    assert lineages(con) == before


def test_a_copy_weeks_later_is_of_its_own(con: DuckDBPyConnection) -> None:
    month = 30 * 24 * 60
    assign(con, put(con, [Page("a", story(1), 0), Page("b", story(1), month)]))
    assert groups(con) == {frozenset({"a"}), frozenset({"b"})}


def test_a_wire_credit_anywhere_in_a_lineage_is_the_origin_of_all_of_it(con: DuckDBPyConnection) -> None:
    text = story(1)
    assign(con, put(con, [Page("a", text, 10)]))
    assert lineages(con)["a"] == ("a", "a.test")
    assert assign(con, put(con, [Page("b", f"HALLEN (AP) - {text}", 20)])) == {"a", "b"}
    assert lineages(con) == {"a": ("a", "AP"), "b": ("a", "AP")}
    assign(con, put(con, [Page("c", f"SEMLIN (AP) - {story(3)}", 30)]))
    assert lineages(con)["c"] == ("c", "AP")


def test_people_merge_and_split_lineages_and_can_undo_it(con: DuckDBPyConnection) -> None:
    text = story(1)
    ids = put(con, [Page("a", text, 10), Page("b", edited(text, 5), 20), Page("x", story(2), 30)])
    assign(con, ids)
    decide(con, 1, "split_lineage", '{"articles": ["b"]}')
    assert assign(con, ["b"]) == {"b"}
    assert groups(con) == {frozenset({"a"}), frozenset({"b"}), frozenset({"x"})}
    decide(con, 2, "merge_lineage", '{"articles": ["b", "x", "unknown"]}')
    assert assign(con, ["b", "x"]) == {"x"}
    assign(con, put(con, [Page("c", text, 40)]))
    assert groups(con) == {frozenset({"a", "c"}), frozenset({"b", "x"})}
    con.execute("UPDATE decisions SET undone_by = 'd3'")
    assign(con, ["b", "x"])
    assert groups(con) == {frozenset({"a", "b", "c"}), frozenset({"x"})}


def test_people_merge_and_split_origins(con: DuckDBPyConnection) -> None:
    ids = put(con, [Page("a", story(1), 10, credits=("AP",)), Page("b", story(2), 20)])
    assign(con, ids)
    decide(con, 1, "merge_origin", '{"origins": ["Island Group", "b.test"]}')
    assert assign(con, ["b"]) == {"b"}
    decide(con, 2, "split_origin", '{"articles": ["a"]}')
    assert assign(con, ["a"]) == {"a"}
    assert lineages(con) == {"a": ("a", "a.test"), "b": ("b", "Island Group")}


@st.composite
def newsrooms(draw: st.DrawFn) -> "tuple[list[Page], list[int], list[int]]":
    """Copies, copies of copies, cuts and originals; an order of arrival; and where batches end."""
    texts: list[str] = []
    for number in range(draw(st.integers(2, 12))):
        kind = draw(st.sampled_from(["new", "same", "edit", "cut", "tail", "both"])) if texts else "new"
        of = draw(st.sampled_from(texts)) if texts else ""
        made = {
            "new": lambda n=number: story(n),
            "same": lambda of=of: of,
            "edit": lambda of=of, n=number: edited(of, n),
            "cut": lambda of=of: cut(of, 0.3),
            "tail": lambda of=of: cut(of, 0.4, 0.6),
            "both": lambda of=of, n=number: of + " " + story(n, 200),
        }[kind]()
        texts.append(made)
    minutes = draw(st.lists(st.integers(0, 20_000), min_size=len(texts), max_size=len(texts)))
    pages = [
        Page(f"p{n}", text, at, credits=draw(st.sampled_from([(), (), ("AP",), ("Island Herald",)])))
        for n, (text, at) in enumerate(zip(texts, minutes, strict=True))
    ]
    order = draw(st.permutations(range(len(pages))))
    ends = draw(st.lists(st.integers(0, len(pages)), max_size=4))
    return pages, list(order), sorted({*ends, len(pages)})


@settings(max_examples=examples(20))
@given(newsrooms())
def test_the_order_of_arrival_and_the_batches_do_not_matter(newsroom: tuple[list[Page], list[int], list[int]]) -> None:
    pages, order, ends = newsroom
    arrived = [pages[index] for index in order]
    with scratch() as at_once, scratch() as in_batches:
        assign(at_once, put(at_once, pages))
        start = 0
        before: dict[str, tuple[str, str]] = {}
        printed: dict[tuple[str, int], float] = {}
        for end in ends:
            changed = assign(in_batches, put(in_batches, arrived[start:end]))
            after, now = lineages(in_batches), copied(in_batches)
            moved = {article for article, place in after.items() if before.get(article) != place}
            assert changed == moved | {article for (article, _), _ in now.items() ^ printed.items()}
            start, before, printed = end, after, now
        assert lineages(in_batches) == lineages(at_once)
        assert copied(in_batches) == copied(at_once)


def test_a_flood_is_one_lineage_with_one_origin(con: DuckDBPyConnection) -> None:
    text = story(1)
    flood = [Page(f"f{n:03}", edited(text, n, every=40), n) for n in range(250)]
    assign(con, put(con, flood[:120]))
    assign(con, put(con, flood[120:]))
    assert set(lineages(con).values()) == {("f000", "f000.test")}
