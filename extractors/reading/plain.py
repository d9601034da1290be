"""Plain text to article: what trafilatura does for HTML, where only the wording and shape of lines tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Dropped
from extractors.reading.body import densest, reads_on, stems, weight
from extractors.reading.lines import Line, key_of, split
from extractors.reading.rules import Verdict, cut, judge

_HEADLINE_WORDS = range(3, 31)


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
    lines, glued = _unglued(split(text))
    verdicts = [_verdict(line, learnt) for line in lines]
    head = _headline(lines, verdicts, title)
    first, last = _range(lines, verdicts, head)
    reasons = _outside(verdicts, first, last, head)
    _repeated(lines, reasons, head)
    _lists(lines, verdicts, reasons)
    kept = tuple(line.text for line, reason in zip(lines, reasons, strict=True) if reason is None)
    return Cleaned(lines[head].text if head is not None else title, kept, _dropped(lines, reasons, glued))


def tidy(text: str, learnt: frozenset[str] = frozenset(), title: str | None = None) -> Cleaned:
    """The lines that trafilatura left in a page's text, without those that give themselves away as boilerplate."""
    lines, glued = _unglued(split(text))
    verdicts = [_verdict(line, learnt) for line in lines]
    reasons = [verdict.reason if verdict else None for verdict in verdicts]
    kept = tuple(line.text for line, reason in zip(lines, reasons, strict=True) if reason is None)
    return Cleaned(title, kept, _dropped(lines, reasons, glued))


def _unglued(lines: list[Line]) -> tuple[list[Line], dict[int, list[Dropped]]]:
    glued: dict[int, list[Dropped]] = {}
    whole: list[Line] = []
    for line in lines:
        rest, pieces = cut(line.text)
        if pieces:
            glued.setdefault(len(whole), []).extend(pieces)
        if rest:
            whole.append(replace(line, text=rest))
    return whole, glued


def _verdict(line: Line, learnt: frozenset[str]) -> Verdict | None:
    if line.key in learnt:
        return Verdict("drop", "learnt")
    return judge(line.text)


def _headline(lines: Sequence[Line], verdicts: Sequence[Verdict | None], title: str | None) -> int | None:
    """The line that is the headline: the given title where it stands in the text, else the first line if it can be."""
    if title:
        wanted = key_of(title)
        return next((n for n, line in enumerate(lines) if line.key == wanted), None)
    if not lines or verdicts[0]:
        return None
    words = len(lines[0].text.split())
    ends = lines[0].text.endswith((".", ":", ",", ";")) and words > 12
    return 0 if words in _HEADLINE_WORDS and not ends and not lines[0].marked and len(lines) > 1 else None


def _range(lines: Sequence[Line], verdicts: Sequence[Verdict | None], head: int | None) -> tuple[int, int]:
    weights = [weight(line, verdict is not None) for line, verdict in zip(lines, verdicts, strict=True)]
    first, last = densest(weights)
    return (first, last) if last else (0 if head is None else head, len(lines))


def _outside(verdicts: Sequence[Verdict | None], first: int, last: int, head: int | None) -> list[str | None]:
    """A reason for each line that goes by its own rule or lies outside the article; None for the others."""
    reasons: list[str | None] = []
    for index, verdict in enumerate(verdicts):
        if index == head:
            reasons.append(None)
        elif verdict:
            reasons.append(verdict.reason)
        else:
            reasons.append(None if first <= index < last else "outside")
    return reasons


def _repeated(lines: Sequence[Line], reasons: list[str | None], head: int | None) -> None:
    """Doubled headlines and doubled paragraphs go; teasers printed twice in a row go entirely."""
    seen: dict[str, int] = {}
    title = lines[head].key if head is not None else ""
    for index, line in enumerate(lines):
        if reasons[index] or index == head:
            continue
        key = line.key
        if title and (key == title or (len(key) > 25 and title.startswith(key + " "))):
            reasons[index] = "duplicate_headline"
        elif key in seen and line.words >= 5:
            reasons[index] = "duplicate"
        seen.setdefault(key, index)


def _lists(lines: Sequence[Line], verdicts: Sequence[Verdict | None], reasons: list[str | None]) -> None:
    """Below the heading of a list or of a comment form, lines go until prose about the article's topic resumes."""
    inside: str | None = None
    said: list[str] = []
    for index, line in enumerate(lines):
        verdict = verdicts[index]
        if verdict and verdict.effect in ("list", "end") and said:
            inside = verdict.reason
        elif inside and reasons[index] is None:
            if reads_on(line, stems(" ".join(said))):
                inside = None
            else:
                reasons[index] = inside
        if reasons[index] is None:
            said.append(line.text)


def _dropped(
    lines: Sequence[Line], reasons: Sequence[str | None], glued: dict[int, list[Dropped]]
) -> tuple[Dropped, ...]:
    found: list[Dropped] = []
    for index, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
        found += glued.get(index, [])
        if reason:
            found.append(Dropped(line.text, reason))
    return tuple(found)
