"""Names of those whom articles cite, brought to one spelling so that one official is one speaker."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=16384)
def name_key(name: str | None) -> str | None:
    """Return the key under which a speaker is counted, or None for nobody.

    A person counts by the family name ("Lt. Ana Buckley, city police" and "Buckley" are one), a body by its words
    without articles, spelling variants brought together ("the Defence Ministry", "Defense Ministry").
    """
    if not name or not name.strip():
        return None
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    lead = plain.casefold().split(",")[0]
    words = [_spelling(word.removesuffix("'s").strip("'")) for word in re.findall(r"[\w']+", lead)]
    words = [word for word in words if word and _table().get(word) != "skip"]
    if not words:
        return plain.casefold().strip()
    if any(_table().get(word) == "body" for word in words):
        return " ".join(sorted(set(words)))
    return words[-1]


def _spelling(word: str) -> str:
    word = _table().get("=" + word, word)
    return re.sub(r"(.)\1+$", r"\1", word) if len(word) > 3 else word


@cache
def _table() -> dict[str, str]:
    text = files("warehouse.consensus").joinpath("speakers.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
