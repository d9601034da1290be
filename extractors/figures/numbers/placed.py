"""Words of place before a number that bound nothing: ``under three collapsed beams``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_COUPLE = 5
_LEVEL = frozenset({"is", "was", "were", "are", "be", "been"})
_LYING = frozenset(
    {"found", "lay", "lying", "buried", "hid", "hiding", "hidden", "stood", "standing", "crushed", "sat"}
)


def physical(tokens: list[Token], span: Span, lead: str, lexicon: Lexicon) -> bool:
    """``the water below two children``, ``under three fallen walls``: where something is, of so few things."""
    if (
        span.unit != "count"
        or span.kind != "words"
        or (span.value or 0) >= _COUPLE
        or lead in ("in", "at", "for", "to")
    ):
        return False
    if span.last >= len(tokens) or tokens[span.last].kind != "w":
        return False
    noun = lexicon.nouns.get(tokens[span.last].low)
    countable = noun is not None and noun.cls.startswith(("person", "event"))
    verb = lead in lexicon.verbs or lead in _LEVEL
    if tokens[span.last].low in lexicon.cue("stop") or (verb and countable):
        return False
    return not verb or any(act.cls == "trapped" for act in lexicon.actions.get(lead, ())) or lead in _LYING
