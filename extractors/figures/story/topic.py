"""The event that an article is about: the first day it tells, but of a disaster the day on which it struck."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story import searching
from extractors.figures.story.families import Day, Kind, kind, known, of_word
from extractors.figures.story.previous import BEFORE
from extractors.figures.story.searching import strikes
from extractors.figures.text.sentences import Sentence

Placed = list[tuple[Sentence, Span]]
# The event of an article is told of in its first lines, by a day that stands by itself.
_LEAD = 700
# What happened more days ago is not what an article is about that tells it further down.
NEWS = 5
_CLEAR = ("day", "weekday", "near")
# How many words from a day its event is looked for.
_REACH = 9
_OPENING = 4
_MOURNING = frozenset({"funeral", "funerals", "mourners", "mourned", "mourning", "vigil", "buried", "memorial"})
_GRIEF = _MOURNING | {"coping", "grieving", "reeling", "mourn", "grief", "tribute", "tributes", "vigils", "stunned"}
_BEDSIDE = frozenset(
    {"hospital", "wounds", "injuries", "intensive", "injured", "wounded", "ward", "burns", "succumbed"}
)


@dataclass(slots=True)
class Occasion:
    """A day that a sentence gives to an event of some kind; ``counted`` where a figure of it has that day.

    ``beside`` where it is told only to say when another was: ``a day after the two sides swapped 300``, ``aftermath``
    where it is of those who were saved or found.
    """

    start: int
    kind: Kind
    day: date
    value: float | None = None
    counted: bool = False
    item: str = ""
    before: bool = False
    line: int = -1
    beside: bool = False
    aftermath: bool = False


def event(placed: Placed, days: list[Day], told: list[Occasion], now: date | None, lexicon: Lexicon) -> Occasion | None:
    """The event that the article is about: the first day it tells, unless another day is told of far more often."""
    past = [d for d in days if d.day and not d.spoken and not d.coming and d.family != "deal" and _stands_alone(d)]
    lead = _lead([d for d in past if d.sentence.start < _LEAD and _new(d, now, lexicon) and not late(d)], lexicon)
    counted = {o.day for o in told if o.counted}
    happened = lexicon.cue("happened")
    opener = _opener(lead, days)
    first = opener or next(
        (d for d in lead if d.family or d.day in counted or not d.sentence.words.isdisjoint(happened)),
        lead[0] if lead else None,
    )
    harmed = first is not None and not opener and not strikes(first, lexicon) and _tells_of_harm(placed, days)
    first = (_blow(lead, lexicon) if harmed else None) or first
    before = (grieved(first, days) or _wounded(first, past)) if first else None
    first = before or (_struck(first, lead, told, lexicon) if first else None)
    searched = before or (searching.blow(first, past, lexicon) if first else None)
    first = searched or first
    if first is None or first.day is None:
        return None
    counts = Counter(d.day for d in past)
    own = next((o.kind[0] for o in told if o.day == first.day and known(o.kind[0])), None)
    named = next((f for t in first.sentence.tokens if (f := of_word(t.low, lexicon)) and f != "deal"), None)
    told_of = next((k for _, s in placed if known(k := kind(s)[0])), None)
    blow = (
        harmed
        or opener is not None
        or searched is not None
        or not first.sentence.words.isdisjoint(happened)
        or strikes(first, lexicon)
    )
    family = first.family or own or named or (told_of if blow else None)
    named_first = first.owned and first.family == "harm" and first.sentence.line == 0  # ``Sunday's attack``
    named_first = named_first or searched is not None
    if family is None or (2 * counts[first.day] < max(counts.values()) and not named_first):
        return None
    return Occasion(first.sentence.start, (family, False), first.day)


def _opener(lead: list[Day], days: list[Day]) -> Day | None:
    """``Two days after a bomb ripped through a market, the toll remains disputed``, and no other day in the line."""
    opener = next((d for d in lead if d.sentence.start == 0 and d.mention.lead.endswith(" that")), None)
    if opener is None or opener.family not in (None, "harm"):
        return None
    alone = not any(d.day and d is not opener and d.sentence is opener.sentence and not d.spoken for d in days)
    return opener if alone else None


def _new(told: Day, now: date | None, lexicon: Lexicon) -> bool:
    """News are some days old, the blow that they go on telling of some days more."""
    if news(told, now):
        return True
    old = now is not None and told.day is not None and (now - told.day).days <= 2 * NEWS
    return old and strikes(told, lexicon) and not BEFORE & told.sentence.words


def _tells_of_harm(placed: Placed, days: list[Day]) -> bool:
    """The first line counts those struck without a day: ``A jet crashed into a school, killing 31, the army said``."""
    if not placed or placed[0][0].line or any(d.sentence.line == 0 and not d.spoken for d in days):
        return False
    return any(s.line == 0 and kind(span) == ("harm", False) and span.when is None for s, span in placed[:_OPENING])


def _blow(lead: list[Day], lexicon: Lexicon) -> Day | None:
    """The day on which it struck; not one on which people still lay in hospital."""
    own = [d for d in lead if d.family in (None, "harm") and _LASTING.isdisjoint(d.sentence.words)]
    return next((d for d in own if strikes(d, lexicon)), own[0] if own else None)


_LASTING = frozenset({"still", "remain", "remained", "continued", "hospital"})


def _lead(told: list[Day], lexicon: Lexicon) -> list[Day]:
    """Those of the event itself: neither of what led up to it nor of a toll that was raised, where there are others."""
    struck = [d for d in told if not (raised(d, lexicon) or _tallied(d))]
    first = [d for d in struck if not _led_up(d)] or (struck if len(struck) < len(told) else [])
    return first or [d for d in told if not _led_up(d)]


def _tallied(told: Day) -> bool:
    """``I counted 31 bodies this morning``: found later than the blow struck."""
    words = told.sentence.words
    if told.owned or words.isdisjoint(_BODIES) or words.isdisjoint(_TALLIED):
        return False
    before = told.sentence.lows[: told.mention.first]
    while before and before[-1] in _ON:
        before = before[:-1]
    return not (before and before[-1] in _BROKE)  # ``counted 232 bodies after the blaze erupted early on Sunday``


_ON = frozenset({"on", "early", "late", "around", "at"})
_BROKE = frozenset({"erupted", "struck", "exploded", "collapsed", "capsized", "sank", "hit", "crashed", "overturned"})


_BODIES = frozenset({"bodies", "corpses", "remains", "body"})
_TALLIED = frozenset({"counted", "found", "recovered", "retrieved", "pulled", "saw", "seen", "collected", "discovered"})


def _wounded(first: Day, past: list[Day]) -> Day | None:
    """``A man shot in a row over shoes died on Tuesday. He was shot around 7 p.m. Friday``: of the Friday."""
    words = first.sentence.words
    if words.isdisjoint(_DIED) or words.isdisjoint(_HURT) or not first.day:
        return None
    near = first.sentence.lows[max(0, first.mention.first - _REACH) : first.mention.end + 2]
    if _DIED.isdisjoint(near):
        return None
    earlier = (d for d in past if d.day and first.day and 0 < (first.day - d.day).days <= _HEALING)
    return next((d for d in earlier if _at_blow(d, first)), None)


def _at_blow(told: Day, death: Day) -> bool:
    """``was shot around 7 p.m. Friday``, ``shot at the church on Sunday and who died on Tuesday``."""
    if told.sentence is not death.sentence:
        return not _BLOW.isdisjoint(told.sentence.words) and _DIED.isdisjoint(told.sentence.words)
    near = told.sentence.lows[max(0, told.mention.first - _REACH) : told.mention.end + _REACH]
    return not _BLOW.isdisjoint(near)


# How many days later a death may be of such wounds: a bound of ours, which no labelled article comes near.
_HEALING = 60
_DIED = frozenset({"died", "dies", "dead", "death"})
_HURT = frozenset({"shot", "injured", "wounded", "stabbed", "hurt", "struck", "beaten", "burned", "hit"})
_BLOW = _HURT | {"shooting", "shots", "gunfire", "stabbing", "attack", "crash", "explosion", "collision", "gunshot"}


def _struck(first: Day, lead: list[Day], told: list[Occasion], lexicon: Lexicon) -> Day:
    """``handed out blankets on Monday … hit by Sunday's quake``: not the day of the aid, if that strikes nobody."""
    mourned = not _MOURNING.isdisjoint(first.sentence.words)
    if not (first.family in (None, "harm") or mourned) or strikes(first, lexicon):
        return first
    if any(
        o.counted and not o.aftermath and o.kind[0] == "harm" and (o.start, o.day) == (first.sentence.start, first.day)
        for o in told
    ):
        return first
    own = (d for d in lead if d.family in (None, "harm") and d.day and first.day and d.day < first.day)
    return next((d for d in own if (d.owned and d.family) or strikes(d, lexicon)), first)


def grieved(first: Day, days: list[Day]) -> Day | None:
    """``were coping on Saturday with the death of a colleague, who was shot the day before``: of the day before."""
    if first.sentence.words.isdisjoint(_GRIEF):
        return None
    back = (d for d in days if d.sentence is first.sentence and d.mention.kind == "context" and d.day)
    return next((d for d in back if d.mention.number < 0 and d.family == "harm" and not d.spoken), None)


def late(told: Day) -> bool:
    """``died in hospital on Friday``: later than what wounded them."""
    words = told.sentence.words
    if _BEDSIDE.isdisjoint(words) or words.isdisjoint(("died", "deaths", "death")):
        return False
    near = {t.low for t in told.sentence.tokens[max(0, told.mention.first - 8) : told.mention.end + 9]}
    return not _BEDSIDE.isdisjoint(near) and not near.isdisjoint(("died", "deaths", "death"))


def raised(told: Day, lexicon: Lexicon) -> bool:
    """``raised the toll of the blast to 44 on Friday``: the day of the sum, not of the blast."""
    sums = lexicon.cues.day_sum
    if told.owned or sums.isdisjoint(told.sentence.words) or told.sentence.words.isdisjoint(_RAISED):
        return False
    tokens, at = told.sentence.tokens, told.mention.first
    verb = next((k for k, t in enumerate(tokens) if t.low in _RAISED), 0)
    end = told.mention.end
    if told.family == "harm" and (_OPENING <= at < verb or (end < len(tokens) and tokens[end].low == "to")):
        return False  # ``The toll of the blast on Friday rose to 44``, ``raised the toll of the blast on Friday to 44``
    border = any(t.low in lexicon.cue("day_border") for t in tokens[min(at, verb) : max(at, verb)])
    return not border and any(t.low in sums for t in tokens[: verb + _REACH])


def raises(told: Day, span: Span, lexicon: Lexicon) -> bool:
    """``pulled 26 bodies on Monday, taking the toll to 67``: the 67 are not of Monday."""
    between = told.sentence.tokens[told.mention.end : span.begin]
    lows = [t.low for t in between]
    grew = "as" in lows and not _RAISED.isdisjoint(
        lows[lows.index("as") :]
    )  # ``declared on Friday … as the toll rose``
    return grew or raised(told, lexicon) or not _TAKING.isdisjoint(lows)


_TAKING = frozenset({"taking", "bringing", "raising", "pushing", "lifting"})
_RAISED = frozenset(
    {"raised", "raises", "rose", "rises", "risen", "climbed", "climbs", "jumped", "increased", "reached", "passed",
     "topped", "revised", "updated", "surged", "grew", "bringing"}
)  # fmt: skip


def had(sentence: Sentence, k: int) -> bool:
    """``It had left Tarn on Saturday``: told of what was before."""
    return "had" in sentence.words and any(t.low == "had" for t in sentence.tokens[max(0, k - 6) : k + 6])


def _led_up(told: Day) -> bool:
    return told.sentence.start > 0 and had(told.sentence, told.mention.first)


def _stands_alone(told: Day) -> bool:
    """A day of its own, or in the first line one told from today: ``Two days after a bomb …``."""
    first = told.sentence.line == 0 and told.mention.first < _OPENING
    return told.mention.kind in _CLEAR or (first and told.mention.lead.endswith(" that"))


def news(told: Day, now: date | None) -> bool:
    """What the first sentence tells, and what is not older than news are."""
    return now is None or told.day is None or told.sentence.line == 0 or (now - told.day).days <= NEWS
