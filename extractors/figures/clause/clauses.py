"""Clauses below the one that a number stands in, with a subject of their own: ``until the captives are freed``."""

from extractors.figures.clause import others
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# These open a clause; the others may also lead a noun alone (``missing since the storm``).
_OPENS = frozenset({"until", "unless", "when", "while", "because", "if", "once", "whenever", "although", "though"})
_LEADS = frozenset({"after", "before", "since", "as"})
_JOINS = frozenset({"and", "while", "but", ";"})
_TRIES = frozenset({"tried", "managed", "attempted", "wanted", "hoped", "refused", "began"})
_REACH = 12


def elsewhere(tokens: list[Token], span: Span, first: int, role: str, spans: list[Span], lexicon: Lexicon) -> bool:
    """True where an action word behind the counted is told of others: of a part, of the subject of its own clause."""
    if role == "s" and tokens[first - 1].low in lexicon.cue("article_the"):
        return True  # ``detained at the rally``
    if others.anothers(tokens, span, first, lexicon) or below(tokens, span, first, lexicon):
        return True
    return len(spans) > 1 and of_next(tokens, span, first, spans, lexicon)


def below(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """``will keep its 2,000 troops there until the hostages are freed``: what befalls the subject of that clause."""
    farthest = span.noun_end + _REACH
    for k in range(span.noun_end, first - 2 if first - 2 < farthest else farthest):
        word = tokens[k].low
        if word in _OPENS or (word in _LEADS and _object(tokens, span, lexicon)):
            return _subject(tokens, k + 1, first, lexicon)
    return False


def of_next(tokens: list[Token], span: Span, first: int, spans: list[Span], lexicon: Lexicon) -> bool:
    """``17 were women and nine had lost limbs``: right behind another number, whose clause has its own subject."""
    for after in spans:
        if after.begin > span.noun_end:
            return after.unit == "count" and after.noun_end <= first and _own(tokens, span, after, first, lexicon)
    return False


def _own(tokens: list[Token], span: Span, after: Span, first: int, lexicon: Lexicon) -> bool:
    """True where the words behind the other number are its predicate, and it begins another clause."""
    words = [t.low for t in tokens[after.noun_end : first]]
    if words[1:] == ["to"] and words[0] in _TRIES:
        words = []
    if not lexicon.cue("auxiliary|verb_adverb").issuperset(words):
        return False
    between = [t.low for t in tokens[span.noun_end : after.begin]]
    be = lexicon.cue("be")
    return (between[0] in be and between[-1] == ",") or not (be.isdisjoint(between) or _JOINS.isdisjoint(between))


def _object(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``moved his 300 fighters``, ``sold 14 ships``: what was done to them stands before."""
    k = span.begin - 1
    k -= k > 0 and tokens[k].low in lexicon.cue("verb_article")
    return k > 0 and tokens[k].low in lexicon.verbs and tokens[k].low not in lexicon.cue("auxiliary")


def _subject(tokens: list[Token], k: int, first: int, lexicon: Lexicon) -> bool:
    """A noun with an article or a name, and its verb within the same clause."""
    led = tokens[k].low in lexicon.cue("verb_article") and tokens[k].low != "of"
    named = tokens[k].text[0].isupper() and tokens[k].low not in lexicon.cue("weekday")
    return (led or named) and not any(t.text in ",;:" for t in tokens[k:first])
