"""``over`` before a number: more than it, or a place, a time, a quarrel or a charge (``took over 12 schools``)."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers import passed
from extractors.figures.numbers.numerals import low
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# Of so few nobody says that they are more than that.
FEW = 12
_FLIGHT = 8
_DESCRIBED = 6
_CLOSED = frozenset({"that", "the", "and", "but", "it", "they", "this", "their", "its"})
# ``closed over two hours after the blast``: how far from a moment.
_SINCE = frozenset({"ago", "old", "later", "earlier", "after", "before"})
# ``driven over 5 million people from their homes``.
_DRIVEN = frozenset({"driven", "drove", "driving"})
_CROWD = 100


def over(tokens: list[Token], k: int, lead: str, span: Span, lexicon: Lexicon) -> bool:
    """``took over 12 schools``, ``flew over six regions``, ``killed over three days``: no bound of the number."""
    if span.unit.startswith("duration"):
        return _during(tokens, k, lead, span, lexicon)
    spread = lead in lexicon.nouns or lead in lexicon.cue("over_spread")
    if spread and low(tokens, span.last) in lexicon.cue("over_span"):
        return True  # ``carried out over 83 sessions``; not ``held over 83 sessions``
    if lead in lexicon.cue("over_charged") and low(tokens, span.end) in lexicon.cue("over_cause"):
        return True  # ``arrested over three murders``
    if span.kind == "words" and (span.value or 0) <= FEW and lead in lexicon.cue("over_quarrel"):
        return True  # ``a row over three islands``
    many = lead in _DRIVEN and (span.value or 0) >= _CROWD  # nobody drives a car over thousands
    many = many or passed.aboard(tokens, span, lead, lexicon)
    led = lead in lexicon.cue("over_lead") and not span.unit.startswith("length") and not many
    return led or given(tokens, k + 1) or _above(tokens, k, span, lexicon)


def _during(tokens: list[Token], k: int, lead: str, span: Span, lexicon: Lexicon) -> bool:
    """``killed over three days``, ``£450m over five years``; but ``lasted over five hours``, ``over a week ago``."""
    if span.end < len(tokens) and tokens[span.end].low in _SINCE:
        return False
    aside = k == 0 or tokens[k - 1].text == "," or (k > 1 and tokens[k - 2].text == ",")
    # ``spent 3m over five years``, ``30% raises over four years``
    spent = k > 1 and (tokens[k - 1].kind == "n" or tokens[k - 2].text == "%")
    spent = spent or lead in lexicon.numerals.get("scale", {})
    if aside or spent or lead in lexicon.cue("over_event") or lead in lexicon.nouns:
        return True
    verb = lead in lexicon.verbs or lead in lexicon.actions or lead.endswith(("ed", "ing"))
    return tokens[k - 1].kind == "w" and not verb and (lead not in lexicon.cue("stop") or tokens[k - 1].text == "US")


def given(tokens: list[Token], j: int) -> bool:
    """``took over the 12 schools``: the number that follows is known, and bounds nothing."""
    return j < len(tokens) and tokens[j].low in ("the", "its", "their", "all")


def _above(tokens: list[Token], k: int, span: Span, lexicon: Lexicon) -> bool:
    """``shot down 71 drones over six regions``: where they flew."""
    places, at = lexicon.cue("flown_over"), span.last
    while at < min(span.last + _DESCRIBED, len(tokens) - 1) and _describes(tokens, at, places):
        at += 1
    if at >= len(tokens) or tokens[at].low not in places:
        return False
    words = {t.low for t in tokens[max(0, k - _FLIGHT) : k]}
    return not words.isdisjoint(lexicon.cue("flying")) and tokens[k - 1].low not in lexicon.cue("hits")


def _describes(tokens: list[Token], k: int, places: frozenset[str]) -> bool:
    """A word or a hyphen before the noun (``eight rebel-held northern regions``)."""
    if tokens[k].low in places:
        return False
    return (tokens[k].kind == "w" and tokens[k].low not in _CLOSED) or (tokens[k].text == "-" and tokens[k].glued)
