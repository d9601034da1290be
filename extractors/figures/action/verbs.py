"""The action words of a sentence: verbs, states and nouns of action, the longest phrase first."""

from dataclasses import replace
from itertools import compress, pairwise

from extractors.figures.clause.reach import Found
from extractors.figures.counted.heads import is_plural
from extractors.figures.lexicon import Act, Lexicon, load, pair, phrase
from extractors.figures.once import Once
from extractors.figures.senses import compounds, figurative, places
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token, tokenise

_HOLD = frozenset({"hold", "holds", "held"})
_ONLY_TELLS = frozenset({"remained", "registered"})
_TOLD = frozenset({"reported", "confirmed"})
_STRIKES = frozenset({"strike", "strikes", "cuts", "fires"})
_PREFIXES = frozenset({"re", "pre", "un", "non", "co"})
# ``rebel-held``, ``Russian-occupied``: whose a place is.
_BY_WHOM = frozenset(
    {"held", "occupied", "controlled", "run", "backed", "led", "seized", "captured", "made", "launched", "registered"}
)
_OTHERS = frozenset({"agreed"}) | _STRIKES | _TOLD
# How many words a speaker may have.
_SPEAKER = 7
# ``free meals``: an adjective, unless a verb may stand there.
_FREES = frozenset(
    {"to", "and", "not", "will", "would", "should", "must", "can", "could", "may", "might", "did"}
    | {"they", "later", "then"}
)
_LIVE = frozenset(
    {"television", "tv", "broadcast", "fire", "rounds", "round", "ammunition", "stream", "shells", "bullets"}
)
_NOUNS = frozenset(
    {"search", "lives", "fight", "work", "report", "count", "offer", "record", "draw", "pack", "cross", "run"}
)
_ALONG = frozenset({"to", "the"})
_BY = frozenset({"from", "by", "on"})
_ARTICLES = frozenset({"a", "an"})
_WHO = frozenset({"they", "we", "who", "he", "she", "it", "i"})


def find(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """The action words of a sentence, longest match first; ``the shooting`` is an event, no verb."""
    found: list[Found] = []
    tokens = sentence.tokens
    noun_too, idle, end = lexicon.cue("noun_too"), lexicon.cue("idle_head"), 0
    hyphened, office = "-" in sentence.words, not sentence.words.isdisjoint(lexicon.cue("acting_body"))
    for i in _places(sentence.lows, lexicon):
        word = tokens[i].low
        if (
            i < end
            or (hyphened and i > 1 and _compound(tokens, i))
            or (office and _office(tokens, i, lexicon))
            or (word in noun_too and _noun(tokens, i, lexicon))
            or (word == "march" and i > 0 and tokens[i].text == "March")
        ):
            continue
        if word in compounds.WORDS and compounds.of_noun(tokens, i, word):
            continue
        gerund = word[-1] == "g" and word.endswith("ing")
        if gerund and _named(tokens, i, lexicon):
            continue
        end, acts = _longest(tokens, i, lexicon)
        if end < len(tokens) and tokens[end].low == "to" and acts and acts[0].lemma == "turn out":
            continue  # ``89 turned out to be others``
        if end > i + 1 and acts and acts[0].lemma in figurative.LEMMAS:
            end, acts = figurative.read(tokens, i, end, acts, lexicon)
        if end == i + 1 and word in idle and _idle(tokens, i, lexicon):
            continue
        if end == i + 1 and (_gerund_noun(tokens, i, lexicon) if gerund else word in _NOUNS and _the(tokens, i)):
            acts = _nominal(tokens, i, acts)
        if acts:
            found.append(Found(i, end, acts))
    return _without_copulas(tokens, _with_places(sentence, found, lexicon), lexicon)


def _places(lows: list[str], lexicon: Lexicon) -> list[int]:
    """Where an action may begin: at a word that is one, or at a head that its next word goes on with."""
    heads, actions, seconds = lexicon.action_heads, lexicon.actions, _seconds[lexicon.language]
    found, last = [], len(lows) - 1
    for k in compress(range(last + 1), map(heads.__contains__, lows)):
        low = lows[k]
        if low in actions or (k < last and lows[k + 1] in seconds[low]):
            found.append(k)
    return found


def _with_places(sentence: Sentence, found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Also where the counted are (``were in the hall``), in order, but not what a phrase of the table holds."""
    there = places.find(sentence, lexicon)
    if not there:
        return found
    several = [f for f in found if f.end > f.first + 1]
    new = [p for p in there if not any(f.first < p.end and p.first < f.end for f in several)] if several else there
    return sorted([*found, *new], key=lambda f: f.first) if new else found


def _compound(tokens: list[Token], i: int) -> bool:
    """``the 120-seat chamber``, ``rebel-held areas``, ``a pump-action shotgun``: a measure or an adjective."""
    if tokens[i].glued and tokens[i - 1].text == "-":
        held = tokens[i - 1].glued and tokens[i - 2].low not in _PREFIXES
        if tokens[i - 2].kind == "n" or (held and tokens[i].low in _BY_WHOM):
            return True
    if i + 2 >= len(tokens) or tokens[i + 1].text != "-":
        return False
    return tokens[i + 1].glued and tokens[i + 2].glued


def _office(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the transport ministry``, ``search teams``: the first word of who acts, behind nothing that leads a verb."""
    if i + 1 >= len(tokens) or tokens[i + 1].low not in lexicon.cue("acting_body"):
        return False
    lead = tokens[i - 1].low if i else ""
    if lead == "to" or lead in lexicon.cue("modal|pronoun"):
        return False
    return lexicon.verbs.get(tokens[i].low) == tokens[i].low


def _named(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``a border crossing``, ``the crossing point``: part of a noun of two words."""
    both = pair(tokens[i], tokens[i + 1]) if i + 1 < len(tokens) else tokens[i].low
    return both in lexicon.nouns or (i > 0 and pair(tokens[i - 1], tokens[i]) in lexicon.nouns)


def _idle(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``last year``, ``called up``, ``deny that``, ``if the truce holds,``: an adjective, a particle, not theirs."""
    word, lead = tokens[i].low, tokens[i - 1].low if i else ""
    if word in _OTHERS:
        return _other(tokens, i, word, lead, lexicon)
    after = tokens[i + 1].low if i + 1 < len(tokens) else "."
    if word == "march":
        return _month(tokens, i, lexicon)
    if word in _HOLD:
        return lead in lexicon.cue("lull") or (word != "held" and not after[:1].isalnum() and lead not in _WHO)
    if word == "last":
        return lead not in lexicon.cue("modal") and lead not in ("to", "can", "not")
    if word == "remains":
        return lead in lexicon.cue("article_the") or lead == "of"  # ``sets of remains``
    if word in ("up", "down"):
        moved = lead in lexicon.cue("be|moves_up")
        if moved:
            return False
        return after in _ALONG or lead in lexicon.verbs or _particle(tokens, i, lexicon)  # ``food up the road``
    if word == "free":
        return lead not in _FREES and lead not in lexicon.nouns and not _named_subject(tokens, i)
    if word in ("fire", "trade", "live"):
        noun = lead in lexicon.cue("noun_lead") or after in lexicon.cue("auxiliary")
        return (lead == "on" or after in _LIVE) if word == "live" else noun
    if word.startswith("releas"):
        return not lexicon.cue("document").isdisjoint(t.low for t in tokens[i + 1 : i + 4])
    return _said(tokens, i, lead, after, lexicon)


def _particle(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``threw four carriages down a slope``, ``brought nine residents down``; not ``500 patients, down from 600``."""
    lead = lexicon.nouns.get(tokens[i - 1].low) if i else None
    if lead is None or not lead.cls.startswith(("person", "family", "vehicle", "building", "animal")):
        return False
    k = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].low in _BY)
    level = k < len(tokens) and (tokens[k].kind == "n" or tokens[k].low in lexicon.cue("near") - _ARTICLES)
    return not level


def _named_subject(tokens: list[Token], i: int) -> bool:
    """``Rebels free 12``, ``UN troops free 12``: a headline's subject, whatever its noun."""
    return i > 0 and tokens[i - 1].text[0].isupper() and (tokens[i + 1].kind == "n" if i + 1 < len(tokens) else False)


def _other(tokens: list[Token], i: int, word: str, lead: str, lexicon: Lexicon) -> bool:
    """``as agreed``, ``the strikes left 900 dead``, ``are reported to be waiting``: not what happened to them."""
    after = tokens[i + 1].low if i + 1 < len(tokens) else "."
    if word == "agreed" and lead == "as":
        return True
    if word in _STRIKES:
        prepositions = lexicon.cue("preposition")
        noun = (word == "fires" and after in prepositions) or (word == "strikes" and not after[:1].isalnum())
        return noun or after in lexicon.cue("auxiliary") or (after in lexicon.verbs and after not in prepositions)
    if word in _TOLD and after == "to":
        return i + 2 < len(tokens) and tokens[i + 2].low in ("be", "have")
    return _said(tokens, i, lead, after, lexicon)


def _said(tokens: list[Token], i: int, lead: str, after: str, lexicon: Lexicon) -> bool:
    """``the ministry reported that``, ``he confirmed.``: said by somebody, of nobody that is counted."""
    if after in lexicon.cue("said_next"):
        return lead not in lexicon.cue("be")
    if after[:1].isalnum():
        return False
    speaker = lead in lexicon.cue("pronoun") or (i > 1 and tokens[i - 1].text[:1].isupper())
    return speaker or _tells(tokens, i, lexicon)


def _tells(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``…, the health ministry added.``: behind a comma a speaker, and nothing behind the verb."""
    for k in range(i - 1, max(0, i - _SPEAKER), -1):
        if tokens[k].text == ",":
            return tokens[k + 1].low in lexicon.cue("article|article_the")
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("auxiliary|clause"):
            return False
    return False


def _month(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``since March``, ``520 next March``; but ``Thousands March in Lowmoor`` is a verb."""
    lead = tokens[i - 1] if i else None
    if (
        i + 1 < len(tokens)
        and tokens[i + 1].kind == "n"
        and lead is not None
        and lead.low in ("on", "of", "by", "from")
    ):
        return tokens[i].text[0].isupper()  # ``followed on March 5``
    dated = lead is not None and (lead.kind == "n" or lead.low in lexicon.cue("year_lead") | {"next", "last", "this"})
    return dated and tokens[i].text[0].isupper()


def _noun(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``in the house``; but ``the shelter houses 420 people``: a word that is a verb only before a number."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or (i and tokens[i - 1].low in lexicon.cue("noun_lead")):
        return True
    return not (after.kind == "n" or after.low in lexicon.triggers or after.low in lexicon.cue("near"))


def _without_copulas(tokens: list[Token], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """``remain unaccounted for``, ``were reported to be missing``: the state behind says what happened."""
    for verb in found:
        if verb.acts[0].cls in _ONLY_TELLS:
            return _telling(tokens, found, lexicon)
    return found


def _telling(tokens: list[Token], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Those of the verbs found that tell themselves what happened."""
    idle = {
        id(verb)
        for verb, state in pairwise(found)
        if verb.acts[0].cls in _ONLY_TELLS and _leads(tokens, verb.end, state, lexicon)
    }
    idle |= {id(verb) for verb in found if verb.acts[0].cls == "remained" and _stays(tokens, verb.end, lexicon)}
    return [f for f in found if id(f) not in idle] if idle else found


def _stays(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``will stay closed``, ``remain shut``: a participle of a verb that no table of actions knows."""
    word = tokens[j].low if j < len(tokens) else ""
    return word in lexicon.verbs and word not in lexicon.actions and (word.endswith("ed") or word == "shut")


def _leads(tokens: list[Token], j: int, state: Found, lexicon: Lexicon) -> bool:
    """True where nothing but adverbs stands between a verb of remaining and a state or a participle."""
    between = {t.low for t in tokens[j : state.first]}
    if not all(w in lexicon.cue("light") or w == "as" or w.endswith("ly") for w in between):
        return False
    return any(a.role == "a" or (a.past and a.role == "o") or a.cls == "trapped" for a in state.acts)


def _gerund_noun(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the shooting``, ``of the killing``; but ``accused of shooting ten people`` is a verb."""
    lead = tokens[i - 1].low if i else ""
    if tokens[i].low in lexicon.cue("gerund_adjective"):
        return i + 1 < len(tokens) and is_plural(tokens[i + 1].low)  # ``two working radios``
    if lead not in lexicon.cue("nominal_lead"):
        return False
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return lead not in ("of", "after", "in", "following") or not after.isalnum() or after in lexicon.cue("preposition")


def _the(tokens: list[Token], i: int) -> bool:
    """``put 1,200 troops into the search``: the noun."""
    return i > 0 and tokens[i - 1].low in ("the", "a", "its", "their")


def _nominal(tokens: list[Token], i: int, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The readings as a noun; ``the beheading of 21 captives`` is one though no table lists it as such."""
    nouns = tuple(a for a in acts if a.role in "na")
    if nouns or [t.low for t in tokens[i + 1 : i + 2]] != ["of"]:
        return nouns
    return tuple(replace(a, role="n", past=False) for a in acts if a.role == "o")


def _longest(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[int, tuple[Act, ...]]:
    """The end and the readings of the longest action phrase at i; no readings where a head has no phrase."""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if after in _seconds[lexicon.language].get(tokens[i].low, ()):
        two = pair(tokens[i], tokens[i + 1])
        if two in _openings[lexicon.language]:
            for n in range(min(lexicon.openers.get(tokens[i].low, 0), len(tokens) - i), 1, -1):
                several = lexicon.actions.get(phrase(tokens, i, i + n))
                if several:
                    return i + n, several
        if two in lexicon.cue("no_action"):
            return i + 2, ()
    return i + 1, lexicon.actions.get(tokens[i].low, ())


@Once
def _seconds(language: str) -> dict[str, set[str]]:
    """What may stand behind a head in a phrase: a quick refusal, before any words are joined."""
    lexicon, seconds = load(language), dict[str, set[str]]()
    for form in (*lexicon.actions, *lexicon.cue("no_action")):
        head, *rest = tokenise(form)
        seconds.setdefault(head.low, set()).update(token.low for token in rest[:1])
    return seconds


@Once
def _openings(language: str) -> frozenset[str]:
    """The first two words of every action phrase: most heads (in, were, not) begin none where they stand."""
    forms = (tokenise(form) for form in load(language).actions if " " in form or "-" in form)
    return frozenset(phrase(tokens, 0, 2) for tokens in forms)
