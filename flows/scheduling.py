"""Watches as Prefect deployments, run on their schedules in this process: ``python -m flows.scheduling DB WATCH…``.

``serving`` starts this as a child. Each run is a process of its own, so an error in one watch stops no other. A watch
file that is not valid is named and left out.
"""

import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy, StateType
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectNotFound
from prefect.runner import Runner
from prefect.types.entrypoint import EntrypointType

from flows import watch as watches
from flows.orchestration import monitor
from flows.watch import Watch, WatchError

ENTRYPOINT = "flows.orchestration.monitor"
_ONE = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)


def deployment_of(watch: Watch, path: Path, db: Path) -> RunnerDeployment:
    """A watch as a deployment ``monitor/<watch>`` with its schedule; a run that would overlap another is cancelled."""
    made = monitor.to_deployment(
        name=watch.name,
        interval=None if watch.cron else watch.every,
        cron=watch.cron,
        concurrency_limit=_ONE,
        parameters={"watch": str(path.resolve()), "db": str(db.resolve()), "name": watch.name},
        description=watch.title,
        tags=["tallywire"],
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    deployment = cast(RunnerDeployment, made)  # a coroutine only inside an event loop
    deployment.entrypoint = ENTRYPOINT  # Prefect would take the name of the wrapped function
    return deployment


def usable(paths: Sequence[Path]) -> list[tuple[Watch, Path]]:
    """The watches of these files; those that are not valid, or that repeat a name, are named on standard error."""
    found: dict[str, tuple[Watch, Path]] = {}
    for path in paths:
        try:
            watch = watches.load(path)
        except WatchError as error:
            print(error, file=sys.stderr, flush=True)
            continue
        if watch.name in found:
            print(f"{path}: there is a watch {watch.name} already: {found[watch.name][1]}", file=sys.stderr, flush=True)
            continue
        found[watch.name] = (watch, path)
    return list(found.values())


def forget_missed(client: SyncPrefectClient, deployment_id: UUID, now: datetime) -> int:
    """Delete the runs whose time came while nothing was running, and return how many: one pass now covers them all."""
    missed = client.read_flow_runs(
        deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment_id])),
        flow_run_filter=FlowRunFilter(
            state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
            expected_start_time=FlowRunFilterExpectedStartTime.model_validate({"before_": now}),
        ),
    )
    for run in missed:
        client.delete_flow_run(run.id)
    return len(missed)


def _known(client: SyncPrefectClient, name: str) -> UUID | None:
    try:
        return client.read_deployment_by_name(f"{monitor.name}/{name}").id
    except ObjectNotFound:
        return None


class _Runner(Runner):
    """A runner that ends in order on SIGTERM: Prefect's own handler calls a coroutine without awaiting it."""

    async def until_told(self) -> None:
        """Run until SIGTERM or SIGINT; schedules are paused and running passes ended on the way out."""
        loop, this = asyncio.get_running_loop(), asyncio.current_task()
        self._cancel = partial(loop.call_soon_threadsafe, this.cancel) if this else sys.exit
        try:
            await self.start()
        except asyncio.CancelledError:
            return

    def handle_sigterm(self, *_: object, **__: object) -> None:
        """What ``start`` installs for SIGTERM."""
        self._cancel()


def serve(paths: Sequence[Path], db: Path) -> int:
    """Serve the watches until the process is told to stop; 2 where none is usable.

    Those with an interval begin with a pass now, those with a cron line at their time.
    """
    found = usable(paths)
    if not found:
        return 2
    runner = _Runner(name="tallywire", pause_on_shutdown=True)
    with get_client(sync_client=True) as client:
        for watch, path in found:
            known = _known(client, watch.name)
            missed = forget_missed(client, known, datetime.now(UTC)) if known else 0
            deployment_id = UUID(str(runner.add_deployment(deployment_of(watch, path, db))))
            if missed or not watch.cron:
                client.create_flow_run_from_deployment(deployment_id)
            print(f"serving {watch.name}: {watch.cron or f'every {watch.every}'}", flush=True)
    asyncio.run(runner.until_told())
    return 0


if __name__ == "__main__":
    sys.exit(serve([Path(name) for name in sys.argv[2:]], Path(sys.argv[1])))
