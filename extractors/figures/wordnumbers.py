"""Numbers in words beyond the plain cardinal: half a million, two-thirds, a hundred, dozens, one (and when it is none)."""

from extractors.figures import numerals
from extractors.figures.lexicon import Lexicon
from extractors.figures.numerals import Atom
from extractors.figures.tokens import Token


def low(tokens: list[Token], i: int) -> str:
    """The lower-case token at i, or nothing outside the sentence."""
    return tokens[i].low if 0 <= i < len(tokens) else ""


def read(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """The number that begins with the word at i (or with an article just before it), or None."""
    word = tokens[i].low
    part = numerals.vulgar(tokens[i].text)
    if part is not None:
        return Atom(i, i + 1, part, "fraction", part)
    if _inside_name(tokens, i):
        return None
    return (
        _vague(tokens, i, lexicon)
        or _fraction(tokens, i, lexicon)
        or (_magnitude(tokens, i, lexicon) if word in lexicon.numerals.get("magnitude", {}) else None)
        or (_none(tokens, i, lexicon) if word in lexicon.numerals.get("none", {}) else None)
        or _cardinal(tokens, i, lexicon)
    )


def _inside_name(tokens: list[Token], i: int) -> bool:
    """``Big-Ten``, ``No-one``: a number word that hangs on a word before it by a hyphen."""
    if not (i > 1 and tokens[i].glued and tokens[i - 1].text == "-" and tokens[i - 1].glued):
        return False
    return tokens[i - 2].kind == "w" and tokens[i - 2].low not in ("sub", "minus", "to", "for", "or")


def _cardinal(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    scales = lexicon.numerals.get("scale", {})
    if tokens[i].low in scales:
        return _bare_scale(tokens, i, lexicon)
    atom = numerals.words(tokens, i, lexicon)
    if atom is None:
        return None
    if atom.value == 1 and atom.end == i + 1 and not _one(tokens, i, lexicon):
        return None
    tail(tokens, atom, lexicon)
    if 10 <= atom.value <= 20 and atom.end == i + 1 and low(tokens, i + 1) in lexicon.numerals.get("ten", {}):
        return None
    ordinal = low(tokens, atom.end) == "-" and low(tokens, atom.end + 1) in (
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
    )
    return None if ordinal and tokens[atom.end].glued and atom.value >= 20 else atom


def _bare_scale(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """``a hundred``, ``a million and a half``, ``hundred thousand``; a scale word alone is no number."""
    scales, article = lexicon.numerals.get("scale", {}), low(tokens, i - 1) in ("a", "an")
    if not article and low(tokens, i + 1) not in scales:
        return None
    atom = numerals.words(tokens, i, lexicon, 1.0)
    if atom is not None:
        atom.first = i - article
        tail(tokens, atom, lexicon)
    return atom


def tail(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> None:
    """What may follow a number: ``and a half (million)``, ``million and three quarters``, ``point five``, ``dozens``."""
    parts, scales = lexicon.numerals.get("fraction", {}), lexicon.numerals.get("scale", {})
    j = atom.end
    if low(tokens, j) == "and":
        share, end = _share(tokens, j + 1, parts, lexicon)
        if share:
            base = scales.get(low(tokens, j - 1), 1.0)
            atom.value, atom.end = atom.value + share * (base if base >= 1000 else 1), end
            _times(tokens, atom, scales)
    elif low(tokens, j) == "point" and not atom.scaled:
        _decimals(tokens, atom, lexicon)
        _times(tokens, atom, scales)
    elif low(tokens, j) == "dozens":
        atom.value, atom.end = atom.value * 12, j + 1


def _share(tokens: list[Token], j: int, parts: dict[str, float], lexicon: Lexicon) -> tuple[float, int]:
    """``a half``, ``three quarters``, ``two-thirds`` at j as (value, end); (0, j) where there is none."""
    over = 1.0 if low(tokens, j) == "a" else lexicon.numerals.get("unit", {}).get(low(tokens, j), 0.0)
    k = j + 2 if low(tokens, j + 1) == "-" else j + 1
    under = parts.get(low(tokens, k)) or parts.get(low(tokens, k).removesuffix("s"))
    return (over / under, k + 1) if over and under and over < under else (0.0, j)


def _times(tokens: list[Token], atom: Atom, scales: dict[str, float]) -> None:
    factor = scales.get(low(tokens, atom.end))
    if factor and not atom.scaled:
        atom.raw, atom.value, atom.scaled, atom.end = atom.value, atom.value * factor, True, atom.end + 1


def _decimals(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> None:
    """``five point two five``: each word behind the point is a digit."""
    unit, j, places = lexicon.numerals.get("unit", {}), atom.end + 1, ""
    while low(tokens, j) in unit and unit[low(tokens, j)] < 10 and len(places) < 9:
        places += str(int(unit[low(tokens, j)]))
        j += 1
    if places:
        atom.value, atom.end = float(f"{int(atom.value)}.{places}"), j


def _one(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """True where ``one`` counts: ``one person``, ``one dead``, ``one of my sons``; not ``no one``, ``one of the largest``."""
    after, lead = low(tokens, i + 1), low(tokens, i - 1)
    if lead in lexicon.cue("one_lead") or not after:
        return False
    if after == "-":
        return low(tokens, i + 2) not in (
            "on",
            "off",
            "time",
            "sided",
            "way",
            "of",
            "to",
            "size",
            "stop",
            "upmanship",
            "party",
        )
    if after in ("to", "or"):
        return low(tokens, i + 2) in lexicon.numerals.get("unit", {})
    if after == "of" or after == "in" or after == "out":
        return _one_of(tokens, i, lexicon)
    if after in lexicon.actions and any(a.role in "oa" for a in lexicon.actions[after]):
        return True
    return (
        tokens[i + 1].kind == "w" and after not in lexicon.cue("one_stop") and after not in lexicon.cue("sentence_verb")
    )


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
            len(word) > 4
            and word.endswith("est")
            and word not in ("forest", "interest", "protest", "request", "guest", "harvest", "arrest")
        ):
            return False
        noun = lexicon.nouns.get(word)
        if (noun is not None and noun.plural) or word in ("them", "these", "those", "us", "whom", "you"):
            return True
    return False


def _fraction(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """``two-thirds``, ``a third of``, ``half of``, ``half a million``, ``a quarter of a million``."""
    parts = lexicon.numerals.get("fraction", {})
    word = tokens[i].low
    if word in parts:
        return _part_of_scale(tokens, i, parts[word], lexicon) or _article_fraction(tokens, i, parts[word], lexicon)
    unit = lexicon.numerals.get("unit", {}).get(word)
    j = i + 2 if low(tokens, i + 1) == "-" else i + 1
    name = low(tokens, j)
    single = name.removesuffix("s") if name.endswith("s") else name
    if not unit or single not in parts or (unit > 1) != name.endswith("s"):
        return None
    if single in ("half",) and unit == 1 and low(tokens, j + 1) not in ("of", "the", "a"):
        return None
    if unit == 1 and single not in ("half",) and low(tokens, j + 1) in lexicon.nouns and j == i + 1:
        return None
    return _scaled_fraction(tokens, Atom(i, j + 1, unit / parts[single], "fraction", unit / parts[single]), lexicon)


def _scaled_fraction(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> Atom:
    """``three quarters billion``, ``two thirds of a million``."""
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
    if lead == "a" and after == "of":
        return Atom(i - 1, i + 1, 1 / under, "fraction", 1 / under)
    return None


def _magnitude(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """``hundreds of thousands``: from the product to ten times as much."""
    table = lexicon.numerals["magnitude"]
    value, j = table[tokens[i].low], i + 1
    while low(tokens, j) in ("of", "de", "von") and low(tokens, j + 1) in table:
        value, j = value * table[low(tokens, j + 1)], j + 2
    if j == i + 1 and tokens[i].low == "tens" and low(tokens, j) not in ("of", "de"):
        return None
    if low(tokens, i - 1) in lexicon.numerals.get("unit", {}):
        return None
    return Atom(i, j, value, "vague", value, True, value * 10)


def _vague(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """Words of the declared table; ``several hundred`` multiplies, ``dozens`` stands alone, ``scores`` needs its of."""
    word = tokens[i].low
    first = i
    entry = lexicon.vague.get(word)
    for phrase, start, end in ((f"a {word}", i - 1, i + 1), (f"a {word} of", i - 1, i + 2)):
        if phrase in lexicon.vague and low(tokens, i - 1) == "a" and (end == i + 1 or low(tokens, i + 1) == "of"):
            entry, first = lexicon.vague[phrase], start
    if entry is None or (word == "scores" and low(tokens, i + 1) != "of"):
        return None
    value, high, weak = entry
    scale = lexicon.numerals.get("scale", {}).get(low(tokens, i + 1))
    if scale:
        return Atom(first, i + 2, value * scale, "vague", value * scale, True, 10 * scale)
    end = i + 2 if f"{tokens[first].low} {word} of" in lexicon.vague else i + 1
    if low(tokens, i - 1) in ("how", "as", "too", "so", "not", "the", "his", "her", "their", "its", "very"):
        return None
    return Atom(first, end, value, "vague", value, False, high, weak)


def _none(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """``no casualties``, ``no one was hurt``: zero, where what is denied are victims or an action befalls them."""
    if tokens[i].low == "zero":
        return None if low(tokens, i + 1) in lexicon.cue("zero_stop") else Atom(i, i + 1, 0.0, "words", 0.0)
    for j in range(i + 1, min(i + 5, len(tokens))):
        noun = lexicon.nouns.get(tokens[j].low)
        if noun is not None and noun.cls == "person.victim":
            return Atom(i, i + 1, 0.0, "zero", 0.0)
        if tokens[j].low in (
            "immediate",
            "reported",
            "known",
            "further",
            "other",
            "civilian",
            "serious",
            "reports",
            "of",
            "or",
            "deaths",
            "military",
        ):
            continue
        break
    if low(tokens, i + 1) in ("one", "people", "person", "civilians") and _befalls(tokens, i + 2, lexicon):
        return Atom(i, i + 1 + (low(tokens, i + 1) == "one"), 0.0, "zero", 0.0)
    return None


def _befalls(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    for k in range(j, min(j + 5, len(tokens))):
        acts = lexicon.actions.get(tokens[k].low, ())
        if any(a.cls in ("killed", "injured", "shot", "arrested", "missing") for a in acts):
            return True
        if tokens[k].low not in lexicon.cue("sentence_verb") and tokens[k].low not in (
            "else",
            "on",
            "board",
            "inside",
            "reported",
            "seriously",
        ):
            return False
    return False
