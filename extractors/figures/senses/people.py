"""What a verb means of the people it is said of: to claim 12 lives is to kill, to let 30 captives go to release."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon, union
from extractors.figures.senses import (
    captors,
    dismissals,
    halves,
    passengers,
    patients,
    returners,
    underground,
    yielding,
)
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LONGEST = 14
_NEAR = 6
_LOST_BY = 5
_GO = frozenset({"go", "goes", "went", "gone", "walk", "walked"})
_AWAY = frozenset({"to", "across", "into", "back", "home", "through", "towards"})
_OUT = (["broke", "out"], ["broken", "out"], ["break", "out"])
_SIDES = frozenset({"side", "sides", "swap", "exchange", "captivity"})
_ALLOW = frozenset({"allowed", "allow"})
_ASIDES = frozenset({",", "—", "–", "-"})
_KEPT = frozenset({"remained", "trapped", "missing"})
# What a captive noun implies, or a verb of leaving that is another's sense: none of it says that they were freed.
_UNTOLD = frozenset(
    {"held", "struck", "displaced", "crossed", "remained", "returned", "lasted", "sent", "aboard", "agreed", None}
)
_SINCE = frozenset({"in", "on", "during", "by", "from", "that", "last", "have", "has", "were", "are"})
_FREED = frozenset({"person.captive", "person.military"})
_HAVING = frozenset({"have", "has", "had", "having", "with"})
# What becomes of those who are taken: lemma and class.
_BECOMES = {
    "prisoner": ("take prisoner", "arrested"),
    "captive": ("take prisoner", "arrested"),
    "hostage": ("take hostage", "kidnapped"),
}
_HOLDS = frozenset({"hold", "holds", "held", "holding", "keep", "keeps", "kept", "keeping"})
_TAKES_THEM = frozenset({"take", "takes", "took", "taken", "taking"})
_TOLD = patients.PUTS | _ALLOW | {"lives", "death", "dead", "alive", *_BECOMES}


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
        _captive(tokens, span, lexicon) or _home(tokens, span, lexicon)
    ):
        return
    for sense in _BY_ACTION.get(span.action or "", ()):
        if sense(tokens, span, lexicon):
            return
    if span.item in lexicon.cues.staff_noun:
        _staff(tokens, span)


def _after(tokens: list[Token], span: Span, lexicon: Lexicon) -> int:
    """The first telling word behind the counted noun: past an aside, auxiliaries and light adverbs."""
    k = span.noun_end
    if k < len(tokens) and tokens[k].text in _ASIDES:
        ends = (j + 1 for j in range(k + 2, min(len(tokens), k + _LONGEST)) if tokens[j].text == tokens[k].text)
        k = max(ends, default=k)
    while k < len(tokens) and (tokens[k].low in lexicon.cue("auxiliary|sense_skip")):
        k += 1
    return k


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
    verb = span.action
    if verb is None or not span.begin or tokens[span.begin - 1].low not in lexicon.cue("gift_to"):
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
    lead = tokens[span.begin - 1].low if span.begin else ""
    if lead not in lexicon.cues.let and lead not in _ALLOW:
        return False
    behind = [t.low for t in tokens[span.noun_end : span.noun_end + 2]]
    let = lead in lexicon.cue("let") and behind[:1] and behind[0] in ("go", "leave", "out")
    allowed = span.item_class == "person.captive" and lead in _ALLOW and behind in (["to", "leave"], ["to", "go"])
    if not ((span.item_class or "").startswith("person") or span.elided) or not (let or allowed):
        return False
    take(span, "let go", "released", 0.5, span.begin - 1, "let_go", 0.8)
    return True


def _home(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``246 servicemen from each side went home``: freed, where nothing else is said of soldiers or captives."""
    before = span.action_at is not None and span.action_at < span.begin
    if span.item_class not in {"person.captive", "person.military"}:
        return False
    if span.action_class not in _UNTOLD and not (before and span.action_class == "exchanged"):
        return False
    if span.item_class == "person.military" and _SIDES.isdisjoint(t.low for t in tokens):
        return False
    for k in range(span.noun_end, min(len(tokens) - 1, span.noun_end + _NEAR)):
        if tokens[k].low in _GO and tokens[k + 1].low in ("home", "free"):
            take(span, f"go {tokens[k + 1].low}", "released", 1.0, k, "went_home", 0.7)
            return True
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("border"):
            return False
    return False


def _captured(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``took 22 soldiers prisoner``, ``holding 20 guests hostage``."""
    del lexicon
    k = halves.behind(tokens, span)
    end = tokens[k].low if k < len(tokens) else ""
    if end not in _BECOMES:
        return False
    lead = [t.low for t in tokens[max(0, span.begin - _NEAR) : span.begin]]
    if not _HOLDS.isdisjoint(lead):
        take(span, "hold", "held", 0.5, span.action_at, "captured", 0.8)
    elif not _TAKES_THEM.isdisjoint(lead) or span.action in (None, "take"):
        take(span, *_BECOMES[end], 0.5, span.action_at, "captured", 0.8)
    else:
        return False
    return True


def _captive(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Hostages who remain are held; hostages who left, walked out or arrived are free."""
    captive = span.item_class == "person.captive" or span.item == "inmate"
    if not captive or "former" in [t.low for t in tokens[span.last : span.noun_end]]:
        return False
    k = _after(tokens, span, lexicon)
    behind = [t.low for t in tokens[k : k + 2]]
    if span.action_class != "escaped" and behind in _OUT:
        take(span, "break out", "escaped", 1.0, k, "broke_out", 0.75)
        return True
    onwards = behind[-1:] == ["on"] and behind[0] in _GO  # ``went on hunger strike``
    if span.action_class in _UNTOLD and not onwards and k < len(tokens) and tokens[k].low in lexicon.cue("goes_free"):
        went = "go free" if tokens[k].low in _GO else lexicon.verbs.get(tokens[k].low, "go free")
        take(span, went, "released", 1.0, k, "captive_left", 0.75)
        return True
    if span.action == "take" and span.action_class == "lasted" and tokens[span.begin - 1].low != "to":
        at = span.action_at or span.begin
        if at >= span.noun_end and at + 1 < len(tokens) and tokens[at + 1].low in _AWAY:
            take(span, "take", None, 1.0, at, "captive_moved", 0.8)  # ``detainees had been taken to the border``
            return True
        war = span.item == "prisoner" and not captors.by(tokens, at, lexicon)  # ``the battalion took 29 prisoners``
        take(span, *_BECOMES["prisoner" if war else "hostage"], 1.0, at, "captive_taken", 0.8)
        return True
    if span.action_class in _KEPT:
        take(span, "hold", "held", 1.0, span.action_at or span.begin, "captive", 0.7)
        return True
    return False


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
_BY_WORDS = (_captured, patients.to_death, patients.hurt, patients.put, _lives, _let_go)
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
