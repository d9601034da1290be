"""``tallywire serve``: watches on their schedules, a Prefect server where none is configured, and a clean stop.

    serve(watches: Sequence[Path], settings: Settings | None = None, *, told=print, port=4200) -> int

This process only supervises and never imports Prefect. Its children: the server, and the runner (``scheduling``) that
starts a process for each pass. A child that dies is started again; on SIGINT or SIGTERM all of them are ended.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from flows.addresses import Guard, parse_allowed
from flows.fetching import Fetcher, Limits, Unavailable, Unusable
from flows.settings import Settings, from_environment

PORT = 4200
START_SECONDS = 180.0  # a loaded machine needs more than Prefect's own 20 s
STOP_SECONDS = 4.0  # for a child to end by itself, before it is killed
BUSY_WAIT = 900.0  # a scheduled pass waits its turn behind the other watches of the warehouse
_POLL_SECONDS = 0.5
_PAUSES = (1.0, 5.0, 30.0, 60.0)  # before a child that died is started again


class NotStarted(Exception):
    """The Prefect server could not be started; the message says what to look at."""


@dataclass
class Child:
    """A process with a group of its own, so that all that it starts ends with it."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str]
    log: Path | None = None
    process: "subprocess.Popen[bytes] | None" = None
    died: int = 0
    next_start: float = field(default=0.0)

    def start(self) -> None:
        """Start it."""
        output = self.log.open("ab") if self.log else None
        self.process = subprocess.Popen(
            [sys.executable, "-m", "flows.child", str(os.getpid()), *self.arguments],
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            start_new_session=True,
        )
        if output:
            output.close()

    def is_alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def signal(self, number: int) -> None:
        """Send a signal to it and to all that it started."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def end(self, seconds: float = STOP_SECONDS) -> None:
        """Ask it to end, wait, and kill what is left of its group."""
        if self.process is None:
            return
        self.signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)
        self.signal(signal.SIGKILL)
        self.process.wait()


def serve(
    watches: Sequence[Path],
    settings: Settings | None = None,
    *,
    told: Callable[[str], None] = print,
    port: int = PORT,
) -> int:
    """Serve until told to stop; the exit code: 0 stopped, 2 none of the watches is valid.

    :raises NotStarted: no Prefect server answers.
    """
    chosen = settings or from_environment()
    children: list[Child] = []
    with _stop_signals() as stop:
        try:
            api = chosen.prefect_api or _own_server(chosen, port, children, told)
            if stop.is_set():
                return 0
            _wait_for(api, children, stop)
            told(f"Prefect UI: {api.removesuffix('/api')}   (stop with Ctrl-C)")
            runner = ["flows.scheduling", str(chosen.db), *map(str, watches)]
            children.append(Child("runner", runner, _environment(chosen, api)))
            children[-1].start()
            return _supervise(children, stop, told)
        finally:
            for child in reversed(children):
                child.end()


def _own_server(settings: Settings, port: int, children: list[Child], told: Callable[[str], None]) -> str:
    home = settings.prefect_home
    home.mkdir(parents=True, exist_ok=True)
    free = _free_port(port)
    api = f"http://127.0.0.1:{free}/api"
    told("Starting a Prefect server ...")
    arguments = ["prefect", "server", "start", "--host", "127.0.0.1", "--port", str(free)]
    children.append(Child("server", arguments, _environment(settings, api), home / "server.log"))
    children[-1].start()
    return api


def _environment(settings: Settings, api: str) -> dict[str, str]:
    """What the children get: no telemetry, our server, its files in our folder, patience for a busy warehouse."""
    own = {
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_API_URL": api,
        "PREFECT_HOME": str(settings.prefect_home),
        "PREFECT_UI_API_URL": api,
        "PYTHONUNBUFFERED": "1",
    }
    given = dict(settings.environment)
    return {"TALLYWIRE_BUSY_WAIT": str(BUSY_WAIT), "PREFECT_LOGGING_LEVEL": "WARNING"} | given | own


def _free_port(wanted: int) -> int:
    for port in (wanted, 0):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(trial.getsockname()[1])
    raise NotStarted("no free port on 127.0.0.1")


def _wait_for(api: str, children: Sequence[Child], stop: threading.Event) -> None:
    """Returns when the server answers or a stop is asked for."""
    end = time.monotonic() + START_SECONDS
    while not stop.is_set() and not answers(api):
        if children and not children[0].is_alive():
            raise NotStarted(f"the Prefect server ended while starting; see {children[0].log}")
        if time.monotonic() > end:
            raise NotStarted(f"no Prefect server answers at {api}" + (f"; see {children[0].log}" if children else ""))
        stop.wait(_POLL_SECONDS)


def answers(api: str) -> bool:
    """Whether a Prefect server answers there."""
    host_and_port = api.partition("://")[2].partition("/")[0]
    allowed = parse_allowed([host_and_port]) if host_and_port.rpartition(":")[2].isdigit() else frozenset()
    with Fetcher(Guard(allowed), Limits(seconds=5.0)) as fetcher:
        try:
            return fetcher.get(f"{api}/health", obey_robots=False).status == 200
        except Unusable as error:
            # Prefect Cloud answers, but has no such page.
            return api.startswith("https://") and error.reason.startswith("http_4")
        except Unavailable:
            return False


def _supervise(children: Sequence[Child], stop: threading.Event, told: Callable[[str], None]) -> int:
    """Keeps the children running until a stop is asked for."""
    while not stop.wait(_POLL_SECONDS):
        for child in children:
            if child.is_alive():
                continue
            if child.process is not None and child.process.returncode == 2 and child.name == "runner":
                return 2
            _start_again(child, told)
    told("Stopping ...")
    return 0


def _start_again(child: Child, told: Callable[[str], None]) -> None:
    now = time.monotonic()
    if child.next_start == 0.0:
        pause = _PAUSES[min(child.died, len(_PAUSES) - 1)]
        told(f"the {child.name} ended by itself; starting it again in {pause:.0f} s")
        child.died += 1
        child.next_start = now + pause
    elif now >= child.next_start:
        child.next_start = 0.0
        child.signal(signal.SIGKILL)  # what it may have left behind
        child.start()


@contextmanager
def _stop_signals() -> Iterator[threading.Event]:
    """An event that SIGINT and SIGTERM set; a second SIGINT ends this process at once."""
    stop = threading.Event()

    def on_signal(number: int, _frame: object) -> None:
        if stop.is_set() and number == signal.SIGINT:
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
