"""Settings come from the environment and say what is wrong with it; the clock of a run only counts on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.settings import from_environment
from flows.timing import Clock


def test_defaults_and_variables() -> None:
    assert from_environment(environment={}).db == Path("tallywire.duckdb")
    given = from_environment(
        environment={"TALLYWIRE_DB": "/d/n.duckdb", "TALLYWIRE_NEWEST": "7", "PREFECT_API_URL": ""}
    )
    assert (given.db, given.newest, given.prefect_api) == (Path("/d/n.duckdb"), 7, None)
    assert given.prefect_home == Path("/d/n.prefect")
    assert from_environment(Path("x"), {"TALLYWIRE_DB": "y"}).db == Path("x")
    assert from_environment(environment={"PREFECT_HOME": "/p"}).prefect_home == Path("/p")


@pytest.mark.parametrize("value", ["many", "-1", "nan", "inf"])
def test_a_variable_that_is_no_number_is_named(value: str) -> None:
    with pytest.raises(ValueError, match="TALLYWIRE_NEWEST: expected a number"):
        from_environment(environment={"TALLYWIRE_NEWEST": value})


def test_a_table_of_owners_that_is_none_is_named(tmp_path: Path) -> None:
    table = tmp_path / "owners.tsv"
    table.write_text("Island Group courier.example\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"owners\.tsv:1: expected owner, hosts and names"):
        from_environment(None, {"TALLYWIRE_OWNERS": str(table)})
    table.write_text("Island Group\tcourier.example\t\n", encoding="utf-8")
    check = table.with_name("other.tsv")
    check.write_bytes(table.read_bytes())
    from_environment(None, {"TALLYWIRE_OWNERS": str(check)})


def test_secrets_of_the_environment_are_not_shown() -> None:
    assert "canary" not in repr(from_environment(environment={"HOOK_SECRET": "canary"}))


def test_the_clock_counts_on_from_its_start() -> None:
    ticks = iter([5.0, 8.0])
    clock = Clock(datetime(2026, 3, 4, tzinfo=UTC), lambda: next(ticks))
    assert clock.now() == clock.started + timedelta(seconds=3)
    with pytest.raises(ValueError, match="zone"):
        Clock(datetime(2026, 3, 4))  # noqa: DTZ001 - that is the error
