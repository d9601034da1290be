"""Whose ``its tally`` is: of whoever spoke before, or of the subject that follows."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import openings, phrases
from extractors.figures.speech.persons import Heard
from extractors.figures.speech.phrases import Phrase
from extractors.figures.text.tokens import Token

OWNER = {"his": "he", "her": "she", "its": "it", "their": "they"}
_ADJECTIVES = frozenset({"own", "latest", "official", "preliminary", "updated", "running", "internal", "last", "daily"})
_LONGEST = 5
# ``According to its …`` opens the sentence.
_OPENS = 2


def own(tokens: list[Token], k: int, heard: Heard) -> Phrase | None:
    """``according to its statement``: whoever spoke before; ``According to its own register, Marenia``: Marenia."""
    if k + 1 >= len(tokens) or tokens[k].low not in OWNER:
        return None
    end = k + 2
    while end < len(tokens) - 1 and end < k + _LONGEST and tokens[end - 1].low in _ADJECTIVES:
        end += 1
    if tokens[end - 1].low not in heard.lexicon.cue("message|document|remarks"):
        of_one = k + 2 < len(tokens) and tokens[k + 2].low == "'s"
        return phrases.behind(tokens, k + 1, heard.lexicon) if of_one else None  # according to her campaign's memo
    if tokens[k].low in ("his", "her") and k > _OPENS:
        teller = openings.opening(tokens, 0, heard.lexicon)
        if teller is not None and teller.who[0].isupper() and _tells(tokens[teller.end], heard.lexicon):
            return Phrase(teller.who, k, end)  # ``Orr claims that 40 left, according to his letter``
    its_own = tokens[k + 1].low == "own" and k == _OPENS and end + 1 < len(tokens) and tokens[end].text == ","
    phrase = openings.opening(tokens, end + 1, heard.lexicon) if its_own else None
    if phrase is not None and phrase.who[0].isupper() and tokens[phrase.end].kind == "w":
        return Phrase(phrase.who, k, end)
    who = heard.pronoun(OWNER[tokens[k].low], heard.at)
    return Phrase(who, k, end) if who else None


def owns(after: Token, lexicon: Lexicon) -> bool:
    """``her campaign``, ``her own count``: behind an owner's word stands what is owned."""
    return after.kind == "w" and (after.low not in lexicon.cues.stop or after.low == "own")


def _tells(token: Token, lexicon: Lexicon) -> bool:
    return token.low in lexicon.cue("say|claimed")
