"""Another blow of the same days or weeks, told behind this one: ``Just two days earlier, a man ran down a soldier``."""

import re

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.sentences import Sentence

_WEEKS = re.compile(
    r"\W{0,3}(?:An?|One|Two|Three|Four|Five|Six|Several|Some|Just)(?: [a-z]+)? "
    r"(?:days|weeks?|months?|years?) earlier\b",
    re.I,
)
_DAYS = re.compile(
    r"\W{0,3}(?:(?:Just |Only |Barely )?(?:an?|one|two|three|four|five|six|several) (?:days?|weeks?) earlier"
    r"|Earlier this (?:week|month|year)), "
    r"|\W{0,3}(?:Just |Only |Barely )?(?:an?|one|two|three|four|five|six|several) (?:days?|weeks?) ago, an? "
    r"|\W{0,3}In (?:another|an? (?:separate|similar|unrelated)) [a-z]+ (?:in [A-Z]\w+ )?"
    r"(?:last (?:week|month)|(?:days|weeks|months) (?:ago|earlier)|earlier this (?:week|month|year))\b",
    re.I,
)
_TOLL = re.compile(r"\b(?:toll|number|figure|officials|said|told|reported)\b")
_TIMES = frozenset({"earlier", "ago", "last"})
_AGAIN = "another"
_ANOTHER = re.compile(
    r"\W{0,3}Another [a-z]+ (?!people|person)[^,;]{0,80}\b(?:weeks? ago|months? ago|last (?:week|month))\b"
)
_LATEST = re.compile(
    r"\W{0,3}The latest [a-z]+ (?:comes|came|follows|followed) [^;]{0,200}\b(?:that|which) (?:killed|left|injured)\b"
)
_BLOWS = frozenset({"killed", "injured"})


def weeks_earlier(text: str) -> bool:
    """``Three weeks earlier two miners had died``."""
    return _WEEKS.match(text) is not None and " had " in text and not _TOLL.search(text)


def days_earlier(sentence: Sentence, read: list[Sentence], lexicon: Lexicon) -> bool:
    """``Earlier this week, 50 died`` where others died before in the text; else it is the blow that the text is about.

    ``Two weeks ago, a lorry ran off the road, killing four``; ``In a separate crash last week, five died``.
    ``The latest crash comes after a collision that killed 67``.
    ``Funerals were held on Tuesday.`` and a new paragraph: ``Two days earlier, 12 miners were killed.``
    """
    if _AGAIN in sentence.words and sentence.start and _ANOTHER.match(sentence.text) is not None:
        return not _TOLL.search(sentence.text) and any(_blow(before, lexicon) for before in read)
    if "latest" in sentence.words:
        return _LATEST.match(sentence.text) is not None
    if not sentence.line or _TIMES.isdisjoint(sentence.words):
        return False
    if _DAYS.match(sentence.text) is None or _TOLL.search(sentence.text):
        return False
    return any(_blow(before, lexicon) for before in read)


def _blow(sentence: Sentence, lexicon: Lexicon) -> bool:
    """A sentence tells of somebody killed or hurt."""
    return any(
        act.cls in _BLOWS and (act.past or token.low.endswith("ing"))
        for token in sentence.read().tokens
        for act in lexicon.actions.get(token.low, ())
    )
