"""Where it happened."""

from itertools import compress

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_PLACE_LEADS = frozenset({"in", "at", "near", "outside", "across", "throughout", "inside", "around"})


def settle(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> None:
    """Set the place of each span: the name behind ``in``, ``at`` … that follows the number, else the last before it."""
    if _PLACE_LEADS.isdisjoint(sentence.words):
        return
    led = compress(range(len(sentence.lows) - 1), map(_PLACE_LEADS.__contains__, sentence.lows))
    named = [(k, name) for k in led if (name := _name(sentence.tokens, k + 1, lexicon))]
    for span in spans if named else ():
        span.place = _nearest(span, named)


def _nearest(span: Span, named: list[tuple[int, str]]) -> str | None:
    behind = next((name for k, name in named if k >= span.noun_end), None)
    return behind or next((name for k, name in reversed(named) if k < span.begin - 1), None)


def _name(tokens: list[Token], k: int, lexicon: Lexicon) -> str | None:
    while k < len(tokens) and (
        tokens[k].low in {"the", "a"} or (tokens[k].low in lexicon.cues.region and tokens[k].text.islower())
    ):
        k += 1
    if k < len(tokens) and not tokens[k].capital:
        return None
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
