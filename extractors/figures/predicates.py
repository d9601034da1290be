"""The verb of a number that no table of actions knows: ``distributed 300 blankets``, ``68% oppose the reform``.

It gives ``action`` (the verb's lemma) and no ``action_class``. It comes last: an action of a known class, also one lent
by another sentence, goes before it, but for a faint one of things (``the Red Cross has distributed 300 blankets``).
"""

from itertools import pairwise

from extractors.figures.actions import joined
from extractors.figures.lexicon import Lexicon
from extractors.figures.sentences import Sentence
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_REACH = 4
# A known action that fits no better than this gives way to the verb that governs things or shares.
_FAINT = 0.62


def settle(placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """Set ``action`` of each span that has none to the verb whose subject or object the counted is."""
    if not lexicon.verbs:
        return
    for sentence, span in placed:
        if (span.action is None or _faint(span)) and not span.unit.startswith("age"):
            verb = _verb(sentence.tokens, span, lexicon)
            if verb is not None:
                span.action, span.action_class = verb, None
                span.rule("action", "governing_verb", 0.5)
    for (one, left), (other, right) in pairwise(placed):
        if one is other and right.action is None and left.action_class is None and joined(one.tokens, left, right):
            right.action = left.action
            right.rule("action", "conjunct", 0.4)


def _faint(span: Span) -> bool:
    """True where the action of a thing was found far off, or that of a share before it; people keep theirs."""
    if span.unit == "percent" and span.action_at is not None and span.action_at < span.begin - 1:
        return True
    last = next((r for r in reversed(span.rules) if r[0] == "action"), None)
    person = (span.item_class or "person").startswith("person") and span.unit == "count"
    return last is not None and last[1] == "nearest" and last[2] <= _FAINT and not person


def _verb(tokens: list[Token], span: Span, lexicon: Lexicon) -> str | None:
    """The clearest first: an auxiliary behind the counted, a verb right before it, right behind it, or of giving."""
    end = span.noun_end
    if span.unit == "percent" and _plain(tokens, end - 1, lexicon):
        end -= 1  # ``61% back the merger``: what was taken for the noun of the share is its verb
    behind, helped = _behind(tokens, end, lexicon)
    if helped and behind is not None:
        return behind
    return _before(tokens, span, lexicon) or behind or _given(tokens, span, lexicon)


def _behind(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[str | None, bool]:
    """The verb whose subject ends at j, past adverbs and one prepositional phrase; whether an auxiliary leads it."""
    j = _phrase_end(tokens, j, lexicon)
    helped = False
    while j < len(tokens) and (_adverb(tokens[j], lexicon) or _helps(tokens[j], lexicon)):
        helped = helped or _helps(tokens[j], lexicon)
        j += 1
    verb = _lemma(tokens, j, lexicon)
    if verb is None:
        return None, False
    if helped or _past(tokens[j]):
        return verb, helped
    return (verb if _plain(tokens, j, lexicon) else None), False


def _plain(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """The plain form of a verb with its object behind it: ``oppose the reform``."""
    after = tokens[j + 1].low if j + 1 < len(tokens) else ""
    return lexicon.verbs.get(tokens[j].low) == tokens[j].low and after in lexicon.cue("verb_object")


def _phrase_end(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """Past ``of those affected``, ``in the village``: up to four words that end before a verb; else j."""
    if j >= len(tokens) or tokens[j].low not in lexicon.cue("preposition"):
        return j
    for k in range(j + 2, min(len(tokens), j + 2 + _REACH)):
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("border"):
            return j
        if tokens[k - 1].low in lexicon.cue("verb_article"):
            continue
        if _helps(tokens[k], lexicon) or (_past(tokens[k]) and tokens[k].low in lexicon.verbs):
            return k
    return j


def _before(tokens: list[Token], span: Span, lexicon: Lexicon) -> str | None:
    """The verb whose object begins at the span, past articles, adverbs and one preposition."""
    k, prepositions = span.begin - 1, 0
    while k >= 0 and tokens[k].kind == "w":
        verb = _lemma(tokens, k, lexicon)
        if verb is not None and not (k and tokens[k - 1].low in lexicon.cue("verb_article")):
            return verb
        word = tokens[k].low
        prepositions += word in lexicon.cue("preposition") or word in ("to", "of", "up")
        thin = word in lexicon.cue("stop") or word in lexicon.cue("verb_adverb") or word.endswith("ly")
        if not thin or prepositions > 1 or _helps(tokens[k], lexicon) or word in lexicon.cue("border"):
            return None
        if word in ("and", "or", "as"):
            return None
        k -= 1
    return None


def _given(tokens: list[Token], span: Span, lexicon: Lexicon) -> str | None:
    """``promised the families 50 million``: a verb of giving, with its receiver before the number."""
    for k in range(span.begin - 2, max(-1, span.begin - 2 - _REACH), -1):
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("preposition"):
            return None
        verb = lexicon.verbs.get(tokens[k].low)
        if verb in lexicon.cue("verb_giving"):
            return verb
    return None


def _lemma(tokens: list[Token], j: int, lexicon: Lexicon) -> str | None:
    """The lemma of a verb at j that is no verb of saying; None for other words and for names."""
    if not 0 <= j < len(tokens) or tokens[j].low in lexicon.cue("say"):
        return None
    if j and tokens[j].text[:1].isupper():
        return None
    return lexicon.verbs.get(tokens[j].low)


def _past(token: Token) -> bool:
    return token.low.endswith(("ed", "t", "n", "d", "g", "k", "w", "e")) and not token.low.endswith(("ing", "ee"))


def _helps(token: Token, lexicon: Lexicon) -> bool:
    return token.low in lexicon.cue("auxiliary") or token.low in lexicon.cue("modal")


def _adverb(token: Token, lexicon: Lexicon) -> bool:
    return token.low in lexicon.cue("verb_adverb") or (token.low.endswith("ly") and len(token.low) > 4)
