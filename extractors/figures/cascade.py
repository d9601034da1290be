"""The steps in their order for one sentence, and the record that comes out."""

from dataclasses import fields
from typing import Any

from extractors.figure import Figure
from extractors.figures.action import actions, anaphora, gaps, subjects, verbs
from extractors.figures.calendar import anchors, mentions
from extractors.figures.calendar.daywords import Mention
from extractors.figures.counted import choosing, measured, memory, nouns, parts, peoples, remote, wholes
from extractors.figures.exchange import basis
from extractors.figures.lexicon import Lexicon
from extractors.figures.measures import agelists, money, units
from extractors.figures.numbers import changes, indefinite, joins, levels, qualifiers, triggers
from extractors.figures.numbers.atoms import find
from extractors.figures.spans import Span
from extractors.figures.speech import speakers
from extractors.figures.speech.persons import Heard
from extractors.figures.state import State
from extractors.figures.status import status
from extractors.figures.status import terms as listed
from extractors.figures.story import context, earlier, leading, trials
from extractors.figures.text.glance import glance
from extractors.figures.text.normalise import Normalised
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.stems import Stems
from extractors.figures.text.tokens import Token

# More numerals than this in one sentence are a table.
MOST = 48
_SPEAKING = Stems(
    "said", "says", "told", "ccording", "added", "announced", "confirm", "wrote", "stated", "reject",
    "denie", "ccuse", "hreaten", "shouted", "warned", "insisted", "recalled", "explained", "quoted",
)  # fmt: skip


def read_sentence(sentence: Sentence, state: State) -> list[Span]:
    """The finished spans of one sentence; also moves the state on."""
    lexicon = state.lexicon
    words = glance(sentence.text)
    told = triggers.told(words, lexicon)
    counts = bool(told) and triggers.candidate(sentence.text, words, told, lexicon)
    found = numbers(sentence, lexicon) if counts else []
    alone = not indefinite.FIRST_LOOK.isdisjoint(words) and indefinite.hinted(sentence.text)
    if found or alone:
        found = attribute(sentence, found, alone, state)
    days = _days(sentence, words, bool(told), lexicon)
    if found and days:
        found = _undated(found, [m for m in days if m.kind == "day"])
    if state.today is None and days:
        state.today = anchors.written(sentence, days)
    if found or days or state.past or not leading.LEADING.isdisjoint(words):
        _background(sentence, words, found, days, state)
    state.dated += [(sentence, days)] if days else []
    _listen(sentence, words, found, state.heard)
    if found:
        memory.keep(sentence, found, state)
        state.told[sentence.start] = found
        state.last_at = sentence if state.last else state.last_at
    state.before = sentence
    state.read.append(sentence)
    return found


def _listen(sentence: Sentence, words: set[bytes], found: list[Span], heard: Heard) -> None:
    """Who says it; of a sentence without a number only when somebody asks."""
    said = None
    # The commonest words of saying, or a quotation that somebody may own.
    speaks = not found and (_SPEAKING.within(sentence.text, words) or speakers.all_that(sentence))
    if speaks and speakers.put_off(sentence, words, heard):
        return
    if found or speaks or sentence.text[-1] == ":":
        said = speakers.name_speakers(sentence if sentence.tokens else sentence.read(), found, heard)
    elif heard.heading is None:
        heard.unsaid, heard.spoke = found, None
        return
    speakers.carry_on(sentence, found, said, heard)


def _days(sentence: Sentence, words: set[bytes], told: bool, lexicon: Lexicon) -> list[Mention]:
    """The date expressions of a sentence that has numbers, or may tell the day of what others count.

    ``told`` where some word of it may tell of a number.
    """
    hinted = sentence.tokens or mentions.hinted(sentence.text, words)
    if not hinted and not (told and mentions.worded(words, lexicon)):
        return []
    if not sentence.tokens:
        sentence.read()
    return mentions.find(sentence, lexicon) if mentions.dated(sentence, words, lexicon) else []


def _undated(found: list[Span], days: list[Mention]) -> list[Span]:
    """The numbers that are no part of a day of the calendar."""
    if not days:
        return found
    return [s for s in found if not any(m.first <= s.first and s.last <= m.end for m in days)]


def _background(sentence: Sentence, words: set[bytes], found: list[Span], days: list[Mention], state: State) -> None:
    """Earlier events, and the sentences that go on with one by a pronoun."""
    led = leading.leads(sentence, words, days, state.today, state.lexicon)
    aside = state.past and bool(state.read) and state.read[-1].line == sentence.line
    goes_on = state.past and (
        leading.goes_on(sentence.text, aside) or leading.same_event(sentence, state.read, state.lexicon)
    )
    state.past = goes_on or led
    state.tried = state.tried or (bool(days) and trials.opens(sentence, days, state.today, state.lexicon))
    if not found:
        return
    earlier.mark(sentence, found, days, led, state)
    if state.tried:
        trials.mark(sentence, found, state.dated, days, state.lexicon)
    for span in found:
        if goes_on and not span.background:
            span.background = True
            span.rule("background", "continued", 0.7)
        state.past = state.past or span.background
    if state.past and not (goes_on or led):
        state.past = not leading.recent(sentence.text)


def numbers(sentence: Sentence, lexicon: Lexicon) -> list[Span]:
    """Steps up to the noun: what numbers there are, their bounds, units and nouns."""
    tokens = sentence.read().tokens
    atoms = find(sentence, lexicon)
    if not atoms or len(atoms) > MOST:
        return []
    found = joins.join(tokens, atoms, lexicon)
    units.measure(sentence, found, lexicon)
    for span in found:
        qualifiers.qualify(tokens, span, lexicon)
    qualifiers.converted(tokens, found)
    taken: set[int] = set()
    for span in found:
        taken.update(range(span.begin, span.end))
    parents = not sentence.words.isdisjoint(lexicon.cues.parent)
    trails = not sentence.words.isdisjoint(qualifiers.TRAILS)
    for span in found:
        nouns.count(tokens, span, taken, lexicon)
        if parents:
            agelists.children(tokens, span, lexicon)
        if trails:
            qualifiers.trailing(tokens, span, lexicon)
    if len(found) > 1:
        nouns.sized(tokens, found, lexicon)
        peoples.shared(tokens, found, lexicon)
        agelists.listed(tokens, found)
        money.converted(tokens, found, lexicon)
        money.again(tokens, found, lexicon)
        found = money.merge(tokens, found)
    for span in found:
        if span.value and (span.value < 0 or span.value % 1) and _impossible(span):
            return [s for s in found if not (s.value and (s.value < 0 or s.value % 1) and _impossible(s))]
    return found


def _impossible(span: Span) -> bool:
    """``3.900 prisoners``: nobody counts people in thousandths, so the separator has two readings."""
    people = (span.item_class or "").startswith("person")
    if people and span.unit == "count" and span.value is not None and span.value < 0:
        return True
    return people and span.unit == "count" and span.value is not None and span.value % 1 != 0 and not span.each


def attribute(sentence: Sentence, found: list[Span], alone: bool, state: State) -> list[Span]:
    """Steps after the noun: action, what a number without a noun counts, and everything that is said of it.

    ``alone`` where the sentence may also tell of one person by an article alone.
    """
    tokens, lexicon = sentence.tokens or sentence.read().tokens, state.lexicon
    acts = state.acts[sentence.start] = verbs.find(sentence, lexicon)
    actions.link(sentence, found, acts, lexicon)
    subjects.refine(sentence, found, acts, lexicon)
    if len(found) > 1:
        gaps.fill(tokens, found, lexicon)
    if alone:
        found = sorted([*found, *indefinite.find(tokens, found, acts, lexicon)], key=lambda s: s.first)
    moves = not sentence.words.isdisjoint(changes.moving(lexicon))
    for span in found:
        if not remote.uncountable(span):
            _supply(sentence, tokens, span, found, state)
        if moves or span.change:
            changes.direct(tokens, span, lexicon)
    if len(found) > 1:
        wholes.opened(tokens, found, lexicon)
    measured.settle(tokens, found, state, lexicon)
    changes.alike(tokens, found)
    found = levels.split(tokens, found, lexicon)
    levels.moved(tokens, found, lexicon)
    for span in found:
        if span.weak:
            found = [s for s in found if not s.weak or _telling(s, lexicon)]
            break
    parts.mark(sentence, found, lexicon)
    basis.settle(sentence, found, state, lexicon)
    status.settle(sentence, found, lexicon)
    if sentence.text[0] in listed.BULLETS:
        listed.settle(sentence, found, state.read, lexicon)
    context.settle(sentence, found, lexicon)
    return found


def _supply(sentence: Sentence, tokens: list[Token], span: Span, found: list[Span], state: State) -> None:
    """What a number counts whose noun stands elsewhere."""
    bare = span.elided and span.unit == "count" and not (span.each or span.weak)
    remote.count(tokens, span, found, state, state.lexicon)
    if bare:
        choosing.settle(sentence, span, found, state)
    anaphora.refer(tokens, span, found, state, state.lexicon)


def _telling(span: Span, lexicon: Lexicon) -> bool:
    """A weak vague word (several, many) is a figure only of people that something befell."""
    return (
        (span.item_class or "").startswith("person")
        and span.action_class in lexicon.cue("telling")
        and span.action_cost < 4
    )


def record(text: str, plain: Normalised, sentence: Sentence, span: Span) -> Figure:
    """The figure of a finished span, with offsets and quotes of the text as it came."""
    start, end = first, last = sentence.place(span.begin, span.end)
    if span.begin != span.first or span.end != span.last:
        first, last = sentence.place(span.first, span.last)
    begin, stop = sentence.start, sentence.start + len(sentence.text)
    if plain.removed:
        start, end = plain.offsets(start, end)
        first, last = plain.offsets(first, last)
        begin, stop = plain.offsets(begin, stop)
    figure: Any = _Open()
    figure.quote, figure.start, figure.end = text[start:end], start, end
    figure.sentence, figure.number = text[begin:stop], text[first:last]
    figure.low, figure.high, figure.value = span.low, span.high, span.value
    figure.low_exclusive, figure.high_exclusive = span.low_exclusive, span.high_exclusive
    figure.qualifier, figure.change, figure.unit = span.qualifier, span.change, span.unit
    figure.item, figure.item_phrase, figure.item_class = span.item, span.item_phrase, span.item_class
    figure.action, figure.action_class, figure.status = span.action, span.action_class, span.status
    figure.basis, figure.party, figure.place = span.basis, span.party, span.place
    figure.background, figure.part, figure.rules = span.background, span.part, tuple(span.rules)
    figure.speaker, figure.when = span.speaker, span.when
    figure.__class__ = Figure
    closed: Figure = figure
    return closed


# A frozen dataclass sets each field of a new object by a call, which takes four times as long as all the rest of
# ``record``: the object is filled while it is open, and then is a figure, as frozen as any.
_Open = type("_Open", (), {"__slots__": [field.name for field in fields(Figure)]})
