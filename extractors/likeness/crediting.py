"""Which agency or outlet a text names as its origin; whom it merely cites is a speaker and not looked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.document import Dropped
from extractors.likeness.tables import rows

AGENCIES = "agencies"  # the credit of unnamed ones

# Passages of other stories on the same page: an agency named there wrote something else.
_ELSEWHERE = ("related", "teaser", "widget", "comment", "nav", "promo", "menu", "list", "advert", "cookie")
_EDGE = 6  # lines at each end of a text that can be a bare byline or agency line
_LAST = 3  # lines at the end that an agency can sign: "... the ministry said. (AFP)"
_BARE = 60  # characters at most in such a line

_WORD = r"[A-ZÀ-ÞА-ЯІЇЄҐ0-9][\w&’'\-]*(?:\.\w+)*"
_NAME = rf"(?P<name>(?=\D){_WORD}(?:\s+(?:(?:of|the|and|&)\s+)?{_WORD}){{0,5}})"
_YEARS = r"(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)"
_STATION = re.compile(r"^[KW][A-Z]{2,3}$")
_DATELINE = re.compile(
    r"^\W{0,3}(?=[^\W\d_])[^()\n]{0,70}?\((?P<names>[^()]{2,40})\)\s*(?:[-–—―:]|--)"  # KYIV, July 3 (Reuters) –
    r"|^\W{0,2}\((?P<lead>[^()]{2,40})\)(?:\s*(?:[-–—]|--)|\s+(?=[A-ZÀ-ÞА-ЯІЇЄҐ]))"  # (AP) — at the very start
    r"|^(?=[A-ZÀ-ÞА-ЯІЇЄҐ])[^.()\n]{2,50}?,?\s+(?:\w{3,9}\.?\s+\d{1,2},?\s+)?[-–—/]\s?(?P<dashed>[A-Z][\w\-]{1,11})\s?[-–—/]+\s"
)
_TAIL = re.compile(r"(?:[-–—]{1,2}\s*|\()(?P<names>[A-ZА-ЯІЇЄҐČ][\w /&,\-]{1,40})\)?\.?\s*$")
_BYLINE = re.compile(
    r"^(?:by|from|source|via|agency|quelle|fuente|джерело|источник)\b[:\s]+(?P<names>.+)$", re.IGNORECASE
)
_UNNAMED = re.compile(
    r"\b(?:with|from)\s+(?:additional\s+)?(?:inputs?|reports?|reporting|material)\s+(?:from|by|of)\s+(?:\w+\s+)?(?:news\s+)?agenc(?:y|ies)\b"
    r"|^\W*(?:by\s+)?(?:news\s+)?agenc(?:y|ies)\W*$|\bagencies\s+contributed\b|^\W*\(?agencies\)\W*",
    re.IGNORECASE,
)
_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\bcopyright\b|©|\(c\))\s*(?:(?i:copyright)|©|\(c\))?\s*{_YEARS}?(?i:by\s+)?(?i:the\s+)?{_NAME}",
        rf"(?:^|(?<=[.!?)]\s))\W*(?:(?i:the)\s+)?{_NAME}(?:['’]s?\s[\w .'’]{{2,40}}?)?\s+(?:also\s+)?contributed\s+to\s+(?:this|the)\b",
        rf"(?i:\bwith\s+(?:additional\s+)?(?:inputs?|reporting|reports?|material|files?)\s+(?:from|by)\s+)(?:(?i:the)\s+)?{_NAME}",
        rf"(?i:\b(?:originally|first)\s+(?:published|appeared)\s+(?:on|in|by|at)\s+)(?:(?i:the)\s+)?{_NAME}",
        rf"(?i:\b(?:reprinted|republished|reproduced|used|published)\s+(?:here\s+)?with\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:of|from)\s+)(?:(?i:the)\s+)?{_NAME}",
        rf"(?i:\b(?:article|story|report)\s+(?:courtesy\s+of|provided\s+by|supplied\s+by|syndicated\s+from)\s+)(?:(?i:the)\s+)?{_NAME}",
        rf"(?i:\bfollow\s+){_NAME}\s+on\s+(?:Twitter|X|Facebook)\b",
    )
)
# Whom a pattern may name beside agencies: anybody where the text says it was published elsewhere; stations alone in
# copyright and "follow" lines (else the publisher's own company or a reporter); outlets where people contribute.
_MAY_NAME = ("station", "outlet", "outlet", "anybody", "anybody", "anybody", "station")
_OUTLET = re.compile(
    r"\b(?:news|times|post|herald|press|tribune|journal|star|gazette|chronicle|sentinel|courier|globe|telegraph|mail|"
    r"guardian|independent|mirror|observer|register|examiner|bulletin|dispatch|record|sun|agency|newspaper|magazine|"
    r"radio|tv|television|online)\b|\.(?:com|org|net)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Wires:
    text: re.Pattern[str]
    names: dict[str, str]  # alias in lower case -> name


def credits(  # noqa: A001 - the word of the design
    text: str, dropped: Sequence[Dropped] = (), source: str | None = None, *, url: str | None = None
) -> tuple[str, ...]:
    """Return whom the text credits as its origin, in order of appearance and each once.

    Agencies by their name in ``wires.tsv``, other outlets as printed, ``agencies`` for unnamed ones. Read are
    datelines, bylines, copyright and "contributed" lines, also in ``dropped`` (but not in teasers of other stories).
    ``source`` and ``url`` say who publishes: nobody credits himself.
    """
    own = _Own(source, url)
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
    return tuple(name for name in found if not own.is_(name))


def is_wire(name: str) -> bool:
    """Tell whether a credit names an agency of the wires table (not an outlet, not ``agencies``)."""
    return name in _wires().names.values()


def _credited(line: str, edge: bool) -> Iterator[str]:
    if dateline := _DATELINE.match(line):
        yield from _marks(dateline["names"] or dateline["lead"] or dateline["dashed"])
    if _UNNAMED.search(line):
        yield AGENCIES
    for pattern, may_name in zip(_CREDITS, _MAY_NAME, strict=True):
        for credit in pattern.finditer(line):
            yield from _named(credit["name"], may_name)
    if edge and len(line) <= _BARE:
        yield from _bare(line)


def _bare(line: str) -> Iterator[str]:
    """Yield agencies of a line that is nothing but a byline or an agency's name."""
    inner = byline["names"] if (byline := _BYLINE.match(line)) else line
    if inner is line and not _wires().names.get(_plain(line)):
        return
    for part in re.split(r",|/|\band\b|&|\|", inner):
        if wire := _wires().names.get(_plain(part)):
            yield wire
        elif inner is not line and (found := _wires().text.search(part)):
            yield _wires().names[_plain(found[0])]


def _signed(line: str) -> Iterator[str]:
    """Yield agencies that sign a line at its end; a bracket that names anyone else is a picture credit."""
    if tail := _TAIL.search(line):
        signed = [_wires().names.get(_plain(part)) for part in re.split(r"[/,&]|\band\b", tail["names"])]
        if all(signed):
            yield from (name for name in signed if name)


def _marks(inner: str) -> Iterator[str]:
    """Yield the agencies and stations of a dateline's brackets: AP, KMOX/AP, Reuters."""
    for part in re.split(r"[/,&]|\band\b", inner):
        mark = re.sub(r"(?i)\.com$", "", part.strip(" .—–-"))
        if wire := _wires().names.get(_plain(mark)):
            yield wire
        elif _STATION.match(mark):
            yield mark


def _named(name: str, may_name: str) -> Iterator[str]:
    """Yield the agency that a credit names; else a station, an outlet or anybody, as far as the pattern allows."""
    if found := _wires().text.search(name):
        yield _wires().names[_plain(found[0])]
        return
    if wires := [_wires().names[_plain(w)] for w in name.split() if w.isupper() and _plain(w) in _wires().names]:
        yield from wires
        return
    first = re.split(r"[\s\-]", name)[0]
    possessive = re.search(r"['’]s?(?:\s|$)", name)  # "CNN's Ann Lee contributed": the outlet's own reporter
    if _STATION.match(first):
        yield first
    elif may_name == "anybody" or (may_name == "outlet" and _OUTLET.search(name) and not possessive):
        yield name.rstrip(".,'’ ")


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^(?:the|la)\s+", "", name.strip(" .,;:()—–-").lower()))


@cache
def _wires() -> _Wires:
    table = rows("wires.tsv")
    texts = sorted((row["alias"] for row in table if row["form"] == "text"), key=len, reverse=True)
    pattern = r"(?<!\w)(?:" + "|".join(re.escape(alias) for alias in texts) + r")(?!\w)"
    return _Wires(re.compile(pattern), {_plain(row["alias"]): row["name"] for row in table})


class _Own:
    """The publisher's own names, so that it is not taken for its own origin."""

    def __init__(self, source: str | None, url: str | None) -> None:
        self._names = [_squeezed(name) for name in (source, _host(url)) if name]

    def is_(self, credit: str) -> bool:
        """Tell whether ``credit`` is the publisher itself, as printed or by an alias of the wires table."""
        aliases = [credit, *(alias for alias, name in _wires().names.items() if name == credit)]
        return any(self._same(_squeezed(alias)) for alias in aliases)

    def _same(self, credit: str) -> bool:
        if len(credit) < 3:  # AP, PA: in too many other names
            return credit in self._names
        return any(credit in own or (len(own) > 4 and own in credit) for own in self._names)


def _host(url: str | None) -> str | None:
    found = re.match(r"[a-z][a-z0-9+.\-]*://(?:[^/@]*@)?([^/:?#]+)", url or "", re.IGNORECASE)
    return found[1] if found else None


def _squeezed(name: str) -> str:
    lowered = re.sub(r"^(?:www\.|the\s)", "", name.lower())
    return re.sub(r"[\W_]|(?:com|org|net|co\.uk)$", "", lowered)
