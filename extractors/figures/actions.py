"""What happened to the counted: the action word that fits a number best, measured in the words between them."""

from dataclasses import dataclass
from itertools import pairwise

from extractors.figures.lexicon import Act, Lexicon, phrase
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

LIMIT = 7.5
_LOOSE = 3.0
_IMPLIED = 4.5
_AGENTS = frozenset({"attended", "marched", "struck", "voted"})


@dataclass(frozen=True, slots=True)
class Found:
    """An action word of a sentence over tokens [first, end)."""

    first: int
    end: int
    acts: tuple[Act, ...]


def find(tokens: list[Token], lexicon: Lexicon) -> list[Found]:
    """The action words of a sentence, longest match first; ``the shooting`` is an event, no verb."""
    found: list[Found] = []
    heads, end = lexicon.action_heads, 0
    for i in [k for k, token in enumerate(tokens) if token.low in heads]:
        if i < end:
            continue
        end, acts = _longest(tokens, i, lexicon)
        if end == i + 1 and _gerund_noun(tokens, i, lexicon):
            acts = tuple(a for a in acts if a.role == "n")
        if acts:
            found.append(Found(i, end, acts))
    return found


def _gerund_noun(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the shooting``, ``of the killing``; but ``accused of shooting ten people`` is a verb."""
    lead = tokens[i - 1].low if i else ""
    if not tokens[i].low.endswith("ing") or lead not in lexicon.cue("nominal_lead"):
        return False
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return lead not in ("of", "after", "in", "following") or not after.isalnum() or after in lexicon.cue("preposition")


def _longest(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[int, tuple[Act, ...]]:
    """The end and the readings of the longest action phrase at i; no readings where a head has no phrase."""
    for n in range(min(lexicon.openers.get(tokens[i].low, 0), len(tokens) - i), 1, -1):
        several = lexicon.actions.get(phrase(tokens, i, i + n))
        if several:
            return i + n, several
    if i + 1 < len(tokens) and phrase(tokens, i, i + 2) in lexicon.cue("no_action"):
        return i + 2, ()
    return i + 1, lexicon.actions.get(tokens[i].low, ())


def link(tokens: list[Token], spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    """Give each span its cheapest action; spans joined by ``and`` or a comma take that of their neighbour."""
    for span in spans:
        implied = lexicon.implies.get(span.item or "") if span.unit == "count" else None
        if implied and span.item_class == "person.victim":
            _take(span, implied.lemma, implied.cls, 0.0, None, "counted_noun", 0.95)
            continue
        _cheapest(tokens, span, spans, found, lexicon)
        if implied and span.action_cost > _IMPLIED:
            _take(span, implied.lemma, implied.cls, _LOOSE, None, "counted_noun", 0.6)
    _coordinate(tokens, spans)


def _take(span: Span, lemma: str, cls: str, cost: float, at: int | None, rule: str, confidence: float) -> None:
    span.action, span.action_class, span.action_cost, span.action_at = lemma, cls, cost, at
    span.rule("action", rule, confidence)


def _cheapest(tokens: list[Token], span: Span, spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    best, chosen, where = LIMIT, None, None
    for action in found:
        if span.begin <= action.first < span.noun_end and not span.each:
            continue
        for act in action.acts:
            side = _after if action.first >= span.noun_end else _before
            cost = side(tokens, span, action, act, spans, lexicon)
            if cost < best:
                best, chosen, where = cost, act, action
    if chosen is not None and where is not None:
        _take(span, chosen.lemma, chosen.cls, best, where.first, "nearest", round(max(0.3, 1 - best / 10), 2))


def _walk(tokens: list[Token], first: int, end: int, spans: list[Span], lexicon: Lexicon) -> float:
    """What lies between: light words cost little, clause borders and other numbers much."""
    cost = 0.0
    aside = _aside(tokens, first, end, lexicon)
    light, border, prepositions = lexicon.cue("light"), lexicon.cue("border"), lexicon.cue("preposition")
    for k in range(first, end):
        word = tokens[k].low
        if k in aside:
            continue
        if word in light:
            cost += 0.15
        elif word in border:
            cost += 3.0
        elif word in ("and", "or"):
            cost += 2.0
        elif word in (",", "(", ")", "–", "—"):
            cost += 1.2
        else:
            cost += 0.8 if word in prepositions else 0.6
    return cost + 2.0 * sum(first <= s.first < end and s.first not in aside for s in spans)


def _aside(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> range:
    """The tokens of a remark between two commas right behind the counted: ``, including three children,``."""
    if first + 1 >= end or tokens[first].text not in ",(—–-" or tokens[first + 1].low not in lexicon.cue("aside"):
        return range(0)
    for k in range(first + 2, min(end, first + 16)):
        if (
            tokens[k].text in ",)—–-"
            and not (k + 1 < end and tokens[k + 1].kind == "n")
            and not tokens[k].glued - (tokens[k].text in ",)")
        ):
            return range(first, k + 1)
    return range(0)


def _after(tokens: list[Token], span: Span, action: Found, act: Act, spans: list[Span], lexicon: Lexicon) -> float:
    """The action follows the counted: passive, participle, state or an action of its own (``12 people died``)."""
    cost = _walk(tokens, span.noun_end, action.first, spans, lexicon)
    between = {tokens[k].low for k in range(span.noun_end, action.first)}
    be = bool(between & lexicon.cue("be"))
    if _predicate_noun(tokens, span, action, lexicon) or (_whole(tokens, span) and span.begin < 4):
        cost += 4.0
    if _closed(tokens, span):
        cost += 3.0
    if act.role == "n":
        return cost + 6.0
    if act.role != "o":
        return cost
    word = tokens[action.first].low
    if word.endswith("ing") and action.end == action.first + 1:
        return cost + (0.5 if "being" in between else 5.0)
    if not act.past:
        return cost + 5.0
    if not be and between and not between <= lexicon.cue("light"):
        cost += 2.5
    if not be and action.end < len(tokens) and _object_follows(tokens, action.end, spans):
        cost += 4.0
    if act.cls == "held" and not be and _object_word(tokens, action.end, lexicon):
        cost += LIMIT
    return cost


def _closed(tokens: list[Token], span: Span) -> bool:
    """``X, who is accused of killing six people, was questioned``: a comma ends the clause that the number is in."""
    if span.noun_end >= len(tokens) or tokens[span.noun_end].text != ",":
        return False
    return any(
        tokens[k].low == "who" and k and tokens[k - 1].text == "," for k in range(max(0, span.begin - 12), span.begin)
    )


def _object_word(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``800 people held candles``: what was held is no captive."""
    return j < len(tokens) and tokens[j].kind == "w" and tokens[j].low not in lexicon.cue("stop")


def _whole(tokens: list[Token], span: Span) -> bool:
    """``52 of the 120 seats``, ``Of the 45 passengers, 30 …``: what happened, happened to the part."""
    return (
        span.begin > 1 and tokens[span.begin - 2].low == "of" and tokens[span.begin - 1].low in ("the", "its", "their")
    )


def _predicate_noun(tokens: list[Token], span: Span, action: Found, lexicon: Lexicon) -> bool:
    """``three of them were women, and many had been held``: the predicate is a noun, the verb is another's."""
    k = span.noun_end
    if k + 1 >= action.first or tokens[k].low not in ("were", "are", "is", "was"):
        return False
    return tokens[k + 1].low in lexicon.nouns and tokens[k + 1].low not in lexicon.actions


def _object_follows(tokens: list[Token], j: int, spans: list[Span]) -> bool:
    """``two gunmen killed 12``: an active verb has its object behind it."""
    return any(s.begin == j for s in spans) or tokens[j].low in (
        "him",
        "her",
        "them",
        "a",
        "his",
        "the",
        "their",
        "more",
        "at",
    )


def _before(tokens: list[Token], span: Span, action: Found, act: Act, spans: list[Span], lexicon: Lexicon) -> float:
    """The action stands before the counted: an active verb, or the noun of the action (``release of 1,000``)."""
    if span.each and span.begin <= action.first < span.noun_end:
        return 0.5
    cost = _walk(tokens, action.end, span.begin, spans, lexicon)
    between = [tokens[k].low for k in range(action.end, span.begin)]
    if _own_predicate(tokens, span, lexicon):
        cost += 4.0
    if act.role == "n":
        return _nominal(between, cost, act, lexicon)
    if act.role == "a":
        return cost + 4.0
    if _whole(tokens, span):
        cost += 6.0
    by = between[:1] == ["by"]
    if by and act.cls in _AGENTS:
        return cost
    if act.role == "s":
        return cost + (
            5.0 if between[:1] not in (["to"], []) else 1.0 if act.cls in ("rose", "fell", "lasted") else 4.0
        )
    if by:
        return cost + 5.0
    if between and between[0] in lexicon.cue("preposition") and act.cls != "paid":
        cost += 2.0
    lead = tokens[action.first - 1].low if action.first else ""
    return cost + (3.0 if lead in lexicon.cue("be") and act.past and act.lemma != "be" else 0.0)


def _own_predicate(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``and three people were airlifted``: a passive of its own, known or not, so that no verb before it reaches."""
    k = span.noun_end
    while k < len(tokens) and tokens[k].low in ("have", "has", "had", "also"):
        k += 1
    if k + 1 >= len(tokens) or tokens[k].low not in lexicon.cue("be"):
        return False
    return tokens[k + 1].low.endswith(("ed", "en")) or tokens[k + 1].low in lexicon.actions


def _nominal(between: list[str], cost: float, act: Act, lexicon: Lexicon) -> float:
    """``release of 1,000``, ``death toll … rose to 12``, ``exchange included 270``, ``swap, involving 390``."""
    words = set(between)
    if between[:1] == [","] and words & {"involving", "including", "with"}:
        words.discard(",")
    if between and words <= lexicon.cue("nominal_link"):
        return 0.2 + 0.1 * len(between)
    if words & {"included", "involved", "involving", "includes"}:
        return max(1.0, cost - 1.5)
    if words & {"rose", "rises", "climbed", "stood", "reached", "stands", "risen", "climbs", "hit"}:
        return max(1.0, cost - 2.0)
    return cost + (1.0 if act.cls in ("killed", "injured", "living") else 1.5)


def _coordinate(tokens: list[Token], spans: list[Span]) -> None:
    """``270 soldiers and 120 civilians``: a conjunct without an action of its own takes that of the other."""
    for left, right in pairwise(spans):
        if not joined(tokens, left, right) or not left.unit == right.unit == "count":
            continue
        for taker, giver in ((right, left), (left, right)):
            same = taker.action_at == giver.action_at
            poor = taker.action is None or taker.action_cost > giver.action_cost + (1.5 if same else 2.5)
            if poor and giver.action is not None and giver.action_class is not None:
                cost = giver.action_cost + 0.5
                _take(taker, giver.action, giver.action_class, cost, giver.action_at, "conjunct", 0.8)


def joined(tokens: list[Token], left: Span, right: Span) -> bool:
    """True for conjuncts: nothing but ``and``, a comma and the like between two numbers."""
    between = {t.low for t in tokens[left.noun_end : right.begin]}
    return bool(between) and between <= {"and", ",", "or", "&", "as", "well", "plus", "another", "the", "other", "also"}
