"""Change against level: ``rose by 12``, ``up 3%``, ``a drop of 40`` are changes; ``rose to 12`` is a level."""

from itertools import pairwise

from extractors.figure import Change
from extractors.figures.lexicon import Lexicon, union
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REACH = 6
_OBJECT = 7
_BY = frozenset({"by"})
_MOVES = frozenset({"come", "came", "comes", "coming", "went", "go", "goes", "going", "gone", "grew", "dug",
                    "end", "ends", "ended", "ending", "wind", "winds", "wound"})  # fmt: skip
_CLAUSES = frozenset({"and", "that", "which", "who", "while", "but"})
_BEHIND: dict[str, Change] = {
    "higher": "up",
    "stronger": "up",
    "up": "up",
    "lower": "down",
    "weaker": "down",
    "down": "down",
}
# ``backed by another 200``: who did it, and no change by so many.
_HELPED = frozenset({"backed", "joined", "supported", "helped", "followed", "assisted", "accompanied", "flanked"})
_SHARES = frozenset({"percent", "percent_point", "basis_point", "point"})
_ELSEWHERE = ("length", "duration", "count")


def moving(lexicon: Lexicon) -> frozenset[str]:
    """The words without one of which a sentence tells of no change."""
    return union[lexicon.cues.up_word, lexicon.cues.down_word, _BY]


def direct(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """Set ``change`` of a span to up or down where it is the amount of a change, or the two ends of one."""
    if span.unit.startswith(("age", "magnitude")):
        return
    if span.from_to:
        words = {t.low for t in tokens[max(0, span.begin - 7) : span.begin]}
        span.change = span.change or ("up" if words & lexicon.cue("up_word") else None)
        return
    if _behind(tokens, span):
        return
    j, by = _lead(tokens, span, lexicon)
    if j < 0 or (span.action_class in ("killed", "injured") and not by):
        return
    word = _direction_word(tokens, j, by, lexicon)
    if not (_named(tokens, span) or _lasting(tokens, span, j, by) or _other(tokens, j, span, lexicon)):
        _turn(span, word, by, lexicon)


def _other(tokens: list[Token], j: int, span: Span, lexicon: Lexicon) -> bool:
    """True where the word at j is no direction, or that of another number."""
    if j and _phrasal(tokens[j - 1].low, tokens[j].low, span, lexicon):
        return True
    if tokens[j].glued and tokens[j - 1].text == "-":
        return True  # ``valued the start-up at $4bn``
    # ``closed 3% lower at 412 pence``
    return tokens[span.begin - 1].low == "at" and tokens[j].low in _BEHIND and _measured(tokens[j - 1], lexicon)


def _turn(span: Span, word: str, by: bool, lexicon: Lexicon) -> None:
    """Set the change that a word of direction tells."""
    agent = by and span.unit == "count" and span.noun_end > span.last and word in lexicon.cue("raised_by|lowered_by")
    measured = (span.unit != "count" or by) and not agent  # ``were lifted from the roofs by two helicopters``
    if measured and word in lexicon.cue("up_word|raised_by" if by else "up_word"):
        span.change = "up"
    elif measured and word in lexicon.cue("down_word|lowered_by" if by else "down_word"):
        span.change = "down"
    elif by and span.action_class in ("rose", "fell", "fired") and word not in _HELPED:
        span.change = "up" if span.action_class == "rose" else "down"
    if span.change:
        span.rule("change", "direction_word", 0.85)


def _behind(tokens: list[Token], span: Span) -> bool:
    """``closed 3% lower``, ``was 12 points up``: note the direction that is said behind; False where none is."""
    if span.end >= len(tokens) or span.unit not in _SHARES or tokens[span.end].low not in _BEHIND:
        return False
    span.change = _BEHIND[tokens[span.end].low]
    span.rule("change", "direction_behind", 0.85)
    return True


def _measured(token: Token, lexicon: Lexicon) -> bool:
    """A sign or word of a unit."""
    return token.text == "%" or token.low in lexicon.units


def _named(tokens: list[Token], span: Span) -> bool:
    """``wrapped up a 31-hour search``, ``above the five-year average``: what something is called by."""
    return span.end < len(tokens) and tokens[span.end - 1].glued and tokens[span.last].text == "-"


def _lasting(tokens: list[Token], span: Span, j: int, by: bool) -> bool:
    """``18 shells fell within 20 minutes``, ``fell two months behind``: how long, and no change by so much."""
    if by or not span.unit.startswith("duration"):
        return False
    return tokens[j].low not in _BEHIND and all(t.low != "of" for t in tokens[j : span.begin])


def _phrasal(verb: str, particle: str, span: Span, lexicon: Lexicon) -> bool:
    """``make up 60% of them``, ``came down 80 metres away``, ``broke down two months ago``: no direction."""
    moved = particle in ("up", "down") and verb in _MOVES and span.unit.startswith(_ELSEWHERE)
    up = particle == "up" and verb in lexicon.cue("up_phrasal")
    return moved or up or (particle == "down" and verb in lexicon.cue("down_phrasal"))


def alike(tokens: list[Token], spans: list[Span]) -> None:
    """``up 0.25 points, or 0.01%``: the same change said twice."""
    for left, right in pairwise(spans):
        if not left.change or right.change is not None or left.unit == right.unit:
            continue
        if [t.low for t in tokens[left.end : right.begin]] in ([",", "or"], ["or"]):
            right.change = left.change
            right.rule("change", "apposition", 0.7)


def _lead(tokens: list[Token], span: Span, lexicon: Lexicon) -> tuple[int, bool]:
    """The word before ``by``, qualifiers and signs, and whether ``by`` was among them; -1 behind ``to``."""
    j, by, skip = span.begin - 1, False, lexicon.cue("change_skip")
    first = max(0, span.begin - _REACH)
    while j >= first and (tokens[j].low in skip or tokens[j].text in lexicon.money_symbols):
        by = by or tokens[j].low == "by"
        if tokens[j].low == "to":
            if tokens[j - 1].low != "up":
                return -1, by
            j -= 1
        j -= 1
    return j, by


def _direction_word(tokens: list[Token], j: int, by: bool, lexicon: Lexicon) -> str:
    """``cut output by 3``: behind ``by`` the verb may stand before its object."""
    moves = lexicon.cue("up_word|down_word|raised_by|lowered_by" if by else "up_word|down_word")
    word = tokens[j].low
    if not by or word in moves:
        return word
    for token in reversed(tokens[max(0, j - _OBJECT) : j]):
        if token.low in moves:
            return token.low
        if token.low in _CLAUSES or token.kind == "p":
            break  # ``said three bombs were dropped and one missed by 120 yards``
    return word
