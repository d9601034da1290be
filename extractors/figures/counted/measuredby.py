"""What a measure is of by what stands near it: the noun of its verb, the measure before it, a well-known noun."""

from extractors.figures.counted.heads import singular
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_BREAKS = frozenset(';:."—–')
_CARRIES = frozenset({"from", "to", "against", "compared", "versus", "or", "(", "and", "on"})
_SETTLES = frozenset({",", "to", "at", "settle", "close", "end", "finish", "stand"})
_OF_ALL = frozenset({"to", "of", "from", "in", "at"})
_LIST = 12
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "my", "this", "that", "these", "those"})


def of_verb(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``fined the bank 20 million euros``, ``cost $3m``: the noun of the verb."""
    if not span.unit.startswith("money"):
        return False
    for k in range(span.begin - 1, span.begin - 8 if span.begin >= 8 else -1, -1):
        if tokens[k].kind == "n" or tokens[k].text in _BREAKS:
            return False
        name = _named_by[lexicon.language].get(tokens[k].low)
        if name is not None:
            span.item = span.item_phrase = name
            span.rule("item", "verb", 0.6)
            return True
    return False


@Once
def _named_by(language: str) -> dict[str, str]:
    """The amount that each verb of payment names."""
    lexicon = load(language)
    return {word: name for name in lexicon.cue("amount_name") for word in lexicon.cue(f"amount_{name}")}


def same(tokens: list[Token], left: Span, right: Span) -> bool:
    """``turnout was 71 percent, up from 66 percent``, ``10 km (6 miles)``: the amount after it is of the same thing."""
    between = [t.low for t in tokens[left.end : right.begin]]
    if left.item is None or left.unit == "count" or not 0 < len(between) < 7 or ";" in between:
        return False
    base = left.unit.partition("/")[0] == right.unit.partition("/")[0]
    alike = between in (["("], [",", "or"], ["or"]) or _SETTLES.issuperset(between)
    if not alike and not (base and _CARRIES & set(between)):
        return False
    right.item, right.item_phrase, right.item_class = left.item, left.item_phrase, left.item_class
    right.rule("item", "same_measure", 0.5)
    return True


def near(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """A well-known thing to measure close before the number, or right behind it (``71 percent turnout``)."""
    if not span.unit.startswith(("percent", "money")):
        return
    for k in [
        *range(span.begin - 1, span.begin - 9 if span.begin >= 9 else -1, -1),
        *range(span.end, min(span.end + 2, len(tokens))),
    ]:
        if tokens[k].low in lexicon.cues.measured_noun:
            note(tokens, span, k, "near", lexicon)
            return
        if k < span.begin and (tokens[k].kind == "n" or tokens[k].text in ";,"):
            return


def listed(tokens: list[Token], start: int, lexicon: Lexicon) -> int:
    """``Damage to homes, roads and crops is put at $3m``: where the damage stands whose list ends at start; else -1."""
    for k in range(start - 1, start - _LIST if start >= _LIST else -1, -1):
        if tokens[k].low in lexicon.cues.measured_noun and tokens[k + 1].low in _OF_ALL:
            return k
        if tokens[k].kind == "n" or tokens[k].text in _BREAKS or tokens[k].low in lexicon.cue("finite_past|finite"):
            return -1
    return -1


def note(tokens: list[Token], span: Span, at: int, rule: str, lexicon: Lexicon) -> None:
    """Item and phrase; the modifiers right before the noun belong to the phrase (``net loss``)."""
    first = at
    while first > 0 and at - first < 3 and tokens[first - 1].kind == "w" and tokens[first - 1].low not in _ARTICLES:
        if tokens[first - 1].low in lexicon.cue("stop") or tokens[first - 1].low in lexicon.actions:
            break
        first -= 1
    noun = lexicon.nouns.get(tokens[at].low)
    span.item = noun.lemma if noun is not None else singular(tokens[at].low)
    span.item_class = noun.cls if noun is not None else span.item_class
    span.item_phrase = " ".join(t.text for t in tokens[first : at + 1])
    span.rule("item", rule, 0.6)
