"""Names of units and currencies in any language, from the Unicode CLDR (UTS #35) as Babel carries it."""

from collections import Counter
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import get_currency_name
from babel.units import format_unit

# Counts whose plural forms cover those of the languages that Babel knows (one, few, many, other).
_COUNTS = (1, 2, 5)
# A bare name shorter than this is too often another word (Iranian rial, Peruvian sol, Bulgarian lev).
_SHORTEST = 5


def unit_names(cldr: str, language: str) -> frozenset[str]:
    """The written names of a CLDR unit (``length-kilometer``) in lower case; empty where a language has none."""
    if not _known(language):
        return frozenset()
    written = (format_unit(n, cldr, "long", locale=language).lower() for n in _COUNTS)
    return frozenset(w.replace(str(n), "", 1).strip() for n, w in zip(_COUNTS, written, strict=True)) - {""}


def currency_names(language: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each currency in use: its ISO 4217 code and its full names in lower case (``swiss franc``, ``swiss francs``)."""
    if not _known(language):
        return
    used = {
        code
        for held in get_global("territory_currencies").values()
        for code, _, end, tender in held
        if tender and not end
    }
    for code in sorted(used):
        names = {get_currency_name(code, n, language).lower() for n in _COUNTS}
        yield code, frozenset(names - {code.lower()})


def countries(code: str, language: str) -> frozenset[str]:
    """The names of the countries and territories where a currency (ISO 4217) is legal tender; empty of none."""
    if not _known(language):
        return frozenset()
    names = Locale.parse(language).territories
    held = get_global("territory_currencies")
    own = (land for land in held if any(c == code and tender and not end for c, _, end, tender in held[land]))
    return frozenset(names[land] for land in own if land in names)


def bare_names(language: str, position: int) -> dict[str, str]:
    """The words at a position of the names (-1: last) that only one currency in use has: ``tenges`` -> ``KZT``."""
    bare = {(name.split()[position], code) for code, names in currency_names(language) for name in names}
    holders = Counter(word for word, _ in bare)
    return {word: code for word, code in bare if holders[word] == 1 and len(word) >= _SHORTEST}


def _known(language: str) -> bool:
    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return False
    return True
