"""Where sentences begin and end, and which of their characters stand in quotation marks."""

import re
from collections.abc import Set
from dataclasses import dataclass, field
from itertools import accumulate

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token, tokenise

# It begins with one set of signs, so that the engine looks at nothing else.
_OPENING = r"['\"(\[]{0,3}[A-Z0-9À-ÖØ-Þ$€£]"
_END = re.compile(
    rf"[\n.!?](?:(?<=\n)|['\")\]]{{0,3}}(?=\s{{1,20}}{_OPENING})|(?<=[a-z][a-z][.!?])(?:\"(?=[A-Z][a-z]+\s)|(?=[A-Z][a-z]*\s)))"
)
_LONGEST_SHORT = 12
_FOLLOWS = re.compile(r"\s{0,20}['\"(\[]{0,3}([^\s.,;:]{1,20})")
_ASKER = re.compile(r"\s{1,20}(?:[A-Z][\w.'-]{0,20} ){1,4}([a-z]{3,10})\b")


# No sentence is longer; what is, is a table or an attack, and is read in pieces so that time stays linear.
LONGEST = 1500


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: its text, its offset, whether it begins a line, and whether it begins inside a quotation."""

    text: str
    start: int
    line: int
    quoted: bool
    tokens: list[Token] = field(init=False, default_factory=list)
    words: Set[str] = field(init=False, default=frozenset())
    joined: str = field(init=False, default="")
    lows: list[str] = field(init=False, repr=False)
    numerals: list[int] = field(init=False, repr=False)
    ends: list[int] = field(init=False, default_factory=list, repr=False)

    def read(self) -> "Sentence":
        """Fill what is known of the tokens once, and return self.

        ``lows`` are they in small letters, ``words`` their set, ``numerals`` the places of those in digits.
        """
        if not self.tokens:
            self.tokens = tokenise(self.text)
            self.lows = [t.low for t in self.tokens]
            self.words = set(self.lows)
            self.numerals = [k for k, token in enumerate(self.tokens) if token.kind == "n"]
        return self

    def places(self, words: Set[str]) -> list[int]:
        """Where the tokens stand that are one of some words, in order."""
        here = words & self.words
        if len(here) == 1:  # mostly a single token, which is found without a look at each
            (word,) = here
            if self.lows.count(word) == 1:
                return [self.lows.index(word)]
        return [k for k, low in enumerate(self.lows) if low in here] if here else []

    def place(self, first: int, end: int) -> tuple[int, int]:
        """The offsets of the tokens from ``first`` to ``end``."""
        if not self.ends:  # a sentence has no blank before its first token, which counts as if it had
            self.ends = list(accumulate([t.width for t in self.tokens], initial=self.start - 1))
        return self.ends[first + 1] - len(self.tokens[first].text), self.ends[end]

    def inside(self, k: int) -> bool:
        """True where the token at ``k`` stands in quotation marks."""
        return (self.lows[:k].count('"') % 2 == 1) != self.quoted

    def folded(self) -> str:
        """The words between blanks, to look for phrases in."""
        if not self.joined:
            self.joined = f" {' '.join(self.lows)} "
        return self.joined


def split(text: str, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a text in order; a newline always ends one."""
    sentences: list[Sentence] = []
    shorts = lexicon.cue("abbreviation|state_short")
    start, line, inside = 0, 0, False
    for match in _END.finditer(text):
        first, end = match.span()
        newline = text[first] == "\n"
        if not newline and not _ends(text, first, end, start, shorts, lexicon):
            continue
        if start < first or not newline:
            inside = _keep(sentences, text, start, end, line, inside)
        start = end
        if newline:
            line, inside = line + 1, False
    _keep(sentences, text, start, len(text), line, inside)
    return sentences


def _ends(text: str, mark: int, end: int, start: int, shorts: frozenset[str], lexicon: Lexicon) -> bool:
    """True where a mark before a capital ends a sentence that begins at ``start``: it is none of what is written short.

    ``shorts`` are the words that are.
    """
    if not text[end].isspace():
        return True
    if text[mark] != ".":
        return not _reported(text, end, lexicon)
    earliest = mark - _LONGEST_SHORT if mark > _LONGEST_SHORT else 0
    plain = text[text.rfind(" ", earliest, mark) + 1 or earliest : mark]
    if len(plain) > 1 and plain.isalpha() and plain.lower() not in shorts:
        return True
    before = _word_before(text, mark)
    short, states = lexicon.cues.abbreviation, lexicon.cues.state_short
    if len(before) > 1 and before.isalpha() and (low := before.lower()) not in short and low not in states:
        return True
    written = before.rpartition("-")[2]
    word = written.lower()
    if len(word) == 1 and word.isalpha():
        # ``wrote on X. Four …``: the network's name ends a sentence, an initial does not.
        return word == "i" or (word == "x" and text[max(start, mark - 5) : mark] in (" on X", " on x"))
    if word.isdigit() and len(word) < 3:
        listed = mark - start < 4 and text[max(0, start - 1) : start] in ("", "\n")
        return not listed and not lexicon.cue("capital_nouns")
    if word in short or ("." in word and word[0].isalpha()):
        return _after_short(text, end, word, lexicon)
    named = word in states and written[0].isupper()
    return not (named and _in_place(text, mark - len(before), end, lexicon))


def _word_before(text: str, end: int) -> str:
    """The word that ends at an offset, or so much of it as an abbreviation may have."""
    lead = text[end - _LONGEST_SHORT if end > _LONGEST_SHORT else 0 : end]
    if not lead or lead[-1].isspace():
        return ""
    word = lead.split()[-1]
    if word.isalpha():
        return word
    for sign in "\"'(":
        if sign in word:
            word = word.rpartition(sign)[2]
    return word


def _after_short(text: str, end: int, word: str, lexicon: Lexicon) -> bool:
    """True where a sentence ends behind an abbreviation: after titles never, after ``U.S.`` before a clear opener."""
    follow = _FOLLOWS.match(text, end)
    after = follow.group(1).lower() if follow else ""
    if "(" in text[end : end + 3] or (not after.isalpha() and "'" not in after):
        return False
    if word in ("a.m", "p.m"):
        return not any(after in lexicon.cue(cue) for cue in ("weekday", "month", "time_zone"))
    if "." not in word and word not in lexicon.cue("abbreviation_last"):
        return False
    # ``the U.S. Army`` goes on, ``… in the U.S. Police said`` does not: a plural cannot belong to the name.
    plural = after == "police" or after.endswith("s")
    openers = (lexicon.cue("stop"), lexicon.cue("opener"), lexicon.triggers)
    return any(after in words for words in openers) or (plural and after in lexicon.cue("authority"))


def _in_place(text: str, first: int, end: int, lexicon: Lexicon) -> bool:
    """``SAN ROCA, Calif. (UW)``, ``Fla. Gov. Ro``: a state behind a comma or before a title, no clear opener next."""
    follow = _FOLLOWS.match(text, end)
    after = follow.group(1).lower() if follow else ""
    if after in lexicon.cue("title"):
        return True
    comma = text[max(0, first - 2) : first] == ", "
    return comma and not (after in lexicon.cue("stop") or after in lexicon.triggers)


def _reported(text: str, end: int, lexicon: Lexicon) -> bool:
    """``"How many?" Ana Ortiz asked``: what follows the quotation says whose it is."""
    if text[end - 1] != '"':
        return False
    match = _ASKER.match(text, end)
    return match is not None and match[1] in lexicon.cue("asking")


def _keep(sentences: list[Sentence], text: str, start: int, end: int, line: int, inside: bool) -> bool:
    """Append the sentence if it has text; returns whether a quotation is still open after it."""
    led = text[start:end].lstrip()
    if not led:
        return inside
    first, stripped = end - len(led), led.rstrip()
    quotes = '"' in stripped and stripped.count('"') % 2 == 1
    while len(stripped) > LONGEST:
        cut = stripped.rfind(" ", LONGEST // 2, LONGEST) + 1 or LONGEST
        sentences.append(Sentence(stripped[:cut].rstrip(), first, line, inside))
        stripped, first = stripped[cut:], first + cut
    if stripped:
        sentences.append(Sentence(stripped, first, line, inside))
    return inside ^ quotes
