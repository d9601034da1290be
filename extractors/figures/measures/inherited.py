"""Units that a number takes from its neighbour: ``30 days instead of 60``, ``24%, ahead of the Greens on 11``."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.measures import gapped
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# Kinds of units that one of two numbers lends the other.
SHARED = ("duration", "percent", "length", "mass", "volume", "point")
_SPANS = frozenset({"after", "for", "to", "within", "lasting", "by"})
# Of these a sum is the subject: people are many, and money is one.
_IS = frozenset({"is", "was", "has"})
_ONLY = frozenset({"far", "about", "only", "just", "nearly", "almost", "some", "another", "further", "which"})
# Behind these a bare number is no sum of money: ``cost 90 billion dollars and 3 million have fled``.
_NO_SUM = frozenset({"of", "have", "are", "were", "who"})
_TERMS = frozenset({"terms", "sentences", "periods", "bans", "suspensions"})
_LATER = frozenset({"later", "after", "ago", "earlier", "before"})


def settle(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
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
        if between == ["from"] and right.unit == "count" and scaled and left.unit.startswith((*SHARED[2:5], "money")):
            right.unit = left.unit
            right.rule("unit", "inherited", 0.7)
        by = left.begin and tokens[left.begin - 1].low == "by"
        if by and right.unit == "count" and between == ["to"] and left.unit.startswith((*SHARED[2:5], "money")):
            right.unit = left.unit
            right.rule("unit", "inherited", 0.7)
        _instead(tokens, left, right, between)
        _both(tokens, left, right, between)
        if left.unit == "percent" and _on_share(tokens, right):
            right.unit = "percent"
            right.rule("unit", "inherited", 0.6)
    gapped.settle(tokens, spans, lexicon)
    _elided_money(tokens, spans, lexicon)
    points = False
    for span in spans:
        lead = tokens[span.begin - 1].low if span.begin else ""
        decimal = span.value is not None and span.value % 1 != 0
        if points and span.unit == "count" and lead in ("to", "at") and decimal:
            span.unit = "point"
            span.rule("unit", "inherited", 0.6)
        points = points or span.unit == "point"


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
        bare = after is None or after.kind == "p" or (after.low in lexicon.cue("stop") and after.low not in _NO_SUM)
        goes_on = close and (lead in lexicon.cue("money_lead") or _subject(lead, after))
        if bare and (goes_on or (lead == "of" and noun in lexicon.cue("money_noun"))):
            span.unit = currency
            span.rule("unit", "inherited", 0.6)
        close = close and span.unit == currency


def _subject(lead: str, after: Token | None) -> bool:
    """``promised 640 million euros; so far 210 million has been paid``: a sum, whose verb is that of one."""
    return (lead in ";," or lead in _ONLY) and after is not None and after.low in _IS


def _instead(tokens: list[Token], left: Span, right: Span, between: list[str]) -> None:
    """``30 days instead of 60``, ``ten years, with an option for five more``, ``five days; the minister says ten``."""
    if right.unit != "count" or not left.unit.startswith(SHARED) or not 0 < len(between) < 8:
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
    term = lead == "of" and left.begin > 1 and tokens[left.begin - 2].low in _TERMS
    if bare and between == ["and"] and (lead in _SPANS or term) and after not in _LATER:
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
