"""What can go wrong with the warehouse itself, named by what the caller does about it."""


class Busy(Exception):
    """Somebody else is writing this warehouse: wait, skip this pass, or read the published copy.

    ``holder`` names the other process as far as it is known, for example ``python3 (process 4711)``.
    """

    def __init__(self, path: str, holder: str) -> None:
        super().__init__(f"{path} is in use by {holder}. Wait until it is done, or read the published copy beside it.")
        self.path = path
        self.holder = holder


class Unopenable(Exception):
    """The file cannot be opened as a warehouse, and waiting will not help: stop and tell the user."""


class Unwritable(Exception):
    """Nothing more can be written (disk full, file limit, read-only). What was acknowledged is safe.

    Free space and run again: the work goes on where it stopped.
    """


class Damaged(Exception):
    """The archive does not hold what it must hold; the sentence names the file and the place."""
