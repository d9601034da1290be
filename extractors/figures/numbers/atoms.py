"""Every numeral of a sentence that is a number: digits and words, scaled, with the traps left out."""

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.numbers import numerals
from extractors.figures.numbers.names import names
from extractors.figures.numbers.numerals import Atom
from extractors.figures.numbers.scales import scale_word, scaling, suffix
from extractors.figures.numbers.slashes import fraction, skip
from extractors.figures.numbers.traps import trap, trap_of_words
from extractors.figures.numbers.wordnumbers import read
from extractors.figures.once import Once
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token


def find(sentence: Sentence, lexicon: Lexicon) -> list[Atom]:
    """The numerals of a sentence in order."""
    atoms: list[Atom] = []
    tokens, starts = sentence.tokens, _starts[lexicon.language]
    named = sentence.places(starts)
    places = sorted(sentence.numerals + named) if named else sentence.numerals
    if len(tokens) < 2 or (tokens[1].text == "," and all(t.kind == "n" or t.text == "," for t in tokens)):
        return atoms  # a line of nothing but numbers: a page, a picture, a counter, references
    title_case = bool(places) and (bool(lexicon.cues.capital_nouns) or headline(tokens))
    end = 0
    for i in places:
        if i >= end:
            read_at = _digits if tokens[i].kind == "n" else _word
            end = read_at(tokens, i, lexicon, atoms, title_case)
    return atoms


@Once
def _starts(language: str) -> frozenset[str]:
    """What a number that is not in digits begins with: number words, and signs such as ½."""
    signs = [chr(code) for code in range(0x80, 0x20000) if numerals.vulgar(chr(code))]
    return load(language).triggers.union(signs)


def headline(tokens: list[Token]) -> bool:
    """True for a headline: nearly every longer word begins with a capital."""
    high = low = 0
    most = len(tokens) // 5 + 1
    for token in tokens:
        if token.case == "a":
            low += 1
            if low > most:
                return False
        elif token.case:
            high += 1
    return high + low > 2 and high >= 0.8 * (high + low)


def _digits(tokens: list[Token], i: int, lexicon: Lexicon, atoms: list[Atom], title_case: bool) -> int:
    """Read the digit numeral at i into ``atoms`` unless it is trapped; returns the next token to look at."""
    if numerals.lone(tokens, i):
        written = tokens[i].text
        value = None if trap_of_words(tokens, i, lexicon) else numerals.digits(written, lexicon.comma_decimal)
        return i + 1 if value is None else _grow(tokens, _atom(i, i + 1, value, written), lexicon, atoms, title_case)
    exponent = numerals.scientific(tokens, i + 1)
    if exponent is None and trap(tokens, i, lexicon):
        return _run(tokens, i) or skip(tokens, i)
    run = _run(tokens, i)
    if run > i + 2 and not numerals.spaced_groups(tokens, i):
        return run
    part = fraction(tokens, i)
    if part is not None:
        return _parted(tokens, i, part, lexicon, atoms)
    groups = numerals.spaced_groups(tokens, i)
    if not groups and _loose_thousands(tokens, i):
        groups = 2
    end = i + groups + 1
    written = "".join([t.text for t in tokens[i:end]]) if groups else tokens[i].text
    value = numerals.digits(written, lexicon.comma_decimal)
    if value is None:
        return skip(tokens, i)
    power = exponent or numerals.power(tokens, end)
    if power is not None:
        value, end = float(f"{value}e{power[0]}"), power[1]
    return _grow(tokens, _atom(i, end, value, written), lexicon, atoms, title_case)


def _atom(first: int, end: int, value: float, written: str) -> Atom:
    """The number in digits; one point before three digits may be of two kinds."""
    atom = Atom(first, end, value, "digits", value)
    if "." in written:
        atom.ambiguous = len(written.rpartition(".")[2]) == 3 and written[0] != "0" and written[0] != "."
    return atom


def _grow(tokens: list[Token], atom: Atom, lexicon: Lexicon, atoms: list[Atom], title_case: bool) -> int:
    """Add a number with what touches or scales it, unless it is part of a name; returns the next token to look at."""
    first, end = atom.first, atom.end
    if (end < len(tokens) and tokens[end].text == " ") or not suffix(tokens, atom, lexicon):
        return skip(tokens, first)
    if atom.scaled or (atom.end < len(tokens) and tokens[atom.end].low in scaling[lexicon.language]):
        scale_word(tokens, atom, lexicon)
    if names(tokens, atom, lexicon, title_case, bool(atoms)):
        return skip(tokens, atom.end - 1)
    atoms.append(atom)
    return atom.end


def _parted(tokens: list[Token], i: int, part: tuple[float, int], lexicon: Lexicon, atoms: list[Atom]) -> int:
    """Add the fraction at i, scaled where a scale word follows (``3½ million``); a negative one is none."""
    value, end = part
    if value < 0:
        return end
    atom = Atom(i, end, value, "fraction", value)
    if end < len(tokens) and tokens[end].low in lexicon.numerals.get("scale", {}):
        atom.kind = "digits"
        scale_word(tokens, atom, lexicon)
    atoms.append(atom)
    return atom.end


def _run(tokens: list[Token], i: int) -> int:
    """The end of a run of digit groups that is a telephone number or a code (``0800 123 4567``); 0 for none."""
    plus = i > 0 and tokens[i - 1].text == "+" and tokens[i].glued
    j = i + 1
    while j < len(tokens) and tokens[j].text.isdigit() and tokens[j].gap == 1:
        j += 1
    leading = len(tokens[i].text) > 1 and tokens[i].text[0] == "0" and tokens[i].text.isdigit()
    return j if (j > i + 1 and (plus or leading)) or j > i + 3 else 0


def _loose_thousands(tokens: list[Token], i: int) -> bool:
    """``80, 000``: a comma that was torn from its group of noughts."""
    return (
        i + 2 < len(tokens) and tokens[i + 1].text == "," and tokens[i + 1].glued and tokens[i + 2].text == "000"
        and tokens[i].text.isdigit() and len(tokens[i].text) <= 3
    )  # fmt: skip


def _word(tokens: list[Token], i: int, lexicon: Lexicon, atoms: list[Atom], title_case: bool) -> int:
    """Read the number word at i; returns the next token to look at."""
    atom = read(tokens, i, lexicon)
    if atom is None:
        return i + 1
    if not names(tokens, atom, lexicon, title_case):
        atoms.append(atom)
    return atom.end if atom.end > i else i + 1
