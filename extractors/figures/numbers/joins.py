"""Numerals joined into numbers: N-for-N, one in five; scores and telephone numbers fall out here."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers import scores
from extractors.figures.numbers.numerals import Atom
from extractors.figures.numbers.ranges import range_or_first
from extractors.figures.spans import Span, single
from extractors.figures.text.tokens import Token

_TEN = 10
_DASHES = frozenset({"-", "–", "—"})
_POPULATIONS = frozenset({100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0})


def join(tokens: list[Token], atoms: list[Atom], lexicon: Lexicon) -> list[Span]:
    """The numbers of a sentence in order."""
    spans: list[Span] = []
    i = 0
    while i < len(atoms):
        used, span = _pair(tokens, atoms, i, lexicon)
        if span is not None:
            spans.append(span)
        i += used
    return spans


def _pair(tokens: list[Token], atoms: list[Atom], i: int, lexicon: Lexicon) -> tuple[int, Span | None]:
    """The number that begins with atom i, and how many atoms it takes."""
    a = atoms[i]
    b = atoms[i + 1] if i + 1 < len(atoms) else None
    odds = scores.to_one(tokens, a, lexicon)
    if odds:
        return 1 + (b is not None and b.first == odds), None
    one = _of_one(tokens, a)
    if b is None or one:
        return 1, (_lone_share(tokens, a, lexicon) if one else None) or single(a)
    between = [t.low for t in tokens[a.end : b.first]]
    glued = not _DASHES.isdisjoint(between) and all(t.glued for t in tokens[a.end : b.first + 1])
    if between in (["-", "for", "-"], ["for"]) and a.value == b.value:
        span = single(a)
        span.last, span.end, span.each, span.noun_end = b.end, b.end, True, b.end
        return 2, span
    if between == ["-"] and glued and a.kind == b.kind == "digits":
        chain = _chain(tokens, atoms, i)
        if chain > 2:
            return chain, None
    rate = between[1:] == ["out", "of"] and a.kind == b.kind == "words" and a.value < b.value <= _TEN
    if rate and not _hits(between[0], lexicon):
        return 2, single(a)  # five days out of seven
    ratio = (
        (
            _ratio(a, b, between, part=between == ["in"] and scores.share(tokens, a, b, lexicon))
            or _one_of_each(tokens, a, b, between, lexicon)
        )
        if not _within(tokens, b, lexicon)
        else None
    )
    if ratio is not None:
        return 2, ratio
    if between == ["out", "of"]:
        span = single(a)
        span.noun_end = a.end + 1  # ``24 out of 31 lorries``: as 24 of 31
        return 1, span
    return range_or_first(tokens, a, b, between, glued, lexicon)


def _hits(word: str, lexicon: Lexicon) -> bool:
    """``shot down five missiles out of seven``: so many of those that came, and no rate."""
    noun = lexicon.nouns.get(word)
    return noun is not None and noun.cls.startswith(("weapon", "vehicle"))


def _chain(tokens: list[Token], atoms: list[Atom], i: int) -> int:
    """How many numerals hang together by hyphens (252-972-1411)."""
    n = 1
    while i + n < len(atoms) and [t.low for t in tokens[atoms[i + n - 1].end : atoms[i + n].first]] in (
        ["-"],
        [")"],
        [")", "-"],
    ):
        n += 1
    return n


def _within(tokens: list[Token], b: Atom, lexicon: Lexicon) -> bool:
    """``two in three days``: a span of time, not a share."""
    after = tokens[b.end].low if b.end < len(tokens) else ""
    return lexicon.units.get(after, "").startswith("duration")


def _of_one(tokens: list[Token], atom: Atom) -> bool:
    """``one child in five``: the number behind ``in``, of one that is no figure of its own."""
    i = atom.first
    return i > 2 and tokens[i - 1].low == "in" and tokens[i - 3].low == "one"


def _lone_share(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> Span | None:
    """The share of ``one child in five``, where no noun of its own follows the number."""
    noun = lexicon.nouns.get(tokens[atom.first - 2].low) if _of_one(tokens, atom) else None
    if noun is None or atom.unit or atom.value < 2 or not _closed(tokens, atom.end, lexicon):
        return None
    span = single(atom)
    span.first = span.begin = atom.first - 3
    span.low = span.high = span.value = 1 / atom.value
    span.unit, span.kind = "ratio", "fraction"
    span.item, span.item_class, span.item_phrase, span.elided = noun.lemma, noun.cls, noun.lemma, False
    return span


def _closed(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """True where no noun begins at j."""
    after = tokens[j].low if j < len(tokens) else "."
    return not after.isalpha() or after in lexicon.cue("stop") or after in lexicon.verbs


def _one_of_each(tokens: list[Token], a: Atom, b: Atom, between: list[str], lexicon: Lexicon) -> Span | None:
    """``One house in three``: the share, where no noun of its own follows the second number."""
    named = len(between) == 2 and between[1] == "in" and between[0] in lexicon.nouns
    if not named or a.unit or b.unit or not _closed(tokens, b.end, lexicon):
        return None
    span = _ratio(a, b, ["in"])
    if span is not None:
        noun = lexicon.nouns[between[0]]
        span.item, span.item_class, span.item_phrase, span.elided = noun.lemma, noun.cls, between[0], False
    return span


def _odd(whole: Atom) -> bool:
    """True where a whole is no round number: ``24 out of 31`` counts both, ``3 out of 100`` is a share."""
    return whole.kind == "digits" and whole.value not in (12, 20, 50, 100, 1_000, 10_000, 100_000)


def _ratio(a: Atom, b: Atom, between: list[str], *, part: bool = False) -> Span | None:
    """``one in five``, ``nine out of 10``, a ``part`` of all: the share."""
    rate = between == ["per"] and b.value in _POPULATIONS and not a.unit
    out_of = rate or between in (["out", "of"], ["-", "out", "-", "of", "-"], ["of", "every"], ["in", "every"])
    few = a.value == 1 or (a.kind == b.kind == "words" and a.value < 10 and b.value <= 1000)
    one_in = between in (["in"], ["-", "in", "-"]) and few and a.unit is None and b.unit is None
    if (
        not (out_of or one_in or part)
        or not 0 < a.value < b.value
        or (b.value > _TEN and between == ["out", "of"] and _odd(b))
    ):
        return None
    span = single(a)
    share = a.value / b.value
    span.low = span.high = span.value = share
    span.last = span.end = span.noun_end = b.end
    span.unit, span.kind = "ratio", "fraction"
    return span
