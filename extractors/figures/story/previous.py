"""Events that are called earlier ones: a similar attack, the previous swap, the last ceasefire."""

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.story.families import of_word
from extractors.figures.text.tokens import Token

BEFORE = frozenset({"previous", "similar", "earlier", "last"})
_WEEKLY = frozenset({"week", "night", "month", "year", "weekend", "minute", "hour", "few", "two", "three"})
_TOLLS = frozenset({"toll", "tally", "count", "estimate", "figure", "report", "statement", "version"})
_OF_ONE = frozenset({"a", "an", "the", "its", "their", "his", "her", "'s", "in", "of"})


def named(tokens: list[Token], left: int, right: int, lexicon: Lexicon) -> bool:
    """``a similar attack killed 12``, ``12 died in the previous blast``: an event that is not this one."""
    for token in tokens[left:right]:
        if token.low in BEFORE:
            break
    else:
        return False
    words = {t.low for t in tokens[left:right]}
    if not _near[lexicon.language].isdisjoint(words):
        return False
    for k in range(left, right - 1):
        before = tokens[k].low in BEFORE and tokens[k + 1].low not in _WEEKLY and k > 0
        if not before or not (tokens[k - 1].low in _OF_ONE or _of_some(tokens, k)):
            continue
        ahead = tokens[k + 1 : min(k + 4, right)]
        if ahead[0].low in _TOLLS or (ahead[0].low == "death" and [t.low for t in ahead[1:2]] == ["toll"]):
            continue  # ``an earlier toll stood at 46``: of this event
        if ahead[0].low == "of" or (ahead[0].kind == "n" and not any(_event(t.low, lexicon) for t in ahead)):
            continue  # the last of them, the last 13 unidentified bodies
        one = ahead[0].low == "one" and tokens[k].low == "previous"
        if one or any(other(t.low, lexicon) for t in ahead):
            return True
    return False


def _of_some(tokens: list[Token], k: int) -> bool:
    """``followed earlier strikes in which 12 died``."""
    return tokens[k - 1].low in _BEHIND and tokens[k].low != "last" and tokens[k + 1].low.endswith("s")


_BEHIND = frozenset({"followed", "follows", "following", "after"})


def other(word: str, lexicon: Lexicon) -> bool:
    """A word for an event of which there may be another: a truce, an attack, a swap; no deal."""
    return word in lexicon.cues.other_event or of_word(word, lexicon) not in (None, "deal")


@Once
def _near(language: str) -> frozenset[str]:
    days = load(language).days
    return frozenset([*days.get("weekday", ()), *days.get("near", ())])


def _event(word: str, lexicon: Lexicon) -> bool:
    noun = lexicon.nouns.get(word)
    return noun is not None and noun.cls.startswith("event")
