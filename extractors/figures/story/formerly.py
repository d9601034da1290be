"""Events that ``since`` and ``after`` compare this one with: the deadliest since 2014, when a bomb killed 22."""

from datetime import date
from itertools import pairwise

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.bygone import LONG
from extractors.figures.story.families import kind, of_word
from extractors.figures.text.tokens import Token

_FAR = 26
_NEAR = 14
_CLAUSE = 14
_PHRASE = 9
_PARTICIPLE = 5
_DATE = 7
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth"})
# What came the day before is still the news that a follow-up tells.
_SHORT = frozenset({"weeks", "week", "days"})
_SPELLS = LONG | _SHORT
# What a blow does: ``came days after missiles struck a market, killing 15``.
_BLOWS = frozenset(
    {"struck", "hit", "sank", "crashed", "collided", "collapsed", "exploded", "capsized", "rammed", "plunged", "tore"}
)
# ``killing 11, two weeks after a car bombing left 118 dead``: of another blow.
_KILLS = frozenset({"killed", "killing", "kills", "injuring", "wounding", "wounded", "struck", "exploded", "blasted"})
_ANOTHER = frozenset({"a", "an", "another"})
ANSWERS = frozenset({"response", "retaliation", "revenge", "reprisal", "retribution", "answer"})
_WHICH = frozenset({"which", "that"})
_LEFT = frozenset({"left", "shot", "cost", "blew", "took", "cut"})
_COMPARED = frozenset({"compared", "against", "versus", "from", "than"})


def since(tokens: list[Token], span: Span, now: date | None) -> bool:
    """``the deadliest since 63 miners died in 1987``: the clause behind ``since`` tells of the event compared with."""
    for k in range(span.begin - 1, max(-1, span.begin - _FAR), -1):
        if tokens[k].low == "since":
            between = tokens[k : span.begin]
            if _new(tokens, k, span.begin):
                return False
            if _of_year(tokens, k, span, now):
                return True
            if tokens[k - 1].low in LONG and any(t.low in ("when", "which") for t in between):
                return True  # ``marked 35 years since the first rallies, in which 20 people died``
            when = any(t.low == "when" for t in between)
            near = span.begin - k < _NEAR
            return near and any(_superlative(t.low) or (when and t.low == "first") for t in tokens[max(0, k - 9) : k])
        if tokens[k].text == "," and tokens[k - 1].kind == "n" and tokens[k + 1].kind == "n":
            continue  # ``since Aug. 24, 2024, when``
        if tokens[k].text in ";,:" and not (k + 1 < len(tokens) and _goes_on(tokens, k, span)):
            return False
    return False


def _goes_on(tokens: list[Token], comma: int, span: Span) -> bool:
    """``since 2018, when 48 died``; ``since a bus fell into a gorge, killing 48``, which tells of that event."""
    if tokens[comma + 1].low in ("when", "which", "in"):
        return True
    if not tokens[comma + 1].low.endswith("ing") or span.begin - comma > _PARTICIPLE:
        return False
    at = next((k for k in range(comma - 1, max(0, comma - _NEAR) - 1, -1) if tokens[k].low == "since"), comma)
    if at == comma:
        return False
    when = any(t.low == "when" for t in tokens[at:comma])
    return tokens[at + 1].low in ("a", "an", "another") or (when and _ranked(tokens, at))


def _ranked(tokens: list[Token], at: int) -> bool:
    """``the worst strike since``, ``its third since``."""
    return any(_superlative(t.low) or t.low in _ORDINALS for t in tokens[max(0, at - _PHRASE) : at])


def follows(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``The attack follows a bombing last week in which 14 died``; not ``The arrests follow a bombing …``."""
    at = next((k for k, t in enumerate(tokens[: span.begin]) if t.low in ("follows", "follow")), 0)
    if not at or kind(span)[0] != "harm" or tokens[at + 1].low not in ("a", "an", "another"):
        return False
    subject = {of_word(t.low, lexicon) for t in tokens[:at]}
    return "harm" in subject


def answered(tokens: list[Token], span: Span) -> bool:
    """``in retaliation for a raid on Sunday which, it says, killed eight``: the blow that this one answers."""
    if kind(span) != ("harm", False):
        return False
    lows = [t.low for t in tokens[max(0, span.begin - _FAR) : span.begin]]
    at = next((k for k in range(len(lows) - 1, 0, -1) if lows[k] in ANSWERS), 0)
    told = lows[at + 1 : at + 3]
    if not at or told[:1] not in (["to"], ["for"]) or told[1:] not in (["a"], ["an"], ["another"]):
        return False
    which = next((k for k in range(at, len(lows)) if lows[k] in _WHICH), 0)
    return bool(which) and "," not in lows[at:which] and _of_which(lows[which + 1 :])


def _of_which(lows: list[str]) -> bool:
    """``[which] killed eight``, ``[which], it says, killed eight``; not ``[which] hit Lisk, it struck back, killing``.

    Nor where ``which`` is no subject: ``in answer to a letter which families sent``.
    """
    if lows[:1] == [","] and "," in lows[1:_PARTICIPLE]:
        lows = lows[lows.index(",", 1) + 1 :]
    if lows[:1] in (["had"], ["has"], ["have"]):
        lows = lows[1:]
    if not lows or not (lows[0].endswith("ed") or lows[0] in _BLOWS or lows[0] in _LEFT) or ";" in lows:
        return False
    return all(b.endswith("ing") for a, b in pairwise([*lows, "ing"]) if a == ",")


def _of_year(tokens: list[Token], k: int, span: Span, now: date | None) -> bool:
    """``since 1988, when a quake killed 90``, ``since the 2014 blast in which 22 died``, ``since 22 died in 2014``."""
    if any(t.low in ("when", "which") for t in tokens[k : span.begin]):
        named = tokens[k + 1].text[0].isupper() and not tokens[k + 1].low.endswith("day")
        j = next((j for j in range(k + 2, span.begin) if tokens[j].kind != "n" and tokens[j].text != "."), k + 2)
        if named and [t.low for t in tokens[j : j + 2]] == [",", "when"] and (j == k + 2 or _ranked(tokens, k)):
            return True  # ``its third since May, when it killed nine``
        return any(_past_year(t, now) for t in tokens[k + 1 : k + _DATE])
    if span.begin != k + 1 or span.unit != "count":
        return False
    end = next((j for j in range(span.noun_end, len(tokens)) if tokens[j].text in ",;"), len(tokens))
    return any(_past_year(t, now) for t in tokens[span.noun_end : min(end, span.noun_end + _CLAUSE)])


def _past_year(token: Token, now: date | None) -> bool:
    year = int(token.text) if len(token.text) == 4 and token.text.isdigit() else 0
    return now is not None and 1800 < year < now.year


def _superlative(word: str) -> bool:
    return word in ("worst", "most") or (
        len(word) > 5
        and word.endswith("est")
        and word not in ("protest", "forest", "arrest", "interest", "request", "harvest")
    )


def after(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``comes 13 years after a man murdered 26 people``; not ``two years after the fire that killed 45``."""
    doing = 0
    for k in range(span.begin - 1, max(1, span.begin - 14), -1):
        if tokens[k].text in ",;":
            if not tokens[k + 1].low.endswith("ing"):
                return False
            doing = k  # ``days after a man ran down two soldiers, killing one``
        if tokens[k].low == "after" and tokens[k - 1].low in _SPELLS and not _record(tokens, k):
            told = {t.low for t in tokens[max(0, k - 9) : k]}
            if tokens[k - 1].low in _SHORT and doing and not _blow(tokens, k, doing, told, lexicon):
                return False  # ``came two weeks after elections, leaving 30 dead``
            if tokens[k - 1].low in _SHORT:
                anew = tokens[k + 1].low in _ANOTHER and not told.isdisjoint(_KILLS)
                anew = anew or tokens[k + 1].low == "another"
                return kind(span)[0] == "harm" and (anew or bool(told & {"comes", "came", "come"}))
            definite = tokens[k + 1].low == "the" and {"that", "which"} & {t.low for t in tokens[k : span.begin]}
            return not definite or bool(told & {"comes", "came", "come", "happened", "occurred", "struck", "follows"})
    return False


def _record(tokens: list[Token], k: int) -> bool:
    """``mourned its worst wreck in 30 years after 43 people drowned``: they are the new ones."""
    spell = any(t.low == "in" for t in tokens[max(0, k - 5) : k - 1])
    return spell and any(_superlative(t.low) for t in tokens[max(0, k - 9) : k - 2])


def _new(tokens: list[Token], k: int, begin: int) -> bool:
    """``its most deadly fire since the war after 109 people died``: the new ones; not ``since 2015, when …``."""
    between = [t.low for t in tokens[k + 1 : begin]]
    if "after" not in between or not {"when", "which", "that", "days", "hours", "weeks"}.isdisjoint(between):
        return False
    return any(_superlative(t.low) for t in tokens[max(0, k - 9) : k])


def _blow(tokens: list[Token], k: int, doing: int, told: set[str], lexicon: Lexicon) -> bool:
    """``The assault came days after missiles struck a market, killing 15``; talks that follow a blow are its story."""
    if _harmed(tokens[k + 1 : doing], lexicon):
        return True
    struck = any(t.low in _BLOWS for t in tokens[k + 1 : doing])
    return struck and any(of_word(word, lexicon) == "harm" for word in told)


def _harmed(clause: list[Token], lexicon: Lexicon) -> bool:
    """True where a clause itself tells of a blow: it counts somebody, or the blow has a verb right behind it."""
    if any(t.kind == "n" or t.low in lexicon.triggers for t in clause[1:]):
        return True
    return any(of_word(a.low, lexicon) == "harm" and b.low in lexicon.verbs for a, b in pairwise(clause))


def compared(tokens: list[Token], span: Span, old: list[Mention]) -> bool:
    """``compared with 66.4 percent in 2020``, ``against 12 million a year earlier``, ``down from 50 in 2019``."""
    lead = [t.low for t in tokens[span.begin - 5 if span.begin > 5 else 0 : span.begin]]
    if _COMPARED.isdisjoint(lead) or ("from" in lead and not {"up", "down"} & set(lead)) or "," in lead[-2:]:
        return False
    stop = next((k for k in range(span.noun_end, len(tokens)) if tokens[k].text in ",;."), len(tokens))
    return any(span.end <= m.first < stop + 1 for m in old)


def then(tokens: list[Token], span: Span, old: list[Mention], lexicon: Lexicon) -> bool:
    """``in 1998, when 11 died``; ``the disaster of March 1962, in which 83 died``; ``the 1988 fire at the plant that
    killed 167``.
    """
    for k in range(span.begin - 1, span.begin - 16 if span.begin > 16 else 0, -1):
        if tokens[k].low in {"when", "which", "where"}:
            at = k - 1 - (tokens[k - 1].low in ("in", "at")) if k > 1 else 0
            at -= tokens[at].text == ","
            return any(m.first <= at <= _ended(tokens, m) or _named(tokens, m, at, lexicon) for m in old)
        doing = tokens[k].text == "," and tokens[k + 1].low.endswith("ing") and k + 1 < span.begin
        if doing and any(_up_to(tokens, m, k, lexicon) and not _opened(tokens, m) for m in old):
            return True
        if tokens[k].text == ";":
            return False
    return False


def _up_to(tokens: list[Token], mention: Mention, comma: int, lexicon: Lexicon) -> bool:
    """``struck in September near the port of Lisk, on the mainland, killing 7``: only places stand between."""
    if mention.end >= comma or _ended(tokens, mention) == comma:
        return mention.end <= comma
    between = tokens[mention.end : comma]
    opens = mention.first < _OPENING or tokens[mention.first - 2].text == ";"
    if len(between) > _PLACES or not (opens or between[0].low in _WHERE):
        return False
    borders, past = lexicon.cues.day_border, lexicon.cues.past_verb
    return not any(
        t.low in borders or t.low in _HAS or t.low.endswith("day") or (not opens and _verb(t.low, past))
        for t in between
    )


def _ended(tokens: list[Token], mention: Mention) -> int:
    """Behind the ``ago`` of ``two years ago``, and the month of ``a year ago this month``."""
    k = mention.end
    k += k < len(tokens) and tokens[k].low in ("ago", "earlier", "before")
    return k + 2 * (k + 1 < len(tokens) and tokens[k].low == "this" and tokens[k + 1].low in _MONTH)


def _verb(word: str, past: frozenset[str]) -> bool:
    return word in past or word.endswith(("ed", "ing"))


_PLACES, _OPENING = 20, 3
_MONTH = frozenset({"week", "month", "year", "summer", "winter", "spring", "autumn", "fall"})
_WHERE = frozenset({"in", "at", "near", "on", "off", "outside", "of", "along", "around", "by", ","})
_HAS = frozenset({"has", "have", "is", "are", "will", "now", "today", "yesterday", "overnight"})


def _opened(tokens: list[Token], mention: Mention) -> bool:
    return any(t.low in ("since", "until") for t in tokens[max(0, mention.first - 9) : mention.first])


def _named(tokens: list[Token], mention: Mention, at: int, lexicon: Lexicon) -> bool:
    """``the 1988 fire at the plant``, up to the word at ``at``: one phrase, which tells the year of an event."""
    if mention.year is None or not mention.end < at < mention.end + _PHRASE:
        return False
    noun = {of_word(t.low, lexicon) for t in tokens[mention.end : mention.end + 2]} - {None, "deal"}
    return bool(noun) and all(t.kind == "w" or t.text == "-" for t in tokens[mention.end : at])
