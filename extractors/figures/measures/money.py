"""Currency signs and codes around a number."""

from itertools import pairwise

from extractors.figures.counted.heads import is_plural
from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers.traps import dollar_of
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_EQUAL = frozenset(
    {
        "or",
        "about",
        "around",
        "roughly",
        "some",
        "nearly",
        "almost",
        "equivalent",
        "equal",
        "worth",
        "to",
        "at",
        "the",
        "time",
    }
)
_WHOSE = frozenset({"US", "U.S", "U.S."})
_PAID = 8
_PAYS = 4
_BEHIND = frozenset({"in", "to", "for", "from", "by", "on", "this", "next", "last", "over"})
_GIFTS = frozenset({"to", "for"})
_MINOR = (":cent", ":penny")
# ``kEUR``
_CODED = 4
_SCALES = {"k": 1e3, "K": 1e3, "T": 1e3, "M": 1e6, "m": 1e6, "B": 1e9}


def sign(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Set the currency where a sign or a code touches the number on either side; True where it does."""
    if _before(tokens, span, lexicon):
        follows = span.end < len(tokens) and lexicon.units.get(tokens[span.end].low, "").startswith("money:")
        # ``$80 U.S. a barrel``: whose dollars they are
        follows = follows or (span.end < len(tokens) and tokens[span.end].text in _WHOSE)
        span.end = span.noun_end = span.end + follows
        return True
    if span.unit != "count":
        return span.unit.startswith("money:")
    return _after(tokens, span, lexicon)


def coded(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """The same in a sentence without any sign of money: a scale and a code in one word."""
    if span.unit != "count":
        return span.unit.startswith("money:")
    text = tokens[span.last].text if span.last < len(tokens) else ""
    return len(text) == _CODED and text[0] in _SCALES and _scaled_code(text, span, lexicon)


def again(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``$120m so far and a further 40m``, ``15m euros in March and another 8m in May``: more of the same money."""
    for left, right in pairwise(spans):
        if not left.unit.startswith("money:") or right.unit not in ("count", "length:m") or right.item is not None:
            continue
        if right.begin < 1 or not _bare(tokens, right):
            continue
        if tokens[right.begin - 1].low not in lexicon.cue("more_of") and not _to_each(tokens, left, right):
            continue
        between = (t.low for t in tokens[left.end : right.begin] if t.low in lexicon.verbs)
        if not lexicon.cue("pays_on").issuperset(between) or _far_less(left, right):
            continue  # ``paid $40,000 and freed another 12``
        if right.unit == "length:m":
            right.value = right.low = right.high = (right.value or 0) * 1e6
        right.unit = left.unit
        right.rule("unit", "more_money", 0.7)


def _to_each(tokens: list[Token], left: Span, right: Span) -> bool:
    """``promised 100,000 rupees to the families of the dead and 50,000 to the injured``: the same gift to others."""
    between = [t.low for t in tokens[left.end : right.begin]]
    to = right.end < len(tokens) and tokens[right.end].low in _GIFTS and between[:1] == [tokens[right.end].low]
    return to and between[-1] == "and" and right.value is not None


def _far_less(left: Span, right: Span) -> bool:
    """``It paid $3m, and another 12 were fed``: no sum beside that one."""
    one, other = left.high or left.low or 0, right.high or right.low or 0
    return right.unit == "count" and other * 100 < one


def _bare(tokens: list[Token], span: Span) -> bool:
    after = tokens[span.end] if span.end < len(tokens) else None
    return after is None or after.kind == "p" or after.low in _BEHIND


def pounds(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> None:
    """``361 million pounds``, ``fined 2,000 pounds`` are money; nobody weighs in millions without saying of what."""
    top = span.value if span.value is not None else span.high
    sums = top is not None and top >= 1e6
    if not sums and span.end < len(tokens) and tokens[span.end].low == "of":
        return
    paid = not lexicon.cue("pays").isdisjoint(t.low for t in tokens[max(0, span.begin - _PAYS) : span.begin])
    if sums or paid or any(other.unit == "money:GBP" for other in spans):
        span.unit = "money:GBP"


def converted(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``50 million cowris (£24,000)``: an unknown word that an amount of money explains is a currency, ISO 4217 XXX."""
    for left, right in pairwise(spans):
        unknown = left.unit == "count" and left.item_phrase is not None and left.item_class is None
        if not (unknown and right.unit.startswith("money:")) or tokens[left.noun_end - 1].low in lexicon.nouns:
            continue
        between = [t.low for t in tokens[left.noun_end : right.begin]]
        if between[:1] in (["("], [","]) and between[:2] != [",", "worth"] and _EQUAL.issuperset(between[1:]):
            left.unit = "money:XXX"
            left.rule("unit", "converted", 0.8)
            for span in (left, right):
                span.item = span.item_phrase = None


def unknown(tokens: list[Token], span: Span, lexicon: Lexicon) -> tuple[str | None, int]:
    """``paid 20 million talers``: a word that is not known where a currency stands, in a sentence of payments."""
    at = span.last
    word = tokens[at].low if at < len(tokens) else ""
    known = word in lexicon.nouns or word in lexicon.verbs or word in lexicon.cue("stop") or word in lexicon.actions
    comes_as = [t.low for t in tokens[at + 1 : at + 3]]
    closed = at + 1 >= len(tokens) or tokens[at + 1].kind == "p" or tokens[at + 1].low in lexicon.cue("stop")
    if known or not closed or not is_plural(word) or not tokens[at].text.islower():
        return None, at
    paid = len(comes_as) == 2 and comes_as[0] == "in" and comes_as[1] in lexicon.cue("money_in")
    paid = paid or any(t.low in lexicon.cue("payment") for t in tokens[max(0, span.first - _PAID) : span.first])
    return ("money:XXX", at + 1) if paid else (None, at)


def merge(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """``3 dollars 50 cents`` is one amount."""
    if len(spans) < 2:
        return spans
    kept: list[Span] = []
    for span in spans:
        last = kept[-1] if kept else None
        if last is not None and span.first < last.end:
            continue
        if last is not None and last.unit == "length:ft" and _feet_inches(tokens, last, span):
            continue
        minor = last is not None and span.unit.endswith(_MINOR) and _minor(tokens, last, span)
        if last is None or not minor or last.value is None or span.value is None or span.value >= 100:
            kept.append(span)
            continue
        last.value = last.value + span.value / 100
        last.low, last.high = last.low and last.value, last.high and last.value
        last.last = last.end = last.noun_end = span.end
    return kept


def _minor(tokens: list[Token], last: Span, span: Span) -> bool:
    """The cents behind their dollars."""
    between = [t.low for t in tokens[last.end : span.begin]]
    return span.unit.rpartition(":")[0] == last.unit and between in ([], ["and"])


def _feet_inches(tokens: list[Token], last: Span, span: Span) -> bool:
    """``6 feet 2 inches``, ``5ft 10in``: one length in feet."""
    between = [t.low for t in tokens[last.end : span.begin]]
    inches = span.unit == "length:in" or (
        span.unit == "count" and [t.low for t in tokens[span.end : span.end + 1]] == ["in"]
    )
    if not inches or between not in ([], ["and"], [","]) or last.value is None:
        return False
    if span.value is None or span.value >= 12 or last.value % 1:
        return False
    last.value = last.value + span.value / 12
    last.low, last.high = last.low and last.value, last.high and last.value
    last.last = last.end = last.noun_end = span.end
    return True


def _before(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``US $``, ``HK$``, ``EUR50m``, ``Y=590``, ``$-50.8bn``."""
    i, signs = span.first - 1, lexicon.money_symbols
    if i > 0 and tokens[i].text == "-":
        i -= 1
    if i < 0:
        return False
    if tokens[i].text == "=" and i and tokens[i - 1].text == "Y":
        span.unit, span.begin = "money:JPY", min(span.begin, i - 1)
        return True
    word = tokens[i]
    behind = dollar_of(tokens, i, lexicon)
    if behind:
        span.unit, span.begin = behind, min(span.begin, i - 1)
        return True
    if word.text not in signs or not (
        word.kind == "p" or tokens[span.first].glued or len(word.text) == 3 or word.text in lexicon.cue("money_word")
    ):
        return False
    span.unit, span.begin = signs[word.text], min(span.begin, i)
    named = tokens[i - 1].text.upper() if i and word.text == "$" else ""
    code = (signs.get(f"{named}$") or (signs.get(named) if len(named) == 3 else None)) if named else None
    if code and not (named == "A" and not tokens[i].glued):
        span.unit, span.begin = code, min(span.begin, i - 1)
    return True


def _after(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``1,200€``, ``110 JPY``."""
    if span.last >= len(tokens):
        return False
    text = tokens[span.last].text
    if text not in lexicon.money_symbols:
        return len(text) == _CODED and text[0] in _SCALES and _scaled_code(text, span, lexicon)
    mark = tokens[span.last]
    next_has_it = span.last + 1 < len(tokens) and tokens[span.last + 1].kind == "n" and tokens[span.last + 1].glued
    if not mark.glued and (next_has_it or (mark.kind == "w" and len(mark.text) != 3)):
        return False
    span.unit = lexicon.money_symbols[tokens[span.last].text]
    span.end = span.noun_end = span.last + 1
    _scale_behind(tokens, span, lexicon)
    return True


def _scale_behind(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``75 USD million``."""
    scale = lexicon.numerals.get("scale", {}).get(tokens[span.end].low) if span.end < len(tokens) else None
    if scale and span.value is not None and span.value < 1000 and span.kind == "digits":
        span.value *= scale
        span.low, span.high = span.low and span.value, span.high and span.value
        span.end = span.noun_end = span.end + 1


def _scaled_code(text: str, span: Span, lexicon: Lexicon) -> bool:
    """``120 MEUR``, ``60 MSEK``: the scale before the code."""
    unit = lexicon.money_symbols.get(text[1:])
    if unit is None or span.value is None:
        return False
    span.value *= _SCALES[text[0]]
    span.low, span.high = span.value, span.value
    span.unit, span.end, span.noun_end = unit, span.last + 1, span.last + 1
    return True
