"""pydantic's errors in the words of a watch's author."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from flows.watch.model import PolicySpec, QuantitySpec, Source, Subscriber, WatchSpec
from flows.watch.problems import Problem, either, key_path, suggestion

Path = tuple[str | int, ...]
_EXPECTED = {
    "string_type": "expected words", "float_type": "expected a number", "float_parsing": "expected a number",
    "int_type": "expected a whole number", "int_parsing": "expected a whole number",
    "tuple_type": "expected a list", "list_type": "expected a list", "dict_type": "expected keys and values",
    "model_type": "expected keys and values", "model_attributes_type": "expected keys and values",
    "string_pattern_mismatch": "expected a name of letters, digits, - . and _",
    "too_short": "expected at least one", "missing": "this key is required",
}  # fmt: skip


def problems(error: ValidationError, file: str, at: Mapping[Path, int]) -> list[Problem]:
    """One problem per fault, in the order of the file, with the line of the nearest key that stands in it."""
    found = [_problem(e, file, at) for e in error.errors(include_url=False)]
    return sorted(dict.fromkeys(found), key=lambda p: p.line or 0)


def _problem(error: ErrorDetails, file: str, at: Mapping[Path, int]) -> Problem:
    path = tuple(part for part in error["loc"] if part != "[key]")
    nearest = path
    while nearest and nearest not in at:
        nearest = nearest[:-1]
    # Positions inside a list that was written as one string, or in a pair, mean nothing to its author.
    shown = path if error["type"] in ("missing", "extra_forbidden") else nearest or path
    return Problem(file, at.get(nearest), key_path(shown), _message(error, path))


def _message(error: ErrorDetails, path: Path) -> str:
    kind, given = error["type"], error["input"]
    if kind == "extra_forbidden":
        return f"unknown key{suggestion(str(path[-1]), _keys(path[:-1]))}"
    if kind == "literal_error":
        options = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        close = suggestion(given, options) if isinstance(given, str) else ""
        return f"expected {either(options)}, got {given!r}{close if 'did you mean' in close else ''}"
    if kind == "missing":
        return f"this key is required: {_described(path)}"
    if kind == "value_error":
        return str(error["ctx"]["error"])
    expected = _EXPECTED.get(kind, error["msg"])
    return expected if kind == "too_short" else f"{expected}, got {_short(given)}"


def _short(given: Any) -> str:
    said = repr(given)
    return said if len(said) < 60 else said[:57] + "..."


def _model(path: Path) -> type[BaseModel]:
    if path and path[-1] == "policy":
        return PolicySpec
    entries: dict[str, type[BaseModel]] = {"quantities": QuantitySpec, "sources": Source, "subscribers": Subscriber}
    return entries.get(str(path[0]), WatchSpec) if path else WatchSpec


def _keys(path: Path) -> list[str]:
    return [field.alias or name for name, field in _model(path).model_fields.items()]


def _described(path: Path) -> str:
    field = _model(path[:-1]).model_fields.get(str(path[-1]))
    return (field.description if field else None) or str(path[-1])
