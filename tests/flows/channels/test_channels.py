"""Every channel of the folder does what its cases say; what they share is tested once."""

import base64
import hashlib
import hmac
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from pydantic import ValidationError

from flows import channels
from flows.failures import Refused, Unavailable
from flows.replies import Answer
from flows.telling import Message, Tools, message_of
from flows.watch import WatchError, parse

CASES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (Path(__file__).parent / "cases").iterdir()}
NOW = datetime(2026, 3, 4, 5, 6, 6, tzinfo=UTC)
SECRET = "whsec_" + base64.b64encode(b"k" * 24).decode()
WITNESS = {"source": "Bay Post", "url": "https://bay.example/b", "amount": "4 each", "voice": "Bay Post"}
ALERT = {
    "alert_id": "a1", "watch": "ferries", "quantity": "left", "version": 2, "kind": "changed", "old_value": None,
    "new_value": 40.0, "old": None, "new": None, "changed_by": "x", "created_at": NOW,
    "body": {
        "headline": "Ferries: nothing reported -> 40 in total", "cause": "c", "support": "1 article, 1 voice",
        "moved_by": {"source": "Harbour Gazette", "url": "https://gazette.example/a",
                     "sentence": "Forty ferries left."},
        "agree": [], "dissent": [WITNESS],
    },
}  # fmt: skip


class Receiver:
    """Answers each POST with a status and keeps what came."""

    def __init__(self, status: int = 200, retry_after: float | None = None) -> None:
        self.answer = Answer(status, retry_after)
        self.got: list[tuple[str, bytes, Mapping[str, str]]] = []

    def __call__(self, url: str, content: bytes, headers: Mapping[str, str]) -> Answer:
        self.got.append((url, content, headers))
        return self.answer

    def text(self) -> str:
        return "\n".join(
            f"{url}\n{body.decode()}\n" + "\n".join(map(": ".join, h.items())) for url, body, h in self.got
        )


def tools(folder: Path, receiver: Receiver | None = None, **environment: str) -> Tools:
    known = {"HOOK_SECRET": SECRET, "HOOK_URL": "http://hooks.example/canary", **environment}
    return Tools(NOW, folder, receiver or Receiver(), known, io.StringIO())


def test_every_channel_has_cases_and_every_case_a_channel() -> None:
    assert set(channels.kinds()) == set(CASES)
    assert {"screen", "jsonl", "webhook", "atom"} <= set(CASES)


@pytest.mark.parametrize(
    ("kind", "case"), [pytest.param(k, c, id=f"{k}: {c['name']}") for k, cs in CASES.items() for c in cs]
)
def test_a_channel_does_what_its_case_says(kind: str, case: dict, tmp_path: Path) -> None:
    message = replace(message_of(ALERT), **case.get("message", {}))
    receiver = Receiver()
    given = tools(tmp_path, receiver)
    channels.load(kind).send(message, channels.options_of(kind, case["options"]), given)
    if "file" in case:
        shown = (tmp_path / case["file"]).read_bytes().decode()
    else:
        shown = receiver.text() if case.get("posts") else given.screen.getvalue()
    assert shown
    if case.get("raw"):
        assert "\n" not in shown.rstrip("\n")
    else:
        assert [part for part in case["shows"] if part not in shown] == []
    assert [part for part in case["hides"] if part in shown] == []


@pytest.mark.parametrize("kind", channels.kinds())
def test_unknown_options_are_errors(kind: str) -> None:
    with pytest.raises(ValidationError):
        channels.options_of(kind, {"no-such-option": 1})


def test_an_unknown_channel_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="atom, jsonl, screen, webhook"):
        channels.load("pigeon")


def send(kind: str, given: Tools, message: Message | None = None, **options: object) -> None:
    channels.load(kind).send(message or message_of(ALERT), channels.options_of(kind, options), given)


@pytest.mark.parametrize("status", [200, 201, 204, 299])
def test_a_webhook_is_done_with_2xx(status: int, tmp_path: Path) -> None:
    send("webhook", tools(tmp_path, Receiver(status)), to="https://hooks.example/")


@pytest.mark.parametrize("status", [301, 302, 307, 400, 404, 429, 500, 503])
def test_a_webhook_tries_again_after_any_other_status(status: int, tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as told:
        send("webhook", tools(tmp_path, Receiver(status, 30)), to="https://hooks.example/")
    assert told.value.retry_after == 30


def test_a_webhook_that_is_gone_is_not_asked_again(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="410"):
        send("webhook", tools(tmp_path, Receiver(410)), to="https://hooks.example/")


def verify(headers: Mapping[str, str], body: bytes, secret: bytes, now: float) -> bool:
    """A receiver as the standard describes it."""
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    wanted = base64.b64encode(hmac.new(secret, content, hashlib.sha256).digest()).decode()
    marks = [mark.removeprefix("v1,") for mark in headers["webhook-signature"].split()]
    fresh = abs(now - int(headers["webhook-timestamp"])) <= 300
    return fresh and any(hmac.compare_digest(wanted, mark) for mark in marks)


def test_the_signature_holds_for_each_secret_and_for_nothing_else(tmp_path: Path) -> None:
    receiver = Receiver()
    other = "whsec_" + base64.b64encode(b"o" * 32).decode()
    send("webhook", tools(tmp_path, receiver, TWO=f"{SECRET} {other}"), to="https://h.example/", secret_env="TWO")
    (_, body, headers) = receiver.got[0]
    assert json.loads(body)["data"]["alert_id"] == headers["webhook-id"] == "a1"
    now = NOW.timestamp()
    assert verify(headers, body, b"k" * 24, now)
    assert verify(headers, body, b"o" * 32, now)
    assert not verify(headers, body, b"x" * 24, now)
    assert not verify(headers, body, b"k" * 24, now + 301)
    for at in range(len(body)):
        assert not verify(headers, body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :], b"k" * 24, now)


@pytest.mark.parametrize("value", ["", "whsec_!!", "whsec_" + base64.b64encode(b"short").decode()])
def test_a_secret_that_is_missing_or_weak_is_named_not_shown(value: str, tmp_path: Path) -> None:
    receiver = Receiver()
    with pytest.raises(Refused, match="HOOK_SECRET") as told:
        send("webhook", tools(tmp_path, receiver, HOOK_SECRET=value), to="https://h.example/", secret_env="HOOK_SECRET")
    assert receiver.got == []
    assert not value or value not in str(told.value)


@pytest.mark.parametrize("options", [{}, {"to": "a", "to_env": "b"}, {"to": "file:///etc/passwd"}, {"to": 7}])
def test_a_webhook_needs_one_web_address(options: dict) -> None:
    with pytest.raises(ValidationError):
        channels.options_of("webhook", options)


def test_jsonl_closes_a_line_that_a_crash_left_open(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"torn": ')
    for _ in range(2):
        send("jsonl", tools(tmp_path), to="a.jsonl")
    lines = (tmp_path / "a.jsonl").read_text("utf-8").splitlines()
    assert lines[0] == '{"torn": '
    assert [json.loads(line)["alert_id"] for line in lines[1:]] == ["a1", "a1"]


@pytest.mark.parametrize("kind", ["jsonl", "atom"])
def test_a_file_that_cannot_be_written_is_tried_again_later(kind: str, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="file"):
        send(kind, tools(tmp_path), to="no/such/folder/file")


def entries(path: Path) -> list[str]:
    atom = "{http://www.w3.org/2005/Atom}"
    return [e.find(f"{atom}id").text for e in ElementTree.fromstring(path.read_bytes()).findall(f"{atom}entry")]


def test_atom_keeps_the_newest_and_repeats_none(tmp_path: Path) -> None:
    for name in ("a1", "a2", "a2", "a3", "a1"):
        send("atom", tools(tmp_path), replace(message_of(ALERT), alert_id=name), to="f.atom", keep=2)
    path = tmp_path / "f.atom"
    assert entries(path) == ["urn:tallywire:alert:a1", "urn:tallywire:alert:a3"]
    assert [p.name for p in tmp_path.iterdir()] == ["f.atom"]
    text = path.read_text("utf-8")
    send("atom", tools(tmp_path), message_of(ALERT), to="f.atom", keep=2)
    assert path.read_text("utf-8") == text  # rewriting escapes nothing twice


@pytest.mark.parametrize("content", [b"", b"not a feed", b"<feed><entry/></feed>", b"\xff\xfe"])
def test_atom_puts_a_strange_file_aside(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "f.atom").write_bytes(content)
    send("atom", tools(tmp_path), to="f.atom")
    assert entries(tmp_path / "f.atom") == ["urn:tallywire:alert:a1"]


def test_a_message_without_a_mover_names_the_cause() -> None:
    alert = {**ALERT, "body": {**ALERT["body"], "moved_by": None, "cause": "a decision of ann", "support": ""}}
    message = message_of(alert)
    assert message.lines == ("Cause: a decision of ann", "Against: Bay Post (4 each)")
    assert message.link == ""
    json.dumps(message.payload)


@pytest.mark.parametrize(
    ("subscriber", "said"),
    [
        ("webhook: ftp://a.example/", "webhook: to: expected an http or https address"),
        ("webhook: {}", "webhook: expected either to or to_env"),
        ("screen: {colour: red}", "screen.colour: unknown key (expected one of: none)"),
        ("jsonl: {too: a}", "jsonl.too: unknown key (expected one of: to)"),
        ("atom: {keep: 0}", "atom.keep: Input should be greater than or equal to 1"),
    ],
)
def test_a_watch_with_wrong_options_says_which(subscriber: str, said: str) -> None:
    text = f"watch: w\nquantities: {{k: {{count: people}}}}\nsubscribers:\n  - {subscriber}\n"
    with pytest.raises(WatchError) as told:
        parse(text, "w.yaml")
    assert said in str(told.value)
    assert "w.yaml:4" in str(told.value)
