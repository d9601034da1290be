"""The last word on a doubtful action: the candidate of the sentence that fitted weights like best.

Where the rules are sure, they stay. An action that was only the nearest one, that the counted noun implies (hostages
are held), or that nobody found is chosen by a linear model over ``weighing.features``, by how likely it is.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from extractors.figures.action import agents, candidates, weighing
from extractors.figures.action.weighing import Candidate
from extractors.figures.clause import others
from extractors.figures.clause.between import past
from extractors.figures.clause.reach import Found
from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.odds import scores
from extractors.figures.senses import roles
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_NEAREST = 0.89
# As sure as this where it befalls nobody: ``the 9,000 troops stationed there would stay``.
_HARMLESS = 0.97
# States that the rules tell surely: the model would lose more than it mends.
_STATES = frozenset({"critical", "employed", "exchanged", "attended", "living"})
# What a noun implies that goes on until something befalls them: hostages are held.
_GOES_ON = "held"
# What befell people must be this likely where the rules found nothing.
_BEFELL = 0.9
# A candidate must be so much likelier than the action that the rules gave.
_MARGIN = 0.4
# And so much where that befalls people.
_WIDE = 0.6
# What is done to bodies as to captives.
_GIVEN = frozenset({"released", "exchanged", "received"})
# Of a number, or at the beginning of a sentence.
_WHOLE = re.compile("no[dwgVCA]{0,3}$")
_PARTED = frozenset({"whom", "which", "them", "another"})
_HAS = frozenset({"has", "have", "had"})
_OF_THEM = (["of", "them"], ["of", "those"])
Name = tuple[str | None, str | None]


def settle(placed: list[tuple[Sentence, Span]], acts: dict[int, list[Found]], lexicon: Lexicon) -> None:
    """Choose the action of each doubtful number; ``acts`` are the action words by the start of their sentence."""
    if not lexicon.action_weights:
        return
    for sentence, group in groupby(placed, itemgetter(0)):
        spans = [span for _, span in group]
        unsure = [span for span in spans if margin(span, lexicon)]
        if not unsure:
            continue
        signs = weighing.tags(sentence.tokens, lexicon)
        parted = not sentence.words.isdisjoint(_PARTED)
        for span in unsure:
            tokens = sentence.tokens
            if _whole(signs, span) or _owned(tokens, span, lexicon) or _settled(tokens, signs, span, lexicon):
                continue
            found = candidates.gather(sentence.tokens, signs, span, acts.get(sentence.start, []), lexicon)
            if parted:
                found = _own(tokens, span, spans, found)
            chosen = _choose(sentence.tokens, signs, span, found, lexicon)
            if chosen is not None:
                was = (span.action, span.action_class)
                _set(sentence.tokens, span, *chosen, spans, lexicon)
                for part in spans:
                    if (
                        part.lender is span
                        and part.rules[-1][1] == "lender"
                        and (part.action, part.action_class) == was
                    ):
                        part.action, part.action_class = span.action, span.action_class


def margin(span: Span, lexicon: Lexicon) -> float:
    """How much likelier than the action of a number another must be; 0.0 where the rules are sure.

    They are not where they found none or only guessed one, and where the verb is that of a number beside it.
    """
    if span.unit != "count" and span.unit.startswith("age"):
        return 0.0
    if span.action is None:
        return _MARGIN
    rule, confidence = _rule(span)
    befell = span.action_class in lexicon.cues.telling
    guessed = rule == "nearest" and confidence <= (_HARMLESS if _harmless(span, lexicon) else _NEAREST)
    implied = rule == "counted_noun" and (
        span.action_class == _GOES_ON or span.item == "body" or _harmless(span, lexicon)
    )
    lent = rule == "conjunct" and span.unit == "count" and not befell
    if lent and span.action_at is not None and span.action_at < span.begin:
        return 0.0  # ``finished with 20 points and nine rebounds``
    return (_WIDE if befell or lent else _MARGIN) if guessed or implied or lent else 0.0


def _harmless(span: Span, lexicon: Lexicon) -> bool:
    """Whether the action tells neither what befell people nor that they are held."""
    harms = span.action_class == _GOES_ON or span.action_class in _STATES or span.action_class in lexicon.cues.telling
    return span.unit == "count" and not harms


def _rule(span: Span) -> tuple[str, float]:
    """Which rule gave the action, whatever its class has become since, and how sure it is."""
    for attribute, rule, confidence in reversed(span.rules):
        if attribute == "action" and rule != "of_other_things":
            return rule, confidence
    return "", 1.0


def _settled(tokens: list[Token], signs: str, span: Span, lexicon: Lexicon) -> bool:
    """``food that is enough for 40,000 people``, ``caused 32 injuries, five of them serious``: no verb's own.

    In ``17 of them were women and nine had lost limbs`` the verb is that of the nine.
    """
    if span.begin > 1 and tokens[span.begin - 1].low == "for" and tokens[span.begin - 2].low == "enough":
        return True
    at = span.action_at or 0
    doing = 0 < at < span.begin and tokens[at].low.endswith("ing") and tokens[at - 1].text == ","
    if doing and span.action_class in lexicon.cues.telling:
        return not set("vVbhm") & set(signs[at + 1 : span.begin])  # ``, freeing a reporter, two convicted spies``
    if span.action_class == _GOES_ON and tokens[span.begin - 1].low in _HAS:
        return True  # ``has 1,380 prisoners linked to the war``
    if ("part", "adds_up", 0.85) in span.rules and span.elided and tokens[span.begin - 1].text in "–—":
        return span.action_class in lexicon.cue("personal")  # 63 men had come back – 44 from the army
    if not (span.elided and span.part and [t.low for t in tokens[span.last : span.last + 2]] in _OF_THEM):
        return False
    kinds = "n" in signs[span.noun_end :] and others.predicate_noun(tokens, span, len(tokens), lexicon)
    return kinds or span.action_class in lexicon.cue("telling")


def _own(tokens: list[Token], span: Span, spans: list[Span], found: list[Candidate]) -> list[Candidate]:
    """``There are 73 hostages, 35 of whom are dead``: without what is said of a part alone, up to the next comma.

    In ``one suspect came out and another surrendered`` without what the other did.
    """
    other = next((k for k in range(span.noun_end, len(tokens) - 1) if tokens[k].low == "another"), None)
    if other is not None and tokens[other - 1].low in ("and", "while", ","):
        found = [c for c in found if c.first < other]
    for part in spans:
        words = [t.low for t in tokens[part.last : part.last + 2]]
        if part.begin <= span.noun_end or words[:1] != ["of"] or _PARTED.isdisjoint(words):
            continue
        reach = range(part.last, len(tokens))
        end = next((k for k in reach if tokens[k].text in ",;–—)"), len(tokens))
        found = [c for c in found if not part.begin <= c.first < end]
    return found


def _sure(span: Span, lexicon: Lexicon) -> bool:
    """Whether the rules are sure enough that nothing befell them: only another harmless action may be likelier."""
    rule, confidence = _rule(span)
    if rule == "counted_noun":
        return _harmless(span, lexicon) and span.item != "body"
    return rule == "nearest" and confidence > _NEAREST


def _whole(signs: str, span: Span) -> bool:
    """``nine of the 33 captives``, ``Of the 115, nine``: what is told befell the part, or two numbers as one."""
    if signs[span.begin - 2 if span.begin > 2 else 0 : span.begin] in {"np", "nt"}:
        return True  # ``to 3,000 from 2,200``: told as one
    lead = signs[span.begin - 5 if span.begin > 5 else 0 : span.begin]
    found = _WHOLE.search(lead if span.begin > 5 else f"n{lead}")
    if _rule(span)[0] == "conjunct":
        return found is not None or signs[span.last : span.last + 2] in (
            "on",
            "od",
        )  # ``22 of 30 gliders and one of four``
    return found is not None and (span.action is None or span.action_at is None)


def _owned(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Families of the 59 captives marched``: what is told, the families did, or befell all of them."""
    if span.action is None:
        return span.person and agents.spoken_for(tokens, span, lexicon)
    at = span.noun_end + 1
    if at + 1 < len(tokens) and tokens[at].low == "among" and tokens[at + 1].low == "the":
        return True
    k = span.begin - 1 - (span.begin > 1 and tokens[span.begin - 1].low == "the")
    return k > 0 and tokens[k].low == "of" and tokens[k - 1].low in lexicon.cue("owned_head")


def _choose(
    tokens: list[Token], signs: str, span: Span, found: list[Candidate], lexicon: Lexicon
) -> tuple[Candidate, float] | None:
    """The likeliest candidate and how likely it is; None where the rules' action is to stay."""
    present = (span.action, span.action_class)
    for c in found:
        if (c.lemma, c.cls) != present:
            break
    else:
        return None
    at = weighing.place(tokens, signs, span)
    names = [weighing.features(signs, span, candidate, at) for candidate in found]
    if span.action is None:
        names.append(weighing.nothing(span, at))
    odds = scores(names, lexicon.action_weights)
    best = likeliest([(c.lemma, c.cls) for c in found], odds, present, lexicon.cue("telling"), margin(span, lexicon))
    if best is None or (best[0] == "include" and _rule(span)[0] == "conjunct"):
        return None  # ``The dead included a nurse and two clerks``
    if best[1] in lexicon.cues.telling and _sure(span, lexicon):
        return None
    named = [(chance, c) for chance, c in zip(odds, found, strict=False) if (c.lemma, c.cls) == best]
    return max(named, key=lambda pair: pair[0])[1], sum(chance for chance, _ in named)


def likeliest(
    names: Sequence[Name], odds: list[float], present: Name, telling: frozenset[str], wide: float
) -> Name | None:
    """The likeliest action, if it is enough likelier than the present one; else None.

    ``odds`` are those of the candidates, and behind them those of no action where there is none at present;
    ``telling`` are the classes that tell what befell people, ``wide`` is how much likelier it must be.
    """
    chances: dict[Name, float] = {}
    for name, chance in zip(names, odds, strict=False):
        chances[name] = chances.get(name, 0.0) + chance
    best, chance = max(chances.items(), key=lambda item: item[1])
    if present[0] is None:
        least = max(odds[-1], _BEFELL if best[1] in telling else 0.0)
    else:
        least = chances.get(present, 0.0) + wide
    return best if best != present and chance > least else None


def _set(
    tokens: list[Token], span: Span, chosen: Candidate, chance: float, spans: list[Span], lexicon: Lexicon
) -> None:
    """Give a span the action of a candidate; those who did it to others are no victims of it."""
    cls = chosen.cls
    if chosen.role == "v":
        cls = agents.of_verb(tokens, span, chosen.first, lexicon)
    elif cls is not None:
        act = Act(cls, chosen.lemma, chosen.role, past(tokens[chosen.first]))
        if agents.acted(tokens, span, chosen.first, chosen.end, act, spans, lexicon):
            cls = agents.AGENT
    if span.item == "body" and span.action_class == "killed" and cls not in _GIVEN:
        cls = "killed"  # ``I counted 24 bodies``
    if cls is not None and span.unit == "count" and roles.served(tokens, span, lexicon):
        cls = None
    span.action, span.action_class, span.action_at = chosen.lemma, cls, chosen.first
    if cls == agents.AGENT and span.basis is None:
        span.basis = "total"  # who does something is no side of an exchange
        span.rule("basis", "agent", 0.5)
    span.rule("action", "ranked", round(min(0.9, chance), 2))
