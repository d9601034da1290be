"""What is taken as known where something else is planned: to avenge the killing of 19, a staff of 14 could help.

A presupposition survives under modals and intentions (Karttunen 1973, presuppositions of compound sentences).
"""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span

_HARM = frozenset({"killed", "injured", "kidnapped", "shot"})
_DEEDS = frozenset(
    {"killing", "killings", "death", "deaths", "murder", "murders", "massacre", "abduction", "abductions", "kidnapping",
     "kidnappings", "shooting", "shootings", "loss"}
)  # fmt: skip
_ABOUT = frozenset({"into", "over", "about", "against", "for", "on", "behind", "after", "following"})
# What is done about a deed that is over, by the beginning of the verb.
_ANSWERS = (
    "investigat", "aveng", "mourn", "condemn", "mark", "protest", "prob", "punish", "explain", "remember", "honour",
    "honor", "commemorat", "discuss", "review", "examin", "denounc", "apologis", "apologiz",
)  # fmt: skip
# ``preparing for the deaths of 9,000``: what is awaited.
_AWAITS = ("prepar", "brac", "call", "plan", "push", "bound")
_NAMED = frozenset({"dead", "victims", "wounded", "injured", "killed"})
_POSSESSIVE = frozenset({"her", "his", "their", "my", "our"})
_CALLS = frozenset({"calling", "called", "calls", "call", "looking", "searching"})
_FOUND = frozenset({"shown", "showed", "shows", "found", "finds", "known", "proved", "proven", "discovered"})
_DUE = frozenset({"set", "due", "scheduled", "expected", "planned", "slated"})
_CREW = frozenset({"crew", "staff"})
# ``compared with 22 last year``, ``according to two parents``.
_COMPARED = (["compared", "with"], ["compared", "to"], ["according", "to"])
_WHO = frozenset({"who", "which", "that"})
_FORMER = frozenset({"last", "previous", "earlier", "first", "old", "original"})
_WHY = frozenset({"why", "how", "where", "when"})
_MODALS = frozenset({"would", "will", "could", "may", "might", "should", "must"})
_TO_COME = _MODALS | {"to", "are", "is"}
_HAS = frozenset({"has", "have", "employs", "houses", "covers"})
_FOCUS = frozenset({"just", "only", "about", "some", "around", "nearly", "almost", "already", "now"})
_ARTICLES = frozenset({"the", "a", "an", "some", "all", "those", "these", "at", "least", "about", "nearly", "around"})
# ``would see 3,000 people killed``, ``wants them shot``: the participle is what somebody wants or foresees.
_BRINGS_ABOUT = frozenset(
    {"see", "sees", "seeing", "leave", "leaves", "leaving", "have", "has", "get", "gets", "want", "wants", "wanted",
     "keep", "left", "be", "expects", "expect", "expected", "expecting"}
)  # fmt: skip
_REMAINS = frozenset({"body", "bodies", "remains", "families", "relatives", "parents", "coffins", "names", "portraits"})
_ASIDE_ENDS = frozenset({"had", "was", "were", "has", "have", "lost", "killed"})
_FAR = 7
_KEEPS = _HARM | {None, "received"}
_WITH = (["with", "a"], ["with", "its"], ["with", "the"])
_GAVE = frozenset({"handed", "given", "gave", "imposed", "received", "got"})


def known(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """True where a plan, a promise or a demand is about something else than what is counted."""
    third, second, first = ["", "", "", *said[span.begin - 3 if span.begin > 3 else 0 : span.begin]][-3:]
    theirs = span.person and first in _POSSESSIVE and second == "for"
    return (
        _deed(said, span)
        or (first == "the" and span.action_class in _HARM and span.last < len(said) and said[span.last] in _NAMED)
        or (theirs and third in _CALLS and said[span.noun_end : span.noun_end + 1] != ["to"])
        or (said[span.noun_end : span.noun_end + 2] == ["to", "be"] and first in _FOUND)
        or (first == "of" and second in _CREW and crewed(said, span))
        or [second, first] in _COMPARED
        or _aside(said, span, left, lexicon)
        or _former(said, span, lexicon)
        or (second in _WHO and first in lexicon.cue("past_verb"))
        or _has_now(said, span, left)
        or _in_relative(said, span, left, lexicon)
        or _asked_why(said, span)
        or _befallen(said, span, said[left : span.begin], lexicon)
        or _aside_over(said[left : span.begin], lexicon)
    )


def crewed(said: list[str], span: Span) -> bool:
    """``a ship with a crew of 45``, ``her staff of 14``; not ``will hire a staff of 300``, ``will move its crew of 9``.

    What is done to them may be still to come.
    """
    lead = said[max(0, span.begin - 4) : span.begin - 2]
    acted_on = span.action_at is not None and span.action_at < span.begin - 2 and span.action_class is not None
    return not acted_on and (lead in _WITH or lead[-1:] in (["her"], ["his"], ["its"], ["their"], ["our"]))


def _deed(said: list[str], span: Span) -> bool:
    """``promised to investigate the deaths of six``, ``an inquiry into the killing of 30``, ``hand down terms``."""
    at = span.action_at
    if at is None or not 2 <= at < span.begin:
        return False
    if span.action_class == "charged":
        return not _GAVE.isdisjoint(said[max(0, at - 3) : at]) and "to" in said[at : span.begin]
    if span.action_class not in _HARM or said[at] not in _DEEDS:
        return False
    k = at - 1 - (said[at - 1] == "the")
    if said[k] == "for" and said[k - 1].startswith(_AWAITS):
        return False
    return said[k] in _ABOUT or said[k].startswith(_ANSWERS)


def _aside(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``The truce, set for noon, took effect 75 minutes late``: the plan stands between two commas."""
    opened = False
    for k in range(left, span.first - 1):
        if said[k] == "," and said[k + 1] in _DUE:
            opened = True
        elif opened and said[k] == ",":
            if said[k + 2] == "to":
                return False  # ``The release, planned for Sunday, was to cover 14 women``
            past = said[k + 1] in lexicon.cue("told_verb|past_verb")
            return past or said[k + 1].endswith("ed")
    return False


def _former(said: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``The last agreement cost 95 million``: one that has been carried out."""
    at = span.action_at
    return at is not None and 2 <= at < span.begin and said[at - 1] in lexicon.cues.plan and said[at - 2] in _FORMER


def _in_relative(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``the deal that freed 33 hostages``: the verb of a relative clause, in the past."""
    at = span.action_at
    if at is None or not left + 1 < at < span.begin or said[at - 1] not in _WHO:
        return False
    noun = said[at - 2] in lexicon.nouns or said[at - 2] in lexicon.nominals or said[at - 2] in lexicon.cue("plan_noun")
    return noun and _past(said[at], lexicon) and span.begin - at <= _FAR


def _has_now(said: list[str], span: Span, left: int) -> bool:
    """``Half would go to the police, which has just 11,000 officers``: what it has is no plan."""
    k = span.begin - 1
    while k > left and said[k] in _FOCUS:
        k -= 1
    return k > left + 1 and said[k] in _HAS and said[k - 1] in _WHO and said[k - 2] == ","


def _past(word: str, lexicon: Lexicon) -> bool:
    return word.endswith("ed") or word in lexicon.cue("past_verb")


def _asked_why(said: list[str], span: Span) -> bool:
    """``is to examine why 14 people died``, ``wants to see where 40 were held``."""
    lead = [word for word in said[span.begin - 3 if span.begin > 3 else 0 : span.begin] if word not in _ARTICLES]
    at = span.action_at
    if not lead or lead[-1] not in _WHY or at is None or at < span.noun_end:
        return False
    between = said[span.noun_end : at]
    return _TO_COME.isdisjoint(between)  # not ``decide how 300 prisoners are freed``


def _befallen(said: list[str], span: Span, before: list[str], lexicon: Lexicon) -> bool:
    """``are to receive the bodies of 12 men killed on Sunday``: a participle right behind the noun."""
    behind = said[span.noun_end : span.noun_end + 1]
    acts = lexicon.actions.get(behind[0], ()) if behind and behind[0].endswith(("ed", "ot")) else ()
    if not acts or acts[0].cls not in _HARM or span.action_class not in _KEEPS:
        return False  # not ``to hand over the bodies of 12 soldiers killed in May``
    if not lexicon.cue("sentence_verb").isdisjoint(said[span.noun_end + 1 : span.noun_end + 2]):
        return False
    lead = [word for word in before[-5:] if word not in _ARTICLES]
    of_them = lead[-1:] == ["of"] and lead[-2:-1] != [] and lead[-2] in _REMAINS
    return of_them or _BRINGS_ABOUT.isdisjoint(lead)


def _aside_over(before: list[str], lexicon: Lexicon) -> bool:
    """``The town, which the army hopes to retake, had 40,000 inhabitants``: the plan stands in the aside."""
    if len(before) < _FAR or before[-1] not in _ASIDE_ENDS or before[-2] != ",":
        return False
    return any(a == "," and b in lexicon.cue("relative") for a, b in pairwise(before[:-2]))
