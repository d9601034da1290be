"""Numerals joined into numbers: ranges, N-for-N, one in five; scores and telephone numbers fall out here."""

from dataclasses import dataclass, field
from datetime import date

from extractors.figure import Basis, Change, Qualifier, Status
from extractors.figures.lexicon import Lexicon
from extractors.figures.numerals import Atom
from extractors.figures.tokens import Token

RULES = list[tuple[str, str, float]]


@dataclass(slots=True)
class Span:
    """One number of a sentence and what the steps find out about it; token indices, ``end`` exclusive.

    ``first``/``last`` bound the number as written, ``begin``/``end`` the quote (qualifier, currency, unit, noun).
    """

    first: int
    last: int
    begin: int
    end: int
    low: float | None
    high: float | None
    value: float | None
    qualifier: Qualifier = "exact"
    low_exclusive: bool = False
    high_exclusive: bool = False
    kind: str = "digits"
    unit: str = "count"
    each: bool = False
    weak: bool = False
    ambiguous: bool = False
    change: Change | None = None
    from_to: bool = False
    ends: tuple[Atom, Atom] | None = None
    item: str | None = None
    item_phrase: str | None = None
    item_class: str | None = None
    noun_end: int = 0
    elided: bool = True
    plural: bool = False
    action: str | None = None
    action_class: str | None = None
    action_at: int | None = None
    action_cost: float = 99.0
    basis: Basis | None = None
    party: str | None = None
    status: Status = "happened"
    speaker: str | None = None
    place: str | None = None
    when: date | None = None
    background: bool = False
    part: bool = False
    others: bool = False
    rules: RULES = field(default_factory=list)

    def rule(self, attribute: str, name: str, confidence: float) -> None:
        """Note which rule gave an attribute."""
        self.rules.append((attribute, name, confidence))


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


def single(atom: Atom) -> Span:
    """A numeral that stands alone."""
    vague = atom.kind == "vague"
    span = Span(
        atom.first, atom.end, atom.first, atom.end,
        atom.value, atom.high if vague else atom.value, None if vague else atom.value,
        "vague" if vague else "exact", kind=atom.kind, weak=atom.weak, ambiguous=atom.ambiguous, noun_end=atom.end,
    )  # fmt: skip
    if atom.unit:
        span.unit = atom.unit
    elif atom.kind == "fraction" and atom.value < 1:
        span.unit = "ratio"
    return span


def _pair(tokens: list[Token], atoms: list[Atom], i: int, lexicon: Lexicon) -> tuple[int, Span | None]:
    """The number that begins with atom i, and how many atoms it takes."""
    a = atoms[i]
    b = atoms[i + 1] if i + 1 < len(atoms) else None
    if b is None:
        return 1, single(a)
    between = [t.low for t in tokens[a.end : b.first]]
    glued = all(t.glued for t in tokens[a.end : b.first + 1])
    if between in (["-", "for", "-"], ["for"]) and a.value == b.value:
        span = single(a)
        span.last, span.end, span.each, span.noun_end = b.end, b.end, True, b.end
        return 2, span
    if between == ["-"] and glued and a.kind == b.kind == "digits":
        chain = _chain(tokens, atoms, i)
        if chain > 2:
            return chain, None
    ratio = _ratio(a, b, between)
    if ratio is not None:
        return 2, ratio
    return _range_or_first(tokens, a, b, between, glued, lexicon)


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


def _ratio(a: Atom, b: Atom, between: list[str]) -> Span | None:
    """``one in five``, ``nine out of 10``: the share."""
    out_of = between in (["out", "of"], ["-", "out", "-", "of", "-"], ["of", "every"], ["in", "every"])
    one_in = (
        between in (["in"], ["-", "in", "-"])
        and a.kind == "words"
        and a.value < b.value <= 1000
        and a.value < 10
        and b.kind == "words"
    )
    one_in = one_in or (between == ["in"] and a.value == 1 and a.kind == b.kind == "digits" and b.unit is None)
    if not (out_of or one_in) or not 0 < a.value < b.value:
        return None
    span = single(a)
    share = a.value / b.value
    span.low = span.high = span.value = share
    span.last = span.end = span.noun_end = b.end
    span.unit, span.kind = "ratio", "fraction"
    return span


def _range_or_first(
    tokens: list[Token], a: Atom, b: Atom, between: list[str], glued: bool, lexicon: Lexicon
) -> tuple[int, Span | None]:
    if "(" in between or ")" in between:
        return 1, single(a)
    signs = [w for w in between if w not in lexicon_money(lexicon)]
    lead = tokens[a.first - 1].low if a.first else ""
    leads = {tokens[j].low for j in range(max(0, a.first - 5), a.first)}
    if signs in (["-"], ["–"], ["—"]) and (glued or signs != ["—"]):
        return _dashed(tokens, a, b, glued, lexicon)
    if "between" in leads and signs and signs[-1] == "and" and _same_unit(signs[:-1], tokens, b):
        span = _range(a, b)
        span.begin -= lead == "between"
        return 2, span
    to = (signs and signs[-1] in ("to", "bis", "a")) or signs[-3:] == ["-", "to", "-"] or signs[-2:] == ["to", "-"]
    if to and _to_range(tokens, a, b, signs, leads, lead, lexicon):
        span = _range(a, b)
        span.from_to = "from" in leads
        return 2, span
    if signs[-2:] == ["up", "to"] and "from" in leads:
        return 2, _range(a, b)
    if (
        signs == ["or"]
        and a.raw < b.raw
        and (b.value <= 10 * _inherit(a, b) or b.scaled)
        and a.kind == b.kind
        and not a.unit
    ):
        return 2, _range(a, b)
    return 1, single(a)


def lexicon_money(lexicon: Lexicon) -> frozenset[str]:
    """Currency signs in lower case, cached on the lexicon's cue lists."""
    signs = lexicon.cue("_money")
    if not signs:
        signs = frozenset(s.lower() for s in lexicon.money_symbols) | {"$", "us", "au", "hk", "nz", "="}
        lexicon.cues["_money"] = signs
    return signs


def _inherit(a: Atom, b: Atom) -> float:
    """The value of the first number with the scale of the second (``24.2 to 33 billion``)."""
    if b.scaled and not a.scaled and a.raw < b.raw and b.raw:
        return a.value * (b.value / b.raw)
    return a.value


def _range(a: Atom, b: Atom) -> Span:
    span = single(b)
    first = _inherit(a, b)
    low, high = sorted((first, b.value))
    span.first = span.begin = a.first
    span.low, span.high, span.value, span.qualifier, span.kind = low, high, None, "range", "range"
    if a.unit and not b.unit:
        span.unit = a.unit
    span.change = "down" if first > b.value else None
    span.ends = (a, b)
    return span


def _dashed(tokens: list[Token], a: Atom, b: Atom, glued: bool, lexicon: Lexicon) -> tuple[int, Span | None]:
    """``40-50 hours`` is a range; ``2-1`` is a score; what rises and counts nothing is a score, too."""
    first = _inherit(a, b)
    if not glued and tokens[a.end].text != "–" and a.unit is None and b.unit is None:
        follows = b.end < len(tokens) and tokens[b.end].low in lexicon.units
        return (2, _range(a, b)) if follows and first < b.value else (1, single(a))
    if first >= b.value:
        return (2, None) if glued and not a.scaled and a.unit is None else (1, single(a))
    after = tokens[b.end] if b.end < len(tokens) else None
    if (
        glued
        and a.end - a.first == b.end - b.first == 1
        and len(tokens[a.first].text) == 3
        and len(tokens[b.first].text) == 4
    ):
        return 2, None
    small = a.value < 25 and b.value < 100 and b.unit is None and not b.scaled
    money = a.first > 0 and tokens[a.first - 1].low in lexicon_money(lexicon)
    if (
        small
        and not money
        and (after is None or (after.kind == "p" and after.text not in "%-") or after.low in lexicon.cue("stop"))
    ):
        return (2, None) if glued else (1, single(a))
    return 2, _range(a, b)


def _same_unit(words: list[str], tokens: list[Token], b: Atom) -> bool:
    """True where the words between two ends of a range are nothing, or the unit or noun that follows the second."""
    words = [w for w in words if w not in ("-",)]
    if not words:
        return True
    if len(words) > 3:
        return False
    following = [t.low for t in tokens[b.end : b.end + 5]]
    return all(w in following or w.removesuffix("s") in following or w + "s" in following for w in words)


def _to_range(
    tokens: list[Token], a: Atom, b: Atom, signs: list[str], leads: set[str], lead: str, lexicon: Lexicon
) -> bool:
    """``100 to 200 people``, ``from 5 per cent to 7 per cent``; not ``rose 18 points to 1,478``."""
    inside = [w for w in signs if w not in ("to", "-", "bis", "a")]
    if lead == "by" or (a.unit != b.unit and a.unit and b.unit):
        return False
    if "from" in leads and len(inside) < 9:
        near = tokens[b.first - 1].low in ("to", "-") or tokens[b.first - 2].low == "to"
        return near and not {",", ";", "and", "by"} & set(inside)
    changes = {w for w in leads if any(x.cls in ("rose", "fell") for x in lexicon.actions.get(w, ()))}
    if changes and not inside:
        return False
    return _inherit(a, b) < b.value and not changes and _same_unit(inside, tokens, b)
