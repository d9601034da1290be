"""Planned or done, told by words that no verb of planning leads: a draft on the table, the next eight, had to be."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.status import asides
from extractors.figures.status.causes import caused
from extractors.figures.text.tokens import Token

_NEAR = 7
_WAY = 4
_NEEDS = frozenset({"need", "needs", "needed", "requires"})
_TALKS = frozenset({"talks", "negotiations", "discussing"})
_EXTENDING = frozenset({"extending", "prolonging"})
_ASKED = frozenset({"offered", "requested", "sought", "asked", "suggested"})
_AIMS = (["target"], ["goal"], ["aim"])
_ASKING = frozenset({"asked", "begged", "refused", "declined", "wanted", "tried"})
_APPROVED = frozenset({"approved", "authorised", "authorized", "approves", "cleared"})
_LOANS = frozenset({"loan", "package", "grant", "credit"})
_DEEDS = frozenset(
    {"recruitment", "hiring", "purchase", "construction", "building", "deployment", "acquisition", "appointment"}
)
_HAVE = frozenset({"have", "has"})
_ANOTHER = frozenset({"and", "but"})
_AGO = frozenset({"ago", "later", "earlier"})
_ABOUT = frozenset({"on", "for", "about", "over"})
_JOINS = frozenset({"and", "but", ",", "that", "which", "who"})
_FULL = frozenset({"funded", "complete", "full", "contained", "finished", "covered", "built"})
_SAID = ("ed", "said", "told", "ds", "ys", "ms", "ts")
_PEOPLE_OWN = frozenset({"her", "his", "its", "their", "our", "my", "the"})


def proposed(tokens: list[Token], said: list[str], span: Span, left: int, right: int, lexicon: Lexicon) -> bool:
    """``on the table is a 60-day truce``, ``insisted on 30 days``, ``offers 350 guards``, ``180 more due to fly``."""
    end = span.noun_end + 2
    before, behind = said[left : span.first], said[span.last : right if right > end else end]
    if span.action_class in lexicon.cues.wished and "ahead" not in said:
        failed = _failed(said, span, left, lexicon)
        if failed or _put_off(before, behind, lexicon):
            return True
    aimed = before[-1:] == ["is"] and before[-2:-1] in _AIMS and not span.unit.startswith("length")
    if aimed or _needed(said, before, span, lexicon):
        return True  # ``the target is 120,000``
    if pair(before, lexicon.cues.proposal_phrase) and not _appealed(before):
        return True
    near = _own(behind[: 7 + 2 * (behind[:1] == ["-"])])
    if _proposed_behind(near, span, lexicon) and not caused(said, span.last, lexicon):
        return True
    if _turned_down(before[-5:], span, lexicon):
        return True
    if pair(before[-4:], lexicon.cues.asked_for) and "," not in before[-4:] and not span.unit.startswith("duration"):
        return True
    if _offered(before[-_NEAR:], span, lexicon) or _announced(before, behind, span, lexicon):
        return True
    if before[-1:] == ["next"] and span.unit == "count" and not _past(behind[:7], lexicon):
        return True
    return asides.past(tokens, span, lexicon)


def _appealed(before: list[str]) -> bool:
    """``appealed for blood, and dozens stood in line``, ``The appeal for $40m has raised``: another has acted since."""
    at = next((k for k, word in enumerate(before) if word.startswith("appeal")), None)
    if at is None:
        return False
    rest = before[at + 2 :]
    return not _HAVE.isdisjoint(rest) or any(a == "," and b in _ANOTHER for a, b in pairwise(rest))


def _needed(said: list[str], before: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``$12m needed``, ``talks on extending the truce by 60 days``, ``on their way to collect three hostages``."""
    if span.unit.startswith("money"):
        needed = said[span.noun_end : span.noun_end + 1] in (["needed"], ["required"])
        loan = "preparing" in before[-9:] and not _LOANS.isdisjoint(before[-7:])
        return needed or loan or not (_NEEDS.isdisjoint(before[-3:]) or "/" in span.unit)
    if span.unit.startswith("duration"):
        if not (_EXTENDING.isdisjoint(before[-8:]) or _TALKS.isdisjoint(before)):
            return True
        lull = span.item in lexicon.cue("lull") or not lexicon.cue("lull").isdisjoint(before[-4:])
        return lull and not _ASKED.isdisjoint(before[-8:])  # ``offered a truce of two to three days``
    if before[-1:] in (["needs"], ["need"]):
        return "by" in said[span.last : span.noun_end + 2]  # ``needs 100,000 signatures by the end of June``
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _DEEDS:
        return before[-3:-2] != [] and not _APPROVED.isdisjoint(
            _verbs(before[-7:])
        )  # ``approved the recruitment of 2,500 guards``
    lead = said[span.begin - 4 if span.begin > 4 else 0 : span.begin]
    return len(lead) == _WAY and lead[0] in _PEOPLE_OWN and lead[1:3] == ["way", "to"] and lead[3] not in lexicon.nouns


def _verbs(words: list[str]) -> list[str]:
    """The words that no article stands before: not ``the authorised deployment of 4,000``."""
    return [b for a, b in pairwise(words) if a not in ("the", "a", "an")]


def _proposed_behind(behind: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``laid down in the accord``, but not ``had laid down their arms``."""
    return span.action_class != "surrendered" and span.action != "agree" and pair(behind, lexicon.cues.proposal_behind)


def due_out(said: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``have been approved for release``: they are not out yet."""
    k = span.action_at
    if k is None or span.action_class != "released" or said[k + 2 : k + 3] != ["release"]:
        return False
    return pair(said[k : k + 2], lexicon.cue("release_due"))


def _turned_down(words: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``turned down a 60-day truce``: it never began."""
    if not span.unit.startswith("duration") or span.item not in lexicon.cue("lull"):
        return False
    down = any(a == "turned" and b == "down" for a, b in pairwise(words))
    return down or not lexicon.cue("refuses").isdisjoint(words)


def _own(behind: list[str]) -> list[str]:
    """``freed three captives and is due to free four``: the words up to the next verb or number."""
    for k, word in enumerate(behind):
        if word == "and" or (word and word[0].isdigit()):
            return behind[:k]
    return behind


def done(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``had to be flown out``, ``could only count seven``, ``14 percent said``, ``after 16 days``."""
    before, behind = said[left : span.first], said[span.noun_end : span.noun_end + 3]
    if behind[:1] == ["of"] and behind[2:] != [] and behind[2] in _HAVE:
        behind = said[span.noun_end + 2 : span.noun_end + 5]  # ``Ninety members of parliament have called for``
    if before[-1:] in (["planned"], ["promised"], ["proposed"]) or (
        before[-2:-1] == ["to"] and before[-3:-2] == ["plan"]
    ):
        return False
    says = bool(behind) and behind[0] in lexicon.cues.say and behind[1:2] != ["by"]
    if says or _asked(before, behind, span):
        return True
    if behind and behind[0] in _HAVE and behind[1:2] != ["to"] and not span.each:
        on_calendar = behind[1:2] == ["been"] and behind[2:3] != [] and behind[2] in lexicon.cue("calendar")
        return not on_calendar and lexicon.cue("modal_after").isdisjoint(behind)
    if span.unit == "percent" and behind[:1] and behind[0] in _FULL:
        return True  # ``the appeal is 23% funded``
    if span.unit.startswith("duration") and not lexicon.cue("long_event").isdisjoint(
        said[span.last : span.noun_end + 1]
    ):
        return True  # ``their 28-month war``
    if span.unit.startswith("duration") and before[-1:] == ["in"] and before[-3:] and _most(before[-4:]):
        return True
    modals = not lexicon.cues.modal.isdisjoint(before)
    if span.begin > left and said[span.begin - 1] in lexicon.cues.done_lead:
        return not modals and "to" not in before
    if modals and pair(before, lexicon.cue("modal_done")):
        return True
    stays = behind[:1] == ["will"] and behind[1:2] and behind[1] in lexicon.cue("stays_on")
    return bool(stays) and before[-1:] != [] and before[-1] in _PEOPLE_OWN


def _asked(before: list[str], behind: list[str], span: Span) -> bool:
    """``five had asked not to be sent``, ``called for help six times``: that they did so is no plan."""
    if behind[:1] == ["had"]:
        return behind == ["had", "to", "be"] or (behind[1:2] != [] and behind[1] in _ASKING)
    return span.item == "time" and before[-2:-1] == ["for"] and before[-3].endswith("ed")


def _most(words: list[str]) -> bool:
    """``the deepest cut in five years``."""
    return any(w.endswith("est") or w in ("most", "worst", "first", "least") for w in words)


def own_clause(said: list[str], left: int, span: Span, lexicon: Lexicon) -> int:
    """Where the clause of a number begins behind ``noted that``, ``and said``: a plan before it is another's."""
    before = said[left : span.first]
    if "that" not in before and "and" not in before and "but" not in before:
        return left
    for k in range(span.first - 1, left, -1):
        if said[k] == "that" and not lexicon.cue("that_lead").isdisjoint(_leads(said, k, lexicon)):
            return k + 1
        if said[k - 1] in {"and", "but"} and said[k] in lexicon.cue("say") and said[k].endswith(_SAID):
            return k
    return left


def _failed(said: list[str], span: Span, left: int, lexicon: Lexicon) -> bool:
    """``failed to free 12``, ``failed to secure the release of 90``; not ``failed to end the strike and freed 12``."""
    at, near = span.action_at, said[max(left, span.begin - 4) : span.begin]
    led = near if near[-1:] and near[-1] in lexicon.cue("noun_lead") else near[1:]
    if pair(led[:-1], lexicon.cue("failing")) and lexicon.cue("hindering").isdisjoint(near):
        return _JOINS.isdisjoint(led)  # ``failed to bring 12 hostages home``
    if at is None or not left < at < span.begin:
        return False
    to = next((k for k in range(at - 1, max(left, at - _NEAR), -1) if said[k] == "to"), left)
    unable = said[to - 1] == "able" and not lexicon.cue("negation").isdisjoint(said[max(left, to - 4) : to - 1])
    if to == left or (f"{said[to - 1]} to" not in lexicon.cue("failing") and not unable):
        return False
    if at <= to + 2:
        return True
    noun = said[at - 1] in lexicon.cue("noun_lead") and said[at + 1 : at + 2] == ["of"]
    told = said[at - 2] in _ABOUT or (at == to + 3 and said[to + 1] not in lexicon.cue("hindering"))
    return noun and told and _JOINS.isdisjoint(said[to:at])


def _put_off(before: list[str], behind: list[str], lexicon: Lexicon) -> bool:
    """``postponed the release of 90``, ``the handover of 90 was put off``; not ``delayed by the release of 90``."""
    if before[-1:] != ["of"] and before[-2:-1] != ["of"]:
        return False
    if not _TALKS.isdisjoint(before[-6:-1]) and not _ABOUT.isdisjoint(before[-6:-1]):
        return True  # ``Talks on the release of 12 collapsed``
    cues = lexicon.cue("called_off")
    off = _off(behind[:6])
    at = next((k for k, word in enumerate(behind[:5]) if word in cues), None) if off is None else off
    if at is not None:  # not ``the handover of 90 delayed the talks``
        active = any(w in lexicon.nouns or w in ("the", "a", "an", "their") for w in behind[at + 1 : at + 2])
        return not active or not lexicon.cue("be").isdisjoint(behind[:at])
    near = before[-_NEAR:]
    at = next((k for k in range(len(near) - 1, -1, -1) if near[k] in cues), None)
    return at is not None and lexicon.cue("reason_lead").isdisjoint(near[at:])


def _off(behind: list[str]) -> int | None:
    """``the handover of 90 was called off``: where the particle stands."""
    return next((k + 1 for k, (a, b) in enumerate(pairwise(behind)) if b == "off" and a in ("put", "called")), None)


def _leads(said: list[str], k: int, lexicon: Lexicon) -> list[str]:
    """The word that leads ``that`` at k, or that before the day: ``insisted on Sunday that``."""
    return said[max(0, k - 3) : k] if said[k - 1] in lexicon.cue("weekday") else said[k - 1 : k]


def pair(words: list[str], phrases: frozenset[str]) -> bool:
    """True where two neighbours are one of the phrases."""
    firsts = _first_words[phrases]
    if firsts.isdisjoint(words):
        return False
    before = ""
    for word in words:
        if before in firsts and f"{before} {word}" in phrases:
            return True
        before = word
    return False


@Once
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def _offered(words: list[str], span: Span, lexicon: Lexicon) -> bool:
    """An active verb of offering; what somebody was offered is theirs."""
    if lexicon.cues.offering.isdisjoint(words):
        return False
    for k, word in enumerate(words):
        noun = k > 0 and (words[k - 1] in lexicon.cue("be|noun_lead"))
        if word in lexicon.cue("offering") and not noun:
            aid = span.unit.startswith("money")
            return (aid or "and" not in words[k + 1 :]) and "which" not in words[k + 1 :]
    return False


def _announced(before: list[str], behind: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``announced a $45m program``, ``declared three days of mourning``: what begins with its announcement."""
    near = before[-3:]
    if lexicon.cues.announces.isdisjoint(near) or not lexicon.cues.result_noun.isdisjoint([*near, *behind[:4]]):
        return False
    if not _AGO.isdisjoint(behind[:3]):
        return False
    if span.unit.startswith(("money", "duration")):
        return True
    return not lexicon.cue("scheme").isdisjoint(behind[:4])


def _past(words: list[str], lexicon: Lexicon) -> bool:
    return any(w.endswith("ed") or w in lexicon.cue("past_verb") or w == "have" for w in words)
