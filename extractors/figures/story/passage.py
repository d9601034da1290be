"""What only the whole text shows: repeated numbers, wholes and their parts, whether it tells of an exchange."""

from itertools import pairwise

from extractors.figures.action.joining import joined
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import PERSON, Span
from extractors.figures.text.sentences import Sentence

Placed = tuple[Sentence, Span]
Pair = tuple[Sentence, Span, Span]
# The first lines of an article, in characters, and the words that tell there of an exchange.
_LEAD = 600
_EXCHANGED = ("swap_word", "swap_people", "fallen_people", "give_back", "exchange_lead")


def exchange(text: str, lexicon: Lexicon) -> tuple[bool, bool, bool]:
    """Whether the text tells of two sides that exchange people, names an exchange at all, and tells of hostages.

    Only one side has hostages: how many are free is a total. Prisoners of war are each side's.
    """
    folded = text.lower()
    swaps = _swaps(folded, lexicon)
    hostages = _has(folded, lexicon.cue("hostage_word")) and not _has(folded, lexicon.cue("mutual_word"))
    people = swaps and _has(folded, lexicon.cue("swap_people"))
    sides = swaps and _has(folded, lexicon.cue("mutual_side")) and ("freed" in folded or "released" in folded)
    if (swaps > 1 and people) or sides:
        return _leads(folded[:_LEAD], lexicon), True, hostages
    fallen = _has(folded, lexicon.cue("fallen_people"))
    return fallen and _repatriation(folded, lexicon), swaps > 0, hostages


def _swaps(folded: str, lexicon: Lexicon) -> int:
    """How often a swap is named: a stock exchange and an exchange of fire are none."""
    named = sum(map(folded.count, lexicon.cue("swap_word")))
    return named and max(0, named - sum(map(folded.count, lexicon.cue("not_swap"))))


def _has(folded: str, words: frozenset[str]) -> bool:
    for word in words:  # noqa: SIM110 - twice as fast as any()
        if word in folded:
            return True
    return False


def _leads(lead: str, lexicon: Lexicon) -> bool:
    """An article is of an exchange where its first lines tell of one, or of those who came back."""
    return any(word in lead for name in _EXCHANGED for word in lexicon.cue(name))


def _repatriation(folded: str, lexicon: Lexicon) -> bool:
    """True where the dead of a war are given back: an exchange that goes one way at a time."""
    given: set[str] = set()
    for stem, words in _by_stem[lexicon.language].items():
        if stem in folded:
            given.update(words)
    told = sum([folded.count(word) for word in given])
    return told > 1 and any(word in folded for word in lexicon.cue("war_word"))


@Once
def _by_stem(language: str) -> dict[str, list[str]]:
    """The words of giving back by their stems: each text is asked for some of the words alone."""
    lexicon = load(language)
    given = lexicon.cue("give_back")
    return {stem: [word for word in given if stem in word] for stem in lexicon.cue("give_back_stem") or {""}}


def settle(placed: list[Placed]) -> None:
    """Lend the action of an earlier mention of the same number, and mark parts across sentences."""
    spans = [span for _, span in placed if span.unit == "count" and PERSON[span.item_class]]
    people = {id(span) for span in spans}
    pairs = [
        (sentence, left, right)
        for (sentence, left), (other, right) in pairwise(placed)
        if sentence is other and id(left) in people and id(right) in people
    ]
    _repeat(spans)
    if pairs:
        _conjuncts(pairs)
        _sums(spans, pairs)
    _singles(spans)


def _repeat(spans: list[Span]) -> None:
    """``Today – 390 people.``: a number of people without an action is the one that was told of before."""
    seen: dict[tuple[float, str], Span] = {}
    for span in spans:
        if span.value is None:
            continue
        key = (span.value, (span.item_class or "").split(".")[0])
        if span.action_class is not None:
            seen.setdefault(key, span)
        elif key in seen and span.value > 12 and not _roughly(span, seen[key]):
            before = seen[key]
            span.action, span.action_class, span.action_cost = before.action, before.action_class, 6.0
            span.rule("action", "repeated_number", 0.5)


def _roughly(span: Span, before: Span) -> bool:
    """``About 20 victims`` are not the 20 men who were convicted."""
    return span.qualifier == "approximate" != before.qualifier


def _conjuncts(pairs: list[Pair]) -> None:
    """``six children and two adults were killed``: kinds of people joined by ``and`` break down a whole."""
    for sentence, left, right in pairs:
        if left.action_class != right.action_class:
            continue
        kinds = left.item is not None and right.item is not None and _differ(left, right)
        if kinds and joined(sentence.tokens, left, right) and not left.each and _kind(left) and _kind(right):
            for span in (left, right):
                _part(span, "kinds")


def _differ(left: Span, right: Span) -> bool:
    """Other nouns, or the same one with other adjectives: ``one male victim and one female victim``."""
    words = [(s.item_phrase or "").split() for s in (left, right)]
    return left.item != right.item or (
        left.item != "person" and all(len(w) > 1 for w in words) and words[0] != words[1]
    )


def _kind(span: Span) -> bool:
    """A kind of person, not persons at large: ``three people and two others`` are told apart by their action."""
    plain = span.item == "victim" and " " not in (span.item_phrase or "")
    return span.item not in ("person", None) and not plain and not span.elided


def _sums(spans: list[Span], pairs: list[Pair]) -> None:
    """Neighbours that add up to a number of the same action elsewhere in the text are its parts."""
    wholes = {(s.value, s.action_class) for s in spans if s.value and not s.part}
    for _, left, right in pairs:
        if not left.value or not right.value:
            continue
        same = left.action_class == right.action_class
        if same and (left.value + right.value, left.action_class) in wholes:
            for span in (left, right):
                _part(span, "adds_up")


def _singles(spans: list[Span]) -> None:
    """``one man was shot in the foot`` beside ``ten people were shot``: one of them."""
    ones = [span for span in spans if span.value == 1]
    if not ones:
        return
    most: dict[str, float] = {}
    for span in spans:
        if span.action_class and span.low is not None and not span.background:
            most[span.action_class] = max(most.get(span.action_class, 0), span.low)
    for span in ones:
        custody = span.action_class in {"arrested", "held"}
        if most.get(span.action_class or "", 0) > 1 and not custody:
            _part(span, "single")


def _part(span: Span, rule: str) -> None:
    if not span.part:
        span.part = True
        span.rule("part", rule, 0.75)
