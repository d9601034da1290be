"""The plural and the counted nouns that the text has named so far: whom or what a number without a noun may count."""

import re
from typing import NamedTuple

from extractors.figures.action import weighing
from extractors.figures.action.labels import LEVELS
from extractors.figures.counted.befallen import NO_THING
from extractors.figures.counted.heads import is_plural, singular
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_VERBS = frozenset("Vvg")
# What begins another clause, or joins another verb: a border, a relative pronoun, ``and``, signs.
_CLAUSE = frozenset("s,c.rq")
# Behind these a word that may be a verb is a noun: ``lines of trucks``, ``the trucks``.
_BEFORE_NOUN = frozenset("odnpNw")
_COUNTED = frozenset({"count", "percent", "ratio"})
# Of so many times as many it is others, or something else, that are counted.
_TIMES = 3
# A verb, and no noun behind an article (``the group``).
_VERB = re.compile("(?<!d)[Vvg]")
_BORDER = re.compile("[s,.rq]")
# The relative clause of a noun, and what they say in it themselves.
_OWN_CLAUSE = re.compile(",?r(?:[bhma]{0,3}S[,q]{0,2}u)?")
# Before another verb, or a participle, of the same subject.
_AND = re.compile("c(?=a?[Vvg])|,(?=a?g)")
# Words that stand for another noun, and votes, which are counted by who wins them.
_NO_NOUN = NO_THING | {"other", "one", "vote"}
MOVING = LEVELS - {None}
_CREATURES = frozenset({"animal", "family"})


class Named(NamedTuple):
    """A noun at a token; ``right`` is the sign of the word behind it; ``span`` is the number that counts it."""

    item: str
    cls: str | None
    at: int
    right: str
    span: Span | None


def mentions(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> list[Named]:
    """The nouns of a sentence in order; ``spans`` are its numbers, which may count what another sentence names."""
    tokens = sentence.read().tokens
    signs = weighing.tags(tokens, lexicon)
    counts = [s for s in spans if s.unit in _COUNTED and s.item is not None]
    aside = {s.noun_end - 1 for s in counts if _aside(signs, s)}
    counts = [s for s in counts if s.noun_end - 1 not in aside]
    own = {s.noun_end - 1: s for s in counts if not s.elided}
    found = []
    for k in range(len(tokens)):
        noun = _noun(tokens, signs, k, own.get(k), lexicon)
        if noun is not None and k not in aside and not (k + 1 < len(tokens) and tokens[k + 1].text == "'"):
            found.append(Named(*noun, k, _sign(signs, k + 1), own.get(k)))
    lent = [Named(s.item, s.item_class, s.first, _sign(signs, s.noun_end), s) for s in counts if s.elided and s.item]
    return sorted([*found, *lent], key=lambda mention: mention.at) if lent else found


def _aside(signs: str, span: Span) -> bool:
    """``met by hundreds of residents``, ``17 of them were women``: who did it, and what is only said of a part."""
    agent = span.begin > 1 and signs[span.begin - 2] == "V" and signs[span.begin - 1] == "p"
    return agent or any(name == "predicate_noun" for _, name, _ in span.rules)


def _sign(signs: str, k: int) -> str:
    return signs[k] if k < len(signs) else "."


def _noun(
    tokens: list[Token], signs: str, k: int, span: Span | None, lexicon: Lexicon
) -> tuple[str, str | None] | None:
    """Lemma and class of a counted noun or of a plural; None for every other word."""
    if span is not None and span.item is not None:
        return span.item, span.item_class
    token = tokens[k]
    verb = signs[k] == "v" and not (k and signs[k - 1] in _BEFORE_NOUN)
    if verb or signs[k] not in "NAwCv" or token.kind != "w" or (signs[k] == "C" and k):
        return None
    noun = lexicon.nouns.get(token.low)
    if noun is not None:
        return (noun.lemma, noun.cls) if noun.plural and token.low not in lexicon.cue("state") else None
    unknown = is_plural(token.low) and token.text is token.low and signs[k] in "wN"
    if not unknown or token.low in lexicon.verbs or token.low in lexicon.units or token.low in lexicon.cue("stop"):
        return None
    return singular(token.low), None


def can_be(mention: Named, span: Span, signs: str | None, lexicon: Lexicon) -> bool:
    """False for who does it to the counted, who tells of them, and what such a thing never befalls.

    ``signs`` are those of the sentence of both, or None where the mention stands in one before.
    """
    if signs is not None and _acts(signs, mention.at, span):
        return False
    if mention.item in _NO_NOUN or (mention.span is None and mention.item in lexicon.cue("crowd_out")):
        return False
    if mention.span is not None and size(mention.span, span) == "many more":
        return False
    if mention.cls == "person.victim" and span.action_class in lexicon.cue("alive"):
        return False
    if span.action_class not in lexicon.cue("people_only") or (mention.cls or "").startswith("person"):
        return True
    same = mention.span is not None and mention.span.action_class == span.action_class
    return same or mention.cls in _CREATURES


def _acts(signs: str, at: int, span: Span) -> bool:
    """``Police used gas and arrested 17``, ``Medics said nine …``: who arrests, or tells, is not whom it counts."""
    gap = signs[at + 1 : span.begin]
    if (own := _OWN_CLAUSE.match(gap)) is not None:  # ``The rebels, who said they still held 214``
        rest = gap[own.end() :]
        return span.action_class not in MOVING and not _VERBS.isdisjoint(rest) and _CLAUSE.isdisjoint(rest)
    if "S" in gap and not any(sign in gap[: gap.index("S")] for sign in "s,c.rqbhV"):
        return True
    if span.action_class in MOVING or _VERBS.isdisjoint(gap) or "S" in gap:
        return False
    if _VERB.search(_BORDER.split(signs[:at])[-1]) is None:
        gap = _AND.sub("", gap)
    return _CLAUSE.isdisjoint(gap)


def size(other: Span | None, span: Span) -> str:
    """Whether a number can be some of those that another counted before."""
    if other is None:
        return "uncounted"
    if other.unit != "count":
        return "share"
    whole, some = (other.low or other.high), (span.low or span.high)
    if whole is None or some is None:
        return "unknown"
    return "same" if whole == some else "some" if whole > some else "more" if whole * _TIMES > some else "many more"
