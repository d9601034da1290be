"""Quantities out of the database and into the journal, with everything that a fold of them needs."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from warehouse.belief import Policy, Quantity
from warehouse.ledger import bulk
from warehouse.ledger.rooms import Key


def to_json(quantity: Quantity) -> dict[str, Any]:
    """Return a quantity as values that JSON knows."""
    values = asdict(quantity)
    values["when"] = [moment.isoformat() if moment else None for moment in quantity.when]
    return values


def from_json(values: Mapping[str, Any]) -> Quantity:
    """Return the quantity that ``to_json`` turned into these values; keys of later versions are ignored."""
    known: dict[str, Any] = {name: value for name, value in values.items() if name in Quantity.__slots__}
    for name, value in known.items():
        if isinstance(value, list):
            known[name] = tuple(value)
    known["when"] = tuple(datetime.fromisoformat(moment) if moment else None for moment in values["when"])
    known["policy"] = policy_from_json(values["policy"])
    return Quantity(**known)


def policy_from_json(values: Mapping[str, Any]) -> Policy:
    """Return the policy of these values; what is missing has its default."""
    known: dict[str, Any] = {name: value for name, value in values.items() if name in Policy.__slots__}
    lists = {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
    return Policy(**(known | lists))


def load_quantities(con: DuckDBPyConnection, keys: Iterable[Key]) -> dict[Key, Quantity]:
    """Return the quantities of these names that the newest watches track, with what a fold needs of them."""
    watches, names = zip(*keys, strict=True)
    rows = bulk.ask(con, "settlement/quantities", watches=list(watches), quantities=list(names))
    return {(row["watch"], row["quantity"]): _quantity(row) for row in rows}


def _quantity(row: bulk.Row) -> Quantity:
    return Quantity(
        watch=row["watch"],
        name=row["quantity"],
        count=(),
        action=(),
        title=row["title"],
        basis=row["basis"],
        status=row["status"],
        kind=row["kind"],
        unit=row["unit"],
        between=(row["at_least"], row["at_most"]),
        policy=policy_from_json(json.loads(row["policy"])),
    )
