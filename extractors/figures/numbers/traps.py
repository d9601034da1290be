"""What looks like a number and counts nothing: dates, clock times, names, addresses, telephone numbers, scores.

``trap`` answers for one digit numeral in a sentence; the answer is the name of the trap, which says why nothing was
read. Every test looks at a handful of neighbouring tokens, so the cost per numeral is constant.
"""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers import addresses, designations
from extractors.figures.numbers.days import date
from extractors.figures.numbers.telephones import telephone
from extractors.figures.text.tokens import LONGEST, Token

_SIGNS = frozenset("#№^_*×@\\=\ufffc²³¹§†‡|±")
_ORDINAL = frozenset({"st", "nd", "rd", "th", "s", "er", "o", "a"})
_CLOCK = frozenset(
    {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "hrs", "gmt", "noon", "est", "edt", "utc", "bst", "cet"}
)
_TO = frozenset({"-", "–", "to", "and", "until"})
_HALVES = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
_PRICED = frozenset({"closed", "close", "closes", "ended", "ends", "opened", "open", "opens", "hit", "started", "left"})
_DATED = frozenset({"on", "this", "yesterday", "today", "tomorrow", "tonight", "local"})
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


def trap(tokens: list[Token], i: int, lexicon: Lexicon) -> str | None:
    """The name of the trap that the digit numeral at i stands in, or None where it is a number."""
    token = tokens[i]
    if len(token.text) > LONGEST:
        return "too_long"
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return (
        _signs(tokens, i, before, after)
        or _clock(tokens, i, after, lexicon)
        or _glued_name(tokens, i, before, lexicon)
        or date(tokens, i, before, after, lexicon)
        or _address(tokens, i, after, lexicon)
        or _list_marker(tokens, i, before, after, lexicon)
        or ("code" if _zeroed(token.text) else None)
    )


def _zeroed(text: str) -> bool:
    """``runway 09``, ``agent 007``: nobody counts so."""
    return text[0] == "0" and len(text) > 1 and text.isdigit()


def trap_of_words(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """The same of a numeral that no sign touches and a plain word follows: only words can make it a trap."""
    text, before, after = tokens[i].text, tokens[i - 1] if i else None, tokens[i + 1]
    if len(text) > LONGEST or (text.count(".") > 1 and not _grouped_by_points(text)):
        return True
    if addresses.row(tokens, i) or (before is not None and addresses.on_street(tokens, i, lexicon)):
        return True
    if (after.low in _CLOCK and (after.low != "hrs" or len(text) == 4)) or _first_hour(tokens, i, after):
        return True
    if ("." in text and _pointed_clock(tokens, i, lexicon)) or (text[0] == "0" and _zeroed(text)):
        return True
    if i == 0 and len(tokens) < 5 and tokens[-1].low in lexicon.cue("page_count"):
        return True  # ``0 Pending Comments``: furniture of a page
    named = len(text) > 3 or after.low == "block" or after.text[0].isupper()
    if date(tokens, i, before, after, lexicon) or (named and _address(tokens, i, after, lexicon)):
        return True
    return before is not None and before.low == "to" and _texted(tokens, i)


def _signs(tokens: list[Token], i: int, before: Token | None, after: Token | None) -> str | None:
    token = tokens[i]
    if _spoilt(tokens, i):
        return "spoilt"
    if before is not None and before.text in "%" and token.glued:
        return "sign"
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
        and (tokens[i - 2].kind == "w" or tokens[i - 2].text in "$£€¥")
        and before.glued
    ):
        return "look_alike"
    hung = after is not None and after.text == "-" and (_leading_zero(tokens, i, after) or telephone(tokens, i))
    return "telephone" if hung else None


def _leading_zero(tokens: list[Token], i: int, after: Token) -> bool:
    """``555-0199``: what hangs on it by a hyphen is no number either."""
    if not (after.text == "-" and after.glued and i + 2 < len(tokens) and tokens[i + 2].glued):
        return False
    return (
        tokens[i + 2].kind == "n"
        and tokens[i + 2].text[0] == "0"
        and len(tokens[i + 2].text) > 1
        and (tokens[i + 2].text.isdigit())
    )


def _spoilt(tokens: list[Token], i: int) -> bool:
    """An invisible character or an underscore anywhere in what touches the number (``3<ZWSP>,900``)."""
    for k in range(i, i - 8 if i > 8 else 0, -1):
        if not tokens[k].glued:
            break
        if tokens[k - 1].text in ("\ufffc", "_"):
            return True
    for k in range(i + 1, min(i + 4, len(tokens))):
        if not tokens[k].glued or tokens[k].kind == "w":
            return False
        if tokens[k].text in {"\ufffc", "_"}:
            return True
    return False


def _money_equals(tokens: list[Token], i: int) -> bool:
    return tokens[i - 1].text == "=" and i > 1 and tokens[i - 2].text == "Y"


def _grouped_by_points(text: str) -> bool:
    groups = text.split(".")
    return 1 <= len(groups[0]) <= 3 and all(len(g.partition(",")[0]) == 3 for g in groups[1:])


def _clock(tokens: list[Token], i: int, after: Token | None, lexicon: Lexicon) -> str | None:
    if i > 1 and tokens[i].glued and tokens[i - 1].text == ":" and tokens[i - 1].glued and tokens[i - 2].kind == "n":
        return "clock"
    if _pointed_clock(tokens, i, lexicon) or _seconds(tokens, i):
        return "clock"
    if after is None:
        return None
    if after.text == ":" and after.glued and i + 2 < len(tokens) and tokens[i + 2].glued and tokens[i + 2].kind == "n":
        return "clock"
    if _first_hour(tokens, i, after):
        return "clock"
    if after.text == "(" and len(tokens[i].text) == 4 and [t.low for t in tokens[i + 3 : i + 4]] == ["gmt"]:
        return "clock"  # ``at 1353 (1023 GMT)``
    return "clock" if after.low in _CLOCK and (after.low != "hrs" or len(tokens[i].text) == 4) else None


def _first_hour(tokens: list[Token], i: int, after: Token) -> bool:
    """``from 6-9 p.m.``, ``open 6 to 9 p.m.``, ``between 6 and 9 p.m.``: the hour that another one follows."""
    if after.text not in _TO or i + 3 >= len(tokens) or len(tokens[i].text) > 2 or tokens[i + 2].kind != "n":
        return False
    return tokens[i + 3].low in _HALVES and (after.low != "and" or (i > 0 and tokens[i - 1].low == "between"))


def _seconds(tokens: list[Token], i: int) -> bool:
    """The last number of ``11:47: 35``, which was set with a space."""
    if i < 4 or tokens[i - 1].text != ":" or len(tokens[i].text) != 2:
        return False
    return tokens[i - 3].text == ":" and tokens[i - 2].kind == tokens[i - 4].kind == "n" and tokens[i - 2].glued


def _pointed_clock(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``At 14.30, …`` at the head of a clause, ``kept at 4.12 on Tuesday``; not ``quoted at 4.12 on Tuesday``."""
    if "." not in tokens[i].text:
        return False
    hour, _, minute = tokens[i].text.partition(".")
    if not (hour.isdigit() and minute.isdigit() and len(minute) == 2 and int(hour[:3]) < 24 and int(minute) < 60):
        return False
    opens = i == 1 or (i > 1 and tokens[i - 2].kind == "p")
    after = tokens[i + 1].low if i + 1 < len(tokens) else "."
    dated = after in _DATED and any(
        t.low in lexicon.cue("clock_lead") and t.low not in _PRICED for t in tokens[max(0, i - 3) : i]
    )
    return i > 0 and tokens[i - 1].low == "at" and ((opens and after in ".,") or dated)


def _glued_name(tokens: list[Token], i: int, before: Token | None, lexicon: Lexicon) -> str | None:
    """SU-24, V10, COVID-19, the S22: letters that touch the number and are neither a currency nor a sign word."""
    if before is None or not tokens[i].glued:
        return None
    if before.kind == "w":
        console = before.text == "PS" and len(tokens[i].text) == 1 and not (i + 1 < len(tokens) and tokens[i + 1].glued)
        if console:
            return "name"  # PS4; PS5m are pounds
        return None if before.text in lexicon.money_symbols or dollar_of(tokens, i - 1, lexicon) else "name"
    if before.text == "-" and before.glued and i > 1 and tokens[i - 2].kind == "w":
        word = tokens[i - 2].low
        named = word not in _PREFIX and not lexicon.numerals.get("unit", {}).get(word)
        return "name" if named and tokens[i - 2].text not in lexicon.money_symbols else None
    return "slash" if before.text in "/." and i > 1 and before.glued else None


def dollar_of(tokens: list[Token], i: int, lexicon: Lexicon) -> str | None:
    """The currency of ``$US`` and ``$A``, whose word at i hangs on the sign; None for any other word."""
    hung = i > 0 and tokens[i].glued and tokens[i - 1].text == "$"
    return lexicon.money_symbols.get(f"{tokens[i].text}$") if hung else None


def _address(tokens: list[Token], i: int, after: Token | None, lexicon: Lexicon) -> str | None:
    """``1912 S. Orange Avenue``: capitalised words up to a street word."""
    text = tokens[i].text
    if text.isdigit() and addresses.on_street(tokens, i, lexicon):
        return "address"
    if after is None or not text.isdigit():
        return None
    if after.glued:
        return "address" if after.text == "-" and i + 3 < len(tokens) and _numbered_from(tokens, i, lexicon) else None
    if 4 <= len(text) <= 5 and _postcode(tokens, i, after, lexicon):
        return "address"
    if after.low == "block" and len(text) >= 3:
        return "address"
    return "address" if _street(tokens, i, after, lexicon) or addresses.building(tokens, i, after, lexicon) else None


def _numbered_from(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``63-99 Alder Lane``, ``the 200-block of Alder Lane``."""
    block = tokens[i + 2].low == "block" and len(tokens[i].text) >= 3
    return block or (tokens[i + 2].kind == "n" and _street(tokens, i + 2, tokens[i + 3], lexicon))


def _street(tokens: list[Token], i: int, after: Token, lexicon: Lexicon) -> bool:
    """Capitalised words behind the number at i, up to a street word."""
    if not (after.text[0].isupper() or after.kind == "n"):
        return False
    for j in range(i + 1, min(i + 7, len(tokens))):
        word = tokens[j]
        if word.kind == "w" and j > i + 1 and word.text[0].isupper() and word.low in lexicon.cue("street"):
            return True
        if word.kind == "w" and not word.text[0].isupper() and word.low not in ("th", "st", "nd", "rd"):
            return False
        if word.kind == "p" and word.text not in ".-":
            return False
    return False


def _postcode(tokens: list[Token], i: int, after: Token, lexicon: Lexicon) -> bool:
    """``75008 Paris,``: a place and nothing that could be counted, and no headline."""
    if not after.text[0].isupper() or after.low in lexicon.nouns or after.low.endswith(("s", "ans")):
        return False
    closed = i + 2 >= len(tokens) or tokens[i + 2].kind == "p"
    lone = after.text in lexicon.money_symbols or after.text in lexicon.symbols or after.low in lexicon.units
    return closed and not lone and after.text[1:].islower()


def _list_marker(
    tokens: list[Token], i: int, before: Token | None, after: Token | None, lexicon: Lexicon
) -> str | None:
    if before is not None and before.text in "([" and after is not None and after.text in ")]":
        return "bracketed"
    if before is not None and before.text in "([," and designations.sources(tokens, i):
        return "bracketed"
    if after is not None and after.text == "(" and after.glued:
        return "name"
    if before is not None and before.low == "to" and _texted(tokens, i):
        return "telephone"
    lettered = after is not None and after.text == "-" and after.glued and i + 2 < len(tokens) and tokens[i + 2].glued
    if lettered and len(tokens[i + 2].text) == 1 and tokens[i + 2].text.isupper():
        return "name"
    if lettered and tokens[i + 2].text.isupper() and before is not None and before.low in lexicon.cue("dial|dial_at"):
        return "telephone"  # ``call the police at 528-CASH``
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


def _texted(tokens: list[Token], i: int) -> bool:
    """``text HELP to 40404``."""
    return i > 2 and tokens[i - 3].low in ("text", "texting", "sms")
