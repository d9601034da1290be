"""A text as the set of its word n-grams, hashed; and the sample of it that is stored."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from extractors.likeness.passages import account

GRAM = 5  # words; shorter runs are shared by chance, longer ones break at every light edit
SAMPLE = 4  # one gram in four is stored …
WHOLE_BELOW = 64  # … but every gram of a text with fewer than this, so that two short notices still meet
LONGEST = 4096  # hashes at most, the lowest ones: a live blog of a week stays joinable

_MASK = (1 << 64) - 1
# Odd 64-bit constants (the binary expansion of pi) for multilinear hashing of five word hashes.
_FACTORS = (0x243F6A8885A308D3, 0x13198A2E03707345, 0xA4093822299F31D1, 0x082EFA98EC4E6C89, 0x452821E638D01377)


@dataclass(frozen=True, slots=True)
class Grams:
    """Runs of words as n-grams: per run its word count and the hashes of its grams in order; and the set of them."""

    runs: tuple[tuple[int, tuple[int, ...]], ...]
    all: frozenset[int]
    words: int


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One text: the grams of its narrative, and those of its whole account (with the speech it quotes)."""

    narrative: Grams
    account: Grams


@lru_cache(maxsize=1 << 17)
def _word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


def _hashes(run: list[str]) -> tuple[int, ...]:
    h = [_word(word) for word in run]
    a, b, c, d, e = _FACTORS
    return tuple(
        (v * a + w * b + x * c + y * d + z * e) >> 40 & _MASK
        for v, w, x, y, z in zip(h, h[1:], h[2:], h[3:], h[4:], strict=False)
    )


@lru_cache(maxsize=128)
def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of ``text``; the same text gives the same hashes in every version and on every machine."""
    found = account(text)
    narrative = grams_of(found.narrative)
    return Fingerprint(narrative, narrative if found.told == found.narrative else grams_of(found.told))


def grams_of(runs: list[list[str]]) -> Grams:
    """Return the grams of runs of words."""
    hashed = tuple((len(run), _hashes(run)) for run in runs)
    return Grams(hashed, frozenset(h for _, hashes in hashed for h in hashes), sum(len(run) for run in runs))


def sketch(text: str) -> tuple[int, ...]:
    """Return the stored sample of the text's grams: sorted unique 64-bit hashes; () where it has no account.

    FracMinHash: a gram is in the sample if its hash is low enough, whatever else the text holds. So the part that
    two samples share estimates containment, and a text cut to 30 % still shares its part of the sample
    (Irber et al. 2022, Lightweight compositional analysis of metagenomes with FracMinHash).
    """
    grams = fingerprint(text).account.all
    if len(grams) < WHOLE_BELOW:
        return tuple(sorted(grams))
    limit = _MASK // SAMPLE
    return tuple(sorted(h for h in grams if h <= limit)[:LONGEST])
