"""One side of an exchange or a war: what one party gives for what another gives, and what befell its own people."""

from itertools import pairwise

from extractors.figures.counted.antecedents import looks_on
from extractors.figures.lexicon import Lexicon, held
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

Placed = tuple[Sentence, Span]
_GIVEN = frozenset({"released", "exchanged", "returned", "received", "recovered"})
_BEFALLEN = _GIVEN | {"killed", "missing", "held", "captured", "lost", "injured", "fell", "casualty"}
# What befalls people beside an exchange.
_BESIDE = frozenset({"killed", "injured", "shot", "arrested", "attended", "marched"})
_TRADED = frozenset({"for", "against"})
_LEVIED = frozenset({"man", "soldier", "reservist", "conscript", "recruit", "troop", "person", "fighter"})
_CLAUSES = frozenset({"since", "after", "when", "while", "before", "as"})
_WARS = frozenset({"war", "invasion", "since"})
_EXCHANGED = frozenset({"person.captive", "person.military", "person.victim"})
_SEIZED = frozenset({"hostage", "captive", "abductee"})
_JAILED = frozenset({"prisoner", "detainee", "convict", "inmate"})
_OWN = frozenset({"its", "their", "our"})
_APART = 6
_REACH = 12
_FEW = 12
_AROUND = 3


def settle(sentence: Sentence, spans: list[Span], exchange: bool, lexicon: Lexicon) -> None:
    """Set one_side where a sentence without another cue says whose people it counts."""
    tokens = sentence.tokens
    open_ = [span for span in spans if span.basis is None and span.unit == "count"]
    if not open_:
        return
    if not sentence.words.isdisjoint(lexicon.cue("one_side_word")):
        _traded(tokens, spans)
        _cued(sentence, open_, lexicon)
    if exchange and not sentence.words.isdisjoint(lexicon.cue("in_hands")):
        _held(tokens, open_, lexicon)
    if len(open_) > 1:
        _both_ways(open_)
    for span in open_:
        bodies = exchange and _bodies(tokens, span) and not aside(sentence, span, lexicon)
        if span.basis is None and (_national(sentence, span, exchange) or bodies):
            _set(span, "national", 0.55)


def aside(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """Nobody's prisoners: delegates who escort them, bodies under the rubble, the missing beside a war's wounded."""
    if looks_on(sentence.tokens, span, lexicon):
        return span.item_class in (None, "person") and not span.part
    if span.item in lexicon.cue("crowd_out") and span.item_class != "person.military":
        return span.action_class not in _GIVEN and span.action_class not in ("held", "kidnapped", "captured")
    if span.item_class == "person.victim" or span.action_class in ("recovered", "killed"):
        return not sentence.words.isdisjoint(lexicon.cue("ruins"))
    return span.action_class == "missing" and not sentence.words.isdisjoint({"wounded", "injured", "killed"})


def _set(span: Span, rule: str, confidence: float) -> None:
    span.basis = "one_side"
    span.rule("basis", rule, confidence)


def _people(span: Span) -> bool:
    return span.unit == "count" and (span.item_class or "").startswith("person")


def _traded(tokens: list[Token], spans: list[Span]) -> None:
    """``36 bodies for 412``, ``eight hostages are to be released for 240 prisoners``: two sides, one number each."""
    for left, right in pairwise(spans):
        if left.basis or right.basis or not _people(left) or not (_people(right) or right.elided):
            continue
        between = [t.low for t in tokens[left.noun_end : right.begin]]
        given = left.action_class in _GIVEN or right.action_class in _GIVEN or _handed(left)
        if given and right.unit == "count" and _swapped(between):
            _set(left, "traded", 0.7)
            _set(right, "traded", 0.7)
    for left, right in pairwise(spans):  # for three hostages and five workers
        beside = [t.low for t in tokens[left.noun_end : right.begin]] == ["and"] and not right.basis and _people(right)
        if beside and ("basis", "traded", 0.7) in left.rules:
            _set(right, "traded", 0.7)


def _both_ways(open_: list[Span]) -> None:
    """``Norland got 120 bodies and Sudria got 27``, ``freed 90 prisoners after three hostages were handed over``."""
    given = [span for span in open_ if span.action_class in _GIVEN and span.item_class in _EXCHANGED]
    for left, right in pairwise(given):
        parties = left.party is not None and right.party is not None and left.party != right.party
        if (
            parties
            or (left.item in _SEIZED and right.item in _JAILED)
            or (left.item in _JAILED and right.item in _SEIZED)
        ):
            _set(left, "both_ways", 0.6)
            _set(right, "both_ways", 0.6)


def _handed(span: Span) -> bool:
    return span.item in ("body", "prisoner", "captive", "hostage", "detainee")


def _swapped(between: list[str]) -> bool:
    """``for`` or ``against`` right before the second number, ``in return`` or ``in exchange`` somewhere between."""
    if not between or len(between) > 2 * _APART or ";" in between:
        return False
    near = {low for low in between[-2:] if low in _TRADED}
    return bool(near) or any(pair in _IN_RETURN for pair in pairwise(between))


_IN_RETURN = frozenset({("in", "return"), ("in", "exchange")})


def _cued(sentence: Sentence, open_: list[Span], lexicon: Lexicon) -> None:
    """``in return``, ``of its soldiers``, ``losses of the enemy``, ``on the Kharimi side``."""
    tokens, folded = sentence.tokens, sentence.folded()
    turned, theirs, levied = (
        bool(held(sentence.words, folded, lexicon.cue(name))) for name in ("in_return", "one_side_phrase", "levied")
    )
    for span in open_:
        if span.basis is not None:
            continue
        whose = theirs and _near(tokens, span, lexicon)
        if turned and (_people(span) or span.elided) and (span.action_class in _GIVEN or _handed(span)):
            _set(span, "in_return", 0.65)
        elif whose and (_people(span) or span.item == "loss") and span.action_class in _BEFALLEN:
            _set(span, "whose", 0.6)
        elif levied and span.item in _LEVIED:
            _set(span, "levied", 0.6)
        elif _own(tokens, span) or _on_side(tokens, span):
            _set(span, "whose", 0.6)


def _near(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``its soldiers`` is said of the number in its own clause, not behind ``since`` or ``after``."""
    end = next((k for k in range(span.last, len(tokens)) if tokens[k].low in _CLAUSES), len(tokens))
    words = [t.low for t in tokens[:end]]
    return bool(held(set(words), f" {' '.join(words)} ", lexicon.cue("one_side_phrase")))


def _own(tokens: list[Token], span: Span) -> bool:
    """``38 of its own fallen``: people of a party, by its possessive and ``own``."""
    words = [t.low for t in tokens[span.last : span.last + _AROUND + 1]]
    return words[:1] == ["of"] and len(words) > 2 and words[1] in _OWN and words[2] == "own"


def _on_side(tokens: list[Token], span: Span) -> bool:
    """``9 deaths on the Kharimi and 12 on the Belmark side``."""
    words = tokens[span.noun_end : span.noun_end + 3]
    return (
        len(words) == 3
        and words[0].low in ("on", "from")
        and words[1].low == "the"
        and words[2].text[0].isupper()
        and any(t.low == "side" for t in tokens[span.noun_end : span.noun_end + _REACH])
    )


def _held(tokens: list[Token], open_: list[Span], lexicon: Lexicon) -> None:
    """``They hold 1,150 Kharimi citizens``, ``in Kharimi hands``, ``the Kharimi side speaks of 412``."""
    words = lexicon.cue("in_hands")
    theirs = any(
        token.low in words and i and tokens[i - 1].text[0].isupper() and i > 1 for i, token in enumerate(tokens)
    )
    for span in open_:
        people = _people(span) or (span.elided and (span.value or span.low or span.high or 0) > _FEW)
        national = any(t.text[0].isupper() for t in tokens[span.last : span.noun_end])
        if span.basis is None and people and (theirs or national):
            _set(span, "held_by", 0.55)


def _national(sentence: Sentence, span: Span, exchange: bool) -> bool:
    """``6,300 Kharimi soldiers``: a war's dead, missing or prisoners of one nation; not whom somebody killed."""
    tokens = sentence.tokens
    if span.item_class != "person.military" or span.action_class not in _BEFALLEN:
        return False
    struck = span.action_class in _BESIDE and span.action_at is not None and span.action_at < span.begin
    if struck and not exchange and sentence.words.isdisjoint(_WARS):
        return False
    return any(t.text[0].isupper() for t in tokens[span.last : span.noun_end])


def across(placed: list[Placed]) -> None:
    """What an article of an exchange tells again, in parts or without the noun, of a number that is one side's."""
    people = [(sentence, s) for sentence, s in placed if s.unit == "count" and _someone(s)]
    sides = [span for _, span in people if span.basis == "one_side"]
    if not sides:
        return
    uneven = [span for _, span in people if any(name == "traded" for _, name, _ in span.rules)]
    items = {span.item for span in uneven} - {"person"}
    numbers = {span.value for span in sides if span.value and span.value > _AROUND}
    last: Placed | None = None
    for sentence, span in people:
        if _unsure(span) and (span.part or span.item == "body" or span.action_class not in _BESIDE):
            alike = span.value in numbers or (span.item in items and span.action_class in _BEFALLEN)
            bodies = bool(uneven) and _bodies(sentence.tokens, span)
            if alike or bodies or (last is not None and _goes_on(last, sentence, span)):
                _set(span, "repeated_side", 0.5)
        last = (sentence, span)
    _sums(people, numbers)


def _someone(span: Span) -> bool:
    """People, or what may be people: a number whose noun is left out."""
    return _people(span) or (span.elided and span.item_class is None)


def _bodies(tokens: list[Token], span: Span) -> bool:
    """``the bodies of 400 soldiers``."""
    return span.begin > 1 and tokens[span.begin - 1].low == "of" and tokens[span.begin - 2].low in ("bodies", "remains")


def _goes_on(last: Placed, sentence: Sentence, span: Span) -> bool:
    """A part of the number before it, or another number without a noun: ``we had asked for 250``."""
    before = last[1]
    if before.basis != "one_side":
        return False
    less = 0 < (span.value or 0) < (before.value or 0)
    return (
        (span.part and span.action_class != "killed")
        or (last[0] is sentence and less)
        or (span.elided and (span.value or 0) > _FEW)
    )


def _sums(people: list[Placed], numbers: set[float]) -> None:
    """``209 soldiers and five civilians`` beside one side's 214."""
    for (one, left), (other, right) in pairwise(people):
        if one is other and _unsure(left) and _unsure(right) and (left.value or 0) + (right.value or 0) in numbers:
            _set(left, "adds_up_to_side", 0.6)
            _set(right, "adds_up_to_side", 0.6)


def _unsure(span: Span) -> bool:
    return span.basis is None or ("basis", "default", 0.3) in span.rules or ("basis", "exchange", 0.4) in span.rules
