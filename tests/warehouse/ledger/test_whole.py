"""All rooms together, on an invented story: an exchange of prisoners between Ostravia and Kelm."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from extractors.document import Document
from warehouse.belief import Quantity
from warehouse.ledger import bulk, open_warehouse, register_watch, store
from warehouse.ledger.replay import rebuild

NOON = datetime(2031, 6, 12, 12, tzinfo=UTC)
RELEASED = Quantity("swap", "released_each", ("people",), ("released",), title="Prisoners released", basis="each")
MILITARY = Quantity("swap", "military_each", ("military",), ("released",), title="Soldiers among them", basis="each")

WIRE = (
    "Ostravia and Kelm each released 310 prisoners on Thursday, the largest exchange since the ceasefire, both defence "
    "ministries said. The buses reached the crossing at Varn shortly before noon, and families waited behind the fence "
    "with flags and photographs. Both sides freed 240 soldiers and 70 civilians.\n"
    "A second exchange is to follow at the weekend, according to officials in both capitals, who did not say how many "
    "people would be involved. The talks had been stuck for weeks over the order of names on the lists."
)
STORY = {
    "Harbour Post": f"{WIRE}\nReporting by the Northern Press Agency.",
    "Valley Courier": f"{WIRE[:420]}",
    "Kelm Daily": "Kelm and Ostravia set free 310 prisoners each in an exchange at the Varn crossing, the president's "
    "office in Kelm said on Thursday. Relatives cheered when the first of the freed men stepped off a bus, wrapped in "
    "a flag. Doctors examined them in a tent beside the road before they were driven to a hospital in the capital.",
    "Ostravia Today": "In the biggest swap of the war so far, each side released 310 prisoners on Thursday, the "
    "defence ministry of Ostravia announced. Some had been held for three years. Negotiators praised the Red Cross, "
    "whose delegates travelled with the convoys through the buffer zone to the bridge.",
}  # fmt: skip


def documents() -> list[Document]:
    return [
        Document(
            f"https://{name.lower().replace(' ', '-')}.example/swap", name, text.encode(), "text/plain", NOON,
            published_at=NOON + timedelta(hours=hour),
        )
        for hour, (name, text) in enumerate(STORY.items())
    ]  # fmt: skip


def loaded(path: Path, order: Sequence[Document]) -> tuple[list[Any], list[bulk.Row]]:
    """Return the consensus and the alerts after these have arrived one by one."""
    alerts: list[bulk.Row] = []
    with open_warehouse(path, now=NOON) as w:
        register_watch(w, "swap", "watch: swap", [RELEASED, MILITARY], subscribers={"screen": ()}, now=NOON)
        for hour, document in enumerate(order, 6):
            alerts += store(w, [document], now=NOON + timedelta(hours=hour), watch="swap").alerts
        return w.con.execute("SELECT * EXCLUDE (version) FROM consensus ORDER BY quantity").fetchall(), alerts


def test_a_story_becomes_one_number_with_its_voices_and_copies_are_silent(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    _, alerts = loaded(path, documents())
    assert alerts == []
    with open_warehouse(path, now=NOON) as w:
        numbers = w.con.execute(
            "SELECT quantity, value, basis, state, voices, articles FROM consensus ORDER BY 1"
        ).fetchall()
        assert numbers[1] == ("released_each", 310.0, "each", "corroborated", 3, 4)
        assert numbers[0][:3] == ("military_each", 240.0, "each")
        lineages = w.con.execute("SELECT count(DISTINCT lineage_id) FROM articles").fetchall()
        assert lineages == [(3,)]


@pytest.mark.slow
def test_every_order_of_arrival_ends_in_the_same_number(tmp_path: Path) -> None:
    orders = list(permutations(documents()))[::4]
    ends = {str(loaded(tmp_path / f"{n}.duckdb", order)[0]) for n, order in enumerate(orders)}
    assert len(ends) == 1


@pytest.mark.slow
def test_a_replay_with_all_rooms_is_equal(tmp_path: Path) -> None:
    loaded(tmp_path / "news.duckdb", documents()[::-1])
    assert rebuild(tmp_path / "news.duckdb", now=NOON + timedelta(days=9)).differs == ()
