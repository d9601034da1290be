"""A text as what its reporter wrote: quoted speech and blurbs set aside.

Two independent reports on one event share the words of the people they quote, and two pages of one site share its
log-in dialogue. Neither makes them copies; only shared narrative does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.likeness.tables import rows

# Scripts without spaces give one token a character, all others one a word (with inner apostrophes, points, hyphens).
_TOKEN = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
    r"|[^\W_]+(?:['’.,:\-/][^\W_]+)*"
)
_SENTENCE = re.compile(r"(?<=[.!?。！？…])[\"')\]]*\s+")
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'"})
# British style: 'speech,' he said. The comma or stop inside tells the closing mark from an apostrophe.
_SINGLE = re.compile(r"(?<!\w)'(?=\w)([^\"\n]{12,600}?[,.!?])'(?!\w)")
# Signs that stand for words of the blurb table.
_COPYRIGHT = re.compile(r"©|\([cC]\)(?=\s*(?:19|20)\d\d)")
_CAPTION = re.compile(r"\b(?:photo|picture|image|foto|photos|video)\s?:", re.IGNORECASE)
_SPEECH_WORDS = 4  # quoted runs up to this long are names and scare quotes: the reporter's own words


def tokens(text: str) -> list[str]:
    """Return the words of ``text`` in order, in lower case, typographic apostrophes made plain."""
    return [token.lower() for token in _TOKEN.findall(text.translate(_MARKS))]


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text`` in order; a line break always ends one."""
    return [s for line in text.splitlines() for s in _SENTENCE.split(line) if s.strip()]


@dataclass(frozen=True, slots=True)
class Account:
    """A text without blurbs, as runs of tokens between the passages that were set aside, in order.

    ``narrative``: the reporter's own words. ``told``: those and the speech he quotes.
    """

    narrative: list[list[str]]
    told: list[list[str]]


def account(text: str) -> Account:
    """Return what ``text`` reports."""
    found = Account([], [])
    for line in text.splitlines():
        found.narrative.append([])
        found.told.append([])
        for words, spoken in _parts(line):
            if words is None or spoken:
                found.narrative.append([])
            else:
                found.narrative[-1].extend(words)
            if words is None:
                found.told.append([])
            else:
                found.told[-1].extend(words)
    return Account([run for run in found.narrative if run], [run for run in found.told if run])


def _parts(line: str) -> Iterator[tuple[list[str] | None, bool]]:
    """Yield the words of each part of one line (None: a blurb), and whether they are quoted speech."""
    for piece, spoken in _quoting(_CAPTION.sub(" picture credit ", _COPYRIGHT.sub(" copyright ", line))):
        if spoken:
            yield tokens(piece), True
            continue
        for sentence in _SENTENCE.split(piece):
            words = tokens(sentence)
            reach = _blurb(words)
            yield (None if reach else words), False
            if reach == "rest":
                return


def _quoting(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of one line in order, each with whether it is quoted speech."""
    plain = _SINGLE.sub(r'"\1"', line.translate(_MARKS).replace("''", '"'))
    for position, part in enumerate(plain.split('"')):
        if part.strip():
            yield part, bool(position % 2) and len(part.split()) > _SPEECH_WORDS


def _blurb(words: list[str]) -> str | None:
    """Return how far a blurb reaches that these words are part of (``sentence``, ``rest``), or None."""
    found = None
    phrases = blurbs()
    for position, word in enumerate(words):
        for phrase, reach in phrases.get(word, ()):
            if words[position : position + len(phrase)] == phrase:
                if reach == "rest":
                    return reach
                found = reach
    return found


@cache
def blurbs() -> dict[str, list[tuple[list[str], str]]]:
    """Return the phrases of ``blurbs.tsv`` as tokens, each with its reach, by their first token."""
    table: dict[str, list[tuple[list[str], str]]] = {}
    for row in rows("blurbs.tsv"):
        phrase = tokens(row["phrase"])
        table.setdefault(phrase[0], []).append((phrase, row["reach"]))
    return table
