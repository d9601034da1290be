"""The three plain rules that the policy has to beat."""

from collections import Counter
from collections.abc import Callable, Sequence

from warehouse.belief import Report

Bounds = tuple[float | None, float | None]
Rule = Callable[[Sequence[Report]], Bounds]


def bounds(report: Report) -> Bounds:
    return (report.low, report.high)


def last_article(reports: Sequence[Report]) -> Bounds:
    """The last article wins."""
    return bounds(reports[-1])


def most_articles(reports: Sequence[Report]) -> Bounds:
    """The bounds that most articles print; the latest of those that tie."""
    counts = Counter(bounds(r) for r in reports)
    most = max(counts.values())
    return next(bounds(r) for r in reversed(reports) if counts[bounds(r)] == most)


def highest(reports: Sequence[Report]) -> Bounds:
    """The report with the highest point (or bound) wins; the earliest of those that tie."""
    return bounds(max(reports, key=_point))


def _point(report: Report) -> float:
    return next((v for v in (report.value, report.low, report.high) if v is not None), 0.0)


BASELINES: dict[str, Rule] = {"last article": last_article, "most articles": most_articles, "highest": highest}
