"""What a measured number is the amount of: turnout in ``Turnout was 71 percent``, a fine, a loss, the output."""

from extractors.figures.counted import funds, supposed, wholes
from extractors.figures.counted.heads import is_plural, no_head
from extractors.figures.counted.measuredby import listed, near, note, of_verb, same
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_UNMEASURED = ("count", "ratio", "age", "magnitude")
_OWN = (("volume:bbl", "barrel"), ("duration:night", "night"), ("energy:cal", "calorie"), ("energy:kcal", "calorie"))
_SHARES = ("percent", "ratio")
_REACH = 12
_BREAKS = frozenset(';:."—–')
_SIZES = frozenset({"wide", "long", "deep", "high", "tall", "thick"})
_VALUED = frozenset({"put", "valued", "estimated", "assessed"})
# Helicopters reached 22 of the villages, and no number of helicopters.
_GETS = frozenset({"reached", "reach", "reaches", "passed", "passes"})
# ``Inflation remains high, at 6.85%``.
_STANDING = frozenset({"high", "low", "steady", "unchanged", "flat", "elevated", "weak", "strong", "stable", "subdued"})
_PARTICLES = frozenset({"up", "down"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "my", "this", "that", "these", "those"})
_ROOMS = ("area", "volume")
_JOINS = frozenset({"and", "but", "or"})
_COSTS = frozenset({"cost", "costs", "costing"})
_RUNS = _COSTS | {"ran", "runs", "run", "running"}


def settle(tokens: list[Token], spans: list[Span], state: State, lexicon: Lexicon) -> None:
    """Set the item of each measured number that has none of its own, and of a bare count that is a subject's level."""
    taken: set[int] = set()
    for n, span in enumerate(spans):
        if span.unit in _SHARES and n + 1 < len(spans):
            _of_next(tokens, span, spans[n + 1])
        if span.item is None and span.unit in _SHARES and not _changed(tokens, spans, n, lexicon):
            wholes.share(tokens, spans, n, state.earlier, lexicon)
        if span.item is None and (span.unit == "count" or not span.unit.startswith(_UNMEASURED[1:])):
            if not taken:
                for other in spans:
                    taken.update(range(other.begin, other.end))
            _amount_of(tokens, spans, n, taken, lexicon)
        gapped = n and span.item is None and ("unit", "gapped", 0.6) in span.rules
        if gapped and spans[n - 1].unit == span.unit and spans[n - 1].item is not None:
            span.item, span.item_class = spans[n - 1].item, spans[n - 1].item_class
            span.rule("item", "gapped", 0.6)
        if span.item is None and span.unit != "count":
            supposed.noun(tokens, span, state)


def _amount_of(tokens: list[Token], spans: list[Span], n: int, taken: set[int], lexicon: Lexicon) -> None:
    """Set the item of one measured number, or of a bare count."""
    span = spans[n]
    if span.unit == "count":
        return _level(tokens, span, spans[:n], taken, lexicon)
    if n and tokens[span.begin - 1].text == "(" and _converted(spans[n - 1].unit, span.unit):
        same(tokens, spans[n - 1], span)
        return None
    at, rule = funds.noun(tokens, span, lexicon) if span.unit.startswith("money") else -1, "fund"
    if at < 0:
        at, rule = _found(tokens, span, taken, lexicon)
    if at >= 0:
        note(tokens, span, at, rule, lexicon)
    elif not (of_verb(tokens, span, lexicon) or (n and same(tokens, spans[n - 1], span))):
        near(tokens, span, lexicon)
    if span.item is None:
        for unit, name in _OWN:
            if span.unit.startswith(unit):
                span.item = span.item_phrase = name
                span.rule("item", "unit", 0.6)
                break
    return None


def _converted(left: str, right: str) -> bool:
    """``2.5 billion somals ($29m)``: the same money in another currency."""
    return left != right and left.startswith("money") and right.startswith("money")


def _changed(tokens: list[Token], spans: list[Span], n: int, lexicon: Lexicon) -> bool:
    """``launched 6,173 drones in May, an increase of 22 percent``: of what was counted before the comma."""
    k = spans[n].begin - 1
    left = next((s for s in reversed(spans[:n]) if s.unit == "count" and s.item is not None), None)
    if left is None or k < 3 or tokens[k].low != "of" or tokens[k - 1].low not in lexicon.cue("change_noun"):
        return False
    if [t.low for t in tokens[k - 3 : k - 1]] not in ([",", "a"], [",", "an"]):
        return False
    spans[n].item, spans[n].item_class = left.item, left.item_class
    spans[n].rule("item", "change_of", 0.6)
    return True


def _of_next(tokens: list[Token], span: Span, whole: Span) -> None:
    """``a third of the city's 60,000 homes``: a share of what the next number counts."""
    between = [t.low for t in tokens[span.last : whole.begin]]
    owner = bool(between) and between[-1] in ("'s", "its", "their", "the", "his", "her")
    if whole.unit == "count" and whole.item is not None and "of" in between[:2] and owner and len(between) < 8:
        span.item, span.item_class, span.item_phrase = whole.item, whole.item_class, whole.item_phrase
        span.rule("item", "of_next", 0.8)


def _found(tokens: list[Token], span: Span, taken: set[int], lexicon: Lexicon) -> tuple[int, str]:
    """The token of the noun, and the rule that found it; -1 where none does."""
    k = span.begin - 1
    while k > 0 and tokens[k].low in {"the", "a", "an", "just", "only"}:
        k -= 1
    if k < 1:
        return -1, ""
    if (tokens[k].low == "costing" or _sized(tokens, span)) and _noun_before(tokens, k, lexicon):
        return k - (tokens[k].low == "costing" or tokens[k].text == ","), "sized"
    if tokens[k].low == "at" and tokens[k - 1].low in _VALUED and _noun_before(tokens, k - 1, lexicon):
        return k - 2, "valued"
    grammar = lexicon.cue("unmeasured|stop")
    opens = k == 1 and tokens[0].kind == "w" and tokens[0].low not in grammar
    amount = tokens[k].low in lexicon.cues.amount_of and tokens[k - 1].low not in lexicon.units
    if amount and (opens or _fit(tokens, k - 1, lexicon) or (span.unit.startswith(_ROOMS) and _room(tokens, k - 1))):
        return k - 1, "noun_of"
    if tokens[k].text == "," and _apposed(tokens, span, k - 1, lexicon):
        return k - 1, "apposed"
    if tokens[k].text == ":" and k < 7:
        return _last(tokens, 0, k, lexicon), "label"
    at = _object(tokens, k, lexicon)
    if at >= 0:
        return at, "object"
    return _subject(tokens, span, taken, lexicon), "subject"


def _room(tokens: list[Token], k: int) -> bool:
    """``a cell of 12 square metres``: no group of people, where an area is told."""
    return tokens[k].text.islower() and k > 0 and tokens[k - 1].low in _ARTICLES


def _apposed(tokens: list[Token], span: Span, k: int, lexicon: Lexicon) -> bool:
    """``The fine, 12 million euros, is the largest``: what money is, right before it between commas."""
    closed = span.end >= len(tokens) or tokens[span.end].text in ",.;"
    return closed and span.unit.startswith("money") and k > 0 and tokens[k].low in lexicon.cue("measured_noun")


def _sized(tokens: list[Token], span: Span) -> bool:
    """``a gap six metres wide``, ``The wall, 4 km long``."""
    return span.unit.startswith("length") and span.end < len(tokens) and tokens[span.end].low in _SIZES


def _noun_before(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """A noun at k, or right before the comma or participle there."""
    k -= tokens[k].text == "," or tokens[k].low == "costing" or tokens[k].low in _VALUED
    measures = tokens[k].low.startswith("measur") or tokens[k].low in lexicon.cue("level_verb")
    return k > 0 and tokens[k].kind == "w" and not measures and _fit(tokens, k, lexicon)


def _object(tokens: list[Token], k: int, lexicon: Lexicon) -> int:
    """``cut oil output by N``, ``raised its forecast for growth to N``, ``put the damage at N``: output, forecast."""
    if tokens[k].low not in lexicon.cues.amount_preposition:
        return -1
    moves = lexicon.cue("up_word|down_word|put_word")
    for v in range(k - 2, max(-1, k - _REACH), -1):
        if tokens[v].kind == "n" or tokens[v].text in _BREAKS or tokens[v].text == ",":
            return -1
        if tokens[v].low in moves and tokens[v + 1].low not in moves | lexicon.cue("preposition"):
            return _last(tokens, v + 1, k, lexicon)
    return -1


def _subject(tokens: list[Token], span: Span, taken: set[int], lexicon: Lexicon) -> int:
    """The head of the subject of a verb of level or change: ``The yield on the note rose 4 points to 4.3 percent``."""
    v = _verb(tokens, span, taken, lexicon)
    if v < 0:
        return -1
    joined = span.unit.startswith("length") and "and" in (tokens[v - 1].low, tokens[v].low)
    if tokens[v - 1].text == "," or joined:
        return -1  # ``the bus veered off the road and plunged 30 metres``
    start, border = v, lexicon.cue("subject_border")
    while start > 0 and (start == v or tokens[start - 1].low != ",") and tokens[start - 1].text not in _BREAKS:
        if tokens[start - 1].low in border and start < v:
            break
        if tokens[start - 1].low == "and" and start - 2 in taken:
            break  # raised rates to 11% and inflation remains
        if tokens[start - 1].low == "and" and _new_clause(tokens, start, lexicon):
            break
        start -= 1
    if tokens[start].low in lexicon.cue("relative"):
        return start - 2 if start > 1 and tokens[start - 1].text == "," and _fit(tokens, start - 2, lexicon) else -1
    at = listed(tokens, start, lexicon) if tokens[start - 1].text == "," else -1
    at = _last(tokens, start + (tokens[start].low in _JOINS), v, lexicon) if at < 0 else at
    if at < 0 and v > 1 and tokens[v - 2].low in _ARTICLES and _fit(tokens, v - 1, lexicon):
        return v - 1  # ``In some places the mud is six metres deep``
    return at


def _new_clause(tokens: list[Token], start: int, lexicon: Lexicon) -> bool:
    """``when the boat sank and the water was 13C``: behind ``and`` an article, before it a verb."""
    verb = tokens[start - 2].low if start > 1 else ""
    return tokens[start].low in _ARTICLES and verb in lexicon.cue("finite_past|finite")


def _verb(tokens: list[Token], span: Span, taken: set[int], lexicon: Lexicon) -> int:
    """The verb of level or change before the number, over prepositions, adverbs and another amount; -1 without one."""
    moves = lexicon.cue("up_word|down_word")
    money = span.unit.startswith("money") and tokens[span.begin - 1].low not in lexicon.cue("amount_preposition")
    skip, own = lexicon.cues.change_skip, _levels_of(tokens, span, lexicon)
    for k in range(span.begin - 1, span.begin - _REACH if span.begin >= _REACH else -1, -1):
        word = tokens[k].low
        if k not in taken and (word in lexicon.cues.level_verb or word in moves or word in own):
            if word in _PARTICLES and k and _phrasal(tokens[k - 1].low, lexicon):
                return _first_of_verbs(tokens, k - 1, lexicon) if tokens[k - 1].low in lexicon.cues.moves_up else -1
            transitive = money and word in lexicon.cue("transitive")
            return -1 if transitive else _first_of_verbs(tokens, k, lexicon)
        if k == span.begin - 1 and word in lexicon.cue("plain_level") and tokens[k - 1].low not in _ARTICLES:
            return _first_of_verbs(tokens, k, lexicon)  # ``Pledges now total $39m``
        skipped = word in skip or word in lexicon.cue("measure_tail|amount_preposition")
        standing = word in _STANDING or (word == "," and tokens[k - 1].low in _STANDING)
        if not (k in taken or skipped or standing or word.endswith("ly") or tokens[k].text in "-("):
            return -1
    return -1


def _phrasal(word: str, lexicon: Lexicon) -> bool:
    """The verb of ``ended up``, ``freed up``."""
    return lexicon.verbs.get(word, word) != word and word not in lexicon.nouns and word not in lexicon.cues.auxiliary


def _levels_of(tokens: list[Token], span: Span, lexicon: Lexicon) -> frozenset[str]:
    """The verbs of level that are said of money, or of an area or a length, alone."""
    if span.unit.startswith("money"):
        return _RUNS if tokens[span.begin - 1].low == "to" else _COSTS
    return lexicon.cue("extent_verb") if span.unit.startswith(("area", "length")) else frozenset()


def _first_of_verbs(tokens: list[Token], k: int, lexicon: Lexicon) -> int:
    """Back over auxiliaries and adverbs to where the subject ends (``has since more than doubled``)."""
    light = lexicon.cue("auxiliary|modal|measure_adverb")
    while k > 0 and (tokens[k - 1].low in light or tokens[k - 1].low.endswith("ly")):
        k -= 1
    return k


def _last(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """The head of the first noun phrase of tokens [start, end): its last word before a preposition or a sign."""
    at = before = -1
    for j in range(start, end):
        token = tokens[j]
        if token.low in _ARTICLES:
            if at >= 0:
                timed = j + 1 < end and lexicon.units.get(tokens[j + 1].low, "").startswith("duration")
                return at if timed and _fit(tokens, at, lexicon) else before
            continue
        if at < 0 and (token.kind == "n" or (token.low == "total" and j > start)):
            continue
        if token.kind == "n":
            return before if before >= 0 and _fit(tokens, before, lexicon) else -1
        if token.low in lexicon.cue("stop") or (token.kind != "w" and token.text != "-"):
            break
        if at >= 0 and (no_head(token.low, lexicon) or (tokens[j + 1].low == "by" and token.low in lexicon.verbs)):
            break  # the level nowadays, the cost paid by
        if token.kind == "w" and token.low != "'s":
            before, at = at, j
    return at if at >= 0 and _fit(tokens, at, lexicon) else -1


def _fit(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """True for a word that can be what is measured: no name, no person, no word of grammar."""
    token = tokens[k]
    if token.kind != "w" or len(token.low) < 3 or token.low in lexicon.cue("unmeasured") or no_head(token.low, lexicon):
        return False
    if token.low in lexicon.cue("measured_noun"):
        return True
    noun = lexicon.nouns.get(token.low)
    if noun is not None:
        return not noun.cls.startswith(("person", "group"))
    if token.low in lexicon.cue("stop") or token.low in lexicon.triggers or token.low in lexicon.cue("pronoun"):
        return False
    common = token.text[0].islower() or (
        k == 0 and (is_plural(token.low) or token.low in lexicon.cue("measured_opener"))
    )
    return common and token.low not in lexicon.before


def _level(tokens: list[Token], span: Span, left: list[Span], taken: set[int], lexicon: Lexicon) -> None:
    """``Cases rose to 1,204, an increase of 40``: a bare count is that of the known plural that is its subject."""
    if span.item_class is not None or span.others or span.begin < 2:
        return None
    change = tokens[span.begin - 1].low in ("of", "by") and tokens[span.begin - 2].low in lexicon.cue("change_noun")
    known = next((s for s in reversed(left) if s.unit == "count" and s.item is not None), None) if change else None
    if known is not None:
        span.item, span.item_class = known.item, known.item_class
        return span.rule("item", "change_of", 0.6)
    v = _verb(tokens, span, taken, lexicon)
    # At the head of the sentence people, too, may be what rose: ``Arrivals are down 12% to 34,700``.
    at = v - 1 if v in (1, 2) and tokens[v - 1].low in lexicon.nouns else _subject(tokens, span, taken, lexicon)
    noun = lexicon.nouns.get(tokens[at].low) if at >= 0 else None
    if noun is not None and noun.plural and not (noun.cls == "vehicle" and tokens[v].low in _GETS):
        span.item, span.item_class, span.item_phrase = noun.lemma, noun.cls, tokens[at].text
        span.rule("item", "subject", 0.6)
    return None
