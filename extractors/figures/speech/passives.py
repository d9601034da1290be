"""Who says it where the verb is passive: was reported by X, put at 9 by X, X was quoted as saying."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import appositions, phrases
from extractors.figures.speech.phrases import Phrase
from extractors.figures.speech.saying import Saying
from extractors.figures.text.tokens import Token

_PERFECT = frozenset({"has", "have", "had"})
_REACH = 10
# What an authority is behind ``by`` said: ``put by police at 9``, ``were told by the army that 9 had died``.
_CONTENT = frozenset({"at", "to", "as", "that"})
_TOLD = frozenset({"that"})
_WHOM = frozenset({"told", "informed"})
_LISTS = frozenset({"list", "lists", "tally", "count", "register", "figures", "data", "report", "database"})
_WHO = frozenset({"who", "they", "he", "she", "whom", "others"})
_LISTED = frozenset({"drawn", "kept", "drafted"})
HEARD = frozenset({"heard", "seen", "shown", "filmed", "recorded", "overheard"})
_WHOM_TOLD = 7
_WHOM_CITED = 9
_MEANS = frozenset({"satellite", "phone", "telephone", "radio", "email", "e", "text", "video", "letter", "fax"})


def passive(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``was reported``, ``31 deaths reported by``, ``the toll, put at 31 by``: the subject of the verb says nothing."""
    if i and tokens[i - 1].low in lexicon.cues.auxiliary_passive:
        return not tokens[i].low.endswith("ing")
    if i and tokens[i - 1].low in _PERFECT:
        return False
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    second = tokens[i + 2].low if i + 2 < len(tokens) else ""
    if i and tokens[i].low in _LISTED and tokens[i - 1].low in _LISTS:
        return after == "by" or (after == "up" and second == "by")
    if after == "by":
        return tokens[i].low in lexicon.cue("say_by|say_by_first") and second not in _MEANS
    return after == "at" and tokens[i].low in lexicon.cue("say_by_far") and _by_far(tokens, i, lexicon) is not None


def by(tokens: list[Token], i: int, lexicon: Lexicon, *, first: bool) -> Saying | None:
    """The authority behind ``by``; ``first`` tells that nobody spoke before it in the sentence."""
    low = tokens[i].low
    if low in _LISTED:
        return _listed(tokens, i, lexicon, first=first)
    auxiliary = i > 0 and tokens[i - 1].low in lexicon.cue("auxiliary_passive")
    told = low in lexicon.cue("say_by") or (first and low in lexicon.cue("say_by_first"))
    if told and i + 1 < len(tokens) and tokens[i + 1].low == "by":
        if i + 2 < len(tokens) and tokens[i + 2].low in _MEANS:
            return None
        if low == "released" and _freed(tokens, i, lexicon):
            return None
        made = _made(phrases.behind(tokens, i + 2, lexicon), i, tokens, lexicon, near=not auxiliary)
        if made is not None and i == 1 and tokens[0].low == "as":
            made.fore = True  # ``As announced by the ministry, 12 were freed``
            return made
        if made is not None and auxiliary and made.end < len(tokens):
            made.back = low not in _WHOM
            made.fore = tokens[made.end].low in (_CONTENT if made.back else _TOLD)
        elif made is not None and tokens[made.end : made.end + 1] and tokens[made.end].low == "at":
            made.back, made.fore = False, True  # ``a slide, estimated by engineers at 600 metres, buried 40 homes``
        elif made is not None and i and tokens[i - 1].low in _LISTS:
            made.near, made.back, made.fore = False, False, True  # ``A list compiled by the charity contains 51 names``
        return made
    if not first and [t.low for t in tokens[max(0, i - 2) : i]] == ["had", "been"]:
        return None  # ``The mayor said that 40 people had been reported missing by relatives``
    return _by_far(tokens, i, lexicon) if low in lexicon.cue("say_by_far") else None


def _listed(tokens: list[Token], i: int, lexicon: Lexicon, *, first: bool) -> Saying | None:
    """``A list drawn up by parents contains 97 names``, ``130 on a list kept by priests``."""
    made = _made(
        phrases.behind(tokens, i + 2 + (i + 1 < len(tokens) and tokens[i + 1].low == "up"), lexicon), i, tokens, lexicon
    )
    if made is not None:
        k = i - 1
        while k and tokens[k - 1].low in lexicon.cue("name_count"):
            k -= 1
        counted = k > 1 and tokens[k - 1].low in ("on", "in")
        if counted and not first and tokens[k - 2].kind == "w" and tokens[k - 2].low in lexicon.nouns:
            return None  # ``The army said 14 men on a list kept by the Red Cross were free``
        if tokens[made.end - 1].low == "names" and made.end - made.first > 1:
            made.who = made.who.removesuffix(" names")
        made.first, made.near, made.back, made.fore = k - counted, counted, counted, not counted
    return made


def _freed(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``12 hostages were released by the rebels``, ``four Lestians released by``: people, no figures."""
    k = i - 1
    while k > 0 and (tokens[k].low in lexicon.cue("auxiliary|verb_adverb|modal") or tokens[k].low == "to"):
        k -= 1
    if k < 0 or tokens[k].low in lexicon.cue("document"):
        return False
    if tokens[k].kind == "n" or tokens[k].low in _WHO:
        return True  # ``38 of the 40 were released by Odria``
    noun = lexicon.nouns.get(tokens[k].low)
    if noun is not None:
        return noun.cls.startswith("person")
    return tokens[k - 1].kind == "n" or (k > 0 and tokens[k - 1].low in lexicon.triggers)


def _made(
    phrase: Phrase | None, at: int, tokens: list[Token], lexicon: Lexicon, *, near: bool = False
) -> Saying | None:
    """A saying whose speaker stands behind ``by``: ``by the director, Omar Salih``."""
    if phrase is None:
        return None
    phrase = appositions.name_behind(tokens, phrase, lexicon)
    return Saying(phrase.who, at, at, phrase.end, fore=False, near=near)


def quoted(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``X was quoted by Y as saying``, ``Y quoted X as saying``: X either way."""
    k = i - 1
    while k > 0 and tokens[k].low in lexicon.cue("auxiliary"):
        k -= 1
    if k < i - 1 and tokens[i].low == "cited" and "as" not in [t.low for t in tokens[i + 1 : i + _WHOM_CITED]]:
        return None  # ``The mine was cited for 46 violations``
    if k < i - 1 or (i + 1 < len(tokens) and tokens[i + 1].low in ("by", "as")):
        named = k > 0 and tokens[k].text == ","
        phrase = appositions.apposed(tokens, k, lexicon) if named else phrases.before(tokens, max(k, 0), lexicon)
        return Saying(phrase.who, phrase.first, i, i + 1) if phrase else None
    phrase, agency = phrases.behind(tokens, i + 1, lexicon), phrases.before(tokens, k, lexicon) if k >= 0 else None
    if phrase is None:
        return None
    phrase = appositions.name_behind(tokens, phrase, lexicon)
    end = phrase.end + 2 if [t.low for t in tokens[phrase.end : phrase.end + 2]] == ["as", "saying"] else phrase.end
    return Saying(phrase.who, agency.first if agency else i, i, end)


def overheard(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``a woman is heard saying``, ``a man can be heard shouting``."""
    if tokens[i].low == "telling" and "that" not in [t.low for t in tokens[i + 2 : i + _WHOM_TOLD]]:
        return None  # ``was filmed telling 40 fighters to surrender``
    k = i - 2
    while k > 0 and (tokens[k].low in lexicon.cue("auxiliary|modal|verb_adverb") or tokens[k].low == "can"):
        k -= 1
    phrase = phrases.before(tokens, k, lexicon) if k < i - 2 else None
    return Saying(phrase.who, phrase.first, i, i + 1, back=False) if phrase else None


def _by_far(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``was put at 31 dead by the coast guard``."""
    if tokens[i].low == "put" and i + 1 < len(tokens) and tokens[i + 1].low in lexicon.cue("put_particle"):
        return None  # ``Protests of 11 days were put down by the army``
    told = False
    for k in range(i + 1, min(i + _REACH, len(tokens) - 1)):
        told = told or tokens[k].kind == "n" or tokens[k].low in lexicon.triggers
        if tokens[k].low == "by" and (told or tokens[i].low != "given"):
            aside = i > 0 and (
                tokens[i - 1].text == "," or (tokens[i - 1].low.endswith("ly") and tokens[i - 2].text == ",")
            )
            made = _made(phrases.behind(tokens, k + 1, lexicon), k, tokens, lexicon, near=aside)
            if made is not None and tokens[made.end : made.end + 1] and tokens[made.end].low == "at":
                made.near, made.back, made.fore = False, False, True  # ``was put by the army at 11``
            return made
        if tokens[k].text in ",;":
            break
    return None
