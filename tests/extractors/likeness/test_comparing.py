import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.likeness import compare
from tests.extractors.likeness.cases import Pair, pairs, texts


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_copies_are_told_from_rewrites_and_shared_blurbs(pair: Pair) -> None:
    assert compare(pair.a, pair.b).same == (pair.label == "copy")


@pytest.mark.parametrize("pair", [pair for pair in pairs() if pair.figures], ids=lambda pair: pair.name)
def test_a_copy_with_another_number_names_both(pair: Pair) -> None:
    assert pair.figures in [(difference.a, difference.b) for difference in compare(pair.a, pair.b).differs]


def test_a_verbatim_copy_differs_in_nothing() -> None:
    likeness = compare(texts()["ferry"], texts()["ferry"])
    assert (likeness.containment, likeness.account, likeness.longer, likeness.same) == (1.0, 1.0, 1.0, True)
    assert likeness.differs == ()


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_comparing_is_symmetric(pair: Pair) -> None:
    there, back = compare(pair.a, pair.b), compare(pair.b, pair.a)
    assert (there.containment, there.account, there.longer, there.same) == (
        back.containment,
        back.account,
        back.longer,
        back.same,
    )


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    likeness = compare(a, b)
    assert 0 <= likeness.containment <= 1
    assert 0 <= likeness.account <= 1
    assert compare(b, a).same == likeness.same


def test_a_page_that_carries_one_item_of_many_is_no_copy_of_it() -> None:
    item = texts()["mine"]
    others = "\n".join(
        f"In town number {n} the council met on day {n} and voted {n + 3} to {n} on item {n}." for n in range(400)
    )
    assert compare(item, item + "\nVolunteers from the parish brought soup.").same
    assert not compare(item, others + "\n" + item).same


def test_texts_without_spaces_between_words_are_compared_too() -> None:
    text = "星期日晚上一艘载有二百一十四人的渡轮在哈伦港外的沙洲搁浅,救援人员在午夜前将所有乘客带上岸,海岸警卫队说。"
    assert compare(text, text[:40]).same
    assert not compare(text, "星期三煤矿坍塌造成四名矿工死亡,另有九人失踪,地区州长说,救援人员因甲烷而不得不折返。").same
