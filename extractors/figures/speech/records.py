"""Who keeps a count: ``The league has the names of 87``, ``The army works with a figure of 61``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import openings, phrases, weak
from extractors.figures.speech.saying import Saying
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

COUNTS = frozenset({"list", "register", "names", "figure", "count", "tally", "toll", "roll", "database"})
_TALLIES = frozenset({"figure", "count", "tally", "toll"})
_KEEPS = frozenset({"has", "have", "had", "keeps", "kept", "uses", "using", "used", "maintains", "defended", "defends"})
_WITH = {"works": "with", "work": "with", "working": "with", "stands": "by", "stood": "by", "stand": "by",
         "stuck": "to", "sticks": "to", "stick": "to"}  # fmt: skip
KEEPING = _KEEPS | frozenset(_WITH)
_LEADS = frozenset({"a", "the", "its", "their", "his", "her", "own", "earlier", "long", "previous", "of"})
# A list of them says nothing of what befell anybody.
_MEMBERS = frozenset({"player", "candidate", "member", "guest", "nominee", "recruit", "customer", "client"})
_REACH = 5
_OF = frozenset({"of", "with", "at"})


def find(sentence: Sentence, lexicon: Lexicon) -> list[Saying]:
    """The keepers of the counts of a sentence that stand right before a number."""
    tokens, lows = sentence.tokens, sentence.lows
    found = []
    for i in range(2, len(tokens) - 2):
        if lows[i] not in COUNTS or lows[i + 1] not in _OF or not _number(tokens, i + 2, lexicon):
            continue
        told = not _sport(tokens, i + 3, lexicon) if lows[i] in _TALLIES else _names(tokens, i + 3, lexicon)
        verb = _verb(lows, i) if told else 0
        phrase = _keeper(tokens, verb, lexicon) if verb else None
        if phrase is not None and (phrase.who[0].isupper() or weak.body(tokens, phrase, lexicon)):
            found.append(Saying(phrase.who, phrase.first, i, i + 1, back=False, near=True))
    return found


def _number(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    return tokens[k].kind == "n" or (tokens[k].low in lexicon.triggers and tokens[k].low not in ("a", "an"))


def _sport(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``kept a tally of 12 wins``"""
    noun = lexicon.nouns.get(tokens[k].low) if k < len(tokens) else None
    return noun is not None and noun.cls.startswith("sport")


def _names(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``57 missing people``, ``214 names``; no ``40 demands``."""
    nouns = (lexicon.nouns.get(t.low) for t in tokens[k : k + 3])
    if any(t.low == "names" for t in tokens[k : k + 2]) or k >= len(tokens):
        return True
    return any(n is not None and n.cls.startswith("person") and n.lemma not in _MEMBERS for n in nouns)


def _verb(lows: list[str], i: int) -> int:
    """Where the verb stands of which the count at i is the object, else 0."""
    k = i - 1
    while k > 0 and i - k < _REACH and lows[k] in _LEADS:
        k -= 1
    if k == i - 1:
        return 0
    if lows[k] in _KEEPS:
        return k
    return k - 1 if k > 1 and _WITH.get(lows[k - 1]) == lows[k] else 0


def _keeper(tokens: list[Token], verb: int, lexicon: Lexicon) -> phrases.Phrase | None:
    """The subject of the verb, in its own clause."""
    k = verb - 1
    while k > 0 and tokens[k].low in lexicon.cue("auxiliary|verb_adverb"):
        k -= 1
    start = max((j + 1 for j in range(k) if tokens[j].text == ";"), default=0)
    phrase = openings.opening(tokens, start, lexicon)
    if phrase is not None and phrase.end <= verb and all(t.kind == "w" for t in tokens[phrase.end : verb]):
        return phrase
    return phrases.before(tokens, k, lexicon)
