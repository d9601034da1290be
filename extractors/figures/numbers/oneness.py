"""``one`` and ``no``: when they count, and when they are a pronoun, an idiom or a ranking."""

from extractors.figures.demonyms import one_of_a_people
from extractors.figures.lexicon import Act, Lexicon, phrase
from extractors.figures.numbers import lone
from extractors.figures.numbers.numerals import Atom, low
from extractors.figures.text.tokens import Token

# ``the only one``, ``her only one``: a pronoun.
_OWNED = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "'s"})

_SPELLS = frozenset({"year", "month", "week", "hour", "minute"})
_WHENCE = frozenset({"in", "from", "at", "near", "on"})
# Before ``one was killed``.
_TELLING = frozenset({"and", "while", "but", "least", "only"})


def counts(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """True where ``one`` counts: ``one person``, ``one of my sons``; not ``no one``, ``one of the largest``."""
    after, lead = low(tokens, i + 1), low(tokens, i - 1)
    if lead in ("minus", "negative"):
        return True
    if (after == "year" and low(tokens, i + 2) == "old") or lone.harmed(tokens, i, lexicon):
        return True
    if after == "more" and lone.another(tokens, i, lexicon):
        return lead not in lexicon.cue("one_lead") or lead in ("a", "is", "was")
    if lead == "-" and low(tokens, i - 2) == "to":
        return False  # ``on a one-to-one basis``
    in_turn = after == "after" and "other" in low(tokens, i + 2) + low(tokens, i + 3)  # ``one after another``
    if lone.no_count(tokens, i, lexicon):
        return False
    in_turn = in_turn or (lead == "by" and low(tokens, i - 2) == "one") or after == low(tokens, i + 2) == "by"
    if not after or in_turn or _ranked(lead, lexicon):
        return False
    spell = after == "-" and low(tokens, i + 2) in _SPELLS and lead in _OWNED  # ``a one-year ban``
    if lead in lexicon.cue("one_lead") and not spell and not _led(tokens, i, lexicon):
        return False
    return _followed(tokens, i, lexicon)


def _led(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``only one survived`` without an article before it; ``said that one worker was hurt``: no ``that one``."""
    lead, outer = low(tokens, i - 1), low(tokens, i - 2)
    if lead == "only":
        return outer not in _OWNED
    if outer == "there" and lead in ("is", "was"):
        return low(tokens, i + 1) in lexicon.nouns  # ``There was one death on Monday``
    noun, behind = lexicon.nouns.get(low(tokens, i + 1)), low(tokens, i + 2)
    if lead != "that" or noun is None or outer in lexicon.cue("preposition"):
        return False
    if behind in ("was", "had", "has"):
        return True  # ``said on Tuesday that one guard was hurt``, ``It emerged that one woman had died``
    return behind in lexicon.actions and (outer == "and" or outer in lexicon.cue("say|weekday"))


def _ranked(lead: str, lexicon: Lexicon) -> bool:
    """``the largest one``, ``the deadliest one yet``: a pronoun."""
    return len(lead) > 4 and lead.endswith("est") and lead not in lexicon.cue("est_word")


def _followed(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether what follows makes it a count: ``one and a half``, ``one of the 11``, ``one was hurt``, ``one man``."""
    after, lead = low(tokens, i + 1), low(tokens, i - 1)
    if after == "and":
        return _and_more(tokens, i, lead, lexicon)
    if after == "-":
        return low(tokens, i + 2) not in lexicon.cue("one_hyphen")
    if after in ("to", "or"):
        return low(tokens, i + 2) in lexicon.numerals.get("unit", {})
    if lead == "and" and ((after == "in" and _placed(tokens, i)) or _parallel(tokens, i, lexicon)):
        return True  # ``two were killed in Lisk and one in Druz``
    if after == "of" or after == "in" or after == "out":
        return _one_of(tokens, i, lexicon)
    if after in ("was", "is", "were", "has", "had") and (
        i == 0 or tokens[i - 1].kind == "p" or lead in _TELLING or lead in lexicon.cue("say")
    ):
        return _befalls(tokens, i + 1, lexicon) or _is_somebody(tokens, i + 2, lexicon) or _is_part(tokens, i, lexicon)
    if i > 1 and low(tokens, i - 2) in ("a", "an") and _begins(tokens[i + 1], lexicon):
        return False
    if after in lexicon.actions and any(a.role in "oa" for a in lexicon.actions[after]):
        return True
    if tokens[i + 1].text[0].isupper() and low(tokens, i + 2) in lexicon.cue("auxiliary"):
        opens = lead in ("", "and", ",") and low(tokens, i + 2) == "was"  # ``and one Toyota was damaged``
        return opens or _compatriot(tokens[i + 1], lexicon)  # not ``similar to one Israel had accepted``
    return tokens[i + 1].kind == "w" and after not in lexicon.cue("one_stop|sentence_verb")


def _compatriot(token: Token, lexicon: Lexicon) -> bool:
    """``One American was killed``: somebody of a people, and no country."""
    noun = lexicon.nouns.get(token.low)
    return one_of_a_people(token) or (noun is not None and noun.cls.startswith("person"))


def _and_more(tokens: list[Token], i: int, lead: str, lexicon: Lexicon) -> bool:
    """``one and a half``, ``between one and fifteen days``."""
    second = low(tokens, i + 2)
    if lead in lexicon.cue("between_word"):
        return second in lexicon.numerals.get("unit", {}) or (i + 2 < len(tokens) and tokens[i + 2].kind == "n")
    return second in ("a", "one") and low(tokens, i + 3) in ("half", "quarter", "third")


def _begins(after: Token, lexicon: Lexicon) -> bool:
    """``a smaller one left 29 dead``, ``a smaller one two years ago``: what follows is none of its noun."""
    number = after.kind == "n" or after.low in lexicon.numerals.get("unit", {})
    return number or after.low in lexicon.verbs or after.low in lexicon.actions


def _is_somebody(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``one was a child``, ``one is a 34-year-old nurse``, ``one is an American``: who is one of the counted."""
    if low(tokens, j) not in ("a", "an"):
        return False
    for token in tokens[j + 1 : j + 7]:
        noun = lexicon.nouns.get(token.low)
        if noun is not None:
            return noun.cls.startswith("person") and not noun.plural
        if token.kind == "p" and token.text != "-":
            return False
    return False


def _is_part(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``12 were treated and one was in surgery``: somebody beside a number of others."""
    if low(tokens, i - 1) != "and" or low(tokens, i + 2) not in ("in", "on", "at", "under"):
        return False
    units = lexicon.numerals.get("unit", {})
    behind = [tokens[k + 1].low for k in range(i - 1) if tokens[k].kind == "n" or tokens[k].low in units]
    return any(word not in lexicon.nouns or lexicon.nouns[word].cls.startswith("person") for word in behind)


def _placed(tokens: list[Token], i: int) -> bool:
    """A name behind ``one in``, and another place before it."""
    named = i + 2 < len(tokens) and tokens[i + 2].text[0].isupper() and tokens[i + 2].kind == "w"
    return named and any(t.low in ("in", "near", "at") for t in tokens[max(0, i - 6) : i])


def _parallel(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``two in the capital and one in the port``, ``three from Lisk and one from Druz``: as the number before."""
    after, units = low(tokens, i + 1), lexicon.numerals.get("unit", {})
    if after not in _WHENCE:
        return False
    if low(tokens, i + 2) not in ("every", "each") and _own_clause(tokens, i + 2, lexicon):
        return False
    return any(tokens[k + 1].low == after and (tokens[k].kind == "n" or tokens[k].low in units) for k in range(i - 1))


def _own_clause(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``and one in the hall shouted``, ``and one from the south were hurt``: a verb before the next sign."""
    verbs = lexicon.cue("auxiliary|past_verb|finite_past|finite")
    for token in tokens[j:]:
        if token.kind == "p":
            return False
        if token.low in verbs or token.low.endswith("ed"):
            return True
    return False


def _one_of(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``one of the people``; a superlative (``one of the country's deadliest``) ranks and counts nothing."""
    if low(tokens, i + 1) != "of":
        return (
            low(tokens, i + 2) in lexicon.numerals.get("unit", {})
            or low(tokens, i + 2) == "of"
            or (i + 2 < len(tokens) and tokens[i + 2].kind == "n")
        )
    for j in range(i + 2, min(i + 7, len(tokens))):
        word = tokens[j].low
        if word in lexicon.cue("superlative") or (
            len(word) > 4 and word.endswith("est") and word not in lexicon.cue("est_word")
        ):
            return False
        noun = lexicon.nouns.get(word)
        if (noun is not None and noun.plural) or word in ("them", "these", "those", "us", "whom", "you"):
            return True
        if j == i + 3 and tokens[j - 1].low in ("the", "those", "these") and tokens[j].kind == "n":
            return True  # ``one of the 11``
    return False


def none(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """``no casualties``, ``no one was hurt``: zero, where what is denied are victims or an action befalls them."""
    word, after = tokens[i].low, low(tokens, i + 1)
    if word == "zero":
        named = after == "point" or no_zero(tokens, i, lexicon)
        return None if named else Atom(i, i + 1, 0.0, "words", 0.0)
    if word in ("single", "one"):
        return _not_one(tokens, i, lexicon)
    if word in lexicon.cue("nobody_counts"):
        return _nobody(tokens, i, lexicon)
    for j in range(i + 1, min(i + 7, len(tokens))):
        noun = lexicon.nouns.get(tokens[j].low)
        if noun is not None and (
            noun.cls == "person.victim" or (noun.cls == "case" and _found(tokens, j + 1, lexicon))
        ):
            return Atom(i, i + 1, 0.0, "zero", 0.0)
        if noun is not None and noun.plural and noun.cls.startswith("person") and _befalls(tokens, j + 1, lexicon):
            return Atom(i, i + 1, 0.0, "zero", 0.0)
        if tokens[j].low in lexicon.cue("none_skip"):
            continue
        break
    if after in ("one", "people", "person", "civilians") and _befalls(tokens, i + 2, lexicon):
        return Atom(i, i + 1 + (after == "one"), 0.0, "zero", 0.0)
    if after == "one" and low(tokens, i + 2) == "else" and _befalls(tokens, i + 3, lexicon):
        return Atom(i, i + 3, 0.0, "zero", 0.0)
    return None


def no_zero(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``10 degrees below zero``, ``net zero by 2050``, ``zero-tolerance``, ``zero gravity``, ``patient zero``."""
    if low(tokens, i + 1 + (low(tokens, i + 1) == "-")) in lexicon.cue("zero_stop"):
        return True
    lead = low(tokens, i - 1 - (low(tokens, i - 1) == "-"))
    return lead in lexicon.cue("below_word") or lead in ("net", "patient", "ground")


def _not_one(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """``not a single hostage was freed``, ``not one of the crew survived``, ``without a single casualty``."""
    first = lone.not_one(tokens, i)
    noun = lexicon.nouns.get(low(tokens, i + 1))
    if first < 0:
        return None
    if noun is not None and noun.cls == "person.victim":
        return Atom(first, i + 1, 0.0, "zero", 0.0)
    end = i + 2 if noun is not None and noun.cls.startswith("person") else i + 1
    if tokens[i].low == "one" and low(tokens, i + 1) == "of":
        end = next((k + 1 for k in range(i + 2, min(i + 7, len(tokens))) if _whole(tokens[k].low, lexicon)), -1)
    return Atom(first, i + 1, 0.0, "zero", 0.0) if end > i + 1 and _befalls(tokens, end, lexicon) else None


def _found(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``no cases have been confirmed``."""
    while j < len(tokens) and tokens[j].low in lexicon.cue("auxiliary|none_between"):
        j += 1
    return low(tokens, j) in lexicon.cue("none_found")


def _nobody(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """``nobody was hurt``, ``none of the climbers is missing``: past the whole that none is of."""
    j = i + 1
    if low(tokens, j) == "of":
        j = next((k + 1 for k in range(j, min(j + 6, len(tokens))) if _whole(tokens[k].low, lexicon)), len(tokens))
        if j < len(tokens) and _harms(low(tokens, i - 1), lexicon):
            return Atom(i, i + 1, 0.0, "zero", 0.0)  # ``killed none of the hostages``
    elif tokens[i].low == "none" and low(tokens, j) not in lexicon.cue("auxiliary"):
        return None
    return Atom(i, i + 1, 0.0, "zero", 0.0) if _befalls(tokens, j, lexicon) else None


def _has_object(tokens: list[Token], k: int, acts: tuple[Act, ...], lexicon: Lexicon) -> bool:
    """``No one freed 12 captives``, ``nobody killed the guards``: who did not do it."""
    object_ = k < len(tokens) and (tokens[k].kind == "n" or low(tokens, k) in lexicon.cue("article"))
    return all(a.role == "o" for a in acts) and (object_ or low(tokens, k) in ("the", "his", "their", "them", "him"))


def _harms(verb: str, lexicon: Lexicon) -> bool:
    """``lost none of its men``, ``freed none of them``: what was done to none of a whole."""
    acts = lexicon.actions.get(verb, ())
    return verb == "lost" or any(a.role == "o" and a.cls in lexicon.cue("befalls_none") for a in acts)


def _whole(word: str, lexicon: Lexicon) -> bool:
    noun = lexicon.nouns.get(word)
    return word in ("them", "those", "these", "us") or (noun is not None and noun.plural)


def _befalls(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    for k in range(j, min(j + 5, len(tokens))):
        if tokens[k].low in lexicon.cue("grave"):  # who was not badly hurt may be hurt
            return False
        longest = (lexicon.actions.get(phrase(tokens, k, k + n)) for n in (4, 3, 2))
        acts = next((a for a in longest if a), None) or lexicon.actions.get(tokens[k].low, ())
        if any(a.cls in lexicon.cue("befalls_none") for a in acts):
            return k > j or not _has_object(tokens, k + 1, acts, lexicon)
        if tokens[k].low not in lexicon.cue("sentence_verb|none_between"):
            return False
    return False
