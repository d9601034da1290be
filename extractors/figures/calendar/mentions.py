"""The date expressions of a sentence in order; which day each one means is for ``anchors`` to say."""

import re
from collections.abc import Set
from dataclasses import replace

from extractors.figures.calendar import calendar_days, feasts, periods, relative_days
from extractors.figures.calendar.daywords import LEADS, PARTS, Mention
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.text.glance import DIGIT, glance
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.stems import Stems
from extractors.figures.text.tokens import Token

_FEASTS = frozenset({"palm", "easter", "good", "whit"})
_PAPERS = frozenset({"USA", "Russia", "Psychology"})
_NAMED = frozenset({"good", "black", "bloody", "super", "palm", "ash", "cyber", "easter"})


# All begin with a digit, so that the engine looks at nothing else.
_SIGNED = re.compile(
    r"[0-9](?:[./-][0-9]{1,2}[./-][0-9]|(?:st|nd|rd|th)\b|(?:(?<=1)[89]|(?<=2)0)(?<!\w[0-9]{2})[0-9]{2}\b)"
)


_STEMS = Stems("day", "night", "ast", "morning")


def hinted(text: str, words: Set[bytes]) -> bool:
    """True where a text without a number may still tell a day: of an event that other sentences count.

    What has digits is read anyway, so that no year is looked for here.
    """
    return (b"year" in words and ("Year's Eve" in text or "Year's Day" in text)) or (
        _STEMS.within(text, words) and _relative(text)
    )


def _relative(text: str) -> bool:
    return (
        ("day" in text and _DAY.search(text) is not None)
        or ("night" in text and _NIGHT.search(text) is not None)
        or ("ast " in text and _LAST.search(text) is not None)
        or "this morning" in text
        or "This morning" in text
    )


# Each begins with plain letters, so that the engine looks at nothing else.
_DAY = re.compile(
    r"day(?:(?<=Monday)|(?<=Tuesday)|(?<=Wednesday)|(?<=Thursday)|(?<=Friday)|(?<=Saturday)|(?<=Sunday)"
    r"|(?<=[Yy]esterday)|(?<=[Tt]oday)|(?<=\bprevious day)\b|(?<=\bfollowing day)\b"
    r"|(?<=\bday) (?:before|after|earlier|later)\b)"
)
_NIGHT = re.compile(r"night(?:(?<=[Oo]vernight)|(?<=\bprevious night)\b|(?<=\bfollowing night)\b)")
_LAST = re.compile(r"[lL]ast (?:week|night|year|month)")


_BESIDE = frozenset(word.encode() for word in relative_days.BESIDE)


@Once
def _keys(language: str) -> frozenset[str]:
    days = load(language).days
    return relative_days.KEYS | {word for kind, table in days.items() if kind != "feast" for word in table}


def dated(sentence: Sentence, words: Set[bytes], lexicon: Lexicon) -> bool:
    """True where a sentence that has been read has a word of a date, or digits that may be one."""
    if not sentence.words.isdisjoint(_keys[lexicon.language]):
        return True
    return DIGIT in words and _SIGNED.search(sentence.text) is not None


def worded(words: Set[bytes], lexicon: Lexicon) -> bool:
    """The same of a sentence without digits, by its words at a glance."""
    clear, relative = _keys_at_a_glance[lexicon.language]
    return not clear.isdisjoint(words) or not (relative.isdisjoint(words) or _BESIDE.isdisjoint(words))


@Once
def _keys_at_a_glance(language: str) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """The words of a date, and those that are one only beside another: ``day`` in ``all day`` is none."""
    relative = (
        relative_days.KEYS - relative_days.ALONE - {word for table in load(language).days.values() for word in table}
    )
    clear = frozenset(part for key in _keys[language] - relative for part in glance(key))
    return clear, frozenset(word.encode() for word in relative)


def find(sentence: Sentence, lexicon: Lexicon) -> list[Mention]:
    """The date expressions of a sentence in order; of ``Friday into Saturday`` and ``May 16-17`` the first day."""
    found: list[Mention] = []
    end = 0
    tokens, keys = sentence.tokens, _keys[lexicon.language]
    digits, named = sentence.numerals, sentence.places(keys)
    for i in sorted(digits + named) if digits and named else digits or named:
        mention = _at(tokens, i, tokens[i], lexicon) if i >= end else None
        if mention is None:
            continue
        while found and found[-1].end > mention.first:
            found.pop()
        end = mention.end
        if found and _same_night(tokens, found[-1], mention):
            found.pop()
        elif found and _both(tokens, found[-1], mention):
            mention = replace(mention, first=found.pop().first, kind="coarse")
        elif found and (_every_week(tokens, found[-1], mention) or periods.spans(tokens, found[-1], mention)):
            found[-1] = replace(found[-1], end=mention.end, kind="coarse")
            continue
        elif found and _goes_on(tokens, found[-1], mention):
            if tokens[found[-1].first].low != "overnight":
                continue
            found.pop()
        found.append(mention)
    return found


def _same_night(tokens: list[Token], before: Mention, mention: Mention) -> bool:
    """``overnight on Thursday``, ``overnight from Tuesday``, ``overnight Tuesday``: the day says which night."""
    between = mention.first - before.end
    led = between == 0 or (between == 1 and tokens[before.end].low in ("on", "from", "between"))
    return led and tokens[before.first].low == "overnight" and mention.kind in ("day", "weekday")


def _both(tokens: list[Token], before: Mention, mention: Mention) -> bool:
    """``on Sunday and Monday``, ``between Friday and Sunday``: no one day."""
    joined = mention.first - before.end == 1 and tokens[before.end].low == "and"
    if joined and before.kind == mention.kind == "day" and before.first:
        return tokens[before.first - 1].low == "between"  # ``between April 4 and May 13``
    days = before.kind == mention.kind == "weekday" and not (before.lead or mention.lead)
    return joined and days and mention.number != before.number and not _behind(tokens, mention)


def _behind(tokens: list[Token], mention: Mention) -> bool:
    """``between Sunday and Monday's vote``, ``freed 12 on Sunday and Monday 14 more followed``."""
    return mention.end < len(tokens) and (tokens[mention.end].low == "'s" or tokens[mention.end].kind == "n")


def _every_week(tokens: list[Token], before: Mention, mention: Mention) -> bool:
    """``Tuesday-Saturday drivers``, ``open Monday-Friday``: no one day."""
    days = before.kind == mention.kind == "weekday" and mention.first - before.end == 1
    return days and tokens[before.end].text in ("-", "–") and tokens[before.end].glued


def _goes_on(tokens: list[Token], before: Mention, mention: Mention) -> bool:
    """``Friday night into Saturday``, ``overnight into Saturday``, ``Monday through Wednesday``, ``May 30-June 2``."""
    words = [t.low for t in tokens[before.end : mention.first] if t.low not in PARTS and t.low not in ("early", "the")]
    days = ("day", "weekday", "near")
    return words[:1] in (["into"], ["to"], ["through"], ["-"], ["–"]) and len(words) == 1 and (
        before.kind in days and mention.kind in days
    )  # fmt: skip


def _at(tokens: list[Token], i: int, token: Token, lexicon: Lexicon) -> Mention | None:
    """The expression whose key word stands at i."""
    days, word = lexicon.days, token.low
    if word in days.get("month", ()) and (token.text[0].isupper() or lexicon.language == "es"):
        return _led(tokens, calendar_days.month(tokens, i, lexicon), lexicon)
    if word in days.get("weekday", ()) and (token.text[0].isupper() or lexicon.language == "es"):
        return _weekday(tokens, i, lexicon)
    if word in days.get("near", ()):
        if (word == "overnight" and _every_night(tokens, i + 1, lexicon)) or _nowadays(tokens, i, lexicon):
            return None
        if i and tokens[i - 1].text in _PAPERS and token.text[0].isupper():
            return None  # ``USA Today``
        return Mention(i, i + 1, "near", days["near"][word])
    if token.kind == "n":
        return calendar_days.written(tokens, i)
    if word in relative_days.KEYS:
        feast = feasts.read(tokens, i, lexicon) if token.text[0].isupper() else None
        return feast or relative_days.read(tokens, i, lexicon)
    return None


def _nowadays(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``today's sleeping bags``; not ``today's release``, ``yesterday's blast``."""
    if i + 2 >= len(tokens) or tokens[i + 1].low != "'s" or tokens[i].low != "today":
        return False
    named = [t.low for t in tokens[i + 2 : i + 4]]
    nouns = [noun for word in named if (noun := lexicon.nouns.get(word)) is not None]
    return not any(noun.cls.startswith("event") for noun in nouns) and lexicon.nominals.keys().isdisjoint(named)


def _every_night(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``The overnight train had 286 passengers``; not ``The overnight train crash killed nine``."""
    if k >= len(tokens) or tokens[k].low not in lexicon.cue("overnight_kind"):
        return False
    after = tokens[k + 1] if k + 1 < len(tokens) else tokens[k]
    if after.text == "-" or after.low in lexicon.nominals:
        return False
    event = lexicon.nouns.get(after.low)
    return event is None or not event.cls.startswith("event")


def _led(tokens: list[Token], mention: Mention | None, lexicon: Lexicon) -> Mention | None:
    """``Next Saturday, December 20``: the weekday before a day of the calendar is part of the expression."""
    if mention is None or mention.kind != "day":
        return mention
    if periods.closed(tokens, mention.first):
        return replace(mention, kind="coarse")
    k = mention.first - 1 - (mention.first > 0 and tokens[mention.first - 1].text == ",")
    if k < 0 or tokens[k].low not in lexicon.days["weekday"]:
        return mention
    return replace(mention, first=k - (k > 0 and tokens[k - 1].low in LEADS))


def _weekday(tokens: list[Token], i: int, lexicon: Lexicon) -> Mention | None:
    word, lead = tokens[i].low, tokens[i - 1].low if i else ""
    feast = lead in _FEASTS and i > 1 and tokens[i - 2].low == "on"
    if (lead in _NAMED and not feast) or (len(word) < 5 and not _dated_next(tokens, i, lexicon)):
        return None
    if _dated_next(tokens, i, lexicon) or lead in ("every", "each", "most"):
        return None
    if lead == "from" and i > 1 and tokens[i - 2].low == "week":
        return Mention(i - 2, i + 1, "weekday", lexicon.days["weekday"][word], "week from")
    if lead in ("previous", "following") and not (i > 1 and tokens[i - 2].low == "the"):
        lead = ""
    end, first = i + 1, i - (lead in LEADS)
    after = [t.low for t in tokens[end : end + 3]]
    if after[:2] == ["last", "week"] or after == ["of", "last", "week"]:
        return Mention(first, end + 2 + (after[0] == "of"), "weekday", lexicon.days["weekday"][word], "last week")
    if after == ["a", "week", "ago"] or after[:2] == ["a", "week"]:
        return Mention(first, end + 2, "weekday", lexicon.days["weekday"][word], "last week")
    return Mention(first, end, "weekday", lexicon.days["weekday"][word], lead if lead in LEADS else "")


def _dated_next(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``Friday, May 16``, ``Sat. 17 May``, ``Friday the 16th of May``: the calendar says it better."""
    rest = [t.low for t in tokens[i + 1 : i + 6] if t.text not in ",.(" and t.low != "the"]
    months = lexicon.days["month"]
    if rest and rest[0] in months:
        return len(rest) > 1 and rest[1].isdigit()
    return len(rest) > 1 and rest[0].isdigit() and bool(set(rest[1:4]) & months.keys())
