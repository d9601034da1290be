"""The same pass under Prefect, wrapped by call: a task for each source and each batch. Importing this loads Prefect.

``monitor`` is the flow that schedules run (entrypoint ``flows.orchestration.monitor``). Prefect is the clock and the
control room; what happened is in the warehouse.
"""

import logging
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import flow, get_run_logger, runtime, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Completed
from prefect.utilities.annotations import quote

from flows import steps
from flows.fetching import Fetcher
from flows.monitor import PassResult, Told, one_pass, settled, worth_waiting
from flows.passes import is_covered, last_started
from flows.redaction import Redactor
from flows.settings import Settings, from_environment
from flows.timing import Clock, start_clock
from flows.visiting import Collected, Job
from warehouse.ledger import Busy

T = TypeVar("T")
RETRY_SECONDS = (10.0, 60.0)


def _can_help(_task: object, _run: object, state: State[Any]) -> bool:
    """Whether a retry can: only where the source was unavailable, and did not ask for a long pause."""
    return isinstance(state.data, BaseException) and worth_waiting(state.data)


collect = task(
    name="collect",
    retries=len(RETRY_SECONDS),
    retry_delay_seconds=list(RETRY_SECONDS),
    retry_condition_fn=_can_help,
    cache_policy=NO_CACHE,
    persist_result=False,
)(steps.collect)


def _as_is(argument: T) -> T:
    """The argument, which Prefect then does not search for futures (it would walk every document)."""
    return cast(T, quote(argument))


class UnderPrefect:
    """Carries steps out as tasks of the running flow."""

    def one(self, step: Callable[..., Any], name: str, *arguments: object) -> Any:
        """One step as a task; nothing here is worth repeating, so it has no retries."""
        as_task = task(name=step.__name__, task_run_name=name, cache_policy=NO_CACHE, persist_result=False)
        return as_task(step)(*(_as_is(argument) for argument in arguments))

    def collect(self, jobs: Sequence[Job], fetcher: Fetcher) -> list[Collected]:
        """A task for each source; what fails after its retries is a failed task, and a source with an error."""
        runs = [
            collect.with_options(task_run_name=f"collect {job.label}").submit(_as_is(job), _as_is(fetcher))
            for job in jobs
        ]
        outcomes = [run.result(raise_on_failure=False) for run in runs]
        return [settled(job, outcome) for job, outcome in zip(jobs, outcomes, strict=True)]


def _monitor(watch: str, db: str, name: str = "", started: datetime | None = None) -> State[Any]:  # noqa: ARG001 - Prefect shows them
    """One pass over a watch file; ``name`` names the run, ``started`` sets the time of the pass."""
    logger = get_run_logger()
    _keep_secrets()
    settings = from_environment(Path(db))
    due = runtime.flow_run.scheduled_start_time
    before = last_started(settings.db, Path(watch))
    if started is None and before is not None and is_covered(due, before):
        return Completed(name="Skipped", message=f"The pass that began at {before:%Y-%m-%d %H:%M %Z} covers this one.")
    clock = Clock(started) if started else start_clock()
    try:
        result = one_pass(Path(watch), settings, clock, UnderPrefect(), logger.info)
    except Busy as busy:
        return Completed(name="Skipped", message=str(busy))
    if result.failed:
        told = "; ".join(f"{source}: {error}" for source, error in result.failed.items())
        return Completed(name="Partial", message=f"{len(result.failed)} sources failed: {told}", data=result)
    return Completed(message=f"{result.watch}: {result.counts.get('alerts', 0)} alerts", data=result)


monitor = flow(
    name="monitor",
    flow_run_name="{name}",
    persist_result=False,
)(_monitor)


def _keep_secrets() -> None:
    for handler in (*logging.getLogger().handlers, *logging.getLogger("prefect").handlers):
        handler.addFilter(Redactor())


def run_under_prefect(path: Path, settings: Settings, clock: Clock, told: Told) -> PassResult:
    """One pass as a flow run of the configured server; raises what the pass raises."""
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    state = monitor(str(path), str(settings.db), path.stem, clock.started, return_state=True)
    result = state.result()
    if isinstance(result, PassResult):
        return result
    told(state.message or "")
    raise Busy(str(settings.db), "another pass")
