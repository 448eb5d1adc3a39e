"""The events of libyaml, as loading uses them (sự kiện YAML)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from yaml import events as libyaml
from yaml._yaml import CParser

ALIAS: type[object] = libyaml.AliasEvent
DOCUMENT_END: type[object] = libyaml.DocumentEndEvent
DOCUMENT_START: type[object] = libyaml.DocumentStartEvent
MAPPING_END: type[object] = libyaml.MappingEndEvent
MAPPING_START: type[object] = libyaml.MappingStartEvent
SCALAR: type[object] = libyaml.ScalarEvent
LIST_END: type[object] = libyaml.SequenceEndEvent
LIST_START: type[object] = libyaml.SequenceStartEvent
STREAM_END: type[object] = libyaml.StreamEndEvent


class Mark(Protocol):
    """A place in the text; `index` counts code points from 0."""

    index: int


class Event(Protocol):
    """One event; which attributes it has depends on its class."""

    start_mark: Mark
    end_mark: Mark
    value: str
    style: str | None
    tag: str | None
    anchor: str | None
    version: tuple[int, int] | None
    tags: dict[str, str] | None


def events(text: str | bytes) -> Callable[[], Event]:
    """Return a function that gives the next event of `text` each time.

    Behind the end of the stream it is not to be called.
    """
    return cast("Callable[[], Event]", CParser(text).get_event)
