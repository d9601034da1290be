"""Verbs of two halves with the counted between them: ``handed 40 captives over``, ``took nine men into custody``."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_THEM = frozenset({"them", "those", "us"})
_THIN = frozenset({"the", "all", "another", "some", "its", "their", "his", "her", "of", "other", "last", "remaining"})
_REACH = 4
_CAPTIVE = frozenset({"person.captive", "person.military"})
# What is done to things alone; what is done to either.
_OF_THINGS = frozenset({"damaged", "destroyed", "shot_down"})
_FLIES = frozenset({"weapon", "vehicl"})
_FOREIGN = frozenset({"migrant", "immigrant", "refugee", "asylum seeker", "asylum-seeker", "foreigner"})
_PLACE = 2
_OF_EITHER = frozenset({"crossed", "sent", "stolen"})


def settle(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """Give a number the verb before it and the particle behind it, where the table of actions has both as one."""
    k = behind(tokens, span)
    if k >= len(tokens) or tokens[k].low not in (tails := _tails[lexicon.language]):
        return
    at = _verb(tokens, span.begin, lexicon)
    if at is None:
        return
    verb = lexicon.verbs[tokens[at].low]
    words = [t.low for t in tokens[k : k + _REACH]]
    for tail in tails[tokens[k].low]:
        cls = _whole[lexicon.language].get((verb, *tail)) if words[: len(tail)] == tail else None
        if cls is not None and _fits(span, cls):
            told = _sense(tokens, span, tail[-1], cls, lexicon)
            told = None if told == "deported" and not _abroad(tokens, span, k + len(tail)) else told
            lemma = f"{verb} {tail[0]}" if told and len(tail) == 1 else verb
            take(span, lemma, told, 0.5, at, "halves", 0.85)
            return


@Once
def begins(language: str) -> frozenset[str]:
    """The words right behind a number and its noun of which one begins all that is looked for."""
    return frozenset(_tails[language]) | {"of"}


def behind(tokens: list[Token], span: Span) -> int:
    """Where the noun phrase ends, past ``of them``."""
    k = span.noun_end
    return k + 2 if k + 1 < len(tokens) and tokens[k].low == "of" and tokens[k + 1].low in _THEM else k


def _verb(tokens: list[Token], begin: int, lexicon: Lexicon) -> int | None:
    """The verb whose object begins here: nothing but articles between."""
    for k in range(begin - 1, max(-1, begin - 1 - _REACH), -1):
        if tokens[k].low in lexicon.verbs and tokens[k].low not in _THIN:
            return k
        if tokens[k].low not in _THIN:
            return None
    return None


def _fits(span: Span, cls: str) -> bool:
    """``sent two ships back`` deports nobody, ``shot two men down`` is no matter of aircraft."""
    if span.unit != "count" or (cls == "shot_down" and (span.item_class or "weapon")[:6] not in _FLIES):
        return False  # ``brought 40 houses down``
    if cls == "rescued" and span.item_class == "person.victim":
        return False  # ``brought nine bodies to the surface``
    person = (span.item_class or "").startswith(("person", "family"))
    return cls in _OF_EITHER or span.item_class is None or person != (cls in _OF_THINGS)


def _abroad(tokens: list[Token], span: Span, k: int) -> bool:
    """``sent 40 migrants back``, ``sent 40 men back to Norland``, ``across the border``; not ``back to school``."""
    if span.item in _FOREIGN or span.item is None:
        return True
    behind = tokens[k : k + 2]
    if len(behind) < _PLACE or span.item_class not in ("person", None):
        return False
    over = behind[0].low in ("across", "over")
    return over or (behind[0].low == "to" and behind[1].text[0].isupper())


def _sense(tokens: list[Token], span: Span, last: str, cls: str, lexicon: Lexicon) -> str | None:
    """Home go captives as well as tourists, back go migrants as well as troops: not all are freed or deported."""
    if cls == "deported" and span.item_class == "person.military":
        return None
    loose = cls == "released" and last in ("home", "back") and span.item_class not in _CAPTIVE
    return None if loose and lexicon.cue("freed_word").isdisjoint(t.low for t in tokens) else cls


@Once
def _whole(language: str) -> dict[tuple[str, ...], str]:
    """The class of each verb and its second half, by its lemma: ``took ... to safety`` as ``taken to safety``."""
    lexicon, whole = load(language), dict[tuple[str, ...], str]()
    known = {tuple(tail) for tails in _tails[language].values() for tail in tails}
    for form, acts in lexicon.actions.items():
        head, _, tail = form.partition(" ")
        act = next((a for a in acts if a.role == "o"), None)
        if act is not None and head in lexicon.verbs and tuple(tail.split()) in known:
            whole[(lexicon.verbs[head], *tail.split())] = act.cls
    return whole


@Once
def _tails(language: str) -> dict[str, list[list[str]]]:
    """The second halves by their first word, the longest first."""
    tails: dict[str, list[list[str]]] = {}
    for words in sorted((tail.split() for tail in load(language).cue("verb_tail")), key=len, reverse=True):
        tails.setdefault(words[0], []).append(words)
    return tails
