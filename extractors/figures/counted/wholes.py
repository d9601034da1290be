"""The whole that a number is some of: ``Of the wounded, nine …``, ``of these, 58 per cent``, ``318, or 12 percent``."""

from itertools import pairwise

from extractors.figures.counted.befallen import NO_THING
from extractors.figures.counted.heads import head, is_plural, singular
from extractors.figures.counted.nounphrases import noun_phrase
from extractors.figures.lexicon import Lexicon, Noun
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LEADS = frozenset({"of", "among"})
_THE = frozenset({"the", "these", "those", "all", "its", "their"})
_SOME = frozenset(
    {"only", "just", "some", "about", "at", "least", "around", "nearly", "almost", "more", "than", "over"}
)
_WHOLE = frozenset({"which", "these", "those", "them", "whom"})
_APPOSED = ([",", "or"], [",", "that", "is"], ["("], [",", "i.e.", ","], ["–"], ["—"], ["or"])
_LONGEST = 12
_AUXILIARY = frozenset({"did", "do", "does"})
_MINDED = frozenset(
    {
        "against",
        "favour",
        "favor",
        "opposed",
        "opposing",
        "undecided",
        "unsure",
        "disagreed",
        "disagreeing",
        "disapproving",
    }
)
_BESIDE = frozenset({"with", "and", ",", "while", "only", "just", "about", "some", "to"})


def lead(tokens: list[Token], span: Span, lexicon: Lexicon) -> Noun | None:
    """``Of the suspected cases, 612 …``, ``Of the homes hit by the flood, only 40 …``: the noun that leads."""
    if len(tokens) < 4 or tokens[0].low not in _LEADS:
        return None
    j = span.begin - 1
    while j > 1 and tokens[j].low in _SOME:
        j -= 1
    if not 1 < j <= _LONGEST or tokens[j].text != ",":
        return None
    first = 1 + (tokens[1].low in _THE)
    words = noun_phrase(tokens, first, set(), lexicon)
    if not words:
        freed = tokens[1].low == "those" and any(a.past for a in lexicon.actions.get(tokens[2].low, ()))
        if freed:
            return Noun("person", "person", True)
        state = lexicon.nouns.get(tokens[first].low)
        return state if state is not None and tokens[first].low in lexicon.cue("state") else None
    at, noun = head(tokens, words, lexicon)
    if noun is None and at == words[-1] and is_plural(tokens[at].low) and tokens[at].text[0].islower():
        return Noun(singular(tokens[at].low), "", True)
    return noun if noun is not None and noun.plural else None


def of_lead(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Of the suspected cases, 612 …``: the noun that opens the sentence."""
    noun = lead(tokens, span, lexicon)
    if noun is None:
        return False
    span.item, span.item_class, span.elided, span.part = noun.lemma, noun.cls or None, False, True
    span.rule("item", "of_lead", 0.8)
    return True


def opened(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``Of the 390, some 270 were soldiers``: where nothing else says what the whole is, people are some of people."""
    whole, part = spans[0], spans[1]
    if whole.item is not None or not whole.elided or whole.unit != "count":
        return
    if whole.begin == 2 and part.person and tokens[0].low in _LEADS and tokens[1].low in _THE:
        _set(whole, "person", "person", "opened")
    elif part.item is None and part.begin == whole.noun_end + 2 and _were_people(tokens, whole, part, lexicon):
        _set(whole, "person", "person", "opened")
        _set(part, "person", "person", "opened")


def _were_people(tokens: list[Token], some: Span, whole: Span, lexicon: Lexicon) -> bool:
    """``Ten of the 48 were women``."""
    j = whole.noun_end
    if tokens[some.noun_end].low != "of" or j + 1 >= len(tokens) or tokens[j].low not in lexicon.cue("be"):
        return False
    noun = lexicon.nouns.get(tokens[j + 1].low)
    return noun is not None and noun.plural and noun.cls.startswith("person")


def share(tokens: list[Token], spans: list[Span], n: int, earlier: Span | None, lexicon: Lexicon) -> bool:
    """Set the item of a percentage or a fraction: that of the count it is a share of; False without one."""
    span = spans[n]
    noun = lead(tokens, span, lexicon)
    if noun is not None:
        _set(span, noun.lemma, noun.cls or None, "of_lead")
        return True
    if _of_those(tokens, span, lexicon):
        _set(span, "person", "person", "of_those")
        return True
    known = [s for s in spans[:n] if s.unit == "count" and s.item is not None and s.item not in NO_THING]
    if _of_these(tokens, span):
        known = [earlier, *known] if earlier is not None else known
    elif not (known and known[-1] is spans[n - 1] and _apposed(tokens, known[-1], span)):
        known = _goes_on(tokens, spans, n, earlier, lexicon)
    if known:
        _set(span, known[-1].item, known[-1].item_class, "of_these")
    return bool(known)


def _of_these(tokens: list[Token], span: Span) -> bool:
    """``Of these, 58 per cent``, ``of whom 12 percent``, ``40% of them``."""
    j = span.begin - 1
    while j > 1 and (tokens[j].low in _SOME or tokens[j].text == ","):
        j -= 1
    before = j > 0 and tokens[j].low in _WHOLE and tokens[j - 1].low in _LEADS
    after = [t.low for t in tokens[span.last : span.last + 4]]
    return before or any(left == "of" and right in _WHOLE for left, right in pairwise(after))


def _of_those(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``about 80% of those abducted``, ``a third of those who fled``: people."""
    k = span.last + (span.last < len(tokens) and tokens[span.last].text == "%")
    k = max(k, span.end)
    if k + 2 >= len(tokens) or tokens[k].low != "of" or tokens[k + 1].low not in ("those", "the"):
        return False
    if tokens[k + 1].low == "the":  # half of the dead
        bare = k + 3 >= len(tokens) or tokens[k + 3].low in lexicon.cue("stop") or tokens[k + 3].kind == "p"
        return bare and tokens[k + 2].low in lexicon.cue("state")
    past = tokens[k + 2].low.endswith("ed") and tokens[k + 2].low in lexicon.verbs
    return past or tokens[k + 2].low == "who" or any(a.past for a in lexicon.actions.get(tokens[k + 2].low, ()))


def _apposed(tokens: list[Token], whole: Span, span: Span) -> bool:
    """``318, or 12 percent,``: the same count as a share."""
    between = [t.low for t in tokens[max(whole.end, whole.noun_end) : span.begin]]
    closed = span.end >= len(tokens) or tokens[span.end].kind == "p"
    return closed and between in _APPOSED


def _goes_on(tokens: list[Token], spans: list[Span], n: int, earlier: Span | None, lexicon: Lexicon) -> list[Span]:
    """``68 percent of voters agree, while 19 percent want …``, ``About 60% have moved``: some of the same."""
    span, after = spans[n], tokens[spans[n].end] if spans[n].end < len(tokens) else None
    if n and spans[n - 1].unit == span.unit and spans[n - 1].item is not None and _minded(tokens, span):
        return [spans[n - 1]]
    told = after is not None and after.low.endswith("ed") and n > 0 and spans[n - 1].unit == span.unit
    verb = after is not None and (
        (told and after.low in lexicon.verbs)
        or after.low in _AUXILIARY
        or after.low in lexicon.cue("auxiliary")
        or lexicon.verbs.get(after.low) == after.low
    )
    if not verb or (after is not None and after.low in lexicon.nouns):
        return []
    if n and spans[n - 1].unit == span.unit and spans[n - 1].item is not None:
        return [spans[n - 1]]
    if n and spans[n - 1].unit == "count" and tokens[span.begin - 1].text in ";,–—":
        return [spans[n - 1]]
    asked = span.begin > 0 and tokens[span.begin - 1].low == "that" and n > 0 and spans[n - 1].person
    if asked and tokens[spans[n - 1].begin - 1].low in ("with", "of", "among", "from"):
        return [spans[n - 1]]  # a study of 216 former captives found that 94% had been beaten
    opens = span.begin == 0 or all(t.low in _SOME or t.kind == "p" for t in tokens[: span.begin])
    return [earlier] if opens and earlier is not None else []


def _minded(tokens: list[Token], span: Span) -> bool:
    """``58% of voters backed it, with 31% against``: what the others think, and no more words."""
    j = span.end + (tokens[span.end : span.end + 1] != [] and tokens[span.end].low == "were")
    j += [t.low for t in tokens[j : j + 2]] in (["in", "favour"], ["in", "favor"])
    if j >= len(tokens) or tokens[j].low not in _MINDED or tokens[span.begin - 1].low not in _BESIDE:
        return False
    return j + 1 >= len(tokens) or tokens[j + 1].kind == "p" or tokens[j + 1].low in ("and", "it", "the", "to")


def _set(span: Span, item: str | None, item_class: str | None, rule: str) -> None:
    span.item, span.item_class = item, item_class
    span.rule("item", rule, 0.7)
