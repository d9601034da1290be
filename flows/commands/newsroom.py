"""``tallywire newsroom``: the demo's newsroom by itself, to look at in a browser or to watch."""

import threading
import time
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Annotated

import typer

from flows.newsroom import PORT


def newsroom(
    port: Annotated[int, typer.Option(help="Where to serve it on 127.0.0.1; a free one if it is taken.")] = PORT,
    speed: Annotated[
        float, typer.Option(help="Tell the story from its beginning, so many times as fast; 0 shows all of it.")
    ] = 0.0,
) -> None:
    """Serve the demo's newsroom on this machine.

    To look at in a browser, or to watch with deploy/watches/demo.yaml, until interrupted.
    """
    from flows.newsroom.edition import opened
    from flows.newsroom.server import serving

    room = opened()
    first, last = room.moments()[0], room.moments()[-1]
    begun = time.monotonic()

    def clock() -> datetime:
        elapsed = timedelta(seconds=(time.monotonic() - begun) * speed)
        return min(first + elapsed, last) if speed > 0 else last

    with serving(room, clock, port) as site:
        typer.echo(f"The newsroom is on {site.base}/ until you press Ctrl-C.")
        if site.server_port == PORT:
            typer.echo("The watch for it is deploy/watches/demo.yaml.")
        with suppress(KeyboardInterrupt):
            threading.Event().wait()
