"""The verb of a number that no table of actions knows: ``distributed 300 blankets``, ``68% oppose the reform``.

It gives ``action`` (the verb's lemma) and no ``action_class``. It comes last: an action of a known class, also one lent
by another sentence, goes before it, but for a faint one of things (``the Red Cross has distributed 300 blankets``).
"""

from extractors.figures.action import agents, beside, conjuncts, mainfacts, resorts
from extractors.figures.action.labels import LEVELS
from extractors.figures.clause import between, governors, objects
from extractors.figures.lexicon import Lexicon
from extractors.figures.senses import included, remains, states, victims
from extractors.figures.spans import PERSON, Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

# A known action that fits no better than this gives way to the verb that governs things or shares.
_FAINT = 0.62
# A known action of people that fits no better gives way only to a verb right beside the number.
_DISTANT = 0.75
_SURE = 0.9
_APART = 8
_PARTICLES = frozenset({("carry", "out"), ("cut", "off")})
# The rule that gave an action, and how sure it is.
Told = tuple[str, str, float] | None
_WE_WERE = (["they", "were"], ["we", "were"])
_LOOSE = frozenset({"nearest", "counted_noun"})
_DEAD_OR_HURT = frozenset({"killed", "injured"})
_SUMS = frozenset({"average", "total"})
_ARTICLES = frozenset({"the", "a", "an", "another", "his", "her", "its", "their", "all", "these", "those"})


def settle(placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """Set ``action`` of each span that has none to the verb whose subject or object the counted is."""
    if not lexicon.verbs:
        return
    before: Span | None = None
    for sentence, span in placed:
        at = span.action_at
        if span.lender is not None and _referring(span):
            states.settle(sentence.tokens, span, lexicon)
        elif not beside.settle(sentence.tokens, span, lexicon):
            _of_span(sentence.tokens, span, lexicon)
        if before is not None and at is not None and before.action_at == at != span.action_at:
            _also(before, span)
        before = span
    conjuncts.settle(placed, lexicon)
    for _, span in placed:
        if span.action is None:
            resorts.living(span, lexicon)
    victims.settle(placed)
    borrowed = [_borrow(sentence.tokens, span) for sentence, span in placed if span.lender is not None]
    if any(borrowed):
        conjuncts.settle(placed, lexicon)
    included.settle(placed, lexicon)


def _of_span(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """The verb of one number: where nothing is known of it, or where a plain verb says more than what is."""
    last = _told_last(span)
    rule = last[1] if last is not None else ""
    if span.item == "time" and (at := objects.times(tokens, span, lexicon)) is not None:
        _told_by(tokens, span, at, lexicon)
    elif span.elided and _promised(tokens, span, lexicon):
        _told_by(tokens, span, span.last, lexicon)
    elif span.action is None and PERSON[span.item_class] and agents.spoken_for(tokens, span, lexicon):
        return  # ``Relatives of the 12 victims said they were beaten``
    elif span.action is None or span.action == "be" or _faint(span, last):
        _first(tokens, span, lexicon)
    elif rule in mainfacts.DOUBTED and (at := mainfacts.verb_of(tokens, span, rule, lexicon)) is not None:
        (_done if at < span.begin else _told_by)(tokens, span, at, lexicon)
    elif span.action_class in _DEAD_OR_HURT and remains.told(span):
        remains.settle(tokens, span, lexicon)
    elif PERSON[span.item_class] and (at := objects.verb_of(tokens, span, lexicon)) is not None:
        _done(tokens, span, at, lexicon)
    elif (at := _intended(tokens, span, last, lexicon)) is not None:
        _told_by(tokens, span, at, lexicon)
    elif rule in _LOOSE and _far(span, last):
        _govern(tokens, span, lexicon)


def _told_by(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> None:
    span.action, span.action_class, span.action_at = lexicon.verbs[tokens[at].low], None, at
    span.rule("action", "plain_verb", 0.7)


def _done(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> None:
    """``admitted 27 of the freed girls``: the verb whose object they are, with its class where it has one."""
    act = next((a for a in lexicon.actions.get(tokens[at].low, ()) if a.role == "o"), None)
    cls = act.cls if act is not None else agents.of_verb(tokens, span, at, lexicon)
    span.action, span.action_class, span.action_at = (act.lemma if act else lexicon.verbs[tokens[at].low]), cls, at
    span.rule("action", "object_of", 0.8)


def _promised(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``9,000 have been delivered out of 15,000 promised``: a participle of a plain verb ends it."""
    k = span.last
    if k + 1 >= len(tokens) or not span.begin:
        return False
    word, lead = tokens[k].low, tokens[span.begin - 1].low
    unknown = word.endswith("ed") and word in lexicon.verbs and word not in lexicon.actions
    if lead == "the":  # ``compared with the 2,100 stipulated in the deal``
        return unknown and word in lexicon.cue("foretold") and tokens[k + 1].low in lexicon.cue("preposition")
    return lead == "of" and unknown and tokens[k + 1].kind == "p"


def _sum(tokens: list[Token], at: int) -> bool:
    """``450 entered in 28 days, an average of 16 a day``: no verb."""
    return tokens[at].low in _SUMS and tokens[at - 1].low in _ARTICLES


def _first(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """Where nothing is known, or only that there are some: the governing verb."""
    if span.unit.startswith("age") or (span.item == "vote" and span.begin and tokens[span.begin - 1].low == "to"):
        return
    at = governors.governor(tokens, span, lexicon)
    if at is not None and (_sum(tokens, at) or resorts.consists(tokens, span, at, lexicon)):
        return
    if at is not None and resorts.compares(tokens, at, lexicon):
        if span.elided:
            return  # a number of the same kind stands before it
        at = None
    elif at is not None and lexicon.verbs[tokens[at].low] in lexicon.cue("makes_do"):
        at = _made_do(tokens, span, at, lexicon)
    if at is None and span.action is None:
        if (at := resorts.has(tokens, span, lexicon)) is not None:
            verb = lexicon.verbs.get(tokens[at].low, "have")  # or the verb that says how many: ``had passed``
            span.action, span.action_class, span.action_at = verb, None, at
            span.rule("action", "has", 0.5)
            return
        at = resorts.in_clause(tokens, span, lexicon)
    if at is None or (span.action == "be" and at < span.noun_end):
        return
    same = at == span.action_at and at > span.begin and span.action_class is not None
    same = same or (at == span.action_at and span.action is not None and " off" in span.action)  # ``lay off 10%``
    if not (same or (at == span.action_at and span.action_class in LEVELS)):
        verb = lexicon.verbs[tokens[at].low]
        span.action, span.action_class, span.action_at = verb, agents.of_verb(tokens, span, at, lexicon), at
        span.rule("action", "governing_verb", 0.5)


def _made_do(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> int:
    """``allows for 10,000 civilians to leave``: what they are to do."""
    k = span.noun_end
    does = at < span.begin and k + 1 < len(tokens) and tokens[k].low == "to" and tokens[k + 1].low in lexicon.verbs
    return k + 1 if does and tokens[k + 1].low not in lexicon.cue("be") else at


def _also(left: Span, right: Span) -> None:
    """``Nine buses and three vans were used, and both sides held their fire``: the right verb for both."""
    last = _told_last(left)
    if last is not None and last[1] == "conjunct" and right.action is not None:
        left.action, left.action_class, left.action_at = right.action, right.action_class, right.action_at
        left.rule("action", "conjunct", 0.4)


def _referring(span: Span) -> bool:
    return span.action is None and "anaphor" in [rule for _, rule, _ in span.rules]


def _borrow(tokens: list[Token], span: Span) -> bool:
    """``Of these, 12 are women``, ``the rebels say it was 400``: what befell those whose noun a number takes."""
    other = span.lender
    if other is None or other.action is None or beside.condition(span):
        return False
    if [t.low for t in tokens[max(0, span.begin - 2) : span.begin]] in _WE_WERE:
        return False  # ``They were more than 200.``: those who came, no victims
    if span.action is None or span.action == "bodies" or _whole(span):
        span.action, span.action_class = other.action, other.action_class
        span.rule("action", "lender", 0.5)
        return True
    return False


def _whole(span: Span) -> bool:
    """A part whose action was that of its whole, which may have been told of by another verb since."""
    last = _told_last(span)
    return last is not None and last[1] == "whole"


def _told_last(span: Span) -> Told:
    """The rule that gave the action, whatever its class has become since."""
    for rule in reversed(span.rules):
        if rule[0] == "action" and rule[1] != "of_other_things":
            return rule
    return None


def _far(span: Span, last: Told) -> bool:
    """True where the known action stands far off, or is only what the noun implies (residents live)."""
    if last is None or (span.unit != "count" and span.unit.startswith("age")):
        return False
    near = _SURE if span.unit != "count" and span.unit.startswith("duration") else _DISTANT
    return (last[1] == "nearest" and last[2] <= near) or (last[1] == "counted_noun" and last[2] < _SURE)


def _intended(tokens: list[Token], span: Span, last: Told, lexicon: Lexicon) -> int | None:
    """``are working to locate the three hikers``: an infinitive right before the number, of a verb no table knows."""
    k = span.begin - 1
    if k > 2 and (tokens[k].low in _ARTICLES or tokens[k].low == "for"):
        k -= 1
    if (
        k < 2
        or tokens[k - 1].low != "to"
        or span.action_at is None
        or (span.action_at >= k - 1 and not _far(span, last))
    ):
        return None
    word = tokens[k].low
    unknown = word in lexicon.verbs and word not in lexicon.actions and word not in lexicon.cue("verb_light")
    return k if unknown and not span.unit.startswith("age") else None


def _govern(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """The verb that plainly governs a number goes before a far action, with its class where it has one."""
    at = governors.plainly(tokens, span, lexicon)
    if at is None and tokens[span.begin - 1].low == "leaving":
        at = span.begin - 1
    if at is None and span.action in lexicon.cue("idle_state"):
        at = governors.subject_of(tokens, span.noun_end, lexicon)
    if at is None and (span.item_class or "").startswith("person"):
        at = between.acting(tokens, span, lexicon)
    if at is None and span.unit.startswith("duration"):
        at = governors.lasting(tokens, span.begin, lexicon)
    verb = lexicon.verbs.get(tokens[at].low) if at is not None else None
    if at is None or at == span.action_at or verb is None:
        return
    deprived = verb == "leave" and [t.low for t in tokens[span.noun_end : span.noun_end + 1]] == ["without"]
    act = next((a for a in lexicon.actions.get(tokens[at].low, ()) if a.role in "os"), None)
    if at + 1 < len(tokens) and (verb, tokens[at + 1].low) in _PARTICLES:
        act = None  # ``firefighters carried out 14 residents``: aboard nothing
    cls = act.cls if act else agents.of_verb(tokens, span, at, lexicon)
    if verb == "spend" and not span.unit.startswith("money"):
        cls = None  # ``Hundreds of residents spent the night in metro stations``
    taken = verb == "take" and agents.abducted(tokens, span, at, lexicon)
    if taken:
        act, cls = None, "kidnapped"  # ``gunmen took 30 villagers``
    light = _light(verb, span, lexicon) and (at < span.begin or verb not in lexicon.cue("verb_behind"))
    if light and not (taken or deprived):
        return
    span.action, span.action_class, span.action_at = (act.lemma if act else verb), cls, at
    span.rule("action", "plain_verb", 0.7)


def _light(verb: str, span: Span, lexicon: Lexicon) -> bool:
    """A verb that says little; but they stayed for three hours."""
    if verb == "involve":
        return not (span.item_class == "person.captive" and span.action_class == "held")
    return verb in lexicon.cue("verb_light") and not (verb == "stay" and span.unit.startswith("duration"))


def _faint(span: Span, last: Told) -> bool:
    """True where the action of a thing was found far off, or that of a share before it; people keep theirs."""
    if span.unit == "percent" and span.action_at is not None and span.action_at < span.begin - 1:
        return last is None or last[1] != "nominal"
    if span.unit == "count" and (span.item_class is None or PERSON[span.item_class]):
        return False
    return last is not None and last[1] == "nearest" and last[2] <= _FAINT
