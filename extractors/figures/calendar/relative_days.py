"""Days told from another day: ``two days ago``, ``the day before``, ``last week``, ``this morning``."""

from extractors.figures.calendar.daywords import PARTS, Kind, Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

_STEP = {"day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7, "fortnight": 14, "evening": 1}
_COARSE = frozenset(
    {"month", "months", "year", "years", "decade", "decades", "century", "quarter", "spring", "summer", "autumn",
     "winter", "season"}
)  # fmt: skip
KEYS = PARTS | frozenset(_STEP) | _COARSE | {"weekend", "eve", "hours"}
_BACK = frozenset({"ago", "earlier", "before", "previously"})
_ON = frozenset({"later", "after", "afterwards"})
_RANKED = frozenset({"first", "second", "third", "fourth", "only", "most", "worst", "time"})
_THIS = frozenset({"last", "this", "next", "past", "previous", "recent", "coming"})
# Without one of these in the sentence no other key is read as a day.
BESIDE = _BACK | _ON | _THIS | {"that", "same", "preceding", "following", "early", "late", "in", "on", "over", "within"}
ALONE = frozenset({"weekend", "eve"})
# What may stand behind "the day before" when it leans on nothing: else it is the day before something.
_ENDS = frozenset({".", ",", ";", ":", ")", '"', "—", "–", "in", "at", "and", "by", "near", "when", "but", "'s"})

# ``less than two weeks after``, ``about five days ago``: no one day.
_ABOUT = frozenset({"than", "about", "almost", "nearly", "roughly", "around", "over", "under", "some"})


def read(tokens: list[Token], i: int, lexicon: Lexicon) -> Mention | None:
    """The relative expression whose noun (day, night, week, month …) stands at i."""
    word, lead = tokens[i].low, tokens[i - 1].low if i else ""
    if word == "weekend":
        weekly = lead in ("the", "this", "last", "next", "coming")
        return Mention(i - 1, i + 1, "weekday", 5, "next" if lead == "next" else "weekend") if weekly else None
    if word == "eve":
        return Mention(i - 1, i + 1, "week", -1, "eve") if lead == "the" else None
    if word in PARTS and lead in ("this", "last"):
        return Mention(i - 1, i + 1, "near", 0 if lead == "this" else -1)
    if word in PARTS and lead in ("that", "same"):
        return Mention(i - 1, i + 1, "context", 0)
    if word == "hours":
        return Mention(i, i + 1, "coarse") if {"last", "past"} & {t.low for t in tokens[max(0, i - 2) : i]} else None
    if word in _COARSE:
        return _coarse(tokens, i, lexicon)
    return _stepped(tokens, i, lexicon) if word in _STEP else None


def _coarse(tokens: list[Token], i: int, lexicon: Lexicon) -> Mention | None:
    """``last year``, ``in the past three months``, ``two years ago``, ``13 years after``: no day."""
    lead = {t.low for t in tokens[i - 3 if i > 3 else 0 : i]}
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if after == "of" and "the" in lead and _of_thing(tokens, i + 2, lexicon):
        return None
    counted = _count(tokens, i - 1, lexicon) is not None or lead & {"the", "few", "several", "many"}
    if lead & _THIS or after == "ago" or (counted and (after in _BACK or after in _ON)):
        return Mention(i, i + 1, "coarse")
    return None


def _of_thing(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``in the last month of pregnancy``: no month of the calendar; ``the last months of the year``, ``of May`` are."""
    near = [t.low for t in tokens[k : k + 2]]
    return not any(w in _COARSE or w in lexicon.days.get("month", ()) or w.isdecimal() for w in near)


def _count(tokens: list[Token], k: int, lexicon: Lexicon) -> int | None:
    """A small number or ``a`` at k."""
    if k < 0:
        return None
    word = tokens[k].low
    if word in ("a", "an", "one"):
        return 1
    if word.isdecimal() and len(word) < 3:
        return int(word)
    value = lexicon.numerals.get("unit", {}).get(word)
    return int(value) if value else None


def _stepped(tokens: list[Token], i: int, lexicon: Lexicon) -> Mention | None:
    """Days and weeks: counted back or on, or by a word (previous, next, same, last, this)."""
    step, lead = _STEP[tokens[i].low], tokens[i - 1].low if i else ""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    amount = _count(tokens, i - 1, lexicon)
    by = i > 1 and tokens[i - 2].low == "by"  # ``rose by the evening after a man died``
    if amount is None and lead == "the" and after in ("before", "after") and not by:
        if tokens[i].low.endswith("s"):
            return Mention(i - 1, i + 2, "coarse")  # ``in the days after the talks``
        amount = 1
    if amount is None and lead in ("few", "several", "couple", "some", "many", "of") and after in _BACK | _ON:
        return Mention(i - 1, i + 2, "coarse")
    if (
        amount is not None
        and step == 1
        and after == "on"
        and i < 4
        and tokens[i + 2 : i + 3]
        and tokens[i + 2].text == ","
    ):
        return Mention(i - 1, i + 2, "near", -amount)
    if amount is not None and (after in _BACK or after in _ON):
        return _counted(tokens, i, amount * step, step)
    if lead in ("same", "that") or (lead == "the" and _lead_in(tokens, i)):
        return Mention(i - 1, i + 1, "context", 0) if step == 1 else None
    return _named(tokens, i, step, lead)


def _lead_in(tokens: list[Token], i: int) -> bool:
    """``earlier in the day``."""
    return i > 2 and tokens[i - 2].low == "in" and tokens[i - 3].low in ("earlier", "later", "early", "late")


def _counted(tokens: list[Token], i: int, days: int, step: int) -> Mention:
    after = tokens[i + 1].low
    behind = tokens[i + 2].low if i + 2 < len(tokens) else "."
    sign = -1 if after in _BACK else 1
    if i > 1 and tokens[i - 2].low in _ABOUT:
        return Mention(i - 1, i + 2, "coarse")
    if after in ("before", "after") and behind not in _ENDS:
        if after == "before" and behind == "yesterday":
            return Mention(i - 1, i + 3, "near", -2)
        kind: Kind = "coarse" if days > 20 else "context" if step == 1 else "week"
        return Mention(i - 1, i + 2, kind, -days if after == "after" else days, f"{after} that")
    if step > 1:
        return Mention(i - 1, i + 2, "week" if days < 21 else "coarse", sign * days, after)
    return Mention(i - 1, i + 2, "near" if after == "ago" else "context", sign * days)


def _named(tokens: list[Token], i: int, step: int, lead: str) -> Mention | None:
    """``the previous day``, ``the following night``, ``last week``; ``this week`` is coarse."""
    shift = {"previous": -1, "preceding": -1, "next": 1, "following": 1}.get(lead)
    the = i > 1 and tokens[i - 2].low in ("the", "that")
    if step == 1:
        return Mention(i - 1, i + 1, "context", shift) if shift and the else _window(tokens, i)
    if lead in ("last", "previous") and tokens[i].low == "week":
        return Mention(i - 1, i + 1, "week", -7, lead)
    return Mention(i - 1, i + 1, "coarse") if lead in _THIS else _window(tokens, i)


def _window(tokens: list[Token], i: int) -> Mention | None:
    """``over the last three days``, ``in recent weeks``, ``in six days``: no day; ``the first in six days`` has one."""
    if len(tokens) > i > 2 and tokens[i].low.endswith("s") and tokens[i - 2].low in ("in", "over", "within"):
        ranked = {t.low for t in tokens[max(0, i - 8) : i - 2]}
        if ranked.isdisjoint(_RANKED) and not any(len(w) > 5 and w.endswith("est") for w in ranked):
            return Mention(i, i + 1, "coarse")
    lead = {t.low for t in tokens[i - 2 if i > 2 else 0 : i]}
    return Mention(i, i + 1, "coarse") if lead & {"last", "past", "recent", "coming"} else None
