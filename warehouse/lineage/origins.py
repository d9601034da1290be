"""Where the account of each article comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from extractors.likeness import AGENCIES, is_wire, names_itself
from warehouse.lineage.owners import owner_named
from warehouse.lineage.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Witness:
    """What decides an article's origin; ``effective_at`` of its first revision, ``credits`` of all in order."""

    article_id: str
    effective_at: datetime
    url: str
    owner: str
    source: str
    credits: Sequence[str]


def origins(lineage: Sequence[Witness], rulings: Rulings, table: Path | None = None) -> dict[str, str]:
    """Return the origin of each article of one lineage, which is given in effective order.

    The first wire that the lineage credits; else whom the article itself credits first; else whom the lineage's first
    article credits, or its owner. Unnamed agencies are nobody's origin. An outlet that is credited speaks as its owner
    where the lineage or the table of owners knows it, so that it is one voice with its own articles. ``table``: more
    owners, which come first.
    """
    owners = {member.source.lower(): member.owner for member in reversed(lineage)}
    credited = (name for member in lineage for name in member.credits)
    wire = next((name for name in credited if is_wire(name)), None)
    first = _outlet(lineage[0], owners, table) or lineage[0].owner
    return {
        member.article_id: rulings.voice(
            member.owner
            if member.article_id in rulings.independent
            else wire or _outlet(member, owners, table) or first
        )
        for member in lineage
    }


def _outlet(member: Witness, owners: Mapping[str, str], table: Path | None) -> str | None:
    """Return the owner of the first outlet that an article credits and that is not its own publisher, or None."""
    for name in member.credits:
        if name != AGENCIES and not names_itself(name, member.source, member.url):
            return owners.get(name.lower()) or owner_named(name, overrides=table) or name
    return None
