"""All traffic passes one place; these are the servers and addresses that it must survive."""

import logging

import pytest

from flows.addresses import Guard, parse_allowed
from flows.fetching import Fetcher, Refused, Unavailable, parse_url
from flows.politeness import Courtesy, Politeness
from tests.flows.conftest import QUICK
from tests.flows.hostile import Hostile, Request, page, raw, redirect, reply


def test_a_page_comes_with_type_charset_and_validators(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts["/a"] = page("<p>Élan</p>", ETag='"v1"', Last_Modified="Tue, 03 Mar 2026 10:00:00 GMT")
    got = fetcher.get(server.url("/a#part"))
    assert (got.content.decode(), got.media_type, got.charset) == ("<p>Élan</p>", "text/html", "utf-8")
    assert (got.url, got.etag, got.last_modified) == (server.url("/a"), '"v1"', "Tue, 03 Mar 2026 10:00:00 GMT")


def test_validators_are_sent_and_304_has_no_body(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts["/a"] = raw(reply(b"", 304, ETag='"v1"'))
    got = fetcher.get(server.url("/a"), etag='"v1"', last_modified="Tue, 03 Mar 2026 10:00:00 GMT")
    assert got.not_modified
    assert got.content == b""
    assert server.asked[-1].headers["if-none-match"] == '"v1"'
    assert server.asked[-1].headers["if-modified-since"].startswith("Tue")


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, Refused), (401, Refused), (404, Refused), (410, Refused), (451, Refused), (204, Refused), (206, Refused),
     (408, Unavailable), (425, Unavailable), (500, Unavailable), (502, Unavailable), (599, Unavailable)],
)  # fmt: skip
def test_errors_say_what_the_caller_does(server: Hostile, fetcher: Fetcher, status: int, error: type) -> None:
    server.scripts["/a"] = raw(reply(b"", status))
    with pytest.raises(error) as told:
        fetcher.get(server.url("/a"))
    assert told.value.reason == f"http_{status}"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7), ("0", 1), ("1000000000", 86400), ("9" * 40, 86400), ("soon", None), ("-5", None), ("²", None),
        ("Tue, 03 Mar 2026 10:01:40 GMT", 100), ("Tue, 03 Mar 1999 10:00:00 GMT", 1), ("Tue, 99 Mar 2026", None),
    ],
)  # fmt: skip
def test_retry_after_is_clamped_and_kept(server: Hostile, fetcher: Fetcher, value: str, seconds: float | None) -> None:
    server.scripts["/a"] = raw(reply(b"", 429, Retry_After=value, Date="Tue, 03 Mar 2026 10:00:00 GMT"))
    with pytest.raises(Unavailable) as told:
        fetcher.get(server.url("/a"))
    assert told.value.retry_after == seconds
    if seconds:
        asked = len(server.asked)
        with pytest.raises(Unavailable, match="asked not to be asked"):
            fetcher.get(server.url("/b"))
        assert len(server.asked) == asked


def test_redirects_are_followed_and_the_last_address_counts(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts |= {"/a": redirect("/b", 301), "/b": redirect("c?d=1", 308), "/c": page()}
    assert fetcher.get(server.url("/a")).url == server.url("/c?d=1")


def test_a_loop_ends_after_five_redirects(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts |= {"/a": redirect("/b"), "/b": redirect("/a")}
    with pytest.raises(Refused, match="redirects"):
        fetcher.get(server.url("/a"))
    assert len(server.paths()) == 6


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "gopher://127.0.0.1/", "ftp://a/b", "javascript:alert(1)", "http://user:pw@127.0.0.1/", "http://[",
     "http://127.0.0.1/x", "http://169.254.169.254/latest", "http://localhost:9/",
     "http://[::1]/", "http://127.1/", "http://2130706433/", "http://127。0。0。1/", "http://[::ffff:7f00:1]/"],
)  # fmt: skip
def test_redirects_out_of_the_web_are_refused(server: Hostile, fetcher: Fetcher, target: str) -> None:
    server.scripts["/a"] = raw(f"HTTP/1.1 302 F\r\nContent-Length: 0\r\nLocation: {target}\r\n\r\n".encode())
    with pytest.raises(Refused):
        fetcher.get(server.url("/a"))
    assert server.paths() == ["/a"]


def test_a_redirects_body_is_never_read(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts |= {"/a": redirect("/b", body=b"x" * 5_000_000), "/b": page()}
    assert fetcher.get(server.url("/a")).status == 200


def test_secrets_stay_with_their_origin(server: Hostile) -> None:
    with Hostile() as other:
        server.scripts |= {"/a": redirect("/b"), "/b": redirect(other.url("/c"))}
        other.scripts["/c"] = page(Set_Cookie="id=1")
        with Fetcher(Guard(parse_allowed([server.host, other.host])), QUICK) as fetcher:
            fetcher.get(server.url("/a"), private_headers={"X-Api-Key": "canary", "Authorization": "canary"})
            fetcher.get(other.url("/c"))
    assert [r.path for r in server.asked if "canary" in r.headers.values()] == ["/a", "/b"]
    assert not [r for r in other.asked if "canary" in str(r.headers) or "cookie" in r.headers or "referer" in r.headers]


def test_the_checked_address_is_the_connected_one(server: Hostile) -> None:
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])  # a public address for the check, loopback for the connection
    looked_up = []

    def rebinding(host: str, port: int, seconds: float) -> list[str]:
        looked_up.append(host)
        return next(answers)

    guard = Guard(resolver=rebinding)
    assert guard.addresses("rebound.example", 80, 1) == ["8.8.8.8"]
    with Fetcher(guard, QUICK) as fetcher, pytest.raises(Refused, match="blocked_address"):
        fetcher.get("http://rebound.example/a")
    assert looked_up == ["rebound.example"] * 2
    assert server.asked == []


def test_one_look_up_per_connection_and_the_name_stays_in_host(server: Hostile) -> None:
    looked_up = []

    def resolver(host: str, port: int, seconds: float) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    server.scripts["/a"] = page()
    guard, unhurried = Guard(parse_allowed([f"news.example:{server.port}"]), resolver), Politeness(Courtesy(interval=0))
    with Fetcher(guard, QUICK, unhurried) as fetcher:
        fetcher.get(f"http://news.example:{server.port}/a")
    assert looked_up == ["news.example"] * len(server.asked)
    assert server.asked[-1].headers["host"] == f"news.example:{server.port}"


def test_the_environment_is_not_asked(server: Hostile, monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login canary password canary")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.scripts["/a"] = page()
    with Fetcher(Guard(parse_allowed([server.host])), QUICK) as fetcher:
        assert fetcher.get(server.url("/a")).status == 200
    assert "authorization" not in server.asked[-1].headers


def test_robots_are_obeyed_and_asked_once(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts["/robots.txt"] = raw(reply(b"User-agent: *\nDisallow: /private\n"))
    server.scripts |= {"/open": page(), "/private/a": page()}
    fetcher.get(server.url("/open"))
    with pytest.raises(Refused, match="robots"):
        fetcher.get(server.url("/private/a"))
    assert [r.path for r in server.asked] == ["/robots.txt", "/open"]


@pytest.mark.parametrize(
    ("robots", "error"),
    [
        (raw(reply(b"", 503)), Unavailable),
        (raw(b""), Unavailable),
        (redirect("http://127.0.0.1:9/robots.txt"), Refused),
        (redirect("/robots.txt"), None),
        (raw(reply(b"", 403)), None),
        (raw(reply(b"User-agent: *\nAllow: /\n" + b"# x\n" * 200_000)), None),
        (raw(reply(b"\xff\xfe\0\0" * 100)), None),
    ],
)
def test_robots_that_cannot_be_had(server: Hostile, fetcher: Fetcher, robots, error: type | None) -> None:
    server.scripts |= {"/robots.txt": robots, "/a": page()}
    if error is None:
        assert fetcher.get(server.url("/a")).status == 200
    else:
        with pytest.raises(error):
            fetcher.get(server.url("/a"))
        assert server.paths() == []


@pytest.mark.parametrize(
    "url",
    ["", "news", "ftp://news.example/", "http://", "http:///a", "http://a b/\n", "http://u:p@news.example/",
     "http://xn--/", "http://news.example:99999/", "http://[1]/", "http://news.example/" + "a" * 5000,
     "/etc/passwd", "data:text/html,x"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(Refused, match="bad_url"):
        parse_url(url)


def test_no_secret_reaches_a_message_or_log(
    server: Hostile, fetcher: Fetcher, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    server.scripts |= {"/a": raw(reply(b"", 500)), "/b": redirect("http://127.0.0.1:9/?token=canary")}
    for path in ("/a?api_key=canary&id=7", "/b?sig=canary"):
        with pytest.raises((Unavailable, Refused)) as told:
            fetcher.get(server.url(path))
        assert "canary" not in str(told.value)
    assert "canary" not in caplog.text
    assert "id=7" in str(fetcher_error(fetcher, server.url("/a?api_key=canary&id=7")))


def fetcher_error(fetcher: Fetcher, url: str) -> Exception:
    try:
        fetcher.get(url)
    except Unavailable as error:
        return error
    raise AssertionError("no error")


def test_a_post_tells_the_status_and_follows_nothing(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts |= {"/hook": redirect("/else", 307), "/busy": raw(reply(b"", 503, Retry_After="30"))}
    assert fetcher.post(server.url("/hook"), b"{}", {"X": "1"}).status == 307
    assert fetcher.post(server.url("/busy"), b"{}", {}).retry_after == 30
    assert server.paths() == ["/hook", "/busy"]
    assert server.asked[0] == Request("POST", "/hook", server.asked[0].headers, b"{}")
    with pytest.raises(Refused, match="blocked_address"):
        fetcher.post("http://169.254.169.254/hook", b"{}", {})
