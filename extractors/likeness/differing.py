"""Numbers that differ between sentences which two texts otherwise share."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from extractors.likeness.passages import sentences, tokens
from extractors.likeness.tables import rows

ALIKE = 0.6  # share of words that two sentences have in common, numbers left aside (Dice)
SHORTEST = 4  # words that a sentence needs beside its numbers

_NUMERAL = re.compile(r"^\d[\d.,:/]*$")
_GLUED = re.compile(r"^(\d[\d.,]*)-?([a-z]+(?:-[a-z]+)*?)(?:-old)?$")  # 2m, 18-year-old, 2million-a-day


@dataclass(frozen=True, slots=True)
class Difference:
    """Two numbers, each with its unit word where it has one, in the same place of two sentences that are alike."""

    a: str
    b: str
    sentence_a: str
    sentence_b: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    items: tuple[str, ...]  # words, and numbers as "#48 hour"
    words: Counter[str]


def differing(a: str, b: str) -> tuple[Difference, ...]:
    """Return the numbers in which two texts differ where they are alike, in a's order, each pair once.

    First within sentences that are alike; then, where a unit is left with one number in a that b has not and one in b
    that a has not ("a 4-year-old" in one sentence, "a three-year-old" in another), these two.
    """
    mine, others = _sentences(a), _sentences(b)
    found: dict[tuple[str, str], Difference] = {}
    verbatim = {other.items for other in others}
    for sentence in mine:
        if sentence.items in verbatim or not (other := _alike(sentence, others)):
            continue
        for x, y in _replaced(sentence.items, other.items):
            found.setdefault((x, y), Difference(x, y, sentence.text, other.text))
    for difference in _left_over(mine, others):
        found.setdefault((difference.a, difference.b), difference)
    return tuple(found.values())


def _left_over(mine: list[_Sentence], others: list[_Sentence]) -> Iterator[Difference]:
    """Yield pairs of numbers of one unit (or of one amount at two rates) that stand in one text only."""
    in_a, in_b = _numbers(mine), _numbers(others)
    only_a = {item: in_a[item][-1] for item in in_a if len(in_a[item]) > len(in_b.get(item, ()))}
    only_b = {item: in_b[item][-1] for item in in_b if len(in_b[item]) > len(in_a.get(item, ()))}
    for key in (_unit_of, _amount_of):
        grouped = _grouped(only_a, key), _grouped(only_b, key)
        for shared in grouped[0].keys() & grouped[1].keys():
            x, y = grouped[0][shared], grouped[1][shared]
            if len(x) == len(y) == 1:
                yield Difference(x[0], y[0], only_a[x[0]], only_b[y[0]])


def _numbers(found: list[_Sentence]) -> dict[str, list[str]]:
    """The sentences that print each number."""
    numbers: dict[str, list[str]] = {}
    for sentence in found:
        for item in sentence.items:
            if item.startswith("#"):
                numbers.setdefault(item[1:], []).append(sentence.text)
    return numbers


def _grouped(items: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for item in items:
        if shared := key(item):
            groups.setdefault(shared, []).append(item)
    return groups


def _unit_of(item: str) -> str:
    """``hour`` of ``48 hour``; "" where it has none."""
    return item.partition(" ")[2]


def _amount_of(item: str) -> str:
    """``2 million`` of ``2 million per day``; "" of what is no rate."""
    amount, rate, _ = item.partition(" per ")
    return amount if rate else ""


def _sentences(text: str) -> list[_Sentence]:
    found = []
    for sentence in sentences(text):
        items = tuple(_items(tokens(sentence)))
        words = Counter(item for item in items if not item.startswith("#"))
        if words.total() >= SHORTEST:
            found.append(_Sentence(sentence.strip(), items, words))
    return found


def _items(words: list[str]) -> list[str]:
    """Merge each number with the unit words that follow it: 48 + hours, 2m + a + day, 2 + million-a-day."""
    units = _meanings()["unit"]
    items: list[str] = []
    for word in words:
        number = numeral(word)
        if number:
            items.append(f"#{number}")
        elif items and items[-1].startswith("#") and (glued := _units(word, units)):
            items[-1] += " " + glued
        else:
            items.append(word)
    return [re.sub(r"(?: per)+$", "", item) if item.startswith("#") else item for item in items]


def _units(word: str, units: dict[str, str]) -> str:
    """Return the unit words in a word, which may be several in one (``million-a-day``); "" where it is no unit."""
    parts = word.split("-")
    return " ".join(units[part] for part in parts) if all(part in units for part in parts) else ""


def numeral(word: str) -> str | None:
    """Return the number that a token (in lower case) states, with its unit where they are one word; None if none."""
    meaning = _meanings()
    if _NUMERAL.match(word):
        whole = re.sub(r":00$", "", word.replace(",", "").rstrip(".:/"))
        return re.sub(r"^0+(?=\d)", "", whole)
    if glued := _GLUED.match(word):
        number = glued[1].replace(",", "")
        return f"{number} {_units(glued[2], meaning['unit'])}".strip()
    first, _, rest = word.partition("-")  # three-year-old, twenty-two
    number = meaning["number"].get(first, "")
    if rest in meaning["number"] and number.isdigit():
        return str(int(number) + int(meaning["number"][rest]))
    unit = _units(rest.removesuffix("-old"), meaning["unit"]) if rest else ""
    return f"{number} {unit}".strip() if number and (unit or not rest) else None


@cache
def _meanings() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {"number": {}, "unit": {}}
    for row in rows("numerals.tsv"):
        table[row["kind"]][row["word"]] = row["meaning"]
    return table


def _alike(mine: _Sentence, others: list[_Sentence]) -> _Sentence | None:
    """Return the sentence of the other text with the most words in common, or None where none is alike enough."""
    best, best_score = None, ALIKE
    size = mine.words.total()
    for other in others:
        both = size + other.words.total()
        score = 2 * min(size, other.words.total()) / both
        if score < best_score:  # cannot be reached, whatever the words
            continue
        score = 2 * (mine.words & other.words).total() / both
        if score > best_score or (best is None and score == best_score):
            best, best_score = other, score
    return best


def _replaced(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the numbers of a that stand where b has another one; one unit left out is not another number."""
    pairs: list[tuple[str, str]] = []
    for code, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if code == "replace":
            mine = [item[1:] for item in a[a1:a2] if item.startswith("#")]
            other = [item[1:] for item in b[b1:b2] if item.startswith("#")]
            pairs += [(x, y) for x, y in zip(mine, other, strict=False) if not _says(x, y) and not _says(y, x)]
    return pairs


def _says(x: str, y: str) -> bool:
    return x == y or (x.startswith(y) and " " not in y)
