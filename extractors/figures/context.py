"""Where it happened, whether it is another event, and whether the number is part of a larger one."""

from datetime import datetime

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_PLACE_LEADS = frozenset({"in", "at", "near", "outside", "across", "throughout", "inside", "around"})
_VICTIMS = frozenset({"killed", "injured", "shot", "casualty", "arrested", "missing"})


def place(tokens: list[Token], span: Span, lexicon: Lexicon) -> str | None:
    """The capitalised name behind ``in``, ``at``, ``near`` … that follows the number, else the last before it."""
    for k in [*range(span.noun_end, len(tokens) - 1), *range(span.begin - 2, -1, -1)]:
        if tokens[k].text == ";":
            continue
        if tokens[k].low in _PLACE_LEADS:
            found = _name(tokens, k + 1, lexicon)
            if found:
                return found
    return None


def _name(tokens: list[Token], k: int, lexicon: Lexicon) -> str | None:
    while k < len(tokens) and (
        tokens[k].low in ("the", "a") or (tokens[k].low in lexicon.cue("region") and tokens[k].text.islower())
    ):
        k += 1
    words: list[str] = []
    while k < len(tokens) and tokens[k].kind == "w" and len(words) < 5:
        token = tokens[k]
        if not (
            token.text[0].isupper()
            and token.low not in lexicon.cue("month")
            and token.low not in lexicon.cue("weekday")
        ) and not (
            words and token.low in ("of", "'s", "de", "al") and k + 1 < len(tokens) and tokens[k + 1].text[0].isupper()
        ):
            break
        words.append(token.text)
        k += 1
    name = " ".join(words).replace(" 's", "'s")
    return name if name and name.lower() not in lexicon.cue("stop") and len(name) > 1 else None


def background(tokens: list[Token], span: Span, published_at: datetime | None) -> bool:
    """True where the clause dates the number to another year, or marks an earlier event."""
    left, right = _clause(tokens, span)
    words = [t.low for t in tokens[left:right]]
    years = [
        int(t.text)
        for t in tokens[left:right]
        if t.kind == "n" and len(t.text) == 4 and t.text.isdigit() and 1800 <= int(t.text) < 2100
    ]
    if years and span.unit != "age:year" and not _since(tokens, left, right):
        if published_at is None:
            return len(years) > 0 and _past_led(tokens, left, right)
        return all(y < published_at.year for y in years) and not (
            published_at.month == 1 and published_at.year - max(years) == 1
        )
    joined = f" {' '.join(words)} "
    return any(
        f" {cue} " in joined
        for cue in (
            "years ago",
            "decades ago",
            "a year ago",
            "last year",
            "months ago",
            "years earlier",
            "a year earlier",
            "in the past",
            "decade ago",
        )
    )


def _since(tokens: list[Token], left: int, right: int) -> bool:
    return any(t.low in ("since", "by", "until", "through") for t in tokens[left:right])


def _past_led(tokens: list[Token], left: int, right: int) -> bool:
    for k in range(left + 1, right):
        if (
            tokens[k].kind == "n"
            and len(tokens[k].text) == 4
            and tokens[k - 1].low in ("in", "the", "of", "and", "during", "a")
        ):
            return True
    return False


def _clause(tokens: list[Token], span: Span) -> tuple[int, int]:
    left, right = 0, len(tokens)
    for k in range(span.begin - 1, -1, -1):
        if tokens[k].low in (";", "while", "but", "although", "when", "after", "since"):
            left = k
            break
    for k in range(span.noun_end, len(tokens)):
        if tokens[k].low in (";", "while", "but", "although", "when", "since"):
            right = k
            break
    return left, right
