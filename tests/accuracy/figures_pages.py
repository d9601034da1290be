"""The seeds as whole pages, read first: figures of tier 1, and figures that leak out of the boilerplate."""

import json
from pathlib import Path
from typing import Any

from extractors.document import Document
from extractors.figures import extract
from extractors.reading import read
from tests.accuracy.figures_seeds import PUBLISHED
from tests.accuracy.score import Counts, Row


def rows(folder: Path, show: str | None) -> list[Row]:
    """One row: value P/R/F1 over what reading leaves of each page, and the leaks."""
    path = folder / "gold" / "seeds.json"
    if not path.is_file():
        return []
    labels = json.loads(path.read_text(encoding="utf-8"))
    total, leaks, n = Counts(0, 0, 0), 0, 0
    for seed, name in labels["meta"]["files"].items():
        content = (folder / "seeds" / name).read_bytes()
        article = read(Document(f"https://{seed}.example/", seed, content, "text/plain", PUBLISHED))
        left = [(f.low, f.high, f) for f in extract(article.text, published_at=PUBLISHED)]
        for label in (x for x in labels["figures"] if x["seed"] == seed and x["line"] is not None):
            hit = next((f for f in left if (f[0], f[1]) == (label["value_low"], label["value_high"])), None)
            if hit is not None:
                left.remove(hit)
            if label["tier"] == 1:
                n += 1
                total += Counts(hit is not None, 0, hit is None)
        total += Counts(0, len(left), 0)
        for _, _, figure in left:
            leaks += _leaks(figure.sentence, labels, seed)
            if show == "errors":
                print(f"[page {seed}] false {figure.quote!r} in {figure.sentence[:120]!r}")
    return [Row("seeds as pages, through reading: value", n, str(total), note=f"{leaks} from boilerplate")]


def _leaks(sentence: str, labels: dict[str, Any], seed: str) -> bool:
    return any(sentence in x["text"] for x in labels["lines"] if x["seed"] == seed and x["label"] == "boilerplate")
