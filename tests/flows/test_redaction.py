"""What must stay secret does not leave in a message."""

import logging

import pytest

from flows.redaction import Redactor, redacted, redacted_text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://user:canary@news.example/a", "https://news.example/a"),
        ("https://news.example/a?id=7&page=2#top", "https://news.example/a?id=7&page=2"),
        ("https://news.example/f?api_key=canary&id=7", "https://news.example/f?api_key=***&id=7"),
        ("https://news.example/f?X-Amz-Signature=canary", "https://news.example/f?X-Amz-Signature=***"),
        ("https://news.example/f?access_token=canary&sort=key", "https://news.example/f?access_token=***&sort=key"),
        ("https://news.example/f?monkey=7&authors=ann", "https://news.example/f?monkey=7&authors=ann"),
        ("http://[", "(an address that is no URL)"),
    ],
)
def test_addresses_are_shown_without_secrets(url: str, shown: str) -> None:
    assert redacted(url) == shown


def test_addresses_inside_messages_and_logs_are_redacted(caplog: pytest.LogCaptureFixture) -> None:
    assert redacted_text('got "https://a.example/?token=canary" twice') == 'got "https://a.example/?token=***" twice'
    logger = logging.getLogger("tests.redaction")
    logger.addFilter(Redactor())
    logger.warning("asked %s for %d", "https://u:canary@a.example/?sig=canary", 3)
    assert caplog.messages == ["asked https://a.example/?sig=*** for 3"]
