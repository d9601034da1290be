"""Denied: ``denied that 14 had been shot``, ``not one of the 12``, ``reports that 80 had drowned were false``."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REPORTED = frozenset({"that", "reports", "claims", "claim", "report", "killing", "having"})
_JOINED = frozenset({"and", "but", ",", "to"})
# ``dismissed that number, putting the total at 1,940``
_INSTEAD = frozenset({"putting", "saying", "insisting", "giving", "citing", "claiming"})
# What somebody does who denies something else: ``denied the charge and accused the rebels of killing 12``.
_ELSE = (
    frozenset(
        {
            "agreed",
            "offered",
            "promised",
            "pledged",
            "vowed",
            "accused",
            "accuses",
            "accusing",
            "blamed",
            "blames",
            "blaming",
        }
    )
    | _INSTEAD
)
_PERFECT = frozenset({"had", "have", "has", "was", "were"})
_ASIDE = 8
_COPULA = frozenset({"is", "are", "was", "were", "be", "been", "am"})
_IS = frozenset({"was", "were", "is", "are", "proved", "been", "be"})


def untrue(before: list[str], after: list[str], lexicon: Lexicon) -> bool:
    """``reports that 80 people had drowned were false``."""
    if lexicon.cue("report_word").isdisjoint(before[-6:]):
        return False
    words = lexicon.cue("denial_after")
    ends = [k for k, (a, b) in enumerate(pairwise(after)) if a in _IS and b in words]
    return any(after[k] != "be" or after[k - 1] == "to" for k in ends)  # ``may be wrong`` denies nothing


def denied(tokens: list[Token], before: list[str], after: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``denied killing 14``, ``not 40``, ``no evidence that 12 …``, ``did not release 12``: said not to be so."""
    if not lexicon.cue("denied").isdisjoint(before) and _denies(before, after, lexicon):
        return True
    if span.unit.startswith("duration") and before[-1:] in (["within"], ["lasted"], ["lasting"]):
        return False  # ``if it was not paid within seven days``
    if _none_of(before) and span.item_class != "person.captive":
        return True
    if before and before[-1] == "not":
        return before[-2:-1] != ["if"]  # ``hundreds if not thousands``
    if not lexicon.cue("untrue_word").isdisjoint(before[-10:]):
        joined = f" {' '.join(before[-10:])} "
        spread = span.unit.startswith("duration") and "spreading" in before[-9:]  # convicted of that in a long trial
        if (
            not spread
            and lexicon.cue("false_thing").isdisjoint(before[-9:])
            and any(f" {phrase} " in joined for phrase in lexicon.cue("untrue_phrase"))
        ):
            return True
    verb = span.action_at
    if verb is None or verb >= span.begin:
        return False
    lead = [t.low for t in tokens[max(0, verb - 3) : verb]]
    related = max((k for k, word in enumerate(lead) if word in lexicon.cue("relative")), default=-1)
    if related >= 0 and lexicon.cue("negation").isdisjoint(lead[related + 1 :]):
        return False  # ``It is not clear who fired the 14 shots``
    if "if" in [t.low for t in tokens[max(0, verb - _ASIDE) : verb]]:
        return False  # ``would kill ten if the money was not delivered within seven days``
    negated = lexicon.cue("negation").intersection(lead)
    ends = verb + 1 < len(tokens) and tokens[verb + 1].text == ","  # ``Without new funding, it expects 40 people will``
    lacking = negated == {"without"} and (ends or not tokens[verb].low.endswith("ing"))  # ``without power, down from``
    unsure = not lexicon.cue("confirming").isdisjoint(lead)  # ``could not confirm the death of 40``
    return bool(negated) and not (lacking or unsure) and "only" not in before[-3:]


def _none_of(before: list[str]) -> bool:
    """``not a single one of our 600 soldiers was captured``"""
    lead = before[-7:]
    at = lead.index("not") if lead[-2:-1] == ["of"] and "not" in lead else None
    if at is None or (lead[at + 1 : at + 2] != ["one"] and lead[at + 2 : at + 4] != ["single", "one"]):
        return False
    return at == 0 or lead[at - 1] not in _COPULA  # ``was not one of the 12 who were hurt``


def _finite_behind(after: list[str]) -> bool:
    return bool(after) and after[0] in ("was", "were", "had", "have", "has", "died")


def _denies(before: list[str], after: list[str], lexicon: Lexicon) -> bool:
    """``denied his men had killed 14``, ``denied losing 14 jets``; no ``denied the charges and said 14 fled``."""
    at = next(k for k, word in enumerate(before) if word in lexicon.cue("denied"))
    rest = before[at + 1 :]
    if before[at - 1 : at] in (["nor"], ["or"]):
        return False  # ``would neither confirm nor deny that 14 had fled``
    claims = (lexicon.cue("report_word") - {"that"}) | lexicon.cue("claim_word")
    if before[at].endswith("ing") and before[at] not in lexicon.cue("denying") and claims.isdisjoint(rest[:4]):
        return False  # ``rejecting parties that sacked 400``
    if any(
        (a in _JOINED and (b in lexicon.cue("say") or b in _ELSE)) or b in lexicon.cue("say_on")
        for a, b in pairwise(rest)
    ):
        return False
    if not _REPORTED.isdisjoint(before):
        return True
    if before[at] not in lexicon.cue("denying") or not _JOINED.isdisjoint(rest):
        return False
    if not rest and _finite_behind(after):
        return True  # ``denies 12 people were hurt``
    return not _PERFECT.isdisjoint(rest) or (bool(rest) and rest[0].endswith("ing"))
