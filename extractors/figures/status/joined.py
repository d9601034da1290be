"""Plans that reach a number by its neighbour: must free 40 and let 30 return, 30 million for a fleet of six."""

from itertools import pairwise

from extractors.figures.spans import Span

_LETS = frozenset({"let", "allow", "permit", "admit"})
_TO_COME = frozenset({("to", "be"), ("will", "be"), ("would", "be")})
_WHO = (["who"], ["that"], ["which"], ["where"], ["whose"])
_FOR = 6
_CLAUSE = frozenset({"when", "where", "that", "said", "while", "and", "whereas"})


def included(words: list[str], spans: list[Span], verbs: frozenset[str]) -> list[Span]:
    """``212 were to be freed on Friday, including 22 serving life, 60 women and 130 held since May``: all of the list.

    ``verbs`` are those of a clause of its own.
    """
    found = list[Span]()
    for one, other in pairwise(spans):
        lead = words[other.begin - 2 : other.begin]
        if (
            other.status != "happened"
            or not other.person
            or other.action_class == "killed"
            or words[other.noun_end : other.noun_end + 1] in _WHO
            or not verbs.isdisjoint(words[other.noun_end : other.end + 2])
        ):
            continue
        if lead == [",", "including"] and one.status == "planned":
            to_come = any(pair in _TO_COME for pair in pairwise(words[one.noun_end : other.begin]))
        else:
            to_come = one in found and lead[1:] in ([","], ["and"]) and verbs.isdisjoint(words[one.end : other.begin])
        if to_come:
            found.append(other)
    return found


def reaches(words: list[str], one: Span, other: Span) -> bool:
    """What a plan of one number says of the next, although a verb of its own or a purpose stands between them."""
    between = words[one.noun_end : other.begin]
    return (
        _lets(between, words[other.noun_end : other.noun_end + 1])
        or _purpose(one, between, other)
        or _for(one, between, other)
    )


def _for(one: Span, between: list[str], other: Span) -> bool:
    """``The next exchange, of four hostages for 90 prisoners, is scheduled``: both sides of it."""
    return between == ["for"] and one.action_class == other.action_class == "exchanged"


def _lets(between: list[str], behind: list[str]) -> bool:
    """``must free 300 prisoners and allow 200 trucks to cross``: a plain form behind ``and``, and what they may do."""
    if between[-2:-1] != ["and"] or between[-1] not in _LETS:
        return False
    return between[-1] != "admit" or behind[:1] != ["to"]


def _purpose(one: Span, between: list[str], other: Span) -> bool:
    """``would give 30 million for a fleet of eight boats``, ``to approve 60 million for a mission lasting two years``.

    Not ``40 million for the deaths of 12 people``, which came before.
    """
    money = one.unit.startswith(("money", "duration"))
    if not money or between[:1] != ["for"] or len(between) > _FOR:
        return False
    if other.person and other.action_class is not None:
        return False
    return between[-1] in ("of", "lasting") and "," not in between and "the" not in between


def subjects(words: list[str], one: Span, other: Span) -> bool:
    """``when four hostages and 60 prisoners are expected to change hands``: one verb behind both of them."""
    if words[one.noun_end : other.begin] != ["and"] or one.unit != "count" or other.unit != "count":
        return False
    opens = one.begin == 0 or words[one.begin - 1] in _CLAUSE
    if not opens or (one.action_at is not None and one.begin > one.action_at >= one.begin - 2):
        return False
    return other.action_at is not None and other.action_at > other.noun_end
