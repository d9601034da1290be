"""YAML to plain values, remembering on which line each key stands."""

from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from flows.watch.problems import Problem, WatchError, key_path

Path = tuple[str | int, ...]
# A watch has a few hundred nodes; aliases that repeat each other could otherwise grow without end.
MOST_NODES = 50_000


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.constructor = SafeConstructor()
        self.nodes = 0

    def value(self, node: yaml.Node, path: Path) -> Any:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise WatchError([Problem(self.file, None, "", f"expected at most {MOST_NODES:,} values")])
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, n)) for n, child in enumerate(node.value)]
        return self.scalar(node, path)

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        own = [(k.value, k.start_mark.line + 1) for k, _ in node.value if isinstance(k, yaml.ScalarNode)]
        for n, (key, line) in enumerate(own):
            if key != "<<" and key in [k for k, _ in own[:n]]:
                self.problems.append(Problem(self.file, line, key_path((*path, key)), "this key is given twice"))
        self.constructor.flatten_mapping(node)
        found: dict[str, Any] = {}
        for key_node, child in node.value:
            # Keys are taken as written: `on`, `no` and `1` are names here, not booleans or numbers.
            key = str(key_node.value)
            self.lines[(*path, key)] = key_node.start_mark.line + 1
            found[key] = self.value(child, (*path, key))
        return found

    def scalar(self, node: yaml.Node, path: Path) -> Any:
        try:
            return self.constructor.construct_object(node, deep=True)
        except (yaml.YAMLError, ValueError) as error:
            message = f"this value cannot be read: {error}".splitlines()[0]
            self.problems.append(Problem(self.file, node.start_mark.line + 1, key_path(path), message))
            return None


def read(text: str, file: str) -> tuple[Any, dict[Path, int]]:
    """The values of a YAML text, and the line of each key path.

    Raises WatchError where the text is no YAML, or gives a key twice.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise WatchError([_syntax(error, file)]) from error
    reader = _Reader(file)
    try:
        values = None if node is None else reader.value(node, ())
    except (yaml.YAMLError, RecursionError) as error:
        raise WatchError([_syntax(error, file)]) from error
    if reader.problems:
        raise WatchError(reader.problems)
    return values, reader.lines


def _syntax(error: Exception, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or "it is nested too deeply, or has characters that YAML does not allow"
    return Problem(file, None if mark is None else mark.line + 1, "", f"this is not YAML: {said}")
