"""States that no table of actions has: ``homes were without power``, ``four officers are under investigation``."""

from extractors.figures.action.actions import take
from extractors.figures.clause.between import adverb
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_BE = frozenset({"are", "were", "is", "was", "remain", "remained"})
# What people alone are, should no noun say so: ``Nine were unconscious``.
_OF_PEOPLE = frozenset(
    {"unharmed", "unhurt", "unscathed", "uninjured", "pregnant", "conscious", "unconscious", "asleep", "hungry",
     "malnourished", "unemployed", "unaware", "blind", "deaf"}
)  # fmt: skip
# What one thinks of the question of a poll.
_STANCES = {"against": "oppose", "opposed": "oppose", "undecided": "undecided", "unsure": "undecided"}
BEGINS = _BE | {"of", "alive"} | frozenset(_STANCES)
# What may stand behind ``against``.
_AFTER = frozenset({",", ".", ";", ")", "and", "it", '"', "”"})
_IN_STATE = {"under": "under_state", "on": "on_state"}
_LISTED = frozenset({",", "(", "–", "—", ":", "and"})
_TAKEN = frozenset({"kidnapped", "seized"})
_REMAIN = frozenset({"remain", "remained"})
_THERE = frozenset({"in", "inside", "there", "captive"})
_THEM = frozenset({"them", "whom", "those", "us"})


def _stance(tokens: list[Token], span: Span) -> bool:
    """``65 percent supported it, with 21 percent against``: what the others of a poll think."""
    k = span.noun_end + (span.noun_end < len(tokens) and tokens[span.noun_end].low in _BE)
    word = tokens[k].low if k < len(tokens) else ""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if word not in _STANCES or (word == "against" and after is not None and after.low not in _AFTER):
        return False  # ``rose 2 percent against the dollar``
    take(span, _STANCES[word], None, 0.8, k, "stance", 0.75)
    return True


def _alive(tokens: list[Token], span: Span) -> bool:
    """``28 hostages, 10 alive and 18 dead``; not ``pulled 12 alive from the rubble``."""
    k = span.noun_end
    if k >= len(tokens) or tokens[k].low != "alive":
        return False
    after = tokens[k + 1].low if k + 1 < len(tokens) else "."
    if not (span.elided and span.begin and tokens[span.begin - 1].low in _LISTED and after in _AFTER):
        return False
    take(span, "alive", "survived", 0.8, k, "state", 0.75)
    return True


def _remain(tokens: list[Token], span: Span) -> bool:
    """``Of the 251 people abducted, 73 are still in the enclave``: they are held."""
    words = [t.low for t in tokens[span.noun_end : span.noun_end + 3]] if span.action_class in _TAKEN else []
    still = words[:1] != [] and (words[0] in _REMAIN or (words[0] in ("are", "were") and words[1:2] == ["still"]))
    if not still or _THERE.isdisjoint(words[1:]):
        return False
    take(span, "hold", "held", 0.8, span.noun_end, "state", 0.75)
    return True


def settle(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Give a number the state that it is said to be in; False where there is none."""
    if span.unit == "percent":
        return _stance(tokens, span)
    return _alive(tokens, span) or _remain(tokens, span) or _is(tokens, span, lexicon)


def _is(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``homes were without power``: a word of state behind a form of ``be``."""
    k = span.noun_end
    if k + 2 < len(tokens) and tokens[k].low == "of" and tokens[k + 1].low in _THEM:
        k += 2
    if span.unit != "count" or span.item_class == "person.victim" or k + 1 >= len(tokens) or tokens[k].low not in _BE:
        return False
    k += 1
    words = lexicon.cues.state_word
    while k + 1 < len(tokens) and adverb(tokens[k], lexicon) and tokens[k].low not in words:
        k += 1
    without = k + 1 < len(tokens) and tokens[k + 1].low == "without"
    if without and tokens[k].low == "left" and span.action_class != "displaced":
        take(span, "leave", None, 0.8, k, "state", 0.75)  # ``were left without power after shelling cut the line``
        return True
    word = tokens[k].low
    if word in words:
        after = tokens[k + 1].low if k + 1 < len(tokens) else "."
        told = word == "without" and span.action_at == k and span.action_class is not None
        if told or after.endswith("ing"):
            return False  # ``were without shelter``, ``were without eating``
        take(span, word, None, 0.8, k, "state", 0.75)
        if span.item is None and word in _OF_PEOPLE:
            span.item, span.item_class = "person", "person"
        return True
    if word not in _IN_STATE or k + 1 >= len(tokens) or tokens[k + 1].low not in lexicon.cue(_IN_STATE[word]):
        return False
    take(span, tokens[k + 1].low, None, 0.8, k + 1, "state", 0.75)
    return True
