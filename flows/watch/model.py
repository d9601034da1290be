"""The keys of a watch. The descriptions here are the ones that an editor shows (see docs/watch.schema.json)."""

import dataclasses
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model, model_validator

from flows import channels
from flows.watch import kinds
from flows.watch.values import Cron, Interval, Moment, Span, Terms, Unit, When, basis_words
from warehouse.belief import Policy

_STRICT = ConfigDict(extra="forbid", frozen=True)
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
_OPEN: tuple[None, None] = (None, None)

PolicySpec: type[BaseModel] = create_model(
    "PolicySpec",
    __config__=_STRICT,
    **{f.name: (f.type, f.default) for f in dataclasses.fields(Policy)},  # type: ignore[call-overload]  # built from fields
)


class Story(BaseModel):
    """What ties a number to its story; given for the whole watch, it holds for each quantity without its own."""

    model_config = _STRICT
    about: Terms = Field((), description="Words of which the article needs at least one.")
    not_about: Terms = Field((), alias="not", description="Words that the sentence may not have.")
    place: Terms = Field((), description="Where it happened, in any of these words.")
    when: When = Field(_OPEN, description="The day it happened, or [first day, last day].")


class QuantitySpec(Story):
    """One tracked number."""

    title: str = Field("", description="What is counted, as you would tell a person.")
    count: Terms = Field((), description="What is counted: people, children, barrels … one word or several.")
    action: Terms = Field((), description="What happens to it: killed, released, marched … one word or several.")
    basis: Annotated[Literal["each", "total"] | None, BeforeValidator(basis_words)] = Field(
        None, description="each: per side; total: all sides together."
    )
    status: Literal["happened", "planned"] = Field(
        "happened", description="happened admits claims and estimates; denials never count."
    )
    kind: Literal["fixed", "cumulative", "stock"] = Field(
        "fixed", description="fixed: one true number; cumulative: it only grows (a toll); stock: the latest counts."
    )
    unit: Unit = Field("count", description="count, percent, duration:day, money:USD, length:km …")
    party: Terms = Field((), description="By whom, of whom or to whom.")
    between: Interval = Field(_OPEN, description="Numbers outside these are not meant.")
    policy: PolicySpec = Field(default_factory=PolicySpec, description="Thresholds of the consensus.")  # type: ignore[valid-type]  # built above

    @model_validator(mode="after")
    def _counts_something(self) -> "QuantitySpec":
        if not self.count and not self.action and self.unit == "count":
            raise ValueError("expected count, action or unit: what is counted?")
        return self


class Source(BaseModel):
    """Where to look. Exactly one key names its kind; see ``flows.watch.kinds`` for which there are."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=lambda s: kinds.as_key(s, kinds.sources()))
    kind: str = Field(description="feed, sitemap, urls, files …")
    at: tuple[str, ...] = Field(description="Addresses or paths, by kind.")
    name: str | None = Field(None, description="The publisher as its readers know it; its host by default.")
    owner: str | None = Field(None, description="Who owns the publisher; groups mastheads into one voice.")
    published_at: Moment | None = Field(None, description="For files that do not say when they were published.")
    url: str | None = Field(None, description="For files: where the page was.")
    language: str | None = Field(None, description="Where the pages do not say: en, es …")

    @model_validator(mode="before")
    @classmethod
    def _kind_as_key(cls, given: Any) -> Any:
        return kinds.source_entry(given, set(cls.model_fields))


class Subscriber(BaseModel):
    """Whom to tell: one channel, and what it needs."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_extra=lambda s: kinds.as_key(s, kinds.channels())
    )
    channel: str
    options: dict[str, Any]
    name: str
    quantities: tuple[str, ...] = Field((), description="Only these; empty: all.")

    @model_validator(mode="before")
    @classmethod
    def _channel_as_key(cls, given: Any) -> Any:
        return kinds.subscriber_entry(given, set(cls.model_fields))

    @model_validator(mode="after")
    def _options_are_known(self) -> "Subscriber":
        if (fault := channels.fault(self.channel, self.options)) is not None:
            raise ValueError(fault)
        return self


class WatchSpec(Story):
    """A watch: where to look, which numbers to track, whom to tell."""

    watch: Name = Field(description="Its name: letters, digits, - . _")
    title: str = ""
    every: Span | None = Field(None, description="How often to look: 15m, 1h …")
    cron: Cron | None = Field(None, description="Or a schedule of five fields.")
    allow: Terms = Field((), description="Private addresses that may be visited, one by one: 127.0.0.1:8000")
    sources: tuple[Source, ...] = ()
    quantities: dict[Name, QuantitySpec] = Field(min_length=1, description="The numbers to track, by name.")
    subscribers: tuple[Subscriber, ...] = ()
    policy: PolicySpec = Field(default_factory=PolicySpec, description="For each quantity without its own.")  # type: ignore[valid-type]  # built above

    @model_validator(mode="after")
    def _one_schedule(self) -> "WatchSpec":
        if self.every and self.cron:
            raise ValueError("expected every or cron, not both")
        return self

    @property
    def interval(self) -> timedelta:
        """How often to look where there is no cron: ``every``, or 15 minutes."""
        return self.every or timedelta(minutes=15)
