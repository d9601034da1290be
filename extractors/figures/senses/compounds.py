"""Words of action that are part of a noun of two words: a death sentence, gunshot wounds, the Red Cross."""

from extractors.figures.text.tokens import Token

_COMPOUNDS = {
    "death": frozenset({"sentence", "sentences", "penalty", "penalties", "row", "threat", "threats", "squad", "squads",
                        "certificate", "certificates", "hoax", "bed", "warrant", "warrants", "notice", "notices"}),
    "missing": frozenset({"link", "links", "piece", "pieces", "school", "class", "classes", "work", "lessons"}),
}  # fmt: skip
_HURTS = frozenset({"wounds", "injuries"})
_FOR = frozenset({"for"})
WORDS = _HURTS | frozenset(_COMPOUNDS) | {"cross"}


def of_noun(tokens: list[Token], i: int, word: str) -> bool:
    """``a death sentence``, ``treated 128 for gunshot wounds``: part of a noun, and nothing that befell anybody."""
    if word == "cross":
        return i > 0 and tokens[i - 1].low in ("red", "blue", "victoria")
    if word in _HURTS:
        return not _FOR.isdisjoint(t.low for t in tokens[max(0, i - 2) : i])
    return i + 1 < len(tokens) and tokens[i + 1].low in _COMPOUNDS[word]
