"""Reasons for which a report is shown but does not move its voice: a copy with another number, a flip-flop, a slip."""

import re

from warehouse.belief import Policy, Report
from warehouse.consensus.book import Book
from warehouse.consensus.number import Number
from warehouse.consensus.relation import same_size, slip, supports
from warehouse.consensus.words import factor, figure, numerals, phrase

SAME_TEXT = 0.95  # share of the text, numbers left aside, from which a copy differs in nothing but its number
SECOND = 2  # voices at which a number that looked mistyped is believed


def passage(report: Report) -> str:
    """Return the report's quote with every number replaced, to compare what two copies say around their numbers."""
    words = re.findall(r"[^\W_]+(?:[.,:][^\W_]+)*", report.quote.casefold())
    return " ".join("#" if word[0].isdigit() or word in numerals() else word for word in words)


def copy_differs(book: Book, report: Report, number: Number) -> str | None:
    """Return why a copy that differs from its lineage only in its number must wait, or None.

    It waits for a second article of its voice, or an update of the article, that says the same; the publisher of the
    text itself may change its number at once.
    """
    place = (report.lineage_id, passage(report))
    key, owner = book.passages.setdefault(place, (number.key, report.owner))
    if key != number.key and owner != report.owner and _doctored(report):
        first = book.copies.setdefault((report.origin, number.key), report.report_id)
        if first == report.report_id:
            return (
                f"copy_differs: a copy of a text seen before, which differs only in its number ({figure(number.key)})"
            )
        book.held.pop(first, None)
    book.passages[place] = (number.key, owner)
    return None


def cut_short(book: Book, report: Report, number: Number) -> str | None:
    """Return why a copy whose own number its text had printed beside another one is not followed, or None.

    A reprint that lost the sentence with the number does not take that number back; the publisher of the text may.
    """
    place, position = (report.lineage_id, number.key), book.positions.get(report.origin)
    first = book.beside.get(place)
    if position is None or first is None or first == report.owner or place in book.texts:
        return None
    if position.number.key == number.key or position.report.lineage_id != report.lineage_id:
        return None
    return f"a copy of a text that prints {phrase(number)} beside {phrase(position.number)}"


def _doctored(report: Report) -> bool:
    """Return whether a passage that differs in its number stands in a text that differs in nothing else."""
    return bool(report.quote) if report.copied is None else report.copied >= SAME_TEXT


def flips(book: Book, report: Report, number: Number, policy: Policy) -> str | None:
    """Return why a voice that returns to a number it had left is not followed, or None.

    Where another publisher prints the older number it is an old text that came late, unless he edits the page that the
    voice stands on. Where the same one does, it flips: the voice stays where it is, and is frozen in the book.
    """
    voice, me = report.origin, (report.origin, report.owner)
    mine = book.said.get(me, frozenset())
    book.said[me] = mine | {number.key}
    position = book.positions.get(voice)
    if position is None or position.number.key == number.key:
        return None
    edited = position.report.article_id == report.article_id and number.key not in mine
    if edited or number.key not in book.left.get(voice, frozenset()):
        book.frozen.pop(voice, None)
        return None
    stays, goes = phrase(position.number), phrase(number)
    if not {number.key, position.number.key} <= mine:
        return f"{voice} has said {stays} since: an older text that came later"
    book.returns[voice] = book.returns.get(voice, 0) + 1
    if book.returns[voice] < policy.flips:
        return None
    book.frozen[voice] = book.frozen.get(voice, frozenset()) | {number.key, position.number.key}
    return f"{report.source} goes back and forth between {goes} and {stays}: frozen at {stays}"


def mistyped(book: Book, report: Report, number: Number, policy: Policy) -> str | None:
    """Return why a number that is 10, 100 or 1,000 times the leader (or a tenth …) waits for a second voice."""
    if book.lead is None or not (slipped := slip(number, book.lead.number, policy.slip_tolerance)):
        return None
    if _seconded(book, report.origin, number, policy):
        return None
    return f"{factor(slipped)} the number reported so far: waits for a second voice"


def released(book: Book, policy: Policy) -> list[str]:
    """Return the voices whose waiting number has found its second voice, or whose size the leader now has."""
    return [
        voice
        for voice, (number, _) in book.waiting.items()
        if _seconded(book, voice, number, policy) or (book.lead and same_size(number, book.lead.number))
    ]


def _seconded(book: Book, voice: str, number: Number, policy: Policy) -> bool:
    behind = {v for v, p in book.positions.items() if v != voice and supports(p.number, number, policy)}
    behind |= {v for v, (n, _) in book.waiting.items() if v != voice and supports(n, number, policy)}
    return len(behind) + 1 >= SECOND
