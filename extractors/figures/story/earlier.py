"""Numbers of another, earlier event: a year gone by, the last accident, the deadliest since."""

from collections.abc import Set
from datetime import date
from itertools import pairwise

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.story.another import days_earlier
from extractors.figures.story.bygone import LONG, bygone, distant, remembered
from extractors.figures.story.families import kind, known
from extractors.figures.story.formerly import ANSWERS, after, answered, compared, follows, since, then
from extractors.figures.story.leading import recent
from extractors.figures.story.ownday import inset, own, subjoined, term
from extractors.figures.story.previous import BEFORE, named
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_APART = 4
# ``20 people, including nine children``: parts are of then as well.
_SAME_THEN = (
    ["against"], ["for"], ["including"], [",", "including"], [",", "among", "them"], ["among", "them"], [",", "with"],
)  # fmt: skip
_TRIED = frozenset({"charged", "arrested", "held"})
_NEWER = frozenset({"now", "this", "then", ",", "has", "have"})
_ONLY = frozenset({"only", "just", "all"})
_AND_NUMBER = 2
_YEAR = 4
_DECADE = frozenset({"the", "early", "late", "mid", "-"})
_DONE = frozenset({"killed", "injured", "released", "kidnapped", "arrested"})
_LASTED = frozenset({"after", "for", "within", "lasting", "lasted"})
_NOWADAYS = frozenset({"now", "currently", "nowadays", "presently"})
_JOINS = frozenset({"and", "but", "while", ";"})
_TODAY = 6
_NOW = frozenset({";", "has", "have", "still", "now", "is", "are", "since", "will", "but"})
_FEWER = frozenset({"fewer", "more", "less", "higher", "lower"})
_BEGUN = frozenset({"since", "until"})
_EDGE = frozenset(
    {";", "while", "but", "although", "when", "after", "before", "following", "since", "compared", "against", "whereas"}
)


def mark(sentence: Sentence, spans: list[Span], days: list[Mention], led: bool, state: State) -> None:
    """Set ``background`` of each span whose clause dates it to another year or names an earlier event.

    ``led`` where the sentence leads with one; ``state`` knows the sentences before it.
    """
    lexicon, now = state.lexicon, state.today
    decade = "0s" in sentence.text
    if not (led or days or decade) and sentence.words.isdisjoint(lexicon.cues.earlier_word):
        return
    tokens = sentence.tokens
    old, fresh = [], []
    for m in days:
        if bygone(tokens, m, now, lexicon) or (sentence.line and distant(tokens, m, now)):
            old.append(m)
        if m.kind in {"weekday", "near"}:
            fresh.append(m)
    blow = days_earlier(sentence, state.read, lexicon)
    nowadays = not _NOWADAYS.isdisjoint(sentence.words)
    for span in spans:
        if span.background:
            continue
        another = decade and _of_decade(tokens, span)
        another = another or _led(tokens, span, led, sentence.words) or (blow and kind(span) == ("harm", False))
        if ("than" in sentence.words and _fewer(tokens, span)) or (nowadays and _nowadays(tokens, span)):
            continue
        if another or _earlier(sentence, span, old, fresh, now, lexicon):
            span.background = True
            span.rule("background", "earlier_event", 0.8)
    _beside(sentence, spans, days)
    if (
        len(spans) > 1
        and spans[0].background
        and tokens[0].low == "of"
        and spans[1].noun_end <= spans[1].last
        and not spans[1].background
    ):
        spans[1].background = True  # ``Of the 900 freed in January, 89 were …``
        spans[1].rule("background", "earlier_event", 0.6)


def _beside(sentence: Sentence, spans: list[Span], days: list[Mention]) -> None:
    """``On August 14 they had exchanged 250 bodies against 31``, ``left 14 dead and 2,000 homeless``, ``killed 1,200 in
    the attack of Oct. 7, 2023, and abducted 251``.
    """
    tokens = sentence.tokens
    for left, right in pairwise(spans):
        if not left.background or right.background or right.status == "planned":
            continue
        between = [t.low for t in tokens[left.noun_end : right.begin]]
        joined = "and" in between and len(between) < _APART and right.action_class is not None
        dated = any(m.first >= left.noun_end for m in days)
        if right.unit.startswith("duration") and between and between[-1] in _LASTED and _NOW.isdisjoint(between):
            right.background = True  # 105 of them were freed after seven weeks
            right.rule("background", "lasted", 0.6)
            continue
        again = between == [",", "and"] and right.elided and right.action_class in _DONE and not recent(sentence.text)
        serial = between[-2:-1] == ["and"] or (between[:1] == [","] and len(between) == _AND_NUMBER)
        verb = serial and right.action_at == right.begin - 1 and not recent(sentence.text)
        with_ = between[-2:] == [",", "with"] and dated and right.action_class in _DONE and _NOW.isdisjoint(between)
        if between in _SAME_THEN or with_ or again or verb or (joined and not dated and not _NEWER & set(between)):
            right.background = True
            right.rule("background", "earlier_event", 0.6)


def _of_decade(tokens: list[Token], span: Span) -> bool:
    """``a fire that killed 300 people in the 1990s``, ``In the 1980s, 300 people died``: harm of a decade gone by."""
    if kind(span) != ("harm", False):
        return False
    for k in range(span.end, len(tokens) - 1):
        if _decade(tokens, k):
            return True
        if tokens[k].text in _EDGE or tokens[k].text == ",":
            break
    for k in range(span.begin - 1, 1, -1):
        if _decade(tokens, k):
            return True
        if tokens[k].text == ";" or tokens[k].low in _NOW:
            return False
    return False


def _decade(tokens: list[Token], k: int) -> bool:
    """``in the early 1990s`` at the number k."""
    if tokens[k].kind != "n" or tokens[k + 1].low != "s" or not tokens[k + 1].glued:
        return False
    lead = [t.low for t in tokens[max(0, k - 3) : k]]
    return len(tokens[k].text) == _YEAR and tokens[k - 1].low in _DECADE and "in" in lead


def _led(tokens: list[Token], span: Span, led: bool, words: Set[str]) -> bool:
    """The lead reaches to the next semicolon; what is planned, or a term in prison, is not of then."""
    if not led or term(span, words) or (span.status == "planned" and tokens[1].kind != "n"):
        return False
    return not any(
        (tokens[k].text == ";" and not _goes_on(tokens, k, span)) or _this_time(tokens[k], tokens[k + 1])
        for k in range(span.begin)
    )


def _goes_on(tokens: list[Token], k: int, span: Span) -> bool:
    """``In 2023, a trawler sank; only 57 survived``: the number opens what follows, and nothing dates it to now."""
    behind = tokens[k + 1 :]
    opens = span.begin - k == 1 or (span.begin - k == _AND_NUMBER and tokens[k + 1].low in _ONLY)
    if not opens or not _NEWER.isdisjoint({t.low for t in behind} - {","}):
        return False
    return not any(t.low.endswith("day") or (t.kind == "n" and len(t.text) == _YEAR) for t in behind)


def _this_time(token: Token, after: Token) -> bool:
    """``In 2010 we lost 40 houses, this time 200``."""
    return token.text == "," and after.low == "this"


def _without_crimes(tokens: list[Token], span: Span, old: list[Mention]) -> list[Mention]:
    return [m for m in old if not _crime(tokens, span, m)]


def _earlier(
    sentence: Sentence, span: Span, old: list[Mention], fresh: list[Mention], now: date | None, lexicon: Lexicon
) -> bool:
    if span.unit == "age:year" or span.status == "planned" or (old and term(span, sentence.words)):
        return False
    tokens, words = sentence.tokens, sentence.words
    if span.action_class in _TRIED:
        old = _without_crimes(tokens, span, old)
    if ("since" in words and since(tokens, span, now)) or ("after" in words and after(tokens, span, lexicon)):
        return True
    if "follows" in words and follows(tokens, span, lexicon):
        return True
    if not ANSWERS.isdisjoint(words) and answered(tokens, span):
        return True
    if "anniversary" in words and remembered(tokens, span):
        return known(kind(span)[0])
    if old and (compared(tokens, span, old) or then(tokens, span, old, lexicon)):
        return True
    called = not BEFORE.isdisjoint(words)
    if not old and not called:
        return False
    clause = _clause(tokens, span)
    if old and tokens[span.begin - 1].low == "at" and _put(tokens, span, old):
        return False
    told = _told(tokens, span, clause, old, fresh, now) if old else None
    return (called and named(tokens, *clause, lexicon)) if told is None else told


def _nowadays(tokens: list[Token], span: Span) -> bool:
    """``In 2014 the group held 40 men and now holds 12``: a verb of today, behind what joins two clauses."""
    for k in range(span.begin - 1, max(1, span.begin - _TODAY), -1):
        if tokens[k].low in _NOWADAYS:
            return any(t.low in _JOINS for t in tokens[max(0, k - _TODAY) : k])
        if tokens[k].kind == "p" or tokens[k].kind == "n":
            return False
    return False


def _fewer(tokens: list[Token], span: Span) -> bool:
    """``some 7,000 fewer than in December``: by how much it is fewer now."""
    behind = [t.low for t in tokens[max(span.last, span.end) : max(span.last, span.end) + 2]]
    return len(behind) > 1 and behind[0] in _FEWER and behind[1] == "than"


def _crime(tokens: list[Token], span: Span, old: Mention) -> bool:
    """``A judge jailed five men for a 2019 bombing``: they were jailed now."""
    k = old.first - 1
    k -= k > 0 and tokens[k].low in ("a", "the", "an", "his", "their")
    return (
        k >= span.noun_end
        and tokens[k].low in ("for", "over")
        and old.end < len(tokens)
        and (tokens[old.end].kind == "w" and tokens[old.first - 1].low not in ("in", "of", "over"))
    )


def _put(tokens: list[Token], span: Span, old: list[Mention]) -> bool:
    """``An assessment seen in April put the dead at 180,000``: the month of the paper."""
    between = tokens[old[-1].end : span.begin] if old[-1].end < span.begin else []
    return any(t.low in ("put", "puts", "estimated") for t in between)


def _told(
    tokens: list[Token], span: Span, clause: tuple[int, int], old: list[Mention], fresh: list[Mention], now: date | None
) -> bool | None:
    """Whether an old day near a number is that of its event; None where none says so."""
    (from_, to), (left, right) = clause, _segment(tokens, span, clause)
    near = []
    for m in old:
        here = left < max(m.first + 1, m.end) and m.first < right
        here = here or (from_ <= m.first < to and (inset(tokens, m) or subjoined(tokens, m, left)))
        if here and own(tokens, span, m, now):
            near.append(m)
    if not near:
        return None
    nearest = min(abs(m.first - span.first) for m in near)
    if any(left <= m.first < right and abs(m.first - span.first) < nearest for m in fresh):
        return False
    for m in near:
        for k in range(left, m.first):
            if tokens[k].low in _BEGUN:
                return None
    return True


def _segment(tokens: list[Token], span: Span, clause: tuple[int, int]) -> tuple[int, int]:
    """The part of the clause between commas, and the words that open the sentence."""
    left, right = clause
    for k in range(span.begin - 1, left, -1):
        if tokens[k].text == "," and not (tokens[k - 1].kind == "n" and tokens[k + 1].kind == "n"):
            left = k
            break
    behind = span.noun_end
    if behind + 1 < len(tokens) and tokens[behind].low == "," and tokens[behind + 1].low == "aged":
        # ``Two boys, aged 15 and 16, died in April``
        behind = next((k + 1 for k in range(behind + 2, right) if tokens[k].text == ","), behind)
    for k in range(behind, right):
        if tokens[k].text == ",":
            return left, k
    return left, right


def _clause(tokens: list[Token], span: Span) -> tuple[int, int]:
    left, right, end = span.begin - 1 if span.begin else 0, span.noun_end, len(tokens)
    while left and (tokens[left].low not in _EDGE or _time_before(tokens, left)):
        left -= 1
    while right < end and tokens[right].low not in _EDGE:
        right += 1
    return left, right


def _time_before(tokens: list[Token], k: int) -> bool:
    """``the year before and``: no clause begins with it."""
    return k > 1 and tokens[k].low == "before" and tokens[k - 1].low in LONG and tokens[k - 2].low == "the"
