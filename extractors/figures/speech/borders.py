"""Where in a sentence what one speaker says ends: at semicolons, before ``while``, behind ``which police said``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import asking, openings
from extractors.figures.speech.saying import Saying
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_RELATIVE = frozenset({"that", "which", "who"})
_CONTRAST = frozenset({"while", "whereas", "but", "though", "although", "against"})
_CLAUSE = 9
_DEEDS_OF = (
    frozenset({"the", "its", "their", "a"}),
    frozenset({"death", "deaths", "loss", "release", "killing", "arrest", "arrests", "capture", "return", "closure"}),
    frozenset({"of"}),
)
_ANEW = frozenset({"a", "an", "the", "that"})
_PREPOSITIONS = frozenset({"in", "during", "of", "for", "after", "with", "from"})
_ADVERBS = frozenset({"later", "then", "now", "also", "still", "since", "eventually"})
_COLON = frozenset({"fear", "fears", "feared"})
_JOINS = frozenset({"and", "but"})
_JOINS_OR_TELLS = _JOINS | _RELATIVE
# Who asks or expects says nothing of what a clause of its own goes on to tell.
_HALTS = frozenset({"appealed", "appeals", "called", "calls", "expect", "expects", "expected"})


def find(sentence: Sentence, found: list[Saying], lexicon: Lexicon) -> list[int]:
    """Where what one says ends: semicolons, ``while`` between two speakers, ``which police said``."""
    tokens = sentence.tokens
    borders = {k for k, token in enumerate(tokens) if token.text == ";"} if ";" in sentence.words else set()
    for saying in found:
        k = saying.first
        while k and tokens[k - 1].low in lexicon.cues.name_lead:
            k -= 1
        who = tokens[saying.first].low in _RELATIVE and k > 0 and tokens[k - 1].text == ","
        k += who  # ``the minister, who had promised it in 100 days, resigned``
        opener = tokens[k - 1].low if k else ""
        joins = opener in lexicon.cues.clause or (opener == "and" and not _two_names(tokens, k - 1, found, lexicon))
        ends = _doing(tokens, saying, lexicon) + (_stops(tokens, saying, lexicon) if saying.fore else [])
        if saying.fore and not saying.back and joins:
            borders.add(k - 1)
            ends += _relative(tokens, saying, k, lexicon) if opener in _RELATIVE else []
        saying.closed = bool(ends)
        borders.update(ends)
    if len(found) == 1 and found[0].fore and "while" in sentence.words:
        borders.update(_seen(tokens, found[0], lexicon))
    if "as" in sentence.words:
        borders.update(_meanwhile(tokens, found, lexicon))
    if len(found) > 1 and tokens[0].low in _CONTRAST:
        borders.add(max(0, found[1].first - 1))
    if len(found) > 1 and not sentence.words.isdisjoint(_CONTRAST):
        between = range(found[0].at + 1, found[-1].at)
        borders.update(k for k in between if tokens[k].low in _CONTRAST)
    return sorted(borders)


def _doing(tokens: list[Token], saying: Saying, lexicon: Lexicon) -> list[int]:
    """``Warning that 40 might starve, the UN …``: the comma."""
    doing = openings.behind(tokens, saying.at, lexicon) if saying.closed else None
    return [doing[1]] if doing is not None else []


def _relative(tokens: list[Token], saying: Saying, k: int, lexicon: Lexicon) -> list[int]:
    """The comma that ends ``the raid, which police say killed 9, was`` and ``the raid, in which …``."""
    j = k - 2 - (k > 2 and tokens[k - 2].low in _PREPOSITIONS)
    said = k > 1 and (tokens[j].text == "," or tokens[j].low in lexicon.cue("said_thing"))
    return _closing(tokens, saying.end, lexicon) if said else []


def _two_names(tokens: list[Token], k: int, found: list[Saying], lexicon: Lexicon) -> bool:
    """``The envoy said Karaden and the rebels had promised``: ``and`` joins two names, no two clauses."""
    said = next((s for s in reversed(found) if s.fore and s.end < k), None)
    return said is not None and asking.second_name(tokens, said.end, k, lexicon)


def _seen(tokens: list[Token], saying: Saying, lexicon: Lexicon) -> list[int]:
    """``acknowledged the death of 41, while the crowds grew to 40,000``: what is acknowledged is the deed alone."""
    deed = [t.low for t in tokens[saying.end : saying.end + 3]]
    if len(deed) < len(_DEEDS_OF) or deed[0] not in _DEEDS_OF[0] or deed[1] not in _DEEDS_OF[1] or deed[2] != "of":
        return []
    ends = [k for k in range(saying.end, len(tokens) - 1) if tokens[k].low == "while" and tokens[k - 1].text == ","][:1]
    if ends and (tokens[ends[0] + 1].kind == "n" or tokens[ends[0] + 1].low in lexicon.triggers):
        return []  # ``confirmed the deaths of 12 people, while 40 others were hurt``
    saying.closed = saying.closed or bool(ends)
    return ends


def _stops(tokens: list[Token], saying: Saying, lexicon: Lexicon) -> list[int]:
    """Where the verb itself tells that what follows is no longer said."""
    verb = tokens[saying.at].low
    if verb in lexicon.cues.say_asking:
        return _other_clause(tokens, saying.end, lexicon, _JOINS_OR_TELLS)
    if verb in _HALTS:
        return _other_clause(tokens, saying.end, lexicon, _JOINS)
    if verb in _COLON:  # ``doctors fear cholera: 11 cases were reported``
        return [j for j in range(saying.end, len(tokens)) if tokens[j].text == ":"][:1]
    if verb in lexicon.cue("claim"):  # ``the claim that four died angered the city, where …``
        commas = [j for j in range(saying.end, len(tokens) - 1) if tokens[j].text == ","]
        return [j for j in commas if tokens[j + 1].low == "where"][:1]
    return []


def _other_clause(tokens: list[Token], k: int, lexicon: Lexicon, opens: frozenset[str]) -> list[int]:
    """``appealed for blood, and hundreds stood in line``, ``demanded the resignation of the minister, who cut it``."""
    ends = [j for j in range(k, len(tokens) - 2) if tokens[j].text == "," and tokens[j + 1].low in opens][:1]
    return [j for j in ends if tokens[j + 1].low in _RELATIVE or _acts(tokens[j + 2 : j + _CLAUSE], lexicon)]


def _acts(tokens: list[Token], lexicon: Lexicon) -> bool:
    """A subject and its verb: ``but Odria removed 12 names``."""
    verbs = ("auxiliary", "modal", "past_verb", "told_verb")
    named = len(tokens) > 1 and tokens[0].text[0].isupper() and tokens[1].low.endswith("ed")
    return named or any(t.low in lexicon.cue(name) for t in tokens for name in verbs)


def _meanwhile(tokens: list[Token], found: list[Saying], lexicon: Lexicon) -> list[int]:
    """``The ministry raised the toll to 44, as thousands of mourners marched``: what is seen rather than said."""
    counted = lexicon.triggers
    ends = [k for k in range(1, len(tokens) - 1) if tokens[k].low == "as" and tokens[k - 1].text == ","]
    ends = [k for k in ends if tokens[k + 1].kind == "n" or tokens[k + 1].low in counted]
    said = [s.at for s in found if s.fore and s.end < len(tokens) and tokens[s.end].low == "that"]
    # ``warned that the toll could rise, as 14 were missing``
    ends = [k for k in ends if not any(at < k for at in said)]
    for saying in found:
        saying.closed = saying.closed or any(saying.at < k for k in ends)
    return ends


def _closing(tokens: list[Token], k: int, lexicon: Lexicon) -> list[int]:
    """The comma that ends ``, which the army said hit a depot, killed 24 people``, where a verb follows it."""
    ends = [j for j in range(k, len(tokens) - 1) if tokens[j].text == ","][:1]
    return [
        j
        for j in ends
        if _verbal(tokens[j + 1].low, lexicon)
        or (tokens[j + 1].low == "and" and tokens[j + 2 : j + 3] and tokens[j + 2].low in _ANEW)
        or (tokens[j + 1].low in _ADVERBS and tokens[j + 2 : j + 3] and _verbal(tokens[j + 2].low, lexicon))
    ]


def _verbal(word: str, lexicon: Lexicon) -> bool:
    verbs = ("auxiliary", "past_verb", "told_verb")
    return word in lexicon.actions or word.endswith("ed") or any(word in lexicon.cue(name) for name in verbs)
