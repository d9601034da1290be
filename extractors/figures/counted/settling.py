"""The item that the head of a noun phrase makes: its lemma, its class and where the phrase ends."""

from extractors.figures.counted.heads import a_people, head, joined, named, refine
from extractors.figures.counted.nounphrases import noun_phrase
from extractors.figures.demonyms import one_of_a_people
from extractors.figures.lexicon import Lexicon, Noun
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# What is of anything; a case, a box or a unit of goods alone, as patients are cases and soldiers units.
_KINDS = frozenset({"type", "kind", "sort", "item", "piece"})
_FAR = 10
_LONG = 6
_GOODS = ("weapon", "vehicle", "thing")
_OWNERS_OF = frozenset({"his", "her", "its", "their", "our", "my", "the"})


def settle(tokens: list[Token], span: Span, words: list[int], lexicon: Lexicon) -> None:
    """Choose the head of the phrase and set the item."""
    at, noun = _of_kind(tokens, span, *head(tokens, words, lexicon), lexicon)
    if tokens[at].low == "ones":  # six smaller ones
        span.end = span.noun_end = at + 1
        return None
    if at < 0 or (noun is None and len(words) == 1 and _verb(tokens, span, at, lexicon)):
        return None
    staged = noun is not None and not noun.plural and noun.lemma in lexicon.cue("stage_of") and span.unit == "count"
    if (
        staged
        and span.value != 1
        and words[0] > 1
        and tokens[words[0] - 1].low == "the"
        and tokens[words[0] - 2].low == "of"
    ):
        return None  # all 33 of the first phase
    span.elided = False
    first = words[0]
    span.noun_end = span.end = max(span.end, at + 1)
    span.item_phrase = joined(tokens, first, at)
    if noun is None:
        return _unknown(tokens, span, at, lexicon)
    span.item, span.item_class, span.plural = noun.lemma, noun.cls, noun.plural
    if noun.lemma == "member" and _armed(tokens, span.noun_end, lexicon):
        span.item_class = "person.military"
    if not noun.plural and _members(tokens, span, first, at, noun.lemma, lexicon):
        span.item, span.item_class = "person", "person"
    if noun.lemma == "other":
        span.item, span.elided, span.others = None, True, True
        span.item_class = "person" if at == first else None
    if noun.cls == "person":
        refined = refine([tokens[k].low for k in words if k <= at], noun, lexicon)
        if refined:
            span.item_class = refined
    span.rule("item", "noun_phrase", 0.95)
    return None


def _unknown(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> None:
    """Set the item of a noun that no table knows: a people, men of a trade, or a thing of no class."""
    dead = _their_dead(tokens, at, lexicon)
    one = span.value == 1 and one_of_a_people(tokens[at])
    span.item = "person" if dead else named(tokens, at)
    span.item_class = "person" if dead or one or a_people(tokens[at]) else None
    if span.value != 1 and _men(tokens[at].low, lexicon):
        span.item, span.item_class = f"{tokens[at].low[:-2]}an", "person"


def _men(word: str, lexicon: Lexicon) -> bool:
    """``middlemen``, ``watchmen``: men of a trade that no table knows."""
    men = lexicon.cue("men")
    return len(word) > _LONG and any(word.endswith(end) for end in men) and word not in lexicon.cue("no_men")


def _of_kind(tokens: list[Token], span: Span, at: int, noun: Noun | None, lexicon: Lexicon) -> tuple[int, Noun | None]:
    """``five types of drones``, ``77 items of military equipment``, ``50 cases of shells``: what they are of."""
    kind = noun.lemma if noun is not None and noun.lemma in lexicon.cue("classifier") else None
    if kind is None or span.unit != "count" or at + 2 >= len(tokens) or tokens[at + 1].low != "of":
        return at, noun
    near = range(at + 2, min(at + _FAR, len(tokens)))
    numerals = {k for k in near if tokens[k].kind == "n" or tokens[k].low in lexicon.triggers}
    words = noun_phrase(tokens, at + 2, numerals, lexicon)
    last, of = head(tokens, words, lexicon) if words else (-1, None)
    return (last, of) if of is not None and (kind in _KINDS or of.cls.startswith(_GOODS)) else (at, noun)


def _their_dead(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """``6,000 Orsenian dead``, ``12 Torvian wounded``: people of a country, whose state is the noun."""
    if at + 1 >= len(tokens) or not tokens[at].text[0].isupper() or tokens[at + 1].low not in lexicon.cue("state_noun"):
        return False
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    return after is None or after.kind == "p" or after.low in lexicon.cue("stop")


def _members(tokens: list[Token], span: Span, first: int, at: int, lemma: str, lexicon: Lexicon) -> bool:
    """``in captivity with 11 of his unit``: those who belong to it; not ``six of his team-high 11 goals``."""
    if lemma not in lexicon.cue("human_group") or span.unit != "count" or span.value == 1:
        return False
    hung = at + 1 < len(tokens) and tokens[at + 1].text == "-"
    return not hung and first > 1 and tokens[first - 1].low in _OWNERS_OF and tokens[first - 2].low == "of"


def _armed(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``263 members of the National Guard``: soldiers."""
    if [t.low for t in tokens[j : j + 2]] not in (["of", "the"], ["of", "its"], ["of", "their"]):
        return False
    return any(t.low in lexicon.cue("armed") for t in tokens[j + 2 : j + 5])


def _verb(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``two suffer from it``, ``four teach in cellars``: a verb in the plural and no noun."""
    word = tokens[at].low
    return span.value != 1 and span.unit == "count" and tokens[at - 1].text != "-" and lexicon.verbs.get(word) == word
