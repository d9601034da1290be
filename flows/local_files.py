"""Files from disk that a watch names: regular files only, up to a size, none out of the folder that a pattern names."""

import os
import stat
from pathlib import Path

from extractors.document import Unusable

MAX_BYTES = 500_000_000
_MAGIC = frozenset("*?[")


def find(place: str, folder: Path) -> list[Path]:
    """The files that a path, folder or pattern names, sorted; relative to ``folder``. ``**`` matches folders too.

    A file that a pattern reaches through a link out of its fixed part is left out.

    :raises Unusable: there is none.
    """
    path = folder / Path(place).expanduser()
    if path.exists() and not path.is_dir():
        return [path]
    root = path if path.is_dir() else _fixed_part(path)
    pattern = "**/*" if path.is_dir() else str(path.relative_to(root))
    found = root.glob(pattern) if _MAGIC & set(pattern) else ()
    inside = sorted(p for p in found if p.is_file() and p.resolve().is_relative_to(root.resolve()))
    if not inside:
        raise Unusable("missing", f"{place}: there is no such file")
    return inside


def _fixed_part(path: Path) -> Path:
    while _MAGIC & set(str(path)):
        path = path.parent
    return path


def read(path: Path, cap: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file.

    :raises Unusable: a pipe, device or folder; unreadable; more than ``cap`` bytes, also where it grows meanwhile.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Unusable("unreadable", f"{path}: {error.strerror}") from error
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise Unusable("not_a_file", f"{path} is no regular file")
    with os.fdopen(descriptor, "rb") as file:
        try:
            content = file.read(cap + 1) if status.st_size <= cap else None
        except OSError as error:
            raise Unusable("unreadable", f"{path}: {error.strerror}") from error
    if content is None or len(content) > cap:
        raise Unusable("too_big", f"{path} has more than {cap:,} bytes")
    return content
