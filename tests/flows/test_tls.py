"""Certificates are checked for the name in the address, while the connection goes to the address that was checked."""

import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from flows.addresses import Guard, parse_allowed
from flows.fetching import Fetcher, Limits, Refused, Unavailable
from flows.politeness import Courtesy, Politeness
from tests.flows.hostile import reply

UNHURRIED = Politeness(Courtesy(interval=0))


def certificate(path: Path, host: str, *, expired: bool = False) -> Path:
    """A self-signed certificate with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    until = datetime.now(UTC) + timedelta(days=-1 if expired else 1)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(until - timedelta(days=30))
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(made.public_bytes(pem) + secret)
    return path


class Secure:
    """A TLS server on loopback that gives one answer and remembers the names that it was asked for."""

    def __init__(self, pem: Path, answer: bytes) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        self.names: list[str | None] = []
        context.sni_callback = lambda _socket, name, _context: self.names.append(name)
        self.bodies = 0
        self._context, self._answer = context, answer
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            try:
                with self._context.wrap_socket(connection, server_side=True) as secure:
                    secure.recv(65536)
                    self.bodies += 1
                    secure.sendall(self._answer)
            except OSError:
                connection.close()

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    return certificate(tmp_path / "own.pem", "news.example")


@pytest.fixture
def server(pem: Path) -> Iterator[Secure]:
    secure = Secure(pem, reply(b"Forty ferries left."))
    yield secure
    secure.close()


def fetcher(server: Secure, trusted: Path | None, *hosts: str) -> Fetcher:
    allowed = parse_allowed([f"{host}:{server.port}" for host in (hosts or ("news.example",))])
    context = ssl.create_default_context(cafile=str(trusted)) if trusted else None
    return Fetcher(Guard(allowed, lambda *_: ["127.0.0.1"]), Limits(seconds=5), UNHURRIED, context)


def test_the_name_is_checked_and_the_address_connected(server: Secure, pem: Path) -> None:
    with fetcher(server, pem) as ready:
        assert ready.get(f"https://news.example:{server.port}/").content == b"Forty ferries left."
    assert set(server.names) == {"news.example"}


def test_another_name_an_unknown_issuer_and_an_old_certificate_are_refused(
    server: Secure, pem: Path, tmp_path: Path
) -> None:
    with fetcher(server, pem, "other.example") as ready, pytest.raises(Refused, match="tls_certificate"):
        ready.get(f"https://other.example:{server.port}/")
    with fetcher(server, None) as ready, pytest.raises(Refused, match="tls_certificate"):
        ready.get(f"https://news.example:{server.port}/")
    old = certificate(tmp_path / "old.pem", "news.example", expired=True)
    stale = Secure(old, reply(b"x"))
    with fetcher(stale, old) as ready, pytest.raises(Refused, match="tls_certificate"):
        ready.get(f"https://news.example:{stale.port}/")
    stale.close()
    assert (server.bodies, stale.bodies) == (0, 0)


def test_plain_answers_to_tls_are_unavailable(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        def answer() -> None:
            connection, _ = listener.accept()
            connection.sendall(b"HTTP/1.1 400 Bad\r\n\r\n")
            connection.close()

        threading.Thread(target=answer, daemon=True).start()
        with (
            Fetcher(Guard(parse_allowed([f"127.0.0.1:{port}"])), Limits(seconds=5)) as ready,
            pytest.raises(Unavailable, match="unreachable"),
        ):
            ready.get(f"https://127.0.0.1:{port}/")


def test_https_never_leads_to_http(pem: Path) -> None:
    secure = Secure(pem, reply(b"", 302, Location="http://news.example/"))
    with fetcher(secure, pem) as ready, pytest.raises(Refused, match="https to http"):
        ready.get(f"https://news.example:{secure.port}/")
    secure.close()
