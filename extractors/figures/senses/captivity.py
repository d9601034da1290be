"""Those who are taken, kept or let go: hostages who left are free, who remain are held."""

from extractors.figures.action.actions import take
from extractors.figures.clause.others import kin_lead
from extractors.figures.lexicon import Lexicon
from extractors.figures.senses import captors, halves
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LONGEST = 14
_NEAR = 6
_GO = frozenset({"go", "goes", "went", "gone", "walk", "walked"})
_AWAY = frozenset({"to", "across", "into", "back", "home", "through", "towards"})
_OUT = (["broke", "out"], ["broken", "out"], ["break", "out"])
_SIDES = frozenset({"side", "sides", "swap", "exchange", "captivity"})
_ASIDES = frozenset({",", "—", "–", "-"})
_KEPT = frozenset({"remained", "trapped", "missing"})
# What a captive noun implies, or a verb of leaving that is another's sense: none of it says that they were freed.
_UNTOLD = frozenset(
    {"held", "struck", "displaced", "crossed", "remained", "returned", "lasted", "sent", "aboard", "agreed", None}
)
# What becomes of those who are taken: lemma and class.
BECOMES: dict[str, tuple[str, str]] = {
    "prisoner": ("take prisoner", "arrested"),
    "captive": ("take prisoner", "arrested"),
    "hostage": ("take hostage", "kidnapped"),
}
_HOLDS = frozenset({"hold", "holds", "held", "holding", "keep", "keeps", "kept", "keeping"})
_TAKES_THEM = frozenset({"take", "takes", "took", "taken", "taking"})


def captured(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``took 22 soldiers prisoner``, ``holding 20 guests hostage``."""
    del lexicon
    k = halves.behind(tokens, span)
    end = tokens[k].low if k < len(tokens) else ""
    if end not in BECOMES:
        return False
    lead = [t.low for t in tokens[max(0, span.begin - _NEAR) : span.begin]]
    if not _HOLDS.isdisjoint(lead):
        take(span, "hold", "held", 0.5, span.action_at, "captured", 0.8)
    elif not _TAKES_THEM.isdisjoint(lead) or span.action in (None, "take"):
        take(span, *BECOMES[end], 0.5, span.action_at, "captured", 0.8)
    else:
        return False
    return True


def captive(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Hostages who remain are held; hostages who left, walked out or arrived are free."""
    captive = span.item_class == "person.captive" or span.item == "inmate"
    if not captive or "former" in [t.low for t in tokens[span.last : span.noun_end]]:
        return False
    if span.begin > 1 and kin_lead(tokens, span, lexicon):
        return False  # ``The families of 40 hostages met the envoy``
    k = _after(tokens, span, lexicon)
    behind = [t.low for t in tokens[k : k + 2]]
    if span.action_class != "escaped" and behind in _OUT:
        take(span, "break out", "escaped", 1.0, k, "broke_out", 0.75)
        return True
    onwards = behind[-1:] == ["on"] and behind[0] in _GO  # ``went on hunger strike``
    if span.action_class in _UNTOLD and not onwards and k < len(tokens) and tokens[k].low in lexicon.cue("goes_free"):
        went = "go free" if tokens[k].low in _GO else lexicon.verbs.get(tokens[k].low, "go free")
        take(span, went, "released", 1.0, k, "captive_left", 0.75)
        return True
    if span.action == "take" and span.action_class == "lasted" and tokens[span.begin - 1].low != "to":
        at = span.action_at or span.begin
        if at >= span.noun_end and at + 1 < len(tokens) and tokens[at + 1].low in _AWAY:
            take(span, "take", None, 1.0, at, "captive_moved", 0.8)  # ``detainees had been taken to the border``
            return True
        war = span.item == "prisoner" and not captors.by(tokens, at, lexicon)  # ``the battalion took 29 prisoners``
        take(span, *BECOMES["prisoner" if war else "hostage"], 1.0, at, "captive_taken", 0.8)
        return True
    if span.action_class in _KEPT:
        take(span, "hold", "held", 1.0, span.action_at or span.begin, "captive", 0.7)
        return True
    return False


def home(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``246 servicemen from each side went home``: freed, where nothing else is said of soldiers or captives."""
    before = span.action_at is not None and span.action_at < span.begin
    if span.item_class not in {"person.captive", "person.military"}:
        return False
    if span.action_class not in _UNTOLD and not (before and span.action_class == "exchanged"):
        return False
    if span.item_class == "person.military" and _SIDES.isdisjoint(t.low for t in tokens):
        return False
    for k in range(span.noun_end, min(len(tokens) - 1, span.noun_end + _NEAR)):
        if tokens[k].low in _GO and tokens[k + 1].low in ("home", "free"):
            take(span, f"go {tokens[k + 1].low}", "released", 1.0, k, "went_home", 0.7)
            return True
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("border"):
            return False
    return False


def _after(tokens: list[Token], span: Span, lexicon: Lexicon) -> int:
    """The first telling word behind the counted noun: past an aside, auxiliaries and light adverbs."""
    k = span.noun_end
    if k < len(tokens) and tokens[k].text in _ASIDES:
        ends = (j + 1 for j in range(k + 2, min(len(tokens), k + _LONGEST)) if tokens[j].text == tokens[k].text)
        k = max(ends, default=k)
    while k < len(tokens) and (tokens[k].low in lexicon.cue("auxiliary|sense_skip")):
        k += 1
    return k
