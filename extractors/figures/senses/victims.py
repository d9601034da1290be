"""What befell victims that a sentence only names again: those who were told of before."""

from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence

_SPOKEN = frozenset({None, "speak", "talk"})
_VICTIMS = frozenset({"killed", "injured", "shot", "kidnapped"})


def settle(placed: list[tuple[Sentence, Span]]) -> None:
    """``Nineteen of the victims were in Sevna``, ``spoke of 92 victims``: what befell those who were told of before."""
    told: Span | None = None
    for sentence, span in placed:
        again = span.item == "victim" and span.action in _SPOKEN and not _others(sentence, span)
        if again and told is not None:
            span.action, span.action_class = told.action, told.action_class
            span.rule("action", "victims", 0.5)
        elif span.action_class in _VICTIMS and not span.background:
            told = span


def _others(sentence: Sentence, span: Span) -> bool:
    """``40 victims of theft``, ``Twelve victims spoke of their losses``: others, or people who live."""
    behind = sentence.lows[span.noun_end : span.noun_end + 1]
    return behind == ["of"] or (span.action is not None and (span.action_at or 0) >= span.noun_end)
