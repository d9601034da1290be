"""Tells text from what is not text: first bytes of known file types, then signs that no written language uses."""

import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_HEAD = 1_024
_SAMPLE = 50_000
_MOST_ODD = 0.03
"""Real pages stay below one odd sign in 500, random bytes of any length have more than one in ten."""
_FEW_ODD = 8
_TEXT_CONTROLS = frozenset("\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85")
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
_LATIN_SIGNS = frozenset("¤¦¨¬¯°±²³´¶¸¹¼½¾×÷¡¢¥§ª¿‡‰ˆ˜")
_MOST_SIGNS = 0.15


class Magic(NamedTuple):
    """One row of magic.tsv: where the bytes stand, the bytes, whether they alone decide, what the file is."""

    offset: int
    mark: bytes
    sure: bool
    kind: str


@cache
def _magics() -> tuple[Magic, ...]:
    lines = files(__package__).joinpath("magic.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(Magic(int(at), bytes.fromhex(mark), sure == "sure", kind) for at, mark, sure, kind in rows)


def kind_of(content: bytes) -> str | None:
    """What a file's first bytes say that it is (``a PDF document``), None where they begin no known binary type."""
    head = content[:_HEAD]
    for start in (head, head.lstrip(b" \t\r\n")):
        for magic in _magics():
            if start.startswith(magic.mark, magic.offset) and (magic.sure or b"\0" in head):
                return magic.kind
    return None


def oddness(text: str) -> str | None:
    """Why a decoded text cannot be one, None where it can: too many signs that stand for nothing (control characters,
    unassigned code points, U+FFFD), or Latin-1 signs (``¼``, ``¬``) in place of letters."""
    text = text.rstrip("\0")
    for sample in (text[:_SAMPLE], text[len(text) // 2 :][:_SAMPLE]):
        counts = Counter(sample)
        odd = sum(count for sign, count in counts.items() if _is_odd(sign))
        if odd > _FEW_ODD and odd > _MOST_ODD * len(sample):
            return f"looks like binary data: {100 * odd // len(sample)} % of it are signs that stand for nothing"
        signs = sum(counts[sign] for sign in _LATIN_SIGNS)
        if signs > _FEW_ODD and signs > _MOST_SIGNS * len(sample):
            return f"looks like binary data: {100 * signs // len(sample)} % of it are rare signs in place of letters"
    return None


def _is_odd(sign: str) -> bool:
    return sign == "\ufffd" or (sign not in _TEXT_CONTROLS and unicodedata.category(sign) in _NO_TEXT)
