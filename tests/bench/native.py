"""`make native`: figures read by the compiled build and by the interpreted one, in one run: equal output, then speed.

Started with the interpreter of the compiled environment as its argument. Each build runs in a process of its own,
and they take turns, so that a busy machine slows both. Each hashes with a seed of its own: no
figure may depend on the order of a set.
"""

import hashlib
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import yaml

from extractors.figures import cascade, extract
from tests.bench.figures import article, hostile

CASES = Path(__file__).parents[1] / "cases" / "figures"
ROUNDS = 9
ARTICLES = 100
# Times that each labelled article is read with its sentences cut at random.
CUTS = 4


class Build:
    """A process that reads with one of the builds."""

    def __init__(self, python: str) -> None:
        self._python = python
        command = [python, "-P", "-m", "tests.bench.native"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, what: str) -> list[str]:
        """The lines of an answer."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(what + "\n")
        self._process.stdin.flush()
        lines = []
        for line in self._process.stdout:
            if line == "\n":
                return lines
            lines.append(line.rstrip("\n"))
        raise SystemExit(f"{self._python} ended before it answered.")


def compare(python: str) -> int:
    """Print whether both builds find the same, and how fast they are; 1 where they differ."""
    builds = {"interpreted": Build(sys.executable), "compiled": Build(python)}
    for name, build in builds.items():
        (module,) = build.ask("module")
        if module.endswith(".py") is not (name == "interpreted"):
            print(f"The {name} build runs {module}.")
            return 1
    found = {name: build.ask("found") for name, build in builds.items()}
    wrong = [one.split()[0] for one, other in zip(*found.values(), strict=True) if one != other]
    print(f"{len(found['compiled'])} texts read by both builds, {len(wrong)} with other figures {' '.join(wrong[:9])}")
    rates: dict[str, list[float]] = {name: [] for name in builds}
    for _ in range(ROUNDS):
        for name, build in builds.items():
            rates[name].append(float(build.ask("rate")[0]))
    medians = {name: statistics.median(r) for name, r in rates.items()}
    for name, median in medians.items():
        print(f"{name}: {median:.0f} documents a second and core (median of {ROUNDS}; best {max(rates[name]):.0f})")
    ratios = [compiled / plain for plain, compiled in zip(*rates.values(), strict=True)]
    print(f"compiled / interpreted: {statistics.median(ratios):.2f} (median of pairs)")
    return 1 if wrong else 0


def answer() -> None:
    """Answer one build's questions, a line each; an empty line ends an answer."""
    articles = [article(seed) for seed in range(ARTICLES)]
    for line in sys.stdin:
        match line.strip():
            case "module":
                print(cascade.__file__)
            case "found":
                for name, text, day in texts():
                    figures = "\n".join(map(repr, extract(text, published_at=day)))
                    print(name, hashlib.sha256(figures.encode()).hexdigest())
            case "rate":
                print(_rate(articles))
        print(flush=True)


def _rate(articles: list[str]) -> float:
    began = time.process_time()
    for text in articles:
        extract(text)
    return len(articles) / (time.process_time() - began)


def texts() -> Iterator[tuple[str, str, datetime | None]]:
    """All articles of the benches and of the labels, whole and cut; hostile texts; the sentences of the cases."""
    for seed in range(ARTICLES):
        yield f"bench:{seed}", article(seed), None
    for name, text in hostile(2_000):
        yield f"hostile:{name.replace(' ', '_')}", text, None
    for path in sorted(CASES.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            yield f"{path.stem}:{number}", case["text"], _day(case.get("published_at"))
    for path in sorted([*CASES.glob("labelled/*/*.yaml"), *CASES.glob("held_out/*/*.yaml")]):
        labelled = yaml.safe_load(path.read_text(encoding="utf-8"))
        name, day = f"{path.parent.name}:{path.stem}", _day(labelled.get("published_at"))
        yield name, labelled["text"], day
        for seed in range(CUTS):
            yield f"{name}:cut{seed}", _cut(labelled["text"], random.Random(f"{name}{seed}")), day


def _day(written: str | None) -> datetime | None:
    return datetime.fromisoformat(str(written)).replace(tzinfo=UTC) if written else None


def _cut(text: str, chosen: random.Random) -> str:
    """The text with three of five sentences cut to some of their words, without their full stops."""
    out = []
    for line in text.split("\n"):
        for sentence in line.split(". "):
            words = sentence.split(" ")
            if len(words) > 3 and chosen.random() < 0.6:
                first = chosen.randrange(len(words) - 2)
                words = words[first : chosen.randrange(first + 2, len(words) + 1)]
            out.append(" ".join(words).rstrip(".,"))
    return "\n\n".join(out)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(compare(sys.argv[1]))
    answer()
