"""The rooms keep their rules: imports point one way, and the inner rooms load neither Prefect nor httpx."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("extractors", "warehouse", "flows")
FORBIDDEN = {
    "extractors": {"warehouse", "flows", "prefect", "httpx", "duckdb", "time", "socket", "urllib.request", "requests"},
    "warehouse": {"flows", "prefect", "httpx", "requests", "urllib.request"},
    "flows": {"tests", "requests", "urllib.request"},
}
PURE = {"extractors": set(ROOMS), "warehouse/consensus": {"duckdb", "time", "pathlib", "os"}}


def imported(path: Path) -> set[str]:
    """Every module that a file imports, at any depth of the code, absolute names only."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def touches(names: set[str], forbidden: set[str]) -> set[str]:
    return {n for n in names for f in forbidden if n == f or n.startswith(f + ".")}


@pytest.mark.parametrize("room", ROOMS)
def test_imports_point_one_way(room: str) -> None:
    files = list((ROOT / room).rglob("*.py"))
    assert files
    wrong = {str(f.relative_to(ROOT)): t for f in files if (t := touches(imported(f), FORBIDDEN[room]))}
    assert wrong == {}


def test_consensus_is_pure() -> None:
    files = list((ROOT / "warehouse/consensus").rglob("*.py"))
    wrong = {f.name: t for f in files if (t := touches(imported(f), PURE["warehouse/consensus"]))}
    assert files
    assert wrong == {}


def test_only_warehouse_knows_duckdb() -> None:
    files = [*(ROOT / "extractors").rglob("*.py"), *(ROOT / "flows").rglob("*.py")]
    assert {str(f) for f in files if touches(imported(f), {"duckdb"})} == set()


def test_all_traffic_passes_fetching() -> None:
    """httpx and httpcore are imported where traffic is guarded, and nowhere else."""
    users = {f.name for f in (ROOT / "flows").rglob("*.py") if touches(imported(f), {"httpx", "httpcore"})}
    assert users <= {"fetching.py", "connecting.py", "addresses.py"}


def test_the_clock_is_read_once() -> None:
    """extractors and warehouse get times as arguments."""
    reads = ("datetime.now(", "time.time(", "utcnow(", "date.today(")
    files = [*(ROOT / "extractors").rglob("*.py"), *(ROOT / "warehouse").rglob("*.py")]
    assert {str(f) for f in files if any(r in f.read_text(encoding="utf-8") for r in reads)} == set()


def test_inner_rooms_load_neither_prefect_nor_httpx() -> None:
    code = (
        "import importlib, pkgutil, sys\n"
        "for room in ('extractors', 'warehouse'):\n"
        "    package = importlib.import_module(room)\n"
        "    for m in pkgutil.walk_packages(package.__path__, room + '.'):\n"
        "        importlib.import_module(m.name)\n"
        "print([m for m in ('prefect', 'httpx') if m in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.strip() == "[]", done.stderr


def test_no_flow_module_hides_a_package() -> None:
    """A module of flows/ named like an installed package or the standard library would shadow it in a script."""
    names = {f.stem for f in (ROOT / "flows").glob("*.py")} - {"__init__", "__main__"}
    assert names & set(sys.stdlib_module_names) == set()
    assert {
        n for n in names if (ROOT / ".venv/lib").is_dir() and list((ROOT / ".venv/lib").glob(f"*/site-packages/{n}"))
    } == set()
