"""Whether a number has one day at all, where the rules guessed one or found none: by fitted weights.

``holds 84 of the 160 seats``, ``the toll rose to 67``, ``a cell meant for eight`` have none, whatever else happened.
"""

from bisect import bisect_left
from datetime import date
from itertools import groupby
from operator import itemgetter

from extractors.figures.action import weighing
from extractors.figures.lexicon import Lexicon
from extractors.figures.odds import scores
from extractors.figures.spans import Span
from extractors.figures.story import daysigns
from extractors.figures.story.families import Day, kind
from extractors.figures.story.happening import waits
from extractors.figures.story.narrative import apart
from extractors.figures.story.occasions import may
from extractors.figures.story.standing import stands
from extractors.figures.text.sentences import Sentence

Placed = list[tuple[Sentence, Span]]
# The rules that lend a day which the sentence of a number does not give.
GUESSES = frozenset(
    {
        "narrative_day",
        "same_event",
        "story_day",
        "hours_of_today",
        "announced",
        "report_day",
        "list",
        "rival",
        "agreement",
    }
)
# A guess is dropped where a day is less likely than this, and one is lent where it is likelier than that.
UNLIKELY, LIKELY = 0.12, 0.5


def settle(placed: Placed, days: list[Day], lexicon: Lexicon) -> None:
    """Drop guessed days of numbers that have none; lend the nearest day to those that surely have one."""
    if not lexicon.day_weights:
        return
    near = Nearest(placed, days, lexicon)
    for sentence, group in groupby(placed, itemgetter(0)):
        doubted = [span for _, span in group if guessed(span) or (near.known and open_to(sentence, span, lexicon))]
        if doubted:
            for span, names in zip(doubted, named(sentence, doubted, lexicon), strict=True):
                chance = scores([names, []], lexicon.day_weights)[0]
                if span.when is not None and chance < UNLIKELY:
                    span.when = None
                    span.rule("when", "no_one_day", round(1 - chance, 2))
                elif span.when is None and chance > LIKELY and (day := near.of(sentence, span)) is not None:
                    span.when = day
                    span.rule("when", "nearest_day", 0.25)


def named(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> list[list[str]]:
    """The features of some numbers of a sentence."""
    signs, shared = weighing.tags(sentence.tokens, lexicon), daysigns.of_sentence(sentence, lexicon)
    return [[*shared, *daysigns.of_number(sentence, signs, span)] for span in spans]


def guessed(span: Span) -> bool:
    """True where a rule lent the day."""
    if span.when is None:
        return False
    return next((name for about, name, _ in reversed(span.rules) if about == "when"), "") in GUESSES


def open_to(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """True where a number without a day may have one: it happened, and no rule knows that it stands or lasts."""
    return span.when is None and waits(span) and not (stands(sentence, span, lexicon) or may(sentence, span))


class Nearest:
    """The day that a number's sentence tells, else of what is counted beside it, else of what was counted last."""

    def __init__(self, placed: Placed, days: list[Day], lexicon: Lexicon) -> None:
        told = [(s.start, span.when) for s, span in placed if span.when and not (span.background or _ahead(span))]
        self.starts = [start for start, _ in told]
        self.known = [day for _, day in told if day]
        self.lexicon = lexicon
        self.own: dict[int, list[Day]] = {}
        for day in days:
            if day.day and not day.spoken and day.mention.kind != "coarse":
                self.own.setdefault(id(day.sentence), []).append(day)

    def of(self, sentence: Sentence, span: Span) -> date | None:
        """The nearest day; None where the sentence has several, or only one that is told of something else."""
        own = self.own.get(id(sentence))
        if own:
            fit = {
                told.day for told in own if not (_of_another(span, told) or apart(sentence, span, told, self.lexicon))
            }
            return fit.pop() if len(fit) == 1 else None
        at = bisect_left(self.starts, sentence.start)
        if at < len(self.starts) and self.starts[at] == sentence.start:
            return self.known[at]
        return self.known[at - 1] if at else None


def _of_another(span: Span, told: Day) -> bool:
    """``sentenced him to seven terms for the March 11 attack``, ``found six graves of men who died on Sunday``."""
    if told.owned and told.family != kind(span)[0]:
        return True
    lows, at = told.sentence.lows, span.action_at
    if told.mention.end <= span.begin and "after" in lows[told.mention.end : span.begin]:
        return True  # ``recalled cars on Tuesday after 12 drivers were hurt``
    relative = lows[span.noun_end : span.noun_end + 1]
    return relative in _WHICH and at is not None and at < span.begin and span.noun_end < told.mention.first


_WHICH = (["that"], ["which"], ["who"], ["whose"])


def _ahead(span: Span) -> bool:
    return span.status == "planned"
