"""Ages in a row (``ages 13, 17 and 19``, ``two brothers, 17 and 22``), and a parent's children, who are none."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.measures.ages import BEING, OLDEST
from extractors.figures.spans import PERSON, Span
from extractors.figures.text.tokens import Token

_HAS = frozenset({"had", "has", "have", "remain", "remained", "others", "more"})
_ALSO = [",", "and"]


def listed(tokens: list[Token], spans: list[Span]) -> None:
    """``ages 13, 17 and 19``, ``a 34- and a 36-year-old``: bare numbers in a list with an age are ages."""
    if len(spans) < 2:
        return
    _of_each(tokens, spans)
    for left, right in pairwise(spans):
        if left.unit == right.unit == "count" or not (left.unit.startswith("age:") or right.unit.startswith("age:")):
            continue
        between = [t.low for t in tokens[left.end : right.begin]]
        loose = {",", "and", "or", "to"}.issuperset(between)
        if (
            left.unit == "age:year"
            and right.unit == "count"
            and right.elided
            and loose
            and not _apart(tokens, left, right)
        ):
            right.unit = "age:year"
        paired = right.kind == "digits" == left.kind and between in (["and"], ["or"])
        hung = paired or (between[:1] == ["-"] and {"-", ",", "and", "or", "a", "an", "to"}.issuperset(between))
        if right.unit.startswith("age:") and left.unit == "count" and left.elided and hung:
            left.unit = right.unit


def _apart(tokens: list[Token], left: Span, right: Span) -> bool:
    """``aged 4 to 12, and 71 were injured``, ``aged 9 and 30 others``, ``two, and 16 of them``: a count of its own."""
    if right.others or (right.last < len(tokens) and tokens[right.last].low == "of"):
        return True
    closing = [t.low for t in tokens[left.end : right.begin]] == _ALSO and right.last < len(tokens)
    listed = left.kind != "range" and left.begin > 1 and tokens[left.begin - 1].text == ","
    return closing and not listed and tokens[right.last].low in BEING | _HAS


def _of_each(tokens: list[Token], spans: list[Span]) -> None:
    """``two brothers, 17 and 22, were held``: as many bare numbers as people, between commas, are their ages."""
    for n, span in enumerate(spans):
        people = span.unit == "count" and span.value is not None and PERSON[span.item_class]
        rest = spans[n + 1 : n + 1 + int(span.value or 0)] if people and 1 < (span.value or 0) < 9 else []
        if not rest or len(rest) != span.value or not all(_agelike(s) for s in rest):
            continue
        between = {t.low for a, b in pairwise([span, *rest]) for t in tokens[a.noun_end : b.begin]}
        after = tokens[rest[-1].end].text if rest[-1].end < len(tokens) else "."
        if tokens[span.noun_end].text in ",(" and between <= {",", "and", "("} and after in ",.;)":
            for age_of in rest:
                age_of.unit = "age:year"
                age_of.rule("unit", "age", 0.8)


def _agelike(span: Span) -> bool:
    return span.unit == "count" and span.elided and span.value is not None and 0 < span.value < OLDEST


def children(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``a mother of three``: children, who are no part of what befell her."""
    i = span.first - 2
    bare = span.elided and span.unit == "count" and i >= 0 and tokens[i + 1].low == "of"
    if bare and tokens[span.end : span.end + 1] and tokens[span.end].low == "of":
        return  # ``the mother of one of the girls``
    if bare and tokens[i].low in lexicon.cue("parent"):
        span.item, span.item_phrase, span.item_class, span.elided = "child", None, None, False
        span.rule("item", "parent_of", 0.8)
