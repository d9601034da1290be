"""`make picture`: the README's picture, drawn from what the demo prints (its last screen) as SVG."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent.parent
FROM = "What is reported at the end"


def main() -> None:
    """Run the demo at 80 columns in colour and write docs/images/run.svg."""
    done = subprocess.run(
        [sys.executable, "-m", "flows", "demo"], capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "FORCE_COLOR": "1", "COLUMNS": "80", "TERM": "xterm-256color"},
    )  # fmt: skip
    shown = Text.from_ansi(done.stdout)
    start = shown.plain.find(FROM)
    end = shown.plain.find("The warehouse is")
    console = Console(record=True, width=80, file=StringIO())
    console.print(Text("$ make run\n…"), shown[start:end])
    console.save_svg(str(ROOT / "docs/images/run.svg"), title="make run")


if __name__ == "__main__":
    main()
