"""The words of one language, read from ``lexicons/<language>/*.tsv``: a new language is a new folder.

Tables a language may have: numerals, vague, qualifiers, units, currencies, nouns, actions, verbs, nominals, cues,
days, action_weights, item_weights, day_weights (see each header line).
What a folder leaves out is empty, so a language can start with numerals and two actions.
"""

import csv
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from sys import intern
from typing import cast

from extractors.figure import Qualifier
from extractors.figures import cldr, compounds
from extractors.figures.cues import Cues, Lists
from extractors.figures.inflection import plural, verb_forms
from extractors.figures.once import Once
from extractors.figures.text.tokens import Token, tokenise

ROOT = files("extractors.figures").joinpath("lexicons")
DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Noun:
    """What a word counts: its lemma and its class, a dotted path (``person.military``)."""

    lemma: str
    cls: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Act:
    """An action word. ``role``: o = done to the counted, s = done by it, n = the action as a noun, a = its state."""

    cls: str
    lemma: str
    role: str
    past: bool = False


def phrase(tokens: Sequence[Token], first: int, end: int) -> str:
    """The lower-case words of a token range as the tables write them: hyphens without spaces."""
    out = ""
    for token in tokens[first:end]:
        out += token.low if token.glued or not out else f" {token.low}"
    return out


def pair(first: Token, second: Token) -> str:
    """The same of two tokens, as it is asked for most."""
    return first.low + second.low if second.glued else f"{first.low} {second.low}"


@Once
def padded(phrases: frozenset[str]) -> tuple[str, ...]:
    """Phrases with a blank on either side, to be looked for in words joined by blanks."""
    return tuple(f" {phrase} " for phrase in phrases)


def held(words: Set[str], folded: str, phrases: frozenset[str]) -> list[str]:
    """The phrases, with a blank on either side, that stand in these words, which ``folded`` has joined by blanks."""
    known = _by_word[phrases]
    if known.keys().isdisjoint(words):
        return []
    found = []
    for word in known.keys() & words:
        for phrase in known[word]:
            if phrase in folded:
                found.append(phrase)  # noqa: PERF401 - a comprehension would be a function made anew for each sentence
    return found


@Once
def _by_word(phrases: frozenset[str]) -> dict[str, list[str]]:
    """Phrases with a blank on either side, by the longest of their words."""
    known: dict[str, list[str]] = {}
    for phrase in padded[phrases]:
        known.setdefault(max(phrase.split(), key=len), []).append(phrase)
    return known


@Once
def union(words: tuple[frozenset[str], ...]) -> frozenset[str]:
    """Several cue lists as one, made once: with ``|`` it would be made anew for every number."""
    return frozenset().union(*words)


# What may stand between a qualifier and an amount in any language.
_MONEY = frozenset({"$", "us", "au", "hk", "nz", "="})


@dataclass(slots=True, eq=False, repr=False)
class Lexicon(Cues):
    """All tables of one language; lookups are by lower-case words joined with one space.

    It is its own table of cue lists; ``cues`` has them as attributes, for where they are asked for in most sentences.
    """

    language: str
    cues: Lists = field(init=False)
    numerals: dict[str, dict[str, float]] = field(default_factory=dict)
    vague: dict[str, tuple[float, float | None, bool]] = field(default_factory=dict)
    before: dict[str, Qualifier] = field(default_factory=dict)
    after: dict[str, Qualifier] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    money_symbols: dict[str, str] = field(default_factory=dict)
    money_words: frozenset[str] = _MONEY
    nouns: dict[str, Noun] = field(default_factory=dict)
    actions: dict[str, tuple[Act, ...]] = field(default_factory=dict)
    implies: dict[str, Act] = field(default_factory=dict)
    verbs: dict[str, str] = field(default_factory=dict)
    nominals: dict[str, str] = field(default_factory=dict)
    days: dict[str, dict[str, int]] = field(default_factory=dict)
    action_weights: dict[str, float] = field(default_factory=dict)
    item_weights: dict[str, float] = field(default_factory=dict)
    day_weights: dict[str, float] = field(default_factory=dict)
    triggers: frozenset[str] = frozenset()
    openers: dict[str, int] = field(default_factory=dict)
    action_heads: frozenset[str] = frozenset()
    comma_decimal: bool = False


def available() -> tuple[str, ...]:
    """The languages that have a folder, sorted."""
    return tuple(sorted(p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith("_")))


@cache
def load(language: str | None) -> Lexicon:
    """The lexicon of a language code (``en``, ``en-GB``); English where None; an unknown one knows only digits."""
    code = (language or DEFAULT).lower().replace("_", "-").split("-")[0]
    lexicon = Lexicon(code)
    lexicon.update({r["cue"]: frozenset(map(intern, r["words"].split("|"))) for r in _table(code, "cues")})
    lexicon.cues = Lists(lexicon, _names())
    if code not in available():
        return lexicon
    _numbers(lexicon)
    _units(lexicon)
    _international(lexicon)
    _actions(lexicon)
    _verbs(lexicon)
    _nominals(lexicon)
    _nouns(lexicon)
    lexicon.comma_decimal = "comma_decimal" in lexicon
    for row in _table(code, "days"):
        lexicon.days.setdefault(row["kind"], {})[row["word"]] = int(row["value"])
    lexicon.action_weights, lexicon.item_weights = _weights(code, "action_weights"), _weights(code, "item_weights")
    lexicon.day_weights = _weights(code, "day_weights")
    _index(lexicon)
    return lexicon


@cache
def _names() -> frozenset[str]:
    """The names of the cue lists of all languages."""
    return frozenset(row["cue"] for language in available() for row in _table(language, "cues"))


def _table(language: str, name: str) -> list[dict[str, str]]:
    path = ROOT.joinpath(language, f"{name}.tsv")
    if not path.is_file():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _weights(language: str, name: str) -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in _table(language, name)}


def _numbers(lexicon: Lexicon) -> None:
    for row in _table(lexicon.language, "numerals"):
        lexicon.numerals.setdefault(row["kind"], {})[row["word"]] = float(row["value"])
    if lexicon.cue("compound_numbers"):
        known = lexicon.numerals["unit"]
        known.update({word: value for word, value in compounds.german().items() if word not in known})
    for row in _table(lexicon.language, "vague"):
        high = float(row["high"]) if row["high"] else None
        lexicon.vague[row["word"]] = (float(row["low"]), high, row["strength"] == "weak")
    for row in _table(lexicon.language, "qualifiers"):
        side = lexicon.before if row["side"] == "before" else lexicon.after
        side[row["phrase"]] = cast(Qualifier, row["qualifier"])


def _units(lexicon: Lexicon) -> None:
    for row in _table(lexicon.language, "units"):
        for form in filter(None, row["forms"].split("|")):
            lexicon.units.setdefault(form.lower(), row["unit"])
        for symbol in filter(None, row["symbols"].split("|")):
            lexicon.symbols.setdefault(symbol, row["unit"])
    for row in _table(lexicon.language, "currencies"):
        for form in filter(None, row["names"].split("|")):
            lexicon.units.setdefault(form.lower(), f"money:{row['code']}")
        for symbol in filter(None, row["symbols"].split("|")):
            lexicon.money_symbols.setdefault(symbol, f"money:{row['code']}")


def _international(lexicon: Lexicon) -> None:
    """Add the CLDR's names of units and currencies; the language's own tables go before them."""
    for row in _table("", "units"):
        for form in cldr.unit_names(row["cldr"], lexicon.language):
            lexicon.units.setdefault(form, row["unit"])
    for code, names in cldr.currency_names(lexicon.language):
        for form in names:
            lexicon.units.setdefault(form, f"money:{code}")
    position = 0 if "first" in lexicon.cue("currency_noun") else -1
    for form, code in cldr.bare_names(lexicon.language, position).items():
        if form not in lexicon.cue("not_currency"):
            lexicon.units.setdefault(form, f"money:{code}")


def _nouns(lexicon: Lexicon) -> None:
    for row in _table(lexicon.language, "nouns"):
        lemma, cls = row["lemma"], row["class"]
        plurals = row["forms"].split(",") if row["forms"] else [plural(lemma)]
        for form in plurals:
            lexicon.nouns.setdefault(intern(form), Noun(lemma, cls, True))
        lexicon.nouns.setdefault(intern(lemma), Noun(lemma, cls, False))
        if row.get("implies"):
            lexicon.implies[lemma] = _act(lexicon, row["implies"])


def _actions(lexicon: Lexicon) -> None:
    found: dict[str, list[Act]] = {}
    for row in _table(lexicon.language, "actions"):
        lemma, role = row["lemma"], row["role"]
        forms = row["forms"].split(",") if row["forms"] else verb_forms(lemma) if role in "os" else [lemma]
        for form in forms:
            past = form.split()[0].endswith(("ed", "t", "n", "d")) or " " in form
            acts = found.setdefault(form, [])
            if all(a.role != role for a in acts):
                acts.append(Act(row["class"], lemma, role, past))
    lexicon.actions = {intern(form): tuple(acts) for form, acts in found.items()}


def _verbs(lexicon: Lexicon) -> None:
    for row in _table(lexicon.language, "verbs"):
        for form in row["forms"].split(",") if row["forms"] else verb_forms(row["lemma"]):
            lexicon.verbs.setdefault(intern(form), row["lemma"])


def _nominals(lexicon: Lexicon) -> None:
    """Nouns of an action (``closure``) and their verb (``close``); a gerund is one as well (``the sacking of 60``)."""
    gerunds = {form: lemma for form, lemma in lexicon.verbs.items() if form.endswith("ing")}
    lexicon.nominals.update(gerunds | {row["noun"]: row["verb"] for row in _table(lexicon.language, "nominals")})


def _act(lexicon: Lexicon, cls: str) -> Act:
    """The first action of a class: what a noun such as ``deaths`` implies of those it counts."""
    known = (a for acts in lexicon.actions.values() for a in acts if a.cls == cls)
    return next(known, Act(cls, cls, "n"))


def _index(lexicon: Lexicon) -> None:
    words: set[str] = {
        w for kind in ("unit", "ten", "hundred", "scale", "magnitude", "none") for w in lexicon.numerals.get(kind, ())
    }
    words |= {w.removeprefix("a ").split()[0] for w in lexicon.vague}
    words |= {form for f in lexicon.numerals.get("fraction", ()) for form in (f, f + "s")} | {"half", "halves"}
    lexicon.triggers = frozenset(words)
    lexicon.money_words = _MONEY.union(sign.lower() for sign in lexicon.money_symbols)
    lexicon.action_heads = frozenset(tokenise(form)[0].low for form in lexicon.actions)
    for table in (lexicon.actions, lexicon.nouns, lexicon.units):
        for written in table:
            if " " in written or "-" in written:
                tokens = tokenise(written)
                lexicon.openers[tokens[0].low] = max(len(tokens), lexicon.openers.get(tokens[0].low, 0))
