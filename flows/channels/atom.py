"""Alerts as an Atom feed in a file, for feed readers; the newest first, the file replaced as a whole."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedgenerator
from pydantic import BaseModel, ConfigDict, Field

from flows.escaping import html_text, one_line, web_link
from flows.failures import Unavailable
from flows.telling import Message, Tools

_ATOM = "{http://www.w3.org/2005/Atom}"


class Options(BaseModel):
    """The file, relative to the watch's folder, how many alerts it keeps, and its title."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    to: Path = Field(Path("alerts.atom"), description="The file to write.")
    keep: int = Field(100, ge=1, le=10_000, description="How many alerts it holds.")
    title: str = "Tallywire alerts"


def send(message: Message, options: Options, tools: Tools) -> None:
    """Puts the alert first and rewrites the file by rename; an alert that is in it already is not repeated.

    :raises Unavailable: the file cannot be read or written (now).
    """
    path = tools.folder / options.to
    try:
        kept = [entry for entry in _entries(path) if entry["unique_id"] != _id(message)]
        _replace(path, _feed([_entry(message), *kept][: options.keep], options))
    except OSError as error:
        raise Unavailable("file", f"{options.to}: {error.strerror}") from error


def _id(message: Message) -> str:
    return f"urn:tallywire:alert:{one_line(message.alert_id)}"


def _entry(message: Message) -> dict[str, Any]:
    link = web_link(message.link)
    paragraphs = [f"<p>{html_text(line, 400)}</p>" for line in message.lines]
    if link:
        paragraphs.append(f'<p><a href="{html_text(link, 2000)}">{html_text(link, 2000)}</a></p>')
    return {
        "unique_id": _id(message),
        "title": one_line(message.subject),
        "link": link or _id(message),
        "description": "".join(paragraphs),
        "updateddate": message.created_at,
    }


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    """The alerts that the file holds; a file that is no feed of ours is put aside, not overwritten."""
    if not path.exists():
        return
    try:
        found = ElementTree.fromstring(path.read_bytes()).findall(f"{_ATOM}entry")
        read = [_read(entry) for entry in found]
    except (ElementTree.ParseError, ValueError, AttributeError):
        path.replace(path.with_name(path.name + ".unreadable"))
        return
    yield from read


def _read(entry: Any) -> dict[str, Any]:
    updated = datetime.fromisoformat(entry.find(f"{_ATOM}updated").text)
    parts = {key: entry.find(f"{_ATOM}{tag}") for key, tag in _PARTS.items()}
    texts = {key: "" if part is None else part.text or "" for key, part in parts.items()}
    return {**texts, "link": entry.find(f"{_ATOM}link").get("href"), "updateddate": updated}


_PARTS = {"unique_id": "id", "title": "title", "description": "summary"}


def _feed(entries: list[dict[str, Any]], options: Options) -> bytes:
    feed = feedgenerator.Atom1Feed(options.title, "urn:tallywire:alerts", "", feed_guid="urn:tallywire:alerts")
    for entry in entries:
        feed.add_item(**entry)
    return bytes(feed.writeString("utf-8").encode("utf-8"))


def _replace(path: Path, content: bytes) -> None:
    """Readers see the old file or the new one, never a part."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
