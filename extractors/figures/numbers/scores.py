"""Two numerals that tell how one stands to the other: odds and scores, which count nothing, and shares of ten."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers.numerals import Atom, low
from extractors.figures.text.tokens import Token

_ONES = frozenset({"one", "1"})
_WHOLES = frozenset({5.0, 10.0, 20.0, 100.0, 1_000.0})
_APPROXIMATE = frozenset({"about", "around", "nearly", "almost", "roughly", "some", "than", "over", "approximately"})
_STANDS = frozenset({"stand", "stands", "stood"})
_NAMED = frozenset({"record", "mark"})
# What is no whole of which so many are a part: ``killed more than three in 10 raids``.
_NO_WHOLES = ("event", "place", "time")
_BACK = 5
_HOLDS = frozenset({"agree", "disagree", "think", "believe", "want", "prefer", "support", "oppose", "approve", "expect",
                    "trust", "favor", "favour", "have", "are", "were", "would", "do"})  # fmt: skip


def to_one(tokens: list[Token], a: Atom, lexicon: Lexicon) -> int:
    """Where the one of ``a 3-to-1 margin``, ``four-to-one``, ``backed it two to one`` stands, else 0.

    ``fell from two to one`` is none.
    """
    k = a.end
    if k + 1 >= len(tokens) or a.unit is not None:
        return 0
    if tokens[k].text == "-":
        odds = tokens[k + 1].low == "to" and low(tokens, k + 2) == "-" and low(tokens, k + 3) in _ONES
        return odds * (k + 3)
    if tokens[k].low != "to" or tokens[k + 1].low not in _ONES or a.kind != "words" or a.value < 2:
        return 0
    after = low(tokens, k + 2)
    if after and after[0].isalpha() and after not in lexicon.cues.stop:
        return 0
    leads = {token.low for token in tokens[max(0, a.first - _BACK) : a.first]}
    changed = any(act.cls in ("rose", "fell", "cut") for word in leads for act in lexicon.actions.get(word, ()))
    return 0 if "from" in leads or changed else k + 1


def record(tokens: list[Token], a: Atom, b: Atom, lexicon: Lexicon) -> bool:
    """``an 18-30 record``, ``a mark of 12-14 at the club``, ``his record stands at 28-30``: won and lost."""
    if a.unit or b.unit or b.scaled or not a.kind == b.kind == "digits":
        return False
    after = low(tokens, b.end)
    if after in lexicon.cues.score_noun:
        return True
    if after and after[0].isalpha() and after not in lexicon.cues.stop:
        return False
    lead, outer = low(tokens, a.first - 1), low(tokens, a.first - 2)
    return (lead == "of" and outer in _NAMED) or (lead == "at" and outer in _STANDS)


def share(tokens: list[Token], a: Atom, b: Atom, lexicon: Lexicon) -> bool:
    """``about 3 in 10 voters``, ``7 in 10 Marenian adults``, ``fewer than 2 in 10 say``: a part of all of them."""
    if a.unit or b.unit or b.kind != "digits" or b.value not in _WHOLES or not 0 < a.value < b.value:
        return False
    k = b.end
    if low(tokens, k) not in lexicon.nouns and k + 1 < len(tokens) and tokens[k].text[0].isupper():
        k += 1
    noun = lexicon.nouns.get(low(tokens, k))
    if noun is not None and noun.plural and noun.cls.startswith("person"):
        return True
    if low(tokens, a.first - 1) not in _APPROXIMATE:
        return False
    if noun is not None:
        return noun.plural and not noun.cls.startswith(_NO_WHOLES)
    behind, beyond = low(tokens, b.end), low(tokens, b.end + 1)
    if behind in lexicon.cues.say or (behind == "also" and beyond in lexicon.cues.say):
        return True
    many = behind.endswith("s") and behind not in lexicon.verbs  # ``about 3 in 10 independents say``
    return many and (beyond in lexicon.cues.say or beyond in _HOLDS)
