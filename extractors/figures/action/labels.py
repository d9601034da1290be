"""Lists of official reports: ``Deaths: 19. Homes destroyed: 2,140``, where the label says what is counted."""

from extractors.figures.action.actions import take
from extractors.figures.clause.reach import Found
from extractors.figures.lexicon import Act, Lexicon, Noun
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# Verbs that move a number and do not say what was done to the counted.
LEVELS = frozenset({"rose", "fell", "registered", "remained", "measured", "lasted", "struck", None})
_LONGEST = 6
_SHORT = 2


def read(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> bool:
    """Take action and noun from the label before a number; True where there is one that tells them."""
    k = span.begin - 1
    if k < 1 or not ((tokens[k].text == ":" and tokens[k].glued) or _dashed(tokens, span, k, lexicon)):
        return False
    behind = tokens[span.noun_end : span.noun_end + 2]
    if len(behind) > 1 and behind[0].low == "for" and behind[1].kind == "n":
        return False  # ``traded the bodies of the dead: 1,000 Sorlanis for 19 Varians``
    first = _start(tokens, k)
    if not lexicon.cue("auxiliary").isdisjoint(t.low for t in tokens[first:k]):
        return False  # ``18 bodies would be handed over in stages: eight on Friday``
    nouns = [n for t in tokens[first:k] if (n := lexicon.nouns.get(t.low)) is not None]
    at, act = _told(first, k, nouns, found, lexicon)
    if act is None:
        return False
    if not _own(tokens, span, lexicon):
        take(span, act.lemma, act.cls, 0.3, at, "label", 0.85)
    last = next((n for n in reversed(nouns) if n.plural), None)
    counted = next((n for n in nouns if n.plural and n.cls != "person.victim"), None)
    counted = last if last is not None and last.lemma == "body" else counted
    if counted is not None and span.elided and counted.lemma not in lexicon.cue("stage_of"):
        span.item, span.item_class, span.elided = counted.lemma, counted.cls, False
    return True


def _dashed(tokens: list[Token], span: Span, k: int, lexicon: Lexicon) -> bool:
    """``Killed – 14, wounded – 30, missing – 5``: a word or two, a dash and nothing but the number."""
    first = _start(tokens, k)
    if tokens[k].text not in "–—" or not 0 < k - first <= _SHORT or not span.elided:
        return False
    behind = tokens[span.last].text if span.last < len(tokens) else "."
    return behind in ",;." and not any(t.low in lexicon.triggers or t.kind == "n" for t in tokens[first:k])


def _own(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``did not come back: 11,300 killed``: a participle right behind the number."""
    word = tokens[span.last].low if span.last < len(tokens) else ""
    return any(a.past or a.role == "a" for a in lexicon.actions.get(word, ()))


def _start(tokens: list[Token], k: int) -> int:
    """The first word of the label that ends at the colon k."""
    least = max(0, k - _LONGEST)
    return max((i + 1 for i in range(least, k) if tokens[i].kind != "w"), default=least)


def _told(first: int, k: int, nouns: list[Noun], found: list[Found], lexicon: Lexicon) -> tuple[int, Act | None]:
    """The action that a label names: by a noun that implies it (``bodies``), a participle or a state."""
    implied = next((lexicon.implies[n.lemma] for n in nouns if n.lemma in lexicon.implies), None)
    if implied is not None and implied.cls in lexicon.cue("telling"):
        return first, implied
    acts = [
        (a.first, x)
        for a in found
        if first <= a.first < k
        for x in a.acts
        if x.cls not in LEVELS and (x.role in "na" or x.past)
    ]
    return acts[0] if acts else (first, None)
