"""The noun that is said of a number behind a form of be: ``22 were pupils``."""

from extractors.figures.lexicon import Lexicon, phrase
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_PLURALS = frozenset({"personnel", "police", "staff"})


def take(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Set the item of ``of whom 240 were military personnel``, ``22 were pupils``; False if none is said."""
    k = span.noun_end
    if k + 1 < len(tokens) and tokens[k].low == "of" and tokens[k + 1].low in ("them", "these"):
        k += 2
    if not span.elided or k >= len(tokens) or tokens[k].low not in {"were", "are"}:
        return False
    if [t.low for t in tokens[span.begin - 2 if span.begin > 2 else 0 : span.begin]] == [
        "of",
        "the",
    ] and span.begin > 2:
        return False  # ``Eleven of the 205 are officers``
    for j in range(k + 1, min(k + 4, len(tokens))):
        word = tokens[j].low
        noun = lexicon.nouns.get(phrase(tokens, j, j + 2)) or lexicon.nouns.get(word)
        if word == "non" and tokens[j + 1].text == "-":
            noun, word = lexicon.nouns.get(phrase(tokens, j, j + 3)), tokens[j + 2].low
        if noun is not None and (noun.plural or word in _PLURALS) and word not in lexicon.actions:
            span.item, span.item_class, span.item_phrase = noun.lemma, noun.cls, word
            if noun.lemma == "member" and not lexicon.cue("armed").isdisjoint([t.low for t in tokens[j + 1 : j + 5]]):
                span.item_class = "person.military"
            span.rule("item", "predicate_noun", 0.7)
            return True
        if j + 1 < len(tokens) and word not in lexicon.cue("stop") and _worker(tokens[j + 1].low, lexicon):
            continue  # nine were farm workers
        if tokens[j].kind != "w" or word in lexicon.cue("stop") or word in lexicon.actions or word in lexicon.verbs:
            return False
    return False


def _worker(word: str, lexicon: Lexicon) -> bool:
    noun = lexicon.nouns.get(word)
    return noun is not None and noun.plural and noun.cls.startswith("person") and word not in lexicon.actions
