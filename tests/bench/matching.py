"""A changed watch over a million stored figures, and one article's batch beside it."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import duckdb
from duckdb import DuckDBPyConnection

from flows.watch import parse
from warehouse.ledger import database
from warehouse.matching import match_new, match_watch, register

FIGURES = 1_000_000
PER_ARTICLE = 12
NOW = datetime(2031, 3, 5, tzinfo=UTC)
WATCH = """
watch: w
about: [harbour]
quantities:
  killed: {count: people, action: killed}
  injured: {count: people, action: injured}
  children: {count: children, action: killed}
  cost: {count: cost, unit: "money:USD", between: [1000, null]}
"""
# Synthetic, with the shape of news: 2.4 KB of text, mostly other nouns and actions; one article in ten is on the story.
ARTICLES = """
INSERT INTO revisions
SELECT 'a' || i, 1, 'd', 'https://a.example/' || i, 'a.example', 'a', 'Title ' || i, $now, $now, $now, 'en',
    repeat('word number ' || (i * 7919 % 1000) || ' of a text that goes on ', 60)
        || CASE i % 10 WHEN 0 THEN ' harbour' ELSE '' END, '', '[]', [], []
FROM range($figures // $each) t(i)
"""
STORED = """
INSERT INTO figures BY NAME
SELECT article_id || '.1.' || nth AS figure_id, article_id, 1 AS revision, number || ' people' AS quote,
    nth * 150 AS "start", nth * 150 + 10 AS "end",
    'a sentence with ' || number || ' people in it, of the usual length in news' AS sentence, number,
    i % 900 AS low, i % 900 AS high, false AS low_exclusive, false AS high_exclusive, i % 900 AS value,
    'exact' AS qualifier,
    CASE hash(i, 1) % 4 WHEN 0 THEN 'money:USD' WHEN 1 THEN 'percent' ELSE 'count' END AS unit,
    CASE hash(i, 2) % 3 WHEN 0 THEN 'person' WHEN 1 THEN 'child' ELSE 'noun' || (hash(i, 3) % 5000) END AS item,
    CASE hash(i, 2) % 3 WHEN 0 THEN 'person' WHEN 1 THEN 'person.child' END AS item_class,
    'verb' || (hash(i, 4) % 300) AS action,
    CASE hash(i, 5) % 10 WHEN 0 THEN 'killed' WHEN 1 THEN 'injured' ELSE 'class' || (hash(i, 5) % 40) END
        AS action_class,
    'happened' AS status, hash(i, 6) % 20 = 0 AS background, false AS part, '[]' AS rules
FROM (SELECT i, 'a' || (i // $each) AS article_id, i % $each AS nth, (i % 900)::VARCHAR AS number
      FROM range($figures) t(i))
"""


def measure() -> Iterator[str]:
    con = _warehouse()
    whole = _timed(lambda: match_watch(con, "w", NOW), 3)
    (reports,) = con.execute("SELECT count(*) FROM reports").fetchone() or (0,)
    (near,) = con.execute("SELECT count(*) FROM near_misses").fetchone() or (0,)
    yield f"changed watch of 4 quantities over {FIGURES:,} figures: {whole} ({reports:,} reports, {near:,} near misses)"
    yield f"batch of 1 article: {_timed(lambda: match_new(con, [('a0', 1)], NOW), 5)}"
    thousand = [(f"a{i}", 1) for i in range(1000)]
    yield f"batch of 1,000 articles: {_timed(lambda: match_new(con, thousand, NOW), 3)}"


def _warehouse() -> DuckDBPyConnection:
    con = duckdb.connect()
    con.execute("SET enable_progress_bar = false")
    database.migrate(con, Path("memory"), NOW)
    con.execute(ARTICLES, {"now": NOW, "figures": FIGURES, "each": PER_ARTICLE})
    con.execute(STORED, {"figures": FIGURES, "each": PER_ARTICLE})
    watch = parse(WATCH)
    register(con, watch.name, watch.yaml, watch.quantities, NOW)
    return con


def _timed(work: Callable[[], object], times: int) -> str:
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return f"{median(cpus):.2f} s CPU, {median(walls):.2f} s wall"
