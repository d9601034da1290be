"""What a stage of `make accuracy` returns, and the arithmetic they share."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: our figure and each baseline's as printed (``P .98 R .97 F1 .975``), over ``n`` items."""

    measure: str
    n: int
    ours: str
    baselines: dict[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives, false negatives of a one-to-one matching."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)
