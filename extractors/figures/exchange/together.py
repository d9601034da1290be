"""What both sides of an exchange gave together: freed by Norland and Sudria, a swap that involved 40, 19 = 11 + 8."""

from itertools import pairwise

from extractors.figures.exchange.cues import put
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_INVOLVED = frozenset({"involved", "involving", "involves", "covered"})
_EXCHANGE = frozenset(
    {
        "exchange",
        "exchanges",
        "swap",
        "swaps",
        "deal",
        "deals",
        "trade",
        "transfer",
        "handover",
        "one",
        "round",
        "stage",
    }
)
_MEDIATED = frozenset({"mediated", "brokered", "facilitated", "negotiated"})
_FREES = frozenset({"freed", "released", "returned", "frees", "freeing"})
_SWAPS = frozenset({"swap", "exchange", "trade", "one"})
_FORCES = frozenset(
    {"army", "rebels", "forces", "government", "militia", "movement", "front", "council", "separatists", "insurgents"}
)
# Between who acts and what they do.
_WORDS = 3
_LIGHT = frozenset(
    {"have", "has", "had", "will", "would", "promised", "agreed", "pledged", "to", "each", "also", "both", "are",
     "were", "said", "plan", "planned", "expected", "due", "since", "now", "already"}
)  # fmt: skip
_APART = 5
_SUBJECT = 12
_SIDES = frozenset({"sides", "countries", "governments", "parties", "armies", "nations"})
_BOTH = frozenset({"both", "two", "warring"})
_SUBJECTS = frozenset({"both", "sides", "countries"})
_STOPS = frozenset({".", ";", ":", "while", "after", "who", "which", "that"})
_CLAUSES = _STOPS - {"."}
_REACH = 10
_FEWEST = 4


def settle(tokens: list[Token], span: Span, acted: bool, national: bool) -> bool:
    """Whether a number is told of both sides: it gets a total, or nothing where it may be that of each.

    ``acted`` where people are freed, held or exchanged, ``national`` where the noun says whose they are.
    """
    if not national and (_involved(tokens, span) or _mediated(tokens, span) or _freed(tokens, span)):
        put(span, "total", "involved", 0.6)
        return True
    if not acted or span.action_class == "agreed":
        return False
    if _of_two(tokens, span):
        put(span, "total", "joint", 0.5)
        return True
    if _joint(tokens, span):
        if span.qualifier != "exact":
            put(span, "total", "joint", 0.5)
        return True
    if span.action_class == "exchanged" and _changed_hands(tokens, span):
        put(span, "total", "changed_hands", 0.4)
        return True
    if span.action_class == "exchanged" or span.party is not None:
        return False
    return not _SUBJECTS.isdisjoint([t.low for t in tokens[: span.begin]])  # the two sides freed 300: 300 each, or 150


def _involved(tokens: list[Token], span: Span) -> bool:
    """``The last swap involved 40 people``: all who were swapped; not ``95 prisoners on each side``."""
    if span.begin < 2 or tokens[span.begin - 1].low not in _INVOLVED or not _people(span):
        return False
    return any(t.low in _EXCHANGE for t in tokens[max(0, span.begin - _SUBJECT) : span.begin - 1])


def _freed(tokens: list[Token], span: Span) -> bool:
    """``The previous swap freed 318 people``, ``the last one, in May, returned 40``: of both."""
    k = span.begin - 1
    if k < 1 or tokens[k].low not in _FREES or not _people(span):
        return False
    after = tokens[span.noun_end] if span.noun_end < len(tokens) else None
    if after is not None and after.low in ("to", "from") and not span.elided:
        return False  # ``returned 40 soldiers to Norland``: one side's
    start = next((j + 1 for j in range(k - 1, -1, -1) if tokens[j].text in ';:"' or tokens[j].low in _CLAUSES), 0)
    start += tokens[start].low in ("the", "a", "an", "that", "this", "its")
    head = next((j for j in range(start, min(start + 3, k)) if tokens[j].low in _SWAPS), -1)
    named = head > start or tokens[start].low in ("swap", "exchange")
    aside = tokens[head + 1].text == "," and tokens[k - 1].text == ","  # not ``Under the swap, Sarland freed 20``
    return named and (head + 1 == k or aside or tokens[head + 1].low in ("in", "on", "also"))


def _of_two(tokens: list[Token], span: Span) -> bool:
    """``Norland and the rebels had promised to free 1,045 people``, ``The army and separatist forces released``."""
    at = span.action_at
    if at is None or at >= span.begin or not {"and"} & {t.low for t in tokens[max(0, at - _SUBJECT) : at]}:
        return False
    k = at - 1
    while k > 0 and tokens[k].low in _LIGHT:
        k -= 1
    k -= 2 * (k > 2 and tokens[k - 1].low == "in")
    joint = next((j for j in range(k - 1, max(0, k - _APART), -1) if tokens[j].low == "and"), 0)
    if not joint or not _party(tokens, k) or not _party(tokens, joint - 1):
        return False
    between = tokens[joint + 1 : k]
    return len(between) < _WORDS and all(t.kind == "w" and t.low not in _LIGHT for t in between)


def _changed_hands(tokens: list[Token], span: Span) -> bool:
    """``125 people were exchanged``, ``19 adults changed hands``: all of them."""
    at = span.action_at
    behind = at is not None and at >= span.noun_end
    if behind and at is not None and at + 1 < len(tokens) and tokens[at + 1].low in ("for", "against"):
        return False  # ``Two pilots were exchanged for a general``
    return behind and span.party is None and not span.part and not span.elided


def _party(tokens: list[Token], k: int) -> bool:
    """A name or a word for one that fights or governs."""
    return (tokens[k].text[0].isupper() and tokens[k].kind == "w") or tokens[k].low in _FORCES


def _mediated(tokens: list[Token], span: Span) -> bool:
    """``It has now mediated the release of 4,181 captives``: of both."""
    return _people(span) and any(t.low in _MEDIATED for t in tokens[max(0, span.begin - _APART) : span.begin])


def _joint(tokens: list[Token], span: Span) -> bool:
    """``were set free by Norland and Sudria``, ``freed by the two countries``."""
    for k in range(span.noun_end, min(len(tokens) - 2, span.noun_end + _REACH)):
        if tokens[k].low in _STOPS:
            return False
        if tokens[k].low == "by":
            return _two(tokens, k + 1)
    return False


def _two(tokens: list[Token], k: int) -> bool:
    """Two names joined by ``and``, or ``both sides``."""
    k += tokens[k].low == "the"
    if k < len(tokens) and tokens[k].low in _BOTH:
        return any(t.low in _SIDES for t in tokens[k + 1 : k + 3])
    while k < len(tokens) and tokens[k].text[0].isupper():
        k += 1
    return k + 1 < len(tokens) and tokens[k].low == "and" and tokens[k + 1].text[0].isupper()


def across(people: list[tuple[Sentence, Span]], unsure: tuple[str, str, float]) -> None:
    """``exchanged 19 prisoners. … Eleven were flown out and eight handed over``: 19 in all, and one side's each."""
    wholes = [s for _, s in people if s.basis is None and s.action_class == "exchanged" and s.qualifier == "exact"]
    for (one, left), (other, right) in pairwise(people) if wholes else ():
        if one is not other or not (_side(left, unsure) and _side(right, unsure)):
            continue
        for whole in wholes:
            if whole.value and whole.value == (left.value or 0) + (right.value or 0) and (right.value or 0) >= _FEWEST:
                put(whole, "total", "sum_of_sides", 0.7)
                put(left, "one_side", "sum_of_sides", 0.7)
                put(right, "one_side", "sum_of_sides", 0.7)


def _side(span: Span, unsure: tuple[str, str, float]) -> bool:
    return span.basis in (None, "one_side") or unsure in span.rules or ("basis", "default", 0.3) in span.rules


def _people(span: Span) -> bool:
    people = (span.item_class or "").startswith("person") or (span.elided and span.item_class is None)
    return span.unit == "count" and people
