"""`make bench`: CPU time as medians and ratios, measured in one run; never a test that can fail on a slow machine."""

import importlib
import pkgutil

from rich.console import Console

import tests.bench as benches_package


def main() -> None:
    console = Console()
    for module in pkgutil.iter_modules(benches_package.__path__):
        bench = importlib.import_module(f"tests.bench.{module.name}")
        if hasattr(bench, "measure"):
            for line in bench.measure():
                console.print(f"[bold]{module.name}[/bold]  {line}")


if __name__ == "__main__":
    main()
