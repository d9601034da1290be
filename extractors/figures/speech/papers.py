"""Names whose end reads like something else: The Mail on Sunday, Marenian estimates."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import kinds
from extractors.figures.speech.phrases import Phrase
from extractors.figures.text.tokens import Token

# What speaks for itself, whoever keeps it: ``the school's register showed``.
LISTS = frozenset({"manifest", "register", "roster", "ledger"})
_ON_SUNDAY = ["on", "sunday"]


def whole(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """The phrase with what belongs to the name behind it."""
    if phrase.end >= len(tokens):
        return phrase
    behind = tokens[phrase.end]
    if behind.low == "on":
        low = tokens[phrase.end - 1].low
        paper = low in lexicon.cue("on_sunday") and [t.low for t in tokens[phrase.end : phrase.end + 2]] == _ON_SUNDAY
        return Phrase(f"{phrase.who} on Sunday", phrase.first, phrase.end + 2) if paper else phrase
    if behind.low in lexicon.cue("document") and behind.text.islower() and kinds.adjective(phrase.who, lexicon):
        return Phrase(f"{phrase.who} {behind.text}", phrase.first, phrase.end + 1)
    return phrase
