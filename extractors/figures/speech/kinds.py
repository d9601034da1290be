"""What kind of speaker a name is: a person or a body, a man or a woman."""

import re

from extractors.figures.lexicon import Lexicon

_AFFILIATION = re.compile(r",| (?:of|for|at|from|in|with|near|who) ")
_OF_COUNTRY = ("ian", "ean", "ish", "ese", "aqi", "stani", "meni", "waiti", "ench", "tch")
# Jean and Brian are names.
_NAME = 5
_TRADES = ("er", "or", "ist", "man", "woman", "ian")


def person(who: str, lexicon: Lexicon) -> bool:
    """A name or a title rather than a body: its last word is no ``ministry`` or ``police``."""
    words = _AFFILIATION.split(who, maxsplit=1)[0].split()
    last = words[-1].lower() if words else ""
    if last in lexicon.cue("role"):
        return True
    if "and" in words or last in lexicon.cue("body|document"):
        return False
    if words and words[-1][0].isupper() and last in lexicon.cue("firm"):
        return False  # ``Norvex Coal``
    noun = lexicon.nouns.get(last)
    if noun is not None:
        return noun.cls.startswith("person") and not noun.plural
    if last in lexicon.cue("authority") or not words or words[-1].islower():
        return last.endswith(_TRADES)
    return (len(words) > 1 and titled(words, lexicon)) or _named(words, lexicon)


def _named(words: list[str], lexicon: Lexicon) -> bool:
    """Two capitals that are no ``Doctors Without Borders``, ``monitoring group Arda`` or ``Orlan's Blue Line``."""
    first = lexicon.nouns.get(words[0].lower())
    if first is not None and first.plural and words[0].lower() != first.lemma:
        return False
    if any(w.islower() and (w in lexicon.cue("body|authority")) for w in words[:-1]):
        return False
    owner = [k for k, word in enumerate(words) if word.endswith("'s")]
    return len(words) - (owner[-1] + 1 if owner else 0) > 1


def titled(words: list[str], lexicon: Lexicon) -> bool:
    """``Mayor Tomas Brandt``, ``fire chief Lena Ortiz``: a word before the last is a title or a role."""
    lower = {w.lower().strip(".") for w in words[:-1]}
    return not lower.isdisjoint(lexicon.cue("title|role"))


def fits(pronoun: str, who: str, lexicon: Lexicon) -> bool:
    """False for ``she`` of a spokesman, for ``he`` of a spokeswoman and for ``it`` of police and residents."""
    if pronoun == "it":
        return not who.lower().endswith("police") and not (
            who.islower() and who.endswith("s") and not who.endswith("quarters")
        )
    if pronoun not in ("he", "she"):
        return True
    words = {w.lower().strip(".") for w in who.split()}
    return words.isdisjoint(lexicon.cue("male" if pronoun == "she" else "female"))


def adjective(who: str, lexicon: Lexicon) -> bool:
    """``Marenian``, ``Western``: one capital word that says where figures come from and names nobody by itself."""
    if " " in who or not who[:1].isupper() or who.isupper():
        return False
    return (len(who) > _NAME and who.endswith(_OF_COUNTRY)) or who.lower() in lexicon.cue("of_country")
