"""Each, in total, or one side: how a number is to be read where two parties act."""

import itertools
from collections.abc import Iterator

from extractors.figures.exchange import cues, exchanges, parties, sides, together
from extractors.figures.exchange.cues import HOME, put
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_RECIPROCAL = frozenset({"released", "exchanged", "received", "recovered", "agreed", "held"})
_SWAPPED = frozenset({"swap", "exchange"})
_BORDERS = frozenset({";", "while", "who", "that", "which", "."})
_TO = frozenset({"to", "for", "at", "in", "from", "on", "per"})
_SIDES = 2
_OWN = frozenset({"our", "its", "their"})
_REACH = 6
_FAR = 9
_IN_RETURN = ("action", "in_exchange", 0.85)
_EXCHANGED = frozenset({"exchange", "exchanges", "exchanged", "exchanging"})
_SAID_AGAIN = frozenset({",", "(", "or", "equivalent", "to", "about", "roughly", "some", "around", "worth", "nearly"})
_BESTOWED = frozenset({"and", "a", "an", "of", "payment", "grant", "leave", "plus", "the", "as", "well", ",", "along",
                       "with", "pension", "bonus", "for", "'", "'s"})  # fmt: skip


def settle(sentence: Sentence, spans: list[Span], state: State, lexicon: Lexicon) -> None:
    """Set basis and party of each span from its clause."""
    tokens, exchange = sentence.tokens, state.exchange
    named = sentence.words & lexicon.cues.reciprocal
    reciprocal = exchange or (bool(named) and not (named <= _EXCHANGED and sentence.words & lexicon.cue("no_swap")))
    reciprocal = reciprocal or (state.swap and not sentence.words.isdisjoint(lexicon.cue("reciprocal_weak")))
    told = cues.told(sentence, spans, lexicon)
    swapped = not sentence.words.isdisjoint(_SWAPPED)
    for span in spans:
        if span.each or ("item", "lot", 0.6) in span.rules:
            put(span, "each", "n_for_n" if span.each else "lot", 0.95 if span.each else 0.7)
            continue
        if _IN_RETURN in span.rules:
            continue  # both are of one side: sides sees the two
        if (swapped and _whole_swap(tokens, span)) or (reciprocal and _by_both(tokens, span)):
            put(span, "total", "swap_of", 0.6)
        elif told is not None:
            cues.settle(tokens, span, spans, told, lexicon)
    if told is not None:
        _groups(tokens, spans)
        _share(tokens, spans)
        _summed(spans)
    parties.settle(sentence, spans, lexicon)
    sides.settle(sentence, spans, exchange, lexicon)
    _rest(sentence, spans, reciprocal, state)


def _rest(sentence: Sentence, spans: list[Span], reciprocal: bool, state: State) -> None:
    """The basis of those that no cue told of: in total, unless two parties act."""
    doubted = reciprocal or state.exchange
    for n, span in enumerate(spans):
        if span.basis is not None:
            continue
        if n and span.part and _part_of_all(span, spans[n - 1]):
            put(span, "total", "part_of_all", 0.6)
        elif doubted or span.action_class == "exchanged" or _IN_RETURN in span.rules:
            _without_cue(sentence, span, reciprocal, state)
        else:
            put(span, "total", "default", 0.3)


def _part_of_all(span: Span, whole: Span) -> bool:
    """``5,870 have been exchanged in all, including 1,460 this year``: a part of the total."""
    return (
        span.part
        and whole.basis == "total"
        and whole.item == span.item
        and ("basis", "total_phrase", 0.85) in whole.rules
    )


def _without_cue(sentence: Sentence, span: Span, reciprocal: bool, state: State) -> None:
    """Of one side where it was given in return; else by whether two parties act."""
    if _IN_RETURN in span.rules:
        put(span, "one_side", "in_return", 0.8)
    elif reciprocal or state.exchange:
        _default(sentence, span, reciprocal, state)
    else:
        _alone(span)


def _whole_swap(tokens: list[Token], span: Span) -> bool:
    """``a 1,700-prisoner swap``: all who are swapped."""
    if span.last >= len(tokens) or tokens[span.last].text != "-" or span.noun_end >= len(tokens):
        return False
    return tokens[span.noun_end].low in _SWAPPED


def _by_both(tokens: list[Token], span: Span) -> bool:
    """``were set free by Velmar and Ostrany``: those of both."""
    for k in range(span.noun_end, min(len(tokens) - 3, span.noun_end + _FAR)):
        if tokens[k].text in ",;":
            return False
        if tokens[k].low == "by" and tokens[k + 1].text[0].isupper():
            end = next((j for j in range(k + 2, min(len(tokens) - 1, k + 5)) if not tokens[j].text[0].isupper()), k)
            return tokens[end].low == "and" and tokens[end + 1].text[0].isupper()
    return False


def _groups(tokens: list[Token], spans: list[Span]) -> None:
    """``5,000 euros to each of the 14 families``, ``each of the 14 families will get 5,000 euros``: 5,000 each."""
    for group, other in _with_others(spans):
        if other.basis == "each":
            continue
        between = [t.low for t in tokens[other.noun_end : group.begin]]
        ahead = other.noun_end <= group.begin and len(between) < _REACH and not _BORDERS & set(between)
        leads = group.begin < _REACH and other.begin > group.noun_end and group.action_class is None
        if (ahead and between[:1] != ["who"] and between[:1] and between[0] in _TO) or leads:
            put(other, "each", "each_of", 0.75)


def _with_others(spans: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Each number that is told for each of some, with every other one."""
    for group in spans:
        if group.basis is not None and any(name == "each_of" for _, name, _ in group.rules):
            yield from ((group, other) for other in spans if other is not group)


def _share(tokens: list[Token], spans: list[Span]) -> None:
    """``270 soldiers and 120 civilians per side``: conjuncts share their basis; ``300 in all, 150 each`` do not."""
    for left, right in itertools.pairwise(spans):
        between = {t.low for t in tokens[left.noun_end : right.begin]}
        if not left.basis and right.basis == "each" and left.value and left.value == _SIDES * (right.value or 0):
            put(left, "total", "twice_each", 0.8)
        converted = between <= _SAID_AGAIN and left.unit != right.unit and left.unit[:5] == right.unit[:5] == "money"
        if left.basis == "each" and not right.basis and right.unit.startswith("money") and between <= _BESTOWED:
            put(right, "each", "conjunct", 0.6)
        joined = between and between <= {"and", ",", "plus", "as", "well"} and left.unit == right.unit
        if not converted and not (joined and (between != {","} or not right.elided)):
            continue
        if right.basis and not left.basis:
            put(left, right.basis, "conjunct", 0.8)
        elif left.basis and not right.basis:
            put(right, left.basis, "conjunct", 0.8)


def _summed(spans: list[Span]) -> None:
    """``390 people, 270 soldiers and 120 civilians each``: what the parts are, the whole is."""
    for whole, left, right in zip(spans, spans[1:], spans[2:], strict=False):
        parts = left.basis == right.basis == "each" and whole.unit == left.unit == right.unit
        if parts and not whole.basis and whole.value and whole.value == (left.value or 0) + (right.value or 0):
            put(whole, "each", "summed", 0.7)


def _idle(span: Span) -> bool:
    """Staff, and people driven ``from their homes``: nobody's prisoners."""
    return span.item_class == "person.worker" or span.action_class == "displaced"


def _default(sentence: Sentence, span: Span, reciprocal: bool, state: State) -> None:
    """Without a cue: one side where a swap names its party, none in other swaps, else the total.

    The total without a cue has a confidence of 0.3 only. Leaving it out instead was measured on the labelled seeds:
    whole records fell from .89 to .57, since a casualty, a share or a duration is a total where nothing else is said.
    """
    tokens = sentence.tokens
    lots = [t.low for t in tokens[max(0, span.begin - 2) : span.begin]] == ["groups", "of"]
    if lots or sides.aside(sentence, span, state.lexicon):
        return put(span, "total", "aside", 0.5)
    behind = {t.low for t in tokens[span.last : span.last + 3]}
    own = span.item_phrase is not None and not behind.isdisjoint(_OWN) and "from" not in behind
    own = own or (span.begin > 0 and tokens[span.begin - 1].low in _OWN)
    national = any(t.text[0].isupper() for t in tokens[span.last : span.noun_end])
    own = own or (national and span.action_class in HOME)
    counted = span.unit in ("count", "percent")
    people = span.item is None or (span.item_class or "").startswith("person")
    acted = counted and span.action_class in _RECIPROCAL and (people or span.item in exchanges.TRADED)
    theirs = (own or (acted and span.party is not None)) and (people or span.item in exchanges.TRADED)
    if together.settle(tokens, span, acted, national):
        return None
    if reciprocal and counted and theirs and not _idle(span):
        put(span, "one_side", "named_party", 0.6)
    elif state.exchange and exchanges.default(span, state.hostages, national):
        return None
    elif reciprocal and acted and span.action_class not in ("exchanged", "agreed"):
        put(span, "total" if state.hostages else "one_side", "given", 0.4)
    elif acted and span.action_class == "exchanged" and span.qualifier != "exact" and people:
        put(span, "total", "about_all", 0.4)
    elif not (reciprocal and (acted or (span.unit == "count" and span.action_class is None and people))):
        put(span, "total", "default", 0.3)
    return None


def _alone(span: Span) -> None:
    """Where no two parties act, a number is a total."""
    about = span.action_class == "exchanged" and span.qualifier != "exact" and span.unit in ("count", "percent")
    if about and (span.item is None or span.person):
        return put(span, "total", "about_all", 0.4)
    return put(span, "total", "default", 0.3)
