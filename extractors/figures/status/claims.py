"""Claimed: ``claims it killed 50``, ``allegations that soldiers shot 12``, a number that somebody disowns."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span

_TAKES = frozenset({"claim", "claims", "claimed", "claiming"})
_TAKEN = frozenset({"cost lives", "win", "claim the lives of", "claim the life of"})
_LOST = frozenset({"asylum", "lives", "life"})
_REPORTED = frozenset(
    {"that", "reports", "claims", "claim", "report", "killing", "having", "death", "deaths", "capture"}
)
_TOLD = frozenset({"that", "reports", "report", "claims", "claim"})
_JOINED = frozenset({"and", "but", ",", "to"})
_TOLD_OF = frozenset({"said", "reported", "rumoured", "rumored", "reputed"})
_TRYING = frozenset({"trying", "attempting"})
_BEING = frozenset({"is", "are", "was", "were", "been", "also"})
_OF_ACT = 4
_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_SUBJECT = 6
_CLAIMED = frozenset({"claimed", "claims", "alleged", "alleges"})
_GIVEN = frozenset({"the", "a", "an", "full", "this", "sole"})
_PARTS = frozenset({"and", "but", ",", ";", "that"})
_UNSURE = frozenset({"not", "neither", "declined", "refused", "unable"})
_FALSE = frozenset({"false", "untrue", "wrong", "denied", "denies", "deny", "rejected", "disputed", "dismissed"})


def claimed(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``claims it killed 50``, ``charged with murdering six``; the flood that claimed 37 lives claims nothing."""
    on = lexicon.cue("say_on")
    if not on.isdisjoint(before):
        before = before[next(k for k in range(len(before) - 1, -1, -1) if before[k] in on) :]
    if span.item == "victim" and before[-1:] and before[-1] in _TAKES and len(before) > 1:
        blow = lexicon.nouns.get(before[-2])  # ``The fire claimed 12 victims``
        if blow is not None and blow.cls.startswith("event"):
            return False
    if not lexicon.cue("claimed").isdisjoint(before):
        said = lexicon.cue("claimed").intersection(before)
        taken = span.action in _TAKEN or not _LOST.isdisjoint(before) or _deed(before, lexicon)
        if not (said <= _TAKES and taken):
            return True
    if _alleged(before, span, lexicon) or _unconfirmed(before, lexicon):
        return True
    accused = lexicon.cue("accused")
    if accused.isdisjoint(before):
        return False
    for k, word in enumerate(before):
        if word in accused:
            return any(a in ("of", "with") and b.endswith("ing") for a, b in pairwise(before[k + 1 : k + 7]))
    return False


def ended(said: list[str], k: int) -> bool:
    """``killing four shepherds, he claimed.``: said behind a comma, of the clause before it."""
    at = next((j for j in range(k, len(said)) if said[j] in _CLAIMED), 0)
    if not at or any(word[:1].isalpha() for word in said[at + 1 : at + 2]):
        return False
    comma = next((j for j in range(at - 1, max(k, at - _SUBJECT) - 1, -1) if said[j] == ","), 0)
    if not comma or said[comma + 1] == "which":
        return False
    return ";" not in said[k:at] and _JOINED.isdisjoint(said[comma + 1 : at])


def _deed(before: list[str], lexicon: Lexicon) -> bool:
    """``claimed responsibility for the bombing that killed nine``, ``claimed the attack, in which 12 died``."""
    at = next((k for k, word in enumerate(before) if word in _TAKES), len(before))
    rest = [word for word in before[at + 1 :] if word not in _GIVEN]
    if not rest or rest[0] not in lexicon.cue("claimed_deed"):
        return False
    for word in rest[1:]:
        if word in _PARTS or word in lexicon.cue("relative"):
            return True
        if (word in lexicon.verbs and word not in lexicon.nouns) or word in lexicon.cue("sentence_verb"):
            return False  # ``claimed the attack killed 40``, ``claimed responsibility for killing 40``
    return True


def _unconfirmed(before: list[str], lexicon: Lexicon) -> bool:
    """``could not immediately confirm that 27 had died``, ``nobody has confirmed that``, ``no agency confirms it``."""
    at = next((k for k, word in enumerate(before) if word in lexicon.cue("confirming")), None)
    told = _TOLD if at is not None and before[at] == "comment" else _REPORTED
    if at is None or told.isdisjoint(before[at:]):
        return False  # ``declined to comment on the deaths of 12``: they did die
    if not _UNSURE.isdisjoint(before[max(0, at - 3) : at]):
        return True
    subject = before[max(0, at - _SUBJECT) : at]
    nobody = next((k for k, word in enumerate(subject) if word in _NOBODY), None)
    return nobody is not None and _PARTS.isdisjoint(subject[nobody:])


def _alleged(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``allegations that soldiers shot 12``, ``of the killing of 12``; not ``the allegations led to 12 arrests``."""
    words = lexicon.cue("allegation")
    if words.isdisjoint(before):
        return False
    at = -1 if span.action_at is None else span.action_at - span.first + len(before)
    named = 0 < at < len(before) and (before[at].endswith("ing") or before[at + 1 : at + 2] == ["of"])
    for k, word in enumerate(before):
        if word in words and before[k + 1 : k + 2] == ["that"]:
            return True
        if named and word in words and before[k + 1 : k + 2] == ["of"]:
            return k + 1 < at <= k + _OF_ACT and _JOINED.isdisjoint(before[k:at])
    return False


def disowned(behind: list[str], lexicon: Lexicon) -> bool:
    """``put the number at 1,500, which the government dismissed``, ``…, an accusation Karis denied``."""
    if behind[:2] == [",", "a"] and behind[2:3] != [] and behind[2] in lexicon.cue("claim_word"):
        return not _FALSE.isdisjoint(behind)  # ``…, a claim the ministry said was false``
    if lexicon.cue("denied").isdisjoint(behind):
        return False
    if behind[:1] != [","]:
        at = next((k for k, (a, b) in enumerate(pairwise(behind)) if a == "," and b in ("a", "an")), None)
        if at is None and _which_denied(behind, lexicon):
            return True  # ``60 million had been paid, which the government denied``
        return at is not None and not lexicon.cue("claim_word").isdisjoint(behind[at + 2 : at + 3])
    return behind[1] == "which" or (behind[1] in ("a", "an", "the") and behind[2] in lexicon.cue("claim_word"))


def _which_denied(behind: list[str], lexicon: Lexicon) -> bool:
    at = next((k for k, (a, b) in enumerate(pairwise(behind)) if a == "," and b == "which"), None)
    return at is not None and not lexicon.cue("denied").isdisjoint(behind[at + 2 : at + 6])


def said_to_have(before: list[str]) -> bool:
    """``is said to have taken 150,000 dorals``, ``were reported to have shot 12``: nobody's word."""
    for k in range(len(before) - 3, 0, -1):
        if before[k] in _TOLD_OF and before[k + 1 : k + 3] == ["to", "have"] and before[k - 1] in _BEING:
            return not any(word in _PARTS for word in before[k + 3 :])
    return False


def attempted(before: list[str], lexicon: Lexicon) -> bool:
    """``accused of trying to kill two``, ``charged with attempting to bomb a train``: neither done nor to come."""
    for k in range(len(before) - 2, 0, -1):
        if before[k] in _TRYING and before[k - 1] in ("of", "with"):
            return not lexicon.cue("accused").isdisjoint(before[max(0, k - _SUBJECT) : k])
        if before[k] in _TRYING and before[k - 1] == "and":  # ``accused of murdering three and trying to kill two``
            at = next((j for j in range(k) if before[j] in lexicon.cue("accused")), k)
            return any(a in ("of", "with") and b.endswith("ing") for a, b in pairwise(before[at + 1 : at + 7]))
    return False
