"""What a number measures: money, percent, time, length …; what is left is a count."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.measures import ages, money, quakes
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token, tokenise

_LONGEST = 4
_SPACED_SYMBOLS = frozenset({"C", "F", "W", "V", "R", "%", "°", "p"})
_BETWEEN = ("duration", "percent", "length", "mass", "volume", "point")
_AFTER_METRE = frozenset({"x", "high", "long", "wide", "tall", "deep", "away", "above", "below"})
_SCALED = frozenset({"million", "billion", "thousand"})
_BEFORE_MINUS = frozenset({"of", "to", "at", "from", "below", "convert", "reached", "was", "hit", "is"})
_NEGATIVE = frozenset({"minus", "negative"})
_SPANS = frozenset({"after", "for", "to", "within", "lasting", "by"})
_LATER = frozenset({"later", "after", "ago", "earlier", "before"})
_RARE = frozenset({"won", "rand", "dong", "crown", "crowns"})


def measure(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> None:
    """Set the unit of each span, and grow its quote over currency signs, unit words and rates."""
    tokens = sentence.tokens
    zero = not sentence.words.isdisjoint(lexicon.cue("zero_word"))
    shakes = not sentence.words.isdisjoint(quakes.WORDS)
    for span in spans:
        _negative(tokens, span, zero, lexicon)
        if shakes and quakes.magnitude(tokens, span, lexicon):
            continue
        if not money.sign(tokens, span, lexicon):
            _word(tokens, span, lexicon)
        if span.unit == "mass:lb":
            money.pounds(tokens, span, spans, lexicon)
        ages.age(sentence, span, lexicon)
        if span.unit != "count":
            span.rule("unit", "table", 0.95)
            _rate(tokens, span, lexicon)
    _inherit(tokens, spans, lexicon)


def longest(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """The unit whose longest writing begins at j, and where it ends: ``sq m``, ``km/h``, ``US dollars``, ``deg C``."""
    best, end, phrase, exact = None, j, "", ""
    if j >= len(tokens) or tokens[j].low not in _openers[lexicon.language]:
        return best, end
    for k in range(j, min(j + _LONGEST, len(tokens))):
        space = "" if k == j or tokens[k].glued else " "
        phrase, exact = phrase + space + tokens[k].low, exact + space + tokens[k].text
        unit = lexicon.symbols.get(exact)
        if unit is None or not _symbol_fits(tokens, j, exact, lexicon):
            unit = lexicon.units.get(phrase)
        if unit:
            best, end = unit, k + 1
    return best, end


@Once
def _openers(language: str) -> frozenset[str]:
    """The first tokens of all writings of units, in small letters."""
    lexicon = load(language)
    written = [form.lower() for form in (*lexicon.units, *lexicon.symbols)]
    return frozenset([tokenise(form)[0].low for form in written] + [form.partition(".")[0] for form in written])


def _symbol_fits(tokens: list[Token], j: int, symbol: str, lexicon: Lexicon) -> bool:
    """A symbol of one or two letters is read only where it touches its number (``in``, ``s``, ``m`` are words)."""
    if symbol == "m" and not tokens[j].glued:
        after = tokens[j + 1] if j + 1 < len(tokens) else None
        return after is None or after.kind == "p" or after.low in _AFTER_METRE or after.low in lexicon.cue("stop")
    if tokens[j].glued and symbol in ("C", "F", "R"):
        return False
    if len(symbol) == 1 and j + 2 < len(tokens) and tokens[j + 1].text == "-" and tokens[j + 2].glued:
        return False  # 12 F-16 jets
    return tokens[j].glued or symbol in _SPACED_SYMBOLS or (len(symbol) > 1 and symbol not in ("in", "mb", "st", "min"))


def _below_zero(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``12 degrees below zero``, ``12 grados bajo cero``; takes the zero into the quote, so that it is no number."""
    below = lexicon.cue("below_word")
    for k, token in enumerate(tokens[span.last : span.last + 3], span.last + 1):
        if token.low in below and k < len(tokens) and tokens[k].low in lexicon.cue("zero_word"):
            return True
    return False


def _negative(tokens: list[Token], span: Span, zero: bool, lexicon: Lexicon) -> None:
    """``-5``, ``minus 130``, ``$-50.8bn``; a dash between words is none. ``zero`` where the sentence names it."""
    i = span.first - 1
    if i < 0 or not span.value:
        return
    before = tokens[i]
    if before.kind == "w" and before.low not in _NEGATIVE:
        if zero and span.unit == "count" and _below_zero(tokens, span, lexicon):
            span.value = span.low = span.high = -span.value
        return
    if span.kind == "fraction" and tokens[i].text == "-" and tokens[i].glued:
        return
    sign = tokens[i].low in _NEGATIVE and tokens[i - 1].low != "or"
    if tokens[i].text == "-" and i and tokens[i - 1].low == "minus":
        sign, i = True, i - 1
    elif tokens[i].text == "-" and tokens[span.first].glued and span.kind in ("digits", "fraction"):
        sign = not (tokens[i].glued and i and (tokens[i - 1].kind == "w" or tokens[i - 1].text in ')"'))
    spaced = tokens[i].text in ("-", "–") and i and tokens[i - 1].low in _BEFORE_MINUS and span.kind == "digits"
    if zero and span.unit == "count" and _below_zero(tokens, span, lexicon):
        span.value = span.low = span.high = -span.value
        return
    if sign or (spaced and not (tokens[i].glued and tokens[span.first].glued)):
        span.value = span.low = span.high = -span.value
        span.begin = min(span.begin, i)
        span.rule("value", "negative", 0.8)


def _word(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``per cent``, ``30-day``, ``square miles``, ``Australian dollars``: the longest form that follows."""
    if span.unit not in ("count", "ratio"):
        return
    unit, end = longest(tokens, _start(tokens, span, lexicon), lexicon)
    if unit is None and tokens[span.last - 1].low in _SCALED:
        unit, end = money.unknown(tokens, span, lexicon)
    if unit is not None and not _noun_sense(tokens, end, span):
        span.unit, span.end, span.noun_end = unit, max(span.end, end), max(span.noun_end, end)
    elif span.ends is not None and span.unit == "count":
        unit, _ = longest(tokens, _past_hyphen(tokens, span.ends[0].end), lexicon)
        span.unit = unit or span.unit
    elif span.last < len(tokens) and tokens[span.last].text in ("'", '"') and tokens[span.last].glued:
        _feet(tokens, span)


def _start(tokens: list[Token], span: Span, lexicon: Lexicon) -> int:
    """Where the unit may begin: past hyphens, ``of (a US)`` behind a fraction, ``straight`` and the like."""
    j = span.last
    if j < len(tokens) and tokens[j].text == "-":
        j = _past_hyphen(tokens, j)
    loose = span.kind in ("vague", "fraction") or bool(lexicon.cue("scale_of"))
    if loose and j < len(tokens) and tokens[j].low in lexicon.cue("of_word"):
        j += 1
        while span.kind == "fraction" and j < len(tokens) and tokens[j].low in ("a", "an"):
            j += 1
    if j + 1 < len(tokens) and (tokens[j].text == "US" or tokens[j].low in lexicon.cue("unit_adjective")):
        unit, _ = longest(tokens, j + 1, lexicon)
        if unit is not None and unit.startswith(_BETWEEN):
            return j + 1
    return j


def _past_hyphen(tokens: list[Token], j: int) -> int:
    while j < len(tokens) and tokens[j].text == "-":
        j += 1
    return j


def _feet(tokens: list[Token], span: Span) -> None:
    mark = tokens[span.last].text
    if span.kind == "digits" and sum(t.text == mark for t in tokens) == 1 and not span.each:
        span.unit = "length:ft" if mark == "'" else "length:in"
        span.end = span.noun_end = span.last + 1


# ``15 barrel bombs``, ``40 foot patrols``: the singular of a unit before a plural.
_COMPOUND = {
    "barrel": ("bombs",),
    "foot": ("soldiers", "patrols", "bridges", "passengers", "pilgrims"),
    "day": ("labourers", "laborers", "workers", "trippers", "patients"),
    "night": ("watchmen", "guards", "raids", "flights", "patrols", "attacks"),
    "second": (),
}


def _noun_sense(tokens: list[Token], end: int, span: Span) -> bool:
    """``the 12 won``, ``two second-place finishes``: unit words that are a verb or an adjective here."""
    word, top = tokens[end - 1].low, span.high if span.high is not None else span.low or 0.0
    if word in _RARE and top < 100:
        return True
    if word == "points" and span.begin > 1 and tokens[span.begin - 1].low == "of":
        lead = tokens[span.begin - 2]
        return lead.kind == "n" or lead.low in load("en").triggers  # eight of 13 points
    if word == "points" and end < len(tokens) and tokens[end].low in ("on", "along"):
        return span.first > 0 and tokens[span.first - 1].low == "at"
    loose = not tokens[end - 1].glued and tokens[end - 2].text != "-"
    if word in _COMPOUND and loose and top > 1 and end < len(tokens) and tokens[end].low in _COMPOUND[word]:
        return True
    return word == "second" and tokens[end - 2].low != "per" and top % 1 == 0 and top != 1 and loose


def _rate(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``a barrel``, ``per share``, ``a year``: appended to the unit (``money:USD/barrel``)."""
    if span.unit.startswith("age"):
        return
    j = _past_hyphen(tokens, span.end)
    if j + 1 < len(tokens) and tokens[j].low in ("a", "an", "per", "/"):
        k = _past_hyphen(tokens, j + 1)
        if k < len(tokens) and tokens[k].low in lexicon.cue("rate") and not _moment(tokens, k, lexicon):
            span.unit += "/" + tokens[k].low
            span.end = span.noun_end = k + 1


def _moment(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``£3.8m a year earlier``: a point in time and no rate."""
    return k + 1 < len(tokens) and tokens[k + 1].low in lexicon.cue("rate_moment")


def _elided_money(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``a loss of 612 million euros after a profit of 400 million the year before``: the currency left out."""
    currency, close = "", False
    for span in spans:
        if span.unit.startswith("money"):
            currency, close = span.unit.partition("/")[0], True
            continue
        top = span.high if span.high is not None else span.low
        if not currency or span.unit != "count" or top is None or top < 1e6 or span.kind not in ("digits", "range"):
            continue
        after = tokens[span.end] if span.end < len(tokens) else None
        lead, noun = (tokens[j].low if j >= 0 else "" for j in (span.begin - 1, span.begin - 2))
        bare = after is None or after.kind == "p" or (after.low in lexicon.cue("stop") and after.low != "of")
        goes_on = close and lead in lexicon.cue("money_lead")
        if bare and (goes_on or (lead == "of" and noun in lexicon.cue("money_noun"))):
            span.unit = currency
            span.rule("unit", "inherited", 0.6)
        close = close and span.unit == currency


def _instead(tokens: list[Token], left: Span, right: Span, between: list[str]) -> None:
    """``30 days instead of 60``, ``ten years, with an option for five more``, ``five days; the minister says ten``."""
    if right.unit != "count" or not left.unit.startswith(_BETWEEN) or not 0 < len(between) < 8:
        return
    end = right.end + (right.end < len(tokens) and tokens[right.end].low == "more")
    closed = end >= len(tokens) or tokens[end].text in ".,;)"
    lent = between in (["instead", "of"], ["rather", "than"], [",", "not"], ["not"])
    more = end > right.end and between[-1] in ("for", "of", "by") and "and" not in between
    if closed and (lent or more or between[-1] in ("says", "say")):
        right.unit = left.unit.partition("/")[0]
        right.rule("unit", "inherited", 0.6)


def _both(tokens: list[Token], left: Span, right: Span, between: list[str]) -> None:
    """``broke down after nine and 16 days``, ``sentenced to 12 and 15 years``: one unit for both."""
    lead = tokens[left.begin - 1].low if left.begin else ""
    after = tokens[right.end].low if right.end < len(tokens) else ""
    bare = left.unit == "count" and left.begin + 1 == left.end and right.unit.startswith(("duration", "percent"))
    if lead == "to" and "sentenced" not in [t.low for t in tokens[max(0, left.begin - 4) : left.begin]]:
        return  # ``The toll rose to 14 and 30 percent of the houses fell``
    if bare and between == ["and"] and lead in _SPANS and after not in _LATER:
        left.unit = right.unit
        left.rule("unit", "inherited", 0.6)


def _on_share(tokens: list[Token], span: Span) -> bool:
    """``came second with 24%, ahead of the Greens on 11``: a share."""
    k = span.begin - 1
    closed = span.end >= len(tokens) or tokens[span.end].kind == "p" or tokens[span.end].low == "and"
    return closed and k > 0 and span.unit == "count" and tokens[k].low == "on" and tokens[k - 1].text[0].isupper()


def _plain(spans: list[Span]) -> bool:
    """True where none has a unit that another could take."""
    for span in spans:  # noqa: SIM110 - twice as fast as all()
        if span.unit != "count":
            return False
    return True


def _inherit(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """A number without a unit takes its neighbour's: ``280 of the 1.5 billion shekels``, ``64 points to 4,577.1``."""
    if len(spans) < 2 or _plain(spans):
        return
    for left, right in pairwise(spans):
        if (left.unit == "count") == (right.unit == "count"):
            continue
        between = [t.low for t in tokens[left.end : right.begin]]
        if (
            left.unit == "count"
            and between in (["of", "the"], ["of", "its"], ["of", "a"])
            and right.unit.startswith("money")
        ):
            left.unit = right.unit
            left.rule("unit", "inherited", 0.7)
        scaled = right.value is not None and right.value >= 1e6
        if between == ["from"] and right.unit == "count" and scaled and left.unit.startswith((*_BETWEEN[2:5], "money")):
            right.unit = left.unit
            right.rule("unit", "inherited", 0.7)
        by = left.begin and tokens[left.begin - 1].low == "by"
        if by and right.unit == "count" and between == ["to"] and left.unit.startswith((*_BETWEEN[2:5], "money")):
            right.unit = left.unit
            right.rule("unit", "inherited", 0.7)
        _instead(tokens, left, right, between)
        _both(tokens, left, right, between)
        if left.unit == "percent" and _on_share(tokens, right):
            right.unit = "percent"
            right.rule("unit", "inherited", 0.6)
    _elided_money(tokens, spans, lexicon)
    points = False
    for span in spans:
        lead = tokens[span.begin - 1].low if span.begin else ""
        decimal = span.value is not None and span.value % 1 != 0
        if points and span.unit == "count" and lead in ("to", "at") and decimal:
            span.unit = "point"
            span.rule("unit", "inherited", 0.6)
        points = points or span.unit == "point"
