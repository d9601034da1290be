"""What is counted: the noun phrase after the number, the noun of ``number of X … is N``, or the noun left out."""

from itertools import pairwise

from extractors.figures.counted import settling
from extractors.figures.counted.amounts import OURS, ours
from extractors.figures.counted.amounts import count as _amount
from extractors.figures.counted.heads import head, is_plural, one_thing
from extractors.figures.counted.nounphrases import noun_phrase
from extractors.figures.counted.phraseverbs import SKIP
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_OWNERS = frozenset({"own", "its", "their", "our"})
_SWAPS = frozenset({"swap", "exchange", "handover"})
_ORDINALS = frozenset({"second", "third", "next", "other", "latter"})
_DAYS = _ORDINALS | frozenset({"day", "week", "month", "year", "night", "evening", "morning", "previous"})
_BODIES = frozenset({"crew", "staff", "police", "personnel"})
_QUOTES = frozenset('"“”')
_NO_THINGS = OURS | {"us", "you", "remains", "number", "total", "toll"}
_JOINS = frozenset({"and", ",", "but", "while", ":", "–", "—"})
_DEATHS = frozenset({"died", "die", "dying", "dead", "perished", "deaths", "killed", "succumbed"})
_CROWD = 100
_PAIR = 2
_ARTICLES = frozenset({"a", "an", "the"})
_SIZED = ("length:", "mass:", "volume:", "power:", "speed:", "area:", "duration:", "age:")


def count(tokens: list[Token], span: Span, taken: set[int], lexicon: Lexicon) -> None:
    """Set item, item_phrase, item_class and the end of the noun phrase; leaves them None where the noun is elided."""
    if span.unit != "count":
        if span.unit != "magnitude":
            _amount(tokens, span, taken, lexicon)
        return
    first = span.noun_end
    led = first < len(tokens) and tokens[first].low in _openings[lexicon.language]
    if led and (_of_number(tokens, first, taken) or _of_the_same(tokens, span, lexicon)):
        return
    if led or span.kind == "zero":
        first = _start(tokens, span, lexicon)
    if first < len(tokens) and tokens[first].text in _QUOTES and _quoted(tokens, first, span):
        first += 1
    if led and _next_day(tokens, span.noun_end):
        return
    if first < len(tokens) and _no_thing(tokens, span, first, lexicon):
        return
    words = _words(tokens, span, first, taken, lexicon)
    hung = tokens[first - 1].text == "-" and first < len(tokens) and tokens[first].glued
    words = one_thing(tokens, words, lexicon) if hung else words
    joined = hung or _one_body(tokens, span, words, lexicon)
    if words and not (joined and _hyphened(tokens, span, words, lexicon)):
        settling.settle(tokens, span, words, lexicon)
        if tokens[first - 1].text in _QUOTES and span.end < len(tokens) and tokens[span.end].text in _QUOTES:
            span.end += 1


def _no_thing(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """``two of us``, ``80 of the number``, ``a crowd 2,000 strong``: no noun phrase of things begins at first."""
    word = tokens[first].low
    if word == "strong":
        return _strength(tokens, span, first, lexicon)
    return word in _NO_THINGS and (_of_us(tokens, span, first) or ours(tokens[first]) or _the_number(tokens, first))


def _strength(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """``a crowd 2,000 strong``, ``a 10,000 strong, well-armed militia``: people; not ``three strong winds``."""
    after = tokens[first + 1] if first + 1 < len(tokens) else None
    ends = after is None or after.kind == "p" or after.low in lexicon.cues.stop or after.low in lexicon.actions
    if tokens[first].glued or not (ends or (span.value or 0) >= _CROWD):
        return False
    noun = lexicon.nouns["person"]
    span.item, span.item_class, span.elided, span.item_phrase = noun.lemma, noun.cls, False, noun.lemma
    span.end = span.noun_end = first + 1
    span.rule("item", "strength", 0.8)
    return True


def sized(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``two 7.62mm rifles``, ``three 200-bed hospitals``: what the first of two numbers counts."""
    for left, right in pairwise(spans):
        if left.unit != "count" or not (left.elided and _next_to(tokens, left, right)):
            continue
        if right.unit.startswith(_SIZED) or right.unit.startswith("money:"):
            item, phrase, cls, end = right.item, right.item_phrase, right.item_class, right.noun_end
        else:
            item, phrase, cls, end = _holding(tokens, right, lexicon)
        if item is not None and _several(tokens[end - 1].low, lexicon):
            left.item, left.item_phrase, left.item_class, left.noun_end, left.elided = item, phrase, cls, end, False
            left.rule("item", "sized", 0.9)


def _next_to(tokens: list[Token], left: Span, right: Span) -> bool:
    """``two 7.62mm rifles``; ``one of these $1 bills``, ``millions of rare $1 bills``."""
    if left.end == right.begin or not right.unit.startswith("money:"):
        return left.end == right.begin
    between = tokens[left.end : right.begin]
    return len(between) <= _PAIR and between[0].low == "of" and all(t.kind == "w" for t in between)


def _holding(tokens: list[Token], span: Span, lexicon: Lexicon) -> tuple[str | None, str | None, str | None, int]:
    """Item, phrase, class and end of the noun behind ``200-bed``."""
    end = span.last + 3
    if span.unit != "count" or end > len(tokens) or tokens[span.last].text != "-":
        return None, None, None, end
    noun = lexicon.nouns.get(tokens[end - 1].low)
    return (noun.lemma, tokens[end - 1].text, noun.cls, end) if noun is not None else (None, None, None, end)


def _several(word: str, lexicon: Lexicon) -> bool:
    noun = lexicon.nouns.get(word)
    return noun.plural if noun is not None else is_plural(word)


def _words(tokens: list[Token], span: Span, first: int, taken: set[int], lexicon: Lexicon) -> list[int]:
    """The tokens of the noun phrase; ``a 25-for-25 prisoner swap`` counts prisoners."""
    words = noun_phrase(tokens, first, taken, lexicon, span.value != 1)
    if len(words) > 1 and (span.each or tokens[first - 1].text == "-") and tokens[words[-1]].low in _SWAPS:
        return words[:-1]
    if len(words) == 1 and tokens[words[0]].low == "home" and span.value != 1:
        return []  # brought 14 home
    return words or ([first] if _own_dead(tokens, first, lexicon) else [])


def _own_dead(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``58 of its own dead``, ``six of their wounded``: the state is the noun."""
    if j >= len(tokens) or tokens[j - 1].low not in _OWNERS or tokens[j].low not in lexicon.cue("state_noun"):
        return False
    return j + 1 >= len(tokens) or tokens[j + 1].kind == "p" or tokens[j + 1].low in lexicon.cue("stop")


def _one_body(tokens: list[Token], span: Span, words: list[int], lexicon: Lexicon) -> bool:
    """``an 11 person panel``: a singular behind a number of many, and no plural behind that."""
    if len(words) < _PAIR or not span.first or tokens[span.first - 1].low not in _ARTICLES or span.kind != "digits":
        return False
    noun = lexicon.nouns.get(tokens[words[0]].low)
    person = noun is not None and noun.cls.startswith("person") and not noun.plural
    return person and not any(is_plural(tokens[k].low) for k in words)


def _hyphened(tokens: list[Token], span: Span, words: list[int], lexicon: Lexicon) -> bool:
    """``a 12-member panel``, ``a three-car crash``: members and cars; ``a 200-strong crowd``: people."""
    noun = lexicon.nouns.get("person" if tokens[words[0]].low == "strong" else tokens[words[0]].low)
    if noun is None or noun.plural or len(words) == 1:
        return False
    span.item, span.item_class, span.elided, span.item_phrase = noun.lemma, noun.cls, False, noun.lemma
    if noun.cls == "vote" and lexicon.cue("parliament").isdisjoint(tokens[k].low for k in words[1:]):
        span.item_class = None  # a 40-seat bus
    at, known = head(tokens, words[1:], lexicon)
    span.end = span.noun_end = 1 + (at if known is not None else words[1])
    while span.end + 1 < len(tokens) and tokens[span.end].text == "-" and tokens[span.end + 1].glued:
        span.end = span.noun_end = span.end + 2  # a five-car pile-up
    span.rule("item", "hyphened", 0.8)
    return True


def _start(tokens: list[Token], span: Span, lexicon: Lexicon) -> int:
    """The first token of the noun phrase after the number; notes a partitive (``three of the returnees``)."""
    j = span.noun_end
    while j < len(tokens) and (
        (tokens[j].text == "-" and (tokens[j].glued or span.each)) or (span.each and tokens[j].text == '"')
    ):
        j += 1
    if span.kind == "zero":
        j = _denied(tokens, j, lexicon)
    if j < len(tokens) and tokens[j].text in _QUOTES and span.begin and tokens[span.begin - 1].text in _QUOTES:
        j += 1  # fired "30 or 40" shots
    if j < len(tokens) and tokens[j].low in lexicon.cues.of_word:
        if (
            j + 1 < len(tokens)
            and tokens[j + 1].low in {"the", "those", "them", "these", "its", "his", "her", "whom", "which"}
            and span.kind != "vague"
        ):
            span.part = tokens[j + 1].low != "its"
            span.rule("part", "partitive", 0.7)
        j += 1
        if j + 1 < len(tokens) and tokens[j].low == "them":  # ``seven of them children``
            noun = lexicon.nouns.get(tokens[j + 1].low)
            j += noun is not None and (noun.plural or noun.lemma in _BODIES)
    return _skipped(tokens, j, lexicon)


def _skipped(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """From j on past ``the number of``, and what stands between a number and its noun."""
    the = j < len(tokens) and tokens[j].low == "the"
    if the and j + 2 < len(tokens) and tokens[j + 1].low in ("number", "total") and tokens[j + 2].low == "of":
        j += 3
    while j < len(tokens) and (
        (tokens[j].low in SKIP and tokens[j].text != "New") or (tokens[j].low == "as" and _as_many(tokens, j))
    ):
        j += 1
    while j < len(tokens) and tokens[j].low in lexicon.cues.noun_skip:
        j += 1
    if j + 1 < len(tokens) and tokens[j].low == "earlier" and is_plural(tokens[j + 1].low):
        j += 1  # none of 36 earlier investigations
    return j


@Once
def _openings(language: str) -> frozenset[str]:
    """The words right behind a number that are none of its noun phrase."""
    lexicon = load(language)
    return SKIP.union(lexicon.cue("of_word"), lexicon.cue("noun_skip"), _QUOTES, ("-", "of", "the", "as", "earlier"))


def _denied(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """``no reports of casualties``, ``no damage or injuries``: the victims that there are none of."""
    for k in range(j, min(j + 6, len(tokens))):
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is not None and noun.cls == "person.victim":
            return k
        if tokens[k].low not in lexicon.cue("none_skip"):
            break
    return j


def _as_many(tokens: list[Token], j: int) -> bool:
    """``twice as many``: the ``as`` at j is that of a comparison; ``187 as the visitors …`` begins a clause."""
    return j + 1 < len(tokens) and tokens[j + 1].low in ("many", "such")


def _of_number(tokens: list[Token], j: int, taken: set[int]) -> bool:
    """``4 of the company's 12 boats``, ``two of its five posts``: the noun is that of the second number."""
    if j >= len(tokens) or tokens[j].low != "of":
        return False
    for k in range(j + 1, min(j + 7, len(tokens))):
        if k in taken:
            return tokens[k - 1].low in ("'s", "'", "its", "their", "his", "her", "the", "our", "these", "those")
        if tokens[k].kind == "p" and tokens[k].text not in "-'":
            return False
    return False


def _of_the_same(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``31 had been convicted of fraud and eight of treason``: the verb is left out, and so are the people."""
    j = span.noun_end
    if j + 1 >= len(tokens) or tokens[j].low != "of" or span.begin < 2 or tokens[span.begin - 1].low not in _JOINS:
        return False
    if tokens[j + 1].low in lexicon.cue("died_of") and not _DEATHS.isdisjoint([t.low for t in tokens[: span.begin]]):
        return True  # nine died at sea, seven of thirst
    if is_plural(tokens[j + 1].low) or tokens[j + 1].kind != "w" or tokens[j + 1].low in lexicon.cue("stop"):
        return False
    if tokens[j + 1].low in _BODIES or (j + 2 < len(tokens) and tokens[j + 2].low == "'s"):
        return False  # ``died of cholera and two of Lisk's hospitals were closed``
    verbs = lexicon.cue("verb_of")
    return any(a.low in verbs and b.low == "of" for a, b in pairwise(tokens[: span.begin]))


def _of_us(tokens: list[Token], span: Span, first: int) -> bool:
    """``five of us``, ``81 of the remains``, ``bringing to 20 the number of remains``: words of no table."""
    if tokens[first - 1].low not in {"of", "the", "these"} or not (
        tokens[first].text in {"us", "you"} or tokens[first].low == "remains"
    ):
        return False
    remains = tokens[first].low == "remains"
    span.item, span.item_class = ("remains", "person.victim") if remains else ("person", "person")
    span.elided, span.noun_end = False, first + 1
    return True


def _quoted(tokens: list[Token], j: int, span: Span) -> bool:
    """``six "outposts"``: a noun in quotation marks of its own; ``"We lost six," he said`` has none."""
    end = next((k for k in range(j + 2, min(j + 6, len(tokens))) if tokens[k].text in _QUOTES), 0)
    opened = sum(t.text in _QUOTES for t in tokens[: span.begin]) % 2
    return not opened and end > 0 and all(t.kind == "w" or (t.text == "-" and t.glued) for t in tokens[j + 1 : end])


def _next_day(tokens: list[Token], j: int) -> bool:
    """``against 140 the day before``, ``four on Monday and one the next``: a time, and no noun."""
    if j + 1 >= len(tokens) or tokens[j].low != "the" or tokens[j + 1].low not in _DAYS:
        return False
    if tokens[j + 1].low not in _ORDINALS or j + 2 >= len(tokens):
        return True
    return tokens[j + 2].kind == "p" or tokens[j + 2].low in ("time", "day", "night", "week")


def _the_number(tokens: list[Token], j: int) -> bool:
    """``taking to six the number who died``: the number itself is not what is counted."""
    return tokens[j].low in {"number", "total", "toll"} and tokens[j - 1].low == "the"
