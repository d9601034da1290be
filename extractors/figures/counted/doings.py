"""What only people do, or suffer, or are; and what lorries do: ``640 came out``, ``we were 48``, ``290 went in``."""

from extractors.figures.lexicon import Lexicon, Noun
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_MORE = 4
_DRIVES = frozenset({"went", "got", "came", "rolled", "drove", "passed"})
_MOSTLY = frozenset({"mostly", "mainly", "largely", "most", "many", "all", "including", "chiefly", "predominantly"})
_ARMED = frozenset({"person.military", "person.militant", "person.police"})
_WHERE = frozenset({"home", "out", "back", "away"})
_BRINGS = frozenset({"got", "get", "getting", "brought", "bring", "bringing", "took", "take", "taking", "flew", "fly",
                     "sent", "send", "sending", "led", "let", "carried", "drove"})  # fmt: skip


def people_act(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``two suffer from burns``, ``640 came out``: the number is the subject of what people do."""
    j = max(span.noun_end, span.end)
    while j < len(tokens) and tokens[j].low in lexicon.cue("verb_adverb"):
        j += 1
    done = j < len(tokens) and tokens[j].low in lexicon.cue("auxiliary") and _done(tokens, j, lexicon)
    before = tokens[span.begin - 1] if span.begin else None
    if j >= len(tokens) or (tokens[j].low not in lexicon.cue("people_act") and not done):
        return False
    return before is None or before.kind == "p" or before.text.islower() or before.low in lexicon.cue("weekday")


def wills(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``At least two refused to board``: no bus refuses."""
    j = max(span.noun_end, span.end)
    return j < len(tokens) and tokens[j].low in lexicon.cue("will_verb")


def lost(tokens: list[Token], span: Span, lexicon: Lexicon) -> Noun | None:
    """``16 rebels were killed. His men lost three``: three of the men."""
    k = span.begin - 1
    if k < 2 or tokens[k].low not in ("lost", "lose", "loses"):
        return None
    noun = lexicon.nouns.get(tokens[k - 1].low)
    people = noun is not None and noun.plural and noun.cls in _ARMED
    closed = span.noun_end >= len(tokens) or tokens[span.noun_end].kind == "p"
    return noun if people and closed else Noun("man", "person", True) if tokens[k - 1].low == "men" and closed else None


def _done(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``all 76 have been reunited``, ``9,000 have registered``: what people alone do or suffer."""
    if j + 1 >= len(tokens):
        return False
    act = tokens[j + 1].low in lexicon.cue("people_act") or tokens[j + 1].low in ("registered", "enrolled")
    if tokens[j].low in ("have", "had") and act:
        return True
    if tokens[j + 1].low in ("over", "under", "aged") and j + 2 < len(tokens):
        return tokens[j + 2].kind == "n"  # ``Three were over 80``
    j += 1 + (j + 1 < len(tokens) and tokens[j + 1].low == "been")
    if j + 1 < len(tokens) and tokens[j].low == "at" and tokens[j + 1].low in lexicon.cue("people_at"):
        return True  # ``60 were at prayer``
    return j < len(tokens) and tokens[j].low in lexicon.cue("people_done")


def we_were(tokens: list[Token], span: Span) -> bool:
    """``We were 48.``"""
    return [t.low for t in tokens[span.begin - 2 if span.begin > 2 else 0 : span.begin]] == ["we", "were"]


def mostly(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``More than a hundred, mostly women, were taken to the border``: people."""
    j = span.noun_end
    if j + 2 >= len(tokens) or tokens[j].text != "," or tokens[j + 1].low not in _MOSTLY:
        return False
    j += 2
    while j < len(tokens) - 1 and tokens[j].low in ("of", "them", "young"):
        j += 1
    noun = lexicon.nouns.get(tokens[j].low)
    return noun is not None and noun.plural and noun.cls.startswith("person")


def drove(tokens: list[Token], span: Span, state: State) -> Span | None:
    """``The deal provides for 350 lorries a day. Officials say 290 went in``."""
    behind = tuple(t.low for t in tokens[span.noun_end : span.noun_end + 2])
    if len(behind) < 2 or behind[0] not in _DRIVES or behind[1] not in ("in", "through", "across"):
        return None
    carriers = (s for s in state.last if (s.item_class or "") == "vehicle" and not s.part and _of_them(s, span))
    return next(carriers, None)


def _of_them(other: Span, span: Span) -> bool:
    """Of so many times as many vehicles it is people who came out."""
    return (other.value or 0) * _MORE >= (span.value or 0)


def home(tokens: list[Token], span: Span, after: str, earlier: Span | None, lexicon: Lexicon) -> bool:
    """``We had 32 patients. We got 25 out``, ``flew 14 home``: people who are brought somewhere."""
    if after not in _WHERE or not span.begin or tokens[span.begin - 1].low not in _BRINGS:
        return False
    behind = tokens[span.noun_end + 1] if span.noun_end + 1 < len(tokens) else None
    if behind is not None and behind.kind != "p" and behind.low not in lexicon.cue("bare_behind"):
        return False
    return after == "home" or (earlier is not None and earlier.person)
