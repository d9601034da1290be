"""Planned: what somebody is told to do, what was agreed long before its verb, the time that lies ahead.

``asked the government to fence 5,000 schools``, ``agreed at a meeting in Lusan to free 40``, ``over the next 35 days``.
"""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import Span

_TO_NUMBER = 8
_AIMED = 14
_RAIDS = frozenset({"raid", "raids", "strike", "strikes", "attacks", "drones", "missiles", "airstrikes", "sanctions"})
_FROM_WORD = 16
_BEHIND = 10
_ALSO_PAST = frozenset({"was", "were", "had", "said", "killed", "wounded"})
_PRESENT_ED = frozenset({"need", "needed", "hundred", "united", "armed", "limited", "red", "bed"})
_ASKS_ON = frozenset({"called", "calls", "calling", "appealed", "appeals", "appealing"})
_DEFINITE = frozenset({"the", "those", "these", "her", "his", "its", "their", "our", "my"})
_FATES = frozenset(
    {"killed", "injured", "missing", "kidnapped", "arrested", "displaced", "casualty", "shot", "trapped"}
)
_IS = frozenset({"was", "were", "been", "be", "is", "are"})
_CAUTION = frozenset(
    {
        "know",
        "be",
        "see",
        "find",
        "learn",
        "mark",
        "locate",
        "identify",
        "trace",
        "mourn",
        "remember",
        "help",
        "join",
        "visit",
        "meet",
    }
)
_BOUND = frozenset({"required", "obliged"})
_LAWS = frozenset(
    {"law", "laws", "rule", "rules", "ruling", "court", "judge", "order", "terms", "agreement", "clause", "accord"}
)
_SIGNS = frozenset({"needed", "need", "needs", "planned", "due", "set", "scheduled"})


def directed(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """The number is what an infinitive acts on, and somebody was asked, ordered or had agreed to do so."""
    to = _infinitive(said, span, left, lexicon)
    if to is None or _told_behind(said, span):
        return False
    directs, agreed, stops = _words[lexicon.language]
    for k in range(to - 1, max(left, to - _FROM_WORD) - 1, -1):
        word = said[k]
        if word in directs or (word in _ASKS_ON and said[k + 1] in ("on", "to", "for") and k + 1 < to):
            if (
                word in _BOUND
                and lexicon.cue("plan_noun|deal_noun").isdisjoint(said[left:k])
                and _LAWS.isdisjoint(said)
            ):
                return False  # ``The damage obliged the company to sack 40 workers``
            return said[k - 1] != "not" and (k + 1 < to or said[k - 1] in _IS)  # no ``respondents asked to name two``
        if word in agreed and word not in lexicon.cue("past_verb"):
            return said[k - 1 : k] not in (["was"], ["were"], ["not"])
        if word in stops or word == ",":
            return False
    return False


def _told_behind(said: list[str], span: Span) -> bool:
    """``ordered the army to send 300 troops, who arrived on Monday``, ``… and they returned``: it was done."""
    pairs = list(pairwise(said[span.noun_end : span.noun_end + _BEHIND]))
    return any((a == "and" and b in ("they", "it")) or (a == "," and b == "who") for a, b in pairs)


def _infinitive(said: list[str], span: Span, left: int, lexicon: Lexicon) -> int | None:
    """Where the ``to`` stands whose verb has the number for its object."""
    first, verb = span.begin, span.action_at
    if first <= left or said[first - 1] in _DEFINITE or (said[first - 1] == "of" and span.action_class in _FATES):
        return None  # ``asked the army to explain the deaths of 12 men``, ``to look for her two sons``
    stops = _words[lexicon.language][2]
    for k in range(first - 1, max(left, first - _TO_NUMBER) - 1, -1):
        if said[k] == "to":
            lead = said[k + 1]
            bare = lead.isalpha() and not lead.endswith(("ed", "ing")) and lead not in lexicon.cue("stop")
            own = verb is None or k < verb < first
            return k if bare and own and k + 1 < first and lead not in _CAUTION else None
        if said[k] in stops or said[k] == "," or (said[k] == "and" and said[k + 1].endswith("ed")):
            return None
    return None


@Once
def _words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words of asking and ordering, of agreeing and planning, and those at which a clause of its own begins."""
    lexicon = load(language)
    stops = ("relative", "status_border", "sentence_verb", "past_verb", "told_verb", "say_on")
    ends = frozenset().union(*map(lexicon.cue, stops)) - {"to", "told"} | {"that", "how", "what", "why"}
    agreed = lexicon.cue("plan") | lexicon.cue("decides")
    return lexicon.cue("directs"), agreed - {"plan", "agreement"}, ends - lexicon.cue("directs") - agreed


def to_come(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``over the next 35 days``; not ``Over the next three days, rescuers pulled 12 people out``."""
    if not span.unit.startswith("duration") or said[max(0, span.begin - 1) : span.begin] != ["next"]:
        return False
    words = [*said[left : span.begin], *said[span.noun_end : span.noun_end + _BEHIND]]
    ahead = lexicon.cue("modal") | lexicon.cue("plan") | lexicon.cue("intent") | lexicon.cue("expect") | _SIGNS
    if not ahead.isdisjoint(words) or any(a in ("is", "are", "aims") and b == "to" for a, b in pairwise(words)):
        return True
    past = lexicon.cue("past_verb") | lexicon.cue("told_verb") | _ALSO_PAST
    return not any(word in past or (word.endswith("ed") and word not in _PRESENT_ED) for word in words)


def appended(said: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``In the third phase the dead would be returned – 17 soldiers and 200 rebels``: those of whom it was told."""
    at = span.begin - 1
    if at < _TO_NUMBER // 2 or said[at] not in {"–", "—"} or not said[at - 1].endswith("ed"):
        return False
    lead = said[max(0, at - _FROM_WORD) : at]
    return any(a in lexicon.cue("modal_sure") for a in lead) and "be" in lead and "have" not in lead


def funded(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``approved 1.2 billion for fencing 64 schools and hiring 600 guards``: what the money is for."""
    doing = said[max(left, span.begin - 2) : span.begin]
    if span.action_class in _FATES or doing[:1] not in (["for"], ["and"]) or not doing[-1].endswith("ing"):
        return False
    lead = said[max(left, span.begin - _FROM_WORD) : span.begin - 1]
    return "for" in lead and not lexicon.cue("allots").isdisjoint(lead[: len(lead) - lead[::-1].index("for")])


def strikes(said: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``strikes targeting 12 depots``: they are hit; not ``is targeting 40 new shops``."""
    if span.unit != "count":
        return False
    lead = said[max(0, span.begin - _AIMED) : span.begin]
    nouns = (lexicon.nouns.get(word) for word in lead[: lead.index("targeting")] if word) if "targeting" in lead else ()
    return any(noun is not None and noun.cls.startswith("event") for noun in nouns) or not _RAIDS.isdisjoint(lead)
