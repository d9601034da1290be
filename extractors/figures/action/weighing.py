"""What speaks for and against a word being the action of a number, as names of features with a weight each.

A sentence is first written as a string with one sign a word (``tags``), so that what stands between a word and the
number is counted by ``str.count``. The weights are in ``lexicons/<language>/action_weights.tsv``.
"""

import re
from typing import NamedTuple

from extractors.figures.clause.between import ing, past_verb
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_RELATIVES = ("who", "which", "that", "whom", "whose")
_PREPOSITIONS = (
    "than", "as", "behind", "without", "within", "around", "about", "like", "per", "via", "towards", "toward", "after",
    "before", "since",
)  # fmt: skip
_ADVERBS = ("not", "also", "already", "still", "now")
_SIGNS = dict.fromkeys('"“”', "q") | dict.fromkeys(";:.()—–!?-", ".") | {",": ","}
_HAVE = ("has", "have", "had", "having")
# Prepositions that are told apart where they stand right before the number or right behind the counted.
_TOLD_APART = frozenset(
    (
        "in", "of", "at", "on", "for", "with", "from", "to", "by", "after", "against", "among", "between", "over",
        "about", "during", "than", "since", "under", "near", "into", "as", "through",
    )
)  # fmt: skip
# What may lead a verb so that it is a passive, a perfect, an infinitive and so on.
_LEADS = "bhmtdrp"
# A distance in words as one digit.
_DISTANCES = "0123445556666777777788888888"
# What is counted between a word and the number.
_TOLD = {"v": "verbs", ",": "commas", "r": "relatives", "S": "said", "n": "numbers", "p": "prepositions"}
_MANY = 3
_BETWEEN = {
    side + sign: [f"{side} {word} {n}" for n in range(_MANY + 1)] for side in "AB" for sign, word in _TOLD.items()
}
_ALIKE = str.maketrans("Vgot", "vvpp")
# The first verb or auxiliary behind the counted, before the clause ends.
_PREDICATE = re.compile(r"[^bhmVscS.]{0,16}([bhmV])")
_AUXILIARIES = re.compile(r"[bhmta]*")


class Candidate(NamedTuple):
    """A word over tokens [first, end) that may be the action of a number; no ``cls`` where no table has one.

    ``role`` as in an ``Act``, or v for a verb that no table of actions has.
    """

    first: int
    end: int
    lemma: str
    cls: str | None
    role: str


class Place(NamedTuple):
    """Where a number stands: the word before it, the word behind the counted, its kind, and its predicate.

    ``predicate`` is the token of the verb whose subject the counted may be, or -1; ``related`` where a relative
    pronoun leads it.
    """

    lead: str
    following: str
    kind: str
    predicate: int
    related: str


def tags(tokens: list[Token], lexicon: Lexicon) -> str:
    """One sign a token: V past form, g gerund, v other form of a verb; b be, h have, m modal, t to, o of.

    p preposition, d article, r relative pronoun, s border of a clause, c and, a adverb, S word of saying, A noun of
    action, N other noun, n number, u pronoun, C name, w other word; punctuation is a comma, q or a full stop.
    """
    return "".join(map(_signs[lexicon.language].__getitem__, tokens))


_MOST = 16_384


class _Signs(dict[Token, str]):
    """The sign of each token that was asked for: some thousands make up nearly all of the news."""

    def __init__(self, known: dict[str, str]) -> None:
        super().__init__()
        self.known = known

    def __missing__(self, token: Token) -> str:
        if len(self) >= _MOST:
            self.clear()
        return self.setdefault(token, _sign(token, self.known))


@Once
def _signs(language: str) -> _Signs:
    return _Signs(_known[language])


def _sign(token: Token, known: dict[str, str]) -> str:
    """The sign of a token: a word that is written with a capital is a name, if it is no word of grammar."""
    sign = known.get(token.low)
    if token.kind != "w":
        return sign or ("n" if token.kind == "n" else ".")
    if token.text[0].isupper() and (sign is None or sign in "vVgNA"):
        return "C"
    return sign or ("a" if token.low.endswith("ly") else "w")


@Once
def _known(language: str) -> dict[str, str]:
    """The sign of each word of a lexicon; of two signs the later one here holds."""
    lexicon = load(language)
    signs = dict.fromkeys(lexicon.nouns, "N") | dict.fromkeys(lexicon.nominals, "A")
    for word, lemma in lexicon.verbs.items():
        token = Token(word, word, "w", 0, glued=False)
        signs[word] = "g" if ing(token) and word != lemma else "V" if past_verb(token, lexicon) else "v"
    lists = (
        (lexicon.cue("pronoun"), "u"), (lexicon.cue("say"), "S"), (lexicon.triggers, "n"),
        (lexicon.cue("verb_adverb"), "a"), (_ADVERBS, "a"), (lexicon.cue("border"), "s"), (_RELATIVES, "r"),
        (lexicon.cue("preposition"), "p"), (_PREPOSITIONS, "p"), (("of",), "o"),
        (lexicon.cue("verb_article") - {"of", "that"}, "d"), (lexicon.cue("article_the"), "d"), (("'s",), "d"),
        (("and", "or", "but"), "c"), (lexicon.cue("modal"), "m"), (_HAVE, "h"), (lexicon.cue("be"), "b"),
        (("to",), "t"),
    )  # fmt: skip
    for words, sign in lists:
        signs |= dict.fromkeys(words, sign)
    return signs | _SIGNS


def place(tokens: list[Token], signs: str, span: Span) -> Place:
    """Where a number stands among the words of its sentence."""
    end = span.noun_end if span.noun_end > span.subject_end else span.subject_end
    kind = (span.item_class or "none") if span.unit == "count" else span.unit.partition(":")[0]
    found, at, related = _PREDICATE.match(signs, end), -1, ""
    if found is not None:
        at = found.start(1)
        related = "r" if "r" in signs[end:at] else "-"
        if signs[at] != "V" and (helped := _AUXILIARIES.match(signs, at)):
            at = helped.end()
    return Place(beside(tokens, signs, span.begin - 1), beside(tokens, signs, end), kind, at, related)


def beside(tokens: list[Token], signs: str, k: int) -> str:
    """A preposition as it is, the sign of another word."""
    if not 0 <= k < len(tokens):
        return "^" if k < 0 else "."
    return tokens[k].low if tokens[k].low in _TOLD_APART else signs[k]


def features(signs: str, span: Span, candidate: Candidate, at: Place) -> list[str]:
    """The names of what speaks for or against a candidate: A stands behind the counted, B before, I in it."""
    first, end = candidate.first, candidate.end
    side, low, high = "I", 0, 0
    if first >= span.noun_end:
        side, low, high = "A", span.noun_end, first
    elif first < span.begin:
        side, low, high = "B", end, max(end, span.begin)
    shape = f"{side}{_form(signs, candidate)}"
    hit = "-" if at.predicate < 0 else "=" if first <= at.predicate < end else "!"
    found = [
        f"{shape}{_DISTANCES[high - low] if high - low < len(_DISTANCES) else '9'}",
        f"{shape}<{signs[first - 1] if first else '^'}",
        f"{shape}>{signs[end] if end < len(signs) else '.'}",
        f"{shape} next {at.following}" if side == "A" else f"{shape} lead {at.lead}",
        f"{shape} subject{hit}{at.related}",
        f"lemma {candidate.lemma}",
        f"{at.kind}|{candidate.cls or '-'}",
    ]
    if high > low:
        found += _between(signs, side, low, high)
    return found


def _form(signs: str, candidate: Candidate) -> str:
    """Its role, or the form of the verb and what leads it past adverbs: ``Vb`` is a passive, ``vt`` an infinitive."""
    if candidate.role in "na":
        return candidate.role
    k = candidate.first - 1
    while k >= 0 and signs[k] == "a":
        k -= 1
    own = signs[candidate.first]
    return (own if own in "Vg" else "v") + (signs[k] if k >= 0 and signs[k] in _LEADS else "-")


def _between(signs: str, side: str, low: int, high: int) -> list[str]:
    """What stands between: verbs, commas, relative pronouns, words of saying, numbers, prepositions."""
    gap = signs[low:high].translate(_ALIKE)
    found: list[str] = []
    for sign in set(gap):
        if sign in _TOLD:
            count = gap.count(sign)
            found.append(_BETWEEN[side + sign][count if count < _MANY else _MANY])
    return found


def nothing(span: Span, at: Place) -> list[str]:
    """The names of what speaks for a number having no action: 112 branches that a bank has."""
    return [
        "none", f"none {at.kind}", f"none lead {at.lead}", f"none next {at.following}", f"none item {span.item or '-'}",
        f"none {at.kind} lead {at.lead}", f"none subject {at.predicate >= 0}", f"none elided {span.elided}",
    ]  # fmt: skip
