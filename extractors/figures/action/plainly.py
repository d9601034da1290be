"""Verbs that say by a word right beside the number that it is theirs, whatever else the sentence tells.

``camps built for 12,000 people``, ``records show 74 sailings``, ``told the last 60 relatives to come back``.
"""

from collections.abc import Callable

from extractors.figures.clause.between import helps, ing, past_verb
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# What a thing is for that is made for so many.
_MADE = frozenset(
    {"built", "designed", "intended", "meant", "reserved", "earmarked", "equipped", "planned", "destined", "suitable"}
)
# A source shows or alleges so many of a thing.
_STATED = frozenset(
    {"show", "shows", "showed", "reveal", "reveals", "revealed", "allege", "alleges", "alleged", "acknowledge"}
    | {"acknowledges", "acknowledged", "admit", "admits", "admitted"}
)
_TOLD = frozenset(
    {"told", "tell", "tells", "telling", "asked", "asks", "asking", "urged", "urges", "urging", "instructed"}
    | {"invited", "invites", "advised", "advises", "warned"}
)
_GET = frozenset({"got", "get", "gets", "getting"})
_PUT = frozenset({"put", "puts", "putting"})
_DETERMINERS = frozenset({"the", "last", "first", "all", "its", "their", "another", "some", "remaining", "other"})
# Gerunds that lead a part, or whose object has what befell it behind it.
_NO_DOING = frozenset(
    {"including", "involving", "following", "leaving", "having", "being", "seeing", "regarding", "excluding", "killing"}
    | {"concerning", "according", "during", "saying", "making", "bringing", "totalling", "totaling", "numbering"}
)
_REACH = 7
_LIST = 26
_OF = frozenset({"of"})
_WHOM = frozenset({"the", "a", "an", "his", "her", "their", "its"})
_CLOSED = frozenset({".", ";", ")", "—", "–"})


def verb_of(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where the verb stands that is plainly a number's own; None where no word beside it says so."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    rule = _BY_LEAD.get(lead)
    if rule is None and lead.endswith("ing") and lead not in _NO_DOING:
        rule = _doing
    at = rule(tokens, span, lexicon) if rule is not None else None
    if at is None and span.noun_end + 1 < len(tokens):
        behind = _BY_BEHIND.get(tokens[span.noun_end].low)
        at = behind(tokens, span, lexicon) if behind is not None else _of_held(tokens, span, lexicon)
    return at


def _made_for(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``a cell meant for 12 men``, ``camps built for 12,000 people now shelter 30,000``."""
    del lexicon
    k = span.begin - 2
    return k if k > 0 and span.unit == "count" and tokens[k].low in _MADE else None


def _stated(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``Records obtained by the paper show 74 sailings``, ``alleges 37 violations``: no clause of their own follows."""
    k = span.begin - 1
    if span.unit != "count" or span.person or span.elided or span.action_class is not None or k < 1:
        return None
    if span.action_at is not None and span.action_at > k:
        return None
    behind = tokens[span.noun_end] if span.noun_end < len(tokens) else None
    clause = behind is not None and (helps(behind, lexicon) or behind.low in lexicon.verbs)
    return None if clause or tokens[k].low not in lexicon.verbs else k


def _put_at(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``put the demand at 40 million pesos``: no known action of what they put it at."""
    if span.action is not None:
        return None
    for k in range(span.begin - 2, max(0, span.begin - 2 - _REACH), -1):
        if tokens[k].low in _PUT:
            return k
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("border|auxiliary"):
            return None
    return None


def _doing(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``Six buses bringing 210 patients arrived``: the object of the gerund, and not what came."""
    k, at = span.begin - 1, span.action_at
    busy = k > 0 and at is not None and at > span.noun_end and ing(tokens[k]) and tokens[k].low in lexicon.verbs
    of_noun = busy and tokens[k - 1].low in lexicon.nouns
    return k if of_noun and span.unit == "count" and tokens[k].low not in lexicon.nouns else None


def _told_to(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``told the last 60 relatives to come back``: they were told to, and nobody came."""
    k = span.begin - 1
    while k > 1 and tokens[k].low in _DETERMINERS:
        k -= 1
    does = span.action_at is not None and span.action_at > span.noun_end and tokens[span.noun_end + 1].low != "be"
    return k if does and k > 0 and tokens[k].low in _TOLD and tokens[k].low in lexicon.verbs else None


def _were_told(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``2,500 residents were told to stay indoors``: no table knows what became of them."""
    k, at = span.noun_end + 1, span.action_at
    if at is None or at <= k or k + 1 >= len(tokens) or span.action_class in lexicon.cue("telling"):
        return None
    k += tokens[k].low in ("been", "also", "being")
    return k if tokens[k].low in _TOLD and k + 1 < len(tokens) and tokens[k + 1].low == "to" else None


def _got_out(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``got seven survivors out``."""
    del lexicon
    k = span.begin - 1
    while k > 1 and tokens[k].low in _DETERMINERS:
        k -= 1
    return k if span.unit == "count" and k > 0 and tokens[k].low in _GET else None


def _of_held(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``freed 70 of the 90 inmates covered by the amnesty``: what the noun implies yields to what describes them."""
    if span.action_class != "held" or span.action_at is not None:
        return None
    k = span.noun_end
    plain = past_verb(tokens[k], lexicon) and tokens[k].low not in lexicon.actions
    if not plain or helps(tokens[k], lexicon) or tokens[k].low in lexicon.cue("say"):
        return None
    led = tokens[k + 1].low in lexicon.cue("preposition") or tokens[k + 1].low == "by"
    return k if led else None


def _last_of_list(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``shot Tom Marl, the gang's leader, his brother and two guards``: the verb before a list with appositions."""
    if span.unit != "count" or not span.person or span.elided or span.noun_end >= len(tokens):
        return None
    behind = tokens[span.noun_end]
    if behind.text not in _CLOSED and behind.low not in lexicon.cues.preposition:
        return None  # ``and two guards fled``
    commas = 0
    for k in range(span.begin - 2, max(0, span.begin - 2 - _LIST), -1):
        token = tokens[k]
        if token.text == ",":
            commas += 1
        elif (
            (token.kind != "w" and token.text != "-")
            or helps(token, lexicon)
            or token.low in lexicon.cues.preposition - _OF
        ):
            return None
        elif past_verb(token, lexicon):
            act = next((a for a in lexicon.actions.get(token.low, ()) if a.role == "o"), None)
            whom = tokens[k + 1]
            led = whom.text[0].isupper() or whom.low in _WHOM
            alone = tokens[k - 1].low not in lexicon.cues.auxiliary
            return k if act is not None and commas and led and alone and span.action_at != k else None
    return None


_Rule = Callable[[list[Token], Span, Lexicon], int | None]
_BY_LEAD: dict[str, _Rule] = {"for": _made_for, "at": _put_at, "and": _last_of_list, **dict.fromkeys(_STATED, _stated)}
_BY_BEHIND: dict[str, _Rule] = {
    "to": _told_to,
    "out": _got_out,
    **dict.fromkeys(("were", "was", "are", "is", "have", "had"), _were_told),
}
