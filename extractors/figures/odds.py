"""How likely each of several candidates is by the weights of its features."""

import math
from itertools import repeat


def scores(names: list[list[str]], weights: dict[str, float]) -> list[float]:
    """How likely each of several lists of features is, of one in all."""
    get = weights.get
    sums = [sum(map(get, own, repeat(0.0))) for own in names]
    most = max(sums)
    powers = [math.exp(value - most) for value in sums]
    total = sum(powers)
    return [power / total for power in powers]
