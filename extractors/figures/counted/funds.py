"""What money comes as or is asked for: ``$3m in aid``, ``an appeal for $25m``, ``a ransom of $40,000``."""

from extractors.figures.counted.heads import singular
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REACH = 4
_CONVERTED = 7


def noun(tokens: list[Token], span: Span, lexicon: Lexicon) -> int:
    """The token that names the money, behind ``in`` or before ``for``; -1 without one."""
    j = span.end
    if j < len(tokens) and tokens[j].text == "(":
        j = next((k + 1 for k in range(j, min(j + _CONVERTED, len(tokens))) if tokens[k].text == ")"), j)
    if j < len(tokens) and tokens[j].text == ")":
        j += 1
    if j < len(tokens) and tokens[j].low == "in":
        for k in range(j + 1, min(j + _REACH, len(tokens))):
            if tokens[k].low in lexicon.cue("money_in"):
                return k
            if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("stop"):
                break
    k = span.begin - 1
    asked = k > 0 and tokens[k].low in ("for", "of") and singular(tokens[k - 1].low) in lexicon.cue("money_for")
    return k - 1 if asked else -1
