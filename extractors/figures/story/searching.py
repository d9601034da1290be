"""Days of a search: an article that tells of rescuers and bodies first goes on with the blow of some days before."""

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.story.families import Day
from extractors.figures.story.previous import BEFORE
from extractors.figures.text.tokens import Token

_STRIKING = ("killed", "injured", "shot", "shot_at", "struck", "destroyed", "kidnapped")
# How many words from a day its event is looked for.
_REACH = 9
# How far down, and how many days before, the blow is told of.
_DOWN = 2500
_DAYS = 10
_LEAD = 25
_AFTERMATH = frozenset(
    {"rescuers", "rescue", "rescued", "search", "searched", "searching", "survivors", "survivor", "rubble", "bodies",
     "body", "retrieved", "alive", "divers", "wreckage", "debris", "excavators"}
)  # fmt: skip
_ONE = frozenset({"a", "an", "another", "second", "separate", "further"})
_THE = frozenset({"the", "when", "after", "since", "it", "its", "which", "that", "hours", "days"})


def blow(first: Day, past: list[Day], lexicon: Lexicon) -> Day | None:
    """``Divers pulled 26 bodies on Monday … hours after the ferry keeled over on Saturday``: Saturday."""
    if first.family not in (None, "harm", "swap") or first.owned or first.day is None:
        return None
    if first.sentence.line or _AFTERMATH.isdisjoint(first.sentence.words):
        return None
    for told in past:
        if told.day is None or told.family not in (None, "harm") or told.sentence.start > _DOWN:
            continue
        if 0 < (first.day - told.day).days <= _DAYS and _the_blow(told, lexicon):
            return told
    return None


def _the_blow(told: Day, lexicon: Lexicon) -> bool:
    """``The quake struck on Monday``, ``when it sank on Friday``; not ``A boat sank on Monday``."""
    tokens, words = told.sentence.tokens, told.sentence.words
    if not BEFORE.isdisjoint(words) or tokens[0].low in _ONE or not strikes(told, lexicon):
        return False
    if not _AFTERMATH.isdisjoint(t.low for t in _near(told)):
        return False
    return any(t.low in _THE for t in tokens[max(0, told.mention.first - _LEAD) : told.mention.first])


def strikes(told: Day, lexicon: Lexicon) -> bool:
    """A word of the blow itself stands before the day, or behind one that opens the sentence."""
    return any(t.low in _blows[lexicon.language] for t in _near(told))


def _near(told: Day) -> list[Token]:
    mention = told.mention
    behind = _REACH if mention.first < 3 or told.owned else 0
    return told.sentence.tokens[max(0, mention.first - _REACH) : mention.end + behind]


@Once
def _blows(language: str) -> frozenset[str]:
    lexicon = load(language)
    verbs = {word for word, acts in lexicon.actions.items() if acts[0].cls in _STRIKING and " " not in word}
    nouns = {word for word, noun in lexicon.nouns.items() if noun.cls.startswith("event")}
    return lexicon.cue("day_blow") | verbs | nouns
