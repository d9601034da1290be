"""The head of a noun phrase, its lemma, and what an adjective makes of its class."""

from extractors.figures.lexicon import Lexicon, Noun
from extractors.figures.text.tokens import Token

_PEOPLES = ("ians", "eans", "ans", "ese", "ites", "ards", "ishmen", "is")
_NO_NOUNS = ("ly", "able", "ible", "ous", "ful", "less")
# ``600 of the most seriously wounded``
_DEGREES = frozenset({"most", "more", "least", "less"})
_ADVERBS = frozenset({"less", "more", "early", "late", "today", "again", "home"})
_OBJECTS = frozenset({"a", "an", "the", "its", "their", "his", "her", "for"})
# The second word of ``break-in``, ``shoot-outs`` and ``passers-by``.
_PARTICLES = frozenset(
    {"in", "up", "off", "out", "by", "on", "down", "over", "away", "back", "through", "around", "to"}
)
_MAKES = frozenset({"ferraris", "maseratis", "lamborghinis", "suzukis", "kawasakis", "mitsubishis", "ducatis"})

_IRREGULAR = {
    "loaves": "loaf", "wolves": "wolf", "knives": "knife", "calves": "calf", "shelves": "shelf", "leaves": "leaf",
    "lives": "life", "wives": "wife",
    "halves": "half", "scarves": "scarf", "thieves": "thief", "hooves": "hoof", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "volcanoes": "volcano", "mosquitoes": "mosquito", "torpedoes": "torpedo",
    "crises": "crisis", "hypotheses": "hypothesis", "analyses": "analysis", "diagnoses": "diagnosis",
    "oases": "oasis", "theses": "thesis", "lenses": "lens", "lens": "lens", "campuses": "campus", "bonuses": "bonus",
    "viruses": "virus", "censuses": "census", "caucuses": "caucus", "statuses": "status", "choruses": "chorus",
    "minibuses": "minibus", "trolleybuses": "trolleybus", "omnibuses": "omnibus", "barracks": "barracks",
    "sorties": "sortie", "movies": "movie", "cookies": "cookie", "calories": "calorie", "rookies": "rookie",
}  # fmt: skip


def refine(text: list[str], noun: Noun, lexicon: Lexicon) -> str | None:
    """``captured soldiers``, ``civilian deaths``: an adjective may narrow a person's class."""
    if noun.cls == "person":
        for word in text[:-1]:
            modifier = lexicon.nouns.get(word)
            if modifier is not None and modifier.cls.startswith("person.") and modifier.cls != "person.victim":
                return modifier.cls
    return None


def joined(tokens: list[Token], first: int, head: int) -> str:
    out = ""
    for k in range(first, head + 1):
        out += tokens[k].text if tokens[k].glued and k > first else f" {tokens[k].text}"
    return out.strip()


def head(tokens: list[Token], words: list[int], lexicon: Lexicon) -> tuple[int, Noun | None]:
    """The head token: the last known noun of the first run of nouns, else the last plural, else the last word."""
    words = _owned(tokens, words)
    end, noun = _of_words(tokens, words, lexicon)
    if end >= 0:
        return end, noun
    best = -1
    for position, k in enumerate(words):
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is not None and (position + 1 == len(words) or tokens[k].low not in lexicon.cue("adjective_noun")):
            best = position
            follows = words[position + 1] if position + 1 < len(words) else -1
            if noun.plural and (
                follows < 0 or (lexicon.nouns.get(tokens[follows].low) is None and not is_plural(tokens[follows].low))
            ):
                break
    known = lexicon.nouns[tokens[words[best]].low] if best >= 0 else None
    if known is not None and not (best + 1 < len(words) and _unknown_head(tokens, words, best, known, lexicon)):
        return words[best], known
    for k in reversed(words):
        if is_plural(tokens[k].low):
            return k, lexicon.nouns.get(tokens[k].low)
    return _last_word(tokens, words, lexicon), None


def _of_words(tokens: list[Token], words: list[int], lexicon: Lexicon) -> tuple[int, Noun | None]:
    """The head of a noun of several words: a known one, or one that a particle ends; -1 where there is none."""
    lows = [tokens[k].low for k in words]
    for n in (4, 3, 2):
        if len(words) >= n and (noun := lexicon.nouns.get(" ".join(lows[-n:]))):
            return words[-1], noun
    if (noun := lexicon.nouns.get(" ".join(lows))) is not None:
        return words[-1], noun
    if "-" in lows[1:] and words[-1] > 1:
        noun = lexicon.nouns.get(joined(tokens, words[-1] - 2, words[-1]).lower())
        if noun is not None or _particle(tokens, words[-1]):
            return words[-1], noun
    return -1, None


def _particle(tokens: list[Token], at: int) -> bool:
    """``40 break-ins``, ``two runners-up``: a plural of two words, the second of which is a particle."""
    if at < 2 or tokens[at - 1].text != "-" or not (tokens[at].glued and tokens[at - 1].glued):
        return False
    low = tokens[at].low
    return low in _PARTICLES if is_plural(tokens[at - 2].low) else low[-1:] == "s" and low[:-1] in _PARTICLES


def _last_word(tokens: list[Token], words: list[int], lexicon: Lexicon) -> int:
    """The last word that may be a noun, or -1."""
    while words and (no_head(tokens[words[-1]].low, lexicon) or tokens[words[-1]].low in _DEGREES):
        words = words[:-1]
    return words[-1] if words and tokens[words[-1]].kind == "w" and tokens[words[-1]].low != "'s" else -1


def no_head(word: str, lexicon: Lexicon) -> bool:
    """``less likely``, ``an edition available``, ``rare``: an adverb or adjective that no table knows as a noun."""
    return word.endswith(_NO_NOUNS) or word in lexicon.cues.no_head


def _owned(tokens: list[Token], words: list[int]) -> list[int]:
    """``17 percent of its neighbour's territory``: what is owned."""
    for n in range(len(words) - 1):
        if tokens[words[n]].low == "'s":
            return words[n + 1 :]
    return words


def _unknown_head(tokens: list[Token], words: list[int], best: int, known: Noun, lexicon: Lexicon) -> bool:
    """``three course meal prices``: a plural that is not known stands behind a singular that is."""
    if known.plural and tokens[words[best + 1]].low.endswith("ing"):
        return False  # ``five men wearing uniforms``
    noun_word = tokens[words[best]].low
    if known.lemma == "death" and not known.plural:
        return True  # ``one death hoax``
    if best + 2 == len(words) and not known.plural and _doer(tokens[words[-1]], lexicon):
        return True  # ``one game developer``
    return not is_plural(noun_word) and any(is_plural(tokens[k].low) for k in words[best + 1 :])


def one_thing(tokens: list[Token], words: list[int], lexicon: Lexicon) -> list[int]:
    """``a 40-ton lorry hits a wall``, ``the 30-date tour starts in June``: the words before the verb of one thing."""
    for n in range(1, len(words)):
        word, lead = tokens[words[n]].low, tokens[words[n - 1]].low
        if not is_plural(word) or is_plural(lead) or lexicon.verbs.get(word, word) == word:
            continue
        after = tokens[words[n] + 1] if words[n] + 1 < len(tokens) else None
        goes_on = after is not None and (after.low in lexicon.cues.stop or after.low in _ADVERBS)
        if goes_on and (word not in lexicon.nouns or (after is not None and after.low in _OBJECTS)):
            return words[:n]
    return words


def _doer(token: Token, lexicon: Lexicon) -> bool:
    """``developer``, ``analyst``: by its ending somebody who does something."""
    word = token.low
    made = token.text.islower() and len(word) > 6 and word.endswith(("er", "or", "ist"))
    return made and word not in lexicon.verbs and not no_head(word, lexicon)


def is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def singular(word: str) -> str:
    if not is_plural(word):
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "buses")):
        return word[:-2]
    return word[:-1]


def a_people(token: Token) -> bool:
    """``260 Torvians``, ``40 Lumeese``, ``148 Kharimis``: an unknown capitalised plural with the ending of a people."""
    if not token.text[0].isupper() or len(token.low) < 6 or not token.text[1:].islower():
        return False
    return token.low.endswith(_PEOPLES) and token.low not in _MAKES and not token.low.endswith(("polis", "phis"))


def named(tokens: list[Token], at: int) -> str:
    """The lemma of a word that is not known; a capitalised one in -is is a people (``Meridaris``), unless one place."""
    low = tokens[at].low
    if low == "s" and at > 1 and tokens[at].glued:
        return _designation(tokens, at)
    if _particle(tokens, at):
        return f"{singular(tokens[at - 2].low)}-{low.removesuffix('s')}"
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    people = (
        tokens[at].text[0].isupper() and len(low) > 5 and low.endswith("is") and not low.endswith(("polis", "phis"))
    )
    return low[:-1] if people and after not in ("is", "was", "has", "'s") else singular(low)


def _designation(tokens: list[Token], at: int) -> str:
    """``22 MiG-29s``: the whole name of the model that the plural hangs on."""
    first = at
    while first > 0 and tokens[first].glued:
        first -= 1
    return "".join(token.low for token in tokens[first:at])
