"""Every numeral of a sentence that is a number: digits and words, scaled, with the traps left out."""

from extractors.figures import numerals
from extractors.figures.lexicon import Lexicon
from extractors.figures.names import names
from extractors.figures.numerals import Atom
from extractors.figures.tokens import Token
from extractors.figures.traps import trap
from extractors.figures.units import longest
from extractors.figures.wordnumbers import read, tail

_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 50, 64, 100, 128, 1000})
_CASED = frozenset({"K", "M", "B", "MM"})
_SCREENS = frozenset({360, 480, 720, 1080, 1440, 2160, 4320})


def find(tokens: list[Token], lexicon: Lexicon) -> list[Atom]:
    """The numerals of a sentence in order."""
    atoms: list[Atom] = []
    triggers = lexicon.triggers
    places = [i for i, t in enumerate(tokens) if t.kind == "n" or t.low in triggers or numerals.vulgar(t.text)]
    title_case = bool(places) and (bool(lexicon.cue("capital_nouns")) or headline(tokens))
    end = 0
    for i in places:
        if i >= end:
            read_at = _digits if tokens[i].kind == "n" else _word
            end = read_at(tokens, i, lexicon, atoms, title_case)
    return atoms


def headline(tokens: list[Token]) -> bool:
    """True for a headline: nearly every longer word begins with a capital."""
    long_words = [t for t in tokens if t.kind == "w" and len(t.text) > 3]
    return len(long_words) > 2 and sum(t.text[0].isupper() for t in long_words) >= 0.8 * len(long_words)


def _digits(tokens: list[Token], i: int, lexicon: Lexicon, atoms: list[Atom], title_case: bool) -> int:
    """Read the digit numeral at i into ``atoms`` unless it is trapped; returns the next token to look at."""
    if trap(tokens, i, lexicon):
        return _skip(tokens, i)
    fraction = _fraction(tokens, i)
    if fraction is not None:
        value, end = fraction
        if value >= 0:
            atoms.append(Atom(i, end, value, "fraction", value))
        return end
    groups = numerals.spaced_groups(tokens, i)
    if not groups and _loose_thousands(tokens, i):
        groups = 2
    written = "".join(t.text for t in tokens[i : i + groups + 1])
    value_ = numerals.digits(written, lexicon.comma_decimal)
    end = i + groups + 1
    power = numerals.power(tokens, end) if value_ is not None else None
    if power is not None and value_ is not None:
        value_, end = float(f"{value_}e{power[0]}"), power[1]
    if value_ is None:
        return _skip(tokens, i)
    atom = Atom(i, end, value_, "digits", value_)
    atom.ambiguous = "." in written and len(written.rpartition(".")[2]) == 3 and written[0] != "0" and written[0] != "."
    if (end < len(tokens) and tokens[end].text == " ") or not _suffix(tokens, atom, lexicon):
        return _skip(tokens, i)
    _scale_word(tokens, atom, lexicon)
    if names(tokens, atom, lexicon, title_case):
        return _skip(tokens, atom.end - 1)
    atoms.append(atom)
    return atom.end


def _skip(tokens: list[Token], i: int) -> int:
    """Past everything that touches the numeral at i: what is no number as a whole is none in part."""
    j = i + 1
    while j < len(tokens) and tokens[j].glued and tokens[j].text not in ('"', ")", "]", ",", ";", "—"):
        if tokens[j].text in "-–" and not (j + 1 < len(tokens) and tokens[j + 1].kind == "n"):
            break
        j += 1
    return j


def _fraction(tokens: list[Token], i: int) -> tuple[float, int] | None:
    """1/16, 2 1/4, 3½ as (value, end); (-1, end) for a date or an idiom (5/17/2018, 24/7); None for neither."""
    if i + 1 < len(tokens) and tokens[i + 1].kind == "w":
        part = numerals.vulgar(tokens[i + 1].text)
        if part is not None and tokens[i].text.isdigit():
            return float(tokens[i].text[:15]) + part, i + 2
    slash = _slashed(tokens, i)
    if slash is not None:
        return slash
    if tokens[i].text.isdigit() and len(tokens[i].text) < 4 and i + 1 < len(tokens) and not tokens[i + 1].glued:
        second = _slashed(tokens, i + 1) if tokens[i + 1].kind == "n" else None
        if second is not None and 0 < second[0] < 1:
            return float(tokens[i].text) + second[0], second[1]
    return None


def _slashed(tokens: list[Token], i: int) -> tuple[float, int] | None:
    if not (i + 2 < len(tokens) and tokens[i + 1].text == "/" and tokens[i + 1].glued and tokens[i + 2].kind == "n"):
        return None
    over, under = tokens[i].text, tokens[i + 2].text
    third = i + 3 < len(tokens) and tokens[i + 3].text == "/" and tokens[i + 3].glued
    if third or not (over.isdigit() and under.isdigit()) or len(over) > 4 or len(under) > 4:
        return -1.0, _skip(tokens, i)
    if int(over) < int(under) and int(under) in _DENOMINATORS:
        return int(over) / int(under), i + 3
    return -1.0, _skip(tokens, i)


def _loose_thousands(tokens: list[Token], i: int) -> bool:
    """``80, 000``: a comma that was torn from its group of noughts."""
    return (
        i + 2 < len(tokens) and tokens[i + 1].text == "," and tokens[i + 1].glued and tokens[i + 2].text == "000"
        and tokens[i].text.isdigit() and len(tokens[i].text) <= 3
    )  # fmt: skip


def _suffix(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """Take a glued scale or unit (``50m``, ``64GB``, ``5pc``); False where the letters that touch it are unknown."""
    if atom.end >= len(tokens) or not tokens[atom.end].glued or tokens[atom.end].kind != "w":
        return True
    word, after = tokens[atom.end], tokens[atom.end + 1] if atom.end + 1 < len(tokens) else None
    if word.low in ("'s", "x") or (word.low == "s" and atom.value % 1 == 0):
        return False
    factor = _glued_scale(tokens, atom, word, after, lexicon)
    if factor:
        return _apply(atom, factor)
    unit, end = longest(tokens, atom.end, lexicon)
    if unit is None:
        unit, end = lexicon.money_symbols.get(word.text) or _letter(tokens, atom, word, lexicon), atom.end + 1
    if unit is None:
        return (len(word.low) > 3 and word.low in lexicon.nouns) or word.text == "each"
    atom.unit, atom.end = unit, end
    return _ends_here(tokens, end)


def _glued_scale(tokens: list[Token], atom: Atom, word: Token, after: Token | None, lexicon: Lexicon) -> float | None:
    """``$50m``, ``4.3M``, ``12.3m tonnes``, ``5bn``, ``3million``; a plain m is a metre."""
    scale = lexicon.numerals.get("suffix", {}).get(word.low)
    if scale is None:
        return lexicon.numerals.get("scale", {}).get(word.low)
    money = _money_before(tokens, atom.first - 1, lexicon)
    plain = word.low in ("m", "t", "mm") and word.text not in _CASED
    if money or not plain or (word.low == "m" and after is not None and _noun_like(after, lexicon)):
        return scale
    return None


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
    return i >= 0 and (tokens[i].text in lexicon.money_symbols or tokens[i].text == "=")


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
        token.low not in lexicon.cue("stop") and token.low not in ("high", "long", "wide", "tall", "deep", "away")
    )


def _scale_word(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> None:
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
    while j < len(tokens) and (
        tokens[j].low in scales or (tokens[j].text in ("B", "M") and _before_noun(tokens, j, lexicon))
    ):
        word = tokens[j].low
        factor = scales.get(word) or lexicon.numerals["suffix"][word]
        if atom.value * factor > 1e15:
            return
        _apply(atom, factor)
        atom.end = j = j + 1
    _hundred_and(tokens, atom)
    tail(tokens, atom, lexicon)


def _hundred_and(tokens: list[Token], atom: Atom) -> None:
    """``3 hundred and 21``."""
    j = atom.end
    if j + 1 >= len(tokens) or tokens[j - 1].low != "hundred" or tokens[j].low != "and":
        return
    if tokens[j + 1].text.isdigit() and len(tokens[j + 1].text) < 3:
        atom.value, atom.end = atom.value + float(tokens[j + 1].text), j + 2


def _before_noun(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    return not tokens[j].glued and j + 1 < len(tokens) and tokens[j + 1].low in lexicon.nouns


def _word(tokens: list[Token], i: int, lexicon: Lexicon, atoms: list[Atom], title_case: bool) -> int:
    """Read the number word at i; returns the next token to look at."""
    atom = read(tokens, i, lexicon)
    if atom is None:
        return i + 1
    if not names(tokens, atom, lexicon, title_case):
        atoms.append(atom)
    return max(atom.end, i + 1)
