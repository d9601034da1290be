"""What happened although words of planning stand by: agreed on six of nine points, could be heard 8 km away."""

from collections.abc import Set
from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.status import given, promises
from extractors.figures.status.prospects import pair

_NEAR = 9
_WHOLE = 7
_SUBJECT = 5
_BY_TIME = frozenset({"time", "occasion"})
_OPENERS = frozenset(
    {"under", "having", "after", "following", "despite", "since", "before", "as", "in", "amid", "when", "part"}
)
_LED = frozenset({"in", "of", "for", "since", "their", "its", "the", "a", "his", "her", "our"})
_HAVE = frozenset({"had", "have", "has"})
_FINITE = _HAVE | {"was", "were", "been", "already", "also"}
_IDLE = frozenset({"yet", "to", "not", "no", "been", "a", "the", "only"})
_DUE = frozenset({"due", "scheduled", "slated", "set"})
_ARE = frozenset({"are", "were", "is", "was"})
_NOW = frozenset({"now", "already", "all"})
_OUT = frozenset({"home", "free", "safe", "out", "back"})
_GONE = frozenset({"freed", "released", "swapped", "exchanged", "evacuated", "transferred", "delivered", "deported"})
_ACCUSED = frozenset({"accused", "accuses", "accusing", "blamed"})
_PLOTTING = frozenset({"planning", "plotting", "preparing", "threatening", "trying", "wanting", "seeking", "to"})
# What somebody did to those counted, whatever else is to come.
_DEEDS = frozenset(
    {"killed", "injured", "arrested", "kidnapped", "captured", "searched", "destroyed", "shot", "rescued"}
)
_NOT_YET = frozenset({"to", "not", "no", "would", "will", "if", "could", "may", "might", "should"})
_PREVENTS = frozenset({"who", "that", "which", "whose", "of"})


def settled(said: list[str], span: Span, left: int, right: int, lexicon: Lexicon) -> bool:
    """True where a plan that the clause names is not what the number tells of."""
    before, behind = said[left : span.first], said[span.last : max(right, span.noun_end)]
    return (
        _points(before, behind, lexicon)
        or _sum(before, lexicon)
        or _measured(before, span, lexicon)
        or _told_of_plan(before, span, lexicon)
        or _fallen_short(before, lexicon)
        or _done_so(said, span)
        or _out_already(said, span)
        or _struggled(said, span, left, lexicon)
        or _came(said, span)
        or _accused_of(before)
        or given.known(said, span, left, lexicon)
    )


def _points(before: list[str], behind: list[str], lexicon: Lexicon) -> bool:
    """``agreed on six of nine points``: so much is settled."""
    words = before[-_NEAR:]
    if "on" not in words or lexicon.cue("agreed_point").isdisjoint([*words[-4:], *behind[:_WHOLE]]):
        return False
    return any(b == "on" and a in lexicon.cue("agreed_on") for a, b in pairwise(words))


def _sum(before: list[str], lexicon: Lexicon) -> bool:
    """``That would take the total to 3,700``: the sum of what has been told."""
    if "would" not in before or before[0] not in ("that", "this", "it", "which", "would"):
        return False
    rest = before[before.index("would") + 1 :]
    return bool(rest) and rest[0] in lexicon.cue("sums_up") and not lexicon.cue("sum_noun").isdisjoint(rest[1:4])


def _measured(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``after nine hours of talks``, ``would be the largest of their 28-month war``: time that has passed."""
    if not span.unit.startswith("duration"):
        return False
    words = before[-_NEAR:]
    if span.item in lexicon.cue("time_spent") and words and words[-1] in ("of", "after", "despite", "following"):
        return True
    return bool(words) and words[-1] in _LED and any(_most(w) for w in words)


def _most(word: str) -> bool:
    if word in ("most", "worst", "first", "second"):
        return True
    return len(word) > 6 and word.endswith("est") and word not in ("request", "interest", "protest", "harvest")


def _told_of_plan(before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``a proposal that Karis has rejected on three occasions``, ``the plan was drawn up in five weeks``."""
    if not (span.unit.startswith("duration") or span.item in _BY_TIME):
        return False
    for k, word in enumerate(before):
        if word in lexicon.cues.plan_noun:
            rest = before[k + 1 :]
            told = next((j for j, w in enumerate(rest) if w in lexicon.cue("plan_told")), None)
            return told is not None and not {"to", "for", "that"} & set(rest[told:])
    return False


def _fallen_short(before: list[str], lexicon: Lexicon) -> bool:
    """``nine fewer than promised, with 400 tons of flour``, ``of the tents that were promised, 500 have come``."""
    if "," not in before or not lexicon.cue("modal").isdisjoint(before):
        return False
    comma = len(before) - 1 - before[::-1].index(",")
    if comma < 2 or not lexicon.cue("sentence_verb").isdisjoint(before[comma:]):
        return False
    return before[comma - 1] in lexicon.cue("plan") and before[comma - 2] in lexicon.cue("short_of")


def _done_so(said: list[str], span: Span) -> bool:
    """``of the 312 due to leave all had done so``, ``all 70 captives due to be freed had crossed``."""
    behind = said[span.last :]
    if _HAVE.isdisjoint(behind):
        return False
    for k, (a, b) in enumerate(pairwise(behind)):
        if a not in _HAVE or b in _IDLE:
            continue
        if b == "done" and "so" in behind[k : k + 4]:
            return True
        whole = span.begin > 0 and said[span.begin - 1] in ("of", "the") and "of" in said[max(0, span.begin - 2) :]
        own = not whole and _PREVENTS.isdisjoint(behind[k - 3 if k > 3 else 0 : k]) and "," not in behind[:k]
        return own and ("due" in behind[:4] or "be" in behind[:5])
    return False


def _out_already(said: list[str], span: Span) -> bool:
    """``All 30 hostages due to be freed are now home``, ``the 44 patients scheduled for transfer have been moved``."""
    behind = said[span.noun_end : span.noun_end + _NEAR]
    if not behind or behind[0] not in _DUE:
        return False
    for k in range(1, len(behind) - 1):
        if behind[k] in _ARE:
            rest = [word for word in behind[k + 1 : k + 3] if word not in _NOW]
            return rest[:1] != [] and rest[0] in _OUT
        if behind[k] in _HAVE and behind[k + 1] == "been":
            moved = behind[k + 2 : k + 3] == ["moved"] and span.action_class not in ("released", "killed")
            return moved or (behind[k + 2 : k + 3] != [] and behind[k + 2] in _GONE)
    return False


def _accused_of(before: list[str]) -> bool:
    """``had been promised 72 names and accused the army of removing two``: what they are said to have done."""
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k] in _ACCUSED), None)
    return (
        at is not None
        and any(a == "of" and b.endswith("ing") for a, b in pairwise(before[at + 1 :]))
        and not (_PLOTTING & set(before[at:]))
    )


def _came(said: list[str], span: Span) -> bool:
    """``Eleven were promised and 11 came``, ``… 40 lorries and got 12``, ``could treat only 20``."""
    lead = said[span.begin - 4 if span.begin > 4 else 0 : span.begin]
    if lead[-1:] == ["only"] and "could" in lead:
        behind = said[span.noun_end : span.noun_end + 2]
        return not (behind[:1] == ["by"] and behind[-1].isdigit())  # ``could employ only 300 people by 2030``
    joined = lead[-1:] in (["and"], ["but"]) and lead[-2:-1] != [","]
    if joined and span.noun_end < len(said) and span.noun_end == span.last:
        return said[span.noun_end] in _CAME
    return lead[-1:] != [] and lead[-1] in _GOT and lead[-2:-1] in (["and"], ["but"])


_CAME = frozenset({"came", "went", "left", "arrived", "were", "was", "died", "returned"})
_GOT = frozenset({"got", "received", "saw", "sent", "delivered"})


def _struggled(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``managed to secure a 21-day truce``, ``battled all night to save five``: the infinitive has a verb before it."""
    verb = span.action_at
    if verb is None or verb >= span.begin or verb <= left or said[verb - 1] != "to":
        return False
    words = said[left : verb - 1]
    if not (lexicon.cues.modal.isdisjoint(words) and lexicon.cues.be.isdisjoint(words)):
        return False
    return not lexicon.cue("toiled").isdisjoint(words)


def own_deed(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``arrested 12 ahead of a vote planned for Sunday``: what is planned stands behind the number, its verb before it.

    Not where the verb itself leads a plan: ``was to have freed 12``, ``offered 12 hostages for release``.
    """
    verb = span.action_at
    if verb is None or not left < verb < span.begin or span.each or said[verb].endswith("ing"):
        return False
    if span.action_class not in _DEEDS or not any(
        act.past and act.role == "o" for act in lexicon.actions.get(said[verb], ())
    ):
        return False
    before = said[left : span.first]
    return promises.hints[lexicon.language].isdisjoint(before) and _NOT_YET.isdisjoint(before)


def come_true(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``Under the agreement signed in May, 40 captives came home``; ``the plan has already cost 500 jobs``."""
    verb, before = span.action_at, said[left : span.first]
    if not lexicon.cues.modal.isdisjoint(before):
        return False
    planning = lexicon.cue("plan|intent")
    if pair(before[-_NEAR:], lexicon.cues.led_to):
        return planning.isdisjoint(before[before.index("to") if "to" in before else 0 :])
    if verb is None and said[left] in _OPENERS and "," in before:
        clause = before[len(before) - before[::-1].index(",") :]
        at = next((k for k, word in enumerate(clause) if _past(word, lexicon)), 0)
        return 0 < at < _SUBJECT and planning.isdisjoint(clause) and "to" not in clause
    if verb is None or verb <= left or said[verb] in lexicon.cues.plan or not _past(said[verb], lexicon):
        return False
    if said[verb] in lexicon.cue("intent") and said[verb + 1 : verb + 2] == ["to"]:
        return False  # ``has offered to withdraw three brigades``
    if verb < span.begin:
        # ``has lost 40``, not ``were to have exchanged 40``
        have = said[verb - 1] in _HAVE and (said[verb - 2] != "to" or said[verb - 3] not in _FINITE)
        told = said[verb - 1] == "," or have or (said[verb - 2] in _HAVE and verb - 2 >= left)
        told = told or _main_verb(said, verb, left, planning)
        return told and planning.isdisjoint(said[verb + 1 : span.first])
    lead = said[span.noun_end : verb]
    opened = "," in before and before[-1:] != ["and"]
    if before[-2:] == [",", "and"] and said[verb] in lexicon.cue("past_verb"):
        return not lead  # ``agreed on a swap, and 40 men went home``
    return opened and all(word in _FINITE for word in lead) and (bool(lead) or said[verb] in lexicon.cue("past_verb"))


def _main_verb(said: list[str], verb: int, left: int, planning: Set[str]) -> bool:
    """``Having agreed to talks, the rebels killed 12``: the plan stands in what opens the sentence."""
    if said[left] not in _OPENERS or said[verb - 1] in ("to", "and"):
        return False
    comma = next((k for k in range(verb - 1, max(left, verb - _WHOLE), -1) if said[k] == ","), None)
    return comma is not None and comma + 1 < verb and planning.isdisjoint(said[comma:verb])


def _past(word: str, lexicon: Lexicon) -> bool:
    return word.endswith("ed") or word in lexicon.cue("past_verb|told_verb")
