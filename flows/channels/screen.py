"""Alerts on the terminal that the pass runs in: a framed block, in colour where the terminal has it."""

import sys

from pydantic import BaseModel, ConfigDict
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from flows.escaping import one_line, web_link
from flows.telling import Message, Tools

_COLOURS = {"changed": "yellow", "contested": "red", "corrected": "magenta", "withdrawn": "red", "settled": "green"}


class Options(BaseModel):
    """Nothing to set."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def send(message: Message, options: Options, tools: Tools) -> None:  # noqa: ARG001 - every channel has options
    """Prints the alert."""
    console = Console(file=tools.screen or sys.stdout, highlight=False)
    console.print(render(message))


def render(message: Message) -> Panel:
    """The framed block. Page text goes in as plain ``Text``: rich's markup in it has no effect."""
    colour = _COLOURS.get(message.kind, "cyan")
    body = Text(one_line(message.subject), style="bold")
    for line in message.lines:
        body.append("\n" + one_line(line, 400), style="not bold")
    if link := web_link(message.link):
        body.append("\n" + link, style="not bold blue")
    when = message.created_at.strftime("%Y-%m-%d %H:%M %Z")
    title = Text(f"{one_line(message.kind, 20)} · {one_line(message.watch, 40)} · {when}")
    return Panel(body, title=title, title_align="left", border_style=colour)
