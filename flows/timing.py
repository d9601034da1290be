"""The clock of one run: read once where the run begins, then only counted on."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True)
class Clock:
    """``started`` is the time of the run; ``now()`` is that plus what has passed since."""

    started: datetime
    monotonic: Callable[[], float] = time.monotonic
    _begun: float = field(init=False)

    def __post_init__(self) -> None:
        """Remember where counting begins.

        :raises ValueError: a time without a zone.
        """
        if self.started.tzinfo is None:
            raise ValueError("a run begins at a time with a zone")
        object.__setattr__(self, "_begun", self.monotonic())

    def now(self) -> datetime:
        """The time of the run, now."""
        return self.started + timedelta(seconds=self.monotonic() - self._begun)


def start_clock() -> Clock:
    """A clock that starts at the present time: for the places where a run begins."""
    return Clock(datetime.now(UTC))
