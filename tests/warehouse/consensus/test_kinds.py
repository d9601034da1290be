"""Who leads: most voices, the highest, the latest; and when that is contested."""

from tests.warehouse.consensus.builders import quantity, said, stances, tell, told

FIXED, TOLL, STOCK = quantity("fixed"), quantity("cumulative"), quantity("stock")


def test_the_first_report_is_established_and_a_second_voice_corroborates_in_silence() -> None:
    fold, changes = tell(FIXED, [said(12, "Post", 0), said(12, "Echo", 1, "at_least")])
    assert [c.kinds for c in changes] == [("established",), ("corroborated",)]
    assert fold.head is not None
    assert (fold.head.value, fold.head.qualifier, fold.head.voices, fold.head.state) == (12, "exact", 2, "corroborated")


def test_fixed_keeps_the_incumbent_in_a_tie_and_moves_with_the_third_voice() -> None:
    fold, changes = tell(FIXED, [said(12, "Post", 0), said(14, "Echo", 1), said(14, "Star", 2)])
    assert [c.kinds for c in changes][1:] == [("contested",), ("changed", "settled")]
    assert changes[1].after is not None
    assert changes[1].after.value == 12
    assert fold.head is not None
    assert (fold.head.value, fold.head.voices, fold.head.span_low, fold.head.span_high) == (14, 2, 12, 14)
    assert stances(fold)["Post-0.1.1"] == "dissents"


def test_a_corroborated_rival_contests_until_outvoted_two_to_one() -> None:
    threes = [said(12, f"A{n}", n) for n in range(3)]
    fold, _ = tell(FIXED, [*threes, said(14, "B0", 5), said(14, "B1", 6)])
    assert fold.head is not None
    assert (fold.head.value, fold.head.state) == (12, "contested")
    fold.insert([said(12, "A3", 7)])
    assert fold.head.state == "corroborated"


def test_who_admits_both_does_not_decide_between_them() -> None:
    fold, _ = tell(FIXED, [said(61, "Post", 0), said(59, "Echo", 1), said(59, "Star", 2, "at_least")])
    assert fold.head is not None
    assert (fold.head.value, fold.head.state) == (61, "contested")
    assert stances(fold)["Star-2.1.1"] == "compatible"


def test_a_point_takes_over_from_the_bound_it_lies_in_with_as_many_voices() -> None:
    bound = [said(300, "Post", 0, "at_least"), said(300, "Echo", 1, "at_least")]
    fold, _ = tell(FIXED, [*bound, said(450, "Star", 2)])
    assert fold.head is not None
    assert fold.head.qualifier == "at_least"
    fold.insert([said(450, "Mail", 3)])
    assert (fold.head.value, fold.head.qualifier) == (450, "exact")
    assert stances(fold)["Post-0.1.1"] == "compatible"


def test_several_gives_way_to_any_point_at_once() -> None:
    fold, _ = tell(
        FIXED, [said(None, "Post", 0, "vague", low=3), said(None, "Echo", 1, "vague", low=3), said(9, "X", 2)]
    )
    assert fold.head is not None
    assert fold.head.value == 9


def test_a_toll_rises_with_one_voice_and_the_lower_ones_are_superseded() -> None:
    fold, changes = tell(TOLL, [said(3, "Post", 0), said(3, "Echo", 1), said(10, "Star", 2, "at_least")])
    assert changes[-1].kinds == ("changed",)
    assert fold.head is not None
    assert (fold.head.low, fold.head.high, fold.head.state, fold.head.voices) == (10, None, "single", 1)
    assert stances(fold) == {"Post-0.1.1": "superseded", "Echo-1.1.1": "superseded", "Star-2.1.1": "supports"}


def test_a_lower_toll_from_elsewhere_contests_until_more_voices_say_so() -> None:
    reports = [said(10, "Post", 0), said(8, "Echo", 1), said(8, "Star", 2)]
    assert told(TOLL, reports) == [None, "contested", "changed"]


def test_a_toll_that_was_lowered_does_not_bounce_back_with_one_laggard() -> None:
    reports = [said(50, "Post", 0), said(49, "Post", 5), said(49, "Echo", 6), said(50, "Late", 7)]
    fold, _ = tell(TOLL, reports)
    assert told(TOLL, reports) == [None, "corrected", None, None]
    assert fold.head is not None
    assert fold.head.value == 49


def test_one_voice_repeating_its_own_older_toll_is_an_echo_and_two_are_dissent() -> None:
    fold, _ = tell(TOLL, [said(3, "Post", 0), said(3, "Echo", 1), said(10, "Star", 2), said(3, "Post", 3)])
    assert fold.head is not None
    assert fold.head.state == "single"
    fold.insert([said(3, "Echo", 4)])
    assert fold.head.value == 3


def test_a_stock_follows_the_latest_whoever_brings_it() -> None:
    own, _ = tell(STOCK, [said(8, "Post", 0), said(5, "Post", 9)])
    assert own.head is not None
    assert (own.head.value, own.head.state) == (5, "single")
    stranger, _ = tell(STOCK, [said(8, "Post", 0), said(5, "Echo", 9)])
    assert stranger.head is not None
    assert (stranger.head.value, stranger.head.state) == (5, "single")


def test_a_stock_does_not_go_back_to_an_older_number_for_one_voice() -> None:
    fold, _ = tell(STOCK, [said(8, "Post", 0), said(5, "Echo", 1), said(8, "Star", 2)])
    assert fold.head is not None
    assert (fold.head.value, fold.head.state) == (5, "contested")
    fold.insert([said(8, "Mail", 3)])
    assert fold.head.value == 8


def test_a_stock_goes_back_for_one_new_voice_once_a_period_has_passed() -> None:
    hours = 60
    reports = [said(8, "Post", 0), said(5, "Echo", 60), said(8, "Star", 60 + 7 * hours)]
    assert told(STOCK, reports) == [None, "changed", "changed"]
    soon = quantity("stock", period_hours=12)
    assert told(soon, reports) == [None, "changed", "contested"]


def test_a_stock_does_not_go_back_for_a_voice_that_repeats_itself() -> None:
    fold, _ = tell(STOCK, [said(8, "Post", 0), said(5, "Echo", 60), said(8, "Post", 3000)])
    assert fold.head is not None
    assert (fold.head.value, fold.head.state) == (5, "single")


def test_an_approximation_of_a_stock_reaches_as_far_as_its_last_place() -> None:
    about = said(45_000, "Echo", 900, "approximate")
    fold, _ = tell(STOCK, [said(41_300, "Post", 0), about])
    assert fold.head is not None
    assert (fold.head.value, fold.head.voices) == (45_000, 1)
    finer, changes = tell(STOCK, [said(45_200, "Post", 0), about])
    assert finer.head is not None
    assert (finer.head.value, finer.head.voices, changes[-1].kinds) == (45_200, 2, ("corroborated",))


def test_when_nobody_says_the_leader_any_more_most_voices_lead() -> None:
    fold, _ = tell(FIXED, [said(12, "Post", 0), said(14, "Echo", 1), said(13, "Post", 2), said(14, "Star", 3)])
    assert fold.head is not None
    assert fold.head.value == 14


def test_the_basis_is_part_of_the_value() -> None:
    each = quantity("fixed", "each")
    reports = [said(1000, "A", 0, basis="total"), said(1000, "B", 1, basis="each"), said(1000, "C", 2)]
    fold, changes = tell(each, reports)
    assert [c.kinds[0] for c in changes] == ["established", "contested", "changed"]
    assert fold.head is not None
    assert (fold.head.value, fold.head.basis, fold.head.voices) == (1000, "each", 2)
    assert stances(fold) == {"A-0.1.1": "dissents", "B-1.1.1": "supports", "C-2.1.1": "supports"}
