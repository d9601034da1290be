"""Where it happened."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_PLACE_LEADS = frozenset({"in", "at", "near", "outside", "across", "throughout", "inside", "around"})


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
