"""Claimed: ``claims it killed 50``, ``allegations that soldiers shot 12``, a number that somebody disowns."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span

_TAKES = frozenset({"claim", "claims", "claimed", "claiming"})
_TAKEN = frozenset({"cost lives", "win", "claim the lives of", "claim the life of"})
_LOST = frozenset({"asylum", "lives", "life"})
_REPORTED = frozenset({"that", "reports", "claims", "claim", "report", "killing", "having"})
_JOINED = frozenset({"and", "but", ",", "to"})
_OF_ACT = 4
_UNSURE = frozenset({"not", "neither"})


def claimed(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``claims it killed 50``, ``charged with murdering six``; the flood that claimed 37 lives claims nothing."""
    on = lexicon.cue("say_on")
    if not on.isdisjoint(before):
        before = before[next(k for k in range(len(before) - 1, -1, -1) if before[k] in on) :]
    if not lexicon.cue("claimed").isdisjoint(before):
        said = lexicon.cue("claimed").intersection(before)
        if not (said <= _TAKES and (span.action in _TAKEN or not _LOST.isdisjoint(before))):
            return True
    if _alleged(before, span, lexicon) or _unconfirmed(before):
        return True
    accused = lexicon.cue("accused")
    if accused.isdisjoint(before):
        return False
    for k, word in enumerate(before):
        if word in accused:
            return any(a in ("of", "with") and b.endswith("ing") for a, b in pairwise(before[k + 1 : k + 7]))
    return False


def _unconfirmed(before: list[str]) -> bool:
    """``could not immediately confirm that 27 had died``"""
    at = next((k for k, word in enumerate(before) if word in ("confirm", "verify")), None)
    return (
        at is not None and not _UNSURE.isdisjoint(before[max(0, at - 3) : at]) and not _REPORTED.isdisjoint(before[at:])
    )


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
    if lexicon.cue("denied").isdisjoint(behind):
        return False
    if behind[:1] != [","]:
        at = next((k for k, (a, b) in enumerate(pairwise(behind)) if a == "," and b in ("a", "an")), None)
        return at is not None and not lexicon.cue("claim_word").isdisjoint(behind[at + 2 : at + 3])
    return behind[1] == "which" or (behind[1] in ("a", "an", "the") and behind[2] in lexicon.cue("claim_word"))
