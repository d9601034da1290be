"""Who speaks in a sentence: the noun phrase on either side of a verb of saying, or behind ``according to``."""

from dataclasses import dataclass

from extractors.figures.lexicon import Lexicon
from extractors.figures.tokens import Token

_LONGEST = 12
_SOURCES = frozenset({"according", "citing"})


@dataclass(frozen=True, slots=True)
class Saying:
    """``who`` speaks at token ``at``; ``rule`` is say or according_to."""

    who: str
    at: int
    rule: str


def find(tokens: list[Token], lexicon: Lexicon, said: str | None) -> list[Saying]:
    """The sayings of a sentence in order; ``said`` is whom a pronoun stands for."""
    sayings = []
    verbs = lexicon.cue("say") | _SOURCES
    says = [i for i, token in enumerate(tokens) if token.low in verbs]
    for i in says:
        token = tokens[i]
        if token.low == "according" and i + 2 < len(tokens) and tokens[i + 1].low == "to":
            who, rule = behind(tokens, i + 2, lexicon), "according_to"
        elif token.low == "citing" and i:
            who, rule = behind(tokens, i + 1, lexicon), "according_to"
        else:
            who, rule = _teller(tokens, i, said, lexicon), "say"
        if who:
            sayings.append(Saying(who, i, rule))
    return sayings


def _teller(tokens: list[Token], i: int, said: str | None, lexicon: Lexicon) -> str | None:
    """The subject of the verb of saying at i, before or behind it; that of ``was quoted by`` stands before ``was``."""
    lead, after = (tokens[i - 1] if i else None), (tokens[i + 1].low if i + 1 < len(tokens) else "")
    if tokens[i].low == "quoted":
        k = i - 1
        while k > 0 and tokens[k].low in lexicon.cue("auxiliary"):
            k -= 1
        return before(tokens, k, lexicon) if k >= 0 else None
    if after == "by" and tokens[i].low in lexicon.cue("say_by"):
        return behind(tokens, i + 2, lexicon)
    if after in ("to", "at") and tokens[i].low in lexicon.cue("say_not_to"):
        return None
    if lead is not None and (lead.low in lexicon.cue("auxiliary_passive") or tokens[i].text[0].isupper()):
        return None
    return _subject(tokens, i, said, lexicon) or _inverted(tokens, i, lexicon)


def _subject(tokens: list[Token], i: int, said: str | None, lexicon: Lexicon) -> str | None:
    """The noun phrase that ends just before the verb of saying."""
    j = i - 1
    while j >= 0 and (tokens[j].low in lexicon.cue("say_adverb") or tokens[j].low in lexicon.cue("weekday")):
        j -= 1
    if j < 0:
        return None
    if tokens[j].text == ",":
        return _apposed(tokens, j, lexicon)
    if tokens[j].low in lexicon.cue("pronoun"):
        if tokens[j].low in ("it", "they") and j > 2:
            return _opening(tokens, j, lexicon) or said
        return said if tokens[j].low in ("he", "she", "they", "it") else None
    return before(tokens, j, lexicon)


def _opening(tokens: list[Token], j: int, lexicon: Lexicon) -> str | None:
    """``The company plans 300 jobs, it said``: the name or group that the sentence begins with."""
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
    return _clean(tokens, k, end, lexicon)


def _apposed(tokens: list[Token], j: int, lexicon: Lexicon) -> str | None:
    """``John Smith, a spokesman for the ministry, said``: the first phrase of the apposition, else its second."""
    for k in range(j - 1, max(-1, j - 25), -1):
        if tokens[k].text == '"':
            break
        if tokens[k].text == "," and k:
            outer = before(tokens, k - 1, lexicon)
            if outer and (outer[0].isupper() or outer.split()[-1].lower() in lexicon.cue("authority")):
                return outer
    return before(tokens, j - 1, lexicon)


def before(tokens: list[Token], j: int, lexicon: Lexicon) -> str | None:
    """The name or authority whose noun phrase ends at token j; None where it is neither."""
    end = j
    if not _nameable(tokens[j], lexicon):
        return None
    while j > 0 and _belongs(tokens, j - 1, lexicon):
        j -= 1
    return _clean(tokens, j, end + 1, lexicon)


def _belongs(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    token = tokens[j]
    if token.kind == "n":
        return False
    if token.low in lexicon.cue("name_link"):
        joins = bool(j) and tokens[j - 1].text[:1].isupper() and tokens[j + 1].text[0].isupper()
        return token.low not in ("and", "in") or joins
    if token.kind == "p":
        return False
    stops = token.low in lexicon.cue("stop") or token.low in lexicon.cue("say") or token.low in lexicon.cue("weekday")
    verb = any(a.role in "os" and a.past for a in lexicon.actions.get(token.low, ())) and token.text[0].islower()
    return not stops and not verb


def _nameable(token: Token, lexicon: Lexicon) -> bool:
    """A name, an authority (``police``), a person or a group (``both countries``)."""
    if token.kind != "w" or token.low in lexicon.cue("pronoun"):
        return False
    if token.low in lexicon.cue("stop"):
        return token.text in ("U.N.", "U.S.")
    noun = lexicon.nouns.get(token.low)
    known = noun is not None and noun.cls.startswith(("person", "group"))
    return token.text[0].isupper() or token.low in lexicon.cue("authority") or known


def _inverted(tokens: list[Token], i: int, lexicon: Lexicon) -> str | None:
    """``", said John Smith``, ``added President X``: the subject behind the verb."""
    if not i or (tokens[i - 1].text not in ',"' and tokens[i - 1].low != "as"):
        return None
    return behind(tokens, i + 1, lexicon)


def behind(tokens: list[Token], j: int, lexicon: Lexicon) -> str | None:
    """The name or authority whose noun phrase begins at token j."""
    start = j
    while j < len(tokens) and (
        tokens[j].low in lexicon.cue("name_lead") or (j == start and _nameable(tokens[j], lexicon))
    ):
        j += 1
    while j < len(tokens) and _continues(tokens, j, start, lexicon):
        j += 1
    return _clean(tokens, start, j, lexicon)


def _continues(tokens: list[Token], j: int, start: int, lexicon: Lexicon) -> bool:
    token = tokens[j]
    if token.kind == "w" and not any(token.low in lexicon.cue(c) for c in ("stop", "weekday", "say")):
        return True
    if token.low in ("of", "for", "'s", "-", "&"):
        return j > start
    if token.low == "the":
        return tokens[j - 1].low in ("of", "for")
    return token.text == "." and len(tokens[j - 1].text) == 1


def _clean(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> str | None:
    """The words of a speaker without articles at its ends; None where nothing nameable is left."""
    edges = lexicon.cue("name_edge")
    while first < end and tokens[first].low in edges:
        first += 1
    while end > first and tokens[end - 1].low in edges:
        end -= 1
    if first >= end or end - first > _LONGEST or not any(_nameable(t, lexicon) for t in tokens[first:end]):
        return None
    out = ""
    for token in tokens[first:end]:
        out += token.text if token.glued and out else f" {token.text}"
    return out.strip()
