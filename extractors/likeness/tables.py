"""The tables of this package (TSV files beside the code): a header line, tab-separated cells, # for comments."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of one table of this package, each by column name.

    Raises FileNotFoundError where there is no such table, ValueError (with file and line) where a row has too many
    or too few cells.
    """
    text = files("extractors.likeness").joinpath(name).read_text(encoding="utf-8")
    return parse(text, name)


def parse(text: str, name: str) -> tuple[dict[str, str], ...]:
    """Parse one table; ``name`` is what error messages call it. Raises ValueError on a ragged row."""
    header: list[str] = []
    found: list[dict[str, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = cells
            continue
        if len(cells) != len(header):
            raise ValueError(f"{name}:{number}: expected {len(header)} tab-separated cells, found {len(cells)}")
        found.append(dict(zip(header, cells, strict=True)))
    return tuple(found)
