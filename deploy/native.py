"""Build hook of the wheel: the reading of figures compiled by mypyc. Off, unless HATCH_BUILD_HOOK_ENABLE_CUSTOM=true.

The compiled modules go into the wheel beside their sources and nowhere else: one left in the work tree would go on
running after its source was edited.
"""

import contextlib
import io
import os
import shlex
import shutil
import sysconfig
from collections import defaultdict
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What is made on the way; the folder is not in git.
WORK = "build/native"


class NativeHook(BuildHookInterface[Any]):
    """Compiles what ``compiled`` names in pyproject.toml, but the modules of ``interpreted``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled modules to what the wheel holds; an editable install stays as it is."""
        if version == "editable":
            return
        if missing := _lacks():
            self.app.abort(f"Compiling needs {missing}.")
        work = Path(self.root, WORK)
        for name in ("c", "lib", "temp"):
            shutil.rmtree(work / name, ignore_errors=True)
        built = _compile(sources(Path(self.root), self.config), work)
        build_data["force_include"].update(
            {str(file): file.relative_to(built).as_posix() for file in built.rglob("*.*")}
        )
        build_data.update(pure_python=False, infer_tag=True)


def sources(root: Path, config: dict[str, Any]) -> list[str]:
    """The files to compile, from the root."""
    files = sorted(root.glob(f"{config['compiled']}/**/*.py"))
    left = {f"{config['compiled']}/{name}" for name in config["interpreted"]}
    return [name for file in files if (name := file.relative_to(root).as_posix()) not in left]


def _lacks() -> str | None:
    """What a build needs that this machine has not."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        return f"a C compiler: there is no {compiler} here (CC=... names another)"
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        return "Python's headers (python3-dev)"
    return None


def _compile(files: list[str], work: Path) -> Path:
    """The folder of the compiled modules: one library a package, so that they are compiled side by side."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    packages: dict[str, list[str]] = defaultdict(list)
    for file in files:
        packages[str(Path(file).parent)].append(file)
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):  # advice on speed, and what is wrong if it ends
            extensions = mypycify(
                ["--strict", f"--cache-dir={work / 'mypy'}", *files],
                opt_level="1",  # docs/decisions/0019
                debug_level="0",
                separate=[(group, f"tallywire_{Path(package).name}") for package, group in packages.items()],
                target_dir=str(work / "c"),
            )
    except SystemExit:
        print(said.getvalue())
        raise
    command = build_ext(Distribution({"name": "tallywire", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(work / "lib"), str(work / "temp")
    command.parallel = os.cpu_count()
    command.ensure_finalized()
    command.run()
    return work / "lib"
