"""A text as what its reporter wrote: quoted speech and blurbs set aside.

Two independent reports on one event share the words of the people they quote, and two pages of one site share its
log-in dialogue. Neither makes them copies; only shared narrative does.
"""

import re
from collections.abc import Iterator
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
_SPEECH_WORDS = 4  # quoted runs up to this long are names and scare quotes: the reporter's own words


def tokens(text: str) -> list[str]:
    """Return the words of ``text`` in order, in lower case, typographic apostrophes made plain."""
    return [token.lower() for token in _TOKEN.findall(text.translate(_MARKS))]


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text`` in order; a line break always ends one."""
    return [s for line in text.splitlines() for s in _SENTENCE.split(line) if s.strip()]


def narrative(text: str) -> list[list[str]]:
    """Return the reporter's own words: runs of tokens between the passages that were set aside, in order."""
    return _runs(text, speech=False)


def account(text: str) -> list[list[str]]:
    """Return the reporter's words and the speech he quotes, without blurbs: runs of tokens, in order."""
    return _runs(text, speech=True)


def _runs(text: str, *, speech: bool) -> list[list[str]]:
    runs: list[list[str]] = []
    for line in text.splitlines():
        run: list[str] = []
        for piece in _own(line, speech):
            if piece is None:
                runs.append(run)
                run = []
            else:
                run.extend(tokens(piece))
        runs.append(run)
    return [run for run in runs if run]


def _own(line: str, speech: bool) -> Iterator[str | None]:
    """Yield the parts of one line that belong to the account, and None for each passage set aside."""
    legal = blurb_patterns()["rest"]
    addressed = blurb_patterns()["sentence"]
    for piece, spoken in _quoting(line):
        if spoken:
            yield piece if speech else None
            continue
        for sentence in _SENTENCE.split(piece):
            if legal.search(sentence):
                yield None
                return
            yield None if addressed.search(sentence) else sentence


def _quoting(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of one line in order, each with whether it is quoted speech."""
    plain = _SINGLE.sub(r'"\1"', line.translate(_MARKS).replace("''", '"'))
    for position, part in enumerate(plain.split('"')):
        if part.strip():
            yield part, bool(position % 2) and len(part.split()) > _SPEECH_WORDS


@cache
def blurb_patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled phrases of ``blurbs.tsv`` by their reach (``sentence``, ``rest``)."""
    reaches: dict[str, list[str]] = {}
    for row in rows("blurbs.tsv"):
        reaches.setdefault(row["reach"], []).append(row["phrase"])
    return {reach: re.compile("|".join(map(_phrase, phrases)), re.IGNORECASE) for reach, phrases in reaches.items()}


def _phrase(phrase: str) -> str:
    start = r"(?<!\w)" if phrase[0].isalnum() else ""
    end = r"(?!\w)" if phrase[-1].isalpha() else ""
    return start + re.escape(phrase).replace(r"\ ", r"\s+") + end
