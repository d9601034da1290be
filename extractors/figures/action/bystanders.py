"""Action words that tell what befell others: relatives of the dead, men accused of killing, one of her four cats."""

from extractors.figures.clause.between import past_verb
from extractors.figures.counted.heads import is_plural
from extractors.figures.lexicon import Act, Lexicon, union
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_THE = frozenset({"the", "those", "these", "their", "his", "her", "its", "a", "an", "our", "my"})
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "these", "those"})
# The dead of somebody's own stand right behind the number: ``nine of the dead``.
_OF_THE, _ITS_OWN = frozenset({"of", "for"}), 2
_ACCUSED_OF = frozenset({"of", "with", "for", "over", "in"})
_ALONG = frozenset({"with", "alongside", "besides"})
# So many words has ``two wives and``.
_LIST = 5
_SOME = frozenset({"one", "some", "many", "most", "several", "none", "half", "any"})
# So far behind the accused may stand what they are accused of.
_CHARGE = 8
_JOINS = frozenset({"and", "but", "then"})
_HAVE = frozenset({"has", "have", "had"})
_WHO = frozenset({"who", "which", "that"})
# Without one of these, or a charge or a word of saying, between the two most rules find nothing.
_HINTS = frozenset({";", "including"})
_NUMBER = frozenset({"reached", "totalled", "totaled", "stood", "stands", "rose", "includes", "passed"})
_OF = frozenset({"of", "for"})
_LINKS = frozenset({"of", "with", "for", "after", "over"})
# Behind ``the wounded`` these lead to how many they are.
_TELLS = frozenset({",", ":", "(", "—", "–", "-", ";"})


def others_fate(tokens: list[Token], span: Span, first: int, end: int, act: Act, lexicon: Lexicon) -> bool:
    """True where an action word over tokens [first, end) plainly tells of somebody else than the counted."""
    if span.unit != "count" or span.begin <= first < span.noun_end:
        return False
    if span.begin > 1 and tokens[span.begin - 1].low == "to" and tokens[span.begin - 2].low == "according":
        return True
    if first < span.begin:
        if tokens[span.begin - 1].low in _HAVE and tokens[span.begin - 2].low in _WHO and span.begin - 2 >= end:
            return True  # ``the death of a woman who had four children``
        if _own_verb(tokens, span, end, lexicon):
            return True
        if act.role == "n":
            return _of_whole(tokens, span, end, lexicon)
        if act.cls == "held" and _held_for(tokens, span, end, lexicon):
            return True
        apart = not span.elided and _gone_on(tokens, span, end, lexicon)
        return apart and _the_hurt(tokens, span, first, act, end, lexicon)
    if first > span.noun_end and tokens[first - 1].low == "the" and _of_the_dead(tokens, span, first, end, lexicon):
        return True
    return first > span.noun_end and _behind(tokens, span, first, end, act, lexicon)


def _of_the_dead(tokens: list[Token], span: Span, first: int, end: int, lexicon: Lexicon) -> bool:
    """``800 people held candles in memory of the dead``, ``prayed for the wounded``; not ``nine of the dead``."""
    if tokens[first - 2].low not in _OF_THE or first - span.noun_end <= _ITS_OWN:
        return False
    noun = end < len(tokens) and tokens[end].low in lexicon.nouns
    return not noun and tokens[first].low in lexicon.cue("state")


def _behind(tokens: list[Token], span: Span, first: int, end: int, act: Act, lexicon: Lexicon) -> bool:
    """The same of an action word behind the counted, with something between."""
    if tokens[span.noun_end].low in _ACCUSED_OF and _tried_with(tokens, span, lexicon):
        return True
    if (act.cls == "held" and _event_for(tokens, span)) or _company(tokens, span, lexicon):
        return True
    hints = union[lexicon.cues.charged_with, lexicon.cues.say, _HINTS]
    for token in tokens[span.noun_end : first]:
        if token.low in hints:
            if _hinted(tokens, span, first, act, lexicon):
                return True
            break
    if act.role == "n" or (act.role in "os" and tokens[first].low.endswith("ing")):
        return False
    k = span.noun_end
    if tokens[k].low in _OF:
        if act.cls == "aboard" and k + 1 < first and tokens[k].low == "of" and tokens[k + 1].low == "those":
            return True  # ``killed 40 of those on board``
        if _of_kin(tokens, span, first, act, lexicon):
            return True
    return (tokens[first - 1].low in _THE and _the_hurt(tokens, span, first, act, end, lexicon)) or (
        span.begin > 2 and tokens[span.begin - 2].low in _LINKS and _of_accused(tokens, span, first, lexicon)
    )


def _event_for(tokens: list[Token], span: Span) -> bool:
    """``A vigil for the 12 victims was held``: the vigil was."""
    k = span.begin - 1
    k -= k > 0 and tokens[k].low in _THE
    return k > 0 and tokens[k].low == "for" and tokens[k - 1].kind == "w"


def _company(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``A man with two wives and nine children was killed``, ``a school with 400 pupils``: told of the man."""
    k = span.begin - 1
    if tokens[k].low == "and":
        k = next((j for j in range(k - 1, max(0, k - _LIST), -1) if tokens[j].low == "with"), 0)
    if k < 1 or tokens[k].low != "with" or not span.person:
        return False
    head = lexicon.nouns.get(tokens[k - 1].low)
    return head is not None and head.cls.startswith(("person", "building", "group")) and not head.plural


def _tried_with(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``tried with six others for the killing of a guard``: the killing is what they are tried for."""
    k = span.begin - 1
    if k < 1 or tokens[k].low not in _ALONG:
        return False
    return (
        not lexicon.cue("judged").isdisjoint(t.low for t in tokens[max(0, k - 3) : k]) or tokens[k - 1].low == "tried"
    )


def _hinted(tokens: list[Token], span: Span, first: int, act: Act, lexicon: Lexicon) -> bool:
    """The same where a word of accusing or saying, or another clause, stands between."""
    if act.role == "n" or (act.role in "os" and tokens[first].low.endswith("ing")):
        return _accused_of(tokens, span, first, lexicon)
    return (
        _next_clause(tokens, span, first, lexicon)
        or _of_part(tokens, span, first, lexicon)
        or _they_said(tokens, span, first, act, lexicon)
    )


def _own_verb(tokens: list[Token], span: Span, end: int, lexicon: Lexicon) -> bool:
    """``killed hundreds and left thousands exposed``: a verb of its own right before it, that no table has."""
    k = span.begin - 1
    if (
        k <= end
        or tokens[k - 1].low not in _JOINS
        or tokens[k].low in lexicon.nouns
        or not past_verb(tokens[k], lexicon)
    ):
        return False
    return tokens[k].low not in lexicon.actions and tokens[k].low not in lexicon.cue("say")


def _next_clause(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """``gas against 5,000 protesters; 40 were treated``: behind a semicolon another number is the subject."""
    for k in range(span.noun_end, first - 1):
        if tokens[k].text == ";":
            return tokens[k + 1].kind == "n" or tokens[k + 1].low in lexicon.triggers
    return False


def _of_part(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """``46 will be in the camp, including 23 it presumes dead``: said of the part, where no comma closes it."""
    for k in range(span.noun_end + 1, first - 1):
        if tokens[k].low == "including" and tokens[k - 1].text == ",":
            behind = [t.low for t in tokens[k + 1 : first]]
            return "," not in behind and lexicon.cue("auxiliary").isdisjoint(behind)
    return False


def _the_hurt(tokens: list[Token], span: Span, first: int, act: Act, end: int, lexicon: Lexicon) -> bool:
    """``friends of the missing``, ``lawyers for the killed clerk``; not ``three of the dead``, ``among the dead``."""
    if tokens[first - 1].low not in _THE or not (act.role == "a" or act.past) or act.cls not in lexicon.cue("telling"):
        return False
    if end < len(tokens) and tokens[end].kind == "n":
        return False
    lead = tokens[first - 2].low if first > 1 else ""
    return lead != "among" and not (lead == "of" and (span.elided or first - 2 != span.noun_end))


def _of_kin(tokens: list[Token], span: Span, first: int, act: Act, lexicon: Lexicon) -> bool:
    """``200 relatives of people killed at the dam``, ``parents of children abducted in May``: no kin was."""
    k = span.noun_end
    if not act.past or tokens[k].low not in _OF or tokens[k - 1].low not in lexicon.cue("owned_head"):
        return False
    named = first == k + 2 and (is_plural(tokens[k + 1].low) or tokens[k + 1].low in ("those", "people"))
    return named and act.cls in lexicon.cue("telling")


def _gone_on(tokens: list[Token], span: Span, end: int, lexicon: Lexicon) -> bool:
    """``nursed the hurt at two clinics``; not ``the dead include two guards``, ``the wounded, 14 of them girls``."""
    after = tokens[end].low if end < len(tokens) else "."
    if after != "to" and (after not in lexicon.cues.preposition or after == "of"):
        return False
    if after in _TELLS or after in lexicon.cue("auxiliary|includes"):
        return False
    counts = union[lexicon.cues.be, lexicon.cues.includes, _NUMBER]
    # ``The dead in the capital included 14 guards``
    return counts.isdisjoint([t.low for t in tokens[end : span.begin]])


def _held_for(tokens: list[Token], span: Span, end: int, lexicon: Lexicon) -> bool:
    """``held a funeral for 12 soldiers``, ``holds a majority of 12``; not ``hold a group of 12 tourists``."""
    if end >= span.begin or tokens[end].low not in lexicon.cue("noun_lead"):
        return False
    nouns = (lexicon.nouns.get(t.low) for t in tokens[end + 1 : span.begin])
    if any(noun is not None and noun.cls.startswith("person") for noun in nouns):
        return False  # ``held the driver along with 40 pupils``
    between = [t.low for t in tokens[end + 1 : span.begin]]
    if "for" in between or "with" in between:
        return not any(t.text in ",;" for t in tokens[end + 1 : span.begin])
    return span.elided and between[-2:] == ["majority", "of"]


def _accused_of(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """``Two officers suspected of beating a prisoner to death``: what they are said to have done to another."""
    accused = lexicon.cue("charged_with")
    if tokens[span.noun_end].low in lexicon.cue("pronoun"):
        return False  # ``the two women she is accused of killing``
    for k in range(span.noun_end, min(first, span.noun_end + _CHARGE)):
        word = tokens[k].low
        if word in accused and k + 1 < first and tokens[k + 1].low in _ACCUSED_OF:
            return lexicon.cue("auxiliary").isdisjoint(t.low for t in tokens[k + 1 : first])
    return False


def _of_accused(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """``Soldiers charged with murdering two villagers were freed``: the soldiers were, not the object of a gerund."""
    k = span.begin - 1
    if (
        k < 2
        or not tokens[k].low.endswith("ing")
        or tokens[k - 1].low not in _LINKS
        or tokens[k].low not in lexicon.verbs
    ):
        return False
    return not lexicon.cue("auxiliary").isdisjoint(t.low for t in tokens[span.noun_end : span.noun_end + 1]) and (
        first > span.noun_end
    )


def _of_whole(tokens: list[Token], span: Span, end: int, lexicon: Lexicon) -> bool:
    """``the death of one of her four cats``: the noun of action is said of the part."""
    k = span.begin - 1
    k -= tokens[k].low in _DETERMINERS
    if k - 1 < end or tokens[k].low != "of":
        return False
    part = tokens[k - 1]
    return part.low != "all" and (part.kind == "n" or part.low in _SOME or part.low in lexicon.triggers)


def _they_said(tokens: list[Token], span: Span, first: int, act: Act, lexicon: Lexicon) -> bool:
    """``Two lawyers said 14 people had been killed``: what they tell befell those they tell of."""
    if act.role == "n":
        return False
    for k in range(span.noun_end, first - 1):
        if tokens[k].low in lexicon.cue("say"):
            return tokens[k + 1].kind == "n" or tokens[k + 1].low in lexicon.triggers or tokens[k + 1].low == "that"
    return False
