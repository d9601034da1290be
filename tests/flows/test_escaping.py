"""What pages say is shown as text, whatever it looks like."""

import pytest

from flows.escaping import html_text, one_line, web_link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nBcc: x\u2028y\x85z\tw", "a Bcc: x y z w"),
        ("\x1b[2Jclear \x07\x00", "[2Jclear"),
        ("390\u202e093\u2066\u200b\ufeff", "390093"),
        ("می\u200cروم", "می\u200cروم"),
        ("\ud800lone", "lone"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown
    one_line(text).encode("utf-8")


@pytest.mark.parametrize("url", ["https://news.example/a?b=1&c=%22", "http://127.0.0.1:8000/"])
def test_web_links_stay(url: str) -> None:
    assert web_link(url) == url


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//a/b", "http://", "http://u:p@a/",
            'https://a/"onclick=x', "https://a/<b>", "http://[", "java\nscript:x", "vbscript:x"],
)  # fmt: skip
def test_other_links_go(url: str | None) -> None:
    assert web_link(url) == ""


def test_html_is_escaped() -> None:
    assert html_text("<b a='1' c=\"2\">&") == "&lt;b a=&#x27;1&#x27; c=&quot;2&quot;&gt;&amp;"
