"""Whom the text names as its authority for a number: ``X said``, ``according to X``, the owner of a quotation."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.sentences import Sentence
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_LINK = frozenset(
    {
        "of",
        "the",
        "for",
        "de",
        "al",
        "el",
        "van",
        "von",
        "bin",
        "ibn",
        "and",
        "'s",
        "-",
        ".",
        "da",
        "di",
        "a",
        "an",
        "in",
        "&",
    }
)
_PRONOUN = frozenset({"he", "she", "they", "it", "who", "i", "we"})
_PASSIVE = frozenset({"was", "were", "is", "are", "been", "be", "being", "has", "have", "had", "as", "not"})


def name_speakers(sentence: Sentence, spans: list[Span], said: str | None, lexicon: Lexicon) -> str | None:
    """Set the speaker of each span; returns the sentence's speaker for the pronouns and quotations that follow.

    ``said`` is the last speaker before this sentence, whom ``he said`` and an open quotation go on citing.
    """
    tokens = sentence.tokens
    speaker, position = find(tokens, lexicon, said)
    for span in spans:
        near = _according(tokens, span, lexicon)
        if near is not None:
            span.speaker = near
            span.rule("speaker", "according_to", 0.9)
        elif speaker is not None and _covers(tokens, span, position):
            span.speaker = speaker
            span.rule("speaker", "say", 0.85)
        elif sentence.quoted and said is not None:
            span.speaker = said
            span.rule("speaker", "quotation", 0.6)
    return speaker


def quotations(sentences: list[Sentence], placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """A number inside a quotation whose owner is named only in a later sentence of the same paragraph."""
    for sentence, span in placed:
        if span.speaker is not None or not _inside_quotation(sentence, span):
            continue
        at = sentences.index(sentence)
        for later in sentences[at + 1 : at + 5]:
            if later.line != sentence.line:
                break
            who, _ = find(later.read().tokens, lexicon, None)
            if who is not None:
                span.speaker = who
                span.rule("speaker", "quotation_owner", 0.75)
                break


def _inside_quotation(sentence: Sentence, span: Span) -> bool:
    opened = sum(t.text == '"' for t in sentence.tokens[: span.first]) % 2 == 1
    return opened != sentence.quoted


def _covers(tokens: list[Token], span: Span, verb: int) -> bool:
    """False where the number belongs to the speaker's own description (``the head of 12 unions said``)."""
    if span.begin > verb:
        return True
    return any(t.text in ',"' for t in tokens[span.noun_end : verb])


def find(tokens: list[Token], lexicon: Lexicon, said: str | None) -> tuple[str | None, int]:
    """The speaker of a sentence and the index of the verb of saying; (None, -1) where nobody speaks."""
    say = lexicon.cue("say")
    for i, token in enumerate(tokens):
        if token.low not in say or token.kind != "w":
            continue
        by = _passive(tokens, i, lexicon)
        if by is not None:
            return by, i
        if token.low in ("estimated", "believed", "put") and i + 1 < len(tokens) and tokens[i + 1].low in ("to", "at"):
            continue
        if (i and tokens[i - 1].low in _PASSIVE) or (token.text[0].isupper() and i):
            continue
        who = _subject(tokens, i, said, lexicon) or _inverted(tokens, i, lexicon)
        if who:
            return who, i
    return None, -1


def _passive(tokens: list[Token], i: int, lexicon: Lexicon) -> str | None:
    """``was quoted as saying by X``, ``figures released by X``."""
    if i + 1 < len(tokens) and tokens[i + 1].low == "by" and tokens[i].low in lexicon.cue("say_by"):
        return _phrase_after(tokens, i + 2, lexicon)
    return None


def _subject(tokens: list[Token], i: int, said: str | None, lexicon: Lexicon) -> str | None:
    """The noun phrase that ends just before the verb of saying."""
    j = i - 1
    while j >= 0 and tokens[j].low in (
        "also",
        "later",
        "had",
        "has",
        "have",
        "earlier",
        "then",
        "initially",
        "originally",
        "immediately",
        "further",
        "previously",
        "on",
        "friday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "saturday",
        "sunday",
        "first",
        "today",
    ):
        j -= 1
    if j >= 0 and tokens[j].text == ",":
        return _apposed(tokens, j, lexicon)
    if j < 0:
        return None
    if tokens[j].low in _PRONOUN:
        return said if tokens[j].low in ("he", "she", "they", "it") else None
    return _phrase_before(tokens, j, lexicon)


def _apposed(tokens: list[Token], j: int, lexicon: Lexicon) -> str | None:
    """``John Smith, a spokesman for the ministry, said``: the first phrase of the apposition, else its second."""
    for k in range(j - 1, max(-1, j - 25), -1):
        if tokens[k].text == '"':
            break
        if tokens[k].text == "," and k:
            outer = _phrase_before(tokens, k - 1, lexicon)
            if (outer and outer[0].isupper()) or (outer and outer.split()[-1].lower() in lexicon.cue("authority")):
                return outer
    return _phrase_before(tokens, j - 1, lexicon)


def _phrase_before(tokens: list[Token], j: int, lexicon: Lexicon) -> str | None:
    """The name or authority that ends at j, back to where its noun phrase begins."""
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
    if token.low in _LINK:
        return token.low not in ("and", "in") or bool(
            j and tokens[j - 1].text[:1].isupper() and tokens[j + 1].text[0].isupper()
        )
    if token.kind == "p":
        return False
    return (
        token.low not in lexicon.cue("stop")
        and token.low not in lexicon.cue("say")
        and token.low not in lexicon.cue("weekday")
    )


def _nameable(token: Token, lexicon: Lexicon) -> bool:
    if token.kind != "w" or token.low in lexicon.cue("stop") or token.low in _PRONOUN:
        return token.text in ("U.N.", "U.S.")
    noun = lexicon.nouns.get(token.low)
    return (
        token.text[0].isupper()
        or token.low in lexicon.cue("authority")
        or (noun is not None and noun.cls.startswith("person"))
    )


def _inverted(tokens: list[Token], i: int, lexicon: Lexicon) -> str | None:
    """``", said John Smith``, ``added President X``: the subject behind the verb."""
    if not i or (tokens[i - 1].text not in ',"' and tokens[i - 1].low not in ("as",)):
        return None
    return _phrase_after(tokens, i + 1, lexicon)


def _according(tokens: list[Token], span: Span, lexicon: Lexicon) -> str | None:
    """``according to X`` and ``X's figures`` in the number's sentence."""
    for i in range(len(tokens) - 2):
        if (tokens[i].low == "according" and tokens[i + 1].low == "to") or (tokens[i].low == "citing" and i):
            start = i + 2 if tokens[i].low == "according" else i + 1
            return _phrase_after(tokens, start, lexicon)
    return None


def _phrase_after(tokens: list[Token], j: int, lexicon: Lexicon) -> str | None:
    start = j
    while j < len(tokens) and (
        tokens[j].low in ("the", "a", "an", "its", "their", "his", "local", "state")
        or (j == start and tokens[j].low in lexicon.cue("authority"))
    ):
        j += 1
    while j < len(tokens) and (
        (tokens[j].kind == "w" and tokens[j].low not in lexicon.cue("stop") and tokens[j].low not in lexicon.cue("weekday") and tokens[j].low not in lexicon.cue("say"))
        or (tokens[j].low in ("of", "for", "'s", "-", "&") and j > start)
        or (tokens[j].low in ("the",) and tokens[j - 1].low in ("of", "for"))
        or (tokens[j].text == "." and len(tokens[j - 1].text) == 1)
    ):  # fmt: skip
        j += 1
    return _clean(tokens, start, j, lexicon)


def _clean(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> str | None:
    """The words of a speaker without articles at its ends; None where nothing nameable is left."""
    while first < end and tokens[first].low in (
        "the",
        "a",
        "an",
        "of",
        "for",
        "'s",
        "-",
        ".",
        "and",
        "in",
        "its",
        "their",
        "his",
        "her",
    ):
        first += 1
    while end > first and tokens[end - 1].low in ("of", "for", "'s", "-", "&", "the", "and", "in"):
        end -= 1
    if first >= end or end - first > 12 or not any(_nameable(t, lexicon) for t in tokens[first:end]):
        return None
    out = ""
    for k in range(first, end):
        out += tokens[k].text if tokens[k].glued and k > first else f" {tokens[k].text}"
    return out.strip()
