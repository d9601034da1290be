"""Happened, planned, estimated, claimed or denied: read from the clause the number stands in."""

from itertools import pairwise

from extractors.figure import Status
from extractors.figures.clause import (
    coordination,
    facts,
    guesses,
    plans,
    promises,
    prospects,
    signs,
    standing_by,
    unreal,
)
from extractors.figures.clause.signs import Signs
from extractors.figures.lexicon import Lexicon, union
from extractors.figures.numbers.atoms import headline
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_COMMA = frozenset({","})
_TAKES = frozenset({"claim", "claims", "claimed", "claiming"})
_TAKEN = frozenset({"cost lives", "win", "claim the lives of", "claim the life of"})
_LOST = frozenset({"asylum", "lives", "life"})
_REPORTED = frozenset({"that", "reports", "claims", "claim", "report", "killing", "having"})
_JOINED = frozenset({"and", "but", ",", "to"})
# ``dismissed that number, putting the total at 1,940``
_INSTEAD = frozenset({"putting", "saying", "insisting", "giving", "citing", "claiming"})
_AGREED = frozenset({"agreed", "offered", "promised", "pledged", "vowed"})
_PERFECT = frozenset({"had", "have", "has", "was", "were"})
_ALLEGED = frozenset({"allegedly", "purportedly", "supposedly"})
_ASIDE = 8
_OF_ACT = 4
_COPULA = frozenset({"is", "are", "was", "were", "be", "been", "am"})
_UNSURE = frozenset({"not", "neither"})
_IS = frozenset({"was", "were", "is", "are", "proved", "been", "be"})


def settle(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> None:
    """Set the status of each span."""
    seen, unsure = signs.read(sentence.words, lexicon), unreal.hinted(sentence, lexicon)
    if seen is signs.NONE and not unsure:
        for span in spans:
            span.status = "happened"
            span.rule("status", "default", 0.6)
        return
    said = _said(sentence)
    for span in spans:
        span.status, rule = _read(sentence, said, span, seen, lexicon)
        if unsure and (span.status in ("happened", "claimed") or said[0] == "had"):
            span.status, rule = unreal.rule(sentence.tokens, said, span, lexicon) or (span.status, rule)
        if unsure and span.status == "planned" and unreal.fated(said, span):
            span.status, rule = "happened", "fate"
        span.rule("status", rule, 0.8 if rule != "default" else 0.6)
    coordination.go_on(said, spans, lexicon)


def _clause(sentence: Sentence, span: Span, lexicon: Lexicon) -> tuple[int, int]:
    """The tokens whose words may say how certain the number is."""
    lows, borders = sentence.lows, lexicon.cue("status_border")
    left, right = _begins(sentence.tokens, lows, span, lexicon), len(lows)
    relative = lexicon.cue("relative")
    stops = union(borders, relative, _COMMA)
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
    lead, borders = lows[span.begin - 1] if span.begin else "", lexicon.cue("status_border")
    opens = lead in lexicon.cue("clause_lead") or (lead == "after" and span.unit == "count")
    stops = union(borders, _COMMA)
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
    """``dismissed as lies a report that 140 were killed``"""
    return tokens[k].low == "as" and k > 0 and tokens[k - 1].low in lexicon.cue("denied")


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
    if seen.denial and (_denied(tokens, before, after, span, lexicon) or _untrue(before, after, lexicon)):
        return "denied", "denial"
    guess = guesses.rule(said, before, after, span, lexicon) if seen.guess else None
    if guess is not None:
        return "estimated", guess
    if seen.plan or seen.proposal or seen.promise:
        own = prospects.own_clause(said, left, span, lexicon)
        rule = _ahead(tokens, said, span, own, right, seen, lexicon)
        if rule is not None and not _past(said, span, (left, own, right), rule, lexicon):
            return "planned", rule
    if seen.denial and _disowned(said[span.noun_end : span.noun_end + _ASIDE], lexicon):
        return "claimed", "disowned"
    if seen.claim and (_claimed(before, span, lexicon) or not _ALLEGED.isdisjoint(after[:3])):
        return "claimed", "claim"
    return "happened", "default"


def _past(said: list[str], span: Span, clause: tuple[int, int, int], rule: str, lexicon: Lexicon) -> bool:
    """True where what a rule says is to come has happened; ``clause``: where it and its own part begin, its end."""
    left, own, right = clause
    if rule == "due_out":
        return False
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
    if seen.promise and promises.ahead(said, span, left, right, lexicon):
        return "promise"
    return None


def _claimed(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``claims it killed 50``, ``charged with murdering six``; the flood that claimed 37 lives claims nothing."""
    on = lexicon.cue("say_on")
    if not on.isdisjoint(before):
        before = before[next(k for k in range(len(before) - 1, -1, -1) if before[k] in on) :]
    if not lexicon.cue("claimed").isdisjoint(before):
        said = lexicon.cue("claimed").intersection(before)
        if not (said <= _TAKES and (span.action in _TAKEN or not _LOST.isdisjoint(before))):
            return True
    if _alleged(before, span, lexicon) or _unconfirmed(before):
        return True
    accused = lexicon.cue("accused")
    if accused.isdisjoint(before):
        return False
    for k, word in enumerate(before):
        if word in accused:
            return any(a in ("of", "with") and b.endswith("ing") for a, b in pairwise(before[k + 1 : k + 7]))
    return False


def _unconfirmed(before: list[str]) -> bool:
    """``could not immediately confirm that 27 had died``"""
    at = next((k for k, word in enumerate(before) if word in ("confirm", "verify")), None)
    return (
        at is not None and not _UNSURE.isdisjoint(before[max(0, at - 3) : at]) and not _REPORTED.isdisjoint(before[at:])
    )


def _alleged(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``allegations that soldiers shot 12``, ``of the killing of 12``; not ``the allegations led to 12 arrests``."""
    words = lexicon.cue("allegation")
    if words.isdisjoint(before):
        return False
    at = -1 if span.action_at is None else span.action_at - span.first + len(before)
    named = 0 < at < len(before) and (before[at].endswith("ing") or before[at + 1 : at + 2] == ["of"])
    for k, word in enumerate(before):
        if word in words and before[k + 1 : k + 2] == ["that"]:
            return True
        if named and word in words and before[k + 1 : k + 2] == ["of"]:
            return k + 1 < at <= k + _OF_ACT and _JOINED.isdisjoint(before[k:at])
    return False


def _untrue(before: list[str], after: list[str], lexicon: Lexicon) -> bool:
    """``reports that 80 people had drowned were false``."""
    if lexicon.cue("report_word").isdisjoint(before[-6:]):
        return False
    untrue = lexicon.cue("denial_after")
    ends = [k for k, (a, b) in enumerate(pairwise(after)) if a in _IS and b in untrue]
    return any(after[k] != "be" or after[k - 1] == "to" for k in ends)  # ``may be wrong`` denies nothing


def _disowned(behind: list[str], lexicon: Lexicon) -> bool:
    """``put the number at 1,500, which the government dismissed``, ``…, an accusation Karis denied``."""
    if lexicon.cue("denied").isdisjoint(behind):
        return False
    if behind[:1] != [","]:
        at = next((k for k, (a, b) in enumerate(pairwise(behind)) if a == "," and b in ("a", "an")), None)
        return at is not None and not lexicon.cue("claim_word").isdisjoint(behind[at + 2 : at + 3])
    return behind[1] == "which" or (behind[1] in ("a", "an", "the") and behind[2] in lexicon.cue("claim_word"))


def _denied(tokens: list[Token], before: list[str], after: list[str], span: Span, lexicon: Lexicon) -> bool:
    if not lexicon.cue("denied").isdisjoint(before) and _denies(before, after, lexicon):
        return True
    if span.unit.startswith("duration") and before[-1:] in (["within"], ["lasted"], ["lasting"]):
        return False  # ``if it was not paid within seven days``
    if _none_of(before) and span.item_class != "person.captive":
        return True
    if before and before[-1] == "not":
        return before[-2:-1] != ["if"]  # ``hundreds if not thousands``
    if not lexicon.cue("untrue_word").isdisjoint(before[-10:]):
        joined = f" {' '.join(before[-10:])} "
        spread = span.unit.startswith("duration") and "spreading" in before[-9:]  # convicted of that in a long trial
        if (
            not spread
            and lexicon.cue("false_thing").isdisjoint(before[-9:])
            and any(f" {phrase} " in joined for phrase in lexicon.cue("untrue_phrase"))
        ):
            return True
    verb = span.action_at
    if verb is None or verb >= span.begin:
        return False
    lead = [t.low for t in tokens[max(0, verb - 3) : verb]]
    related = max((k for k, word in enumerate(lead) if word in lexicon.cue("relative")), default=-1)
    if related >= 0 and lexicon.cue("negation").isdisjoint(lead[related + 1 :]):
        return False  # ``It is not clear who fired the 14 shots``
    if "if" in [t.low for t in tokens[max(0, verb - _ASIDE) : verb]]:
        return False  # ``would kill ten if the money was not delivered within seven days``
    negated = lexicon.cue("negation").intersection(lead)
    lacking = negated == {"without"} and not tokens[verb].low.endswith("ing")  # ``without power, down from 340,000``
    return bool(negated) and not lacking and "only" not in before[-3:]


def _none_of(before: list[str]) -> bool:
    """``not a single one of our 600 soldiers was captured``"""
    lead = before[-7:]
    at = lead.index("not") if lead[-2:-1] == ["of"] and "not" in lead else None
    if at is None or (lead[at + 1 : at + 2] != ["one"] and lead[at + 2 : at + 4] != ["single", "one"]):
        return False
    return at == 0 or lead[at - 1] not in _COPULA  # ``was not one of the 12 who were hurt``


def _finite_behind(after: list[str]) -> bool:
    return bool(after) and after[0] in ("was", "were", "had", "have", "has", "died")


def _denies(before: list[str], after: list[str], lexicon: Lexicon) -> bool:
    """``denied his men had killed 14``, ``denied losing 14 jets``; no ``denied the charges and said 14 fled``."""
    at = next(k for k, word in enumerate(before) if word in lexicon.cue("denied"))
    rest = before[at + 1 :]
    if before[at - 1 : at] in (["nor"], ["or"]):
        return False  # ``would neither confirm nor deny that 14 had fled``
    claims = (lexicon.cue("report_word") - {"that"}) | lexicon.cue("claim_word")
    if before[at].endswith("ing") and before[at] not in lexicon.cue("denying") and claims.isdisjoint(rest[:4]):
        return False  # ``rejecting parties that sacked 400``
    if any(
        (a in _JOINED and (b in lexicon.cue("say") or b in _INSTEAD or b in _AGREED)) or b in lexicon.cue("say_on")
        for a, b in pairwise(rest)
    ):
        return False
    if not _REPORTED.isdisjoint(before):
        return True
    if before[at] not in lexicon.cue("denying") or not _JOINED.isdisjoint(rest):
        return False
    if not rest and _finite_behind(after):
        return True  # ``denies 12 people were hurt``
    return not _PERFECT.isdisjoint(rest) or (bool(rest) and rest[0].endswith("ing"))
