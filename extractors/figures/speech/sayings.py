"""Who speaks in a sentence by a verb of saying: police said, said X, was quoted as saying, put at 9 by X."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.senses import sayers
from extractors.figures.speech import asking, names, openings, passives, phrases, tellers, unsaid
from extractors.figures.speech.persons import Heard
from extractors.figures.speech.saying import Saying, aim
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_TOLD = frozenset({"told", "tells", "tell", "informed"})
_OPENED = 3
# Right behind a verb of saying, but for an article: ``said that the survivors spoke``.
_NESTED = 2
_BOUNDS = frozenset({"more", "over", "about", "around", "nearly", "almost", "least", "some", "up"})
_WERE = frozenset({"were", "was", "are", "is"})
_ARTICLES = frozenset({"a", "an"})
_GREETINGS = frozenset({"goodbye", "farewell", "hello", "no", "yes", "sorry"})
_PUT_AT = frozenset({"at", "of"})
_JOINING = frozenset({"and", "while", "but", ",", ";"})


def verbs(sentence: Sentence, lexicon: Lexicon, heard: Heard) -> list[Saying]:
    """The sayings of a sentence that have a verb, in order."""
    found: list[Saying] = []
    tokens = sentence.tokens
    for i in sentence.places(lexicon.cue("say|say_rarer")):
        if not found and i > 1 and tokens[i - 1].text == "," and tokens[i - 2].low in lexicon.cues.say:
            continue  # ``…, he said, adding``: whoever he is
        saying = _doing(tokens, i, lexicon) if i < _OPENED + 1 else None
        others = found[1:] if found and found[0].closed else found
        saying = saying or _participle(tokens, i, others, lexicon) or _opener(tokens, i, others, heard)
        saying = saying or _teller(tokens, i, others, heard)
        were = _footage(tokens, i, lexicon)
        if saying is None or (not were and _what(tokens, saying.first, lexicon)):
            continue
        aim(tokens, saying, lexicon)
        nested = bool(found) and saying.fore and found[-1].fore and saying.first - found[-1].end <= _NESTED
        found.append(saying)
        if nested and "that" in sentence.words:
            found += _outer(tokens, found[-2], saying.end)
        joined = not sentence.words.isdisjoint(_JOINING)
        if joined and (tokens[i].low in lexicon.cues.say_of_state or tokens[i].low in {"said", "spoke", "measured"}):
            found += _gapped(tokens, i, lexicon)
    return found


def _outer(tokens: list[Token], outer: Saying, k: int) -> list[Saying]:
    """``Dorin said survivors spoke of a crowd, and that it carried 220``: Dorin says the second as well."""
    words = [t.low for t in tokens[k:]]
    at = next((j for j, pair in enumerate(pairwise(words)) if pair in (("and", "that"), ("but", "that"))), None)
    if at is None or outer.back:
        return []
    return [Saying(outer.who, k + at, k + at, k + at + 2, back=False)]


def _doing(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``Warning that 40 might starve, the UN appealed …``: the subject behind the comma, up to which it is said."""
    on = tokens[i].low in lexicon.cue("say_on") and not unsaid.joins(tokens, i, lexicon)
    if i + 1 < len(tokens) and tokens[i + 1].low in _GREETINGS:
        return None
    told = openings.behind(tokens, i, lexicon) if on or (i and tokens[i - 1].low == "having") else None
    return Saying(told[0].who, i, i, i + 1, back=False, closed=True) if told is not None else None


def _footage(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``footage of what it said were 46 captives``; not ``what residents say was a catastrophe``."""
    if i + 2 >= len(tokens) or tokens[i + 1].low not in _WERE:
        return False
    return any(t.kind == "n" or (t.low in lexicon.triggers and t.low not in _ARTICLES) for t in tokens[i + 2 : i + 5])


def _what(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """``in what police called the worst crash in years``, ``more than the army had promised``: no more is theirs."""
    while first and tokens[first - 1].low in lexicon.cues.name_count:
        first -= 1
    return first > 0 and tokens[first - 1].low in ("what", "than")


def _gapped(tokens: list[Token], i: int, lexicon: Lexicon) -> list[Saying]:
    """``Police put it at 45,000 and organisers at 200,000``: the second speaker, without a verb."""
    for k in range(i + 4, min(i + 25, len(tokens) - 1)):
        token, lead = tokens[k], tokens[k - 1]
        if token.kind != "n" and token.low not in _PUT_AT:
            continue
        put = (
            token.low in _PUT_AT
            and (token.low == "at" or tokens[i].low == "spoke")
            and (tokens[k + 1].kind == "n" or tokens[k + 1].low in _BOUNDS)
        )
        if lead.kind != "w" or not (put or (token.kind == "n" and names.authority(lead, lexicon))):
            continue
        phrase = phrases.before(tokens, k - 1, lexicon)
        first = phrase.first if phrase else 0
        while first and tokens[first - 1].low in lexicon.cue("name_lead"):
            first -= 1
        befell = unsaid.befallen(lead.low, lexicon)
        if phrase and not befell and tokens[first - 1].low in _JOINING:
            return [Saying(phrase.who, phrase.first, k - 1, k, back=False)]
    return []


def _participle(tokens: list[Token], i: int, found: list[Saying], lexicon: Lexicon) -> Saying | None:
    """``police said 12 died, adding that 40 were hurt``, ``… and said``: the speaker before goes on."""
    if not found:
        return None
    lead = tokens[i - 1].low
    adding = lead == "," and tokens[i].low in lexicon.cue("say_on")
    if not (adding or lead == "and") or any(t.text == ";" for t in tokens[found[-1].at : i]):
        return None
    return Saying(found[-1].who, i, i, i + 1, back=not adding)


def _opener(tokens: list[Token], i: int, found: list[Saying], heard: Heard) -> Saying | None:
    """``The group claimed the attack, saying it killed 40``: the subject of the sentence, whatever it did before."""
    lexicon = heard.lexicon
    if found or i < _OPENED or tokens[i - 1].text != "," or tokens[i].low not in lexicon.cue("say_on"):
        return None
    if unsaid.joins(tokens, i, lexicon):
        return None
    if tokens[0].low in lexicon.cue("pronoun"):
        who = heard.pronoun(tokens[0].low, heard.at)
        return Saying(who, i, i, i + 1, back=False) if who else None
    phrase = openings.opening(tokens, 0, lexicon)
    return Saying(phrase.who, i, i, i + 1, back=False) if phrase is not None else None


def _teller(tokens: list[Token], i: int, found: list[Saying], heard: Heard) -> Saying | None:
    """The subject of the verb of saying at i, before or behind it; that of ``was quoted by`` stands before ``was``."""
    lexicon = heard.lexicon
    if tokens[i].low in {"quoted", "cited"}:
        return passives.quoted(tokens, i, lexicon)
    if passives.passive(tokens, i, lexicon):
        return passives.by(tokens, i, lexicon, first=not found)
    if i > 1 and tokens[i - 1].low in passives.HEARD and tokens[i].low.endswith("ing"):
        quotes = i + 1 < len(tokens) and tokens[i + 1].text == '"'
        return passives.overheard(tokens, i, lexicon) if quotes or not unsaid.otherwise(tokens, i, lexicon) else None
    if (i and tokens[i].low == "saying" and tokens[i - 1].low == "as") or unsaid.otherwise(tokens, i, lexicon):
        return None
    saying = _subject(tokens, i, found, heard)
    return asking.narrow(tokens, i, saying, found, lexicon) if saying is not None else None


def _subject(tokens: list[Token], i: int, found: list[Saying], heard: Heard) -> Saying | None:
    """Who says it: behind the verb where a comma stands before it (``…, said X``), else before it."""
    lexicon = heard.lexicon
    comma = i > 0 and tokens[i - 1].text == "," and tokens[i].low not in _TOLD
    turned = tellers.inverted(tokens, i, lexicon) if comma else None
    alone = comma and not any(t.text == "," for t in tokens[: i - 1])
    if turned is not None and not alone and turned.end < len(tokens):
        turned = None if tokens[turned.end].kind != "p" or sayers.goes_on(tokens, i, turned.end, lexicon) else turned
    before = turned or tellers.subject(tokens, i, found, heard)
    if before is not None or (i and tokens[i].low in _TOLD and tokens[i - 1].text == ","):
        return before  # ``One of them, a warder, told local television that``: whom he told says nothing
    return tellers.inverted(tokens, i, lexicon)
