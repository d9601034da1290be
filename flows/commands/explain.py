"""``tallywire explain``: why a number is what it is."""

import dataclasses
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.commands.emitting import emit
from flows.commands.options import DATABASE, Database, Json, WatchName

if TYPE_CHECKING:
    from warehouse.explain import Explanation, Testimony

CONSENSUS = (
    "version", "value", "low", "high", "low_exclusive", "high_exclusive", "qualifier", "basis", "span_low",
    "span_high", "state", "voices", "speakers", "articles", "since", "changed_by", "cause",
)  # fmt: skip


def explain(
    quantity: Annotated[str, typer.Argument(metavar="QUANTITY", help="Its name, or WATCH/NAME.", show_default=False)],
    as_json: Json = False,
    watch: WatchName = None,
    db: Database = DATABASE,
) -> None:
    """Show why a number is what it is.

    Who reports it and in which words, who disagrees, what nearly counted, and how it came about.
    """
    from flows.commands.opening import reading
    from flows.printing.console import out
    from flows.printing.explaining import show
    from warehouse import explain as stored

    with reading(db) as con:
        explanation = stored.explain(con, stored.find(con, quantity, watch))
    if as_json:
        emit(as_object(explanation))
    else:
        show(out(), explanation)


def as_object(explanation: "Explanation") -> dict[str, Any]:
    """Return the explanation as one JSON object; times are ISO 8601 in UTC."""
    by_stance: dict[str, list[Testimony]] = {}
    for testimony in explanation.testimony:
        by_stance.setdefault(testimony.stance, []).append(testimony)
    now = explanation.consensus
    return {
        **dataclasses.asdict(explanation.quantity),
        "consensus": {key: getattr(now, key) for key in CONSENSUS} if now else None,
        "voices": _by_voice(by_stance.pop("supports", [])),
        "speakers": _speakers(explanation),
        "dissent": _by_voice(by_stance.pop("dissents", [])),
        "others": {stance: _by_voice(found) for stance, found in by_stance.items()},
        "near_misses": [dataclasses.asdict(miss) for miss in explanation.near_misses],
        "counted": [dataclasses.asdict(counted) for counted in explanation.counted],
        "history": [dataclasses.asdict(belief) for belief in explanation.history],
    }


def _by_voice(found: "list[Testimony]") -> list[dict[str, Any]]:
    voices: dict[str, list[Any]] = {}
    for testimony in found:
        voices.setdefault(testimony.voice, []).append(dataclasses.asdict(testimony))
    return [{"voice": voice, "reports": reports} for voice, reports in voices.items()]


def _speakers(explanation: "Explanation") -> list[dict[str, Any]]:
    """Return whom the supporting articles name, with their articles, in the order in which they were first named."""
    named: dict[str, list[str]] = {}
    for testimony in explanation.testimony:
        if testimony.stance == "supports" and testimony.speaker:
            named.setdefault(testimony.speaker, []).append(testimony.url)
    return [{"speaker": speaker, "urls": urls} for speaker, urls in named.items()]
