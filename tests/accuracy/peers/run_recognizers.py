"""Reads a JSON list of texts, prints for each what recognizers-text finds; runs in the peers' environment."""

import json
import sys

from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
from recognizers_text import Culture

MODELS = (recognize_percentage, recognize_currency, recognize_dimension, recognize_number)


def number(text: str | None) -> float | None:
    try:
        return float((text or "").rstrip("%").replace(",", ""))
    except ValueError:
        return None


def found(text: str) -> list[tuple[float, float, str]]:
    """Each model in turn; a number inside a span that an earlier model took is not counted again."""
    values, taken = [], []
    for model in MODELS:
        for result in model(text, Culture.English):
            resolution = result.resolution or {}
            value = number(resolution.get("value"))
            if value is None or any(s <= result.start <= e for s, e in taken):
                continue
            taken.append((result.start, result.end))
            unit = "percentage" if model is recognize_percentage else str(resolution.get("unit") or "")
            values.append((value, value, unit))
    return values


json.dump([found(text) for text in json.load(sys.stdin)], sys.stdout)
