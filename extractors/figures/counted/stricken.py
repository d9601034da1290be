"""People of whom no noun tells but what became of them: ``nine of the dead``, ``put their own dead at 58``."""

from extractors.figures.counted.lending import anybody
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_THE = frozenset({"the", "its", "their", "those", "these", "his", "her", "our"})
_HELD = frozenset({"sat", "slept", "lay", "lie", "sleep", "sit", "crammed", "packed", "squeezed", "crowded", "share",
                   "were", "are", "sleeping", "lying", "sitting", "shared", "live", "lived"})  # fmt: skip
_PUT = 4


def noun(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Set the item, people; False where nothing says so."""
    if span.others or span.value == 1:
        return False
    if _of_those(tokens, span.noun_end, lexicon) or _put(tokens, span, lexicon):
        anybody(span, "of_state", 0.8)
        return True
    if _to_a_bed(tokens, span):
        span.basis = "each"
        span.rule("basis", "to_a_bed", 0.7)
        anybody(span, "to_a_bed", 0.7)
        return True
    return _crowd(tokens, span)


def _crowd(tokens: list[Token], span: Span) -> bool:
    """``Meanwhile, thousands have taken to the roads``, ``Tens of thousands took to the streets``."""
    if span.kind != "vague" or (span.begin and tokens[span.begin - 1].text not in ",;–—"):
        return False
    k = span.noun_end
    while k < len(tokens) and tokens[k].low in ("have", "had", "also", "then", "again"):
        k += 1
    if [t.low for t in tokens[k + 1 : k + 3]] != ["to", "the"] or tokens[k].low not in ("taken", "took", "take"):
        return False
    anybody(span, "crowd", 0.7)
    return True


def _of_those(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``[nine] of the dead``; not ``[nine] of the dead soldiers``."""
    if j + 2 >= len(tokens) or tokens[j].low != "of" or tokens[j + 1].low not in _THE:
        return False
    if tokens[j + 2].low not in lexicon.cue("state"):
        return False
    after = tokens[j + 3] if j + 3 < len(tokens) else None
    return after is None or after.kind == "p" or after.low in lexicon.cue("stop")


def _put(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``put their own dead at [58]``."""
    k = span.begin - 1
    if k < _PUT - 1 or tokens[k].low != "at" or tokens[k - 1].low not in lexicon.cue("state"):
        return False
    lead = {t.low for t in tokens[k - _PUT : k - 1]}
    return not lead.isdisjoint(lexicon.cue("put_word")) and not lead.isdisjoint(_THE)


def _to_a_bed(tokens: list[Token], span: Span) -> bool:
    """``We sat [three] to a seat``, ``lie [two] to a bed``."""
    j = span.noun_end
    if j + 2 >= len(tokens) or tokens[j].low != "to" or tokens[j + 1].low not in ("a", "an", "each"):
        return False
    return span.begin > 0 and tokens[span.begin - 1].low in _HELD
