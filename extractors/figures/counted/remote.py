"""The noun of a number that has none of its own: named before it, left out, or that of the number before."""

from itertools import pairwise

from extractors.figures.clause.labels import LEVELS
from extractors.figures.counted import antecedents, elided, predicative, wholes
from extractors.figures.counted.heads import head, singular
from extractors.figures.counted.nounphrases import noun_phrase
from extractors.figures.lexicon import Lexicon, Noun, phrase
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_LEFT = frozenset({"missing", "homeless", "dead", "wounded", "injured", "displaced"})
_LEAVING = frozenset({"leaving", "left", "leaves", "leave"})
_TRADED = frozenset({"released", "exchanged", "received", "recovered"})
_BALLOT = 8
_EVEN = frozenset({"even", "sometimes", "maybe", "perhaps", "possibly", "then", "later", "now"})
_VICTIMS = frozenset({"death", "body", "fatality", "casualty", "corpse"})
_COPULA = frozenset(
    {"–", "—", "-", ":", "is", "are", "was", "were", "at", "numbered", "totaled", "totalled", "(", "of"}
)


def count(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> None:
    """Set the item of a number without a noun: ``number of captives … is N``, ``53 others``, ``12 killed``."""
    if span.item in _LEFT and span.begin and tokens[span.begin - 1].low in _LEAVING:
        span.item = "person"  # leaving four missing, as it leaves four dead
    if span.unit != "count" or not (span.elided or span.each):
        return
    if span.each:
        _swapped(span, spans)
        return
    if span.lender is not None and span.lender.item is not None:
        span.item, span.item_class = span.lender.item, span.lender.item_class
        span.rule("item", "gap", 0.6)
        return
    clear = elided.crowd(tokens, span, lexicon) or _ballot(tokens, span, spans, lexicon)
    taken = clear or antecedents.take(tokens, span, spans, state, lexicon)
    if (not clear and predicative.take(tokens, span, lexicon)) or taken:
        return
    if _of_whole(tokens, span, spans):
        return
    named = _number_of(tokens, span, lexicon)
    if named is not None and not (named.lemma == "person" and _some_of(span, spans)):
        span.item, span.item_class, span.item_phrase, span.elided = named.lemma, named.cls or None, named.lemma, False
        span.rule("item", "number_of", 0.85)
        _implied(span, named, lexicon)
        return
    if _corrected(tokens, span, spans) or _of_lead(tokens, span, lexicon):
        return
    _elided(tokens, span, spans, state, lexicon)


def _swapped(span: Span, spans: list[Span]) -> None:
    """``a 25-for-25 prisoner swap``: its own noun, else that of the people before."""
    span.item_phrase = None
    if _person(span):
        return
    known = next((s for s in spans if s.first < span.first and _person(s)), None)
    span.item, span.item_class = (known.item, known.item_class) if known else ("person", "person")


def _ballot(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> bool:
    """``voted by 88 to 41``, ``approved 61 to 30``: votes for and against."""
    joined = span.noun_end < len(tokens) and tokens[span.noun_end].low == "to"
    if not joined and (span.begin < 1 or tokens[span.begin - 1].low != "to"):
        return False
    n = spans.index(span)
    near = [(one, two) for one, two in pairwise(spans[max(0, n - 1) : n + 2]) if span in (one, two)]
    for one, two in near:
        between = [t.low for t in tokens[one.last : two.first]]
        lead = {t.low for t in tokens[max(0, one.begin - _BALLOT) : one.begin]}
        if between == ["to"] and two.unit == one.unit == "count" and lead & lexicon.cue("ballot"):
            span.item, span.item_class, span.elided = "vote", "vote", True
            span.rule("item", "ballot", 0.7)
            return True
    return False


def _elided(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> None:
    """The noun of the number before, in this sentence or the one before, or people where the action befalls people."""
    if _decimal(span) or any(_decimal(s) for s in spans if s.first < span.first and s.elided):
        return
    personal = span.action_class in lexicon.cue("personal") or span.item_class == "person"
    earlier_here = [
        s for s in spans if s.first < span.first and s.item is not None and (s.unit == "count" or _share(s))
    ]
    if span.value != 1:  # of one surgeon no 60 are more, nor of two times
        earlier_here = [s for s in earlier_here if s.value != 1 and not antecedents.no_thing(s, span)]
    for other in sorted(earlier_here, key=lambda s: (not _person(s), _smaller(s, span), s.part, -s.first)):
        if _person(other) or not personal:
            _take(span, other, "previous_noun")
            return
    if span.item_class is None and _subject(tokens, span, lexicon):
        return
    earlier = state.earlier
    if state.traded is not None and span.action_class in _TRADED and not span.others:
        span.item, span.item_class = state.traded.item, state.traded.item_class
        span.rule("item", "traded", 0.6)
    elif earlier is not None and span.item_class == "person" and _person(earlier):
        _take(span, earlier, "previous_sentence")
    elif personal:
        span.item, span.item_class = "person", "person"
        span.rule("item", "elided_person", 0.7)
    if span.item is None and span.item_class is None:
        elided.settle(tokens, span, state, lexicon)


def _some_of(span: Span, spans: list[Span]) -> bool:
    """``12 soldiers were killed and three wounded``: three of a larger number before, and no toll of people."""
    left = next((s for s in reversed(spans) if s.first < span.first and s.unit == "count" and s.item), None)
    return left is not None and _person(left) and not left.part and not _smaller(left, span)


def _of_whole(tokens: list[Token], span: Span, spans: list[Span]) -> bool:
    """``five of the 12 miners``: the noun is that of the whole."""
    for whole in spans:
        between = [t.low for t in tokens[span.noun_end : whole.begin]]
        if whole.first > span.first and 1 <= len(between) <= 6 and between[0] == "of" and whole.item is not None:
            span.item, span.item_class, span.elided = whole.item, whole.item_class, False
            span.part = _person(whole)
            span.subject_end = whole.noun_end
            span.rule("item", "of_whole", 0.85)
            return True
    return False


def _decimal(span: Span) -> bool:
    """``the index at 46.4``: a bare decimal counts nothing, nor does what is compared with it."""
    small = span.value is not None and span.value < 1e5
    return span.unit == "count" and span.kind == "digits" and small and (span.value or 0) % 1 != 0


def _implied(span: Span, named: Noun, lexicon: Lexicon) -> None:
    """``the number of dead``: the noun says what befell them."""
    implied = lexicon.implies.get(named.lemma)
    if implied is not None and span.action_class in (None, "rose", "fell"):
        span.action, span.action_class, span.action_cost = implied.lemma, implied.cls, 1.0
        span.rule("action", "number_of", 0.7)


def _share(span: Span) -> bool:
    """``Nearly a quarter of the miners need surgery, and nine …``: some of the same people."""
    return span.unit in ("ratio", "percent") and _person(span)


def _smaller(other: Span, span: Span) -> bool:
    """``1,240 posts would go in three stages: 400 in May``: 400 are none of three."""
    return other.unit == "count" and other.value is not None and span.value is not None and other.value < span.value


def _corrected(tokens: list[Token], span: Span, spans: list[Span]) -> bool:
    """``200, even 250 cases``, ``two, sometimes three persons``: the noun stands behind the second number."""
    n = spans.index(span) + 1
    if n >= len(spans) or spans[n].item is None or spans[n].unit != "count":
        return False
    between = [t.low for t in tokens[span.noun_end : spans[n].first]]
    if between[:1] != [","] or len(between) != 2 or between[1] not in _EVEN:
        return False
    span.item, span.item_class, span.elided = spans[n].item, spans[n].item_class, False
    span.rule("item", "next_number", 0.7)
    return True


def _of_lead(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Of the suspected cases, 612 …``: the noun that opens the sentence."""
    noun = wholes.lead(tokens, span, lexicon)
    if noun is None:
        return False
    span.item, span.item_class, span.elided, span.part = noun.lemma, noun.cls or None, False, True
    span.rule("item", "of_lead", 0.8)
    return True


def _person(span: Span) -> bool:
    return (span.item_class or "").startswith("person")


def _take(span: Span, other: Span, rule: str) -> None:
    """The other's noun; of more than there or of others (``four officers … three others``) it is any person."""
    span.item, span.item_class = other.item, other.item_class
    bodies = other.item == "body" and span.action_class in (
        None,
        "killed",
        "exchanged",
        "released",
        "crossed",
        "received",
    )
    if span.others and other.item in _VICTIMS:
        span.item, span.item_class = "person", "person"
        return span.rule("item", rule, 0.6)
    whole = any(name == "of_lead" for _, name, _ in other.rules)
    smaller = not span.others and (other.value is not None or other.unit != "count") and not _smaller(other, span)
    if (other.item_class or "").startswith("person.") and not (bodies or smaller or whole):
        span.item, span.item_class = "person", "person"
    return span.rule("item", rule, 0.6)


def _number_of(tokens: list[Token], span: Span, lexicon: Lexicon) -> Noun | None:
    """``the number of X (…) is N``, ``population of N``, ``death toll … N``."""
    for j in range(span.begin - 1, max(-1, span.begin - 19), -1):
        token, distance = tokens[j], span.begin - j
        if token.text == ";" or (token.kind == "n" and not _dated(tokens, j, lexicon)):
            return None
        that = token.low == "that" and tokens[j + 1].low == "of" and any(t.low == "number" for t in tokens[:j])
        if that or (token.low in lexicon.cue("number_word") and tokens[j + 1].low in lexicon.cue("number_link")):
            if tokens[j + 2].low == "those":
                return Noun("person", "person", True)
            words = noun_phrase(tokens, j + 2 + (tokens[j + 2].low in lexicon.cue("article_the")), set(), lexicon)
            words = [k for k in words if tokens[k].low not in lexicon.cue("level")]  # the injured stands at 23
            if not words:
                return None
            at, noun = head(tokens, words, lexicon)
            _participle(tokens, words[-1] + 1, span, lexicon)
            if span.action_class in LEVELS:
                _participle(tokens, words[0], span, lexicon)
            return noun or Noun(singular(tokens[at].low), "", True)
        if token.low in ("population", "populations") and distance < 8:
            return Noun("resident", "person", True)
        if token.low in lexicon.cue("toll_word") and distance < 12 and not _counted(tokens, j, lexicon):
            return Noun("person", "person", True)
    return None


def _dated(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``freed since November 8``, ``since 2022``: a date lies between the noun and its number."""
    month = lexicon.cue("month")
    return tokens[j - 1].low in month or tokens[j + 1].low in month or tokens[j - 1].low in ("since", "in", "by")


def _counted(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``the number of civilians killed … is N``: the noun stands before the word of the toll."""
    words, links = lexicon.cue("number_word"), lexicon.cue("number_link")
    return any(tokens[k].low in words and tokens[k + 1].low in links for k in range(max(0, j - 5), j - 1))


def _participle(tokens: list[Token], j: int, span: Span, lexicon: Lexicon) -> None:
    """``the number of captives held by the army is …``: the action stands right behind the noun."""
    for k in range(j, min(j + 3, span.begin)):
        longer = lexicon.actions.get(phrase(tokens, k, k + 3), ())
        for act in longer or lexicon.actions.get(tokens[k].low, ()):
            if (longer or (act.role in "oa" and act.past)) and span.action_cost > 1:
                span.action, span.action_class, span.action_at, span.action_cost = act.lemma, act.cls, k, 1.0
                span.rule("action", "number_of", 0.8)
                return


def _subject(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``the attacks – some 800 sent``, ``Reserves are about …``: a known plural just before a dash or a form of be."""
    j = span.begin - 1
    if j < 0 or tokens[j].low not in _COPULA:
        return False
    for k in range(j - 1, max(-1, j - (2 if tokens[j].low == "of" else 5)), -1):
        if tokens[k].low in ("put", "puts", "estimated"):
            return False
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is not None and noun.plural:
            pair = lexicon.nouns.get(phrase(tokens, k - 1, k + 1)) if k else None
            noun = pair or noun
            span.item, span.item_class, span.item_phrase = noun.lemma, noun.cls, tokens[k].text
            span.rule("item", "subject", 0.6)
            return True
    return False
