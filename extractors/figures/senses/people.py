"""What a verb means of the people it is said of: to claim 12 lives is to kill, to let 30 captives go to release."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon, union
from extractors.figures.senses import (
    captivity,
    captors,
    dismissals,
    halves,
    passengers,
    patients,
    returners,
    underground,
    uprooted,
    yielding,
)
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LOST_BY = 5
_ALLOW = frozenset({"allowed", "allow"})
_SINCE = frozenset({"in", "on", "during", "by", "from", "that", "last", "have", "has", "were", "are"})
_THOSE = frozenset({"the", "another", "all", "those", "these"})
_FREED = frozenset({"person.captive", "person.military"})
_HAVING = frozenset({"have", "has", "had", "having", "with"})
_TOLD: frozenset[str] = (
    patients.PUTS | _ALLOW | uprooted.HOMES | {"lives", "death", "dead", "alive", *captivity.BECOMES}
)


def words(lexicon: Lexicon) -> frozenset[str]:
    """The words without one of which only the noun or the verb of a number may have another sense."""
    return union[lexicon.cues.suffers, lexicon.cues.let, _TOLD]


def of_people(tokens: list[Token], span: Span, worded: bool, lexicon: Lexicon) -> None:
    """Set the action of a number of people whose noun or neighbours give its verb another sense.

    ``worded`` where the sentence has one of ``words``.
    """
    if span.begin and (tokens[span.begin - 1].low == "of") and _inhabitants(tokens, span, lexicon):
        return
    if span.noun_end < len(tokens) and tokens[span.noun_end].low in halves.begins[lexicon.language]:
        halves.settle(tokens, span, lexicon)
    for sense in _BY_WORDS if worded or span.item == "life" else ():
        if sense(tokens, span, lexicon):
            return
    if (span.item_class in _FREED or span.item == "inmate") and (
        captivity.captive(tokens, span, lexicon) or captivity.home(tokens, span, lexicon)
    ):
        return
    for sense in _BY_ACTION.get(span.action or "", ()):
        if sense(tokens, span, lexicon):
            return
    if span.item in lexicon.cues.staff_noun:
        _staff(tokens, span)


def _inhabitants(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``was flown to Varn, a city of 500,000 people``: nothing befell them, and no story tells of them (no class)."""
    settled = (
        span.begin > 1
        and tokens[span.begin - 1].low == "of"
        and span.item in (None, "person", "inhabitant", "resident")
    )
    if not settled or tokens[span.begin - 2].low not in lexicon.cue("settlement"):
        return False
    span.item, span.item_class, span.elided = span.item or "person", span.item_class or "person", False
    take(span, "live", None, 0.5, None, "inhabitants", 0.8)
    return True


def _lives(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``claimed 37 lives``, ``it has cost 23 lives``."""
    if span.item != "life" and "lives" not in [t.low for t in tokens[span.last : span.noun_end + 2]]:
        return False
    lost = "lost" in [t.low for t in tokens[span.noun_end : span.noun_end + _LOST_BY]]  # lives will have been lost
    lead = [t.low for t in tokens[max(0, span.begin - 2) : span.begin]]
    if not lost and lead != ["loss", "of"] and lexicon.cue("costs_lives").isdisjoint(lead):
        return False
    span.item, span.item_class, span.elided = "person", "person", False
    take(span, "cost lives", "killed", 0.5, span.begin - 1, "cost_lives", 0.85)
    return True


def _taken(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Of the 251 taken, 147 have been freed``: taken captive, as nothing else is said."""
    del lexicon
    at = span.action_at
    if not span.elided or at is None or tokens[at].low != "taken":
        return False
    behind = tokens[at + 1].low if at + 1 < len(tokens) else "."
    if (at != span.last and tokens[at - 1].low != "those") or (behind.isalpha() and behind not in _SINCE):
        return False
    take(span, "take hostage", "kidnapped", span.action_cost, span.action_at, "captive_taken", 0.7)
    return True


def _seized(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``gunmen seized 27 pupils``: kidnapped, where the police would have arrested them."""
    if not (span.item_class or "person").startswith("person") or not captors.took(tokens, span, lexicon):
        return False
    take(span, "seize", "kidnapped", span.action_cost, span.action_at, "seized", 0.7)
    return True


def _carried_off(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``raiders carried off 14 women``, ``drove off with 14 hostages``; medics, waves and buses carry off others."""
    if captors.took(tokens, span, lexicon):
        return False
    take(span, span.action or "carry off", None, span.action_cost, span.action_at, "carried_off", 0.7)
    return True


def _made_off(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``made off with 30 schoolgirls``: people are not stolen but kidnapped."""
    del lexicon
    at = span.action_at
    if not span.person or at is None or at >= span.begin or tokens[at + 1].low not in ("off", "away"):
        return False
    take(span, "make off with", "kidnapped", span.action_cost, span.action_at, "carried_off", 0.7)
    return True


# Which rule speaks of what was stopped.
_STOPPED = {"cut": "cut_off", "suspend": "aid_for"}


def _stopped(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``cut supplies to 400,000 people``, ``suspended aid for 800,000``: nobody lost a job or a post."""
    del lexicon
    verb = span.action
    if verb is None or not span.begin or tokens[span.begin - 1].low not in ("to", "for"):
        return False
    take(span, verb, None, span.action_cost, span.action_at, _STOPPED[verb], 0.7)
    return True


def _marched(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``60 women were marched into the forest``: no protest."""
    at = span.action_at
    if at is None or at < span.noun_end or tokens[at - 1].low not in lexicon.cue("be"):
        return False
    take(span, "march", None, span.action_cost, at, "marched_off", 0.7)
    return True


def _let_go(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``let 30 captives go``, ``allowed eight women to leave``."""
    k = span.begin - 1 - (span.begin > 1 and tokens[span.begin - 1].low in _THOSE)
    lead = tokens[k].low if span.begin else ""
    if lead not in lexicon.cues.let and lead not in _ALLOW:
        return False
    end = span.noun_end + 2 * (tokens[span.noun_end].low == "of" if span.noun_end < len(tokens) else False)
    behind = [t.low for t in tokens[end : end + 2]]
    let = lead in lexicon.cue("let") and behind[:1] and behind[0] in ("go", "leave", "out")
    allowed = span.item_class == "person.captive" and lead in _ALLOW and behind in (["to", "leave"], ["to", "go"])
    if not ((span.item_class or "").startswith("person") or span.elided) or not (let or allowed):
        return False
    take(span, "let go", "released", 0.5, k, "let_go", 0.8)
    return True


def _staff(tokens: list[Token], span: Span) -> None:
    """``has 450 employees``, ``a staff of 310`` are employed; workers who were let go have lost their jobs."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    if span.action == "let go":
        take(span, "let go", "fired", span.action_cost, span.action_at, "staff", 0.7)
    elif span.action_class in {None, "fell", "rose"} and lead in _HAVING and not _besides(tokens, span):
        take(span, "employ", "employed", 2.0, span.begin - 1, "staff", 0.7)


def _besides(tokens: list[Token], span: Span) -> bool:
    """``together with two drivers``: beside them, in nobody's employ."""
    return span.begin > 1 and tokens[span.begin - 2].low in ("along", "together")


def _job_cuts(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``raised its target for job cuts to 6,000``: what is counted are jobs."""
    del tokens, lexicon
    if span.action != "job cuts" or not span.elided:
        return False
    span.item, span.item_class, span.elided = "job", "job", False
    return True


# The senses that one of ``words`` makes possible.
_BY_WORDS = (captivity.captured, patients.to_death, patients.hurt, patients.put, uprooted.uprooted, _lives, _let_go)
# The senses of one verb each.
_BY_ACTION = {
    "": (passengers.travelling,),
    "airlift": (patients.transported,),
    "transport": (patients.transported,),
    "bury": (patients.interred,),
    "aboard": (passengers.certified,),
    "carry": (passengers.carried, passengers.licensed),
    "captivity": (underground.trapped,),
    "carry off": (_carried_off,),
    "drive off with": (_carried_off,),
    "come home": (returners.returned,),
    "crowd into": (passengers.packed,),
    "cut": (_stopped,),
    "fire": (dismissals.fired,),
    "give up": (yielding.given_up,),
    "hit": (patients.affected,),
    "hold": (passengers.seated, passengers.observed),
    "job cuts": (_job_cuts,),
    "march": (_marched,),
    "make": (patients.made,),
    "receive": (returners.receiving,),
    "return": (returners.returned,),
    "return home": (returners.returned,),
    "seize": (_seized,),
    "send": (patients.sent,),
    "send home": (patients.recovered,),
    "steal": (_made_off,),
    "shelter": (yielding.then,),
    "suspend": (_stopped,),
    "take": (patients.to_hospitals, _taken),
    "take aboard": (passengers.taken_aboard,),
}
