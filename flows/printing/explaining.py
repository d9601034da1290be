"""The page of ``tallywire explain``: who reports the number, in which words, who does not, and how it came about."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.text import Text

from flows.escaping import one_line
from flows.printing.console import indented, moment, safe
from flows.printing.history import history_table
from flows.printing.numbers import Number, said, span
from flows.printing.standing import support
from warehouse.belief import Stance
from warehouse.explain import Counted, Explanation, NearMiss, Testimony
from warehouse.ledger.wording import many

Words = Callable[[Number], str]
VOICES_SHOWN = 20
ARTICLES_SHOWN = 3
MISSES_SHOWN = 8
STRANGE_SHOWN = 3
OVERTAKEN_SHOWN = 12
HEADINGS: dict[Stance, str] = {
    "supports": "Who reports it",
    "dissents": "Who reports something else",
    "held": "Waiting for a second voice, not counted yet",
    "compatible": "Said so that it neither supports nor contradicts",
    "superseded": "Overtaken since",
    "ignored": "Set aside",
}
WHY_NOT = {
    "unit": "another unit",
    "count": "something else is counted",
    "action": "something else happened",
    "status": "planned, or denied",
    "place": "another place",
    "party": "another party",
    "about": "another story",
    "when": "another time",
    "between": "outside the bounds of the watch",
    "background": "an earlier event",
    "part": "a part of the number",
    "change": "a change, not the number itself",
    "not": "a word that the watch excludes",
}
FOOTNOTE = (
    "A voice is one independent origin: all copies of one wire text, and all mastheads of one owner, are one voice. "
    "This page tells what is reported and by whom; it does not say what is true."
)


def show(console: Console, explanation: Explanation) -> None:
    """Print the whole page."""
    tracked = explanation.quantity
    words = partial(said, unit=tracked.unit, total=tracked.basis is not None)
    now = explanation.consensus
    head = words(now) if now else None
    console.print(_title(explanation, words))
    for stance, heading in HEADINGS.items():
        found = [t for t in explanation.testimony if t.stance == stance]
        if found:
            console.print(_heading(heading, found))
            for line in _short_lines(found, words) if stance == "superseded" else _voices(found, head, words):
                console.print(line, soft_wrap=isinstance(line, Text))
    if explanation.near_misses:
        console.print("\n[bold]Near misses[/], figures that were read but not counted, and why")
        for line in _misses(explanation.near_misses, words):
            console.print(line)
    if explanation.counted:
        console.print("\n[bold]What the articles of this watch count[/], as a quantity can ask for it")
        for counted in explanation.counted:
            console.print(indented(_counted(counted)))
    if explanation.history:
        console.print("\n[bold]History[/], by the time at which it was reported")
        console.print(history_table(explanation.history, explanation.quantity))
    console.print(f"\n[quiet]{FOOTNOTE}[/]")


def _title(explanation: Explanation, words: Words) -> RenderableType:
    tracked, now = explanation.quantity, explanation.consensus
    name = f"[bold]{safe(tracked.title)}[/]  [quiet]{safe(tracked.watch)}/{safe(tracked.quantity)}[/]"
    if now is None or now.state is None:
        why = f": {safe(now.cause)}" if now else ""
        return Group(name, f"  Nothing is reported{why}.")
    number = f"  Reported: [number]{safe(words(now))}[/]"
    lines = [name, "", f"{number}  [state.{now.state}]{now.state}[/]", f"  {support(now)}"]
    if (now.span_low, now.span_high) != (now.low, now.high):
        lines.append(f"  Counted voices stand behind {span(now.span_low, now.span_high, tracked.unit)}.")
    cause = f": {safe(now.cause)}" if now.cause else ""
    return Group(*lines, indented(f"Since {moment(now.since)}{cause}"))


def _heading(heading: str, found: Sequence[Testimony]) -> str:
    return f"\n[bold]{heading}[/] [quiet]({many(len({t.article_id for t in found}), 'article')})[/]"


def _voices(found: Sequence[Testimony], head: str | None, words: Words) -> Iterator[RenderableType]:
    """Each voice with its newest articles, the voice that spoke first at the top; ``head``: the number, if known."""
    order = {voice: n for n, voice in enumerate(dict.fromkeys(t.voice for t in found))}
    ranked = sorted(found, key=lambda t: order[t.voice])
    for n, (voice, said_by) in enumerate(groupby(ranked, key=lambda t: t.voice)):
        articles = list(said_by)
        if n == VOICES_SHOWN:
            yield indented(f"[quiet]and {many(len(order) - VOICES_SHOWN, 'voice')} more (see --json)[/]")
            return
        alone = {t.source for t in articles} == {voice}
        if not alone:
            yield indented(f"[bold]{safe(voice)}[/]")
        quoted = None
        for testimony in articles[-ARTICLES_SHOWN:]:
            again = quoted == testimony.sentence
            yield from _article(testimony, head, words, 2 if alone else 4, again)
            quoted = testimony.sentence
        if len(articles) > ARTICLES_SHOWN:
            yield indented(f"[quiet]and {len(articles) - ARTICLES_SHOWN} earlier (see --json)[/]", 4)


def _article(testimony: Testimony, head: str | None, words: Words, by: int, again: bool) -> Iterator[RenderableType]:
    """One article: its number where that is not the one at the head of the page, whom it names, its sentence (unless
    the article before it had the same: ``again``).
    """
    own = words(testimony)
    number = "" if own == head else f"[number]{safe(own)}[/] – "
    speaker = f", naming {safe(testimony.speaker)}" if testimony.speaker else ""
    assumed = " [quiet](taken as each side's)[/]" if testimony.basis_assumed else ""
    source = f"[bold]{safe(testimony.source)}[/]" if by == 2 else safe(testimony.source)
    yield indented(f"{number}{source}, {moment(testimony.effective_at)}{speaker}{assumed}", by)
    yield indented("[quiet]in the same sentence[/]" if again else _quoted(testimony.sentence, testimony.quote), by + 2)
    if testimony.reason and own != head:
        yield indented(f"[quiet]{safe(testimony.reason)}[/]", by + 2)
    yield Text(" " * (by + 2) + one_line(testimony.url, 2000), style="quiet")


def _quoted(sentence: str | None, *quotes: str) -> Text:
    """The sentence in quotation marks (its own where it has them), with the words of the figures in bold."""
    words = one_line(sentence or quotes[0], 400)
    text = Text(words if words[:1] in '“"«„' else f"“{words}”", style="quote")
    text.highlight_words([one_line(quote) for quote in quotes], style="bold")
    return text


def _short_lines(found: Sequence[Testimony], words: Words) -> Iterator[RenderableType]:
    if len(found) > OVERTAKEN_SHOWN:
        yield indented(f"[quiet]{len(found) - OVERTAKEN_SHOWN} earlier ones (see --json)[/]")
    for t in found[-OVERTAKEN_SHOWN:]:
        yield indented(f"[number]{safe(words(t))}[/] – {safe(t.source)}, {moment(t.effective_at)}")


def _counted(counted: Counted) -> str:
    """``count: barrel  action: cut  unit: volume:barrel  (7 figures in 3 articles)``."""
    keys = {"count": counted.item, "action": counted.action, "unit": counted.unit if counted.unit != "count" else None}
    words = "  ".join(f"{key}: [number]{safe(word)}[/]" for key, word in keys.items() if word)
    return f"{words}  [quiet]({many(counted.figures, 'figure')} in {many(counted.articles, 'article')})[/]"


def _misses(misses: Sequence[NearMiss], words: Words) -> Iterator[RenderableType]:
    """The most telling ones, in order of time: few of those that count something else or tell of another action.

    Each says its number; a sentence stands once, below all its numbers and for all articles that print it.
    """
    strange = [m for m in misses if m.why_not in ("count", "action")]
    close = [m for m in misses if m.why_not not in ("count", "action")]
    told = sorted([*close[-MISSES_SHOWN:], *strange[-STRANGE_SHOWN:]], key=lambda m: m.effective_at)
    sentences: dict[str, list[NearMiss]] = {}
    for miss in told:
        sentences.setdefault(miss.sentence, []).append(miss)
    for sentence, alike in sentences.items():
        numbers = dict.fromkeys(f"[number]{safe(words(m))}[/]: {_why_not(m)}" for m in alike)
        sources = ", ".join(dict.fromkeys(safe(m.source) for m in alike))
        yield indented(f"{'; '.join(numbers)} – {sources}, {moment(alike[0].effective_at)}")
        yield indented(_quoted(sentence, *(m.quote for m in alike)), 4)
    if len(misses) > len(told):
        yield indented(f"[quiet]and {len(misses) - len(told)} more (see --json)[/]")


def _why_not(miss: NearMiss) -> str:
    return f"[bold]{safe(WHY_NOT.get(miss.why_not, miss.why_not))}[/]"
