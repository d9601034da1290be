"""Which kinds of source and which channels there are: the modules of two folders. Adding a file there adds a kind."""

import pkgutil
from functools import cache
from typing import Any

import flows.channels
from extractors import formats
from flows.watch.problems import either, suggestion


@cache
def sources() -> tuple[str, ...]:
    """Kinds of source: the formats of ``extractors/formats``, which list articles or hold them."""
    return tuple(sorted({*formats.listing_formats(), *formats.document_formats()}))


@cache
def channels() -> tuple[str, ...]:
    """Ways to tell a subscriber: the modules of ``flows/channels``."""
    modules = (m.name for m in pkgutil.iter_modules(flows.channels.__path__) if not m.name.startswith("_"))
    return tuple(sorted({"atom", "jsonl", "screen", "webhook", *modules}))


def source_entry(given: Any, keys: set[str]) -> Any:
    """``{feed: address, name: …}`` or ``{kind: feed, url: address}`` as ``{kind: feed, at: [address], name: …}``.

    ``keys`` are the keys that any source may have. Raises ValueError where no key, or more than one, names a kind.
    """
    if not isinstance(given, dict) or {"kind", "at"} <= set(given):
        return given
    named = [kind for kind in sources() if kind in given and kind != given.get("kind")]
    if "kind" in given:
        return _by_kind(given)
    if len(named) != 1:
        strange = next((k for k in given if k not in keys), None)
        hint = f"; {strange!r} is none of them{suggestion(strange, [*sources(), *keys])}" if strange else ""
        raise ValueError(f"expected exactly one of the keys {either(sources())}, got {len(named)}{hint}")
    (kind,) = named
    rest = {k: v for k, v in given.items() if k != kind}
    return {"kind": kind, "at": _places(given[kind], kind), **rest}


def _by_kind(given: dict[str, Any]) -> dict[str, Any]:
    kind = given["kind"]
    if kind not in sources():
        raise ValueError(f"kind: there is no source kind {kind!r}{suggestion(str(kind), sources())}")
    key = next((k for k in _order(kind) if k in given), None)
    if key is None:
        raise ValueError(f"expected an address or path: {kind}: …")
    return {**{k: v for k, v in given.items() if k != key}, "at": _places(given[key], kind)}


def _order(kind: str) -> tuple[str, ...]:
    # `url` beside `path` says where a file's page was, so the path is the locator.
    return (kind, "at", "path", "urls", "url")


def _places(given: Any, kind: str) -> tuple[str, ...]:
    listed = given if isinstance(given, list | tuple) else [given]
    if not listed or not all(isinstance(place, str) and place.strip() for place in listed):
        raise ValueError(f"{kind}: expected an address or path, or a list of them")
    return tuple(place.strip() for place in listed)


def subscriber_entry(given: Any, keys: set[str]) -> Any:
    """``screen``, ``{screen: {}}`` or ``{webhook: address}`` as ``{channel, options, name, …}``.

    A plain value after the channel becomes its option ``to``. Raises ValueError where no channel is named.
    """
    if isinstance(given, str):
        given = {given: {}}
    if not isinstance(given, dict) or {"channel", "options"} <= set(given):
        return given
    named = [channel for channel in channels() if channel in given]
    if len(named) != 1:
        strange = next((k for k in given if k not in keys), None)
        hint = f"; {strange!r} is none of them{suggestion(strange, channels())}" if strange else ""
        raise ValueError(f"expected exactly one of the keys {either(channels())}, got {len(named)}{hint}")
    (channel,) = named
    options = given[channel]
    if options is None or options is True:
        options = {}
    elif not isinstance(options, dict):
        options = {"to": options}
    rest = {k: v for k, v in given.items() if k != channel}
    return {"channel": channel, "options": options, "name": rest.pop("name", None) or channel, **rest}


def as_key(schema: dict[str, Any], names: tuple[str, ...]) -> None:
    """In the JSON Schema of an entry, show the kind as a key of its own, of which exactly one is given."""
    properties = schema["properties"]
    for inner in ("kind", "at", "channel", "options"):
        properties.pop(inner, None)
    for name in names:
        properties[name] = {"description": f"{name}: see docs/watch.md"}
    schema["oneOf"] = [{"required": [name]} for name in names]
    schema.pop("required", None)
