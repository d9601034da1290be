"""Who seized people: gunmen take captives, the police arrest."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_RELATIVE = frozenset({"that", "which"})
_JOINS = frozenset({",", "and", "but"})
_THEY = frozenset({"he", "she", "it", "we", "i"})
_NEAR = 6


def took(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``gunmen seized 27 pupils``, ``27 were seized by rebels``; not ``police seized 27 after gunmen attacked``."""
    at = span.action_at
    if at is None or lexicon.cue("captor").isdisjoint(t.low for t in tokens):
        return False
    if span.item in lexicon.cue("captive_noun"):
        return True
    return _passive(tokens, span, at, lexicon) if at >= span.noun_end else _active(tokens, at, lexicon)


def _passive(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """Those behind ``by``; where nobody is named, captors anywhere, as long as nobody else could have arrested them."""
    for k in range(at + 1, len(tokens)):
        if tokens[k].low in lexicon.cue("border"):
            break
        if tokens[k].low == "by" and (seized_by := _subject(tokens, k + 1, k + _NEAR, lexicon)) is not None:
            return seized_by
    words = {t.low for t in tokens}
    return span.item not in lexicon.cue("arrested_noun") and words.isdisjoint(lexicon.cue("arrests_people"))


def by(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """``gunmen took 30 villagers``: captors are the subject of the verb."""
    return not lexicon.cue("captor").isdisjoint(t.low for t in tokens) and _active(tokens, at, lexicon)


def _active(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """The first in the verb's own clause who takes captives or arrests is its subject."""
    first = _clause(tokens, at, lexicon)
    comma = next((k for k in range(first, at) if tokens[k].text == ","), None)
    if first == 1 and comma is not None and tokens[0].low in lexicon.cue("border"):
        own = _subject(tokens, comma + 1, at, lexicon)  # ``After gunmen attacked, police moved in and seized 12``
        if own is not None:
            return own
    return _subject(tokens, first, at, lexicon) or False


def _subject(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> bool | None:
    """True for captors, False for police, None where neither stands there."""
    for token in tokens[first:end]:
        if token.low in lexicon.cue("captor"):
            return True
        if token.low in lexicon.cue("arrests_people"):
            return False
    return None


def _clause(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where the clause of the verb begins; without a subject of its own it goes on with the clause before."""
    named = joined = False
    for k in range(at - 1, -1, -1):
        word = tokens[k].low
        if word in _JOINS:
            if named and not joined:
                return k + 1
            joined = True
        elif (word in lexicon.cue("border") and word not in _RELATIVE) or word in lexicon.cue("say"):
            return k + 1
        elif word in lexicon.nouns or word in _THEY or tokens[k].text[0].isupper():
            named = True
    return 0
