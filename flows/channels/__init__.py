"""Ways to tell a subscriber. Each file of this folder is one; its name is the key in a watch's ``subscribers``.

A channel is a module with

* ``Options``: a pydantic model of what the watch says below the key. A plain value (``jsonl: alerts.jsonl``) comes as
  its field ``to``. Secrets are never values: the watch names the environment variable that holds them;
* ``send(message, options, tools)``: passes one alert on. Returns when the receiver has it. Raises ``Unavailable`` where
  a later attempt can help and ``Refused`` where none can.

``tests/flows/channels/cases/<kind>.yaml`` holds its cases.
"""

import importlib
import pkgutil
from typing import Any, Protocol, cast

from pydantic import BaseModel, ValidationError

from flows.telling import Message, Tools


class Channel(Protocol):
    """What the module of a channel has."""

    Options: type[BaseModel]

    def send(self, message: Message, options: Any, tools: Tools) -> None:
        """Pass one alert on."""


def kinds() -> tuple[str, ...]:
    """The names of all channels."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")))


def load(kind: str) -> Channel:
    """The channel of that name.

    :raises ValueError: there is none.
    """
    if kind not in kinds():
        raise ValueError(f"there is no channel {kind!r}; there are {', '.join(kinds())}")
    return cast(Channel, importlib.import_module(f"{__name__}.{kind}"))


def fault(kind: str, given: dict[str, Any]) -> str | None:
    """What is wrong with the options of a channel, in words: the key and what was expected; None where nothing is."""
    try:
        options_of(kind, given)
    except ValidationError as error:
        found = error.errors(include_url=False)[0]
        key = ".".join([kind, *map(str, found["loc"])])
        if found["type"] == "extra_forbidden":
            return f"{key}: unknown key (expected one of: {', '.join(load(kind).Options.model_fields) or 'none'})"
        return f"{key}: {found['msg'].removeprefix('Value error, ')}"
    return None


def options_of(kind: str, given: dict[str, Any]) -> BaseModel:
    """What a watch says of a channel, checked.

    :raises ValueError: no such channel, or (pydantic's ValidationError) a missing, wrong or unknown key.
    """
    return load(kind).Options.model_validate(given)
