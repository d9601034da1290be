"""What a number measures: money, percent, time, length …; what is left is a count."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span, lexicon_money
from extractors.figures.tokens import Token

_SPACED_SYMBOLS = frozenset({"C", "F", "W", "V", "%", "°", "p"})
_LONGEST = 4
_RATE_LEADS = frozenset({"a", "an", "per", "/", "each", "every"})
_RATE_WORDS = frozenset(
    [
        "share",
        "day",
        "year",
        "month",
        "week",
        "hour",
        "minute",
        "second",
        "barrel",
        "ounce",
        "gallon",
        "liter",
        "litre",
        "person",
        "head",
        "ton",
        "tonne",
        "pound",
        "kilo",
        "kilogram",
        "gram",
        "game",
        "century",
        "decade",
        "mile",
        "kilometre",
        "kilometer",
        "km",
        "unit",
        "annum",
        "capita",
        "night",
        "mmbtu",
        "acre",
        "foot",
        "quarter",
        "dose",
        "bottle",
        "cm",
    ]
)


def measure(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """Set the unit of a span, and grow its quote over currency signs, unit words and rates."""
    _negative(tokens, span)
    if _magnitude(tokens, span):
        return
    if not _money_sign(tokens, span, lexicon):
        _unit_word(tokens, span, lexicon)
    elif span.end < len(tokens) and lexicon.units.get(tokens[span.end].low, "").startswith("money:"):
        span.end = span.noun_end = span.end + 1
    if span.unit.startswith("duration:"):
        _age(tokens, span)
    elif span.unit == "count":
        _plain_age(tokens, span, lexicon)
    if span.unit != "count":
        span.rule("unit", "table", 0.95)
        _rate(tokens, span, lexicon)


def _negative(tokens: list[Token], span: Span) -> None:
    """``-5``, ``minus 130``, ``$-50.8bn``; a dash between words is none."""
    i = span.first - 1
    if i < 0 or span.value is None:
        return
    sign = (
        tokens[i].text == "-"
        and tokens[span.first].glued
        and not (tokens[i].glued and i and tokens[i - 1].kind == "w" and tokens[i - 1].low != "minus")
    )
    if tokens[i].text == "-" and i and tokens[i - 1].low == "minus":
        sign, i = True, i - 1
    if tokens[i].low in ("minus", "negative"):
        sign = True
    if sign and (
        i == 0 or tokens[i].low in ("minus", "negative") or not tokens[i].glued or tokens[i - 1].text in "$€£("
    ):
        span.value = -span.value
        span.low = span.high = span.value
        span.begin = min(span.begin, i)
        span.rule("value", "negative", 0.8)


def _magnitude(tokens: list[Token], span: Span) -> bool:
    """The strength of a quake: ``magnitude-6.1``, ``a 5.9 magnitude quake``, ``6.1 on the Richter scale``."""
    top = span.high if span.high is not None else span.low
    if top is None or not 0 < top < 10.5 or span.kind == "words":
        return False
    right = [t.low for t in tokens[span.last : span.last + 6]]
    left = [t.low for t in tokens[max(0, span.first - 6) : span.first]]
    near_right = right[:2] and (
        right[0] == "magnitude" or right[:2] == ["-", "magnitude"] or right[:2] == ["-", "strength"]
    )
    quake = right[:1] == ["degree"] and any(w in ("quake", "earthquake", "temblor", "tremor") for w in right)
    if not (
        near_right
        or quake
        or "richter" in right
        or (("magnitude" in left or "magnitudes" in left) and right[:1] != ["%"])
    ):
        return False
    span.unit, span.item, span.item_phrase, span.elided = "magnitude", "magnitude", "magnitude", False
    if near_right:
        span.end = span.noun_end = span.last + (1 if right[0] == "magnitude" else 2)
    span.rule("unit", "magnitude", 0.9)
    return True


def _money_sign(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """A currency sign before the number (``US $``, ``HK$``, ``EUR``, ``Y=``) or glued after it (``1,200€``)."""
    i = span.first - 1
    if i >= 0 and tokens[i].text == "-" and i > 0:
        i -= 1
    signs = lexicon.money_symbols
    if i >= 0 and tokens[i].text == "=" and i and tokens[i - 1].text == "Y":
        span.unit, span.begin = "money:JPY", min(span.begin, i - 1)
        return True
    if (
        i >= 0
        and tokens[i].text in signs
        and (tokens[i].kind == "p" or tokens[span.first].glued or len(tokens[i].text) == 3)
    ):
        span.unit, span.begin = signs[tokens[i].text], min(span.begin, i)
        if i and tokens[i].text == "$" and f"{tokens[i - 1].text}$" in signs:
            span.unit, span.begin = signs[f"{tokens[i - 1].text}$"], min(span.begin, i - 1)
        return True
    if span.unit != "count":
        return span.unit.startswith("money:")
    if (
        span.last < len(tokens)
        and tokens[span.last].text in signs
        and (tokens[span.last].glued or len(tokens[span.last].text) == 3)
    ):
        span.unit, span.end, span.noun_end = signs[tokens[span.last].text], span.last + 1, span.last + 1
        return True
    return False


def _unit_word(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``per cent``, ``30-day``, ``square miles``, ``Australian dollars``: the longest form that follows."""
    if span.unit not in ("count", "ratio"):
        return
    j = span.last
    while j < len(tokens) and tokens[j].text == "-" and (tokens[j].glued or span.kind == "range"):
        j += 1
    if j < len(tokens) and tokens[j].low == "of" and span.kind in ("vague",):
        j += 1
    if (
        j < len(tokens)
        and tokens[j].low
        in ("more", "additional", "full", "straight", "consecutive", "whole", "long", "further", "previous")
        and j + 1 < len(tokens)
        and lexicon.units.get(tokens[j + 1].low, "").startswith(("duration", "percent", "length", "mass"))
    ):
        j += 1
    best, end = None, j
    phrase = ""
    for k in range(j, min(j + _LONGEST, len(tokens))):
        phrase = (
            f"{phrase} {tokens[k].low}".lstrip()
            if not (tokens[k].glued and tokens[k].text in "°-")
            else phrase + tokens[k].low
        )
        unit = lexicon.units.get(phrase)
        if unit and not _noun_sense(tokens, k, phrase, span):
            best, end = unit, k + 1
    if best is None and j < len(tokens):
        word = tokens[j].text
        if word in lexicon.symbols and (tokens[j].glued or len(word) > 1 or word in _SPACED_SYMBOLS):
            best, end = lexicon.symbols[word], j + 1
        elif word in ("'", '"') and tokens[j].glued and span.kind == "digits" and _feet(tokens, j, span):
            best, end = ("length:ft" if word == "'" else "length:in"), j + 1
    if best is not None:
        span.unit, span.end, span.noun_end = best, max(span.end, end), max(span.noun_end, end)


def _feet(tokens: list[Token], j: int, span: Span) -> bool:
    quotes = sum(t.text == tokens[j].text for t in tokens)
    return quotes == 1 and (tokens[j].text == "'" or span.first > 0)


def _noun_sense(tokens: list[Token], k: int, phrase: str, span: Span) -> bool:
    """``12 won``, ``two second-place``, ``3 point guards``: unit words that are verbs or adjectives here."""
    top = span.high if span.high is not None else span.low or 0.0
    if phrase in ("won", "rand", "dong", "sterling", "sen"):
        return top < 100 and phrase != "sen"
    return bool(
        phrase in ("second", "mark")
        and top != 1
        and span.last == k
        and not tokens[k].glued
        and tokens[k - 1].text != "-"
    )


def _age(tokens: list[Token], span: Span) -> None:
    """``three-year-old``, ``18 months of age``, ``younger than three months old``, ``aged 12 months``."""
    words = [t.low for t in tokens[span.end : span.end + 3]]
    old = (
        words[:1] == ["old"]
        or words[:2] == ["-", "old"]
        or words[:2] == ["of", "age"]
        or words[:2] == ["-", "olds"]
        or words[:1] == ["olds"]
    )
    if old:
        span.unit = "age:" + span.unit.partition(":")[2]
        span.end += 1 if words[0] in ("old", "olds") else 2
        span.noun_end = span.end


def _plain_age(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``aged 12``, ``ages 13, 17 and 19``, ``Jackson, 6;``, ``who was 10``, ``He will be 35``."""
    if span.kind not in ("digits", "words") or span.value is None or not 0 < span.value < 116 or span.value % 1:
        return
    before = [t.low for t in tokens[max(0, span.first - 2) : span.first]]
    after = tokens[span.last] if span.last < len(tokens) else None
    lead = before[-1] if before else ""
    led = lead in lexicon.cue("age_lead") or before == ["age", "of"] or before == ["the", "age"]
    closes = after is None or after.text in ",.;)—–"
    apposed = (
        closes
        and lead in (",", "(")
        and span.first > 1
        and _name_before(tokens, span.first - 2)
        and span.kind == "digits"
    )
    if not apposed and closes and span.kind == "digits" and lead in ("was", "is", "be", "turned", "turns"):
        apposed = bool({t.low for t in tokens[max(0, span.first - 4) : span.first - 1]} & {"he", "she", "who", "i"})
    if not apposed and closes and span.first > 1 and lead == "be" and tokens[span.first - 3].low in ("he", "she"):
        apposed = True
    if led or apposed:
        span.unit = "age:year"
        span.rule("unit", "age", 0.85)


def _name_before(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    return (token.kind == "w" and token.text[0].isupper() and len(token.text) > 1) or (
        token.low in ("jr", "sr", ".") and i > 0 and tokens[i - 1].text[0].isupper()
    )


def _rate(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``a barrel``, ``per share``, ``a year``: appended to the unit (``money:USD/barrel``)."""
    if span.unit.startswith("age"):
        return
    j = span.end
    while j < len(tokens) and tokens[j].text == "-" and tokens[j].glued:
        j += 1
    if j + 1 < len(tokens) and tokens[j].low in _RATE_LEADS:
        k = j + 2 if tokens[j + 1].text == "-" else j + 1
        if k < len(tokens) and tokens[k].low in _RATE_WORDS and tokens[j].low not in ("each", "every"):
            span.unit += "/" + tokens[k].low
            span.end = span.noun_end = k + 1


def money(span: Span) -> bool:
    """True for an amount of money."""
    return span.unit.startswith("money:")


__all__ = ["lexicon_money", "measure", "money"]
