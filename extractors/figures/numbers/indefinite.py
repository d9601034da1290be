"""``A Lowmoor man is behind bars``: one person named by an article alone, where an action befell him."""

import re

from extractors.figures.clause.reach import Found
from extractors.figures.lexicon import Lexicon, Noun
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

CONFIDENCE = 0.3
_ARTICLES = frozenset({"a", "an", "another"})
_BE = frozenset({"is", "was", "be", "been", "being", "are", "were", "'s", "got", "gets"})
_LONGEST = 7
# ``A second man is in custody``: two are by now.
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_BEFALLEN = ("custody", "bars", "arrest", "arrested", "detained", "jailed", "killed", "dead", "died", "injured",
             "wounded", "hurt", "shot", "missing")  # fmt: skip
FIRST_LOOK = frozenset(word.encode() for word in _BEFALLEN)
_HINT = re.compile(rf"\b[Aa]n?(?:other)? .{{0,80}}\b(?:{'|'.join(_BEFALLEN)})\b")


def hinted(text: str) -> bool:
    """True where a sentence that has one of the words of a first look may tell of one person so."""
    return _HINT.search(text) is not None


def find(tokens: list[Token], spans: list[Span], found: list[Found], lexicon: Lexicon) -> list[Span]:
    """A span of 1 for each ``a|an|another`` person who is the subject of an action done to people; no other span's."""
    befalls = [a for a in found if any(x.cls in lexicon.cue("befalls") and _done(x.role, x.past) for x in a.acts)]
    taken = {i for s in spans for i in range(s.first, s.noun_end)}
    out: list[Span] = []
    for action in befalls:
        at = _subject(tokens, action, lexicon)
        if at is None or at[0] in taken or any(s.first == at[0] for s in out):
            continue
        out.append(_span(tokens, at, action, lexicon))
    return out


def _done(role: str, past: bool) -> bool:
    return role == "a" or (role in "os" and past)


def _subject(tokens: list[Token], action: Found, lexicon: Lexicon) -> tuple[int, int] | None:
    """(article, noun) of the indefinite person right before the action and its ``is``; None without one."""
    k = action.first - 1
    while k > 0 and (tokens[k].low in lexicon.cue("auxiliary") or tokens[k].low in ("also", "now", "later", "found")):
        k -= 1
    helped = k < action.first - 1
    died = any(a.role == "s" for a in action.acts)
    noun = lexicon.nouns.get(tokens[k].low)
    if not (helped or died) or not _person(noun) or (not died and not _suffered(tokens, k, action)):
        return None
    for j in range(k - 1, max(-1, k - _LONGEST), -1):
        if tokens[j].low in _ARTICLES:
            ranked = tokens[j + 1].kind == "n" and tokens[j + 2].low in ("st", "nd", "rd", "th")
            return None if ranked else (j, k)  # ``An 84th soldier``: who comes in which order
        if tokens[j].text in ',;:"' or tokens[j].low in lexicon.cue("stop"):
            return None
    return None


def _suffered(tokens: list[Token], k: int, action: Found) -> bool:
    """``is dead``, ``has been killed``; not ``A crew had killed``, who did it."""
    if any(a.role == "a" for a in action.acts):
        return True
    return any(t.low in _BE for t in tokens[k + 1 : action.first])


def _person(noun: Noun | None) -> bool:
    return noun is not None and not noun.plural and noun.cls.startswith("person")


def _span(tokens: list[Token], at: tuple[int, int], action: Found, lexicon: Lexicon) -> Span:
    first, k = at
    noun = lexicon.nouns[tokens[k].low]
    act = next(a for a in action.acts if a.cls in lexicon.cue("befalls"))
    span = Span(first, first + 1, first, k + 1, 1.0, 1.0, 1.0, kind="words", noun_end=k + 1, elided=False)
    span.item, span.item_class = noun.lemma, noun.cls
    span.item_phrase = " ".join(t.text for t in tokens[first + 1 : k + 1])
    span.action, span.action_class, span.action_cost, span.action_at = act.lemma, act.cls, 0.5, action.first
    span.rule("value", "indefinite", CONFIDENCE)
    span.rule("action", "subject", 0.8)
    ordinal = next((_ORDINALS[t.low] for t in tokens[first + 1 : k] if t.low in _ORDINALS), 0)
    if ordinal and span.action_class in ("arrested", "held"):
        span.low = span.high = span.value = float(ordinal)
        span.rule("value", "ordinal", CONFIDENCE)
    elif ordinal or tokens[first].low == "another":
        span.part = True
        span.rule("part", "one_more", 0.6)
    return span
