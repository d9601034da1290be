"""A quantity's words as the terms that figures are joined on."""

import csv
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib.resources import files

from extractors.figures.lexicon import load
from extractors.figures.terms import expand_action, expand_count
from warehouse.belief import Quantity

Term = tuple[str, str]
PERSON = "person"
FLOWS = ("volume:", "mass:", "energy:")  # what also flows: barrels a day, tonnes a year
PERIODS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "annum")


@cache
def _table(name: str) -> tuple[tuple[str, ...], ...]:
    text = files("warehouse.matching").joinpath(name).read_text(encoding="utf-8")
    return tuple(tuple(row) for row in csv.reader(text.splitlines()[1:], delimiter="\t"))


@cache
def whole() -> frozenset[str]:
    """Lemmas that name people without narrowing which: person, victim, dead … (not: child, officer, man)."""
    return frozenset(row[0] for row in _table("whole.tsv"))


def folded(words: str) -> str:
    """Words as they are looked up in text: no accents, lower case, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(plain.lower().split())


def distance(asked: Iterable[str], found: str) -> float:
    """How far a kin action is from the actions that were asked for: 0 as good, 1 a last resort."""
    classes = set(asked)
    return min((float(far) for a, kin, far in _table("kin.tsv") if a in classes and kin == found), default=0.0)


def terms(quantity: Quantity) -> list[Term]:
    """(role, term) of a quantity, for the table quantity_terms, without duplicates.

    Roles: count, count_also (a word for the same), count_class, count_whole (a noun for anyone), count_elided (no noun
    at all), count_never (a noun of the same class that is not meant), change (up or down), action, action_class,
    action_noun (a noun that implies the action: residents live there), action_kin (meant where the article has nothing
    closer), action_word (that may stand in the sentence; only for what is narrow enough: bystanders, ships, not
    people), unit, about, not, place, party.
    """
    found = [*_actions(quantity), *_units(quantity)]
    if not _measured(quantity):
        found += _counts(quantity)
    for role, words in (
        ("about", quantity.about),
        ("not", quantity.not_about),
        ("place", quantity.place),
        ("party", quantity.party),
    ):
        found += [(role, folded(word)) for word in words]
    if ("count_class", PERSON) not in found:
        found += [("action_word", form) for form in _forms({term for role, term in found if role == "action_class"})]
    return list(dict.fromkeys(found))


def _measured(quantity: Quantity) -> bool:
    """Whether the words of ``count`` are a unit: barrels, tonnes, euros."""
    units = load(None).units
    return quantity.unit == "count" and any(word.lower() in units for word in quantity.count)


def _actions(quantity: Quantity) -> Iterator[Term]:
    classes = set()
    changes: dict[str, str] = {row[0]: row[1] for row in _table("changes.tsv")}
    for word in quantity.action:
        if word.lower() in changes:
            yield "change", changes[word.lower()]
        action_class, lemma = expand_action(word)
        if action_class:
            classes.add(action_class)
            yield "action_class", action_class
        elif lemma:
            yield "action", lemma
    for noun_action, noun in _table("implied.tsv"):
        if noun_action in classes:
            yield "action_noun", noun
    for kin in dict.fromkeys(kin for asked, kin, _ in _table("kin.tsv") if asked in classes and kin not in classes):
        yield "action_kin", kin


def _forms(classes: Collection[str]) -> Iterator[str]:
    """The words for these actions in any form."""
    for form, acts in load(None).actions.items():
        if any(act.cls in classes for act in acts):
            yield f" {form}"


def _counts(quantity: Quantity) -> Iterator[Term]:
    actions = {term for role, term in _actions(quantity) if role == "action_class"}
    roles = {noun for action, noun in _table("roles.tsv") if action in actions}
    named = [counted(word) for word in quantity.count]
    own = {lemma for _, lemmas in named for lemma in lemmas}
    if own & {noun for action, noun in _table("elided.tsv") if action in actions}:
        yield "count_elided", "noun"  # "won 57": seats
    yield from (("count_also", noun) for word, noun in _table("meant.tsv") if word in own)
    yield from (("count_never", noun) for word, noun in _table("apart.tsv") if word in own and noun not in own)
    anyone = [c == PERSON or c in roles or bool(roles & set(lemmas)) for c, lemmas in named]
    for (item_class, lemmas), general in zip(named, anyone, strict=True):
        # Victims of a shooting are any people who were shot; beside bystanders they are only those so called.
        if general and (all(anyone) or item_class == PERSON):
            yield "count_class", PERSON
            yield "count_elided", PERSON
            yield from (("count_whole", noun) for noun in sorted(whole()))
        elif item_class:
            yield "count_class", item_class
        yield from (("count", lemma) for lemma in lemmas)


def counted(word: str) -> tuple[str | None, tuple[str, ...]]:
    """The class that a word of ``count`` names, if it does, and the lemmas that it may stand for.

    ``people``: the class of all persons; ``civilians``, ``soldiers``: a class below it, whose other words are meant
    as well (troops); ``teachers``, ``houses``: only that word, as no class is that narrow.
    """
    nouns = load(None).nouns
    item_class, _ = expand_count(word)
    noun = nouns.get(word.lower())
    lemma = noun.lemma if noun else word.lower()
    if item_class == PERSON and lemma in whole():
        return PERSON, ()
    named = next((n.cls for n in nouns.values() if n.cls.rsplit(".", 1)[-1] == lemma), None)
    if named or (item_class and ("." in item_class or item_class == word.lower())):
        return named or item_class, (lemma,)
    # An unknown word is tried as it stands and in its singular.
    singular = (lemma,) if noun or not lemma.endswith("s") else (lemma[:-1], lemma.removesuffix("es"))
    return None, tuple(dict.fromkeys((lemma, *singular)))


def _units(quantity: Quantity) -> Iterator[Term]:
    """Who counts barrels, days or euros means figures of these units, also so many a day; any unit's name will do."""
    units = load(None).units
    named = [units[word.lower()] for word in quantity.count if word.lower() in units]
    wanted = named if named and quantity.unit == "count" else [units.get(quantity.unit.lower(), quantity.unit)]
    for unit in wanted:
        yield "unit", unit
        if unit.startswith(FLOWS) and "/" not in unit:
            yield from (("unit", f"{unit}/{period}") for period in PERIODS)
