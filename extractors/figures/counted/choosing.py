"""The noun of a number that has none, where rules found none or only guessed: the likeliest one named before.

Each noun that the last sentences named (``mentioned``), and people in general, is weighed by a linear model over a
dozen features; the weights are in ``lexicons/<language>/item_weights.tsv``.
"""

import math
from typing import NamedTuple

from extractors.figures.action import weighing
from extractors.figures.counted.mentioned import MOVING, Named, can_be, mentions, size
from extractors.figures.lexicon import Lexicon
from extractors.figures.odds import scores
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

# So many sentences before are looked at.
_BACK = 5
# By so much, in log-odds, what a rule found is likelier than the model knows; nothing is doubted that another found.
# Where it has looked at several and settled for people, it is trusted more.
_UNSEEN = frozenset({"toll_word", "elided_person"})
_TRUST = {"toll_word": 0.5, "elided_person": 0.5, "previous_noun": 2.0, "object": 2.0, "goes_on": 2.5}
# And where they found nothing, the likeliest noun must be as likely.
_SURE = 0.6
# A word that may be a noun of its own stands behind the number.
_NOUNS = frozenset("wNAC")
_VERBS = frozenset("Vvg")
_FEWEST = 2
# Behind a subject, and behind an object.
_PREDICATE = frozenset("bhmVva")
_CLOSES = frozenset(".,qpsac")
_WALKS = frozenset({"foot", "illegally"})
_PRONOUNS = frozenset({"them", "whom", "these", "those", "which"})
_NOBODY = frozenset({"nobody", "no-one"})
_PERSON = ("person", "person")
Noun = tuple[str | None, str | None]


class Candidate(NamedTuple):
    """A noun that a number may count: its class, how many sentences ago it was named last, and in how many lines."""

    item: str
    cls: str | None
    ago: int
    lines: int
    last: Named
    counted: Span | None


class Frame(NamedTuple):
    """How a number stands: the word before it, the one behind it, and what befalls the counted."""

    lead: str
    behind: str
    act: str
    personal: str


def settle(sentence: Sentence, span: Span, spans: list[Span], state: State) -> None:
    """Give a number without a noun of its own the likeliest one, if the rules are not sure of theirs."""
    lexicon = state.lexicon
    if not lexicon.item_weights or trust(span) is None:
        return
    signs = weighing.tags(sentence.tokens, lexicon)
    if not doubtful(sentence.tokens, signs, span, lexicon):
        return
    names, found = weighed(sentence, signs, span, spans, state)
    chosen = likeliest(found, scores(names, lexicon.item_weights), span.item, trust(span) or 0.0)
    if chosen is None:
        return
    (span.item, span.item_class), chance = chosen
    span.lender = None
    span.rule("item", "likeliest", round(min(0.9, chance), 2))


def weighed(
    sentence: Sentence, signs: str, span: Span, spans: list[Span], state: State
) -> tuple[list[list[str]], list[Noun]]:
    """The features of each candidate, and its noun with the class; people in general are always one.

    So is nothing at all, where no rule found a noun.
    """
    known, bare = _candidates(sentence, signs, span, spans, state), span.item is None
    if span.kind == "vague" and span.begin == 0:
        known = []  # ``Thousands welcomed them``: a crowd, and nobody told of before
    elif bare:
        known = [candidate for candidate in known if candidate.cls or candidate.counted]
    frame = _frame(sentence.tokens, signs, span, state.lexicon)
    names = [_features(candidate, rank, frame, span) for rank, candidate in enumerate(known)]
    found: list[Noun] = [(candidate.item, candidate.cls) for candidate in known]
    people = [f"person{at}" for at in ("", f" lead {frame.lead}", f" behind {frame.behind}", f" {frame.act}")]
    if _PERSON[0] in (item for item, _ in found):
        names = [own + people if item == _PERSON[0] else own for own, (item, _) in zip(names, found, strict=True)]
    elif not bare or state.people is not None or any(map(_person, known)):
        some, near = any(_person(c) for c in known), any(_person(c) and c.ago < 2 for c in known)
        unnamed = [name.replace("person", "anybody", 1) for name in people]
        names.append([*people, *unnamed, f"anybody of {some}", f"anybody near {near}"])
        found.append(_PERSON)
    if bare:
        names.append([f"nothing{at}" for at in ("", f" lead {frame.lead}", f" behind {frame.behind}", f" {frame.act}")])
        found.append((None, None))
    elif all(item != span.item for item, _ in found):
        names.append(["unnamed", f"{_kind(span.item_class)}|{frame.act}"])
        found.append((span.item, span.item_class))
    return names, found


def likeliest(found: list[Noun], odds: list[float], present: str | None, trust: float) -> tuple[Noun, float] | None:
    """The likeliest noun and how likely it is; None where what the number has already is to stay."""
    own = [chance for (item, _), chance in zip(found, odds, strict=True) if item == present and item is not None]
    best = max(range(len(odds)), key=odds.__getitem__)
    if found[best][0] == present:
        return None
    least = max(own) * math.exp(trust) if own else _SURE
    return (found[best], odds[best]) if odds[best] > least else None


def trust(span: Span) -> float | None:
    """How far the noun that a rule guessed is trusted, 0 where there is none; None where it is no guess."""
    if span.item is None:
        for _, name, _ in span.rules:
            if name == "sum":
                return None
        return 0.0
    rule = ""
    for attribute, name, _ in span.rules:
        if attribute == "item":
            rule = name
    mixed = span.item == "person" and rule not in _UNSEEN
    return _TRUST[rule] + mixed if rule in _TRUST else None


def doubtful(tokens: list[Token], signs: str, span: Span, lexicon: Lexicon) -> bool:
    """True where the noun is unknown or guessed, and no word behind the number says who or what is counted."""
    if trust(span) is None or _followed(tokens, signs, span) or tokens[span.first].low in _NOBODY:
        return False
    end = max(span.noun_end, span.last)
    behind = [t.low for t in tokens[end : end + 4]]
    if span.last < len(tokens) and tokens[span.last].low in lexicon.cue("state"):
        return False
    if behind[:2] in (["of", "those"], ["of", "you"]):
        return False
    if span.item is None and not _stands_alone(tokens, signs, span, lexicon):
        return False
    if (span.value or 0) % 1 or not _WALKS.isdisjoint(behind):
        return False
    named = len(behind) > 2 and (behind[2] in lexicon.cue("state") or behind[2].endswith("ed"))  # two of the accused
    return not (behind[:2] == ["of", "the"] and named)


def _stands_alone(tokens: list[Token], signs: str, span: Span, lexicon: Lexicon) -> bool:
    """True where a number stands for people or things as subject or object: most others without a noun count nothing.

    ``shelters rose to 12``: what rose is found with the levels.
    """
    if span.action_class in MOVING or span.kind == "vague" or (span.low or span.high or 0) < _FEWEST:
        return False
    end, lead = max(span.noun_end, span.last), signs[: span.begin].rstrip("ad")[-2:]
    behind = signs[end : end + 1] or "."
    if not lead or lead[-1] in "Srs":
        told = lead[-1:] == "S" and behind in ".,"
        return told or behind in _PREDICATE or signs[end : end + 2] == "ou"
    if lead[-1] in "c,":
        return behind in "bhm"  # lost weight, and four had to be carried
    if lead[-1] == "o":
        return lead[0] in _VERBS
    if "at" in [t.low for t in tokens[span.begin - 1 : span.first]]:
        return not lexicon.cue("figure_word").isdisjoint(t.low for t in tokens[max(0, span.begin - 3) : span.begin])
    return lead[-1] in _VERBS and behind in _CLOSES


def _followed(tokens: list[Token], signs: str, span: Span) -> bool:
    """``saved 9,000 lives``: a word behind the number may be its noun."""
    end = max(span.noun_end, span.last)
    sign = signs[end] if end < len(signs) else "."
    if sign == "." and end < len(tokens) and tokens[end].text == "-":
        return True
    if sign == signs[span.begin - 1 : span.begin] == ",":
        return True  # the actress, 26, was arrested
    return sign in _NOUNS or (sign == "v" and tokens[end].low.endswith("s"))


def _frame(tokens: list[Token], signs: str, span: Span, lexicon: Lexicon) -> Frame:
    end, k = max(span.noun_end, span.last), span.begin - 1
    words = [t.low for t in tokens[end : end + 2]]
    if words[:1] == ["of"] and len(words) > 1:
        behind = "of them" if words[1] in _PRONOUNS else "of the"
    elif words[:1] == ["more"] or span.others:
        behind = "more" if words[:1] == ["more"] else "others"
    else:
        sign = signs[end] if end < len(signs) else "."
        behind = words[0] if sign == "p" else sign
    lead = "^" if k < 0 else tokens[k].low if signs[k] in "po" else signs[k]
    only = span.action_class in lexicon.cue("people_only")
    personal = "befalls" if only else "personal" if span.action_class in lexicon.cue("personal") else "-"
    return Frame(lead, behind, span.action_class or span.action or "-", personal)


def _candidates(sentence: Sentence, signs: str, span: Span, spans: list[Span], state: State) -> list[Candidate]:
    """The nouns named before the number, here or in the sentences before, the last named first."""
    found: dict[str, Candidate] = {}
    here = mentions(sentence, [s for s in spans if s.first < span.first], state.lexicon)
    for ago, before in enumerate([sentence, *reversed(state.read[-_BACK:])]):
        named = here if not ago else _of(before, state)
        for mention in reversed(named):
            if (not ago and mention.at >= span.begin) or not can_be(
                mention, span, None if ago else signs, state.lexicon
            ):
                continue
            known = found.get(mention.item)
            if known is None:
                lines = sentence.line - before.line
                found[mention.item] = Candidate(mention.item, mention.cls, ago, lines, mention, mention.span)
            elif known.counted is None and mention.span is not None:
                found[mention.item] = known._replace(counted=mention.span)
    return list(found.values())


def _of(sentence: Sentence, state: State) -> list[Named]:
    """The nouns of a sentence before, found once."""
    known = state.named.get(sentence.start)
    if known is None:
        known = state.named[sentence.start] = mentions(sentence, state.told.get(sentence.start, []), state.lexicon)
    return known


def _features(candidate: Candidate, rank: int, frame: Frame, span: Span) -> list[str]:
    """The names of what speaks for or against a candidate."""
    cls, kind, ago = candidate.cls or "?", _kind(candidate.cls), min(candidate.ago, 2)
    return [
        f"{kind}|{frame.act}",
        f"{cls}||{frame.act}",
        f"{kind} behind {frame.behind}",
        f"ago {candidate.ago}",
        f"rank {min(rank, 4)}",
        f"{ago} right {candidate.last.right}",
        f"class {cls}",
        f"lines {min(candidate.lines, 3)}",
        f"{kind} size {size(candidate.counted, span)}",
        f"{kind} {frame.personal}",
        f"{kind} {ago} {frame.personal}",
    ]


def _kind(cls: str | None) -> str:
    return (cls or "?").partition(".")[0]


def _person(candidate: Candidate) -> bool:
    return _kind(candidate.cls) == "person"
