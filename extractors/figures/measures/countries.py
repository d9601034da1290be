"""Names that several currencies share (``pesos``): the country that the article tells of says which one it is."""

import re
from collections import defaultdict
from dataclasses import dataclass

from extractors.figures import cldr
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Shared:
    """A name that several currencies share: the unit that it is by itself, and the units by words of a country."""

    usual: str
    words: re.Pattern[str]
    units: dict[str, frozenset[str]]

    def told(self, text: str) -> str:
        """The unit of the one country that a text names; the usual one where it names that, none or several."""
        found = {unit for word in set(self.words.findall(text)) for unit in self.units[word]}
        return self.usual if len(found) != 1 else next(iter(found))


def settle(placed: list[tuple[Sentence, Span]], text: str, lexicon: Lexicon) -> None:
    """``500 pesos`` in an article on the Philippines are not of Mexico. A currency that is named in full stays."""
    told: dict[str, str] = {}  # the text is searched once for each name, not for each number
    for sentence, span in placed:
        if not span.unit.startswith("money:"):
            continue
        for low in sentence.lows[span.last : span.noun_end]:
            shared = _shared[lexicon.language].get(low)
            if shared is not None and span.unit.startswith(shared.usual):
                unit = told.get(low) or told.setdefault(low, shared.told(text))
                if unit != shared.usual:
                    span.unit = unit + span.unit.removeprefix(shared.usual)
                    span.rule("unit", "country", 0.7)


@Once
def _shared(language: str) -> dict[str, Shared]:
    """The names that several currencies share, as they stand in a text."""
    lexicon = load(language)
    holders: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for code, names in cldr.currency_names(language):
        for name in names:
            people, _, last = name.rpartition(" ")
            if people:
                holders[last][f"money:{code}"] = people.title()
    shared = {}
    for word, peoples in holders.items():
        usual = lexicon.units.get(word, "")
        if len(peoples) > 1 and usual in peoples and word not in lexicon.cue("one_currency"):
            shared[word] = _of_countries(usual, peoples, language)
    return shared


def _of_countries(usual: str, peoples: dict[str, str], language: str) -> Shared:
    units: defaultdict[str, set[str]] = defaultdict(set)
    for unit, people in peoples.items():
        for word in (people, *cldr.countries(unit.removeprefix("money:"), language)):
            units[word].add(unit)
    longest = sorted(units, key=len, reverse=True)
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
    return Shared(usual, words, {word: frozenset(own) for word, own in units.items()})
