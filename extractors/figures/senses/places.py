"""States said by a noun: where people are (``still in the cave``, ``rushed to a hospital``), what wounds they have."""

from extractors.figures.clause.reach import Found
from extractors.figures.lexicon import Act, Lexicon, load
from extractors.figures.once import Once
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_BACK = 6
_IN = frozenset({"in", "inside", "within", "under", "underneath", "beneath", "below", "on"})
_TO = frozenset({"to", "into", "in", "at"})
_PREPOSITIONS = _IN | _TO
_REMAIN = frozenset({"still", "remain", "remains", "remained", "stuck"})
_STILL = _REMAIN | {"left"}
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "near", "both"})
_TRAPPED = Act("trapped", "remain inside", "a")
_ATTENDED = Act("attended", "be inside", "a")
_ABOARD = Act("aboard", "aboard", "a")
_HELD = Act("held", "hold", "a")
_HURT = Act("injured", "suffer injuries", "a")
_TREATED = Act("treated", "hospitalize", "a")


def find(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """The phrases of a sentence that put people in a place or give them wounds, each as a state."""
    found: list[Found] = []
    tokens, kinds, stop = sentence.tokens, _kinds[lexicon.language], lexicon.cues.stop
    for k in sentence.places(kinds.keys()):
        kind = kinds[tokens[k].low]
        centre = tokens[k].low in lexicon.cue("medical_center")
        if centre and (not k or tokens[k - 1].low not in lexicon.cue("medical_lead")):
            continue  # a centre of something else
        at = _lead(tokens, k, lexicon.cue("harm_lead") if kind == "harm" else _PREPOSITIONS, stop)
        act = _HURT if kind == "harm" else _state(tokens, at, kind, lexicon)
        if at > 0 and act is not None:
            found.append(Found(at, k + 1, (act,)))
    return found


@Once
def _kinds(language: str) -> dict[str, str]:
    """The kind of each noun that a language names: venue, enclosure, vehicle, hospital, harm."""
    lexicon = load(language)
    kinds = {
        word: name
        for name in ("venue", "enclosure", "vehicle", "hospital", "prison")
        for word in lexicon.cue(f"place_{name}")
    }
    kinds |= dict.fromkeys(lexicon.cue("medical_center"), "hospital")
    return kinds | dict.fromkeys(lexicon.cue("harm"), "harm")


def _lead(tokens: list[Token], k: int, leads: frozenset[str], stop: frozenset[str]) -> int:
    """The preposition or verb that leads the noun at k, past an article and adjectives; -1 without one."""
    for j in range(k - 1, k - _BACK if k >= _BACK else -1, -1):
        word = tokens[j].low
        if word in leads:
            return j
        if (tokens[j].kind != "w" and word not in "-,") or (word in stop and word not in _DETERMINERS):
            return -1
    return -1


def _state(tokens: list[Token], at: int, kind: str, lexicon: Lexicon) -> Act | None:
    lead, word = tokens[at - 1].low, tokens[at].low
    be = lead in lexicon.cues.be or (lead == "still" and at > 1 and tokens[at - 2].low in lexicon.cues.be)
    if kind == "hospital":
        if lead == "according":
            return None  # ``four critically, according to the hospital``
        return (
            _TREATED if word == "to" or (word in _TO and (be or lead in _REMAIN)) else None
        )  # surgeons left at it treat
    if word not in _IN:
        return None
    if kind == "prison":
        return _HELD if word == "in" else None
    if kind == "enclosure" and lead in _STILL:
        return _TRAPPED
    if not be:
        return None
    return {"venue": _ATTENDED, "vehicle": _ABOARD}.get(kind)
