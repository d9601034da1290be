"""Articles that carry the same text (lineages), where their accounts come from (origins), and who owns whom."""

from warehouse.lineage.assigning import DAYS, assign
from warehouse.lineage.owners import check_owners, owner_named, owner_of

__all__ = ["DAYS", "assign", "check_owners", "owner_named", "owner_of"]
