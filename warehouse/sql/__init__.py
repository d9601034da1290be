"""SQL as package data: ``<topic>/<name>.sql``, one statement a file, named parameters only."""

from functools import cache
from importlib.resources import files


@cache
def statement(name: str) -> str:
    """Return the text of one statement, named by topic and file: ``statement("articles/insert_revisions")``.

    Raises FileNotFoundError where there is no such file.
    """
    return files("warehouse.sql").joinpath(f"{name}.sql").read_text(encoding="utf-8")
