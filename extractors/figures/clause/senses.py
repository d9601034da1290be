"""What a verb means of the people it is said of: to claim 12 lives is to kill, to let 30 captives go to release."""

from extractors.figures.clause import captors, passengers
from extractors.figures.clause.actions import take
from extractors.figures.lexicon import Lexicon, union
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REACH = 9
_PUTS = frozenset({"put", "puts", "putting", "left", "leaves", "leaving"})
_LONGEST = 14
_NEAR = 6
_GO = frozenset({"go", "goes", "went", "gone", "walk", "walked"})
_SIDES = frozenset({"side", "sides", "swap", "exchange", "captivity"})
_ALLOW = frozenset({"allowed", "allow"})
_THEM = frozenset({"them", "those", "us"})
_ASIDES = frozenset({",", "—", "–", "-"})
_KEPT = frozenset({"remained", "trapped", "missing"})
# What a captive noun implies, or a verb of leaving that is another's sense: none of it says that they were freed.
_UNTOLD = frozenset(
    {"held", "struck", "displaced", "crossed", "remained", "returned", "lasted", "sent", "aboard", "agreed", None}
)
_SINCE = frozenset({"in", "on", "during", "by", "from", "that", "last", "have", "has", "were", "are"})
_HAVING = frozenset({"have", "has", "had", "having", "with"})
_ENDS = frozenset({"for", "of", "from", "after", "despite"})
_KINDS = frozenset({"degrees", "degree", "range", "variety", "kinds", "types", "number", "series", "lot", "sorts"})


# What becomes of those who are taken: lemma and class.
_BECOMES = {
    "prisoner": ("take prisoner", "arrested"),
    "captive": ("take prisoner", "arrested"),
    "hostage": ("take hostage", "kidnapped"),
}
_HOLDS = frozenset({"hold", "holds", "held", "holding"})
_TAKES_THEM = frozenset({"take", "takes", "took", "taken", "taking"})
_TOLD = _PUTS | _ALLOW | {"lives", *_BECOMES}


def words(lexicon: Lexicon) -> frozenset[str]:
    """The words without one of which only the noun or the verb of a number may have another sense."""
    return union(lexicon.cue("suffers"), lexicon.cue("let"), _TOLD)


def of_people(tokens: list[Token], span: Span, worded: bool, lexicon: Lexicon) -> None:
    """Set the action of a number of people whose noun or neighbours give its verb another sense.

    ``worded`` where the sentence has one of ``words``.
    """
    if span.begin and (tokens[span.begin - 1].low == "of") and _inhabitants(tokens, span, lexicon):
        return
    by_words = (_captured, _hurt, _put, _lives, _let_go) if worded or span.item == "life" else ()
    for sense in (*by_words, _captive, _home, *_BY_ACTION.get(span.action or "", ()), _staff):
        if sense(tokens, span, lexicon):
            return


def _after(tokens: list[Token], span: Span, lexicon: Lexicon) -> int:
    """The first telling word behind the counted noun: past an aside, auxiliaries and light adverbs."""
    k = span.noun_end
    if k < len(tokens) and tokens[k].text in _ASIDES:
        ends = (j + 1 for j in range(k + 2, min(len(tokens), k + _LONGEST)) if tokens[j].text == tokens[k].text)
        k = max(ends, default=k)
    while k < len(tokens) and (tokens[k].low in lexicon.cue("auxiliary") or tokens[k].low in lexicon.cue("sense_skip")):
        k += 1
    return k


def _inhabitants(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``was flown to Varn, a city of 500,000 people``: nothing befell them, and no story tells of them (no class)."""
    settled = span.begin > 1 and tokens[span.begin - 1].low == "of" and span.item in (None, "person", "inhabitant")
    if not settled or tokens[span.begin - 2].low not in lexicon.cue("settlement"):
        return False
    span.item, span.item_class, span.elided = span.item or "person", span.item_class or "person", False
    take(span, "live", None, 0.5, None, "inhabitants", 0.8)
    return True


def _hurt(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``sustained non-life-threatening injuries``, ``were suffering from gunshot wounds``."""
    k = span.noun_end
    k += 2 * (k + 1 < len(tokens) and tokens[k].low == "of" and tokens[k + 1].low in _THEM)
    while k < len(tokens) and (tokens[k].low in lexicon.cue("auxiliary") or tokens[k].low == "who"):
        k += 1
    if k >= len(tokens) or tokens[k].low not in lexicon.cue("suffers"):
        return False
    at = _injury(tokens, k, lexicon)
    if at is None:
        return False
    if tokens[at].low == "cuts" and _less_paid(tokens, at, lexicon):
        if span.action_class == "injured":
            take(span, "suffer", None, 0.5, k, "suffered_cuts", 0.7)
        return True
    take(span, "suffer injuries", "injured", 0.5, k, "suffered_injuries", 0.85)
    return True


def _injury(tokens: list[Token], verb: int, lexicon: Lexicon) -> int | None:
    """Where the injury stands that is the object of the verb: not ``received life terms for causing his injuries``."""
    suffer = tokens[verb].low.startswith("suffer")
    for k in range(verb + 1, min(len(tokens), verb + _REACH)):
        word = tokens[k].low
        if word in lexicon.cue("injury_noun"):
            return k
        from_it = suffer and word == "from" and k <= verb + 2
        kind = word == "of" and tokens[k - 1].low in _KINDS
        if word in lexicon.cue("border") or tokens[k].text in ",;:" or (word in _ENDS and not (from_it or kind)):
            return None
    return None


def _less_paid(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """``pay cuts``, ``cuts in their wages``, ``cuts to services``."""
    near = (tokens[at - 1], *(tokens[at + 2 : at + 4] if tokens[at + 1].low in ("in", "to", "of") else ()))
    return any(token.low in lexicon.cue("cut_back") for token in near)


def _put(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``a blast that put four people in hospital``, ``killed 16 and left 44 in hospital``."""
    if not span.begin or tokens[span.begin - 1].low not in _PUTS:
        return False
    behind = [t.low for t in tokens[span.noun_end : span.noun_end + 3]]
    if behind[:1] != ["in"] or lexicon.cue("place_hospital").isdisjoint(behind):
        return False
    take(span, "send to hospital", "treated", 0.5, span.begin - 1, "sent_to_hospital", 0.8)
    return True


def _lives(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``claimed 37 lives``, ``it has cost 23 lives``."""
    if span.item != "life" and "lives" not in [t.low for t in tokens[span.last : span.noun_end + 2]]:
        return False
    lost = "lost" in [t.low for t in tokens[span.noun_end : span.noun_end + 4]]
    if not lost and lexicon.cue("costs_lives").isdisjoint([t.low for t in tokens[max(0, span.begin - 2) : span.begin]]):
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


def _to_hospitals(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``74 were taken to three hospitals``, ``took 12 to two clinics``."""
    at = span.action_at
    if at is None:
        return False
    end = max(at + 1, span.noun_end) if at < span.begin else at + 1
    behind = tokens[end : end + 5]
    if len(behind) < 3 or behind[0].low != "to" or not (behind[1].kind == "n" or behind[1].low in lexicon.triggers):
        return False
    if lexicon.cue("place_hospital").isdisjoint(t.low for t in behind):
        return False
    take(span, "hospitalize", "treated", span.action_cost, at, "to_hospital", 0.8)
    return True


def _aid(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``suspended aid for 800,000 people``: nobody lost a post."""
    del lexicon
    if not span.begin or tokens[span.begin - 1].low not in ("for", "to"):
        return False
    take(span, "suspend", None, span.action_cost, span.action_at, "aid_for", 0.7)
    return True


def _seized(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``gunmen seized 27 pupils``: kidnapped, where the police would have arrested them."""
    if not (span.item_class or "person").startswith("person") or not captors.took(tokens, span, lexicon):
        return False
    take(span, "seize", "kidnapped", span.action_cost, span.action_at, "seized", 0.7)
    return True


def _cut_off(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``cut supplies to 400,000 people``: nobody lost a job."""
    del lexicon
    if not span.begin or tokens[span.begin - 1].low not in ("to", "for"):
        return False
    take(span, "cut", None, span.action_cost, span.action_at, "cut_off", 0.7)
    return True


def _interred(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``19 were buried on Monday evening``, ``buried 40 in a mass grave``: at a funeral, under no rubble."""
    at = span.action_at
    if at is None:
        return False
    behind = [t.low for t in tokens[max(at + 1, span.noun_end) : at + _REACH + (span.noun_end - span.begin)]]
    grave = not lexicon.cue("burial_word").isdisjoint(t.low for t in tokens)
    dated = len(behind) > 1 and behind[0] in ("on", "late") and behind[1] in lexicon.cue("weekday")
    if not (grave or dated) or not lexicon.cue("buries").isdisjoint(t.low for t in tokens):
        return False
    take(span, "bury", None, span.action_cost, at, "interred", 0.7)
    return True


def _let_go(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``let 30 captives go``, ``allowed eight women to leave``."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    if lead not in lexicon.cue("let") and lead not in _ALLOW:
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
    if span.item_class not in ("person.captive", "person.military"):
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
    end = tokens[span.noun_end].low if span.noun_end < len(tokens) else ""
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
    if span.item_class != "person.captive" and span.item != "inmate":
        return False
    k = _after(tokens, span, lexicon)
    if span.action_class in _UNTOLD and k < len(tokens) and tokens[k].low in lexicon.cue("goes_free"):
        take(span, "go free", "released", 1.0, k, "captive_left", 0.75)
        return True
    if span.action == "take" and span.action_class == "lasted":
        take(span, "take hostage", "kidnapped", 1.0, span.action_at or span.begin, "captive_taken", 0.8)
        return True
    if span.action_class in _KEPT:
        take(span, "hold", "held", 1.0, span.action_at or span.begin, "captive", 0.7)
        return True
    return False


def _sent(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``the blast sent four people to hospital``."""
    k = span.noun_end
    if k < len(tokens) and tokens[k].text == ",":  # sent nine people, two of them firefighters, to hospital
        k = next((j + 1 for j in range(k + 1, min(len(tokens), k + _REACH)) if tokens[j].text == ","), k)
    behind = [t.low for t in tokens[k : k + 4]]
    if behind[:1] != ["to"] or not lexicon.cue("place_hospital") & set(behind):
        return False
    take(span, "send to hospital", "treated", span.action_cost, span.action_at, "sent_to_hospital", 0.75)
    return True


def _staff(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``has 450 employees``, ``a staff of 310`` are employed; workers who were let go have lost their jobs."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    named = span.item in lexicon.cue("staff_noun")
    if named and span.action == "let go":
        take(span, "let go", "fired", span.action_cost, span.action_at, "staff", 0.7)
    elif span.action_class in (None, "fell", "rose") and named and lead in _HAVING:
        take(span, "employ", "employed", 2.0, span.begin - 1, "staff", 0.7)
    else:
        return False
    return True


def _job_cuts(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``raised its target for job cuts to 6,000``: what is counted are jobs."""
    del tokens, lexicon
    if span.action != "job cuts" or not span.elided:
        return False
    span.item, span.item_class, span.elided = "job", "job", False
    return True


# The senses of one verb each.
_BY_ACTION = {
    "": (passengers.travelling,),
    "bury": (_interred,),
    "aboard": (passengers.certified,),
    "carry": (passengers.carried, passengers.licensed),
    "crowd into": (passengers.packed,),
    "cut": (_cut_off,),
    "job cuts": (_job_cuts,),
    "seize": (_seized,),
    "send": (_sent,),
    "suspend": (_aid,),
    "take": (_to_hospitals, _taken),
}
