"""Two numerals that are the ends of one range: 40-50, between 8 and 10, from 5 to 7 percent; scores are none."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers import scores
from extractors.figures.numbers.numerals import Atom
from extractors.figures.spans import Span, single
from extractors.figures.text.tokens import Token

_LINKS = frozenset({"-", "–", "—", "to", "bis", "a", "or", "through"})


_UP_TO = 7
_CLAUSE = frozenset({",", ";", "and", "by", "have", "has", "had", "were", "was", "are"})
# ``could be higher by 10 to 15``; what rose by 10 to 15 is at 15.
_BIGGER = frozenset({"higher", "lower", "larger", "smaller", "more", "fewer", "longer", "shorter"})
_ADDS = frozenset({"add", "adds", "added", "adding"})
_LEVELS = frozenset({"up", "down"})
_LEADS = frozenset({"from", "about", "around", "some", "roughly", "approximately", "estimated"})
_COINS = frozenset({"cent", "cents", "pence", "p", "c", "kopecks", "centimes"})


def range_or_first(
    tokens: list[Token], a: Atom, b: Atom, between: list[str], glued: bool, lexicon: Lexicon
) -> tuple[int, Span | None]:
    links = _LINKS.isdisjoint(between) and lexicon.cues.and_word.isdisjoint(between)
    if links or "(" in between or ")" in between:
        return 1, single(a)
    signs = [w for w in between if w not in lexicon.money_words]
    if not signs or (signs[-1] not in _LINKS and signs[-1] not in lexicon.cues.and_word):
        return 1, single(a)
    lead = tokens[a.first - 1].low if a.first else ""
    leads = {tokens[j].low for j in range(max(0, a.first - 5), a.first)}
    if signs in (["-"], ["–"], ["—"]) and (glued or signs != ["—"]):
        return _dashed(tokens, a, b, glued, lexicon)
    if signs in (["%", "-"], ["%", "–"]) and b.end < len(tokens) and tokens[b.end].text == "%" and a.value < b.value:
        return 2, _range(a, b)
    between_word = leads & lexicon.cues.between_word
    if between_word and signs and signs[-1] in lexicon.cue("and_word") and _same_unit(signs[:-1], tokens, b):
        span = _range(a, b)
        span.begin -= lead in between_word
        return 2, span
    through = signs == ["through"] and lead in lexicon.cue("age_lead")  # ``ages 8 through 11``
    to = (
        through
        or (signs and signs[-1] in ("to", "bis", "a"))
        or signs[-3:] == ["-", "to", "-"]
        or signs[-2:] == ["to", "-"]
    )
    if to and _to_range(tokens, a, b, signs, leads, lead, lexicon):
        span = _range(a, b)
        span.from_to = "from" in leads
        return 2, span
    if signs == ["to"] and a.value > b.value and _hours(tokens, a, b, leads, lexicon):
        return 2, None
    if signs[-2:] == ["up", "to"] and "from" in leads and len(signs) < _UP_TO and _CLAUSE.isdisjoint(signs):
        return 2, _range(a, b)
    if (
        signs == ["or"]
        and a.raw < b.raw
        and (b.value <= 10 * _inherit(a, b) or b.scaled)
        and (a.kind == b.kind or (a.kind == "words" and b.kind == "digits" and a.raw < 10 <= b.raw < 20))
        and not a.unit
    ):
        return 2, _range(a, b)
    return 1, single(a)


def _inherit(a: Atom, b: Atom) -> float:
    """The value of the first number with the scale of the second (``24.2 to 33 billion``)."""
    if b.scaled and not a.scaled and a.raw < b.raw and b.raw:
        return a.value * (b.value / b.raw)
    return a.value


def _range(a: Atom, b: Atom) -> Span:
    span = single(b)
    first = _inherit(a, b)
    low, high = sorted((first, b.value))
    span.first = span.begin = a.first
    span.low, span.high, span.value, span.qualifier, span.kind = low, high, None, "range", "range"
    if a.unit and not b.unit:
        span.unit = a.unit
    span.change = "down" if first > b.value else None
    span.ends = (a, b)
    return span


def _dashed(tokens: list[Token], a: Atom, b: Atom, glued: bool, lexicon: Lexicon) -> tuple[int, Span | None]:
    """``40-50 hours`` is a range; ``2-1`` is a score; what rises and counts nothing is a score, too."""
    if glued and (_model(tokens, a, b, lexicon) or scores.record(tokens, a, b, lexicon)):
        return 2, None
    first = _inherit(a, b)
    if not glued and tokens[a.end].text != "–" and a.unit is None and b.unit is None:
        follows = b.end < len(tokens) and (tokens[b.end].low in lexicon.units or _led(tokens, a, b, lexicon))
        return (2, _range(a, b)) if follows and first < b.value else (1, single(a))
    if first >= b.value:
        return (2, None) if glued and not a.scaled and a.unit is None else (1, single(a))
    after = tokens[b.end] if b.end < len(tokens) else None
    if glued and after is not None and after.text == "-" and after.glued and _number_at(tokens, b.end + 1):
        return 2, None
    if (
        glued
        and a.end - a.first == b.end - b.first == 1
        and len(tokens[a.first].text) == 3
        and len(tokens[b.first].text) == 4
    ):
        return 2, None
    small = a.value < 25 and b.value < 100 and b.unit is None and not b.scaled
    money = a.first > 0 and tokens[a.first - 1].low in lexicon.money_words
    if (
        small
        and not money
        and (after is None or (after.kind == "p" and after.text not in "%-") or after.low in lexicon.cue("stop"))
    ):
        return (2, None) if glued else (1, single(a))
    return 2, _range(a, b)


def _led(tokens: list[Token], a: Atom, b: Atom, lexicon: Lexicon) -> bool:
    """``between 5 - 7 people``, ``about 5 - 7 people``: a range for its words in front and its noun behind."""
    lead, noun = tokens[a.first - 1].low if a.first else "", lexicon.nouns.get(tokens[b.end].low)
    return noun is not None and noun.plural and (lead in _LEADS or lead in lexicon.cue("between_word"))


def _number_at(tokens: list[Token], j: int) -> bool:
    return j < len(tokens) and tokens[j].kind == "n" and tokens[j].glued


def _hours(tokens: list[Token], a: Atom, b: Atom, leads: set[str], lexicon: Lexicon) -> bool:
    """``open 9 to 5``: hours, or a score; nothing that is counted follows and nothing changes."""
    after = tokens[b.end] if b.end < len(tokens) else None
    bare = after is None or after.kind == "p" or after.low in lexicon.cue("stop")
    moves = "from" in leads or not lexicon.cue("up_word|down_word").isdisjoint(leads)
    return bare and not moves and a.value <= 12 and a.unit is None and b.unit is None and a.kind == b.kind == "digits"


def _model(tokens: list[Token], a: Atom, b: Atom, lexicon: Lexicon) -> bool:
    """``Boeing's 737-800``: behind a name and before no noun it is the name of a thing."""
    after = tokens[b.end] if b.end < len(tokens) else None
    bare = after is None or after.kind == "p" or after.low in lexicon.cue("stop")
    lead = tokens[a.first - 1] if a.first > 1 else None
    named = lead is not None and lead.kind == "w" and (lead.text[0].isupper() or lead.low == "'s")
    return bare and named and a.value >= 100 and a.unit is None and b.unit is None and not b.scaled


def _same_unit(words: list[str], tokens: list[Token], b: Atom) -> bool:
    """True where the words between two ends of a range are nothing, or the unit or noun that follows the second."""
    words = [w for w in words if w not in ("-",)]
    if not words:
        return True
    if len(words) > 3:
        return False
    following = [t.low for t in tokens[b.end : b.end + 5]]
    return all(w in following or w.removesuffix("s") in following or w + "s" in following for w in words)


def _to_range(
    tokens: list[Token], a: Atom, b: Atom, signs: list[str], leads: set[str], lead: str, lexicon: Lexicon
) -> bool:
    """``100 to 200 people``, ``from 5 per cent to 7 per cent``; not ``rose 18 points to 1,478``."""
    inside = [w for w in signs if w not in ("to", "-", "bis", "a", "through")]
    noun = lexicon.nouns.get(tokens[b.end].low) if b.end < len(tokens) else None
    if lead in lexicon.money_words and noun is not None and noun.plural and tokens[b.first - 1].low == "to":
        return False
    if lead == "by" and a.first > 1 and tokens[a.first - 2].low in _BIGGER and signs == ["to"]:
        return a.value < b.value
    if lead == "by" and signs == ["to"] and a.value < b.value <= 3 * a.value and b.end < len(tokens):
        return tokens[b.end].low in lexicon.units and not (a.unit or b.unit)
    if _of_two_coins(tokens, b, inside, lead, lexicon):
        return False
    if lead in ("by", "per") or (a.unit != b.unit and a.unit and b.unit):
        return False
    if "from" in leads and len(inside) == 1 and _other_time(inside[0], tokens, b, lexicon):
        return False
    if "from" in leads and len(inside) < 9:
        near = tokens[b.first - 1].low in ("to", "-") or tokens[b.first - 2].low == "to"
        return near and not {",", ";", "and", "by"} & set(inside)
    changes = {w for w in leads if any(x.cls in ("rose", "fell") for x in lexicon.actions.get(w, ()))}
    if lead not in _LEVELS:
        changes -= _LEVELS  # ``gears up to ship 26 to 29 million``
    if changes and not inside:
        measured = b.end < len(tokens) and tokens[b.end].low in lexicon.units
        return a.unit is None and a.value < b.value <= 3 * a.value and (measured or lead in _ADDS)
    return _inherit(a, b) < b.value and not changes and _same_unit(inside, tokens, b)


def _other_time(word: str, tokens: list[Token], b: Atom, lexicon: Lexicon) -> bool:
    """``from two months to two years``: each has its own unit of time."""
    one = lexicon.units.get(word, "")
    other = lexicon.units.get(tokens[b.end].low, "") if b.end < len(tokens) else ""
    return one.startswith("duration") and other.startswith("duration") and one != other


def _of_two_coins(tokens: list[Token], b: Atom, inside: list[str], lead: str, lexicon: Lexicon) -> bool:
    """``from 90 cents to $1.05``, ``from $1.05 to 98 cents``: two amounts, for which one unit will not do."""
    behind = tokens[b.end].low if b.end < len(tokens) else ""
    coined, paid = not _COINS.isdisjoint(inside), tokens[b.first - 1].low in lexicon.money_words
    return (coined and paid) or (lead in lexicon.money_words and behind in _COINS)
