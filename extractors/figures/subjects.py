"""Actions that a number takes from its subject or its noun: the toll that rose to 14, 49 shooting victims, 21 injured
workers who have been admitted."""

from extractors.figures.actions import Found
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_LEVELS = frozenset({"rose", "fell", "registered", "remained", "measured", "lasted", "struck", None})
_POOR = 3.0
_PARTICIPLE = 2.5
_LABEL = 6
_COSTS = frozenset({"paid", "lasted", "killed"})
_BUT = frozenset({"while", "but", "whereas", "though", "although"})
_ELECTED = frozenset({"won", "lost", "elected", "voted", "rose", "fell", "cast"})


def refine(tokens: list[Token], spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    """Set the action of each counted number whose own verb only moves a level, or which has none."""
    for n, span in enumerate(spans):
        if n and span.unit == "count" and span.action is None:
            _contrast(tokens, spans[n - 1], span, lexicon)
        if span.unit.startswith(("volume", "money", "mass", "percent", "power", "energy")):
            _lowered(tokens, span, lexicon)
        if span.unit == "count" and not _labelled(tokens, span, found, lexicon):
            _toll(tokens, span, found, lexicon)
            _described(span, found, lexicon)
            _by_noun(tokens, span, lexicon)


def _labelled(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> bool:
    """``Missing: 4``, ``Homes destroyed: 2,140``, ``Bodies recovered: 3``: a list of a report; True where it is one."""
    k = span.begin - 1
    if k < 1 or tokens[k].text != ":" or not tokens[k].glued:
        return False
    first = max((i + 1 for i in range(max(0, k - _LABEL), k) if tokens[i].kind != "w"), default=max(0, k - _LABEL))
    nouns = [n for t in tokens[first:k] if (n := lexicon.nouns.get(t.low)) is not None]
    acts = [
        (a.first, x)
        for a in found
        if first <= a.first < k
        for x in a.acts
        if x.cls not in _LEVELS and (x.role in "na" or x.past)
    ]
    implied = next((lexicon.implies[n.lemma] for n in nouns if n.lemma in lexicon.implies), None)
    if implied is not None and implied.cls in lexicon.cue("telling"):
        acts = [(first, implied)]
    if not acts:
        return False
    at, act = acts[0]
    _take(span, act.lemma, act.cls, 0.3, at, "label", 0.85)
    counted = next((n for n in nouns if n.plural and n.cls != "person.victim"), None)
    if counted is not None and span.elided:
        span.item, span.item_class, span.elided = counted.lemma, counted.cls, False
    return True


def _contrast(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> None:
    """``Police said 45,000 marched, while organisers said 200,000``: another number of the same thing."""
    between = {t.low for t in tokens[left.noun_end : right.begin]}
    if right.elided and left.action and left.action_class and between & _BUT and between & lexicon.cue("say"):
        _take(right, left.action, left.action_class, left.action_cost + 1.0, left.action_at or 0, "contrast", 0.7)


def _by_noun(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """What a verb means of this noun: to take 58 seats is to win, to cut barrels is not to fire."""
    if span.item_class == "person.captive" and span.action_class in ("remained", "trapped"):
        _take(span, "hold", "held", 1.0, span.action_at or span.begin, "captive", 0.7)
    elif [t.low for t in tokens[span.noun_end : span.noun_end + 1]] == ["lives"] and span.action_class in _COSTS:
        span.item, span.item_class, span.elided = "person", "person", False
        _take(span, "cost lives", "killed", 0.5, span.action_at or span.begin, "cost_lives", 0.85)
    elif span.action_class == "fired" and span.item is not None and not _staff(span):
        _take(span, "cut", "cut", span.action_cost, span.action_at or span.begin, "cut_of_things", 0.7)
    elif span.item in ("seat", "vote") and span.action_class not in _ELECTED:
        words = [t.low for t in tokens[max(0, span.begin - 9) : span.begin]]
        named = span.begin > 0 and tokens[span.begin - 1].text[0].isupper() and len(tokens) > span.begin > 1
        if set(words) & lexicon.cue("wins") or (named and span.action is None):
            _take(span, "win", "won", 1.5, span.action_at or span.begin, "wins_of_noun", 0.6)


def _lowered(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``will cut 350,000 barrels``, ``cut output by 800,000 barrels``: the action is the cut, not the output."""
    words = [t.low for t in tokens[max(0, span.begin - 7) : span.begin]]
    moved = span.action_class in ("fired", "produced", "cut") and lexicon.cue("cut_word") & set(words)
    if moved and "to" not in words[-2:]:
        _take(span, "cut", "cut", min(span.action_cost, 2.0), span.action_at or span.begin, "cut_of_things", 0.7)


def _staff(span: Span) -> bool:
    return (span.item_class or "").startswith(("person", "job"))


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
