"""Verbs that say something only of a body (``the agency showed``) or with a toll behind them (``raised the toll``)."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech.phrases import Phrase
from extractors.figures.text.tokens import Token

_DETERMINERS = frozenset({"a", "an", "one"})
# What a body keeps a record of: ``the council, which recorded 212 attacks``.
_KEPT = frozenset({"recorded", "documented", "registered", "logged"})
_SHORT, _LONG = 2, 8


def body(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """An authority, a body or a document."""
    words = {t.low for t in tokens[phrase.first : phrase.end]}
    return any(not words.isdisjoint(lexicon.cue(name)) for name in ("authority", "body", "document"))


def fit(tokens: list[Token], i: int, phrase: Phrase, lexicon: Lexicon) -> bool:
    """A weak verb needs a body (``the agency showed``) or a toll behind it (``Ortiz raised the toll``).

    ``Dambara Witness, which tracks prisoners, has recorded 12 deaths``: who is described by what it does.
    """
    described = tokens[i].low in _KEPT and phrase.end < i - 1 and tokens[phrase.end + 1].low == "which"
    named = described and phrase.end - phrase.first > 1 and tokens[phrase.first].text[0].isupper()
    initials = phrase.end == phrase.first + 1 and _initials(tokens[phrase.first])
    kept = initials and tokens[i].low in _KEPT and count_behind(tokens, i, lexicon)
    return named or kept or body(tokens, phrase, lexicon) or of_toll(tokens, i, lexicon)


def count_behind(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``recorded 1,260 deaths``, ``documented at least 40 attacks``; not ``registered a case``."""
    near = tokens[i + 1 : i + 4]
    return any(t.kind == "n" or (t.low in lexicon.triggers and t.low not in _DETERMINERS) for t in near)


def _initials(token: Token) -> bool:
    """``the IOM``, ``UNESCO``: a body by its letters."""
    return _SHORT < len(token.text) < _LONG and token.text.isupper()


def of_toll(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``raised the toll``, ``revised its estimate``: the object of the verb at i is a count."""
    behind = [t.low for t in tokens[i + 1 : i + 4]]
    if tokens[i].low == "listed":
        return behind[-1:] == ["as"]  # ``Ortiz listed the victims as seven men and two women``
    if tokens[i].low in ("raised", "lowered", "revised") and behind[1:2] in (["claim"], ["estimate"]):
        return True
    return not lexicon.cue("anaphor").isdisjoint(behind)
