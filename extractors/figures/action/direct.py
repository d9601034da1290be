"""The verb that a number plainly hangs on, where a word of another clause, or of its own noun phrase, was taken for it.

``has put 14 members under sanctions and threatened another 20``, ``saw dozens of people digging``, ``asked for 120 sick
prisoners to be included``, ``have been able to name 48 of the dead``.
"""

from collections.abc import Callable

from extractors.figures.clause.between import ing, lemma, nominal, past, past_verb
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_SEES = frozenset({"see", "watch", "film", "hear", "spot", "photograph", "show"})
_ASKS = frozenset({"ask", "demand", "want", "request", "order", "urge", "expect", "press", "call"})
# Light verbs that say what was done to their object all the same.
_PLAIN = frozenset(
    {"put", "take", "find", "get", "hold", "use", "place", "keep", "run", "turn", "set", "name", "identify"}
)
_TRADED = frozenset({"exchanged", "swapped", "traded"})
_PUTS = frozenset({"put", "puts", "putting"})
_BORDERS = frozenset(
    {"and", "but", "which", "who", "that", ",", ";", "when", "while", "after", "before", "because", "as"}
)
_PARTICLES = frozenset({"up", "out", "off", "down", "over", "away", "aside", "forward"})
_ARTICLES = frozenset({"a", "an", "the", "another", "all", "its", "their", "his", "her"})
_TELLS = frozenset(
    {"leave", "claim", "lose", "cost", "kill", "count", "have", "report", "include", "see", "say", "involve"}
)
_BEFORE_OBJECT = _ARTICLES | _PARTICLES
_Rule = Callable[[list[Token], Span, Lexicon], int | None]
_OF = (["of", "the"], ["of", "those"], ["of", "them"], ["of", "its"], ["of", "their"])
_HURT = frozenset({"dead", "wounded", "injured", "missing", "victims", "bodies"})


def verb_of(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where the verb stands that goes before the present action; None where that is as good."""
    if span.unit != "count" or span.item_class == "person.victim":
        return None
    for rule in _by_neighbours(tokens, span, lexicon):
        at = rule(tokens, span, lexicon)
        if at is not None:
            return None if (at == span.action_at and rule not in (_those, _seen, _aimed)) or _whole_verb(span) else at
    return None


def _by_neighbours(tokens: list[Token], span: Span, lexicon: Lexicon) -> list[_Rule]:
    """The rules, in their order, that may find something: most do only beside one word."""
    rules: list[_Rule] = []
    lead = tokens[span.begin - 1].low if span.begin else ""
    verb = lexicon.verbs.get(lead)
    if lead == "with" or verb in _SEES:
        rules.append(_seen)
    if span.noun_end < len(tokens) and tokens[span.noun_end].low == "to":
        rules.append(_asked)
    if span.last < len(tokens) and tokens[span.last].low == "of":
        rules += (_those, _part)
    if lead in _HAS:
        rules.append(_had)
    elif lead == "for":
        rules += (_for, _hunt)
    elif lead == "of":
        rules.append(_nth)
    if verb is not None or lead in _BEFORE_OBJECT:
        rules += (_aimed, _object)
    return rules


_PREDICATES = frozenset(
    {"was", "were", "is", "are", "has", "have", "had", "will", "would", "could", "may", "should", "must"}
)
_HAS = frozenset({"had", "has", "have"})


_NOWADAYS = frozenset({"now", "currently", "still", "today", "already", "presently"})
_HALVES = frozenset({"captured", "halves"})


def _whole_verb(span: Span) -> bool:
    """``freed the gunman and took 12 guards hostage``, ``set 40 cars on fire``: both halves of the verb are known."""
    for attribute, rule, _ in span.rules:  # noqa: SIM110 - twice as fast as any()
        if attribute == "action" and rule in _HALVES:
            return True
    return False


def _seen(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``saw dozens of people digging through rubble``: what they were seen doing."""
    k = span.noun_end
    if k + 1 >= len(tokens) or not span.begin or tokens[k].low in lexicon.cue("aside"):
        return None
    if tokens[span.begin - 1].low == "with" and ing(tokens[k]) and tokens[k].low in lexicon.actions and span.person:
        return k  # ``swapped the wounded, with 58 soldiers returning home``
    if not ing(tokens[k]) and not _bare(tokens, k, lexicon):
        return None
    does = tokens[k].low in lexicon.verbs or tokens[k].low in lexicon.actions
    seen = lexicon.verbs.get(tokens[span.begin - 1].low) in _SEES and does
    return k if seen and tokens[k].low not in lexicon.cue("preposition") else None


def _bare(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``saw eight buses leave``: the plain form of a verb, and nothing behind it that a noun would have."""
    if lexicon.verbs.get(tokens[k].low) != tokens[k].low or tokens[k].low in lexicon.nouns:
        return False
    return tokens[k + 1].kind == "p" or tokens[k + 1].low in lexicon.cue("preposition") or tokens[k + 1].low == "the"


def _asked(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``asked for 120 sick prisoners to be included``, ``wants 40 soldiers freed``."""
    k = span.noun_end
    if k + 2 >= len(tokens) or tokens[k].low != "to" or tokens[k + 1].low != "be":
        return None
    if not past_verb(tokens[k + 2], lexicon):
        return None
    lead = span.begin - 1 - (span.begin > 1 and tokens[span.begin - 1].low == "for")
    return k + 2 if lead >= 0 and lexicon.verbs.get(tokens[lead].low) in _ASKS else None


def _those(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``29 of those freed were foreign nationals``: the predicate is a noun, what befell them stands before it."""
    k = span.last
    if not span.elided or k + 4 >= len(tokens) or tokens[k].low != "of" or tokens[k + 1].low != "those":
        return None
    befell = any(
        a.role == "o" and a.past and a.cls in lexicon.cue("telling") for a in lexicon.actions.get(tokens[k + 2].low, ())
    )
    if not befell or tokens[k + 3].low not in ("were", "are", "was", "is"):
        return None
    word = tokens[k + 4]
    if word.low in lexicon.cue("preposition"):
        return None  # ``Seven of those rescued are in hospital``
    noun = word.low in lexicon.cue("article") or word.low in lexicon.nouns or word.text[0].isupper()
    noun = noun or (k + 5 < len(tokens) and word.low not in lexicon.verbs and tokens[k + 5].low in lexicon.nouns)
    return k + 2 if noun and word.low not in lexicon.actions else None


def _part(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``found 23 of the girls seized by gunmen``, ``to name 48 of the dead``: done to a part of them."""
    at = span.action_at
    if at is None or at < span.last or span.last >= len(tokens) or tokens[span.last].low != "of":
        return None
    behind = [t.low for t in tokens[span.last : span.last + 3]]
    if behind[:2] not in _OF:
        return None
    if not (behind[2:] and behind[2] in _HURT) and at != span.noun_end:
        return None
    k = _verb(tokens, span, lexicon)
    told = k is not None and lexicon.verbs[tokens[k].low] in _TELLS
    return None if told else k


def _had(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``The driver, who was hurt, said he had 22 passengers``: nothing that befell them."""
    k, at = span.begin - 1, span.action_at
    if k < 2 or span.elided or at is None or at >= k or tokens[k].low not in ("had", "has", "have"):
        return None
    if tokens[k - 1].low in _NOWADAYS and not _BORDERS.isdisjoint(t.low for t in tokens[at + 1 : k]):
        return k  # ``hired 400 people, and it currently has 120 openings``
    pronoun = tokens[k - 1].low in lexicon.cue("pronoun") and tokens[k - 1].low != "who"
    behind = tokens[span.noun_end] if span.noun_end < len(tokens) else None
    return k if pronoun and behind is not None and (behind.kind == "p" or behind.low in _BORDERS) else None


def _for(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``were exchanged for 14 rebels jailed in May``"""
    del lexicon
    k = span.begin - 2
    traded = k > 0 and tokens[k + 1].low == "for" and tokens[k].low in _TRADED
    return k if traded and span.person and (span.action_at or span.begin) >= span.noun_end else None


def _nth(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``the second of four planned under the deal``: the participle behind them."""
    k = span.last
    if not span.elided or k + 1 >= len(tokens) or span.begin < 2 or tokens[span.begin - 1].low != "of":
        return None
    ordinal = tokens[span.begin - 2].low in lexicon.cue("ordinal") or tokens[span.begin - 2].low in ("last", "latest")
    plain = tokens[k].low in lexicon.verbs and tokens[k].low not in lexicon.actions and past(tokens[k])
    return k if ordinal and plain else None


def _hunt(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``the search for nine others would be scaled back``: no verb of theirs."""
    k = span.begin - 2
    sought = k >= 0 and tokens[k + 1].low == "for" and tokens[k].low in ("search", "hunt")
    return k if sought and span.person and span.action_class not in lexicon.cue("telling") else None


def _object(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``had hosted talks and had put up a $20m guarantee``: the object of a light verb, of another clause."""
    at = span.action_at
    if at is None and span.begin > 1 and tokens[span.begin - 1].low in _PUTS:
        return span.begin - 1  # ``has put 14 members of the council under sanctions``
    k = _verb(tokens, span, lexicon) if at is not None else None
    if k is None or at is None:
        return None
    verb = lexicon.verbs[tokens[k].low]
    if verb not in lexicon.cue("verb_light") and _lent(span):
        return k  # ``104 survived, after a ship reported that it had picked up eight``
    if verb not in _PLAIN:
        return None
    return k if at < k and not _BORDERS.isdisjoint(t.low for t in tokens[at + 1 : k]) else None


def _aimed(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``Its pledge to withdraw 400 troops was welcomed``: the infinitive; what was welcomed is the pledge."""
    end = span.noun_end
    if span.elided or end >= len(tokens) or tokens[end].low not in _PREDICATES:
        return None
    k = _verb(tokens, span, lexicon)
    aimed = k is not None and k > 1 and tokens[k - 1].low == "to" and tokens[k - 2].low in lexicon.cue("aim_noun")
    return k if aimed else None


def _lent(span: Span) -> bool:
    """The action is only that of another number."""
    return any(r[:2] == ("action", "whole") for r in span.rules)


def _verb(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """The finite verb, gerund or infinitive right before the number."""
    k = span.begin - 1
    while k > 0 and tokens[k].low in _ARTICLES:
        k -= 1
    if k > 1 and tokens[k].low in _PARTICLES and tokens[k - 1].low in lexicon.verbs:
        k -= 1
    if k < 1 or lemma(tokens, k, lexicon) is None or nominal(tokens, k, lexicon):
        return None
    lead = tokens[k - 1].low
    if lead in lexicon.cue("be") and not ing(tokens[k]):
        return None  # ``were found 23 km away``
    return k if past(tokens[k]) or ing(tokens[k]) or lead == "to" or lead in lexicon.cue("modal") else None
