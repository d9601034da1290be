from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.watch import WatchError, load, parse
from flows.watch.schema import published
from warehouse.belief import Quantity

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "deploy/watches").glob("*.yaml"))
TEN_LINES = """\
watch: ferry
every: 15m
sources:
  - feed: https://harbour.example/rss
quantities:
  missing:
    title: People missing after the ferry sank
    count: people
    action: missing
"""


def quantity(lines: str, top: str = "") -> Quantity:
    indented = "".join(f"    {line}\n" for line in lines.splitlines())
    (only,) = parse(f"watch: w\n{top}\nquantities:\n  q:\n{indented}").quantities
    return only


def faults(text: str) -> list[str]:
    with pytest.raises(WatchError) as caught:
        parse(text, "w.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_a_watch_of_ten_lines_has_working_defaults() -> None:
    watch = parse(TEN_LINES)
    assert watch.every == timedelta(minutes=15)
    assert (watch.sources[0].kind, watch.sources[0].at) == ("feed", ("https://harbour.example/rss",))
    (only,) = watch.quantities
    assert (only.count, only.action, only.kind, only.status, only.unit) == (
        ("people",), ("missing",), "fixed", "happened", "count",
    )  # fmt: skip


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_the_examples_load(path: Path) -> None:
    assert all(quantity.count for quantity in load(path).quantities)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 9


def test_terms_may_be_a_word_a_list_or_words_with_commas() -> None:
    assert quantity("count: people").count == ("people",)
    assert quantity("count: [officers, police officers]").count == ("officers", "police officers")
    assert quantity("count: crew, passengers").count == ("crew", "passengers")


@pytest.mark.parametrize(
    ("written", "read"),
    [("[1, 500]", (1, 500)), ("[null, 500]", (None, 500)), ('"1,000..2,000"', (1000, 2000)), ("{min: 3}", (3, None))],
)
def test_intervals(written: str, read: tuple[float | None, float | None]) -> None:
    assert quantity(f"count: people\nbetween: {written}").between == read


def test_one_day_is_the_whole_day() -> None:
    first, last = quantity("count: people\nwhen: 2031-02-03").when
    assert first == datetime(2031, 2, 3, tzinfo=UTC)
    assert last is not None
    assert timedelta(hours=23, minutes=59) < last - first < timedelta(days=1)


def test_the_story_of_the_watch_holds_for_quantities_without_their_own() -> None:
    assert quantity("count: people", "about: [harbour]\nnot: drill").about == ("harbour",)
    assert quantity("count: people", "about: [harbour]\nnot: drill").not_about == ("drill",)
    assert quantity("count: people\nabout: ferry", "about: [harbour]").about == ("ferry",)


def test_policy_of_the_quantity_goes_over_that_of_the_watch() -> None:
    policy = quantity("count: people\npolicy: {flips: 5}", "policy: {flips: 3, tolerance: 0.2}").policy
    assert (policy.flips, policy.tolerance, policy.corroborated_at) == (5, 0.2, 2)


def test_quantities_may_be_a_list_with_names() -> None:
    assert parse("watch: w\nquantities:\n  - name: q\n    count: people\n").quantities[0].name == "q"


def test_a_source_may_name_its_kind() -> None:
    text = "watch: w\nquantities: {q: {count: people}}\nsources:\n  - {kind: files, path: a/*.txt, url: https://a.example/1}\n"
    (source,) = parse(text).sources
    assert (source.kind, source.at, source.url) == ("files", ("a/*.txt",), "https://a.example/1")


def test_a_watch_without_a_name_is_called_after_its_file() -> None:
    assert parse("quantities: {q: {count: people}}", "/x/ferry.yaml").name == "ferry"


QUANTITY = "watch: w\nquantities:\n  q:\n    count: people\n    "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "w.yaml:1: expected keys"),
        ("watch: [", "w.yaml:1: this is not YAML"),
        ("watch: a\nwatch: b\nquantities: {q: {count: people}}", "w.yaml:2: watch: this key is given twice"),
        ("watch: w", "quantities: expected keys and values"),
        ("watch: w\nquantities: {}", "w.yaml:2: quantities: expected at least one"),
        ("watch: a b\nquantities: {q: {count: x}}", "w.yaml:1: watch: expected a name of letters"),
        (
            QUANTITY + "basis: eech",
            "w.yaml:5: quantities.q.basis: expected each or total, got 'eech' (did you mean 'each'?)",
        ),
        (QUANTITY + "cuont: x", "w.yaml:5: quantities.q.cuont: unknown key (did you mean 'count'?)"),
        (
            QUANTITY + "place: no",
            "w.yaml:5: quantities.q.place: expected words, or a list of words, got false (put it in quotes",
        ),
        (QUANTITY + "between: [9, 1]", "w.yaml:5: quantities.q.between: expected the smaller number first"),
        (QUANTITY + "when: soon", "w.yaml:5: quantities.q.when: expected a date like"),
        (
            QUANTITY + "policy: {tolerence: 1}",
            "w.yaml:5: quantities.q.policy.tolerence: unknown key (did you mean 'tolerance'?)",
        ),
        ("watch: w\nevery: often\nquantities: {q: {count: people}}", "w.yaml:2: every: expected a span like 15m"),
        ("watch: w\ncron: '* *'\nquantities: {q: {count: people}}", "w.yaml:2: cron: expected five fields"),
        ("watch: w\ncron: '99 * * * *'\nquantities: {q: {count: people}}", "w.yaml:2: cron: expected a cron line"),
        ("watch: w\nquantities:\n  q: {title: x}", "w.yaml:3: quantities.q: expected count, action or unit"),
        (
            "quantities: {q: {count: people}}\nsources:\n  - fed: x",
            "w.yaml:3: sources[0]: expected exactly one of the keys",
        ),
        ("quantities: {q: {count: people}}\nsources:\n  - fed: x", "'fed' is none of them (did you mean 'feed'?)"),
        ("quantities: {q: {count: people}}\nsources:\n  - {feed: x, urls: y}", "got 2"),
        ("quantities: {q: {count: people}}\nsubscribers:\n  - sreen: {}", "(did you mean 'screen'?)"),
        (
            "quantities: {q: {count: people}}\nsubscribers:\n  - {screen: {}, quantities: [r]}",
            "there is no quantity 'r'",
        ),
    ],
)
def test_errors_name_file_line_key_and_what_was_expected(text: str, said: str) -> None:
    assert any(said in fault for fault in faults(text)), faults(text)


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    told = faults("watch: a b\nevery: often\nquantities:\n  q:\n    coutn: x\n")
    assert [fault.split(":")[1] for fault in told] == ["1", "2", "5"]


def test_aliases_that_multiply_are_refused() -> None:
    levels = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    levels += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 7))
    assert "expected at most" in faults(levels)[0]


def test_a_missing_file_is_a_fault_of_the_watch(tmp_path: Path) -> None:
    with pytest.raises(WatchError, match="cannot be read"):
        load(tmp_path / "none.yaml")


def test_the_published_schema_is_fresh() -> None:
    shown = (ROOT / "docs/watch.schema.json").read_text(encoding="utf-8")
    assert shown == published(), "run: python -m flows.watch.schema > docs/watch.schema.json"
