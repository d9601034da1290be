"""Every language folder loads, its tables are sound, and a watch's words stand for what a reader expects."""

import re
from pathlib import Path

import pytest

import extractors.figures
from extractors.figures.lexicon import ROOT, available, load
from extractors.figures.terms import expand_action, expand_count

QUALIFIERS = {"approximate", "at_least", "at_most", "more_than", "less_than"}


@pytest.mark.parametrize("language", available())
def test_a_language_has_numerals_qualifiers_and_the_two_actions(language: str) -> None:
    lexicon = load(language)
    assert lexicon.numerals["unit"]
    assert set(lexicon.before.values()) == QUALIFIERS
    assert {"killed", "injured"} <= {a.cls for acts in lexicon.actions.values() for a in acts}
    assert {a.role for acts in lexicon.actions.values() for a in acts} <= set("osna")


@pytest.mark.parametrize("language", available())
def test_every_implied_action_is_one_of_the_table(language: str) -> None:
    lexicon = load(language)
    known = {a.cls for acts in lexicon.actions.values() for a in acts}
    if language == "en":
        assert {a.cls for a in lexicon.implies.values()} <= known
    assert all(noun.cls for noun in lexicon.nouns.values())


def test_an_unknown_language_reads_digits_only() -> None:
    assert not load("xx").triggers


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("people", ("person", None)),
        ("person", ("person", None)),
        ("others", ("person", None)),
        ("children", ("person.child", None)),
        ("adults", ("person.adult", None)),
        ("civilians", ("person.civilian", None)),
        ("prisoners", ("person.captive", None)),
        ("police officers", ("person.police", None)),
        ("person.military", ("person.military", None)),
        ("ambulances", ("vehicle", "ambulance")),
        ("zeppelins", (None, "zeppelins")),
    ],
)
def test_what_a_watch_counts(term: str, expected: tuple[str | None, str | None]) -> None:
    assert expand_count(term) == expected


@pytest.mark.parametrize(
    "term", ["killed", "kill", "die", "dead", "death toll", "bodies", "fatal", "fatally shot", "perished"]
)
def test_every_way_to_say_killed(term: str) -> None:
    assert expand_action(term) == ("killed", None)


def test_an_unknown_action_stands_for_itself() -> None:
    assert expand_action("yodel") == (None, "yodel")


@pytest.mark.parametrize("language", available())
def test_a_first_look_misses_no_word_of_giving_back(language: str) -> None:
    stems = load(language).cue("give_back_stem")
    assert not stems or all(any(stem in word for stem in stems) for word in load(language).cue("give_back"))


def test_every_list_that_a_step_asks_for_is_there() -> None:
    code = Path(extractors.figures.__file__).parent.rglob("*.py")
    asked = {name for path in code for name in re.findall(r"\blexicon\.cues\.(\w+)", path.read_text(encoding="utf-8"))}
    assert asked <= vars(load("en").cues).keys()


@pytest.mark.parametrize("language", available())
def test_no_cue_is_listed_twice(language: str) -> None:
    lines = ROOT.joinpath(language, "cues.tsv").read_text(encoding="utf-8").splitlines()
    names = [line.split("\t")[0] for line in lines]
    assert [name for name in set(names) if names.count(name) > 1] == []


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize(("table", "column", "mark"), [("cues", 1, "|"), ("actions", 3, ",")])
def test_no_row_lists_a_word_twice(language: str, table: str, column: int, mark: str) -> None:
    for line in ROOT.joinpath(language, f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        words = "".join(line.split("\t")[column : column + 1]).split(mark)
        assert not words[1:] or len(words) == len(set(words)), line
