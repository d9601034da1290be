"""What happened to the counted: the action word that fits a number best, measured in the words between them."""

import itertools
from dataclasses import dataclass

from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_LIGHT = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "had",
        "has",
        "have",
        "having",
        "who",
        "which",
        "that",
        "also",
        "reportedly",
        "confirmed",
        "reported",
        "initially",
        "all",
        "both",
        "just",
        "not",
        "to",
        "will",
        "would",
        "could",
        "may",
        "should",
        "feared",
        "believed",
        "presumed",
        "either",
        "still",
        "now",
        "there",
        "left",
        "found",
        "least",
        "at",
        "a",
        "the",
        "an",
        "another",
        "more",
        "other",
        "others",
        "additional",
        "further",
        "people",
        "persons",
        "them",
        "least",
        "seriously",
        "critically",
        "slightly",
        "severely",
        "wrongfully",
        "since",
        "then",
        "already",
        "allegedly",
        "apparently",
        "either",
        "fatally",
        "officially",
        "immediately",
        "instantly",
        "last",
        "early",
        "late",
        "so",
        "far",
        "today",
        "get",
        "got",
        "getting",
    ]
)
_CLAUSE = frozenset(
    {
        ";",
        "that",
        "which",
        "when",
        "while",
        "after",
        "before",
        "since",
        "because",
        "although",
        "though",
        "but",
        "if",
        "as",
        "where",
        "whose",
        ":",
    }
)
_PREPOSITION = frozenset(
    [
        "in",
        "of",
        "for",
        "with",
        "on",
        "from",
        "among",
        "by",
        "during",
        "near",
        "outside",
        "inside",
        "at",
        "under",
        "over",
        "across",
        "between",
        "through",
        "against",
        "into",
    ]
)
LIMIT = 9.0
_NOMINAL_LINK = frozenset(
    [
        "of",
        "to",
        "at",
        "rose",
        "rises",
        "risen",
        "climbed",
        "climbs",
        "stood",
        "stands",
        "reached",
        "reaches",
        "hit",
        "now",
        "is",
        "was",
        "has",
        "had",
        "by",
        "the",
        "is",
        "currently",
        "least",
        "above",
        "past",
        "jumped",
        "increased",
        "from",
        "revised",
        "up",
        "as",
        "high",
        "put",
        "puts",
        "topped",
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """An action word of a sentence over tokens [first, end)."""

    first: int
    end: int
    acts: tuple[Act, ...]


def find(tokens: list[Token], lexicon: Lexicon) -> list[Found]:
    """The action words of a sentence, longest match first."""
    found = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        end, acts = i + 1, lexicon.actions.get(token.low)
        for n in range(min(lexicon.openers.get(token.low, 0), len(tokens) - i), 1, -1):
            several = lexicon.actions.get(" ".join(t.low for t in tokens[i : i + n]))
            if several:
                end, acts = i + n, several
                break
        if acts:
            found.append(Found(i, end, acts))
        i = end
    return found


def link(tokens: list[Token], spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    """Give each span its cheapest action; spans joined by ``and`` or a comma take that of their neighbour."""
    taken = {i for s in spans for i in range(s.begin, s.noun_end)}
    for span in spans:
        if span.item_class == "person.victim":
            _own_noun(tokens, span, lexicon)
        if span.action is None:
            _cheapest(tokens, span, spans, found, taken)
    _coordinate(tokens, spans)


def _own_noun(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``12 deaths``, ``50 casualties``: the counted noun names its own action."""
    for form in ((span.item_phrase or "").lower(), (span.item or "")):
        for act in lexicon.actions.get(form, ()) or lexicon.actions.get(form.rsplit(" ", 1)[-1], ()):
            if act.cls in ("killed", "injured", "casualty"):
                span.action, span.action_class, span.action_cost = act.lemma, act.cls, 0.0
                span.rule("action", "counted_noun", 0.95)
                return


def _cheapest(tokens: list[Token], span: Span, spans: list[Span], found: list[Found], taken: set[int]) -> None:
    best, chosen, where = LIMIT, None, None
    for action in found:
        if span.begin <= action.first < span.noun_end:
            continue
        for act in action.acts:
            cost = _cost(tokens, span, action, act, spans, taken)
            if cost < best:
                best, chosen, where = cost, act, action
    if chosen is not None and where is not None:
        span.action, span.action_class, span.action_cost, span.action_at = chosen.lemma, chosen.cls, best, where.first
        span.rule("action", "nearest", round(max(0.3, 1 - best / 12), 2))


def _cost(tokens: list[Token], span: Span, action: Found, act: Act, spans: list[Span], taken: set[int]) -> float:
    if action.first >= span.noun_end:
        return _cost_after(tokens, span, action, act, spans)
    return _cost_before(tokens, span, action, act, spans)


def _walk(tokens: list[Token], first: int, end: int, spans: list[Span]) -> float:
    """What lies between: light words cost little, clause borders and other numbers much."""
    cost = 0.0
    for k in range(first, end):
        word = tokens[k].low
        if word in _LIGHT:
            cost += 0.15
        elif word in _CLAUSE:
            cost += 3.0
        elif word == "," or word in "()–—":
            cost += 1.2
        elif word in ("and", "or"):
            cost += 2.0
        elif word in _PREPOSITION:
            cost += 0.8
        elif tokens[k].kind == "p":
            cost += 0.6
        else:
            cost += 0.6
    return cost + 2.0 * sum(first <= s.first < end for s in spans)


def _cost_after(tokens: list[Token], span: Span, action: Found, act: Act, spans: list[Span]) -> float:
    """The action follows the counted: passive, participle, state or an action of its own (``12 people died``)."""
    cost = _walk(tokens, span.noun_end, action.first, spans)
    between = {tokens[k].low for k in range(span.noun_end, action.first)}
    word = tokens[action.first].low
    be = bool(between & {"was", "were", "is", "are", "be", "been", "being", "get", "got", "getting"})
    if act.role == "n":
        return cost + 6.0
    if act.role == "o":
        if word.endswith("ing") and " " not in word:
            return cost + (0.5 if "being" in between else 5.0)
        if not act.past:
            return cost + 5.0
        if not be and action.first > span.noun_end and not between <= _LIGHT:
            cost += 2.5
        if not be and action.end < len(tokens) and _object_follows(tokens, action.end, spans):
            cost += 4.0
    return cost


def _object_follows(tokens: list[Token], j: int, spans: list[Span]) -> bool:
    """``two gunmen killed 12``: an active verb has its object behind it."""
    return any(s.begin == j for s in spans) or tokens[j].low in ("him", "her", "them", "a", "his", "the", "their")


def _cost_before(tokens: list[Token], span: Span, action: Found, act: Act, spans: list[Span]) -> float:
    """The action stands before the counted: an active verb, or the noun of the action (``release of 1,000``)."""
    cost = _walk(tokens, action.end, span.begin, spans)
    between = [tokens[k].low for k in range(action.end, span.begin)]
    lead = tokens[action.first - 1].low if action.first else ""
    if act.role == "n":
        if between[:1] == ["of"] or between[:1] == ["to"] or (between and set(between) <= _NOMINAL_LINK):
            return min(cost, 0.1 * len(between) + 0.2) if set(between) <= _NOMINAL_LINK | _LIGHT | {"for"} else cost
        return cost + (1.5 if not between or act.cls not in ("killed", "injured", "living") else 1.0)
    if act.role == "a":
        return cost + 4.0
    if between[:1] == ["by"] or (act.role == "s" and between[:1] not in (["to"], [])):
        return cost + 5.0
    if act.role == "s":
        return cost + (1.0 if act.cls in ("rose", "fell", "lasted") else 4.0)
    if any(w in _PREPOSITION for w in between[:1]) and act.cls not in ("paid",):
        cost += 2.0
    passive = lead in ("was", "were", "been", "be", "being", "is", "are")
    return cost + (3.0 if passive and act.past else 0.0)


def _coordinate(tokens: list[Token], spans: list[Span]) -> None:
    """``270 soldiers and 120 civilians``: a conjunct without an action of its own takes that of the other."""
    for left, right in itertools.pairwise(spans):
        if not _joined(tokens, left, right):
            continue
        for taker, giver in ((right, left), (left, right)):
            poor = taker.action is None or (
                taker.action_cost > giver.action_cost + 1.5 and taker.action_at == giver.action_at
            )
            if poor and giver.action is not None and taker.unit == giver.unit == "count":
                taker.action, taker.action_class, taker.action_at = giver.action, giver.action_class, giver.action_at
                taker.action_cost = giver.action_cost + 0.5
                taker.rule("action", "conjunct", 0.8)


def _joined(tokens: list[Token], left: Span, right: Span) -> bool:
    between = {t.low for t in tokens[left.noun_end : right.begin]}
    return (
        bool(between)
        and between <= {"and", ",", "or", "&", "as", "well", "plus", "another", "the", "other", "including", "also"}
        and left.noun_end < right.begin + 1
    )


TELLING = frozenset(
    {
        "killed",
        "injured",
        "shot",
        "casualty",
        "arrested",
        "missing",
        "released",
        "held",
        "kidnapped",
        "treated",
        "evacuated",
        "displaced",
        "rescued",
        "trapped",
        "infected",
    }
)
