"""Happened, planned, estimated, claimed or denied: read from the clause the number stands in."""

import itertools

from extractors.figure import Status
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_BORDERS = frozenset(
    {";", "while", "whereas", "although", "though", "but", "when", "after", "before", "since", "—", "–", "where"}
)
_RELATIVE = frozenset({"which", "who", "where", "whose", "whom"})
_TIME = frozenset({"last", "past", "on", "earlier", "ago", "yesterday", "already"})
_NOMINAL = frozenset(
    {
        "agreement",
        "proposal",
        "plan",
        "plans",
        "goal",
        "target",
        "targets",
        "pledge",
        "demand",
        "demands",
        "call",
        "calls",
        "offer",
        "agreed",
        "agree",
        "agrees",
    }
)


def settle(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """Set the status of each span; conjuncts share it."""
    for span in spans:
        left, right = _clause(tokens, span)
        status, rule = _read(tokens, span, left, right, lexicon)
        span.status = status
        span.rule("status", rule, 0.8 if rule != "default" else 0.6)


def _clause(tokens: list[Token], span: Span) -> tuple[int, int]:
    left, right = 0, len(tokens)
    for k in range(span.begin - 1, -1, -1):
        if tokens[k].low in _BORDERS and k < span.begin - 1:
            left = k + 1
            break
        if tokens[k].text == "," and _new_clause(tokens, k, span):
            left = k + 1
            break
    for k in range(span.noun_end, len(tokens)):
        if (
            tokens[k].low in _BORDERS
            or (tokens[k].text == "," and not _inside_list(tokens, k))
            or (tokens[k].low in _RELATIVE and k > span.noun_end)
        ):
            right = k
            break
    return left, right


def _new_clause(tokens: list[Token], k: int, span: Span) -> bool:
    """A comma with a participle or a new subject behind it begins a clause (``, killing three``, ``, and Ukraine``)."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after is None or span.action_at is None or span.action_at <= k:
        return False
    return after.low.endswith("ing") or after.low in _RELATIVE or after.low in ("with", "including", "leaving")


def _inside_list(tokens: list[Token], k: int) -> bool:
    return k + 1 < len(tokens) and tokens[k + 1].kind == "n"


def _read(tokens: list[Token], span: Span, left: int, right: int, lexicon: Lexicon) -> tuple[Status, str]:
    words = [t.low for t in tokens[left:right]]
    before = words[: max(0, span.begin - left)]
    near = set(
        words[max(0, span.begin - left - 3) : span.begin - left]
        + [t.low for t in tokens[span.noun_end : span.noun_end + 3]]
    )
    if _denied(words, before, span, tokens, lexicon):
        return "denied", "denial"
    if near & {"estimated", "estimate", "estimates", "believed", "feared", "presumed", "thought", "reckoned"} or set(
        before[-8:]
    ) & lexicon.cue("estimated"):
        return "estimated", "estimate"
    if _planned(tokens, span, words, before, left, right, lexicon):
        return "planned", "plan"
    if set(before) & lexicon.cue("claimed"):
        return "claimed", "claim"
    return "happened", "default"


def _planned(
    tokens: list[Token], span: Span, words: list[str], before: list[str], left: int, right: int, lexicon: Lexicon
) -> bool:
    """A modal, an intention or ``to be freed`` that governs the number's own verb or stands right beside the number."""
    cues = lexicon.cue("planned")
    verb = span.action_at
    after = [t.low for t in tokens[span.noun_end : min(right, span.noun_end + 7)]]
    if after[:2] == ["to", "be"] or set(after[:2]) & {
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "expected",
        "due",
        "scheduled",
        "set",
    }:
        return not _perfect(after)
    if verb is not None and verb < span.begin:
        governs = [t.low for t in tokens[max(left, verb - 7) : span.begin]]
    else:
        governs = before[-9:]
    hits = [w for w in governs if w in cues]
    if not hits:
        return False
    if _perfect(governs) and set(hits) <= {"would", "could", "may", "might", "should"}:
        return False
    if set(hits) <= {"set", "call", "calls", "called", "may", "push", "target", "targets", "could", "might", "should"}:
        return " to " in f" {' '.join(governs)} " or bool(set(hits) & {"could", "might", "should", "may"})
    return True


def _perfect(words: list[str]) -> bool:
    """``would have killed``, ``may have attended``: about the past."""
    return any(a in ("would", "could", "may", "might", "should") and b == "have" for a, b in itertools.pairwise(words))


def _denied(words: list[str], before: list[str], span: Span, tokens: list[Token], lexicon: Lexicon) -> bool:
    if set(before) & {"denied", "denies", "denying", "deny", "refuted", "dismissed"} and (
        "that" in before or "reports" in before or "claims" in before
    ):
        return True
    joined = f" {' '.join(before[-10:])} "
    if " no evidence " in joined or " false " in joined or " untrue " in joined:
        return True
    verb = span.action_at
    if verb is None or not set(before[-6:]) & lexicon.cue("negation"):
        return False
    lead = [t.low for t in tokens[max(0, verb - 3) : verb]]
    return bool(set(lead) & lexicon.cue("negation")) and verb < span.begin
