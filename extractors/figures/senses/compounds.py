"""Words of action that are part of a noun of two words: a death sentence, gunshot wounds, the Red Cross."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

_COMPOUNDS = {
    "death": frozenset({"sentence", "sentences", "penalty", "penalties", "row", "threat", "threats", "squad", "squads",
                        "certificate", "certificates", "hoax", "bed", "warrant", "warrants", "notice", "notices"}),
    "building": frozenset({"block", "blocks", "material", "materials", "code", "codes", "regulations", "society",
                           "trade", "sector", "industry", "contractor", "contractors", "contract", "contracts"}),
    "missing": frozenset({"link", "links", "piece", "pieces", "school", "class", "classes", "work", "lessons"}),
}  # fmt: skip
_HURTS = frozenset({"wounds", "injuries"})
_FOR = frozenset({"for"})
_LEADS_VERB = frozenset(
    {"to", "not", "can", "could", "may", "might", "will", "would", "they", "who", "people", "children"}
)
WORDS = _HURTS | frozenset(_COMPOUNDS) | {"cross", "contract", "release", "releases"}
# What a paper is given to.
_MEDIA = frozenset({"press", "news", "media"})


def of_noun(tokens: list[Token], i: int, word: str, lexicon: Lexicon) -> bool:
    """``a death sentence``, ``a two-year contract``, ``treated 128 for gunshot wounds``: a noun that befalls nobody."""
    if word == "cross":
        return i > 0 and tokens[i - 1].low in ("red", "blue", "victoria")
    if word == "contract":
        lead = tokens[i - 1].low if i else ""
        return lead not in _LEADS_VERB and (not lead.endswith("s") or lead in ("'s", "its", "his"))
    if word.startswith("release"):
        return i > 0 and _paper(tokens, i, lexicon)
    if word in _HURTS:
        return not _FOR.isdisjoint(t.low for t in tokens[max(0, i - 2) : i])
    return i + 1 < len(tokens) and tokens[i + 1].low in _COMPOUNDS[word]


def _paper(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``said in a press release``, ``the release said``, ``In a release on``; not ``in a release of 40 prisoners``."""
    if tokens[i - 1].low in _MEDIA or (i + 1 < len(tokens) and tokens[i + 1].low in lexicon.cue("say")):
        return True
    of = i + 1 < len(tokens) and tokens[i + 1].low == "of"
    return not of and i > 1 and tokens[i - 1].low == "a" and tokens[i - 2].low == "in"
