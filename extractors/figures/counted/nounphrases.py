"""Where the noun phrase behind a number ends: at a stop word, a sign, another number, or a verb behind its noun."""

from extractors.figures.counted.heads import a_people, is_plural
from extractors.figures.counted.phraseverbs import goes_on, is_verb, verb_of_one
from extractors.figures.lexicon import Lexicon, load, pair, phrase
from extractors.figures.once import Once
from extractors.figures.text.tokens import Token, tokenise

_LONGEST = 8
# ``took 22 soldiers prisoner``: what they became.
_CAPTURED = frozenset({"prisoner", "captive", "hostage"})
_MOMENT = frozenset({"last", "next"})
_WHOLE = frozenset({"total", "overall", "own", "entire", "whole", "annual", "other"})
_OBJECTS = frozenset({"the", "their", "its", "his", "her", "an", "our", "this", "these", "those"})
_AND = frozenset({"and", "or"})
_BODIES = frozenset({"personnel", "staff", "troops", "forces", "aircraft"})
_QUOTES = frozenset('"“”')


def noun_phrase(tokens: list[Token], j: int, taken: set[int], lexicon: Lexicon, many: bool = True) -> list[int]:
    """The tokens of the noun phrase from j, up to a stop word, a sign, a number, or a verb behind the first noun."""
    if j < len(tokens) and tokens[j].low == "as" and _reported(tokens, j):
        return []
    words, end = _run(tokens, j, taken, lexicon, many)
    if words and _no_noun(tokens[words[0]].low, lexicon) and _no_nouns(tokens, words, lexicon):
        words = []  # 74 badly wounded or sick soldiers, 63 never came home
    state = not words and end + 1 < len(tokens) and (tokens[end].low in lexicon.cues.state_of or _spoilt(tokens, end))
    if end + state < len(tokens) and tokens[end + state].low in _AND and (words or state):
        return _shared(tokens, [end] if state else words, end + state, taken, lexicon) or words
    return words


def _spoilt(tokens: list[Token], j: int) -> bool:
    """``7,300 wrecked or heavily damaged structures``: two participles of one noun."""
    if j + 3 >= len(tokens) or tokens[j + 1].low not in _AND or not tokens[j].low.endswith("ed"):
        return False
    behind = tokens[j + 1 : j + 5]
    second = behind[1 + behind[1].low.endswith("ly")]
    return second.low.endswith("ed")


def _no_nouns(tokens: list[Token], words: list[int], lexicon: Lexicon) -> bool:
    return all(_no_noun(tokens[k].low, lexicon) for k in words)


def _no_noun(word: str, lexicon: Lexicon) -> bool:
    """An adverb; a family and a supply end like one."""
    if word.endswith("ly"):
        return word not in lexicon.nouns
    return word in lexicon.cues.no_noun


def _run(tokens: list[Token], j: int, taken: set[int], lexicon: Lexicon, many: bool) -> tuple[list[int], int]:
    """The words of the phrase, and the token that it stopped at."""
    words: list[int] = []
    seen = False
    stop = lexicon.cues.stop
    # Spanish: the noun comes first, its adjectives behind; German: the first capital is the noun.
    one, capital = lexicon.cues.noun_first, lexicon.cues.capital_nouns
    end = len(tokens)
    while j < end and len(words) < _LONGEST:
        token = tokens[j]
        if (token.kind == "p" and not (token.glued and _joins(tokens, j))) or j in taken:
            signs = _signs(tokens, j, seen, lexicon) if words and j not in taken else 0
            if not signs:
                break
            j += signs
            continue
        phrase_end = _multiword(tokens, j, lexicon) if token.low in lexicon.openers else 0
        if phrase_end:
            words.extend(range(j, phrase_end))
            break
        if (token.low in stop and _halts(tokens, j, words)) or (not words and token.low == "'s"):
            break
        moment = token.low in _MOMENT and _moment(tokens, j, lexicon)
        if moment or _told(tokens, j, seen, lexicon) or (not words and _weekday(tokens, j, lexicon)):
            break
        if _predicate(tokens, j, words, seen, lexicon, many) or (seen and many and _two_words(tokens, j, lexicon)):
            break
        if seen and goes_on(tokens, j, lexicon):
            break
        words.append(j)
        if one or (capital and token.text[0].isupper()):
            break
        seen = seen or token.low in lexicon.nouns or is_plural(token.low) or _people(token)
        j += 1
    return words, j


def _two_words(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``carrying 144 people crash-landed``: a verb of two words behind the plural."""
    if j + 2 >= len(tokens) or tokens[j + 1].text != "-" or not tokens[j + 2].low.endswith("ed"):
        return False
    noun = lexicon.nouns.get(tokens[j - 1].low)
    return noun is not None and noun.plural and tokens[j + 1].glued and tokens[j + 2].glued


def _signs(tokens: list[Token], j: int, seen: bool, lexicon: Lexicon) -> int:
    """How many tokens from a sign at j stand within the phrase, which goes on behind them; 0 where it ends."""
    text = tokens[j].text
    if text == ",":
        return int(not seen and _adjectives(tokens, j, lexicon))
    if text in _QUOTES:
        return int(not (seen and is_plural(tokens[j - 1].low)) and _quoted(tokens, j))
    if text == "'":
        return int(_owners(tokens, j, lexicon))
    return 3 * (text == "(" and _short_name(tokens, j))


def _owners(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``dozens of girls' schools``: of what kind they are; not ``eight soldiers' bodies``."""
    if j + 1 >= len(tokens) or not tokens[j].glued or tokens[j + 1].glued or not is_plural(tokens[j - 1].low):
        return False
    noun = lexicon.nouns.get(tokens[j + 1].low)
    return noun is not None and noun.plural and noun.cls == "group"


def _short_name(tokens: list[Token], j: int) -> bool:
    """``16 Vorana Front Forces (VFF) rebels``: a name's letters in brackets, and the noun behind them."""
    if j + 3 >= len(tokens) or tokens[j + 2].text != ")" or not tokens[j - 1].text[0].isupper():
        return False
    return tokens[j + 1].text.isupper() and tokens[j + 3].text.islower() and is_plural(tokens[j + 3].low)


def _of_some(tokens: list[Token], j: int) -> bool:
    """``one source close to him``, ``12 brokers familiar with the deal``: said of the noun before."""
    return j + 1 < len(tokens) and tokens[j + 1].low in ("to", "with")


def _halts(tokens: list[Token], j: int, words: list[int]) -> bool:
    """True of a word of grammar that stands as one."""
    return not (tokens[j].glued or _inside(tokens, j) or (words and _owned(tokens, j)))


def _predicate(tokens: list[Token], j: int, words: list[int], seen: bool, lexicon: Lexicon, many: bool) -> bool:
    """A verb, which no noun of an owner's is (``the plant's overall cost``)."""
    if not many and words and j > words[0] and verb_of_one(tokens, words[0], j, lexicon):
        return True
    noun = lexicon.nouns.get(tokens[j].low)
    return is_verb(tokens, j, seen, noun, lexicon, many) and not (words and _owned(tokens, j - 1))


def _owned(tokens: list[Token], j: int) -> bool:
    """The ``total`` of ``the region's total pollution``, which a noun follows."""
    return tokens[j].low in _WHOLE and tokens[j - 1].low == "'s"


def _people(token: Token) -> bool:
    """``Tabrunis``: the plural of a people that ends like no other."""
    return token.low.endswith("is") and a_people(token)


def _told(tokens: list[Token], j: int, seen: bool, lexicon: Lexicon) -> bool:
    """True where a word is said of the noun (``12 call themselves judges``) or of a number (``five suffered cuts``)."""
    after = tokens[j + 1].low if j + 1 < len(tokens) else ""
    if after == "by" and _done(tokens[j].low, lexicon):
        return True
    if tokens[j].low in lexicon.cues.adjective_to and _of_some(tokens, j):
        return True
    if not seen:
        return tokens[j].low in lexicon.cues.finite
    return after.endswith(("self", "selves")) or _behind(tokens, j, lexicon) or _does(tokens, j, lexicon)


def _joins(tokens: list[Token], j: int) -> bool:
    """A hyphen, or the stroke of ``88 Shahed-136/131 drones``."""
    if tokens[j].text == "/":
        after = tokens[j + 1] if j + 1 < len(tokens) else None
        return after is not None and after.glued and (after.kind == "n" or after.text[0].isupper())
    return tokens[j].text == "-"


def _shared(tokens: list[Token], words: list[int], j: int, taken: set[int], lexicon: Lexicon) -> list[int]:
    """``ballistic and cruise missiles``, ``sick and wounded prisoners``: the words and that noun."""
    adjective = all((noun := lexicon.nouns.get(tokens[k].low)) is None or noun.lemma == tokens[k].low for k in words)
    at = _described(tokens, j, taken, lexicon) if adjective and not is_plural(tokens[words[-1]].low) else 0
    if not at:
        return []
    known = f"{tokens[j - 1].low} {tokens[at].low}" in lexicon.nouns
    return [at] if known else [*words, at]


def _described(tokens: list[Token], j: int, taken: set[int], lexicon: Lexicon) -> int:
    """The plural noun one or two adjectives behind the ``and`` at j, or 0."""
    for k in range(j + 1, min(j + 4, len(tokens))):
        if k in taken or tokens[k].kind != "w" or tokens[k].low in lexicon.cue("stop"):
            return 0
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is not None and noun.plural and k > j + 1 and noun.lemma != tokens[k].low:
            return k
        if tokens[k].low in _BODIES and k > j + 1:
            return k  # navy and coast guard personnel
    return 0


def _inside(tokens: list[Token], j: int) -> bool:
    """``five IS fighters``, ``12 well-armed men``: capitals before a plain word are a name, and a hyphen joins."""
    if j + 1 >= len(tokens):
        return False
    text, after = tokens[j].text, tokens[j + 1]
    return (len(text) > 1 and text.isupper() and after.text.islower()) or (after.text == "-" and after.glued)


def _behind(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``307 people set free``, ``214 customers home``, ``400 jobs group-wide``: said of the noun, no part of it."""
    if tokens[j].low in _CAPTURED:
        noun = lexicon.nouns.get(tokens[j - 1].low)
        return noun is not None and noun.plural and noun.cls.startswith("person")
    if tokens[j].low in ("home", "missing", "homeless") or [t.low for t in tokens[j + 1 : j + 3]] == ["-", "wide"]:
        return True
    if tokens[j].low not in lexicon.action_heads:
        return False
    both = pair(tokens[j], tokens[j + 1]) if j + 1 < len(tokens) else tokens[j].low
    return both in lexicon.actions


def _does(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``a nation of 19 million people lies``, ``five shelters set up``: a verb behind a plural, no part of it."""
    word, noun = tokens[j].low, lexicon.nouns.get(tokens[j - 1].low)
    verb = word.endswith("s") and word in lexicon.verbs and word not in lexicon.nouns
    if noun is None or not noun.plural:
        return verb and tokens[j - 1].low == "names"  # a list of 150 names includes 12 nuns
    if noun.cls.startswith(("person", "family")) and _acting(tokens, j, lexicon):
        return True
    return verb or word in lexicon.cue("set_up|told_verb|past_verb")


def _acting(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``700 people share six toilets``, ``12 men guard the bridge``: a plain verb before its object."""
    if j + 1 >= len(tokens) or lexicon.verbs.get(tokens[j].low) != tokens[j].low:
        return False
    after = tokens[j + 1]
    if after.low == "a" and j + 2 < len(tokens):
        return not lexicon.units.get(tokens[j + 2].low, "").startswith("duration")
    return after.low in _OBJECTS or after.kind == "n" or (after.low in lexicon.triggers and after.low not in _AND)


def _reported(tokens: list[Token], j: int) -> bool:
    """``not 212 as first reported``: no noun follows."""
    after = tokens[j + 1].low if j + 1 < len(tokens) else ""
    return after in ("first", "previously", "initially", "originally", "earlier", "of")


def _moment(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``rose to 34 last night``, ``520 next March``: a time and no noun."""
    if j + 1 >= len(tokens):
        return False
    after = tokens[j + 1].low
    timed = lexicon.units.get(after, "").startswith("duration") or after in lexicon.cue("month")
    return timed or after in lexicon.cue("weekday|season")


def _weekday(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``rose to 64 Sunday, as …``: a day and no noun; not ``12 Sunday matches``."""
    if tokens[j].low not in lexicon.cues.weekday or tokens[j].low.endswith("s"):
        return False
    behind = tokens[j + 1] if j + 1 < len(tokens) else None
    return behind is None or behind.kind != "w" or behind.low in lexicon.cues.stop or not behind.low.endswith("s")


def _adjectives(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """True where another adjective of the same noun follows a comma (``two small, red cars``)."""
    after = tokens[j + 1 : j + 4]
    return (
        len(after) > 1
        and after[0].kind == "w"
        and after[0].low not in lexicon.cue("stop")
        and after[1].low in lexicon.nouns
        and after[0].low not in lexicon.nouns
    )


def _quoted(tokens: list[Token], j: int) -> bool:
    """``30 foreign "mercenaries"``: one plural between quotation marks."""
    return j + 2 < len(tokens) and tokens[j + 2].text in _QUOTES and is_plural(tokens[j + 1].low)


def _multiword(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """The end of a noun of several words at j (``prisoners of war``), or 0."""
    if j + 1 >= len(tokens) or tokens[j + 1].low not in _seconds[lexicon.language].get(tokens[j].low, ()):
        return 0
    longest = lexicon.openers[tokens[j].low]
    for n in range(min(longest, len(tokens) - j), 1, -1):
        if phrase(tokens, j, j + n) in lexicon.nouns:
            return j + n
    return 0


@Once
def _seconds(language: str) -> dict[str, set[str]]:
    """What may stand behind the first word of a noun of several: a quick refusal, before any words are joined."""
    seconds = dict[str, set[str]]()
    for form in load(language).nouns:
        head, *rest = tokenise(form)
        seconds.setdefault(head.low, set()).update(token.low for token in rest[:1])
    return seconds


def _done(word: str, lexicon: Lexicon) -> bool:
    """``74 given by the mayor``: a verb, where ``by`` follows."""
    past = any(act.past for act in lexicon.actions.get(word, ()))
    return past or (word in lexicon.verbs and word not in lexicon.nouns and not word.endswith("s"))
