"""Actions that a number takes from its subject or its noun: the toll that rose to 14, 49 shooting victims, 21 injured
workers who have been admitted."""

from extractors.figures.action import among, labels, modified, saidof, tolls
from extractors.figures.action.actions import take
from extractors.figures.action.agents import AGENT, has_object, of_verb
from extractors.figures.action.labels import LEVELS
from extractors.figures.clause import governors, mains
from extractors.figures.clause.between import past_verb
from extractors.figures.clause.others import own_predicate
from extractors.figures.clause.reach import Found
from extractors.figures.clause.wholes import predicate_of_part, whole_of
from extractors.figures.lexicon import Lexicon, union
from extractors.figures.senses import fates, people, things
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_LEAD = 3
_THEY = frozenset({"it", "they", "he", "she", "we"})
_MODALS = frozenset(
    {"will", "would", "can", "could", "may", "might", "still", "now", "already", "also", "had", "to", "due", "set"}
)
_HARM = frozenset({"injured", "killed", "shot", "casualty", "infected"})
# What a participle tells of who people are, and not of what befell them now.
_TITLES = frozenset({"charged", "arrested"})
_CAUGHT = frozenset({"arrested"})
_FAIR = 5.5
_POOR = 3.0
_LOST = frozenset({"person.military", "vehicle.military", "weapon", "vehicle.air"})
# How the dead came to die, or what was done to them before.
_DEATHS = frozenset(
    {"injured", "shot", "struck", "killed", "rescued", "treated", "arrested", "held", "charged", "kidnapped"}
)
_PARTICIPLE = 2.5
_IN_EXCHANGE = (["in", "exchange", "for"], ["in", "return", "for"])
_HANDED = frozenset({"handed", "hand", "hands", "handing", "gave", "delivered", "transferred"})
_BOARD = frozenset({"aboard", "on", "onboard", "board"})
_CARE = frozenset({"treated", "discharged", "critical"})
_BUT = frozenset({";", "while", "but", "whereas", "though", "although"})


def refine(sentence: Sentence, spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    """Set the action of each number whose own verb only moves a level, means another thing of its noun, or is none."""
    tokens, other_sense = sentence.tokens, not sentence.words.isdisjoint(people.words(lexicon))
    tallied = not sentence.words.isdisjoint(lexicon.cues.tally_verb)
    for n, span in enumerate(spans):
        before = spans[n - 1] if n else None
        things.settle(tokens, span, before, lexicon)
        if before is not None and (span.action_class in LEVELS or span.action_cost > _POOR):
            _contrast(tokens, before, span, lexicon)
        if span.unit != "count" or (span.action_class == AGENT and span.action in lexicon.cue("speak_verb")):
            continue
        behind = tokens[span.noun_end].low if span.noun_end < len(tokens) else ""
        opens = behind == "of" or behind in mains.RELATIVE or behind in lexicon.verbs
        if opens and modified.settle(tokens, span, spans, found, lexicon):
            people.of_people(tokens, span, other_sense, lexicon)
            continue
        to = tokens[span.begin - 1].low == "to"
        if span.action_class == AGENT or (to and _to_whom(tokens, span, spans[:n], lexicon)):
            continue
        if "losses" in sentence.words and (span.item_class in _LOST or span.elided):
            tolls.losses(tokens, span)
        labelled = tokens[span.begin - 1].text in ":–—" and labels.read(tokens, span, found, lexicon)
        if not labelled and not (tallied and span.elided and tolls.settle(tokens, span, found, lexicon)):
            _from_words(tokens, span, before, spans, found, behind, lexicon)
            if span.action == "capture" and not span.person:
                things.settle(tokens, span, before, lexicon)  # three captured tanks
            people.of_people(tokens, span, other_sense, lexicon)
        fates.settle(tokens, span, lexicon)


def _from_words(
    tokens: list[Token],
    span: Span,
    before: Span | None,
    spans: list[Span],
    found: list[Found],
    behind: str,
    lexicon: Lexicon,
) -> None:
    """What the toll, the noun, the predicate and what describes the counted say; ``behind`` is the word behind them."""
    if span.action_class in LEVELS or span.action_cost > _POOR:
        tolls.of_subject(tokens, span, found, lexicon)
    _described(tokens, span, found, lexicon)
    if span.item in lexicon.actions:
        _named(span, lexicon)
    if behind == "of" and not saidof.whom(tokens, span, found, lexicon):
        _of_the_dead(tokens, span, found, lexicon)
    at = span.action_at
    _predicate(tokens, span, spans, found, lexicon)
    if before is not None and at is not None and before.action_at == at != span.action_at and span.action:
        take(before, span.action, span.action_class, 1.0, span.action_at, "conjunct", 0.75)
    if tokens[0].low == "among":
        inverted = tokens[span.begin - 1].low in lexicon.cue("be")  # ``Among those at large are six men serving life``
        if span.action is None or span.action_cost > _POOR or inverted:
            among.listed(tokens, span, found, lexicon)
    if behind in _THEY:
        _contact(tokens, span, found, lexicon)
    if behind in modified.BEYOND:
        modified.beyond(tokens, span, spans, found, lexicon)


def _to_whom(tokens: list[Token], span: Span, spans: list[Span], lexicon: Lexicon) -> bool:
    """``according to three officials``, ``bringing the toll to 40``: told already, or nothing befell them.

    Asked where ``to`` stands before the number.
    """
    return tokens[span.begin - 2].low == "according" or tolls.of_all(tokens, span, spans, lexicon)


def _contrast(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> None:
    """``Police said 45,000 marched, while organisers said 200,000``, ``5 tonnes, compared with 6``: the same thing."""
    if not left.action or left.action_class in LEVELS:
        return
    word = tokens[right.last].low if right.elided and right.last < len(tokens) else ""
    stated = word in lexicon.cues.foretold and word in lexicon.verbs and word not in lexicon.cues.say
    if stated or own_predicate(tokens, right, lexicon):
        return  # ``340 were let in, against the 600 stipulated``
    between = {t.low for t in tokens[left.noun_end : right.begin]}
    words = between | {t.low for t in tokens[right.begin : right.first]}
    said = right.elided and left.unit == right.unit and between & _BUT and words & lexicon.cue("say")
    before = between & lexicon.cues.compared or ("from" in between and between & {"up", "down"})
    if said or (before and left.unit == right.unit):
        take(right, left.action, left.action_class, left.action_cost + 1.0, left.action_at or 0, "contrast", 0.7)


def _described(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> None:
    """``49 shooting victims``, ``21 injured workers``: the action that the noun phrase itself names."""
    limit = _PARTICIPLE
    victims = span.item == "victim" and span.action_class not in lexicon.cue("personal")
    cared_for = span.action_class in _CARE or span.action_class in LEVELS
    others = (
        span.action_at == span.begin - 2 and tokens[span.begin - 1].low == "and"
    )  # ``the 15 killed and 36 wounded``
    if span.action_class is not None and span.action_cost <= limit and not (victims or cared_for or others):
        return None
    k = span.noun_end
    if k < len(tokens) and tokens[k].low == "to" and tokens[span.begin - 1].low in _HANDED:
        return None  # ``handed 12 wounded soldiers to the Red Cross``
    if k < len(tokens) and tokens[k].low == "in" and [t.low for t in tokens[k : k + 3]] in _IN_EXCHANGE:
        return take(span, "exchange for", "exchanged", 1.0, k, "in_exchange", 0.85)
    for action in found:
        if not span.last <= action.first < span.noun_end:
            continue
        for act in action.acts:
            if act.cls in _TITLES and action.end == action.first + 1 and _told_otherwise(span):
                continue  # ``freeing a reporter, two convicted spies and a group of nuns``
            plain = tokens[action.first].low == act.lemma and act.role == "o"  # ``two transport planes``
            named = act.role == "a" or (act.past and not plain) or span.item == "victim"
            if named and act.cls in lexicon.cue("personal"):
                return take(span, act.lemma, act.cls, limit, action.first, "noun_phrase", 0.7)
    return None


def _told_otherwise(span: Span) -> bool:
    """A verb of the sentence tells what befell them, and not only their noun."""
    own = any(rule[:2] == ("action", "counted_noun") for rule in span.rules)
    return span.action_class is not None and span.action_cost <= _FAIR and not own


def _named(span: Span, lexicon: Lexicon) -> None:
    """``Lawyers counted 112 arrests``: the noun is the action, and the verb only tells of it."""
    if span.item is None:
        return
    for act in lexicon.actions.get(span.item, ()):
        if act.role == "n" and act.cls in lexicon.cue("telling"):
            take(span, act.lemma, act.cls, 1.0, None, "action_noun", 0.7)


def _predicate(tokens: list[Token], span: Span, spans: list[Span], found: list[Found], lexicon: Lexicon) -> None:
    """``five sailors held since May are home``: the predicate, not the participle that says who they are."""
    at, subject = span.action_at, span
    if span.noun_end < len(tokens) and tokens[span.noun_end].low == "of":
        subject = whole_of(tokens, span, spans) or span
    if (at is not None and at < subject.noun_end) or subject.noun_end >= len(tokens):
        return
    if (subject.item is None and not _told_of(tokens, subject, lexicon)) or predicate_of_part(tokens, span):
        return
    if (
        at is None
        or at > mains.described(tokens, subject.noun_end, lexicon)
        or (subject is not span and mains.participle(tokens, at, lexicon))
    ):
        _of_main(tokens, span, subject, found, lexicon)
        return
    doing = tokens[at].low.endswith("ing")  # ``five quakes measuring up to 3.2 were reported``
    if doing and _of_main(tokens, span, subject, found, lexicon):
        return
    aboard = span.action_class == "aboard"
    fates = lexicon.cue("telling" if aboard else "predicate")
    if span.action_class == "charged":
        fates = union[fates, _CAUGHT]  # ``accused of helping him were arrested``
    for action in found:
        if action.first <= at or _closed(tokens, at, action.first, spans, lexicon):
            continue
        act = next((a for a in action.acts if doing or a.cls in fates), None)
        several = action.end > action.first + 1 and tokens[action.first].low != "in"
        told = several or _finite(tokens, action.first, lexicon) or (aboard and tokens[action.first - 1].low in _BOARD)
        if act is not None and told and act.cls != span.action_class:
            take(span, act.lemma, act.cls, 0.8, action.first, "predicate", 0.75)
            return


def _of_the_dead(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> None:
    """``Nine of the dead had been identified``: what was done to them since, not how they came to be dead."""
    k = span.noun_end
    if span.action_at != k + 2 or tokens[k].low != "of" or tokens[k + 2].low not in lexicon.cue("state"):
        return None
    k += 3
    helped = False
    while k < len(tokens) and (
        tokens[k].low in lexicon.cue("auxiliary") or tokens[k].low in lexicon.cue("verb_adverb")
    ):
        helped, k = True, k + 1
    if not helped and k + 1 < len(tokens) and tokens[k].low not in lexicon.actions and past_verb(tokens[k], lexicon):
        return _predicate_of(span, lexicon.verbs[tokens[k].low], None, k)
    act = next((a for f in found if f.first == k for a in f.acts if a.role == "o" and a.past), None)
    if helped and act is not None and act.lemma == "bury" and tokens[span.noun_end + 2].low == "dead":
        _predicate_of(span, "bury", None, k)  # at a funeral, under no rubble
    elif helped and act is not None and not (tokens[span.noun_end + 2].low == "dead" and act.cls in _DEATHS):
        _predicate_of(span, act.lemma, act.cls, k)
    return None


def _predicate_of(span: Span, lemma: str, cls: str | None, at: int) -> None:
    """People, if no noun says what the wounded or the missing are."""
    take(span, lemma, cls, 0.8, at, "predicate", 0.75)
    if span.item is None:
        span.item, span.item_class, span.elided = "person", "person", False


def _of_main(tokens: list[Token], span: Span, subject: Span, found: list[Found], lexicon: Lexicon) -> bool:
    """``nine of the 14 who were seized are alive``: the predicate, not the clause that says who they are."""
    main = mains.main_verb(tokens, subject.noun_end, lexicon)
    if main is None or not subject.noun_end <= (span.action_at or subject.noun_end) < main:
        return False
    if any(r[0] == "action" and r[1] == "nominal" for r in span.rules):
        return False
    passive = tokens[main].low in lexicon.cue("auxiliary")
    if passive and subject is span and mains.participle(tokens, span.noun_end, lexicon):
        return False  # ``the 60 lorries promised in the deal``
    at, _ = governors.behind(tokens, main, lexicon)
    act = next(
        ((f, a) for f in found if main <= f.first <= main + _LEAD for a in f.acts if a.past or a.role == "a"), None
    )
    if subject is span and span.action_class in _HARM and not (act and act[1].cls == "killed"):
        return False  # ``two men who were wounded have been treated``
    if act is not None:
        did = act[1].role == "o" and act[0].first == main  # ``four men riding motorcycles shot a guard``
        cls = act[1].cls if span.person or act[1].lemma != "hit" else None
        if did:
            cls = AGENT if act[1].cls in lexicon.cue("agent_class") else None
        take(span, act[1].lemma, cls, 0.8, act[0].first, "predicate", 0.75)
    elif at is not None:
        cls = AGENT if span.person and not passive and has_object(tokens, at + 1, [], lexicon) else None
        take(span, lexicon.verbs[tokens[at].low], cls or of_verb(tokens, span, at, lexicon), 0.8, at, "predicate", 0.75)
    return act is not None or at is not None


def _told_of(tokens: list[Token], subject: Span, lexicon: Lexicon) -> bool:
    """A noun, the wounded, those aboard: ``23 wounded were freed``; but ``Of those ill, nine freed have died``."""
    behind = tokens[subject.noun_end].low
    return subject.item is not None or behind in lexicon.cues.state_of or behind in _BOARD


def _contact(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> None:
    """``named four hostages it will free``: a relative clause without its pronoun."""
    k = span.noun_end
    if span.elided or k + 1 >= len(tokens) or tokens[k].low not in _THEY:
        return
    if span.action_at is not None and span.action_at < span.begin and span.action_cost <= _PARTICIPLE:
        return  # ``will hand over the 21 men they seized``
    j = k + 1
    while j < len(tokens) and (tokens[j].low in lexicon.cue("auxiliary") or tokens[j].low in _MODALS):
        j += 1
    j += 2 * ([t.low for t in tokens[j : j + 2]] == ["accused", "of"])  # ``the women she is accused of shooting``
    act = next((a for f in found if f.first == j for a in f.acts if a.role == "o" or j > k + 2), None)
    if act is not None:
        take(span, act.lemma, act.cls, 1.0, j, "contact", 0.75)


def _closed(tokens: list[Token], first: int, end: int, spans: list[Span], lexicon: Lexicon) -> bool:
    """True where another clause, list or count begins between the participle and a verb; not ``a year and a half``."""
    for span in spans:
        if first <= span.first < end and span.unit == "count":
            return True
    border = lexicon.cues.clause_border
    for k in range(first, end):
        token = tokens[k]
        if token.text in ",;" or token.low in _THEY:
            return True
        if token.low in border and k + 2 < len(tokens) and tokens[k + 2].low != "half":
            return True
    return False


def _finite(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """True behind a form of ``be`` or ``have``: the verb is the predicate of its clause."""
    return any(t.low in lexicon.cue("auxiliary") for t in tokens[k - 2 if k > 2 else 0 : k + 1])
