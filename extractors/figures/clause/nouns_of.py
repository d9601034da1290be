"""Nouns that another number counts: ``counted 31 deaths and freed 104``, ``handed over 1,212 bodies and Lestia 27``."""

from extractors.figures.spans import Span


def counts(at: int, span: Span, spans: list[Span]) -> bool:
    """True where a token is of the noun of another number."""
    return any(s.last <= at < s.noun_end for s in spans if s is not span)


def told_otherwise(at: int, span: Span, spans: list[Span]) -> bool:
    """True where a token is the noun of another number that has a verb."""
    for s in spans:
        if s is not span and s.last <= at < s.noun_end:
            return s.action_at is not None and not s.begin <= s.action_at < s.noun_end
    return False
