"""Which words and figures tell of the same event: harm, swap, deal, custody, crowd, vote; and which a day is of."""

from dataclasses import dataclass
from datetime import date

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_FAMILIES = {
    name: family
    for family, names in (
        ("harm", ("killed", "injured", "shot", "casualty", "treated", "missing", "trapped", "rescued", "aboard",
                  "shot_at", "struck", "destroyed", "damaged")),
        ("flight", ("evacuated", "displaced")),
        ("swap", ("released", "exchanged", "received", "recovered")),
        ("crowd", ("marched", "attended")),
        ("custody", ("arrested", "held", "charged")),
        ("deal", ("agreed",)),
        ("vote", ("voted", "elected", "won")),
    )
    for name in names
}  # fmt: skip
_REACH = 14
Kind = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Day:
    """A resolved date expression: the day, the day if it is to come, the family it is of; ``coming`` behind a modal."""

    mention: Mention
    sentence: Sentence
    day: date | None
    ahead: date | None
    family: str | None
    owned: bool
    spoken: bool
    coming: bool


def kind(span: Span) -> Kind:
    """The family of a figure's action, and whether it is planned."""
    return _FAMILIES.get(span.action_class or "", span.action_class or ""), span.status == "planned"


def known(family: str) -> bool:
    """True for a family that words can name."""
    return family in ("harm", "swap", "crowd", "custody", "deal", "vote")


def of_word(word: str, lexicon: Lexicon) -> str | None:
    """The family that a word names."""
    if word in lexicon.cue("deal_word"):
        return "deal"
    if word in lexicon.cue("day_light"):
        return None
    noun = lexicon.nouns.get(word)
    if noun is not None and noun.cls.startswith("event"):
        return "harm"
    acts = lexicon.actions.get(word)
    return _FAMILIES.get(acts[0].cls) if acts else None


def owner(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> tuple[str | None, bool]:
    """The family of the event that a day is told of, and whether the day is part of its name (``Friday's strike``)."""
    named = _named(tokens, mention, lexicon)
    if named is not None:
        return named, True
    borders = lexicon.cue("day_border")
    for k in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        if tokens[k].low in borders:
            break
        family = of_word(tokens[k].low, lexicon)
        if family is not None:
            return family, False
    return of_word(tokens[mention.end].low, lexicon) if mention.end < len(tokens) else None, False


def _named(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> str | None:
    """``Friday's exchange``, ``last week's … agreement``, ``the May 16 deal``."""
    possessive = mention.end < len(tokens) and tokens[mention.end].low == "'s"
    led = mention.first > 0 and tokens[mention.first - 1].low in ("the", "a", "an", "this")
    if not possessive and not led:
        return None
    for k in range(mention.end, min(len(tokens), mention.end + (7 if possessive else 3))):
        if tokens[k].text in ",;.":
            return None
        family = of_word(tokens[k].low, lexicon)
        if family is not None:
            return family
    return None


def spoken(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``said on Thursday``, ``told reporters late Thursday``, ``the mayor on Friday said``: the day of the speech."""
    if _compared(tokens, mention, lexicon):
        return True
    said, after, links = lexicon.cue("say"), lexicon.cue("day_say"), lexicon.cue("day_of_speech")
    for k in range(mention.first - 1, max(-1, mention.first - 7), -1):
        word = tokens[k].low
        if word in after:
            return True
        if word in said:
            passive = k > 0 and tokens[k - 1].low in lexicon.cue("be")
            return not passive
        if tokens[k].low not in links:
            break
    behind = mention.end + (mention.end < len(tokens) and tokens[mention.end].low in lexicon.cue("say_adverb"))
    before = mention.first - (mention.first > 0 and tokens[mention.first - 1].low in ("on", "late", "early"))
    tells = behind < len(tokens) and (tokens[behind].low in said or tokens[behind].low in after)
    return before > 0 and tells and tokens[before - 1].text != ","


def modified(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``found the bodies of four hostages taken on October 7``: a day of the participle, not of what was found."""
    k = span.noun_end
    if span.action_at is None or span.action_at >= span.begin or not k < mention.first <= k + 9:
        return False
    return tokens[k].low.endswith(("ed", "en")) and all(t.text != "," for t in tokens[k : mention.first])


def _compared(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``as of 28 January``, ``by Friday``; ``down 12 percent on the week before``: a day of reports."""
    lead = [t.low for t in tokens[max(0, mention.first - 2) : mention.first]]
    if lead[-1:] == ["by"]:
        return not coming(tokens, mention, lexicon)
    if mention.kind == "week":
        return bool({"than", "from", "over", "against", "with", "on"} & set(lead)) and mention.lead in (
            "before",
            "earlier",
        )
    return lead in (["as", "of"], ["as", "at"])


def opens(tokens: list[Token], mention: Mention) -> bool:
    """``since the first case on 22 April``: the day from which is counted; not ``since 3 May, when nine died``."""
    if "when" in [t.low for t in tokens[mention.end : mention.end + 2]]:
        return False
    for k in range(mention.first - 1, max(-1, mention.first - 9), -1):
        if tokens[k].low == "since":
            return True
        if tokens[k].text in ",;":
            return False
    return False


def coming(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``will continue over the weekend``, ``are to be freed on Saturday``: a day that is to come."""
    for k in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        word = tokens[k].low
        if word in lexicon.cue("day_border"):
            return False
        verb = tokens[k + 1].low if word == "to" else ""
        if word in lexicon.cue("day_ahead") or verb == "be" or (verb and verb in lexicon.actions):
            return not (k + 1 < len(tokens) and tokens[k + 1].low == "have")
    return mention.lead in ("next", "coming")
