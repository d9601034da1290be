"""``is to``, ``was to have``, ``would have``: an infinitive or a perfect that says what was only due."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span

_BE = frozenset({"is", "are"})
_WAS = frozenset({"was", "were"})
# What turned out so: ``four of them were to die of their wounds``.
_FATES = frozenset({"killed", "survived", "injured", "lasted", "missing"})
_ADVERBS = frozenset({"also", "then", "now", "still"})
# ``will have to``, ``will have medical checks``: no past.
_OWNS = frozenset(
    {"to", "a", "an", "the", "no", "its", "their", "his", "her", "more", "medical", "access", "enough", "at", "about"}
)


def is_to(words: list[str]) -> bool:
    """``is to free 12``, ``is also to hand over 30``."""
    before = ""
    for word in words:
        if word == "to" and before in _BE:
            return True
        before = word if word not in _ADVERBS else before  # ``is also to hand over 30``
    return False


def perfect(words: list[str]) -> bool:
    """``would have killed``, ``may have attended``: about the past."""
    following = [*words[2:], ""]
    return any(
        a in ("would", "could", "may", "might", "should", "will") and b == "have" and c not in _OWNS
        for (a, b), c in zip(pairwise(words), following, strict=False)
    )


def was_to(words: list[str], span: Span, lexicon: Lexicon) -> bool:
    """``The swap would have freed 150 soldiers``, ``was to have covered 150``, ``were to return 40``: it did not."""
    if "have" in words and any(
        b == "to" and a in _WAS and c == "have" for a, b, c in zip(words, words[1:], words[2:], strict=False)
    ):
        return True  # ``was to have sailed with 190 people``
    remains = span.action_class == "killed" and any(r[1] == "counted_noun" for r in span.rules)
    if span.action_class not in lexicon.cues.wished and not remains:
        return False
    words = [word for word in words if word != "also"]
    return any((a == "would" and b == "have") or (a in _WAS and b == "to") for a, b in pairwise(words))


def were_to(behind: list[str], span: Span) -> bool:
    """``The first 450 were to cross on Friday``: the plan; not ``three were to survive``."""
    due = behind[:1] != [] and behind[0] in _WAS and behind[1:2] == ["to"]
    return due and span.action_at == span.noun_end + 2 and span.action_class not in _FATES
