"""Who did it to others: ``two gunmen killed 12``, ``seized by four rebels`` say nothing of what befell the counted."""

from extractors.figures.clause import governors, mains, owners, relatives
from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.senses import captors, doers, roles, savers, sayers
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# The action class of those who acted upon others.
AGENT = "agent"
_OBJECT = frozenset({"him", "her", "them", "us", "a", "an", "his", "the", "their", "its", "another", "each"})
_HAVE = frozenset({"have", "has", "had"})
# What is done by people to others of whom no watch asks: ``received by hundreds of residents``.
_OF_OTHERS = frozenset({"registered", "received", "sheltered", "searched", "sent", "approved", "rejected"})
_LONGEST = 3
_JOINED = 7
_OUT_OF = frozenset({"from", "out", "alive"})
_UNHARMED = frozenset({"safety", "shelter", "tour", "visit", "trip", "home", "bodies"})
# Prepositions that look like gerunds.
_SINCE = frozenset({"following", "including", "pending", "concerning", "regarding", "involving", "according"})


def acted(tokens: list[Token], span: Span, first: int, end: int, act: Act, spans: list[Span], lexicon: Lexicon) -> bool:
    """True where the counted are the subject of an active verb over tokens [first, end), or behind its ``by``."""
    if act.role != "o" or act.cls not in lexicon.cues.agent_class or span.unit != "count":
        return False
    if first < span.begin:
        near = 0 < span.begin - end <= _LONGEST and tokens[end].low == "by"
        return near and not _shown(tokens, end + 1, span.begin, lexicon)
    between = {t.low for t in tokens[span.noun_end : first]}
    return act.past and not between & lexicon.cues.be and has_object(tokens, end, spans, lexicon)


def _shown(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> bool:
    """``images released by the army showed dozens``: another verb between ``by`` and the number."""
    if any(t.low in lexicon.cue("be|auxiliary") for t in tokens[first:end]):
        return True  # ``Among those freed by Marov were 20 women``
    return any(t.low in lexicon.verbs for t in tokens[first:end] if t.text.islower())


def did(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> tuple[str, int] | None:
    """What the counted plainly did, and where it stands: said, were stopped by, freed the hostages; else None."""
    if span.item is None:
        at = sayers.bare(tokens, span, lexicon)
        return (lexicon.verbs.get(tokens[at].low, tokens[at].low), at) if at is not None else None
    k = span.begin - 2
    if k > 0 and tokens[k + 1].low in doers.LEADS:
        k -= 1
    if k >= 0 and tokens[k + 1].low == "by":
        verb = _stopped(tokens, k, lexicon)
        return (verb, k) if verb else doers.doing(tokens, span, k, lexicon)
    at = sayers.authority(tokens, span, lexicon)
    if at is not None:
        return "say", at
    known = roles.role(tokens, span, lexicon)
    if known is not None:
        return known
    at = sayers.said(tokens, span, lexicon)
    if at is not None:
        return lexicon.verbs.get(tokens[at].low, tokens[at].low), at
    return _doer(tokens, span, spans, lexicon)


def _doer(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> tuple[str, int] | None:
    """The same of the subject of a verb right behind it."""
    if span.item_class is None or relatives.relative_object(tokens, span, lexicon):
        return None  # ``Bandits who abducted 40 pupils have returned 12``
    k = _verb_at(tokens, span.noun_end)
    word = tokens[k].low if k < len(tokens) else ""
    if k + 1 < len(tokens) and (verb := _at_work(tokens, k, word, spans, lexicon)):
        return verb, k + 1
    if not span.item_class.startswith("person"):
        return None
    if word in lexicon.cues.speak_verb and not _of_theirs(tokens, span, lexicon):
        heard = [t.low for t in tokens[k + 1 : k + 3]]  # ``four people believed to be under the rubble``
        return None if heard in (["to", "be"], ["to", "have"]) else (lexicon.verbs.get(word, word), k)
    if word in lexicon.cues.sets_about and (verb := _set_about(tokens, k + 1, lexicon)):
        return verb, k + 1
    if word.endswith("ing") and _busy(tokens, span.begin, k, lexicon):
        return lexicon.verbs[word], k
    act = next((a for a in lexicon.actions.get(word, ()) if a.role == "o" and a.past), None)
    if act is None or act.cls not in lexicon.cue("agent_class") or not has_object(tokens, k + 1, spans, lexicon):
        return None
    return act.lemma, k


def _of_theirs(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``The mother of two of the girls said``, ``Lawyers for one of the 12 men``: who belongs to them did."""
    return owners.owner(tokens, span.begin, lexicon) in lexicon.cue("owned_head|parent|speak_for")


def spoken_for(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Relatives of the 12 victims said two of them had been beaten``: nothing is told of the 12."""
    k = span.noun_end
    while k < len(tokens) and tokens[k].kind == "w" and tokens[k].low not in lexicon.verbs:
        if tokens[k].low in lexicon.cues.be:
            return False  # ``The families of at least four have been told``
        k += 1
    says = k < len(tokens) and tokens[k].low in lexicon.cues.speak_verb
    return says and _of_theirs(tokens, span, lexicon)


def _at_work(tokens: list[Token], k: int, word: str, spans: list[Span], lexicon: Lexicon) -> str | None:
    """``two helicopters were evacuating the injured``, ``began moving them``: the lemma of what they were at."""
    if word in {"were", "are"}:
        return _doing(tokens[k + 1].low, lexicon)
    if lexicon.verbs.get(word) not in lexicon.cues.phasal or not tokens[k + 1].low.endswith("ing"):
        return None
    return lexicon.verbs.get(tokens[k + 1].low) if has_object(tokens, k + 2, spans, lexicon) else None


def _doing(word: str, lexicon: Lexicon) -> str | None:
    """``two helicopters were evacuating the injured``: the lemma of a verb that others suffer."""
    if not word.endswith("ing") or word == "being":
        return None
    act = next((a for a in lexicon.actions.get(word, ()) if a.role == "o"), None)
    return act.lemma if act is not None and act.cls in lexicon.cue("agent_class") else None


def _set_about(tokens: list[Token], k: int, lexicon: Lexicon) -> str | None:
    """``two men started shooting at them``, ``three gunmen continued to fire``: their deed."""
    if k + 1 < len(tokens) and tokens[k].low == "to":
        act = next((a for a in lexicon.actions.get(tokens[k + 1].low, ()) if a.role == "o"), None)
        return act.lemma if act is not None and act.cls in lexicon.cue("agent_class") else None
    return _doing(tokens[k].low, lexicon) if k < len(tokens) else None


def _suffers(tokens: list[Token], begin: int, lexicon: Lexicon) -> bool:
    """``killing 1,700 people opposing the army``: what they do only says who they are."""
    at = governors.before(tokens, begin, lexicon)
    acts = lexicon.actions.get(tokens[at].low, ()) if at is not None else ()
    return any(act.role == "o" and act.cls in lexicon.cue("agent_class") for act in acts)


def _busy(tokens: list[Token], begin: int, k: int, lexicon: Lexicon) -> bool:
    """``three fighters guarding foreigners abducted in May``: what befell others, as no ``were`` leads it."""
    word = tokens[k].low
    if word not in lexicon.verbs or word in lexicon.actions or word in _SINCE or k + 1 >= len(tokens):
        return False
    if _suffers(tokens, begin, lexicon):
        return False
    if mains.main_verb(tokens, k, lexicon) is not None:
        return False  # ``five men wearing uniforms stormed a bank``
    noun = lexicon.nouns.get(tokens[k + 1].low)
    if noun is None and tokens[k + 1].low not in _OBJECT and not tokens[k + 1].text[:1].isupper():
        return False
    return lexicon.cue("be").isdisjoint(t.low for t in tokens[k + 1 :])


def _verb_at(tokens: list[Token], k: int) -> int:
    """Past ``have`` and adverbs: where the verb of a subject that ends at k is looked for."""
    while k < len(tokens) and (tokens[k].low in _HAVE or tokens[k].low.endswith("ly")):
        k += 1
    return k


def _stopped(tokens: list[Token], k: int, lexicon: Lexicon) -> str | None:
    """The lemma of a participle at k that no table has as an action: ``was stopped by four militants``."""
    word = tokens[k].low
    verb = lexicon.verbs.get(word)
    if verb is None or verb == word or word.endswith("ing") or tokens[k].text[0].isupper():
        return None
    if any(act.cls not in _OF_OTHERS for act in lexicon.actions.get(word, ())):
        return None
    return verb


def of_verb(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> str | None:
    """The class of an unknown verb of people: those who act (``50 rebels attacked the base``), or whom it hurts."""
    verb = lexicon.verbs[tokens[at].low]
    if span.unit != "count" or not (span.item_class or "").startswith("person"):
        return None
    k = _verb_at(tokens, span.noun_end)
    active = k < len(tokens) and lexicon.verbs.get(tokens[k].low) == verb
    out = tokens[k + 1 : k + 2] and tokens[k + 1].low == "out"  # ``Two men pulled out knives``
    weapon = lexicon.nouns.get(tokens[k + 2].low) if active and out and k + 2 < len(tokens) else None
    armed = weapon is not None and weapon.cls == "weapon"
    if active and (armed or has_object(tokens, k + 1 + bool(out), [], lexicon)):
        return AGENT
    pulled = verb in lexicon.cue("pulls_people") and span.item_class != "person.military" and _out(tokens, span, at)
    if pulled or (verb in lexicon.cue("carries_people") and _saved(tokens, span, lexicon)):
        return "rescued"
    if verb == "admit" and not lexicon.cue("takes_patients").isdisjoint(t.low for t in tokens[:at]):
        return "treated"
    if verb == "carry" and tokens[at + 1 : at + 2] and tokens[at + 1].low == "out":
        if at >= span.noun_end and lexicon.cue("be").isdisjoint(t.low for t in tokens[span.noun_end : at]):
            return AGENT
        return "rescued" if savers.carried_out(tokens, span, at, lexicon) else None
    if verb == "pick" and savers.at_sea(tokens, span, at, lexicon):
        return "rescued"
    if verb in lexicon.cue("takes_people") and at < span.begin and abducted(tokens, span, at, lexicon):
        return "kidnapped"
    if verb in lexicon.cue("drives_people") and "homes" in [t.low for t in tokens[span.noun_end : span.noun_end + 5]]:
        return "displaced"
    return "injured" if verb in lexicon.cue("hurts_people") and _hurt(tokens, span, at, lexicon) else None


def abducted(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``gunmen took 30 villagers``; not ``rebels took 12 wounded to hospital``, ``took 40 to safety``."""
    if at >= span.begin or not (span.item_class or "").startswith("person"):
        return False
    return captors.by(tokens, at, lexicon) and not _brought([t.low for t in tokens[span.noun_end :][:6]], lexicon)


def _brought(behind: list[str], lexicon: Lexicon) -> bool:
    """``to safety``, ``to hospital``, ``on a tour``, ``out of the town``; or what was taken are their bodies."""
    if behind[:1] in (["'"], ["’"], ["'s"], ["’s"]) or not _UNHARMED.isdisjoint(behind[:3]):
        return True
    out = behind[:2] == ["out", "of"] and not lexicon.cue("settlement").isdisjoint(behind)
    return out or not lexicon.cue("place_hospital").isdisjoint(behind[:4])


def _hurt(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """True of those it is done to; ``31 players beat 40 rivals`` hurts nobody."""
    if at < span.noun_end:
        return lexicon.verbs[tokens[at].low] not in lexicon.cue("beats_people") or _beaten(tokens, span, at, lexicon)
    if lexicon.cue("be") & {t.low for t in tokens[span.noun_end : at]} or at + 1 >= len(tokens):
        return True
    behind = tokens[at + 1]
    return behind.kind != "n" and behind.low not in lexicon.triggers and behind.low not in _OBJECT


def _beaten(tokens: list[Token], span: Span, at: int, lexicon: Lexicon) -> bool:
    """``beat 20 demonstrators``, ``a wall crushed two men``; not ``beat six candidates``, ``whipped 40 members``."""
    if span.item in lexicon.cue("beaten_rival"):
        return False
    if lexicon.verbs[tokens[at].low] in ("crush", "shower"):
        noun = lexicon.nouns.get(tokens[at - 1].low)
        return not (tokens[at - 1].text[0].isupper() or (noun and (noun.cls or "").startswith(("person", "group"))))
    if span.item_class == "person.captive" or span.item in lexicon.cue("beaten_item"):
        return True
    return not lexicon.cue("beaten_with").isdisjoint(t.low for t in tokens[span.noun_end : span.noun_end + 6])


def _saved(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``brought 12 miners out alive``, ``lifted nine from the rubble``; not ``brought 300 engineers from China``."""
    behind = {t.low for t in tokens[span.noun_end : span.noun_end + 6]}
    return not (lexicon.cue("ruins").isdisjoint(behind) and lexicon.cue("saved_from").isdisjoint(behind))


def _out(tokens: list[Token], span: Span, at: int) -> bool:
    """``pulled 11 people alive from the mud``, ``dug nine out``, ``pulled out 22``."""
    behind = [t.low for t in tokens[span.noun_end : span.noun_end + _JOINED]]
    if at == span.begin - 2 and tokens[at + 1].low == "out":
        return True
    if behind[:1] != ["and"]:
        return any(word in _OUT_OF for word in behind[:3])
    # ``pulled three children and their mother out of the rubble``: no verb of its own stands behind the ``and``
    end = next((k for k, word in enumerate(behind) if word in _OUT_OF or not word.isalnum()), 0)
    return behind[end] in _OUT_OF and not any(word.endswith("ed") for word in behind[1:end])


def has_object(tokens: list[Token], j: int, spans: list[Span], lexicon: Lexicon) -> bool:
    """``killed 12``, ``shot a guard``, ``freed Mayor Brandt``; but ``killed 10 days ago``, ``held the same day``."""
    if j >= len(tokens):
        return False
    if tokens[j].low in _OBJECT:
        return not any(_timely(token, lexicon) for token in tokens[j + 1 : j + 4])
    if tokens[j].text[:1].isupper():
        named = not tokens[j - 1].text[:1].isupper() and tokens[j].low not in lexicon.cue("stop")
        return named and not _timely(tokens[j], lexicon)
    return any(s.begin == j and s.unit == "count" for s in spans)


def _timely(token: Token, lexicon: Lexicon) -> bool:
    """A word of a time: a unit of duration, a weekday, a month, ``night``, ``same``."""
    word = token.low
    return (
        lexicon.units.get(word, "").startswith("duration")
        or word in lexicon.cue("weekday")
        or word in lexicon.cue("month")
        or word in lexicon.cue("timely")
    )
