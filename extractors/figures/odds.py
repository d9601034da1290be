"""How likely each of several candidates is by the weights of its features."""

import math
from itertools import repeat


def scores(names: list[list[str]], weights: dict[str, float]) -> list[float]:
    """How likely each of several lists of features is, of one in all.

    Sums are exact: rounded ones differ with the order of the features, which are read from sets, and a tie would fall
    one way in one run and the other way in the next.
    """
    get = weights.get
    sums = [math.fsum(map(get, own, repeat(0.0))) for own in names]
    most = max(sums)
    powers = [math.exp(value - most) for value in sums]
    total = math.fsum(powers)
    return [power / total for power in powers]
