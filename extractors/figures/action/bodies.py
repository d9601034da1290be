"""Whether their remains are counted: ``the bodies of 35 soldiers and 41 guards``, ``of a man and two boys``."""

from extractors.figures.clause.others import own_predicate
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# Between those in a list of people.
_LISTS = frozenset({"and", ",", "a", "an", "the", "his", "her", "their", "one", "another"})


def remains(tokens: list[Token], span: Span, before: str | None, lexicon: Lexicon) -> str | None:
    """``body`` where the remains of the counted are told of; ``before`` is what the number before it had."""
    goes_on = before is not None and _and_of(tokens, span, lexicon)
    led = _remains(tokens, span, lexicon) if span.begin > 1 and tokens[span.begin - 1].low == "of" else None
    return led or (before if goes_on else None) or ("body" if _among_bodies(tokens, span, lexicon) else None)


def _and_of(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``the bodies of 650 fighters and 41 guards were moved``: the second is of the dead as well."""
    joined = span.begin > 1 and tokens[span.begin - 1].low == "and" and tokens[span.begin - 2].low in lexicon.nouns
    person = (span.item_class or "").startswith("person") and span.item_class != "person.victim"
    return joined and person and own_predicate(tokens, span, lexicon)


def _remains(tokens: list[Token], span: Span, lexicon: Lexicon) -> str | None:
    """``the bodies of 35 soldiers``: what is handed over are their remains."""
    lead = tokens[span.begin - 2].low if span.begin > 1 and tokens[span.begin - 1].low == "of" else ""
    return "body" if lead in lexicon.cue("remains") and (span.item_class or "person").startswith("person") else None


def _among_bodies(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``the bodies of a man, a woman and two children``"""
    k = span.begin - 1
    if k < 1 or tokens[k].low not in _LISTS or not (span.item_class or "").startswith("person"):
        return False
    while k > 0 and (tokens[k].low in _LISTS or _of_people_word(tokens[k], lexicon)):
        k -= 1
    return k > 0 and tokens[k].low == "of" and tokens[k - 1].low in lexicon.cue("remains")


def _of_people_word(token: Token, lexicon: Lexicon) -> bool:
    noun = lexicon.nouns.get(token.low)
    return noun is not None and noun.cls.startswith(("person", "family"))
