"""Nouns of an action with those it befell behind ``of``: ``the closure of 14 schools angered parents``."""

from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.text.tokens import Token

_SKIPPED = frozenset(
    {"the", "these", "those", "all", "its", "their", "his", "her", "another", "some", "about", "further", "remaining"}
    | {"an", "estimated", "other", "both", "last", "first", "next", "roughly", "our"}
)
_LONGEST = 3
# Nouns of a blow, with what it fell on behind ``on``.
_ASSAULTS = {
    "raid": "raid", "raids": "raid", "attack": "attack", "attacks": "attack", "assault": "attack", "assaults": "attack",
    "strikes": "strike", "airstrikes": "strike",
}  # fmt: skip
# Nouns of what came of an action as well: ``a shipment of 12 tanks was seized``.
_RESULTS = frozenset(
    {"shipment", "delivery", "collection", "selection", "payment", "donation", "reception", "trial", "distribution"}
)
_ONE = frozenset({"a", "an", "another", "second", "third"})
# What is said of the action itself.
_DONE = frozenset({"made", "held", "announced", "agreed", "approved", "planned", "promised", "completed", "organised"})


# What may stand between the noun of an action and a number.
LEADS = _SKIPPED | {"of", "on"}


def read(tokens: list[Token], begin: int, lexicon: Lexicon, end: int | None = None) -> tuple[Act, int] | None:
    """The action of the noun that what begins there belongs to, and its place; a verb no table knows has no class.

    ``end`` is where the counted end, if what follows may say what befell them.
    """
    k = begin - 1
    while k > 0 and begin - k <= _LONGEST and tokens[k].low in _SKIPPED:
        k -= 1
    if k < 1 or tokens[k].low not in {"of", "on"}:
        return None
    noun = tokens[k - 1].low
    if tokens[k].low == "on":
        verb = _ASSAULTS.get(noun)
        if verb is None and (by := _by(tokens, k)) and (verb := _ASSAULTS.get(tokens[by - 1].low)) is not None:
            return Act("", verb, "n"), by - 1  # ``strikes by the rebels on four towns``
        return (Act("", verb, "n"), k - 1) if verb is not None else None  # ``raids on five addresses``
    verb = lexicon.nominals.get(noun)
    if verb is None or (noun.endswith("ing") and not _gerund(tokens, k - 1, lexicon)):
        return None
    if end is not None and noun in _RESULTS and _befell(tokens, k - 1, end, lexicon):
        return None
    return _act(noun, verb, lexicon), k - 1


def _by(tokens: list[Token], on: int) -> int:
    """Where ``by`` stands at most three words before ``on``; 0 without it."""
    return next((k for k in range(on - 2, max(0, on - 5), -1) if tokens[k].low == "by"), 0)


def _befell(tokens: list[Token], k: int, end: int, lexicon: Lexicon) -> bool:
    """``a shipment of 12 tanks was seized``: a passive of what was shipped; not ``a payment was made``."""
    if _ONE.isdisjoint(t.low for t in tokens[max(0, k - 3) : k]):
        return False
    j = end
    while j < len(tokens) and (tokens[j].low in lexicon.cue("auxiliary|modal")):
        j += 1
    word = tokens[j].low if j < len(tokens) else ""
    participle = word in lexicon.verbs and (word.endswith(("ed", "en", "wn")) or word in lexicon.actions)
    return j > end and participle and word not in _DONE


def _gerund(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``the sacking of 60 teachers``; ``a meeting of 12 ministers`` is none, nor is ``consisting of 12``."""
    return k > 0 and tokens[k - 1].low in ("the", "'s", "his", "her", "its", "their") and _known(tokens[k].low, lexicon)


def _known(word: str, lexicon: Lexicon) -> bool:
    return word not in lexicon.nouns and lexicon.verbs.get(word) not in lexicon.cue("verb_light")


def _act(noun: str, verb: str, lexicon: Lexicon) -> Act:
    """The table's action of the noun, else of its verb, else that verb without a class."""
    known = [a for a in lexicon.actions.get(noun, ()) if a.role == "n"]
    known += [a for a in lexicon.actions.get(verb, ()) if a.role in "os"]
    return known[0] if known else Act("", verb, "n")
