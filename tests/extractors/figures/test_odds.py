"""How likely a candidate is does not depend on the order of its features."""

from itertools import permutations

from extractors.figures.odds import scores

WEIGHTS = {"one": 0.1, "two": 0.2, "three": 0.3, "four": 1e16, "five": -1e16, "rival": 0.6}


def test_any_order_of_the_features_gives_the_same() -> None:
    features = ["one", "two", "three", "four", "five"]
    assert len({tuple(scores([list(order), ["rival"]], WEIGHTS)) for order in permutations(features)}) == 1


def test_equal_weights_are_equally_likely() -> None:
    assert scores([["one"], ["one"]], WEIGHTS) == [0.5, 0.5]
