"""Words of action that tell nothing where they stand: ``last year``, ``called up``, ``as agreed``, ``he confirmed``."""

from extractors.figures.lexicon import Lexicon, phrase
from extractors.figures.text.tokens import Token

_HOLD = frozenset({"hold", "holds", "held"})
_STRIKES = frozenset({"strike", "strikes", "cuts", "fires"})
_TOLD = frozenset({"reported", "confirmed"})
_EXCHANGE = frozenset({"exchange", "exchanges", "exchanged", "exchanging"})
# ``last fall``: a season; ``entered guilty pleas``: no border was crossed.
_SEASON = frozenset({"last", "next", "late", "early", "since", "until"})
_ENTERS = frozenset({"enter", "enters", "entered", "entering"})
_PLEAS = frozenset({"plea", "pleas"})
# ``jumped over the fence``: no price rose.
_JUMPS = frozenset({"jump", "jumps", "jumped", "jumping"})
_REPORTERS = frozenset({"police", "officials", "authorities", "deputies", "officers", "troopers", "witnesses", "media"})
_WAYS = frozenset({"over", "into", "from", "off", "out", "onto", "through", "down"})
_OTHERS = frozenset({"agreed", "survivors", "fall"}) | _JUMPS | _EXCHANGE | _STRIKES | _TOLD | _ENTERS
_NOUNS_TOO = frozenset({"fire", "trade", "live", "jail"})
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
# ``stuck to its figure of 46``, ``teams wound down their work``.
_PHRASAL = {
    "stuck": frozenset({"to", "by", "with"}),
    "wound": frozenset({"down", "up", "through", "along"}),
}
_ALONG = frozenset({"to", "the"})
_BY = frozenset({"from", "by", "on"})
_ARTICLES = frozenset({"a", "an"})
_REPORTS = frozenset({"report", "reports", "reported", "deny", "denies", "denied", "confirm", "confirms", "confirmed"})
_SUGGESTS = frozenset({"suggest", "suggests", "suggested"})
# So far behind a verb of saying the number of a gerund, and the verb of what is suggested.
_DEED = 5
_CLAUSE = 10
_WHO = frozenset({"they", "we", "who", "he", "she", "it", "i"})


def idle(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``last year``, ``called up``, ``deny that``, ``if the truce holds,``: an adjective, a particle, not theirs."""
    word, lead = tokens[i].low, tokens[i - 1].low if i else ""
    if word in _OTHERS:
        return _other(tokens, i, word, lead, lexicon)
    after = tokens[i + 1].low if i + 1 < len(tokens) else "."
    if word in _PHRASAL or word == "march":
        return after in _PHRASAL[word] if word in _PHRASAL else _month(tokens, i, lexicon)
    if word in _HOLD:
        return lead in lexicon.cue("lull") or (word != "held" and not after[:1].isalnum() and lead not in _WHO)
    if word == "last":
        return lead not in lexicon.cue("modal") and lead not in ("to", "can", "not")
    if word == "remains":
        return lead in lexicon.cue("article_the") or lead == "of"  # ``sets of remains``
    if word in ("up", "down"):
        return _no_level(tokens, i, lead, after, lexicon)
    if word == "free":
        return lead not in _FREES and lead not in lexicon.nouns and not _named_subject(tokens, i)
    if word in _NOUNS_TOO:
        named = lead in lexicon.cue("noun_lead") or lead in _EXCHANGE or after in lexicon.cue("auxiliary")
        named = noun(tokens, i, lexicon) if word == "jail" else named  # ``in the city jail``
        return (lead == "on" or after in _LIVE) if word == "live" else named
    if word.startswith("releas"):
        return not lexicon.cue("document").isdisjoint(t.low for t in tokens[i + 1 : i + 4])
    return _said(tokens, i, lead, after, lexicon)


def _no_level(tokens: list[Token], i: int, lead: str, after: str, lexicon: Lexicon) -> bool:
    """``could be up to 500,000``, ``ended up 40 km away``, ``food up the road``: nothing rose or fell."""
    if lead == "be" and after == "to":
        return True
    if lead in ("ended", "end", "ends", "ending") and _elsewhere(tokens, i + 1, lexicon):
        return True
    return lead not in lexicon.cue("be|moves_up") and _particle(tokens, i, lead, after, lexicon)


def _elsewhere(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``ended up thousands of miles away``: where, and no level."""
    return any(lexicon.units.get(t.low, "").startswith("length") for t in tokens[k : k + 4])


def _subject(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``Survivors described 40 men``, ``and survivors will get 75,000``: who did it; nothing says how many survived."""
    after = tokens[i + 1].low if i + 1 < len(tokens) else "."
    leads = i == 0 or tokens[i - 1].text in {",", "and", "The"}
    return leads and after not in lexicon.cue("be") and (after in lexicon.verbs or after in lexicon.cue("say|modal"))


def _of_fire(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``an exchange of fire``, ``exchanged blows``: no prisoners."""
    return phrase(tokens, i + 1, i + 3).removeprefix("of ").partition(" ")[0] in lexicon.cue("no_swap")


def _named_subject(tokens: list[Token], i: int) -> bool:
    """``Rebels free 12``, ``UN troops free 12``: a headline's subject, whatever its noun."""
    return i > 0 and tokens[i - 1].text[0].isupper() and (tokens[i + 1].kind == "n" if i + 1 < len(tokens) else False)


def _particle(tokens: list[Token], i: int, lead: str, after: str, lexicon: Lexicon) -> bool:
    """``food up the road``, ``threw four carriages down a slope``; not ``500 patients, down from 600``."""
    if after in _ALONG or lead in lexicon.verbs:
        return True
    noun = lexicon.nouns.get(lead)
    if noun is None or not noun.cls.startswith(("person", "family", "vehicle", "building", "animal")):
        return False
    k = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].low in _BY)
    level = k < len(tokens) and (tokens[k].kind == "n" or tokens[k].low in lexicon.cue("near") - _ARTICLES)
    return not level


def _other(tokens: list[Token], i: int, word: str, lead: str, lexicon: Lexicon) -> bool:
    """``as agreed``, ``the strikes left 900 dead``, ``are reported to be waiting``: not what happened to them."""
    if word in _EXCHANGE:
        return _of_fire(tokens, i, lexicon) or (lead == "in" and phrase(tokens, i + 1, i + 2) == ",")
    if word == "survivors":
        return _subject(tokens, i, lexicon)
    after = tokens[i + 1].low if i + 1 < len(tokens) else "."
    if word == "agreed" and lead == "as":
        return True
    if word == "fall":
        return lead in _SEASON or (lead in ("this", "the") and after == ",")
    if word in _JUMPS:
        beyond = tokens[i + 2] if i + 2 < len(tokens) else None
        return after in _WAYS and beyond is not None and beyond.kind != "n" and beyond.low not in lexicon.triggers
    if word in _ENTERS:
        return not _PLEAS.isdisjoint(t.low for t in tokens[i + 1 : i + 3])
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
    if after[-3:] == "ing" and tokens[i].low in _REPORTS:
        return _own_deed(tokens, i, lexicon)
    told = tokens[i].low == "report" and lead in _REPORTERS
    if tokens[i].low in _SUGGESTS or told:
        return _suggests(tokens, i, lexicon)
    if after[:1].isalnum():
        return False
    speaker = lead in lexicon.cue("pronoun") or (i > 1 and tokens[i - 1].text[:1].isupper())
    return speaker or _tells(tokens, i, lexicon)


def _own_deed(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``The army reported downing 29 drones``: what was done is the gerund before the number, not ``reported``."""
    after = tokens[i + 1].low
    if after == "missing" or tokens[i - 1].low in lexicon.cue("be") or after not in lexicon.verbs:
        return False
    return any(t.kind == "n" or t.low in lexicon.triggers for t in tokens[i + 2 : i + _DEED])


def _suggests(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``A poll suggested 68% wanted a vote``: what is suggested has a verb of its own; ``suggested 12 names``."""
    k, end = i + 1, min(len(tokens), i + _CLAUSE)
    while k < end and tokens[k].kind != "n" and tokens[k].low not in lexicon.triggers:
        if tokens[k].low not in lexicon.cue("near|light"):
            return False
        k += 1
    for j in range(k + 1, end):
        word = tokens[j].low
        if (tokens[j].kind == "p" and word != "%") or word in lexicon.cue("border"):
            return False
        if word in lexicon.cue("auxiliary|finite_past"):
            return True
        if word in lexicon.verbs and word.endswith("ed") and tokens[j + 1 : j + 2] and tokens[j + 1].low != "by":
            return True
    return False


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


def noun(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``in the house``; but ``the shelter houses 420 people``: a word that is a verb only before a number."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or (i and tokens[i - 1].low in lexicon.cue("noun_lead")):
        return True
    return not (after.kind == "n" or after.low in lexicon.triggers or after.low in lexicon.cue("near"))
