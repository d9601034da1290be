"""Ages: how old somebody or something is, which is neither a count nor a duration."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_OLD = (["old"], ["-", "old"], ["of", "age"], ["-", "olds"], ["olds"])
_BEING = frozenset({"was", "is", "be", "turned", "turns", "turning"})


def age(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """Turn the unit into an age (``age:year``) where the words around the number say so."""
    if span.unit.startswith("duration:"):
        words = [t.low for t in tokens[span.end : span.end + 2]]
        tail = next((len(old) for old in _OLD if words[: len(old)] == old), 0)
        if tail:
            span.unit = "age:" + span.unit.partition(":")[2]
            span.end = span.noun_end = span.end + tail
    elif span.unit == "count" and span.kind in ("digits", "words", "range") and _plain(tokens, span, lexicon):
        span.unit = "age:year"
        span.rule("unit", "age", 0.85)


def _plain(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``aged 12``, ``ages 13, 17 and 19``, ``Jackson, 6;``, ``who was 10``, ``He will be 35``."""
    top = span.high if span.high is not None else span.low
    if top is None or not 0 < top < 116 or top % 1:
        return False
    before = [t.low for t in tokens[max(0, span.first - 4) : span.first]]
    lead = before[-1] if before else ""
    if (
        ("age" in before[-2:] and lead in ("from", "of", "between"))
        or lead in lexicon.cue("age_lead")
        or before[-2:] in (["age", "of"], ["the", "age"])
    ):
        return True
    if {"oldest", "youngest"} & set(before[-2:]) and span.last < len(tokens) and tokens[span.last].kind == "p":
        return True
    if lead in _BEING and "age" in {t.low for t in tokens[max(0, span.first - 9) : span.first]}:
        return True
    after = tokens[span.last] if span.last < len(tokens) else None
    closed = after is None or after.text in ",.;)(—–"
    if closed and span.kind == "digits" and lead in (",", "(") and span.first > 1:
        return _name(tokens, span.first - 2, lexicon)
    person = bool({"he", "she", "who", "i"} & set(before[:-1]))
    return lead in _BEING and person and (closed or (after is not None and after.low in lexicon.cue("age_after")))


def listed(tokens: list[Token], spans: list[Span]) -> None:
    """``ages 13, 17 and 19``: bare numbers in a list with an age are ages."""
    for left, right in pairwise(spans):
        between = {t.low for t in tokens[left.end : right.begin]}
        if left.unit == "age:year" and right.unit == "count" and right.elided and between <= {",", "and", "or", "to"}:
            right.unit = "age:year"


def _name(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """A name, or a noun for one person (``the man, 28, died``)."""
    token = tokens[i]
    noun = lexicon.nouns.get(token.low)
    if noun is not None and noun.cls.startswith("person") and not noun.plural:
        return True
    if token.kind == "w":
        return token.text[0].isupper() and len(token.text) > 1
    return token.text == "." and i > 0 and tokens[i - 1].text[0].isupper()
