"""What a channel is given: one alert as a message, and the tools to pass it on."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from flows.failures import Refused
from flows.replies import Answer

Post = Callable[[str, bytes, Mapping[str, str]], Answer]


@dataclass(frozen=True, slots=True)
class Message:
    """One alert. ``alert_id`` is the same in every attempt, so a receiver can drop repetitions.

    ``subject`` is one line, ``lines`` the sentences below it, ``link`` the article that caused it (or empty);
    all are raw text: each channel escapes. ``payload`` is the alert as JSON for programs.
    """

    alert_id: str
    kind: str
    watch: str
    quantity: str
    created_at: datetime
    subject: str
    lines: tuple[str, ...] = ()
    link: str = ""
    payload: Mapping[str, Any] = field(default_factory=dict)


def message_of(alert: Mapping[str, Any]) -> Message:
    """The message of an alert as the warehouse hands it out (columns of ``alerts``, ``body`` as a dictionary)."""
    body = alert["body"]
    moved_by = body.get("moved_by") or {}
    payload = {key: value.isoformat() if isinstance(value, datetime) else value for key, value in alert.items()}
    return Message(
        alert_id=alert["alert_id"],
        kind=alert["kind"],
        watch=alert["watch"],
        quantity=alert["quantity"],
        created_at=alert["created_at"],
        subject=body["headline"],
        lines=tuple(line for line in _lines(body, moved_by) if line),
        link=moved_by.get("url") or "",
        payload=payload,
    )


def _lines(body: Mapping[str, Any], moved_by: Mapping[str, Any]) -> tuple[str, ...]:
    """Who moved it and how, what stands behind it, who agrees and who does not."""
    said = moved_by.get("sentence")
    mover = f"{moved_by['source']} reported: “{said}”" if said else f"Cause: {body['cause']}"
    mover_url = moved_by.get("url")
    agree = _names(w["source"] for w in body["agree"] if w["url"] != mover_url)
    dissent = _names(f"{w['source']} ({w['amount']})" for w in body["dissent"] if w["url"] != mover_url)
    against = any(w["url"] == mover_url for w in body["dissent"])  # the mover does not say what leads
    return (
        mover,
        f"Behind it: {body['support']}" if body["support"] else "",
        f"{'On the other side' if against else 'Also'}: {agree}" if agree else "",
        f"Against: {dissent}" if dissent else "",
    )


def _names(names: Iterable[str], most: int = 6) -> str:
    known = list(dict.fromkeys(names))
    return ", ".join(known[:most]) + (f" and {len(known) - most} more" if len(known) > most else "")


def _no_post(_url: str, _content: bytes, _headers: Mapping[str, str]) -> Answer:
    raise Refused("no_network", "this delivery has no network")


@dataclass(frozen=True, slots=True)
class Tools:
    """What a channel may use: the time of the delivery, the folder that relative paths start from, a way to POST,
    the variables that secrets are read from, and the screen (None: standard output)."""

    now: datetime
    folder: Path = Path()
    post: Post = _no_post
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    screen: TextIO | None = None

    def secret(self, name: str) -> str:
        """The value of an environment variable.

        :raises Refused: where it is unset or empty; the message names the variable only.
        """
        value = self.environment.get(name, "").strip()
        if not value:
            raise Refused("configuration", f"the environment variable {name} is not set")
        return value
