"""Actions that a number takes from its subject or its noun: the toll that rose to 14, 49 shooting victims, 21 injured
workers who have been admitted."""

from extractors.figures.actions import Found
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_LEVELS = frozenset({"rose", "fell", "registered", "remained", "measured", "lasted", "struck", None})
_POOR = 3.0
_PARTICIPLE = 2.5


def refine(tokens: list[Token], spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    """Set the action of each counted number whose own verb only moves a level, or which has none."""
    for span in spans:
        if span.unit != "count":
            continue
        _toll(tokens, span, found, lexicon)
        _described(span, found, lexicon)


def _toll(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> None:
    """``The death toll from the sinking rose to 14``: what rose is the toll, whatever stands between."""
    weak = span.action_class in _LEVELS or span.action_cost > _POOR
    personal = span.elided or (span.item_class or "").startswith("person")
    if not (weak and personal and _levelled(tokens, span, lexicon)):
        return
    for action in reversed(found):
        if action.end > span.begin or _borders(tokens, action.end, span.begin, lexicon):
            continue
        act = next((a for a in action.acts if a.role == "n" and a.cls in lexicon.cue("personal")), None)
        if act is not None:
            _take(span, act.lemma, act.cls, 1.0, action.first, "subject_toll", 0.85)
            return


def _levelled(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """True where a verb of level leads the number: ``rose to``, ``stood at``, ``reached``, ``is``."""
    words = [t.low for t in tokens[max(0, span.begin - 4) : span.begin]]
    return any(word in lexicon.cue("level") for word in words)


def _borders(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> bool:
    """True where another clause or number begins between the subject and the number."""
    return any(t.text == ";" or t.kind == "n" or t.low in lexicon.cue("border") for t in tokens[first:end])


def _described(span: Span, found: list[Found], lexicon: Lexicon) -> None:
    """``49 shooting victims``, ``21 injured workers``: the action that the noun phrase itself names."""
    limit = _PARTICIPLE
    victims = span.item == "victim" and span.action_class not in lexicon.cue("personal")
    if span.action is not None and span.action_cost <= limit and not victims:
        return
    for action in found:
        if not span.last <= action.first < span.noun_end:
            continue
        for act in action.acts:
            named = act.role == "a" or act.past or span.item == "victim"
            if named and act.cls in lexicon.cue("personal"):
                _take(span, act.lemma, act.cls, limit, action.first, "noun_phrase", 0.7)
                return


def _take(span: Span, lemma: str, cls: str, cost: float, at: int, rule: str, confidence: float) -> None:
    span.action, span.action_class, span.action_cost, span.action_at = lemma, cls, cost, at
    span.rule("action", rule, confidence)
