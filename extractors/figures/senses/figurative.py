"""Phrases of the table of actions that mean something else where they stand: a trial that ran over three weeks."""

from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.text.tokens import Token

_BACK_TO = 4
_DETERMINERS = frozenset({"the", "a", "an", "any", "his", "her", "its", "their", "our", "my", "your", "these", "those"})
# The phrases that are asked, by their lemma.
LEMMAS = frozenset(
    {"drive off with", "hand", "hit", "go missing", "open the doors for", "strike", "take in", "turn over", "turn back"}
)
# What is driven off is named so soon.
_LOOT = 4


def read(tokens: list[Token], i: int, end: int, acts: tuple[Act, ...], lexicon: Lexicon) -> tuple[int, tuple[Act, ...]]:
    """The end and the readings of a phrase of several words over [i, end), or of its first word, or none."""
    lemma = acts[0].lemma
    if lemma == "hit" and _measured(tokens, end, lexicon):
        return i + 1, lexicon.actions.get(tokens[i].low, ())
    if lemma == "hand" and not _to_whom(tokens, i, end, lexicon):
        return i + 1, lexicon.actions.get(tokens[i].low, ())
    if lemma == "take in" and end < len(tokens) and tokens[end].low in lexicon.cue("month"):
        return i + 1, lexicon.actions.get(tokens[i].low, ())  # ``the hostages they took in March``
    if lemma == "strike" and end < len(tokens) and tokens[end].low in lexicon.cue("walks_free"):
        return end, lexicon.actions.get("escaped", ())  # ``walked out alive``
    if lemma == "go missing" and tokens[end - 1].low.startswith("return") and _stayed_away(tokens, end, lexicon):
        place = (
            k for k in range(end, min(len(tokens), end + _BACK_TO)) if tokens[k].low in lexicon.cue("attends_place")
        )
        return next(place, end - 1) + 1, ()
    if lemma == "turn back" and not _by_others(tokens, i, end, lexicon):
        return end, ()  # ``One of the climbers turned back at 4,000m``
    if lemma == "turn over" and not _handed(tokens, end, lexicon):
        return end, ()  # ``when the trawler turned over``
    if lemma == "drive off with" and not _raiders(tokens, i, end, lexicon):
        return i + 1, lexicon.actions.get(tokens[i].low, ())  # ``Two buses drove off with 80 evacuees``
    if lemma == "open the doors for" and lexicon.cue("prison_word").isdisjoint(t.low for t in tokens):
        return end, ()  # ``The stadium opened its doors for 3,000 fans``
    return end, acts


def _raiders(tokens: list[Token], i: int, end: int, lexicon: Lexicon) -> bool:
    """``Raiders drove off with 14 hostages``; not with 200 cattle, three trucks."""
    nouns = [noun for t in tokens[end : end + _LOOT] if (noun := lexicon.nouns.get(t.low)) is not None]
    people = not nouns or nouns[0].cls.startswith(("person", "family"))
    return people and not lexicon.cue("captor").isdisjoint([t.low for t in tokens[:i]])


def _by_others(tokens: list[Token], i: int, end: int, lexicon: Lexicon) -> bool:
    """``were turned back at the border``, ``turned back 40 migrants``: others did it to them."""
    after = tokens[end] if end < len(tokens) else None
    counted = after is not None and (after.kind == "n" or after.low in lexicon.triggers or after.low in _DETERMINERS)
    return counted or not lexicon.cue("be").isdisjoint(t.low for t in tokens[max(0, i - 3) : i])


def _to_whom(tokens: list[Token], i: int, end: int, lexicon: Lexicon) -> bool:
    """``were handed to the Red Cross``; not ``were handed to 300 families``."""
    word = tokens[end] if end < len(tokens) else None
    if word is None or word.kind == "n" or word.low in lexicon.triggers or word.low in lexicon.cue("near"):
        return False
    k = i - 1
    while k > 0 and (tokens[k].low in lexicon.cue("auxiliary|modal|be") or tokens[k].low.endswith("ly")):
        k -= 1
    if tokens[k].low.endswith("s"):  # ``Two trophies were handed to the winners``
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is None or not noun.cls.startswith("person"):
            return False
    return tokens[i - 1].low in lexicon.cue("be") or tokens[i - 2].low in lexicon.cue("be")


def _measured(tokens: list[Token], end: int, lexicon: Lexicon) -> bool:
    """``ran over three weeks``, ``ran over 12 miles``."""
    kinds = (lexicon.units.get(t.low, "") for t in tokens[end : end + 3])
    return any(kind.startswith(("length", "duration")) for kind in kinds)


def _handed(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``turned over 12 captives``, ``turned over to the police``: with an object or a receiver."""
    if k >= len(tokens):
        return False
    word = tokens[k].low
    return tokens[k].kind == "n" or word == "to" or word in lexicon.triggers or word in lexicon.cue("near")


def _stayed_away(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``did not return to school``, ``failed to return their cards``; not ``did not return to port``."""
    behind = tokens[k : k + _BACK_TO]
    if not behind:
        return False
    if behind[0].low in ("to", "from"):
        return not lexicon.cue("attends_place").isdisjoint(t.low for t in behind)
    timely = any(lexicon.units.get(t.low, "").startswith("duration") or t.low in lexicon.cue("timely") for t in behind)
    return not timely and (behind[0].low in _DETERMINERS or behind[0].kind == "n" or behind[0].low in _RETURNED)


# What is given back, or answered.
_RETURNED = frozenset(
    {"calls", "phone", "telephone", "messages", "emails", "books", "fire", "ballots", "forms", "money"}
)
