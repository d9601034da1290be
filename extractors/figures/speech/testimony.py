"""What only the whole article shows of who speaks: owners of quotations, numbers told twice, official releases."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from extractors.figures.spans import PERSON, Span
from extractors.figures.speech import names, phrases, presuppositions, speakers
from extractors.figures.speech.persons import Heard
from extractors.figures.speech.saying import trails
from extractors.figures.story.passage import Placed
from extractors.figures.text.sentences import Sentence

Told = tuple[str, str | None, float]
_SURE = 0.6
_CARRIED = 0.4
_LEAST = 2
# Who hands over captives does so before all: the lead needs nobody's word.
# What closes a quotation and leaves its owner to the sentence behind: ``"Twelve are home!" Orr wrote.``
_CALLS = frozenset("!?")
_COMES = ("come", "return", "arrive")
_SEEN_BY_ALL = frozenset({"released", "exchanged"})
_RELEASE = re.compile(r"(?:this is an? |following |below is an? |press |news )(?:summary|statement|update|release)\b")
_RELEASING = ("this is a", "following ", "below is a", "press release", "news release")


def settle(sentences: list[Sentence], placed: list[Placed], heard: Heard) -> None:
    """Give a speaker to the numbers that have none in their own sentence."""
    quotations(sentences, placed, heard)
    _told_twice(placed, heard)
    _released(sentences, placed, heard)


def quotations(sentences: list[Sentence], placed: list[Placed], heard: Heard) -> None:
    """A number inside a quotation whose owner is named only in a later sentence of the same paragraph."""
    for sentence, span in placed:
        carried = span.speaker is not None and ("speaker", "carried_on", _CARRIED) in span.rules
        if (span.speaker is not None and not carried) or not _inside_quotation(sentence, span):
            continue
        if presuppositions.presupposed(sentence, span, heard.lexicon):
            continue
        at = bisect_left(sentences, sentence.start, key=attrgetter("start"))
        for later in sentences[at + 1 : at + 5]:
            called = carried and not later.quoted
            if later.line != sentence.line or (called and sentence.text.rstrip('"')[-1:] not in _CALLS):
                break
            found = speakers.find(later, heard)
            found = [s for s in found if not later.inside(s.at)] or ([] if carried else found)
            if called and not (found and trails(later.tokens, found[0], heard.lexicon)):
                break
            if found:
                span.speaker = found[0].who
                span.rule("speaker", "quotation_owner", 0.75)
                break
        if span.speaker is not None or not (sentence.quoted or sentence.text[0] == '"'):
            continue
        someone = not sentence.words.isdisjoint(("he", "she"))
        who = heard.pronoun("he", sentence.start) if someone else heard.owner(sentence.start)
        if who is not None:
            span.speaker = who
            span.rule("speaker", "quotation", 0.5)


def _inside_quotation(sentence: Sentence, span: Span) -> bool:
    if '"' not in sentence.words:
        return sentence.quoted
    return sentence.inside(span.first)


def _told_twice(placed: list[Placed], heard: Heard) -> None:
    """The same number of the same thing: a lead takes the speaker from where it is told in full; a headline none."""
    telling = [(sentence, span) for sentence, span in placed if _telling(span)]
    open_ = [s for sentence, s in telling if _number(s) >= _LEAST and s.speaker is None and sentence.text[-1] == "."]
    if not open_:
        return
    sure = [
        (sentence, s)
        for sentence, s in telling
        if s.speaker and _sure(s) and not _relayed(s.speaker, heard) and not _witness(sentence, s, heard)
    ]
    if not sure:
        return
    known: dict[Told, str] = {}
    for _, span in sure:
        known.setdefault(_key(span, _number(span)), span.speaker or "")
    for key, who in [*_sums(sure), *_with_one(sure)]:
        known.setdefault(key, who)
    for span in open_:
        found = known.get(_key(span, _number(span)))
        if found is not None:
            span.speaker = found
            span.rule("speaker", "told_twice", 0.5)


def _sums(sure: list[Placed]) -> Iterator[tuple[Told, str]]:
    """``Police said four girls and a boy died``: police also tell of the five of the headline."""
    for (sentence, left), (other, right) in pairwise(sure):
        alike = sentence is other and left.speaker == right.speaker and left.action_class == right.action_class
        if alike and left.speaker:
            yield _key(left, _number(left) + _number(right)), left.speaker


def _with_one(sure: list[Placed]) -> Iterator[tuple[Told, str]]:
    """``two civilians and an officer died``: three."""
    for sentence, span in sure:
        follow = sentence.lows[span.noun_end : span.noun_end + 2]
        if span.speaker and follow in (["and", "a"], ["and", "an"]):
            yield _key(span, _number(span) + 1), span.speaker


def _telling(span: Span) -> bool:
    if span.unit != "count" or span.background or span.action_class is None or span.item_class is None:
        return False
    if span.action_class in _SEEN_BY_ALL and not (span.action or "").startswith(_COMES):
        return False
    return PERSON[span.item_class] and _number(span) > 0


def _number(span: Span) -> float:
    return span.value or span.low or span.high or 0.0


def _key(span: Span, number: float) -> Told:
    """What befell how many; who was shot was injured, and so many each are not so many in all."""
    cls = span.action_class or ""
    return ("injured" if cls in {"shot", "casualty"} else cls), span.basis, number


def _sure(span: Span) -> bool:
    for attribute, _, sure in span.rules:  # noqa: SIM110 - twice as fast as any()
        if attribute == "speaker" and sure >= _SURE:
            return True
    return False


def _witness(sentence: Sentence, span: Span, heard: Heard) -> bool:
    """``"Ten came back," said Efra Golm``: a bare name in a quotation is nobody's authority elsewhere."""
    if span.speaker is None or not _inside_quotation(sentence, span):
        return False
    words = span.speaker.split()
    offices = heard.lexicon.cue("title|role|authority|body")
    return all(word[:1].isupper() and word.lower().strip(".") not in offices for word in words)


def _relayed(who: str | None, heard: Heard) -> bool:
    """``state media``, ``reports``: they pass on what an authority said."""
    return who is not None and who.split()[-1].lower() in heard.lexicon.cues.relay


def _may_release(folded: str) -> bool:
    for words in _RELEASING:  # noqa: SIM110 - twice as fast as any()
        if words in folded:
            return True
    return False


def _released(sentences: list[Sentence], placed: list[Placed], heard: Heard) -> None:
    """``This is a summary of information released by the fire service``: the numbers of an official release."""
    if not _may_release(heard.text.lower()) or all(span.speaker for _, span in placed):
        return
    for sentence in sentences:
        if _RELEASE.search(sentence.text.lower()) is None:
            continue
        who = _releaser(sentence, heard)
        if who is not None:
            for _, span in placed:
                if span.speaker is None and not span.background:
                    span.speaker = who
                    span.rule("speaker", "release", 0.4)
            return


def _releaser(sentence: Sentence, heard: Heard) -> str | None:
    """Who released, issued or published, before or behind the verb."""
    tokens, lexicon = sentence.read().tokens, heard.lexicon
    for i, token in enumerate(tokens):
        if token.low in lexicon.cue("issue") and i:
            by = i + 1 < len(tokens) and tokens[i + 1].low == "by"
            phrase = phrases.behind(tokens, i + 2, lexicon) if by else phrases.before(tokens, i - 1, lexicon)
            if phrase is not None and phrase.end > phrase.first and names.authority(tokens[phrase.end - 1], lexicon):
                return phrase.who
    return None
