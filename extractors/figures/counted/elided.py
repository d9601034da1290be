"""What a number counts whose noun stands nowhere near: ``a licence for 450``, ``the 40 who stayed``, ``250 came``."""

from extractors.figures.counted import doings, topics
from extractors.figures.counted.lending import smaller
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_OF_THINGS = frozenset({"damaged", "destroyed"})
_THINGS = ("building", "vehicle", "thing", "group")
_HOLDS = 5
_SIZE = 5
_FEW = 12
_ALIVE = frozenset({"who", "alive"})
_GAVE = frozenset({"gave", "give", "gives", "giving", "given"})
_ONLY = frozenset({"only", "just", "another", "some"})
_OWNERS = frozenset({"our", "their", "its", "his", "her"})
_FREED = frozenset({"released", "exchanged", "returned", "rescued"})
_TAKES = frozenset({"took", "brought", "take", "bring", "sent", "send", "gave", "got"})
_LINKS = frozenset({"for", "of", "to", "on", "with"})


def shared(tokens: list[Token], span: Span, other: Span, lexicon: Lexicon) -> bool:
    """``closed 12 roads and then five``; but ``Two buses collided, killing 12``: what befalls people alone."""
    if other.action_class != span.action_class:
        return False
    if other.item_class == "thing" and span.action_class in _FREED and smaller(other, span):
        return False  # in two exchanges 14 came home
    if span.action_class == "evacuated":
        return not smaller(other, span)  # of three villages no 900 are evacuated
    if span.action_class not in lexicon.cue("people_only") or other.item_class == "family":
        return True
    at = span.action_at
    return other.item_class == "animal" and (at is None or not tokens[at].low.endswith("ing"))


def settle(tokens: list[Token], span: Span, state: State, lexicon: Lexicon) -> None:
    """People where the words around the number say so; else the noun that its verb goes on with."""
    earlier = state.earlier
    after = tokens[span.noun_end].low if span.noun_end < len(tokens) else ""
    behind = tokens[span.noun_end + 1].low if after == "of" and span.noun_end + 1 < len(tokens) else ""
    if behind in ("ours", "theirs") or _their_own(tokens, span, after):
        _take(span, earlier, "object" if earlier is not None else "people")
    elif _told(tokens, span, after, state):
        _take(span, earlier, "people")
    elif after in _ALIVE or _room(tokens, span, lexicon) or those_who(tokens, span) or doings.we_were(tokens, span):
        _take(span, earlier if after in _ALIVE else None, "people")
    elif (state.exchange and _dealt(tokens, span, lexicon)) or _gave_up(tokens, span, state):
        _take(span, earlier, "people")
    else:
        _by_verb(tokens, span, after, state, lexicon)


def _by_verb(tokens: list[Token], span: Span, after: str, state: State, lexicon: Lexicon) -> None:
    """The noun that what is done, or what they do, goes on with."""
    earlier = state.earlier
    losers = doings.lost(tokens, span, lexicon)
    if losers is not None:
        span.item, span.item_class = losers.lemma, losers.cls
        span.rule("item", "lost_of_own", 0.6)
    elif (carrier := doings.drove(tokens, span, state)) is not None:
        _take(span, carrier, "object")
    elif doings.mostly(tokens, span, lexicon) or doings.people_act(tokens, span, lexicon):
        _take(span, earlier, "people_act")
    elif doings.home(tokens, span, after, earlier, lexicon):
        _take(span, earlier, "people")
    elif earlier is not None and (_object(tokens, span, lexicon) or _put_at(tokens, span, earlier)):
        if (earlier.item_class or "") == "group" and smaller(earlier, span):
            return  # 26 countries pledged troops: France offered 6,000
        _take(span, _bargain(tokens, span, earlier, state, lexicon), "object")


def _put_at(tokens: list[Token], span: Span, earlier: Span) -> bool:
    """``On Thursday they put it at 588``: the number of whom the sentence before counts, which is of that size."""
    if not (span.low or 0) / _SIZE < (earlier.low or earlier.high or 0) < (span.low or 0) * _SIZE:
        return False
    lead = [t.low for t in tokens[max(0, span.begin - 3) : span.begin]]
    return len(lead) == 3 and lead[0].startswith("put") and lead[1:] in (["it", "at"], ["that", "at"])


def _their_own(tokens: list[Token], span: Span, after: str) -> bool:
    """``lost 14 of our own``."""
    words = [t.low for t in tokens[span.noun_end + 1 : span.noun_end + 4]]
    return after == "of" and len(words) > 1 and words[0] in _OWNERS and words[1] == "own"


def _told(tokens: list[Token], span: Span, after: str, state: State) -> bool:
    """``Our 307 are home``; behind people ``the minister said 13,200 had been registered``."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    if lead == "our":
        return span.value != 1
    said = lead == "that" or lead in state.lexicon.cue("say")
    people = state.earlier is not None and state.earlier is state.people
    return said and people and after in state.lexicon.cue("auxiliary")


def _bargain(tokens: list[Token], span: Span, earlier: Span, state: State, lexicon: Lexicon) -> Span:
    """``We asked for 120``: of those who are exchanged, where fewer people than that were counted last."""
    asked = {t.low for t in tokens[max(0, span.begin - 2) : span.begin]} & lexicon.cue("bargain")
    fewer = asked and (earlier.item_class or "").startswith("person") and (earlier.value or 0) < (span.value or 0)
    return state.traded if fewer and state.swap and state.traded is not None else earlier


def crowd(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``a crew of four``, ``a town of 40,000``: set the crew, or people; False where there is none."""
    k = span.begin - 2
    if k < 0 or tokens[k + 1].low != "of" or tokens[k].low not in lexicon.cue("crowd"):
        return False
    if span.noun_end < len(tokens) and tokens[span.noun_end].low == "of":
        return False  # the detention of 15 of the 19 suspects
    behind = tokens[span.noun_end : span.noun_end + 2]
    if len(behind) > 1 and behind[0].low == "and" and behind[1].kind == "n":
        return False  # the rescue of 423 and 671 migrants
    noun = lexicon.nouns.get(tokens[k].low)
    crew = noun is not None and noun.cls.startswith("person")
    span.item, span.item_class = (noun.lemma if noun is not None and crew else "person"), "person"
    span.rule("item", "crowd", 0.6)
    return True


def those_who(tokens: list[Token], span: Span) -> bool:
    """``298 of those who came back``, ``12 of those aboard``."""
    k = span.noun_end
    return k + 1 < len(tokens) and tokens[k].low == "of" and tokens[k + 1].low == "those"


def _room(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``licensed for 60``, ``a capacity of 450``: nothing but people fits."""
    k = span.begin - 1
    if k < 1 or tokens[k].low not in _LINKS:
        return False
    shared = span.noun_end < len(tokens) and tokens[span.noun_end].low in ("with", "now", "held", "to")
    room = not lexicon.cue("room").isdisjoint([t.low for t in tokens[max(0, k - _HOLDS) : k]])
    return room and (shared or bare(tokens, span, lexicon))


def _dealt(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Last year's deal involved six``, ``the largest, in 2019, involved 48``: those who were exchanged."""
    if span.begin < 2 or tokens[span.begin - 1].low not in lexicon.cue("involves"):
        return False
    return bare(tokens, span, lexicon) and any(t.low in lexicon.cue("dealt") for t in tokens[: span.begin - 1])


def goes_with(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> bool:
    """The object of the verb before, or the noun of the number right before it; sets the item."""
    return _assailed(tokens, span, lexicon) or _of_subject(tokens, span, spans)


def _assailed(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``fought off the assailants and killed eight``: the object of the verb before."""
    k = span.begin - 1
    if k < 3 or span.action_at != k or tokens[k - 1].low != "and":
        return False
    noun = lexicon.nouns.get(tokens[k - 2].low)
    if noun is None or not noun.plural or not noun.cls.startswith("person"):
        return False
    if lexicon.cue("assails").isdisjoint([t.low for t in tokens[max(0, k - _HOLDS - 2) : k - 2]]):
        return False
    span.item, span.item_class = noun.lemma, noun.cls
    span.rule("item", "assailed", 0.6)
    return True


def _of_subject(tokens: list[Token], span: Span, spans: list[Span]) -> bool:
    """``the worst month for civilians: 21 killed and 88 injured``: both of those named before."""
    if not span.begin or tokens[span.begin - 1].low != "and":
        return False
    left = next((s for s in reversed(spans) if s.first < span.first and s.unit == "count"), None)
    if left is None or not any(key == "item" and name in {"subject", "number_of"} for key, name, _ in left.rules):
        return False
    if left.item == "person" or not left.person or span.action_class is None or span.begin - left.noun_end > _FEW // 3:
        return False
    span.item, span.item_class = left.item, left.item_class
    span.rule("item", "subject", 0.6)
    return True


def _gave_up(tokens: list[Token], span: Span, state: State) -> bool:
    """``Both sides gave up 84``, in an exchange."""
    k = span.begin - 1
    if k < 2 or tokens[k].low != "up" or tokens[k - 1].low not in _GAVE:
        return False
    return (state.swap or tokens[0].low in ("both", "each")) and bare(tokens, span, state.lexicon)


def _object(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``they count up to 9,000``, ``we had asked for 250``: what somebody does to a known thing."""
    k = span.begin - 1
    while k > 1 and tokens[k].low in _ONLY:
        k -= 1
    if k > 1 and tokens[k].low in _LINKS:
        k -= 1
    if k > 0 and more(tokens, span, lexicon):
        k -= tokens[k].low in lexicon.cue("particle")
        return tokens[k].low in lexicon.verbs or tokens[k].low in lexicon.cue("past_verb")
    if k < 1 or not bare(tokens, span, lexicon):
        return False
    k -= k > 1 and tokens[k].low in lexicon.cue("particle") and tokens[k - 1].low in _TAKES
    counts = tokens[k].low in lexicon.cue("say") and (span.value or 0) > _FEW
    return counts or tokens[k].low in lexicon.cue("counts_on")


def more(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``divers brought up six more on Tuesday``: once more of the same."""
    j = span.noun_end
    if j >= len(tokens) or tokens[j].low != "more":
        return False
    after = tokens[j + 1] if j + 1 < len(tokens) else None
    return after is None or after.kind == "p" or after.low in lexicon.cue("bare_behind")


def named(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``The list had 40 names. Forty were promised and 38 came``: people, unless they are read or crossed out."""
    action, j = span.action, span.noun_end
    while action is None and j < len(tokens) and (tokens[j].low in lexicon.cue("auxiliary") or tokens[j].low == "of"):
        j += 1 + (tokens[j].low == "of")
    if action is None and j < len(tokens):
        action = lexicon.verbs.get(tokens[j].low, "came" if tokens[j].low in lexicon.cue("people_act") else None)
    befallen = span.action_class in lexicon.cue("people_only")
    if action is not None and (befallen or action not in lexicon.cue("name_verb")):
        span.item, span.item_class = "person", "person"
        span.rule("item", "named", 0.6)


def bare(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """True where no noun can follow; ``300 a day`` has none either."""
    after = tokens[span.noun_end] if span.noun_end < len(tokens) else None
    return after is None or (after.kind == "p" and after.text != "-") or after.low in lexicon.cue("bare_behind")


def _moves(other: Span) -> bool:
    """People, and what carries them, come and go; houses do not."""
    return (other.item_class or "").startswith(("person", "vehicle"))


def _take(span: Span, other: Span | None, rule: str) -> None:
    """The other's noun where the number can be some of them, or people."""
    fits = rule == "object" or (other is not None and _moves(other) and (other.value or 0) >= (span.value or 0))
    if other is not None and fits:
        span.item, span.item_class = other.item, other.item_class
    else:
        span.item, span.item_class = "person", "person"
    span.rule("item", rule, 0.5)


def more_things(tokens: list[Token], span: Span, earlier_here: list[Span], lexicon: Lexicon) -> Span | None:
    """``300 homes were flattened and 900 others damaged``: what none of these verbs is said of are people."""
    if span.action_class not in _OF_THINGS:
        return None
    if not earlier_here:
        return topics.thing_before(tokens, span, _THINGS, lexicon)
    if not span.others:
        last = earlier_here[-1] if earlier_here else None
        things = last is not None and (last.item_class or "").startswith(_THINGS)
        return last if things and last is not None and last.action_class in _OF_THINGS else None
    return next((s for s in reversed(earlier_here) if (s.item_class or "").startswith(_THINGS)), None)
