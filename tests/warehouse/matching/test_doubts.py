import pytest

from warehouse.belief import Quantity
from warehouse.matching.doubts import doubts


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (Quantity("w", "q", ("people",), ("killed",)), ""),
        (Quantity("w", "q", ("barrels",), ("cut",)), ""),
        (Quantity("w", "q", ("turnout",), (), unit="percent"), ""),
        (Quantity("w", "q", ("fares",), ("hike",), unit="percent"), ""),
        (Quantity("w", "q", ("damage",), (), unit="dollars"), ""),
        (Quantity("w", "q", ("magnitude",), (), unit="magnitude"), ""),
        (Quantity("w", "q", ("people",), ("frobnicated",)), "action 'frobnicated'"),
        (Quantity("w", "q", ("fuel",), (), unit="buckets"), "unit 'buckets'"),
        (Quantity("w", "q", ("barrels",), ("produced",), unit="percent"), "is a unit (volume:bbl)"),
    ],
)
def test_what_can_match_nothing_is_named(quantity: Quantity, said: str) -> None:
    found = list(doubts(quantity))
    assert bool(found) is bool(said)
    assert said in "".join(found)
