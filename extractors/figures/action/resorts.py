"""The last resorts for a number that no verb plainly governs: what somebody has, the nearest verb of the clause."""

from extractors.figures.clause import governors
from extractors.figures.clause.between import fund, helps, ing, lemma, nominal, past
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_FAR = 11
_APART = 8
# So many words back a hyphened word may begin.
_LED = 6
_HAVE = frozenset({"have", "has", "had"})
# Behind which a clause begins with the number as its subject.
_OPENS = frozenset({"after", "before", "when", "while", "because", "until", "where", "if"})


def has(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``The clinic has 90 beds``, ``four have children``: where the full verb stands, with a noun as its object."""
    k, after = span.begin - 1, tokens[span.noun_end] if span.noun_end < len(tokens) else None
    if k > 0 and tokens[k].low in _HAVE:
        if span.begin < span.first and tokens[span.begin].low in lexicon.verbs:
            return span.begin  # ``Donations had passed 75,000 euros``
        lent = after is not None and not span.unit.startswith("duration") and (after.low == "to" or ing(after))
        return None if lent else k
    k = span.noun_end
    if k + 1 >= len(tokens) or tokens[k].low not in _HAVE or tokens[k + 1].kind != "w":
        return None
    word = tokens[k + 1].low
    return k if word in lexicon.nouns or word in lexicon.cue("article|verb_article") else None


def in_clause(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """The last resort: the nearest plain verb of the same clause, before the number, else behind it."""
    lead = tokens[span.begin - 1] if span.begin else None
    apart = lead is not None and (lead.text == ";" or (lead.low in _OPENS and span.unit == "count"))
    only = lead is not None and lead.low in ("only", "just") and span.unit.startswith("duration")
    first = -1 if apart else span.begin - 2 - only  # ``ended after only 90 minutes``
    for ahead in (
        range(first, span.begin - _FAR if span.begin >= _FAR else -1, -1),
        range(span.noun_end, span.noun_end + _FAR),
    ):
        for k in ahead:
            if k >= len(tokens) or governors.closes(tokens[k], lexicon):
                break
            if k == span.noun_end and tokens[k].low == "and" and tokens[span.begin - 1].low in (",", "and"):
                break  # ``burned 140 houses and 22 stores and drove off the cattle``
            if (tokens[k].glued and tokens[k - 1].text == "-") or tokens[k].low == "last":
                continue  # ``the full-scale invasion``, ``last year``
            if k < span.begin and _attributive(tokens, k, lexicon):
                break
            if fund(tokens, k, lexicon):
                continue
            if lemma(tokens, k, lexicon) and not nominal(tokens, k, lexicon) and _finite(tokens, k, lexicon):
                return _past_phrase(tokens, span, k, lexicon)
    return None


def _past_phrase(tokens: list[Token], span: Span, k: int, lexicon: Lexicon) -> int:
    """``Two bridges on the road linking Arn with Bel have collapsed``: the verb behind the gerund's phrase; else k."""
    if k <= span.noun_end + 1 or not ing(tokens[k]):
        return k
    for j in range(k + 1, min(len(tokens), k + _APART)):
        if governors.closes(tokens[j], lexicon):
            break
        if helps(tokens[j], lexicon):
            return governors.behind(tokens, j, lexicon)[0] or k
    return k


def _finite(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """A past form, a participle, or a form behind ``to``, a modal or its subject; no adjective before a noun."""
    word, lead = tokens[k].low, tokens[k - 1].low if k else ""
    subject = lexicon.nouns.get(lead)  # ``The strikes hit a power station and two depots``
    named = word in lexicon.nouns and not (subject is not None and subject.plural)
    if word in lexicon.cue("verb_particle") or named:
        return False
    return past(tokens[k]) or ing(tokens[k]) or lead == "to" or lead in lexicon.cue("modal") or word.endswith("s")


def _attributive(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``900 guided bombs and 46 missiles``, ``two state-owned mining companies``: of another number's noun."""
    if k + 1 >= len(tokens) or tokens[k + 1].low not in lexicon.nouns:
        return False
    j = k - 1
    while j > 0 and k - j < _LED and (tokens[j].text == "-" or tokens[j].glued or tokens[j + 1].glued):
        j -= 1
    return tokens[j].kind == "n" or tokens[j].low in lexicon.triggers


def consists(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``The group handed to Tarsia consisted of 215 soldiers``: what befell the group, if its participle says so."""
    made = lexicon.verbs[tokens[at].low] == "make" and [t.low for t in tokens[at + 1 : at + 3]] == ["up", "of"]
    if not made and lexicon.verbs[tokens[at].low] not in ("consist", "comprise", "include"):
        return False
    for k in range(at - 1, max(0, at - _APART), -1):
        act = next((a for a in lexicon.actions.get(tokens[k].low, ()) if a.role == "o" and a.past), None)
        if act is not None and tokens[k - 1].low in lexicon.cue("group_word"):
            span.action, span.action_class, span.action_at = act.lemma, act.cls, k
            span.rule("action", "consists", 0.7)
            return True
        if tokens[k].text in ",;:":
            break
    return False


def compares(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """``compared with 19 last year``, ``spoke of 92 victims``: nothing that befell them."""
    verb, after = lexicon.verbs[tokens[at].low], [t.low for t in tokens[at + 1 : at + 2]]
    return verb == "compare" or (verb in ("speak", "talk") and after in (["of"], ["about"]))


def living(span: Span, lexicon: Lexicon) -> None:
    """Residents live where nothing else is told of them."""
    implied = lexicon.implies.get(span.item or "") if span.action is None and span.unit == "count" else None
    if implied and implied.lemma in lexicon.cue("idle_state") and span.lender is None:
        span.action, span.action_class = implied.lemma, implied.cls
        span.rule("action", "counted_noun", 0.6)
