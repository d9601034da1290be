"""Lists of other stories in a plain text: where one begins is a rule's matter, here is where the article resumes."""

import re
from collections.abc import Sequence

from extractors.reading.body import Topic
from extractors.reading.lines import Line
from extractors.reading.rules import Verdict

_STRICTNESS = {"list": 0.5, "end": 0.8}
"""How much a paragraph must share with the article to resume it, below the heading of a list and below an ending."""
_TIMED = 1.5
"""The same below a list whose items carry times: such a list is a news ticker, whose teasers are prose too."""
_TIME = re.compile(r"\d{1,2}[:.]\d{2}\b(?! ?(?:percent|per cent|%|million|billion))")
_PROSE, _AHEAD, _ENOUGH = 1.0, 6, 0.4
"""Once an item of the list was prose, the others may be too: then so much of what comes next has to resume it."""


def drop_lists(
    lines: Sequence[Line], verdicts: Sequence[Verdict | None], reasons: list[str | None], start: int, topic: Topic
) -> None:
    """Below the heading of a list or of a comment form, lines go until prose about the article's topic resumes.

    A heading before ``start`` or the first prose is navigation above the article and opens nothing.
    """
    inside: Verdict | None = None
    strictness, prose = 0.0, False
    for index, line in enumerate(lines):
        verdict = verdicts[index]
        if verdict and verdict.effect in _STRICTNESS and topic and index >= start:
            strictness = max(strictness if inside else 0.0, _STRICTNESS[verdict.effect])
            inside, prose = verdict, prose and inside is not None
        elif inside and _is_ticker(lines, verdicts, index):
            strictness, prose, reasons[index] = _TIMED, True, reasons[index] or inside.reason
        elif inside and reasons[index] is None:
            if topic.resumes(line, strictness) and (not prose or _goes_on(lines, verdicts, index, topic)):
                inside = None
            else:
                reasons[index] = inside.reason
                prose = prose or (line.is_sentence and line.words >= 8)
        if reasons[index] is None:
            topic.add(line)


def _is_ticker(lines: Sequence[Line], verdicts: Sequence[Verdict | None], index: int) -> bool:
    """Whether a line begins with a time and another time follows soon; one alone may be how long a video is."""

    def timed(n: int) -> bool:
        verdict = verdicts[n]
        return bool((verdict and verdict.reason == "timestamp") or _TIME.match(lines[n].text))

    return timed(index) and any(timed(n) for n in range(index + 1, min(index + 8, len(lines))))


def _goes_on(lines: Sequence[Line], verdicts: Sequence[Verdict | None], index: int, topic: Topic) -> bool:
    """Whether the prose from a line on is the article's as often as not: one such line may be one more teaser."""
    found: list[bool] = []
    for line, verdict in zip(lines[index:], verdicts[index:], strict=True):
        if len(found) == _AHEAD or (verdict and (verdict.effect in _STRICTNESS or verdict.reason == "timestamp")):
            break
        if verdict is None and line.is_sentence and line.words >= 8:
            found.append(topic.resumes(line, _PROSE))
    return len(found) > 1 and sum(found) >= _ENOUGH * len(found)
