"""Which party a number belongs to: who did it, got it or lost it, in the number's own clause."""

import itertools

from extractors.figures.lexicon import Lexicon, union
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_REACH = 10
_APPOSED = 25
_LONGEST = 4
_LETTERS = 4
_PREPOSED = frozenset({"by", "to", "from"})
_CLOSING = frozenset({".", ";", "said", "that", "which", "while", "whereas"})
_MARKS = _PREPOSED | _CLOSING
# The lists of words that are written with a capital and name nobody.
_NO_NAMES = "pronoun|weekday|month|stop"
_BESIDE = frozenset({"on", "with", "at", ":", "-", "–", "—"})


def settle(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> None:
    """Set the party of each span."""
    tokens, led = sentence.tokens, not sentence.words.isdisjoint(_PREPOSED)
    for i, span in enumerate(spans):
        span.party = None
        if led:
            stop = spans[i + 1].begin if i + 1 < len(spans) else len(tokens)
            span.party = _led(tokens, span, min(stop, span.noun_end + _REACH), lexicon)
        if span.party is None and span.action_at is not None and span.action_at <= span.begin:
            span.party = _ahead(tokens, span, span.action_at, lexicon)
    for span in spans:
        if span.party or _shared_out(span):
            return _results(tokens, spans, lexicon)
    return None


def _led(tokens: list[Token], span: Span, stop: int, lexicon: Lexicon) -> str | None:
    """``by X``, ``to X``, ``from X``: a name after the number's noun."""
    for k in range(span.noun_end, min(stop, len(tokens) - 1)):
        low = tokens[k].low
        if low not in _MARKS or (low == "by" and tokens[k - 1].low in lexicon.cue("mediated")):
            continue  # under a deal brokered by Norway
        named = _preposed(tokens, k, lexicon) if low in _PREPOSED else None
        if named:
            return named
        if low in _CLOSING:
            break
    return None


def _ahead(tokens: list[Token], span: Span, verb: int, lexicon: Lexicon) -> str | None:
    """The same behind a verb before the number, else the subject before its verb."""
    behind = _preposed(tokens, verb + 1, lexicon) if verb + 2 < span.begin else None
    return behind or _subject(tokens, span, lexicon)


def _preposed(tokens: list[Token], k: int, lexicon: Lexicon) -> str | None:
    """``by X`` at k, where X is a name; not ``by April``."""
    told = k > 0 and tokens[k - 1].low == "according"
    if tokens[k].low in _PREPOSED and not told and _proper(tokens[k + 1], lexicon):
        return f"{tokens[k].low} {_name(tokens, k + 1)}"
    return None


def _subject(tokens: list[Token], span: Span, lexicon: Lexicon) -> str | None:
    """The name that ends before the verb, its auxiliaries, ``said it had`` or an apposition: who did it."""
    k = (span.action_at or 0) - 1
    skipped = lexicon.cues.before_verb
    if span.action_class == "won":
        skipped = union[skipped, lexicon.cue("be")]
    while k >= 0 and tokens[k].low in skipped:
        k -= 1
    if k > 0 and tokens[k].text == ",":
        k = next((j for j in range(k - 1, max(0, k - _APPOSED), -1) if tokens[j].text == ","), 0) - 1
    first = _name_start(tokens, k, lexicon)
    if first is None or (first and tokens[first - 1].low in ("on", "in", "last", "at")):
        return None
    if first == 0 and (tokens[k].low.endswith("ing") or "'" in tokens[k].text or _dateline(tokens, k)):
        return None
    if first > 1 and tokens[first - 1].low == "and" and tokens[first - 2].text[0].isupper():
        return None
    return f"by {_name(tokens, first)}"


def _dateline(tokens: list[Token], k: int) -> bool:
    """``MAREN, 8 Sept - …``: a place in capitals and a sign; not ``UNICEF has received``."""
    name = tokens[k].text
    return name.isupper() and len(name) > _LETTERS and k + 1 < len(tokens) and tokens[k + 1].text in ",(–—-"


def _name_start(tokens: list[Token], k: int, lexicon: Lexicon) -> int | None:
    """Where the name begins that ends at token k; None where it is none."""
    if k < 0 or not _proper(tokens[k], lexicon):
        return None
    first = k
    while first and _proper(tokens[first - 1], lexicon) and k - first < _LONGEST - 1:
        first -= 1
    return first


def _proper(token: Token, lexicon: Lexicon) -> bool:
    if token.kind != "w" or not token.text[0].isupper():
        return False
    return token.low not in lexicon.cue(_NO_NAMES) and token.low not in lexicon.triggers


def _name(tokens: list[Token], k: int) -> str:
    words: list[str] = []
    while k < len(tokens) and tokens[k].kind == "w" and tokens[k].text[0].isupper() and len(words) < _LONGEST:
        words.append(tokens[k].text)
        k += 1
    return " ".join(words[1:] if len(words) > 1 and words[0] == "The" else words)


def _shared_out(span: Span) -> bool:
    """Seats, votes and their shares, which lists of results give out by party."""
    return span.item in {"seat", "vote", "mandate"} or (span.unit == "percent" and span.item in {None, "vote"})


def _results(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``Reform won 92 seats, Labour 57``, ``Reform: 1,220,871 votes, 41.9 percent``, ``with 92 seats, Reform``."""
    given = any(_shared_out(span) for span in spans)
    for left, span in itertools.zip_longest([None, *spans[:-1]], spans):
        gapped = span is not None and left is not None and span.elided and left.unit == span.unit
        if (
            span is None
            or (span.party and not (given or gapped))
            or not (_shared_out(span) or span.elided or left is not None)
        ):
            continue
        named = _beside(tokens, span, left, lexicon)
        if named is not None:
            span.party = named
        elif given and span.party is None and left is not None and left.party and _listed(tokens, left, span):
            span.party = left.party
        elif span.party is None and given:
            span.party = _behind(tokens, span, lexicon) or (_first(tokens, lexicon) if left is None else None)


def _beside(tokens: list[Token], span: Span, left: Span | None, lexicon: Lexicon) -> str | None:
    """The name right before the number: ``Labour 57``, ``Labour's 57 seats``, ``Labour on 30 percent``."""
    k = span.begin - 1
    if k > 0 and (tokens[k].low in _BESIDE or tokens[k].text == "'s"):
        k -= 1
    first = _name_start(tokens, k, lexicon)
    if first is None or (left is not None and first < left.noun_end):
        return None
    if left is None and not _shared_out(span):
        return None
    if left is not None and not _shared_out(span) and left.party is None:
        return None
    return f"by {_name(tokens, first)}"


def _listed(tokens: list[Token], left: Span, span: Span) -> bool:
    """Nothing but a comma or ``and`` between two numbers."""
    return {t.low for t in tokens[left.noun_end : span.begin]} <= {",", "and", "or", "("}


def _behind(tokens: list[Token], span: Span, lexicon: Lexicon) -> str | None:
    """``With 92 seats, the Reform Party …``: the subject after the opening phrase."""
    k = span.noun_end
    if span.begin == 0 or tokens[span.begin - 1].low != "with" or k + 1 >= len(tokens) or tokens[k].text != ",":
        return None
    k += 2 if tokens[k + 1].low == "the" else 1
    return f"by {_name(tokens, k)}" if k < len(tokens) and _proper(tokens[k], lexicon) else None


def _first(tokens: list[Token], lexicon: Lexicon) -> str | None:
    """The name that the sentence opens with: ``Labour was left with 57 seats``."""
    k = 1 if tokens[0].low == "the" else 0
    goes_on = k + 1 < len(tokens) and tokens[k + 1].kind == "w" and tokens[k].low not in lexicon.nouns
    return f"by {_name(tokens, k)}" if goes_on and _proper(tokens[k], lexicon) else None
