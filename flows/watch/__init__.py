"""The watch language: a YAML file to sources, quantities and subscribers, or to errors that a person can act on."""

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from flows.watch import lines
from flows.watch.messages import problems
from flows.watch.model import QuantitySpec, Source, Subscriber, WatchSpec
from flows.watch.problems import Problem, WatchError
from warehouse.belief import Policy, Quantity

__all__ = ["Problem", "Source", "Subscriber", "Watch", "WatchError", "load", "parse"]
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Watch:
    """A watch, ready to use.

    ``every`` is how often to look where ``cron`` is None. ``allow`` are private addresses that may be visited.
    ``quantities`` carry the author's words; the warehouse expands them by the lexicon. ``yaml`` is the text it was
    read from (kept in the ledger), ``folder`` what relative paths of its sources are relative to.
    """

    name: str
    title: str
    every: timedelta
    cron: str | None
    allow: tuple[str, ...]
    sources: tuple[Source, ...]
    quantities: tuple[Quantity, ...]
    subscribers: tuple[Subscriber, ...]
    yaml: str
    folder: Path


def load(path: Path) -> Watch:
    """The watch of a file. Raises WatchError, naming file, line, key and what was expected."""
    try:
        if path.stat().st_size > _LARGEST:
            raise WatchError([Problem(str(path), None, "", "expected a watch, and this file is over 1 MB")])
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WatchError([Problem(str(path), None, "", f"cannot be read: {error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise WatchError([Problem(str(path), None, "", "expected text in UTF-8")]) from error
    return parse(text, str(path), folder=path.parent)


def parse(text: str, file: str = "watch.yaml", *, folder: Path = Path()) -> Watch:
    """The watch of a YAML text; ``file`` is only named in errors. Raises WatchError."""
    values, at = lines.read(text, file)
    if not isinstance(values, dict):
        raise WatchError([Problem(file, 1, "", "expected keys: watch, sources, quantities, subscribers")])
    values = {"watch": _slug(file), **values}
    values["quantities"] = _by_name(values.get("quantities"))
    try:
        spec = WatchSpec.model_validate(values)
    except ValidationError as error:
        raise WatchError(problems(error, file, at)) from error
    quantities = tuple(_quantity(spec, name, given) for name, given in spec.quantities.items())
    _check_subscribers(spec, file, at)
    return Watch(
        spec.watch, spec.title, spec.interval, spec.cron, spec.allow, spec.sources, quantities, spec.subscribers,
        text, folder,
    )  # fmt: skip


def _slug(file: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", Path(file).stem).strip("-.") or "watch"


def _by_name(given: Any) -> Any:
    """Quantities as a list of entries with ``name`` are taken too."""
    if isinstance(given, list) and all(isinstance(q, dict) and isinstance(q.get("name"), str) for q in given):
        return {q["name"]: {k: v for k, v in q.items() if k != "name"} for q in given}
    return given


def _quantity(spec: WatchSpec, name: str, given: QuantitySpec) -> Quantity:
    own = given.model_fields_set
    title = given.title or name.replace("_", " ")
    told = {key: getattr(given if key in own else spec, key) for key in ("about", "not_about", "place", "when")}
    return Quantity(
        watch=spec.watch, name=name, count=given.count, action=given.action, title=title,
        basis=given.basis, status=given.status, kind=given.kind, unit=given.unit, party=given.party,
        between=given.between, policy=_policy(spec.policy, given.policy), **told,
    )  # fmt: skip


def _policy(whole: BaseModel, own: BaseModel) -> Policy:
    """The quantity's own settings over those of the watch over the defaults."""
    return Policy(**{**whole.model_dump(), **own.model_dump(exclude_unset=True)})


def _check_subscribers(spec: WatchSpec, file: str, at: dict[lines.Path, int]) -> None:
    wrong = [
        Problem(file, at.get(("subscribers", n)), f"subscribers[{n}].quantities", f"there is no quantity {name!r}")
        for n, subscriber in enumerate(spec.subscribers)
        for name in subscriber.quantities
        if name not in spec.quantities
    ]
    if wrong:
        raise WatchError(wrong)
