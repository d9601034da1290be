"""Files named on the command line: all are read, in the order given, and what cannot be read is told."""

import json
from datetime import UTC, datetime
from pathlib import Path

from flows.collecting import from_paths

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def test_files_to_load_come_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Forty ferries left.")
    plain = {"source": "Bay Post", "published_at": None, "text": "Forty ferries left."}
    lines = [json.dumps({"url": f"https://bay.example/{n}", **plain}) for n in (1, 2)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = list(from_paths([tmp_path / "b.txt", tmp_path / "none", tmp_path / "a.jsonl"], NOW))
    assert [getattr(one, "url", getattr(one, "reason", "")) for one in found] == [
        f"file:{tmp_path}/b.txt", "unreadable", "https://bay.example/1", "https://bay.example/2"
    ]  # fmt: skip
