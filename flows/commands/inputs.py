"""Files and folders that a person names on the command line."""

from collections.abc import Sequence
from pathlib import Path

from extractors.formats import document_formats
from flows.commands.failing import WrongUse


def expanded(paths: Sequence[Path]) -> list[Path]:
    """Return the files behind the given paths, in the order given; a folder gives its readable files, sorted.

    Raises WrongUse where a path is not there, or a folder has nothing to read.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise WrongUse(f"{path}: there is no such file or folder")
        inside = _inside(path) if path.is_dir() else [path]
        if not inside:
            raise WrongUse(f"{path}: expected html, txt, jsonl or warc files in this folder, found none")
        found += inside
    return found


def _inside(folder: Path) -> list[Path]:
    endings = tuple(ending for kind in document_formats().values() for ending in kind.SUFFIXES)
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name.lower().removesuffix(".gz").endswith(endings))
