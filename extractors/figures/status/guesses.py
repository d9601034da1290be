"""Estimated: what is believed, feared, projected or may have happened."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span

_PROJECTED = (["on", "course", "for"], ["on", "track", "for"])
_LEVEL = frozenset({"at", "to", "least", "some", "about", "around", "over"})
_THAT = frozenset({"that", "which", "this"})
_THEM = frozenset({"them", "those", "these", "whom"})
_IS_NOW = frozenset({"is", "are", "was", "were", "be", "been", "still", "also", "now"})
_BELIEVE = frozenset({"believe", "believes", "think", "thinks"})
_RECKON = _BELIEVE | {"estimate", "estimates", "reckon", "reckons"}
_PERHAPS = frozenset({"perhaps", "possibly", "probably"})
_MAY = frozenset({"may", "might", "could"})
_COSTS = frozenset({"run", "amount", "total", "exceed", "reach", "top", "approach", "surpass"})
_WHERE = frozenset(
    {"out", "there", "inside", "under", "beneath", "alive", "among", "below", "in", "at", "on", "missing"}
)
_ENDS = frozenset({"and", "but", ",", ";"})
_ASSESSED = frozenset({"estimate", "estimates", "assessment", "assessments"})
_PUT = 9
_NEAR = 6
_OF_THEM = 9
_FAR = 10


def rule(said: list[str], before: list[str], after: list[str], span: Span, lexicon: Lexicon) -> str | None:
    """Which rule says that a number is an estimate; None where nobody guesses."""
    near = lexicon.cues.estimated_near
    of_them = after[:1] == ["of"] and not _THEM.isdisjoint(after[1:2])
    behind = _own(after[:_OF_THEM], lexicon) if of_them else after[:3]
    if behind[:1] and (behind[0] in lexicon.cues.pronoun or behind[-2:] == ["an", "estimated"]):
        behind = []  # ``stopped 16 lorries they believed were stolen``, ``40 watches worth an estimated $2m``
    if not (near.isdisjoint(before[-5:]) and near.isdisjoint(behind)):
        return "estimate"
    if not lexicon.cues.estimated.isdisjoint(before[-8:]) or _estimate_puts(before) or _as_high(before):
        return "estimate"
    if span.unit == "percent" and span.item in lexicon.cue("likelihood"):
        return "likelihood"  # ``put the chance of rain at 60 per cent``
    if _hedged(said, span) or _opined(said, span.noun_end) or _held_to_be(said, span.last, lexicon):
        return "guess"
    if _guessed(before, lexicon) or _believed(before, lexicon) or _thought(said, span, near):
        return "guess"
    if span.unit.startswith("money") and any(a in _MAY and b in _COSTS for a, b in pairwise(before[-5:])):
        return "may_cost"  # ``Damage could run to $4m``
    if "would" in before and _would_put(before, lexicon):
        return "would_put"
    after = after[2:] if after[:1] == ["of"] and not of_them else after  # ``30,000 head of cattle may have perished``
    if not lexicon.cues.unsure.isdisjoint([*before[-_FAR:], *after[:2]]) and _may_be(before, after, span, lexicon):
        return "may_be"
    return "projected" if _projected(before, span, lexicon) else None


def _estimate_puts(before: list[str]) -> bool:
    """``An estimate by the insurer Ardan Mutual puts losses at 180 million``"""
    return not {"puts", "put"}.isdisjoint(before[-_PUT:]) and not _ASSESSED.isdisjoint(before[:4])


def _as_high(before: list[str]) -> bool:
    """``The number of dead may be as high as 100``"""
    return before[-3:] in (["as", "high", "as"], ["as", "low", "as"]) and not _MAY.isdisjoint(before[-6:-3])


def _opined(said: list[str], k: int) -> bool:
    """``Some 16,000 civilians remain in detention, the envoy believes.``: said behind a comma at the end."""
    if ";" in said[k:]:
        said = said[: said.index(";", k)]
    for at in range(len(said) - 1, max(k, len(said) - 3), -1):
        if said[at] in _RECKON:
            return not any(word[:1].isalpha() for word in said[at + 1 :]) and "," in said[max(k, at - _NEAR) : at]
    return False


def _held_to_be(said: list[str], k: int, lexicon: Lexicon) -> bool:
    """``73 hostages, 35 of whom officials believe are dead``, ``eight of whom it considers dead``."""
    words = said[k : k + _OF_THEM]
    if words[:1] != ["of"] or _THEM.isdisjoint(words[1:2]):
        return False
    holds = lexicon.cue("holds_to_be")
    return any(word in holds and lead != "the" for lead, word in pairwise(words[2:]))  # no ``by the suspects' car``


def _hedged(said: list[str], span: Span) -> bool:
    """``perhaps 80 people``, ``possibly as many as 50``, ``There could be up to 30 people under the rubble``."""
    lead = said[span.begin - 3 if span.begin > 3 else 0 : span.first]
    near = said[span.begin - 1 if span.begin > 1 else 0 : span.first]
    if not _PERHAPS.isdisjoint(near) and not span.unit.startswith(("length", "duration")):
        return True
    if "been" in lead:  # ``There may have been 400 others``
        there = said[max(0, span.begin - 4) : span.begin]
        return there[:1] == ["there"] and there[1] in _MAY and there[2:] == ["have", "been"]
    return "be" in lead and any(a == "there" and b in _MAY for a, b in pairwise(lead))


def _own(after: list[str], lexicon: Lexicon) -> list[str]:
    """``Nine of them came home and two are feared dead``: the words up to those of the next number."""
    for k, word in enumerate(after):
        if word in _ENDS or word[:1].isdigit() or word in lexicon.triggers:
            return after[:k]
    return after


def _would_put(before: list[str], lexicon: Lexicon) -> bool:
    """``which would bring the toll to 40``, ``on course for 90 seats``; but ``would put 20 million into a fund``."""
    if before[-3:] in _PROJECTED:
        return True
    put = any(a == "would" and b == "put" for a, b in pairwise(before[-8:]))
    plans = lexicon.cue("plan|deal_noun")
    put = put or (before[-2:] == ["would", "leave"] and plans.isdisjoint(before[-5:-2]))
    if not put and not any(a == "would" and b in lexicon.cue("brings") for a, b in pairwise(before[-6:])):
        return False
    return before[-1] in _LEVEL or before[-1] == "leave" or "mean" in before[-6:] or not _THAT.isdisjoint(before[-9:])


def _guessed(before: list[str], lexicon: Lexicon) -> bool:
    """``officials believe the true number to be above 90``, ``the real toll could be 90``."""
    if lexicon.cues.sum_noun.isdisjoint(before[-9:]):
        return False
    true = not lexicon.cue("true_number").isdisjoint(before)
    unsure = not lexicon.cue("unsure").isdisjoint(before) or not _PERHAPS.isdisjoint(before)
    return not lexicon.cue("believing").isdisjoint(before) or (true and unsure)


def _believed(before: list[str], lexicon: Lexicon) -> bool:
    """``Marenia believes 23 of them are alive``, ``analysts think that the army has lost 400 tanks``."""
    words = before[-_NEAR - 1 :]
    if _BELIEVE.isdisjoint(words):
        return False
    at = next((k for k, word in enumerate(words) if word in _BELIEVE), None)
    return at is not None and words[at + 1 : at + 2] != ["in"] and lexicon.cue("modal").isdisjoint(words[at:])


def _thought(said: list[str], span: Span, near: frozenset[str]) -> bool:
    """``Nine of the remaining 31 captives are believed to be alive``: right before a verb behind the number."""
    at = span.action_at
    if at is None or at <= span.noun_end or near.isdisjoint(said[max(span.noun_end, at - 3) : at + 1]):
        return False
    return any(said[k] in near and said[k - 1] in _IS_NOW for k in range(max(span.noun_end, at - 3), at + 1))


def _may_be(before: list[str], after: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``60 people may be trapped``, ``the dead could include six children``; not ``could not be reached``."""
    befalls = span.action_class in lexicon.cue("befalls_now")
    if span.action_class == "arrested" and after[:1] and after[0] in _MAY and after[1:2] in (["also"], ["still"]):
        return True  # ``may also be detained illegally``
    goes_on = after[:1] != [] and after[0] in _ENDS  # ``has risen to 68 and could rise``
    if befalls and not goes_on and not lexicon.cue("unsure").isdisjoint(after[:2]) and "not" not in after[:3]:
        return True
    if after[:1] and after[0] in _MAY and (span.item_class or "").startswith("person") and _is_somewhere(after[1:5]):
        return True
    if span.action_class in lexicon.cue("telling") and _may_have(before[-_NEAR:]):
        return True
    if any(a in lexicon.cue("unsure") and b in lexicon.cue("comprises") for a, b in pairwise(before[-_FAR:])):
        return (
            befalls or span.action_class in lexicon.cue("telling") or (span.item or "") in lexicon.cue("remains_item")
        )
    return False


def _may_have(words: list[str]) -> bool:
    """``may have killed as many as 900``; not ``may have fled, and 12 were killed``."""
    at = next((k for k, (a, b) in enumerate(pairwise(words)) if a in ("may", "might") and b == "have"), None)
    return at is not None and _ENDS.isdisjoint(words[at:]) and _IS_NOW.isdisjoint(words[at:])


def _is_somewhere(after: list[str]) -> bool:
    """``may still be out there``, ``might be under the rubble``; not ``may be freed on Monday``."""
    at = after.index("be") if "be" in after[:2] else None
    return at is not None and after[at + 1 : at + 2] != [] and after[at + 1] in _WHERE


def _projected(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``the toll is expected to rise above 900``, ``the number of dead could reach 40``."""
    words = before[-9:]
    if span.action_class not in lexicon.cues.telling:
        return False
    if lexicon.cue("climbs").isdisjoint(words) or lexicon.cue("sum_noun").isdisjoint(words):
        return False
    return not lexicon.cue("climbs_lead").isdisjoint(words)
