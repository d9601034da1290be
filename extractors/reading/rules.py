"""The boilerplate tables: what a single line gives away about itself. The folder ``boilerplate`` is the registry."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from extractors.document import Dropped

EFFECTS = ("drop", "list", "end", "cut", "phrase")
LONGEST = 400
"""Only lines up to this many characters are matched: longer ones are prose, and matching stays cheap."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a table: why a line goes, how (see general.tsv), and the pattern that it matches."""

    reason: str
    effect: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of a line: the effect and the reason of the rule that matched first."""

    effect: str
    reason: str


def parse_rules(text: str) -> list[Rule]:
    """Rules of one table. Raises ValueError for a row that has not three columns or a known effect."""
    rules = []
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 3 or columns[1] not in EFFECTS:
                raise ValueError(f"line {number}: expected reason, effect ({', '.join(EFFECTS)}) and pattern")
            rules.append(Rule(*columns))
    return rules


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules of every table, in order of file name; within one effect the first that matches decides."""
    tables = sorted(files(__package__).joinpath("boilerplate").iterdir(), key=lambda f: f.name)
    return tuple(r for t in tables if t.name.endswith(".tsv") for r in parse_rules(t.read_text("utf-8")))


@cache
def _compiled(effect: str) -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    """One pattern for all rules of an effect; the number of the group that matched is the number of the rule."""
    rules = tuple(rule for rule in all_rules() if rule.effect == effect)
    joined = "|".join(f"(?P<rule{n}>{rule.pattern})" for n, rule in enumerate(rules))
    return re.compile(joined, re.IGNORECASE), rules


@lru_cache(maxsize=4_096)
def judge(line: str) -> Verdict | None:
    """What the rules say of one line (white space folded), or None where none applies."""
    if len(line) > LONGEST:
        return _phrase(line)
    for effect in ("end", "list", "drop"):
        pattern, rules = _compiled(effect)
        found = pattern.fullmatch(line)
        if found and found.lastgroup:
            return Verdict(effect, rules[int(found.lastgroup.removeprefix("rule"))].reason)
    return _phrase(line)


def _phrase(line: str) -> Verdict | None:
    pattern, rules = _compiled("phrase")
    found = pattern.search(line[:2_000])
    return (
        Verdict("drop", rules[int(found.lastgroup.removeprefix("rule"))].reason) if found and found.lastgroup else None
    )


def cut(line: str) -> tuple[str, list[Dropped]]:
    """The line without residue that is glued to its text, and what was taken off."""
    pattern, rules = _compiled("cut")
    dropped: list[Dropped] = []
    while (found := pattern.search(line)) and found[0].strip() and found.lastgroup:
        dropped.append(Dropped(found[0].strip(), rules[int(found.lastgroup.removeprefix("rule"))].reason))
        line = (line[: found.start()] + line[found.end() :]).strip()
    return line, dropped
