"""Words of a bound that bound nothing: ``walked up to three officers``, ``had passed three inspections``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers.numerals import low
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

WORDS = frozenset({"up", "passed", "topped"})
# Of so few nobody says that they are more than that.
_FEW = 12
_GIVEN = frozenset({"the", "a", "an", "another", "its", "their"})
_HELPS = frozenset({"have", "has", "had", "already"})
_LEVELS = frozenset(
    {"toll", "tolls", "deaths", "total", "number", "numbers", "count", "tally", "figure", "cases", "losses"}
    | {"casualties", "dead", "injured", "displaced", "damage", "costs", "bill"}
)
_STEPS = frozenset({"owned", "own", "owns", "owning", "walked", "walks", "walk", "walking", "crept", "strode"})
_WAYSIDE = ("building", "place", "vehicle", "vote")


def by(tokens: list[Token], k: int, span: Span, lexicon: Lexicon) -> bool:
    """``walked up to three officers``, ``signed up to a plan``; ``The bomber passed two checkpoints``: by them."""
    lead = tokens[k - 1].low
    if tokens[k].low == "up":
        signed = lead.startswith("sign") and tokens[k + 2].low in _GIVEN
        return signed or (lead in _STEPS and span.unit == "count")
    if span.unit != "count" or span.last >= len(tokens):
        return False
    if lead in _HELPS and _few_of(tokens, span) and not any(t.low in _LEVELS for t in tokens[:k]):
        return True  # ``had passed three inspections``
    noun = lexicon.nouns.get(tokens[span.last].low)
    if noun is None or lead in lexicon.cue("passed_lead"):
        return False
    return noun.cls.startswith(_WAYSIDE) or (span.kind == "words" and (span.value or 0) <= _FEW)


def level(tokens: list[Token], k: int) -> bool:
    """``the number of dead could pass 300``; not ``the ship will pass three ports``."""
    return any(t.low in _LEVELS for t in tokens[:k])


def _few_of(tokens: list[Token], span: Span) -> bool:
    """``three inspections``: a small number in words with a plural noun right behind."""
    word = tokens[span.last]
    return span.kind == "words" and (span.value or 0) <= _FEW and word.kind == "w" and word.low.endswith("s")


def aboard(tokens: list[Token], span: Span, lead: str, lexicon: Lexicon) -> bool:
    """``a plane carrying over 100 passengers``: more of them than that."""
    noun = lexicon.nouns.get(low(tokens, span.last)) if lead.startswith("carr") else None
    return noun is not None and noun.cls.startswith("person")
