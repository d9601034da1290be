"""What has no one day: a state that lasts, a sum that grows, a rate."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import kind
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

# The first lines tell the news itself: "has freed 300 captives" is of the day there, and a sum further down.
_LEAD = 320
_PERFECT = frozenset({"has", "have", "'ve"})
_EACH = frozenset({"a", "per", "each", "every"})
_SPELL = frozenset({"day", "week", "month", "year", "night", "hour"})
_EDGE = frozenset({",", ";", "and", "while", "but", "although", "whereas"})
_SPANS = frozenset({"dawn", "daybreak", "sunrise", "morning", "midnight", "noon", "midday"})
_NEWS = frozenset({"harm", "swap", "custody"})
_BEFORE, _BEHIND = 6, 5
_SAID = 12
_OPENING = 7


def stands(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """``34 were still waiting``, ``has killed 9,000 so far``, ``30 bodies a day``: no day of the story."""
    tokens, words = sentence.tokens, sentence.words
    behind = max(span.noun_end, span.end)
    if (not _SPELL.isdisjoint(words) and _rate(tokens, behind)) or ("time" in words and _then(tokens, lexicon)):
        return True
    if not _FOUNDED.isdisjoint(words) and _founding(tokens, span.begin):
        return True
    ongoing = lexicon.cue("day_ongoing")
    late = sentence.start > _LEAD and not _PERFECT.isdisjoint(words)
    if not late and ongoing.isdisjoint(words):
        return False
    first = _start(tokens, span.begin, _BEFORE)
    first = next((k + 1 for k in range(span.begin - 1, first - 1, -1) if tokens[k].low == "that"), first)
    last = behind if _whole(tokens, span) else _end(tokens, behind, _BEHIND)
    near = [t.low for t in tokens[first:last]]
    if "since" in words and of_today(tokens, behind):
        return False
    lasting = any(
        t.low in ongoing and (k == 0 or tokens[k - 1].low not in _DEFINITE) and not _had(tokens, k)
        for k, t in _at(tokens, first, last)
    )
    return lasting or (late and _sum(near, kind(span)[0] not in _NEWS))


def _whole(tokens: list[Token], span: Span) -> bool:
    """``30 of the 80 wounded remained in hospital``: the 80 were wounded, and only the 30 remained."""
    at = span.action_at
    told = at is not None and span.end <= at <= max(span.noun_end, span.end)
    return told and span.begin > 1 and tokens[span.begin - 1].low == "the" and tokens[span.begin - 2].low == "of"


def _at(tokens: list[Token], first: int, last: int) -> list[tuple[int, Token]]:
    return list(enumerate(tokens[first:last], first))


def _had(tokens: list[Token], k: int) -> bool:
    """``13 had already been lifted off when panic broke out``: on that day."""
    return tokens[k].low == "already" and k > 0 and tokens[k - 1].low == "had"


_DEFINITE = frozenset({"the", "their", "its"})


def of_today(tokens: list[Token], behind: int) -> bool:
    """``had been waiting since dawn``: on the one day."""
    return any(a.low == "since" and b.low in _SPANS for a, b in pairwise(tokens[behind:]))


def long(sentence: Sentence, lexicon: Lexicon) -> bool:
    """``The war has killed 9,000``, ``12,000 fled during the siege``; not ``prisoners of war``, ``of fighting age``."""
    names = sentence.words & lexicon.cue("long_event")
    if not names:
        return False
    tokens = sentence.tokens
    told = [k for k, t in enumerate(tokens) if t.low in names and not (_held(tokens, k) or _compared(tokens, k))]
    if told and not sentence.words.isdisjoint(_SPANNED):
        return True
    return any(k and tokens[k].low != "fighting" and tokens[k - 1].low in _ONE for k in told)


def _compared(tokens: list[Token], k: int) -> bool:
    """``one of the largest raids of the war``, ``the biggest exchange since the war began``: not told of the war."""
    named = tokens[k].text[0].isupper() and tokens[k - 1].text[0].isupper()  # ``since the Cold War``
    at = k - 1 - named
    if at < 1 or tokens[at - 1].low not in ("of", "in", "since") or tokens[at].low not in _ONE:
        return False
    before = [t.low for t in tokens[max(0, k - _SAID) : at]]
    return any(word in ("most", "worst") or (word.endswith("est") and len(word) > _EST) for word in before)


_EST = 6


def _held(tokens: list[Token], k: int) -> bool:
    captive = k > 1 and tokens[k - 1].low == "of" and tokens[k - 2].low in ("prisoner", "prisoners", "captives")
    return captive or (k + 1 < len(tokens) and tokens[k + 1].low in ("age", "crime", "crimes"))


_SPANNED = frozenset(
    {"since", "during", "has", "have", "throughout", "months", "years", "weeks", "year", "far", "began"}
)
_ONE = frozenset({"the", "a", "this", "its", "civil"})


def looking_back(placed: list[tuple[Sentence, Span]]) -> set[int]:
    """The sentences that tell of earlier events alone."""
    then: set[int] = set()
    for sentence, span in placed:
        if span.background:
            then.add(id(sentence))
    if not then:
        return then
    return then - {id(sentence) for sentence, span in placed if not span.background and span.unit != "age:year"}


def since(sentence: Sentence) -> bool:
    """``60 were killed since May``; not ``the army has since said that 17 died``."""
    if "since" not in sentence.words:
        return False
    tokens = sentence.tokens
    return any(t.low == "since" and (k == 0 or tokens[k - 1].low not in _PERFECT_ADVERB) for k, t in enumerate(tokens))


_PERFECT_ADVERB = frozenset({"has", "have", "had", "'ve", "and", "who"})

_SEPARATE = frozenset({"separate", "different", "several", "various", "many", "numerous", "multiple"})


def lasts(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """Held, employed, missing: a state; not ``132 houses were swept away``, ``three went missing``.

    Nor has what was done on separate occasions one day.
    """
    if "occasions" in sentence.words and not _SEPARATE.isdisjoint(sentence.words):
        return True
    if span.action_class not in lexicon.cue("lasting"):
        return False
    return span.action_class != "missing" or lexicon.cue("day_vanished").isdisjoint(sentence.words)


def lacking(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """``120 are missing``, ``six in critical condition``: so it stands; ``three went missing`` happened."""
    if (
        span.status != "planned"
        and not _SPELL.isdisjoint(sentence.words)
        and _rate(sentence.tokens, max(span.noun_end, span.end))
    ):
        return span.unit == "count"
    if span.action_class not in lexicon.cues.day_state or span.status == "planned":
        return False
    return lexicon.cue("day_vanished").isdisjoint(sentence.words)


_RATE = 8


def _rate(tokens: list[Token], behind: int) -> bool:
    """``30 bodies a day``, ``600 lorries each day``."""
    near = [t.low for t in tokens[behind : behind + _RATE]]
    if near[:1] and near[0] in _EACH:
        return near[1:2] != [] and near[1] in _SPELL
    for a, b in pairwise(near):  # noqa: SIM110 - twice as fast as any()
        if a in {"every", "each"} and b in _SPELL:
            return True
    return False


def clause(sentence: Sentence, span: Span) -> list[str]:
    """The words that a number belongs to, and those that open the sentence before a comma."""
    tokens, behind = sentence.tokens, max(span.noun_end, span.end)
    first = _start(tokens, span.begin, len(tokens))
    opened = next((k for k in range(min(first, _OPENING)) if tokens[k].text == ","), 0)
    if any(t.low in _WERE for t in tokens[:opened]):
        opened = 0
    near = [*tokens[:opened], *tokens[first : _end(tokens, behind, len(tokens))]]
    words = [t.low for k, t in enumerate(near) if t.text != "Survey" and not _light(near, k)]
    return [w for k, w in enumerate(words) if w != "since" or _SPANS.isdisjoint(words[k + 1 : k + 3])]


def _light(tokens: list[Token], k: int) -> bool:
    """``the remains of 36 men``, ``insists that it freed 74``: neither lasts."""
    behind = tokens[k + 1].low if k + 1 < len(tokens) else ""
    if tokens[k].low == "remains":
        return behind == "of" or (k > 0 and tokens[k - 1].low in ("the", "their", "his", "human", "whose"))
    if tokens[k].low in _REGULAR:
        return behind in _MEETINGS
    if tokens[k].low == "once":
        return k > 0 and tokens[k - 1].low == "at"
    if tokens[k].low == "now":
        return behind in _KNOWN
    return tokens[k].low in ("insists", "insisted") and behind in ("that", "it", "they", "he", "she")


_KNOWN = frozenset({"known", "believed", "thought", "confirmed"})
_REGULAR = frozenset({"weekly", "daily", "annual"})
_MEETINGS = frozenset(
    {"market", "markets", "prayer", "prayers", "mass", "meeting", "briefing", "festival", "parade", "fair",
     "pilgrimage", "march", "rally", "protest", "caucus", "newspaper", "service"}
)  # fmt: skip


def _start(tokens: list[Token], begin: int, reach: int) -> int:
    """Where the words that a number belongs to begin."""
    first = max(0, begin - reach)
    return next((k + 1 for k in range(begin - 1, first - 1, -1) if tokens[k].low in _EDGE), first)


def _end(tokens: list[Token], behind: int, reach: int) -> int:
    last = min(len(tokens), behind + reach)
    return next((k for k in range(behind, last) if tokens[k].low in _EDGE), last)


def _sum(near: list[str], passive: bool) -> bool:
    """``has confirmed 900 deaths``, ``have been moved to camps``: up to now; ``have been freed`` is news."""
    at = next((k for k, word in enumerate(near) if word in _PERFECT), None)
    if at is None or near[at - 1 : at] == ["to"]:
        return False
    return passive or "been" not in near[at + 1 : at + 3]


def _founding(tokens: list[Token], begin: int) -> bool:
    """``which was founded by 12 officers``, ``, built for 300 pupils,``: long ago."""
    for k in range(begin - 1, max(0, begin - _SAID), -1):
        if tokens[k].text in ",;":
            return False
        if tokens[k].low in _FOUNDED and (tokens[k].low != "set" or tokens[k + 1].low == "up"):
            return tokens[k - 1].text == "," or (tokens[k - 1].low in ("was", "were") and tokens[k - 2].low in _WHICH)
    return False


_FOUNDED = frozenset({"founded", "built", "established", "set"})
_WHICH = frozenset({"which", "who", "that"})


def _then(tokens: list[Token], lexicon: Lexicon) -> bool:
    """``at the time``: of another event; not ``officials said at the time``."""
    words = [t.low for t in tokens]
    for k in range(1, len(words) - 2):
        if words[k : k + 3] == ["at", "the", "time"] and words[k + 3 : k + 4] != ["of"]:
            return words[k - 1] not in lexicon.cue("say") and not _there(words[max(0, k - _SAID) : k])
    return False


def _there(words: list[str]) -> bool:
    """``About 120 were in the building``, ``were having dinner``: it befell them; not ``put the toll at 40``."""
    return any(
        be in _WERE and (after in _INSIDE or (after.endswith("ing") and len(after) > 4))
        for be, after in pairwise(words)
    )


_WERE = frozenset({"was", "were", "been"})
_INSIDE = frozenset(
    {"in", "inside", "on", "aboard", "at", "near", "underground", "asleep", "home", "present", "around", "nearby"}
)


def summed(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """``put the number of those aboard at 279``: of the story's event, whatever the day of the sum."""
    if not span.begin or sentence.lows[span.begin - 1] not in {"at", "to"}:
        return False
    before = sentence.lows[span.begin - _SAID if span.begin > _SAID else 0 : span.begin]
    if span.unit == "magnitude" and before[-1] == "at" and not _PUT.isdisjoint(before):
        return True
    sums = lexicon.cues.day_sum
    rose = before[-2:-1] != [] and before[-2] in _ROSE and not sums.isdisjoint(sentence.words)
    return rose or not sums.isdisjoint(before)


_PUT = frozenset({"put", "puts", "placed", "measured", "gave", "estimated", "recorded", "registered", "it"})
_ROSE = frozenset({"rose", "risen", "climbed", "jumped", "increased", "grew", "grown", "surged", "soared", "rises"})
