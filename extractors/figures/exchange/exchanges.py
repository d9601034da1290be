"""Bases in an article of an exchange: what is one side's unless it says otherwise, and what adds up to both sides."""

import itertools

from extractors.figure import Basis
from extractors.figures.exchange import retold, together
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence

_SIDES = 2
_ROUNDED = 0.1
_MOST = 5
_NEAR = 4
_GIVEN = frozenset({"released", "received", "recovered", "held", "missing", "captured", "crossed"})
TRADED = frozenset({"body", "citizen", "national", "fallen", "remains", "coffin", "set of remains"})
_EXCHANGING = _GIVEN | {"exchanged", "agreed", "died"}
_DEAD = frozenset({"body", "set of remains"})
_TRADED_CLASSES = frozenset({"person.captive", "person.military", "person.civilian"})
# What befalls people beside the exchange has a total.
_BESIDE = frozenset({"displaced", "killed", "injured", "shot", "arrested", "exchanged", "attended"})
_UPROOTED = frozenset({"displaced", "refugees", "residents", "families", "villagers", "evacuees", "migrants"})
_HOME = frozenset({"released", "exchanged"})
_DEAL = frozenset({"deal", "agreement", "pact", "accord", "envisages", "provides", "foresees", "plan", "package",
                   "under", "terms"})  # fmt: skip
_NUMBER = ("item", "number_of")
TOTAL: tuple[Basis, str, float] = ("total", "default", 0.3)
UNSURE = ("basis", "exchange", 0.4)


def default(span: Span, hostages: bool, national: bool) -> bool:
    """Set the basis of a number without a cue in an article of an exchange; False where it is to stay open."""
    if span.unit != "count":
        return False
    if (
        not national
        and span.item not in TRADED
        and span.action_class in _HOME
        and any(rule[:2] == _NUMBER for rule in span.rules)
    ):
        _set(span, "total", "sum", 0.5)  # which brings the number of those freed to 640
        return True
    people = span.item is None or (span.item_class or "").startswith("person")
    if not people and span.item is not None and span.item not in TRADED:
        _set(span, *TOTAL)
        return True
    traded = span.item in TRADED or span.item_class in _TRADED_CLASSES or (national and people)
    given = (
        (span.action_class in _GIVEN or (span.elided and span.action == "capture")) and people and not _uprooted(span)
    )
    if given or (traded and (span.action_class not in _BESIDE or span.item in TRADED)):
        span.basis = "total" if hostages else "one_side"
        span.rules.append(UNSURE)
        return True
    bare = span.elided and span.item_class is None and (span.action_class is None or span.action_class in _EXCHANGING)
    if bare or (span.elided and people and span.action_class not in _BESIDE):
        span.basis = "total" if hostages else "one_side"
        span.rules.append(UNSURE)
        return True
    if not span.elided and span.action_class != "exchanged":
        _set(span, *TOTAL)
        return True
    return False


def _uprooted(span: Span) -> bool:
    """``240,000 displaced people returned``: nobody exchanges those."""
    return not _UPROOTED.isdisjoint((span.item_phrase or "").lower().split())


def across(placed: list[tuple[Sentence, Span]]) -> None:
    """In an article of an exchange of 214 for 214: 428 are both sides together, 186 and 28 are one side's."""
    each = {span.value for _, span in placed if span.basis == "each" and span.value and span.unit == "count"}
    people = [(s, n) for s, n in placed if n.unit == "count" and (n.item_class or "").startswith("person")]
    for _, span in people if each else ():
        slack = 0.0 if span.qualifier == "exact" else _ROUNDED
        both = (_SIDES * n for n in _stages(each))
        if (
            _open(span)
            and not span.part
            and any(abs((span.value or span.high or 0) - n) <= slack * n / _SIDES for n in both)
        ):
            _set(span, "total", "twice_each", 0.7)
    for (one, left), (other, right) in itertools.pairwise(people) if each else ():
        if _open(left) and _open(right) and (left.value or 0) + (right.value or 0) in each:
            parts: Basis = "each" if one is other and _breaks_down(one, left, placed) else "one_side"
            _set(left, parts, "adds_up_to_each", 0.6)
            _set(right, parts, "adds_up_to_each", 0.6)
    for sentence, span in placed:  # the deal envisages the repatriation of 2,000 bodies, which may come from both
        remains = (UNSURE in span.rules and span.item in _DEAD) or ("basis", "remains", 0.55) in span.rules
        behind = sentence.tokens[span.noun_end : span.noun_end + _NEAR]
        theirs = bool(behind) and behind[0].low == "of" and any(t.text[0].isupper() for t in behind)
        remains = remains and span.status == "planned" and span.party is None and not theirs
        if remains and not _DEAL.isdisjoint(sentence.words):
            _set(span, "total", "envisaged", 0.5)
    _continued(placed)
    together.across([(sentence, s) for sentence, s in placed if s.unit == "count"], UNSURE)
    retold.across(placed)


def _breaks_down(sentence: Sentence, part: Span, placed: list[tuple[Sentence, Span]]) -> bool:
    """``Each side freed 390 people: 270 soldiers and 120 civilians``."""
    before = [n for s, n in placed if s is sentence and n.basis == "each" and n.noun_end <= part.begin]
    return bool(before) and any(t.text == ":" for t in sentence.tokens[before[-1].noun_end : part.begin])


def _stages(each: set[float]) -> set[float]:
    """What each side gave in every stage, and in several of them together."""
    stages = sorted(each)[:_MOST]
    sums = {sum(some) for n in range(2, len(stages) + 1) for some in itertools.combinations(stages, n)}
    return each | sums


def _continued(placed: list[tuple[Sentence, Span]]) -> None:
    """``278 people from each side came home. They followed 307 on Saturday``: a bare number goes on with each side."""
    for (one, left), (other, right) in itertools.pairwise(placed):
        near = one is other or (right.begin < _NEAR and not right.part)
        bare = right.elided and not right.part and right.item_class in (None, left.item_class)
        if near and bare and left.basis == "each" and _open(right) and right.unit == left.unit == "count":
            _set(right, "each", "continued", 0.5)


def _open(span: Span) -> bool:
    return span.basis is None or UNSURE in span.rules or ("basis", "default", 0.3) in span.rules


def _set(span: Span, basis: Basis, rule: str, confidence: float) -> None:
    span.basis = basis
    span.rule("basis", rule, confidence)
