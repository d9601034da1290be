"""Whether a sentence tells that something befell what it counts: in the past, and neither lasting nor to come."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.dayfits import result
from extractors.figures.story.families import kind
from extractors.figures.story.places import lies
from extractors.figures.story.standing import clause, lasts, long, of_today, stands, summed
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

# How many words around a number its verb is looked for.
_BEFORE, _BEHIND = 18, 9
_EVENT_UNITS = (
    "area", "duration:second", "duration:minute", "duration:hour", "speed", "length", "mass", "temperature", "angle",
    "magnitude",
)  # fmt: skip
_PRESENT = frozenset({"is", "are", "'re"})
_DONE = frozenset({"dead", "killed", "wounded", "injured", "hurt"})
_PERFECT = frozenset({"has", "have", "'ve"})


def waits(span: Span) -> bool:
    """Counted things, percents and short durations of what happened; neither a state nor another event's."""
    if span.background or span.status in {"planned", "denied"} or ("when", "no_day", 0.6) in span.rules:
        return False
    return span.unit in {"count", "percent", "point"} or span.unit.startswith(_EVENT_UNITS)


def happens(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """Whether a verb of the past tells what befell the counted, and nothing says that it lasts, grows or is to come."""
    if long(sentence, lexicon):
        return False
    lasting = lexicon.cue("day_lasting")
    if not lasting.isdisjoint(sentence.words) and not lasting.isdisjoint(clause(sentence, span)):
        return False
    told = span.action_at is not None and not lasted(span)
    held = told and lasts(sentence, span, lexicon)
    if held or _far(sentence.tokens, span) or lies(sentence.tokens, span) or stands(sentence, span, lexicon):
        return False
    return _past(sentence, span, lexicon)


def _past(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    tokens, said, far = sentence.tokens, lexicon.cue("say"), lasted(span)
    back = _BEFORE * (1 + (far or result(tokens, span)))
    behind = max(span.noun_end, span.end)
    first, end = max(0, span.begin - back), _said_reach(tokens, behind) if far else _verb_reach(tokens, behind)
    near = tokens[_clause_start(tokens, span.begin, lexicon) : _clause_end(tokens, behind, end, lexicon)]
    if _due([t.low for t in near], lexicon) or _present(sentence, span):
        return False
    past, told = lexicon.cue("past_verb"), lexicon.cue("told_verb")
    for token in tokens[first:end]:
        word = token.low
        happened = word in past or word in told or (word.endswith("ed") and len(word) > 4 and token.text[0].islower())
        if happened and word not in said:
            return True
    return summed(sentence, span, lexicon) or _eyewitness(tokens, span)


def _said_reach(tokens: list[Token], behind: int) -> int:
    """``After two hours, he said, the gunman gave himself up``: the verb stands behind the words of saying."""
    if tokens[behind : behind + 1] and tokens[behind].text == ",":
        closed = next((j for j in range(behind + 2, min(behind + _NAMED, len(tokens))) if tokens[j].text == ","), None)
        return behind + 5 if closed is None else closed + 5
    return behind + 3


def _verb_reach(tokens: list[Token], behind: int) -> int:
    """``Two reporters of the Gazette, Nils Brekke and Tove Lind, came home``: the verb stands behind the aside."""
    for k in range(behind, min(behind + _NAMED, len(tokens))):
        if tokens[k].text == ",":
            closed = (j for j in range(k + 1, min(k + _ASIDE, len(tokens))) if tokens[j].text == ",")
            return max(behind + _BEHIND, next(closed, 0) + 3)
    return behind + _BEHIND


_NAMED, _ASIDE = 6, 14


def _eyewitness(tokens: list[Token], span: Span) -> bool:
    """``Our correspondent counted 29 girls``."""
    at = span.action_at
    return at is not None and 0 < at < span.begin and tokens[at].low == "counted" and tokens[at - 1].low in _PRESS


_PRESS = frozenset({"reporter", "reporters", "correspondent", "correspondents", "journalist", "journalists"})


def _clause_start(tokens: list[Token], begin: int, lexicon: Lexicon) -> int:
    """Where the clause of a number begins: ``would offer aid, while Orlen sent six jets``."""
    first, borders = max(0, begin - _BEFORE), lexicon.cue("day_border")
    return next((k + 1 for k in range(begin - 2, first - 1, -1) if tokens[k].low in borders), first)


def _due(words: list[str], lexicon: Lexicon) -> bool:
    """A modal: so it is no news of the day; but ``may have died``."""
    modals = lexicon.cue("modal")
    if modals.isdisjoint(words):
        return False
    return any(a in modals and not (a in _MAY and b == "have") for a, b in pairwise([*words, ""]))


_MAY = frozenset({"may", "might", "could", "must"})


def _clause_end(tokens: list[Token], behind: int, end: int, lexicon: Lexicon) -> int:
    """Where the clause of a number ends: ``said that 12 had arrived and that tests would go on``."""
    borders = lexicon.cue("day_border")
    return next((k for k in range(behind + 1, min(end, len(tokens))) if tokens[k].low in borders), end)


def _present(sentence: Sentence, span: Span) -> bool:
    """``are stranded``, ``is 40``: so it stands; ``Injured: 412`` has no verb at all; ``three are dead`` happened."""
    behind = max(span.noun_end, span.end)
    near = [*sentence.tokens[max(0, span.begin - 4) : span.begin], *sentence.tokens[behind : behind + 4]]
    said = any(t.low in _PRESENT and after.low not in _DONE for t, after in pairwise([*near, sentence.tokens[-1]]))
    said = said and not _since_done(sentence.tokens[behind : behind + 8])
    at = span.action_at if span.unit.startswith("area") else None
    said = said or (at is not None and at < span.begin and sentence.lows[at].endswith("s"))  # ``spreads over 40 km2``
    labelled = span.begin > 0 and sentence.tokens[span.begin - 1].text == ":" and not _goes_on(sentence, behind)
    return said or (labelled and (span.action_at is None or span.action_at < span.begin))


def _goes_on(sentence: Sentence, behind: int) -> bool:
    """``a witness said: two aircraft parked side by side``: a clause follows the colon."""
    words = sentence.lows[behind : behind + 1]
    return bool(words) and words[0].endswith("ed") and behind + 3 < len(sentence.tokens)


def under_way(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """``700 rescuers are searching the rubble``: on the day of writing; not ``are learning French``."""
    k = max(span.noun_end, span.end)
    tokens = sentence.tokens
    if k < len(tokens) and tokens[k].text == ",":
        k = next((at for at in range(k + 1, min(k + 9, len(tokens))) if tokens[at].text == ","), k) + 1
        k = k if k < len(tokens) and tokens[k].low in _PRESENT else max(span.noun_end, span.end) + 1
    words = [t.low for t in tokens[k : k + 3]]
    if len(words) < 3 or words[0] not in _PRESENT or not words[1].endswith("ing"):
        return False
    if lexicon.cue("day_under_way").isdisjoint((words[1], " ".join(words[1:]))):
        return False
    return not (lasts(sentence, span, lexicon) or stands(sentence, span, lexicon))


def with_them(sentence: Sentence, span: Span, beside: Span) -> bool:
    """A part told between the commas behind those who are at it, or what they are backed by."""
    if beside.begin < span.end:
        return False
    between = sentence.lows[span.end : beside.begin]
    return between[-1:] == ["including"] or not _BACKED.isdisjoint(between)


_BACKED = frozenset({"backed", "supported", "aided", "assisted", "helped", "using"})


def _since_done(after: list[Token]) -> bool:
    """``are believed to have been taken``."""
    return any(a.low == "to" and b.low == "have" for a, b in pairwise(after))


def perfect(sentence: Sentence, span: Span) -> bool:
    """``has killed 90``: up to now, not on the day."""
    near = sentence.tokens[max(0, span.begin - 8) : max(span.noun_end, span.end) + 4]
    return any(t.low in _PERFECT for t in near) and not _since_done(near)


def lately(sentence: Sentence, span: Span) -> bool:
    """``Four hostages have been freed``, ``Five people have died after a jet crashed``: in a first line, the news."""
    at = span.action_at
    news = kind(span)[0] in _NEWS or (span.item_class or "").startswith("person")
    if sentence.start or at is None or not news or not _UP_TO_NOW.isdisjoint(sentence.words):
        return False
    if sentence.lows[0] == "since":
        return False  # ``Since the war, 300 have come home``; not ``in the largest swap since the war began``
    tokens = sentence.tokens
    near = [*tokens[max(0, at - 3) : at], *tokens[max(0, span.begin - 3) : span.begin]]
    return any(t.low in _PERFECT for t in near)


_NEWS = frozenset({"harm", "swap", "custody"})
_UP_TO_NOW = frozenset({"total", "far", "altogether", "overall", "every", "rounds", "swaps", "stages", "phases"})


def since_dawn(sentence: Sentence, span: Span) -> bool:
    """``We have pulled 17 people alive from the rubble since dawn``: of the day of writing."""
    return perfect(sentence, span) and of_today(sentence.tokens, max(span.noun_end, span.end))


def _far(tokens: list[Token], span: Span) -> bool:
    """``Tarn, 40 km to the north``: where a place lies; ``fell 200 metres from the bridge`` happened."""
    if not span.unit.startswith("length") or span.begin == 0:
        return False
    behind = {t.low for t in tokens[span.end : span.end + 2]}
    before = tokens[span.begin - 1].low
    return not behind.isdisjoint(_AWAY) and not (before in _VERBS or before.endswith("ed"))


_AWAY = frozenset({"from", "to", "of", "north", "south", "east", "west", "away", "inside", "outside", "off", "down"})
_VERBS = frozenset({"fell", "struck", "hit", "blew", "exploded", "went", "came", "ran", "threw"})


def lasted(span: Span) -> bool:
    """``were held for 11 hours on Monday``: hours have the one day that their sentence gives."""
    return span.unit.startswith("duration")
