"""Planned: what is only tried, begged for or within reach: tried to free 12, pleaded for their release, can kill 12.

Read from the words right before the number's own verb or noun of action.
"""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.status import outcomes

# ``are trying to free 12``, ``fought to save 12``: whatever comes of it.
_TRIES = frozenset(
    {"try", "trying", "tried", "attempt", "attempts", "attempted", "attempting", "struggling", "struggled", "race",
     "races", "racing", "raced", "scrambling", "scrambled", "battling", "battled", "fighting", "fought", "rushing",
     "operation", "operations", "mission", "missions", "raid", "effort", "efforts", "campaign", "bid", "offensive",
     "talks", "negotiations", "negotiating", "working"}
)  # fmt: skip
_HOPES = frozenset({"hope", "hopes", "chance", "chances", "prospect", "prospects"})
_DONE = frozenset(
    {"managed", "helped", "able", "succeeded", "successful", "allowed", "allowing",
     "went", "first", "led", "paid", "enabled", "persuaded", "forced"})  # fmt: skip
_BRINGS = frozenset(
    {"secure", "win", "negotiate", "obtain", "arrange", "ensure", "seek", "achieve", "mediate", "broker"}
    | {"hasten", "accelerate", "expedite"}
)
_BEGS = frozenset(
    {"plead", "pleaded", "pleading", "pleads", "beg", "begged", "begging", "pray", "prayed", "praying", "prayers",
     "vigil", "vigils", "rally", "rallied", "rallies", "protest", "protested", "campaign", "campaigned", "campaigning",
     "lobbied", "lobbying", "waiting", "petition", "petitioned", "deadline", "timetable", "negotiate", "negotiating",
     "bid"}
)  # fmt: skip
# ``an appeal by 27 states for the release of 12``: by whom stands in between.
_PLEAS = frozenset({"appeal", "appeals", "plea", "pleas", "calls", "demands", "petition", "requests", "request"})
# ``paves the way for the release of 12``, ``a truce allowing for the return of 12``
_WAYS = (["the", "way"], ["the", "door"])
_LETS = frozenset({"allows", "allow", "allowing", "provides", "providing"})
_GIVES = frozenset({"gave", "given", "ultimatum", "deadline"})
HINTS = (
    _TRIES - {"working"}
    | _HOPES
    | _BEGS
    | _GIVES
    | _PLEAS
    | _LETS
    | {
        "way",
        "door",
        "speed",
        "hasten",
        "accelerate",
        "expedite",
        "secure",
        "ensure",
        "timetable",
        "capable",
        "enough",
        "can",
        "execution",
        "executions",
        "hanging",
    }
)
_THE = frozenset({"the", "a", "immediate", "safe", "swift", "unconditional", "early"})
_TIME = frozenset({"hours", "days", "weeks", "until", "ultimatum", "deadline", "month"})
_HANGS = ("execution", "hanging")
_PUT = frozenset({"stayed", "halted", "postponed", "put", "delayed", "scheduled", "suspended", "due", "set"})
_BE = frozenset({"was", "were", "is", "are", "been"})
# What has struck: how strong it was is known by whom it killed.
_WOUNDED = frozenset({"wounded", "injured", "hurt", "burned", "burnt"})
_DEATHS = frozenset({"death", "deaths", "killing", "killings", "loss", "murder", "murders"})
_BLOWS = frozenset(
    {"blast", "explosion", "bomb", "quake", "earthquake", "fire", "impact", "crash", "storm", "wave", "shock", "fall"}
)
_NEAR = 9
_AT_WORK = 4
_WHOSE = 6
_BY = frozenset({"by", "from", "for"})


def rule(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """True where the verb or noun of action at the number is somebody's aim, plea or power."""
    at = span.action_at
    after = [word for word in said[span.noun_end : span.noun_end + 2] if word != "still"]
    behind = after[0] if after else ""
    if behind == "trapped" or (behind in _WOUNDED and span.action_class == "treated"):
        return False  # ``were trying to free 12 people trapped in the lift``: of those it tells something else
    if at is None or not left < at < span.begin or span.action_class not in lexicon.cue("negatable"):
        return False
    return (
        _tried(said, at, left)
        or (said[at - 1] == "of" and said[at - 2] in _HOPES and said[at].endswith("ing"))  # ``hopes of finding 12``
        or _begged_for(said, at, left)
        or _given_time(said, at, left)
        or _able(said, span, at)
        or _stayed(said, span, at)
    ) and not outcomes.reached(said, span)


def _tried(said: list[str], at: int, left: int) -> bool:
    """``tried to free 12``, ``an operation to free 12``, ``talks to secure the release of 12``."""
    to, sped = at - 1, said[at - 3 : at - 1] == ["speed", "up"]
    if said[at - 1] in _THE:
        to = at - 3 - sped if at - 3 >= left and (sped or said[at - 2] in _BRINGS) else 0
    if to <= left or said[to] != "to":
        return False
    lead = said[max(left, to - _AT_WORK) : to]
    if not _DONE.isdisjoint(lead):
        return False
    # ``efforts this week to free 12``; ``rescued in a raid on a house to free 12`` has its own verb.
    return lead[-1] in _TRIES or (to == at - 3 - sped and (sped or said[at - 2] in _BRINGS))


def _begged_for(said: list[str], at: int, left: int) -> bool:
    """``pleaded for the immediate release of 12``, ``paves the way for the release of 12``"""
    k = at - 1
    while k > left and said[k] in _THE:
        k -= 1
    if said[k] != "for" or said[at] in _DEATHS or said[at + 1] != "of":
        return False
    lead = said[max(left, k - _WHOSE) : k]
    asked = not _BEGS.isdisjoint(lead[-3:]) or any(a in _PLEAS and b in _BY for a, b in pairwise([*lead, "for"]))
    return asked or lead[-2:] in _WAYS or (not _LETS.isdisjoint(lead[-1:]))


def _given_time(said: list[str], at: int, left: int) -> bool:
    """``gave the government 48 hours to free 12``"""
    lead = said[max(left, at - _NEAR) : at - 1]
    return said[at - 1] == "to" and not _GIVES.isdisjoint(lead) and not _TIME.isdisjoint(lead)


def _able(said: list[str], span: Span, at: int) -> bool:
    """``capable of killing 12``, ``powerful enough to kill 12``, ``can kill 12``."""
    lead = said[max(0, at - 2) : at]
    if lead == ["enough", "to"] and said[at - 4] in _BE and not _BLOWS.isdisjoint(said[max(0, at - 7) : at - 4]):
        return False  # ``The blast was strong enough to kill 12 people in the street``
    return lead in (["capable", "of"], ["enough", "to"]) or (lead[-1:] == ["can"] and span.action_class == "killed")


def _stayed(said: list[str], span: Span, at: int) -> bool:
    """``The execution of 12 men was stayed``, ``the hanging of 12 is scheduled for Friday``."""
    if not said[at].startswith(_HANGS) or said[at + 1] != "of":
        return False
    behind = said[span.noun_end : span.noun_end + 6]
    if "put" in behind and not ("off" in behind or "back" in behind or "hold" in behind):
        return False  # ``The execution of 12 men was put on film``
    return any(word in _BE and following in _PUT for word, following in pairwise(behind[:4]))
