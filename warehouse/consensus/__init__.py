"""Policy: from reports in effective order to one belief, and from two beliefs to a change. Pure; no DuckDB, no clock.

``Fold(quantity)`` takes ``insert(reports)`` and ``remove(article_id, revision)`` in any order of arrival and answers
``head``, ``steps`` and ``evidence()``; ``change`` names the difference of two heads, ``alert_kind`` says whether it is
worth telling, ``stale`` looks at a number that nobody repeats; ``settle`` does both for one article after the other.
"""

from warehouse.consensus.change import alert_kind, change, stale
from warehouse.consensus.fold import Fold
from warehouse.consensus.settle import settle
from warehouse.consensus.speakers import name_key
from warehouse.consensus.words import phrase

__all__ = ["Fold", "alert_kind", "change", "name_key", "phrase", "settle", "stale"]
