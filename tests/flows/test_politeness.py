"""Hosts are asked with pauses, few requests at once, and not at all while they ask for silence."""

import threading

from flows.politeness import MAX_CRAWL_DELAY, Courtesy, Politeness


class Clock:
    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def polite(clock: Clock, **courtesy: object) -> Politeness:
    return Politeness(Courtesy(**courtesy), clock, clock.sleep)


def test_starts_at_one_host_are_apart_and_other_hosts_do_not_wait() -> None:
    clock = Clock()
    politeness = polite(clock, interval=1.0)
    for host in ("a", "b", "a", "a"):
        with politeness.turn(host):
            clock.now += 0.25
    assert clock.slept == [0.5, 0.75]


def test_the_operators_own_hosts_are_not_waited_for() -> None:
    clock = Clock()
    politeness = polite(clock, interval=1.0, own=frozenset({"127.0.0.1"}))
    for _ in range(5):
        with politeness.turn("127.0.0.1"):
            pass
    assert clock.slept == []


def test_a_crawl_delay_widens_the_interval_within_reason() -> None:
    clock = Clock()
    politeness = polite(clock, interval=1.0)
    politeness.slow_down("a", 5)
    politeness.slow_down("a", 0.1)
    politeness.slow_down("b", 86_400)
    for host in ("a", "a", "b", "b"):
        with politeness.turn(host):
            pass
    assert clock.slept == [5, MAX_CRAWL_DELAY]


def test_silence_ends_by_itself_and_is_never_shortened() -> None:
    clock = Clock()
    politeness = polite(clock)
    politeness.silence("a", 60)
    politeness.silence("a", 5)
    assert politeness.silence_left("a") == 60
    assert politeness.silence_left("b") == 0
    clock.now += 61
    assert politeness.silence_left("a") == 0


def test_no_more_than_n_at_once() -> None:
    politeness = Politeness(Courtesy(interval=0, at_once=2))
    inside, most = 0, 0
    lock, full = threading.Lock(), threading.Barrier(2, timeout=5)

    def visit() -> None:
        nonlocal inside, most
        with politeness.turn("a"):
            with lock:
                inside += 1
                most = max(most, inside)
            full.wait()
            with lock:
                inside -= 1

    threads = [threading.Thread(target=visit) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert most == 2
