"""What befell the hurt: they suffered injuries, were put in hospital or taken to three clinics, or were buried."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon
from extractors.figures.senses import halves
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_WARD = frozenset({"wounded", "injured", "patients", "hospital", "hospitals", "treatment", "treated", "care"})
_REACH = 9
# So far before what was done to them stands its verb.
_OBJECT = 5
_SUBJECT = 4
# What came of it, and the verbs that it is said with.
_ENDS_SO = {"to death": "kills_death", "dead": "kills_dead", "alive": "kills_alive"}
_HURT = frozenset({"injured", "wounded", "hurt", "patient", "patients", "burned", "critical", "sick", "ill"})
_DEAD = frozenset({"killed", "dead", "died", "bodies", "victims", "funeral"})
_SWAP = frozenset({"swap", "exchange", "prisoners", "captives", "prisoner", "captive", "rebels"})
_PLACES = frozenset({"mosque", "prayers"})
_THEM = frozenset({"them", "those", "us"})
PUTS: frozenset[str] = frozenset({"put", "puts", "putting", "left", "leaves", "leaving"})
_ENDS = frozenset({"for", "of", "from", "after", "despite"})
_KINDS = frozenset({"degrees", "degree", "range", "variety", "kinds", "types", "number", "series", "lot", "sorts"})


def hurt(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``sustained non-life-threatening injuries``, ``were suffering from gunshot wounds``."""
    k = span.noun_end
    k += 2 * (k + 1 < len(tokens) and tokens[k].low == "of" and tokens[k + 1].low in _THEM)
    while k < len(tokens) and (tokens[k].low in lexicon.cues.auxiliary or tokens[k].low == "who"):
        k += 1
    if k >= len(tokens) or tokens[k].low not in lexicon.cues.suffers:
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
    of_what = at + 1 < len(tokens) and tokens[at + 1].low in ("in", "to", "of")
    near = (tokens[at - 1], *(tokens[at + 2 : at + 4] if of_what else ()))
    return any(token.low in lexicon.cue("cut_back") for token in near)


def to_death(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``beat three thieves to death``, ``shot two men dead``, ``burned six captives alive``: what came of it."""
    k = halves.behind(tokens, span)
    behind = [t.low for t in tokens[k : k + 2]]
    end = "to death" if behind == ["to", "death"] else behind[0] if behind else ""
    if end not in _ENDS_SO:
        return False
    for k in range(span.begin - 1, max(-1, span.begin - _OBJECT), -1):
        verb = lexicon.verbs.get(tokens[k].low)
        if verb in lexicon.cue(_ENDS_SO[end]):
            take(span, f"{verb} {end}", "killed", 0.3, k, "dead", 0.85)
            return True
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("border"):
            return False
    return False


def affected(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``The drought has hit 3 million people``, ``40,000 were hit by the tax``: nobody is wounded by it."""
    at = span.action_at
    if at is None:
        return False
    behind = at > span.begin
    if behind and [t.low for t in tokens[at + 1 : at + 2]] != ["by"]:
        return False
    near = tokens[at + 2 : at + 2 + _SUBJECT] if behind else tokens[max(0, at - _SUBJECT) : at][::-1]
    for n, token in enumerate(near):
        if token.low in lexicon.cue("hits_widely"):
            lead = near[n + 1 : n + 3] if not behind else []
            if any(t.low != "of" and t.low in lexicon.cue("preposition") for t in lead):
                return False  # ``Bullets fired in the crisis hit 12 people``
            break
        if token.kind != "w" or token.low in lexicon.cue("border"):
            return False
    else:
        return False
    take(span, "hit", "affected", span.action_cost, at, "hit_widely", 0.75)
    return True


def made(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``A gas leak made 40 ill``, ``made 300 homeless``: what became of them, as the word behind says."""
    k = span.noun_end
    act = next((a for a in lexicon.actions.get(tokens[k].low, ()) if a.role == "a"), None) if k < len(tokens) else None
    if act is None or span.action_at != span.begin - 1:
        return False
    take(span, act.lemma, act.cls, span.action_cost, k, "made", 0.8)
    return True


def put(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``a blast that put four people in hospital``, ``killed 16 and left 44 in hospital``."""
    if not span.begin or tokens[span.begin - 1].low not in PUTS:
        return False
    behind = [t.low for t in tokens[span.noun_end : span.noun_end + 3]]
    if behind[:1] != ["in"] or lexicon.cue("place_hospital").isdisjoint(behind):
        return False
    take(span, "send to hospital", "treated", 0.5, span.begin - 1, "sent_to_hospital", 0.8)
    return True


def to_hospitals(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
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


def transported(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``were airlifted to safety``, ``transported home``: patients only where a hospital or wounds are told of."""
    words = {t.low for t in tokens}
    care = lexicon.cue("place_hospital") | lexicon.cue("harm") | _HURT
    if span.action_class != "treated" or not words.isdisjoint(care):
        return False
    person = (span.item_class or "").startswith("person")
    cls = "evacuated" if span.action == "airlift" and person else None
    take(span, span.action or "", cls, span.action_cost, span.action_at, "transported", 0.7)
    return True


_HAVE_ALSO = frozenset({"had", "have", "has", "also", "then", "later"})
_BURY = frozenset({"they", "we", "i", "he", "she", "who"})


def interred(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``19 were buried on Monday evening``, ``buried 40 in a mass grave``: at a funeral, under no rubble."""
    at = span.action_at
    if at is None:
        return False
    behind = [t.low for t in tokens[max(at + 1, span.noun_end) : at + _REACH + (span.noun_end - span.begin)]]
    grave = not lexicon.cue("burial_word").isdisjoint(t.low for t in tokens)
    one_day = behind[:1] == ["in"] and behind[1:2] in (["a"], ["one"]) and "day" in behind[2:5]
    dated = one_day or (behind[:1] in (["on"], ["late"]) and behind[1:2] and behind[1] in lexicon.cue("weekday"))
    funeral = not (lexicon.cue("burial_word") - _PLACES).isdisjoint(t.low for t in tokens)
    if not funeral and ("when" in behind[2:5] or "burst" in behind):  # ``buried on Sunday when a hill gave way``
        return False
    # ``40, including 12 killed in the raid, were buried``
    dead = not _DEAD.isdisjoint(t.low for t in tokens[span.begin : at])
    dead = dead or (at < span.begin and not span.elided and _mourners(tokens, at, lexicon))
    if not (grave or dated or dead) or not lexicon.cue("buries").isdisjoint(t.low for t in tokens):
        return False
    take(span, "bury", None, span.action_cost, at, "interred", 0.7)
    return True


def _mourners(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """``They had buried nine friends``, ``families buried 12``: people bury their dead."""
    k = at - 1
    while k > 0 and tokens[k].low in _HAVE_ALSO:
        k -= 1
    noun = lexicon.nouns.get(tokens[k].low) if k >= 0 else None
    return tokens[k].low in _BURY or (noun is not None and noun.cls.startswith(("person", "family")))


def sent(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``the blast sent four people to hospital``."""
    k = span.noun_end
    if k < len(tokens) and tokens[k].text == ",":  # sent nine people, two of them firefighters, to hospital
        k = next((j + 1 for j in range(k + 1, min(len(tokens), k + _REACH)) if tokens[j].text == ","), k)
    behind = [t.low for t in tokens[k : k + 4]]
    if behind[:1] != ["to"] or not lexicon.cue("place_hospital") & set(behind):
        return False
    take(span, "send to hospital", "treated", span.action_cost, span.action_at, "sent_to_hospital", 0.75)
    return True


def recovered(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Of the wounded, three had been sent home``: from hospital, out of nobody's hands."""
    if span.item_class == "person.captive" or not _SWAP.isdisjoint(t.low for t in tokens):
        return False  # ``Twelve prisoners, two of them wounded, were sent home``
    if lexicon.cue("takes_patients").isdisjoint(t.low for t in tokens) and _WARD.isdisjoint(t.low for t in tokens):
        return False
    take(span, "send home", "discharged", span.action_cost, span.action_at, "sent_home", 0.75)
    return True
