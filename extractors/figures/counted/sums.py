"""Sums of money whose currency is left out: ``Each family will receive 5,000``, ``100,000 in compensation``."""

from extractors.figures.counted.heads import singular
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REACH = 7
_LARGE = 10_000
# Nobody gives back, or asks for, so many people or things at once in words so round.
_ROUND = 1_000
_SHARED = frozenset({"each", "apiece", "per"})
_BE = frozenset({"was", "were", "be", "been", "is", "are", "being"})
_ASKS = frozenset({"demanded", "demand", "demands", "demanding", "asked", "wanted", "wants", "want"})
_GETS = frozenset({"receive", "receives", "received", "get", "gets", "got", "given", "offered", "promised", "paid"})
_CHARGES = frozenset({"charged", "charges", "charge", "charging", "paid", "pay", "pays", "costs", "cost"})
# ``at the price of 300 dead``.
_PAID = frozenset({"dead", "lives", "wounded", "killed", "injured", "captured", "missing", "casualties", "deaths"})
_EVERY = frozenset({"each", "every"})


def left_out(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """True where a bare number is a sum of money; its item is the word that names the sum, if one does."""
    k, j = span.begin - 1, span.noun_end
    if not span.elided or k < 0:
        return False
    lead, after = tokens[k].low, tokens[j].low if j < len(tokens) else ""
    name = ""
    if after == "in" and j + 1 < len(tokens) and tokens[j + 1].low in lexicon.cue("money_in"):
        name = tokens[j + 1].low
    elif lead == "of" and k and singular(tokens[k - 1].low) in lexicon.cue("sum_word") and after not in _PAID:
        name = tokens[k - 1].low
    elif lead == "fined" and (tokens[k - 1].low in _BE or after in _SHARED):
        name = "fine"
    elif not (
        _asked(tokens, span, lead, after)
        or _each_gets(tokens, span, lead, lexicon)
        or (lead in _CHARGES and after in _SHARED)
    ):
        return False
    span.item, span.item_class = singular(name) or None, None
    span.rule("item", "sum", 0.6)
    return True


def _asked(tokens: list[Token], span: Span, lead: str, after: str) -> bool:
    """``demanded 200,000 for the release of``; hundreds are prisoners perhaps."""
    lead = tokens[span.begin - 2].low if lead == "for" and span.begin > 1 else lead
    return lead in _ASKS and after == "for" and (span.value or 0) >= _LARGE


def _each_gets(tokens: list[Token], span: Span, lead: str, lexicon: Lexicon) -> bool:
    """``Each family will receive 5,000``, ``Relatives got 20,000``; sides and parties get prisoners."""
    if lead not in _GETS:
        return False
    plain = (span.value or 0) >= _ROUND and (span.value or 0) % 100 == 0
    for k in range(span.begin - 2, max(-1, span.begin - _REACH), -1):
        noun = lexicon.nouns.get(tokens[k].low)
        if tokens[k].kind == "p" or noun is None:
            if tokens[k].kind == "p":
                return False
            continue
        payee = noun.cls == "family" or noun.lemma in lexicon.cue("payee")
        every = k > 0 and any(t.low in _EVERY for t in tokens[max(0, k - 2) : k])
        return (payee and plain) or (every and (payee or noun.cls.startswith("person")))
    return False
