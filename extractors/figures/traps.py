"""What looks like a number and counts nothing: dates, clock times, names, addresses, telephone numbers, scores.

``trap`` answers for one digit numeral in a sentence; the answer is the name of the trap, which says why nothing was
read. Every test looks at a handful of neighbouring tokens, so the cost per numeral is constant.
"""

from extractors.figures.lexicon import Lexicon
from extractors.figures.tokens import LONGEST, Token

_SIGNS = frozenset("#№^_*×@\\=\ufffc²³¹§†‡|±")
_ORDINAL = frozenset({"st", "nd", "rd", "th", "s", "er", "o", "a"})
_CLOCK = frozenset(
    {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "hrs", "gmt", "noon", "est", "edt", "utc", "bst", "cet"}
)
_PREFIX = frozenset(
    {
        "sub",
        "minus",
        "plus",
        "magnitude",
        "to",
        "over",
        "under",
        "nearly",
        "about",
        "some",
        "and",
        "or",
        "for",
        "non",
        "now",
        "then",
    }
)
_ERA = frozenset({"ad", "bc", "bce", "ce", "a.d.", "b.c."})


def trap(tokens: list[Token], i: int, lexicon: Lexicon) -> str | None:
    """The name of the trap that the digit numeral at i stands in, or None where it is a number."""
    token = tokens[i]
    if len(token.text) > LONGEST:
        return "too_long"
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return (
        _signs(tokens, i, before, after)
        or _clock(tokens, i, after)
        or _glued_name(tokens, i, before, lexicon)
        or _date(tokens, i, before, after, lexicon)
        or _address(tokens, i, after, lexicon)
        or _list_marker(tokens, i, before, after)
    )


def _signs(tokens: list[Token], i: int, before: Token | None, after: Token | None) -> str | None:
    token = tokens[i]
    if _spoilt(tokens, i):
        return "spoilt"
    if before is not None and before.text in _SIGNS and token.glued and not _money_equals(tokens, i):
        return "sign"
    if after is not None and after.glued and (after.text in _SIGNS or after.low[0] in "²³¹"):
        return "sign"
    if token.text.count(".") > 1 and not _grouped_by_points(token.text):
        return "version"
    if (
        before is not None
        and token.glued
        and before.text == ","
        and i > 1
        and tokens[i - 2].kind == "w"
        and before.glued
    ):
        return "look_alike"
    return None


def _spoilt(tokens: list[Token], i: int) -> bool:
    """An invisible character or an underscore anywhere in what touches the number (``3<ZWSP>,900``)."""
    for k in range(i, max(0, i - 8), -1):
        if not tokens[k].glued:
            return False
        if tokens[k - 1].text in ("\ufffc", "_"):
            return True
    return False


def _money_equals(tokens: list[Token], i: int) -> bool:
    return tokens[i - 1].text == "=" and i > 1 and tokens[i - 2].text == "Y"


def _grouped_by_points(text: str) -> bool:
    groups = text.split(".")
    return 1 <= len(groups[0]) <= 3 and all(len(g.partition(",")[0]) == 3 for g in groups[1:])


def _clock(tokens: list[Token], i: int, after: Token | None) -> str | None:
    if i > 1 and tokens[i].glued and tokens[i - 1].text == ":" and tokens[i - 1].glued and tokens[i - 2].kind == "n":
        return "clock"
    if after is None:
        return None
    if after.text == ":" and after.glued and i + 2 < len(tokens) and tokens[i + 2].glued and tokens[i + 2].kind == "n":
        return "clock"
    return "clock" if after.low in _CLOCK and (after.low != "hrs" or len(tokens[i].text) == 4) else None


def _glued_name(tokens: list[Token], i: int, before: Token | None, lexicon: Lexicon) -> str | None:
    """SU-24, V10, COVID-19, the S22: letters that touch the number and are neither a currency nor a sign word."""
    if before is None or not tokens[i].glued:
        return None
    if before.kind == "w":
        return None if before.text in lexicon.money_symbols else "name"
    if before.text == "-" and before.glued and i > 1 and tokens[i - 2].kind == "w":
        word = tokens[i - 2].low
        named = word not in _PREFIX and not lexicon.numerals.get("unit", {}).get(word)
        return "name" if named and tokens[i - 2].text not in lexicon.money_symbols else None
    return "slash" if before.text in "/." and i > 1 and before.glued else None


def _date(tokens: list[Token], i: int, before: Token | None, after: Token | None, lexicon: Lexicon) -> str | None:
    text, month = tokens[i].text, lexicon.cue("month")
    if not text.isdigit() or len(text) > 4:
        return None
    if (before is not None and before.low in _ERA) or (after is not None and after.low in _ERA):
        return "year"
    if len(text) <= 2 and int(text) <= 31:
        return "day" if _by_month(tokens, i, month) else None
    return "year" if len(text) == 4 and _is_year(tokens, i, lexicon) else None


def _by_month(tokens: list[Token], i: int, month: frozenset[str]) -> bool:
    """``May 16``, ``16 May``, ``Sept. 20-24``, ``the 3rd and 4 June``."""
    j = i - 1
    if j >= 0 and tokens[j].text == ".":
        j -= 1
    if j >= 0 and tokens[j].low in month and (tokens[j].text[0].isupper() or _no_capitals(tokens, tokens[j].low)):
        return True
    if j > 1 and tokens[j].text in ("-", "–") and tokens[j - 1].kind == "n":
        return _by_month(tokens, j - 1, month)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.text == "." and i + 2 < len(tokens) and tokens[i + 2].low in month:
        return tokens[i + 2].text[0].isupper()
    if after is not None and after.low == "de" and i + 2 < len(tokens):
        after = tokens[i + 2]
        return after.low in month
    return after is not None and after.low in month and (after.text[0].isupper() or _no_capitals(tokens, after.low))


def _no_capitals(tokens: list[Token], month: str) -> bool:
    """A month in small letters is one where it is no other word (``oct``), or where the whole sentence has none."""
    return month not in ("may", "march", "mar", "dec") or not any(t.text[0].isupper() for t in tokens)


def _is_year(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    number = int(tokens[i].text)
    if not 1000 <= number <= 2199 or _money_before(tokens, i, lexicon):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    lead = tokens[i - 1].low if i else ""
    if after is not None and after.kind == "w" and _counts(tokens, i, lexicon):
        return lead in lexicon.cue("month")
    if (after is not None and after.glued and after.kind == "w") or (after is not None and after.text == "%"):
        return False
    if after is not None and after.text == "-" and after.glued and i + 2 < len(tokens) and tokens[i + 2].low == "for":
        return False
    if number < 1500 and lead not in ("in", "since", "circa", "year", "ad", "bc"):
        return _after_year(tokens, i)
    if number >= 1800:
        return not _qualified(tokens, i, lexicon)
    return (
        lead in lexicon.cue("year_lead")
        and not _qualified(tokens, i, lexicon)
        and lead not in ("and", "or", "to", "for", "of", "the")
    )


def _after_year(tokens: list[Token], i: int) -> bool:
    """The second year of ``between A.D. 1000 and 1260``."""
    return i > 2 and tokens[i - 1].low in ("and", "to", "-", "–") and tokens[i - 3].low in _ERA


def _qualified(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``more than 2000``: a bound is said of a number, not of a year (``around 2000`` may be one)."""
    if i < 2:
        return False
    two = f"{tokens[i - 2].low} {tokens[i - 1].low}"
    return two in lexicon.before or tokens[i - 1].low in (
        "nearly",
        "roughly",
        "approximately",
        "some",
        "exceeded",
        "about",
    )


def _counts(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """True where a counted noun or a unit follows within two words (``2000 people``, ``2010 Chilean miners``)."""
    for j in range(i + 1, min(i + 3, len(tokens))):
        word = tokens[j].low
        if tokens[j].kind != "w":
            return False
        noun = lexicon.nouns.get(word)
        if (noun is not None and noun.plural) or word in lexicon.units or word in lexicon.numerals.get("scale", {}):
            return j == i + 1 or not tokens[i + 1].text[0].isupper()
        if word in lexicon.cue("stop") or word in ("most", "many", "some", "other"):
            return False
    return False


def _money_before(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    return i > 0 and tokens[i - 1].text in lexicon.money_symbols


def _address(tokens: list[Token], i: int, after: Token | None, lexicon: Lexicon) -> str | None:
    """``1912 S. Orange Avenue``: capitalised words up to a street word."""
    text = tokens[i].text
    if after is None or not text.isdigit() or after.glued:
        return None
    if after.low == "block" and len(text) >= 3:
        return "address"
    if not (after.text[0].isupper() or after.kind == "n"):
        return None
    for j in range(i + 1, min(i + 7, len(tokens))):
        word = tokens[j]
        if word.kind == "w" and j > i + 1 and word.text[0].isupper() and word.low in lexicon.cue("street"):
            return "address"
        if word.kind == "w" and not word.text[0].isupper() and word.low not in ("th", "st", "nd", "rd"):
            return None
        if word.kind == "p" and word.text not in ".-":
            return None
    return None


def _list_marker(tokens: list[Token], i: int, before: Token | None, after: Token | None) -> str | None:
    if before is not None and before.text in "([" and after is not None and after.text in ")]":
        return "bracketed"
    if after is not None and after.text == "(" and after.glued:
        return "name"
    lettered = after is not None and after.text == "-" and after.glued and i + 2 < len(tokens) and tokens[i + 2].glued
    if lettered and len(tokens[i + 2].text) == 1 and tokens[i + 2].text.isupper():
        return "name"
    if (
        before is None
        and after is not None
        and after.text in ".)"
        and after.glued
        and len(tokens) > 2
        and len(tokens[i].text) < 3
    ):
        return "list"
    return None
