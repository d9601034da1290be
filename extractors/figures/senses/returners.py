"""The displaced return home, and soldiers receive care: they came back, but nobody freed or took them."""

from extractors.figures.action.actions import take
from extractors.figures.clause.others import object_word
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_HELD = frozenset({"person.captive", "person.military"})
_FREED = frozenset({"person.captive", "person.military", "person.victim"})
# ``The plane brought home 180 tourists``.
_COMING = frozenset({"return", "return home", "bring home", "bring back"})
_CAME = frozenset({"return", "return home"})
_SOLDIERS = frozenset({"person.captive", "person.military"})
_BEHIND = 4
_SIGNS = str.maketrans(dict.fromkeys(".,;:!?\"'()-–—“”‘’", " "))


def returned(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``200,000 people have returned to their homes``; not ``45 soldiers returned home``, ``19 were returned``.

    In a sentence that tells of captivity it is told of those who were freed.
    """
    at = span.action_at
    if at is None or at < span.noun_end or span.item_class in _FREED or span.action_class != "released":
        return False
    if not lexicon.cue("be").isdisjoint(t.low for t in tokens[span.noun_end : at]):
        return False
    if not lexicon.cue("freed_word").isdisjoint(t.low for t in tokens):
        return False
    behind = [t.low for t in tokens[at + 1 : at + 2 + _BEHIND]]
    place = behind[:1] == ["to"] and not lexicon.cue("comes_back_to").isdisjoint(behind)
    if not place and (span.action not in _CAME or span.item not in lexicon.cue("comes_back")):
        return False
    take(span, "return", "returned", span.action_cost, at, "came_back", 0.75)
    return True


def receiving(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``The 307 soldiers were receiving care``: they got it, and nobody took them in."""
    at = span.action_at
    if at is None or at < span.noun_end or span.item_class not in _HELD:
        return False
    between = [t.low for t in tokens[span.noun_end : at]]
    active = "being" not in between if tokens[at].low.endswith("ing") else lexicon.cue("be").isdisjoint(between)
    if not active or span.elided or not object_word(tokens, at + 1, lexicon):
        return False
    take(span, "receive", None, span.action_cost, at, "receiving", 0.75)
    return True


def settle(placed: list[tuple[Sentence, Span]], text: str, lexicon: Lexicon) -> None:
    """``Two girls returned pregnant``: where the whole article tells of nobody who was held, nobody was freed."""
    came = [(s.tokens, span) for s, span in placed if span.action_class == "released" and span.action in _COMING]
    if not came or not lexicon.cue("freed_word").isdisjoint(text.lower().translate(_SIGNS).split()):
        return
    theirs = any(span.item_class in _SOLDIERS for _, span in came)
    for tokens, span in came:
        if not theirs and span.action not in _CAME and span.person and span.item_class not in _FREED:
            take(span, span.action or "", None, span.action_cost, span.action_at, "brought_back", 0.6)
        elif span.action in _CAME and span.person and span.item_class not in _FREED and span.action_at is not None:
            passive = not lexicon.cue("be").isdisjoint(t.low for t in tokens[span.noun_end : span.action_at])
            if span.action_at >= span.noun_end and not passive:
                take(span, "return", "returned", span.action_cost, span.action_at, "came_back", 0.6)
