"""Some of a whole: ``312 trucks, of which 28``, ``two of them``, ``detainees boarded coaches, 121 of them cuffed``."""

from dataclasses import replace

from extractors.figures.counted.heads import is_plural, named
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_WHOLE = frozenset({"which", "these", "those", "them", "whom"})
_NEAR = 5
# So many words may a verb of two words take before its object.
_VERB = 2
# Who goes through a place is told of, and not the place.
_PASSED = frozenset({"boarded", "left", "fled", "entered", "reached", "leaving", "boarding", "fleeing", "entering",
                     "took", "rode"})  # fmt: skip
_SAID_OF = frozenset(
    {"were", "are", "was", "is", "have", "had", "has", "will", "would", "can", "could", "may", "need", "came", "died"}
)


def part(
    tokens: list[Token], span: Span, left: list[Span], earlier: Span | None, before: Sentence | None, lexicon: Lexicon
) -> Span | None:
    """``312 trucks, of which 28 …``, ``two of them``: the nearest count before that is large enough."""
    end = span.begin - (span.begin > 0 and tokens[span.begin - 1].text == ",")
    whole = _of_whole(tokens, end - 2) or _of_whole(tokens, span.noun_end)
    if whole is None:
        return None
    known = [*reversed(left), *([earlier] if earlier is not None else [])]
    fits = [s for s in known if s.unit == "count" and s.item is not None and not smaller(s, span)]
    persons = [s for s in fits if (s.item_class or "").startswith("person")]
    if whole == "whom":
        return persons[0] if persons else _uncounted(tokens[: span.begin], span, lexicon)
    if fits:
        return fits[0]
    here = _object(tokens, span, lexicon) or _uncounted(tokens[: span.begin], span, lexicon, things=whole == "which")
    if here is None and before is not None:
        here = _uncounted(before.read().tokens, span, lexicon)
    return here or _uncounted(tokens[: span.begin], span, lexicon, told=True)


def _object(tokens: list[Token], span: Span, lexicon: Lexicon) -> Span | None:
    """``visited the temples, 12 of them closed``: the object right before; not in ``boarded buses, 12 of them ill``."""
    at = span.begin - 2
    if at < 1 or tokens[at + 1].text != "," or not is_plural(tokens[at].low):
        return None
    if span.item_class == "person" or span.action_class in lexicon.cue("personal"):
        return None
    k = at - 1
    while k > 0 and tokens[k].low not in lexicon.verbs and tokens[k].low not in lexicon.cue("preposition"):
        k -= 1
    if tokens[k].low not in lexicon.verbs or tokens[k].low in _PASSED or k < at - _NEAR:
        return None
    noun = lexicon.nouns.get(tokens[at].low)
    if noun is None:
        return replace(span, item=named(tokens, at), item_class=None, value=None)
    return replace(span, item=noun.lemma, item_class=noun.cls, value=None)


def _uncounted(
    tokens: list[Token], span: Span, lexicon: Lexicon, told: bool = False, things: bool = False
) -> Span | None:
    """``detainees boarded coaches, 121 of them handcuffed``: people whom no number counts, or other things.

    In ``passengers jumped, and fishermen picked up 114 of them`` not those who picked them up.
    """
    nouns = [(k, lexicon.nouns.get(tokens[k].low)) for k in range(len(tokens) - 1)]
    known = [
        noun
        for k, noun in nouns
        if noun is not None
        and noun.plural
        and noun.lemma != tokens[k].low
        and (told or tokens[k + 1].low not in lexicon.cue("say"))
        and tokens[k].low not in lexicon.units
        and noun.lemma != "coach"
        and not (len(tokens) == span.begin and k + _VERB >= len(tokens) - 1 and _verb(tokens[k + 1], lexicon))
    ]
    people = [] if things else [noun for noun in known if noun.cls.startswith("person")]
    if not known:
        return None
    noun = (people or known)[-1]
    return replace(span, item=noun.lemma, item_class=noun.cls, value=None)


def _verb(token: Token, lexicon: Lexicon) -> bool:
    return token.low in lexicon.verbs or token.low in lexicon.actions


def _of_whole(tokens: list[Token], k: int) -> str | None:
    """The ``whom`` of ``of whom`` at k."""
    of = 0 <= k < len(tokens) - 1 and tokens[k].low == "of" and tokens[k + 1].low in _WHOLE
    if not of or (tokens[k + 1].low == "those" and _described(tokens, k + 2)):
        return None
    return tokens[k + 1].low


def _described(tokens: list[Token], j: int) -> bool:
    """``of those freed``, ``of those still held``; ``of those were`` goes back to a number."""
    return j < len(tokens) and tokens[j].kind == "w" and tokens[j].low not in _SAID_OF


def smaller(other: Span, span: Span) -> bool:
    """True where both are points and the other is the smaller one."""
    return other.value is not None and span.value is not None and other.value < span.value
