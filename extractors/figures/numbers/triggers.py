"""A first look at a sentence, before it is tokenised: may it hold a number?"""

import re
from collections.abc import Set
from functools import cache

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.text.glance import DIGIT, glance

_HALF = frozenset({b"half"})


def candidate(text: str, words: Set[bytes], lexicon: Lexicon) -> bool:
    """True where a sentence tells of a number: nothing else is tokenised for one.

    ``no`` and ``nobody`` count only what befell somebody, which takes words for that; ``half-mast`` counts nothing.
    """
    if not _counting(lexicon.language).isdisjoint(words):
        return True
    if not doubtful(words, lexicon):
        return False
    if not _HALF.isdisjoint(words) and _halves(lexicon.language).search(text):
        return True
    phrases = _befalling(lexicon.language)
    return any(phrase <= words for word in phrases.keys() & words for phrase in phrases[word])


def doubtful(words: Set[bytes], lexicon: Lexicon) -> bool:
    """True where a sentence has ``no``, ``nobody`` or ``half``."""
    return not _doubting(lexicon.language).isdisjoint(words)


@cache
def _doubting(language: str) -> frozenset[bytes]:
    numerals = load(language).numerals
    others = {word for kind, words in numerals.items() if kind != "none" for word in words}
    return _HALF.union(word.encode() for word in numerals.get("none", ()) if word not in others)


@cache
def _counting(language: str) -> frozenset[bytes]:
    return frozenset([DIGIT, *(word.encode() for word in load(language).triggers)]) - _doubting(language)


@cache
def _halves(language: str) -> re.Pattern[str]:
    """``half`` that is not the first part of a word, unless that is a number: ``half-million``, ``half-a-dozen``."""
    scales = "|".join(map(re.escape, load(language).numerals.get("scale", ())))
    return re.compile(rf"half(?:(?!-[^\W\d_])|-(?:a|of|{scales}))", re.I)


@cache
def _befalling(language: str) -> dict[bytes, list[Set[bytes]]]:
    """The words of each noun and action that ``no`` may deny, by the longest of them."""
    lexicon, phrases = load(language), dict[bytes, list[Set[bytes]]]()
    befalls = lexicon.cue("befalls_none")
    forms = [form for form, noun in lexicon.nouns.items() if noun.cls in ("person.victim", "case")]
    forms += [form for form, acts in lexicon.actions.items() if any(a.cls in befalls for a in acts)]
    for words in map(glance, forms):
        phrases.setdefault(max(words, key=len), []).append(words)
    return phrases
