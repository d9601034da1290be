"""Which numbers are joined: ``270 soldiers and 120 civilians``, and what is said of one of two alone."""

from extractors.figures.clause.between import past_verb
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LEAD = 2
_SINGULAR = frozenset({"was", "is", "has"})
_NEAR = 5
_ONE = frozenset({"a", "an"})
_ASIDE = 6
_SOME_OF = (["of", "whom"], ["of", "them"], ["of", "which"], ["of", "those"], ["of", "these"])
_LISTED = 9
_INCLUDING = frozenset({"including", "among", "includes", "included"})
_REMAINS = frozenset({"and", "the", "bodies", "remains", "of", ","})
_CONJUNCTS = frozenset({"and", ",", "or", "&", "as", "well", "plus", "another", "the", "other", "also"})
_JOINING = _CONJUNCTS | _REMAINS


def joined(tokens: list[Token], left: Span, right: Span) -> bool:
    """True for conjuncts: nothing but ``and``, a comma and the like between two numbers."""
    for token in tokens[left.noun_end : right.begin]:
        if token.low not in _JOINING:
            return _one_between([t.low for t in tokens[left.noun_end : right.begin]])
    between = {t.low for t in tokens[left.noun_end : right.begin]}
    return bool(between) and (between <= _CONJUNCTS or ("and" in between and between <= _REMAINS))


def _one_between(words: list[str]) -> bool:
    """``Two ships, a navy helicopter and three boats``: one that is counted by its article stands between."""
    opens = words[:1] == [","] and len(words) > _LEAD and words[1] in _ONE and words[-1] == "and"
    return opens and len(words) <= _ASIDE and _JOINING.isdisjoint(words[2:-1])


def apart(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``Of the 115, nine were tried``, ``It was given to 40 men, and 12 fell ill``: not said of the number before."""
    if left.begin == _LEAD and tokens[0].low == "of":
        return True
    if [t.low for t in tokens[right.noun_end : right.noun_end + 2]] in _SOME_OF:
        return True  # ``took in 38 miners, eight of whom were in a coma``
    between = [t.low for t in tokens[left.noun_end : right.begin]]
    if between == [","] and right.elided and right.kind == "vague":
        return True  # ``thousands of mourners, many holding roses, filled the square``
    clauses = between[-2:] == [",", "and"] and (len(between) == _LEAD or between[0] == "aged")
    lead = (t.low for t in tokens[max(0, left.begin - _NEAR) : left.begin])
    governed = (
        left.begin > 0 and tokens[left.begin - 1].low in lexicon.verbs
    )  # ``to separate 300 fans, and 12 were held``
    return clauses and (governed or _in_aside(tokens, left) or not lexicon.cue("auxiliary").isdisjoint(lead))


def _in_aside(tokens: list[Token], span: Span) -> bool:
    """``killed nine, including four women and two guards, and 12 were hurt``: the last of a list behind a comma."""
    lead = [t.low for t in tokens[max(0, span.begin - _LISTED) : span.begin]]
    return not _INCLUDING.isdisjoint(lead) and lead[-1] == "and"


def of_noun(tokens: list[Token], left: Span, right: Span) -> bool:
    """``The kidnapping of 30 pupils and 12 teachers was ...``: the verb is that of the kidnapping."""
    led = left.begin > 1 and tokens[left.begin - 1].low == "of" and left.action_at == left.begin - 2
    return led and right.noun_end < len(tokens) and tokens[right.noun_end].low in _SINGULAR


def of_own_noun(giver: Span, taker: Span) -> bool:
    """``five soldiers and 15 prisoners``, ``97 deaths``: what the noun alone says befell no other."""
    if giver.action_at is None and giver.action_class == "held":
        return True
    captives = giver.item == "body" and taker.item_class == "person.captive"  # ``12 prisoners and 40 bodies``
    return deaths(giver) and (captives or not (taker.item_class or "person").startswith("person"))


def own_verb(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``was cut to 900 homes and five bridges collapsed``: a verb of its own that no table of actions knows."""
    k = span.noun_end
    if k >= len(tokens) or tokens[k].low in lexicon.actions or span.elided:
        return False
    verb = lexicon.verbs.get(tokens[k].low)
    return verb is not None and verb not in lexicon.cue("verb_light") and past_verb(tokens[k], lexicon)


def deaths(span: Span) -> bool:
    """``4,318 cases and 97 deaths``: what the noun itself says is said of no other noun."""
    return span.item_class == "person.victim" and span.action_at is None
