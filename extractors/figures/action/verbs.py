"""The action words of a sentence: verbs, states and nouns of action, the longest phrase first."""

from dataclasses import replace
from itertools import compress, pairwise

from extractors.figures.action import idle
from extractors.figures.clause.reach import Found
from extractors.figures.counted.heads import is_plural
from extractors.figures.lexicon import Act, Lexicon, load, pair, phrase
from extractors.figures.numbers.atoms import headline
from extractors.figures.once import Once
from extractors.figures.senses import compounds, figurative, places
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token, tokenise

_ONLY_TELLS = frozenset({"remained", "registered"})
_TOLD = frozenset({"reported", "confirmed"})
_STRIKES = frozenset({"strike", "strikes", "cuts", "fires"})
_EXCHANGE = frozenset({"exchange", "exchanges"})
_FIRE = frozenset({"fire", "gunfire", "shots", "shells", "shelling", "views", "ideas", "blows", "insults", "words"})
_PREFIXES = frozenset({"re", "pre", "un", "non", "co"})
# ``rebel-held``, ``Russian-occupied``: whose a place is.
_BY_WHOM = frozenset(
    {"held", "occupied", "controlled", "run", "backed", "led", "seized", "captured", "made", "launched", "registered"}
)
_TITLES_OF = frozenset({"death", "case", "cases"})
_CONDEMNS = frozenset({"sentenced", "sentences", "sentencing", "sentence", "condemned", "condemns"})
_JUDGED, _OF_WHOM = 10, 7
_ENDINGS = frozenset({"up", "down", "in", "out", "off", "over"})
_NOUNS = frozenset(
    {"search", "lives", "fight", "work", "report", "count", "offer", "record", "draw", "pack", "cross", "run", "poll"}
)


def find(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """The action words of a sentence, longest match first; ``the shooting`` is an event, no verb."""
    found: list[Found] = []
    tokens = sentence.tokens
    noun_too, heads, end = lexicon.cues.noun_too, lexicon.cues.idle_head, 0
    hyphened, office = "-" in sentence.words, not sentence.words.isdisjoint(lexicon.cues.acting_body)
    for i in _places(sentence.lows, lexicon):
        word = tokens[i].low
        if (
            i < end
            or (hyphened and i > 1 and _compound(tokens, i))
            or (office and _office(tokens, i, lexicon))
            or (word in noun_too and idle.noun(tokens, i, lexicon))
            or (tokens[i].capital and _of_name(tokens, i, lexicon))
            or (word in _TITLES_OF and _named_after(tokens, i, lexicon))
            or (word == "march" and i > 0 and tokens[i].text == "March")
        ):
            continue
        if word in compounds.WORDS and compounds.of_noun(tokens, i, word, lexicon):
            continue
        gerund = word[-1] == "g" and word.endswith("ing")
        if gerund and _named(tokens, i, lexicon):
            continue
        end, acts = _longest(tokens, i, lexicon)
        if end < len(tokens) and tokens[end].low == "to" and acts and acts[0].lemma == "turn out":
            continue  # ``89 turned out to be others``
        if end > i + 1 and acts and acts[0].lemma in figurative.LEMMAS:
            end, acts = figurative.read(tokens, i, end, acts, lexicon)
        if end == i + 1 and word in heads and idle.idle(tokens, i, lexicon):
            continue
        if end == i + 1 and (_gerund_noun(tokens, i, lexicon) if gerund else word in _NOUNS and _the(tokens, i)):
            acts = _nominal(tokens, i, acts)
        if acts:
            found.append(Found(i, end, acts))
    return _without_copulas(tokens, _with_places(sentence, found, lexicon), lexicon)


def _of_name(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the Orm Liberation Front``: a noun of action within a name; none in a headline."""
    if not 0 < i < len(tokens) - 2 or not (tokens[i - 1].capital and tokens[i + 1].capital):
        return False
    return all(act.role == "n" for act in lexicon.actions.get(tokens[i].low, ())) and not headline(tokens)


def _named_after(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``sentenced four to death and 14 to prison terms``, ``the cases of 200 inmates``: nobody died or fell ill."""
    if tokens[i].low == "death":
        return tokens[i - 1].low == "to" and not _CONDEMNS.isdisjoint(t.low for t in tokens[max(0, i - _JUDGED) : i])
    if [t.low for t in tokens[i + 1 : i + 2]] != ["of"]:
        return False
    nouns = (lexicon.nouns.get(t.low) for t in tokens[i + 2 : i + _OF_WHOM])
    noun = next((n for n in nouns if n is not None), None)
    return noun is not None and noun.plural and noun.cls.startswith("person")


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
        if tokens[i].low in _ENDINGS and tokens[i - 1].glued:
            return True  # ``the start-up``, ``a break-in``
    if i + 2 >= len(tokens) or tokens[i + 1].text != "-":
        return False
    return tokens[i + 1].glued and tokens[i + 2].glued


def _office(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the transport ministry``, ``search teams``: the first word of who acts, behind nothing that leads a verb."""
    if i + 1 >= len(tokens) or tokens[i + 1].low not in lexicon.cues.acting_body:
        return False
    lead = tokens[i - 1].low if i else ""
    if lead == "to" or lead in lexicon.cue("modal|pronoun"):
        return False
    return lexicon.verbs.get(tokens[i].low) == tokens[i].low


def _named(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``a border crossing``, ``the crossing point``: part of a noun of two words."""
    both = pair(tokens[i], tokens[i + 1]) if i + 1 < len(tokens) else tokens[i].low
    return both in lexicon.nouns or (i > 0 and pair(tokens[i - 1], tokens[i]) in lexicon.nouns)


def _without_copulas(tokens: list[Token], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """``remain unaccounted for``, ``were reported to be missing``: the state behind says what happened."""
    for verb in found:
        if verb.acts[0].cls in _ONLY_TELLS:
            return _telling(tokens, found, lexicon)
    return found


def _telling(tokens: list[Token], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Those of the verbs found that tell themselves what happened."""
    silent = {
        id(verb)
        for verb, state in pairwise(found)
        if verb.acts[0].cls in _ONLY_TELLS and _leads(tokens, verb.end, state, lexicon)
    }
    silent |= {id(verb) for verb in found if verb.acts[0].cls == "remained" and _stays(tokens, verb.end, lexicon)}
    return [f for f in found if id(f) not in silent] if silent else found


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
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if tokens[i].low == "building" and lead in lexicon.nouns:  # ``a garment factory building has collapsed``
        return not after.isalnum() or after in lexicon.cue("preposition|auxiliary")
    if lead not in lexicon.cue("nominal_lead"):
        return False
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
    if after == "of" and tokens[i].low in _EXCHANGE and i + 2 < len(tokens) and tokens[i + 2].low in _FIRE:
        return i + 3, ()  # ``in the exchange of fire``
    if after in _seconds[lexicon.language].get(tokens[i].low, ()):
        two = pair(tokens[i], tokens[i + 1])
        if two in _openings[lexicon.language]:
            for n in range(min(lexicon.openers.get(tokens[i].low, 0), len(tokens) - i), 1, -1):
                several = lexicon.actions.get(phrase(tokens, i, i + n))
                if several:
                    return i + n, several
        if two in lexicon.cues.no_action:
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
