"""Objects of a relative clause: ``The officer who led 40 men was captured`` tells of no 40 who were captured."""

from extractors.figures.clause.between import phrase_end
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_RELATED = 12
_FINITE = frozenset({"were", "are", "have", "had", "will", "was", "has", "would", "is"})
_WHO = frozenset({"who", "that", "which"})
_LEADS = frozenset({"the", "his", "her", "their", "its", "some", "all", "another", "up", "to"})
_HELPS = frozenset({"had", "has", "have", "once", "also", "then", "later", "first"})
_LONGEST = 2
# What follows these is a clause: ``a report that found 40 were killed``.
_THINK = frozenset({"found", "finds", "showed", "shows", "thought", "thinks", "feared", "fears", "saw", "felt"})


def relative_object(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Rebels who seized 40 villagers have been killed``: the object of the clause behind ``who``, no rebels."""
    verb = span.begin - 1
    acts = lexicon.actions.get(tokens[verb].low, ()) if verb > 0 else ()
    for act in acts:
        if act.role == "o" and act.past and act.cls != "registered" and _of_relative(tokens, span, verb, lexicon):
            return True
    return verb > 0 and _goes_on(tokens, span, lexicon) and governor(tokens, span, lexicon) is not None


def governor(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where the verb right behind ``who`` stands whose object the counted are: ``who looked after 40 patients``."""
    k = span.begin - 1
    while k > 0 and tokens[k].low in _LEADS:
        k -= 1
    for _ in range(_LONGEST):
        k -= k > 0 and (tokens[k].low in lexicon.cue("preposition") or tokens[k].low == "after")
    low = tokens[k].low
    verb = low in lexicon.verbs and not low.endswith("ing")
    if k < 1 or not verb or low in _THINK or low in lexicon.cue("say|speak_verb"):
        return None
    subject = k - 1
    while subject > 0 and tokens[subject].low in _HELPS:
        subject -= 1
    led = tokens[subject].low in _WHO and subject > 0 and tokens[subject - 1].low not in lexicon.cue("say")
    return k if led else None


def own_verb(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``A coach who trained 12 boys was jailed``: where their verb stands, if no table of actions has it."""
    at = governor(tokens, span, lexicon) if span.begin > 1 else None
    if at is None or tokens[at].low in lexicon.actions or not _goes_on(tokens, span, lexicon):
        return None
    return at


def _goes_on(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """The main clause goes on behind the counted."""
    k = phrase_end(tokens, span.noun_end, lexicon)
    return k < len(tokens) and tokens[k].low in _FINITE


def _of_relative(tokens: list[Token], span: Span, verb: int, lexicon: Lexicon) -> bool:
    """True where the verb stands behind ``who``, and the clause goes on behind its object."""
    if not _goes_on(tokens, span, lexicon):
        return False
    for j in range(verb - 1, max(-1, verb - _RELATED), -1):
        if tokens[j].low in _WHO:
            return j > 0 and tokens[j - 1].low not in lexicon.cue("say")
        if tokens[j].kind != "w" or tokens[j].low in lexicon.cue("be"):
            return False
    return False
