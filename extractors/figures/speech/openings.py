"""The subject that begins a sentence or a clause: The health ministry rejected the claim and said ..."""

from extractors.figures.lexicon import Lexicon, union
from extractors.figures.speech import names, phrases
from extractors.figures.speech.phrases import Phrase
from extractors.figures.text.tokens import Token

_LONGEST = 12
_BEFORE_DOING = 3
_TOWN, _LINE = 3, 12
_DASHES = frozenset({"-", "–", "—", "--"})
_DOING = frozenset({"after", "before", "while", "despite", "having", "first", "earlier", "initially", "on", "at"})
_WHEN = frozenset({"after", "before", "since", "despite", "amid", "following", "speaking"})


def dateline(tokens: list[Token]) -> int:
    """Behind ``KORVA (AP) – …``, ``LISK, Norland, May 2 — …``: where the sentence itself begins; else 0."""
    if not tokens or len(tokens[0].text) < _TOWN or not tokens[0].text.isupper():
        return 0
    for k in range(1, min(_LINE, len(tokens) - 1)):
        if tokens[k].text in _DASHES and not tokens[k].glued:
            return k + 1
        if not (tokens[k].kind in "np" or tokens[k].text[0].isupper()):
            return 0
    return 0


def opening(tokens: list[Token], k: int, lexicon: Lexicon) -> Phrase | None:
    """The subject that begins at k and ends before a verb: ``The health ministry rejected …``."""
    start = k = k or dateline(tokens)
    if k < len(tokens) and tokens[k].low in _WHEN:
        return None  # ``After Orr's remarks to the paper, one of his aides …``
    while k < len(tokens) and tokens[k].low in lexicon.cue("name_lead"):
        k += 1
    while (
        k < len(tokens)
        and k - start < _LONGEST
        and (tokens[k].kind == "w" or tokens[k].text in ".-'")
        and (not _verbal(tokens, k, lexicon))
    ):
        k += 1
    for _ in range(2):
        k -= start < k and not names.nameable(tokens[k - 1], lexicon)
    ends = start < k < len(tokens) and (tokens[k].kind == "w" or tokens[k].text in ",(")
    return phrases.clean(tokens, start, k, lexicon) if ends and names.nameable(tokens[k - 1], lexicon) else None


def led(tokens: list[Token], k: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """The same behind what only tells when or where: ``After the blast, police sealed off the market and said …``."""
    leads = union[lexicon.cue("preposition"), _WHEN]
    if tokens[k].low not in leads and (tokens[k + 1].low not in _WHEN or tokens[k].low == "the"):
        return opening(tokens, k, lexicon)
    for j in range(k + 1, end - 1):
        if tokens[j].text == ",":
            phrase = opening(tokens, j + 1, lexicon)
            if phrase is not None and tokens[phrase.end].kind == "w":
                return phrase
    return None


def behind(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase, int] | None:
    """``Warning that 40 might starve, the UN …``, ``After insisting …, officials …``: who did so, and the comma.

    ``i`` is where the verb stands that opens the sentence.
    """
    if i > _BEFORE_DOING or any(t.low not in _DOING for t in tokens[:i]):
        return None
    if not tokens[i].low.endswith("ing") and (not i or tokens[i - 1].low != "having"):
        return None
    for comma in range(i + 1, len(tokens) - 2):
        if tokens[comma].text == "," and tokens[comma + 1].low not in ("and", "but", "which", "who", "including"):
            phrase = opening(tokens, comma + 1, lexicon)
            return (phrase, comma) if phrase is not None and tokens[phrase.end].kind == "w" else None
    return None


def _verbal(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """A word that can only go on behind a subject: a verb, an auxiliary, a preposition."""
    token = tokens[k]
    if token.low in ("of", "the", "and", "for") and k and tokens[k - 1].kind == "w":
        return False
    if token.glued and k and tokens[k - 1].text == "-":
        return False
    stops = token.low in lexicon.cue("stop|say")
    noun = lexicon.nouns.get(token.low)
    if noun is not None and noun.plural and noun.cls.startswith("person"):
        return False  # ``The survivors said …``
    return token.text[0].islower() and (stops or token.low in lexicon.actions or token.low.endswith("ed"))
