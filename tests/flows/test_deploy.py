"""What lies in deploy/ fits the program: entry points, parameters, commands, files."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hatchling.builders.wheel import WheelBuilder

DEPLOY = Path(__file__).parents[2] / "deploy"


def read(name: str) -> Any:
    return yaml.safe_load((DEPLOY / name).read_text("utf-8"))


def test_every_deployment_gives_the_flow_what_it_takes() -> None:
    source = (DEPLOY.parent / "flows/orchestration.py").read_text("utf-8")
    signature = re.search(r"def _monitor\((.*?)\) ->", source, re.DOTALL)
    assert signature
    taken = set(re.findall(r"(\w+):", signature[1]))
    for deployment in read("prefect.yaml")["deployments"]:
        assert deployment["entrypoint"] == "flows.orchestration.monitor"
        assert set(deployment["parameters"]) <= taken
        assert deployment["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}
        assert (DEPLOY / "watches" / Path(deployment["parameters"]["watch"]).name).exists()


def test_the_image_is_built_from_what_is_there() -> None:
    dockerfile = (DEPLOY / "Dockerfile").read_text("utf-8")
    copied = [word for line in re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfile, re.M) for word in line.split()]
    assert [name for name in copied if not (DEPLOY.parent / name).exists()] == []
    project = tomllib.loads((DEPLOY.parent / "pyproject.toml").read_text("utf-8"))
    assert set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) <= set(copied)
    assert {f"!{name}" for name in copied} <= set((DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").split())


def test_only_the_servers_pages_are_open_and_only_here() -> None:
    services = read("compose.yaml")["services"]
    ports = [port for service in services.values() for port in service.get("ports", ())]
    assert ports == ["127.0.0.1:4200:4200"]


def test_services_have_time_to_stop() -> None:
    from flows.serving import STOP_SECONDS

    unit = (DEPLOY / "systemd/tallywire.service").read_text("utf-8")
    seconds = re.search(r"^TimeoutStopSec=(\d+)$", unit, re.M)
    assert seconds
    assert int(seconds[1]) > 2 * STOP_SECONDS
    assert "tallywire serve" in unit


def test_the_wheel_is_compiled_only_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    variable = "HATCH_BUILD_HOOK_ENABLE_CUSTOM"
    monkeypatch.delenv(variable, raising=False)
    assert WheelBuilder(str(DEPLOY.parent)).config.hook_config == {}
    monkeypatch.setenv(variable, "true")
    (hook,) = WheelBuilder(str(DEPLOY.parent)).config.hook_config.values()
    assert (DEPLOY.parent / hook["path"]).is_file()
    left = [DEPLOY.parent / hook["compiled"] / name for name in hook["interpreted"]]
    assert left
    assert [file.name for file in left if not file.is_file()] == []
    assert f"RUN {variable}=true" in (DEPLOY / "Dockerfile").read_text("utf-8")
