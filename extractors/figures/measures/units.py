"""What a number measures: money, percent, time, length …; what is left is a count."""

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.measures import ages, degrees, inherited, money, quakes
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token, tokenise

_LONGEST = 4
_SPACED_SYMBOLS = frozenset({"C", "F", "W", "V", "R", "%", "°", "p"})
_AFTER_METRE = frozenset({"x", "high", "long", "wide", "tall", "deep", "away", "above", "below"})
_SCALED = frozenset({"million", "billion", "thousand"})
_BEFORE_MINUS = frozenset({"of", "to", "at", "from", "below", "convert", "reached", "was", "hit", "is"})
_NEGATIVE = frozenset({"minus", "negative"})
_WINS = frozenset({"back", "their", "his", "her", "its", "the", "a", "an"})
# What is made of points, and where they lie until they are agreed.
_PAPERS = frozenset({"plan", "document", "proposal", "programme", "program", "agenda", "list", "statement", "accord",
                     "agreement", "deal", "declaration", "memorandum", "roadmap", "paper", "framework", "charter",
                     "manifesto", "blueprint", "initiative", "truce", "ultimatum"})  # fmt: skip
_TABLED = (["the", "table"], ["the", "agenda"], ["the", "list"])
_PLAN = 4
_RARE = frozenset({"won", "rand", "dong", "crown", "crowns"})


def measure(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> None:
    """Set the unit of each span, and grow its quote over currency signs, unit words and rates."""
    tokens = sentence.tokens
    zero = not sentence.words.isdisjoint(lexicon.cues.zero_word)
    shakes = not sentence.words.isdisjoint(quakes.WORDS)
    currency = money.coded if sentence.words.isdisjoint(lexicon.money_words) else money.sign
    for span in spans:
        before = tokens[span.first - 1]
        if zero or before.kind != "w" or before.low in _NEGATIVE:
            _negative(tokens, span, zero, lexicon)
        if shakes and quakes.magnitude(tokens, span, lexicon):
            continue
        if not currency(tokens, span, lexicon):
            _word(tokens, span, lexicon)
        if span.unit == "mass:lb":
            money.pounds(tokens, span, spans, lexicon)
        ages.age(sentence, span, lexicon)
        if span.unit != "count":
            span.rule("unit", "table", 0.95)
            degrees.warmth(span, sentence.words)
            _rate(tokens, span, lexicon)
    inherited.settle(tokens, spans, lexicon)


def longest(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """The unit whose longest writing begins at j, and where it ends: ``sq m``, ``km/h``, ``US dollars``, ``deg C``."""
    best: str | None = None
    end, phrase, exact = j, "", ""
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


@Once
def _beginnings(language: str) -> frozenset[str]:
    """The first tokens of all that may stand between a number and its unit, or begin that."""
    lexicon = load(language)
    return _openers[language].union(lexicon.cue("of_word"), lexicon.cue("unit_adjective"), ("-", "us", "'", '"'))


def _symbol_fits(tokens: list[Token], j: int, symbol: str, lexicon: Lexicon) -> bool:
    """A symbol of one or two letters is read only where it touches its number (``in``, ``s``, ``m`` are words)."""
    if symbol == "m" and not tokens[j].glued:
        after = tokens[j + 1] if j + 1 < len(tokens) else None
        return after is None or after.kind == "p" or after.low in _AFTER_METRE or after.low in lexicon.cue("stop")
    if tokens[j].glued and symbol in ("C", "F", "R"):
        return False
    named = len(symbol) == 1 or (symbol == "in" and j + 2 < len(tokens) and tokens[j + 2].low in ("1", "one"))
    if named and j + 2 < len(tokens) and tokens[j + 1].text == "-" and tokens[j + 2].glued:
        return False  # 12 F-16 jets, 12-in-1 tools
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
    spaced = tokens[i].text in {"-", "–"} and i and tokens[i - 1].low in _BEFORE_MINUS and span.kind == "digits"
    if zero and span.unit == "count" and _below_zero(tokens, span, lexicon):
        span.value = span.low = span.high = -span.value
        return
    if sign or (spaced and not (tokens[i].glued and tokens[span.first].glued)):
        span.value = span.low = span.high = -span.value
        span.begin = min(span.begin, i)
        span.rule("value", "negative", 0.8)


def _word(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``per cent``, ``30-day``, ``square miles``, ``Australian dollars``: the longest form that follows."""
    if span.unit not in {"count", "ratio"}:
        return
    follows = span.last < len(tokens) and tokens[span.last].low in _beginnings[lexicon.language]
    if not follows and span.ends is None and tokens[span.last - 1].low not in _SCALED:
        return
    unit, end = longest(tokens, _start(tokens, span, lexicon), lexicon)
    if unit is None and tokens[span.last - 1].low in _SCALED:
        unit, end = money.unknown(tokens, span, lexicon)
    if unit is not None and not _noun_sense(tokens, end, span):
        span.unit, span.end, span.noun_end = unit, max(span.end, end), max(span.noun_end, end)
    elif span.ends is not None and span.unit == "count":
        unit, _ = longest(tokens, _past_hyphen(tokens, span.ends[0].end), lexicon)
        span.unit = unit or span.unit
    elif span.last < len(tokens) and tokens[span.last].text in {"'", '"'} and tokens[span.last].glued:
        _feet(tokens, span)


def _start(tokens: list[Token], span: Span, lexicon: Lexicon) -> int:
    """Where the unit may begin: past hyphens, ``of (a US)`` behind a fraction, ``straight`` and the like."""
    j = span.last
    if j < len(tokens) and tokens[j].text == "-":
        j = _past_hyphen(tokens, j)
    of = j < len(tokens) and tokens[j].low in lexicon.cues.of_word
    if of and (span.kind in {"vague", "fraction"} or lexicon.cues.scale_of):
        j += 1
        while span.kind == "fraction" and j < len(tokens) and tokens[j].low in ("a", "an"):
            j += 1
    if j + 1 < len(tokens) and (tokens[j].text == "US" or tokens[j].low in lexicon.cues.unit_adjective):
        unit, _ = longest(tokens, j + 1, lexicon)
        if unit is not None and unit.startswith(inherited.SHARED):
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
    after = tokens[end].low if end < len(tokens) else ""
    if word in _RARE and (top < 100 or (word == "won" and after in _WINS)):
        return True
    if word in degrees.WORDS:
        return degrees.learnt(tokens, end - 1)
    if word in ("point", "points"):
        return _points(tokens, end, span, after)
    if word == "bars":
        return True
    loose = not tokens[end - 1].glued and tokens[end - 2].text != "-"
    if word in _COMPOUND and loose and top > 1 and end < len(tokens) and tokens[end].low in _COMPOUND[word]:
        return True
    return word == "second" and tokens[end - 2].low != "per" and top % 1 == 0 and top != 1 and loose


def _points(tokens: list[Token], end: int, span: Span, after: str) -> bool:
    """``a 15-point peace plan``, ``at 12 points along the river``, ``14 points on the table``: no measure."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    if tokens[end - 2].text == "-":
        return any(t.low in _PAPERS for t in tokens[end : end + _PLAN])
    if lead == "of" and span.begin > 1:
        of = tokens[span.begin - 2]
        return of.kind == "n" or of.low in load("en").triggers or of.low in _PAPERS  # eight of 13 points
    if after == "on" and [t.low for t in tokens[end + 1 : end + 3]] in _TABLED:
        return True
    return after in ("along", "where") or (after == "on" and lead == "at")


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
