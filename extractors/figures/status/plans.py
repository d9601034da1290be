"""Planned: a modal, an intention or an infinitive that governs the number's own verb."""

from itertools import pairwise

from extractors.figures.clause import governors
from extractors.figures.clause.between import past
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.status import directives, to_be
from extractors.figures.status.causes import caused
from extractors.figures.status.signs import AGREEMENTS
from extractors.figures.text.tokens import Token

_REACH = 9
_HOPES = frozenset({"hope", "hopes"})
# Sons that are called for, help that is: nothing of it is a plan.
_FOR_THEM = (["her"], ["his"], ["my"], ["help"], ["assistance"], ["backup"])
_CALLS = frozenset({"call", "calls", "called", "calling"})
# ``debris set fire to two blocks``, ``hopes are fading for the 22``: nobody intends anything.
_NO_INTENT = {"set": frozenset({"fire"}), "hopes": frozenset({"are", "were", "is", "fade", "faded", "dwindled"})}
_LEVEL = (["to"], ["to", "$"])
_BARELY = frozenset({"not", "barely", "hardly", "scarcely", "only"})
_EXTENDS = frozenset({"extend", "extended", "prolong", "prolonged", "lengthened", "lengthen"})
_SURE_OF = frozenset({"not", "neither", "nor", "could", "immediately", "independently"})
_CONFIRM = frozenset({"confirm", "deny", "verify", "say", "disclose", "comment", "specify"})
_WHO_SAYS = frozenset({"he", "she", "they", "it"})
_SENSED = frozenset({"seen", "heard", "felt", "smelled", "smelt", "glimpsed"})
_COULD_BE = 3
_CHECKED = frozenset({"verified", "confirmed"})
_SEEKING = frozenset({"sought", "seek", "seeks", "demanded", "demand", "demands"})
_LETTING = frozenset({"allowing", "enabling", "letting"})
_DUTY = frozenset({"have", "has"})
_BE = frozenset({"is", "are"})
# ``Two women were among them - the first women to be let go since May``
_RANKED = frozenset({"first", "last", "latest", "only"})
_HANDING = frozenset({"release", "return", "handover", "freeing", "repatriation"})
_OWN_VERB = (["was"], ["were"], ["has"], ["had"], ["took"], ["followed"], ["went"], ["began"], ["is"], ["came"])
_ALONG = (["well", "as", "the"], ["along", "with", "the"], ["together", "with", "the"])
_TO_BE = (["to", "be"], ["to", "have"])
_WAS = frozenset({"was", "were"})


def planned(tokens: list[Token], said: list[str], span: Span, left: int, right: int, lexicon: Lexicon) -> bool:
    """True where the clause from left to right says that what is counted is still to come."""
    if "targeting" in said and directives.strikes(said, span, lexicon):
        said = [word if word != "targeting" else "" for word in said]
    behind = said[span.noun_end : right]
    if not _CHECKED.isdisjoint(behind[:6]) and _unchecked(behind[:6]):
        return False  # ``claims of 400 dead could not be verified``
    went = span.unit.startswith("length") and behind[:2] == ["to", "be"]  # ``drove 220 miles to be here``
    return (
        (
            not (went or caused(behind, 0, lexicon))
            and _modal_after(behind, lexicon)
            and not _of_object(tokens, span, behind, lexicon)
        )
        or ("to" in behind and (to_be.is_to(_first_verb(behind)) or to_be.were_to(behind, span)))
        or (_modal_behind(said, span, lexicon) and not (behind and _of_object(tokens, span, behind, lexicon)))
        or _infinitive(tokens, span, left, lexicon)
        or _has_to(said, span, lexicon)
        or _governed(said, said[left : span.first], span, left, lexicon)
        or directives.directed(said, span, left, lexicon)
        or directives.to_come(said, span, left, lexicon)
        or directives.appended(said, span, lexicon)
        or directives.funded(said, span, left, lexicon)
        or (span.each and _agreement(said[span.last : right]))
    )


def _first_verb(behind: list[str]) -> list[str]:
    """``are being held and are to be tried``: the words up to a second verb."""
    if "and" not in behind or behind[0] not in _BE:
        return behind
    return behind[: behind.index("and")]


def _unchecked(behind: list[str]) -> bool:
    return "and" not in behind and any(a == "could" and b == "not" for a, b in pairwise(behind))


def _of_object(tokens: list[Token], span: Span, behind: list[str], lexicon: Lexicon) -> bool:
    """``found six graves that may hold others``: the relative clause says nothing of the finding."""
    if behind[0] not in ("that", "which", "who"):
        return False
    at = governors.before(tokens, span.begin, lexicon)
    return at is not None and past(tokens[at])


def _modal_after(after: list[str], lexicon: Lexicon) -> bool:
    """``800 captives to be freed``, ``three people will be tried``."""
    one, two, three = (*after[:3], "", "", "")[:3]
    if one == "and" or (one == "to" and two == "be" and three in lexicon.cue("be_there")):
        return False  # ``freed 40 and will free 12``, ``drove 220 miles to be there``
    if (one in lexicon.cues.duty or two in lexicon.cues.duty) and _bound(after[:7], lexicon):
        return True
    if two == "to" and (one in _BE or (one == "still" and three == "be")):
        return three != "blame"
    if (two == "to" or three == "to") and (
        (one in _WAS and after[1:3] in _TO_BE) or (two in _WAS and after[2:4] in _TO_BE)
    ):
        return True  # ``120 wounded were to be flown out on Sunday``
    if one == "that" and two in lexicon.cue("unsure"):
        return False  # ``six graves that may hold 40 bodies``
    if (one == "to" and two in ("be", "go")) or (one == "be" and two.endswith(("ed", "en"))):
        return True  # ``recommended that 12 ferries be scrapped``
    if "could" in (one, two) and _could(after[1:] if one in ("who", "that") else after):
        return False
    if (one in _BE or two in _BE) and not lexicon.cue("future_after").isdisjoint(after[:4]):
        return True
    if "set" in (one, two) and "to" not in (two, three):
        return False  # ``40 cars were set ablaze``
    modals = lexicon.cues.modal_after
    never = two == "never"  # ``two families will never be whole again``
    return not never and (one in modals or two in modals) and not to_be.perfect(after[:5])


def _could(after: list[str]) -> bool:
    """``two could not walk``, ``seventeen who could not walk were carried``, ``eight canoes could be seen``."""
    if after[:1] != ["could"] or len(after) < _COULD_BE:
        return False
    return after[1] in _BARELY or (after[1] == "be" and after[2] in _SENSED)


def _bound(after: list[str], lexicon: Lexicon) -> bool:
    """``houses must be rebuilt``, ``need to be cleared``: a participle; not ``must be considered``, ``be careful``."""
    words = [word for word in after if word not in lexicon.cue("duty_adverb")]
    if words[:1] and words[0] not in lexicon.cue("duty"):
        return False
    be = 2 if words[1:2] == ["to"] else 1
    if words[be : be + 1] != ["be"] or len(words) < be + 2:
        return False
    word = words[be + 1]
    done = any(act.role == "o" for act in lexicon.actions.get(word, ())) or lexicon.verbs.get(word, word) != word
    return done and not word.endswith("ing") and word not in lexicon.cue("held_as")


def _modal_behind(said: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``150 captives from each side are to be released``: right before a verb that stands behind the number."""
    verb = span.action_at
    if verb is None or verb <= span.noun_end:
        return False
    lead = said[max(span.noun_end, verb - 3) : verb]
    if lead[:2] == ["could", "not"]:
        return False  # ``twelve of them could not be identified``
    if ";" in said[span.noun_end : verb]:
        return False
    there = said[verb] in lexicon.cue("be_there")  # ``had shown 104 students to be missing``
    there = there or not _RANKED.isdisjoint(said[max(span.noun_end, verb - 5) : verb - 2])
    return (lead[-2:] == ["to", "be"] and not there and lead[0] not in lexicon.cue("to_be_now")) or (
        not lexicon.cue("modal_sure").isdisjoint(lead) and "have" not in lead
    )


def _has_to(said: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``The rebels have to hand over nine hostages``"""
    verb = span.action_at
    if verb is None or not 2 <= verb < span.begin or span.action_class not in lexicon.cues.wished:
        return False
    return said[verb - 1] == "to" and said[verb - 2] in _DUTY


def _infinitive(tokens: list[Token], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``Acme to cut 500 jobs``, ``Acme to close plant, cutting 1,240 jobs``: an infinitive without a verb before it."""
    verb = span.action_at
    if verb is None or verb >= span.begin:
        return False
    led = verb > left and tokens[verb - 1].low == "to"
    if not led and span.action_class not in lexicon.cue("consequence"):
        return False
    if led and verb == left + 1:
        return True  # ``To free the 12 hostages, troops stormed the hall``
    for k in range(left, verb):
        low = tokens[k].low
        if k > left and low in lexicon.verbs and low.endswith("ed"):
            return False  # ``battled all night to save five``
        if low == "to" and k > left:
            verb_forms = lexicon.actions.get(tokens[k + 1].low, ())
            return tokens[k + 1].low in lexicon.verbs or any(a.role in "os" for a in verb_forms)
        if low in lexicon.cues.sentence_verb or tokens[k].kind != "w":
            return False
        if low in lexicon.cues.say or (low in lexicon.actions and any(a.role in "os" for a in lexicon.actions[low])):
            return False
    return False


def _agreement(after: list[str]) -> bool:
    """``the 1000-for-1000 exchange agreement``: the number belongs to the agreement itself."""
    return not AGREEMENTS.isdisjoint(after[:5])


def _governed(said: list[str], before: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """A modal or an intention that governs the number's own verb, or stands right before the number."""
    words = _beside(_near(said, before, span, left, lexicon), lexicon)
    if ("to" in words and to_be.is_to(words)) or to_be.was_to(words, span, lexicon):
        return True
    if not lexicon.cues.modal.isdisjoint(words):
        return not to_be.perfect(words) and not any(a in _SURE_OF and b in _CONFIRM for a, b in pairwise(words))
    planning = _planning[lexicon.language]
    return not planning.isdisjoint(words) and _planned(words, span, planning, lexicon)


def _planned(words: list[str], span: Span, planning: frozenset[str], lexicon: Lexicon) -> bool:
    for k, word in enumerate(words):
        if word in planning and words[max(0, k - 2) : k] != ["than", "-"] and _plans(words, k, span, lexicon):
            return True  # not ``a better-than-expected profit of $4m``
    return False


def _plans(words: list[str], k: int, span: Span, lexicon: Lexicon) -> bool:
    """True where the word at k plans the number that the words lead to."""
    word, rest = words[k], words[k + 1 :]
    if word in lexicon.cues.plan:
        return word != "weighing" or not span.unit.startswith("mass")
    if word in _HOPES and rest[:1] == ["for"] and (span.item_class or "").startswith("person"):
        return False  # ``ended hopes for 16 others``
    if word == "due" and rest[:1] == ["to"] and rest[1:2] and rest[1] in lexicon.cue("noun_lead"):
        return False  # ``put off due to the arrest of 12``
    called = word == "called" and k > 0 and words[k - 1] in _WAS  # ``were called to a house 30 miles away``
    if called or _of_others(word, rest, lexicon) or _intends_nothing(word, rest):
        return False
    if word in lexicon.cue("intent") and rest[:2] == ["to", "know"]:
        return False
    if word in lexicon.cue("wish") and span.unit.startswith("duration") and not _EXTENDS.isdisjoint(rest):
        return True
    near = rest[:3]
    if rest[:1] == ["on"]:  # ``called on both sides to free 40``, ``decided on Thursday evening to pay 40``
        near = rest if word in _CALLS else rest[:5]
    if word in lexicon.cue("intent") and {"to", "for", "that"} & set(near):
        return True
    if word in lexicon.cue("wish") and _wished(span, lexicon) and _same_wish(rest):
        return True
    return word in lexicon.cue("expect") and ("to" in rest or k >= len(words) - 6 - (span.first - span.begin))


def _intends_nothing(word: str, rest: list[str]) -> bool:
    """``set fire to``, ``The clock was set to 71``, ``hopes are fading``."""
    return (word == "set" and rest in _LEVEL) or (rest[:1] != [] and rest[0] in _NO_INTENT.get(word, ()))


def _handing(said: list[str], span: Span, verb: int, left: int) -> bool:
    """``agreed to a truce and the release of 40``; not ``and the return of 40 was completed``."""
    if said[verb] not in _HANDING or said[span.noun_end : span.noun_end + 1] in _OWN_VERB:
        return False
    return said[max(left, verb - 2) : verb] == ["and", "the"] or said[max(left, verb - 3) : verb] in _ALONG


def _same_wish(rest: list[str]) -> bool:
    """``demanded a ransom and the release of 11``; not ``demanded an inquiry and freed 11``."""
    return "and" not in rest or rest[rest.index("and") + 1 :] == ["the", "release", "of"]


def _of_others(word: str, rest: list[str], lexicon: Lexicon) -> bool:
    """``had sought life imprisonment for five defendants``, ``calling for her three sons``."""
    if word in _SEEKING:
        return rest[-1:] == ["for"] and not lexicon.cue("penalty").isdisjoint(rest)
    return word in _CALLS and rest[:1] == ["for"] and rest[1:2] in _FOR_THEM


def _wished(span: Span, lexicon: Lexicon) -> bool:
    """``wants 40 prisoners freed``, ``wants a 30-day truce``."""
    return span.action_class in lexicon.cue("wished") or span.item in lexicon.cue("lull")


def _beside(words: list[str], lexicon: Lexicon) -> list[str]:
    """``Karis, which wants a truce, said it freed six``: without the aside before a verb of saying."""
    if "," not in words:
        return words
    says = lexicon.cues.say
    at = next((k for k in range(len(words) - 1, 0, -1) if words[k] in says and words[k - 1] == ","), 0)
    return words[at:]


def _near(said: list[str], before: list[str], span: Span, left: int, lexicon: Lexicon) -> list[str]:
    """The words that may plan a number: those around its verb; ``agreed to hand back bodies and to free 120``: all."""
    verb = span.action_at
    if verb is None or not left <= verb < span.begin:
        words = before[span.begin - span.first - _REACH :]
        if "said" not in words:
            return words
        at = next((k for k in range(len(words) - 2, -1, -1) if words[k] == "said" and words[k + 1] in _WHO_SAYS), -1)
        return words[at + 1 :]  # ``who did not want to be named, said he heard 12 shots``
    joined = said[max(left, verb - 2) : verb]
    far = not _LETTING.isdisjoint(said[max(left, verb - 5) : verb])  # ``would issue a licence allowing it to sell 40``
    far = far or span.action_class in lexicon.cues.consequence or joined == ["and", "to"]
    far = far or _handing(said, span, verb, left)
    return said[max(left, verb - (len(said) if far else 7)) : span.begin]


@Once
def _planning(language: str) -> frozenset[str]:
    """All words of a plan, an intention, a wish or an expectation."""
    return frozenset().union(*(load(language).cue(name) for name in ("plan", "intent", "wish", "expect")))
