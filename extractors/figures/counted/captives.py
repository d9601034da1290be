"""More captives of the same kind, and those whom the sentence before tells of without a number."""

import math
from dataclasses import replace

from extractors.figures.lexicon import Lexicon, Noun
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

CAPTIVE = "person.captive"
MORE = frozenset({"another", "further", "additional"})
_MOVED = frozenset({None, "released", "exchanged", "returned", "held", "received", "deported"})
# What is told of others who stand about as well as of captives.
_OTHERS = frozenset({"killed", "injured", "marched", "attended", "voted", "sheltered"})


def more(tokens: list[Token], span: Span, state: State) -> Span | None:
    """``Ten hostages are out; 15 more will follow``: more of the same; of two kinds those who are about as many."""
    earlier = state.earlier
    if earlier is None or not once_more(tokens, span) or span.others:
        return None
    if earlier.item == "body" and span.action_class in _MOVED:
        return earlier  # got back 36 bodies: 3,000 more are waiting
    if earlier.item_class != CAPTIVE:
        return None
    if span.action_class not in _MOVED and span.action not in ("capture", "take prisoner"):
        return None  # ``Police arrested another 15``: nobody of theirs
    return _alike(earlier, span, state)


def once_more(tokens: list[Token], span: Span) -> bool:
    """``another 15``, ``15 more``."""
    after = tokens[span.noun_end].low if span.noun_end < len(tokens) else ""
    return after == "more" or any(
        t.low in MORE for t in tokens[span.begin - 1 if span.begin > 1 else 0 : span.begin + 1]
    )


def _alike(earlier: Span, span: Span, state: State) -> Span:
    """``25 hostages for 1,100 prisoners. Another 15 …``: hostages, of whom there are about as many."""
    kinds = [s for s in state.last if s.item_class == CAPTIVE and s.low and not s.part]
    if len(kinds) < 2 or earlier.item_class != CAPTIVE or not span.low:
        return earlier
    size = math.log(span.low)
    return min(kinds, key=lambda s: abs(math.log(s.low or 1) - size))


def told(span: Span, state: State, lexicon: Lexicon) -> Span | None:
    """``The detainees were put on buses. Thirty-eight were convicted``: who the sentence before is about."""
    before = state.before
    if before is None or span.others or span.kind == "vague" or span.action_class in _OTHERS:
        return None
    things = before is state.last_at
    if things and (any(s.person for s in state.last) or span.action_class not in lexicon.cue("personal")):
        return None
    words = before.read().tokens
    for k in range(1, len(words) - 1):
        noun = lexicon.nouns.get(words[k].low)
        if noun is None or not noun.plural or not _named(words, k, noun, lexicon) or words[k - 1].low == "of":
            continue
        definite = any(word.low in ("the", "those", "these") for word in words[max(0, k - 3) : k])
        verb = words[k + 1].low in lexicon.cue("auxiliary|past_verb")
        verb = verb or (k == 1 and words[k + 1].text == ",")
        return replace(span, item=noun.lemma, item_class=noun.cls, value=None) if definite and verb else None
    return None


def _named(words: list[Token], k: int, noun: Noun, lexicon: Lexicon) -> bool:
    """Captives; or other people as the first words: ``The girls, some too weak to walk, were brought ...``."""
    if noun.cls == CAPTIVE:
        return True
    first = k == 1 and words[0].low == "the" and noun.cls in ("person", "person.child", "person.civilian")
    return first and noun.lemma != "other" and noun.lemma not in lexicon.cue("crowd_out")
