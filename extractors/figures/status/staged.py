"""What is only asked, played or rumoured: ``Were 12 killed?``, ``in the film a gunman kills 12``, a mock attack."""

from itertools import pairwise

from extractors.figure import Status
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence

_ASKS = frozenset({"did", "do", "does", "was", "were", "is", "are", "has", "have", "had", "could"})
_FICTION = frozenset(
    {"film", "movie", "novel", "thriller", "sitcom", "opera", "comedy", "play", "drama", "videogame", "cartoon"}
)
_PLAYED = frozenset({"simulated", "simulating", "simulates", "simulate", "mock", "fictional", "fictitious", "pretend"})
_DRILLS = frozenset({"drill", "drills", "exercise", "exercises", "simulation", "rehearsal", "scenario"})
# In a drill these are played; who dies in one is dead.
_DRILLED = frozenset({"evacuated", "rescued", "treated", "casualty", "trapped"})
_CLAUSES = frozenset(
    {"after", "since", "when", "where", "while", "because", "before", "as", "who", "which", "that", ",", ";"}
)
_KNOWS = frozenset({"know", "hear", "remember"})
_RELATIVE = frozenset({"which", "where", "who", "that"})
_PRESENT = frozenset({"is", "are", "get", "gets", "being"})
_RUMOURS = frozenset({"unconfirmed", "unverified"})
_RUMOUR = frozenset(
    {"reports", "report", "claims", "rumours", "rumors", "accounts", "figures", "footage", "information"}
)
_CALLS = frozenset(
    {"called", "calls", "calling", "branded", "labelled", "labeled", "described", "dismissed", "denounced"}
)
_REPORTS = frozenset({"reports", "report", "claims", "claim", "rumours", "rumors", "allegations"})
_FALSE = frozenset(
    {"false", "fake", "fabricated", "untrue", "lies", "nonsense", "baseless", "unfounded", "propaganda",
     "disinformation", "fabrication", "fabrications", "fiction"}
)  # fmt: skip
_HINTS = _FICTION | _PLAYED | _DRILLS | _RUMOURS
# What is done to real people in play, and what goes wrong in it.
_REAL = ("execution", "funeral", "trial", "drowning", "hanging", "burial")
_MISHAPS = frozenset({"wrong", "accident", "accidentally", "crashed", "exploded", "misfired", "fire", "live"})
_ILL = frozenset({"heat", "heatstroke", "suffering", "hospital", "injuries", "wounds", "after"})
_NEAR = 8


def hinted(sentence: Sentence) -> bool:
    """A cheap first look at a sentence."""
    words = sentence.words
    if not _HINTS.isdisjoint(words) or sentence.text[-1] == "?" or sentence.text[-2:-1] == "?":
        return True
    return not (_FALSE.isdisjoint(words) or _CALLS.isdisjoint(words))


def rule(sentence: Sentence, said: list[str], span: Span, lexicon: Lexicon) -> tuple[Status, str] | None:
    """The status of what nobody says has happened, and the rule; None for all else."""
    befallen = span.action_class in lexicon.cue("negatable")
    if befallen and _asked(sentence, said, span):
        return "planned", "asked"
    lead = said[: span.begin]
    if not _RUMOURS.isdisjoint(lead) and _rumoured(lead):
        return "claimed", "unconfirmed"
    if befallen and _called_false(said, span):
        return "denied", "denial"
    return ("denied", "staged") if befallen and _played(said, span) else None


def _asked(sentence: Sentence, said: list[str], span: Span) -> bool:
    """``Did the army kill 12 people?``; not ``Why were 12 killed?``."""
    if sentence.text.rstrip("\"'”’)")[-1:] != "?":
        return False
    first = next((k for k, token in enumerate(sentence.tokens) if token.kind != "p"), 0)
    if said[first] not in _ASKS or "the" in said[max(first, span.begin - 1) : span.begin]:
        return False
    lead = said[first + 1 : max(span.begin, span.action_at or 0)]
    if _KNOWS.isdisjoint(lead) and lead[:2] in (["it", "true"], ["it", "possible"]):
        return True
    return _CLAUSES.isdisjoint(lead)  # not ``Has anything changed since 12 people were killed?``


def _rumoured(lead: list[str]) -> bool:
    """``Unconfirmed reports said 12 had died``, ``unverified claims that``."""
    at = next(k for k in range(len(lead) - 1, -1, -1) if lead[k] in _RUMOURS)
    return not _RUMOUR.isdisjoint(lead[at + 1 : at + 4]) and not {",", ";", "but"} & set(lead[at:])


def _called_false(said: list[str], span: Span) -> bool:
    """``called reports of 70 dead soldiers "fabricated"``"""
    lead, behind = said[max(0, span.begin - _NEAR) : span.begin], said[span.noun_end : span.noun_end + _NEAR]
    if _FALSE.isdisjoint(behind) or ";" in behind or "but" in behind:
        return False
    at = next((k for k, word in enumerate(lead) if word in _CALLS), None)
    return at is not None and not _REPORTS.isdisjoint(lead[at:])


def _played(said: list[str], span: Span) -> bool:
    """``In the film, a gunman kills 12``, ``a drill in which 40 were evacuated``, ``simulated a raid that killed 12``.

    Not ``Twelve soldiers were killed in an exercise``, nor a film about what did happen.
    """
    lead = said[: span.begin]
    if not _PLAYED.isdisjoint(said[span.last : span.noun_end]):
        return True
    at = next((k for k, word in enumerate(lead) if word in _PLAYED), None)
    if at is not None:
        return _acted(said, span, at)
    at = next((k for k, word in enumerate(lead) if word in _DRILLS), None)
    if at is not None and span.action_class in _DRILLED:
        return _drilled(said, span, lead, at)
    at = next((k for k, word in enumerate(lead) if word in _FICTION), None)
    return at is not None and _introduces(lead, at) and _present(said, span)


def _acted(said: list[str], span: Span, at: int) -> bool:
    """``simulated a raid that killed 12``; not ``a mock execution``, ``fired at a mock funeral, killing 12``."""
    if said[at + 1].startswith(_REAL) or not _MISHAPS.isdisjoint(said):
        return False
    verb = span.action_at
    return not (verb is not None and said[verb].endswith("ing") and said[verb - 1] == ",")


def _drilled(said: list[str], span: Span, lead: list[str], at: int) -> bool:
    """``During the drill, 40 were evacuated``, ``a drill in which 40 were``; not ``a drill that reached 12 miners``."""
    if not _MISHAPS.isdisjoint(said) or not _ILL.isdisjoint(said[span.noun_end :]):
        return False
    near = lead[at + 1 : at + _NEAR]
    in_which = "where" in near or any(a in ("in", "during") and b == "which" for a, b in pairwise(near))
    return _introduces(lead, at) and (not near or near[0] == "," or (in_which and "that" not in near))


def _introduces(lead: list[str], at: int) -> bool:
    """``In the film, …``, ``a film in which …``, ``a novel about a man who …``"""
    fronted = lead[0] in ("in", "during") and lead[at + 1 : at + 2] == [","] and at <= _NEAR // 2
    return fronted or not _RELATIVE.isdisjoint(lead[at + 1 :])


def _present(said: list[str], span: Span) -> bool:
    """``kills 12``, ``12 are killed``: fiction is told in the present."""
    at = span.action_at
    if at is None:
        return False
    if at < span.begin:
        return said[at].endswith("s") and not said[at].endswith("ss")
    return not _PRESENT.isdisjoint(said[span.noun_end : at])
