"""Numbers in words beyond the plain cardinal: a million and a half, five point two, hundreds of thousands, dozens."""

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.numbers import fractions, numerals, oneness
from extractors.figures.numbers.numerals import Atom, low
from extractors.figures.once import Once
from extractors.figures.text.tokens import Token

# ``three hundreds of them``: a plural behind a number multiplies as the singular does.
_PLURAL_SCALE = {"dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}


# ``is one-in-five``: how likely, and nobody is counted.
_PLAIN = frozenset({"is", "was", "a", "the"})
_DOUBLES = frozenset({"and", "upon", "after"})
# What may follow a number, besides a word for and.
TAILS = frozenset({"point", *_PLURAL_SCALE})


def read(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """The number that begins with the word at i (or with an article just before it), or None."""
    word = tokens[i].low
    part = numerals.vulgar(tokens[i].text)
    if part is not None:
        return fractions.scaled(tokens, Atom(i, i + 1, part, "fraction", part), lexicon)
    if _inside_name(tokens, i, lexicon):
        return None
    return (
        _vague(tokens, i, lexicon)
        or fractions.read(tokens, i, lexicon)
        or (_magnitude(tokens, i, lexicon) if word in lexicon.numerals.get("magnitude", {}) else None)
        or (oneness.none(tokens, i, lexicon) if word in lexicon.numerals.get("none", {}) else None)
        or (oneness.none(tokens, i, lexicon) if word == "one" and low(tokens, i - 1) == "not" else None)
        or _cardinal(tokens, i, lexicon)
    )


def _inside_name(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``Big-Ten``, ``No-one``: a number word on a hyphen; ``Breaking News-Two killed`` is a slug before a headline."""
    if not (i > 1 and tokens[i].glued and tokens[i - 1].text == "-" and tokens[i - 1].glued):
        return False
    if tokens[i - 2].low in lexicon.cue("slug") and (tokens[i].text[0].isupper() or i == 2):
        return False
    if _few(tokens, i, lexicon):
        return False
    noun = lexicon.nouns.get(tokens[i - 2].low)
    if noun is not None and noun.plural and i + 1 < len(tokens) and tokens[i + 1].gap and tokens[i].text.islower():
        return False  # ``the workers-two women and a man``: a dash
    if tokens[i - 2].low == "in" and i > 4 and low(tokens, i - 4) == "one" and tokens[i - 5].low not in _PLAIN:
        return False  # ``one-in-three``
    return tokens[i - 2].kind == "w" and tokens[i - 2].low not in ("sub", "minus", "to", "for", "or")


def _few(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``two-three years``, ``five-six goals``: the end of a range, where what is counted follows."""
    units = lexicon.numerals.get("unit", {})
    first, second, after = units.get(tokens[i - 2].low), units.get(tokens[i].low), low(tokens, i + 1)
    if first is None or second is None or not first < second or low(tokens, i - 3) == "-":
        return False
    noun = lexicon.nouns.get(after)
    return (noun is not None and noun.plural) or (after in lexicon.units and after.endswith("s"))


def _cardinal(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    scales = lexicon.numerals.get("scale", {})
    if tokens[i].low in scales:
        return _bare_scale(tokens, i, lexicon)
    atom = numerals.words(tokens, i, lexicon)
    if atom is None or (atom.value == 0 and oneness.no_zero(tokens, i, lexicon)):
        return None
    if low(tokens, atom.end) == "-" and low(tokens, atom.end + 1) in ("figure", "figures"):
        return None
    if low(tokens, i - 1) == "or" and low(tokens, i - 2) in ("thing", "word", "drink"):
        return None
    if atom.value == 1 and atom.end == i + 1 and not oneness.counts(tokens, i, lexicon):
        return None
    if fractions.plural(tokens, atom, lexicon):
        return atom
    tail(tokens, atom, lexicon)
    if 10 <= atom.value <= 20 and atom.end == i + 1 and _decade(tokens, i + 1, lexicon):
        return None
    ordinal = low(tokens, atom.end) == "-" and low(tokens, atom.end + 1) in lexicon.cue("ordinal")
    return None if ordinal and tokens[atom.end].glued and atom.value >= 20 else atom


def _decade(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``nineteen eighty``, ``the nineteen-fifties``: tens behind a number of the teens make a year."""
    word, tens = low(tokens, k + (low(tokens, k) == "-")), lexicon.numerals.get("ten", {})
    return word in tens or (word.endswith("ies") and f"{word[:-3]}y" in tens)


def _bare_scale(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """``a hundred``, ``a million and a half``, ``hundred thousand``; a scale word alone is no number."""
    scales, article = lexicon.numerals.get("scale", {}), low(tokens, i - 1) in lexicon.cue("article")
    alone = (
        (low(tokens, i - 1) == "some" and low(tokens, i + 1) != "-")
        or tokens[i].low in lexicon.cue("bare_scale")
        or fractions.joined(tokens, i + 1, lexicon)
    )
    if not (article or alone) and low(tokens, i + 1) not in scales:
        return None
    atom = numerals.words(tokens, i, lexicon, 1.0)
    if atom is not None:
        atom.first = i - article
        tail(tokens, atom, lexicon)
    return atom


def tail(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> None:
    """What may follow a number: ``and a half (million)``, ``and three quarters``, ``point five``, ``dozens``."""
    scales, j = lexicon.numerals.get("scale", {}), atom.end
    word = tokens[j].low if j < len(tokens) else ""
    hyphened = word == "-" and low(tokens, j + 1) in lexicon.cues.and_word and low(tokens, j + 2) == "-"
    if hyphened or word in lexicon.cues.and_word:
        share, end = fractions.hyphened(tokens, j + 3, lexicon) if hyphened else fractions.share(tokens, j + 1, lexicon)
        if share:
            base = scales.get(low(tokens, j - 1), 1.0)
            atom.value, atom.end = atom.value + share * (base if base >= 1000 else 1), end
            fractions.times(tokens, atom, scales)
    elif word == "point" and (not atom.scaled or atom.value < 1000):
        _decimals(tokens, atom, lexicon)
        fractions.times(tokens, atom, scales)
    elif word in _PLURAL_SCALE and (atom.kind == "words" or word == "dozens"):
        atom.value, atom.end = atom.value * _PLURAL_SCALE[word], j + 1


def _decimals(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> None:
    """``five point two five``: each word behind the point is a digit."""
    unit, j, places = lexicon.numerals.get("unit", {}), atom.end + 1, ""
    if j >= len(tokens):
        return
    while low(tokens, j) in unit and unit[low(tokens, j)] < 10 and len(places) < 9:
        places += str(int(unit[low(tokens, j)]))
        j += 1
    if not places and tokens[j].kind == "w":
        rest = numerals.words(tokens, j, lexicon)
        if rest is not None and 10 <= rest.value < 100:
            places, j = str(int(rest.value)), rest.end
    if places:
        atom.value, atom.end = float(f"{int(atom.value)}.{places}"), j


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
    if j == i + 1 and low(tokens, j) in _DOUBLES and low(tokens, j + 1) == tokens[i].low:
        return None  # ``billions and billions of dollars``: the second one counts
    return Atom(i, j, value, "vague", value, True, value * 10)


def _scales(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[float, int]:
    """The product of the scale words at j (``several hundred thousand``), and their end."""
    scales, product = lexicon.numerals.get("scale", {}), 1.0
    while low(tokens, j) in scales and product < 1e12:
        product, j = product * scales[low(tokens, j)], j + 1
    return product, j


# Before ``scores were killed``; ``the scores``, ``test scores`` and ``their scores`` are points.
_OPENING = frozenset({"and", "while", "but", "that", "as", "where", "when", "with", "said", "says", "because", "after"})
# Between ``scores`` and what befell them.
_BETWEEN = frozenset({"more", "others", "still", "also", "feared", "reported", "believed", "remain", "remained"})


_INTENSE = frozenset({"many", "several"})
# What befalls points as well: ``scores were released to schools``, ``scores were hit by the wind``.
_OF_POINTS = frozenset({"release", "hit"})


@Once
def _vague_words(language: str) -> frozenset[str]:
    return frozenset(phrase.removeprefix("a ").removesuffix(" of") for phrase in load(language).vague)


def _told(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``killing 24 and wounding scores``, ``scores are missing``, ``scores more were hurt``: no points of a game."""
    j = i + 1
    while low(tokens, j) in _BETWEEN or low(tokens, j) in lexicon.cue("auxiliary"):
        j += 1
    opens = i == 0 or tokens[i - 1].kind == "p" or low(tokens, i - 1) in _OPENING
    telling = lexicon.cue("telling")
    for a in lexicon.actions.get(low(tokens, j), ()) if opens else ():
        if a.cls in telling and (a.past or a.role == "a") and a.lemma not in _OF_POINTS:
            return True
    return any(a.cls in lexicon.cue("telling") for a in lexicon.actions.get(low(tokens, i - 1), ()) if a.role == "o")


def _vague(tokens: list[Token], i: int, lexicon: Lexicon) -> Atom | None:
    """Words of the table; ``several hundred`` multiplies, ``scores`` needs its ``of`` or a verb of harm."""
    word = tokens[i].low
    if word not in _vague_words[lexicon.language]:
        return None
    first = i
    entry = lexicon.vague.get(word)
    for phrase, start, end in ((f"a {word}", i - 1, i + 1), (f"a {word} of", i - 1, i + 2)):
        if phrase in lexicon.vague and low(tokens, i - 1) == "a" and (end == i + 1 or low(tokens, i + 1) == "of"):
            entry, first = lexicon.vague[phrase], start
    if entry is None or (word == "scores" and low(tokens, i + 1) != "of" and not _told(tokens, i, lexicon)):
        return None
    if low(tokens, i + 1) in lexicon.cue("of_word") and low(tokens, i + 2) in lexicon.numerals.get("magnitude", {}):
        return None
    doubled = low(tokens, i + 1) in _DOUBLES and low(tokens, i + 2) == word
    if doubled or (word in _INTENSE and low(tokens, i + 1) in lexicon.numerals.get("magnitude", {})):
        return None  # ``dozens and dozens``, ``many hundreds``
    value, high, weak = entry
    scale, end = _scales(tokens, i + 1, lexicon)
    if scale > 1:
        return Atom(first, end, value * scale, "vague", value * scale, True, 10 * scale)
    end = i + 2 if f"{tokens[first].low} {word} of" in lexicon.vague else i + 1
    lead = low(tokens, i - 1)
    if lead in lexicon.cue("vague_lead") or (word in ("many", "few") and lead in lexicon.cue("degree")):
        return None
    return Atom(first, end, value, "vague", value, False, high, weak)
