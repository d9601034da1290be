"""What is so already although its clause tells of something to come: its staff of 14, against 22 last year."""

from itertools import pairwise

from extractors.figures.spans import Span
from extractors.figures.status.given import crewed

_AGAINST = (["compared", "with"], ["compared", "to"])
# Of how many a body is: it can do something only because it is there.
_BODIES = frozenset({"staff", "crew", "workforce", "population", "garrison", "membership"})
_SIZES = frozenset({"member", "strong", "storey", "story", "seat", "bed", "room"})
_MEMBERS = frozenset({"nation", "country", "state", "party", "man", "woman", "person", "judge"})
_OWNERS = (["its"], ["their"], ["his"], ["her"], ["our"], ["'s"])
_COSTS = frozenset({"run", "cost", "amount", "total", "exceed"})
_LIFTS = frozenset({"bring", "take", "raise", "push", "lift"})
_MODALS = frozenset({"could", "may", "might", "would", "will", "can"})
_OF = (["to"], ["of"], ["in"], ["at"])
_THEY = frozenset({"it", "they", "he", "she"})
_SAY = frozenset({"say", "says", "said", "claims", "claimed", "believes", "believe"})
_SOONER = frozenset({"later", "earlier"})
_SERVED = frozenset({"prison", "jail"})
_RELATIVE_REACH = 10
_JOINS = frozenset({",", "and", "but"})
_IS = frozenset({"is", "are", "was", "were"})
_BY_NOW = frozenset({"now", "already", "currently"})
_AHEAD = frozenset({"to", "set", "due", "expected", "planned", "scheduled", "about"})


def already(said: list[str], span: Span, left: int) -> bool:
    """True where the number was so before, or is so whatever comes."""
    before, behind = said[left : span.first], said[span.noun_end : span.noun_end + _RELATIVE_REACH]
    if before[-2:] in _AGAINST or _by_now(before):
        return True
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _BODIES and crewed(said, span):
        return True
    if said[span.last : span.last + 1] == ["-"] and said[span.last + 1 : span.last + 2]:
        if said[span.last + 1] in _MEMBERS:
            return before[-1:] == ["the"]  # ``the 27-nation bloc would propose sanctions``
        if said[span.last + 1] == "strong" and before[-1:] in _OWNERS:
            return True  # ``set to cut 500 jobs from its 9,000-strong workforce``
        return said[span.last + 1] in _SIZES and _MODALS.isdisjoint(before) and "to" not in before
    if span.unit == "count" and behind[:1] and behind[0] in _THEY and behind[1:2]:
        return behind[1] in _SAY  # ``free the 900 people it says are in jail``
    if behind[:1] == ["still"] and span.action_class in ("missing", "trapped"):
        return True  # ``hoped to find survivors among the 12 miners still missing``
    if span.action_class == "killed" and any(a in _MODALS and b in _LIFTS for a, b in pairwise(behind[:3])):
        return True  # ``If confirmed, the 14 deaths would bring the toll to 61``
    if (
        span.unit == "count"
        and before[-1:] in _OF
        and any(a in _MODALS and b in _COSTS for a, b in pairwise(behind[:4]))
    ):
        return True  # ``Damage to 240 shops could run to $4m``
    return _late(before, said[span.last : span.noun_end + 2], span) or _kept(behind) or _old(before)


def _by_now(before: list[str]) -> bool:
    """``The hall, planned for 200, is now home to 412 people``: what was planned is told before the verb."""
    for k in range(len(before) - 3, 0, -1):
        if before[k + 1] in _BY_NOW and before[k] in _IS and before[k - 1] in _JOINS:
            rest = before[k + 2 :]
            return _AHEAD.isdisjoint(rest[:-1] if rest[-2:] == ["home", "to"] else rest)
    return False


def _late(before: list[str], behind: list[str], span: Span) -> bool:
    """``The truce, set for 7 am, took effect 75 minutes late``, ``was declared dead two days later``."""
    if not span.unit.startswith("duration"):
        return False
    return "late" in behind or (
        not _SOONER.isdisjoint(behind) and _MODALS.isdisjoint(before) and "to" not in before[-4:]
    )


def _kept(behind: list[str]) -> bool:
    """``19 others who were due for release had been kept behind``: what became of them."""
    if behind[:1] != ["who"] or "had" not in behind[3:]:
        return False
    return behind[behind.index("had", 3) + 1 : behind.index("had", 3) + 2] in (["been"], ["not"])


_DEALS = frozenset({"agreement", "deal", "accord"})


def _old(before: list[str]) -> bool:
    """``handed down prison terms to 2,900 people``, ``The last agreement cost 95 million``."""
    if "terms" in before and any(a in _SERVED and b == "terms" for a, b in pairwise(before)):
        return True
    if _DEALS.isdisjoint(before):
        return False
    return any(a in _DEALS and b in ("cost", "led", "brought", "saw", "freed") for a, b in pairwise(before))
