"""Planned: what somebody wants, is warned of or has until a day to do, and what is on a calendar.

Also what a clause says that ends on ``will`` behind an aside.
"""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span

HINTS = frozenset(
    {"want", "wants", "wanted", "seeking", "seeks", "demanding", "deadline", "ultimatum", "until", "scheduled",
     "planned", "would", "will", "coming", "next", "within", "warned", "warns", "warning"}
)  # fmt: skip
_WANTING = frozenset({"wants", "want", "wanted", "seeks", "seeking", "demanding"})
_DOING = frozenset({"seeking", "demanding"})
_SHELTER = frozenset({"refuge", "shelter", "asylum", "safety", "sanctuary"})
_BE = frozenset({"is", "are", "was", "were"})
_HAVE = frozenset({"has", "have", "had"})
_ENDS = frozenset({",", ";", "and", "but", "that", "who", "which", "because", "when", "after", "to", "over", "for"})
# ``wants the 12 ships back``, ``seeking the missing 40``: those that are there.
_DEFINITE = frozenset({"the", "those", "these", "her", "his", "its", "their", "our", "my", "missing", "remaining"})
_LIMITS = frozenset({"deadline", "deadlines", "ultimatum"})
_LIMIT_OF = frozenset({"for", "to"})
_AHEAD = frozenset({"next", "coming"})
_DUE = (["due"], ["expected"], ["planned"], ["scheduled"])
_SPAN_OF_TIME = frozenset({"over", "in", "during", "within"})
_MODALS = frozenset({"would", "will"})
_WARNED = frozenset({"warned", "warns", "warning"})
_WEATHER = frozenset(
    {"wind", "winds", "gusts", "waves", "swells", "rain", "rainfall", "snow", "snowfall", "temperatures"}
)
_NEAR = 5
_FAR = 12
_ASIDE = 16


def demanded(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """True where the number is of a wish, a deadline, a calendar or a clause that ends on ``will``."""
    behind = said[span.noun_end : span.noun_end + _NEAR]
    return (
        _wanted(said, span, left)
        or _due(said, span, left)
        or _on_calendar(behind, lexicon)
        or _coming(said, span, left, lexicon)
        or _behind_aside(said, span)
        or _warned_of(said, span, left)
        or _due_within(said, span)
    )


def _wanted(said: list[str], span: Span, left: int) -> bool:
    """``wants 60 new jets``, ``is seeking $90m``; no persons, whom the police may be looking for."""
    within = span.unit.startswith("duration") and said[span.begin - 1 : span.begin] == ["within"]
    person = (span.item_class or "").startswith("person")
    if person or (span.begin and said[span.begin - 1] in _DEFINITE):
        return False
    for k in range(span.begin - 1, max(left, span.begin - (_FAR if within else _NEAR)) - 1, -1):
        if said[k] in _WANTING:
            doing = said[k] not in _DOING or (k > 0 and said[k - 1] in _BE)
            if said[k + 1] in _SHELTER:
                return False  # ``are seeking refuge in 45 schools``
            if said[k] == "wanted" and said[k + 1] in _LIMIT_OF | {"on", "in", "by"}:
                return False  # ``He is wanted on two counts``
            return doing and (k == 0 or said[k - 1] not in ("not", "to"))
        if said[k] in _ENDS:
            return False
    return False


def _due(said: list[str], span: Span, left: int) -> bool:
    """``have until Friday to free the 12``, ``The deadline for handing over 15 bodies passed``."""
    lead = said[max(left, span.begin - _FAR) : span.begin]
    for k in range(len(lead) - 2, -1, -1):
        if lead[k] == "until" and k and lead[k - 1] in _HAVE:
            return "to" in lead[k + 1 :]
        if lead[k] in _LIMITS and lead[k + 1] in _LIMIT_OF:
            return True
        if lead[k] in (",", ";", "that"):
            return False
    return False


def _due_within(said: list[str], span: Span) -> bool:
    """``A second stage, due within 30 days``, ``to be freed within 10 days``."""
    if not span.unit.startswith("duration"):
        return False
    at = next((k for k in range(span.first - 1, max(0, span.first - _NEAR), -1) if said[k] == "within"), 0)
    if span.first - at > 2:
        return False
    lead = said[max(0, at - _NEAR) : at]
    return lead[-1:] in _DUE or lead[-3:-1] == ["to", "be"]


def _on_calendar(behind: list[str], lexicon: Lexicon) -> bool:
    """``12 trials had been scheduled for next month``; not ``that had been scheduled for Monday were cancelled``."""
    return behind[1:2] == ["been"] and behind[0] in _HAVE and behind[2:3] != [] and behind[2] in lexicon.cue("calendar")


def _coming(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``sets out seven further exchanges over the next month``, where no verb of the clause is past."""
    if span.unit != "count":
        return False
    end = span.noun_end + _NEAR
    at = next((k for k in range(span.noun_end, min(end, len(said) - 1)) if said[k] in _AHEAD), None)
    if at is None or said[at - 1] != "the" or said[at - 2] not in _SPAN_OF_TIME:
        return False
    return not any(
        word.endswith("ed") or word in _HAVE or word in _BE or word in lexicon.cue("past_verb|told_verb")
        for word in said[left:at]
    )


def _behind_aside(said: list[str], span: Span) -> bool:
    """``500 soldiers, 200 more than were promised, would comb the forest``."""
    start = span.noun_end
    if span.unit != "count" or said[start : start + 1] != [","]:
        return False
    end = next((k for k in range(start + 1, min(start + _ASIDE, len(said) - 1)) if said[k] == ","), None)
    own = span.action_at is None or (end is not None and span.action_at > end) or said[start + 1][:1].isdigit()
    return end is not None and own and said[end + 1] in _MODALS and said[end + 2 : end + 3] != ["have"]


def _warned_of(said: list[str], span: Span, left: int) -> bool:
    """``Forecasters warned of winds of up to 150 km/h``, ``of 300 mm of rain``."""
    if not span.unit.startswith(("speed", "length", "temperature")):
        return False
    lead = said[max(left, span.begin - _FAR) : span.begin]
    at = next((k for k in range(len(lead) - 1) if lead[k] in _WARNED and lead[k + 1] == "of"), None)
    return at is not None and not _WEATHER.isdisjoint([*lead[at:], *said[span.last : span.noun_end + 3]])
