"""Other extractors, run in their own environment (`make peers`): texts in, (low, high, percent or not) out."""

import json
import subprocess
from pathlib import Path

FOLDER = Path(__file__).parent
ENVIRONMENT = FOLDER.parent.parent.parent / ".venv-peers"
PYTHON = ENVIRONMENT / "bin" / "python"
# Each peer with a package that it needs.
NAMES = {"quantulum3": "quantulum3", "recognizers": "recognizers_number", "cqe": "CQE"}


def installed() -> tuple[str, ...]:
    """Names of the peers that can be run here; empty before `make peers`."""
    packages = {path.name for path in ENVIRONMENT.glob("lib/python*/site-packages/*")}
    return tuple(name for name, package in NAMES.items() if package in packages)


def values(peer: str, texts: list[str]) -> list[list[tuple[float, float, str, str]]]:
    """For each text the numbers that a peer reads: low, high (equal for a point), its names of unit and change.

    A peer that knows no change (``=``, ``~``, ``>``, ``<``, ``up``, ``down``) leaves it empty.

    Raises subprocess.CalledProcessError where the peer fails.
    """
    done = subprocess.run(
        [str(PYTHON), str(FOLDER / f"run_{peer}.py")],
        input=json.dumps(texts), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [
        [(low, high, unit, *(change or [""])) for low, high, unit, *change in found]
        for found in json.loads(done.stdout)
    ]
