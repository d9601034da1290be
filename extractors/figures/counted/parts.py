"""Subsets: ``including 12 children``, ``among them``, others beside a named one, numbers that add up to a whole."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon, held
from extractors.figures.spans import PERSON, Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_REACH = 12
_LOOSE = 4.0
# A whole and two parts.
_SUM = 3
_SOME = (["of", "them"], ["of", "whom"], ["of", "these"])
_SUBORDINATE = frozenset({"before", "after", "when", "while", "as", "during", "since", "until", "because", "following"})
_RELATES = frozenset({"it", "they", "he", "she", "we", "who", "that", "which", "whom"})
_DONE_TO = frozenset({"body", "corpse", "remains"})
_COMPARED = (["more", "than"], ["fewer", "than"], ["less", "than"])
_SET_OFF = frozenset({",", "–", "—", "-", "("})
# What ends an aside.
_SHUT = frozenset({",", ")", "–", "—"})
_INCLUDING = frozenset({"including", "them", "those", "whom"})


def mark(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> None:
    """Set ``part`` of each span that its own sentence makes part of a larger number."""
    cued = not sentence.words.isdisjoint(lexicon.cues.part_word)
    folded = sentence.folded() if cued else ""
    led = held(sentence.words, folded, lexicon.cues.part_lead) if cued else []
    followed = [cue for cue in lexicon.cues.part_phrase if cue in folded] if cued else []
    joined = "and" in sentence.words
    for span in spans:
        if cued:
            _cues(sentence.tokens, span, spans, led, followed, lexicon)
        if joined and _with_one(sentence.tokens, span, lexicon):
            _mark(span, "kinds")
        if span.others and not _otherwise(span, spans) and _beside(sentence.tokens, span, lexicon):
            _mark(span, "others")
    if len(spans) > 1:
        _sums(spans)
        _inherit(sentence.tokens, spans, lexicon)
        if "than" in sentence.words:
            _differences(sentence, spans)


def _differences(sentence: Sentence, spans: list[Span]) -> None:
    """``76 dead, four fewer than police had said``: by how much two counts differ is no count of its own."""
    for span in spans[1:]:
        compared = span.unit == "count" and sentence.lows[span.last : span.last + 2] in _COMPARED
        if compared and sentence.lows[span.begin - 1] in _SET_OFF:
            _mark(span, "difference")


def _inherit(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """``15 bodies, among them those of nine pupils``, ``Of the 36 dead, 12 are children``: what befell the whole."""
    for n, span in enumerate(spans):
        if n == 0 or span.unit != "count":
            continue
        known = span.action_class is not None and span.action_cost < _LOOSE
        known = known and not _enclosed(tokens, span) and not _idle(span, lexicon)
        k = span.begin - 1
        known = known and not (k > 0 and tokens[k].low == "of" and tokens[k - 1].low == "those")
        whole = _whole(tokens, span, spans[:n])
        if whole is not None and not _alike(whole, span):
            continue
        if known and not (whole is not None and _only_some(tokens, span, whole)):
            continue
        if whole is not None and whole.action is not None and whole.action_class is not None:
            take(span, whole.action, whole.action_class, _LOOSE, whole.action_at, "whole", 0.6)
            span.lender = whole


def _whole(tokens: list[Token], span: Span, spans: list[Span]) -> Span | None:
    """What a number may be a part of: that of ``Of the 36 dead``, or the last before one that is a part."""
    last: Span | None = None
    for other in spans:
        if other.unit == "count" and not other.part and other.action is not None:
            if _of_the(tokens, other):
                return other
            last = other
    return last if span.part else None


def _only_some(tokens: list[Token], span: Span, whole: Span) -> bool:
    """``caused 32 injuries, five of them serious``: no verb of their own, and not the one before the whole."""
    if span.action_at is None or whole.item in _DONE_TO:
        return False
    if _in_subclause(tokens, span, whole) or _in_relative(tokens, span, whole):
        return True
    if not span.elided:
        return False
    some = [t.low for t in tokens[span.last : span.last + 2]] == ["of", "them"]
    summed = ("part", "adds_up", 0.85) in span.rules and tokens[span.begin - 1].text in "–—"
    # 63 wounded men had come back – 44 from the army and 19 from the guard
    return (some and span.action_at < whole.begin) or (summed and span.action_at < whole.noun_end)


def _in_subclause(tokens: list[Token], span: Span, whole: Span) -> bool:
    """``Nine men were arrested after the killing, six of them soldiers``: what led to it did not befall the six."""
    if whole.action_at is None or not whole.action_at < (span.action_at or 0) < span.begin:
        return False
    if [t.low for t in tokens[span.last : span.last + 2]] not in _SOME or tokens[span.begin - 1].text not in ",–—(":
        return False
    between = tokens[max(whole.action_at, whole.noun_end - 1) + 1 : span.action_at]
    return any(t.low in _SUBORDINATE for t in between) and not any(t.kind == "n" for t in between)


def _in_relative(tokens: list[Token], span: Span, whole: Span) -> bool:
    """``is to free 20 people it has been holding, including 14 soldiers``: who they are, and not what is done."""
    if whole.action_at is None or not whole.action_at < whole.begin or tokens[span.begin - 1].low != "including":
        return False
    related = tokens[whole.noun_end].low in _RELATES and tokens[span.begin - 2].text in ",–—("
    return related and whole.noun_end < (span.action_at or 0) < span.begin


def _alike(whole: Span, span: Span) -> bool:
    """``Of the 46 injured, 29 stayed with doctors who did 33 operations``: no operation is one of the injured."""
    if span.elided or span.item_class is None:
        return True
    return span.item_class.partition(".")[0] == (whole.item_class or "person").partition(".")[0]


def _idle(span: Span, lexicon: Lexicon) -> bool:
    """Residents live: the noun of a part says less than what befell the whole."""
    return span.part and span.action in lexicon.cue("idle_state") and span.action_at is None


def _enclosed(tokens: list[Token], span: Span) -> bool:
    """``were killed, including 39 children, and``: between commas, the verb behind is another's."""
    if not span.part or span.action_at is None or span.action_at <= span.noun_end or span.noun_end >= len(tokens):
        return False
    return tokens[span.begin - 1].low in _INCLUDING and tokens[span.noun_end].text in ",.;"


def _of_the(tokens: list[Token], whole: Span) -> bool:
    """``Of the 36 dead, …`` at the head of a sentence."""
    return whole.begin == 2 and tokens[0].low == "of"


def _cues(
    tokens: list[Token], span: Span, spans: list[Span], led: list[str], followed: list[str], lexicon: Lexicon
) -> None:
    """``led`` and ``followed`` are the phrases of the sentence that make a part of what stands next to them."""
    if led and _led(tokens, span, spans, led) and not _closed(tokens, span, spans, lexicon):
        _mark(span, "subset_before")
    elif span.begin and tokens[span.begin - 1].low.endswith(("includes", "include", "included", "namely")):
        _mark(span, "including")
    elif followed and _followed(tokens, span, followed):
        _mark(span, "subset_after")


def _led(tokens: list[Token], span: Span, spans: list[Span], led: list[str]) -> bool:
    before = " ".join([t.low for t in tokens[span.begin - _REACH if span.begin > _REACH else 0 : span.begin]])
    padded = f" {before} "
    for cue in led:  # noqa: SIM110 - twice as fast as any()
        if cue in padded and _open(before, cue[1:-1], span, spans):
            return True
    return False


def _followed(tokens: list[Token], span: Span, followed: list[str]) -> bool:
    after = " ".join([t.low for t in tokens[span.last : span.last + 4]])
    for cue in followed:  # noqa: SIM110 - twice as fast as any()
        if cue in after and _follows(after, cue):
            return True
    return False


def _follows(after: str, cue: str) -> bool:
    """``12 of them``, ``three children among them``; in ``26, among them one rescuer`` the 26 are the whole."""
    lead, found, _ = f" {after}".partition(f" {cue}")
    return bool(found) and not set(lead.split()) & {",", "(", "—", "–", "-", ";", ":"}


def _open(before: str, cue: str, span: Span, spans: list[Span]) -> bool:
    """False where a comma has closed the subset already: ``two died, including the gunman, and six were hurt``."""
    tail = before.rpartition(cue)[2]
    return "," not in tail or any(span.begin - len(tail.split()) <= s.first < span.begin for s in spans)


def _closed(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> bool:
    """``31 people, including nine children, were killed and 60 hurt``: behind a verb nobody is one of the 31."""
    last = next((s for s in reversed(spans[: spans.index(span)]) if s.part), None)
    if last is None:
        return False
    between = tokens[last.noun_end : span.begin]
    if not between or not (between[0].text in _SHUT or _does(between[0].low, lexicon)):
        return False
    if between[0].text == ")" or _otherwise_told(span, last):
        return True
    verbs = [t.low for t in between if t.kind == "w" and t.low != "and"]
    return any(
        low in lexicon.cues.be or low in lexicon.cues.say or any(a.past for a in lexicon.actions.get(low, ()))
        for low in verbs
    )


def _otherwise_told(span: Span, last: Span) -> bool:
    """``31 dead, including nine children, and 62 wounded``: by a word of its own something else befell them."""
    own = span.action_at is not None and span.action_at >= last.noun_end
    return own and None not in (span.action_class, last.action_class) and span.action_class != last.action_class


def _does(word: str, lexicon: Lexicon) -> bool:
    """``were``, ``died``: a verb of the whole; ``nine children wounded and two killed`` are parts, all of them."""
    acts = lexicon.actions.get(word, ())
    return word in lexicon.cues.be or (bool(acts) and all(act.role == "s" and act.past for act in acts))


def _with_one(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``two women and a man were killed``: a kind of people beside one more person is part of an unnamed whole."""
    if span.item == "person" or span.elided or not PERSON[span.item_class]:
        return False
    if (tokens[span.begin - 1].low if span.begin else "") != "and" and (
        span.noun_end >= len(tokens) or tokens[span.noun_end].low != "and"
    ):
        return False
    after = [t.low for t in tokens[span.noun_end : span.noun_end + 3]]
    before = [t.low for t in tokens[span.begin - 3 if span.begin > 3 else 0 : span.begin]]
    for article, noun in ((after[1:2], after[2:3]), (before[:1], before[1:2])):
        known = lexicon.nouns.get(noun[0]) if noun and article in (["a"], ["an"]) else None
        joined = after[:1] == ["and"] if article == after[1:2] else before[-1:] == ["and"]
        if known is not None and known.cls.startswith("person") and joined:
            return True
    return False


def _otherwise(span: Span, spans: list[Span]) -> bool:
    """``Four people lost their lives in Sorna, and 13 others were injured``: something else befell the first."""
    before = [s for s in spans if s.first < span.first and s.unit == "count" and PERSON[s.item_class] and not s.part]
    return bool(before) and before[-1].action_class not in (None, span.action_class)


def _beside(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``he and seven others were killed``: the same action befell somebody who is not counted here.

    In ``a clerk died and two others were burned`` the others are all of their kind.
    """
    j = span.begin - 1
    if span.action_at is None or span.action_at < span.begin or j < 1 or tokens[j].low not in ("and", "&"):
        return False
    for k in range(j - 1, max(-1, j - 8), -1):
        token = tokens[k]
        if token.text in ".;:" or token.low in lexicon.cue("be"):
            return False
        if k < j - 1 and token.text == ",":
            return True
        if any(a.role in "osa" and a.past for a in lexicon.actions.get(token.low, ())):
            return False
    return True


def _mark(span: Span, rule: str) -> None:
    span.part = True
    span.rule("part", rule, 0.85)


def _sums(spans: list[Span]) -> None:
    """``10 people, two juveniles and eight adults``: later numbers that add up to an earlier one are its parts."""
    if len(spans) < _SUM:
        return
    counts = [s for s in spans if s.unit == "count" and s.value is not None and s.value > 0]
    for i, whole in enumerate(counts[:-2]):
        rest = [s for s in counts[i + 1 :] if s.item_class and s.item_class.startswith("person")]
        for n in range(2, len(rest) + 1):
            if sum(s.value or 0 for s in rest[:n]) == whole.value:
                for span in rest[:n]:
                    _mark(span, "adds_up")
                return
