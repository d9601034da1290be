"""The unit of a number whose verb is left out, or of a second sum paid: ``2,000 euros, and each orphan 900``."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_UNITS = ("percent", "length", "mass", "volume", "point", "money")
_YEARS = ("duration:year", "duration:month")
_JOINS = frozenset({"and", "while", ","})
_DETERMINERS = frozenset({"the", "each", "every", "a", "an", "his", "her", "its", "their"})
_PAID_TO = frozenset({"to", "for"})
_NP, _FEW = 4, 20
_COUNTS = frozenset({"number", "toll", "count", "figure", "dead", "total"})
_ENDS = frozenset({".", ",", ";", "and"})
_TRIED = frozenset({"sentenced", "jailed", "jail", "prison", "prosecutor", "prosecutors", "sentence", "sentences",
                    "term", "terms", "court", "judge"})  # fmt: skip
_GOT = frozenset({"got", "to", "gets", "received"})


def settle(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """Give numbers without a unit that of the number before, where they stand for as much of the same."""
    tried = None
    for left, right in pairwise(spans):
        if right.unit != "count" or left.unit == "count":
            continue
        if left.unit.startswith(_UNITS):
            _take(left, right, _same_verb(tokens, left, right, lexicon))
        elif left.unit in _YEARS:
            tried = not _TRIED.isdisjoint(t.low for t in tokens) if tried is None else tried
            _take(left, right, tried and _term(tokens, left, right, lexicon))
    _paid(tokens, spans)


def _take(left: Span, right: Span, fits: bool) -> None:
    if fits:
        right.unit = left.unit.partition("/")[0]
        right.rule("unit", "gapped", 0.6)


def _closed(tokens: list[Token], span: Span) -> bool:
    """True where nothing that is counted follows."""
    return span.end >= len(tokens) or tokens[span.end].text in _ENDS


def _same_verb(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``Each widow gets 2,000 euros and each orphan 900``, ``won 31 percent, the Centre 24 and the Greens 11``."""
    if not _closed(tokens, right):
        return False
    at = next((k for k in range(right.begin - 1, left.end - 1, -1) if tokens[k].low in _JOINS), -1)
    subject = tokens[at + 1 : right.begin]
    if at < 0 or not 0 < len(subject) <= _NP or not all(t.kind == "w" for t in subject):
        return False
    named = subject[0].low in _DETERMINERS or subject[0].text[0].isupper()
    return named and subject[-1].low not in _COUNTS and not any(_no_subject(t.low, lexicon) for t in subject[1:])


def _no_subject(word: str, lexicon: Lexicon) -> bool:
    """A word that no noun phrase has between its article and its end."""
    return word in lexicon.cue("stop") or word in lexicon.cue("finite_past|past_verb")


def _term(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``sought 20 years for its leader, who got 15``, ``sentenced him to 12 years and his brother to nine``."""
    if not _closed(tokens, right) or right.begin - left.end < 2:
        return False
    lead = tokens[right.begin - 1].low
    again = lead == "for" and tokens[left.begin - 1].low == "for"
    return lead in _GOT or again or _same_verb(tokens, left, right, lexicon)


def _paid(tokens: list[Token], spans: list[Span]) -> None:
    """``40,000 crowns to each of the 18 families and 10,000 to each of the injured``: sums for each of two kinds."""
    for n, span in enumerate(spans):
        if n == 0 or span.unit != "count" or (span.value or 0) < _FEW or span.end + 1 >= len(tokens):
            continue
        to = tokens[span.end].low
        if to not in _PAID_TO or tokens[span.begin - 1].low not in _JOINS:
            continue
        if tokens[span.end + 1].low not in _DETERMINERS:
            continue
        for left in spans[max(0, n - 2) : n]:
            _take(left, span, left.unit.startswith("money") and tokens[left.end].low == to)
