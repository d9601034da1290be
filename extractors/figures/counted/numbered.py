"""The noun of a number that a sentence names before it: ``the number of captives … is N``, ``the toll … rose to N``."""

from extractors.figures.action.labels import LEVELS
from extractors.figures.counted.heads import head, singular
from extractors.figures.counted.nounphrases import noun_phrase
from extractors.figures.lexicon import Lexicon, Noun, phrase
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_NEAR = 19
_FAR = 36
_OWNERS = frozenset({"its", "their", "our", "his", "her"})
_NUMBERS = frozenset({"number", "numbers", "numbered", "numbering"})
_MOSTLY = frozenset({"mostly", "mainly", "largely", "chiefly", "including", "most", "many"})
_SUBJECT = 14
_FEW = 3
# Whom a word of toll counts that does not say who they are: people, as far as it tells.
SOMEBODY = Noun("person", "person", True)
_UNTOLD = frozenset({"number", "numbers", "list", "breakdown", "details"})
_LEVELS = frozenset({"to", "at"})


def noun(tokens: list[Token], span: Span, lexicon: Lexicon) -> Noun | None:
    """The noun of a number that its own sentence names before it."""
    if span.begin > 1 and tokens[span.begin - 1].low in _NUMBERS:
        return _numbering(tokens, span.begin - 1, lexicon)
    return _counted_of(tokens, span, lexicon)


def _counted_of(tokens: list[Token], span: Span, lexicon: Lexicon) -> Noun | None:
    """``the number of X (…) is N``, ``population of N``, ``death toll … N``."""
    level = span.begin > 1 and (tokens[span.begin - 1].low in _LEVELS or _mark(tokens, span))
    for j in range(span.begin - 1, max(-1, span.begin - (_FAR if level else _NEAR)), -1):
        token, distance = tokens[j], span.begin - j
        if token.text == ";" or (token.kind == "n" and not _dated(tokens, j, lexicon)):
            return None
        that = token.low == "that" and tokens[j + 1].low == "of" and any(t.low == "number" for t in tokens[:j])
        if that or (token.low in lexicon.cues.number_word and tokens[j + 1].low in lexicon.cues.number_link):
            if tokens[j + 2].low == "those" or _state(tokens, j + 2, lexicon):
                return Noun("person", "person", True)
            lead = tokens[j + 2].low in lexicon.cue("article_the") or tokens[j + 2].low in _OWNERS
            words = noun_phrase(tokens, j + 2 + lead, set(), lexicon)
            # the injured stands at 23; the count of 45 remains unchanged
            words = [k for k in words if tokens[k].low not in lexicon.cue("level") and k < span.begin]
            if not words:
                return None
            at, known = head(tokens, words, lexicon)
            _participle(tokens, words[-1] + 1, span, lexicon)
            if span.action_class in LEVELS:
                _participle(tokens, words[0], span, lexicon)
            return known or Noun(singular(tokens[at].low), "", True)
        if token.low in {"population", "populations"} and distance < 8:
            return Noun("resident", "person", True)
        if level and j and _dead_or_those(tokens, j, span, lexicon):
            return Noun("person", "person", True)
        if token.low in lexicon.cues.toll_word and distance < 12 and not _counted(tokens, j, lexicon):
            return SOMEBODY if token.low in _UNTOLD else Noun("person", "person", True)
    return None


def _numbering(tokens: list[Token], verb: int, lexicon: Lexicon) -> Noun | None:
    """``the attackers, who he said numbered 50``, ``The captives, thought to number 20``: the people before."""
    for k in range(verb - 1, max(-1, verb - _SUBJECT), -1):
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is None or not (noun.plural and noun.cls.startswith("person")) or tokens[k - 1].low in _MOSTLY:
            continue
        if tokens[k].low in lexicon.cue("state") or (verb - k > _FEW and _befallen(tokens[k + 1], lexicon)):
            return Noun("person", "person", True)
        if tokens[k + 1].low not in lexicon.cue("say"):
            return noun
    return None


def _befallen(token: Token, lexicon: Lexicon) -> bool:
    """``Soldiers killed at the dam numbered 12``: what befell them stands right behind them, and says more."""
    acts = lexicon.actions.get(token.low, ())
    return any(act.role == "o" and act.past and act.cls in lexicon.cue("telling") for act in acts)


def _dead_or_those(tokens: list[Token], j: int, span: Span, lexicon: Lexicon) -> bool:
    """``the death toll … has risen to 43``, ``put those still held at 10``."""
    if tokens[j].low == "toll" and tokens[j - 1].low == "death":
        _toll(span, lexicon)
        return True
    return tokens[j].low == "those" and tokens[j - 1].low in lexicon.cue("put_word")


def _mark(tokens: list[Token], span: Span) -> bool:
    """``crossed the 1,000 mark``."""
    after = tokens[span.last].low if span.last < len(tokens) else ""
    return tokens[span.first - 1].low == "the" and after == "mark"


def _state(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``the number of dead``, ``the number of the displaced``: people in a state."""
    j += tokens[j].low == "the"
    after = tokens[j + 1].low if j + 1 < len(tokens) else ""
    return tokens[j].low in lexicon.cue("state") and (not after.isalpha() or after in lexicon.cue("stop"))


def _dated(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``freed since November 8``, ``since 2022``: a date lies between the noun and its number."""
    month = lexicon.cue("month")
    return tokens[j - 1].low in month or tokens[j + 1].low in month or tokens[j - 1].low in ("since", "in", "by")


def _counted(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``the number of civilians killed … is N``: the noun stands before the word of the toll."""
    words, links = lexicon.cues.number_word, lexicon.cues.number_link
    for k in range(max(0, j - 5), j - 1):  # noqa: SIM110 - twice as fast as any()
        if tokens[k].low in words and tokens[k + 1].low in links:
            return True
    return False


def _participle(tokens: list[Token], j: int, span: Span, lexicon: Lexicon) -> None:
    """``the number of captives held by the army is …``: the action stands right behind the noun."""
    for k in range(j, min(j + 3, span.begin)):
        longer = lexicon.actions.get(phrase(tokens, k, k + 3), ())
        for act in longer or lexicon.actions.get(tokens[k].low, ()):
            if (longer or (act.role in "oa" and act.past)) and span.action_cost > 1:
                span.action, span.action_class, span.action_at, span.action_cost = act.lemma, act.cls, k, 1.0
                span.rule("action", "number_of", 0.8)
                return


def _toll(span: Span, lexicon: Lexicon) -> None:
    """``The death toll … has risen to 43``: the dead, however far off the word stands."""
    if "death toll" in lexicon.actions:
        act = lexicon.actions["death toll"][0]
        span.action, span.action_class, span.action_cost = act.lemma, act.cls, 1.0
        span.rule("action", "number_of", 0.7)


def implied(span: Span, named: Noun, lexicon: Lexicon) -> None:
    """``the number of dead``: the noun says what befell them; whom a word of toll counts is only guessed."""
    if named is SOMEBODY:
        span.rule("item", "toll_word", 0.6)
    implied = lexicon.implies.get(named.lemma)
    if implied is not None and span.action_class in (None, "rose", "fell"):
        span.action, span.action_class, span.action_cost = implied.lemma, implied.cls, 1.0
        span.rule("action", "number_of", 0.7)
