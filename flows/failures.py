"""What can go wrong when something is fetched or sent, by what the caller does about it."""

from extractors.document import Unusable


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


class TooBig(Exception):
    """More bytes came than a request may take, over the wire or after decoding."""
