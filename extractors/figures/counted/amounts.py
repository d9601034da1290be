"""The noun of a measured number: ``10% of its prisoners``, ``a 30-day ceasefire``, ``39 months of fighting``."""

from extractors.figures.counted import settling
from extractors.figures.counted.heads import is_plural, one_thing
from extractors.figures.counted.nounphrases import noun_phrase
from extractors.figures.counted.phraseverbs import SKIP
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_SIZES = frozenset({"long", "wide", "high", "deep", "tall", "thick"})
_FORETOLD = frozenset({"forecast", "expected", "predicted", "recorded", "measured", "reported"})
OURS = frozenset({"us", "ours", "theirs", "mine", "yours"})

# ``needed 9 points coming in``, ``with 70% going to the poor``: what became of it.
_GOING = frozenset({"coming", "going", "being", "having", "using", "making"})


def count(tokens: list[Token], span: Span, taken: set[int], lexicon: Lexicon) -> None:
    """The noun of a measure: ``10% of its prisoners``, ``30-day ceasefire``, ``39 months of fighting``."""
    j = span.end
    if j < len(tokens) and tokens[j].text == "-":
        j += 1
        j = _sized(tokens, j)
    j = _converted(tokens, j)
    of = j < len(tokens) and tokens[j].low in lexicon.cues.of_word
    j += of
    if (
        _those(tokens, j, lexicon)
        if of
        else _favoured(tokens, j, span, lexicon) or _amount_before(tokens, span, lexicon)
    ):
        return
    while j < len(tokens) and tokens[j].low in SKIP:
        j += 1
    if _alone(tokens, j, span, lexicon) if not of else _ours(tokens, j, span):
        return
    if of and j < len(tokens) and tokens[j].low == "remains":
        span.item, span.item_class, span.elided = "remains", "person.victim", False
        return  # 40 percent of the remains
    words = noun_phrase(tokens, j, taken, lexicon)
    if len(words) == 1 and tokens[words[0]].low in _FORETOLD and tokens[span.begin - 1].low == "of":
        return  # gusts of 70 kph forecast
    if words and span.unit.startswith("age") and tokens[words[0]].text[0].isupper():
        return  # ``23-year-old Ada Poll``
    if not of:
        words = _plainly(tokens, words, span, lexicon)
    if words and span.unit != "count":
        _take(tokens, span, words, of, lexicon)


def _plainly(tokens: list[Token], words: list[int], span: Span, lexicon: Lexicon) -> list[int]:
    """The words of a phrase right behind the measure, up to a verb."""
    if not words or _spent_on(tokens, words[0], span, lexicon) or tokens[words[0]].low in _GOING:
        return []
    if any(t.text == "-" for t in tokens[span.last : words[0]]):
        words = one_thing(tokens, words, lexicon)
    return _before_verb(tokens, words, lexicon)


def _spent_on(tokens: list[Token], j: int, span: Span, lexicon: Lexicon) -> bool:
    """``millions of dollars targeting voters``, ``$12m buying horses``: what the money was spent on doing."""
    word = tokens[j].low
    if j != span.end or not word.endswith("ing") or not span.unit.startswith("money") or word in lexicon.nouns:
        return False
    led = tokens[span.begin - 1].low in ("the", "a", "its", "his", "their", "'s") if span.begin else True
    return not led and word in lexicon.verbs


def _amount_before(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``A loss of $40m forces``, ``Turnout of 71 percent gives``: what was measured stands before it."""
    k = span.begin - 1
    if k < 1 or tokens[k].low not in lexicon.cues.of_word or tokens[span.end : span.end + 1] == []:
        return False
    return tokens[k - 1].low in lexicon.cues.measured_noun and tokens[span.end].text != "-"


def _take(tokens: list[Token], span: Span, words: list[int], of: bool, lexicon: Lexicon) -> None:
    end, part = span.end, span.part
    settling.settle(tokens, span, words, lexicon)
    span.elided, span.part = False, part
    if not of:
        span.end = end
    elif tokens[end].text in "()":
        span.subject_end, span.noun_end, span.end = span.noun_end, end, end


def _sized(tokens: list[Token], j: int) -> int:
    """``a 27-km-long trench``, ``a 3-metre-high wall``: past the word of its size; j without one."""
    if j >= len(tokens) or tokens[j].low not in _SIZES or not tokens[j].glued:
        return j
    return j + 1


def _converted(tokens: list[Token], j: int) -> int:
    """``130 kilometres (80 miles) of road``: where ``of`` stands behind the other unit; j without one."""
    if j >= len(tokens) or tokens[j].text not in "()":
        return j
    close = (
        j if tokens[j].text == ")" else next((k for k in range(j, min(j + 5, len(tokens))) if tokens[k].text == ")"), j)
    )
    of = close + 1 < len(tokens) and tokens[close].text == ")" and tokens[close + 1].low == "of"
    return close + 1 if of else j


def _those(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``54 percent of those asked supported it``: no noun follows."""
    if j + 1 >= len(tokens) or tokens[j].low != "those":
        return False
    return tokens[j + 1].low.endswith("ed") and tokens[j + 1].low in lexicon.verbs


def _favoured(tokens: list[Token], j: int, span: Span, lexicon: Lexicon) -> bool:
    """``29 percent favoured war``: a verb and no noun."""
    word = tokens[j].low if j < len(tokens) else ""
    return span.unit == "percent" and word.endswith("ed") and word in lexicon.verbs


def _alone(tokens: list[Token], j: int, span: Span, lexicon: Lexicon) -> bool:
    """``39 months later``, ``10% lower``: what follows is no noun of the measure."""
    if tokens[span.end - 1].low.endswith("s") and span.unit.startswith("duration"):
        return True
    return j < len(tokens) and tokens[j].low in lexicon.cue("measure_tail")


def _ours(tokens: list[Token], j: int, span: Span) -> bool:
    """``half of us``: people without a noun."""
    if j < len(tokens) and ours(tokens[j]):
        span.item_class = "person" if tokens[j].low == "us" else None
        return True
    return False


def _before_verb(tokens: list[Token], words: list[int], lexicon: Lexicon) -> list[int]:
    """``the 77kWh battery gives 310 miles``: an unknown word in -s before a number or an article is the verb."""
    last = words[-1] if len(words) > 1 else -1
    if last < 0 or last + 1 >= len(tokens) or not is_plural(tokens[last].low) or tokens[last].low in lexicon.nouns:
        return words
    after = tokens[last + 1]
    return words[:-1] if after.kind == "n" or after.low in ("a", "an", "the", "its", "their", "up", "about") else words


def ours(token: Token) -> bool:
    """``300 of us``; the US is a country."""
    return token.low in OURS and token.text != "US"
