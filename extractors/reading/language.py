"""A light guess of a text's language, for texts that do not declare one: a vote of very frequent words."""

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_SAMPLE = 4_000


@cache
def _votes() -> dict[str, tuple[str, ...]]:
    """The languages that a word is frequent in."""
    votes: dict[str, tuple[str, ...]] = {}
    for line in files(__package__).joinpath("stopwords.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, words = line.split("\t")
            for word in words.split():
                votes[word] = (*votes.get(word, ()), code)
    return votes


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that a text is most likely in, or None where too little speaks for any.

    Words that several languages share count for each of them in part.
    """
    sample = text[:_SAMPLE]
    for code, letters in _SCRIPTS:
        if len(letters.findall(sample)) > 0.2 * len(sample):
            return code
    words = [word.casefold() for word in _WORD.findall(sample)]
    tally: defaultdict[str, float] = defaultdict(float)
    for word in words:
        languages = _votes().get(word, ())
        for code in languages:
            tally[code] += 1 / len(languages)
    if not tally:
        return None
    best, score = max(tally.items(), key=lambda item: item[1])
    return best if score >= max(2.0, 0.08 * len(words)) else None


def is_stop_word(word: str) -> bool:
    """Whether a word is very frequent in any language of the table."""
    return word.casefold() in _votes()
