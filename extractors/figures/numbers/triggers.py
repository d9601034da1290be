"""A first look at the words of a sentence, before it is tokenised: may it hold a number?"""

from collections.abc import Iterable, Set
from functools import cache

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.text.glance import DIGIT, glance


def candidate(words: Set[bytes], lexicon: Lexicon) -> bool:
    """True where the words of a sentence tell of a number: nothing else is tokenised for one.

    ``no`` and ``nobody`` count only what befell somebody, which takes a word for that.
    """
    if not _counting(lexicon.language).isdisjoint(words):
        return True
    return denies(words, lexicon) and not _befalling(lexicon.language).isdisjoint(words)


def denies(words: Set[bytes], lexicon: Lexicon) -> bool:
    """True where a sentence has ``no`` or ``nobody``."""
    return not _denying(lexicon.language).isdisjoint(words)


@cache
def _denying(language: str) -> frozenset[bytes]:
    numerals = load(language).numerals
    others = {word for kind, words in numerals.items() if kind != "none" for word in words}
    return frozenset(word.encode() for word in numerals.get("none", ()) if word not in others)


@cache
def _counting(language: str) -> frozenset[bytes]:
    return frozenset([DIGIT, *(word.encode() for word in load(language).triggers)]) - _denying(language)


@cache
def _befalling(language: str) -> frozenset[bytes]:
    """A word of each noun and action that ``no`` may deny."""
    lexicon = load(language)
    nouns = [form for form, noun in lexicon.nouns.items() if noun.cls in ("person.victim", "case")]
    befalls = lexicon.cue("befalls_none")
    return _one_each([*nouns, *(form for form, acts in lexicon.actions.items() if any(a.cls in befalls for a in acts))])


def _one_each(forms: Iterable[str]) -> frozenset[bytes]:
    """The longest word of each phrase: without it the phrase is not there."""
    return frozenset(max(glance(form), key=len) for form in forms)
