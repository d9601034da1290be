"""Which numbers of its sentence may lend a number their noun: of those that lead, of comrades, of no subject."""

from extractors.figures.action.joining import joined
from extractors.figures.counted import antecedents, elided, resumed, traded
from extractors.figures.counted.lending import smaller
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_ARMED = frozenset({"person.military", "person.militant", "person.police"})
_FIGHTERS = frozenset({"person.military", "person.militant"})
_RATIO = 4
_DRIVES = frozenset({"crossed", "received", "evacuated", "deported"})
_MORE = frozenset({"another", "further", "additional"})


def before(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The numbers before it in its sentence that may lend it their noun."""
    here = [s for s in spans if s.first < span.first and s.item is not None and (s.unit == "count" or _share(s))]
    if len(here) > 1 and tokens[span.begin - 1].low in _MORE and tokens[here[-1].begin - 1].low == "for":
        here.pop()  # freed 19 hostages for 372 prisoners, and a further 14 are to follow
    if span.value != 1:  # of one surgeon no 60 are more, nor of two times
        here = [s for s in here if (s.value != 1 or comrade(span, s)) and not antecedents.no_thing(s, span)]
    if elided.those_who(tokens, span):
        here = [s for s in here if s.person]  # 40 stretchers, and 71 of those who came
    return [s for s in here if not antecedents.tells(tokens, s, lexicon) and not _acts_on(tokens, s, span, lexicon)]


def nearest_first(tokens: list[Token], span: Span, found: list[Span]) -> list[Span]:
    """The numbers that may lend: people first, of enough, no part, not those given in return; then by nearness."""
    freed = span.action_class in traded.TRADED

    def rank(other: Span) -> tuple[bool, bool, bool, bool, int]:
        given = freed and traded.in_return(other)
        return not other.person, smaller(other, span), _some(tokens, other), given, -other.first

    return sorted(found, key=rank)


def _some(tokens: list[Token], other: Span) -> bool:
    """``many of them women``: a part, which lends its noun to no number beside it."""
    lead = tokens[other.begin - 1].low if other.begin else ""
    of_them = any(t.low in ("them", "whom") for t in tokens[other.last - 1 : other.noun_end])
    return other.part or of_them or lead in ("including", "them", "whom")


def _acts_on(tokens: list[Token], subject: Span, span: Span, lexicon: Lexicon) -> bool:
    """``The two governments have exchanged 3,204``: the subject of a verb is not its object."""
    at = span.action_at
    if at is None or at != span.begin - 1 or subject.noun_end > at:
        return False
    if subject.item in lexicon.cue("attacker") and tokens[at].low.endswith("ing") and tokens[at - 1].text == ",":
        return True  # 20 gunmen opened fire, wounding 40
    between = {t.low for t in tokens[subject.noun_end : at]}
    return between <= lexicon.cue("auxiliary_have|verb_adverb")


def leading(tokens: list[Token], span: Span, spans: list[Span], personal: bool) -> Span | None:
    """``Of 23 bodies found, nine bore wounds and 14 had been burned``: all are of those that lead the sentence."""
    whole = spans[0]
    if tokens[0].low != "of" or whole.begin > 2 or whole is span or whole.unit != "count" or whole.item is None:
        return None
    drives = (whole.item_class or "").startswith("vehicle") and span.action_class in _DRIVES
    fits = not smaller(whole, span) and not span.others and (whole.person or drives or not personal)
    return whole if fits and all(t.text != ";" for t in tokens[whole.end : span.begin]) else None


def of_kinds(tokens: list[Token], span: Span, left: list[Span]) -> bool:
    """``eight Indians and two Thais; three are not yet known``: no kind of those that were listed before."""
    if len(left) < 2 or not (left[-1].person and left[-2].person):
        return False
    if tokens[span.begin - 1].text not in ";–—" and not _apposed(tokens, span, left):
        return False
    return left[-1].item != left[-2].item and joined(tokens, left[-2], left[-1])


def _apposed(tokens: list[Token], span: Span, left: list[Span]) -> bool:
    """``The freed captives, nine women and five children, were …, where doctors said three were treated``."""
    first, end = left[-2].begin - 1, left[-1].noun_end
    if first < 1 or end >= len(tokens) or tokens[first].text not in ",–—(" or tokens[end].text not in ",–—)":
        return False
    return span.begin - end > _RATIO and not span.others and tokens[first - 1].kind == "w"


def comrade(span: Span, one: Span) -> bool:
    """``one soldier was killed and two were wounded``: two more of them."""
    few = _RATIO**2 if one.item_class in _FIGHTERS else _RATIO + 2
    return one.item_class in _ARMED and 1 < (span.value or 0) <= few and span.action_class == "injured"


def some_of(tokens: list[Token], span: Span, spans: list[Span]) -> bool:
    """``12 soldiers were killed and three wounded``: three of a larger number before, and no toll of people."""
    left = next((s for s in reversed(spans) if s.first < span.first and s.unit == "count" and s.item), None)
    if left is None or not left.person or left.part:
        return False
    if left.value == 1:
        return comrade(span, left)
    return fighters(span, left) or resumed.gapped(tokens, span, left) or not smaller(left, span)


def fighters(span: Span, left: Span) -> bool:
    """``25 fighters were killed and 31 injured``; beside two policemen the 30 injured are anybody."""
    few = (left.low or 0) > 1 and (span.value or 0) < _RATIO * (left.low or 0)
    return left.item_class in _FIGHTERS and few and span.action_class == "injured"


def _share(span: Span) -> bool:
    """``Nearly a quarter of the miners need surgery, and nine …``: some of the same people."""
    return span.unit in ("ratio", "percent") and span.person
