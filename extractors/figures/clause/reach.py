"""How far an action word is from a number, in the words between them: what the cheapest action is chosen by."""

from dataclasses import dataclass

from extractors.figures.clause import clauses, nouns_of, others, walk
from extractors.figures.clause.wholes import among_others, whole_of
from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.spans import PERSON, Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

LIMIT = 7.5
# A verb that does not go with people, and ``there were``, yield to any action near by.
_UNLIKELY = 2.5
_EXISTENCE = 1.5
# A participle or a state right behind the noun may only say which of them are meant.
_MODIFIER = 0.3
_MOVES = frozenset({"rose", "rises", "climbed", "stood", "reached", "stands", "risen", "climbs", "hit"})
_COMPARED = frozenset({"up", "down"})
_GOES = frozenset({"went", "go", "goes", "gone", "going", "came", "come", "coming"})
_ARTICLES = frozenset({"a", "an"})
# So near before a number stands the ``of`` that makes it a whole, or those of somebody.
_OF = 4
_LEADS = frozenset({"of", "for"})
_INSIDE = frozenset({"in", "aboard", "by", "with"})
_OBJECT = frozenset({"him", "her", "them", "a", "his", "the", "their"})
_PERFECT = frozenset({"have", "had", "has"})
_AGENTS = frozenset({"attended", "marched", "struck", "voted"})


@dataclass(slots=True)
class Found:
    """An action word of a sentence over tokens [first, end)."""

    first: int
    end: int
    acts: tuple[Act, ...]


@dataclass(slots=True)
class Counted:
    """A number, and what the price of every action rests on, which is found out once: what never befalls those counted.

    ``of`` where one, or ``for``, leads the number; ``own`` whether it has its own predicate, None until somebody asks.
    """

    span: Span
    lows: list[str]
    never: frozenset[str]
    person: bool
    money: bool
    of: bool
    own: bool | None = None


def counted(sentence: Sentence, span: Span, lexicon: Lexicon) -> Counted:
    """A number as ``cost`` takes it."""
    lows = sentence.lows
    person = PERSON[span.item_class]
    led = not _LEADS.isdisjoint(lows[span.begin - _OF if span.begin > _OF else 0 : span.begin])
    never = others.NONE if span.unit == "count" and (person or span.item_class is None) else others.never(span, lexicon)
    if span.item is not None and span.item_class is None and not span.elided and lows[span.begin - 1] in _INSIDE:
        never = lexicon.cue("never_of_thing")  # ``the wounded were flown there in two C-130s``
    return Counted(span, lows, never, person, span.unit != "count" and span.unit.startswith("money"), led)


def apart(tokens: list[Token], of: Counted, action: Found, spans: list[Span], lexicon: Lexicon) -> float:
    """The price of what stands between; where it is above zero, only a noun of action may cost less in the end."""
    span, lows = of.span, of.lows
    end = span.noun_end
    if action.first < end:
        return walk.price(tokens, lows, action.end, span.begin, spans, lexicon)
    if lows[end] == "of":
        whole = whole_of(tokens, span, spans)
        end = whole.noun_end if whole is not None and whole.noun_end <= action.first else end
    return walk.price(tokens, lows, end, action.first, spans, lexicon)


def cost(
    tokens: list[Token], of: Counted, action: Found, act: Act, price: float, spans: list[Span], lexicon: Lexicon
) -> float:
    """The price of taking an action word for what happened to the counted; lower is likelier.

    ``price`` is that of what stands between.
    """
    span = of.span
    if of.money and (act.lemma == "hit" or (act.lemma == "exchange for" and action.first >= span.end)):
        return LIMIT  # a bill that hit 3bn, a ransom in exchange for him
    if act.cls == "lasted" and span.unit == "count" and span.item_class not in (None, "person.captive"):
        return LIMIT  # but ``took 30 hostages``
    if act.lemma == "down" and act.cls == "fell" and _way_down(tokens, span, action, lexicon):
        return LIMIT  # ``two sons went down the mine``, ``carried her down 11 flights``
    if act.lemma == "be" and (action.first == span.noun_end or among_others(tokens, span)):
        return LIMIT  # ``Sixteen homes there were damaged``
    if act.cls in of.never and not (act.lemma == "hit" or act.cls == "missing"):
        return LIMIT
    # ``130 workers were made redundant``: people are not what is made, taken or sold.
    extra = _UNLIKELY if (act.cls in lexicon.cues.impersonal if of.person else act.lemma == "hit") else 0.0
    if action.first >= span.noun_end:
        return extra + _after(tokens, of, action, act, price, spans, lexicon)
    if not span.elided and len(spans) > 1 and nouns_of.counts(action.first, span, spans):
        return LIMIT  # ``counted 31 deaths and freed 104``: that noun is counted itself
    if act.role == "n" and span.elided and len(spans) > 1 and nouns_of.told_otherwise(action.first, span, spans):
        return LIMIT  # ``handed over 1,212 bodies and Lestia 27``: the verb says what was done with both
    if act.role == "n" and span.elided and of.lows[span.noun_end : span.noun_end + 1] == ["who"]:
        extra += _UNLIKELY  # ``nine bodies, including four who had been missing``
    return extra + _before(tokens, of, action, act, price, lexicon)


def _way_down(tokens: list[Token], span: Span, action: Found, lexicon: Lexicon) -> bool:
    """Where they went, and no level that is down."""
    lead = tokens[action.first - 1] if action.first else None
    if lead is None or span.unit != "count":
        return False
    if (span.item_class or "").startswith("person"):
        return lead.low in _GOES
    noun = lead.low in lexicon.nouns or lead.low in ("him", "her", "them", "it")
    return action.end == span.begin and noun and span.item_class is not None


def _after(
    tokens: list[Token], of: Counted, action: Found, act: Act, price: float, spans: list[Span], lexicon: Lexicon
) -> float:
    """The action follows the counted: passive, participle, state or an action of its own (``12 people died``)."""
    span, behind = of.span, tokens[of.span.noun_end].low
    if act.lemma in _COMPARED and tokens[action.first - 1].text == ",":
        return LIMIT  # ``claimed asylum, down 3%``: said of the number behind it
    if others.predicate_noun(tokens, span, action.first, lexicon) or (
        of.of and span.begin < 4 and others.some_of(tokens, span)
    ):
        price += 4.0 if not any(span.noun_end < s.first < action.first for s in spans) else LIMIT
    price += 5.0 if of.of and _whole(tokens, span, action.first, act, lexicon) else 0.0
    if span.elided and others.of_event(tokens, span, lexicon):
        price += 4.0
    kin = of.of and others.kin_did(tokens, span, act, lexicon)
    if kin or clauses.elsewhere(tokens, span, action.first, act.role, spans, lexicon):
        return LIMIT
    if behind == "of" and act.role in "oa" and others.of_whole(tokens, span, action.first, spans):
        return LIMIT if act.role == "o" else price + 3.0
    if others.closed(tokens, span, lexicon):
        price += 3.0
    if act.role == "n":
        return price + _of_noun(tokens, action, act)
    if _beside(tokens, span, action, act, lexicon):
        return -0.2
    stands = not span.elided or act.cls == "aboard"
    if action.first == span.noun_end and stands and (act.role == "a" or act.past):
        price += _MODIFIER if act.role in "oa" else 0.0  # ``killed all 62 people on board``, ``freed all 23 held``
    return price if act.role != "o" else price + _passive(tokens, span, action, act, spans, lexicon)


def _of_noun(tokens: list[Token], action: Found, act: Act) -> float:
    """What speaks against a noun behind the counted: ``were among the fatalities``, but ``named nine in the case``."""
    if [t.low for t in tokens[action.first - 2 : action.first]] == ["among", "the"]:
        return 0.0
    return 6.0 if act.lemma != "case" else LIMIT


def _whole(tokens: list[Token], span: Span, first: int, act: Act, lexicon: Lexicon) -> bool:
    """The predicate is that of the part or of who belongs to those counted."""
    return others.larger(tokens, span, first, lexicon) or others.owned(tokens, span, first, act, lexicon)


def _beside(tokens: list[Token], span: Span, action: Found, act: Act, lexicon: Lexicon) -> bool:
    """``11,300 killed``, ``three of them badly hurt``: the action stands right behind the number."""
    if others.of_them(tokens, span, action.first):
        return act.role == "a" or act.past
    if tokens[span.noun_end].low == "among" and action.first - span.noun_end in (2, 3):
        # ``12 clerks among the captives handed over``; not ``two boys among the 14 injured died``
        return act.role == "o" and act.past and not _goes_on(tokens, action.end, lexicon)
    bare = span.elided and action.first == span.last and (act.past or act.lemma == "dead") and act.cls != "aboard"
    return bare and not others.of_event(tokens, span, lexicon)


def _goes_on(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """A finite verb right behind: the clause is not over with the participle before it."""
    low = tokens[k].low if k < len(tokens) else "."
    return low in lexicon.cue("auxiliary|past_verb|be")


def _passive(tokens: list[Token], span: Span, action: Found, act: Act, spans: list[Span], lexicon: Lexicon) -> float:
    """What speaks against a verb behind the counted being done to them: no participle, an object of its own."""
    between = {tokens[k].low for k in range(span.noun_end, action.first)}
    be = bool(between & lexicon.cues.be)
    if tokens[action.first].low.endswith("ing") and action.end == action.first + 1:
        along = action.first == span.noun_end and tokens[span.begin - 1].low == "with"  # with 58 men returning home
        # ``lowering wages by 2% and shedding jobs``
        amount = tokens[span.begin - 1].low == "by" and span.unit != "count"
        return 0.5 if along or "being" in between else LIMIT if amount else 5.0
    if not act.past:
        if tokens[action.first - 1].low in lexicon.cue("preposition"):
            return LIMIT  # ``seized three boats during searches``
        return LIMIT if between & _ARTICLES and between & lexicon.cue("preposition") else 5.0
    price = 2.5 if not be and between and not between <= lexicon.cue("light") else 0.0
    price += 4.0 if not be and "and" in between and tokens[action.first - 1].low == "and" else 0.0
    fired = act.cls == "shot_at" and not (span.item_class or "person").startswith("person")
    if not be and not fired and action.end < len(tokens) and _object_follows(tokens, action.end, spans):
        price += 4.0
    if act.cls == "held" and not be and others.object_word(tokens, action.end, lexicon):
        price += LIMIT
    return price


def _object_follows(tokens: list[Token], j: int, spans: list[Span]) -> bool:
    """``two gunmen killed 12``: an active verb has its object behind it."""
    word = tokens[j].low
    if word in ("at", "more"):  # ``killed at least 12``; not ``detained at the rally``
        return j + 1 < len(tokens) and tokens[j + 1].low in ("least", "most", "than")
    return word in _OBJECT or any(s.begin == j for s in spans)


def _before(tokens: list[Token], of: Counted, action: Found, act: Act, price: float, lexicon: Lexicon) -> float:
    """The action stands before the counted: an active verb, or the noun of the action (``release of 1,000``)."""
    span = of.span
    if span.each and span.begin <= action.first < span.noun_end:
        return 0.5
    between = of.lows[action.end : span.begin]
    if of.own is None:
        of.own = others.own_predicate(tokens, span, lexicon)
    if of.own:
        price += 4.0
    # ``a silo that holds 51,000 tonnes, enough for 3.7 million people``
    comma = len(between) == 1 and between[0] == ","
    own = comma and (act.role == "n" or not act.past) and others.of_own_clause(tokens, span, lexicon)
    if own or (len(between) > 1 and between[-1] == "for" and between[-2] == "enough"):
        return LIMIT  # ``hours after the exchange, three students were jailed``
    if act.role == "n":
        if act.cls == "registered" and (span.item_class or "").startswith("group"):
            return LIMIT  # ``The outbreak has reached 14 provinces``
        moved = span.unit != "count" and span.unit.startswith(("money", "percent")) and "to" not in between
        return price + 1.5 if moved and set(between) & _MOVES else _nominal(between, price, act, lexicon)
    if act.role == "a":
        return price + (0.0 if _among(tokens, action, lexicon) else 4.0)
    if of.of and others.some_of(tokens, span):
        price += 6.0
    price += 3.0 if act.past and _those_who(tokens, action, lexicon) else 0.0
    price += 1.0 if act.cls == "registered" and _told_more(tokens, span.noun_end, lexicon) else 0.0
    return price + _governing(tokens, between, action, act, lexicon)


def _those_who(tokens: list[Token], action: Found, lexicon: Lexicon) -> bool:
    """``The badly wounded will be exchanged, 40 on each side``: a noun, and the subject of another verb."""
    after = tokens[action.end].low if action.end < len(tokens) else ""
    if after not in lexicon.cues.modal and after not in lexicon.cues.auxiliary:
        return False
    return "the" in (tokens[action.first - 1].low, tokens[action.first - 2].low)


def _told_more(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``reported 188 drones launched overnight``, ``reported 61 people had died``: what is reported of them."""
    if k + 1 < len(tokens) and tokens[k].low in _PERFECT:
        return any(a.past for a in lexicon.actions.get(tokens[k + 1].low, ()))
    return k < len(tokens) and any(a.role == "o" and a.past for a in lexicon.actions.get(tokens[k].low, ()))


def _among(tokens: list[Token], action: Found, lexicon: Lexicon) -> bool:
    """``the missing include 14 children``, ``among the missing are three clerks``: the state is the subject."""
    after = tokens[action.end].low if action.end < len(tokens) else ""
    return tokens[action.first - 1].low == "the" and (after in lexicon.cue("be|includes"))


def _governing(tokens: list[Token], between: list[str], action: Found, act: Act, lexicon: Lexicon) -> float:
    """What speaks against a verb before the counted having it as its object: a preposition, ``that``, a passive."""
    first = between[0] if between else ""
    by = first == "by"
    if by and len(between) > 1 and tokens[action.end + len(between) - 1].low in lexicon.cue("shows"):
        return LIMIT  # ``images released by the army showed dozens of men``
    if by and act.cls in _AGENTS:
        return 0.0
    if act.role == "s":
        level = act.cls in {"rose", "fell", "lasted"}
        near = first in {"to", ""} or (by and level)
        return 5.0 if not near else 1.0 if level else 4.0
    if by:
        return 5.0
    apart = first in lexicon.cues.preposition and act.cls != "paid"
    price = 0.0 if not apart else LIMIT if act.lemma == "hit" else 2.0
    that = first == "that" or (first != "" and between[-1] == "that")
    price += 4.0 if that else _EXISTENCE if act.lemma == "be" else 0.0
    lead = tokens[action.first - 1].low if action.first else ""
    passive = lead in lexicon.cues.be and act.past and act.lemma != "be" and act.cls != "paid"
    return price + (3.0 if passive else 0.0)


def _nominal(between: list[str], price: float, act: Act, lexicon: Lexicon) -> float:
    """``release of 1,000``, ``death toll … rose to 12``, ``exchange included 270``, ``swap, involving 390``."""
    words = set(between)
    if between[:1] == [","] and words & {"involving", "including", "with"}:
        words.discard(",")
    if between and words <= lexicon.cues.nominal_link:
        return 0.2 + 0.1 * len(between)
    if words & {"included", "involved", "involving", "includes"}:
        return max(1.0, price - 1.5)
    if words & _MOVES:
        return max(1.0, price - 2.0)
    price += 3.0 if "which" in words else 0.0  # ``a swap under which 900 are to be freed``
    return price + (1.0 if act.cls in ("killed", "injured", "living") else 1.5)
