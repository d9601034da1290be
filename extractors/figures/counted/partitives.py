"""Some of a whole: ``312 trucks, of which 28``, ``two of them``, ``detainees boarded coaches, 121 of them cuffed``."""

from dataclasses import replace

from extractors.figures.counted import topics
from extractors.figures.counted.heads import is_plural, named
from extractors.figures.counted.lending import smaller
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_WHOLE = frozenset({"which", "these", "those", "them", "whom"})
_NEAR = 5
# Who goes through a place is told of, and not the place.
_PASSED = frozenset({"boarded", "left", "fled", "entered", "reached", "leaving", "boarding", "fleeing", "entering",
                     "took", "rode"})  # fmt: skip
_SAID_OF = frozenset(
    {"were", "are", "was", "is", "have", "had", "has", "will", "would", "can", "could", "may", "need", "came", "died"}
)


def part(tokens: list[Token], span: Span, left: list[Span], earlier: Span | None, state: State) -> Span | None:
    """``312 trucks, of which 28 …``, ``two of them``: the nearest count that is large enough, or what is told of."""
    end = span.begin - (span.begin > 0 and tokens[span.begin - 1].text == ",")
    lexicon = state.lexicon
    whole = _of_whole(tokens, end - 2) or _of_whole(tokens, span.noun_end)
    if whole is None:
        return None
    here = [s for s in reversed(left) if _holds(s, span)]
    before = [s for s in (*reversed(state.last), earlier) if s is not None and _holds(s, span)]
    known = [*here, *sorted(before, key=lambda s: s.part)]
    if whole == "whom":
        owned = None if any(s.person for s in here) else topics.owner(tokens, span, lexicon)
        persons = [s for s in known if s.person]
        if persons and not any(s.person for s in here):
            owned = owned or topics.subject(tokens, span, lexicon)
        return owned or (persons[0] if persons else topics.uncounted(tokens[: span.begin], span, lexicon))
    if known and not known[0].person and not here and span.action_class in lexicon.cue("people_only"):
        victims = topics.uncounted(tokens[: span.begin], span, lexicon)
        known = [victims] if victims is not None and victims.person else known  # found her foes and shot two of them
    told = None if here else topics.attackers(tokens, span, state) or topics.topic(span, state)
    if told is not None or known:
        return told or known[0]
    found = _object(tokens, span, lexicon) or topics.uncounted(
        tokens[: span.begin], span, lexicon, things=whole == "which"
    )
    if found is None and state.before is not None:
        found = topics.uncounted(state.before.read().tokens, span, lexicon)
    return found or topics.uncounted(tokens[: span.begin], span, lexicon, told=True)


def _holds(whole: Span, span: Span) -> bool:
    """True of a count that the number can be some of."""
    return whole.unit == "count" and whole.item is not None and not smaller(whole, span)


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


def _of_whole(tokens: list[Token], k: int) -> str | None:
    """The ``whom`` of ``of whom`` at k."""
    of = 0 <= k < len(tokens) - 1 and tokens[k].low == "of" and tokens[k + 1].low in _WHOLE
    if not of or (tokens[k + 1].low == "those" and _described(tokens, k + 2)):
        return None
    return tokens[k + 1].low


def _described(tokens: list[Token], j: int) -> bool:
    """``of those freed``, ``of those still held``; ``of those were`` goes back to a number."""
    return j < len(tokens) and tokens[j].kind == "w" and tokens[j].low not in _SAID_OF
