"""Each, in total, or one side: how a number is to be read where two parties act."""

import itertools
from collections.abc import Iterator

from extractors.figure import Basis
from extractors.figures.exchange import exchanges, parties, sides
from extractors.figures.lexicon import Lexicon, held
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

Told = dict[str, list[str]]
_PHRASES = ("each_phrase", "total_phrase", "both_sides", "same_number")
_RECIPROCAL = frozenset({"released", "exchanged", "received", "recovered", "agreed", "held"})
_BORDER = frozenset({";", ":"})
# ``84 from each side, taking the number of those freed to 4,181``: all of them.
_SUMMING = frozenset({"taking", "bringing", "raising", "lifting"})
_BORDERS = frozenset({";", "while", "who", "that", "which", "."})
_TO = frozenset({"to", "for", "at", "in", "from", "on", "per"})
_SIDES = 2
_PARTIES = frozenset({"side", "country", "nation", "party", "government", "army", "state"})
_HOME = frozenset({"released", "exchanged", "returned", "received", "recovered"})
_OWN = frozenset({"our", "its", "their"})
_REACH = 6
_SAID_AGAIN = frozenset({",", "(", "or", "equivalent", "to", "about", "roughly", "some", "around", "worth", "nearly"})
_BESTOWED = frozenset({"and", "a", "an", "of", "payment", "grant", "leave", "plus", "the", "as", "well", ",", "along",
                       "with", "pension", "bonus", "for", "'", "'s"})  # fmt: skip
_FOR_EACH = (" for every ", " for each ")
_PARTIES_ALL = frozenset({"both", "sides", "countries"})
# What happens to each side in three stages or within two weeks takes three stages and two weeks in all.
_WITHIN = frozenset({"in", "within", "over"})


def settle(sentence: Sentence, spans: list[Span], state: State, lexicon: Lexicon) -> None:
    """Set basis and party of each span from its clause."""
    tokens, exchange = sentence.tokens, state.exchange
    reciprocal = exchange or not sentence.words.isdisjoint(lexicon.cue("reciprocal"))
    reciprocal = reciprocal or (state.swap and not sentence.words.isdisjoint(lexicon.cue("reciprocal_weak")))
    cued = not sentence.words.isdisjoint(lexicon.cue("basis_word")) or _priced(sentence, spans)
    told = {name: held(sentence.words, sentence.folded(), lexicon.cue(name)) for name in _PHRASES} if cued else {}
    for span in spans:
        if span.each or ("item", "lot", 0.6) in span.rules:
            _set(span, "each", "n_for_n" if span.each else "lot", 0.95 if span.each else 0.7)
            continue
        if _whole_swap(tokens, span):
            _set(span, "total", "swap_of", 0.6)
        elif cued:
            _cues(tokens, span, spans, told, lexicon)
    if cued:
        _groups(tokens, spans)
        _share(tokens, spans)
        _summed(spans)
    parties.settle(sentence, spans, lexicon)
    sides.settle(sentence, spans, exchange, lexicon)
    for span in spans:
        if span.basis is None:
            _default(sentence, span, reciprocal, state)


def _whole_swap(tokens: list[Token], span: Span) -> bool:
    """``a 1,700-prisoner swap``: all who are swapped."""
    if span.last >= len(tokens) or tokens[span.last].text != "-" or span.noun_end >= len(tokens):
        return False
    return tokens[span.noun_end].low in ("swap", "exchange")


def _priced(sentence: Sentence, spans: list[Span]) -> bool:
    """``Every sample costs 240 dollars``."""
    return "every" in sentence.words and any(span.unit.startswith("money") for span in spans)


def _cues(tokens: list[Token], span: Span, spans: list[Span], told: Told, lexicon: Lexicon) -> None:
    """A cue behind the number binds first, then one before it; neither crosses another number's noun.

    ``told`` are the phrases of each list that the sentence has.
    """
    if _distributed(tokens, span):
        return _set(span, "total", "each_of", 0.85)
    left, right = _clause(tokens, span, spans)
    after = f" {' '.join([t.low for t in tokens[span.last : right]])} "
    before = f" {' '.join([t.low for t in tokens[left : span.first]])} "
    next_to = {f" {t.low} " for t in tokens[max(left, span.begin - 2) : span.begin]}
    same = span is spans[-1] and _matched(tokens, span, told)
    if same or _every(span, before, after):
        return _set(span, "each", "same_number" if same else "every", 0.7)
    within = _within(tokens, span, lexicon)
    for text, near in ((after, True),) if within else ((after, True), (before, False)):
        for cue in told["each_phrase"]:
            if cue in text and f" with{cue}" not in text:
                return _set(span, "each", "each_phrase", 0.9)
        if " apiece " in text or (" each " in text and _each(text.split(), near)):
            return _set(span, "each", "each", 0.85)
        for cue in told["total_phrase"]:
            if cue in text and (near or " " in cue[1:-1] or cue in next_to):
                return _set(span, "total", "total_phrase", 0.85)
    return _both(span, before, told)


def _every(span: Span, before: str, after: str) -> bool:
    """``Every sample costs $240``, ``30 prisoners for every hostage``."""
    priced = span.unit.startswith("money") and (" every " in before or " to every " in after)
    return priced or any(cue in after for cue in _FOR_EACH)


def _both(span: Span, before: str, told: Told) -> None:
    """``Both sides released 303 captives``: each of them."""
    if span.action_class in _HOME - {"exchanged"} and any(cue in before for cue in told["both_sides"]):
        _set(span, "each", "both_gave", 0.5)


def _within(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``in three stages``, ``over two days``; not ``will hand over 40``."""
    if span.begin == 0 or tokens[span.begin - 1].low not in _WITHIN:
        return False
    return not (tokens[span.begin - 1].low == "over" and tokens[span.begin - 2].low in lexicon.cue("over_lead"))


def _matched(tokens: list[Token], span: Span, told: Told) -> bool:
    """``Kharim freed 103 captives and Belmark the same number``."""
    if not told["same_number"] or span.action_class not in _HOME:
        return False
    if any(t.text[0].isupper() for t in tokens[span.last : span.noun_end]):
        return False  # one side's own
    behind = f" {' '.join([t.low for t in tokens[span.last :]])} "
    found = next((cue for cue in told["same_number"] if cue in behind), None)
    people = (span.item_class or "person").startswith("person")
    return people and found is not None and not behind.partition(found)[0].endswith((" for", " back"))


def _each(words: list[str], near: bool) -> bool:
    """``each``; not ``each other``, ``with each side …``, nor a bell ``for each of the people``."""
    for k, word in enumerate(words):
        if word == "each" and (k == 0 or words[k - 1] != "with"):
            after = words[k + 1 : k + 2]
            if after != ["other"] and (near or after != ["of"]):
                return True
    return False


def _distributed(tokens: list[Token], span: Span) -> bool:
    """``each of the 14 people``: the 14 are all of them, and what each gets is another number."""
    k = span.begin - 1
    if k >= 0 and tokens[k].low in ("the", "these", "those", "its", "their", "our", "his", "her"):
        k -= 1
    return k > 0 and tokens[k].low == "of" and tokens[k - 1].low in ("each", "one") and span.item not in _PARTIES


def _groups(tokens: list[Token], spans: list[Span]) -> None:
    """``5,000 euros to each of the 14 families``, ``each of the 14 families will get 5,000 euros``: 5,000 each."""
    for group, other in _with_others(spans):
        if other.basis == "each":
            continue
        between = [t.low for t in tokens[other.noun_end : group.begin]]
        ahead = other.noun_end <= group.begin and len(between) < _REACH and not _BORDERS & set(between)
        leads = group.begin < _REACH and other.begin > group.noun_end and group.action_class is None
        if (ahead and between[:1] != ["who"] and between[:1] and between[0] in _TO) or leads:
            _set(other, "each", "each_of", 0.75)


def _with_others(spans: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Each number that is told for each of some, with every other one."""
    for group in spans:
        if any(name == "each_of" for _, name, _ in group.rules):
            yield from ((group, other) for other in spans if other is not group)


def _set(span: Span, basis: Basis, rule: str, confidence: float) -> None:
    span.basis = basis
    span.rule("basis", rule, confidence)


def _clause(tokens: list[Token], span: Span, spans: list[Span]) -> tuple[int, int]:
    """The tokens that a cue may stand in: up to the neighbouring numbers, a semicolon, or the ends of the sentence."""
    left, right = 0, len(tokens)
    for other in spans:
        if other.first < span.first:
            left = max(left, other.last)
            if other.noun_end + 1 < span.begin and tokens[other.noun_end].low in ("each", "apiece"):
                left = max(left, other.noun_end + 1)  # ``swapped 175 each, and Kelmark handed over 22``
        elif other.first > span.first:
            right = min(right, other.begin)
    for k in range(span.first - 1, left - 1, -1):
        if tokens[k].text in _BORDER or tokens[k].low in _SUMMING:
            left = k + 1
            break
    for k in range(span.last, right):
        if tokens[k].text in _BORDER or (
            tokens[k].low in ("while", "whereas", "when", "although", "though", "which", "but") and k > span.end
        ):
            return left, k
    return left, right


def _share(tokens: list[Token], spans: list[Span]) -> None:
    """``270 soldiers and 120 civilians per side``: conjuncts share their basis; ``300 in all, 150 each`` do not."""
    for left, right in itertools.pairwise(spans):
        between = {t.low for t in tokens[left.noun_end : right.begin]}
        if not left.basis and right.basis == "each" and left.value and left.value == _SIDES * (right.value or 0):
            _set(left, "total", "twice_each", 0.8)
        converted = between <= _SAID_AGAIN and left.unit != right.unit and left.unit[:5] == right.unit[:5] == "money"
        if left.basis == "each" and not right.basis and right.unit.startswith("money") and between <= _BESTOWED:
            _set(right, "each", "conjunct", 0.6)
        joined = between and between <= {"and", ",", "plus", "as", "well"} and left.unit == right.unit
        if not converted and not (joined and (between != {","} or not right.elided)):
            continue
        if right.basis and not left.basis:
            _set(left, right.basis, "conjunct", 0.8)
        elif left.basis and not right.basis:
            _set(right, left.basis, "conjunct", 0.8)


def _summed(spans: list[Span]) -> None:
    """``390 people, 270 soldiers and 120 civilians each``: what the parts are, the whole is."""
    for whole, left, right in zip(spans, spans[1:], spans[2:], strict=False):
        parts = left.basis == right.basis == "each" and whole.unit == left.unit == right.unit
        if parts and not whole.basis and whole.value and whole.value == (left.value or 0) + (right.value or 0):
            _set(whole, "each", "summed", 0.7)


def _idle(span: Span) -> bool:
    """Staff, and people driven ``from their homes``: nobody's prisoners."""
    return span.item_class == "person.worker" or span.action_class == "displaced"


def _default(sentence: Sentence, span: Span, reciprocal: bool, state: State) -> None:
    """Without a cue: one side where a swap names its party, none in other swaps, else the total.

    The total without a cue has a confidence of 0.3 only. Leaving it out instead was measured on the labelled seeds:
    whole records fell from .89 to .57, since a casualty, a share or a duration is a total where nothing else is said.
    """
    if not (reciprocal or state.exchange):
        return _alone(span)
    if sides.aside(sentence, span, state.lexicon):
        return _set(span, "total", "aside", 0.5)
    tokens = sentence.tokens
    behind = {t.low for t in tokens[span.last : span.last + 3]}
    own = span.item_phrase is not None and not behind.isdisjoint(_OWN) and "from" not in behind
    own = own or (span.begin > 0 and tokens[span.begin - 1].low in _OWN)
    national = any(t.text[0].isupper() for t in tokens[span.last : span.noun_end])
    own = own or (national and span.action_class in _HOME)
    counted = span.unit in ("count", "percent")
    people = span.item is None or (span.item_class or "").startswith("person")
    acted = counted and span.action_class in _RECIPROCAL and (people or span.item in exchanges.TRADED)
    theirs = (own or (acted and span.party is not None)) and (people or span.item in exchanges.TRADED)
    if reciprocal and counted and theirs and not _idle(span):
        _set(span, "one_side", "named_party", 0.6)
    elif state.exchange and exchanges.default(span, state.hostages, national):
        return None
    elif reciprocal and acted and span.action_class not in ("exchanged", "agreed"):
        if not _PARTIES_ALL.isdisjoint([t.low for t in tokens[: span.begin]]):
            return None  # the two sides freed 300 captives: 300 each, or 150
        _set(span, "total" if state.hostages else "one_side", "given", 0.4)
    elif acted and span.action_class == "exchanged" and span.qualifier != "exact" and people:
        _set(span, "total", "about_all", 0.4)
    elif not (reciprocal and (acted or (span.unit == "count" and span.action_class is None and people))):
        _set(span, "total", "default", 0.3)
    return None


def _alone(span: Span) -> None:
    """Where no two parties act, a number is a total."""
    about = span.action_class == "exchanged" and span.qualifier != "exact" and span.unit in ("count", "percent")
    if about and (span.item is None or (span.item_class or "").startswith("person")):
        return _set(span, "total", "about_all", 0.4)
    return _set(span, "total", "default", 0.3)
