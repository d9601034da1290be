"""What one number's plan or guess does to the next: to free 18 and hand over 31, nine of the 40 are thought dead."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.status import joined

_LISTED = frozenset({"and", ",", "in", "all", "plus"})
_WHOLE = (["of", "the"], ["of"], ["of", "its"], ["of", "those"], ["of", "all"])
_BE = frozenset({"is", "are", "was", "were"})
_DUE = frozenset({"due", "set", "expected", "scheduled", "slated", "promised", "named"})
_VERBS = ("sentence_verb", "say", "past_verb", "told_verb")
_JOINS = frozenset({"and", "or", "plus", "then", "followed", "along", "together", "well"})
_INCLUDING = frozenset({"including", "among", "involving"})
_REDUCED = ("ed", "ing")
_STAGES = frozenset({"stage", "phase", "batch", "group", "step", "tranche", "wave", "instalment", "round"})
_GIVEN = frozenset({"release", "return", "handover", "freedom", "bodies", "remains", "freeing"})
_OWN = frozenset({"the", "its", "their", "his", "her", "our"})
_BASE = frozenset({"to", "be", "quit", "cut", "put", "set", "let", "hit", "shut", "spread", "split", "shed", "read"})
_AT_COST = ["at", "a", "cost", "of"]
_PHRASE = 10
_SHORT = 6
_SHUT = 2
_COLON = frozenset({":", "-", "–", "—", "("})
_AND_NAME = 3


def go_on(words: list[str], spans: list[Span], lexicon: Lexicon) -> None:
    """What a plan goes on to; the whole that a plan takes a part of is there already: ``88 of the 169 seats``."""
    if len(spans) > 1:
        _stages(words, spans, lexicon)
        _costs(words, spans)
    for one, other in pairwise(spans):
        if other.status == "estimated" and one.status != "planned":
            _swap(words, one, other, lexicon)
        if one.status == "estimated" and other.status == "happened" and _both(words, one, other):
            other.status = "estimated"
            other.rule("status", "joined", 0.6)
        if other.status == "planned" and one.status == "happened" and joined.subjects(words, one, other):
            one.status = "planned"
            one.rule("status", "joined", 0.6)
        if one.status == "planned":
            _planned(words, one, other, lexicon)
        elif one.status == "claimed" and other.status == "happened" and _done_too(words, one, other):
            other.status = "claimed"
            other.rule("status", "joined", 0.6)


def _done_too(words: list[str], one: Span, other: Span) -> bool:
    """``are said to have killed nine and wounded 91 others``"""
    return ("status", "said_to_have", 0.8) in one.rules and (
        other.begin - one.noun_end == _SHUT and words[one.noun_end] == "and" and other.action_at == other.begin - 1
    )


def _planned(words: list[str], one: Span, other: Span, lexicon: Lexicon) -> None:
    """What the plan of one number does to the next."""
    between = words[one.last : other.begin]
    if other.unit.startswith("money") and _paid(words, one, other):
        other.status = "planned"
    if other.status == "planned" and between[:1] == ["of"] and between[1:2] and between[1] in _OWN:
        _part(words, one, other, lexicon)
    elif other.status == "happened" and (
        _given_for(words, one, other) or joined.reaches(words, one, other) or _joined(words, one, other, lexicon)
    ):
        other.status = "planned"
        other.rule("status", "joined", 0.6)


def _given_for(words: list[str], one: Span, other: Span) -> bool:
    """``that 40 hostages, mostly women, be exchanged for 400 prisoners during a six-week truce``: all of it."""
    if ("action", "in_return", 0.8) in other.rules and one.action_class == other.action_class:
        return True
    return other.unit.startswith("duration") and words[max(0, other.begin - 2) : other.begin] == ["during", "a"]


def _paid(words: list[str], one: Span, other: Span) -> bool:
    """``promised the rebuilding of 2,000 homes at a cost of 9 million``, ``will ask for 40m euros ($43m)``."""
    again = one.unit.startswith("money") and words[other.begin - 1] == "("
    return again or words[max(0, other.begin - 3) : other.begin] == ["a", "cost", "of"]


def _costs(words: list[str], spans: list[Span]) -> None:
    """``Two of the five gates would be replaced at a cost of 18 million``."""
    for one, whole, other in zip(spans, spans[1:], spans[2:], strict=False):
        part = one.status == "planned" and words[one.last : whole.begin] in _WHOLE
        if part and other.status == "happened" and words[max(0, other.begin - 4) : other.begin] == _AT_COST:
            other.status = "planned"
            other.rule("status", "joined", 0.6)


def _broken_down(words: list[str], one: Span, parts: list[Span], lexicon: Lexicon) -> None:
    """``is to free 183 prisoners: 18 serving life, 54 with long sentences and 111 held since May``: all are to come."""
    total = 0.0
    for k, part in enumerate(parts):
        total += part.value or 0.0
        if _acts(words[part.noun_end : part.noun_end + 2], lexicon):
            return
        if k and total == one.value and not _COLON.isdisjoint(words[one.last : parts[0].begin]):
            for each in parts[: k + 1]:
                each.status = "planned"
            return


def _both(words: list[str], one: Span, other: Span) -> bool:
    """``estimated that some 6,700 soldiers and at least 1,800 civilians were in jail``: one verb of both."""
    between = words[one.noun_end : other.begin]
    if between[-2:-1] == ["and"] and len(between) <= _AND_NAME and other.noun_end == other.last < len(words):
        return not words[other.noun_end][:1].isalpha()  # ``lost 250,000 dead and Karis up to 100,000.``
    if between != ["and"] or one.action_at != other.action_at:
        return False
    return one.action_at is None or one.action_at >= other.noun_end


def _swap(words: list[str], one: Span, other: Span, lexicon: Lexicon) -> None:
    """``Nine of the 40 captives are believed to be alive``: the nine are guessed, the forty are not."""
    if words[one.last : other.begin] not in _WHOLE:
        return
    behind = words[other.noun_end : other.noun_end + 3]
    if behind and behind[0] in _BE and not lexicon.cue("estimated_near").isdisjoint(behind):
        one.status, other.status = "estimated", "happened"
        one.rule("status", "estimate", 0.8)


def _part(words: list[str], one: Span, other: Span, lexicon: Lexicon) -> None:
    """``Eight of the 33 captives due to be freed are dead``: the 33 are planned; ``88 of the 169 seats``: the 88."""
    behind = words[other.noun_end :]
    if behind[:1] and (behind[0] in _DUE or behind[:2] == ["to", "be"]):
        if not _BE.isdisjoint(behind):
            one.status = "happened"
    elif (behind[:1] and behind[0] in _BE) or lexicon.cue("still_due").isdisjoint(behind[:2]):
        other.status = "happened"


def _joined(said: list[str], one: Span, other: Span, lexicon: Lexicon) -> bool:
    """``wants the release of 90 soldiers and 14 doctors``, ``are to be freed, bringing the total to 400``."""
    between = said[one.noun_end : other.begin]
    if not lexicon.cue("bringing").isdisjoint(between):
        return not lexicon.cue("sum_noun").isdisjoint(between)
    behind = said[other.noun_end : other.noun_end + 2]
    if _goes_with(between, one, lexicon) or _in_stages(between, other) or _sum_of(between, other, lexicon):
        return True
    if between[-2:] == [",", "with"] and not _finite(between, lexicon):
        return not _acts(behind, lexicon)
    bare = other.action_at is None or other.action_at < other.noun_end
    if not bare and not (between[:1] == [","] and not _INCLUDING.isdisjoint(between) and _hangs_on(behind)):
        return False
    if behind[:1] == ["who"] or not between:
        return False
    given = between[:-3] if between[-3:-2] == ["the"] and between[-2] in _GIVEN and between[-1] == "of" else between
    if given[-3:] in (["in", "exchange", "for"], ["in", "return", "for"]):
        return not _finite(given, lexicon)
    if between[-2:] == ["instead", "of"]:
        return True
    if "while" in between:
        verb = said[other.action_at] if other.action_at is not None else ""
        return bare and verb.endswith("s") and other.action_class in lexicon.cue("wished")
    if one.elided and other.elided and between[-1] == "," and len(between) < _SHORT:
        return not _finite(between, lexicon)  # ``400 in September, 520 next March``
    return _LISTED.issuperset(between) or (not _acts(behind, lexicon) and _second(between, lexicon))


def _in_stages(between: list[str], other: Span) -> bool:
    """``to set free 33 hostages – the women and the ill – in six batches``"""
    return between[-1:] == ["in"] and other.item in _STAGES and not {"after", "as", "when"} & set(between)


def _stages(words: list[str], spans: list[Span], lexicon: Lexicon) -> None:
    """``to set free 33 hostages – all the women over 55 – in six batches``: whatever stands between."""
    for k, one in enumerate(spans[:-2]):
        if one.status == "planned":
            _broken_down(words, one, spans[k + 1 :], lexicon)
    verbs = lexicon.cue("sentence_verb|past_verb")
    for part in joined.included(words, spans, verbs) if "including" in words else ():
        part.status = "planned"
        part.rule("status", "joined", 0.6)
    ahead = spans[0]
    for span in spans[1:]:
        if span.status == "happened" and ahead.status == "planned" and _in_stages(words[ahead.last : span.begin], span):
            span.status = "planned"
        ahead = span if span.status == "planned" else ahead


def _sum_of(between: list[str], other: Span, lexicon: Lexicon) -> bool:
    """``will let out 12 for every civilian and 30 for every officer, a total of 640``, ``, worth 300 million``"""
    if between[-1:] == ["worth"] and other.unit.startswith("money"):
        return not _finite(between, lexicon)
    if between[-2:] in (["for", "each"], ["for", "every"]):
        return not _finite(between[between[0] in _COLON :], lexicon)  # a dash that closes an aside ends no clause
    at = -4 if between[-4:-3] == ["for"] else -3
    return between[-3:] == ["a", "total", "of"] and not _finite(between[:at], lexicon)


def _goes_with(between: list[str], one: Span, lexicon: Lexicon) -> bool:
    """``foresees a 60-day pause, monitored by 200 observers``, ``the rebuilding of 90 homes at a cost of $1m``."""
    if between[-1:] == ["by"] and between[-3:-2] == [","] and between[-2].endswith("ed"):
        return not _finite(between[:-3], lexicon)
    if between[:1] == ["to"] and len(between) <= _AND_NAME and not one.unit.startswith("count"):
        return one.unit.startswith("money")  # ``needs $12m to feed 400 people``
    return between[-4:] == _AT_COST and "," not in between


def _hangs_on(behind: list[str]) -> bool:
    """``including 70 serving life sentences``: a participle."""
    return bool(behind) and behind[0].endswith(_REDUCED)


def _second(between: list[str], lexicon: Lexicon) -> bool:
    """``and the return of``, ``in four days and hand over the remains of``: no verb that tells of the past."""
    if not _INCLUDING.isdisjoint(between):
        return between[:1] == [","] and between[1] in _INCLUDING
    between = _without_aside(between, lexicon)
    at = max((k for k, word in enumerate(between) if word in _JOINS), default=-1)
    if at < 0:
        listed = between[:1] == [","] and between[-1] == "of" and between[1:2] in (["the"], ["a"], ["an"])
        at = 0 if listed else -1
    if at < 0 or len(between) - at > _PHRASE or "," in between[at + 1 :]:
        return False
    rest = between[at + 1 :]
    if rest[:1] in (["with"], ["as"]):
        rest, between = rest[1:], [w for w in between if w != "as"]
    if _finite(rest, lexicon) or not lexicon.cue("say|relative").isdisjoint(between):
        return False
    if not lexicon.cue("status_border").isdisjoint(between):
        return False
    return not any(word.endswith(_REDUCED) and k and rest[k - 1] != "the" for k, word in enumerate(rest)) and not (
        rest and rest[0].endswith("ed")
    )


def _without_aside(between: list[str], lexicon: Lexicon) -> list[str]:
    """``the ceasefire, which expires in April, as well as the opening of``: without what stands between two commas."""
    if between.count(",") < _SHUT:
        return between
    first = between.index(",")
    if between[first + 1] not in lexicon.cue("relative"):
        return between
    return between[:first] + between[between.index(",", first + 1) + 1 :]


def _finite(words: list[str], lexicon: Lexicon) -> bool:
    """A verb of its own or the border of another clause."""
    stops = lexicon.cue("sentence_verb|say|relative|status_border|past_verb|told_verb")
    return any(word in stops and word not in _BASE for word in words)


def _acts(behind: list[str], lexicon: Lexicon) -> bool:
    """``and 12 were hurt``: a verb of its own right behind the number."""
    return any(behind[:1] and behind[0] in lexicon.cue(name) and behind[0] != "to" for name in _VERBS)
