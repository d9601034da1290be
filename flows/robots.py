"""robots.txt as RFC 9309 reads it, through the same guarded fetching as everything else."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

MAX_BYTES = 500 * 1024


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin allows; ``parsed`` None allows everything."""

    parsed: Protego | None = None

    def allow(self, url: str, agent: str) -> bool:
        """Whether this agent may fetch the URL."""
        return self.parsed is None or bool(self.parsed.can_fetch(url, agent))

    def delay(self, agent: str) -> float | None:
        """Crawl-delay in seconds, where one is asked for."""
        found = self.parsed.crawl_delay(agent) if self.parsed is not None else None
        return None if found is None else float(found)


def parse(content: bytes) -> Rules:
    """The rules of a robots.txt body; what lies beyond 500 KiB is ignored, as the RFC allows."""
    return Rules(Protego.parse(content[:MAX_BYTES].decode("utf-8", "replace")))


class Robots:
    """The rules of each origin, asked for once.

    ``load`` fetches the rules of an origin and raises where they cannot be had (unreachable means: disallow all until
    it answers again, RFC 9309 2.3.1.4). A failure is not remembered, so that a retry can succeed.
    """

    def __init__(self, load: Callable[[str], Rules]) -> None:
        self._load = load
        self._known: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules(self, origin: str) -> Rules:
        """The rules of ``scheme://host:port``.

        :raises Exception: whatever loading them raised.
        """
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            if origin not in self._known:
                self._known[origin] = self._load(origin)
            return self._known[origin]
