"""What a number goes on with that no verb of its own tells: villages held, bodies dug out, captives still to come."""

from dataclasses import replace

from extractors.figures.counted import captives
from extractors.figures.counted.elided import bare
from extractors.figures.counted.lending import smaller
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_THERE = frozenset({"are", "were", "remain", "remained", "remains"})
_ONLY = frozenset({"only", "just", "now", "still", "already", "perhaps", "maybe", "currently"})
_LINKS = frozenset({"of", "from", "over"})
_REMAINS = frozenset({"bodies", "corpses", "remains"})
_LINK_BE = frozenset({"is", "was"})
_LINK_WERE = frozenset({"were", "are", "was", "is"})
_FIRST = frozenset({"first", "last", "latest"})
_DUG_OUT = frozenset({"recovered", "released", "received", "exchanged", "found", "sold", "sent", "buried"})
_FREED = frozenset({"free", "release", "let go", "rescue"})
_RATIO = 4
_NEAR = 5
_ASIDES = frozenset({"all", "most", "many", "some", "including", "among", "mostly", "half", "both"})
_ASIDE = 12
_MANY, _TIMES = 9, 4
_OF_PEOPLE = frozenset({"send", "sell"})
_LIVING = frozenset({"who", "alive", "hospital", "doctors", "breathing", "survivors"})
_BEFALLEN = frozenset({"injured", "arrested", "missing", "kidnapped", "killed"})
_CLOSES = frozenset({"and", "in", "on", "at", "by", "since", "during", "when", "after", "over"})


def resume(tokens: list[Token], span: Span, here: list[Span], state: State, lexicon: Lexicon) -> bool:
    """Set the item of a number that goes on with what was counted, or told of, right before; False for all others."""
    found = _first_of(tokens, span, here) or _one_of(tokens, span, lexicon)
    if found is not None:
        return _give(span, found, "one_of")
    earlier = next((s for s in reversed(here) if s.item is not None and s.unit == "count"), state.earlier)
    if span.others or span.item is not None:
        return False
    if earlier is not None and (_held(tokens, span, earlier, lexicon) or _there(tokens, span, earlier)):
        return _give(span, earlier, "resumed")
    if not here and _dug_out(tokens, span, state):
        return _give(span, replace(span, item="body", item_class="person.victim"), "told_bodies")
    more = captives.more(tokens, span, state)
    return more is not None and not here and _give(span, more, "more_captives")


def _give(span: Span, other: Span, rule: str) -> bool:
    span.item, span.item_class = other.item, other.item_class
    span.rule("item", rule, 0.6)
    return True


def _held(tokens: list[Token], span: Span, places: Span, lexicon: Lexicon) -> bool:
    """``Six villages fell. The rebels hold nine``, ``it pulled out of four``, ``is in possession of eight``."""
    if places.item not in lexicon.cue("territory") or not bare(tokens, span, lexicon):
        return False
    if not {"them", "whom", "ransom"}.isdisjoint(t.low for t in tokens[span.noun_end :]):
        return False  # ``The rebels captured five and shot them``
    if (span.low or 0) > _RATIO * max(places.low or 1, 2):
        return False  # of four villages no 60 are held
    k = _before(tokens, span)
    if k > 0 and tokens[k].low in _LINKS:
        k -= 1
        return tokens[k].low in lexicon.cue("territory_from") or tokens[k - 1].low in lexicon.cue("territory_from")
    if k < 0 or tokens[k].low not in lexicon.cue("territory_verb"):
        return False
    # held 12 in a school, lost seven in the floods: people
    return span.noun_end >= len(tokens) or tokens[span.noun_end].low not in lexicon.cue("preposition")


def _before(tokens: list[Token], span: Span) -> int:
    """The index of the word before the number, past ``only`` and ``another``."""
    k = span.begin - 1
    while k > 0 and (tokens[k].low in _ONLY or tokens[k].low in captives.MORE):
        k -= 1
    return k


def _there(tokens: list[Token], span: Span, earlier: Span) -> bool:
    """``The strait once had nine rescue ships; today there are three``: no people."""
    k = _before(tokens, span)
    if k < 1 or tokens[k].low not in _THERE or tokens[k - 1].low != "there" or earlier.person:
        return False
    after = tokens[span.noun_end] if span.noun_end < len(tokens) else None
    closed = after is None or after.kind == "p" or after.low in ("left", "today", "now")
    return closed and not smaller(earlier, span)


def _dug_out(tokens: list[Token], span: Span, state: State) -> bool:
    """``Crews began to turn up bodies. By dusk they had recovered 24``, ``Bodies were returned too. It got 640``."""
    before = state.before
    if before is None or before is state.last_at or span.value == 1:
        return False
    if (span.action_class not in _DUG_OUT or span.action in _FREED) and not _brought_up(tokens, span):
        return False
    behind = {t.low for t in tokens[span.noun_end : span.noun_end + _NEAR]}
    if span.action in _OF_PEOPLE or not behind.isdisjoint(_LIVING):
        return False  # ``The army sent 300 with dogs``, ``dug out 12, who were taken to hospital``
    told = before.text.lower()
    return any(word in told for word in _REMAINS) and _told_of(before.read().tokens)


def _brought_up(tokens: list[Token], span: Span) -> bool:
    k = _before(tokens, span)
    return k > 0 and tokens[k].low in ("up", "out") and tokens[k - 1].low in ("brought", "dug", "pulled", "turned")


def _told_of(tokens: list[Token]) -> bool:
    """Bodies that no number counts, as the first words of a sentence or as what is done in it."""
    at = next((k for k, token in enumerate(tokens) if token.low in _REMAINS), None)
    if at is None or any(token.kind == "n" for token in tokens[max(0, at - 3) : at]):
        return False
    of = at + 1 < len(tokens) and tokens[at + 1].low == "of"
    if of and tokens[at].low == "remains":
        return False  # the remains of a house
    return at == 0 or not (of or tokens[at - 1].low in ("the", "of", "no"))


def same(tokens: list[Token], span: Span, other: Span) -> bool:
    """Of the kind of another of its sentence: ``got 212 captives back and says that 350 more are held``."""
    if other.item_class == captives.CAPTIVE and not span.others:
        likewise = tokens[span.begin - 1].low == "and" and span.action_at == other.action_at is not None
        if likewise or captives.once_more(tokens, span) or tokens[span.begin - 1].low == "leaving":
            return True  # free three hostages on Saturday and four a week later, which leaves 24 in the camp
    return gapped(tokens, span, other)


def gapped(tokens: list[Token], span: Span, other: Span) -> bool:
    """``Seventeen civilians had been killed and 83 wounded``, ``had 300 men killed, 900 wounded and 46 captured``."""
    if not other.person or span.action_at != span.noun_end or tokens[span.begin - 1].low not in ("and", ","):
        return False
    armed = other.item_class in ("person.military", "person.militant") or other.item in ("man", "civilian")
    times = _TIMES * (1 + (other.item_class == "person.civilian")) if armed else 1.0
    if span.action_class == "arrested" and not armed:
        return False  # ten officers were injured and 40 arrested
    few = (other.low or 0) >= _MANY and (span.low or 0) <= times * (other.low or 0)
    between = tokens[other.noun_end : span.begin]
    if tokens[other.begin - 1].low == "and" or span.action_class not in _BEFALLEN:
        return False  # a teacher and ten pupils were killed and 34 injured
    if not few or len(between) > _NEAR or any(t.low in ("when", "who", "while", "as") for t in between):
        return False
    plain = other.action_at is not None and other.noun_end <= other.action_at < span.begin
    after = tokens[span.action_at + 1] if span.action_at + 1 < len(tokens) else None
    return plain and (after is None or after.kind == "p" or after.low in _CLOSES)


def past_aside(tokens: list[Token], k: int) -> int:
    """``Another 12, including three minors, were sent off``: the index of the verb, or k where there is no aside."""
    if k + 1 >= len(tokens) or tokens[k].text != "," or tokens[k + 1].low not in _ASIDES:
        return k
    closed = (j for j in range(k + 2, min(k + _ASIDE, len(tokens))) if tokens[j].text == ",")
    return next(closed, k - 1) + 1


def _first_of(tokens: list[Token], span: Span, here: list[Span]) -> Span | None:
    """``Five captives were the first of 36 to be freed``: of the same."""
    lead = [t.low for t in tokens[span.begin - 4 if span.begin > 4 else 0 : span.begin]]
    first = len(lead) == 4 and lead[0] in _LINK_WERE and lead[1] == "the" and lead[2] in _FIRST and lead[3] == "of"
    return next((s for s in reversed(here) if s.item is not None and s.unit == "count"), None) if first else None


def _one_of(tokens: list[Token], span: Span, lexicon: Lexicon) -> Span | None:
    """``listed the village among 113``, ``The bridge is one of 40 that were closed``: villages and bridges."""
    k = span.begin - 1
    if k > 3 and tokens[k].low == "of" and tokens[k - 2].low == "the" and tokens[k - 3].low in _LINK_BE:
        return _nth(tokens, span, k, lexicon)
    if k < 1 or not _unnamed(tokens, span, lexicon):
        return None
    if tokens[k].low == "of" and tokens[k - 1].low == "one" and k > 2 and tokens[k - 2].low in _LINK_BE:
        k -= 2
    elif tokens[k].low != "among":
        return None
    noun = lexicon.nouns.get(tokens[k - 1].low)
    if noun is None or noun.plural or noun.cls.startswith("person"):
        return None  # the boy is one of three who lived
    return replace(span, item=noun.lemma, item_class=noun.cls or None)


def _nth(tokens: list[Token], span: Span, k: int, lexicon: Lexicon) -> Span | None:
    """``The exchange was the second of four planned under an accord``: exchanges."""
    after = tokens[span.noun_end].low if span.noun_end < len(tokens) else ""
    closed = after.endswith("ed") or after == "set" or _unnamed(tokens, span, lexicon)
    if not closed or (tokens[k - 1].low not in lexicon.cue("ordinal") and tokens[k - 1].low not in _FIRST):
        return None
    for at in (k - 4, 1):
        noun = lexicon.nouns.get(tokens[at].low)
        if noun is not None and not noun.plural and not noun.cls.startswith("person"):
            return replace(span, item=noun.lemma, item_class=noun.cls or None)
    return None


def _unnamed(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    after = tokens[span.noun_end].low if span.noun_end < len(tokens) else ""
    return after in ("that", "which", "to", "who") or bare(tokens, span, lexicon)
