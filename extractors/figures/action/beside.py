"""Verbs that stand right beside a number and go before any that reaches it from another clause.

``killed 12 and left thousands exposed to the cold``, ``27 were admitted, two of whom needed surgery``.
"""

from extractors.figures.action import agents, direct, plainly
from extractors.figures.action.actions import take
from extractors.figures.clause import governors
from extractors.figures.clause.between import adverb, helps, ing, past_verb, phasal_end
from extractors.figures.lexicon import Lexicon
from extractors.figures.senses import states
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LEAVES = frozenset({"left", "leaves", "leaving"})
_WHOM = frozenset({"whom", "them", "which"})
_HURT = frozenset({"treated", "injured"})
# A blast that leaves 12 people with burns has hurt them.
_SUFFERS = frozenset({"leave", "have", "report", "include", "see", "count", "involve", "cause"})


def settle(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Give a number the verb beside it; False where there is none that says something else."""
    if span.action in _OWN_VERBS and (own := _OWN_VERBS[span.action](tokens, span, lexicon)) is not None:
        return _taken(tokens, span, own, lexicon)
    if span.noun_end == span.last and (own := _own_predicate(tokens, span, lexicon)) is not None:
        return _taken(tokens, span, own, lexicon)
    behind = tokens[span.noun_end].low if span.noun_end < len(tokens) else ""
    if behind in states.BEGINS and states.settle(tokens, span, lexicon):
        return True
    if (own := direct.verb_of(tokens, span, lexicon) or plainly.verb_of(tokens, span, lexicon)) is not None:
        return _taken(tokens, span, own, lexicon)
    at, cls = _leaves(tokens, span, lexicon) if tokens[span.begin - 1].low in _LEAVES else None, None
    if at is None and span.noun_end + 2 < len(tokens) and behind in _HAD:
        at = _had_done(tokens, span.noun_end + 1, lexicon)
    if at is None and span.action == "suffer injuries":
        at, cls = _hurt(tokens, span, lexicon), span.action_class
    elif at is None and behind == "of":
        at = _of_whom(tokens, span, lexicon)
    if at is None or span.action_at == at:
        return False
    if span.action == "suffer injuries" and tokens[at].low in lexicon.actions:
        return _taken(tokens, span, at, lexicon)
    take(span, lexicon.verbs[tokens[at].low], cls, 0.8, at, "beside", 0.75)
    return True


def _taken(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """Give a number the verb at a token, with its class where it has one."""
    act = next((a for a in lexicon.actions.get(tokens[at].low, ()) if a.role in "osa"), None)
    verb = act.lemma if act is not None else lexicon.verbs.get(tokens[at].low)
    verb = "have" if tokens[at].low in _HAD else verb
    if verb is None:
        return False
    cls = act.cls if act is not None and act.cls != "lasted" else None  # took three villages: no time
    if act is None and at < span.begin and tokens[at].low in lexicon.verbs:
        cls = agents.of_verb(tokens, span, at, lexicon)
    if verb == "get" and span.person and span.noun_end < len(tokens) and tokens[span.noun_end].low == "out":
        cls = "rescued"  # ``got seven survivors out``
    take(span, verb, cls, 0.8, at, "beside", 0.75)
    return True


def _believed(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``12 sailors believed drowned``, ``people believed to be trapped``: what is believed of them."""
    at = span.action_at
    if at is None or at < span.noun_end or not past_verb(tokens[at], lexicon):
        return None
    for k in range(at + 1, min(at + _NEAR, len(tokens))):
        if any(a.role in "osa" and (a.past or a.role == "a") for a in lexicon.actions.get(tokens[k].low, ())):
            return k
        if tokens[k].low not in _TO_BE:
            return None
    return None


def _accused(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``accuses its neighbour of holding on to nine pilots``: the gerund, whose object they are."""
    at = span.action_at
    if at is None or at >= span.begin:
        return None
    for k in range(span.begin - 1, max(at, span.begin - _NEAR), -1):
        if ing(tokens[k]) and tokens[k].low in lexicon.verbs and tokens[k - 1].low == "of":
            return k
        if tokens[k].kind != "w":
            return None
    return None


def _greeted(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``to welcome dozens of prisoners released by Orvania``: they were released before all."""
    del lexicon
    k, at = span.noun_end, span.action_at
    freed = k + 1 < len(tokens) and tokens[k].low in _FREED and tokens[k + 1].kind == "w"
    greeted = at is not None and at < span.begin and tokens[at].low.startswith(_GREETS)
    return k if freed and greeted else None


def _told(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``told 18,000 people living along the river to leave``: no news that they live there."""
    del lexicon
    k = span.begin - 1
    living = span.action_at is not None and span.action_at >= span.noun_end
    asked = any(t.low == "to" for t in tokens[span.noun_end : span.noun_end + _CLAUSE])
    return k if living and asked and k > 0 and tokens[k].low in _TELLS else None


def _claimed(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``Two armed groups have claimed the attack``: nothing that they say of a number."""
    k = span.noun_end + (span.noun_end < len(tokens) and tokens[span.noun_end].low in _HAVE)
    if span.action is not None or k + 1 >= len(tokens) or tokens[k].low not in _CLAIMS:
        return None
    return k if tokens[k + 1].low in lexicon.cue("article|article_the") or tokens[k + 1].low in _CLAIMED else None


_CARE = frozenset({"injured", "wounded", "hurt", "reported", "found", "left"})


def _own_predicate(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``and 3,400 partly damaged``, ``Of the 22 held, seven have confessed``: right behind a number without a noun."""
    k, at = span.noun_end, span.action_at
    if at is None or at >= span.begin or k + 2 > len(tokens) or span.unit != "count":
        return None
    if tokens[k].low.endswith("ly"):
        done = any(a.role == "o" and a.past for a in lexicon.actions.get(tokens[k + 1].low, ()))
        return k + 1 if done else None
    if tokens[k].low not in _HAVE or span.begin == 0 or tokens[span.begin - 1].text != ",":
        return None
    verb, light = lexicon.verbs.get(tokens[k + 1].low), lexicon.cue("verb_light")
    return k + 1 if past_verb(tokens[k + 1], lexicon) and verb not in light and verb not in _HELPS else None


def _had_done(tokens: list[Token], k: int, lexicon: Lexicon) -> int | None:
    """``had their visas cancelled``, ``had his leg amputated``: what was done to what is theirs."""
    if tokens[k].low not in _THEIRS:
        return None
    for j in range(k + 2, min(len(tokens), k + _NEAR)):
        if past_verb(tokens[j], lexicon) and lexicon.verbs[tokens[j].low] != "have":
            return j
        if tokens[j].kind != "w" or tokens[j].low in lexicon.cue("stop"):
            return None
    return None


_HAD = frozenset({"have", "had", "has", "having"})
_THEIRS = frozenset({"their", "his", "her", "its"})
_HAVE = frozenset({"have", "had"})
_CLAIMS = frozenset({"claimed", "claim"})
_CLAIMED = frozenset({"responsibility", "credit", "victory"})
_HELPS = frozenset({"be", "have", "do"})
_NEAR = 5
_CLAUSE = 9
_TO_BE = frozenset({"to", "have", "been", "be", "still"})
_FREED = frozenset({"released", "freed"})
_GREETS = ("welcom", "greet", "hug", "embrac", "cheer", "meet", "met")
_TELLS = frozenset({"told", "ordered", "urged", "asked", "advised", "warned", "instructed"})
# Verbs of which another, beside the number, says more.
_OWN_VERBS = {
    "believe": _believed,
    "accuse": _accused,
    "take in": _greeted,
    "greet": _greeted,
    "meet": _greeted,
    "welcome": _greeted,
    "live": _told,
    None: _claimed,
}


def _leaves(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``left tens of thousands exposed``: whatever befell those before it befell nobody here; not ``leaves 2 dead``."""
    k = span.begin - 1
    if k < 1 or tokens[k].low not in _LEAVES:
        return None
    if span.noun_end < len(tokens) and tokens[span.noun_end].low in lexicon.cue("state"):
        return None
    return k if span.action_at is not None and span.action_at < k and span.action_class is not None else None


def _hurt(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``transferred 37 patients with burns``: they are hurt, but what was done is another thing."""
    at = span.action_at
    if at is not None and span.last <= at < span.noun_end:  # ``to treat up to 12 badly burned patients``
        k = governors.before(tokens, span.begin, lexicon)
        aimed = k is not None and k > 0 and tokens[k - 1].low == "to"
        return k if aimed and k is not None and lexicon.verbs[tokens[k].low] not in _SUFFERS else None
    if at is None or at < span.noun_end or tokens[at].low != "with":
        return None
    k, helped = governors.behind(tokens, span.noun_end, lexicon)
    if helped and k is not None and tokens[k].low not in _CARE:
        return k  # ``Four patients with severe burns were airlifted``
    k = governors.plainly(tokens, span, lexicon)
    return k if k is not None and k < span.begin and lexicon.verbs[tokens[k].low] not in _SUFFERS else None


def _of_whom(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``two of whom needed surgery``: no table knows the verb, and what befell all of them is another's."""
    k = span.noun_end
    if k + 3 >= len(tokens) or tokens[k].low != "of" or tokens[k + 1].low not in _WHOM:
        return None
    j = k + 2
    while j + 2 < len(tokens) and (adverb(tokens[j], lexicon) or tokens[j].low in _HAVE):
        j += 1
    token, perfect = tokens[j], tokens[k + 2].low in _HAVE
    if token.low not in lexicon.verbs or token.low in lexicon.actions or helps(token, lexicon):
        return None
    plain = lexicon.verbs[token.low] == token.low and token.low not in lexicon.nouns and not perfect
    if plain and tokens[k + 1].low == "them":  # ``12 of them suffer from chronic illnesses``
        plain = tokens[j + 1].low in lexicon.cue("preposition|article")
    if tokens[j + 1].kind == "p" or not (plain or past_verb(token, lexicon)):
        return None
    return phasal_end(tokens, j, lexicon)


def condition(span: Span) -> bool:
    """``2,600 were treated, 310 of them in critical condition``: their state, under the verb that all have."""
    whole = span.lender
    if whole is None or whole.action is None or span.action != "critical condition" or whole.action_class not in _HURT:
        return False
    span.action = whole.action
    span.rule("action", "condition", 0.6)
    return True
