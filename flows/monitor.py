"""One monitoring pass: every source, every batch, every subscriber; and who carries the steps out.

    run_pass(watch: Path, settings: Settings | None = None, *, clock=None, told=…) -> PassResult

``run_pass`` runs under Prefect where a server is configured (PREFECT_API_URL), else the same steps at once, without
importing Prefect. ``PassResult.code`` is the exit code of a command. Raises WatchError, and the ledger's Busy,
Unopenable, Unwritable, Damaged.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from flows import collecting, steps, watch
from flows.addresses import Guard, parse_allowed, private_hosts
from flows.delivering import Delivered
from flows.failures import Unavailable
from flows.fetching import Fetcher
from flows.politeness import Courtesy, Politeness
from flows.settings import Settings, from_environment
from flows.timing import Clock, start_clock
from flows.turns import one_pass_at_a_time
from flows.visiting import Collected, Job
from warehouse.ledger.runs import RunState

_LOG = logging.getLogger(__name__)
AT_ONCE = 8  # sources that are collected side by side
PATIENCE = 60.0  # a source that asks for a longer pause is left for the next pass
Told = Callable[[str], None]


@dataclass(frozen=True)
class PassResult:
    """What one pass did: counts by name, the sources that failed and why, and the alerts that it raised.

    ``alerts`` are rows of the table (``body`` a dictionary). ``delivered`` is None where nothing was delivered.
    """

    watch: str
    run_id: str
    counts: Mapping[str, int] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)
    alerts: Sequence[Mapping[str, Any]] = ()
    delivered: Delivered | None = None

    @property
    def code(self) -> int:
        """0, or 1 where some sources failed (the rest is stored)."""
        return 1 if self.failed else 0


class Hands(Protocol):
    """Who carries steps out: this process itself (``Direct``), or Prefect (``orchestration.UnderPrefect``)."""

    def collect(self, jobs: Sequence[Job], fetcher: Fetcher) -> list[Collected]:
        """All sources, side by side; one that stays unavailable is a Collected with its error."""

    def one(self, step: Callable[..., Any], name: str, *arguments: object) -> Any:
        """One step, in its turn."""


def run_pass(
    path: Path, settings: Settings | None = None, *, clock: Clock | None = None, told: Told = lambda _: None
) -> PassResult:
    """One pass over a watch, one at a time per warehouse. ``told`` is given a line whenever something is done."""
    chosen = settings or from_environment()
    begun = clock or start_clock()
    if chosen.prefect_api:
        from flows.orchestration import run_under_prefect  # takes seconds to import

        return run_under_prefect(path, chosen, begun, told)
    return one_pass(path, chosen, begun, Direct(chosen), told)


def one_pass(path: Path, settings: Settings, clock: Clock, hands: Hands, told: Told) -> PassResult:
    """The steps of a pass, in order, whoever carries them out."""
    asked = watch.load(path)
    with one_pass_at_a_time(settings.db, settings.busy_wait), fetcher_for(asked, settings) as fetcher:
        begun = steps.begin(asked, settings, clock.started)
        try:
            return _all_steps(asked, begun, settings, clock, hands, fetcher, told)
        except BaseException:
            _record_failure(begun.run_id, asked.name, settings, clock)
            raise


def fetcher_for(asked: watch.Watch, settings: Settings) -> Fetcher:
    """The way to the network that this watch allows."""
    allowed = parse_allowed(asked.allow)
    courtesy = Courtesy(settings.interval, own=private_hosts(allowed))
    return Fetcher(Guard(allowed), politeness=Politeness(courtesy))


def _all_steps(
    asked: watch.Watch, begun: steps.Begun, settings: Settings, clock: Clock, hands: Hands, fetcher: Fetcher, told: Told
) -> PassResult:
    collected = hands.collect(steps.jobs(asked, begun, settings, clock.started), fetcher)
    for one in collected:
        told(_line(one))
    stored = []
    for number, batch in enumerate(steps.batches(collected), 1):
        given = (batch, asked.name, settings.db, settings.busy_wait, clock.started)
        stored.append(hands.one(steps.store_batch, f"store batch {number}", *given))
        told(f"stored {len(batch.documents)} documents")
    delivered = hands.one(steps.deliver, "deliver", asked, settings, clock, fetcher)
    counts = _sum([*(one.counts for one in collected), *(one.counts for one in stored)])
    failed = {one.source: one.error for one in collected if one.error}
    state: RunState = "done" if not failed else "partial" if len(failed) < len(collected) else "failed"
    states = [state for one in collected for state in one.states]
    hands.one(steps.finish, "publish", steps.Ending(begun.run_id, state, counts, states), asked.name, settings, clock)
    alerts = [alert for one in stored for alert in one.alerts]
    return PassResult(asked.name, begun.run_id, counts, failed, alerts, delivered)


def _record_failure(run_id: str, name: str, settings: Settings, clock: Clock) -> None:
    """Record that a pass ended early; what it stored stays. A failure here hides no error: it is logged."""
    try:
        steps.finish(steps.Ending(run_id, "failed", {}), name, settings, clock)
    except Exception:
        _LOG.exception("The end of this pass could not be recorded")


def _line(one: Collected) -> str:
    if one.error:
        return f"{one.source}: {one.error}"
    shown = ("new", "rechecked", "not_modified", "waiting", "refused", "left_out")
    parts = [f"{one.counts[name]} {name.replace('_', ' ')}" for name in shown if one.counts.get(name)]
    return f"{one.source}: {', '.join(parts) or 'nothing new'}"


def _sum(counted: Sequence[Mapping[str, int]]) -> dict[str, int]:
    names = sorted({name for counts in counted for name in counts})
    return {name: sum(counts.get(name, 0) for counts in counted) for name in names}


class Direct:
    """Steps at once in this process; sources in threads that do not outlive an interrupt."""

    def __init__(self, settings: Settings, sleep: Callable[[float], None] = time.sleep) -> None:
        self._pauses, self._sleep = settings.retry_after, sleep

    def one(self, step: Callable[..., Any], name: str, *arguments: object) -> Any:  # noqa: ARG002 - Prefect shows it
        """Call the step."""
        return step(*arguments)

    def collect(self, jobs: Sequence[Job], fetcher: Fetcher) -> list[Collected]:
        """Each source in a thread, eight at once, with retries where they can help."""
        todo: queue.SimpleQueue[int] = queue.SimpleQueue()
        done: queue.SimpleQueue[tuple[int, Collected | Exception]] = queue.SimpleQueue()
        for number in range(len(jobs)):
            todo.put(number)

        def work() -> None:
            while True:
                try:
                    number = todo.get_nowait()
                except queue.Empty:
                    return
                try:
                    done.put((number, self._patiently(jobs[number], fetcher)))
                except Exception as error:
                    done.put((number, error))

        for _ in range(min(AT_ONCE, len(jobs))):
            threading.Thread(target=work, daemon=True, name="collect").start()
        results = dict(done.get() for _ in jobs)
        return [settled(job, results[number]) for number, job in enumerate(jobs)]

    def _patiently(self, job: Job, fetcher: Fetcher) -> Collected:
        for pause in self._pauses:
            try:
                return steps.collect(job, fetcher)
            except Unavailable as error:
                if not worth_waiting(error):
                    raise
                self._sleep(pause)
        return steps.collect(job, fetcher)


def worth_waiting(error: BaseException) -> bool:
    """Whether the same request may go well within this pass."""
    return isinstance(error, Unavailable) and (error.retry_after or 0) <= PATIENCE


def settled(job: Job, outcome: Collected | BaseException) -> Collected:
    """A source's outcome where every attempt is over; a defect in one source does not cost the others."""
    if isinstance(outcome, Collected):
        return outcome
    if isinstance(outcome, Unavailable):
        return collecting.unavailable(job, outcome)
    _LOG.error("Collecting %s failed", job.label, exc_info=outcome)
    return Collected(job.label, error=f"defect: {type(outcome).__name__}: {outcome}")
