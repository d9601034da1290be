"""Which agency or outlet a text names as its origin; whom it merely cites is a speaker and not looked for."""

import re
from collections.abc import Iterator, Sequence

from extractors.document import Dropped
from extractors.likeness.credit_lines import (
    BYLINE,
    CREDITS,
    DATELINE,
    OUTLET,
    PLACED,
    SIGNATURE,
    STAFF,
    STATION,
    UNNAMED,
    UNNAMED_BYLINE,
)
from extractors.likeness.wires import aliases, wire_named, wire_within

AGENCIES = "agencies"  # the credit of unnamed ones

# Passages of other stories on the same page: an agency named there wrote something else.
_ELSEWHERE = (
    "related",
    "teaser",
    "widget",
    "comment",
    "nav",
    "promo",
    "menu",
    "list",
    "advert",
    "cookie",
    "picture",
    "caption",
)
_EDGE = 6  # lines at each end of a text that can be a bare byline or agency line
_LAST = 3  # lines at the end that an agency can sign
_BARE = 60  # characters at most in a bare line


def credits(  # noqa: A001 - the word of the design
    text: str, dropped: Sequence[Dropped] = (), source: str | None = None, *, url: str | None = None
) -> tuple[str, ...]:
    """Return whom the text credits as its origin, in order of appearance and each once.

    Agencies by their name in ``wires.tsv``, other outlets as printed, ``agencies`` for unnamed ones. Read are
    datelines, bylines, signatures, copyright and "contributed" lines, also in ``dropped`` (but not in teasers of other
    stories). ``source`` and ``url`` say who publishes: nobody credits himself.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found: dict[str, None] = {}
    for position, line in enumerate(lines):
        edge = position < _EDGE or position >= len(lines) - _EDGE
        found.update(dict.fromkeys(_credited(line, edge)))
    for line in lines[-_LAST:]:
        found.update(dict.fromkeys(_signed(line)))
    for passage in dropped:
        if not any(word in passage.reason for word in _ELSEWHERE):
            for line in passage.quote.splitlines():
                found.update(dict.fromkeys(_credited(line.strip(), True)))
    return tuple(name for name in found if not names_itself(name, source, url))


def names_itself(credit: str, source: str | None, url: str | None = None) -> bool:
    """Tell whether a credit is the publisher itself: its source or host contains the name, or the other way round."""
    own = [_squeezed(name) for name in (source, _host(url)) if name]
    return any(_same(_squeezed(alias), own) for alias in (credit, *aliases(credit)))


def _credited(line: str, edge: bool) -> Iterator[str]:
    if dateline := DATELINE.match(line):
        yield from _marks(dateline["names"] or dateline["desk"] or dateline["lead"] or dateline["dashed"])
    if UNNAMED.search(line):
        yield AGENCIES
    for pattern, may_name in CREDITS:
        for credit in pattern.finditer(line):
            yield from _named(credit["name"], may_name)
    if edge and len(line) <= _BARE:
        yield from _bare(line)


def _bare(line: str) -> Iterator[str]:
    """Yield agencies of a line that is nothing but a byline or an agency's name."""
    byline, placed = BYLINE.match(line), PLACED.match(line)
    if wire := wire_named(line):
        yield wire
    elif byline or "|" in line:
        for part in re.split(r",|/|\b(?:and|with)\b|&|\|", byline["names"] if byline else line):
            if wire := wire_named(STAFF.sub("", part)) or (wire_within(part) if byline else None):
                yield wire
    elif placed and (wire := wire_named(placed["one"]) or wire_named(placed["other"])):
        yield wire
    if UNNAMED_BYLINE.match(line):
        yield AGENCIES


def _signed(line: str) -> Iterator[str]:
    """Yield agencies that sign a line at its end; a bracket that names anyone else is a picture credit."""
    if signature := SIGNATURE.search(line):
        signed = [wire_named(part) for part in re.split(r"[/,&]|\band\b", signature["names"])]
        if all(signed):
            yield from (name for name in signed if name)


def _marks(inner: str) -> Iterator[str]:
    """Yield the agencies and stations of a dateline's brackets: AP, KMOX/AP, Reuters."""
    for part in re.split(r"[/,&]|\band\b", inner):
        mark = re.sub(r"(?i)\.com$", "", part.strip(" .—–-"))
        if wire := wire_named(mark):
            yield wire
        elif STATION.match(mark):
            yield mark


def _named(name: str, may_name: str) -> Iterator[str]:
    """Yield the agency that a credit names; else a station, an outlet or anybody, as far as the pattern allows."""
    short = [wire for word in name.split() if word.isupper() and (wire := wire_named(word))]
    if wire := wire_named(name) or wire_within(name):
        yield wire
        return
    first = re.split(r"[\s\-]", name)[0]
    possessive = re.search(r"['’]s?(?:\s|$)", name)  # "CNN's Ann Lee contributed": the outlet's own reporter
    if short:
        yield from short
    elif STATION.match(first):
        yield first
    elif may_name == "agency":
        return
    elif may_name == "anybody" or (may_name == "outlet" and OUTLET.search(name) and not possessive):
        yield name.rstrip(".,'’ ")


def _same(credit: str, own: Sequence[str]) -> bool:
    if len(credit) < 3:  # AP, PA: in too many other names
        return credit in own
    return any(credit in name or (len(name) > 4 and name in credit) for name in own)


def _host(url: str | None) -> str | None:
    found = re.match(r"[a-z][a-z0-9+.\-]*://(?:[^/@]*@)?([^/:?#]+)", url or "", re.IGNORECASE)
    return found[1] if found else None


def _squeezed(name: str) -> str:
    lowered = re.sub(r"^(?:www\.|the\s)", "", name.lower())
    return re.sub(r"[\W_]|(?:com|org|net|co\.uk)$", "", lowered)
