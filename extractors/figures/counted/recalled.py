"""A number that was told before: ``the 33``, ``11 of the 95``, ``the board says two were broken``."""

from dataclasses import replace

from extractors.figures.counted import topics
from extractors.figures.counted.befallen import NO_THING, befallen
from extractors.figures.counted.lending import smaller
from extractors.figures.counted.rivals import bare
from extractors.figures.lexicon import Lexicon, union
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

SO_FAR = frozenset({"a", "all", "so", "far", "only", "to", "date", "until", "now", "just", "further"})
_THAT = frozenset({"that"})
CAPTIVE = frozenset({"released", "held", "exchanged", "returned", "received", "missing"})
_SMALL = 12


def same(tokens: list[Token], span: Span, known: Span) -> bool:
    """``the 33``, or people once more by a number that is no small one: ``insists that it returned 74``."""
    if span.begin and tokens[span.begin - 1].low in ("the", "these", "those", "all"):
        return True
    people = (known.item_class or "").startswith("person") and span.action_class in CAPTIVE
    return people and (span.value or 0) > _SMALL and bare(tokens, span)


def all_of(earlier: Span, span: Span) -> Span:
    """Beside nine infants, ``the 46 announced`` are people."""
    if (earlier.item_class or "").startswith("person") and smaller(earlier, span):
        return replace(earlier, item="person", item_class="person")
    return earlier


def known(tokens: list[Token], span: Span, spans: list[Span], earlier: Span, lexicon: Lexicon) -> bool:
    """``11 of the 95``, ``the 95``, ``the board says two were broken``: some or all of those just counted."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    after = [t.low for t in tokens[span.noun_end : span.noun_end + 2]]
    if (
        lead == "the"
        and earlier.item not in NO_THING
        and (span.value == earlier.value or (spans[0] is span and after and after[0] in lexicon.cue("foretold")))
    ):
        return not befallen(tokens, span, earlier, lexicon)
    if _counted_anew(tokens, span, earlier, after, lexicon):
        return True
    if smaller(earlier, span) and after[:1] != ["more"]:
        return False
    if after == ["of", "the"]:
        return any(s.begin == span.noun_end + 2 and s.item is None and s.elided for s in spans)
    if lead in SO_FAR and span.begin > 1:
        lead = tokens[span.begin - 2].low
    told = (lead == "that" or lead in lexicon.cue("say")) and spans[0] is span
    goes_on = bool(after) and after[after[0] == "more" if len(after) > 1 else 0] in lexicon.cue("auxiliary")
    return told and goes_on and not befallen(tokens, span, earlier, lexicon)


_WALKS = frozenset({"foot", "to", "with", "illegally"})


def _counted_anew(tokens: list[Token], span: Span, earlier: Span, after: list[str], lexicon: Lexicon) -> bool:
    """``An official counted 17 lorries. The UN says 22 crossed``: another count of the same."""
    said = span.begin > 0 and tokens[span.begin - 1].low in union[lexicon.cues.say, _THAT]
    near = (span.value or 0) < 3 * (earlier.value or 0)
    drives = (
        span.action_class in {"crossed", "received"}
        and after[:1] != []
        and after[0] in ("crossed", "entered", "passed")
    )
    if not (said and near and drives and earlier.item_class == "vehicle"):
        return False
    return _WALKS.isdisjoint(t.low for t in tokens[span.noun_end + 1 : span.noun_end + 4])


def known_whole(tokens: list[Token], span: Span, spans: list[Span], state: State) -> Span | None:
    """``40 hostages for 300 prisoners. Five of the 40 …``: those whom the second number counted before."""
    k = span.noun_end
    if k + 1 >= len(tokens) or tokens[k].low != "of" or tokens[k + 1].low not in ("the", "those"):
        return None
    whole = next((s for s in spans if s.begin == span.noun_end + 2 and s.item is None and s.elided), None)
    known = state.counted.get(whole.value) if whole is not None and whole.value is not None else None
    return known if known is not None and (known.person or known is state.earlier) else None


def the_told(tokens: list[Token], span: Span, state: State) -> Span | None:
    """``Anger is about new blocks. Of the 14 that fell``: what the paragraph is about."""
    after = tokens[span.noun_end].low if span.noun_end < len(tokens) else ""
    definite = span.begin > 0 and tokens[span.begin - 1].low == "the" and after in ("that", "which", "who")
    return topics.topic(span, state, after) if definite else None
