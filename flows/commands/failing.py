"""How a command ends: the exit codes, and errors told in one message instead of a traceback."""

import os
from enum import IntEnum

DEBUG = "TALLYWIRE_DEBUG"


class Code(IntEnum):
    """Exit codes that scripts rely on."""

    DONE = 0
    SOME_FAILED = 1  # the rest is stored
    WRONG_USE = 2  # also wrong configuration, or a warehouse that cannot be used


class WrongUse(Exception):
    """The person asked for something that cannot be done; the message names it and what was expected."""


def told(error: Exception) -> str:
    """Return what to tell a person of an error that ended a command; raises it again where DEBUG is set.

    Errors that carry their own explanation are told as they are, the others as a defect of this program.
    """
    if os.environ.get(DEBUG):
        raise error
    if isinstance(error, WrongUse) or _explains_itself(error):
        return str(error)
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return (
        f"This is a defect of tallywire, not of your input: {type(error).__name__}: {error}\n"
        f"What was stored is safe. Set {DEBUG}=1 to see where it happened."
    )


def _explains_itself(error: Exception) -> bool:
    from flows.watch import WatchError
    from warehouse.ledger.errors import Busy, Damaged, Unopenable, Unwritable

    return isinstance(error, WatchError | Busy | Damaged | Unopenable | Unwritable)
