"""Which kinds of status the words of a sentence can tell of at all: most sentences have no sign of most of them.

A rule that looks for other words adds their list here, else it is not asked in sentences that have none of the others;
``tests/extractors/figures/test_signs.py`` compares.
"""

from collections.abc import Set
from dataclasses import dataclass

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.status import demands, promises

AGREEMENTS = frozenset({"agreement", "deal", "plan", "formula", "proposal"})
_DENIAL = ("denied", "untrue_word", "negation", "denial_after")
_GUESS = ("estimated_near", "estimated", "believing", "true_number", "unsure", "climbs_lead", "likelihood")
_CLAIM = ("claimed", "accused", "allegation", "confirming")
_PLAN = (
    "must",
    "future_after",
    "modal_after",
    "modal_sure",
    "modal",
    "plan",
    "intent",
    "wish",
    "expect",
    "directs",
    "allots",
)
_PROPOSAL = (
    "proposal_phrase",
    "proposal_behind",
    "release_due",
    "offering",
    "announces",
    "modal_sure",
    "asked_for",
    "failing",
    "called_off",
    "refuses",
)


@dataclass(slots=True)
class Signs:
    """What is worth looking for in a sentence."""

    denial: bool = True
    guess: bool = True
    claim: bool = True
    plan: bool = True
    proposal: bool = True
    promise: bool = True
    demand: bool = True


NONE = Signs(False, False, False, False, False, False, False)


def read(words: Set[str], lexicon: Lexicon) -> Signs:
    """The signs in the words of a sentence."""
    signs = _all[lexicon.language] & words
    if not signs:
        return NONE
    denials, guesses, claims, plans, proposals = _known[lexicon.language]
    denial, guess, claim = not denials.isdisjoint(signs), not guesses.isdisjoint(signs), not claims.isdisjoint(signs)
    plan, proposal = not plans.isdisjoint(signs), not proposals.isdisjoint(signs)
    demand = not demands.HINTS.isdisjoint(signs)
    return Signs(denial, guess, claim, plan, proposal, promises.hinted(signs, lexicon), demand)


@Once
def _all(language: str) -> frozenset[str]:
    """The words of all kinds: few sentences have more than two of them, which are then looked for in each."""
    return frozenset().union(*_known[language], promises.hints[language], demands.HINTS)


@Once
def _known(language: str) -> tuple[frozenset[str], ...]:
    """The words of each kind; of a phrase its longest."""
    lexicon, lists = load(language), (_DENIAL, _GUESS, _CLAIM, _PLAN, _PROPOSAL)
    guesses = {"assessment", "assessments", "would", "perhaps", "possibly", "probably", *lexicon.cue("holds_to_be")}
    others = (
        {"not"},
        guesses,
        (),
        {"to", "be", "next", *AGREEMENTS},
        {
            "next",
            "is",
            "are",
            "off",
            "able",
            "turned",
            "need",
            "needs",
            "needed",
            "requires",
            "extending",
            "prolonging",
            "way",
            "talks",
            "negotiations",
            "approved",
            "authorised",
            "authorized",
            "approves",
            "cleared",
            "preparing",
            "offered",
            "requested",
            "sought",
            "asked",
            "suggested",
        },
    )
    return tuple(
        frozenset(max(phrase.split(), key=len) for name in names for phrase in lexicon.cue(name)).union(more)
        for names, more in zip(lists, others, strict=True)
    )
