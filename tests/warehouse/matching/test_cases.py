from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.watch import parse
from tests.warehouse.matching.stored import NOW, article
from tests.warehouse.scratch import scratch
from warehouse.matching import match_new, register

CASES = [
    case
    for path in sorted((Path(__file__).parents[2] / "cases/matching").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_what_is_reported_in_which_order_and_why_not(case: dict[str, Any]) -> None:
    con = scratch()
    watch = parse(yaml.safe_dump({"watch": "w", "quantities": {"q": case["quantity"]}}))
    register(con, watch.name, watch.yaml, watch.quantities, NOW)
    affected = match_new(con, [article(con, "a", case["text"], case["figures"])], NOW)
    reports = con.execute("SELECT quote, rank FROM reports ORDER BY rank").fetchall()
    near = con.execute("SELECT f.quote, why_not FROM near_misses JOIN figures f USING (figure_id)").fetchall()
    assert reports == [(quote, rank) for rank, quote in enumerate(case["reports"], 1)]
    assert dict(near) == case.get("near", {})
    assert affected == ({("w", "q")} if reports else set())
