"""Words that may stand for somebody who speaks: names, authorities (``police``), people, groups."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

# Names that are spelt like words that name nobody.
CAPITALS = frozenset({"U.N.", "U.S.", "WHO", "US"})
_AGENTS = ("ers", "ors", "ists", "sman", "smen", "dsman", "rdsman", "herdsman", "herdsmen")
_SHORT = 6


def nameable(token: Token, lexicon: Lexicon) -> bool:
    """A name, an authority (``police``), a person or a group (``both countries``)."""
    if token.text in CAPITALS:
        return True
    low = token.low
    if token.kind != "w" or low in lexicon.cue("stop|pronoun") or low in lexicon.triggers:
        return False
    if low in lexicon.cue("weekday|month|nobody"):
        return False
    return token.text[0].isupper() or token.text[1:3].istitle() or known(token, lexicon)


def authority(token: Token, lexicon: Lexicon) -> bool:
    """A word for somebody who speaks for others: police, ministry, spokeswoman."""
    return token.low in lexicon.cues.authority or token.low in lexicon.cues.body


def known(token: Token, lexicon: Lexicon) -> bool:
    """A word for a person, a group or somebody who speaks for others."""
    noun = lexicon.nouns.get(token.low)
    if noun is not None and noun.cls.startswith(("person", "group")):
        return True
    if authority(token, lexicon) or token.low in lexicon.cue("role|trade"):
        return True
    return token.low.endswith(_AGENTS) and len(token.low) > _SHORT


def plain(token: Token, lexicon: Lexicon) -> bool:
    """A lower-case word that may be an unknown noun."""
    stops = lexicon.cue("stop|pronoun|weekday|month")
    noun = token.low in lexicon.nouns or not token.low.endswith(("ed", "ly", "ing"))
    return token.kind == "w" and token.low not in stops and noun
