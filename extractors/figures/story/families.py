"""Which words and figures tell of the same event: harm, swap, deal, custody, crowd, vote; and which a day is of."""

from dataclasses import dataclass
from datetime import date

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon, load, pair
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_FAMILIES = {
    name: family
    for family, names in (
        ("harm", ("killed", "injured", "shot", "casualty", "treated", "missing", "trapped", "rescued", "aboard",
                  "shot_at", "struck", "destroyed", "damaged", "shot_down", "survived", "kidnapped")),
        ("flight", ("evacuated", "displaced", "sheltered")),
        ("swap", ("released", "exchanged", "received", "recovered")),
        ("crowd", ("marched", "attended")),
        ("custody", ("arrested", "held", "charged")),
        ("deal", ("agreed",)),
        ("vote", ("voted", "elected", "won")),
    )
    for name in names
}  # fmt: skip
_REACH = 14
# How far behind an opening day its verb may stand.
_AHEAD = 9
Kind = tuple[str, bool]


@dataclass(slots=True)
class Day:
    """A resolved date expression: the day, the day if it is to come, the family it is of; ``coming`` behind a modal.

    ``aside`` in a relative clause beside the day that the sentence itself tells.
    """

    mention: Mention
    sentence: Sentence
    day: date | None
    ahead: date | None
    family: str | None
    owned: bool
    spoken: bool
    coming: bool
    aside: bool = False


def kind(span: Span) -> Kind:
    """The family of a figure's action, and whether it is planned."""
    return _FAMILIES.get(span.action_class or "", span.action_class or ""), span.status == "planned"


def known(family: str) -> bool:
    """True for a family that words can name."""
    return family in ("harm", "swap", "crowd", "custody", "deal", "vote")


def of_word(word: str, lexicon: Lexicon) -> str | None:
    """The family that a word names."""
    return _named_by[lexicon.language].get(word)


@Once
def _named_by(language: str) -> dict[str, str]:
    """The family of each word that names one."""
    lexicon = load(language)
    table = {word: _FAMILIES[acts[0].cls] for word, acts in lexicon.actions.items() if acts[0].cls in _FAMILIES}
    table.update({word: "harm" for word, noun in lexicon.nouns.items() if noun.cls.startswith("event")})
    for word in lexicon.cue("day_light"):
        table.pop(word, None)
    table.update(dict.fromkeys(lexicon.cue("deal_word"), "deal"))
    return table


def owner(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> tuple[str | None, bool]:
    """The family of the event that a day is told of, and whether the day is part of its name (``Friday's strike``)."""
    named = _named(tokens, mention, lexicon)
    if named is not None:
        return named, True
    direct, borders = _done(tokens, mention, lexicon), lexicon.cues.day_border
    families, heads = _named_by[lexicon.language], lexicon.action_heads
    described: str | None = None
    for k in range(mention.first - 1, mention.first - _REACH if mention.first >= _REACH else -1, -1):
        word = tokens[k].low
        if word in borders:
            break
        if direct is not None and word == ",":
            return direct, False
        family = families.get(word)
        if family is None and word in heads and k + 1 < mention.first:
            acts = lexicon.actions.get(pair(tokens[k], tokens[k + 1]), ())  # were set free, handed over 117
            family = _FAMILIES.get(acts[0].cls) if acts else None
        if family is not None and _describes(tokens, k, lexicon):
            described = described or family
        elif family is not None:
            return family, False
    if direct is not None or described is not None:
        return direct or described, False
    return _behind(tokens, mention, lexicon), False


def _describes(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``handed over 117 captured soldiers on Thursday``: a participle between a number and its noun."""
    number = k > 0 and (tokens[k - 1].kind == "n" or tokens[k - 1].low in lexicon.triggers)
    return number and tokens[k].low.endswith("ed") and tokens[k + 1].low in lexicon.nouns


def _done(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> str | None:
    """``Ten months after they died, prosecutors on Tuesday charged …``: the verb right behind the day."""
    verb = tokens[mention.end].low if mention.end < len(tokens) and mention.first > 1 else ""
    return of_word(verb, lexicon) if verb.endswith("ed") and tokens[mention.first - 1].low == "on" else None


def _behind(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> str | None:
    """``The army on Tuesday handed over …``; ``On Tuesday negotiators agreed …``: the verb behind the day."""
    reach = 0 if mention.lead == "eve" else _AHEAD if mention.first < 3 else 1
    for k in range(mention.end, min(len(tokens), mention.end + reach)):
        if tokens[k].low in lexicon.cues.day_border:
            return None
        two = pair(tokens[k], tokens[k + 1]) if k + 1 < len(tokens) else tokens[k].low
        acts = lexicon.actions.get(two)
        family = _FAMILIES.get(acts[0].cls) if acts else of_word(tokens[k].low, lexicon)
        if family is not None:
            return family
    return None


def _named(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> str | None:
    """``Friday's exchange``, ``last week's … agreement``, ``the May 16 deal``."""
    possessive = mention.end < len(tokens) and tokens[mention.end].low == "'s"
    led = mention.first > 0 and tokens[mention.first - 1].low in {"the", "a", "an", "this"}
    if not possessive and not led:
        return None
    for k in range(mention.end, min(len(tokens), mention.end + (7 if possessive else 3))):
        if tokens[k].text in ",;." or tokens[k].low in lexicon.cue("pronoun"):
            return None
        family = of_word(tokens[k].low, lexicon)
        if family is not None:
            return family
    return None
