"""Who owns a source: publisher families, shipped as ``owners.tsv``, editable, overridden by a file of the same form."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

_COLUMNS = ["owner", "hosts", "names"]


@dataclass(frozen=True, slots=True)
class Families:
    """Owners by host and by the names of mastheads and stations (in lower case)."""

    hosts: dict[str, str]
    names: dict[str, str]


def owner_of(source: str, url: str, *, overrides: Path | None = None) -> str:
    """Return the publisher family that ``source`` belongs to; the source itself where no table knows it.

    The host of ``url`` decides (with its parent domains), then the name of the source. ``overrides`` is a table of the
    same form as ``owners.tsv`` that comes first. Raises OSError where it cannot be read, ValueError (file and line)
    where it is malformed.
    """
    tables = [_read(overrides), shipped()] if overrides else [shipped()]
    for families in tables:
        owner = _by_host(families, url) or _by_host(families, f"//{source}") or families.names.get(_folded(source))
        if owner:
            return owner
    return source


def owner_named(name: str, *, overrides: Path | None = None) -> str | None:
    """Return the owner of the masthead or station that a credit names (``KFVS``), or None where it is not known.

    ``overrides`` and errors as for ``owner_of``.
    """
    tables = [_read(overrides), shipped()] if overrides else [shipped()]
    return next((families.names[_folded(name)] for families in tables if _folded(name) in families.names), None)


def check_owners(path: Path) -> None:
    """Raise ValueError, which says what to do, where a table of owners cannot be read or is malformed."""
    try:
        _read(path)
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: cannot be read as a table of owners: {error}") from None


@cache
def shipped() -> Families:
    """Return the families of this package's table."""
    text = files("warehouse.lineage").joinpath("owners.tsv").read_text(encoding="utf-8")
    return parse(text, "owners.tsv")


def parse(text: str, name: str) -> Families:
    """Parse a table of owners; the first row that names a host or masthead wins. Raises ValueError with the line."""
    families = Families({}, {})
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or line.startswith("#") or cells == _COLUMNS:
            continue
        if len(cells) != len(_COLUMNS) or not cells[0]:
            raise ValueError(f"{name}:{number}: expected owner, hosts and names, separated by tabs")
        for host in cells[1].lower().split():
            families.hosts.setdefault(host, cells[0])
        for masthead in cells[2].split("|"):
            if masthead.strip():
                families.names.setdefault(_folded(masthead), cells[0])
    return families


@cache  # a process reads its table once
def _read(path: Path) -> Families:
    return parse(path.read_text(encoding="utf-8"), str(path))


def _by_host(families: Families, url: str) -> str | None:
    try:
        host = (urlsplit(url).hostname or "").removesuffix(".")
    except ValueError:
        return None
    labels = host.split(".")
    parents = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((families.hosts[parent] for parent in parents if parent in families.hosts), None)


def _folded(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip().lower()
