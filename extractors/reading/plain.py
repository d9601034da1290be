"""Plain text to article: what trafilatura does for HTML, where only the wording and shape of lines tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.document import Dropped
from extractors.reading.body import Topic, choose
from extractors.reading.features import Page
from extractors.reading.lines import Line, key_of, split
from extractors.reading.lists import drop_lists
from extractors.reading.rules import Verdict, cut, judge

_HEADLINE_WORDS = range(3, 31)
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]+){1,2}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,| and| &) {_NAME}){{0,3}}")
_TOP = 12


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The headline (None where the text has none), the paragraphs that were kept, and what was dropped, in order."""

    title: str | None
    paragraphs: tuple[str, ...]
    dropped: tuple[Dropped, ...]


def clean(text: str, learnt: frozenset[str] = frozenset(), title: str | None = None) -> Cleaned:
    """The article in a plain text. ``learnt`` holds keys (``lines.key_of``) of lines that a host repeats on its pages.

    Never cuts at the first marker: what follows a list of other stories is kept again from the line on
    where prose about the article's own topic resumes.
    """
    lines, glued, verdicts = judged(text, learnt)
    head = _headline(lines, verdicts, title)
    reasons: list[str | None] = [verdict.reason if verdict else None for verdict in verdicts]
    start = 0
    if lines:
        chosen, start = choose(Page(lines, verdicts, title))
        reasons = [reason or (None if taken else "outside") for reason, taken in zip(reasons, chosen, strict=True)]
    if head is not None:
        reasons[head] = None
    _repeated(lines, reasons, head)
    _widgets(lines, glued, verdicts, reasons)
    drop_lists(lines, verdicts, reasons, start, Topic(title or (lines[head].text if head is not None else "")))
    return Cleaned(
        lines[head].text if head is not None else title, _kept(lines, reasons), _dropped(lines, reasons, glued)
    )


def tidy(text: str, learnt: frozenset[str] = frozenset(), title: str | None = None) -> Cleaned:
    """The lines that trafilatura left in a page's text, without those that give themselves away as boilerplate."""
    lines, glued, verdicts = judged(text, learnt)
    reasons = [verdict.reason if verdict else None for verdict in verdicts]
    return Cleaned(title, _kept(lines, reasons), _dropped(lines, reasons, glued))


def judged(text: str, learnt: frozenset[str]) -> tuple[list[Line], dict[int, list[Dropped]], list[Verdict | None]]:
    """The lines without glued residue, the residue by line, and what the rules say of each line."""
    glued: dict[int, list[Dropped]] = {}
    lines: list[Line] = []
    for line in split(text):
        rest, pieces = cut(line.text)
        if pieces:
            glued.setdefault(len(lines), []).extend(pieces)
        if rest:
            lines.append(replace(line, text=rest))
    verdicts = [Verdict("drop", "learnt") if line.key in learnt else judge(line.text) for line in lines]
    _names(lines, verdicts)
    return lines, glued, verdicts


def _names(lines: Sequence[Line], verdicts: list[Verdict | None]) -> None:
    """A byline without a "by": near the top, between the headline and the date, nothing but names of people."""
    for index in range(1, min(_TOP, len(lines) - 1)):
        below = verdicts[index + 1]
        if below and below.reason == "timestamp" and not verdicts[index] and _NAMES.fullmatch(lines[index].text):
            verdicts[index] = Verdict("drop", "byline")


def _headline(lines: Sequence[Line], verdicts: Sequence[Verdict | None], title: str | None) -> int | None:
    """The line that is the headline: the given title where it stands in the text, else the first line if it can be."""
    if title:
        wanted = key_of(title)
        return next((n for n, line in enumerate(lines) if line.key == wanted), None)
    if len(lines) < 2 or verdicts[0] or lines[0].marked:
        return None
    words = len(lines[0].text.split())
    ends = lines[0].text.endswith((".", ":", ",", ";")) and words > 12
    return 0 if words in _HEADLINE_WORDS and not ends else None


def _repeated(lines: Sequence[Line], reasons: list[str | None], head: int | None) -> None:
    """Doubled headlines and paragraphs go; where two paragraphs in a row are both doubled, they are teasers."""
    title = lines[head].key if head is not None else ""
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if reasons[index] or index == head:
            continue
        if title and (line.key == title or (len(line.key) > 25 and title.startswith(line.key + " "))):
            reasons[index] = "duplicate_headline"
        elif line.key in seen and line.words >= 5:
            reasons[index] = "duplicate"
        seen.add(line.key)
    doubled = [n for n in range(1, len(lines)) if lines[n].key == lines[n - 1].key and lines[n].words >= 8]
    for first, second in pairwise(doubled):
        if second - first <= 2:
            for n in (first - 1, first, second - 1, second):
                reasons[n] = "teaser"


def _widgets(
    lines: Sequence[Line],
    glued: dict[int, list[Dropped]],
    verdicts: Sequence[Verdict | None],
    reasons: list[str | None],
) -> None:
    """The title of a widget: a short line just above its "View all", also where that is glued to the next line."""
    for index in range(1, len(lines)):
        verdict, above = verdicts[index], lines[index - 1]
        control = bool(verdict and verdict.reason == "widget") or any(
            d.reason == "widget" for d in glued.get(index, ())
        )
        if control and above.words <= 5 and not above.is_sentence:
            reasons[index - 1] = reasons[index - 1] or "widget"


def _kept(lines: Sequence[Line], reasons: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(line.text for line, reason in zip(lines, reasons, strict=True) if reason is None)


def _dropped(
    lines: Sequence[Line], reasons: Sequence[str | None], glued: dict[int, list[Dropped]]
) -> tuple[Dropped, ...]:
    found: list[Dropped] = []
    for index, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
        found += glued.get(index, [])
        if reason:
            found.append(Dropped(line.text, reason))
    return tuple(found)
