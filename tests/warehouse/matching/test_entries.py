import pytest

from warehouse.matching.entries import entries

DOWN = """Ferry sinks off Lornmouth
Saturday 1:15 p.m. UPDATE
Nine dead.
Saturday 12:49 p.m. UPDATE
Eight dead.
Friday 11:30 P.M. UPDATE:
Five dead.
Friday 6 p.m. UPDATE
A ferry sank.
"""
UP = "14:05 A ferry sank.\n14:40 Five dead.\n15.10: Nine dead.\n"


def ages(text: str, *quotes: str) -> list[int]:
    page = entries(text)
    assert page
    return [page.age(text.index(quote)) for quote in quotes]


def test_where_times_fall_the_newest_entry_is_on_top() -> None:
    assert ages(DOWN, "Nine", "Eight", "Five", "A ferry") == [1, 2, 3, 4]


def test_what_stands_above_the_entries_is_as_new_as_the_page() -> None:
    assert ages(DOWN, "Ferry sinks") == [0]


def test_where_times_rise_the_newest_entry_is_the_last() -> None:
    assert ages(UP, "A ferry", "Five", "Nine") == [2, 1, 0]


@pytest.mark.parametrize(
    "text",
    ["Nine died.", "8 people died.\n9 were hurt.\n10 are missing.", "7 p.m. Vigil\nA ferry sank.\n8 p.m. Concert"],
)
def test_other_texts_have_no_entries(text: str) -> None:
    assert entries(text) is None
