"""Where sentences begin and end, and which of their characters stand in quotation marks."""

import re
from dataclasses import dataclass, field

from extractors.figures.lexicon import Lexicon
from extractors.figures.tokens import Token, tokenise

_END = re.compile(r"[.!?]['\")\]]{0,3}(?=\s)|\n|(?<=[a-z][a-z])[.!?]\"?(?=[A-Z][a-z]+\s)")
_WORD_BEFORE = re.compile(r"([^\s\"'(]{1,12})$")
_OPENS = re.compile(r"\s{0,20}['\"(\[]{0,3}[A-Z0-9À-ÖØ-Þ$€£]")


# No sentence is longer; what is, is a table or an attack, and is read in pieces so that time stays linear.
LONGEST = 1500


@dataclass(slots=True)
class Sentence:
    """One sentence: its text, its offset, whether it begins a line, and whether it begins inside a quotation."""

    text: str
    start: int
    line: int
    quoted: bool
    tokens: list[Token] = field(default_factory=list)
    words: frozenset[str] = frozenset()

    def read(self) -> "Sentence":
        """Fill ``tokens`` and ``words`` (their set, for quick refusals) once, and return self."""
        if not self.tokens:
            self.tokens = tokenise(self.text, self.start)
            self.words = frozenset([t.low for t in self.tokens])
        return self


def split(text: str, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a text in order; a newline always ends one."""
    sentences: list[Sentence] = []
    start, line, inside = 0, 0, False
    for match in _END.finditer(text):
        newline = match.group() == "\n"
        if not newline and not _ends(text, match, lexicon):
            continue
        inside = _keep(sentences, text, start, match.end(), line, inside)
        start = match.end()
        if newline:
            line, inside = line + 1, False
    _keep(sentences, text, start, len(text), line, inside)
    return sentences


def _ends(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """True where a full stop ends a sentence: not after an abbreviation or an initial, and a capital follows."""
    if not _OPENS.match(text, match.end()):
        return False
    if not text[match.end()].isspace():
        return True
    if match.group()[0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 13), match.start())
    word = before.group(1).lower() if before else ""
    if word in ("a.m", "p.m", "u.s", "u.k"):
        return text[match.end() : match.end() + 20].lstrip(" ")[:1] != "("
    if "." in word and text[match.end() : match.end() + 20].lstrip(" ")[:1] == "(":
        return False
    if len(word) == 1 and word.isalpha():
        return word == "i"
    if word.isdigit() and len(word) < 3 and lexicon.cue("capital_nouns"):
        return False
    if "." in word and text[match.end() : match.end() + 20].lstrip(" ")[:1].isdigit():
        return False
    return word not in lexicon.cue("abbreviation")


def _keep(sentences: list[Sentence], text: str, start: int, end: int, line: int, inside: bool) -> bool:
    """Append the sentence if it has text; returns whether a quotation is still open after it."""
    body = text[start:end]
    stripped = body.strip()
    if not stripped:
        return inside
    first = start + (len(body) - len(body.lstrip()))
    while len(stripped) > LONGEST:
        cut = stripped.rfind(" ", LONGEST // 2, LONGEST) + 1 or LONGEST
        sentences.append(Sentence(stripped[:cut].rstrip(), first, line, inside))
        stripped, first = stripped[cut:], first + cut
    if stripped:
        sentences.append(Sentence(stripped, first, line, inside))
    return inside ^ (body.count('"') % 2 == 1)
