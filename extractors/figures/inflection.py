"""Regular English forms, for the rows of the tables that list none."""

_DOUBLING = frozenset({"kidnap", "ship", "drop", "stab", "trap", "grab", "rob", "ban", "rip", "plan"})


def plural(lemma: str) -> str:
    """The regular English plural."""
    if lemma.endswith(("s", "x", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return lemma[:-1] + "ies"
    return lemma + "s"


def verb_forms(lemma: str) -> list[str]:
    """The regular English forms of a verb: itself, third person, past and participle, gerund."""
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    es = "es" if lemma.endswith(("s", "x", "ch", "sh")) else "s"
    doubled = lemma[-1] if lemma in _DOUBLING else ""
    return [lemma, lemma + es, lemma + doubled + "ed", lemma + doubled + "ing"]
