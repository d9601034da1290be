"""Days on which an act of violence was looked into: suspects sought, charged or brought to court, victims named.

They are the days of that, not of those who were killed or hurt.
"""

from collections import Counter

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day, kind, of_word
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_REACH = 16
_PLACES = frozenset({"vigil", "vigils", "funeral", "funerals", "custody"})
# A day that opens its sentence is that of the verb behind it.
_OPENING = 4
_BREAKS = frozenset({",", "and", "but"})
# ``were searching on Monday for the gunman``; not for survivors.
_HUNTS = frozenset({"searching", "hunting", "search", "manhunt"})
# ``opened fire at a vigil on Sunday``, ``shot dead in custody on Monday``: where it happened.
_AT = frozenset({"at", "outside", "near", "during", "in", "on", "from", "before", "after", "leaving"})
_OF = frozenset({"with", "of", "for", "in"})


def of_event(placed: list[tuple[Sentence, Span]], days: list[Day], lexicon: Lexicon) -> list[Day]:
    """The days without those of an inquest, unless the article counts the accused rather than killed or hurt."""
    counts = Counter(kind(span)[0] for _, span in placed if not span.background)
    if 2 * counts["harm"] <= counts["custody"]:
        return days
    return [d for d in days if not inquest(d, lexicon)]


def inquest(told: Day, lexicon: Lexicon) -> bool:
    """``was charged with murder Wednesday``; not ``charged over the shooting on Sunday``, ``Sunday's attack``."""
    cues, mention, tokens = lexicon.cue("inquest"), told.mention, told.sentence.tokens
    if told.owned or told.spoken or cues.isdisjoint(told.sentence.words):
        return False
    borders = lexicon.cues.day_border
    for k in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        word = tokens[k].low
        if word in cues:
            hunt = word not in _HUNTS or not lexicon.cue("hunted").isdisjoint(told.sentence.words)
            return hunt and not (_cause(tokens, k, mention, lexicon) or _place(tokens, k))
        if word in borders:
            return False
    if mention.first >= _OPENING:
        return False
    for token in tokens[mention.end : mention.end + _REACH]:
        if token.low in cues or token.low in borders:
            return token.low in cues and token.low not in _HUNTS
    return False


def _cause(tokens: list[Token], k: int, mention: Mention, lexicon: Lexicon) -> bool:
    """``charged over a shooting on Tuesday``, ``with shooting three on Tuesday``: the day is that of the shooting."""
    articles = lexicon.cue("article|article_the")
    for at in range(k + 2, mention.first):
        word, leads = tokens[at].low, {t.low for t in tokens[at - 2 : at]}
        if of_word(word, lexicon) == "harm" and (leads & articles or (tokens[at - 1].low in _OF and _deed(word))):
            return True
    return False


def _place(tokens: list[Token], k: int) -> bool:
    return tokens[k].low in _PLACES and any(t.low in _AT for t in tokens[max(0, k - 3) : k])


def _deed(word: str) -> bool:
    return word.endswith("ing")


def of_span(span: Span, here: list[Day], lexicon: Lexicon) -> list[Day]:
    """``Two men killed in the shooting were identified Monday``: the days of a sentence without that of the inquest."""
    if not here or kind(span) != ("harm", False) or lexicon.cue("inquest").isdisjoint(here[0].sentence.words):
        return here
    if any(d.mention.lead.endswith(" that") for d in here):
        return here  # ``Vigils were held on Tuesday, two days after a gunman shot dead 12``: counted from Tuesday
    return [d for d in here if not (_one_clause(span, d) and inquest(d, lexicon))]


def _one_clause(span: Span, told: Day) -> bool:
    low, high = sorted((span.noun_end, told.mention.first))
    return _BREAKS.isdisjoint(t.low for t in told.sentence.tokens[low:high])
