"""A plain list of addresses, one a line: a text file, a text sitemap, or the ``urls`` of a watch."""

from collections.abc import Iterable

from extractors.document import Rejection
from extractors.formats.canonical import canonical
from extractors.formats.protocol import Entry, Listing, rejected

KIND = "urls"
MEDIA_TYPES = ("text/uri-list",)
MAX_ENTRIES = 50_000


def parse(content: bytes, url: str) -> Listing:
    """One entry for each line; blank lines and those that begin with ``#`` are skipped, repetitions kept once.

    ``url`` names the list in problems and resolves relative lines. Never raises.
    """
    return entries(content.decode("utf-8-sig", "replace").splitlines(), url)


def entries(lines: Iterable[str], name: str) -> Listing:
    """As ``parse``, from lines."""
    found: dict[str, Entry] = {}
    problems: list[Rejection] = []
    left_out = 0
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if len(found) >= MAX_ENTRIES:
            left_out += 1
            continue
        try:
            address = canonical(line, base=name if name.startswith("http") else None)
            if not address.startswith(("http://", "https://")):
                raise ValueError(f"expected an http or https address, found {address[:100]!r}")
        except ValueError as error:
            problems.append(rejected(KIND, f"{name}:{number}", "bad_line", str(error)))
            continue
        found.setdefault(address, Entry(address))
    return Listing(tuple(found.values()), (), tuple(problems), left_out)
