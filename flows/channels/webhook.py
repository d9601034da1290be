"""Alerts by POST, as Standard Webhooks 1.0 says (https://www.standardwebhooks.com).

Headers ``webhook-id`` (the same in every attempt), ``webhook-timestamp`` and, where there is a secret,
``webhook-signature``: HMAC-SHA256 over ``id.timestamp.body``. A receiver should refuse what is older than 300 s.
"""

import base64
import binascii
import hashlib
import hmac
import json
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

from flows.failures import Refused, Unavailable
from flows.telling import Message, Tools

MIN_SECRET_BYTES = 24


class Options(BaseModel):
    """Where to, and the names of the environment variables that hold what is secret."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    to: str | None = Field(None, description="The address. Use to_env where the address itself is secret.")
    to_env: str | None = Field(None, description="The environment variable that holds the address.")
    secret_env: str | None = Field(
        None, description="The environment variable that holds the secret (whsec_…); several, apart by spaces, rotate."
    )

    @model_validator(mode="after")
    def _one_address(self) -> "Options":
        if (self.to is None) == (self.to_env is None):
            raise ValueError("expected either to or to_env")
        if self.to is not None and urlsplit(self.to).scheme not in ("http", "https"):
            raise ValueError("to: expected an http or https address")
        return self


def send(message: Message, options: Options, tools: Tools) -> None:
    """Posts the alert; done when the receiver answers 2xx.

    :raises Unavailable: no answer, a redirect, or any other status. :raises Refused: 410, an address that may not be
        reached, a secret that is missing or too short.
    """
    url = options.to or tools.secret(options.to_env or "")
    body = json.dumps(
        {"type": f"alert.{message.kind}", "timestamp": message.created_at.isoformat(), "data": dict(message.payload)},
        ensure_ascii=True,
    ).encode()
    headers = {"Content-Type": "application/json"} | signed(message.alert_id, body, _secrets(options, tools), tools)
    answer = tools.post(url, body, headers)
    if answer.status == 410:
        raise Refused("gone", "the receiver answered 410: it wants no more alerts")
    if not 200 <= answer.status < 300:
        raise Unavailable(f"http_{answer.status}", f"the receiver answered {answer.status}", answer.retry_after)


def _secrets(options: Options, tools: Tools) -> list[bytes]:
    if options.secret_env is None:
        return []
    return [_secret(word, options.secret_env) for word in tools.secret(options.secret_env).split()]


def _secret(word: str, name: str) -> bytes:
    try:
        secret = base64.b64decode(word.removeprefix("whsec_"), validate=True)
    except binascii.Error as error:
        raise Refused("configuration", f"{name}: expected whsec_ and base64") from error
    if len(secret) < MIN_SECRET_BYTES:
        raise Refused("configuration", f"{name}: expected at least {MIN_SECRET_BYTES} bytes")
    return secret


def signed(alert_id: str, body: bytes, secrets: list[bytes], tools: Tools) -> dict[str, str]:
    """The headers of the standard, with one signature for each secret."""
    stamp = str(int(tools.now.timestamp()))
    content = f"{alert_id}.{stamp}.".encode() + body
    headers = {"webhook-id": alert_id, "webhook-timestamp": stamp}
    marks = [base64.b64encode(hmac.new(secret, content, hashlib.sha256).digest()).decode() for secret in secrets]
    return headers | ({"webhook-signature": " ".join(f"v1,{mark}" for mark in marks)} if marks else {})
