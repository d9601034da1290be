"""Numbers that say once more how many there were: ``put the figure at 40``, ``it was 60``, ``spoke of 12``."""

from itertools import pairwise

from extractors.figures.action.labels import LEVELS
from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_REACH = 9
_POOR = 2.0
_IT = frozenset({"it", "they", "that", "this", "them", "these", "there"})
_AMONG = frozenset({"them", "those", "these"})
_GROUPS = frozenset({"group", "batch", "returnees", "arrivals", "freed", "released", "wave", "contingent"})
# Whom a group harmed is not who it is made up of.
_HARM = frozenset({"killed", "injured", "shot", "kidnapped"})
_OPENING = 8
_AT = frozenset({"at", "to"})
_GIVES = frozenset({"give", "gives", "gave", "given", "giving", "cite", "cites", "cited", "quoted"})
_CORRECTED = frozenset({"corrected", "revised", "updated", "amended"})
# Rival counts of the same are so near to one another.
_CLOSE = 1.5
_APART = 2.5
_SAYS = frozenset({"says", "say", "said", "claims", "claim", "maintains"})
_CLOSES = frozenset('.,;:")”')
_KEPT = 12
_SECTION = 6
_AGAIN = frozenset({"then", "later", "and", "finally", "now"})
_SPOKE = frozenset({"spoke", "speak", "speaks", "spoken", "talked"})
_NUMBER = frozenset({"number", "figure", "toll", "count", "total"})
_HELD_TO = frozenset({"to", "on", "for", "by"})
_KEEPS = frozenset({"stuck", "sticks", "stick", "sticking", "settled", "settling", "settle", "settles"})
_THIS = frozenset({"that", "this"})
_OF = frozenset({"of", "about"})


def _before(span: Span, spans: list[Span]) -> list[Span]:
    """The counts before a number whose action is no level."""
    return [
        s
        for s in spans
        if s.first < span.first and s.unit == "count" and (s.action_class is None or s.action_class not in LEVELS)
    ]


def refer(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> None:
    """Let such a number take what befell the counted of the number that it goes back to."""
    earlier = state.earlier
    if span.unit != "count" or span.each or span.kind == "zero":
        return None
    if span.begin < 2 and not (span.noun_end > span.last and _behind(tokens, span, lexicon)):
        return None
    if span.noun_end > span.last:
        own = earlier is not None and earlier.action_class in _HARM and _made_of(tokens, span.begin - 1)
        if span.action_class is None and earlier is not None and not own and _among(tokens, span, lexicon):
            span.lender = earlier
            span.rule("action", "anaphor", 0.5)
        return None
    weak = span.action_class in LEVELS or span.action_cost > _POOR or span.action_at is None
    if not weak or not _refers(tokens, span, lexicon):
        return None
    left = _before(span, spans)
    if not left and (asked := _asked(state, lexicon)) is not None:
        span.action, span.action_class, span.action_at = asked.lemma, asked.cls, None
        span.item, span.item_class = (span.item, span.item_class) if span.person else ("person", "person")
        return span.rule("action", "asked", 0.7)
    case = None if left else _case(span, spans)
    other = left[-1] if left else case or _rival(tokens, span, state, lexicon)
    average = tokens[span.begin - 2].low == "average"
    if other is None or (case is None and not average and not _alike(other, span)):
        return None
    span.lender, span.action, span.action_class, span.action_at = other, None, None, None
    if span.item is None or span.item == "person":
        span.item, span.item_class = other.item, other.item_class
        span.rule("item", "anaphor", 0.5)
    return span.rule("action", "anaphor", 0.5)


def _asked(state: State, lexicon: Lexicon) -> Act | None:
    """``How many people died?`` as a heading: what befell those whom the numbers below count."""
    for sentence in state.read[: -_SECTION - 1 : -1]:
        if sentence.text.startswith("How many") and sentence.text[-1] == "?":
            for token in sentence.read().tokens[2:]:
                for act in lexicon.actions.get(token.low, ()):
                    if act.cls in lexicon.cue("telling") and (act.role != "o" or act.past):
                        return act
            return None
    return None


def _rival(tokens: list[Token], span: Span, state: State, lexicon: Lexicon) -> Span | None:
    """Of 137 who were abducted and 14 who are missing ``the total at 156`` is a rival of the 137: the nearest."""
    last, own = state.earlier, span.value
    if last is None or own is None or not last.person or _ratio(last, own) <= _APART:
        return last
    if any(a.low in _THIS and b.low in lexicon.cue("figure_word") for a, b in pairwise(tokens[: span.begin])):
        return last  # ``dismissed that number``
    near = [s for s in state.counted.values() if s.person and s.action is not None and _ratio(s, own) <= _CLOSE]
    return min(near, key=lambda s: _ratio(s, own)) if near else last


def _ratio(other: Span, value: float) -> float:
    """How many times the one number is the other."""
    if not other.value or not value:
        return 1.0
    return max(other.value / value, value / other.value)


def _case(span: Span, spans: list[Span]) -> Span | None:
    """``Three new cases were reported, taking the total to 41``: the number of cases before it in the sentence."""
    return next((s for s in spans if s.first < span.first and s.item_class == "case" and s.action is not None), None)


def _among(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Among them were 402 children``, ``They included 12 nuns``: at the head of a sentence."""
    j = span.begin - 1
    if _behind(tokens, span, lexicon):
        return True
    if _of_group(tokens, j, lexicon):
        return (span.item_class or "").startswith("person")
    if tokens[j].low in lexicon.cue("be"):
        return 1 < j < 4 and tokens[j - 1].low in _AMONG and tokens[j - 2].low in ("among", "of")
    if j < 3 and tokens[j].low in lexicon.cue("includes") and tokens[j - 1].low in _IT:
        return True
    listed = tokens[0].low == "they" and tokens[1].low in ("include", "included")
    return listed and tokens[j].low == "and" and (span.item_class or "").startswith("person")


def _behind(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Twenty women and six boys were among them``, ``Eight of the men are pilots``."""
    k = span.noun_end
    if k + 1 < len(tokens) and tokens[k].low == "among" and tokens[k + 1].low in _AMONG:
        return tokens[span.begin - 1].low in lexicon.cue("be")  # ``There were three women among them``
    if k < len(tokens) and tokens[k].low == "and":
        k = next((i for i in range(k, min(len(tokens), k + 5)) if tokens[i].low in lexicon.cue("be")), k)
    if k + 2 > len(tokens) - 1 or tokens[k].low not in lexicon.cues.be:
        return False
    if tokens[k + 1].low == "among" and tokens[k + 2].low in _AMONG:
        return True
    noun = lexicon.nouns.get(tokens[k + 1].low)
    closed = tokens[k + 2].kind == "p" or tokens[k + 2].low == "and"
    return span.part and span.begin == 0 and noun is not None and noun.plural and closed


def _of_group(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``Among Saturday's group are 63 marines``, ``The latest batch included 14 women``: some of those just told of."""
    among = tokens[0].low == "among"
    if tokens[j].low == "of" and not among:
        return _made_of(tokens, j)
    if not 1 < j < _OPENING or tokens[j].low not in lexicon.cue("be" if among else "includes"):
        return False
    k = next((k for k in range(j - 1, -1, -1) if tokens[k].low in _GROUPS), None)
    return k is not None and (k == j - 1 or tokens[k + 1].low == "of") and all(t.kind == "w" for t in tokens[:k])


def _made_of(tokens: list[Token], j: int) -> bool:
    """``The group is made up of 174 soldiers``, ``The batch consisted of 30 men``."""
    verb = j - 1 - (tokens[j - 1].low == "up")
    made = tokens[verb].low in ("made", "composed") if verb < j - 1 else tokens[verb].low.startswith("consist")
    return made and 1 < verb < _OPENING and not _GROUPS.isdisjoint(t.low for t in tokens[:verb])


def _alike(other: Span, span: Span) -> bool:
    """Rival counts of the same are of one magnitude."""
    return other.value is None or span.value is None or other.value <= 10 * span.value <= 100 * other.value


def _refers(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    j = span.begin - 1
    last, lead = tokens[j].low, tokens[j - 1].low
    if _stated(tokens, span, last, lead):
        return True
    if last in _OF:
        given = lead in lexicon.cue("figure_word") and not _GIVES.isdisjoint(t.low for t in tokens[max(0, j - 4) : j])
        return given or lead in lexicon.cue("speaks_of")
    if lead in _IT and (last in lexicon.cue("be") or (last in _AT and tokens[j - 2].low in lexicon.cue("put_word"))):
        return True
    if last == "to" and lead in _CORRECTED:
        return any(t.low in _IT or t.low in lexicon.cue("figure_word") for t in tokens[: j - 1])
    return _of_figure(tokens, j, lexicon)


def _stated(tokens: list[Token], span: Span, last: str, lead: str) -> bool:
    """``The rebels say 14``, ``lists 590 by name``, ``a lower number, 212``, ``has stuck to 29``: no noun follows."""
    behind = [t.low for t in tokens[span.last : span.last + 2]]
    if behind == ["by", "name"]:
        return True
    if span.last < len(tokens) and tokens[span.last].text not in _CLOSES:
        return False
    j = span.begin - 1
    words = [t.low for t in tokens[j - _KEPT if j > _KEPT else 0 : j]]
    if last in _SAYS:
        return ["how", "many"] not in ([a.low, b.low] for a, b in pairwise(tokens[:j]))
    if last == "of":
        again = lead in _AGAIN and any(word in _SPOKE for word in words)
        return again or lead == "names"
    return (last == "," and lead in _NUMBER) or (last in _HELD_TO and not _KEEPS.isdisjoint(words))


def _of_figure(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``the true number is``, ``bringing the total to``, ``the figure could be as high as``: nothing else between."""
    for k in range(j, j - _REACH if j > _REACH else 0, -1):
        word = tokens[k].low
        if word in lexicon.cues.figure_word or (word == "average" and tokens[j].low == "at" and k == j - 1):
            return k < j and tokens[k + 1].low != "of"
        if word not in lexicon.cues.figure_link:
            return False
    return False
