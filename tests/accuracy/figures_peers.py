"""What other extractors read in the same texts, in the same run, where `make peers` installed them."""

import math
import re
from functools import cache
from typing import Any

from tests.accuracy import peers
from tests.accuracy.score import Counts

Found = tuple[float, float, str]
_NONE = frozenset({"", "-", "count", "dimensionless"})
# Names of the same unit in American English and in the abbreviations of the peers.
_SPELLING = (("meter", "metre"), ("liter", "litre"), ("percent", "percentage"), ("us dollar", "dollar"),
             ("united states dollar", "dollar"), ("renminbi", "yuan"), ("degree celsius", "celsius"),
             ("degree fahrenheit", "fahrenheit"), ("pound-mass", "pound"))  # fmt: skip
_AGE = " of age"


@cache
def read(peer: str, texts: tuple[str, ...]) -> list[list[Found]]:
    """What a peer finds in each text: (low, high, its name of the unit)."""
    return peers.values(peer, list(texts))


def newsquant(documents: list[dict[str, Any]], gold_value: Any) -> dict[str, tuple[Counts, Counts]]:
    """For each installed peer its counts for value and for value with unit, matched one to one."""
    texts = tuple(d["text"] for d in documents)
    out = {}
    for peer in peers.installed():
        totals = [Counts(0, 0, 0), Counts(0, 0, 0)]
        for document, found in zip(documents, read(peer, texts), strict=True):
            labels = [(*gold_value(q["value"]), q["normalized_unit"]) for q in document["quantities"]]
            for level in (0, 1):
                totals[level] += match(labels, found, with_unit=bool(level))
        out[peer] = (totals[0], totals[1])
    return out


def match(labels: list[Found], found: list[Found], *, with_unit: bool) -> Counts:
    """One to one; a unit is right where its name is the same after spelling, or where both have none."""
    left, missed = list(found), 0
    for label in labels:
        hit = next((f for f in left if _close(f, label) and (not with_unit or same_unit(f[2], label[2]))), None)
        if hit is None:
            missed += 1
        else:
            left.remove(hit)
    return Counts(len(labels) - missed, len(left), missed)


def _close(a: Found, b: Found) -> bool:
    return all(math.isclose(x, y, rel_tol=1e-3, abs_tol=1e-9) for x, y in zip(a[:2], b[:2], strict=True))


def same_unit(ours: str, label: str) -> bool:
    """``Kilometer`` and ``kilometre``, ``dollar`` and ``US dollar``; counts have none."""
    one, other = _plain(ours), _plain(label)
    return one == other or (one in _NONE and other in _NONE)


def _plain(name: str) -> str:
    name = re.sub(r"\s+", " ", name.lower().strip()).removesuffix(_AGE)
    for spelt, plain in _SPELLING:
        name = re.sub(rf"\b(\w*){spelt}\b", rf"\1{plain}", name)
    return name


def seeds(texts: list[str], labels: list[list[tuple[float | None, float | None]]]) -> dict[str, Counts]:
    """For each installed peer its counts for the values of the seeds' main texts; open bounds equal the point."""
    out = {}
    for peer in peers.installed():
        total = Counts(0, 0, 0)
        for found, wanted in zip(read(peer, tuple(texts)), labels, strict=True):
            pairs = [(_or(low, high), _or(high, low), "") for low, high in wanted]
            total += match(pairs, found, with_unit=False)
        out[peer] = total
    return out


def _or(one: float | None, other: float | None) -> float:
    return one if one is not None else other if other is not None else math.nan
