"""Another number of what was counted before (``not 150``, ``has put the figure at 71``): it is of the same day."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon, union
from extractors.figures.spans import Span
from extractors.figures.story.families import kind, known
from extractors.figures.story.occasions import aftermath
from extractors.figures.story.standing import summed
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

Placed = list[tuple[Sentence, Span]]
# A rival is told of near the number that it disputes, and is about as great.
_REACH = 900
_TIMES = 3.0
_BEFORE = frozenset({"not", "than", "of", "about", "at", "the", "only", "just"})
_OF = frozenset({"of", "about"})
_AT_FIRST = frozenset({"earlier", "initial", "initially", "first", "previous", "original", "originally", "preliminary"})


def settle(placed: Placed, lexicon: Lexicon) -> None:
    """Lend the day of the number that is disputed; that one stands before it."""
    leads = union[lexicon.cues.rival_count, _LEADS]
    for at, (sentence, span) in enumerate(placed):
        if span.when is not None or not span.begin or sentence.lows[span.begin - 1] not in leads:
            continue
        if _open(span) and _disputes(sentence, span, lexicon):
            told = _disputed(placed, at)
            if told is not None:
                span.when = told.when
                span.rule("when", "rival", 0.35)
    _parts(placed)


def _open(span: Span) -> bool:
    lacks = span.action_class in _STAYS
    return span.unit in {"count", "magnitude"} and not span.background and not lacks


# So it stands: of no day.
_STAYS = ("missing", "held", "trapped")


def _disputes(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """Words that set a number against another: put at, spoke of, earlier reports of, not, fewer than the."""
    tokens, k = sentence.tokens, span.begin - 1
    before = tokens[k].low
    if span.status == "planned":
        return before == "the" and _denied(tokens, k)  # ``fewer than the 3,000 who had been expected``
    if before == "at" and summed(sentence, span, lexicon):
        return True
    if before == "to":
        return _corrected(tokens, k)
    if before in _BEFORE:
        return _denied(tokens, k) or _spoken_of(tokens, k, lexicon)
    if before in lexicon.cue("rival_count"):
        near = {t.low for t in tokens[max(0, k - 3) : k]}
        return not near.isdisjoint(_AT_FIRST) or ("now" in near and before in _LISTS)
    return before in _THERE and k > 1 and _cited(tokens, k - 2, lexicon)


_LISTS = frozenset({"counts", "lists", "gives"})
_THERE = frozenset({"were", "was"})
# Without one of these right before it no number disputes another.
_LEADS = _BEFORE | _THERE | {"to"}


def _corrected(tokens: list[Token], k: int) -> bool:
    """``corrected that number to 516``, ``revised its own count from 33 to 42``."""
    words = [t.low for t in tokens[k - 9 if k > 9 else 0 : k]]
    if _CORRECTED.isdisjoint(words):
        return False
    at = next((j for j, word in enumerate(words) if word in _CORRECTED), None)
    return at is not None and not _SUMS.isdisjoint(words[at + 1 : at + 5])


_CORRECTED = frozenset({"corrected", "revised", "lowered", "amended", "adjusted"})
_SUMS = frozenset({"number", "figure", "count", "tally", "estimate", "data"})


def _denied(tokens: list[Token], k: int) -> bool:
    """``148 men, not 150``, ``108 and not the 130``, ``rather than 150``; not ``not 150 metres away``."""
    k -= tokens[k].low in ("the", "only", "just") and k > 1
    if tokens[k].low == "not":
        return tokens[k - 1].text in ",;(-–—" or tokens[k - 1].low == "and"
    if tokens[k].low == "than":
        return tokens[k - 1].low == "rather" or (tokens[k + 1].low == "the" and tokens[k - 1].low in _FEWER)
    return tokens[k].low == "of" and tokens[k - 1].low == "instead"


_FEWER = frozenset({"fewer", "less", "more", "lower", "higher"})


def _spoken_of(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``first spoke of 17 rebels``, ``earlier reports of 16``, ``an initial count of 12``."""
    if tokens[k].low not in _OF:
        return False
    told, lead = tokens[k - 1].low, {t.low for t in tokens[max(0, k - 4) : k - 1]}
    if told in lexicon.cue("rival_told"):
        return True
    return told in lexicon.cue("rival_report") and not lead.isdisjoint(_AT_FIRST)


def _cited(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``The state government says there were 71``."""
    return tokens[k + 1].low == "there" and any(t.low in lexicon.cue("say") for t in tokens[max(0, k - 1) : k + 1])


def _disputed(placed: Placed, at: int) -> Span | None:
    """The number before it that counts the same, is about as great and has a day: of the same event first."""
    sentence, span = placed[at]
    size = span.low if span.low is not None else span.high
    near = []
    for other, told in reversed(placed[at - 12 if at > 12 else 0 : at]):
        if sentence.start - other.start > _REACH:
            break
        if told.when is not None and not told.background and told.unit == span.unit and _same(told, span):
            much = told.low if told.low is not None else told.high
            if size and much and size / _TIMES <= much <= size * _TIMES:
                near.append(told)
    family = kind(span)[0]
    return next((t for t in near if known(family) and kind(t)[0] == family), near[0] if near else None)


def _same(told: Span, span: Span) -> bool:
    """The same kind of thing is counted, as far as both say."""
    if kind(told)[0] == kind(span)[0] and aftermath(told) != aftermath(span):
        return False  # the dead are no rivals of those who were treated
    left, right = ((s.item_class or "").split(".")[0] for s in (told, span))
    return not left or not right or left == right


def _parts(placed: Placed) -> None:
    """``put the figure at 71, of whom 46 are under 18``: a part has the day of the whole before it."""
    for (sentence, whole), (other, part) in pairwise(placed):
        if sentence is not other or part.when is not None or whole.when is None or not _open(part):
            continue
        if part.unit == whole.unit == "count" and ("when", "rival", 0.35) in whole.rules and _of_them(sentence, part):
            part.when = whole.when
            part.rule("when", "rival", 0.35)


def _of_them(sentence: Sentence, part: Span) -> bool:
    """``of whom 46``, ``46 of them``, ``including 46``, ``209 soldiers and five civilians``."""
    tokens = sentence.tokens
    before = [t.low for t in tokens[max(0, part.begin - 2) : part.begin]]
    behind = [t.low for t in tokens[part.end : part.end + 2]]
    return (
        before == ["of", "whom"]
        or behind in (["of", "them"], ["of", "whom"])
        or before[-1:] in (["including"], ["and"])
    )
