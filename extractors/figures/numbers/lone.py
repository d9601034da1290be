"""``one`` with no noun beside it: ``killing one``, ``at least one was hurt``, ``one more soldier``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers.numerals import low
from extractors.figures.text.tokens import Token

# Behind ``killed one`` the object ends: ``killed one and injured two``, not ``killed one man``.
_CLOSED = frozenset({"and", "in", "near", "on", "at", "during", "after", "before", "while", "as", "when", "overnight"})
_BOUND = frozenset({"least", "only", "just"})
_IN_TURN = frozenset({"to", "or", "after"})
_MUST = frozenset({"cannot", "can", "should", "must", "could", "might", "would", "may"})
_EVER = frozenset({"never", "always", "often", "hardly", "simply", "also", "really", "usually", "just"})
_OBJECTS = frozenset({"it", "them", "him", "her", "to", "that", "how", "what", "why", "whether", "if", "about"})
_SOMEBODY = frozenset({"body", "corpse"})


def harmed(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``The blast killed one.``, ``killing at least one and wounding eight``: the object of what befalls people."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.low not in _CLOSED and (after.kind != "p" or after.text in "-'’"):
        return False
    if low(tokens, i + 1) == "and" and low(tokens, i + 2) in ("a", "one", "only", "the", "all"):
        return False  # ``one and a half``, ``one and the same``
    j = i - 1
    if low(tokens, j) in _BOUND:
        j -= 1 + (low(tokens, j - 1) == "at")
    if low(tokens, j).startswith("releas") and not _of_people(tokens[:j], lexicon):
        return False  # ``The group released one on Friday``: a film, a statement
    acts = lexicon.actions.get(low(tokens, j), ())
    return any(act.role == "o" and act.cls in lexicon.cue("harms_one") for act in acts)


def _of_people(before: list[Token], lexicon: Lexicon) -> bool:
    """``freed two hostages on Monday and released one``: people have been counted."""
    for k, token in enumerate(before):
        noun = lexicon.nouns.get(token.low)
        counted = (t.kind == "n" or t.low in lexicon.triggers for t in before[k - 2 if k > 2 else 0 : k])
        if noun is not None and noun.cls.startswith("person") and any(counted):
            return True
    return False


def not_one(tokens: list[Token], i: int) -> int:
    """Where ``not a single hostage``, ``without a single loss`` and ``not one of the crew`` begin; -1 elsewhere."""
    if tokens[i].low == "one":
        return i - 1 if low(tokens, i - 1) == "not" and low(tokens, i + 1) != "but" else -1
    if low(tokens, i - 1) != "a" or low(tokens, i - 2) not in ("not", "without"):
        return -1
    return i - 2


def another(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``one more soldier``, ``one more body``; not ``one more time``, ``one more step``."""
    noun = lexicon.nouns.get(low(tokens, i + 2))
    if noun is None or noun.plural or low(tokens, i + 3) == "'s":
        return False
    return noun.cls.startswith("person") or noun.lemma in _SOMEBODY


def no_count(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``from one town to another``, ``one sunny morning``, ``by one estimate``: which or when, not how many."""
    if _anybody(tokens, i, lexicon):
        return True
    lead = low(tokens, i - 1)
    if lead == "on" and low(tokens, i + 1) == "hand":
        return True
    for k in range(i + 2, min(i + 4, len(tokens) - 1)):
        if tokens[k].kind != "w" and tokens[k].text != "-":
            break
        if tokens[k].low in _IN_TURN and tokens[k + 1].low == "another":
            return True
    if lead == "to":
        return low(tokens, i - 2) == "according"
    if lead == "by":
        return low(tokens, i + 1) in lexicon.cues.reckoning
    return lead not in lexicon.cues.lasted_one and _some_day(tokens, i, lexicon)


def _anybody(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``how one goes about it``, ``One never knows``: anybody; not ``of the ten boats one goes back``."""
    j = i + 1 + (low(tokens, i + 1) in _EVER)
    word = low(tokens, j)
    if low(tokens, i + 1).endswith("ly") and low(tokens, i + 2) in _MUST:
        return True
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or not tokens[j].text.islower():
        return False
    if word in lexicon.nouns or word in lexicon.actions:
        return False
    if word not in lexicon.verbs and not _verb_alone(tokens, j, lexicon):
        return False
    return not any(t.kind == "n" or t.low in lexicon.triggers for t in tokens[:i] if t.low != "one")


def _verb_alone(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``one likes it``: no noun of what kind follows, as in ``one sports club``."""
    behind = low(tokens, j + 1)
    return behind in _OBJECTS or (behind in lexicon.cues.stop and behind not in lexicon.nouns)


def _some_day(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``one cold winter morning``: a time, where it hangs on no preposition and has an adjective."""
    lead, after, beyond = low(tokens, i - 1), low(tokens, i + 1), low(tokens, i + 2)
    if after in lexicon.cues.some_day and beyond not in lexicon.cues.some_day:
        return i == 0 and beyond in lexicon.cues.some_day_ends  # ``One night in May``
    if lead in lexicon.cues.preposition:
        return False
    for k in range(i + 2, min(i + 4, len(tokens))):
        if tokens[k - 1].low in lexicon.nouns or tokens[k - 1].low in lexicon.cues.stop:
            return False  # ``one meal a day``
        if tokens[k].low in lexicon.cues.some_day:
            return low(tokens, k + 1) not in ("of", "out", "'s", "-")
        if tokens[k].kind != "w":
            return False
    return False
