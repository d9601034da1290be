"""Fits extractors/reading/weights.tsv: ``TALLYWIRE_GOLD=... python -m tests.accuracy.reading_fit [--write]``.

Nobody has labelled single lines: a line of a page counts as the article's where most of its 4-grams of words are in
the body that the corpus gives for that page. Logistic regression by AdaGrad; folds hold out whole pages.
"""

import argparse
import gzip
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from extractors.reading import body
from extractors.reading.charset import decode
from extractors.reading.features import NAMES, Page
from extractors.reading.lines import Line, key_of
from extractors.reading.plain import clean, judged
from extractors.reading.tree import parse_page
from tests.accuracy.__main__ import gold_folder
from tests.accuracy.reading import grams, mean, overlap

TABLE = Path(body.__file__).with_name("weights.tsv")
FOLDS, EPOCHS, RATE, DECAY = 5, 12, 0.3, 1e-5
_HEAD = """\
# How much each feature of a line (features.py) speaks for the article, in log-odds: logistic regression on the lines of
# {pages} pages and texts, labelled by their 4-gram overlap with the bodies that the corpora give; page-wise
# cross-validated. Made by tests/accuracy/reading_fit.py. One row a feature.
"""
_UNSEEN = "//script|//style|//noscript|//template|//svg|//iframe|//head/*[not(self::title)]"
_BLOCK = re.compile(
    r"p|div|section|article|li|ul|ol|h[1-6]|br|hr|table|tr|header|footer|nav|aside|main|figure|figcaption|form"
    r"|blockquote|d[dlt]|title|body|option|button|label"
)
_WORDS = re.compile(r"\w+")
Row = tuple[list[tuple[int, float]], float, float]
"""The features of one line that are not zero, its label (1: the article's), and how much it counts."""


@dataclass(frozen=True, slots=True)
class Text:
    """One page as plain text, the body that its corpus gives, and the rows of its lines; ``page`` names the fold."""

    corpus: str
    page: str
    text: str
    body: str
    rows: tuple[Row, ...]


def texts(gold: Path) -> Iterator[Text]:
    """The pages of the zyte and fundus corpora as plain text, zyte's in both forms that it comes in; and the texts of
    the events in which the labels name no boilerplate."""
    for record in _records(gold / "corpora" / "zyte-aeb"):
        for form in ("plain_htmltext", "plain_inscriptis"):
            yield _text(form, record["id"], record[form], record["articleBody"])
    folder = gold / "corpora" / "fundus"
    for record in _records(folder):
        page = gzip.decompress((folder / record["country"] / record["file"]).read_bytes())
        yield _text("fundus", record["file"].split("_")[0], plain(page), record["gold_text"])
    for path in sorted((gold / "gold" / "events").glob("*.json")):
        event = json.loads(path.read_text("utf-8"))
        marked = {label["file"] for label in event["boilerplate"]}
        for file in sorted((gold / "corpora" / "events" / event["event"]).glob("*.txt")):
            if file.name not in marked:
                yield _text("events", event["event"], text := file.read_text("utf-8"), text)


def _records(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]


def _text(corpus: str, page: str, text: str, wanted: str) -> Text:
    lines, _, verdicts = judged(text, frozenset())
    seen, sizes = Page(lines, verdicts, None), [len(_WORDS.findall(line.text)) for line in lines]
    marks = labels(lines, wanted)
    counts = [0.0 if mark is None else 0.3 + min(size, 60) / 12 for mark, size in zip(marks, sizes, strict=True)]
    share = math.sqrt(300 / max(30.0, sum(counts)))  # a long page says no more than a few short ones
    rows = (
        ([(k, value) for k, value in enumerate(seen.features(n)) if value], float(bool(mark)), count * share)
        for n, (mark, count) in enumerate(zip(marks, counts, strict=True))
    )
    return Text(corpus, page, text, wanted, tuple(row for row in rows if row[2]))


def labels(lines: Sequence[Line], wanted: str) -> list[bool | None]:
    """For each line whether it is the body's; None for short lines among the body's that may be either."""
    known, keys = grams(wanted), {key_of(line) for line in wanted.split("\n")}
    long = [len(_WORDS.findall(line.text)) >= 4 for line in lines]
    marks: list[bool | None] = [
        is_long and (own := grams(line.text)).total() < 2 * (own & known).total()
        for line, is_long in zip(lines, long, strict=True)
    ]
    found = list(marks)
    for n, line in enumerate(lines):
        near = sum(map(bool, marks[max(0, n - 4) : n + 5]))
        if not long[n] and near >= 2:
            found[n] = True if line.key in keys else None if near >= 4 else False
    return found


def plain(page: bytes) -> str:
    """A page as text, one line a block, as when it is copied from a browser."""
    tree = parse_page(decode(page))
    for element in tree.xpath(_UNSEEN):
        element.drop_tree()
    for element in tree.iter():
        if _BLOCK.fullmatch(element.tag):
            element.text = "\n" + _folded(element.text)
            element.tail = "\n" + _folded(element.tail)
        else:
            element.text, element.tail = _folded(element.text), _folded(element.tail)
    return re.sub(r"\n\s*\n+", "\n\n", str(tree.text_content()))


def _folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def fit(rows: Sequence[Row]) -> tuple[float, ...]:
    """The weights in the order of NAMES; the mean over the second half of the epochs. The same rows give the same."""
    order, weights, squares = list(rows), [0.0] * len(NAMES), [1e-8] * len(NAMES)
    total, steps, shuffle = [0.0] * len(NAMES), 0, random.Random(1)
    for epoch in range(EPOCHS):
        shuffle.shuffle(order)
        for features, label, count in order:
            odds = sum(weights[k] * value for k, value in features)
            slope = count * (1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - label)
            for k, value in features:
                step = slope * value + DECAY * weights[k]
                squares[k] += step * step
                weights[k] -= RATE * step / math.sqrt(squares[k])
        if epoch >= EPOCHS // 2:
            total, steps = [a + b for a, b in zip(total, weights, strict=True)], steps + 1
    return tuple(value / steps for value in total)


def scored(pages: Sequence[Text], weights: tuple[float, ...]) -> dict[str, list[tuple[float, float, float]]]:
    """P, R and F of the 4-grams of each page, by corpus, when its lines are chosen with these weights."""
    found = defaultdict(list)
    with patch.object(body, "_weights", lambda: weights):
        for page in pages:
            found[page.corpus].append(overlap(page.body, "\n".join(clean(page.text).paragraphs)))
    return found


def cross_validated(pages: Sequence[Text]) -> dict[str, list[tuple[float, float, float]]]:
    """The same with weights that never saw the page; both forms of a page are in one fold."""
    names = sorted({page.page for page in pages})
    random.Random(1).shuffle(names)
    fold = {name: n % FOLDS for n, name in enumerate(names)}
    found: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for k in range(FOLDS):
        weights = fit([row for page in pages if fold[page.page] != k for row in page.rows])
        for corpus, values in scored([page for page in pages if fold[page.page] == k], weights).items():
            found[corpus] += values
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.reading_fit", description=__doc__)
    parser.add_argument("--write", action="store_true", help="replace extractors/reading/weights.tsv")
    write, gold = parser.parse_args().write, gold_folder()
    if gold is None:
        parser.error("expected TALLYWIRE_GOLD to name a folder with corpora/zyte-aeb and corpora/fundus")
    pages = list(texts(gold))
    print(f"{len(pages)} texts, {sum(len(p.rows) for p in pages)} lines {Counter(p.corpus for p in pages)}")
    weights = fit([row for page in pages for row in page.rows])
    for title, found in (
        ("present table", scored(pages, body._weights())),
        ("new, cross-validated", cross_validated(pages)),
        ("new, fitted on all", scored(pages, weights)),
    ):
        print(title, {corpus: mean(values) for corpus, values in found.items()})
    if write:
        rows = "".join(f"{name}\t{value:.3f}\n" for name, value in zip(NAMES, weights, strict=True))
        TABLE.write_text(_HEAD.format(pages=len(pages)) + rows, "utf-8")


if __name__ == "__main__":
    main()
