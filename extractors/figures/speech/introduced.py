"""Persons whom a text introduces before they speak: ``At a clinic sat Tomas Reik, 40.``, whom ``he`` then means."""

import re
from collections.abc import Iterator

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import kinds

_END = re.compile(r"[.!?]\"? (?=[A-Z\"])|\n")
_CAPITAL = r"(?:[A-Z]\.|(?:al-|el-|d')?[A-Z]['\w-]{1,20}\.?)"
_NAME = re.compile(rf"\b{_CAPITAL}(?: (?:(?:van|von|de|der|da|di|bin|ibn|al|el) ){{0,2}}{_CAPITAL}){{1,5}}(?<!\.)")
_APPOSED = re.compile(r",? \(?\d{1,3}\b|, (?:an? |the |who |whose |from |of |head |director |leader )| \(")
_VERB = re.compile(r",? ([a-z]{2,20})\b")
_BEFORE = re.compile(r"([a-z]{3,20}),? \Z")
_GOES_ON = re.compile(r"\"?(?:He|She|His|Her|It|Its|They|Their)\b")
_PLACED = ("in", "near", "from", "at", "of", "around", "outside")
_SHORT = 4
_NEAR = 4000


def last(text: str, start: int, end: int, pronoun: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the name stands of the person whom the last sentence between two offsets speaks of."""
    near = text[max(0, end - _NEAR) : end]
    for first, stop in reversed(list(_sentences(text, start, end))):
        if _GOES_ON.match(text, first):
            continue
        for match in _NAME.finditer(text, first, stop):
            if _introduced(text, near, first, match, lexicon) and kinds.fits(pronoun, _around(text, match), lexicon):
                return match.span()
    return None


def end(text: str, start: int, stop: int) -> int:
    """Where the sentence ends that begins at ``start``."""
    match = _END.search(text, start, stop)
    return match.end() if match else stop


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _END.finditer(text, start, end):
        yield first, match.end()
        first = match.end()
    yield first, end


def _around(text: str, match: re.Match[str]) -> str:
    """The name with the words next to it, which may tell a man from a woman."""
    return text[max(0, match.start() - 20) : match.end()].rpartition(". ")[2]


def _introduced(text: str, near: str, first: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """A title, a trade, an age or an apposition shows that the name is a person's; so does a verb behind a subject."""
    name = match.group()
    words = name.split()
    low = words[-1].lower()
    if not kinds.person(name, lexicon) or low in lexicon.cue("weekday|month"):
        return False
    if low.endswith("'s"):
        return False
    if kinds.titled(words, lexicon):
        return True
    if f"he {name}" in near:
        return False
    before = _BEFORE.search(text, max(first, match.start() - 22), match.start())
    if before is not None and _trade(before[1], lexicon):
        return True
    behind = _VERB.match(text, match.end())
    office = behind is not None and behind[0][0] == "," and behind[1] in lexicon.cue("role")
    if (office or _APPOSED.match(text, match.end())) and text[match.start() - 2 : match.start()] != ", ":
        return not _placed(near, name)
    if text[match.start() - 2 : match.start()] == ", ":
        lead = text[max(first, match.start() - 80) : match.start()].lower()
        return not lexicon.cue("role").isdisjoint(re.findall(r"[a-z]{3,20}", lead))
    opens = behind is not None and match.start() <= first + 1 and not _trade(behind[1], lexicon)
    return opens and not _placed(near, name)


def _trade(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon.cue("stop") or word in lexicon.actions:
        return False
    return kinds.person(word, lexicon) and len(word) > _SHORT


def _placed(near: str, name: str) -> bool:
    """``in Port Amara``: a place."""
    return any(f" {word} {name}" in near for word in _PLACED)
