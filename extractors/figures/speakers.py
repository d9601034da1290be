"""Which of the people who speak is a number's authority, also across sentences and quotations."""

from extractors.figures import sayings
from extractors.figures.lexicon import Lexicon
from extractors.figures.sayings import Saying
from extractors.figures.sentences import Sentence
from extractors.figures.spans import Span
from extractors.figures.tokens import Token

_RELATIVE = frozenset({"that", "which", "who"})


def name_speakers(sentence: Sentence, spans: list[Span], said: str | None, lexicon: Lexicon) -> str | None:
    """Set the speaker of each span; returns the sentence's speaker for the pronouns and quotations that follow.

    ``said`` is the last speaker before this sentence, whom ``he said`` and an open quotation go on citing.
    """
    tokens = sentence.tokens
    found = sayings.find(tokens, lexicon, said)
    for span in spans:
        saying = _authority(tokens, span, found)
        if saying is not None and not _presupposed(tokens, span, lexicon):
            span.speaker = saying.who
            span.rule("speaker", saying.rule, 0.9 if saying.rule == "according_to" else 0.8)
        elif saying is None and sentence.quoted and said is not None:
            span.speaker = said
            span.rule("speaker", "quotation", 0.6)
    return found[0].who if found else None


def carry_on(spans: list[Span], said: str) -> None:
    """The sentence after ``X said …`` in the same paragraph goes on with what X said, if nobody else speaks in it."""
    for span in spans:
        if span.speaker is None and span.unit == "count" and not span.background:
            span.speaker = said
            span.rule("speaker", "carried_on", 0.4)


def _authority(tokens: list[Token], span: Span, found: list[Saying]) -> Saying | None:
    """``according to`` first; then the last who spoke before the number; then the first who is named behind it."""
    for saying in found:
        if saying.rule == "according_to":
            return saying
    last = found[-1] if found else None
    if last is not None and last.at > span.noun_end and len(tokens) - last.at < 4 and tokens[-1].text == ".":
        between = {t.low for t in tokens[span.noun_end : last.at]}
        if not between & {"while", "but", "whereas", "though", ";"}:
            return last
    earlier = [s for s in found if s.at < span.begin]
    if earlier:
        return earlier[-1]
    later = [s for s in found if any(t.text in ',"' for t in tokens[span.noun_end : s.at])]
    return later[0] if later else None


def _presupposed(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``the shooting that killed 49 people``, ``the 49 who died``: known to all, said by nobody here."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    if lead in ("the", "these", "those") and any(t.low == "who" for t in tokens[span.noun_end : span.noun_end + 1]):
        return True
    verb = span.action_at
    if verb is None or not 1 < verb < span.begin or tokens[verb - 1].low not in _RELATIVE:
        return False
    noun = lexicon.nouns.get(tokens[verb - 2].low)
    return noun is not None and noun.cls == "event.attack"


def quotations(sentences: list[Sentence], placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """A number inside a quotation whose owner is named only in a later sentence of the same paragraph."""
    for sentence, span in placed:
        if span.speaker is not None or not _inside_quotation(sentence, span):
            continue
        at = sentences.index(sentence)
        for later in sentences[at + 1 : at + 5]:
            if later.line != sentence.line:
                break
            found = sayings.find(later.read().tokens, lexicon, None)
            if found:
                span.speaker = found[0].who
                span.rule("speaker", "quotation_owner", 0.75)
                break


def _inside_quotation(sentence: Sentence, span: Span) -> bool:
    opened = sum(t.text == '"' for t in sentence.tokens[: span.first]) % 2 == 1
    return opened != sentence.quoted
