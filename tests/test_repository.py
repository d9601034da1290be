"""Promises of the repository itself: what the lock, the README and the tables of the docs say."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def dependency_names() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return [re.split(r"[<>=!~ \[]", d)[0].lower() for d in project["dependencies"]]


def test_every_direct_dependency_has_its_line() -> None:
    text = (ROOT / "docs/dependencies.md").read_text().lower()
    assert [d for d in dependency_names() if f"| `{d}`" not in text] == []


def test_every_direct_dependency_is_locked_with_a_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text().lower().replace("_", "-")
    missing = [
        d
        for d in dependency_names()
        if not re.search(rf"^{re.escape(d.replace('_', '-'))}==.*\\\n +--hash", lock, re.M)
    ]
    assert missing == []


def test_lock_names_no_registry() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text()


def test_readme_shows_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text()
    assert readme.index("make run") < readme.index("make test")


def test_links_in_the_docs_lead_somewhere() -> None:
    broken = []
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text())
        broken.extend(f"{page.name}: {t}" for t in targets if not (page.parent / t).exists())
    assert broken == []
