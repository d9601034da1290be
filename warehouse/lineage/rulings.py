"""What people decided on lineages and origins, as the rules here apply it.

``merge_lineage`` {"articles": [id, …]}: these carry the same text, whatever the comparison says.
``split_lineage`` {"articles": [id, …]}: none of these is a copy of any article that is not in this list.
``merge_origin`` {"origins": [name, …]}: these are one voice, by the first name.
``split_origin`` {"articles": [id, …]}: each of these speaks for its owner, whatever it or its lineage credits.
Where two lineage decisions contradict each other, the later one holds.
"""

import json
from dataclasses import dataclass, field

from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk


@dataclass
class Rulings:
    """The decisions that stand; lineage decisions with their position in the order of deciding."""

    merges: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    splits: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    independent: set[str] = field(default_factory=set)

    def apart(self, a: str, b: str, *, after: int = -1) -> bool:
        """Tell whether a decision later than ``after`` keeps two articles apart."""
        return any(position > after and (a in split) != (b in split) for position, split in self.splits)

    def voice(self, origin: str) -> str:
        """Return the name under which an origin speaks."""
        while origin in self.names:
            origin = self.names[origin]
        return origin

    def merge_origins(self, origins: list[str]) -> None:
        """Let all of these speak under the first one's name."""
        first = self.voice(origins[0])
        for other in origins[1:]:
            if (name := self.voice(other)) != first:
                self.names[name] = first


def standing(con: DuckDBPyConnection) -> Rulings:
    """Return the decisions on lineages and origins that were not undone."""
    rulings = Rulings()
    for position, row in enumerate(bulk.ask(con, "lineage/decisions")):
        subject = json.loads(row["subject"])
        match row["kind"]:
            case "merge_lineage":
                rulings.merges.append((position, frozenset(subject["articles"])))
            case "split_lineage":
                rulings.splits.append((position, frozenset(subject["articles"])))
            case "merge_origin":
                rulings.merge_origins(list(subject["origins"]))
            case "split_origin":
                rulings.independent |= set(subject["articles"])
    return rulings
