"""What a paragraph is about though no number counts it: ``The freed prisoners … Seven of them``."""

from dataclasses import replace

from extractors.figures.counted.heads import is_plural, singular
from extractors.figures.lexicon import Lexicon, Noun, phrase
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_RELATIVE = frozenset({"who", "which", "that"})
_REMAINS = "person.victim"
_ARMED = frozenset({"person.military", "person.militant", "person.police"})
_IN_ALL = (["in", "all"], ["in", "total"], ["all", "told"], ["in", "number"])
_MOST = 4
_ATTACK = 40

_ONE = frozenset({"a", "an"})


def plurals(tokens: list[Token], lexicon: Lexicon, told: bool = False) -> list[Noun]:
    """The plural nouns that no number counts, in their order, without those who speak (unless ``told``)."""
    found = {k: noun for k in range(len(tokens) - 1) if (noun := _plural(tokens, k, lexicon)) is not None}
    speaks = set() if told else {_speaker(tokens, k, found) for k in found if tokens[k + 1].low in lexicon.cue("say")}
    return [noun for k, noun in found.items() if k not in speaks]


def _plural(tokens: list[Token], k: int, lexicon: Lexicon) -> Noun | None:
    """The plural noun that ends at k, of one word or two; no measure, and no coach."""
    word = tokens[k].low
    noun = lexicon.nouns.get(word)
    if noun is not None and not noun.plural:
        return None
    if word[-1:] == "s" or noun is not None:
        noun = (lexicon.nouns.get(phrase(tokens, k - 1, k + 1)) if k else None) or noun
    if noun is None or not noun.plural or noun.lemma in (word, "coach") or word in lexicon.units:
        return None
    if noun.lemma == "other" or (k and tokens[k - 1].low == "no"):
        return None  # there were no witnesses
    return noun


def _speaker(tokens: list[Token], k: int, nouns: dict[int, Noun]) -> int:
    """``Doctors who received the prisoners described …``: the noun that the relative clause hangs on."""
    relative = next((j for j in range(k - 1, 0, -1) if tokens[j].low in _RELATIVE), 0)
    return relative - 1 if relative - 1 in nouns else k


def uncounted(
    tokens: list[Token], span: Span, lexicon: Lexicon, told: bool = False, things: bool = False
) -> Span | None:
    """``detainees boarded coaches, 121 of them handcuffed``: people whom no number counts, or other things.

    In ``passengers jumped, and fishermen picked up 114 of them`` not those who picked them up.
    """
    agent = _agent(tokens, lexicon) if len(tokens) == span.begin else len(tokens)
    known = plurals(tokens[: agent + 1], lexicon, told)
    people = [] if things else [noun for noun in known if noun.cls.startswith("person")]
    return _some(span, (people or known)[-1]) if known else None


def _agent(tokens: list[Token], lexicon: Lexicon) -> int:
    """The index of the noun whose verb, of one word or two, closes the tokens; their number without one."""
    for k in range(max(0, len(tokens) - 3), len(tokens) - 1):
        if tokens[k + 1].low in lexicon.verbs or tokens[k + 1].low in lexicon.actions:
            return k
    return len(tokens)


def owner(tokens: list[Token], span: Span, lexicon: Lexicon) -> Span | None:
    """``Their relatives, thousands of whom marched``: the people right before the comma."""
    k = span.begin - 1
    while k > 0 and tokens[k].low in ("of", ","):
        k -= 1
    noun = lexicon.nouns.get(tokens[k].low)
    people = noun is not None and noun.plural and noun.cls.startswith("person")
    return _some(span, noun) if noun is not None and people else None


def subject(tokens: list[Token], span: Span, lexicon: Lexicon) -> Span | None:
    """``The foreigners are citizens of five countries, of whom six``: the people that the sentence opens with."""
    at = 1 if tokens[0].low in ("the", "these", "those", "their", "its") else 0
    noun = _plural(tokens, at, lexicon) if at + 1 < span.begin else None
    return _some(span, noun) if noun is not None and noun.cls.startswith("person") else None


def in_all(tokens: list[Token], span: Span, lexicon: Lexicon) -> Span | None:
    """``The women, 14 in all, were left by the road``: the plural right before the comma."""
    k = span.begin - 2
    if k < 1 or tokens[k + 1].text != ",":
        return None
    if [t.low for t in tokens[span.noun_end : span.noun_end + 2]] not in _IN_ALL:
        return None
    noun = _plural(tokens, k, lexicon)
    return _some(span, noun) if noun is not None else None


def topic(span: Span, state: State, relative: str = "") -> Span | None:
    """The uncounted plural of the paragraph (of the one before, at its head), where all that was counted is older.

    ``relative`` is the word of a clause behind the number: people do not fall ``which``, and houses not ``who``.
    """
    before, lexicon = state.before, state.lexicon
    if before is None or (state.last_at is not None and state.last_at.line == before.line):
        return None
    for sentence in state.read[: -_MOST - 1 : -1]:
        if sentence.line != before.line:
            return None
        tokens = sentence.read().tokens
        found = _people(tokens, lexicon, relative, span) if relative != "which" else []
        if not found and relative in ("that", "which") and not _person_done(span, lexicon):
            things = [noun for noun in plurals(tokens, lexicon) if not noun.cls.startswith("person")]
            found = _closing(tokens, lexicon) or things
        if found:
            return _some(span, found[-1])
    return None


def _people(tokens: list[Token], lexicon: Lexicon, relative: str, span: Span) -> list[Noun]:
    """The people of a sentence; before ``that`` only where something is done to people."""
    if relative == "that" and not _person_done(span, lexicon):
        return []
    known = [noun for noun in plurals(tokens, lexicon) if noun.cls.startswith("person")]
    dead = span.action_class == "killed"
    if any((noun.cls == _REMAINS and relative == "who") or (noun.lemma == "survivor" and dead) for noun in known):
        return []  # ``Rescuers looked for survivors. The 12 who died …``
    armed = lexicon.nouns.get(tokens[0].low) if len(tokens) > 1 and _acts(tokens[1], lexicon) else None
    if armed is not None and armed.cls in _ARMED:
        known = [noun for noun in known if noun is not armed]  # ``Soldiers searched homes. Of the 14 arrested …``
    return [noun for noun in known if noun.lemma not in lexicon.cue("crowd_out")]


def _acts(token: Token, lexicon: Lexicon) -> bool:
    """A verb in its past form, no auxiliary."""
    verb = token.low in lexicon.verbs or token.low in lexicon.cue("past_verb")
    return verb and token.low not in lexicon.cue("sentence_verb")


def _closing(tokens: list[Token], lexicon: Lexicon) -> list[Noun]:
    """``Anger has centred on new blocks.``: an unknown plural that closes the sentence."""
    at = len(tokens) - 2
    if at < 1 or not is_plural(tokens[at].low) or not tokens[at].text.islower() or tokens[at].low in lexicon.units:
        return []
    known = lexicon.nouns.get(tokens[at].low) is not None or tokens[at].low in lexicon.verbs
    return [] if known else [Noun(singular(tokens[at].low), "", True)]


def _person_done(span: Span, lexicon: Lexicon) -> bool:
    return span.action_class in lexicon.cue("personal|befalls_also")


def attackers(tokens: list[Token], span: Span, state: State) -> Span | None:
    """``There were two of them``, says who saw an attack: the attackers named last."""
    if [t.low for t in tokens[max(0, span.begin - 2) : span.begin]] != ["there", "were"]:
        return None
    agents = state.lexicon.cue("attackers")
    for sentence in state.read[: -_ATTACK - 1 : -1]:
        if any(word in sentence.text for word in agents):
            return _last(sentence, span, state.lexicon)
    return None


def _last(sentence: Sentence, span: Span, lexicon: Lexicon) -> Span | None:
    words = [t.low for t in sentence.read().tokens if t.low in lexicon.cue("attackers")]
    noun = lexicon.nouns.get(words[-1]) if words else None
    return _some(span, noun) if noun is not None else None


def thing_before(tokens: list[Token], span: Span, kinds: tuple[str, ...], lexicon: Lexicon) -> Span | None:
    """``destroyed a school and damaged 12 others``, ``sank a ferry and damaged two more``: of what there was one."""
    if not (span.others or "more" in [t.low for t in tokens[span.last : span.noun_end + 1]]):
        return None
    for k in range(span.begin - 2, 0, -1):
        noun = lexicon.nouns.get(tokens[k].low)
        lead = {t.low for t in tokens[k - 2 if k > 2 else 0 : k]}
        if noun is not None and noun.cls.startswith(kinds) and not lead.isdisjoint(_ONE):
            return _some(span, noun)
    return None


def _some(span: Span, noun: Noun) -> Span:
    return replace(span, item=noun.lemma, item_class=noun.cls or None, value=None)
