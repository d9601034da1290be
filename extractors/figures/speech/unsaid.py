"""Verbs of saying in another sense: admitted to hospital, confirmed dead, claimed 12 lives, an account told to him."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import kinds
from extractors.figures.text.tokens import Token

_ALSO_NOUNS = frozenset(
    {
        "claim",
        "estimate",
        "report",
        "reports",
        "states",
        "claims",
        "estimates",
        "counts",
        "forecasts",
        "forecast",
        "posts",
    }
)
_PLURAL_ONLY = frozenset({"report", "estimate", "claim"})
_PLURAL = frozenset({"count", "list"})
_TAKES = frozenset({"claimed", "claims", "claim"})
_LOSING = frozenset({"losing", "having"})
_PERFECT = frozenset({"has", "have", "had"})
_BEFORE_WARNING = frozenset({"is", "are", "was", "were", "been", ",", "and"})
_PUTS = frozenset({"put", "puts"})
_POINTS = frozenset({"point", "points", "pointed"})
_BOASTS = frozenset({"boast", "boasts", "boasted"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_NEXT = 6
_OWN = 5
_QUOTED = 7
_CLAUSE = 14
_PUT_WHAT = frozenset({"which", "that", "figure", "number", "toll", "total", "count", "tally"})
_OF_WHOM = frozenset({"be", "have"})
_AND = frozenset({"and", "or", "are", "were", "have", "had", "is", "was"})
_ADMITS = frozenset({"admitted", "admits", "admit", "admitting", "confessed"})
_FOCUS = frozenset({"only", "just", "about", "around", "some", "nearly", "almost", "over"})
_VERBS = frozenset({"had", "were", "was", "have", "has", "are", "died", "could"})
_LOSSES = frozenset({"death", "deaths", "loss", "losses", "killing", "killings"})
_OF_WHAT = frozenset({"by", "in"})
_RELATIVE = frozenset({"who", "which", "that"})
_LEVELS = frozenset({"number", "toll", "count", "total"})
# ``posted`` and the like of a statement.
_OUT = frozenset({"posted", "published", "issued", "released"})
_WHEREIN = frozenset({"in", "on", "via", "through", "from"})
_IN = 4
_FOUND = frozenset({"dead", "missing", "alive", "safe"})


def otherwise(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """True where the verb at i says nothing; also for a capital in mid-sentence."""
    low, behind = tokens[i].low, [t.low for t in tokens[i + 1 : i + _NEXT]]
    after = behind[0] if behind else ""
    had = low == "given" and i > 0 and tokens[i - 1].low in _PERFECT  # ``had given a figure of 140``
    if (low in lexicon.cues.say_by_only and not had) or (i and tokens[i].text[0].isupper()):
        return True
    if low in lexicon.cues.say_not_to and _bound(low, behind, lexicon) and not _which(tokens, i, after):
        return True
    if low in _TAKES and _takes(tokens, i, behind, lexicon):
        return True
    if low in lexicon.cues.say_against and _other_refusal(low, behind, lexicon):
        return True
    if i and _no_words(tokens, i, lexicon):
        return True
    if low in {"admitted", "admit", "declared"} and (after[:1].isdigit() or after in lexicon.triggers):
        return _takes_in(low, behind)
    if low in lexicon.cues.say_quoting and after != "that" and _unquoted(tokens, i):
        return True
    if (
        joins(tokens, i, lexicon)
        or _particle(low, behind, lexicon)
        or _singular(tokens, i, lexicon)
        or _paper(tokens, i, lexicon)
    ):
        return True
    if low in _ALSO_NOUNS and after.isalpha() and tokens[i + 1].text.islower():
        return after in _AND or _noun(low, after, lexicon)
    return low in lexicon.cues.say_of_state and befallen(after, lexicon)


def _paper(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``said in a statement posted on its website that …``: what was done to the paper in which somebody speaks."""
    if tokens[i].low not in _OUT or tokens[i - 1].low not in lexicon.cue("document"):
        return False
    return not _WHEREIN.isdisjoint(t.low for t in tokens[max(0, i - _IN) : i - 1])


def _singular(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``head count``, ``waiting list``; not ``they count up to 9,000``, ``Union officials count 27 deaths``."""
    if tokens[i].low not in _PLURAL:
        return False
    lead, behind = tokens[i - 1], tokens[i + 1 : i + _NEXT - 1]
    several = lead.low in ("they", "we") or (lead.low.endswith("s") and lead.low in lexicon.cue("authority"))
    return not (several and any(t.kind == "n" or t.low in lexicon.triggers for t in behind))


def joins(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``adding 300 workers``, ``adding to the misery``: no words, where neither ``that`` nor a clause stands behind."""
    if tokens[i].low != "adding":
        return False
    behind = tokens[i + 1 : i + _CLAUSE]
    if not behind or behind[0].low in ("that", '"', ",", ":"):
        return False
    if behind[0].low == "to" or behind[0].kind == "n" or behind[0].low in lexicon.triggers:
        return True
    end = next((k for k, t in enumerate(behind) if t.text in ",;." or t.low in _RELATIVE), len(behind))
    verbs = (lexicon.cue("auxiliary"), lexicon.cue("modal"), lexicon.cue("past_verb"))
    if any(t.low in verb for t in behind[1:end] for verb in verbs):
        return False
    acts = (b for a, b in pairwise(behind[1:end]) if a.low.endswith("ed"))
    return not any(b.kind == "n" or b.low in _ARTICLES or b.low in lexicon.triggers for b in acts)


def _counted(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``by Marenian estimates``, ``in three states``, ``on two counts``: a noun; no ``Channel 14 reports``."""
    lead = tokens[i - 1]
    if lead.kind == "n":
        return i == 1 or not tokens[i - 2].text[0].isupper()
    noun = lexicon.nouns.get(lead.low) if tokens[i].low in _PLURAL_ONLY and lead.text.islower() else None
    one = (
        noun is not None and noun.cls.startswith("person") and not noun.plural
    )  # ``the rebel claim to have killed 40``
    return one or lead.low in lexicon.triggers or _origin(tokens, i, lexicon)


def _origin(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``by Marenian estimates``: a noun behind where it comes from."""
    return i > 1 and tokens[i - 2].low in _OF_WHAT and kinds.adjective(tokens[i - 1].text, lexicon)


def _which(tokens: list[Token], i: int, after: str) -> bool:
    """``the toll, which police had put at 38``, ``damage that insurers put at $2bn``, ``a figure Lestia put at 9``"""
    if after != "at" or i < _OWN:
        return False
    return any(t.low in _PUT_WHAT for t in tokens[i - _OWN : i - 1])


def _particle(low: str, behind: list[str], lexicon: Lexicon) -> bool:
    """``put forward``, ``points``, ``was told to``: another verb."""
    if low in _PUTS:
        return behind[:1] != [] and behind[0] in lexicon.cue("put_particle")
    if low in _POINTS:
        return behind[:1] not in (["out"], ["to"])
    if low in _BOASTS:
        return behind[:1] not in (["of"], ["that"])  # ``The city boasts 40 temples``
    if low == "said" and behind[:1] == ["to"] and behind[1:]:
        verb = behind[1] not in lexicon.nouns and lexicon.verbs.get(behind[1]) == behind[1]
        return verb or behind[1] in _OF_WHOM  # ``a ship said to carry 40 men``; not ``said to reporters``
    if low not in {"told", "tells"}:
        return False
    return behind[1:2] == ["to"] or (behind[:1] == ["the"] and "to" in behind and _whom_counted(behind, lexicon))


def _whom_counted(behind: list[str], lexicon: Lexicon) -> bool:
    """``told the last 60 relatives to come back``: an order to so many."""
    to = behind.index("to")
    return "that" not in behind[:to] and any(w[:1].isdigit() or w in lexicon.triggers for w in behind[1:to])


def _noun_by_lead(low: str, lead: str) -> bool:
    """``the list``, ``without warning``, not ``is warning``."""
    return lead in _ARTICLES or (low == "warning" and lead not in _BEFORE_WARNING)


def _no_words(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the list``, ``by Marenian estimates``, ``accepted 98 patients``: a noun, or a verb of another sense."""
    low = tokens[i].low
    if low in lexicon.cues.say_that_only and [t.low for t in tokens[i + 1 : i + 2]] != ["that"]:
        return True  # ``accepted 98 patients``
    if _noun_by_lead(low, tokens[i - 1].low) and not _warn(tokens, i, lexicon):
        return True
    return low in _ALSO_NOUNS and _counted(tokens, i, lexicon)


def _takes_in(low: str, behind: list[str]) -> bool:
    """``admitted 12 patients``; not ``admitted 12 of its soldiers had died``, ``has declared 38 dead``."""
    if behind[1:2] == ["of"] and not _ARTICLES.isdisjoint(behind[2:3]) and not _VERBS.isdisjoint(behind[3:]):
        return False
    return low != "declared" or _FOUND.isdisjoint(behind)


def _unquoted(tokens: list[Token], i: int) -> bool:
    return not any(t.text == '"' for t in tokens[max(0, i - _QUOTED) : i])


def _warn(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``with doctors warning that 12 might die``; not ``a warning that``, ``without warning``."""
    lead, that = tokens[i - 1].low, [t.low for t in tokens[i + 1 : i + 2]] == ["that"]
    return that and lead.endswith("s") and (lead in lexicon.cue("authority") or lead in lexicon.nouns)


def _other_refusal(low: str, behind: list[str], lexicon: Lexicon) -> bool:
    """``rejected on Monday``, ``dismissed 40 workers``."""
    if low in ("dismissed", "dismisses") and lexicon.cue("dismissible").isdisjoint(behind):
        return True
    return behind[:1] in (["on"], ["in"], ["since"]) and not _dated(behind, lexicon)


def _bound(low: str, behind: list[str], lexicon: Lexicon) -> bool:
    """``estimated at``, ``admits killing``; no ``reported at least 9``, ``admitted losing 9``, ``reported seeing``."""
    after = behind[0] if behind else ""
    if after == "to" and low in _ADMITS and behind[1:2]:  # ``admitted to 17 deaths``, ``to losing two jets``
        rest = behind[2:] if behind[1] in _FOCUS else behind[1:]  # ``admitted to only 41 dead``
        counted = rest[:1] != [] and (rest[0][:1].isdigit() or rest[0] in lexicon.triggers)
        of_loss = rest[:1] == ["the"] and rest[1:2] != [] and rest[1] in _LOSSES  # ``admitted to the deaths of 12``
        return not (of_loss or behind[1].endswith("ing") or (counted and lexicon.cue("ward").isdisjoint(rest[1:3])))
    if after == "at":
        if low == "put" and not _LEVELS.isdisjoint(behind[3:]):
            return False  # ``The mayor put at 14 the number of dead``
        return behind[1:2] not in (["least"], ["most"])
    acting = after.endswith("ing") and after not in _LOSING and (low != "reported" or after == "missing")
    return after == "to" or acting


def _dated(behind: list[str], lexicon: Lexicon) -> bool:
    """``denied on Monday that …``; no ``a proposal that he rejected on three occasions``."""
    return not lexicon.cue("weekday").isdisjoint(behind[1:2]) or behind[1:2] in (["a"], ["the"])


def _takes(tokens: list[Token], i: int, behind: list[str], lexicon: Lexicon) -> bool:
    """``claimed responsibility``, ``claimed the attack, which …``; not ``claimed the attack killed 12``."""
    at = behind.index("victims") if "victims" in behind else 0
    if at and behind[0] not in _ARTICLES and not (behind[at + 1 :] and behind[at + 1] in lexicon.cue("auxiliary")):
        return True  # ``The fire claimed 12 victims``
    if not lexicon.cue("claimed_what").isdisjoint(behind) or _claimed_by(tokens, i, behind[0] if behind else ""):
        return True
    blow = next((k for k, word in enumerate(behind[:4]) if word in lexicon.cue("claimed_blow")), None)
    if blow is None:
        return False
    after = behind[blow + 1] if blow + 1 < len(behind) else ""
    return not after.isalpha() or (after in lexicon.cue("preposition") and not _kills(tokens, i + blow + 3, lexicon))


def _kills(tokens: list[Token], begin: int, lexicon: Lexicon) -> bool:
    """``claimed an attack on a base killed 12``: the blow has a verb of its own, right before a number."""
    for k in range(begin, min(begin + _CLAUSE, len(tokens) - 1)):
        if tokens[k].kind == "p" or tokens[k].low in _RELATIVE:
            return False
        first = k + 1 + 2 * (tokens[k + 1].low == "at")  # at least nine
        counted = first < len(tokens) and (tokens[first].kind == "n" or tokens[first].low in lexicon.triggers)
        if counted and befallen(tokens[k].low, lexicon):
            return True
    return False


def _claimed_by(tokens: list[Token], i: int, after: str) -> bool:
    """``an attack claimed by the group``"""
    return after == "by" and tokens[i].low == "claimed" and not (i and tokens[i - 1].low in _PERFECT)


def _noun(low: str, after: str, lexicon: Lexicon) -> bool:
    """``the report on``, ``both states are``, not ``the ministry reports 12 deaths``."""
    counted = after == "another" or after in lexicon.triggers or after in lexicon.before
    return not counted and ((low == "report" and after != "that") or after not in lexicon.cue("stop"))


def befallen(after: str, lexicon: Lexicon) -> bool:
    """``people confirmed dead``, ``reported killed``."""
    befallen = any(act.role in "oa" and act.past for act in lexicon.actions.get(after, ()))
    return befallen or after in lexicon.cue("state")
