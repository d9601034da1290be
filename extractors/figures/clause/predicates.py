"""The verb of a number that no table of actions knows: ``distributed 300 blankets``, ``68% oppose the reform``.

It gives ``action`` (the verb's lemma) and no ``action_class``. It comes last: an action of a known class, also one lent
by another sentence, goes before it, but for a faint one of things (``the Red Cross has distributed 300 blankets``).
"""

from itertools import pairwise

from extractors.figures.clause import agents
from extractors.figures.clause.actions import joined
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_REACH = 4
# A known action that fits no better than this gives way to the verb that governs things or shares.
_FAINT = 0.62
# A known action of people that fits no better gives way only to a verb right beside the number.
_DISTANT = 0.75
_SURE = 0.9
_APART = 8
_JOINS = frozenset({"and", ","})


def settle(placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """Set ``action`` of each span that has none to the verb whose subject or object the counted is."""
    if not lexicon.verbs:
        return
    for sentence, span in placed:
        if (span.action is None or _faint(span)) and not span.unit.startswith("age"):
            verb = _verb(sentence.tokens, span, lexicon)
            if verb is not None:
                span.action, span.action_class = verb, agents.of_verb(sentence.tokens, span, verb, lexicon)
                span.rule("action", "governing_verb", 0.5)
        elif _far(span):
            _govern(sentence.tokens, span, lexicon)
    for (one, left), (other, right) in pairwise(placed):
        if (
            one is other
            and right.action is None
            and left.action is not None
            and _listed(one.tokens, left, right, lexicon)
        ):
            right.action, right.action_class, right.action_at = left.action, left.action_class, left.action_at
            right.rule("action", "conjunct", 0.4)


def _listed(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``33 over the coast, 21 over the bay and seven at sea``, ``Arda freed 36 and Belm 40``: one verb for all."""
    if joined(tokens, left, right):
        return left.action_class is None or left.unit == right.unit
    between = tokens[left.noun_end : right.begin]
    if left.unit != right.unit or not 0 < len(between) <= _APART:
        return False
    if any(t.kind == "n" or _acts(t, before, lexicon) for before, t in pairwise([tokens[left.noun_end - 1], *between])):
        return False
    words = [t.low for t in between]
    if any(w in lexicon.cue("border") or w in lexicon.cue("auxiliary") for w in words):
        return False
    return words[-1] in _JOINS or (len(words) > 1 and words[-2] in _JOINS)


def _acts(token: Token, before: Token, lexicon: Lexicon) -> bool:
    """A verb, or a word of action, but behind an article or ``of``."""
    noun = before.low in lexicon.cue("verb_article")
    return not noun and (token.low in lexicon.verbs or token.low in lexicon.actions)


def _far(span: Span) -> bool:
    """True where the known action stands far off, or is only what the noun implies (residents live)."""
    last = next((r for r in reversed(span.rules) if r[0] == "action"), None)
    if last is None or span.unit.startswith("age"):
        return False
    return (last[1] == "nearest" and last[2] <= _DISTANT) or (last[1] == "counted_noun" and last[2] < _SURE)


def _govern(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """The verb that plainly governs a number goes before a far action, with its class where it has one."""
    at = _plainly(tokens, span, lexicon)
    if at is None and span.action in lexicon.cue("idle_state"):
        at = _behind_noun(tokens, span, lexicon)
    verb = lexicon.verbs.get(tokens[at].low) if at is not None else None
    if (
        at is None
        or at == span.action_at
        or verb is None
        or (verb in lexicon.cue("verb_light") and (at < span.begin or verb not in lexicon.cue("verb_behind")))
    ):
        return
    act = next((a for a in lexicon.actions.get(tokens[at].low, ()) if a.role in "os"), None)
    span.action, span.action_class, span.action_at = (act.lemma, act.cls, at) if act else (verb, None, at)
    span.rule("action", "plain_verb", 0.7)


def _behind_noun(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``1,040 residents left the town``: a past form, or a plain one before its object, right behind the counted."""
    k = span.noun_end
    if _lemma(tokens, k, lexicon) is None or tokens[k].low in lexicon.cue("auxiliary"):
        return None
    return k if _past(tokens[k]) or _plain(tokens, k, lexicon) else None


def _plainly(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where an auxiliary and a participle stand right behind the counted, or a verb right before it."""
    k, helped = span.noun_end, False
    while k < len(tokens) and (_helps(tokens[k], lexicon) or (helped and _adverb(tokens[k], lexicon))):
        helped, k = True, k + 1
    if helped:
        return k if _lemma(tokens, k, lexicon) is not None and tokens[k].low not in lexicon.actions else None
    k = span.begin - 1
    if k < 1 or _lemma(tokens, k, lexicon) is None or not _past(tokens[k]):
        return None
    noun = tokens[k - 1].low in lexicon.cue("verb_article") or _particle(tokens, k, lexicon)
    return None if noun or tokens[k].low in lexicon.cue("auxiliary") else k


def _particle(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``brought back``, ``last year``: no verb, but behind ``to`` or a modal (``plans to close``)."""
    if tokens[k].low not in lexicon.cue("verb_particle"):
        return False
    lead = tokens[k - 1].low if k else ""
    return lead != "to" and lead not in lexicon.cue("modal") and lead not in lexicon.cue("pronoun")


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
        particle = _particle(tokens, k, lexicon)
        if verb is not None and not particle and not (k and tokens[k - 1].low in lexicon.cue("verb_article")):
            return verb
        word = tokens[k].low
        prepositions += word in lexicon.cue("preposition") or word in ("to", "of", "up")
        thin = word in lexicon.cue("stop") or particle or word in lexicon.cue("verb_adverb") or word.endswith("ly")
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
