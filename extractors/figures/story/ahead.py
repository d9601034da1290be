"""What a plan goes on to tell of: ``A march is planned for Saturday. Organisers expect 5,000``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import Day, kind, known
from extractors.figures.text.sentences import Sentence

Placed = list[tuple[Sentence, Span]]
_REACH = 300
# Words that go back to what was told to come.
_BACK = frozenset({"it", "then", "there"})


def settle(placed: Placed, days: list[Day], lexicon: Lexicon) -> None:
    """Lend the day to come that the sentence before gave, to a plan of the same event in the same paragraph."""
    coming = [d for d in days if d.coming and not d.spoken and d.ahead and d.mention.kind != "coarse"]
    if not coming:
        return
    dated = {id(d.sentence) for d in days}
    at = 0
    for sentence, span in placed:
        while at + 1 < len(coming) and coming[at + 1].sentence.start < sentence.start:
            at += 1
        told = coming[at]
        if span.when is None and span.status == "planned" and span.unit == "count" and id(sentence) not in dated:
            near = 0 < sentence.start - told.sentence.start < _REACH and sentence.line == told.sentence.line
            if near and _goes_on(sentence, span, told, lexicon):
                span.when = told.ahead
                span.rule("when", "plan_goes_on", 0.3)


def _goes_on(sentence: Sentence, span: Span, told: Day, lexicon: Lexicon) -> bool:
    family = kind(span)[0]
    if told.family == "deal" or not sentence.words.isdisjoint(lexicon.cue("deal_word")):
        return False
    if known(family) and told.family == family:
        return True
    if family == "crowd":
        return True
    people = (span.item_class or "person").startswith("person") and told.family in (None, "crowd")
    return people and not sentence.words.isdisjoint(_BACK)
