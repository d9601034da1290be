"""Whether a word behind a number is a verb or part of what is counted: ``390 people freed``, ``two rescue divers``."""

from extractors.figures.counted import holders
from extractors.figures.counted.heads import a_people, is_plural
from extractors.figures.lexicon import Act, Lexicon, Noun
from extractors.figures.text.tokens import Token

_OWNERS = frozenset({"its", "their", "the", "his", "her", "our"})
_THAT = frozenset({"that", "those"})
_OBJECT_LEADS = _OWNERS | _THAT | {"a", "an", "this", "these", "it", "them", "him"}
_COLLECTIVE = frozenset({"police", "crew", "staff", "personnel", "people", "aircraft"})
_ADJECTIVES = ("al", "ic", "ive", "ous", "ary", "ble", "ful")
# Words between a number and its noun.
SKIP = frozenset(
    {"more", "fewer", "else", "other", "additional", "further", "different", "such", "new", "of", "the", "our",
     "own", "its", "their", "his", "her", "these", "those", "all", "many", "total", "my", "your", "so-called"}
)  # fmt: skip


def is_verb(tokens: list[Token], j: int, seen: bool, noun: Noun | None, lexicon: Lexicon, many: bool) -> bool:
    """True where a word ends the phrase as its predicate: ``released`` in ``390 people released``."""
    word, after = tokens[j].low, tokens[j + 1].low if j + 1 < len(tokens) else ""
    if not seen and (
        ((after in _THAT or word in lexicon.cues.blow_verb) and _does(tokens, j, after, noun, lexicon))
        or (word in holders.HOLDS and holders.holds(tokens, j, lexicon))
    ):
        return True
    if _joined(tokens, j) or (not seen and _noun_here(tokens, j, noun, lexicon, many)):
        return False
    acts = lexicon.actions.get(word)
    owner = j + 2 < len(tokens) and tokens[j + 2].low == "'s"  # ``nine hold officer's rank``
    nominal = (after in lexicon.nouns and not owner) or _of_plural(word, after, acts, lexicon)
    nominal = nominal or (
        not seen and (_foreign(tokens, j, word, lexicon) or (bool(after) and a_people(tokens[j + 1])))
    )
    if (
        word in lexicon.cues.speak_verb
        or (not seen and word in lexicon.cues.undergo)
        or (noun is None and _lying(tokens, j, lexicon))
    ):
        return not nominal
    left = lexicon.nouns.get(tokens[j - 1].low) if seen and many and noun is None else None
    if left is not None and not left.plural and _plural_head(tokens, j, lexicon):
        return False
    if (tokens[j - 1].low == "of" and _adjective(acts)) or (seen and many and _compound(tokens, j, lexicon)):
        return False
    if word.endswith("ed") and _done_so(word, after, seen, lexicon):
        return True
    for act in acts or ():
        if act.role != "n":
            return _acted(tokens, j, seen, noun, nominal, many, lexicon)
    if noun is not None or acts:
        return False
    return _formed(tokens, j, seen, nominal, lexicon)


def goes_on(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``youths hurling bombs``, ``two of the witnesses Ana Soares named``: what is said of the plural before j."""
    noun, word = lexicon.nouns.get(tokens[j - 1].low), tokens[j]
    if noun is None or not noun.plural or noun.lemma == tokens[j - 1].low or lexicon.cues.capital_nouns:
        return False  # not ``31 wounded Sorlanis``
    if word.text[0].isupper():
        return tokens[j - 1].text.islower() and not tokens[j - 1].glued
    return word.low.endswith("ing") and noun.cls.startswith("person") and word.low not in lexicon.nouns


def _done_so(word: str, after: str, seen: bool, lexicon: Lexicon) -> bool:
    """``23 presumed dead``, ``a family of five tested positive``: a verb of two words."""
    both = lexicon.actions.get(f"{word} {after}")
    if not both:
        return False
    if not seen and after not in lexicon.nouns and any(act.role == "s" for act in both):
        return True
    return any(act.role == "a" or act.past for act in lexicon.actions.get(after, ()))


def verb_of_one(tokens: list[Token], first: int, j: int, lexicon: Lexicon) -> bool:
    """``One image shows the boy``, ``one report says that``: a singular, its verb in -s and an object or a clause."""
    word, lead, number = tokens[j].low, tokens[j - 1], tokens[first - 1]
    if number.kind != "n" and number.low not in lexicon.triggers:
        return False  # ``one of the firm's ships in the port``
    if not is_plural(word) or j + 1 >= len(tokens) or lexicon.verbs.get(word, word) == word:
        return False
    after = tokens[j + 1].low
    if lead.kind != "w" or lead.low in SKIP or lead.low in lexicon.triggers or is_plural(lead.low):
        return False
    counted = tokens[j + 1].kind == "n" or after in lexicon.triggers
    if tokens[j + 1].text[0].isupper() and lead.text.islower() and word not in lexicon.nouns:
        return tokens[j + 1].text[1:].islower()  # ``one analyst catches Orbia's chief``
    return counted or after in _OBJECT_LEADS or after in lexicon.cues.one_object


def _noun_here(tokens: list[Token], j: int, noun: Noun | None, lexicon: Lexicon, many: bool) -> bool:
    """A participle before its noun, or an act that is counted."""
    if tokens[j].low.endswith("ing"):
        return _describes(tokens, j, lexicon)
    return many and noun is None and _counted_acts(tokens, j, lexicon)


def _counted_acts(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``85 releases so far``, ``14 impacts``: no verb in -s stands right behind a number of many."""
    word, lead = tokens[j].low, tokens[j - 1]
    if not is_plural(word) or (lead.kind != "n" and lead.low not in lexicon.triggers):
        return False
    after = tokens[j + 1] if j + 1 < len(tokens) else None
    of = j > 1 and tokens[j - 2].low in lexicon.cue("preposition")  # ``a family of six lives``
    return not of and not (after is not None and (after.low in _OBJECT_LEADS or after.kind == "n"))


def _does(tokens: list[Token], j: int, after: str, noun: Noun | None, lexicon: Lexicon) -> bool:
    """``The toll of 84 tops that of May``: a verb that is no noun besides; ``Six hit homes``."""
    word = tokens[j].low
    compared = after in _THAT and [t.low for t in tokens[j + 2 : j + 3]] == ["of"]  # not ``three acts that detail``
    tops = compared and noun is None and word.endswith("s") and word in lexicon.verbs
    return tops or (word in lexicon.cue("blow_verb") and _hits(tokens, j, lexicon))


def _hits(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``Six hit homes in the port``: a verb right behind the number, and what weapons strike; not ``six hit songs``."""
    lead = tokens[j - 2].low if j > 1 else ""
    noun = lexicon.nouns.get(tokens[j + 1].low) if j + 1 < len(tokens) else None
    if noun is None or not noun.plural or lead in ("the", "these", "those", "of") or tokens[j].glued:
        return False  # ``the four hardest-hit villages``
    after = tokens[j + 2].low if j + 2 < len(tokens) else "."
    if lead in lexicon.verbs or lead in lexicon.cue("preposition") or _predicate_word(after, lexicon):
        return False  # ``has reached 40 hit towns``, ``nine hit buildings were declared unsafe``
    return noun.cls in ("building", "place") or noun.cls.startswith("vehicle") or noun.lemma in lexicon.cue("blow_aim")


def _predicate_word(word: str, lexicon: Lexicon) -> bool:
    """``were``, ``had``, ``received``, ``lay``: what stands before it is its subject."""
    finite = lexicon.verbs.get(word, word) != word and not word.endswith(("ing", "s"))
    return finite or word in lexicon.cue("be|auxiliary|modal") or word in lexicon.cue("finite_past")


def _acted(
    tokens: list[Token], j: int, seen: bool, noun: Noun | None, nominal: bool, many: bool, lexicon: Lexicon
) -> bool:
    """True where a known action is the predicate, and no adjective or noun."""
    word = tokens[j].low
    past = any(a.past for a in lexicon.actions[word])
    if not seen and any(a.role == "n" for a in lexicon.actions[word]) and _described(tokens[j - 1], lexicon):
        return False
    inside = many and not seen and is_plural(word) and tokens[j - 1].kind == "w" and tokens[j - 1].low not in SKIP
    plural = noun.plural if noun is not None else inside and tokens[j - 1].low not in lexicon.triggers
    if plural and not past:
        return False
    if not seen and noun is not None and many and not noun.plural and past:
        return not nominal
    if not seen and noun is not None:
        return not nominal and word in lexicon.cue("state")
    return seen or not nominal


def _described(lead: Token, lexicon: Lexicon) -> bool:
    """``the annual output``: behind an adjective the word is the noun."""
    return lead.low.endswith(_ADJECTIVES) and lead.low not in lexicon.nouns and lead.text.islower()


def _plural_head(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``12 fire pumps and hoses``: behind a singular no verb of many ends in -s."""
    if not is_plural(tokens[j].low) or tokens[j - 1].low in _COLLECTIVE:
        return False
    for k in range(j - 2, max(-1, j - 5), -1):
        lead = tokens[k]
        if lead.kind == "n" or lead.low in lexicon.triggers:
            return True
        if lead.kind != "w" or lead.low in lexicon.cues.stop or is_plural(lead.low):
            return False  # 500,000 lithium battery packs; not ``12 men whose army fires``
    return False


def _several(token: Token, lexicon: Lexicon) -> bool:
    """``villagers``, ``men``, ``Sorlandis``: a plural, behind which an unknown word in -ed is a verb."""
    noun = lexicon.nouns.get(token.low)
    return is_plural(token.low) or a_people(token) or (noun is not None and noun.plural)


def _formed(tokens: list[Token], j: int, seen: bool, nominal: bool, lexicon: Lexicon) -> bool:
    """True where an unknown word is a verb by its ending."""
    word, after = tokens[j].low, tokens[j + 1].low if j + 1 < len(tokens) else ""
    if not seen and (word in lexicon.cue("past_verb|told_verb")):
        return not nominal
    several = seen and word not in lexicon.cues.adjectival and _several(tokens[j - 1], lexicon)
    if word.endswith("ed") and (after in lexicon.cue("particle") or several):
        return True
    if word.endswith("ed") and len(word) > 3:
        if not seen and _place(tokens, j + 1, lexicon):
            return True
        return not nominal if seen else not _lettered(after) or after in lexicon.cue("stop") or after == "having"
    return seen and word.endswith("ing") and len(word) > 5 and not nominal


def _lettered(word: str) -> bool:
    """A word, or an abbreviation with points (``40 radicalised U.S. citizens``)."""
    return word.replace(".", "").isalpha()


def _place(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``The first five reached Ramallah at noon``: a name that is no plural, and no noun behind it."""
    if j + 1 >= len(tokens) or not tokens[j].text[0].isupper() or tokens[j].low in lexicon.nouns:
        return False
    after = tokens[j + 1]
    ends = after.kind == "p" or after.low in lexicon.cue("stop") or after.low in ("last", "next", "early", "late")
    return ends and not is_plural(tokens[j].low) and not a_people(tokens[j])


def _foreign(tokens: list[Token], j: int, word: str, lexicon: Lexicon) -> bool:
    """``22 captured foreign fighters``, ``2,300 inhabited slopes``: a participle, an adjective perhaps, a plural."""
    described = word in lexicon.cues.adjectival
    if not described and not word.endswith("ed"):
        return False
    after = tokens[j + 1 : j + 3]
    if not after or after[0].kind != "w" or after[0].low in lexicon.cue("stop") or after[0].low in lexicon.verbs:
        return False
    if after[0].low in lexicon.triggers:
        return False  # ``a crew of 34 rescued two sailors``
    if described and (
        is_plural(after[0].low) or (word in lexicon.cues.adjectival_far and _many(tokens, j + 1, lexicon))
    ):
        return True
    noun = lexicon.nouns.get(after[1].low) if len(after) > 1 else None
    return noun is not None and noun.plural and (described or noun.cls.startswith("person"))


def _many(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``two proposed long water diversion tunnels``: plain words from j on that end in a plural."""
    for k in range(j, min(len(tokens), j + 5)):
        if tokens[k].glued:
            continue  # three advanced IR-6 turbines
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cues.stop or tokens[k].low in lexicon.triggers:
            return False
        if is_plural(tokens[k].low):
            return True
    return False


def _compound(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``two army transport planes``: behind a singular noun and before a plural stands no verb of many."""
    left = lexicon.nouns.get(tokens[j - 1].low)
    right = lexicon.nouns.get(tokens[j + 1].low) if j + 1 < len(tokens) else None
    plain = left is not None and not left.plural and lexicon.verbs.get(tokens[j].low) == tokens[j].low
    return plain and right is not None and right.plural


def _lying(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``a family of six lying together``: a participle right behind the number itself."""
    lead = tokens[j - 1]
    number = lead.kind == "n" or lead.low in lexicon.triggers
    plural = j + 1 < len(tokens) and is_plural(tokens[j + 1].low)
    return number and not plural and tokens[j].low.endswith("ing") and tokens[j].low in lexicon.verbs


def _of_plural(word: str, after: str, acts: tuple[Act, ...] | None, lexicon: Lexicon) -> bool:
    """``two rescue divers``: a plain form before an unknown plural is part of its noun."""
    if acts is None or not is_plural(after) or after in lexicon.verbs or after in lexicon.cue("stop"):
        return False
    return not any(a.past for a in acts) and not word.endswith(("s", "ing"))


def _adjective(acts: tuple[Act, ...] | None) -> bool:
    """``hundreds of live birds``: a verb that is no participle or state cannot stand right behind ``of``."""
    return acts is not None and not any(a.past or a.role == "a" for a in acts)


def _joined(tokens: list[Token], j: int) -> bool:
    """``12 well-armed men``, ``death-defying``: a part of a word with hyphens is no verb."""
    if tokens[j].glued and tokens[j - 1].text == "-" and tokens[j - 1].glued:
        return True
    return j + 2 < len(tokens) and tokens[j + 1].text == "-" and tokens[j + 1].glued and bool(tokens[j + 2].glued)


def _fighting(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``seven hours of heavy fighting``: a gerund behind ``of`` and an adjective is the noun."""
    lead = tokens[j - 1]
    adjective = lead.text.islower() and lead.low not in SKIP and lead.low not in lexicon.triggers
    return j > 1 and tokens[j - 2].low == "of" and adjective


def _describes(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``one working DNA machine``, ``two sleeping children``: a participle right before its noun."""
    if _fighting(tokens, j, lexicon):
        return True
    after = tokens[j + 1 : j + 3]
    if not after or after[0].kind != "w" or after[0].low in lexicon.cue("stop"):
        return False
    if tokens[j - 1].low in _OWNERS and tokens[j - 2].low == "of":
        return True  # 40 percent of its generating capacity
    short = (
        len(after) > 1 and after[0].text.isupper() and after[1].kind == "w" and after[1].low not in lexicon.cue("stop")
    )
    plural = (
        is_plural(after[0].low) and after[0].low not in lexicon.verbs and tokens[j].low not in lexicon.cue("acts_on")
    )
    return short or plural or after[0].low in lexicon.nouns
