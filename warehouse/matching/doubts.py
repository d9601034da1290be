"""What in a quantity can match no figure: said when a watch is checked, before anything is read."""

from collections.abc import Iterator

from extractors.figures.lexicon import load
from extractors.figures.terms import expand_action
from warehouse.belief import Quantity
from warehouse.matching.terms import terms

FAMILIES = ("money:", "percent", "count", "age", "magnitude", "point")


def doubts(quantity: Quantity) -> Iterator[str]:
    """Sentences about words of a quantity that no figure can have."""
    units = load(None).units
    found = terms(quantity)
    known = {unit.partition("/")[0] for unit in units.values()}
    for unit in [term for role, term in found if role == "unit" and "/" not in term]:
        if unit not in known and not unit.startswith(FAMILIES):
            yield f"unit {unit!r} is none that figures are read in"
    counted = [units[word.lower()] for word in quantity.count if word.lower() in units]
    if counted and quantity.unit != "count" and not {("unit", unit) for unit in counted} & set(found):
        yield f"count {', '.join(quantity.count)!r} is a unit ({counted[0]}), but unit {quantity.unit!r} is asked for"
    verbs = set(load(None).verbs.values())
    for word in quantity.action:
        changes = ("change", "up") in found or ("change", "down") in found
        action_class, lemma = expand_action(word)
        if action_class is None and lemma not in verbs and not changes:
            yield f"action {word!r} is no action that is read from texts"
