"""Whom a pronoun before a verb of saying stands for: he said, it added, 1,000 people it said were soldiers."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import appositions, kinds, names, openings, phrases
from extractors.figures.speech.persons import Heard
from extractors.figures.speech.phrases import Phrase
from extractors.figures.speech.saying import Saying
from extractors.figures.text.tokens import Token

_WERE = frozenset({"were", "was", "are", "is", "had", "have", "belonged"})
_JUNIOR = frozenset({"jr", "jr.", "sr", "sr.", "."})
_AND = frozenset({"and", "while", "but", ";", "—", "-"})


def teller(tokens: list[Token], i: int, j: int, found: list[Saying], heard: Heard) -> Saying | None:
    """``he said``; ``The company plans 300 jobs, it said`` and ``Ortiz said she counted`` name it themselves."""
    low = tokens[j].low
    reduced = _reduced(tokens, i, j, heard)
    if reduced is not None:
        return reduced
    if found and found[-1].end in (j, j - 1) and low in ("he", "she", "it", "they"):
        return Saying(found[-1].who, j, i, i + 1)
    led = tokens[j - 1].low if found and low != "they" else ""
    if led == "which" and len(found) == 1 and not found[0].back:
        return Saying(found[0].who, j, i, i + 1)  # ``The air force counted 449, of which it claims to have downed 403``
    if led == "that" and tokens[found[-1].at].low == "told":
        return Saying(found[-1].who, j, i, i + 1)  # ``The group told the BBC that it could confirm 12 names``
    opening = _opening(tokens, j, heard.lexicon) if low in ("it", "they") and j > 2 else None
    several = low == "it" and opening is not None and _several(tokens, opening, heard.lexicon)
    opening = None if opening and (several or _someone(tokens, opening, heard.lexicon)) else opening
    if low == "they" and tokens[j - 1].text == ":":
        opening = openings.opening(tokens, 0, heard.lexicon)  # ``Two envoys gave another account: they said …``
    if (
        low == "they"
        and tokens[j - 1].text == ","
        and opening is None
        and tokens[0].low in heard.lexicon.cue("preposition")
    ):
        opening = openings.led(
            tokens, 0, j, heard.lexicon
        )  # ``In the yard, men laid out the remains, they said, of 11``
    opening = _person(tokens, j, heard.lexicon) if low in ("he", "she") else opening
    who = opening.who if opening else heard.pronoun(low, heard.at)
    return Saying(who, j, i, i + 1) if who else None


def _person(tokens: list[Token], j: int, lexicon: Lexicon) -> Phrase | None:
    """``Administrator Ali Sene shows a register; he thinks …``: the subject of the clause before a semicolon."""
    if tokens[j - 1].text == ",":
        named = _opening(tokens, j, lexicon)  # ``Jo Orr, 21, spent $20,000, she said``
        fits = named is not None and _aged(tokens, named) and kinds.fits(tokens[j].low, named.who, lexicon)
        return named if fits else None
    if tokens[j - 1].text not in ";:":
        return None
    phrase = appositions.between_commas(tokens, j, lexicon) or openings.led(tokens, 0, j, lexicon)
    if phrase is None or " " not in phrase.who or not kinds.person(phrase.who, lexicon):
        return None
    return phrase if kinds.fits(tokens[j].low, phrase.who, lexicon) else None


def _reduced(tokens: list[Token], i: int, j: int, heard: Heard) -> Saying | None:
    """``Odria handed over the remains of 1,000 people it said were soldiers``: who acts tells what they are."""
    lexicon = heard.lexicon
    told = j > 1 and i + 1 < len(tokens) and tokens[i + 1].low in _WERE and tokens[j].low in ("it", "they")
    noun = lexicon.nouns.get(tokens[j - 1].low) if told else None
    if noun is None or not noun.cls.startswith("person"):
        return None
    start = max((k + 1 for k in range(j) if tokens[k].low in _AND and not tokens[k].glued), default=0)
    phrase = openings.led(tokens, start, j, lexicon) or (openings.led(tokens, 0, j, lexicon) if start else None)
    who = phrase.who if phrase is not None else heard.pronoun(tokens[j].low, heard.at)
    return Saying(who, j, i, i + 1, rule="reduced", fore=False, near=True) if who else None


def _several(tokens: list[Token], opening: Phrase, lexicon: Lexicon) -> bool:
    """``Ground troops took Orlo, it said``, ``Air defences downed 89, it said``: several, none of whom is it."""
    last, verb = tokens[opening.end - 1], tokens[opening.end]
    if last.text.islower() or opening.end == 1:
        noun = lexicon.nouns.get(last.low)
        if noun is not None and noun.plural:
            return True
    trade = last.low[:-1] in lexicon.cue("trade|role")  # ``Divers reached the wreck, it said``
    if opening.end == 1 and last.low.endswith("s") and (trade or names.known(last, lexicon)):
        return True  # ``Investigators would identify the dead, it said``
    plural = verb.text.islower() and verb.low.endswith("s") and verb.low not in lexicon.cue("auxiliary")
    return plural and opening.end == 1 and _told(tokens[opening.end + 1], lexicon)


def _someone(tokens: list[Token], opening: Phrase, lexicon: Lexicon) -> bool:
    """``Joel Carrick, 49, was serving 12 years, it said``, ``Colonel Perez leads the unit, it said``: one person."""
    return _aged(tokens, opening) or kinds.titled(opening.who.split(), lexicon)


def _aged(tokens: list[Token], opening: Phrase) -> bool:
    """``Joel Carrick, 49, was``."""
    k = opening.end
    while k < len(tokens) and tokens[k].low in _JUNIOR:
        k += 1
    return k + 2 < len(tokens) and tokens[k].text == "," and tokens[k + 1].kind == "n" and tokens[k + 2].text == ","


def _told(token: Token, lexicon: Lexicon) -> bool:
    return token.low.endswith("ed") or any(token.low in lexicon.cue(name) for name in ("told_verb", "past_verb"))


def _opening(tokens: list[Token], j: int, lexicon: Lexicon) -> Phrase | None:
    """The name or group that the sentence begins with; not the counted (``Six people died, it said``)."""
    k = openings.dateline(tokens)
    while k < j and tokens[k].low in lexicon.cues.name_lead:
        k += 1
    if tokens[k].kind == "n" or tokens[k].low in lexicon.triggers:
        return None
    end = k
    while (
        end < j
        and tokens[end].kind == "w"
        and tokens[end].text[0].isupper()
        and (end or tokens[end].low not in lexicon.nouns)
    ):
        end += 1
    noun = lexicon.nouns.get(tokens[end].low) if end < j else None
    if (noun is not None and noun.cls.startswith(("group", "person"))) or names.authority(tokens[end], lexicon):
        end += 1
    if end < j and (tokens[end].kind == "n" or tokens[end].low in lexicon.triggers):
        return None  # ``Almost 900 people died, it said``
    if end < j and tokens[end].low.endswith("ing") and tokens[end].text.islower():
        return None  # ``DNA testing will take a month, it said``
    return phrases.clean(tokens, k, end, lexicon)
