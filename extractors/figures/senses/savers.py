"""Who saves people: neighbours carry six children out, a trawler picks up 12; police and waves carry them off."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_SWEEPS = frozenset({"wave", "waves", "river", "current", "currents", "tide", "flood", "floods", "torrent", "torrents"})
_DEAD = frozenset({"dead", "drowned", "bodies", "coffins", "remains"})
_WATER = frozenset({"sea", "water"})
_SAFE = frozenset({"hurt", "injured", "wounded", "trapped"})
_NEAR = 6


def saves(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """False for the dead, for those whom water sweeps off, and for those whom police or gunmen take away."""
    told = span.item is None or (span.item_class or "").startswith("person")
    if not told or not _DEAD.isdisjoint(t.low for t in tokens[span.begin : span.noun_end + 2]):
        return False
    behind = {t.low for t in tokens[at:]}
    active = at < span.begin
    subject = {t.low for t in tokens[max(0, at - _NEAR) : at]} if active else _by(tokens, at)
    if not _SWEEPS.isdisjoint(subject) or _offshore(tokens, at):
        return False
    if subject.isdisjoint(lexicon.cue("captor") | lexicon.cue("arrests_people")):
        return span.item not in lexicon.cue("arrested_noun") and not (active and "gang" in subject)
    danger = lexicon.cue("saved_from") | lexicon.cue("ruins") | _SAFE
    return span.item == "survivor" or (span.item not in lexicon.cue("arrested_noun") and not danger.isdisjoint(behind))


def _by(tokens: list[Token], at: int) -> set[str]:
    """Who stands behind ``by``."""
    k = next((k for k in range(at + 1, min(len(tokens), at + _NEAR)) if tokens[k].low == "by"), None)
    return {t.low for t in tokens[k + 1 : k + 1 + _NEAR]} if k is not None else set()


def _offshore(tokens: list[Token], at: int) -> bool:
    """``carried six fishermen out to sea``."""
    words = [t.low for t in tokens[at + 1 : at + 2 * _NEAR]]
    return any(words[k : k + 3] == ["out", "to", "sea"] for k in range(len(words) - 2))


def at_sea(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``fishermen picked up 114 of them``, ``picked up at sea``; not ``a bus picked up 40 at the sea front``."""
    if at >= span.begin and not _passive(tokens, at, lexicon):
        return False
    words, lead = lexicon.cue("at_sea"), lexicon.nouns.get(tokens[at - 1].low) if at else None
    if at < span.begin and lead is not None and lead.cls == "vehicle":
        return False  # a taxi or a bus
    if not lexicon.cue("arrest_scene").isdisjoint(t.low for t in tokens[at : at + 8]):
        return False  # ``were picked up in raids``
    front = any(a.low in _WATER and b.low == "front" for a, b in pairwise(tokens))
    return not front and not words.isdisjoint(t.low for t in tokens) and saves(tokens, span, at, lexicon)


def _passive(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    return not lexicon.cue("be").isdisjoint(t.low for t in tokens[max(0, at - 3) : at])


def carried_out(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``were carried out of the house``, ``carried out two men from the rubble``."""
    return (at < span.begin or _passive(tokens, at, lexicon)) and saves(tokens, span, at, lexicon)
