"""Days and years: digit numerals that are a date and count nothing."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

_FROM = frozenset({"between", "from"})
_DATING = frozenset({"since", "until", "till", "back", "from", "dating", "dates", "dated"})
_BEHIND_DAYS = frozenset({"and", "at", "in", "as", "but", "to"})
_ERA = frozenset({"ad", "bc", "bce", "ce", "a.d.", "b.c."})


def date(tokens: list[Token], i: int, before: Token | None, after: Token | None, lexicon: Lexicon) -> str | None:
    text, month = tokens[i].text, lexicon.cues.month
    if not text.isdigit() or len(text) > 4:
        return None
    slashed = (before is not None and before.text == "/") or (after is not None and after.text == "/")
    if slashed and _in_figures(tokens, i):
        return "day"
    if (before is not None and before.low in _ERA) or (after is not None and after.low in _ERA):
        return "year"
    if after is not None and after.text in "-–" and i + 3 < len(tokens) and tokens[i + 3].low in _ERA:
        return "year"
    if tokens[i].glued and _short_year(tokens, i, after, lexicon):
        return "year"
    if len(text) <= 2 and int(text) <= 31:
        return "day" if _by_month(tokens, i, month) else None
    return "year" if len(text) == 4 and _is_year(tokens, i, lexicon) else None


def _in_figures(tokens: list[Token], i: int) -> bool:
    """``4 / 11 / 2007``: a date that was set with spaces."""
    for first in (i - 4, i - 2, i):
        parts = tokens[first : first + 5] if first >= 0 else []
        if len(parts) == 5 and parts[1].text == parts[3].text == "/" and parts[4].text.isdigit():
            days = parts[0].text.isdigit() and parts[2].text.isdigit()
            return days and len(parts[0].text) <= 2 and len(parts[2].text) <= 2 and len(parts[4].text) in (2, 4)
    return False


def _short_year(tokens: list[Token], i: int, after: Token | None, lexicon: Lexicon) -> bool:
    """``the class of '18``, ``the floods of '02``: a quotation that opens with a count goes on with what it counts."""
    if len(tokens[i].text) != 2 or i < 2 or not tokens[i].glued or tokens[i - 1].text not in "'‘’":
        return False
    closed = after is None or after.kind == "p" or after.low in lexicon.cue("stop")
    return (closed or tokens[i].text[0] == "0") and tokens[i - 2].low in lexicon.cue("year_short_lead")


def _by_month(tokens: list[Token], i: int, month: frozenset[str]) -> bool:
    """``May 16``, ``16 May``, ``Sept. 20-24``, ``the 3rd and 4 June``."""
    j = i - 1
    if j >= 0 and tokens[j].text == ".":
        j -= 1
    if j > 0 and tokens[j].text == "," and _dated_year(tokens, i + 1):
        j -= 1  # ``September, 11, 2001``
    if j >= 0 and tokens[j].low in month and (tokens[j].text[0].isupper() or _no_capitals(tokens, tokens[j].low)):
        return True
    if j > 1 and tokens[j].text in {"-", "–"} and tokens[j - 1].kind == "n":
        return _by_month(tokens, j - 1, month)
    if j > 2 and tokens[j].low in {"and", "to"} and tokens[j - 1].kind == "n":
        abbreviated = tokens[j - 2].text == "." and j > 3  # ``between Feb. 9 and 16``
        if tokens[j - 3 - abbreviated].low in _FROM:
            return _by_month(tokens, j - 1, month)
    if _first_of_days(tokens, i, month) or _listed_day(tokens, i, month):
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.text == "." and i + 2 < len(tokens) and tokens[i + 2].low in month:
        return tokens[i + 2].text[0].isupper()
    if after is not None and after.low == "de" and i + 2 < len(tokens):
        after = tokens[i + 2]
        return after.low in month
    return after is not None and after.low in month and (after.text[0].isupper() or _no_capitals(tokens, after.low))


def _dated_year(tokens: list[Token], k: int) -> bool:
    """``, 2001`` at k: the year of a day."""
    if k + 1 >= len(tokens) or tokens[k].text != ",":
        return False
    year = tokens[k + 1].text
    return len(year) == 4 and year.isdigit() and "1000" <= year <= "2199"


def _listed_day(tokens: list[Token], i: int, month: frozenset[str]) -> bool:
    """``July 9, 10 and 11``; but ``On July 9, 10 people died``."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if i < 3 or tokens[i - 2].kind != "n" or not tokens[i - 2].text.isdigit():
        return False
    last = tokens[i - 1].low in ("and", "or") and (after is None or after.kind == "p" or after.low in _BEHIND_DAYS)
    inner = tokens[i - 1].text == "," and after is not None and after.low in ("and", "or", ",")
    if not (last or inner) or (inner and not (i + 2 < len(tokens) and tokens[i + 2].text.isdigit())):
        return False
    k = i - 2
    while k > 2 and tokens[k - 1].text == "," and tokens[k - 2].text.isdigit():
        k -= 2
    k -= 1 + (k > 1 and tokens[k - 1].text == ".")
    return k >= 0 and tokens[k].low in month and tokens[k].text[0].isupper()


def _first_of_days(tokens: list[Token], i: int, month: frozenset[str]) -> bool:
    """``3-9 June``, ``from 15 to 20 June``, ``4, 5 and 6 June``: days that end in one with a month."""
    j = i + 1
    while j + 2 < len(tokens) and j < i + 8 and tokens[j].low in {"-", "–", "to", "and", "or", ",", "until"}:
        if not (tokens[j + 1].text.isdigit() and len(tokens[j + 1].text) < 3 and int(tokens[j + 1].text) <= 31):
            return False
        if tokens[j + 2].low in month and tokens[j + 2].text[0].isupper():
            return True
        j += 2
    return False


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
        noun = lexicon.nouns.get(after.low)
        round_count = number % 100 == 0 and not (noun is not None and noun.cls.startswith("person"))
        dated = 1900 <= number <= 2099 and ((_opening(tokens, i) and not round_count) or _of_act(tokens, i, lexicon))
        outlook = lead == "for" and not round_count and i > 1 and tokens[i - 2].low in lexicon.cue("outlook")
        behind = lead == "," and _behind_day(tokens, i - 2, lexicon)
        feast = 2000 <= number <= 2039 and not round_count and lead in lexicon.cues.weekday and _feast(tokens, i - 2)
        return dated or outlook or behind or feast or lead in lexicon.cue("month")
    if (after is not None and after.glued and after.kind == "w") or (after is not None and after.text == "%"):
        return False
    if after is not None and after.text == "-" and after.glued and i + 2 < len(tokens) and tokens[i + 2].low == "for":
        return False
    if number < 1500 and lead not in ("in", "since", "circa", "year", "ad", "bc"):
        return _after_year(tokens, i)
    if number >= 1800:
        return not _qualified(tokens, i, lexicon) or _dating(tokens, i)
    return (
        lead in lexicon.cue("year_lead")
        and not _qualified(tokens, i, lexicon)
        and lead not in ("and", "or", "to", "for", "of", "the")
    )


def _feast(tokens: list[Token], k: int) -> bool:
    """The Black of ``Black Friday 2019 deals`` at k."""
    return k >= 0 and tokens[k].kind == "w" and tokens[k].text[0].isupper() and k > 0


def _behind_day(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """The 11 of ``September, 11, 2001`` at k."""
    if k < 2 or tokens[k].kind != "n" or len(tokens[k].text) > 2:
        return False
    return tokens[k - 1 - (tokens[k - 1].text in ",.")].low in lexicon.cues.month


def _opening(tokens: list[Token], i: int) -> bool:
    """``In 2024 gunmen held …``, ``and in 2011 landslides killed``: a clause that opens with its year."""
    return tokens[i - 1].low == "in" and (
        i == 1 or tokens[i - 2].kind == "p" or tokens[i - 2].low in ("and", "but", "while", "that", "when")
    )


def _of_act(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the 1967 killings``, ``his 2004 attacks``: nobody writes so large a count of acts without a comma."""
    noun = lexicon.nouns.get(tokens[i + 1].low)
    act = noun is not None and (tokens[i + 1].low in lexicon.nominals or noun.cls.startswith("event"))
    return act and tokens[i - 1].low in lexicon.cue("year_owner")


def _after_year(tokens: list[Token], i: int) -> bool:
    """The second year of ``between A.D. 1000 and 1260``."""
    return i > 2 and tokens[i - 1].low in ("and", "to", "-", "–") and tokens[i - 3].low in _ERA


def _dating(tokens: list[Token], i: int) -> bool:
    """``since at least 2014``, ``going back to about 1950``: a bound of a time."""
    return not _DATING.isdisjoint(t.low for t in tokens[max(0, i - 5) : i])


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
        if word in lexicon.cue("year_kind") and j + 1 < len(tokens) and tokens[j + 1].low == "year":
            return False  # its 2015 fiscal year
        if tokens[j].kind != "w" or word in lexicon.numerals.get("unit", {}) or word in lexicon.numerals.get("ten", {}):
            return False
        noun = lexicon.nouns.get(word)
        if (noun is not None and noun.plural) or word in lexicon.units or word in lexicon.numerals.get("scale", {}):
            done = j > i + 1 and any(act.past for act in lexicon.actions.get(word, ()))
            return j == i + 1 or not (done or tokens[i + 1].text[0].isupper())  # ``The 2024 offensive displaced``
        if word in lexicon.cue("stop") or word in ("most", "many", "some", "other"):
            return False
    return False


def _money_before(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    return i > 0 and tokens[i - 1].text in lexicon.money_symbols
