"""Whether two texts carry the same account."""

from dataclasses import dataclass, replace

from extractors.likeness.differing import Difference, differing
from extractors.likeness.sketching import GRAM, Fingerprint, Grams, fingerprint

NARRATED = 1 / 3  # of the shorter narrative's words that stand in shared runs of GRAM words …
TOLD = 1 / 2  # … or of its whole account's, speech included: what people said is the news, so anyone may quote it
EMBEDDED = 0.05  # of the longer text's: a page that carries one item of many is no copy of it
WORDS = 15  # shared words at least


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of one text another carries.

    ``containment``: the share (0 to 1) of the shorter narrative's words that stand in runs of five or more words
    which both texts have; ``account``: the same with quoted speech. ``longer``: the share of the longer account.
    ``shared``: words of the shorter account in such runs. ``same``: one is a copy of the other (cut, edited, updated
    or re-headlined). ``differs``: numbers that differ between sentences that are otherwise alike; () where the texts
    are not the same.
    """

    containment: float
    account: float
    longer: float
    shared: int
    same: bool
    differs: tuple[Difference, ...] = ()


def compare(a: str, b: str) -> Likeness:
    """Compare two texts in full; symmetric but for the order inside ``differs`` (a's number first)."""
    likeness = match(fingerprint(a), fingerprint(b))
    return replace(likeness, differs=differing(a, b)) if likeness.same else likeness


def match(a: Fingerprint, b: Fingerprint) -> Likeness:
    """Compare two fingerprints, without the numbers that differ."""
    account, longer, shared = _shares(a.account, b.account)
    if not shared:
        return Likeness(0.0, 0.0, 0.0, 0, False)
    narrated, _, words = _shares(a.narrative, b.narrative)
    copied = (narrated >= NARRATED and words >= WORDS) or (account >= TOLD and shared >= WORDS)
    return Likeness(narrated, account, longer, shared, copied and longer >= EMBEDDED)


def _shares(a: Grams, b: Grams) -> tuple[float, float, int]:
    """Return the shared part of the shorter text, that of the longer one, and the shorter's shared words."""
    common = a.all & b.all
    if not common:
        return 0.0, 0.0, 0
    (short, shared), (long, shared_long) = sorted((grams.words, covered(grams, common)) for grams in (a, b))
    return shared / short, shared_long / long, shared


def covered(grams: Grams, common: frozenset[int]) -> int:
    """Return how many words of a text stand in any of the common grams."""
    words = 0
    for _, hashes in grams.runs:
        reach = 0  # first word after the last one counted
        for position, gram in enumerate(hashes):
            if gram in common:
                words += position + GRAM - max(reach, position)
                reach = position + GRAM
    return words
