"""Those who are given up, or take shelter: captives go free, rebels surrender; nobody is freed by hope given up."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon
from extractors.figures.senses import captors
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_NO_ARTICLES = frozenset({"the", "all", "another", "some", "its", "their", "his", "about", "more", "than"})
_FAR = 14
_ARMED = frozenset({"person.militant", "person.military"})


def given_up(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``gave up 297 captives`` frees them; ``gave up looking for 12 miners``, ``gave up hope`` and the like do not."""
    at = span.action_at
    if at is None or span.unit != "count":
        return False
    if at >= span.noun_end:
        return _gave_up(tokens, span, at, lexicon)
    if tokens[span.begin - 2].low in lexicon.cue("remains"):
        return False  # ``gave up the remains of 72 men``
    end = next((k + 1 for k in range(at, min(len(tokens), at + 2)) if tokens[k].low == "up"), at + 1)
    other = next((k for k in range(end, span.begin) if tokens[k].low not in _NO_ARTICLES), None)
    if other is not None:
        _sought(tokens, span, end, lexicon)
    elif span.item_class == "person.captive" or span.elided or not _dropped(tokens, span, at, lexicon):
        return False
    else:
        take(span, "give up", None, span.action_cost, at, "given_up", 0.7)
    return True


def _gave_up(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``Twelve rebels gave up on Monday`` surrendered; ``twelve hostages were given up``."""
    if not lexicon.cue("be").isdisjoint(t.low for t in tokens[span.noun_end : at]):
        return False
    behind = tokens[at + 2].low if at + 2 < len(tokens) else "."
    alone = not behind.isalpha() or behind in lexicon.cue("preposition|border")
    cls = "surrendered" if alone and span.item_class in _ARMED else None
    take(span, "give up", cls, span.action_cost, at, "given_up", 0.7)
    return True


def _sought(tokens: list[Token], span: Span, end: int, lexicon: Lexicon) -> None:
    """``gave up a search for 12 miners``: what was given up is the act between."""
    for k in range(end, span.begin):
        act = next((a for a in lexicon.actions.get(tokens[k].low, ()) if a.role in "on"), None)
        if act is not None:
            take(span, act.lemma, act.cls, span.action_cost, k, "given_up", 0.7)
            return
    verb = next((tokens[k].low for k in range(end, span.begin) if tokens[k].low in lexicon.verbs), None)
    take(span, lexicon.verbs[verb] if verb else "give up", None, span.action_cost, end, "given_up", 0.7)


def _dropped(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``gave up 12 babies for adoption``; not ``both sides gave up 84 soldiers``, ``rebels gave up two reporters``."""
    behind = [t.low for t in tokens[span.noun_end :]]
    if behind[:1] == ["for"] and "exchange" not in behind:
        return True
    held = span.item_class in _ARMED or captors.by(tokens, at, lexicon)
    return not held and span.item_class == "person.child"


def then(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``sought refuge in a church and were killed``: what befell them there; not ``... and shops were closed``."""
    at = span.action_at
    if at is None or at < span.noun_end:
        return False
    for k in range(at + 1, min(len(tokens) - 3, at + _FAR)):
        if tokens[k].low in ("and", "but") and tokens[k + 1].low in ("were", "was"):
            verb = k + 2 + (tokens[k + 2].low in ("later", "then"))
            acts = lexicon.actions.get(tokens[verb].low, ())
            act = next((a for a in acts if a.past and a.role == "o" and a.cls in lexicon.cue("personal")), None)
            if act is not None:
                take(span, act.lemma, act.cls, span.action_cost, verb, "then", 0.75)
            return act is not None
        if tokens[k].kind == "n" or tokens[k].text in ";:":
            return False
    return False
