"""What was done to the dead: divers recovered 17 bodies, the bodies of 650 fighters were moved."""

from extractors.figures.action import nominals
from extractors.figures.clause import governors
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_APART = 12
# What joins another, or says how they came to be dead.
_SLAIN = frozenset({"killed", "slain"})
_GOES_ON = _SLAIN | {"and", ",", "who"}


def told(span: Span) -> bool:
    """Bodies and other remains, or ``63 wounded``: the noun alone says what befell them."""
    if span.elided and span.action_class == "injured" and span.action_at in (span.last, span.noun_end):
        return True
    if span.action_class == "killed":
        for attribute, name, _ in span.rules:
            if attribute == "action" and name == "counted_noun":
                return True
    return False


def settle(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``divers recovered 17 bodies``: the verb is what was done, the class stays what befell them."""
    if (named := nominals.read(tokens, span.begin, lexicon)) is not None:
        span.action = named[0].lemma
        span.rule("action", "done_to_remains", 0.7)
        return
    known = span.item in lexicon.cues.remains_item or span.action_at == span.begin - 2
    at = governors.governor(tokens, span, lexicon) if known else None
    if span.elided and span.action_at is not None:
        at = governors.before(tokens, span.begin, lexicon)
    slain = at == span.noun_end and at is not None and tokens[at].low in _SLAIN
    if known and (at is None or slain):
        at = _of_all(tokens, span, lexicon) or at
    verb = lexicon.verbs.get(tokens[at].low) if at is not None else None
    if verb is not None and verb not in lexicon.cues.verb_tells:
        span.action = verb
        if verb == "send" and at is not None and [t.low for t in tokens[at + 1 : at + 2]] == ["back"]:
            span.action, span.action_class = "send back", "released"
        span.rule("action", "done_to_remains", 0.7)


def _of_all(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``The bodies of 650 fighters and 41 guards were moved``: the verb behind the last that are joined."""
    for k in range(span.noun_end, min(len(tokens), span.noun_end + _APART)):
        if tokens[k].low in lexicon.cue("auxiliary"):
            return governors.behind(tokens, k, lexicon)[0]
        if tokens[k].low in lexicon.cue("border"):
            return None
        if k == span.noun_end and tokens[k].low not in _GOES_ON:
            return None
    return None
