"""``text`` and ``figures``: pages from disk, without a warehouse."""

import gzip
import json
from pathlib import Path

import pytest

from flows.commands.figures import KEYS
from tests.flows.running import CASES, Run

PAGE = """<html><head><title>Barge sinks</title></head><body><nav>Home | News | Sport</nav>
<article><h1>Barge sinks</h1><p>A barge sank at the Ollen lock on Monday. Seven people were injured, the harbour
office said.</p><p>The barge carried gravel for the new bridge, which is to open in the autumn of next year.</p>
<p>Divers looked at the hull in the afternoon and found a hole below the waterline.</p></article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "barge.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_text_as_json_has_the_keys_of_the_contract(run: Run, page: Path) -> None:
    done = run("text", page, "--json")
    assert done.code == 0
    [found] = done.objects
    assert list(found) == ["path", "url", "title", "published_at", "language", "text", "dropped"]
    assert found["path"] == str(page)
    assert found["title"] == "Barge sinks"
    assert "Seven people were injured" in found["text"]
    assert "Sport" not in found["text"]


def test_figures_as_json_have_the_keys_of_the_contract(run: Run, page: Path) -> None:
    text = run("text", page, "--json").objects[0]["text"]
    done = run("figures", page, "--json")
    assert done.code == 0
    injured = next(f for f in done.objects if f["value"] == 7)
    assert list(injured) == ["path", "url", *KEYS]
    assert text[injured["start"] : injured["end"]] == injured["quote"]
    assert (injured["low"], injured["high"], injured["qualifier"]) == (7, 7, "exact")


def test_figures_for_a_person_fit_80_columns(run: Run, page: Path) -> None:
    done = run("figures", page)
    assert "Seven people" in done.out
    assert max(len(line) for line in done.out.splitlines()) <= 80


def test_jsonl_gives_one_object_a_line_and_dates_as_given(run: Run) -> None:
    done = run("text", CASES / "quake.jsonl", "--json")
    assert done.objects[0]["url"] == "https://valley-post.example/quake"
    assert done.objects[0]["published_at"] == "2025-03-01T06:00:00+00:00"
    assert len(done.objects) == 4


def test_many_paths_folders_and_gzip_at_once(run: Run, page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "b.txt.gz").write_bytes(gzip.compress(b"The Ollen lock reopened on Friday after 3 days of repairs."))
    (folder / "notes.pdf").write_bytes(b"%PDF-1.4")
    done = run("text", page, folder, "--json")
    assert [Path(o["path"]).name for o in done.objects] == ["barge.html", "b.txt.gz"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(run: Run, page: Path, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    good = {"url": "https://x.example/a", "source": "X", "published_at": None, "text": "Four boats sank at Ollen."}
    lines.write_text(f"{json.dumps(good)}\nnot json\n", encoding="utf-8")
    done = run("figures", lines, page, "--json")
    assert done.code == 1
    assert f"{lines}:2" in done.err
    assert {f["path"] for f in done.objects} == {str(lines), str(page)}


def test_an_empty_folder_is_wrong_use(run: Run, tmp_path: Path) -> None:
    done = run("text", tmp_path)
    assert done.code == 2
    assert "expected html, txt, jsonl or warc files" in done.err


def test_terminal_control_sequences_of_a_page_are_not_passed_on(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("A flood \x1b[2Jhit Ollen on Monday. [bold red]Nine people[/] were injured, police said.\n")
    done = run("text", path)
    assert "\x1b" not in done.out
    assert "[bold red]Nine people[/]" in done.out
