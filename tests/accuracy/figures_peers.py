"""What other extractors read in the same texts, in the same run, where `make peers` installed them."""

import math
import re
from functools import cache
from typing import Any

from tests.accuracy import peers
from tests.accuracy.score import Counts

Found = tuple[float, float, str, str]
LEVELS = ("value", "value+unit", "value+unit+change")
_NONE = frozenset({"", "-", "count", "dimensionless"})
# Names of the same unit in American English and in the abbreviations of the peers.
_SPELLING = (("meter", "metre"), ("liter", "litre"), ("percent", "percentage"), ("us dollar", "dollar"),
             ("united states dollar", "dollar"), ("renminbi", "yuan"), ("degree celsius", "celsius"),
             ("degree fahrenheit", "fahrenheit"), ("pound-mass", "pound"))  # fmt: skip
_AGE = " of age"


@cache
def read(peer: str, texts: tuple[str, ...]) -> list[list[Found]]:
    """What a peer finds in each text: (low, high, its names of unit and change)."""
    return peers.values(peer, list(texts))


def newsquant(documents: list[dict[str, Any]], gold_value: Any) -> dict[str, list[Counts]]:
    """For each installed peer its counts at each of the LEVELS that it knows, matched one to one."""
    texts = tuple(d["text"] for d in documents)
    out = {}
    for peer in peers.installed():
        answers = read(peer, texts)
        levels = 3 if any(change for found in answers for *_, change in found) else 2
        totals = [Counts(0, 0, 0)] * levels
        for document, found in zip(documents, answers, strict=True):
            labels = [
                (*gold_value(q["value"]), q["normalized_unit"], q.get("change", "=")) for q in document["quantities"]
            ]
            for level in range(levels):
                totals[level] += match(labels, found, level)
        out[peer] = totals
    return out


def match(labels: list[Found], found: list[Found], level: int) -> Counts:
    """One to one at a level; a unit is right where its name is the same after spelling, or where both have none."""
    left, missed = list(found), 0
    for label in labels:
        hit = next((f for f in left if _close(f, label) and _alike(f, label, level)), None)
        if hit is None:
            missed += 1
        else:
            left.remove(hit)
    return Counts(len(labels) - missed, len(left), missed)


def _close(a: Found, b: Found) -> bool:
    return all(math.isclose(x, y, rel_tol=1e-3, abs_tol=1e-9) for x, y in zip(a[:2], b[:2], strict=True))


def _alike(a: Found, b: Found, level: int) -> bool:
    return (level < 1 or same_unit(a[2], b[2])) and (level < 2 or a[3] == b[3])


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
            pairs = [(_or(low, high), _or(high, low), "", "") for low, high in wanted]
            total += match(pairs, found, 0)
        out[peer] = total
    return out


def _or(one: float | None, other: float | None) -> float:
    return one if one is not None else other if other is not None else math.nan
