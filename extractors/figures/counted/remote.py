"""The noun of a number that has none of its own: named before it, left out, or that of the number before."""

from itertools import pairwise

from extractors.figures.counted import (
    antecedents,
    asides,
    doings,
    elided,
    lenders,
    lending,
    missiles,
    numbered,
    predicative,
    resumed,
    stricken,
    sums,
    traded,
    wholes,
)
from extractors.figures.counted.befallen import NO_THING
from extractors.figures.counted.lending import smaller
from extractors.figures.lexicon import Lexicon, phrase
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_BILLION = 1e9
_LEFT = frozenset({"missing", "homeless", "dead", "wounded", "injured", "displaced"})
_UNWILLING = ("vehicle", "thing", "weapon", "building")
_LEAVING = frozenset({"leaving", "left", "leaves", "leave"})
_BALLOT = 8
_EVEN = frozenset({"even", "sometimes", "maybe", "perhaps", "possibly", "then", "later", "now"})
_MORE = frozenset({"another", "further", "additional"})
_PLACED = frozenset({"in", "at", "on", "near", "from", "to", "across", "along", "around"})
_OUT = frozenset({"released", "rescued", "escaped", "kidnapped"})
_WHERE = frozenset({"in", "at", "on", "near", "across"})
_VERBS = frozenset({"were", "are", "was", "is", "had", "have"})
_COPULA = frozenset(
    {"–", "—", "-", ":", "is", "are", "was", "were", "at", "numbered", "totaled", "totalled", "(", "of"}
)


def uncountable(span: Span) -> bool:
    """``chase billions owed to the state``, ``Billions have been spent``: of nobody and nothing that is named near."""
    return span.elided and span.kind == "vague" and (span.low or 0) >= _BILLION


def count(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> None:
    """Set the item of a number without a noun: ``number of captives … is N``, ``53 others``, ``12 killed``."""
    _count(tokens, span, spans, state, lexicon)
    if span.elided and (span.item_class or "").startswith(_UNWILLING) and doings.wills(tokens, span, lexicon):
        lending.anybody(span, "people_act", 0.6)
    if span.item == "name" and span.elided:
        elided.named(tokens, span, lexicon)


def _count(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> None:
    if span.item in _LEFT and span.begin and (span.item == "missing" or tokens[span.begin - 1].low in _LEAVING):
        span.item = "person"  # leaving four missing, as it leaves four dead
    if span.unit != "count" or not (span.elided or span.each):
        return
    if span.each:
        traded.swapped(span, spans)
        return
    if span.lender is not None and span.lender.item is not None:
        span.item, span.item_class = span.lender.item, span.lender.item_class
        span.rule("item", "gap", 0.6)
        return
    if (
        _set_off(tokens, span, lexicon)
        or (span.others and traded.bodies(tokens, span, lexicon))
        or missiles.flew(tokens, span, spans, state, lexicon)
    ):
        return
    clear = elided.crowd(tokens, span, lexicon) or _ballot(tokens, span, spans, lexicon)
    taken = clear or antecedents.take(tokens, span, spans, state, lexicon)
    if (not clear and predicative.take(tokens, span, lexicon)) or taken:
        return
    if _of_whole(tokens, span, spans) or elided.goes_with(tokens, span, spans, lexicon):
        return
    named = numbered.noun(tokens, span, lexicon)
    if named is not None and not (named.lemma == "person" and lenders.some_of(tokens, span, spans)):
        span.item, span.item_class, span.item_phrase, span.elided = named.lemma, named.cls or None, named.lemma, False
        span.rule("item", "number_of", 0.85)
        numbered.implied(span, named, lexicon)
        return
    if (span.value or 0) < 0 or _corrected(tokens, span, spans) or wholes.of_lead(tokens, span, lexicon):
        return
    _elided(tokens, span, spans, state, lexicon)


def _set_off(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """A sum of money, a number set off behind its noun, or some of the dead."""
    found = sums.left_out, asides.noun, stricken.noun
    return any(noun(tokens, span, lexicon) for noun in found)


def _ballot(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> bool:
    """``voted by 88 to 41``, ``approved 61 to 30``: votes for and against."""
    joined = span.noun_end < len(tokens) and tokens[span.noun_end].low == "to"
    if not joined and (span.begin < 1 or tokens[span.begin - 1].low != "to"):
        return False
    n = spans.index(span)
    near = [(one, two) for one, two in pairwise(spans[n - 1 if n > 1 else 0 : n + 2]) if span in (one, two)]
    for one, two in near:
        between = [t.low for t in tokens[one.last : two.first]]
        lead = {t.low for t in tokens[one.begin - _BALLOT if one.begin > _BALLOT else 0 : one.begin]}
        if between == ["to"] and two.unit == one.unit == "count" and lead & lexicon.cue("ballot"):
            span.item, span.item_class, span.elided = "vote", "vote", True
            span.rule("item", "ballot", 0.7)
            return True
    return False


def _elided(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> None:
    """The noun of the number before, in this sentence or the one before, or people where the action befalls people."""
    if _decimal(span) or any(_decimal(s) for s in spans if s.first < span.first and s.elided):
        return None
    if any(traded.given_back(tokens, span, s) for s in reversed(spans[: spans.index(span)])):
        return None
    personal = span.action_class in lexicon.cue("personal") or span.item_class == "person"
    earlier_here = lenders.before(tokens, span, spans, lexicon)
    if span.others and (places := _places(tokens, span, earlier_here)) is not None:
        return lending.take(span, places, "others_of_places", lexicon, same=True)
    cared_for = _in_state(tokens, span) and tokens[span.begin - 1].low == "for"  # two surgeons for 70 wounded
    if cared_for or _beside(tokens, span, earlier_here) or lenders.of_kinds(tokens, span, earlier_here):
        return lending.anybody(span, "beside", 0.6)
    if (whole := lenders.leading(tokens, span, spans, personal)) is not None:
        return lending.take(span, whole, "of_lead", lexicon, same=True)
    if (thing := elided.more_things(tokens, span, earlier_here, lexicon)) is not None:
        return lending.take(span, thing, "others_of_things", lexicon)
    for other in lenders.nearest_first(tokens, span, earlier_here):
        if other.person or not personal or elided.shared(tokens, span, other, lexicon) or _driven(span, other):
            same = _elsewhere(tokens, span, other) or lenders.fighters(span, other) or lenders.comrade(span, other)
            same = same or resumed.same(tokens, span, other)
            return lending.take(span, _all_of(other), "previous_noun", lexicon, same)
    if span.item_class is None and _subject(tokens, span, lexicon):
        return None
    return _before(tokens, span, spans, personal, state, lexicon)


def _before(tokens: list[Token], span: Span, spans: list[Span], personal: bool, state: State, lexicon: Lexicon) -> None:
    """The noun of a sentence before, or people."""
    here = [s for s in spans if s.first < span.first]
    if resumed.resume(tokens, span, here, state, lexicon):
        return
    earlier, named = state.earlier, traded.named(tokens, span, lexicon)
    if named is not None:
        lending.take(span, named, "exchanged", lexicon, same=True)
    elif earlier is not None and earlier.person and span.action_class in traded.TRADED and traded.alike(span, earlier):
        lending.take(span, earlier, "previous_sentence", lexicon, same=True)
    elif state.traded is not None and span.action_class in traded.TRADED and not span.others:
        traded.freed(tokens, span, state.traded)
    elif earlier is not None and (_left_there(span, earlier) or _got(tokens, span, earlier, state, lexicon)):
        lending.take(span, earlier, "previous_sentence", lexicon, same=True)
    elif earlier is not None and _goes_on(tokens, span, earlier, lexicon):
        lending.take(span, earlier, "previous_sentence", lexicon)
    elif personal:
        lending.anybody(span, "elided_person", 0.7)
    if span.item is None and span.item_class is None:
        elided.settle(tokens, span, state, lexicon)


def _left_there(span: Span, earlier: Span) -> bool:
    """``has freed 35 girls: 61 are still in captivity``: of the same, whatever their number."""
    return earlier.person and span.action_class == "held" and earlier.action_class in _OUT and not span.others


def _got(tokens: list[Token], span: Span, earlier: Span, state: State, lexicon: Lexicon) -> bool:
    """``We asked for 10 launchers. We have received four``: fewer of the things that the sentence before counts."""
    if span.action_class != "received" or span.action_at != span.begin - 1 or earlier.person or span.others:
        return False
    thing = earlier.item not in NO_THING and not (earlier.item_class or "").startswith(("place", "group"))
    return thing and state.last_at is state.before and not smaller(earlier, span) and elided.bare(tokens, span, lexicon)


def _goes_on(tokens: list[Token], span: Span, earlier: Span, lexicon: Lexicon) -> bool:
    """Other people, or ``It struck 14 targets. It hit nine more on Sunday``: the same was done to more of them."""
    if span.item_class == "person" and earlier.person:
        return True
    same = earlier.action == span.action and span.action_at is not None and span.action_at < span.begin
    return same and elided.more(tokens, span, lexicon)


def _driven(span: Span, other: Span) -> bool:
    """``80 trucks are needed; only 25 got through``: fewer of what drives."""
    on = other.elided and span.action_class == "deported"  # fourteen got through, five turned back
    moved = (on or span.action_class in ("crossed", "received")) and (other.item_class or "").startswith("vehicle")
    return moved and not smaller(other, span)


def _all_of(other: Span) -> Span:
    """``said 17 of them were women and that nine had lost limbs``: nine of them all, and not of the women."""
    whole = other.lender if any(name == "predicate_noun" for _, name, _ in other.rules) else None
    return whole if whole is not None and whole.person and whole.item is not None else other


def _beside(tokens: list[Token], span: Span, left: list[Span]) -> bool:
    """``15 women and 23 wounded``: others beside them; in ``two men died and three wounded`` a verb stands between."""
    if not left or tokens[span.begin - 1].low != "and":
        return False
    other, state = left[-1], tokens[span.last].low if span.last < len(tokens) else ""
    closed = span.last + 1 >= len(tokens) or tokens[span.last + 1].kind == "p"
    return state in _LEFT and closed and other.noun_end == span.begin - 1 and not other.elided


def _of_whole(tokens: list[Token], span: Span, spans: list[Span]) -> bool:
    """``five of the 12 miners``: the noun is that of the whole."""
    for whole in spans:
        if whole.first <= span.first or whole.begin - span.noun_end > 6:
            continue
        between = [t.low for t in tokens[span.noun_end : whole.begin]]
        if "of" in between[:2] and "," not in between and whole.item is not None:
            if not _PLACED.isdisjoint(between[1:]):
                return False  # 420 of the wounded to hospital in 40 flights
            if not _VERBS.isdisjoint(between):
                return False  # 33 of those killed were men, 31 women
            span.item, span.item_class, span.elided = whole.item, whole.item_class, False
            span.part = whole.person
            span.subject_end = whole.noun_end
            span.rule("item", "of_whole", 0.85)
            return True
    return False


def _decimal(span: Span) -> bool:
    """``the index at 46.4``: a bare decimal counts nothing, nor does what is compared with it."""
    small = span.value is not None and span.value < 1e5
    return span.unit == "count" and span.kind == "digits" and small and (span.value or 0) % 1 != 0


def _corrected(tokens: list[Token], span: Span, spans: list[Span]) -> bool:
    """``200, even 250 cases``, ``287 and 303 people per side``: the noun stands behind the second number."""
    n = spans.index(span) + 1
    if n >= len(spans) or spans[n].item is None or spans[n].unit != "count":
        return False
    between = [t.low for t in tokens[span.noun_end : spans[n].first]]
    even = between[:1] == [","] and len(between) == 2 and between[1] in _EVEN
    if not even and (between != ["and"] or spans[n].begin != span.noun_end + 1):
        return False
    span.item, span.item_class, span.elided = spans[n].item, spans[n].item_class, False
    span.rule("item", "next_number", 0.7)
    return True


def _elsewhere(tokens: list[Token], span: Span, other: Span) -> bool:
    """``900 troops are in the north and 2,500 in the south``, ``two captives on Friday and a further ten later``."""
    k = span.begin - 1
    more = k > 0 and tokens[k].low in _MORE
    k -= more + (k > 1 and tokens[k - 1].low == "a")
    joined = tokens[k].low in ("and", "or", ",", "but") and span.noun_end < len(tokens)
    if more and joined and span.action_class in (None, other.action_class):
        return True
    placed = joined and tokens[span.noun_end].low in _PLACED and other.action_class == span.action_class
    return placed and any(t.low in _PLACED for t in tokens[other.noun_end : k])


def _places(tokens: list[Token], span: Span, left: list[Span]) -> Span | None:
    """``recorded at 21 locations, while debris fell on eight others``: the last that was told as where it was."""
    if tokens[span.begin - 1].low not in _WHERE:
        return None
    placed = (s for s in reversed(left) if not s.person and (tokens[s.begin - 1].low in _WHERE or _built(s)))
    return next(placed, None)


def _built(span: Span) -> bool:
    return (span.item_class or "").startswith(("building", "place", "group"))


def _in_state(tokens: list[Token], span: Span) -> bool:
    """``losses at 300 dead``: people, whatever they are called before."""
    return span.last < len(tokens) and tokens[span.last].low in _LEFT


def _subject(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``the attacks – some 800 sent``, ``Reserves are about …``: a known plural just before a dash or a form of be."""
    j = span.begin - 1
    if j < 0 or tokens[j].low not in _COPULA:
        return False
    for k in range(j - 1, max(-1, j - (2 if tokens[j].low == "of" else 5)), -1):
        if tokens[k].low in ("put", "puts", "estimated"):
            return False
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is not None and noun.lemma in NO_THING:
            return False  # KEY POINTS - 1,000 to be freed
        if noun is not None and noun.plural and not (noun.cls == "thing" and _in_state(tokens, span)):
            pair = lexicon.nouns.get(phrase(tokens, k - 1, k + 1)) if k else None
            noun = pair or noun
            span.item, span.item_class, span.item_phrase = noun.lemma, noun.cls, tokens[k].text
            span.rule("item", "subject", 0.6)
            return True
    return False
