"""All traffic passes one place; these are the servers and addresses that it must survive."""

import logging
import resource
import time
from collections.abc import Iterator

import pytest

from flows.addresses import Guard, parse_allowed
from flows.fetching import Fetcher, Limits, Refused, Unavailable, parse_url
from flows.politeness import Courtesy, Politeness
from tests.flows.hostile import Hostile, Request, bomb, drip, endless, page, redirect, reply

QUICK = Limits(seconds=0.4, wire=300_000, decoded=200_000)


@pytest.fixture
def server() -> Iterator[Hostile]:
    with Hostile() as hostile:
        yield hostile


@pytest.fixture
def fetcher(server: Hostile) -> Iterator[Fetcher]:
    with Fetcher(Guard(parse_allowed([server.host])), QUICK) as ready:
        yield ready


def raw(*pieces: bytes):
    return lambda _: iter(pieces)


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


DRIPS = {
    "body": drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"x"),
    "headers": drip(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
    "informational": drip(b"", b"HTTP/1.1 103 Hints\r\n\r\n", every=0.001),
    "chunks": drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", every=0.001),
    "silence": drip(b"", b"", every=0.2),
}


@pytest.mark.parametrize("kind", sorted(DRIPS))
def test_a_drip_ends_at_the_deadline(server: Hostile, fetcher: Fetcher, kind: str) -> None:
    server.scripts["/a"] = DRIPS[kind]
    start = time.monotonic()
    with pytest.raises(Unavailable, match="timeout"):
        fetcher.get(server.url("/a"))
    assert time.monotonic() - start < QUICK.seconds + 0.5


def test_a_listener_that_never_answers_the_handshake_ends_at_the_deadline(server: Hostile, fetcher: Fetcher) -> None:
    start = time.monotonic()
    with pytest.raises(Unavailable):
        fetcher.get(f"https://{server.host}/a")
    assert time.monotonic() - start < QUICK.seconds + 0.5


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


BODIES = {
    "endless": endless,
    "bomb": raw(reply(bomb(300), Content_Encoding="gzip")),
    "wire": raw(reply(b"x" * 400_000)),
    "decoded": raw(reply(bomb(1), Content_Encoding="gzip")),
}


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_bodies_beyond_the_cap_are_refused_in_little_memory(server: Hostile, fetcher: Fetcher, kind: str) -> None:
    server.scripts["/a"] = BODIES[kind]
    before = megabytes()
    with pytest.raises(Refused, match="too_big"):
        fetcher.get(server.url("/a"), limits=Limits(seconds=5, wire=400_000, decoded=200_000))
    assert megabytes() - before < 20


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "gzip, gzip", "gzip,gzip,gzip", "compress", "x" * 9000])
def test_codings_that_were_not_asked_for_are_refused(server: Hostile, fetcher: Fetcher, encoding: str) -> None:
    server.scripts["/a"] = raw(reply(b"12345678", Content_Encoding=encoding))
    with pytest.raises(Refused, match="encoding"):
        fetcher.get(server.url("/a"))
    assert server.asked[-1].headers["accept-encoding"] == "gzip"


def test_gzip_is_read_also_in_several_members(server: Hostile, fetcher: Fetcher) -> None:
    import gzip

    body = gzip.compress(b"first ") + gzip.compress(b"second")
    server.scripts["/a"] = raw(reply(body, Content_Encoding="GZip"))
    assert fetcher.get(server.url("/a")).content == b"first second"


@pytest.mark.parametrize(
    "pieces",
    [
        reply(b"short", Content_Length="5000"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
        reply(bomb(1)[:-20], Content_Encoding="gzip"),
        reply(b"no gzip at all", Content_Encoding="gzip"),
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 250_000 + b"\r\n\r\n",
        b"not http\r\n\r\n",
        b"",
    ],
)
def test_a_truncated_or_broken_reply_is_never_taken_as_complete(
    server: Hostile, fetcher: Fetcher, pieces: bytes
) -> None:
    server.scripts["/a"] = raw(pieces)
    with pytest.raises(Unavailable):
        fetcher.get(server.url("/a"), limits=Limits(seconds=5, wire=400_000, decoded=3_000_000))


def test_two_lengths_are_refused(server: Hostile, fetcher: Fetcher) -> None:
    server.scripts["/a"] = raw(
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n0\r\n\r\n"
    )
    with pytest.raises(Refused, match="smuggling"):
        fetcher.get(server.url("/a"))


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
