"""Who is counted where prisoners, captives or bodies change hands and the noun is left out."""

from dataclasses import replace

from extractors.figures.counted import elided
from extractors.figures.counted.lending import smaller
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

TRADED = frozenset({"released", "exchanged", "received", "recovered"})
_BACK = frozenset({"back", "return", "returned", "returning", "over"})
_AND = frozenset({"and", "while", "but"})
_OF = frozenset({"bodies", "remains", "corpses"})


def swapped(span: Span, spans: list[Span]) -> None:
    """``a 25-for-25 prisoner swap``: its own noun, else that of the people before."""
    span.item_phrase = None
    if span.person:
        return
    known = next((s for s in spans if s.first < span.first and s.person), None)
    span.item, span.item_class = (known.item, known.item_class) if known else ("person", "person")


def in_return(span: Span) -> bool:
    """``15 hostages in exchange for 300 prisoners``: the second, whom the next number is seldom of."""
    return span.action == "exchange for" and (span.action_at or 0) < span.begin


def freed(tokens: list[Token], span: Span, traded: Span) -> None:
    """One more of those exchanged; of more than the soldiers counted, or ``of those freed``, any person."""
    soldiers = traded.item_class == "person.military"
    if soldiers and (smaller(traded, span) or elided.those_who(tokens, span)):
        span.item, span.item_class = "person", "person"
        return span.rule("item", "traded", 0.5)
    span.item, span.item_class = traded.item, traded.item_class
    return span.rule("item", "traded", 0.6)


def alike(span: Span, earlier: Span) -> bool:
    """``It got 900 bodies. It had got 1,200 in May``: of the same, told of with the same verb."""
    same = earlier.action_class in (span.action_class, None)  # another 919 followed: it received 30
    return same and earlier.item == "body" and not span.others


def named(tokens: list[Token], span: Span, lexicon: Lexicon) -> Span | None:
    """``they last exchanged prisoners in May, when 95 were freed``: people whom no number counts, in its sentence."""
    if span.action_class not in TRADED:
        return None
    for k in range(span.begin - 1, 0, -1):
        noun = lexicon.nouns.get(tokens[k].low)
        acts = lexicon.actions.get(tokens[k - 1].low, ())
        if noun is not None and noun.plural and noun.cls.startswith("person") and any(a.cls in TRADED for a in acts):
            return replace(span, item=noun.lemma, item_class=noun.cls, value=None)
    return None


def given_back(tokens: list[Token], span: Span, left: Span | None) -> bool:
    """``received 706 sets of remains and sent back 52``: of the same; sets the item, False where nothing is said."""
    if left is None or left.item is None or left.unit != "count" or span.others:
        return False
    k = span.begin - 1
    if left.action_class not in TRADED and left.item != "body" and (left.person or smaller(left, span)):
        return False
    if k < 2 or tokens[k].low not in _BACK or _AND.isdisjoint([t.low for t in tokens[left.noun_end : k]]):
        return False
    span.item, span.item_class = left.item, left.item_class
    span.rule("item", "given_back", 0.7)
    return True


def bodies(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``four captives and the bodies of two others``: two bodies, and nobody alive."""
    if not span.others or span.begin < 2 or tokens[span.begin - 1].low != "of":
        return False
    word = tokens[span.begin - 2].low
    if word not in _OF:
        return False
    noun = lexicon.nouns.get(word)
    span.item, span.item_class = noun.lemma if noun is not None else word, "person.victim"
    span.rule("item", "bodies_of", 0.8)
    return True
