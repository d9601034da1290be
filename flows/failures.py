"""What can go wrong on the network, by what the caller does about it."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore
import httpx

from extractors.document import Unusable
from flows.addresses import Blocked
from flows.decoding import Truncated
from flows.network import TooBig
from flows.redaction import redacted, redacted_text


class Unavailable(Exception):
    """Try again later. ``retry_after``: seconds that the other side asked for, between 1 and 86,400, or None."""

    def __init__(self, reason: str, detail: str, retry_after: float | None = None) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
        self.retry_after = retry_after

    def __reduce__(self) -> tuple[type["Unavailable"], tuple[str, str, float | None]]:
        """Pickled with all its parts: Prefect carries exceptions between processes."""
        return Unavailable, (self.reason, self.detail, self.retry_after)


class Refused(Unusable):
    """Do not ask again: blocked address, 4xx, too big, robots … It is kept as a rejection."""

    def __reduce__(self) -> tuple[type["Refused"], tuple[str, str]]:
        """Pickled with all its parts."""
        return Refused, (self.reason, self.detail)


def _bad_certificate(error: BaseException | None) -> bool:
    seen = 0
    while error is not None and seen < 10:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error, seen = error.__cause__ or error.__context__, seen + 1
    return False


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Turns the libraries' errors into ``Unavailable`` and ``Refused``, with the address redacted."""
    where = redacted(url)
    try:
        yield
    except Blocked as error:
        raise Refused("blocked_address", redacted_text(str(error))) from error
    except TooBig as error:
        raise Refused("too_big", f"{where} sends more than the cap") from error
    except Truncated as error:
        raise Unavailable("truncated", f"{where}: {error}") from error
    except (httpcore.TimeoutException, httpx.TimeoutException, TimeoutError) as error:
        raise Unavailable("timeout", f"{where} took too long") from error
    except (httpcore.RemoteProtocolError, httpcore.LocalProtocolError) as error:
        raise Unavailable("protocol", f"{where}: {redacted_text(str(error))[:200]}") from error
    except (httpcore.NetworkError, httpx.TransportError, OSError) as error:
        if _bad_certificate(error):
            raise Refused("tls_certificate", f"{where}: {str(error)[:200]}") from error
        raise Unavailable("unreachable", f"{where}: {str(error)[:200]}") from error
