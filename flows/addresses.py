"""Which addresses a request may reach: the public web, and what a watch allows one by one.

The check is made on the address that is connected to, not on the name before it (a name can resolve to another
address a moment later). Ranges: ``special_ranges.tsv``.
"""

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolver = Callable[[str, int, float], list[str]]

WEB_PORTS = frozenset({80, 443})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Blocked(Exception):
    """The request may not go there; the message says which address or port and why."""


@cache
def special_ranges() -> tuple[tuple[Network, str], ...]:
    """Ranges that are never reached without an explicit allowance, with their names."""
    lines = files("flows").joinpath("special_ranges.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#", "range\t"))]
    return tuple((ipaddress.ip_network(network), name) for network, name in rows)


def _innermost(address: Address) -> Address:
    """The IPv4 address that an IPv4-mapped or NAT64 address stands for, else the address itself."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in _NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def special_name(address: str) -> str | None:
    """The name of the special range that an address lies in, or None where it is public.

    A string that is no plain IP address (a zone as in ``fe80::1%eth0``) counts as special.
    """
    try:
        inner = _innermost(ipaddress.ip_address(address))
    except ValueError:
        return "not an address"
    if getattr(inner, "scope_id", None):
        return "link local"
    return next((name for net, name in special_ranges() if net.version == inner.version and inner in net), None)


def parse_allowed(entries: Iterable[str]) -> frozenset[tuple[str, int]]:
    """``host:port`` entries of a watch as pairs, hosts in lower case, IPv6 without brackets.

    :raises ValueError: where an entry has no port or a port out of range.
    """
    pairs = set()
    for entry in entries:
        host, colon, port = entry.rpartition(":")
        if not colon or not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
            raise ValueError(f"{entry!r}: expected host:port, for example 127.0.0.1:8000")
        pairs.add((host.strip("[]").lower(), int(port)))
    return frozenset(pairs)


def private_hosts(allowed: Iterable[tuple[str, int]]) -> frozenset[str]:
    """The allowed hosts that are private addresses (or ``localhost``): the operator's own machines."""
    return frozenset(h for h, _ in allowed if h == "localhost" or special_name(h) not in (None, "not an address"))


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """All addresses of a host, in the system's order.

    ``getaddrinfo`` has no time-out of its own, so it runs in a thread that is left behind when ``seconds`` are over.

    :raises OSError: the name is unknown. :raises TimeoutError: no answer in time.
    """
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(row[4][0]) for row in found)))
        except OSError as error:
            answers.put(error)
        except UnicodeError as error:  # a label that IDNA refuses
            answers.put(OSError(str(error)))

    threading.Thread(target=look_up, daemon=True, name=f"resolve {host}").start()
    try:
        answer = answers.get(timeout=max(seconds, 0.001))
    except queue.Empty:
        raise TimeoutError(f"no answer for the name {host}") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


class Guard:
    """Decides about hosts, ports and addresses; ``allowed`` are the (host, port) pairs that a watch names.

    An allowance is for the host *as written* in the URL: a strange name that resolves to an allowed loopback address
    is still refused.
    """

    def __init__(self, allowed: frozenset[tuple[str, int]] = frozenset(), resolver: Resolver = resolve) -> None:
        self.allowed = allowed
        self._resolver = resolver

    def allows(self, host: str, port: int) -> bool:
        """Whether the watch names this host and port."""
        return (host.strip("[]").lower(), port) in self.allowed

    def addresses(self, host: str, port: int, seconds: float) -> list[str]:
        """The checked addresses to connect to; one look-up, and one bad address refuses all.

        :raises Blocked: port or address not allowed. :raises OSError: unknown name (TimeoutError: no answer in time).
        """
        if self.allows(host, port):
            return self._resolver(host, port, seconds)
        if port not in WEB_PORTS:
            raise Blocked(f"port {port} of {host} is neither 80 nor 443 and not in the watch's allow list")
        found = self._resolver(host, port, seconds)
        for address in found:
            if name := special_name(address):
                raise Blocked(f"{host} is {address} ({name}), which the watch's allow list does not name")
        return found
