"""Fractions in words: two-thirds, a third of, half a million, three quarters of a billion."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers.numerals import Atom, low
from extractors.figures.text.tokens import Token


def read(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """``two-thirds``, ``a third of``, ``half of``, ``half a million``, ``a quarter of a million``."""
    parts = lexicon.numerals.get("fraction", {})
    word = tokens[i].low
    if word in parts:
        return _part_of_scale(tokens, i, parts[word], lexicon) or _article_fraction(tokens, i, parts[word], lexicon)
    unit = lexicon.numerals.get("unit", {}).get(word)
    if not unit:
        return None
    j = i + 2 if low(tokens, i + 1) == "-" else i + 1
    name = low(tokens, j)
    single = name.removesuffix("s") if name.endswith("s") else name
    if single not in parts or (unit > 1) != name.endswith("s"):
        return None
    if single == "quarter" and unit > 3:
        return None
    if single in ("half",) and unit == 1 and low(tokens, j + 1) not in ("of", "the", "a"):
        return None
    if unit == 1 and single not in ("half",) and low(tokens, j + 1) in lexicon.nouns and j == i + 1:
        return None
    return scaled(tokens, Atom(i, j + 1, unit / parts[single], "fraction", unit / parts[single]), lexicon)


def plural(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``twenty-three fifths``, ``fifty-four hundredths``: divide a number above one by the plural that follows."""
    if atom.value <= 1:
        return False
    j = atom.end + (low(tokens, atom.end) == "-")
    name = low(tokens, j)
    under = lexicon.numerals.get("fraction", {}).get(name[:-1], 0.0) if name.endswith("s") else 0.0
    if under < 5:
        return False
    atom.value, atom.kind, atom.end = atom.value / under, "fraction", j + 1
    return True


def scaled(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> Atom:
    """Take the scale of ``three quarters billion``, ``two thirds of a million``, ``½ million``."""
    scales, j = lexicon.numerals.get("scale", {}), atom.end
    if low(tokens, j) == "of" and low(tokens, j + 1) == "a":
        j += 2
    if low(tokens, j) in scales:
        atom.value, atom.kind, atom.scaled, atom.end = atom.value * scales[low(tokens, j)], "words", True, j + 1
    return atom


def _part_of_scale(tokens: list[Token], i: int, under: float, lexicon: Lexicon) -> Atom | None:
    """``half a million``, ``half million``, ``half a dozen``, ``a quarter of a million``."""
    scales = lexicon.numerals.get("scale", {})
    j = i + 1
    while low(tokens, j) in ("of", "a", "-") and j < i + 4:
        j += 1
    if low(tokens, j) not in scales or under not in (2.0, 3.0, 4.0) or low(tokens, j - 1) == "the":
        return None
    value = scales[tokens[j].low] / under
    first = i - 1 if low(tokens, i - 1) == "a" else i
    return Atom(first, j + 1, value, "words", 1 / under, True)


def _article_fraction(tokens: list[Token], i: int, under: float, lexicon: Lexicon) -> Atom | None:
    word, lead, after = tokens[i].low, low(tokens, i - 1), low(tokens, i + 1)
    if _alone(tokens, i, word, lexicon):
        first = i - (lead == "a")
        return Atom(first, i + 1, 1 / under, "fraction", 1 / under)
    if word == "half" and after in ("a", "an") and low(tokens, i + 2) in lexicon.units:
        return Atom(i, i + 2, 0.5, "fraction", 0.5)
    if word == "half":
        if lead in ("first", "second", "last", "other", "latter", "early", "late", "a", "the", "and") or after not in (
            "of",
            "the",
            "its",
            "their",
            "his",
            "her",
            "our",
        ):
            return None
        return None if low(tokens, i + 2) in lexicon.cue("half_stop") else Atom(i, i + 1, 0.5, "fraction", 0.5)
    if lead in lexicon.cue("article") and after in lexicon.cue("of_word") and not _of_month(tokens, i, lexicon):
        return Atom(i - 1, i + 1, 1 / under, "fraction", 1 / under)
    return None


def _of_month(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``a Fourth of July party``: a day of the calendar."""
    return tokens[i].text[0].isupper() and low(tokens, i + 2) in lexicon.days.get("month", {})


def _alone(tokens: list[Token], i: int, word: str, lexicon: Lexicon) -> bool:
    """``fell by a third``, ``more than half were children``, ``nearly half of``: a share of something known."""
    lead, after = low(tokens, i - 1), low(tokens, i + 1)
    if word != "half":
        if lead != "a":
            return False
        lead = low(tokens, i - 2)
    closed = not after or not after[0].isalpha() or after in lexicon.cue("stop")
    if after == "-" or not closed:
        return False
    plural_verb = after in ("were", "are", "have") and (word == "half" or lead in lexicon.cue("share_lead") or i < 2)
    return (lead in lexicon.cue("share_lead") and after not in ("a", "an")) or plural_verb


def share(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[float, int]:
    """``a half``, ``three quarters``, ``two-thirds`` at j as (value, end); (0, j) where there is none."""
    parts = lexicon.numerals.get("fraction", {})
    if low(tokens, j) in lexicon.cue("half_word"):
        return 0.5, j + 1
    over = 1.0 if low(tokens, j) == "a" else lexicon.numerals.get("unit", {}).get(low(tokens, j), 0.0)
    k = j + 2 if low(tokens, j + 1) == "-" else j + 1
    under = parts.get(low(tokens, k)) or parts.get(low(tokens, k).removesuffix("s"))
    return (over / under, k + 1) if over and under and over < under else (0.0, j)


def hyphened(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[float, int]:
    """The same of ``a-half`` at j, as in ``two-and-a-half``."""
    part = lexicon.numerals.get("fraction", {}).get(low(tokens, j + 2)) if low(tokens, j + 1) == "-" else None
    return (1 / part, j + 3) if part and low(tokens, j) in ("a", "one") else (0.0, j)


def joined(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``millón y medio``: a scale word goes on with a share without any article."""
    parts = lexicon.numerals.get("fraction", {})
    return bool(lexicon.cue("half_word")) and low(tokens, j) in lexicon.cue("and_word") and low(tokens, j + 1) in parts


def times(tokens: list[Token], atom: Atom, scales: dict[str, float]) -> None:
    """Multiply by the scale word that follows, once."""
    factor = scales.get(low(tokens, atom.end))
    if factor and not atom.scaled:
        atom.raw, atom.value, atom.scaled, atom.end = atom.value, atom.value * factor, True, atom.end + 1
