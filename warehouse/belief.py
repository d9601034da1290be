"""What all documents say together: reports, voices, consensus, changes and alerts."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from extractors.figure import Basis, Qualifier

Kind = Literal["fixed", "cumulative", "stock"]
State = Literal["single", "corroborated", "contested"]
Turn = Literal["corrected", "raised"]
Stance = Literal["supports", "compatible", "superseded", "dissents", "held", "ignored"]
ChangeKind = Literal[
    "established", "changed", "contested", "settled", "corroborated", "corrected", "threshold", "stale", "withdrawn"
]


@dataclass(frozen=True, slots=True)
class Policy:
    """Every number the consensus depends on; each is a setting of the watch (key ``policy``) with this default.

    ``tolerance``: relative distance within which "about N" supports N. ``slip_tolerance``: a point within this of 10,
    100 or 1,000 times (or a tenth …) the incumbent waits for a second voice. ``rounding``: relative distance within
    which a number printed round (6,200) supports the finer one that rounds to it (6,234). ``flips``: a voice that
    returns to a number it had left this often is frozen. ``corroborated_at``: voices from which a number counts as
    corroborated. ``period_hours``: of a stock, an older level that a new voice reports again this long after the
    present one is a move back; sooner it may be a laggard. ``stale_after_hours``: None never calls a number stale.
    ``thresholds``: alert when the number first reaches one.
    """

    tolerance: float = 0.1
    slip_tolerance: float = 0.02
    rounding: float = 0.02
    flips: int = 1
    corroborated_at: int = 2
    period_hours: float = 6.0
    stale_after_hours: float | None = None
    thresholds: tuple[float, ...] = ()
    alert_on: tuple[ChangeKind, ...] = ("changed", "contested", "corrected")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a watch tracks.

    ``count`` and ``action`` are a lexicon class or lemma, or several, any of which matches; None matches all.
    ``about``, ``not_about``: words of which the article needs one / the sentence may have none.
    """

    watch: str
    name: str
    count: tuple[str, ...]
    action: tuple[str, ...]
    title: str = ""
    basis: Basis | None = None
    status: Literal["happened", "planned"] = "happened"
    kind: Kind = "fixed"
    unit: str = "count"
    about: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    between: tuple[float | None, float | None] = (None, None)
    when: tuple[datetime | None, datetime | None] = (None, None)
    policy: Policy = field(default_factory=Policy)


@dataclass(frozen=True, slots=True)
class Report:
    """What one article (revision) says of one quantity; rank 1 is the article's own number.

    ``origin`` is the article's voice; ``lineage_id`` its lineage; ``agencies`` true where it credits unnamed agencies.
    ``owner`` is the publisher (for corrections and flip-flops), ``source`` the name a reader knows.
    ``effective_at`` orders the fold, with ``url`` and ``revision`` as tie-breaks. ``copied`` is the share of the
    article's text (numbers left aside, 0 to 1) that its lineage had printed before under another owner; where it is
    not known (None) a passage that repeats another of its lineage but for the number counts as copied. ``withdrawn``
    marks a revision that states nothing of the quantity any more: it takes back what its article said before.
    ``turn``: the text itself puts the number in place of an earlier one, as a correction ("not 12 as first reported")
    or as a rise ("brings the toll to 12").
    """

    report_id: str
    article_id: str
    revision: int
    url: str
    source: str
    owner: str
    origin: str
    lineage_id: str
    agencies: bool
    rank: int
    value: float | None
    low: float | None
    high: float | None
    low_exclusive: bool
    high_exclusive: bool
    qualifier: Qualifier
    basis: Basis | None
    basis_assumed: bool
    speaker: str | None
    quote: str
    effective_at: datetime
    ignored: bool = False
    copied: float | None = None
    withdrawn: bool = False
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one report stands towards a consensus, in whose voice, and why in words."""

    report_id: str
    voice: str
    stance: Stance
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Consensus:
    """The best-supported figure of a quantity after some report, and who stands behind it.

    ``span_low``/``span_high`` cover the numbers that counted voices stand behind. ``voices``, ``speakers`` and
    ``articles`` count those behind the best figure. ``since``: effective time from which this number led.
    ``cause`` says in words what changed it; ``changed_by`` is the article, or None. ``evidence`` is empty in what
    ``Fold.head`` and ``Fold.steps`` return (it grows with every report): ask ``Fold.evidence()`` for it.
    ``corrected`` is true where the number was brought by a source that takes back the number it gave before.
    """

    value: float | None
    low: float | None
    high: float | None
    low_exclusive: bool
    high_exclusive: bool
    qualifier: Qualifier
    basis: Basis | None
    span_low: float | None
    span_high: float | None
    state: State
    voices: int
    speakers: int
    articles: int
    since: datetime
    changed_by: str | None
    cause: str
    evidence: tuple[Evidence, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """The consensus before and after one cause; ``kinds`` in order of weight, empty where nothing worth telling."""

    kinds: tuple[ChangeKind, ...]
    before: Consensus | None
    after: Consensus | None
    article_id: str | None
