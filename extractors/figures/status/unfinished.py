"""What is named without being said to be done: yet to be freed, ruled out, nearly killed, talks on freeing 12.

The word that takes the fact back stands right at the number's own verb or noun of action, so that these rules look
only there.
"""

from extractors.figure import Status
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.status import outcomes, strivings
from extractors.figures.text.sentences import Sentence

HINTS = frozenset(
    {"almost", "approved", "aside", "asked", "asking", "asks", "authorised", "authorized", "blocked", "brink",
     "canceled", "cancelled", "chance", "conditional", "contingent", "delayed", "depended", "depends",
     "eventual", "goal", "halted", "hinged", "hinges", "holding", "hope", "hopes", "idea", "instead", "nearly",
     "negotiating", "negotiations", "opposed", "opposes", "ordered", "orders", "planned", "planning",
     "possibility", "possible", "postponed", "potential", "prospect", "prospects", "quota", "rather", "ruled",
     "rules", "ruling", "scheduled", "short", "slated", "suspended", "talks", "target", "unconfirmed",
     "unverified", "verge", "vetoed", "vetoes", "want", "wanted", "wants", "yet"}
)  # fmt: skip
_HAVE = frozenset({"have", "has", "had", "'ve", "are", "is", "were", "was"})
_PAUSES = frozenset({",", ":", "-", "–", "—"})
_NARROWLY = frozenset({"nearly", "almost"})
_HARM = frozenset({"killed", "injured", "shot", "captured", "kidnapped", "arrested"})
_NOT = frozenset({"not", "never"})
_WANTS = frozenset({"want", "wants", "wanted"})
# ``wanted 12 men arrested in May extradited``: the participle tells which men.
_WHICH_MEN = frozenset({"in", "on", "at", "by", "during", "since", "last", "near"})
# ``The release of 12, which was delayed by a day, took place on Friday``
_WENT_ON = frozenset({"took", "ahead"})
_CAME = frozenset({"came", "took", "followed", "began", "started", "brought", "ended", "led"})
_TALKS = frozenset({"talks", "negotiations", "discussions", "negotiating"})
_ABOUT = frozenset({"on", "about", "over", "for"})
_THE = frozenset({"the", "a"})
_GRANTS = frozenset({"approved", "authorised", "authorized", "ordered", "orders", "approves"})
_OPPOSES = frozenset({"vetoed", "vetoes", "opposed", "opposes", "blocked"})
_POSSIBLE = frozenset({"possible", "potential", "eventual"})
_PROSPECTS = frozenset({"prospect", "prospects", "possibility", "chance", "chances", "hope", "hopes", "idea"})
_HANGS = frozenset({"depends", "depended", "hinges", "hinged", "conditional", "contingent"})
_AUXILIARY = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re"})
_STOPPED = frozenset(
    {"delayed", "postponed", "suspended", "cancelled", "canceled", "halted", "blocked", "shelved", "scrapped"}
)
_PUT_OFF = (["put", "off"], ["called", "off"])
_BE = frozenset({"been", "was", "were", "being", "is"})
_SET = frozenset({"planned", "scheduled", "slated", "foreseen", "envisaged"})
_UNDER = frozenset({"under", "for", "in", "by", "over", "at", "this", "next"})
_AIMS = frozenset({"target", "goal", "quota"})
_MET = frozenset({"reached", "passed", "met", "beat", "exceeded", "surpassed", "topped", "hit", "achieved", "above"})
_MORE = frozenset({"a", "an", "extra", "further", "additional", "another"})
_ASKS = frozenset({"asked", "asks", "asking"})
_ASK_FAR = 9
_WISHED = frozenset({"released", "exchanged", "deported", "returned"})
_FAR = 8


def hinted(sentence: Sentence) -> bool:
    """A cheap first look at a sentence."""
    words = sentence.words
    return not (HINTS.isdisjoint(words) and strivings.HINTS.isdisjoint(words)) or (
        "about" in words and " about to " in sentence.text
    )


def rule(said: list[str], span: Span, left: int, lexicon: Lexicon) -> tuple[Status, str] | None:
    """The status of what was not done, and the rule that says so; None for all else."""
    lead, behind = said[left : span.begin], said[span.noun_end : span.noun_end + _FAR]
    if (
        _about_to(said, span)
        or _yet_to(said, span)
        or _wanted(said, span)
        or _asked_for(lead, span, lexicon)
        or _aimed_at(lead, behind)
    ):
        return "planned", "unfinished"
    if _set_for(said, behind, span, lexicon) or behind[:4] in (
        ["have", "been", "set", "aside"],
        ["were", "set", "aside"],
    ):
        return ("planned", "unfinished") if not span.unit.startswith("money") else None
    if strivings.rule(said, span, left, lexicon):
        return "planned", "striven_for"
    at = span.action_at
    if at is None or at <= left:
        return None
    taken_back = _taken_back(said, span, at)
    if taken_back is not None:
        return taken_back
    return ("planned", "unfinished") if _talked_of(said, span, at, lexicon) else None


def _about_to(said: list[str], span: Span) -> bool:
    """``is about to free 12``, ``is planning 300 job cuts``, ``on the verge of freeing 12``."""
    if span.begin and said[span.begin - 1] == "planning":
        return True
    at = span.action_at
    if at is None or not 1 < at < span.begin:
        return False
    lead = said[at - 2 : at]
    if lead in (["planning", "to"], ["of", "planning"]):
        return True
    if lead == ["about", "to"]:
        return not _AUXILIARY.isdisjoint(said[max(0, at - 5) : at - 2])
    return lead[1] == "of" and lead[0] in ("verge", "brink") and said[at].endswith("ing")


def _yet_to(said: list[str], span: Span) -> bool:
    """``have yet to free 12 hostages``, ``12 hostages are yet to be freed``; not ``12 have yet to return``."""
    at = span.action_at
    if at is None or span.action_class not in _WISHED or span.action_class == "returned":
        return False
    if at < span.begin:
        object_of = _PAUSES.isdisjoint(said[at : span.begin])  # not ``were yet to return: 26 pupils and four teachers``
        return at > 1 and said[at - 2 : at] == ["yet", "to"] and said[at - 3] in _HAVE and object_of
    lead = said[max(span.noun_end, at - 3) : at]
    return lead == ["yet", "to", "be"] and said[at - 4] in _HAVE


def _wanted(said: list[str], span: Span) -> bool:
    """``They want 12 men killed``; not ``want two men killed in the raid to be honoured``."""
    if span.begin == 0 or said[span.begin - 1] not in _WANTS:
        return False
    if span.item_class == "person.captive" and span.action_class in (None, "exchanged"):
        return True  # ``In exchange for 12 hostages, the group wants 300 prisoners``
    if span.action_at != span.noun_end:
        return False
    return _WHICH_MEN.isdisjoint(said[span.noun_end + 1 : span.noun_end + 2])


def _asked_for(lead: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``asked the World Health Organization for 60,000 doses``, ``for an extra 85m``; not ``for three hours``."""
    while lead and lead[-1] in _MORE:
        lead = lead[:-1]
    if lead[-1:] != ["for"] or span.unit.startswith("duration") or span.person:
        return False
    near = lead[-_ASK_FAR:-1]
    at = max((k for k, word in enumerate(near) if word in _ASKS), default=-1)
    rest = near[at + 1 :]
    if at < 0 or not rest or "," in rest or "for" in rest or (at and near[at - 1] in _BE):
        return False
    return lexicon.cue("sentence_verb").isdisjoint(rest) and lexicon.cue("relative").isdisjoint(rest)


def _aimed_at(lead: list[str], behind: list[str]) -> bool:
    """``a fund with a target of 250,000 euros``"""
    if lead[-1:] != ["of"] or lead[-2:-1] == [] or lead[-2] not in _AIMS:
        return False
    if behind[:1] in (["was"], ["were"]) and not _MET.isdisjoint(behind[1:2]):
        return False  # ``a sales target of 4,000 cars was met``
    return _MET.isdisjoint(lead[-6:-2]) or not _NOT.isdisjoint(lead[-8:-2])  # not ``has reached its target of 40``


def _set_for(said: list[str], behind: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``the second of four planned under the accord``; not ``12 flights scheduled for Monday were cancelled``."""
    if span.unit != "count" or behind[:1] == [] or behind[0] not in _SET or not _UNDER.issuperset(behind[1:2]):
        return False
    if said[span.begin - 1] != "of" and not lexicon.cue("past_verb|told_verb").isdisjoint(behind[2:]):
        return False  # ``Twelve concerts planned in the city drew 4,000 people``
    return lexicon.cue("sentence_verb").isdisjoint(behind[2:])


def _taken_back(said: list[str], span: Span, at: int) -> tuple[Status, str] | None:
    """``ruled out freeing 40``, ``stopped short of killing 12``, ``nearly killed 12``, ``12 were nearly killed``."""
    if at < span.begin:
        k = at - (said[at - 1] == "the")
        if said[max(0, k - 2) : k] in (["ruled", "out"], ["rules", "out"], ["ruling", "out"]):
            open_still = not _NOT.isdisjoint(said[max(0, k - 5) : k - 2])
            return ("planned", "unfinished") if open_still else ("denied", "ruled_out")
        if said[max(0, at - 2) : at] == ["short", "of"]:
            return "denied", "nearly"
        if said[max(0, at - 2) : at] in (["instead", "of"], ["rather", "than"]):
            return "denied", "instead"
    near = span.action_class in _HARM and said[at - 1] in _NARROWLY and not span.begin <= at < span.noun_end
    return ("denied", "nearly") if near else None


def _talked_of(said: list[str], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``talks on freeing 12``, ``holding out for the release of 12``, ``the release of 12 has been delayed``."""
    if span.action_class not in _WISHED or at >= span.begin:
        return False
    named = said[at + 1 : at + 2] == ["of"]
    if not (named or (said[at].endswith("ing") and span.begin - at <= len(_THE) + 1)):
        return False
    k = at - (said[at - 1] in _THE)
    lead, behind = said[max(0, k - _FAR) : k], said[span.noun_end : span.noun_end + _FAR]
    if _came_about(said, span, at, behind):
        return False
    if lead[-3:] == ["holding", "out", "for"] or (lead[-1:] and _only_possible(lead, said[at - 1])):
        return True
    if lead[-1:] and lead[-1] in _ABOUT and _only_talks(lead[:-1], lexicon):
        return True
    if named and lead[-1:] and (lead[-1] in _OPPOSES or _granted(lead, behind)):
        return True
    if "but" in behind:
        return False  # ``was delayed by a day but went ahead on Friday``
    for j in range(min(4, len(behind) - 1)):
        if behind[j] in _BE and (behind[j + 1] in _STOPPED or behind[j + 1 : j + 3] in _PUT_OFF):
            return True
    return False


def _came_about(said: list[str], span: Span, at: int, behind: list[str]) -> bool:
    """``The eventual release of 12 came after two years``, ``… the release of 12, completed on Friday``."""
    eventual = said[at - 1] == "eventual" and not _CAME.isdisjoint(behind[:1])
    went = said[at + 1 : at + 2] == ["of"] and not _WENT_ON.isdisjoint(said[span.noun_end : span.noun_end + _FAR + 4])
    return eventual or (went and "," in behind[:1]) or outcomes.reached(said, span)


def _granted(lead: list[str], behind: list[str]) -> bool:
    """``approved the release of 12``; not ``the judge who ordered the release of 12``."""
    return lead[-1] in _GRANTS and "," not in behind and "who" not in lead[-3:]


def _only_talks(lead: list[str], lexicon: Lexicon) -> bool:
    """``negotiations this week in Sorel about``: no clause of its own in between."""
    at = next((k for k in range(len(lead) - 1, -1, -1) if lead[k] in _TALKS), None)
    return at is not None and lexicon.cue("status_border").isdisjoint(lead[at:]) and "," not in lead[at:]


def _only_possible(lead: list[str], adjective: str) -> bool:
    """``the prospect of freeing 12``, ``the possible release of 12``, ``depends on the release of 12``."""
    if adjective in _POSSIBLE or lead[-1] in _POSSIBLE:
        return True
    return (lead[-1] == "of" and lead[-2:-1] != [] and lead[-2] in _PROSPECTS) or (
        lead[-1] in ("on", "upon") and lead[-2:-1] != [] and lead[-2] in _HANGS
    )
