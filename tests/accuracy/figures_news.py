"""Real news articles with labels of ours: the texts are in the gold folder, only offsets and labels in the project.

``news/held_out`` are articles that nobody develops on: their scores are printed, their errors never.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.accuracy.figures_labelled import CASES, score
from tests.accuracy.score import Row

# The file of each corpus, and the keys of a document's name and text in it.
CORPORA = {
    "fnc1": ("bodies.jsonl", "doc_id", "text"),
    "ecbplus": ("docs.jsonl", "doc_id", "text"),
    "fundus": ("gold.jsonl", "file", "gold_text"),
    "gva": ("docs.jsonl", "doc_id", "text"),
    "zyte-aeb": ("gold.jsonl", "id", "articleBody"),
}


def rows(gold: Path, show: str | None) -> list[Row]:
    """The rows of labelled articles for the news that is developed on and the news that is held out."""
    held_out = score("news held out", _articles(gold, "held_out"), None)
    return [*score("news", _articles(gold, "labelled"), show), *held_out]


def _articles(gold: Path, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The labelled articles with their texts; raises ValueError where a text is not the one that was labelled."""
    for path in sorted((CASES / "news" / kind).glob("*.yaml")):
        article = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = _texts(gold, article["corpus"]).get(article["document"])
        if text is None:
            continue
        for label in article["figures"]:
            if not text.startswith(label["number"], label["start"]):
                raise ValueError(f"{path}: {label['number']!r} is not at {label['start']} of {article['document']}")
        yield path.stem, article | {"text": text}


@cache
def _texts(gold: Path, corpus: str) -> dict[str, str]:
    """The texts of a corpus by document; empty where the gold folder lacks it."""
    file, name, text = CORPORA[corpus]
    path = gold / "corpora" / corpus / file
    if not path.is_file():
        return {}
    documents = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
    return {document[name]: document[text] for document in documents}
