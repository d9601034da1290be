"""The subject that begins a sentence or a clause: The health ministry rejected the claim and said ..."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import names, phrases
from extractors.figures.speech.phrases import Phrase
from extractors.figures.text.tokens import Token

_LONGEST = 12


def opening(tokens: list[Token], k: int, lexicon: Lexicon) -> Phrase | None:
    """The subject that begins at k and ends before a verb: ``The health ministry rejected …``."""
    start = k
    while k < len(tokens) and tokens[k].low in lexicon.cue("name_lead"):
        k += 1
    while (
        k < len(tokens)
        and k - start < _LONGEST
        and (tokens[k].kind == "w" or tokens[k].text in ".-'")
        and (not _verbal(tokens, k, lexicon))
    ):
        k += 1
    for _ in range(2):
        k -= start < k and not names.nameable(tokens[k - 1], lexicon)
    ends = start < k < len(tokens) and (tokens[k].kind == "w" or tokens[k].text == ",")
    return phrases.clean(tokens, start, k, lexicon) if ends and names.nameable(tokens[k - 1], lexicon) else None


def _verbal(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """A word that can only go on behind a subject: a verb, an auxiliary, a preposition."""
    token = tokens[k]
    if token.low in ("of", "the", "and", "for") and k and tokens[k - 1].kind == "w":
        return False
    if token.glued and k and tokens[k - 1].text == "-":
        return False
    stops = token.low in lexicon.cue("stop") or token.low in lexicon.cue("say")
    noun = lexicon.nouns.get(token.low)
    if noun is not None and noun.plural and noun.cls.startswith("person"):
        return False  # ``The survivors said …``
    return token.text[0].islower() and (stops or token.low in lexicon.actions or token.low.endswith("ed"))
