"""What stands between a counted noun and its verb, and which words are verbs: ``a day``, ``who she said``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REACH = 4
_INSERTED = 5
_ASIDE = 20
_NEED = frozenset({"need", "needs", "needed"})
_STAY = frozenset({"stay", "stays", "stayed", "remain", "remains", "remained"})
_FROM = 5
_PREMODIFIED = 6
_SAME = frozenset(
    {"cut", "hit", "put", "set", "shut", "hurt", "let", "quit", "split", "burst", "cost", "beat", "spread"}
)

_PARTICLES = frozenset({"up", "out", "off", "down"})
# Verbs whose object stands behind ``of``; before it other plain forms are nouns.
_OF_OBJECT = frozenset(
    {"consist", "dispose", "rid", "approve", "think", "speak", "dream", "hear", "warn", "complain", "die", "put", "set"}
)


def phrase_end(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """Past ``of those affected``, ``in the village``: up to four words that end before a verb; else j."""
    if j >= len(tokens) or tokens[j].low not in lexicon.cues.preposition:
        return j
    company = tokens[j].low == "with"
    for k in range(j + 2, min(len(tokens), j + 2 + _REACH + company)):
        word = tokens[k].kind == "w" or (company and tokens[k].kind == "n")
        if not word or tokens[k].low in lexicon.cue("border"):
            return j
        if tokens[k - 1].low in lexicon.cue("verb_article"):
            continue
        if helps(tokens[k], lexicon) or past_verb(tokens[k], lexicon):
            return j if tokens[k - 1].low == "and" and helps(tokens[k], lexicon) else k
    return j


def relative_end(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """Past ``who``, ``which she said``: where the verb of a relative clause may stand; else j."""
    if j >= len(tokens) or tokens[j].low not in {"who", "which", "that"}:
        return j
    for k in range(j + 1, min(len(tokens), j + 1 + _INSERTED)):
        if tokens[k].kind != "w":
            return j + 1
        if tokens[k].low in lexicon.cue("say") and k > j + 1:
            return k + 1
    return j + 1


def rate_end(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """Past ``a day``, ``per week``: else j."""
    each = j + 1 < len(tokens) and tokens[j].low in {"a", "per", "every", "each"}
    return j + 2 if each and tokens[j + 1].low in lexicon.cue("rate") else j


def phasal_end(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """``started vomiting``, ``managed to swim``: the second verb says what was done."""
    if tokens[j].low in lexicon.cue("to_be_now") or tokens[j].low in _NEED:
        return _hearsay_end(tokens, j, lexicon)
    if tokens[j].low in _STAY and j + 1 < len(tokens) and past(tokens[j + 1]) and tokens[j + 1].low in lexicon.verbs:
        return j + 1
    if lexicon.verbs.get(tokens[j].low) not in lexicon.cue("phasal"):
        return j
    k = j + 1
    if k < len(tokens) and tokens[k].low == "to":
        return k + 1 if lemma(tokens, k + 1, lexicon) else j
    return k if k < len(tokens) and ing(tokens[k]) and lemma(tokens, k, lexicon) else j


def _hearsay_end(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """``are thought to have been taken``: the infinitive says what was done; else j."""
    if j + 2 >= len(tokens) or tokens[j + 1].low != "to":
        return j
    k = j + 2
    while k < len(tokens) and helps(tokens[k], lexicon):
        k += 1
    return k if k < len(tokens) and tokens[k].low in lexicon.verbs else j


def apposed(tokens: list[Token], span: Span, end: int, lexicon: Lexicon) -> int:
    """Past the comma that ends an apposition: ``the captives, 30 men, were flown home``."""
    end = _comma(tokens, end, lexicon)
    if end + 1 < len(tokens) and tokens[end].text == "," and _opens_aside(tokens, end + 1, lexicon):
        for k in range(end + 2, min(len(tokens) - 1, end + _ASIDE)):
            if tokens[k].text == "," and (helps(tokens[k + 1], lexicon) or past_verb(tokens[k + 1], lexicon)):
                return k + 1  # ``312 people, among them 72 children, had been flown``
    if end + 1 < len(tokens) and tokens[end].text == "," and helps(tokens[end + 1], lexicon) and span.begin > 1:
        return end + 1 if _apposition(tokens, span.begin) else end
    return end


def _apposition(tokens: list[Token], begin: int) -> bool:
    """A comma a few words before, with no participle behind it: not ``, containing 8 kg of explosives, was``."""
    for k in range(begin - 1, max(-1, begin - 7), -1):
        if tokens[k].text == ",":
            return not ing(tokens[k + 1]) and tokens[k + 1].low not in ("who", "which", "that")
    return False


def _comma(tokens: list[Token], end: int, lexicon: Lexicon) -> int:
    """``Three soldiers from the army, who had fled, were caught``: the comma past a few words of place; else end."""
    if end + 3 >= len(tokens) or tokens[end].low not in lexicon.cues.preposition:
        return end
    for k in range(end + 2, min(len(tokens) - 1, end + _FROM)):
        if tokens[k].text == ",":
            return k if tokens[k + 1].low in ("who", "which") else end
    return end


def _opens_aside(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``, some of them``, ``, burned beyond recognition,``."""
    word = tokens[k].low
    return word in lexicon.cues.aside or (word.endswith("ed") and word in lexicon.verbs)


def lemma(tokens: list[Token], j: int, lexicon: Lexicon) -> str | None:
    """The lemma of a verb at j that is no verb of saying; None for other words and for names."""
    if not 0 <= j < len(tokens):
        return None
    low = tokens[j].low
    verb = lexicon.verbs.get(low)
    if verb is None or (low in lexicon.cues.say and low not in lexicon.cues.say_gives):
        return None
    if (j and tokens[j].text[0].isupper()) or (low == "last" and _of_time(tokens, j + 1, lexicon)):
        return None
    if j == 0 and low == "united" and len(tokens) > 1 and tokens[1].text[0].isupper():
        return None  # ``United Nations officials``
    if j == 0 and low in lexicon.nouns and lexicon.nouns[low].plural:
        return None  # ``Witnesses said two bombs struck``
    if tokens[j].low == "back" and j and tokens[j - 1].low in lexicon.verbs:
        return None  # ``began pulling back from three towns``
    return verb


def _of_time(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``from 12 towns last year``: no verb."""
    word = tokens[j].low if j < len(tokens) else ""
    return lexicon.units.get(word, "").startswith("duration") or word in lexicon.cue("season")


def past(token: Token) -> bool:
    """A word that may be a past form by its ending."""
    last = token.low[-1]
    return last in "tndgkwe" and not (last in "ge" and token.low.endswith(("ing", "ee")))


def past_verb(token: Token, lexicon: Lexicon) -> bool:
    """The past form of a verb: not ``list``, whose ending alone looks like one."""
    verb = lexicon.verbs.get(token.low)
    return verb is not None and past(token) and (verb != token.low or verb in _SAME)


def ing(token: Token) -> bool:
    """A participle or a gerund by its ending."""
    return token.low[-1] == "g" and token.low.endswith("ing")


def object_noun(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``lift sanctions on``, ``halve monthly rations``: behind a verb of its own a word in -s is no verb."""
    j = k - 1 - (tokens[k - 1].low.endswith("ly") or tokens[k - 1].low in _PARTICLES)
    lead = tokens[j]
    if j < 1 or tokens[k].low not in lexicon.verbs or lead.low not in lexicon.verbs or helps(lead, lexicon):
        return False
    infinitive = tokens[j - 1].low == "to" or tokens[j - 1].low in lexicon.cue("modal")
    return past_verb(lead, lexicon) or ing(lead) or (infinitive and lexicon.verbs[lead.low] == lead.low)


def helps(token: Token, lexicon: Lexicon) -> bool:
    """An auxiliary or a modal."""
    return token.low in lexicon.cues.auxiliary or token.low in lexicon.cues.modal


def adverb(token: Token, lexicon: Lexicon) -> bool:
    """A word that may stand between an auxiliary and its verb."""
    return token.low in lexicon.cues.verb_adverb or (
        token.low[-1] == "y" and token.low.endswith("ly") and len(token.low) > 4
    )


def acting(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``while 20 people crouch behind a kiosk``: a plain verb right behind people, with where they do it."""
    k = span.noun_end
    if k + 1 >= len(tokens) or tokens[k].low in lexicon.actions or tokens[k].low in lexicon.nouns:
        return None
    plain = lexicon.verbs.get(tokens[k].low) == tokens[k].low and lemma(tokens, k, lexicon) is not None
    placed = tokens[k + 1].low in lexicon.cue("preposition") or tokens[k + 1].low in ("behind", "beside", "around")
    return k if plain and placed else None


def nominal(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``the use``, ``on top of``: a noun that looks like a verb."""
    lead = tokens[k - 1].low if k else ""
    if lead in lexicon.cues.verb_article:
        return True
    noun = lead in lexicon.cue("preposition|noun_lead")
    if (noun and not ing(tokens[k])) or counted_head(tokens, k, lexicon):
        return True
    return tokens[k].low.endswith("s") and object_noun(tokens, k, lexicon)


def fund(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``announced a relief fund of $1bn``: before ``of`` nearly every plain form of a verb is a noun."""
    word, lead = tokens[k].low, tokens[k - 1].low if k else ""
    if k + 1 >= len(tokens) or tokens[k + 1].low != "of" or word in _OF_OBJECT:
        return False
    return lexicon.verbs.get(word) == word and lead != "to" and lead not in lexicon.cue("modal")


def counted_head(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``levelled 300 stone houses in 12 villages``: what a number shortly before it counts, or a word before that."""
    head = lexicon.nouns.get(tokens[k].low)
    if head is None or not head.plural:
        head = lexicon.nouns.get(tokens[k + 1].low) if k + 1 < len(tokens) else None
        if head is None or not head.plural:
            return False
    for j in range(k - 1, max(-1, k - _PREMODIFIED), -1):
        token, noun = tokens[j], lexicon.nouns.get(tokens[j].low)
        if token.kind == "n" or token.low in lexicon.triggers:
            return True
        if (noun is not None and noun.plural) or token.low in lexicon.cue("stop") or token.text in ",;:()—–":
            return False
    return False
