"""Days long before the day of writing: years gone by, last year, a day of the calendar some weeks ago."""

from datetime import date

from extractors.figures.calendar.anchors import full, gone
from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# News go on telling of an event for about so many days.
_WEEKS_AGO = 16
_AGO = frozenset({"ago", "earlier", "before"})
LONG = frozenset({"year", "years", "month", "months", "decade", "decades", "century", "summer", "winter", "spring",
                   "autumn", "season"})  # fmt: skip
# What makes an anniversary the day on which something new happens.
_OPENS = frozenset({"on", "at", "ahead", "before", "during", "after", "as", "to"})
# ``In January, 12 died``, written in November: nothing tells that the next one is meant.
_OPENING = 3
_PAST = frozenset({"held", "made", "sent", "won", "sold", "paid", "said", "swore", "built", "bought", "sought"})
_PLANNED = frozenset({"will", "would", "shall", "is", "are", "can", "could", "may", "due", "next", "set"})
_AHEAD = frozenset({"by", "until", "would", "will", "shall"})
_OF_MONTH = frozenset({"the", "end", "middle", "start", "beginning", "of", "late", "early", "mid", "-", "at", "latest"})
# ``the year before and``, not ``a year before the war``.
_GOES_ON = frozenset({"and", "when", "in", "at", "that", "which", "while", "but", "after", "by", "as", ",", ".", ";"})


def bygone(tokens: list[Token], mention: Mention, now: date | None, lexicon: Lexicon) -> bool:
    """A year before this one, a month or more ago, ``last year``, ``a decade ago``; not what began then."""
    lead = tokens[mention.first - 1].low if mention.first else ""
    if lead in {"since", "by", "until", "through"}:
        return False
    begun = {t.low for t in tokens[mention.first - 3 if mention.first > 3 else 0 : mention.first]}
    if not _THINGS.isdisjoint(begun):
        return False
    if mention.year is not None:
        closing = now is not None and (now.month == 1 or "end" in begun)
        new_year = closing and now is not None and now.year - mention.year == 1
        if now is None:
            return mention.kind == "coarse"
        return mention.year < now.year and not new_year
    if mention.kind != "coarse" or _ahead(tokens, mention):
        return False
    if mention.month:
        gone = (now.month - mention.month) % 12 if now else 0
        last = lead == "last"
        alone = mention.end < len(tokens) and tokens[mention.end].low == "alone"  # 790 in January alone
        if ("end" in begun and gone < 4) or (alone and gone < 4):
            return False
        past = 1 < gone < 10 or (gone > 1 and mention.first < _OPENING and _happened(tokens, lexicon))
        return now is not None and (past or last or (gone == 1 and now.day > 14))
    if mention.end < len(tokens) and tokens[mention.end].low == "'s":
        return False
    words = {t.low for t in tokens[mention.first - 1 if mention.first > 1 else 0 : mention.end + 1]}
    if "before" in words and mention.end + 1 < len(tokens) and tokens[mention.end + 1].low not in _GOES_ON:
        return False
    return bool(words & LONG) and bool(words & (_AGO | {"last", "previous"}))


def _happened(tokens: list[Token], lexicon: Lexicon) -> bool:
    """``In January, 12 died``; not ``In January, 12 new laws come into force, the ministry announced``."""
    lows = {t.low for t in tokens} - lexicon.cue("say")
    if not _PLANNED.isdisjoint(lows):
        return False
    past = not lows.isdisjoint(_PAST) or not lows.isdisjoint(lexicon.cue("past_verb|finite_past"))
    return past or any(word.endswith("ed") for word in lows)


def _ahead(tokens: list[Token], mention: Mention) -> bool:
    """``will meet in August``, ``by the end of July``; not ``until now was in August``, ``by a flood in August``."""
    lead = [t.low for t in tokens[mention.first - 7 if mention.first > 7 else 0 : mention.first]]
    if _AHEAD.isdisjoint(lead):
        return False
    return any(
        word in _AHEAD and lead[k + 1 : k + 2] != ["now"] and (word != "by" or _OF_MONTH.issuperset(lead[k + 1 :]))
        for k, word in enumerate(lead)
    )


def distant(tokens: list[Token], mention: Mention, now: date | None) -> bool:
    """``On May 16, nine were killed``, written in the middle of June."""
    if now is None or mention.kind != "day" or mention.year is not None or not mention.month:
        return False
    lead = tokens[mention.first - 1].low if mention.first else ""
    day = full(gone(mention, now, lead == "the"), now)
    return day is not None and (now - day).days > _WEEKS_AGO and lead not in ("since", "by", "until", "through", "from")


_THINGS = frozenset(
    {"born", "built", "founded", "opened", "established", "launched", "created", "introduced", "began", "begun",
     "started", "beginning", "starting", "elected", "since"}
)  # fmt: skip


def remembered(tokens: list[Token], span: Span) -> bool:
    """``the anniversary of the blast that killed 12``; not ``On the anniversary of the blast, 12 were arrested``."""
    at = next((k for k in range(span.begin) if tokens[k].low == "anniversary"), span.begin)
    told = next((k for k in range(at, span.begin) if tokens[k].low in ("that", "which", "when")), 0)
    if not told:
        lead = tokens[span.begin - 1].low
        return at < span.begin and (lead == "of" or lead.endswith("ing"))
    if tokens[0].low not in _OPENS:
        return True
    comma = next((k for k in range(told + 2, span.begin) if tokens[k].text == ","), 0)
    return not comma or tokens[comma + 1].low in ("including", "among", "most", "many")
