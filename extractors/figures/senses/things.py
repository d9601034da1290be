"""What a verb means of the thing it is said of: to take 58 seats is to win, a village that is captured is occupied."""

from collections.abc import Callable

from extractors.figures.action.actions import take
from extractors.figures.action.agents import AGENT
from extractors.figures.lexicon import Lexicon
from extractors.figures.senses import roles
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REACH = 9
_MOVES = frozenset({"rose", "fell"})
_LEVEL_TO = frozenset({"to", "by"})
_ARTICLES = frozenset({"a", "an"})
_BODIES = ("person", "vehicle", "weapon", "animal")
# So many people are never hit by one thing.
_MANY = 500
_ELECTED = frozenset({"won", "lost", "elected", "voted", "rose", "fell", "cast"})
_KEPT_JOBS = frozenset({"fired", "hired", "produced"})
_STRUCK = frozenset({"struck", "strike", "strikes", "striking", "hit", "hits", "hitting"})
_BEHIND_HIT = frozenset({"by", "in", "and", "on", "at", "with", "when", "while", "during", "as", "from", "or", "after"})
_LOWERED = ("percent", "ratio", "money", "volume", "mass", "power", "energy")
_HAVING = frozenset({"have", "has", "had", "having", "with"})


def settle(tokens: list[Token], span: Span, before: Span | None, lexicon: Lexicon) -> None:
    """Set the action of a number of seats, votes, jobs and other things whose verb has another sense of them."""
    if span.unit != "count" and span.unit.startswith(("volume", "money", "mass", "percent", "power", "energy")):
        _lowered(tokens, span, lexicon)
    if span.unit == "count" and span.action_class in lexicon.cue("telling") and roles.setting(tokens, span):
        take(span, span.action or "", None, span.action_cost, span.action_at, "where", 0.7)
    else:
        _of_thing(tokens, span, before, lexicon)


def _of_thing(tokens: list[Token], span: Span, before: Span | None, lexicon: Lexicon) -> None:
    if span.item in {"seat", "vote"} and span.unit in ("count", "percent"):
        _seats(tokens, span, before, lexicon)
    elif span.action == "hit" and (_of_nobody(span) or _of_things(span, before) or not _somebody(tokens, span)):
        take(span, "hit", None, span.action_cost, span.action_at or span.begin, "hit_of_things", 0.7)
    elif span.action_class in _MOVES and _bodily(tokens, span, before, lexicon):
        take(span, span.action or "", None, span.action_cost, span.action_at or 0, "of_bodies", 0.7)
    elif span.action == "serve" and span.action_at is not None and span.action_at < span.begin:
        take(span, "serve", None, span.action_cost, span.action_at, "served", 0.7)  # ``a clinic that serves 40,000``
    elif span.action in _MEANS and span.action_class != AGENT and not _MEANS[span.action](_told(span, before)):
        cls = _captured(span) if span.action in _CAPTURED else otherwise(span.action)
        take(span, span.action, cls, span.action_cost, span.action_at, "of_other_things", 0.7)
    elif span.action == "intercept" and _cargo(tokens, span, lexicon):
        take(span, "intercept", "seized", span.action_cost, span.action_at, "of_cargo", 0.7)
    elif span.unit == "count" and span.item_class == "job":
        _jobs(tokens, span, lexicon)
    elif span.action in lexicon.cues.cut_lemma and _no_jobs(tokens, span, lexicon):
        take(span, "cut", "cut", span.action_cost, span.action_at or span.begin, "cut_of_things", 0.7)


def _of_nobody(span: Span) -> bool:
    """``The number of refugees has hit 130,000``, ``inflation hit 12 percent``: a level or a thing, nobody is hurt."""
    if span.unit.startswith("age"):
        return False
    led = span.elided and span.action_at is not None and span.action_at < span.begin
    told = span.item not in (None, "person") or (span.low or 0) >= _MANY
    return span.unit != "count" or not _person(span) or (led and told)


def _bodily(tokens: list[Token], span: Span, before: Span | None, lexicon: Lexicon) -> bool:
    """``Seventeen people jumped from windows``, ``three drones fell on a field``: what moves is no level.

    ``The 12 candidates fell to four``: a level.
    """
    at = span.action_at or 0
    if at + 2 < len(tokens) and tokens[at + 1].low in _LEVEL_TO:
        amount = tokens[at + 2]
        if amount.kind == "n" or (amount.low in lexicon.triggers and amount.low not in _ARTICLES):
            return False
    told = span.unit == "count" and span.action_at is not None and span.action_at >= span.noun_end
    other = before if span.elided and span.item_class is None and before is not None else span
    return told and span.action not in _LEVELLED and (other.item_class or "").startswith(_BODIES)


def _of_things(span: Span, before: Span | None) -> bool:
    """``hit nine sites, two of them in the port``: some of the sites."""
    return span.elided and span.part and before is not None and before.item is not None and not _person(before)


def other_sense(span: Span, lemma: str) -> bool:
    """A lemma that means another thing of what a number counts: people spend no money when they spend a night."""
    return lemma in _MEANS and not _MEANS[lemma](span)


def otherwise(lemma: str) -> str | None:
    """The class of a lemma in its other sense, if that has one."""
    return _OTHERWISE.get(lemma)


def _told(span: Span, before: Span | None) -> Span:
    """``lost 12 seats and gave up three``: where the noun is left out, what the number before counts."""
    return (
        before
        if span.elided and span.action in {"give up", "hand"} and before is not None and before.item_class
        else span
    )


def _jobs(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``700 jobs will go``, ``jobs were lost``."""
    goes = {t.low for t in tokens[span.noun_end : span.noun_end + 4]} & lexicon.cue("jobs_go")
    ends = {t.low for t in tokens[max(0, span.begin - 3) : span.begin]} & lexicon.cue("jobs_end")
    if span.action_class == "killed":
        take(span, span.action or "", "fired", span.action_cost, span.action_at, "jobs_ended", 0.75)
    elif span.action_class not in _KEPT_JOBS and (goes or ends):
        take(span, "lose", "fired", 1.0, span.noun_end if goes else span.begin - 1, "jobs_go", 0.75)


def _other_verb(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``will cut 3,500 jobs and close two plants``: a verb of its own right before the number."""
    k = span.begin - 1
    return k > 0 and tokens[k - 1].low == "and" and tokens[k].low in lexicon.verbs and span.action_at != k


def _cargo(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``a shipment of 30 rockets was intercepted``: not in the air."""
    led = span.begin > 1 and tokens[span.begin - 1].low == "of" and tokens[span.begin - 2].low in lexicon.cue("cargo")
    return led or span.item in lexicon.cue("small_arms")


def _captured(span: Span) -> str | None:
    """A village is occupied, a tank seized; what a camera captured is neither."""
    cls = span.item_class or ""
    if span.unit.startswith("area"):
        return "occupied"
    if cls.startswith(("vehicle", "weapon")):
        return "seized"
    return "occupied" if cls.startswith(("group", "building", "place")) or span.item in _GROUND else None


def _money(span: Span) -> bool:
    return span.unit.startswith("money")


def _somebody(tokens: list[Token], span: Span) -> bool:
    """A person, or one whose noun is left out; an unknown noun (``struck two airfields``) is more often a thing."""
    if span.elided and span.action_at == span.noun_end and _strikes(tokens, span.noun_end + 1):
        return False
    if span.item_class is None:
        return span.elided or span.action_at is None or tokens[span.action_at].low not in _STRUCK
    return span.item_class.startswith("person")


def _strikes(tokens: list[Token], j: int) -> bool:
    """``Three hit residential areas``: what the verb before j is done to follows it; not ``three hit by gunfire``."""
    return j < len(tokens) and tokens[j].kind == "w" and tokens[j].low not in _BEHIND_HIT


def _person(span: Span) -> bool:
    return (span.item_class or "person").startswith("person")


def _swept(span: Span) -> bool:
    """A person; but ``12 jetties`` and ``9 hectares``, of whatever noun, are none."""
    return span.unit == "count" and _person(span) and (span.item_class is not None or span.item is None or span.elided)


_GROUND = frozenset(
    {"position", "post", "place", "area", "town", "village", "city", "settlement", "district", "hill", "base"}
)
# What is told of a level only, also of one of people.
_LEVELLED = frozenset({"up", "down", "rise", "increase", "decrease", "decline", "grow", "shrink"})
# Of what an action is said in the sense of its class: money is spent and raised, drones are intercepted, not boats.
_MEANS: dict[str, Callable[[Span], bool]] = {
    "put out of action": lambda span: not _person(span),
    "spend": _money,
    "sweep": lambda span: not _swept(span),
    "take down": lambda span: span.item is None or (span.item_class or "").startswith(("weapon", "vehicle")),
    "turn up": lambda span: span.item_class != "case",
    "raise": _money,
    "make": lambda span: not _money(span),
    "pack": _person,
    "save": lambda span: span.unit == "count" and span.item_class not in ("sport", "job"),
    "fire": lambda span: span.item_class != "sport",
    "draw": lambda span: span.unit == "count" and _person(span) and (span.item is None or span.item_class is not None),
    "deliver": lambda span: span.unit == "count" and (span.item_class or "").startswith(("vehicle", "weapon")),
    "serve": _person,
    "fight": _person,
    "seize": lambda span: span.item not in _GROUND,
    "neutralize": lambda span: not (span.item_class or "").startswith("person"),
    "neutralise": lambda span: not (span.item_class or "").startswith("person"),
    "intercept": lambda span: not (span.item_class or "").startswith(("person", "vehicle.ship")),
    "hold": lambda span: span.unit == "count" and _person(span),
    "hand": lambda span: span.unit == "count" and _person(span),
    "give up": lambda span: span.unit == "count" and _person(span),
    "let in": lambda span: span.elided or _person(span) or (span.item_class or "").startswith(("vehicle", "group")),
    "take aboard": lambda span: span.unit == "count" and _person(span),
    "change hands": _person,
    "capture": lambda span: span.unit == "count" and _person(span),
    "recapture": lambda span: span.unit == "count" and _person(span),
    "uproot": _person,
    "carry off": lambda span: span.unit == "count" and _person(span),
    "turn over": lambda span: span.unit == "count" and _person(span),
    "carry": lambda span: span.unit == "count" and not (span.item_class or "").startswith("vehicle"),
}
# Aid that is delivered was sent, not sold; who is swept away is missing.
_OTHERWISE = {"deliver": "sent", "sweep": "missing", "turn up": "registered", "fire": "fired"}
_CAPTURED = frozenset({"capture", "recapture", "seize"})


def _job(span: Span) -> bool:
    measured = span.unit.startswith(("duration", "length", "speed", "area", "temperature"))
    return not measured and (span.item is None or (span.item_class or "").startswith(("person", "job")))


def _no_jobs(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """True where things are cut: ``cut 40 trains``, ``its spending by a third``; not ``its staff by a third``."""
    if not _job(span):
        return not _other_verb(tokens, span, lexicon)
    at = span.action_at
    if not span.unit.startswith(_LOWERED) or span.item is not None or at is None or not at < span.begin <= at + _REACH:
        return False
    nouns = (lexicon.nouns.get(token.low) for token in tokens[at : span.begin])
    return not any(noun is not None and noun.cls.startswith(("person", "job", "group")) for noun in nouns)


def _seats(tokens: list[Token], span: Span, before: Span | None, lexicon: Lexicon) -> None:
    """``took 58 seats``, ``was left with 29 seats``, ``Labour: 57 seats``, ``had 41 percent of the vote``."""
    if span.action_class in _ELECTED or span.begin < 1:
        return
    if [t.low for t in tokens[max(0, span.begin - 2) : span.begin]] == ["of", "the"]:
        return  # ``88 of the 169 seats``: nobody won them all
    words = [t.low for t in tokens[max(0, span.begin - _REACH) : span.begin]]
    lead = tokens[span.begin - 1]
    listed = before is not None and before.action == "win" and lead.text in (",", "and")
    label = lead.text == ":" or (lead.text[0].isupper() and span.begin > 1)
    has = lead.low in _HAVING and not set(words) & lexicon.cue("chamber")
    if listed or has or set(words) & lexicon.cue("wins") or (label and span.action_class is None):
        take(span, "win", "won", 1.5, span.begin - 1, "wins_of_noun", 0.6)


def _lowered(tokens: list[Token], span: Span, lexicon: Lexicon) -> None:
    """``will cut 350,000 barrels``, ``cut output by 800,000 barrels``: the action is the cut, not the output."""
    if span.action_class not in ("fired", "produced", "cut"):
        return
    words = [t.low for t in tokens[max(0, span.begin - 7) : span.begin]]
    if not lexicon.cue("cut_word").isdisjoint(words) and "to" not in words[-2:]:
        take(span, "cut", "cut", min(span.action_cost, 2.0), span.action_at or span.begin, "cut_of_things", 0.7)
