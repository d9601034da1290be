"""The agencies of ``wires.tsv``, by every name under which texts print them."""

import re
from dataclasses import dataclass
from functools import cache

from extractors.likeness.tables import rows


@dataclass(frozen=True, slots=True)
class _Wires:
    pattern: re.Pattern[str]  # aliases that may stand in a sentence
    names: dict[str, str]  # alias, folded -> name


def is_wire(name: str) -> bool:
    """Tell whether a credit names an agency of the wires table (not an outlet, not ``agencies``)."""
    return name in _wires().names.values()


def wire_named(alias: str) -> str | None:
    """Return the agency of which ``alias`` is the whole name, or None."""
    return _wires().names.get(_folded(alias))


def wire_within(text: str) -> str | None:
    """Return the first agency named inside ``text`` by an alias that is long enough to be told there, or None."""
    found = _wires().pattern.search(text)
    return _wires().names[_folded(found[0])] if found else None


def aliases(name: str) -> list[str]:
    """Return every folded alias of the agency ``name``; [] where it is none."""
    return [alias for alias, agency in _wires().names.items() if agency == name]


def _folded(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^(?:the|la)\s+", "", name.strip(" .,;:()—–-").lower()))


@cache
def _wires() -> _Wires:
    table = rows("wires.tsv")
    texts = sorted((row["alias"] for row in table if row["form"] == "text"), key=len, reverse=True)
    pattern = r"(?<!\w)(?:" + "|".join(re.escape(alias) for alias in texts) + r")(?!\w)"
    return _Wires(re.compile(pattern), {_folded(row["alias"]): row["name"] for row in table})
