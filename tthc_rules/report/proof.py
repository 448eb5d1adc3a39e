"""The proof of one answer (vết suy luận): short, readable, the answer first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, assert_never

from tthc_rules.diagnostics import Message
from tthc_rules.engine.facts import CHANNELS
from tthc_rules.engine.naming import Names, value_text
from tthc_rules.engine.resolution import (
    Answer,
    Conflict,
    Gap,
    Interval,
    Irregularity,
    MissingFacts,
    Receipt,
    Resolution,
    World,
)
from tthc_rules.engine.resolution.receipt import reason
from tthc_rules.model.law import Key, Query, Unseen
from tthc_rules.model.text import Text, day_text, period_text
from tthc_rules.report.messages import sentence

_CHANNELS: Final[Mapping[str, Text | str]] = {channel.value: channel.text for channel in CHANNELS}


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication announces for the question (điều đã công bố)."""

    value: Text
    channel: str
    case: str
    place: str


class ProofWriter:
    """Writes receipts and timelines as lines of text in both languages."""

    def __init__(self, world: World, names: Names, attribute: Text) -> None:
        self._world = world
        self._names = names
        self._attribute = attribute

    def proof(self, receipt: Receipt, published: Sequence[Published]) -> Iterator[Text]:
        """Yield the answer, its ground, and everything that was considered."""
        yield self.headline(receipt.resolution)
        yield self._question(receipt.query)
        yield from self._grounds(receipt.resolution)
        yield from _under("why/published", map(_publication, published))
        yield from _under("why/considered", self._set_aside(receipt.resolution))
        yield from _under("why/irregular", self._irregular(receipt.resolution))
        yield from _under("why/stand-ins", self._stand_ins(receipt))
        yield from _under("why/unreadables", self._unreadable(receipt))
        if receipt.resolution.unseen:
            texts = self._names.norms(receipt.resolution.unseen)
            yield _said(Message("why/later", {"texts": texts}))

    def headline(self, resolution: Resolution) -> Text:
        """Return the answer in one line."""
        values: dict[str, Text | str] = {"attribute": self._attribute}
        match resolution:
            case Answer(value=value):
                return _set("{}: {}", self._attribute, value_text(value))
            case Gap():
                return _said(Message("why/gap", values))
            case Conflict(values=found):
                texts = _joined([value_text(value) for value in found])
                return _said(Message("why/conflict", {**values, "values": texts}))
            case MissingFacts(names=names):
                texts = _joined([_said(self._names.missing(name)) for name in names])
                return _said(Message("why/missing", {**values, "names": texts}))
        assert_never(resolution)

    def timeline(self, intervals: Sequence[Interval]) -> Iterator[Text]:
        """Yield one line for each stretch of days with one answer."""
        for interval in intervals:
            values: dict[str, Text | str] = {
                "start": day_text(interval.start),
                "last": day_text(interval.until - timedelta(days=1)),
            }
            period = _said(Message("why/between", values))
            answer = self.headline(interval.resolution)
            yield _set("{}: {}", period, answer)
            yield from self._grounds(interval.resolution)
            if interval.drift:
                yield _set("  {}", _said(Message("why/drift")))

    def _question(self, query: Query) -> Text:
        day = next((found for found in query.events.values() if found is not None), None)
        values: dict[str, Text | str] = {
            "code": query.procedure or "",
            "territory": query.territory,
            "day": day_text(day) if isinstance(day, date) else "",
        }
        return _joined([_said(Message("why/question", values)), *_details(query)])

    def _grounds(self, resolution: Resolution) -> Iterator[Text]:
        if isinstance(resolution, Answer):
            yield from _under("why/set-by", (self._cited(key) for key in resolution.cites))
            if resolution.support is not None:
                values: dict[str, Text | str] = {
                    "value": value_text(resolution.support.amount),
                    "text": self._names.norms(resolution.support.cites),
                }
                yield _said(Message("why/support", values))
        elif isinstance(resolution, Conflict):
            yield from _under("why/set-by", (self._cited(key) for key in resolution.norms))

    def _cited(self, key: Key) -> Text:
        candidate = self._world.candidates[key]
        parts = [period_text(candidate.starts, candidate.ends)]
        own = self._value(key)
        if own is not None:
            parts.insert(0, own)
        if not (candidate.norm.verified and candidate.text.verified):
            parts.append(_said(Message("why/unverified")))
        return _set("{}: {}", self._names.norm(key), _joined(parts))

    def _value(self, key: Key) -> Text | None:
        value = self._world.candidates[key].norm.value
        return None if value is None or isinstance(value, Unseen) else value_text(value)

    def _set_aside(self, resolution: Resolution) -> Iterator[Text]:
        if isinstance(resolution, MissingFacts):
            return
        for aside in resolution.set_aside:
            message = reason(aside)
            values = dict(message.values)
            values["norm"] = self._names.norm(aside.norm)
            if aside.by:
                values["by"] = self._names.norms(aside.by)
            if aside.day is not None:
                values["day"] = day_text(aside.day)
            own = self._value(aside.norm)
            text = _said(replace(message, values=values))
            yield text if own is None else _set("{} ({})", text, own)

    def _irregular(self, resolution: Resolution) -> Iterator[Text]:
        if isinstance(resolution, MissingFacts):
            return
        for item in resolution.irregularities:
            yield _said(self._fault(item))

    def _fault(self, item: Irregularity) -> Message:
        keys = (*sorted(item.norms), *sorted(item.instruments), *sorted(item.publications))
        return Message(f"resolution/fault.{item.fault.value}", {"norm": self._names.norms(keys)})

    def _stand_ins(self, receipt: Receipt) -> Iterator[Text]:
        for key, fields in receipt.considered.stand_ins:
            named = _joined([_said(Message(f"why/field.{field}")) for field in fields])
            values: dict[str, Text | str] = {"text": self._names.norm(key), "fields": named}
            yield _said(Message("why/stand-in", values))

    def _unreadable(self, receipt: Receipt) -> Iterator[Text]:
        for name, why in receipt.considered.unreadable:
            yield _said(Message("why/unreadable", {"name": name, "reason": why}))


def _details(query: Query) -> Iterator[Text]:
    for name in ("case", "channel", "charge"):
        value = getattr(query, name)
        if value:
            shown = _CHANNELS.get(value, value) if name == "channel" else value
            yield _said(Message(f"why/detail.{name}", {"value": shown}))
    for name, fact in sorted(query.facts.items()):
        if fact is not None:
            text = str(fact).lower() if isinstance(fact, bool) else str(fact)
            yield _set("{} = {}", name, text)
    if query.known_on is not None:
        yield _said(Message("why/detail.known-on", {"value": day_text(query.known_on)}))


def _publication(found: Published) -> Text:
    values: dict[str, Text | str] = {
        "value": found.value,
        "channel": _CHANNELS.get(found.channel, found.channel),
        "case": found.case,
        "place": found.place,
    }
    return _said(Message("why/publication", values))


def _under(heading: str, lines: Iterable[Text]) -> Iterator[Text]:
    found = tuple(lines)
    if found:
        yield _said(Message(heading))
        yield from (_set("  {}", line) for line in found)


def _said(message: Message) -> Text:
    return Text(sentence(message, "vi"), sentence(message, "en"))


def _joined(texts: Sequence[Text], between: str = ", ") -> Text:
    return Text(between.join(text.vi for text in texts), between.join(text.en for text in texts))


def _set(pattern: str, *parts: Text | str) -> Text:
    """Return parts set into punctuation, which is the same in both languages."""
    texts = [part if isinstance(part, Text) else Text(part, part) for part in parts]
    return Text(
        pattern.format(*(text.vi for text in texts)), pattern.format(*(text.en for text in texts))
    )
