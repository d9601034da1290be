"""The outbox to the subscribers: at least once, under an id that never changes, each subscriber on its own.

    deliver(db, watch, clock, post=…) -> Delivered

Sending happens with the warehouse closed. A process that is killed between sending and marking sends again.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import TextIO

from flows import channels
from flows.failures import Refused, Unavailable
from flows.redaction import redacted_text
from flows.telling import Post, Tools, message_of
from flows.timing import Clock
from flows.watch import Subscriber, Watch
from warehouse.ledger import Delivery, due, mark_delivered, mark_failed, open_warehouse
from warehouse.ledger.outbox import PAUSES

SUBSCRIBER_SECONDS = 120.0  # then the rest of its alerts waits for the next pass


@dataclass(frozen=True)
class Outcome:
    """What became of one delivery: ``error`` None where the subscriber has it, ``final`` where no retry can help."""

    delivery: Delivery
    error: str | None = None
    final: bool = False


@dataclass(frozen=True)
class Delivered:
    """How many deliveries went well, failed for now and failed for good, and the last error per subscriber."""

    delivered: int = 0
    failed: int = 0
    given_up: int = 0
    errors: Mapping[str, str] = field(default_factory=dict)


def deliver(
    db: Path, watch: Watch, clock: Clock, *, post: Post, wait: float = 30.0, screen: TextIO | None = None
) -> Delivered:
    """Sends what is due of a watch. One slow or dead subscriber delays no other.

    :raises Busy: the warehouse is in use for longer than ``wait`` seconds.
    """
    with open_warehouse(db, now=clock.now(), wait=wait) as w:
        waiting = due(w, clock.now(), watch=watch.name)
    total = Delivered()
    for outcomes in _each_subscriber(waiting, watch, clock, post, screen):
        with open_warehouse(db, now=clock.now(), wait=wait) as w:
            mark_delivered(w, [o.delivery for o in outcomes if o.error is None], clock.now())
            for outcome in outcomes:
                if outcome.error is not None:
                    mark_failed(w, _counted(outcome), outcome.error, clock.now())
        total = _added(total, outcomes)
    return total


def _counted(outcome: Outcome) -> Delivery:
    """A final failure counts as the last of all attempts."""
    return replace(outcome.delivery, attempts=len(PAUSES)) if outcome.final else outcome.delivery


def _added(total: Delivered, outcomes: Sequence[Outcome]) -> Delivered:
    failed = [o for o in outcomes if o.error is not None]
    final = [o for o in failed if o.final or o.delivery.attempts >= len(PAUSES)]
    return Delivered(
        total.delivered + len(outcomes) - len(failed),
        total.failed + len(failed) - len(final),
        total.given_up + len(final),
        {**total.errors, **{o.delivery.subscriber: o.error or "" for o in failed}},
    )


def _each_subscriber(
    waiting: Sequence[Delivery], watch: Watch, clock: Clock, post: Post, screen: TextIO | None
) -> Iterator[list[Outcome]]:
    """The outcomes of each subscriber as it finishes, each in a thread of its own."""
    known = {subscriber.name: subscriber for subscriber in watch.subscribers}
    by_name = groupby(sorted(waiting, key=lambda d: d.subscriber), key=lambda d: d.subscriber)
    done: queue.SimpleQueue[list[Outcome]] = queue.SimpleQueue()
    started = 0
    for name, group in by_name:
        deliveries = list(group)
        tools = Tools(clock.now(), watch.folder, post, screen=screen)
        work = (known.get(name), deliveries, tools, done)
        threading.Thread(target=_in_thread, args=work, daemon=True, name=f"deliver {name}").start()
        started += 1
    for _ in range(started):
        yield done.get()


def _in_thread(
    subscriber: Subscriber | None, deliveries: list[Delivery], tools: Tools, done: "queue.SimpleQueue[list[Outcome]]"
) -> None:
    outcomes: list[Outcome] = []
    try:
        outcomes = send_all(subscriber, deliveries, tools)
    finally:
        done.put(outcomes)


def send_all(
    subscriber: Subscriber | None,
    deliveries: Sequence[Delivery],
    tools: Tools,
    monotonic: Callable[[], float] = time.monotonic,
) -> list[Outcome]:
    """The outcomes of one subscriber's deliveries, in order; after the first that is to be retried, the rest waits."""
    outcomes: list[Outcome] = []
    end = monotonic() + SUBSCRIBER_SECONDS
    for delivery in deliveries:
        outcome = _send(subscriber, delivery, tools)
        outcomes.append(outcome)
        if (outcome.error and not outcome.final) or monotonic() > end:
            break
    return outcomes


def _send(subscriber: Subscriber | None, delivery: Delivery, tools: Tools) -> Outcome:
    if subscriber is None:
        return Outcome(delivery, "the watch does not name this subscriber any more", final=True)
    try:
        options = channels.options_of(subscriber.channel, subscriber.options)
        channels.load(subscriber.channel).send(message_of(delivery.alert), options, tools)
    except Unavailable as error:
        return Outcome(delivery, redacted_text(str(error)))
    except Refused as error:
        return Outcome(delivery, redacted_text(str(error)), final=True)
    except ValueError as error:  # options that the channel does not know
        return Outcome(delivery, redacted_text(f"configuration: {error}".splitlines()[0]), final=True)
    except Exception as error:  # a defect in one channel must not cost the others, nor the alert
        return Outcome(delivery, f"defect: {type(error).__name__}: {redacted_text(str(error))}")
    return Outcome(delivery)
