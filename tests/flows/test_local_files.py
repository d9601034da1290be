"""Files that a watch names are read as files, whatever lies in their place."""

import os
from pathlib import Path

import pytest

from extractors.document import Unusable
from flows.local_files import find, read


def test_paths_patterns_and_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [p.name for p in find("*.txt", tmp_path)] == ["a.txt", "b.txt", "odd[1].txt"]
    assert [p.name for p in find("**/c.txt", tmp_path)] == ["c.txt"]
    assert [p.name for p in find("odd[1].txt", tmp_path)] == ["odd[1].txt"]
    assert [p.name for p in find(str(tmp_path), Path("/"))] == ["a.txt", "b.txt", "c.txt", "odd[1].txt"]
    for place in ("none.txt", "none*.txt", "none/*"):
        with pytest.raises(Unusable, match="missing"):
            find(place, tmp_path)


def test_a_pattern_does_not_leave_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("canary")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "in/up").symlink_to(tmp_path)
    (tmp_path / "in/own.txt").write_text("x")
    assert [p.name for p in find("in/**/*.txt", tmp_path)] == ["own.txt"]


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), Path("/dev/null"), tmp_path):
        with pytest.raises(Unusable):
            read(path)
    with pytest.raises(Unusable, match="unreadable"):
        read(tmp_path / "none")


def test_the_cap_holds_also_where_the_size_lies(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read(tmp_path / "a", 5) == b"12345"
    with pytest.raises(Unusable, match="too_big"):
        read(tmp_path / "a", 4)
    with pytest.raises(Unusable, match="too_big"):
        read(Path("/proc/self/status"), 100)  # a regular file of size 0 with more in it
