"""What happened to the counted: the action word that fits a number best."""

from itertools import pairwise

from extractors.figures.action import agents, bodies, bystanders, joining, nominals
from extractors.figures.clause import relatives, wholes
from extractors.figures.clause.others import own_predicate
from extractors.figures.clause.reach import LIMIT, Found, apart, cost, counted
from extractors.figures.lexicon import Lexicon
from extractors.figures.senses import hearers, roles
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_LOOSE = 3.0
_SURE = 0.3
_IMPLIED = 4.5
# A noun that is a state itself (2 missing) yields only to a predicate of its own.
_STATE = 0.9
# A noun that is not known may be none that anything is done to.
_UNKNOWN = 4.6
# A town with 4,000 residents: what befell the town is another matter.
_HAVING = frozenset({"with", "has", "had", "have", "its", "their"})
_QUOTES = frozenset({'"', "“", "'", "‘"})
_JOINS = frozenset({"and", "but"})
_FORMER = frozenset({"former", "ex"})
_FATES = frozenset({"killed", "missing", "trapped", "kidnapped", "arrested"})
_PEOPLE = ("person", "family", "group")
_AGAINST = frozenset({"against", "for"})
_GIVEN_BACK = frozenset({"exchanged", "released", "received"})
# What else may be told of N for N; nobody but the exchange is confirmed, agreed or carried out.
_SWAPPED = _GIVEN_BACK | {"returned", "killed"}
_SWAPS = frozenset(
    {"swap", "swaps", "swapped", "exchange", "exchanges", "exchanged", "trade", "traded", "prisoner", "prisoners"}
    | {"deal", "captives", "hostages", "detainees", "bodies", "handover", "formula", "basis", "release", "released"}
)


def link(sentence: Sentence, spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    """Give each span its cheapest action; spans joined by ``and`` or a comma take that of their neighbour."""
    tokens, remains = sentence.tokens, None
    told = not lexicon.cue("remains").isdisjoint(sentence.words)
    for span in spans:
        implied = lexicon.implies.get(span.item or "") if span.unit == "count" else None
        remains = bodies.remains(tokens, span, remains, lexicon) if told else None
        if remains is not None or (implied and span.item_class == "person.victim"):
            _dead(sentence, span, spans, found, remains, lexicon)
            continue
        if span.unit == "count" and (_told(tokens, span, lexicon) or _acted(tokens, span, spans, lexicon)):
            continue
        led = tokens[span.begin - 1].low in nominals.LEADS
        if led and (named := nominals.read(tokens, span.begin, lexicon, span.noun_end)) is not None:
            take(span, named[0].lemma, named[0].cls or None, 0.3, named[1], "nominal", 0.95)
            continue
        _cheapest(sentence, span, spans, found, lexicon)
        limit = _STATE if span.item in lexicon.cues.state else _IMPLIED
        idle = implied is not None and implied.lemma in lexicon.cue("idle_state")
        untold = span.action_cost > limit or span.action_class is None or span.action == "be"
        if implied and untold and _former(tokens, span):
            span.action = span.action_class = span.action_at = None
        elif implied and not idle and untold:
            sure = (
                0.9 if span.item in lexicon.cue("state") and span.item != "survivor" else 0.6
            )  # ``we are looking at 40 missing``
            take(span, implied.lemma, implied.cls, min(_LOOSE, limit), None, "counted_noun", sure)
        elif idle and implied and tokens[span.begin - 1].low in _HAVING and not _fate(span):
            take(span, implied.lemma, implied.cls, 1.0, None, "counted_noun", 0.9)
        if span.each and span.unit == "count":
            _swapped(tokens, span)
    _coordinate(tokens, spans, lexicon)
    _chain(tokens, spans, lexicon)
    if len(spans) > 3:
        wholes.share(tokens, spans)


def _former(tokens: list[Token], span: Span) -> bool:
    """``Twelve of the former prisoners``: nobody holds them now."""
    return any(t.low in _FORMER for t in tokens[span.last : span.noun_end])


def _fate(span: Span) -> bool:
    """``with 22 residents confirmed dead``: right behind them what befell them, and not the place they live in."""
    return span.action_at == span.noun_end and span.action_class in _FATES


def _swapped(tokens: list[Token], span: Span) -> None:
    """``confirmed the 175-for-175 exchange``, ``the swap, 95 for 95, was carried out``: nothing but that is told.

    In a match ``10-for-10 shooting`` is none.
    """
    if span.action is not None and _SWAPS.isdisjoint([token.low for token in tokens]):
        return
    if span.action is None or span.action_class not in _SWAPPED:
        take(span, "exchange", "exchanged", _SURE, None, "n_for_n", 0.9)
    else:
        take(span, span.action, span.action_class, min(_SURE, span.action_cost), span.action_at, "n_for_n", 0.9)


def _dead(
    sentence: Sentence, span: Span, spans: list[Span], found: list[Found], remains: str | None, lexicon: Lexicon
) -> None:
    """Bodies that are exchanged or handed over died long before."""
    tokens = sentence.tokens
    _cheapest(sentence, span, spans, [f for f in found if f.acts[0].cls in _GIVEN_BACK], lexicon)
    named = nominals.read(tokens, span.begin - 2, lexicon) if remains else None
    if named is not None and named[0].cls in _GIVEN_BACK:
        take(span, named[0].lemma, named[0].cls, 0.3, named[1], "nominal", 0.95)
    if span.action_cost > _IMPLIED:
        dead = lexicon.implies[remains or span.item or ""]
        take(span, dead.lemma, dead.cls, 0.0, span.begin - 2 if remains else None, "counted_noun", 0.95)


def _acted(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> bool:
    """Set what the counted plainly did; ``Two said that …`` are people."""
    did = agents.did(tokens, span, spans, lexicon)
    if did is None:
        return False
    take(span, did[0], agents.AGENT, 1.0, did[1], "agent", 0.8)
    if span.item is None:
        span.item, span.item_class = "person", "person"
        span.rule("item", "elided_person", 0.7)
    return True


def _told(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Set what the counted were told, or what who is meant did with them; what else is told befell others."""
    at, rule = hearers.told(tokens, span, lexicon), "hearer"
    if at is None:
        at, rule = relatives.own_verb(tokens, span, lexicon), "relative"
    if at is None:
        return False
    take(span, lexicon.verbs[tokens[at].low], None, _SURE, at, rule, 0.85)
    return True


def take(span: Span, lemma: str, cls: str | None, price: float, at: int | None, rule: str, confidence: float) -> None:
    """Set the action of a span, and note which rule gave it."""
    span.action, span.action_class, span.action_cost, span.action_at = lemma, cls, price, at
    span.rules.append(("action", rule, confidence))


def _cheapest(sentence: Sentence, span: Span, spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    unknown = span.unit == "count" and span.item is not None and span.item_class is None
    tokens, measured, of = sentence.tokens, span.unit != "count", counted(sentence, span, lexicon)
    aged, timed = measured and span.unit.startswith("age"), measured and span.unit.startswith("duration")
    spent = measured and span.unit.startswith("money")
    thing = not measured and span.item_class is not None and not span.item_class.startswith(_PEOPLE)
    best, chosen, where = (_UNKNOWN if unknown else LIMIT), None, None
    stop = _stop(tokens, span, spans, lexicon)
    for action in found:
        if (span.begin <= action.first < span.noun_end and not span.each) or action.first >= stop:
            continue
        if thing and _of_people(tokens, action, lexicon):
            continue
        if timed and action.first == span.noun_end and action.acts[0].cls == "arrested":
            continue  # ``sentenced to 12 years in prison``
        between = apart(tokens, of, action, spans, lexicon)
        for act in action.acts:
            lasts = spent and act.cls == "lasted"  # ``losses ran to $40m``
            if lasts or (aged and act.cls not in lexicon.cue("aged_class")) or (between > best and act.role != "n"):
                continue
            price = cost(tokens, of, action, act, between, spans, lexicon)
            if price < best and not bystanders.others_fate(tokens, span, action.first, action.end, act, lexicon):
                best, chosen, where = price, act, action
    if chosen is None or where is None or (":" in sentence.words and in_their_words(tokens, span, where)):
        return
    told = None if not measured and roles.served(tokens, span, lexicon) else chosen.cls
    if chosen.role == "o" and agents.acted(tokens, span, where.first, where.end, chosen, spans, lexicon):
        take(span, chosen.lemma, agents.AGENT, best, where.first, "agent", 0.8)
    else:
        sure = 1 - best / 10
        sure = 0.3 if sure < 0.3 else 1.0 if sure > 1.0 else sure
        take(span, chosen.lemma, told, best, where.first, "nearest", round(sure, 2))


def _of_people(tokens: list[Token], action: Found, lexicon: Lexicon) -> bool:
    """``The freed men came in two planes``, ``380 tents in four camps``: what is told of people alone."""
    if tokens[action.first - 1].low != "the":
        return action.acts[0].role == "a" and action.acts[0].cls == "held"
    noun = lexicon.nouns.get(tokens[action.end].low) if action.end < len(tokens) else None
    return action.end == action.first + 1 and noun is not None and noun.cls.startswith("person")


def in_their_words(tokens: list[Token], span: Span, where: Found) -> bool:
    """``Three people wrote: "The minister has been killed."``: what they say did not befall them."""
    for k in range(span.noun_end, where.first - 1):  # noqa: SIM110 - twice as fast as any()
        if tokens[k].text == ":" and tokens[k + 1].text in _QUOTES:
            return True
    return False


def _coordinate(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``270 soldiers and 120 civilians``: a conjunct without an action of its own takes that of the other."""
    for left, right in pairwise(spans):
        if left.unit != "count" or right.unit != "count":
            continue
        if _returned(tokens, left, right) and left.action is not None:
            take(right, left.action, left.action_class, left.action_cost + 0.5, left.action_at, "in_return", 0.8)
        if not joining.joined(tokens, left, right):
            continue
        for taker, giver in ((right, left), (left, right)):
            if joining.of_own_noun(giver, taker):
                continue
            same = taker.action_at == giver.action_at
            own = taker is right and (own_predicate(tokens, right, lexicon) or joining.own_verb(tokens, right, lexicon))
            if own and not joining.of_noun(tokens, left, right):
                continue
            if taker is left and joining.apart(tokens, left, right, lexicon):
                continue
            poor = taker.action is None or taker.action_cost > giver.action_cost + (1.5 if same else 2.5)
            poor = poor or (giver.action_class in _GIVEN_BACK and _bodies(taker))
            if poor and giver.action is not None:
                price = giver.action_cost + 0.5
                take(taker, giver.action, giver.action_class, price, giver.action_at, "conjunct", 0.8)


def _bodies(span: Span) -> bool:
    """``handed over 24 captives and five bodies``, ``and the bodies of five men``."""
    return (joining.deaths(span) and span.item == "body") or (span.begin > 1 and span.action_at == span.begin - 2)


def _chain(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``22 lorries, 17 rifles and 300 rounds were seized``: the first of three takes what the others have."""
    for right, left in pairwise(reversed(spans)):
        if left.action is not None or right.action_at is None or right.action_at < right.noun_end:
            continue
        measured = right.unit == "count" or right.unit.startswith(("mass", "volume"))
        counts = left.unit == "count" and measured and right.action is not None
        if counts and joining.joined(tokens, left, right) and not joining.apart(tokens, left, right, lexicon):
            price = right.action_cost + 0.5
            take(left, right.action or "", right.action_class, price, right.action_at, "conjunct", 0.8)


def _next(span: Span, spans: list[Span]) -> Span | None:
    for other in spans:
        if other.first > span.first and not other.unit.startswith("age"):
            return other
    return None


def _stop(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> int:
    """Where the next clause begins that has a number of its own as its subject."""
    k = span.noun_end
    if span.begin > 1 and tokens[span.begin - 1].low == "were" and tokens[span.begin - 2].low in ("we", "they"):
        return _joined_at(tokens, k)  # ``We were 45 and only nine got out``
    if k >= len(tokens) or tokens[k].low not in {",", "aged"}:
        return len(tokens)
    after = _next(span, spans)
    if after is not None and tokens[k].low == "aged":
        k = after.begin - 2  # ``including three boys aged 4 to 12, and 71 were hurt``
    if k + 2 >= len(tokens) or tokens[k].text != "," or tokens[k + 1].low != "and":
        return len(tokens)
    return after.begin if after is not None and joining.apart(tokens, span, after, lexicon) else len(tokens)


def _joined_at(tokens: list[Token], k: int) -> int:
    """Where the next clause that ``and`` or ``but`` joins begins, from k on."""
    return next((j for j in range(k, len(tokens)) if tokens[j].low in _JOINS), len(tokens))


def _returned(tokens: list[Token], left: Span, right: Span) -> bool:
    """``exchanged 40 bodies against 12``: what was given for what."""
    between = tokens[left.noun_end : right.begin]
    return len(between) == 1 and between[0].low in _AGAINST and left.action_class in _GIVEN_BACK
