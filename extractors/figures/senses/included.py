"""What befell those who are included in a number, or are among the victims, where no verb of their own says so."""

from itertools import pairwise

from extractors.figures.action.actions import take
from extractors.figures.action.labels import LEVELS
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import PERSON, Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_INCLUDING = (["including"], ["among", "them"], ["of", "them"])
_INCLUDES = frozenset({"include", "included", "were", "are"})
_OF_WHOM = (["of", "them"], ["of", "whom"])
_HURT = frozenset({"injured", "shot"})
_ON = frozenset({"and", "in", "at", "on", "by", "near", "when", "while", "during", "outside", "inside"})
_LISTS = frozenset({"include", "be", None})
_FATAL = frozenset(
    {"attack", "attacks", "blast", "bombing", "crash", "fire", "quake", "earthquake", "flood", "floods", "shooting",
     "strike", "strikes", "massacre", "storm", "disaster", "collapse", "landslide", "raid", "accident", "explosion"}
)  # fmt: skip
_OTHER_VICTIMS = frozenset(
    {"fraud", "scam", "abuse", "abused", "rape", "raped", "assault", "trafficking", "theft", "hacking", "blackmail"}
)


def settle(placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """``had risen to 31, including four women``; ``six children and 11 women were among the victims``."""
    last: tuple[Sentence, Span] | None = None
    told = any(span.action_class == "killed" and span.high != 0 for _, span in placed)
    people: tuple[Sentence, Span] | None = None
    for sentence, span in placed:
        if span.action is None and people is not None and people[0] is sentence and _of_them(sentence.tokens, span):
            one = people[1]
            take(span, one.action or "", one.action_class, 2.0, None, "among_them", 0.6)
        people = (sentence, span) if span.action is not None and PERSON[span.item_class] else people
        if last is not None and last[0] is sentence:
            one, tokens = last[1], sentence.tokens
            if span.action_class in LEVELS and _part(tokens, one, span):
                take(span, one.action or "", one.action_class, 2.0, None, "included", 0.5)
        if "victims" in sentence.words and (_among(sentence, span, lexicon) or (told and _listed(sentence, span))):
            take(span, "kill", "killed", 1.0, None, "among_victims", 0.6)
        if "fatally" in sentence.words and span.action_class in _HURT and _fatally(sentence.lows, span):
            take(span, "kill", "killed", 1.0, None, "fatally", 0.8)
        last = sentence, span
    for (sentence, one), (behind, other) in pairwise(placed):
        if sentence is not behind or one.action is not None or ("action", "among_victims", 0.6) not in other.rules:
            continue
        if one.person and sentence.lows[one.noun_end : other.begin] in (["and"], [","]):
            take(one, "kill", "killed", 1.0, None, "among_victims", 0.6)


def _fatally(lows: list[str], span: Span) -> bool:
    """``Five were shot, two of them fatally``; not ``two fatally shot a third``, where it has a verb of its own."""
    k = span.noun_end + 2 * (lows[span.noun_end : span.noun_end + 2] in _OF_WHOM)
    behind = lows[k : k + 2]
    return behind[:1] == ["fatally"] and (len(behind) == 1 or not behind[1].isalpha() or behind[1] in _ON)


def _of_them(tokens: list[Token], span: Span) -> bool:
    """``410,000 people in three districts need help, among them 170,000 children``."""
    lead = [t.low for t in tokens[max(0, span.begin - 3) : span.begin]]
    closed = span.noun_end >= len(tokens) or tokens[span.noun_end].kind == "p"
    return span.person and lead == [",", "among", "them"] and closed


def _part(tokens: list[Token], one: Span, span: Span) -> bool:
    """``31, including four women``: some of a number whose own action is more than a level."""
    if one.action is None or one.action_class in LEVELS or one.unit != span.unit or not span.person:
        return False
    between = [t.low for t in tokens[one.noun_end : span.begin]]
    return between[:1] == [","] and between[1:] in _INCLUDING


def _listed(sentence: Sentence, span: Span) -> bool:
    """``The victims include 22 children and a family of seven``, in an article that tells of dead."""
    tokens = sentence.tokens
    at = next((k for k in range(span.begin - 1, -1, -1) if tokens[k].low in _INCLUDES), 0)
    led = at > 0 and tokens[at - 1].low == "victims"
    return span.person and led and span.action in _LISTS and sentence.words.isdisjoint(_OTHER_VICTIMS)


def _among(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """``11 women were among the victims``"""
    k, tokens = span.noun_end, sentence.tokens
    if span.action is not None or not span.person or k + 3 > len(tokens) or tokens[k].low not in lexicon.cue("be"):
        return False
    among = [t.low for t in tokens[k + 1 : k + 4]] == ["among", "the", "victims"]
    of = [t.low for t in tokens[k + 4 : k + 7]]
    harmed = of[:1] != ["of"] or not _FATAL.isdisjoint(of)  # ``of the blast``; not ``of the kidnapping``
    return among and harmed and sentence.words.isdisjoint(_OTHER_VICTIMS)
