"""Who speaks in a sentence by a verb of saying: police said, said X, was quoted as saying, put at 9 by X."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import phrases, tellers
from extractors.figures.speech.persons import Heard
from extractors.figures.speech.phrases import Phrase
from extractors.figures.speech.saying import Saying, aim
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_PASSIVE_REACH = 10
_ALSO_NOUNS = frozenset({"report", "reports", "states", "claims", "estimates", "counts", "forecasts", "posts"})
_TAKES = frozenset({"claim", "claims", "claimed", "claiming"})
_LIVES = frozenset({"lives", "life"})
_TOLD = frozenset({"told", "tells", "informed"})
_MEANS = frozenset({"satellite", "phone", "telephone", "radio", "email", "e", "text", "video", "letter", "fax"})
_JOINING = frozenset({"and", "while", "but", ","})


def verbs(sentence: Sentence, lexicon: Lexicon, heard: Heard) -> list[Saying]:
    """The sayings of a sentence that have a verb, in order."""
    found: list[Saying] = []
    said, rarer, tokens = lexicon.cue("say"), lexicon.cue("say_rarer"), sentence.tokens
    if sentence.words.isdisjoint(said) and sentence.words.isdisjoint(rarer):
        return found
    for i in [k for k, token in enumerate(tokens) if token.low in said or token.low in rarer]:
        saying = _participle(tokens, i, found, lexicon) or _teller(tokens, i, heard, lexicon)
        if saying is None:
            continue
        aim(tokens, saying, lexicon)
        found.append(saying)
        joined = not sentence.words.isdisjoint(_JOINING)
        if joined and (tokens[i].low in lexicon.cue("say_of_state") or tokens[i].low == "said"):
            found += _gapped(tokens, i, lexicon)
    return found


def _gapped(tokens: list[Token], i: int, lexicon: Lexicon) -> list[Saying]:
    """``Police put it at 45,000 and organisers at 200,000``: the second speaker, without a verb."""
    for k in range(i + 4, min(i + 25, len(tokens) - 1)):
        token, lead = tokens[k], tokens[k - 1]
        put = token.low == "at" and tokens[k + 1].kind in "nw"
        if lead.kind != "w" or not (put or (token.kind == "n" and phrases.authority(lead, lexicon))):
            continue
        phrase = phrases.before(tokens, k - 1, lexicon)
        first = phrase.first if phrase else 0
        while first and tokens[first - 1].low in lexicon.cue("name_lead"):
            first -= 1
        if phrase and tokens[first - 1].low in ("and", "while", "but", ","):
            return [Saying(phrase.who, phrase.first, k - 1, k, back=False)]
    return []


def _participle(tokens: list[Token], i: int, found: list[Saying], lexicon: Lexicon) -> Saying | None:
    """``police said 12 died, adding that 40 were hurt``, ``… and said``: the speaker before goes on."""
    lead = tokens[i - 1].low
    adding = lead == "," and tokens[i].low in lexicon.cue("say_on")
    if not found or not (adding or lead == "and") or any(t.text == ";" for t in tokens[found[-1].at : i]):
        return None
    return Saying(found[-1].who, i, i, i + 1)


def _teller(tokens: list[Token], i: int, heard: Heard, lexicon: Lexicon) -> Saying | None:
    """The subject of the verb of saying at i, before or behind it; that of ``was quoted by`` stands before ``was``."""
    low, lead = tokens[i].low, tokens[i - 1] if i else None
    if low == "quoted" or low == "cited":
        return _quoted(tokens, i, lexicon)
    passive = lead is not None and lead.low in lexicon.cue("auxiliary_passive")
    by = i + 1 < len(tokens) and tokens[i + 1].low == "by"
    if by and low in lexicon.cue("say_by") and (i + 2 == len(tokens) or tokens[i + 2].low not in _MEANS):
        made = _made(phrases.behind(tokens, i + 2, lexicon), i, near=not passive)
        if made is not None and passive and made.end < len(tokens):
            made.fore = tokens[made.end].low in ("at", "to", "as")
        return made
    if passive:
        return _by_far(tokens, i, lexicon) if low in lexicon.cue("say_by_far") else None
    if _no_saying(tokens, i, lexicon):
        return None
    alone = lead is not None and lead.text == "," and not any(t.text == "," for t in tokens[: i - 1])
    turned = (
        tellers.inverted(tokens, i, lexicon) if lead is not None and lead.text == "," and low not in _TOLD else None
    )
    if turned is not None and not alone and turned.end < len(tokens) and tokens[turned.end].kind != "p":
        turned = None
    saying = turned or tellers.subject(tokens, i, heard, lexicon) or tellers.inverted(tokens, i, lexicon)
    if saying is not None and low in lexicon.cue("say_object") and not _object(tokens, i, lexicon):
        saying.fore = saying.back = False
    return saying


def _no_saying(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``admitted to``, ``hospitals admitted 9``, ``people confirmed dead``, a capital in mid-sentence."""
    low, after = tokens[i].low, tokens[i + 1].low if i + 1 < len(tokens) else ""
    if low in _TAKES and not _LIVES.isdisjoint(t.low for t in tokens[i + 1 : i + 6]):
        return True
    if low in lexicon.cue("say_by_only") or (i and tokens[i].text[0].isupper()):
        return True
    if low in lexicon.cue("say_not_to") and (after in ("to", "at") or after.endswith("ing")):
        return True
    if low == "admitted" and (after[:1].isdigit() or after in lexicon.triggers):
        return True
    if low in lexicon.cue("say_quoting") and not any(t.text == '"' for t in tokens[max(0, i - 7) : i]):
        return True
    if low in ("told", "tells") and i + 2 < len(tokens) and tokens[i + 2].low == "to":
        return True
    if low in _ALSO_NOUNS and after.isalpha() and tokens[i + 1].text.islower():
        counted = after in lexicon.triggers or after in lexicon.before
        return not counted and ((low == "report" and after != "that") or after not in lexicon.cue("stop"))
    if low not in lexicon.cue("say_of_state"):
        return False
    befallen = any(act.role in "oa" and act.past for act in lexicon.actions.get(after, ()))
    return befallen or after in lexicon.cue("state")


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
    phrase = phrases.name_behind(tokens, phrase, lexicon)
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
    if tokens[i].low in ("spoke", "speaks", "speak", "spoken"):
        return (
            i + 2 < len(tokens) and tokens[i + 1].low in ("of", "about") and tokens[i + 2].low not in ("the", "a", "an")
        )
    behind = {t.low for t in tokens[i + 1 : i + 6]}
    before = {t.low for t in tokens[max(0, i - 6) : i]}
    words = lexicon.cue("document") | lexicon.cue("toll_word")
    return not behind.isdisjoint(words) if tokens[i].low != "found" else not before.isdisjoint(words)
