import pytest

from warehouse.belief import Quantity
from warehouse.matching.terms import counted, folded, terms


def expanded(count: str, action: str, unit: str = "count") -> set[tuple[str, str]]:
    return set(terms(Quantity("w", "q", (count,), (action,), unit=unit)))


@pytest.mark.parametrize(
    ("word", "item_class", "lemma"),
    [
        ("people", "person", None),
        ("children", "person.child", "child"),
        ("soldiers", "person.military", "soldier"),
        ("military", "person.military", "military"),
        ("teachers", None, "teacher"),
        ("gizmos", None, "gizmo"),
    ],
)
def test_what_a_word_of_count_stands_for(word: str, item_class: str | None, lemma: str | None) -> None:
    found_class, lemmas = counted(word)
    assert found_class == item_class
    assert lemma is None or lemma in lemmas


def test_people_are_also_counted_where_the_noun_is_left_out() -> None:
    assert ("count_elided", "person") in expanded("people", "killed")
    assert ("count_elided", "person") not in expanded("children", "killed")


def test_a_role_in_the_action_is_any_person() -> None:
    assert {("count_elided", "person"), ("count_class", "person")} <= expanded("prisoners", "released")
    assert ("count_class", "person") not in expanded("prisoners", "killed")


def test_a_role_beside_narrower_words_is_only_that_word() -> None:
    mixed = set(terms(Quantity("w", "q", ("bystanders", "victims"), ("injured",))))
    assert {("count", "bystander"), ("count", "victim")} <= mixed
    assert ("count_elided", "person") not in mixed


def test_kin_of_an_action_are_marked_as_kin() -> None:
    assert {("action_class", "released"), ("action_kin", "exchanged")} <= expanded("people", "freed")
    assert {("action_class", "returned"), ("action_kin", "released")} <= expanded("people", "returned")
    assert ("action_kin", "returned") not in expanded("people", "freed")


def test_a_unit_may_be_counted() -> None:
    assert ("unit", "volume:bbl") in expanded("barrels", "produced")
    assert ("unit", "count") in expanded("houses", "destroyed")
    assert ("unit", "percent") in expanded("voters", "won", unit="percent")


def test_text_is_compared_without_accents_and_case() -> None:
    assert folded("  São  PAULO ") == "sao paulo"
