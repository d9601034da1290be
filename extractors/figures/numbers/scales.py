"""Scales and units that touch a numeral or follow it: 50m, 64GB, 5pc, 1.5 million, 3 hundred and 21."""

import math

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.measures.units import longest
from extractors.figures.numbers.numerals import Atom
from extractors.figures.numbers.traps import dollar_of
from extractors.figures.numbers.wordnumbers import TAILS, tail
from extractors.figures.once import Once
from extractors.figures.text.tokens import Token

_CASED = frozenset({"K", "M", "B", "MM"})
_SCREENS = frozenset({360, 480, 720, 1080, 1440, 2160, 4320})

# ``18k gold``, ``a 14k rose gold ring``
_KARATS = frozenset({9, 10, 14, 18, 22, 24})
_GOLD = frozenset({"gold", "rose", "white", "yellow", "pink"})
# Nobody writes 5500M for 5.5 billion.
_GROUP = 3
_SCREEN_K = frozenset({2, 4, 5, 8})
# How far back the amount may stand that one is more of.
_BACK = 16


def suffix(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """Take a glued scale or unit (``50m``, ``64GB``, ``5pc``); False where the letters that touch it are unknown."""
    if atom.end >= len(tokens) or not tokens[atom.end].glued or tokens[atom.end].kind != "w":
        return True
    word, after = tokens[atom.end], tokens[atom.end + 1] if atom.end + 1 < len(tokens) else None
    if word.low in ("'s", "x") or (word.low == "s" and atom.value % 1 == 0):
        return False
    factor = _glued_scale(tokens, atom, word, after, lexicon)
    if word.text in _CASED | {"k"} and _no_scale(tokens, atom, word, after, lexicon):
        return False
    if factor:
        return _apply(atom, factor) and _ends_here(tokens, atom.end)
    unit, end = longest(tokens, atom.end, lexicon)
    if unit is None:
        unit, end = lexicon.money_symbols.get(word.text) or _letter(tokens, atom, word, lexicon), atom.end + 1
    if unit is None:
        return (len(word.low) > 3 and word.low in lexicon.nouns) or word.text == "each"
    atom.unit, atom.end = unit, end
    return _ends_here(tokens, end)


def _no_scale(tokens: list[Token], atom: Atom, word: Token, after: Token | None, lexicon: Lexicon) -> bool:
    """``a 4K screen``, ``4k streaming``, ``the 5500M chip``: a sharpness and a model, no thousands and no millions."""
    if _money_before(tokens, atom.first - 1, lexicon):
        return False
    if word.low == "k" and atom.value in _SCREEN_K:
        return word.text == "K" or (after is not None and after.low in lexicon.cues.screen_noun)
    if word.text == "k" and atom.value in _KARATS and after is not None and after.low in _GOLD:
        return True
    return tokens[atom.first].text.isdigit() and len(tokens[atom.first].text) > _GROUP


def _glued_scale(tokens: list[Token], atom: Atom, word: Token, after: Token | None, lexicon: Lexicon) -> float | None:
    """``$50m``, ``4.3M``, ``12.3m tonnes``, ``5bn``, ``3million``; a plain m is a metre."""
    scale = lexicon.numerals.get("suffix", {}).get(word.low)
    if scale is None:
        return lexicon.numerals.get("scale", {}).get(word.low)
    money = _money_before(tokens, atom.first - 1, lexicon) or _sum_of(tokens, atom.first - 1, lexicon)
    money = money or _more_money(tokens, atom.first - 1, lexicon)
    plain = word.low in ("m", "t", "mm") and word.text not in _CASED
    if money or not plain:
        return scale
    if word.low == "m" and _million_again(tokens, atom, lexicon):
        return scale
    counted = (
        word.low == "m" and after is not None and _noun_like(after, lexicon) and not _length_of(tokens, atom, lexicon)
    )
    return scale if counted and not _metres(tokens, atom.end + 1, lexicon) else None


def _million_again(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``£20m and a further 40m``, ``1.26m vehicles, down from 1.41m``: the millions of the sentence go on."""
    lead = tokens[atom.first - 1].low if atom.first else ""
    after = tokens[atom.end + 1] if atom.end + 1 < len(tokens) else None
    if lead in lexicon.cue("more_of") and (atom.first < 2 or not _adds(tokens, atom.first - 1, lexicon)):
        return False
    if lead not in lexicon.cue("million_lead") or (after is not None and after.low in lexicon.cue("measured_by")):
        return False
    far = after is not None and after.low == "from" and atom.end + 2 < len(tokens) and tokens[atom.end + 2].kind != "n"
    if far:
        return False
    begin = max((k + 1 for k in range(atom.first) if tokens[k].text == ";"), default=0)
    return any(
        tokens[k + 1].glued and tokens[k + 1].low == "m" and _in_millions(tokens, k, lexicon)
        for k in range(begin, atom.first - 1)
        if tokens[k].kind == "n"
    )


def _in_millions(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """The ``Nm`` at `k` is money or is followed by what is counted in millions."""
    if _money_before(tokens, k - 1, lexicon):
        return True
    return k + 2 < len(tokens) and _noun_like(tokens[k + 2], lexicon) and not _metres(tokens, k + 2, lexicon)


def _length_of(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``12m of mud``, ``within 300m of the front``, ``40m of fences``: metres; ``35m of its devices`` are millions."""
    j = atom.end + 1
    if tokens[j].low != "of":
        return False
    if atom.first and tokens[atom.first - 1].low in ("within", "through"):
        return True
    for token in tokens[j + 1 : j + 8]:
        if token.kind == "p" or token.low in lexicon.cue("length_thing"):
            return True
        noun = lexicon.nouns.get(token.low)
        people = noun is not None and (noun.plural or noun.cls.startswith("person"))
        if people or (len(token.low) > 3 and token.low.endswith("s")) or token.low in lexicon.cue("millions_of"):
            return False
    return True


def _metres(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``the 200m freestyle``, ``a 100m tower``: one thing follows and nothing that could be counted in millions."""
    for token in tokens[j : j + 3]:
        noun = lexicon.nouns.get(token.low)
        if token.kind != "w" or token.low in lexicon.cue("stop"):
            break
        if (noun is not None and noun.plural) or token.low.endswith("s"):
            return token.low in lexicon.cue("race")
    noun = lexicon.nouns.get(tokens[j].low)
    return tokens[j].low in lexicon.cue("race") or (noun is not None and not noun.cls.startswith("person"))


def _letter(tokens: list[Token], atom: Atom, word: Token, lexicon: Lexicon) -> str | None:
    """``200p``, ``40c``, and ``35C`` where the sentence speaks of the weather; ``1080p`` is a screen."""
    if word.text == "p":
        return None if atom.value in _SCREENS else "money:GBP:penny"
    if word.text == "c":
        return "money:USD:cent"
    if word.text in "CF" and any(t.low in lexicon.cue("weather") for t in tokens):
        return f"temperature:{word.text}"
    return None


def _money_before(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``$4.2m``, ``$-4.2m``, ``Y=4.2bn``: after a currency the m is a million."""
    if i > 0 and tokens[i].text == "-":
        i -= 1
    if i < 0:
        return False
    return tokens[i].text in lexicon.money_symbols or tokens[i].text == "=" or bool(dollar_of(tokens, i, lexicon))


_JOINS_SUMS = frozenset({"and", "with", "plus", "then", "or", "by", "for", "of", "to", "that", "while", "from", "but"})


def _more_money(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``$120m so far and a further 40m``: behind an amount, so much more of it."""
    if i < 2 or tokens[i].low not in lexicon.cue("more_of"):
        return False
    if not _adds(tokens, i, lexicon):
        return False
    at = next((k for k in range(i, max(-1, i - _BACK), -1) if tokens[k].text in lexicon.money_symbols), None)
    return at is not None and paid_on(tokens[at:i], lexicon)


def _adds(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """False for ``and swam another 800m``: no sum is added to one by that."""
    lead = tokens[i - 1 - (tokens[i - 1].low in ("a", "an"))]
    return lead.kind != "w" or lead.low in _JOINS_SUMS or lead.low in lexicon.cue("pays_on")


def paid_on(between: list[Token], lexicon: Lexicon) -> bool:
    """No verb between two amounts but one of payment: not ``paid $2m and ran another 800m``."""
    verbs = (t.low for t in between if t.low in lexicon.verbs and t.low not in lexicon.cue("pays_on"))
    return next(verbs, None) is None


def _sum_of(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``a profit of 3m``."""
    return i > 0 and tokens[i].low == "of" and tokens[i - 1].low in lexicon.cue("money_noun")


def _ends_here(tokens: list[Token], end: int) -> bool:
    """False where more letters or digits touch the unit: ``24703L202``."""
    return end >= len(tokens) or not tokens[end].glued or tokens[end].kind == "p"


def _apply(atom: Atom, scale: float) -> bool:
    atom.value, atom.scaled, atom.end = round(atom.value * scale, 6), True, atom.end + 1
    return True


def _noun_like(token: Token, lexicon: Lexicon) -> bool:
    """``12.3m tonnes``, ``35m of its devices``, ``2.7m combined sales``: the m is a million."""
    if token.kind != "w" or token.glued:
        return False
    return token.low == "of" or (
        token.low not in lexicon.cue("stop")
        and token.low not in lexicon.cue("measured_by")
        and token.low not in lexicon.cue("preposition")
    )


@Once
def scaling(language: str) -> frozenset[str]:
    """What stands right behind a number that it scales, or adds a fraction to."""
    lexicon = load(language)
    scales = lexicon.numerals.get("scale", {})
    return frozenset({"-", "b", "m", *TAILS}).union(scales, lexicon.cue("and_word"))


def scale_word(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> None:
    """``1.5 million``, ``400 million-year``, ``3 hundred and 21``, ``8 B people``."""
    scales = lexicon.numerals.get("scale", {})
    j = atom.end
    if (
        j < len(tokens)
        and tokens[j].text == "-"
        and tokens[j].glued
        and j + 1 < len(tokens)
        and tokens[j + 1].low in scales
    ):
        j += 1
    factor = math.inf
    while j < len(tokens) and (
        tokens[j].low in scales or (tokens[j].text in {"B", "M", "m"} and _before_noun(tokens, j, lexicon))
    ):
        word = tokens[j].low
        factor = scales.get(word) or lexicon.numerals["suffix"][word]
        if atom.value * factor > 1e15:
            return
        _apply(atom, factor)
        atom.end = j = j + 1
    if atom.scaled:
        _smaller(tokens, atom, factor, scales)
        _hundred_and(tokens, atom)
    tail(tokens, atom, lexicon)


def _smaller(tokens: list[Token], atom: Atom, above: float, scales: dict[str, float]) -> None:
    """``3 million 200 thousand``: digits with a smaller scale go on with the number."""
    j = atom.end
    while j + 1 < len(tokens) and tokens[j].text.isdigit() and len(tokens[j].text) < 4:
        factor = scales.get(tokens[j + 1].low, math.inf)
        if factor >= above or factor == 12:
            return
        atom.value, above = atom.value + float(tokens[j].text) * factor, factor
        atom.end = j = j + 2


def _hundred_and(tokens: list[Token], atom: Atom) -> None:
    """``3 hundred and 21``."""
    j = atom.end
    if j + 1 >= len(tokens) or tokens[j - 1].low != "hundred" or tokens[j].low != "and":
        return
    if tokens[j + 1].text.isdigit() and len(tokens[j + 1].text) < 3:
        atom.value, atom.end = atom.value + float(tokens[j + 1].text), j + 2


def _before_noun(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    noun = lexicon.nouns.get(tokens[j + 1].low) if j + 1 < len(tokens) and not tokens[j].glued else None
    return noun is not None and (noun.plural or tokens[j].text != "m")
