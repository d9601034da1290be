"""One plain verb for numbers that are joined: ``distributed 300 blankets and 40 tents``."""

from itertools import pairwise

from extractors.figures.action import gaps
from extractors.figures.action.joining import joined
from extractors.figures.clause.others import own_predicate
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_APART = 8
_POOR = 2.5
_JOINS = frozenset({"and", ","})
_PLACED = frozenset({"in", "at", "on", "near", "across"})
_PARTICLES = frozenset({"up", "off", "out", "down", "away"})
_WHO = frozenset({"who", "that"})
_SUMS = ([",", "a", "total", "of"], [",", "an", "average", "of"], ["or", "an", "average", "of"])
_FURTHER = frozenset({"a", "an", "further", "additional", "another"})


def settle(placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """One verb for numbers that are joined: first from the last to the first, then onwards."""
    pairs = [(one, left, right) for (one, left), (other, right) in pairwise(placed) if one is other]
    for one, left, right in reversed(pairs):
        if _forward(one.tokens, left, right, lexicon):
            _share(left, right)
    for one, left, right in pairs:
        bare = right.action is None and left.action is not None
        if bare and not own_predicate(one.tokens, right, lexicon) and _listed(one.tokens, left, right, lexicon):
            _share(right, left)
    _lend(pairs, lexicon)


def _lend(pairs: list[tuple[Sentence, Span, Span]], lexicon: Lexicon) -> None:
    """The verb of the wrong number to the right one, of a whole to its parts, of an amount to what is the same."""
    for one, left, right in pairs:
        if right.action is None and left.action is not None:
            _onwards(one.tokens, left, right)
    for one, left, right in pairs:
        if left.action is not None or right.action is None:
            continue
        if _set_right(one.tokens, left, right) or _of_them(one.tokens, left, right, lexicon):
            _share(left, right)
    for one, left, right in reversed(pairs):
        alike = left.action is None and right.action is not None
        if alike and (_same_amount(one.tokens, left, right) or _as_share(one.tokens, left, right)):
            _share(left, right)
    for one, left, right in pairs:
        total = right.action is None and _in_total(one.tokens, left, right)
        if left.action is not None and (total or _same_amount(one.tokens, left, right)):
            _share(right, left)


def _onwards(tokens: list[Token], left: Span, right: Span) -> None:
    if _compared(tokens, left, right):
        _share(right, left)
    elif _part(tokens, left, right):
        _share(right, left)
        right.action_cost = left.action_cost + 0.5


def _compared(tokens: list[Token], left: Span, right: Span) -> bool:
    """``13 lorries have been let in, compared with 160 in March``: the same thing at another time."""
    return (
        right.elided
        and left.unit == right.unit
        and "compared" in [t.low for t in tokens[right.begin - 2 : right.begin]]
    )


def _part(tokens: list[Token], left: Span, right: Span) -> bool:
    """``5,610 people, including 740 children and 215 patients, have been taken out``."""
    between = [t.low for t in tokens[left.noun_end : right.begin]]
    return right.part and (
        between in ([",", "including"], ["including"]) or (left.part and between in (["and"], [","]))
    )


def _of_them(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``Eight men from Brand are among the 71 who were brought back``: what befell all of them."""
    between = [t.low for t in tokens[left.noun_end : right.begin]]
    if between == ["among", "the"]:
        return tokens[left.begin - 1].low in lexicon.cue("be")  # ``There are 12 women among the 87``
    return between[-2:] == ["among", "the"] and len(between) > 2 and between[-3] in lexicon.cue("be")


def _set_right(tokens: list[Token], left: Span, right: Span) -> bool:
    """``At least 14 people, not 17 as first reported, died``: the verb behind the wrong number is the right one's."""
    between = [t.low for t in tokens[left.noun_end : right.begin]]
    return between in ([",", "not"], [",", "and", "not"], [",", "rather", "than"], ["and", "not"], ["rather", "than"])


def _same_amount(tokens: list[Token], left: Span, right: Span) -> bool:
    """``$25m (£19m; €21m) was raised``, ``400 km (250 miles) were closed``: one amount in other units."""
    if left.unit == right.unit or left.unit.partition(":")[0] != right.unit.partition(":")[0] or ":" not in left.unit:
        return False
    between = [t.text for t in tokens[left.noun_end : right.begin]]
    closed = right.noun_end < len(tokens) and tokens[right.noun_end].text in ");,"
    return closed and between in (["("], [";"], [","], ["/"])


def _as_share(tokens: list[Token], left: Span, right: Span) -> bool:
    """``1.9 million people, or 90% of the population, have been displaced``: one number in two ways."""
    between = [t.text for t in tokens[left.noun_end : right.begin]]
    return right.unit in ("percent", "ratio") and between in ([",", "or"], ["or"], ["("])


def _in_total(tokens: list[Token], left: Span, right: Span) -> bool:
    """``will let out 12 for every civilian and 30 for every officer, a total of up to 640``."""
    between = [t.low for t in tokens[left.noun_end : right.begin]]
    return left.unit == right.unit and between[-4:] in _SUMS


def _share(taker: Span, giver: Span) -> None:
    if giver.person and giver.action_class == "killed" and not (taker.person or taker.elided):
        return  # ``killed 94 people at a hall and three cafes``
    taker.action, taker.action_class, taker.action_at = giver.action, giver.action_class, giver.action_at
    taker.rule("action", "conjunct", 0.4)


def _forward(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``nine buses and 14 vans had been used``: the verb behind the second of two is also the first's."""
    if right.action is None or right.action_class is not None or not joined(tokens, left, right):
        return False
    if [t.low for t in tokens[right.noun_end : right.noun_end + 2]] in (
        ["of", "which"],
        ["of", "whom"],
        ["of", "them"],
    ):
        return False  # ``appealed for $96m, a third of which has been paid``
    if _of_clause(tokens, left, right, lexicon):
        return False
    lead = tokens[left.begin - 1].low if left.begin else ""
    if any(r[1] == "cut_off" for r in left.rules) or lead in _PLACED or lead in _PARTICLES:
        return False  # ``picked up three, and two were due``, ``fell in 40 villages and six``, ``cut to 900 homes``
    far = left.action_at is not None and left.action_at < left.begin - 1 and left.action_cost > _POOR
    return (left.action is None or far) and right.action_at is not None and right.action_at >= right.noun_end


def _of_clause(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``a list of 700 names, and 382 are waiting``, ``48,000 people, a quarter of those who need it``: its own verb."""
    at = right.action_at or 0
    between = [t.low for t in tokens[left.noun_end : right.begin]]
    led = left.begin > 1 and tokens[left.begin - 1].low in lexicon.cue("preposition")
    if led and between == [",", "and"]:
        return True
    return not _WHO.isdisjoint([t.low for t in tokens[right.last : at]])


def _listed(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``33 over the coast, 21 over the bay and seven at sea``, ``Arda freed 36 and Belm 40``: one verb for all."""
    if joined(tokens, left, right):
        return left.action_class is None or left.unit == right.unit
    if gaps.kinds(tokens, right, lexicon):
        return True
    if right.item == "vote" and [t.text for t in tokens[left.noun_end : right.begin]] == ["to"]:
        return True
    if left.unit.startswith("money") and [t.text for t in tokens[left.noun_end : right.begin]] == ["("]:
        return right.unit.startswith("money")
    between = tokens[left.noun_end : right.begin]
    if left.unit != right.unit or not 0 < len(between) <= _APART:
        return False
    if any(t.kind == "n" or _acts(t, before, lexicon) for before, t in pairwise([tokens[left.noun_end - 1], *between])):
        return False
    words = [t.low for t in between]
    while len(words) > 1 and words[-1] in _FURTHER:
        words.pop()
    if any(w in lexicon.cue("border|auxiliary") for w in words):
        return False
    return words[-1] in _JOINS or (len(words) > 1 and words[-2] in _JOINS)


def _acts(token: Token, before: Token, lexicon: Lexicon) -> bool:
    """A verb, or a word of action, but behind an article or ``of``."""
    noun = before.low in lexicon.cue("verb_article") or (before.low == "to" and token.low.endswith("s"))
    return not noun and (token.low in lexicon.verbs or token.low in lexicon.actions)
