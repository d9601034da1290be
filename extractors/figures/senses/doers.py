"""Those behind ``by``: ``killed in an attack by four gunmen``, ``buried by 40 volunteers`` says what they did."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

LEADS = frozenset({"the", "his", "her", "their", "its", "these", "those", "all"})
_WERE = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_PARTICLES = frozenset({"out", "up", "down", "off", "away", "back", "over", "in", "on"})
# What is done by those counted themselves, of whom a watch may ask: ``a march by 3,000 people``.
_OWN = frozenset(
    {"marched", "attended", "crossed", "escaped", "displaced", "survived", "surrendered", "voted"}
    | {"living", "rose", "fell", "rank", "score", "lost", "won", "occupied"}
)
_AMOUNTS = frozenset(
    {"cut", "reduced", "raised", "increased", "expanded", "outnumbered", "exceeded", "grown", "missed"}
)
_FAR = 9
_BORDERS = frozenset({",", ";", ":", "and", "but", "which", "that", "who", "when", "while"})


def doing(tokens: list[Token], span: Span, k: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """What people did behind whose ``by``, at k + 1, the sentence goes on, and where that stands; else None."""
    cls = span.item_class or ""
    if span.change is not None or not cls.startswith("person") or cls == "person.victim":
        return None
    word = tokens[k].low
    if _own(word, lexicon):
        return None
    if tokens[k - 1].low in _WERE and word in lexicon.verbs:
        return lexicon.verbs[word], k
    if word in _PARTICLES and tokens[k - 1].low in lexicon.verbs:
        return lexicon.verbs[tokens[k - 1].low], k - 1
    for j in range(k - 1, max(0, k - _FAR), -1):
        low = tokens[j].low
        if low in _BORDERS or _own(low, lexicon) or low in _AMOUNTS:
            break
        if tokens[j - 1].low in _WERE and low in lexicon.verbs and lexicon.verbs[low] != low:
            return lexicon.verbs[low], j
        if low in lexicon.nominals and tokens[j + 1].low == "of":
            return lexicon.nominals[low], j
    verb = lexicon.nominals.get(word) or lexicon.verbs.get(word)
    return (verb, k) if verb is not None and word not in _AMOUNTS else None


def _own(word: str, lexicon: Lexicon) -> bool:
    return any(act.cls in _OWN for act in lexicon.actions.get(word, ()))
