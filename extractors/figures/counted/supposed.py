"""What a measure is of that no noun near it tells: those asked in a survey, votes, the rain of the sentence before."""

from collections.abc import Iterator

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_BACK = 4
_SURVEY = frozenset(
    {"survey", "poll", "surveyed", "polled", "respondents", "pollsters", "pollster", "surveys", "polls"}
)
_ELECTION = frozenset({"election", "elections", "vote", "votes", "ballot", "ballots", "runoff", "referendum"})
_WINNER = frozenset({"took", "won", "polled", "taken", "obtained", "got", "wins"})
_MAKES = frozenset({"make", "makes", "made", "making", "account", "accounts", "accounted", "represent", "represented",
                    "constitute", "comprise", "form"})  # fmt: skip
_MINDED = (["in", "favour"], ["in", "favor"], ["against"], ["opposed"], ["undecided"])
_DEPTHS = ("length:mm", "length:cm", "length:in")
_RAIN = {"rain": "rain", "rains": "rain", "rainfall": "rain", "downpour": "rain", "downpours": "rain",
         "snow": "snow", "snowfall": "snow", "blizzard": "snow"}  # fmt: skip
_FALLS = frozenset({"fall", "fell", "fallen", "falls", "forecast", "forecasts", "expected", "predicted", "recorded",
                    "received", "measured", "registered", "dumped", "brought", "came"})  # fmt: skip
_NEAR = 6


def noun(tokens: list[Token], span: Span, state: State) -> bool:
    """Set the item of a percentage or of a depth that has none yet; False where nothing tells it."""
    if span.unit == "percent":
        return _makes_up(tokens, span, state.lexicon) or _asked(tokens, span, state) or _votes(tokens, span, state)
    return span.unit.startswith(_DEPTHS) and _rain(tokens, span, state)


def _makes_up(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Inmates with short terms make up 60 percent of the total``: of the first plural of the subject."""
    k = span.begin - 1
    k -= k > 0 and tokens[k].low in ("up", "for")
    if k < 1 or tokens[k].low not in _MAKES:
        return False
    start = next((j + 1 for j in range(k - 1, -1, -1) if tokens[j].text in ",;:" or tokens[j].low == "that"), 0)
    for j in range(start, k):
        noun = lexicon.nouns.get(tokens[j].low)
        if noun is not None and noun.plural:
            return _give(span, noun.lemma, noun.cls, "makes_up")
    return False


def _heard(state: State) -> Iterator[frozenset[str] | set[str]]:
    """The words of the last sentences, of the last first."""
    for sentence in state.read[: -_BACK - 1 : -1]:
        yield frozenset(sentence.read().words)


def _asked(tokens: list[Token], span: Span, state: State) -> bool:
    """``A survey found 54% were against it``: those asked."""
    behind = [t.low for t in tokens[span.end : span.end + 3]]
    minded = any(behind[: len(words)] == words for words in _MINDED)
    if not minded and not (behind and _says(behind, state.lexicon)):
        return False
    here = not _SURVEY.isdisjoint(t.low for t in tokens)
    if not here and not any(not _SURVEY.isdisjoint(words) for words in _heard(state)):
        return False
    return _give(span, "person", "person", "asked")


def _says(behind: list[str], lexicon: Lexicon) -> bool:
    """What people answer: ``were against``, ``want``, ``backed``; ``is`` and ``was`` are said of things."""
    word = behind[0]
    if word in ("were", "are", "would", "had", "have", "said", "say", "did", "do"):
        return True
    return lexicon.verbs.get(word) == word or (word.endswith("ed") and word in lexicon.verbs)


def _votes(tokens: list[Token], span: Span, state: State) -> bool:
    """``claims he took 54%``, where an election is told of."""
    if span.begin < 1 or tokens[span.begin - 1].low not in _WINNER:
        return False
    behind = tokens[span.end].low if span.end < len(tokens) else "."
    if behind.isalpha() and behind not in state.lexicon.cue("stop"):
        return False
    here = not _ELECTION.isdisjoint(t.low for t in tokens)
    if not here and not any(not _ELECTION.isdisjoint(words) for words in _heard(state)):
        return False
    return _give(span, "vote", "vote", "election")


def _rain(tokens: list[Token], span: Span, state: State) -> bool:
    """``Another 50 to 70 mm is forecast``, ``80 millimetres fell in an hour``: of the rain told of before."""
    near = [t.low for t in tokens[max(0, span.begin - _NEAR) : span.end + _NEAR]]
    if _FALLS.isdisjoint(near):
        return False
    for words in (frozenset(t.low for t in tokens), *_heard(state)):
        for word in _RAIN.keys() & words:
            return _give(span, _RAIN[word], None, "weather")
    return False


def _give(span: Span, item: str, item_class: str | None, rule: str) -> bool:
    span.item, span.item_class = item, item_class
    span.rule("item", rule, 0.6)
    return True
