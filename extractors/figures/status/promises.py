"""Planned: what a deal provides for, a mediator tries to bring about, somebody offers, declares or has to do."""

from collections.abc import Set
from itertools import pairwise

from extractors.figures.lexicon import Lexicon, load, union
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.status.causes import caused
from extractors.figures.status.prospects import pair

_TRADED = 14
_NEAR = 7
_FAR = 12
_AROUND = 4
# ``we hear voices from two houses and we will not stop``: another clause.
_WE = frozenset({"we", "they", "he", "she", "it", "i"})
_HAVE = frozenset({"has", "have", "had"})
_BE = frozenset({"is", "are", "was", "were"})
_FIRST = frozenset({"initially", "originally", "first", "previously"})
_FORESEES = frozenset(
    {"foresees", "envisages", "provides", "requires", "promises", "stipulates", "foresaw", "promised"}
)
_ATTEMPTING = frozenset({"attempting", "trying", "working", "seeking", "struggling"})
_WHICH = frozenset({"that", "which", "who"})
_SINCE = frozenset({"after", "before", "later", "since"})
_TO = frozenset({"to", "for"})
_OTHERS = (["more"], ["others"], ["other"])
_PARTS = frozenset({"part", "phase", "stage", "step", "leg", "round", "instalment", "batch"})
_INCLUDES = frozenset({"includes", "include", "involves", "involve", "covers", "cover"})
_CUES = (
    "deal_noun", "endeavour", "offer_noun", "rest_of", "unmet_word", "decree", "face", "must", "modal_sure",
    "provide_word", "pending", "plan", "intent", "swap_word",
)  # fmt: skip


def hinted(words: Set[str], lexicon: Lexicon) -> bool:
    """A cheap first look at the words of a sentence."""
    return not hints[lexicon.language].isdisjoint(words)


@Once
def hints(language: str) -> frozenset[str]:
    """The words without one of which no number is promised."""
    return frozenset().union(*(load(language).cue(name) for name in _CUES))


def ahead(said: list[str], span: Span, left: int, right: int, lexicon: Lexicon) -> bool:
    """True where the number is of a deal's terms, an attempt, an offer, an order or a duty."""
    end = right if right > span.noun_end else span.noun_end
    before, behind = said[left : span.first], said[span.last : end]
    return (
        _terms(before, span, lexicon)
        or _attempted(before, said[span.last : span.noun_end + 1], span, lexicon)
        or _offer(before, span, lexicon)
        or _second_of_two(before, lexicon)
        or (not _acts(said, span) and _unmet(before, behind, said[span.last : span.last + _FAR], lexicon))
        or _ordered(before, behind, span, lexicon)
        or _sentenced(before, behind, lexicon)
        or _later(said, span, right, lexicon)
    )


def _terms(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``The accord also provides for the return of 900 bodies``, ``the deal lowers the ceiling to 21 million``."""
    deals = lexicon.cues.deal_noun
    dealt = "to" in before and not deals.isdisjoint(before)
    deal_to = dealt and (any(b == "to" and a in deals for a, b in pairwise(before[-_FAR:])) or _dealt(before, lexicon))
    if deal_to or _part_of(before, span):
        return True  # ``a deal to exchange 1,000``
    provides = pair(before, lexicon.cues.provide_for)
    if provides and (before[-1] != "for" or not deals.isdisjoint(before)):
        return True
    verbs = lexicon.cues.terms_verb
    if span.action_class in lexicon.cues.wished:
        verbs = union[verbs, _INCLUDES]
    if verbs.isdisjoint(before):
        return False
    at = next(k for k, word in enumerate(before) if word in verbs)
    if at < len(before) - _FAR:
        return False
    return not deals.isdisjoint(before[:at]) and span.unit != "percent"


def _dealt(before: list[str], lexicon: Lexicon) -> bool:
    """``a deal on Tuesday to exchange …``: when it was made stands in between."""
    days = lexicon.cue("weekday")
    return any(
        before[k] == "to" and before[k - 1] in days and not lexicon.cues.deal_noun.isdisjoint(before[k - 4 : k - 1])
        for k in range(max(4, len(before) - _TRADED), len(before))
    )


def _part_of(before: list[str], span: Span) -> bool:
    """``the first part of a swap of 1,000 prisoners``: the rest is still to come; not ``of a swap, with 300 freed``."""
    if span.action_class != "exchanged" or span.action_at is None or span.action_at > span.begin:
        return False
    near = before[-_NEAR:]
    parts = any(a in _PARTS and b in ("of", "in") for a, b in pairwise(near))
    return parts and not ("," in near and "with" in near)


def _strives(words: list[str], lexicon: Lexicon) -> bool:
    """``is attempting to slice``, without a clause in between: no ``is trying to recover, lost``."""
    to = next((k for k in range(len(words) - 1, 0, -1) if words[k] == "to" and words[k - 1] in _ATTEMPTING), 0)
    if not to or _BE.isdisjoint(words[:to]):
        return False
    clause = words[to + 2 :]
    if any(a in _WHICH and (b.endswith("ed") or b in lexicon.cue("past_verb|told_verb")) for a, b in pairwise(clause)):
        return False  # ``is trying to revive an economy that shrank 6.1%``
    if "," in clause or not lexicon.cue("sentence_verb").isdisjoint(clause):
        return False
    return not any(a == "and" and any(act.past for act in lexicon.actions.get(b, ())) for a, b in pairwise(clause))


def _attempted(before: list[str], behind: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``are trying to secure a 21-day truce``, ``working to arrange the release of 16 sailors``."""
    money = span.unit.startswith(("money", "duration")) or span.unit == "percent"
    since = not _SINCE.isdisjoint(behind)  # ``reach the boat 12 hours after it sank``
    if money and not since and _strives(before[-_FAR:], lexicon):
        return True  # ``is attempting to slice 30bn euros from its deficit``
    lull = span.item in lexicon.cues.lull or not lexicon.cues.lull.isdisjoint(before[-3:])
    named = before[-1:] == ["of"] and span.action_class in lexicon.cue("wished")
    if not (lull or named):
        return False
    words = before[-_FAR:]
    for k, word in enumerate(words):
        if word in lexicon.cue("endeavour"):
            return not _TO.isdisjoint(words[k + 1 :]) or word.startswith("seek")
    return False


def _offer(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``repeated her offer of a truce of 45 days``, ``an appeal for 25 million dollars``."""
    words = before[-_NEAR:]
    for k in range(len(words) - 2, 0, -1):
        if words[k] in lexicon.cues.offer_noun and words[k + 1] in ("of", "for"):
            aid = words[k] not in ("offer", "demand") or not span.unit.startswith("money")
            met = not _HAVE.isdisjoint(words[k + 2 :])  # ``its appeal for $40m has raised $6m``
            return words[k - 1] in lexicon.cue("noun_lead") and aid and not met and "," not in words[k:]
    return False


def _second_of_two(before: list[str], lexicon: Lexicon) -> bool:
    """``pledged to observe a pause and to let 40 trucks in``, ``will be freed, bringing the total to 900``."""
    bringing = lexicon.cues.bringing
    told = not bringing.isdisjoint(before)
    total = next((k for k in range(len(before) - 1, 0, -1) if before[k] in bringing), 0) if told else 0
    if total and not lexicon.cue("sum_noun").isdisjoint(before[total:]):
        return not lexicon.cue("modal_sure").isdisjoint(before[:total])
    words = before[-5:]
    if "and" not in words or not any(a == "and" and b in _TO for a, b in pairwise(words)):
        return False
    at = len(before) - 1 - before[::-1].index("and")
    return not lexicon.cue("plan|intent").isdisjoint(before[:at])


def _acts(said: list[str], span: Span) -> bool:
    """``the two men had planned it``: they plan."""
    if span.noun_end >= len(said) or said[span.noun_end] not in _HAVE:
        return False
    if said[span.noun_end + 1 : span.noun_end + 2] == ["been"]:
        return False  # ``The 12 hostages had been due for release on Friday``
    return "the" not in said[span.last : span.noun_end]  # not ``the 700 tonnes the agency had planned``


def _unmet(before: list[str], behind: list[str], words: list[str], lexicon: Lexicon) -> bool:
    """``the 12,000 that negotiators had aimed for``, ``the rest of the 800 covered by the deal would follow``."""
    if lexicon.cues.definite.isdisjoint(before[-2:-1] if before[-1:] == ["$"] else before[-1:]):
        return False
    if pair(behind[:9], lexicon.cue("unmet")) or _in_the_deal(behind[:_NEAR], lexicon):
        return True
    if lexicon.cue("rest_of").isdisjoint(before[-4:]) or before[-2:-1] != ["of"]:
        return False
    return not (lexicon.cue("modal_sure").isdisjoint(words) and "to" not in words)


def _in_the_deal(behind: list[str], lexicon: Lexicon) -> bool:
    """``a quarter of the 600 that the deal foresees``, ``fewer than the 152 initially planned``."""
    if behind[:1] and behind[0] in _FIRST and behind[1:2]:
        return behind[1] in lexicon.cue("unmet_word") or behind[1] in ("agreed", "foreseen")
    told = any(a in lexicon.cue("deal_noun") and b in _FORESEES for a, b in pairwise(behind))
    return told and not {"that", "which", "the"}.isdisjoint(behind[:2])


def _ordered(before: list[str], behind: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``declared three days of mourning``, ``announced 20 million for the families``, ``must pay two million``."""
    if behind[:2] == ["must", "be"] and behind[2:3] and behind[2] in lexicon.cue("held_as"):
        return False
    if (
        behind[:1] == ["must"]
        or (behind[:1] in _OTHERS and behind[1:2] == ["must"])
        or (not lexicon.cues.must.isdisjoint(before[-_NEAR:]) and before[-1] != "be")
    ):
        return not pair(before, lexicon.cue("must_have")) and lexicon.cue("question").isdisjoint(before[-_NEAR:])
    words = before[-_AROUND:]
    if lexicon.cues.decree.isdisjoint(words):
        return False
    if span.unit.startswith("duration"):
        return "mourning" in behind[:_AROUND]
    return span.unit.startswith("money") and not lexicon.cue("aid_word").isdisjoint(behind[:_NEAR])


def _sentenced(before: list[str], behind: list[str], lexicon: Lexicon) -> bool:
    """``faces a possible 15-year sentence``, ``faces up to 15 years in prison``."""
    if lexicon.cues.face.isdisjoint(before[-_NEAR:]):
        return False
    return not lexicon.cue("penalty").isdisjoint([*before[-5:], *behind[:_AROUND]])


def _later(said: list[str], span: Span, right: int, lexicon: Lexicon) -> bool:
    """``three monitors from Karis will ride with each convoy``, ``the handover of 300 captives is to take place``."""
    if span.unit != "count":
        return False
    behind = said[span.noun_end : right]
    for k, word in enumerate(behind[:_FAR]):
        if word in lexicon.cues.modal_sure:
            lead = behind[k - 1] if k else ""
            bound = word == "could" or lead == "and" or "have" in behind[k : k + 4]
            bound = bound or lead in _WE or behind[k + 1 : k + 2] == ["never"]
            done = bound or _acted(said, span, span.noun_end + k)
            return not done and lexicon.cue("sentence_verb").isdisjoint(behind[:k])
        if word == "and" and not lexicon.cue("sentence_verb|say").isdisjoint(behind[k + 1 : k + 2]):
            return False  # ``handed over three and is due to free four``, ``named 88 and said 64 would follow``
        if word in lexicon.cues.pending:
            if caused(behind, k, lexicon):
                return False
            return k < 2 or lexicon.cue("sentence_verb").isdisjoint(behind[: k - 1])
        if word in _BE and behind[k + 1 : k + 2] == ["to"]:
            return True
        if word == "that" or (word in lexicon.cues.sentence_verb and word not in _BE):
            return False
    return False


def _acted(said: list[str], span: Span, modal: int) -> bool:
    """The number's own verb stands before the modal, which therefore is another's: ``12 killed in the fire will``."""
    if span.action_at is None or span.action_at > modal or span.begin <= span.action_at < span.noun_end:
        return False
    return not any(word in ("that", ",") for word in said[span.action_at : span.begin])
