"""What is due behind a remark: ``300 captives, 150 a side, should be home``, ``The next swap, of 150, is due``."""

from dataclasses import replace

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_LIST = 12
_ASIDE = frozenset({"of", "with", "involving", "for"})
_DUE = frozenset({"due", "to", "expected", "set", "scheduled", "planned"})
_BE = frozenset({"is", "are"})
_WERE = frozenset({"was", "were"})
_DUE_TO = (["due", "to"], ["expected", "to"], ["scheduled", "to"], ["set", "to"])
_OPENS = {"–": "–", "—": "—", "-": "-", "(": ")", ",": ","}
_LONGEST = 16
_FROM_EACH = (["from", "each", "side"], ["from", "both", "sides"], ["on", "each", "side"])


def past(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``300 captives, 150 a side, should be home``, ``The next swap, of 150 a side, is due``: behind a remark."""
    k = span.noun_end
    if _listed_aside(tokens, span, lexicon):
        return True
    if k < len(tokens) and tokens[k].low in {"from", "on"} and [t.low for t in tokens[k : k + 3]] in _FROM_EACH:
        k += 3
    if span.begin > 1 and tokens[span.begin - 2].text == "," and tokens[span.begin - 1].low in _ASIDE:
        k = next((j for j in range(k, min(k + 4, len(tokens) - 2)) if tokens[j].text == ","), len(tokens))
        with_them = tokens[span.begin - 1].low == "with"  # ``The boat, with 40 people aboard, could sink``
        return k < len(tokens) and _is_ahead(tokens, k + 1, with_them, lexicon)
    if k >= len(tokens) or tokens[k].text != ",":
        return False
    for j in range(k + 1, min(len(tokens) - 2, k + 9)):
        if tokens[j].text == ",":
            due = tokens[j + 1].low in _BE and tokens[j + 2].low in _DUE
            due = due or _were_due(tokens, j + 1, lexicon)
            return due or (tokens[j + 1].low in lexicon.cue("modal_sure") and tokens[j + 2].low != "have")
    return False


def _is_ahead(tokens: list[Token], k: int, with_them: bool, lexicon: Lexicon) -> bool:
    """``are due``, ``could start``; not ``could have started``."""
    if tokens[k].low in _BE:
        return tokens[k + 1].low in _DUE
    return not with_them and tokens[k].low in lexicon.cue("modal_sure") and tokens[k + 1].low not in ("have", "not")


def _were_due(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``were due to cross``; not ``were due to cold``, ``were set ablaze``."""
    due = tokens[k].low in _WERE and [t.low for t in tokens[k + 1 : k + 3]] in _DUE_TO
    return due and k + 3 < len(tokens) and tokens[k + 3].low in lexicon.verbs


def _listed_aside(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``The second phase, involving 400 men, 190 women and the first boys, is scheduled for Friday``: each of them."""
    for lead in range(span.begin - 1, span.begin - _LIST if span.begin > _LIST else 0, -1):
        if tokens[lead].low in _ASIDE:
            break
    else:
        return False
    if lead < 2 or tokens[lead - 1].text != ",":
        return False
    for j in range(span.noun_end, min(len(tokens) - 2, span.noun_end + _LIST)):
        if tokens[j].text == "," and tokens[j + 1].low in _BE:
            return tokens[j + 2].low in _DUE
        if tokens[j].low in lexicon.cue("sentence_verb") or tokens[j].text in ".;":
            return False
    return False


def spliced(sentence: Sentence, span: Span, lexicon: Lexicon) -> tuple[Sentence, Span] | None:
    """``40 hostages – women and children – will be freed``: the sentence and the number without the aside behind it.

    None where no aside is, or where no verb follows it.
    """
    tokens, first = sentence.tokens, span.noun_end
    close = _OPENS.get(tokens[first].text) if first < len(tokens) - 1 else None
    if close is None or (span.action_at is not None and span.action_at < span.begin and close == ","):
        return None
    reach = min(len(tokens) - 1, first + _LONGEST)
    ends = (k for k in range(first + 2, reach) if tokens[k].text == close and not (tokens[k].glued and close == "-"))
    last = next(ends, None)
    if last is None or tokens[last + 1].low not in lexicon.cue("modal_sure|be") | {"to"}:
        return None
    cut = last + 1 - first
    short = Sentence(sentence.text, sentence.start, sentence.line, sentence.quoted)
    short.tokens = tokens[:first] + tokens[last + 1 :]
    short.lows = [t.low for t in short.tokens]
    short.words, at = set(short.lows), span.action_at
    return short, replace(span, action_at=at if at is None or at < first else max(at - cut, first))
