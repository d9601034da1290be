"""A plain text as lines: white space folded, list marks noted, hard-wrapped paragraphs joined."""

import re
from dataclasses import dataclass
from itertools import pairwise

_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
_MARK = re.compile(r"^(?:[*+•●▪◦‣·»›>–-]|\d{1,2}[.)])\s+(?=\S)")
_BARE_MARK = re.compile(r"^[*+•●▪◦‣·-]$")
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’»)\]]*$|[:;]$|[”\"»]$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_KEY = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, whether a list mark stood before it, whether a blank line did."""

    text: str
    marked: bool
    after_gap: bool

    @property
    def words(self) -> int:
        return len(_WORD.findall(self.text))

    @property
    def is_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))

    @property
    def key(self) -> str:
        return key_of(self.text)


def key_of(text: str) -> str:
    """What two copies of a line share: letters and digits in lower case."""
    return _KEY.sub(" ", text.casefold()).strip()


def split(text: str) -> list[Line]:
    """The lines of a text that have something in them, in order."""
    lines: list[Line] = []
    gap = False
    for raw in _unwrapped(_INVISIBLE.sub("", text).split("\n")):
        folded = _SPACES.sub(" ", raw).strip()
        marked = _MARK.match(folded)
        folded = (
            ""
            if _BARE_MARK.match(folded)
            else folded[marked.end() :]
            if marked and marked[0][0] in "*+•●▪◦‣"
            else folded
        )
        if folded:
            lines.append(Line(folded, bool(marked), gap))
        gap = not folded
    return lines


def _unwrapped(lines: list[str]) -> list[str]:
    """Paragraphs that were wrapped at a fixed width (mail, press wires) joined again; other texts unchanged."""
    full = [line.strip() for line in lines if line.strip()]
    inner = [a for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(inner) < 4 or max(map(len, full), default=0) > 100:
        return lines
    wrapped = [line for line in inner if len(line.strip()) >= 50 and not _SENTENCE_END.search(line.strip())]
    if len(wrapped) < 0.6 * len(inner):
        return lines
    joined: list[str] = []
    for line, before in zip(lines, ["", *lines], strict=False):
        if line.strip() and before.strip():
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
    return joined
