"""Alerts as JSON, one a line, appended to a file."""

import json
import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from flows.failures import Unavailable
from flows.telling import Message, Tools


class Options(BaseModel):
    """The file, relative to the watch's folder. Its folder must exist."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    to: Path = Field(Path("alerts.jsonl"), description="The file to append to.")


def send(message: Message, options: Options, tools: Tools) -> None:
    """Appends one line and returns when it is on the disk.

    ASCII only, so that no reader takes U+2028 for a line end. A line that a crash left unfinished is closed first.

    :raises Unavailable: the file cannot be written (now).
    """
    line = json.dumps({"alert_id": message.alert_id, **message.payload}, ensure_ascii=True) + "\n"
    try:
        with (tools.folder / options.to).open("a+b") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else "\n" + line
            file.write(line.encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise Unavailable("file", f"{options.to}: {error.strerror}") from error
