"""What speaks for a number having one day at all, as names of features with a weight each.

``lexicons/<language>/day_weights.tsv`` has the weights. Which rule gave the number a day is none of them: the rules
know the articles that they were made on.
"""

from extractors.figures.action import weighing
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence

# What ends the words that a number belongs to: a comma, a full stop, a border of clauses, a word of saying.
_ENDS = ",.sS"
_CLAUSE = 12
_VERB = 10
_VERBS, _LEADS = "bhmVvS", "bhmt"
_HELPS = "bhm"
# An article by the characters before a sentence: its part, and the last part that is told apart.
_PART, _PARTS = 400, 8
_DIGITS = 6


def of_sentence(sentence: Sentence, lexicon: Lexicon) -> list[str]:
    """What all numbers of a sentence share: where in the article it stands, how it opens, its words of time."""
    return [
        f"part {min(sentence.start // _PART, _PARTS)}",
        f"first {sentence.line == 0}",
        f"open {sentence.lows[0]}",
        *[f"has {word}" for word in sentence.words & lexicon.cue("day_clue")],
    ]


def of_number(sentence: Sentence, signs: str, span: Span) -> list[str]:
    """What is counted, what was done, how the verbs stand, the words that the number belongs to."""
    tokens = sentence.tokens
    end = max(span.noun_end, span.end)
    unit = span.unit if span.unit.startswith("duration") else span.unit.partition(":")[0]
    low = max(span.begin - _CLAUSE, 0)
    low += 1 + max(map(signs[low : span.begin].rfind, _ENDS))
    behind = signs[end : end + _CLAUSE]
    high = end + min(k if k >= 0 else len(behind) for k in map(behind.find, _ENDS))
    return [
        f"unit {unit}",
        f"item {span.item or '-'}",
        f"act {span.action_class or span.action or '-'}",
        f"form {_form(sentence, signs, span)}",
        f"lead {weighing.beside(tokens, signs, span.begin - 1)}",
        f"next {weighing.beside(tokens, signs, end)}",
        f"one {span.value == 1}",
        f"digits {'-' if span.value is None else min(len(str(int(abs(span.value)))), _DIGITS)}",
        *_left(sentence, signs, span),
        *[f"by {word}" for word in {*sentence.lows[low:high]} if word.isalpha()],
    ]


def _form(sentence: Sentence, signs: str, span: Span) -> str:
    """On which side of the number its action stands, in what form, and what helps it: ``AV were``."""
    at = span.action_at
    if at is None or at >= len(signs):
        return "none"
    k = at - 1
    while k >= 0 and signs[k] == "a":
        k -= 1
    side = "A" if at >= span.noun_end else "B" if at < span.begin else "I"
    return f"{side}{signs[at]} {sentence.lows[k] if k >= 0 and signs[k] in _HELPS else '-'}"


def _left(sentence: Sentence, signs: str, span: Span) -> list[str]:
    """The verb before the number, and its form."""
    for k in range(span.begin - 1, max(-1, span.begin - 1 - _VERB), -1):
        if signs[k] in _VERBS:
            lead = signs[k - 1] if k and signs[k - 1] in _LEADS else "-"
            return [f"left {sentence.lows[k]}", f"left {signs[k]}{lead} {k == span.begin - 1}"]
        if signs[k] in ".s":
            break
    return ["left none"]
