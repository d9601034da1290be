"""The verb as it was written, where a phrase of the table has another's lemma: ``swept away`` is no ``lost``."""

from extractors.figures.action.actions import take
from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import PERSON, Span
from extractors.figures.text.sentences import Sentence

_DEAD = frozenset({"dead", "deceased", "slain"})
# Verbs that say too little alone: ``made it to shore``, ``feared dead``.
_LIGHT = frozenset(
    {"be", "have", "do", "get", "make", "fear", "believe", "presume", "confirm", "report", "declare", "think", "take",
     "allow", "manage", "fail", "give", "find", "receive", "go", "leave", "back"}
)  # fmt: skip


def settle(placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """Give an action the lemma of the verb that stands there; its class stays."""
    known = _renamed[lexicon.language]
    for sentence, span in placed:
        if span.action == "be" and span.item is not None:
            _there_are(sentence, span)
        if span.action not in known or span.action_at is None:
            continue
        verb = lexicon.verbs.get(sentence.tokens[span.action_at].low)
        if verb in known[span.action]:
            span.action = verb


def _there_are(sentence: Sentence, span: Span) -> None:
    """``There are three scripts``: nobody who was there; ``there were two dead people``: what befell them."""
    if not PERSON[span.item_class]:
        span.action_class = None
    elif span.action_class == "attended" and not _DEAD.isdisjoint(sentence.lows[span.last : span.noun_end]):
        take(span, "dead", "killed", 2.0, None, "there_are", 0.7)


@Once
def _renamed(language: str) -> dict[str, frozenset[str]]:
    """By the lemma of several words, or of another verb, the verbs that its phrases begin with."""
    lexicon, known = load(language), dict[str, set[str]]()
    for form, acts in lexicon.actions.items():
        head, _, rest = form.partition(" ")
        verb = lexicon.verbs.get(head)
        if not rest or verb is None or verb in _LIGHT:
            continue
        for act in acts:
            first, *more = act.lemma.split()
            other = verb not in (first, lexicon.verbs.get(first)) and act.lemma != "hit"
            if act.role != "n" and act.lemma != "hospitalize" and (other or "their" in more):
                known.setdefault(act.lemma, set()).add(verb)
    return {lemma: frozenset(verbs) for lemma, verbs in known.items()}
