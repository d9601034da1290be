"""Words inside a name that look like its border: the 5th Brigade, the envoy to Odria, Search and Rescue."""

from extractors.figures.clause import owners
from extractors.figures.lexicon import Lexicon
from extractors.figures.speech.names import nameable
from extractors.figures.text.tokens import Token

DOMAINS = frozenset({"com", "org", "net", "gov", "info", "int", "edu", "co"})
_ONE_OF = frozenset({"the", "a", "an", "this", "that", "which"})
_ADVISES = frozenset({"adviser", "advisor", "advisers", "advisors", "aide", "aides", "envoy", "ambassador", "counsel"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


def numbered(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``the 5th Brigade``, ``families of the 59 hostages``; neither ``on the 9th Ortiz`` nor ``a 12th man``."""
    if owners.owner(tokens, k, lexicon) in lexicon.cue("speak_for"):
        return True
    if k + 2 >= len(tokens) or tokens[k + 1].low not in _ORDINALS or not tokens[k + 2].text[0].isupper():
        return False
    lead = tokens[k - 1].low if k else ""
    return lead not in lexicon.cue("month") and not (lead == "the" and k > 1 and tokens[k - 2].low == "on")


def to(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``Committee to Protect Harbours``, ``the envoy to Odria``: ``to`` inside a name or an office."""
    lead = tokens[j - 1]  # j is never the first
    if j + 2 < len(tokens) and tokens[j + 1].low == "the" and lead.low in _ADVISES:
        return tokens[j + 2].kind == "w"  # ``an adviser to the family``
    if j + 1 >= len(tokens) or not tokens[j + 1].text[0].isupper():
        return False
    return lead.low in lexicon.cue("role") or (lead.text[0].isupper() and lead.low in lexicon.cue("body"))


def said_thing(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``a proposal Odun has rejected``, ``the toll police gave``: what is said, before who says it."""
    name = tokens[j + 1]
    if j and tokens[j - 1].low not in _ONE_OF:
        return False
    return tokens[j].low in lexicon.cue("said_thing") and not name.glued and nameable(name, lexicon)


def firm(tokens: list[Token], j: int) -> bool:
    """``Search and Rescue``, ``the State of Odria and Maro``: one name, not a place before ``and the police``."""
    if j < 2 or tokens[j - 2].low not in ("in", "at", "near", "of", "on"):
        return True
    return tokens[j - 2].low == "of" and j > 2 and tokens[j - 3].text[0].isupper()


def last(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """The last word of a name that ends at j: ``Velmar Corp.``, ``velmar.com``."""
    if j > 1 and tokens[j].low in DOMAINS and tokens[j - 1].text == "." and tokens[j].glued:
        return j - 2
    short = j > 1 and tokens[j].text == "." and tokens[j].glued and abbreviated(tokens[j - 1], lexicon)
    return j - 1 if short else j


def abbreviated(token: Token, lexicon: Lexicon) -> bool:
    """``J.``, ``Gen.``: a full stop behind it ends no sentence."""
    return len(token.text) == 1 or token.low in lexicon.cue("abbreviation")


def stops(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """A word that is part of no name; but ``the Sun-Courier reported`` has no day."""
    low, hung = tokens[j].low, j + 1 < len(tokens) and tokens[j + 1].text == "-" and tokens[j + 1].glued
    return (low in lexicon.cue("say") and (tokens[j].text[0].islower() or not j)) or (
        not hung and (low in lexicon.cues.stop or low in lexicon.cues.weekday)
    )
