"""What a sentence does not say although somebody speaks in it: what all know, whom it is told, what goes on beside."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.senses import hearers
from extractors.figures.spans import Span
from extractors.figures.speech.saying import Saying
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_AUDIENCES = frozenset(
    {"rally", "crowd", "audience", "gathering", "conference", "meeting", "congregation", "hearing", "session"}
)
_ACTS = frozenset(
    {"flew", "sent", "left", "came", "went", "arrived", "joined", "drove", "gave", "began", "set", "said"}
)
_CLIPS = frozenset({"video", "clip", "footage", "recording", "film"})
_DEAL = frozenset({"the", "a", "an", "its", "their"})
_COUNTED = frozenset({"of", "by"})
_PHRASE = 7
_AN = frozenset({"a", "an"})
_OF_THE = 2
_RELATIVE = frozenset({"that", "which", "who"})


def beside(tokens: list[Token], span: Span, saying: Saying, lexicon: Lexicon) -> bool:
    """``told a rally of 5,000 people``, ``offered $5m in aid and three countries flew in``: nothing of that is said."""
    low, lead = tokens[saying.at].low, tokens[span.begin - 1].low
    if span.action_at == saying.at and low in hearers.TELLS and any(rule[1] == "hearer" for rule in span.rules):
        return True  # ``told some 400 mourners that 12 children had died``
    if low in {"told", "tells"} and saying.at < span.begin:
        whom = [t.low for t in tokens[saying.at + 1 : span.first]]
        at = next((k for k, word in enumerate(whom) if word in _AUDIENCES), len(whom))
        if lead not in _COUNTED or "that" in whom[at:]:
            return False  # ``told a crowd of mourners that 12 people had died``
        return whom[at + 1 : at + 2] in (["of"], ["attended"]) and len(whom) - at < _PHRASE
    if low == "announced" and span.unit.startswith("duration") and lead == "after" and saying.at < span.begin:
        return tokens[saying.end].low in _DEAL  # ``announced the deal after 16 months of talks``
    if span.unit.startswith("duration") and lead == "of" and saying.at < span.begin:
        return not _CLIPS.isdisjoint(t.low for t in tokens[saying.at + 1 : span.begin])  # ``a video of 47 seconds``
    acts = span.noun_end < len(tokens) and tokens[span.noun_end].low in _ACTS
    return lead == "and" and acts and saying.at < span.begin and low in lexicon.cue("say_asking")


def presupposed(sentence: Sentence, span: Span, lexicon: Lexicon, saying: Saying | None = None) -> bool:
    """``the shooting that killed 49 people``, ``home to 900 people``, ``we mourn 12``: known to all, said by nobody.

    ``condemned the attack and said it had killed 14``: the verb of saying begins anew.
    """
    tokens = sentence.tokens
    lead = tokens[span.begin - 1].low if span.begin else ""
    if lead in {"these", "those"}:
        return saying is None or (sum(t.text == '"' for t in tokens[: span.begin]) % 2 == 1) == sentence.quoted
    near = saying is not None and saying.near  # ``the 11 soldiers who, according to a source, died``
    if lead == "the" and not near and any(t.low == "who" for t in tokens[span.noun_end : span.noun_end + 1]):
        return span.begin < _OF_THE or tokens[0].low != "of"  # ``Of the 49 people who were hurt, 18 …``
    if lead == "to" and span.begin > 1 and tokens[span.begin - 2].low == "home":
        return True
    if lead == "of" and span.begin > 1 and tokens[span.begin - 2].low in lexicon.cue("settlement"):
        return True
    if not lexicon.cues.mourning.isdisjoint(sentence.words):
        if saying is not None and saying.rule == "according_to":
            return False
        said = saying.at if saying is not None else 0
        told = said + 1 if said < span.begin and tokens[said - 1].low == "and" else 0
        return not lexicon.cue("mourning").isdisjoint([t.low for t in tokens[told : span.begin]])
    verb = span.action_at
    if verb is None or not 1 < verb < span.begin or tokens[verb - 1].low not in _RELATIVE:
        return False
    noun = lexicon.nouns.get(tokens[verb - 2].low)
    if noun is None or noun.cls != "event.attack":
        return False
    return saying is None or saying.rule != "according_to" or _AN.isdisjoint(t.low for t in tokens[verb - 4 : verb - 2])
