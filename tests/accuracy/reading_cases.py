"""The hand-marked texts of tests/cases/reading: what goes in, which lines have to stay, which have to go."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

CASES = Path(__file__).parents[1] / "cases" / "reading"
_GLUED = re.compile("⟦(.*?)⟧")


@dataclass(frozen=True, slots=True)
class Case:
    """One text; its lines that stay, in order; its lines and glued pieces that go; the lines where either is fine."""

    name: str
    text: str
    stays: tuple[str, ...]
    goes: tuple[str, ...]
    either: tuple[str, ...]

    def lost(self, kept: list[str]) -> list[str]:
        """Lines that had to stay and did not."""
        return [line for line in self.stays if line not in kept]

    def left(self, kept: list[str]) -> list[str]:
        """Lines that had to go and are there, also as a second copy of one that stays."""
        return [line for line in self.goes if kept.count(line) > self.stays.count(line)]


def load() -> Iterator[Case]:
    """Every case of the folder, in order of file name."""
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield parse(f"{path.stem}: {case['case']}", case["lines"])


def parse(name: str, marked: str) -> Case:
    """A case from its marked lines (see news.yaml and pasted.yaml). Raises ValueError for a line without a mark."""
    found: dict[str, list[str]] = {"+": [], "-": [], "?": []}
    for line in marked.splitlines():
        if line.strip():
            if line[:2] not in ("+ ", "- ", "? "):
                raise ValueError(f"{name}: expected a line that begins with +, - or ?, found {line[:40]!r}")
            found["-"] += _GLUED.findall(line)
            found[line[0]].append(_GLUED.sub("", line[2:]).strip().removeprefix("* "))
    text = "\n".join(line[2:] for line in marked.splitlines()).replace("⟦", "").replace("⟧", "")
    return Case(name, text, tuple(found["+"]), tuple(found["-"]), tuple(found["?"]))
