import pytest

from extractors.likeness import repeated

WIRE = (
    "At least 12 people were killed when a dam broke above the town of Orsk on Monday, the fire service said.\n"
    "Water reached the second floor of houses along the river, and two bridges were carried away during the night."
)


@pytest.mark.parametrize("copy", [WIRE, WIRE.replace("12", "21"), WIRE.replace("12", "twenty-one"), WIRE[:104]])
def test_a_copy_a_cut_and_a_copy_with_another_number_are_all_repeated(copy: str) -> None:
    assert repeated(copy, [WIRE]) == 1.0


def test_an_update_is_not_all_repeated() -> None:
    update = WIRE.replace("12", "21") + "\nRescuers found nine more bodies in a flooded car park on Tuesday morning."
    assert 0.5 < repeated(update, [WIRE]) < 0.9
    assert repeated(update, [WIRE, "Rescuers found three more bodies in a flooded car park on Tuesday morning."]) == 1.0


def test_what_nobody_printed_before_and_an_empty_text_are_not_repeated() -> None:
    assert repeated(WIRE, []) == 0.0
    assert repeated(WIRE, ["Voters in Kelm elected a new council on Sunday after a long campaign."]) == 0.0
    assert repeated("", [WIRE]) == 0.0
