"""Days that the words for an event give: ``a raid that took place on Monday``, ``the Monday raid, which killed``."""

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day, kind, of_word
from extractors.figures.text.tokens import Token

# From a day back to the verb of happening, from there to the event, from an event to what it did.
_CLOCK = 7
_PLACE = 9
_WHERE = 14
_EVENT = 5
_HAPPENED = frozenset({"happened", "occurred", "place", "unfolded", "erupted"})
_THAT = frozenset({"that", "which"})
# ``killed in a raid``; not ``arrested over a raid``, ``killed in response to a raid``
_IN = frozenset({"in", "during", "by", "from", "at", "be"})
_ALERTED = frozenset({"responded", "called", "dispatched", "summoned", "rushed", "went"})
_OPENING = 9
_NEAR = 10


def happened(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``was killed in a shooting that took place on Monday``, ``two murders that happened about 1 a.m. on May 1``."""
    at = _of_happening(tokens, day.mention, span.noun_end)
    if at is None or kind(span)[0] != "harm":
        return False
    words = [t.low for t in tokens[span.noun_end : at]]
    if not words:
        return True
    if "," in words or not lexicon.cues.day_border.isdisjoint(words):
        return False
    return any(
        _is_event(tokens, k, lexicon) and _within(tokens, k) for k in range(at - 1, max(span.end, at - _PLACE), -1)
    )


def _of_happening(tokens: list[Token], mention: Mention, first: int) -> int | None:
    """Where a clause ``that happened`` begins whose verb the day follows."""
    for k in range(mention.first - 1, max(first, mention.first - _CLOCK), -1):
        if tokens[k].low in _HAPPENED:
            k -= tokens[k].low == "place"
            return k - 1 if tokens[k - 1].low in _THAT else None
        if tokens[k].text == "," or tokens[k].low in _THAT:
            return None
    return None


def _is_event(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    return of_word(tokens[k].low, lexicon) == "harm" and not tokens[k].low.endswith("ed")


def _within(tokens: list[Token], k: int) -> bool:
    """``in an accidental shooting``, ``in what they believe to be a murder``."""
    for j in range(k - 1, max(0, k - _EVENT), -1):
        if tokens[j].low in _IN:
            return True
        if tokens[j].kind != "w" or tokens[j].low in ("of", "to", "over", "with", "for"):
            return False
    return False


def done_by(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``the Saturday shooting in a block of Tarn Road, which injured two``: what the event of the day did.

    ``On Sunday at 4 a.m. police responded to a complaint in Tarn, which left one dead``: and what was found.
    """
    mention = day.mention
    if not mention.end < span.begin or span.status != "happened" or kind(span)[0] != "harm":
        return False
    which = next((k for k in range(span.begin - 1, max(mention.end, span.begin - 4), -1) if tokens[k].low in _THAT), 0)
    if not which or tokens[which + 1].low in ("had", "has"):
        return False
    words = {t.low for t in tokens[mention.end : which]}
    if not lexicon.cues.day_border.isdisjoint(words) or not lexicon.cue("say").isdisjoint(words):
        return False
    if day.owned:
        return day.family == "harm" and which - mention.end <= _WHERE and lexicon.cue("past_verb").isdisjoint(words)
    return tokens[which - 1].text == "," and mention.first < _OPENING and not _ALERTED.isdisjoint(words)


def inside(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``were in the canoe that turned over on Saturday``, ``were aboard the bus which crashed on Monday``."""
    words = [t.low for t in tokens[span.noun_end : mention.first]]
    if words[:1] != ["were"] and words[:1] != ["was"]:
        return False
    k = 1 + (words[1:2] in (["also"], ["still"], ["among"], ["travelling"], ["traveling"], ["sleeping"], ["working"]))
    if words[k : k + 1] == [] or words[k] not in _ABOARD or not _COMMAS.isdisjoint(words):
        return False
    that = [j for j, word in enumerate(words) if word in ("that", "which", "when")]
    if len(that) != 1 or not k < that[0] - 1 < _NEAR or that[0] + 1 >= len(words):
        return False
    verb = words[that[0] + 1]  # not ``in the house that he bought on Saturday``
    return words[that[0]] == "when" or (verb.endswith("ed") and verb not in _OPENED) or verb in lexicon.cue("past_verb")


_OPENED = frozenset({"opened", "reopened", "closed", "signed"})
_ABOARD = frozenset({"in", "on", "aboard", "inside", "at"})
_COMMAS = frozenset(",;")


def caught(tokens: list[Token], span: Span, day: Day, lexicon: Lexicon) -> bool:
    """``A man suspected of shooting six was arrested Monday``: the main verb says whom the police got hold of."""
    if day.owned or day.family != "custody" or kind(span) != ("harm", False):
        return False
    words = [t.low for t in tokens[span.noun_end : day.mention.first]]
    at = next((k for k, word in enumerate(words) if word in _WERE), None)
    if at is None or not _NEXT.isdisjoint(words):
        return False
    return any(of_word(word, lexicon) == "custody" for word in words[at + 1 :])


_WERE = frozenset({"was", "were"})
_NEXT = frozenset({",", "and", "who", "which", "that"})
