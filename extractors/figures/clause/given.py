"""What is taken as known where something else is planned: to avenge the killing of 19, a staff of 14 could help."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span

_HARM = frozenset({"killed", "injured", "kidnapped", "shot"})
_DEEDS = frozenset(
    {"killing", "killings", "death", "deaths", "murder", "murders", "massacre", "abduction", "abductions", "kidnapping",
     "kidnappings", "shooting", "shootings", "loss"}
)  # fmt: skip
_ABOUT = frozenset({"into", "over", "about", "against", "for", "on"})
# What is done about a deed that is over, by the beginning of the verb.
_ANSWERS = (
    "investigat", "aveng", "mourn", "condemn", "mark", "protest", "prob", "punish", "explain", "remember", "honour",
    "honor", "commemorat", "discuss", "review", "examin", "denounc", "apologis", "apologiz",
)  # fmt: skip
_NAMED = frozenset({"dead", "victims", "wounded", "injured", "killed"})
_POSSESSIVE = frozenset({"her", "his", "their", "my", "our"})
_CALLS = frozenset({"calling", "called", "calls", "call", "looking", "searching"})
_FOUND = frozenset({"shown", "showed", "shows", "found", "finds", "known", "proved", "proven", "discovered"})
_DUE = frozenset({"set", "due", "scheduled", "expected", "planned", "slated"})
_CREW = frozenset({"crew", "staff"})
_COMPARED = (["compared", "with"], ["compared", "to"])
_WHO = frozenset({"who", "which", "that"})
_FORMER = frozenset({"last", "previous", "earlier", "first", "old", "original"})
_GAVE = frozenset({"handed", "given", "gave", "imposed", "received", "got"})


def known(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """True where a plan, a promise or a demand is about something else than what is counted."""
    third, second, first = ["", "", "", *said[max(0, span.begin - 3) : span.begin]][-3:]
    theirs = span.person and first in _POSSESSIVE and second == "for"
    return (
        _deed(said, span)
        or (first == "the" and span.action_class in _HARM and span.last < len(said) and said[span.last] in _NAMED)
        or (theirs and third in _CALLS)
        or (said[span.noun_end : span.noun_end + 2] == ["to", "be"] and first in _FOUND)
        or (first == "of" and second in _CREW)
        or [second, first] in _COMPARED
        or _aside(said, span, left, lexicon)
        or _former(said, span, lexicon)
        or (second in _WHO and first in lexicon.cue("past_verb"))
    )


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
    return said[k] in _ABOUT or said[k].startswith(_ANSWERS)


def _aside(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``The truce, set for noon, took effect 75 minutes late``: the plan stands between two commas."""
    opened = False
    for k in range(left, span.first - 1):
        if said[k] == "," and said[k + 1] in _DUE:
            opened = True
        elif opened and said[k] == ",":
            past = said[k + 1] in lexicon.cue("told_verb") or said[k + 1] in lexicon.cue("past_verb")
            return past or said[k + 1].endswith("ed")
    return False


def _former(said: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``The last agreement cost 95 million``: one that has been carried out."""
    at = span.action_at
    return at is not None and 2 <= at < span.begin and said[at - 1] in lexicon.cue("plan") and said[at - 2] in _FORMER
