"""Exact, about, at least, up to …: the phrase that touches a number on either side, and the bounds it makes."""

from itertools import pairwise

from extractors.figure import Qualifier
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.numbers import passed, reached
from extractors.figures.numbers.over import FEW, given, over
from extractors.figures.numbers.placed import physical
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_BOUNDS = ("at_least", "more_than", "at_most", "less_than")
_CONVERTED = frozenset(_BOUNDS) | {"approximate"}
_PLACED = frozenset({"over", "under", "above", "below", "beyond"})
_AGED = frozenset({"aged", "children", "from", "the", "and", "those"})
_GIVEN = frozenset({"the", "a", "an", "another", "its", "their"})
_NEGATED = 6
_TIMES = frozenset({"once", "twice", "a", "an", "every", "some", "part", "half", "weekly", "daily", "monthly"})
# ``There is no doubt the toll will exceed 100``, ``With no rain losses could exceed``: another clause's subject.
_THERE = frozenset({"is", "are", "was", "were", "be", "with", "has", "have", "had", "found", "saw", "left"})
_OTHERS = frozenset({"that", "the", "and", "but", "it", "they", "this", "their", "its"})
_MODALS = frozenset({"may", "can", "must", "should", "shall", "will", "could"})
_DETERMINERS = frozenset({"the", "a", "an", "another", "additional", "all", "other", "further", "these", "those"})
# What a bound behind the counted begins with.
TRAILS = frozenset({"or", "at"})


def qualify(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """Set qualifier and bounds of a span from the words around it."""
    found: Qualifier | None = None
    begin = span.first
    if begin and tokens[begin - 1].low in _leads[lexicon.language]:
        found, begin = _before(tokens, span, lexicon)
        if found is None and _mark(tokens, span, lexicon):
            found, begin = "more_than", span.first - 2
    if found not in _BOUNDS and (span.end != span.last or _followed(tokens, span.last, lexicon)):
        after, end = _after(tokens, span, lexicon)
        if after and (after != "approximate" or found is None):
            found, span.end, span.noun_end = after, max(span.end, end), max(span.noun_end, end)
    if begin < span.begin:
        span.begin = begin
    if found == "more_than" and tokens[begin].low == "exceed" and _none_exceeds(tokens, begin):
        found = "at_most"
    if found is None or span.kind == "zero":
        return
    if span.qualifier in {"range", "vague"}:
        if (found == "more_than" and span.qualifier == "vague") or (found == "at_least" and span.qualifier == "vague"):
            span.high = None
        return
    span.qualifier = found
    span.rule("qualifier", "phrase", 0.95)
    _bound(span, found)


@Once
def _leads(language: str) -> frozenset[str]:
    """The last words of what may qualify a number, and what may stand between."""
    between = ("=", "-", '"', "magnitude", "of", "a", "an", "the", "another", "just", "only")
    lexicon = load(language)
    return _closing[language].union(lexicon.money_words, lexicon.cue("emphatic"), between)


def _followed(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """True where what may qualify a number stands at k, right behind it."""
    return k < len(tokens) and (tokens[k].text == "-" or tokens[k].low in _opening[lexicon.language])


def _none_exceeds(tokens: list[Token], k: int) -> bool:
    """``No flight may exceed 12 hours``, ``is not expected to exceed 40``: the negation stands away from the verb."""
    lead = [t.low for t in tokens[max(0, k - _NEGATED) : k]]
    if lead[-1:] == ["to"]:
        return lead[-3:-2] == ["not"]
    at = max((j for j, word in enumerate(lead) if word == "no"), default=-1)
    first = k - len(lead) + at
    if at < 0 or lead[-1] not in _MODALS or (first > 0 and tokens[first - 1].low in _THERE):
        return False
    named = lead[at + 1 : -1]
    return all(word.isalpha() and word not in _OTHERS for word in named) and (named[:1] != ["one"] or named == ["one"])


def _mark(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``crossed the 1,000 mark``."""
    if span.last >= len(tokens) or tokens[span.last].low != "mark" or span.first < 2:
        return False
    return tokens[span.first - 1].low == "the" and tokens[span.first - 2].low in lexicon.cue("mark_passed")


def _bound(span: Span, found: Qualifier) -> None:
    if found in {"at_least", "more_than"}:
        span.high, span.low_exclusive = None, found == "more_than"
    elif found in {"at_most", "less_than"}:
        span.low, span.high_exclusive = None, found == "less_than"


def converted(tokens: list[Token], spans: list[Span]) -> None:
    """``more than 100 kilometres (60 miles)``: the same amount in another unit has the same bounds."""
    for left, right in pairwise(spans):
        if right.begin != left.end + 1 or tokens[left.end].text != "(" or right.qualifier != "exact":
            continue
        kinds = left.unit.partition(":")[0], right.unit.partition(":")[0]
        if left.qualifier in _CONVERTED and kinds[0] == kinds[1] and left.unit != right.unit:
            right.qualifier = left.qualifier
            right.rule("qualifier", "conversion", 0.8)
            _bound(right, left.qualifier)


def trailing(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``800 miners or more``, ``40 bodies at best``: a bound behind the counted noun."""
    if span.noun_end >= len(tokens) or tokens[span.noun_end].low not in TRAILS:
        return
    found = lexicon.after.get(" ".join([t.low for t in tokens[span.noun_end : span.noun_end + 2]]))
    if found and span.qualifier == "exact" and span.value is not None and not _of_another(tokens, span, lexicon):
        span.qualifier, span.end = found, span.noun_end + 2
        span.noun_end = span.end
        _bound(span, found)


def _of_another(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``69% break a link at least once a week``, ``40 men, at least one of them a boy``: a bound of what follows."""
    k = span.noun_end + 2
    if k >= len(tokens) or tokens[k - 2].low != "at":
        return False
    return tokens[k].kind == "n" or tokens[k].low in lexicon.triggers or tokens[k].low in _TIMES


def _before(tokens: list[Token], span: Span, lexicon: Lexicon) -> tuple[Qualifier | None, int]:
    """The qualifier that ends where the number begins, and where its phrase begins."""
    j = span.first - 1
    money = lexicon.money_words
    while j > 0 and span.unit == "magnitude" and tokens[j].low in ("-", "magnitude", "of"):
        j -= 1
    while j >= 0 and tokens[j].text != "us" and (tokens[j].low in money or tokens[j].text == "="):
        j -= 1
    if j > 0 and tokens[j].low in lexicon.cues.emphatic:
        j -= 1  # ``more than a staggering 40``
    found, begin = _phrase(tokens, j, span, lexicon)
    if found is None and j >= 0 and tokens[j].low in {"a", "an", "the", "another", "just", "only", "-", '"'}:
        found, begin = _phrase(tokens, j - 1, span, lexicon)
        if tokens[j].low == "the" and found in ("more_than", "less_than"):  # fewer than the 90 seen before
            found, begin = None, span.first
    if found == "approximate" and begin > 0:
        outer, earlier = _phrase(tokens, begin - 1, span, lexicon)
        if outer in _BOUNDS:
            found, begin = outer, earlier
    return found, min(begin, j + 1) if found else j + 1 if j + 1 < span.first else span.first


@Once
def _closing(language: str) -> frozenset[str]:
    """The last words of the phrases that stand before a number."""
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in load(language).before)


@Once
def _opening(language: str) -> frozenset[str]:
    """The first words of the phrases that stand behind a number."""
    return frozenset(phrase.split(" ", 1)[0] for phrase in load(language).after)


def _phrase(tokens: list[Token], j: int, span: Span, lexicon: Lexicon) -> tuple[Qualifier | None, int]:
    """The longest qualifier phrase that ends at token j."""
    best: tuple[Qualifier | None, int] = (None, span.first)
    if j < 0 or tokens[j].low not in _closing[lexicon.language]:
        return best
    phrase = ""
    for k in range(j, j - 5 if j >= 5 else -1, -1):
        phrase = f"{tokens[k].low} {phrase}".rstrip()
        found = lexicon.before.get(phrase)
        if found and not _other_sense(tokens, k, j, span, lexicon):
            best = (found, k)
    return best


def _other_sense(tokens: list[Token], k: int, j: int, span: Span, lexicon: Lexicon) -> bool:
    """``some two``, ``talked about three``, ``a minimum wage``: a qualifier word that is none here."""
    word = tokens[k].low
    if word == "hasta" and k and tokens[k - 1].low in ("ciento", "%", "por"):
        return True
    if word in {"c", "ca"} and tokens[k + 1].text == "$":
        return True
    aside = k > 0 and word in passed.WORDS and passed.by(tokens, k, span, lexicon)
    aside = aside or (tokens[j].low == "pass" and not passed.level(tokens, k))
    if (
        aside
        or (word == "short" and _lacks(tokens, j, span, lexicon))
        or (word in _GOES and _passes(tokens, span, lexicon))
    ):
        return True  # ``short of the 312 announced``
    if k != j:
        return reached.level(tokens, k)
    lead = tokens[k - 1].low if k else ""
    if word == "about" and (lead in lexicon.cue("about_noun") or _one_of_them(span)):
        return True  # ``received inquiries about 112 people``, ``said nice things about one candidate``
    if word in {"some", "within"}:
        few = span.kind == "words" and (span.value or 0) < 5 and span.unit == "count"
        zone = j + 2 == span.first and given(tokens, j + 1)  # ``within the 30-kilometre zone``
        return few if word == "some" else zone or not span.unit.startswith(("duration", "length"))
    if word in _PLACED and tokens[j + 1].low in _GIVEN and j + 1 < span.first:
        return True  # ``under a 48-hour pause``
    if word == "over":
        return over(tokens, k, lead, span, lexicon)
    if word in ("near", "minimum", "c", "ca", "maximum", "max"):
        return span.unit == "count" and word in ("near",) and span.value is not None and span.value < 10
    beneath = word in ("under", "below", "above", "beyond")
    return beneath and (lead in _AGED or physical(tokens, span, lead, lexicon))


def _one_of_them(span: Span) -> bool:
    """Nobody counts about one man."""
    return span.value == 1 and span.kind == "words" and span.unit == "count"


def _lacks(tokens: list[Token], j: int, span: Span, lexicon: Lexicon) -> bool:
    """``short of the 312 announced``, ``short of five seamen``: those who are missing."""
    few = span.kind == "words" and (span.value or 0) <= FEW and span.last < len(tokens)
    named = few and tokens[span.last].kind == "w" and tokens[span.last].low not in lexicon.cue("stop")
    return named or given(tokens, j + 1)


_GOES = frozenset({"go", "goes", "going", "went", "gone", "climb", "rise"})


def _passes(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``The road goes past three villages``: they are passed; ``the dead may go past 300`` has no noun."""
    return span.unit == "count" and span.last < len(tokens) and tokens[span.last].low in lexicon.nouns


def _tops(tokens: list[Token], k: int) -> bool:
    """``The toll of 84 tops that of May``: a verb; not ``84 tops, he said``."""
    return tokens[k].low == "tops" and k + 1 < len(tokens) and tokens[k + 1].kind == "w"


def _after(tokens: list[Token], span: Span, lexicon: Lexicon) -> tuple[Qualifier | None, int]:
    """``or more``, ``or so``, ``+``, also behind a unit (``18 years or older``)."""
    opening = _opening[lexicon.language]
    for start in (span.last, span.end) if span.end != span.last else (span.last,):
        if start >= len(tokens) or tokens[start].low not in opening:
            continue
        phrase = ""
        for k in range(start, min(start + 3, len(tokens))):
            phrase = f"{phrase} {tokens[k].low}".lstrip()
            if phrase in lexicon.after and (phrase != "odd" or tokens[k].glued) and not _tops(tokens, k):
                return lexicon.after[phrase], k + 1
    if span.last + 1 < len(tokens) and tokens[span.last].text == "-" and tokens[span.last + 1].low in ("odd", "plus"):
        return "approximate" if tokens[span.last + 1].low == "odd" else "at_least", span.last + 2
    return None, span.end
