"""What an article of an exchange tells again of a number that is one side's: in parts, or without its noun."""

from itertools import pairwise

from extractors.figures.exchange import sides
from extractors.figures.exchange.cues import put
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence

Placed = tuple[Sentence, Span]
_WARD = frozenset({"infected", "treated", "critical"})
_FEW = 12
_FEWEST = 3


def across(placed: list[Placed]) -> None:
    """Set one_side of what goes on with one side's number, repeats it or adds up to it."""
    people = [(sentence, s) for sentence, s in placed if s.unit == "count" and _someone(s)]
    known = [span for _, span in people if span.basis == "one_side"]
    if not known:
        return
    uneven = [span for _, span in people if any(name == "traded" for _, name, _ in span.rules)]
    items = {span.item for span in uneven} - {"person"}
    numbers = {span.value for span in known if span.value and span.value > _FEWEST}
    last: Placed | None = None
    for sentence, span in people:
        if span.action_class in _WARD:
            continue  # six of those freed have tuberculosis
        if _unsure(span) and (span.part or span.item == "body" or span.action_class not in sides.BESIDE):
            alike = span.value in numbers or (span.item in items and span.action_class in sides.BEFALLEN)
            bodies = bool(uneven) and sides.bodies(sentence.tokens, span)
            if alike or bodies or (last is not None and _goes_on(last, sentence, span)):
                put(span, "one_side", "repeated_side", 0.5)
        last = (sentence, span)
    _sums(people, numbers)


def _someone(span: Span) -> bool:
    """People, or what may be people: a number whose noun is left out."""
    return sides.people(span) or (span.elided and span.item_class is None)


def _goes_on(last: Placed, sentence: Sentence, span: Span) -> bool:
    """A part of the number before it, or another number without a noun: ``we had asked for 250``."""
    before = last[1]
    if before.basis != "one_side":
        return False
    less = 0 < (span.value or 0) < (before.value or 0)
    return (
        (span.part and span.action_class != "killed")
        or (last[0] is sentence and less)
        or (span.elided and (span.value or 0) > _FEW)
    )


def _sums(people: list[Placed], numbers: set[float]) -> None:
    """``209 soldiers and five civilians`` beside one side's 214."""
    for (one, left), (other, right) in pairwise(people):
        together = (left.value or 0) + (right.value or 0)
        if one is other and _unsure(left) and _unsure(right) and together > _FEW and together in numbers:
            put(left, "one_side", "adds_up_to_side", 0.6)
            put(right, "one_side", "adds_up_to_side", 0.6)


def _unsure(span: Span) -> bool:
    if ("basis", "envisaged", 0.5) in span.rules:
        return False
    return span.basis is None or ("basis", "default", 0.3) in span.rules or ("basis", "exchange", 0.4) in span.rules
