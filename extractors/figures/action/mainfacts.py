"""The main verb of those whom an adjective or a whole has given an action: ``three freed women needed surgery``."""

from extractors.figures.clause import between, governors, mains
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_HAVE = frozenset({"have", "has", "had"})
_BY_NOUN = frozenset({"noun_phrase", "counted_noun"})
_OF_WHICH = frozenset({"which", "whom"})
# The rules whose action another verb may say more than.
DOUBTED = _BY_NOUN | {"whole"}


def verb_of(tokens: list[Token], span: Span, rule: str, lexicon: Lexicon) -> int | None:
    """Where a verb stands that says more than the adjective or the whole: ``three wounded men were left``.

    ``rule`` is the one that gave the action so far; None where that says as much.
    """
    k = span.noun_end
    if k + 1 >= len(tokens):
        return None
    if rule in _BY_NOUN and tokens[span.last].low == "of" and _did(tokens, k, lexicon):
        return k
    if rule == "noun_phrase" or (
        rule == "whole" and (tokens[k].low == "of" or tokens[span.begin - 1].low in _OF_WHICH)
    ):
        at, helped = governors.behind(tokens, k, lexicon)
        if at is None and rule == "noun_phrase":
            return _done_to(tokens, span.begin - 1, lexicon)
        if at is None or not helped or (tokens[at].low in lexicon.actions and not _has_done(tokens, at, lexicon)):
            return None
        verb = lexicon.verbs[tokens[at].low]
        lodged = verb == "put" and tokens[at + 1 : at + 2] and tokens[at + 1].low == "up"
        return at if verb not in lexicon.cue("verb_light") or verb in lexicon.cue("verb_behind") or lodged else None
    return None


def _done_to(tokens: list[Token], k: int, lexicon: Lexicon) -> int | None:
    """``flew 40 wounded soldiers home``: the past verb right before them says more than the adjective."""
    if k < 1 or not between.past_verb(tokens[k], lexicon) or tokens[k].low in lexicon.cues.say:
        return None
    light = lexicon.verbs[tokens[k].low] in lexicon.cue("verb_light")
    passive = tokens[k - 1].low in lexicon.cues.be
    acts = lexicon.actions.get(tokens[k].low, ())
    return None if light or passive or (acts and not any(a.role == "o" for a in acts)) else k


def _did(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``Three of the freed women needed surgery``: a past form that no participle is."""
    word, after = tokens[k].low, tokens[k + 1]
    if word in lexicon.cue("finite_past"):
        return word in lexicon.verbs and lexicon.verbs[word] not in lexicon.cue("verb_light")
    plain = between.past_verb(tokens[k], lexicon) and word not in lexicon.actions and word not in lexicon.cues.say
    plain = plain and word not in mains.GIVEN  # ``Nine of the freed women given a home``
    return plain and after.kind == "w" and after.low not in lexicon.cue("preposition")


def _has_done(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """``410 of them had received a first payment``: what they did, with an object of its own."""
    did = tokens[at - 1].low in _HAVE and at + 1 < len(tokens)
    return did and tokens[at + 1].low in lexicon.cue("article|article_the")
