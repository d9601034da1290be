"""A first look at a sentence, before it is tokenised: may it hold a number?"""

import re
from collections.abc import Set

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.text.glance import DIGIT, glance

_HALF = frozenset({b"half"})


def told(words: Set[bytes], lexicon: Lexicon) -> Set[bytes]:
    """The words of a sentence that may tell of a number."""
    return _triggers[lexicon.language] & words


def candidate(text: str, words: Set[bytes], found: Set[bytes], lexicon: Lexicon) -> bool:
    """True where the words found tell of a number: nothing else is tokenised for one.

    ``no`` and ``nobody`` count only what befell somebody, which takes words for that; ``half-mast`` counts nothing.
    """
    if not found <= _doubting[lexicon.language]:
        return True
    if not _HALF.isdisjoint(found) and _halves[lexicon.language].search(text):
        return True
    phrases = _befalling[lexicon.language]
    for word in phrases.keys() & words:
        for phrase in phrases[word]:
            if phrase <= words:
                return True
    return False


@Once
def _doubting(language: str) -> frozenset[bytes]:
    numerals = load(language).numerals
    others = {word for kind, words in numerals.items() if kind != "none" for word in words}
    return _HALF.union(word.encode() for word in numerals.get("none", ()) if word not in others)


@Once
def _triggers(language: str) -> frozenset[bytes]:
    return _doubting[language].union([DIGIT, *(word.encode() for word in load(language).triggers)])


@Once
def _halves(language: str) -> re.Pattern[str]:
    """``half`` that is not the first part of a word, unless that is a number: ``half-million``, ``half-a-dozen``."""
    scales = "|".join(map(re.escape, load(language).numerals.get("scale", ())))
    return re.compile(rf"half(?:(?!-[^\W\d_])|-(?:a|of|{scales}))", re.I)


@Once
def _befalling(language: str) -> dict[bytes, list[Set[bytes]]]:
    """The words of each noun and action that ``no`` may deny, by the longest of them."""
    lexicon, phrases = load(language), dict[bytes, list[Set[bytes]]]()
    befalls = lexicon.cue("befalls_none")
    forms = [form for form, noun in lexicon.nouns.items() if noun.cls in ("person.victim", "case")]
    forms += [form for form, acts in lexicon.actions.items() if any(a.cls in befalls for a in acts)]
    for words in map(glance, forms):
        phrases.setdefault(max(words, key=len), []).append(words)
    return phrases
