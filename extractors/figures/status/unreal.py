"""What did not happen: negated, averted or only thought of (``12 were never freed``, ``would have killed 300``).

The contract has no status of its own for it: what is negated, averted or contrary to fact is ``denied``, which never
counts, and what stands under a condition is ``planned``.
"""

from itertools import pairwise

from extractors.figure import Status
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_UNABLE = frozenset({"unable", "unwilling", "powerless"})
_HINTS = _UNABLE | frozenset(
    {
        "not",
        "never",
        "cannot",
        "neither",
        "if",
        "unless",
        "would",
        "should",
        "could",
        "refused",
        "refuses",
        "declined",
        "plot",
        "plotted",
        "plotting",
        "avert",
    }
)
_REFUSES = frozenset({"refused", "refuses", "declined"})
_TELLS = frozenset(
    {"say", "confirm", "comment", "believe", "discuss", "name", "give", "count", "recognise", "recognize", "include"}
)
_DID = frozenset({"did", "do", "does", "can"})
_GUESSING = frozenset({"fear", "fears", "feared", "believe", "believes", "estimate", "estimated", "up", "many"})
_FATES = frozenset({"killed", "injured", "displaced", "missing"})
_NEAR = 5
_FAR = 12
# ``not only killed but maimed``, ``were not badly hurt``, ``not immediately found``: it happened, or in part.
_PARTLY = frozenset({"only", "just", "merely", "simply", "badly", "seriously", "severely", "critically", "gravely"})
_PRESENT = frozenset({"is", "are", "be", "get", "gets", "can"})
_ENDS = frozenset({",", ";", "and", "but", "that", "who", "which", "because", "when", "after", ":"})
_OPEN_IF = frozenset({"even", "as", "only", "what", "ask", "asked", "wonder", "see"})


def hinted(sentence: Sentence, lexicon: Lexicon) -> bool:
    """A first look at the words of a sentence."""
    words = sentence.words
    return not _HINTS.isdisjoint(words) or not lexicon.cues.averts.isdisjoint(words)


def rule(tokens: list[Token], said: list[str], span: Span, lexicon: Lexicon) -> tuple[Status, str] | None:
    """The status of what did not happen, and the rule that says so; None for all else."""
    at = span.action_at
    if _averted(said, span, lexicon):
        return "denied", "averted"
    if _refused(said, span):
        return "denied", "refused"
    if at is None or span.action_class not in lexicon.cue("negatable"):
        return None
    if at >= span.noun_end and _negated(said, span, at, lexicon):
        return "denied", "negated"
    if _contrary(said, at, span):
        return "denied", "contrary_to_fact"
    if _plotted(said, span, at, lexicon) or _conditional(tokens, said, span, at):
        return "planned", "condition"
    return None


def fated(said: list[str], span: Span) -> bool:
    """``19 of the 25 people who would lose their lives``: told from before, and past."""
    at = span.action_at
    return at is not None and at > 1 and said[at - 2 : at] == ["who", "would"] and span.action_class in _FATES


def _negated(said: list[str], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``12 were never released``, ``30 unable to flee``; ``Not all 30 hostages were freed``."""
    between = said[span.noun_end : at]
    if not _ENDS.isdisjoint(between) or len(between) > _NEAR:
        return False
    whole = said[max(0, span.begin - 3) : span.begin]
    if whole[-2:] == ["not", "all"] or whole[-3:] == ["not", "all", "the"]:
        return True
    after = said[at + 1] if at + 1 < len(said) else ""
    negations = lexicon.cue("negation")
    helped = any(
        b == "cannot" or (b in negations and (a in _DID or a in lexicon.cue("auxiliary|modal")))
        for a, b in pairwise(["", *between])
    )
    helped = helped or (between[-1:] == ["to"] and not _UNABLE.isdisjoint(between))
    return (helped or "never" in between) and _PARTLY.isdisjoint(between) and after != "until"


def _contrary(said: list[str], at: int, span: Span) -> bool:
    """``would have killed 300``, ``300 would have been freed``, ``Had it gone off, 40 could have been killed``."""
    lead = said[max(0, at - 4) : at]
    if "could" in lead and "have" in lead[lead.index("could") + 1 :]:
        return said[0] in ("had", "if") or (
            at < span.begin and said[span.begin - 1] != "the" and _GUESSING.isdisjoint(said)
        )
    if at >= span.noun_end and lead[-3:] == ["should", "have", "been"]:
        return True  # ``118 should have been freed``
    return "would" in lead and "have" in lead[lead.index("would") + 1 :]


def _averted(said: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``foiled a plot to kill 50``, ``plotted to free 12 inmates``, ``prevented some 14,000 deaths``."""
    lead = said[max(0, span.begin - _FAR) : span.begin]
    if "to" in lead:
        k = len(lead) - 1 - lead[::-1].index("to")
        foiled = any(word in lexicon.cue("averts") for word in lead[:k])
        if foiled and lead[k - 1] in lexicon.cue("plot"):
            return _ENDS.isdisjoint(set(lead[k:]) - {"and"}) and _bare(said[span.action_at or span.begin - 1])
    victims = span.item_class == "person.victim"
    return victims and any(word in lexicon.cue("averts") for word in lead[-3:])


def _refused(said: list[str], span: Span) -> bool:
    """``refused to take in 1.5 million people``; not ``refused to say that 12 had died``."""
    lead = said[max(0, span.begin - _NEAR) : span.begin]
    to = next((k for k in range(len(lead) - 2, 0, -1) if lead[k] == "to" and lead[k - 1] in _REFUSES), None)
    if to is None or not _ENDS.isdisjoint(lead[to:]) or not {"the", "those", "these"}.isdisjoint(lead[-2:]):
        return False
    at = span.action_at
    return lead[to + 1] not in _TELLS and (at is None or at < span.begin)


def _plotted(said: list[str], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``a plot to kill 50``, ``they plotted to free 12 inmates``: meant, not done."""
    before = said[max(0, at - 2) : at]
    meant = len(before) == 2 and before[1] == "to"
    return meant and at < span.begin and (before[0] in lexicon.cue("plot") or before[0] in ("plotted", "plotting"))


def _conditional(tokens: list[Token], said: list[str], span: Span, at: int) -> bool:
    """``If all 98 captives are freed, …``, ``unless it frees 12 men``: what is not there yet."""
    first = min(span.begin, at)
    for k in range(first - 1, max(-1, first - _FAR), -1):
        if said[k] in ("if", "unless"):
            open_if = (k and said[k - 1] in _OPEN_IF) or said[k + 1] in ("not", "any", "more")
            if open_if:
                return False
            if at < span.begin:
                return _bare(tokens[at].low) or "would" in said[max(0, k - _FAR) : k]
            return not _PRESENT.isdisjoint(said[span.noun_end : at])
        if said[k] in _ENDS:
            return False
    return False


def _bare(verb: str) -> bool:
    return not verb.endswith(("ed", "ing"))
