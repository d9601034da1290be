"""Who speaks in a sentence by a verb of saying: police said, said X, was quoted as saying, put at 9 by X."""

from dataclasses import dataclass, replace

from extractors.figures import phrases
from extractors.figures.lexicon import Lexicon
from extractors.figures.persons import Heard
from extractors.figures.phrases import Phrase
from extractors.figures.sentences import Sentence
from extractors.figures.tokens import Token

_PASSIVE_REACH = 10


@dataclass(frozen=True, slots=True)
class Saying:
    """``who`` speaks; tokens ``first`` to ``end`` say so, with the verb at ``at``.

    ``rule`` is say, according_to or label; ``fore`` and ``back`` tell whether what follows and what precedes is said,
    ``near`` that only the number right before is: ``31 soldiers given by the army``.
    """

    who: str
    first: int
    at: int
    end: int
    rule: str = "say"
    fore: bool = True
    back: bool = True
    near: bool = False


def verbs(sentence: Sentence, lexicon: Lexicon, heard: Heard) -> list[Saying]:
    """The sayings of a sentence that have a verb, in order."""
    found: list[Saying] = []
    said, tokens = lexicon.cue("say"), sentence.tokens
    if sentence.words.isdisjoint(said):
        return found
    for i, token in enumerate(tokens):
        if token.low not in said:
            continue
        saying = _participle(tokens, i, found, lexicon) or _teller(tokens, i, heard, lexicon)
        if saying is None:
            continue
        found.append(_aimed(tokens, saying, lexicon))
        if token.low in ("put", "puts"):
            found += _gapped(tokens, i, lexicon)
    return found


def _gapped(tokens: list[Token], i: int, lexicon: Lexicon) -> list[Saying]:
    """``Police put it at 45,000 and organisers at 200,000``: the second speaker, without a verb."""
    for k in range(i + 4, min(i + 25, len(tokens) - 1)):
        if tokens[k].low == "at" and tokens[k + 1].kind in "nw":
            phrase = phrases.before(tokens, k - 1, lexicon)
            first = phrase.first if phrase else 0
            while first and tokens[first - 1].low in lexicon.cue("name_lead"):
                first -= 1
            if phrase and tokens[first - 1].low in ("and", "while", "but", ","):
                return [Saying(phrase.who, phrase.first, k, k + 1, back=False)]
    return []


def _participle(tokens: list[Token], i: int, found: list[Saying], lexicon: Lexicon) -> Saying | None:
    """``…, police said, adding that 40 were hurt``: the speaker before goes on."""
    if not found or tokens[i].low not in lexicon.cue("say_on") or tokens[i - 1].text != ",":
        return None
    return Saying(found[-1].who, i, i, i + 1)


def _teller(tokens: list[Token], i: int, heard: Heard, lexicon: Lexicon) -> Saying | None:
    """The subject of the verb of saying at i, before or behind it; that of ``was quoted by`` stands before ``was``."""
    low, lead = tokens[i].low, tokens[i - 1] if i else None
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if low == "quoted" or low == "cited":
        return _quoted(tokens, i, lexicon)
    passive = lead is not None and lead.low in lexicon.cue("auxiliary_passive")
    if after == "by" and low in lexicon.cue("say_by"):
        return _made(phrases.behind(tokens, i + 2, lexicon), i, near=not passive)
    if passive and low in lexicon.cue("say_by_far"):
        return _by_far(tokens, i, lexicon)
    if low in lexicon.cue("say_by_only"):
        return None
    if (after in ("to", "at") or after.endswith("ing")) and low in lexicon.cue("say_not_to"):
        return None
    if passive or (tokens[i].text[0].isupper() and i):
        return None
    if low in lexicon.cue("say_object") and not _object(tokens, i, lexicon):
        return None
    return _subject(tokens, i, heard, lexicon) or _inverted(tokens, i, lexicon)


def _made(phrase: Phrase | None, at: int, *, near: bool = False) -> Saying | None:
    """A saying whose speaker stands behind ``by``."""
    return Saying(phrase.who, at, at, phrase.end, fore=False, near=near) if phrase else None


def _quoted(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``X was quoted by Y as saying``, ``Y quoted X as saying``: X either way."""
    k = i - 1
    while k > 0 and tokens[k].low in lexicon.cue("auxiliary"):
        k -= 1
    if k < i - 1 or (i + 1 < len(tokens) and tokens[i + 1].low in ("by", "as")):
        phrase = phrases.before(tokens, k, lexicon) if k >= 0 else None
        return Saying(phrase.who, phrase.first, i, i + 1) if phrase else None
    phrase, agency = phrases.behind(tokens, i + 1, lexicon), phrases.before(tokens, k, lexicon) if k >= 0 else None
    if phrase is None:
        return None
    end = phrase.end + 2 if [t.low for t in tokens[phrase.end : phrase.end + 2]] == ["as", "saying"] else phrase.end
    return Saying(phrase.who, agency.first if agency else i, i, end)


def _by_far(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``was put at 31 dead by the coast guard``."""
    for k in range(i + 1, min(i + _PASSIVE_REACH, len(tokens) - 1)):
        if tokens[k].low == "by":
            return _made(phrases.behind(tokens, k + 1, lexicon), k)
        if tokens[k].text in ",;":
            break
    return None


def _object(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``gave``, ``found`` and ``released`` say something only with a toll, figures or a count for object."""
    behind = {t.low for t in tokens[i + 1 : i + 6]}
    before = {t.low for t in tokens[max(0, i - 6) : i]}
    words = lexicon.cue("document") | lexicon.cue("toll_word")
    return not behind.isdisjoint(words) if tokens[i].low != "found" else not before.isdisjoint(words)


def _subject(tokens: list[Token], i: int, heard: Heard, lexicon: Lexicon) -> Saying | None:
    """The noun phrase that ends just before the verb of saying."""
    j = i - 1
    while j >= 0 and (tokens[j].low in lexicon.cue("say_adverb") or tokens[j].low in lexicon.cue("weekday")):
        j -= 1
    if j < 0:
        return None
    if tokens[j].text == ",":
        phrase = _apposed(tokens, j, lexicon)
    elif tokens[j].low in lexicon.cue("pronoun"):
        return _pronoun(tokens, i, j, heard, lexicon)
    else:
        phrase = phrases.before(tokens, j, lexicon)
    if phrase is None:
        return None
    return Saying(_owner(tokens, phrase, lexicon), _with_document(tokens, phrase.first, lexicon), i, i + 1)


def _with_document(tokens: list[Token], first: int, lexicon: Lexicon) -> int:
    """Where ``a statement from the ministry`` begins, of which only the ministry is the phrase."""
    k = first - 1
    while k > 0 and tokens[k].low in lexicon.cue("name_lead"):
        k -= 1
    written = k > 0 and tokens[k].low in ("from", "by") and tokens[k - 1].low in lexicon.cue("document")
    return k - 1 if written else first


def _pronoun(tokens: list[Token], i: int, j: int, heard: Heard, lexicon: Lexicon) -> Saying | None:
    """``he said``; ``The company plans 300 jobs, it said`` names its subject itself."""
    low = tokens[j].low
    opening = _opening(tokens, j, lexicon) if low in ("it", "they") and j > 2 else None
    who = opening.who if opening else heard.pronoun(low, tokens[0].start)
    return Saying(who, j, i, i + 1) if who else None


def _opening(tokens: list[Token], j: int, lexicon: Lexicon) -> Phrase | None:
    """The name or group that the sentence begins with."""
    k = 0
    while k < j and tokens[k].low in lexicon.cue("name_lead"):
        k += 1
    end = k
    while (
        end < j
        and tokens[end].kind == "w"
        and tokens[end].text[0].isupper()
        and (end or tokens[end].low not in lexicon.nouns)
    ):
        end += 1
    noun = lexicon.nouns.get(tokens[end].low) if end < j else None
    if noun is not None and noun.cls.startswith(("group", "person")):
        end += 1
    return phrases.clean(tokens, k, end, lexicon)


def _apposed(tokens: list[Token], j: int, lexicon: Lexicon) -> Phrase | None:
    """``John Smith, a spokesman for the ministry, said``: the first phrase of the apposition, else its second."""
    inner = phrases.before(tokens, j - 1, lexicon) if j else None
    for k in range(j - 1, max(-1, j - 25), -1):
        if tokens[k].text == '"':
            break
        if tokens[k].text == "," and k:
            outer = phrases.before(tokens, k - 1, lexicon)
            if outer is None:
                continue
            if inner is not None and k + 1 >= inner.first - 1 and _title_then_name(tokens, outer, inner, lexicon):
                return inner
            if outer.who[0].isupper() or outer.who.split()[-1].lower() in lexicon.cue("authority"):
                return outer
    return inner


def _title_then_name(tokens: list[Token], outer: Phrase, inner: Phrase, lexicon: Lexicon) -> bool:
    """``The ministry's spokesman, Karim Sade, said``: the name is the better speaker."""
    title = tokens[outer.end - 1].low in lexicon.cue("role")
    return title and all(t.text[0].isupper() or t.text == "." for t in tokens[inner.first : inner.end])


def _inverted(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``", said John Smith``, ``added President X``: the subject behind the verb."""
    if not i or (tokens[i - 1].text not in ',"' and tokens[i - 1].low != "as"):
        return None
    phrase = phrases.behind(tokens, i + 1, lexicon)
    if phrase is None:
        return None
    return Saying(_owner(tokens, phrase, lexicon), i, i, phrase.end, fore=_ends_open(tokens, phrase.end))


def _ends_open(tokens: list[Token], k: int) -> bool:
    return k < len(tokens) and tokens[k].text == ","


def _owner(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> str:
    """Whose statement, report or figures it is, where a document speaks."""
    words = lexicon.cue("document")
    if tokens[phrase.end - 1].low not in words:
        return phrase.who
    end = phrase.end - 1
    while end > phrase.first and (tokens[end - 1].low in words or tokens[end - 1].text == "'s"):
        end -= 1
    whose = phrases.clean(tokens, phrase.first, end, lexicon)
    if whose is None and end == phrase.first:
        whose = _issuer(tokens, phrase.first - 1, lexicon)
    return whose.who if whose else phrase.who


def _issuer(tokens: list[Token], k: int, lexicon: Lexicon) -> Phrase | None:
    """``The ministry issued a statement saying``: who stands before the verb of issuing."""
    while k > 0 and tokens[k].low in lexicon.cue("name_lead"):
        k -= 1
    if k < 1 or tokens[k].low not in lexicon.cue("issue"):
        return None
    return phrases.before(tokens, k - 1, lexicon)


def _aimed(tokens: list[Token], saying: Saying, lexicon: Lexicon) -> Saying:
    """Whether what follows, what precedes or both is said: ``police said 12 …`` or ``…, police said.``"""
    k = saying.first
    while k and tokens[k - 1].low in lexicon.cue("name_lead"):
        k -= 1
    if k < 2:
        return replace(saying, back=False, fore=True)
    closed = tokens[k - 1].text in ',")—–-'
    if not closed:
        return saying if saying.rule == "say" and not saying.fore else replace(saying, back=False, fore=True)
    trailing = _trails(tokens, saying.end, lexicon)
    return replace(saying, back=trailing is not None, fore=trailing != "end")


def _trails(tokens: list[Token], k: int, lexicon: Lexicon) -> str | None:
    """What follows a verb of saying at k: the "end", a "comma" after which all goes on, or its content (None)."""
    if k < len(tokens) and tokens[k].kind == "w" and tokens[k].low not in lexicon.cue("say_tail"):
        return None
    for j in range(k, min(k + 16, len(tokens))):
        token = tokens[j]
        if token.low == "that" or (token.kind == "n" and tokens[j - 1].low not in lexicon.cue("month")):
            return None
        if token.text == ",":
            return "comma"
        if token.text in '.;:!?"':
            return "end"
    return "end"
