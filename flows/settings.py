"""Where things are and how patient the program is; each setting has an environment variable.

A watch says what to look at; these say how this machine does it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

DATABASE = Path("tallywire.duckdb")


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one process.

    ``db``: the warehouse (TALLYWIRE_DB). ``newest``: entries of a listing that are looked at (TALLYWIRE_NEWEST).
    ``interval``: seconds between two requests to one host (TALLYWIRE_INTERVAL). ``source_seconds``: what one source may
    take in a pass (TALLYWIRE_SOURCE_SECONDS). ``retry_after``: seconds before each further attempt at a source that is
    unavailable; ``busy_wait``: seconds to wait while another process writes the warehouse (TALLYWIRE_BUSY_WAIT).
    ``prefect_api``: the Prefect server to run under, None for none (PREFECT_API_URL).
    """

    db: Path = DATABASE
    newest: int = 100
    interval: float = 1.0
    source_seconds: float = 300.0
    retry_after: tuple[float, ...] = (2.0, 10.0)
    busy_wait: float = 30.0
    prefect_api: str | None = None
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)

    @property
    def prefect_home(self) -> Path:
        """Where a Prefect server of our own keeps its files: PREFECT_HOME, else a folder beside the warehouse."""
        return Path(self.environment.get("PREFECT_HOME") or self.db.absolute().with_suffix(".prefect"))


def from_environment(db: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings that the environment gives; ``db`` wins over TALLYWIRE_DB.

    :raises ValueError: a variable that is no number where one is expected, or a table of owners that is none; the
        message names it.
    """
    env = os.environ if environment is None else environment
    if owners := env.get("TALLYWIRE_OWNERS"):  # the warehouse reads it; what is wrong with it is said at once
        from warehouse.lineage import check_owners

        check_owners(Path(owners))
    return Settings(
        db=db or Path(env.get("TALLYWIRE_DB") or DATABASE),
        newest=int(_number(env, "TALLYWIRE_NEWEST", 100)),
        interval=_number(env, "TALLYWIRE_INTERVAL", 1.0),
        source_seconds=_number(env, "TALLYWIRE_SOURCE_SECONDS", 300.0),
        busy_wait=_number(env, "TALLYWIRE_BUSY_WAIT", 30.0),
        prefect_api=env.get("PREFECT_API_URL") or None,
        environment=env,
    )


def _number(env: Mapping[str, str], name: str, default: float) -> float:
    given = env.get(name, "").strip()
    if not given:
        return default
    try:
        number = float(given)
    except ValueError:
        number = -1.0
    if not 0 <= number < 1e9:
        raise ValueError(f"{name}: expected a number of 0 or more, got {given!r}")
    return number
