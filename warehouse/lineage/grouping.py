"""Articles into lineages: the connected components of "is a copy of"."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from duckdb import DuckDBPyConnection

from extractors.likeness import Fingerprint, fingerprint, match
from warehouse.ledger import bulk
from warehouse.lineage.rulings import Rulings

CHUNK = 200  # articles looked up at a time: those of the first chunk are in a lineage before the next one asks
BEST = 4  # candidates of one lineage that are compared before all of them are
ALL = 1 << 40
FEW = 8  # texts fetched ahead at first

_LINEAGE = "lineage:"  # a lineage that none of the articles concerned was in: one node, whatever its size


class Grouping:
    """A union of articles and of lineages as they stood, by comparing as few texts as possible."""

    def __init__(self, con: DuckDBPyConnection, concerned: Iterable[str], rulings: Rulings, days: int) -> None:
        self._con, self._rulings, self._days = con, rulings, days
        self._concerned = set(concerned)
        self._parents: dict[str, str] = {}
        self._prints: dict[str, Fingerprint] = {}  # of one chunk, as are the pairs found to be unlike
        self._unlike: set[tuple[str, str]] = set()

    def join_copies(self) -> None:
        """Join every article concerned with whatever it is a copy of.

        Chunk by chunk: a chunk looks for candidates among what is stored and what came before it, which stands in
        `lineages` by then under a provisional name, so that a thousand copies are one lineage to the next chunk.
        """
        places = bulk.ask(self._con, "lineage/places", article_ids=sorted(self._concerned))
        later = [place["article_id"] for place in places]
        for start in range(0, len(places), CHUNK):
            chunk, later = places[start : start + CHUNK], later[CHUNK:]
            self._prints.clear()
            self._unlike.clear()
            articles = [place["article_id"] for place in chunk]
            span = (chunk[0]["effective_at"], chunk[-1]["effective_at"])
            doubtful = self._join(articles, later, span, BEST)
            if doubtful:
                self._join(sorted(doubtful), later, span, ALL)
            if later:
                rows = [(article, self._root(article), "") for article in articles]
                bulk.insert(self._con, "lineages", ("article_id", "lineage_id", "origin"), rows)
        if len(places) > CHUNK:
            bulk.run(self._con, "lineage/forget", article_ids=sorted(self._concerned))

    def join_decided(self) -> None:
        """Join what people decided to be one lineage, as far as it touches an article concerned."""
        for position, merge in self._rulings.merges:
            if not merge & self._concerned:
                continue
            rows = bulk.ask(self._con, "lineage/known", article_ids=sorted(merge - self._concerned))
            nodes = {row["article_id"]: _LINEAGE + row["lineage_id"] for row in rows if row["article_id"] in merge}
            nodes |= {article: article for article in merge & self._concerned}
            listed = sorted(nodes)
            for number, a in enumerate(listed):
                for b in listed[number + 1 :]:
                    if not self._rulings.apart(a, b, after=position):
                        self._union(nodes[a], nodes[b])

    def components(self) -> list[tuple[set[str], set[str]]]:
        """Return the lineages as they now are: the articles concerned, and the old lineages that they joined."""
        found: dict[str, tuple[set[str], set[str]]] = {}
        for article in self._concerned:
            found.setdefault(self._root(article), (set(), set()))[0].add(article)
        for node in self._parents:
            if node.startswith(_LINEAGE) and (root := self._root(node)) in found:
                found[root][1].add(node.removeprefix(_LINEAGE))
        return list(found.values())

    def _join(
        self, articles: Sequence[str], later: Sequence[str], span: tuple[datetime, datetime], each: int
    ) -> set[str]:
        """Join these articles with their candidates; return those with a lineage left to search in full."""
        rows = bulk.ask(
            self._con,
            "lineage/candidates",
            article_ids=articles,
            later=later,
            first=span[0],
            last=span[1],
            days=self._days,
            each=each,
        )
        pairs = [(row["a"], row["b"], self._node(row["b"], row["lineage_of_b"])) for row in rows]
        ahead = 0  # texts are fetched further and further ahead: most articles meet their copy at once or never
        for due in self._rounds(pairs):
            wanted = {name for a, b, _ in due for name in (a, b)}
            if not wanted <= self._prints.keys():
                later_ones = (b for _, b, _ in pairs if b not in self._prints)
                self._fetch(wanted.union(islice(later_ones, ahead)))
                ahead = min(max(2 * ahead, FEW), CHUNK)
            for a, b, node in due:
                if not self._joined(a, node) and self._alike(min(a, b), max(a, b)):
                    self._union(a, node)
        more = {(row["a"], self._node(row["b"], row["lineage_of_b"])) for row in rows if row["more"]}
        return {a for a, node in more if not self._joined(a, node)}

    def _rounds(self, pairs: list[tuple[str, str, str]]) -> Iterator[list[tuple[str, str, str]]]:
        """Yield the pairs still worth comparing, at most one an article at a time, the likeliest first."""
        while pairs:
            due: dict[str, tuple[str, str, str]] = {}
            later = []
            for pair in pairs:
                a, b, node = pair
                if self._joined(a, node) or self._rulings.apart(a, b):
                    continue
                if due.setdefault(a, pair) is not pair:
                    later.append(pair)
            if due:
                yield list(due.values())
            pairs = later

    def _alike(self, a: str, b: str) -> bool:
        if (a, b) in self._unlike:
            return False
        same = match(self._prints[a], self._prints[b]).same
        if not same:
            self._unlike.add((a, b))
        return same

    def _fetch(self, articles: set[str]) -> None:
        missing = sorted(articles - self._prints.keys())
        if missing:
            for row in bulk.ask(self._con, "lineage/texts", article_ids=missing):
                self._prints[row["article_id"]] = fingerprint(row["text"])

    def _node(self, article: str, lineage_id: str) -> str:
        return article if article in self._concerned else _LINEAGE + lineage_id

    def _root(self, node: str) -> str:
        root = node
        while (parent := self._parents.setdefault(root, root)) != root:
            root = parent
        while self._parents[node] != root:
            self._parents[node], node = root, self._parents[node]
        return root

    def _joined(self, a: str, b: str) -> bool:
        return self._root(a) == self._root(b)

    def _union(self, a: str, b: str) -> None:
        self._parents[self._root(a)] = self._root(b)
