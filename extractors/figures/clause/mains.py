"""The main verb of a clause whose subject has a clause, a list or names of its own behind it.

``16 of the 33 hostages to be freed this month have come home``, ``50 trucks of food, water and tents were sent``.
"""

from extractors.figures.clause.between import adverb, helps, past_verb
from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

RELATIVE = frozenset({"who", "which", "that"})
_CARRYING = frozenset({"of", "carrying", "with", "containing"})
_SINCE = frozenset({"since", "before", "after"})
_WHOM = frozenset({"them", "whom", "those", "us"})
_STAY = frozenset({"remain", "remains", "remained"})
# A participle that may have an object of its own: ``the men given a home``.
GIVEN = frozenset({"given", "sent", "told", "offered", "called", "named", "shown", "paid", "left", "made", "denied"})
_AUXILIARIES = frozenset({"had", "have", "were", "was", "are", "is"})
_OBJECT = frozenset({"a", "an", "the", "his", "her", "their", "its", "him", "them", "us"})
_FAR = 16
_NAMES = 20
_NAMED = 2
_LEAST = 4
_WHENCE = 8
_GROUPED = (["of", "a"], ["of", "the"], ["in", "a"])


def main_verb(tokens: list[Token], j: int, lexicon: Lexicon) -> int | None:
    """Where the predicate begins whose subject ends at j with a relative clause or an infinitive; None without one."""
    if j + 2 >= len(tokens):
        return None
    if participle(tokens, j, lexicon) or _doing(tokens, j, lexicon):
        return _finite(tokens, j + 1, j, lexicon)
    if tokens[j].low in RELATIVE:
        k = j + 1
    elif tokens[j].low == "to" and tokens[j + 1].low == "be":
        k = j
    else:
        return None
    return _finite(tokens, own_verb(tokens, k, lexicon), j, lexicon)


def _doing(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``covering the protest``, ``trying to leave``: what those counted were at; no ``including``."""
    word = tokens[j].low
    return word.endswith("ing") and word in lexicon.verbs and word not in lexicon.cue("aside")


def participle(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``taken on May 3``: a past participle that opens what says who is meant."""
    if j + 1 >= len(tokens):  # a headline has no full stop: ``Six of the 40 passengers survived``
        return False
    token, behind = tokens[j], tokens[j + 1].low
    opens = behind in lexicon.cues.preposition or behind in _AUXILIARIES  # ``Ten of the 14 questioned had been beaten``
    return opens and past_verb(token, lexicon) and not helps(token, lexicon)


def _finite(tokens: list[Token], k: int, j: int, lexicon: Lexicon) -> int | None:
    """The first finite verb from k on, in the same clause."""
    for i in range(k, min(len(tokens) - 1, j + _FAR)):
        token = tokens[i]
        dated = token.low in _SINCE and tokens[i + 1].text[0].isupper()
        comma = token.text == "," and (tokens[i - 1].kind == "n" or tokens[i + 1].kind == "n")
        if token.text in ",;:—–" and not comma:
            return None
        if token.low in lexicon.cues.say or (token.low in lexicon.cues.border and not dated):
            return None
        if token.low == "who":
            return None
        if (helps(token, lexicon) or token.low in _STAY) and token.text.islower():
            alone = tokens[i - 1].low in lexicon.cue("pronoun") or tokens[i - 1].low in ("and", "or", "to")
            return None if alone else i
        if i > j + 1 and _told(tokens, i, lexicon):
            return i
    return None


def _told(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``rolled into``, ``carried 1,146``: a past form that is no participle, or that has an object of its own."""
    token, lead = tokens[i], tokens[i - 1].low
    if not token.text.islower() or lead in ("to", "and", "or", "not", "the", "a") or adverb(tokens[i - 1], lexicon):
        return False
    if token.low in lexicon.cue("finite_past"):
        return True
    after = tokens[i + 1]
    opens = after.low in _OBJECT or after.kind == "n" or after.low in lexicon.triggers
    return opens and past_verb(token, lexicon) and token.low not in lexicon.nouns and token.low not in GIVEN


def own_verb(tokens: list[Token], k: int, lexicon: Lexicon) -> int:
    """Past the verb of the clause itself: ``were to be freed``, ``the army had arrested``, ``fled``."""
    own = k  # a clause with a subject of its own has its auxiliary behind that
    while own < len(tokens) and own < k + 4 and not (helps(tokens[own], lexicon) or past_verb(tokens[own], lexicon)):
        own += 1
    k = own if own < k + 4 else k
    while k < len(tokens) and (helps(tokens[k], lexicon) or adverb(tokens[k], lexicon) or tokens[k].low == "to"):
        k += 1
    return k + 1


def list_end(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """Past ``of food, water and tents``, up to the auxiliary or the past verb behind it; else j."""
    if j + 2 >= len(tokens) or tokens[j].low not in _CARRYING:
        return j
    listed = False
    for k in range(j + 1, min(len(tokens), j + _FAR)):
        token = tokens[k]
        listed = listed or token.low in ("and", "or")
        verb = helps(token, lexicon) or (past_verb(token, lexicon) and token.low not in lexicon.nouns)
        if verb:
            return k if listed and tokens[k - 1].low not in ("and", "or", ",") else j
        if not (_thing(token, lexicon) or token.text in ",-"):
            return j
    return j


def _thing(token: Token, lexicon: Lexicon) -> bool:
    """A word of a list of things: no number, pronoun or beginning of a clause."""
    low = token.low
    return token.kind == "w" and not (
        low in lexicon.cue("border") or low in lexicon.triggers or low in lexicon.cue("pronoun") or low in _WHOM
    )


def names_end(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """Past ``, Jon Brun, 34, and Mirko Lenz, 56,``, up to the verb behind these names; else j."""
    if j + 3 >= len(tokens) or tokens[j].text != "," or not tokens[j + 1].text[0].isupper():
        return j
    names = 0
    for k in range(j + 1, min(len(tokens), j + _NAMES)):
        token = tokens[k]
        if tokens[k - 1].text == "," and (helps(token, lexicon) or past_verb(token, lexicon)):
            return k if names >= _NAMED else j
        names += token.text[0].isupper()
        plain = token.text == "," or token.kind == "n" or token.low in ("and", "-", "'")
        if not (plain or token.text[0].isupper()):
            return j
    return j


def past_joined(tokens: list[Token], k: int, lexicon: Lexicon) -> int:
    """``Fourteen students and staff abducted in May were freed``: past who is named with them, and where from.

    ``The last 12 of a group of 17 who were seized``, ``18 fishermen from Orm who``: the relative or the participle.
    """
    if k + _LEAST >= len(tokens):
        return k
    if tokens[k].low == "and":
        noun = lexicon.nouns.get(tokens[k + 1].low)
        return k + 2 if noun is not None and noun.cls.startswith("person") else k
    led = tokens[k].low == "from" or [t.low for t in tokens[k : k + 2]] in _GROUPED
    if not led:
        return k
    for j in range(k + 2, min(len(tokens) - _LEAST, k + _WHENCE)):
        if tokens[j].low in RELATIVE or participle(tokens, j, lexicon):
            return j
        if tokens[j].kind == "p" or helps(tokens[j], lexicon) or past_verb(tokens[j], lexicon):
            return k
    return k


def described(tokens: list[Token], k: int, lexicon: Lexicon) -> int:
    """Where what only describes a subject that ends at k has its verb at the latest."""
    end = past_joined(tokens, k, lexicon)
    return own_verb(tokens, end + 1, lexicon) if end > k and tokens[end].low in RELATIVE else end
