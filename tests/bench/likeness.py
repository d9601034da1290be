"""What sketching and lineages cost: ten thousand stories in batches, one more beside many, and a flood of copies."""

import itertools
import random
from collections.abc import Iterator
from statistics import median
from time import process_time

from duckdb import DuckDBPyConnection

from extractors.likeness import compare, credits, sketch  # noqa: A004 - the word of the design
from tests.warehouse.lineage.shelf import Page, empty, groups, put
from warehouse.lineage import assign

STORIES, BATCH, COPIES = 10_000, 1_000, 1_000
_SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"]
_WORDS = [a + b + c for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES]


def measure() -> Iterator[str]:
    """Yield one line per measurement, in CPU time of this process; texts of about 350 words."""
    dice = random.Random(11)
    texts = [_story(dice) for _ in range(200)]
    yield f"sketch {_each(sketch, texts):.2f} ms, credits {_each(credits, texts):.2f} ms a text"
    start = process_time()
    for a, b in itertools.pairwise(texts):
        compare(a, _edited(a, dice) + b)
    yield f"compare {1000 * (process_time() - start) / (len(texts) - 1):.2f} ms a pair, texts not seen before"
    with empty() as con:
        yield from _stories(con, dice)
    with empty() as con:
        yield from _flood(con, dice)


def _stories(con: DuckDBPyConnection, dice: random.Random) -> Iterator[str]:
    """Distinct stories over ten days, every twentieth with a copy in the next batch."""
    inserting, assigning = [], []
    copied: list[str] = []
    for batch in range(STORIES // BATCH):
        texts = [_edited(text, dice) for text in copied]
        texts += [_story(dice) for _ in range(BATCH - len(texts))]
        copied = texts[-BATCH // 20 :]
        pages = [Page(f"s{batch}.{n}", text, batch * 1440 + n) for n, text in enumerate(texts)]
        start = process_time()
        names = put(con, pages)
        middle = process_time()
        assign(con, names)
        inserting.append(middle - start)
        assigning.append(process_time() - middle)
    total = sum(inserting) + sum(assigning)
    yield (
        f"{STORIES:,} stories in batches of {BATCH:,}: {STORIES / total:,.0f} texts/s with sketch, credits and insert; "
        f"assign alone {1000 * assigning[0]:.0f} ms for the first batch, {1000 * assigning[-1]:.0f} ms for the last"
    )


def _flood(con: DuckDBPyConnection, dice: random.Random) -> Iterator[str]:
    """Lightly edited copies of one story on as many hosts: in one batch, then one at a time."""
    story = _story(dice)
    names = put(con, [Page(f"f{n}", _edited(story, dice), n) for n in range(COPIES)])
    start = process_time()
    assign(con, names)
    flood = process_time() - start
    singles = []
    for n in range(COPIES, COPIES + 20):
        name = put(con, [Page(f"f{n}", _edited(story, dice), n)])
        start = process_time()
        assign(con, name)
        singles.append(process_time() - start)
    yield (
        f"flood of {COPIES:,} copies on {COPIES:,} hosts: {len(groups(con))} lineage, {flood:.1f} s in one batch, "
        f"{1000 * median(singles):.0f} ms for one more"
    )


def _story(dice: random.Random) -> str:
    return " ".join(" ".join(dice.choices(_WORDS, k=dice.randint(8, 25))).capitalize() + "." for _ in range(21))


def _edited(text: str, dice: random.Random) -> str:
    words = text.split()
    for _ in range(len(words) // 30):
        words[dice.randrange(len(words))] = dice.choice(_WORDS)
    return " ".join(words)


def _each(function: object, texts: list[str]) -> float:
    assert callable(function)
    start = process_time()
    for text in texts:
        function(text)
    return 1000 * (process_time() - start) / len(texts)
