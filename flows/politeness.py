"""How gently hosts are asked: a pause between requests, few at once, and silence where a host asks for it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MAX_CRAWL_DELAY = 30.0


@dataclass(frozen=True, slots=True)
class Courtesy:
    """Seconds between the starts of two requests to one host, and requests to it at once.

    ``own``: hosts that the watch allows by address; they are the operator's and are not waited for.
    """

    interval: float = 1.0
    at_once: int = 2
    own: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Host:
    slots: threading.BoundedSemaphore
    lock: threading.Lock = field(default_factory=threading.Lock)
    next_start: float = 0.0
    silent_until: float = 0.0
    interval: float = 0.0


class Politeness:
    """Turns per host, shared by the threads of one pass."""

    def __init__(
        self,
        courtesy: Courtesy | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._courtesy = courtesy or Courtesy()
        self._clock, self._sleep = clock, sleep
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def _host(self, name: str) -> _Host:
        with self._lock:
            if name not in self._hosts:
                interval = 0.0 if name in self._courtesy.own else self._courtesy.interval
                self._hosts[name] = _Host(threading.BoundedSemaphore(self._courtesy.at_once), interval=interval)
            return self._hosts[name]

    def silence_left(self, host: str) -> float:
        """Seconds for which this host asked not to be asked (Retry-After); 0 where it did not."""
        return max(0.0, self._host(host).silent_until - self._clock())

    def silence(self, host: str, seconds: float) -> None:
        """Remember that a host asked for a pause."""
        state = self._host(host)
        state.silent_until = max(state.silent_until, self._clock() + seconds)

    def slow_down(self, host: str, seconds: float) -> None:
        """Widen the interval of a host (Crawl-delay), to 30 s at most; never narrows it."""
        state = self._host(host)
        state.interval = max(state.interval, min(seconds, MAX_CRAWL_DELAY))

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Holds one of the host's slots; waits until its interval has passed since the last start."""
        state = self._host(host)
        with state.slots:
            with state.lock:
                start = max(self._clock(), state.next_start)
                state.next_start = start + state.interval
            if (wait := start - self._clock()) > 0:
                self._sleep(wait)
            yield
