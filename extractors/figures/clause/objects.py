"""The verb right before a number, whatever its noun phrase says of who is meant: ``admitted 27 of the freed girls``."""

from extractors.figures.clause.between import ing, lemma, past
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_FOCUS = frozenset({"merely", "only", "just", "barely", "all", "another", "the", "these", "those", "his", "her", "its"})
_BEFELL = frozenset({"killed", "injured", "shot", "missing", "kidnapped", "displaced", "trapped"})
_APART = 8
_GREETS = frozenset({"greet", "meet", "welcome", "embrace", "hug", "cheer", "await", "receive"})
_FREED = frozenset({"released", "freed"})
_PARTICLES = frozenset({"up", "out", "off", "down", "away", "over", "in", "back"})
# What is said of the people behind the verb, not done to them by it.
_TELLS = frozenset(
    {"need", "want", "name", "suspect", "love", "order", "urge", "force", "cause", "require", "result", "end"}
)


def verb_of(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where the verb stands whose object is the number, if its action is only a part of its noun phrase."""
    at = span.action_at
    if at is None or span.each or not _describes(tokens, span, at):
        return None  # ``completed a 90-for-90 swap``: nobody but that was completed
    k = span.begin - 1
    while k > 1 and tokens[k].low in _FOCUS:
        k -= 1
    if k > 1 and tokens[k].low in _PARTICLES and tokens[k - 1].low in lexicon.verbs:
        k -= 1  # ``whisked away 57 guests``
    if k < 1 or lemma(tokens, k, lexicon) is None or not _verb(tokens, k, lexicon):
        return None
    verb = lexicon.verbs[tokens[k].low]
    if verb in _GREETS and at == span.noun_end and tokens[at].low in _FREED:
        return None  # ``met 12 fishermen released by Sudria``: they were released before all
    light = verb in lexicon.cue("verb_light") and verb != "admit"
    return None if light or verb in _TELLS or verb in lexicon.cue("phasal") else k


def _describes(tokens: list[Token], span: Span, at: int) -> bool:
    """A participle of the noun phrase, or right behind it; those who are killed or hurt are that before all."""
    if at == span.noun_end and tokens[at].low == "with":
        return True  # ``transferred 37 patients with spinal injuries``
    return span.begin <= at <= span.noun_end and span.action_class not in _BEFELL


def _verb(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """A past form, a gerund or an infinitive; no noun, and no participle of a passive."""
    lead = tokens[k - 1].low
    if lead in lexicon.cue("verb_article|be"):
        return ing(tokens[k]) and lead in lexicon.cue("be")
    if tokens[k].low in lexicon.nouns and lead != "to":
        return False
    return past(tokens[k]) or ing(tokens[k]) or lead == "to" or lead in lexicon.cue("modal")


def times(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``accused of breaking the truce 21 times``: the nearest verb before says what was done so often."""
    for k in range(span.begin - 1, span.begin - _APART if span.begin > _APART else 0, -1):
        token = tokens[k]
        if token.kind != "w":
            return None
        noun = token.low in lexicon.nouns and tokens[k - 1].low in lexicon.cue("verb_article")
        told = token.low in lexicon.verbs and (ing(token) or past(token)) and token.low not in lexicon.cue("auxiliary")
        told = told and not noun  # ``scouted the building three times``
        if told and (ing(token) or tokens[k - 1].low not in lexicon.cue("verb_article")):
            return k
    return None
