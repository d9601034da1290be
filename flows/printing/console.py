"""The two consoles: what was asked for goes to standard output, everything else to standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.theme import Theme

from flows.escaping import one_line

THEME = Theme(
    {
        "number": "bold cyan",
        "state.single": "yellow",
        "state.corroborated": "green",
        "state.contested": "bold red",
        "quote": "italic",
        "quiet": "dim",
        "problem": "bold red",
        "alert": "bold magenta",
    }
)


def out() -> Console:
    """Return a console on standard output; colour only where the terminal has it."""
    return Console(theme=THEME, highlight=False)


def err() -> Console:
    """Return a console on standard error, for progress, warnings and errors."""
    return Console(theme=THEME, stderr=True, highlight=False)


def complain(about: str, what: str) -> None:
    """Say on standard error what is wrong with what; one line, not wrapped, so that it can be searched for."""
    err().print(f"[problem]{safe(about, 2000)}[/]: {safe(what)}", soft_wrap=True)


def moment(when: datetime | None) -> str:
    """Return a time in the zone of this machine, with its zone: ``2025-10-18 09:15 CEST``; a dash for none."""
    return f"{when.astimezone():%Y-%m-%d %H:%M %Z}" if when else "–"


def safe(text: str | None, limit: int = 400) -> str:
    """Return text from outside on one line, without control or direction characters, and inert in rich's markup."""
    return escape(one_line(text or "", limit))


def indented(content: RenderableType, by: int = 2) -> Padding:
    """Return the content moved to the right, wrapped inside its own left edge."""
    return Padding(content, (0, 0, 0, by), expand=False)


@contextmanager
def busy(console: Console, doing: str) -> Iterator[Callable[[str], None]]:
    """Show on a terminal that something is being done; yields a way to say what. Prints nothing elsewhere.

    ``console`` has to be that of standard output: rich sends what others print meanwhile to the same place.
    """
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status(doing) as status:
        yield lambda words: status.update(safe(words))
