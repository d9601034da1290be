"""What is counted: the noun phrase after the number, the noun of ``number of X … is N``, or the noun left out."""

from extractors.figures.heads import head, is_plural, joined, refine, singular
from extractors.figures.lexicon import Lexicon, Noun, phrase
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_LONGEST = 8
_SKIP = frozenset(
    {
        "more",
        "other",
        "additional",
        "further",
        "different",
        "such",
        "new",
        "of",
        "the",
        "our",
        "its",
        "their",
        "his",
        "her",
        "these",
        "those",
        "all",
        "many",
        "my",
        "your",
        "so-called",
    }
)


def count(tokens: list[Token], span: Span, taken: set[int], lexicon: Lexicon) -> None:
    """Set item, item_phrase, item_class and the end of the noun phrase; leaves them None where the noun is elided."""
    if span.unit in ("magnitude",) or (
        span.unit.startswith(("age", "duration", "money"))
        and "of" not in {t.low for t in tokens[span.end : span.end + 1]}
    ):
        if span.unit != "magnitude":
            _measured(tokens, span, taken, lexicon)
        return
    if span.unit != "count":
        _measured(tokens, span, taken, lexicon)
        return
    if _of_number(tokens, span.noun_end, taken):
        return
    first = _start(tokens, span, lexicon)
    if first < len(tokens) and tokens[first].text == "us":
        return
    words = noun_phrase(tokens, first, taken, lexicon, span.value != 1)
    if words:
        _settle(tokens, span, words, lexicon)


def _start(tokens: list[Token], span: Span, lexicon: Lexicon) -> int:
    """The first token of the noun phrase after the number; notes a partitive (``three of the returnees``)."""
    j = span.noun_end
    while j < len(tokens) and (
        (tokens[j].text == "-" and (tokens[j].glued or span.each)) or (span.each and tokens[j].text == '"')
    ):
        j += 1
    if j < len(tokens) and tokens[j].low in lexicon.cue("of_word"):
        if (
            j + 1 < len(tokens)
            and tokens[j + 1].low in ("the", "those", "them", "these", "its", "his", "her", "whom", "which")
            and span.kind != "vague"
        ):
            span.part = tokens[j + 1].low != "its"
            span.rule("part", "partitive", 0.7)
        j += 1
    if [t.low for t in tokens[j : j + 3]] in (["the", "number", "of"], ["the", "total", "of"]):
        j += 3
    while j < len(tokens) and (tokens[j].low in _SKIP or _as_many(tokens, j)):
        j += 1
    while j < len(tokens) and tokens[j].low in lexicon.cue("noun_skip"):
        j += 1
    return j


def _as_many(tokens: list[Token], j: int) -> bool:
    """``twice as many``: the ``as`` of a comparison; ``187 as the visitors …`` begins a clause."""
    return tokens[j].low == "as" and j + 1 < len(tokens) and tokens[j + 1].low in ("many", "such")


def _reported(tokens: list[Token], j: int) -> bool:
    """``not 212 as first reported``: no noun follows."""
    after = tokens[j + 1].low if j + 1 < len(tokens) else ""
    return tokens[j].low == "as" and after in ("first", "previously", "initially", "originally", "earlier", "of")


def noun_phrase(tokens: list[Token], j: int, taken: set[int], lexicon: Lexicon, many: bool = True) -> list[int]:
    """The tokens of the noun phrase from j, up to a stop word, a sign, a number, or a verb behind the first noun."""
    words: list[int] = []
    if j < len(tokens) and _reported(tokens, j):
        return words
    seen = False
    stop = lexicon.cue("stop")
    while j < len(tokens) and len(words) < _LONGEST:
        token = tokens[j]
        if (token.kind == "p" and not (token.text == "-" and token.glued)) or j in taken:
            if token.text == "," and words and not seen and _adjectives(tokens, j, lexicon):
                j += 1
                continue
            break
        phrase_end = _multiword(tokens, j, lexicon)
        if phrase_end:
            words.extend(range(j, phrase_end))
            break
        if (token.low in stop and not token.glued) or (token.low == "'s" and not words):
            break
        if (seen and [t.low for t in tokens[j + 1 : j + 3]] == ["-", "wide"]) or _moment(tokens, j, lexicon):
            break
        noun = lexicon.nouns.get(token.low)
        if _is_verb(tokens, j, seen, noun, lexicon, many):
            break
        words.append(j)
        if _ends_phrase(token, lexicon):
            break
        seen = seen or noun is not None or is_plural(token.low)
        j += 1
    return words


def _ends_phrase(token: Token, lexicon: Lexicon) -> bool:
    """German: the first capital is the noun; Spanish: the noun comes first, its adjectives behind."""
    return bool(lexicon.cue("noun_first")) or (bool(lexicon.cue("capital_nouns")) and token.text[0].isupper())


def _moment(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``rose to 34 last night``, ``520 next March``: a time and no noun."""
    if tokens[j].low not in ("last", "next") or j + 1 >= len(tokens):
        return False
    after = tokens[j + 1].low
    timed = lexicon.units.get(after, "").startswith("duration") or after in lexicon.cue("month")
    return timed or after in lexicon.cue("weekday") or after in lexicon.cue("season")


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


def _adjectives(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """True where another adjective of the same noun follows a comma (``two small, red cars``)."""
    after = tokens[j + 1 : j + 4]
    return (
        len(after) > 1
        and after[0].kind == "w"
        and after[0].low not in lexicon.cue("stop")
        and after[1].low in lexicon.nouns
        and after[0].low not in lexicon.nouns
    )


def _multiword(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """The end of a noun of several words at j (``prisoners of war``), or 0."""
    longest = lexicon.openers.get(tokens[j].low, 0)
    for n in range(min(longest, len(tokens) - j), 1, -1):
        if phrase(tokens, j, j + n) in lexicon.nouns:
            return j + n
    return 0


def _is_verb(tokens: list[Token], j: int, seen: bool, noun: Noun | None, lexicon: Lexicon, many: bool) -> bool:
    """True where a word ends the phrase as its predicate: ``released`` in ``390 people released``."""
    word, after = tokens[j].low, tokens[j + 1].low if j + 1 < len(tokens) else ""
    if after == "-" and tokens[j + 1].glued and j + 2 < len(tokens) and tokens[j + 2].glued:
        return False
    acts = lexicon.actions.get(word)
    nominal = after in lexicon.nouns
    if acts and any(a.role in "osa" for a in acts):
        inside = many and not seen and is_plural(word) and tokens[j - 1].kind == "w" and tokens[j - 1].low not in _SKIP
        plural = noun.plural if noun is not None else inside and tokens[j - 1].low not in lexicon.triggers
        if plural and not any(a.past for a in acts):
            return False
        if not seen and noun is not None and many and not noun.plural and any(a.past for a in acts):
            return not nominal
        if not seen and noun is not None:
            return not nominal and word in lexicon.cue("state")
        return seen or not nominal
    if noun is not None or (acts and any(a.role == "n" for a in acts)):
        return False
    if word.endswith("ed") and len(word) > 3:
        return not nominal if seen else not after.isalpha() or after in lexicon.cue("stop")
    return seen and word.endswith("ing") and len(word) > 5 and not nominal


def _settle(tokens: list[Token], span: Span, words: list[int], lexicon: Lexicon) -> None:
    """Choose the head of the phrase and set the item."""
    at, noun = head(tokens, words, lexicon)
    if at < 0:
        return
    span.elided = False
    first = words[0]
    span.noun_end = span.end = max(span.end, at + 1)
    text = [tokens[k].low for k in words if k <= at]
    span.item_phrase = joined(tokens, first, at)
    if noun is None:
        span.item = singular(tokens[at].low)
        return
    span.item, span.item_class, span.plural = noun.lemma, noun.cls, noun.plural
    if noun.lemma == "other":
        span.item, span.elided, span.others = None, True, True
        span.item_class = "person" if len(text) == 1 else None
    refined = refine(text, noun, lexicon)
    if refined:
        span.item_class = refined
    span.rule("item", "noun_phrase", 0.95)


def _measured(tokens: list[Token], span: Span, taken: set[int], lexicon: Lexicon) -> None:
    """The noun of a measure: ``10% of its prisoners``, ``30-day ceasefire``, ``39 months of fighting``."""
    j = span.end
    if j < len(tokens) and tokens[j].text == "-":
        j += 1
    of = j < len(tokens) and tokens[j].low in lexicon.cue("of_word")
    if of:
        j += 1
    while j < len(tokens) and tokens[j].low in _SKIP:
        j += 1
    if not of and tokens[span.end - 1].low.endswith("s") and span.unit.startswith("duration"):
        return
    if not of and j < len(tokens) and tokens[j].low in lexicon.cue("measure_tail"):
        return
    words = noun_phrase(tokens, j, taken, lexicon)
    if not of:
        words = _before_verb(tokens, words, lexicon)
    if words and span.unit != "count":
        end = span.end
        part = span.part
        _settle(tokens, span, words, lexicon)
        span.elided = False
        if not of:
            span.end = end
        span.part = part


def _before_verb(tokens: list[Token], words: list[int], lexicon: Lexicon) -> list[int]:
    """``the 77kWh battery gives 310 miles``: an unknown word in -s before a number or an article is the verb."""
    last = words[-1] if len(words) > 1 else -1
    if last < 0 or last + 1 >= len(tokens) or not is_plural(tokens[last].low) or tokens[last].low in lexicon.nouns:
        return words
    after = tokens[last + 1]
    return words[:-1] if after.kind == "n" or after.low in ("a", "an", "the", "its", "their", "up", "about") else words
