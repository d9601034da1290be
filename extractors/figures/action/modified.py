"""The main verb of a subject that a participle describes: ``Six planes carrying tents landed``, no planes that carry.

A gerund behind a subject is never its predicate, so that a past form further on in the clause is; behind a participle
(``five climbers stranded on a ridge were airlifted``) only what can be no participle itself is sure to be one.
"""

from extractors.figures.action import agents
from extractors.figures.action.actions import take
from extractors.figures.clause import governors, mains
from extractors.figures.clause.between import adverb, helps, ing, past_verb
from extractors.figures.clause.reach import Found
from extractors.figures.clause.wholes import whole_of
from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_FAR = 17
_ASIDE = 20
_PHRASE = 8
_BEFORE = 12
_SINCE = frozenset({"since", "before", "after", "as"})
# Prepositions that look like gerunds, and gerunds that lead a part or a size.
_NONE = frozenset({"following", "including", "pending", "regarding", "involving", "according", "excluding", "being"})
# What a remark between commas begins with.
_OPENS = frozenset(
    {"who", "which", "whose", "including", "among", "aged", "most", "all", "some", "both", "mostly", "many"}
)
_LEADS = frozenset({"by", "earlier", "last", "this"})
_PARTS = frozenset({"many", "some", "most", "several", "few"})
_HEARSAY = frozenset({"thought", "believed", "feared", "presumed", "reported"})
# Behind a past form, where a participle has no object.
_PLAINLY = frozenset({"up", "out", "off", "down", "back", "over", "away"})
_COMPARED = frozenset({"more", "fewer", "less"})
_OF = frozenset({"of", "from", "in"})
BEYOND = _OF | {","}
_FATES = frozenset({"killed", "injured", "shot", "kidnapped", "arrested", "released", "missing"})
_ALONE = frozenset({"and", "or", "to", "not"})


def settle(tokens: list[Token], span: Span, spans: list[Span], found: list[Found], lexicon: Lexicon) -> bool:
    """Give a subject the verb behind what describes it; False where that is not plain."""
    k = span.noun_end
    if k + 3 >= len(tokens):
        return False
    if tokens[k].low == "of" and (whole := whole_of(tokens, span, spans)) is not None:
        k = whole.noun_end
        if k + 3 >= len(tokens):
            return False
    k = mains.past_joined(tokens, k, lexicon)
    related = tokens[k].low in mains.RELATIVE
    if not related and (tokens[k].low not in lexicon.verbs or tokens[k].text[0].isupper()):
        return False
    gerund = _busy(tokens[k], lexicon)
    if not (gerund or related or _describing(tokens, k, lexicon)) or not _subject(tokens, span.begin, lexicon):
        return False
    at = _main(tokens, mains.own_verb(tokens, k + 1, lexicon) if related else k + 1, gerund, lexicon)
    if at is None or (related and helps(tokens[at], lexicon)):
        return False
    verb = governors.behind(tokens, at, lexicon)[0] if helps(tokens[at], lexicon) else at
    return _take(tokens, span, spans, at, verb, _act(found, at, verb), lexicon)


def beyond(tokens: list[Token], span: Span, spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    """``three sailors, who swam ashore, have been arrested``: the predicate, not the clause between the commas."""
    k = span.noun_end
    if k >= len(tokens) or (tokens[k].text != "," and tokens[k].low not in _OF):
        return
    comma = _comma(tokens, k, lexicon)
    if comma is None or not _opens_aside(tokens, comma + 1, lexicon):
        return
    related = tokens[comma + 1].low in ("who", "which", "whose")
    if span.item_class == "person.victim" and not related:
        return  # bodies, charred beyond recognition
    for k in range(comma + 2, min(len(tokens) - 2, comma + _ASIDE)):
        if tokens[k].text != ",":
            continue
        at = k + 1 + (adverb(tokens[k + 1], lexicon) and not helps(tokens[k + 1], lexicon))
        sure = tokens[at].low in lexicon.cue("finite_past") or (at + 1 < len(tokens) and tokens[at + 1].low in _PLAINLY)
        past_only = sure and _past_form(tokens, at, lexicon)
        if not (past_only or helps(tokens[at], lexicon)):
            continue
        told = span.action_at is not None and span.action_at < span.noun_end
        if not told and (related or _subject(tokens, span.begin, lexicon)):
            predicate = governors.behind(tokens, at, lexicon)[0] if helps(tokens[at], lexicon) else at
            fate = span.action_class
            if _superseded(tokens, comma + 1):
                span.action_class = None
            said = _take(tokens, span, spans, at, predicate, _act(found, at, predicate), lexicon)
            span.action_class = span.action_class if said else fate
            if not said and (aside := _act(found, comma + 1, None)) and aside[1].role == "o":
                take(span, aside[1].lemma, aside[1].cls, 1.0, aside[0].first, "aside", 0.7)
        return


def _superseded(tokens: list[Token], k: int) -> bool:
    """``, feared dead, walked home``, ``, many of them wounded, ran``: no more true, or of some of them."""
    part = tokens[k].low in _PARTS and tokens[k + 1].low == "of"
    return part or not _HEARSAY.isdisjoint([t.low for t in tokens[k : k + 2]])


def _comma(tokens: list[Token], k: int, lexicon: Lexicon) -> int | None:
    """The comma behind the counted, past ``of the crew`` or ``from the village``."""
    if tokens[k].low in _OF:
        first = k
        k += 3 * (k + 3 < len(tokens) and tokens[k + 1].low == "the")  # ``three of the accused``
        end = min(len(tokens) - 1, first + _PHRASE)
        while k < end and tokens[k].kind == "w" and not _verbal(tokens[k], lexicon):
            k += 1
    return k if k + 1 < len(tokens) and tokens[k].text == "," else None


def _verbal(token: Token, lexicon: Lexicon) -> bool:
    return token.low in lexicon.cue("auxiliary|modal|border") or past_verb(token, lexicon)


def _opens_aside(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``, who``, ``, including``, ``, accused of``, ``, once held``, ``, 200 more than``, ``, holding knives``."""
    if tokens[k].low in _OPENS or tokens[k].low in _HEARSAY:
        return True
    if tokens[k].kind == "n":
        return k + 2 < len(tokens) and tokens[k + 1].low in _COMPARED and tokens[k + 2].low == "than"
    if adverb(tokens[k], lexicon) and k + 1 < len(tokens) and past_verb(tokens[k + 1], lexicon):
        return not helps(tokens[k + 1], lexicon)
    return mains.participle(tokens, k, lexicon) or (ing(tokens[k]) and tokens[k].low in lexicon.verbs)


def _busy(token: Token, lexicon: Lexicon) -> bool:
    """``carrying``, ``waiting``: a gerund that is no preposition, and not itself what the story tells of a crowd."""
    if not ing(token) or token.low in _NONE:
        return False
    return all(a.cls != "marched" for a in lexicon.actions.get(token.low, ()))


def _describing(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``stranded on a ridge``, ``armed with rifles``: a participle that tells nothing of what befell people."""
    if not past_verb(tokens[k], lexicon) or helps(tokens[k], lexicon) or tokens[k].low in lexicon.cues.foretold:
        return False  # ``the 60 lorries promised in the deal have come once``
    acts = lexicon.actions.get(tokens[k].low, ())
    led = tokens[k + 1].low in lexicon.cues.preposition or tokens[k + 1].low in _LEADS
    return led and all(a.role == "o" and a.cls not in lexicon.cue("describes_not") for a in acts)


def _subject(tokens: list[Token], begin: int, lexicon: Lexicon) -> bool:
    """True where no verb stands before the number in its clause: ``A convoy of 12 trucks``, ``he said two men``."""
    for k in range(begin - 1, max(-1, begin - 1 - _BEFORE), -1):
        token = tokens[k]
        if (
            token.text == ";"
            or token.low == "that"
            or token.low in lexicon.cue("say")
            or (token.text in ',;:—–-“”")' and k < begin - 1)
        ):
            return True
        if token.kind == "n" or token.text in "(":
            return False
        if helps(token, lexicon) or past_verb(token, lexicon) or (ing(token) and token.low in lexicon.verbs):
            return False
        if token.low in lexicon.cue("preposition") and token.low != "of" and k == begin - 1:
            return False
        lead = tokens[k - 1] if k and token.low == "of" else None
        if lead is not None and (lead.low in lexicon.cue("owned_head") or lead.low in lexicon.triggers):
            return False  # ``Relatives of the 12 people kept below gathered outside``, ``five of the six found came``
    return True


def _main(tokens: list[Token], j: int, gerund: bool, lexicon: Lexicon) -> int | None:
    """The finite verb of the clause from j on, or its auxiliary: behind a gerund any past form may be one."""
    forms: list[int] = []
    for k in range(j, min(len(tokens) - 1, j + _FAR)):
        token = tokens[k]
        dated = token.low in _SINCE and (tokens[k + 1].text[0].isupper() or tokens[k + 1].kind == "n")
        if token.text == "," and gerund and _listed(tokens, k, lexicon):
            continue  # ``carrying tents, blankets and pumps``
        if token.text in ",;:—–" or (token.low in lexicon.cue("border") and not dated):
            break
        if token.low in lexicon.cue("say") or token.text[0].isupper():
            continue
        if token.low in ("got", "gets"):
            return None  # ``got electrocuted``
        if helps(token, lexicon):
            return None if tokens[k - 1].low in _ALONE or tokens[k - 1].low in lexicon.cue("pronoun") else k
        if _past_form(tokens, k, lexicon):
            if token.low in lexicon.cue("finite_past"):
                return k
            if k > j:  # ``carrying freed prisoners``
                forms.append(k)
    return _plainest(tokens, forms, lexicon) if gerund else None


def _listed(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``tents, blankets and pumps``: a comma that goes on with the objects."""
    return k + 2 < len(tokens) and tokens[k + 1].low in lexicon.nouns and tokens[k + 2].low in ("and", ",")


def _past_form(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """A past form where a predicate may begin: behind no article, preposition or ``and``, before no ``by``."""
    sure = tokens[k].low in lexicon.cue("finite_past")
    if k + 1 >= len(tokens) or not (sure or past_verb(tokens[k], lexicon)) or tokens[k + 1].low == "by":
        return False
    lead = tokens[k - 1]
    if lead.kind == "n" or lead.low in _ALONE or lead.low in lexicon.cue("verb_article"):
        return False
    if lead.low in lexicon.cue("noun_lead|preposition"):
        return False
    if lead.low in lexicon.cue("pronoun"):
        return False
    return sure or not (adverb(lead, lexicon) and tokens[k + 1].low in lexicon.nouns)


def _plainest(tokens: list[Token], forms: list[int], lexicon: Lexicon) -> int | None:
    """The first with an object, else the only one: ``carrying tents given by Ostren to a town reached the``."""
    plain = [k for k in forms if tokens[k + 1].low not in lexicon.cue("preposition")]
    return next(iter(plain or (forms if len(forms) == 1 else [])), None)


def _act(found: list[Found], at: int, verb: int | None) -> tuple[Found, Act] | None:
    """The action word that begins at the predicate."""
    own = (f for f in found if f.first in (at, verb))
    return next(((f, a) for f in own for a in f.acts if a.past or a.role == "a"), None)


def _take(
    tokens: list[Token],
    span: Span,
    spans: list[Span],
    at: int,
    verb: int | None,
    act: tuple[Found, Act] | None,
    lexicon: Lexicon,
) -> bool:
    """The action of the predicate at ``at``: done to the counted only where a form of ``be`` leads it."""
    cls: str | None
    if act is not None:
        where, what = act
        cls = what.cls if span.person or what.lemma != "hit" else None
        if agents.acted(tokens, span, where.first, where.end, what, spans, lexicon):
            cls = agents.AGENT
        elif (
            what.role == "o"
            and not what.lemma.startswith("return")
            and not what.lemma.endswith("to death")
            and lexicon.cue("be").isdisjoint(t.low for t in tokens[at : where.first])
        ):
            cls = None
        if _fated(span, cls, lexicon):
            return False
        take(span, what.lemma, cls, 0.5, where.first, "main_verb", 0.8)
        return True
    if verb is None or lexicon.verbs[tokens[verb].low] in lexicon.cue("auxiliary"):
        return False
    person = (span.item_class or "").startswith("person")
    if person and verb == at and agents.has_object(tokens, at + 1, spans, lexicon):
        cls = agents.AGENT
    else:
        own = (a.cls for a in lexicon.actions.get(tokens[verb].low, ()) if a.lemma == "sink")
        cls = next(own, None) or agents.of_verb(tokens, span, verb, lexicon)
    if _fated(span, cls, lexicon):
        return False
    take(span, lexicon.verbs[tokens[verb].low], cls, 0.5, verb, "main_verb", 0.8)
    return True


def _fated(span: Span, cls: str | None, lexicon: Lexicon) -> bool:
    """``Fourteen people, killed in the raid, have been named``: what befell them is more than what was done later."""
    if span.action_class not in _FATES or cls == "charged":
        return False  # ``Three of them, all believed to have died, were convicted``
    return span.action_class == "killed" != cls or cls is None or cls not in lexicon.cue("telling")
