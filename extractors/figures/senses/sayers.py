"""Those who only tell: ``two people with knowledge of the talks said``, ``three guards, who fled, say``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# So far behind the counted may stand their verb, and so long may an aside be.
_REACH = 11
_ASIDE = 16
_BRIEF = 14
_SAID = frozenset({"said", "says", "say", "added", "adds", "recalled", "recalls", "insisted", "claimed", "alleged"})
_CLOSES = frozenset(",\"”'’")
_WHO = frozenset({"who", "speaking", "citing", "quoting", "asking", "requesting", "all", "both"})
# What leads what is said.
_BEHIND = frozenset({"that", "the", "a", "an", "they", "he", "she", "it", "his", "her", "their", "its", "there"})
_TELLS = frozenset({"told", "tell", "tells"})
# What may stand before the subject of a clause.
_OPENS = frozenset({",", "and", "but", "while", "that", "as", ";", ":", "the", "“", '"', "”", "'"})


def said(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where the verb of saying stands whose subject the counted are; None where they do something else."""
    if not (span.item_class or "").startswith(("person", "family")) and span.item not in lexicon.cues.tells_too:
        return None
    opener = span.begin - 1 - (span.begin > 0 and tokens[span.begin - 1].low == "the")
    if opener >= 0 and tokens[opener].low not in _OPENS:
        return None  # ``Families of the 59 hostages said``
    k, end = span.noun_end, min(len(tokens), span.noun_end + _REACH)
    if k < len(tokens) and tokens[k].text == "," and tokens[k + 1 : k + 2] and tokens[k + 1].low in _WHO:
        if _befell(tokens, k + 1, lexicon):
            return None
        k = _aside_end(tokens, k + 1)
        end = min(len(tokens), k + 2)
    while k < end:
        token = tokens[k]
        if token.low in lexicon.cues.speak_verb:
            return k if _speaks(tokens, k, lexicon) else None
        if token.text == "," and tokens[k + 1 : k + 2] and tokens[k + 1].low in _WHO:
            k = _aside_end(tokens, k + 1)
            end = min(len(tokens), k + 2)
            continue
        if token.kind != "w" or not _describes(tokens, k, lexicon):
            return None
        k += 1
    return None


def authority(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where the verb or ``according`` stands in ``…, said two officials``, ``according to two witnesses``."""
    k = span.begin - 1
    if k < 1 or not (span.item_class or "").startswith(("person", "family")):
        return None
    if tokens[k].low == "to" and tokens[k - 1].low == "according":
        return k - 1
    if tokens[k].low not in _SAID or tokens[k - 1].text not in _CLOSES:
        return None
    end = span.noun_end
    if end < len(tokens) and tokens[end].kind == "w":
        return k if tokens[end].low == "who" or _only_where(tokens, end, lexicon) else None
    return None if goes_on(tokens, k, end, lexicon) else k


def _only_where(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``said four workers at the gate.``: up to the next mark no verb."""
    if tokens[k].low not in lexicon.cue("preposition") and tokens[k].low != "familiar":
        return False
    for token in tokens[k + 1 :]:
        if token.kind == "p":
            return True
        if token.low in lexicon.verbs and token.low not in lexicon.nouns:
            return False
    return True


def goes_on(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """``Lavria, which denies it, said five people, including a girl, were killed``: of the five more is told.

    ``at`` is the verb of saying, ``end`` where the phrase behind it ends.
    """
    if end >= len(tokens) or tokens[end].text != ",":
        return False
    if not (tokens[at + 1].kind == "n" or tokens[at + 1].low in lexicon.triggers):
        return False
    aside = next((k for k in range(end + 1, min(len(tokens) - 1, end + _BRIEF)) if tokens[k].text == ","), None)
    return aside is not None and tokens[aside + 1].low in lexicon.cue("auxiliary|past_verb|modal")


def bare(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where ``said`` stands in ``Two said their brothers were killed``, ``three told police that 14 had been shot``."""
    k = span.end
    if (
        k >= len(tokens)
        or tokens[k].low not in lexicon.cues.say_strong
        or tokens[k].low not in lexicon.cue("speak_verb")
    ):
        return None
    opens = span.begin == 0 or tokens[span.begin - 1].low in _OPENS
    return k if opens and _speaks(tokens, k, lexicon) else None


def _befell(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``, who were later arrested, said``: the aside tells what befell them."""
    k += 1
    if tokens[k - 1].low != "who" or k >= len(tokens) or tokens[k].low not in lexicon.cue("auxiliary"):
        return False
    while k + 1 < len(tokens) and (
        tokens[k].low in lexicon.cue("auxiliary") or tokens[k].low in lexicon.cue("verb_adverb")
    ):
        k += 1
    return any(
        a.role == "o" and a.past and a.cls in lexicon.cue("telling") for a in lexicon.actions.get(tokens[k].low, ())
    )


def _aside_end(tokens: list[Token], k: int) -> int:
    """Past the comma that ends an aside; far away where none does."""
    ends = (j + 1 for j in range(k, min(len(tokens), k + _ASIDE)) if tokens[j].text == ",")
    return next(ends, len(tokens))


def _describes(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``from the garrison``, ``familiar with the matter``, ``briefed on the talks``; no verb, no other clause."""
    low = tokens[k].low
    if low in lexicon.cue("auxiliary|modal|border"):
        return False
    reduced = k + 1 < len(tokens) and tokens[k + 1].low in lexicon.cues.preposition
    verb = low in lexicon.verbs and low not in lexicon.nouns and low.endswith(("ed", "s"))
    return low not in lexicon.cues.pronoun and low not in {"and", "or", "but", "to"} and (reduced or not verb)


def _speaks(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``said that``, ``told the paper``; not ``said to be hiding``, ``believed dead``."""
    if k + 1 >= len(tokens):
        return True
    after = tokens[k + 1]
    if after.low == "to" or any(a.role in "a" or a.past for a in lexicon.actions.get(after.low, ())):
        return False
    if tokens[k].low in _TELLS:
        return after.kind == "w" and after.low not in lexicon.cue("preposition")
    said = tokens[k].low in lexicon.cue("say_strong")
    opens = after.low in _BEHIND or after.text[:1].isupper() or after.kind == "n" or after.low in lexicon.triggers
    return opens or (said and (after.kind == "p" or after.low in lexicon.nouns))
