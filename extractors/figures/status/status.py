"""Happened, planned, estimated, claimed or denied: read from the clause the number stands in."""

from itertools import pairwise

from extractors.figure import Status
from extractors.figures.lexicon import Lexicon, union
from extractors.figures.numbers.atoms import headline
from extractors.figures.spans import Span
from extractors.figures.status import (
    asides,
    claims,
    coordination,
    demands,
    denials,
    facts,
    guesses,
    plans,
    promises,
    prospects,
    signs,
    staged,
    standing_by,
    unfinished,
    unreal,
)
from extractors.figures.status.signs import Signs
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_COMMA = frozenset({","})
_ALLEGED = frozenset({"allegedly", "purportedly", "supposedly"})
_ASIDE = 8


def settle(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> None:
    """Set the status of each span."""
    seen, unsure = signs.read(sentence.words, lexicon), unreal.hinted(sentence, lexicon)
    halted, played = unfinished.hinted(sentence), staged.hinted(sentence)
    if seen is signs.NONE and not (unsure or halted or played):
        for span in spans:
            span.status = "happened"
            span.rules.append(("status", "default", 0.6))
        return
    said = _said(sentence)
    broken = "–" in sentence.words or "—" in sentence.words or "," in sentence.words or "(" in sentence.words
    for span in spans:
        without = asides.spliced(sentence, span, lexicon) if broken and seen.plan else None
        if without is not None:
            span.status, rule = _read(without[0], _said(without[0]), without[1], seen, lexicon)
        else:
            span.status, rule = _read(sentence, said, span, seen, lexicon)
        if unsure and (span.status in ("happened", "claimed") or said[0] == "had"):
            span.status, rule = unreal.rule(sentence.tokens, said, span, lexicon) or (span.status, rule)
        if halted and rule != "attempted" and (span.status != "denied" or "ruled" in sentence.words):
            left = _begins(sentence.tokens, sentence.lows, span, lexicon)
            span.status, rule = unfinished.rule(said, span, left, lexicon) or (span.status, rule)
        if played and span.status in ("happened", "claimed"):
            span.status, rule = staged.rule(sentence, said, span, lexicon) or (span.status, rule)
        if unsure and span.status == "planned" and unreal.fated(said, span):
            span.status, rule = "happened", "fate"
        span.rules.append(("status", rule, 0.8 if rule != "default" else 0.6))
    coordination.go_on(said, spans, lexicon)


def _clause(sentence: Sentence, span: Span, lexicon: Lexicon) -> tuple[int, int]:
    """The tokens whose words may say how certain the number is."""
    lows, borders = sentence.lows, lexicon.cues.status_border
    left, right = _begins(sentence.tokens, lows, span, lexicon), len(lows)
    relative = lexicon.cues.relative
    stops = union[borders, relative, _COMMA]
    for k in range(span.noun_end, right):
        word = lows[k]
        if word not in stops:
            continue
        if word == "," and not (k + 1 < right and sentence.tokens[k + 1].kind == "n"):
            return left, k
        if word in borders or (word in relative and k > span.noun_end):
            return left, k
    return left, right


def _begins(tokens: list[Token], lows: list[str], span: Span, lexicon: Lexicon) -> int:
    """Where the clause of a number begins: behind a border, or behind the comma before its own action."""
    lead, borders = lows[span.begin - 1] if span.begin else "", lexicon.cues.status_border
    opens = lead in lexicon.cues.clause_lead or (lead == "after" and span.unit == "count")
    stops = union[borders, _COMMA]
    if lead == ":" and span.action_at is not None and span.action_at > span.noun_end:
        return span.begin  # ``there may not be much left: 140 houses have been destroyed``
    for k in range(span.begin - 1 - (span.begin > 0 and not opens), -1, -1):
        if lows[k] not in stops:
            continue
        border = lows[k] in borders and not _called(tokens, k, lexicon)
        if (border or (lows[k] == "," and _new_clause(tokens, k, span, lexicon))) and not _dashed(tokens, k, span):
            return k + 1
    return 0


def _called(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``dismissed as lies a report that 140 were killed``, ``agreed to a truce as well as the release of 140``."""
    if tokens[k].low != "as" or k == 0:
        return False
    well = tokens[k - 1].low == "well" or (k + 1 < len(tokens) and tokens[k + 1].low == "well")
    return well or tokens[k - 1].low in lexicon.cue("denied")


def _dashed(tokens: list[Token], k: int, span: Span) -> bool:
    """``will swap prisoners — 240 in all``: the number's own verb stands before the dash."""
    return tokens[k].text in "—–" and span.action_at is not None and span.action_at < k and span.elided


def _new_clause(tokens: list[Token], k: int, span: Span, lexicon: Lexicon) -> bool:
    """A comma with a participle or a relative behind it begins a clause, if the number's action stands in that."""
    if span.action_at is None or span.action_at <= k or k + 1 >= len(tokens):
        return False
    if span.action_class in lexicon.cue("consequence"):
        return False
    after = tokens[k + 1].low
    if span.action_at == k + 1 and span.action_class in ("living", "aboard"):
        return True
    return after.endswith("ing") or after in lexicon.cue("relative") or after in ("with", "leaving")


def _said(sentence: Sentence) -> list[str]:
    """The words of a sentence without those of names of several words (Planned Hope Trust), which say nothing."""
    tokens, said = sentence.tokens, sentence.lows
    capital = [k for k, t in enumerate(tokens) if t.capital]
    silent = [k for k in capital if tokens[k].text == "May"] if "may" in sentence.words else []
    beside = [k for k, after in pairwise(capital) if after == k + 1]
    if beside and not headline(tokens):
        silent += [*beside, *(k + 1 for k in beside)]
    if silent:
        said = said.copy()
        for k in silent:
            said[k] = ""
    return said


def _read(sentence: Sentence, said: list[str], span: Span, seen: Signs, lexicon: Lexicon) -> tuple[Status, str]:
    tokens = sentence.tokens
    left, right = _clause(sentence, span, lexicon)
    before = said[left : span.first]
    after = said[span.noun_end : right]
    if seen.denial and (denials.denied(tokens, before, after, span, lexicon) or denials.untrue(before, after, lexicon)):
        return "denied", "denial"
    guess = guesses.rule(said, before, after, span, lexicon) if seen.guess else None
    if guess is not None:
        return "estimated", guess
    if seen.claim and claims.attempted(before, lexicon):
        return "claimed", "attempted"
    if seen.plan or seen.proposal or seen.promise or seen.demand:
        own = prospects.own_clause(said, left, span, lexicon)
        rule = _ahead(tokens, said, span, own, right, seen, lexicon)
        if rule is not None and not _past(said, span, (left, own, right), rule, lexicon):
            return "planned", rule
    if seen.denial and claims.disowned(_right_behind(said, span), lexicon):
        return "claimed", "disowned"
    if seen.claim and (
        claims.claimed(before, span, lexicon) or not _ALLEGED.isdisjoint(after[:3]) or claims.ended(said, span.noun_end)
    ):
        return "claimed", "claim"
    if "to" in before and claims.said_to_have(before):
        return "claimed", "said_to_have"
    return "happened", "default"


def _right_behind(said: list[str], span: Span) -> list[str]:
    """The words behind a number, without what stands in brackets: ``60 million sarls (about $38,000) had been …``."""
    k = span.noun_end
    if said[k : k + 1] == ["("]:
        k = next((j + 1 for j in range(k, min(k + _ASIDE, len(said))) if said[j] == ")"), k)
    elif said[k : k + 1] == [")"]:
        k += 1
    return said[k : k + _ASIDE]


def _past(said: list[str], span: Span, clause: tuple[int, int, int], rule: str, lexicon: Lexicon) -> bool:
    """True where what a rule says is to come has happened; ``clause``: where it and its own part begin, its end."""
    left, own, right = clause
    if rule == "due_out":
        return False
    if facts.own_deed(said, span, left, lexicon):
        return True
    if prospects.done(said, span, left, lexicon) or (rule == "plan" and facts.come_true(said, span, own, lexicon)):
        return True
    return facts.settled(said, span, own, right, lexicon) or standing_by.already(said, span, left)


def _ahead(
    tokens: list[Token], said: list[str], span: Span, left: int, right: int, seen: Signs, lexicon: Lexicon
) -> str | None:
    """Which rule says that what is counted is still to come."""
    if seen.plan and plans.planned(tokens, said, span, left, right, lexicon):
        return "plan"
    if seen.proposal and prospects.due_out(said, span, lexicon):
        return "due_out"
    if seen.proposal and prospects.proposed(tokens, said, span, left, right, lexicon):
        return "proposal"
    if seen.demand and demands.demanded(said, span, left, lexicon):
        return "demand"
    if seen.promise and promises.ahead(said, span, left, right, lexicon):
        return "promise"
    return None
