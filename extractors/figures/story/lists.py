"""Things told in one list have one day: ``Nineteen trucks, 11 rifles and a cache of 2,400 rounds were recovered``."""

from itertools import pairwise

from extractors.figures.spans import Span
from extractors.figures.story.happening import waits
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

Placed = list[tuple[Sentence, Span]]
_JOINS = frozenset({",", "and", "a", "an", "as", "well", "plus", "about", "some", "nearly", "cache", "of", "around"})
_AND = frozenset({",", "and", "plus"})
_LONGEST = 6
_MADE = frozenset({"include", "includes", "included", "comprise", "comprises", "comprised", "comprising"})


def settle(placed: Placed) -> None:
    """Lend the day of a neighbour in a list, and that of a group to the people it is made up of."""
    for _, span in placed:
        if span.when:
            break
    else:
        return
    for (sentence, left), (other, right) in pairwise(placed):
        tokens = sentence.tokens
        if sentence is other and _among_planned(tokens, left, right):
            _give(right, left, "list")
        elif sentence is other and (_joined(tokens, left, right) or _of_all(tokens, left, right)):
            _lend(left, right)
        elif other.line - sentence.line < 2 and _made_up(other, right) and _of_group(left, right):
            _give(right, left, "made_up_of")
    for (sentence, right), (other, left) in pairwise(reversed(placed)):
        if sentence is other and _joined(sentence.tokens, left, right):
            _lend(right, left)


def _lend(one: Span, other: Span) -> None:
    if one.when is not None and other.when is None and _open(one) and _open(other) and one.status == other.status:
        _give(other, one, "list")


def _give(span: Span, source: Span, rule: str) -> None:
    span.when = source.when
    span.rule("when", rule, 0.3)


def _open(span: Span) -> bool:
    return span.unit == "count" and waits(span)


def _among_planned(tokens: list[Token], whole: Span, part: Span) -> bool:
    """``212 are to be freed on Saturday, including 22 women``."""
    if whole.when is None or part.when is not None or not whole.status == part.status == "planned":
        return False
    return part.begin > 0 and tokens[part.begin - 1].low == "including" and whole.person and part.person


def _of_group(whole: Span, part: Span) -> bool:
    if whole.when is None or part.when is not None or not (whole.person and part.person):
        return False
    return _open(whole) and _open(part) and bool(part.value and whole.value and part.value < whole.value)


def _joined(tokens: list[Token], left: Span, right: Span) -> bool:
    """Nothing but ``and``, commas and measures of things stand between two numbers with their nouns."""
    between = tokens[left.noun_end : right.begin]
    if not 0 < len(between) < _LONGEST or left.elided or right.elided:
        return False
    words = [t.low for t in between]
    return words[0] in _AND and all(word in _JOINS for word in words)


def _of_all(tokens: list[Token], part: Span, whole: Span) -> bool:
    """``downed 88 of 104 drones``, ``312 lorries, of which 28 had fuel``."""
    between = [t.low for t in tokens[part.end : whole.begin]]
    return (between == ["of"] and part.elided) or between in ([",", "of", "which"], [",", "of", "whom"])


def _made_up(sentence: Sentence, span: Span) -> bool:
    """``The group is made up of 174 soldiers``, ``The soldiers include 112 marines``: they are of that group."""
    tokens = sentence.tokens
    before = tokens[max(0, span.begin - 3) : span.begin]
    words = [t.low for t in before]
    if words[-1:] and words[-1] in _MADE:
        return span.begin < _LONGEST
    return words in (["made", "up", "of"], ["consisted", "of"], ["consists", "of"]) or words[-2:] in (
        ["consists", "of"],
        ["consisted", "of"],
        ["composed", "of"],
    )
