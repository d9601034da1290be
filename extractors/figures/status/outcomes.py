"""What became of an effort: an operation to free 12, who flew home; a bid to free 30 succeeded."""

from extractors.figures.spans import Span

_HOME = frozenset(
    {
        "came",
        "walked",
        "flew",
        "returned",
        "arrived",
        "freed",
        "released",
        "rescued",
        "reunited",
        "saved",
        "brought",
        "home",
    }
)
_NOT = frozenset({"not", "never", "if", "until", "unless", "before", "would", "will", "could", "to", "be"})
_WHO = frozenset({"who", "which", "all", "they", "both", "everyone"})
_WON = (["succeeded"], ["paid", "off"], ["was", "successful"], ["ended", "in", "success"], ["was", "a", "success"])
_DONE = (["completed"], ["carried", "out"])
_FAR = 12
_SOON = 5


def reached(said: list[str], span: Span) -> bool:
    """``…, who walked free on Friday``, ``… and all were brought home``, ``… succeeded``: told behind the number."""
    behind = said[span.noun_end : span.noun_end + _FAR]
    if any(behind[k : k + len(words)] == words for words in _WON for k in (0, 1, 2)):
        return _NOT.isdisjoint(behind[:2])
    for k, word in enumerate(behind[:-1]):
        if word not in (",", "and", "as"):
            continue
        if behind[k + 1 : k + 2] in _DONE or behind[k + 1 : k + 3] in _DONE:
            return True
        soon = behind[k + 2 : k + 2 + _SOON]
        if behind[k + 1] in _WHO and not _HOME.isdisjoint(soon) and _NOT.isdisjoint(soon):
            return True
    return False
