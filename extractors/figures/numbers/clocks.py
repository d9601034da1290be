"""Hours of the day without a.m. or p.m.: ``dug since 5 in the morning``, ``struck at about six this morning``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers.numerals import Atom, low
from extractors.figures.text.tokens import Token

_TIMES = frozenset({"morning", "afternoon", "evening", "night"})
_LEAD = frozenset({"at", "by", "since", "until", "till", "from", "after", "before", "around", "about"})
# Behind a verb these lead a count as well: ``arrested about ten on Sunday``, ``suffered by seven``.
_LOOSE = frozenset({"by", "around", "about", "from", "after", "before"})
_HEDGE = frozenset({"about", "around", "nearly", "almost", "just", "only", "exactly", "roughly", "shortly"})
# A hyphen or an opening quotation mark: the noun follows.
_RUNS_ON = frozenset({"-", '"', "“", "'", "‘"})
_JOINS = frozenset({"and", "but"})
# ``by six it was over``: what a sentence goes on with behind an hour.
_SUBJECT = frozenset({"it", "the", "they", "he", "she", "we", "i"})
# ``be done by five``, ``home by six``.
_READY = frozenset({"done", "home", "here", "there", "back", "ready", "finished", "asleep", "awake", "gone"})
_UNTIL = frozenset({"until", "till"})
_ENDS = frozenset('.,;!?"”’')
_PAST = frozenset({"past", "to"})
_MINUTES = frozenset({"minute", "minutes"})
_HOURS = frozenset({"midnight", "noon", "midday"})
# As near stands what says that a tally and no event is at that number.
_NEAR = 6


def hour(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """True where a small whole number tells the hour and counts nothing."""
    if atom.scaled or not 1 <= atom.value <= 12 or atom.value % 1 or atom.unit is not None:
        return False
    j = atom.first - 1
    while j > 0 and tokens[j].low in _HEDGE and tokens[j - 1].low in _LEAD:
        j -= 1
    after = low(tokens, atom.end)
    half = tokens[j].low in _PAST and low(tokens, j - 1) in ("half", "quarter")
    if half or after == "o'clock" or (after == "o" and low(tokens, atom.end + 1) == "'"):
        return True
    if tokens[j].low not in _LEAD:
        return False
    if not lexicon.cue("tally_level").isdisjoint([t.low for t in tokens[j - _NEAR if j > _NEAR else 0 : j]]):
        return False
    if _told(tokens, j, atom, lexicon):
        return True
    if tokens[j].low == "by" and low(tokens, j - 1) in _READY and atom.kind == "words":
        return not after or after in _ENDS
    if tokens[j].low in _LOOSE and not _opens(tokens, j, lexicon):
        return False
    if _time_of_day(tokens, atom.end) or (after == "on" and low(tokens, atom.end + 1) in lexicon.cue("weekday")):
        return True
    closed = not after or tokens[atom.end].kind == "p" or after in lexicon.cue("stop")
    until = tokens[j].low in _UNTIL and atom.kind == "words" and (not after or after in _ENDS)
    return until or (
        closed and after not in _RUNS_ON and tokens[j].low == "at" and low(tokens, j - 1) in lexicon.cue("clock_lead")
    )


def of_the_clock(tokens: list[Token], atom: Atom) -> bool:
    """``at 40 minutes past midnight``: an hour, and no duration."""
    minutes = low(tokens, atom.end) in _MINUTES and low(tokens, atom.end + 1) in _PAST
    return minutes and low(tokens, atom.end + 2) in _HOURS


def _told(tokens: list[Token], j: int, atom: Atom, lexicon: Lexicon) -> bool:
    """``shortly after two in the afternoon``, ``and by six it was over``."""
    if j == 0 and tokens[j].low == "by" and low(tokens, atom.end) == "," and atom.kind == "words":
        return True  # ``By seven, four were dead``
    if tokens[j].low == "by":
        return low(tokens, atom.end) in _SUBJECT and _opens(tokens, j, lexicon, _JOINS)
    hedged = j > 0 and tokens[j].low in ("after", "before") and tokens[j - 1].low in ("shortly", "just", "soon")
    return hedged and _time_of_day(tokens, atom.end)


def _opens(tokens: list[Token], j: int, lexicon: Lexicon, joins: frozenset[str] = frozenset()) -> bool:
    """At the head of a clause, or behind a verb of what happens at an hour."""
    lead = tokens[j - 1]
    return j == 0 or lead.kind == "p" or lead.low in joins or lead.low in lexicon.cue("clock_lead")


def _time_of_day(tokens: list[Token], j: int) -> bool:
    """``in the morning``, ``this evening``, ``at night``, ``tonight``."""
    first, second, third = low(tokens, j), low(tokens, j + 1), low(tokens, j + 2)
    return (
        first == "tonight"
        or (first in ("this", "that", "yesterday", "tomorrow", "at") and second in _TIMES)
        or (first == "in" and second == "the" and (third in _TIMES or third == "early"))
    )
