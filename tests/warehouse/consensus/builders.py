"""Short ways to write reports and to tell them one after the other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from extractors.figure import Basis, Qualifier
from warehouse.belief import Change, ChangeKind, Evidence, Kind, Policy, Quantity, Report, Turn
from warehouse.consensus import Fold, alert_kind, settle

DAWN = datetime(2025, 6, 1, 6, tzinfo=UTC)


def quantity(kind: Kind = "fixed", basis: Basis | None = None, **policy: Any) -> Quantity:
    """A quantity of the given kind; further names are settings of its policy."""
    return Quantity("watch", "people", (), (), basis=basis, kind=kind, policy=Policy(**policy))


def said(
    value: float | None, by: str = "Post", at: int = 0, qualifier: Qualifier = "exact", *, low: float | None = None,
    high: float | None = None, basis: Basis | None = None, origin: str | None = None, owner: str | None = None,
    lineage: str | None = None, article: str | None = None, revision: int = 1, rank: int = 1, quote: str | None = None,
    speaker: str | None = None, agencies: bool = False, ignored: bool = False, copied: float | None = None,
    turn: Turn | None = None,
) -> Report:  # fmt: skip
    """What an article says; by default an article of its own per source and minute, its source its voice."""
    article = article or f"{by}-{at}"
    if qualifier in ("exact", "approximate"):
        low = high = value
    low = value if qualifier in ("at_least", "more_than") else low
    high = value if qualifier in ("at_most", "less_than") else high
    return Report(
        f"{article}.{revision}.{rank}", article, revision, f"https://{by.lower()}.example/{article}", by, owner or by,
        origin or by, lineage or article, agencies, rank, value, low, high, qualifier == "more_than",
        qualifier == "less_than", qualifier, basis, False, speaker, quote or f"{article} counts {value}",
        DAWN + timedelta(minutes=at), ignored, copied, turn=turn,
    )  # fmt: skip


def tell(wanted: Quantity, reports: Iterable[Report | Sequence[Report]]) -> tuple[Fold, list[Change]]:
    """Put articles in one after the other; the fold, and what each changed."""
    fold = Fold(wanted)
    return fold, list(settle(fold, [[r] if isinstance(r, Report) else r for r in reports]))


def told(wanted: Quantity, reports: Iterable[Report | Sequence[Report]]) -> list[ChangeKind | None]:
    """The alert that each article caused, or None."""
    return [alert_kind(change, wanted.policy) for change in tell(wanted, reports)[1]]


def stances(fold: Fold) -> dict[str, str]:
    return {row.report_id: row.stance for row in fold.evidence()}


def row(fold: Fold, report: Report) -> Evidence:
    return next(e for e in fold.evidence() if e.report_id == report.report_id)


def silent(by: str, at: int, article: str, revision: int, origin: str | None = None) -> Report:
    """An edited page that no longer states the number."""
    blank = said(None, by, at, "vague", article=article, revision=revision, origin=origin)
    return replace(blank, withdrawn=True, quote="")
