"""Reads a JSON list of texts, prints for each what quantulum3 finds; runs in the peers' environment."""

import json
import sys
import warnings

warnings.simplefilter("ignore")  # a peer's own warnings are not ours to mend
from quantulum3 import parser  # noqa: E402  # after the warnings of its import are off


def found(text: str) -> list[tuple[float, float, str]]:
    values = []
    for q in parser.parse(text):
        margin = q.uncertainty or 0.0
        values.append((q.value - margin, q.value + margin, q.unit.name))
    return values


json.dump([found(text) for text in json.load(sys.stdin)], sys.stdout)
