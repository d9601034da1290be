"""The guard: which addresses, ports and spellings are refused, and what an allowance opens."""

import pytest

from flows.addresses import Blocked, Guard, parse_allowed, private_hosts, resolve, special_name


def _words(text: str) -> list[str]:
    return text.split()


SPECIAL = _words("""
0.0.0.0 10.0.0.1 10.255.255.255 100.64.0.1 127.0.0.1 127.255.0.9 169.254.169.254 172.16.0.1 172.31.9.9
192.0.0.1 192.0.2.5 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.1.1.1
240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:10.1.2.3 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1
64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:a00:1:: 3fff::1 5f00::1 fc00::1 fd12:3456::1 fe80::1
fe80::1%eth0 fec0::1 ff02::1 not-an-address""")
PUBLIC = _words(
    "1.1.1.1 8.8.8.8 93.184.215.14 172.32.0.1 100.128.0.1 192.0.1.1 2606:4700::1111 2a00:1450::1 ::ffff:8.8.8.8"
)


@pytest.mark.parametrize("address", SPECIAL)
def test_special_addresses_have_a_name(address: str) -> None:
    assert special_name(address)


@pytest.mark.parametrize("address", [*PUBLIC, "64:ff9b::808:808"])
def test_public_addresses_have_none(address: str) -> None:
    assert special_name(address) is None


def answering(*addresses: str):
    return lambda *_: list(addresses)


def test_one_private_address_among_public_ones_refuses_all() -> None:
    with pytest.raises(Blocked, match="private use"):
        Guard(resolver=answering("8.8.8.8", "10.0.0.1")).addresses("mixed.example", 443, 1)


@pytest.mark.parametrize("port", [22, 6379, 8080, 9200])
def test_other_ports_are_refused_before_any_look_up(port: int) -> None:
    def never(host: str, at: int, seconds: float) -> list[str]:
        raise AssertionError("looked up")

    with pytest.raises(Blocked, match=str(port)):
        Guard(resolver=never).addresses("news.example", port, 1)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "0", "localhost"])
def test_other_spellings_of_loopback_are_refused_by_what_they_resolve_to(host: str) -> None:
    with pytest.raises(Blocked):
        Guard().addresses(host, 80, 5)


def test_an_allowance_is_for_the_host_as_written() -> None:
    guard = Guard(parse_allowed(["127.0.0.1:80"]), answering("127.0.0.1"))
    assert guard.addresses("127.0.0.1", 80, 1) == ["127.0.0.1"]
    with pytest.raises(Blocked):
        guard.addresses("rebound.example", 80, 1)
    with pytest.raises(Blocked):
        guard.addresses("127.0.0.1", 443, 1)


def test_only_private_machines_are_the_operators_own() -> None:
    allowed = parse_allowed(["127.0.0.1:8000", "localhost:1", "[::1]:2", "news.example:8080", "8.8.8.8:53"])
    assert private_hosts(allowed) == {"127.0.0.1", "localhost", "::1"}


def test_allow_entries_are_read_or_named() -> None:
    assert parse_allowed(["LocalHost:8000", "[::1]:81"]) == {("localhost", 8000), ("::1", 81)}
    for entry in ("127.0.0.1", "host:", ":80", "host:99999", "host:8o"):
        with pytest.raises(ValueError, match="expected host:port"):
            parse_allowed([entry])


def test_unknown_names_and_silence_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OSError, match=r"."):
        resolve("no-such-host.invalid", 80, 20)
    import time

    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: time.sleep(1) or [])
    with pytest.raises(TimeoutError):
        resolve("slow.example", 80, 0.05)
