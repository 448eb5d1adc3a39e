"""From the tree of a configuration file to a route.

The schema has judged the shape. What is missing or was refused there is not judged again: a
route without one of its bones cannot be examined at all, and there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, TypeVar

from tthc_rules.model.quantities import TimeLimit
from tthc_rules.model.route import (
    END,
    Agency,
    Level,
    OnlineLevel,
    Outcome,
    Phase,
    Role,
    Route,
    Step,
    Transition,
)
from tthc_rules.model.validity import ALWAYS, Validity
from tthc_rules.model.values import MAPPING, REFUSED, Refused, Tree, Value
from tthc_rules.source import Pointer

_E = TypeVar("_E", bound=Enum)

DUPLICATE_STEP: Final = "duplicate-step"
RESERVED_STEP: Final = "reserved-step"
UNKNOWN_START: Final = "unknown-start"
UNKNOWN_PHASE_STEP: Final = "unknown-phase-step"


@dataclass(frozen=True, slots=True)
class Defect:
    """A name in a route that fits nothing, at its place within the route.

    Attributes:
        kind: `DUPLICATE_STEP`, `RESERVED_STEP`, `UNKNOWN_START` or `UNKNOWN_PHASE_STEP`.
        name: The name as written.
        first: Where the same name was given first, for `DUPLICATE_STEP`.
    """

    kind: str
    pointer: Pointer
    name: str
    first: Pointer | None = None


class _Unreadable(Exception):  # noqa: N818 - a way out, not an error anybody sees
    """A bone of the route is missing or was refused; the reader or the schema said so."""


def decode(
    route: Tree,
    agencies: Mapping[str, Agency],
    *,
    territory: str,
    online: OnlineLevel,
) -> tuple[Route | None, tuple[Defect, ...]]:
    """Return the route that a configuration or publication holds (quy trình trong tệp).

    Args:
        route: The value of `route`: `receives`, `prepares`, `decides`, `start`, `steps`,
            `phases`. Without `start` the first step begins.
        agencies: All agencies of the catalogues by id.
        territory: The territory in which the route runs.
        online: How far the service runs online.

    Returns:
        The route, and the names in it that fit nothing. None when what the route hangs on
        is missing or was refused, or when two steps bear one name: whatever would be said
        of it is undecided.
    """
    try:
        steps = tuple(_step(step) for step in _trees(route.get("steps")))
        phases = tuple(_phase(phase) for phase in _trees(route.get("phases", ())))
        start = _optional_text(route.get("start"))
        receives, decides = _text(route.get("receives")), _text(route.get("decides"))
        prepares = _optional_text(route.get("prepares"))
    except _Unreadable:
        return None, ()
    defects = tuple(_defects(steps, start, phases))
    if not steps or any(d.kind in (DUPLICATE_STEP, RESERVED_STEP) for d in defects):
        return None, defects
    named = [receives, decides, *([prepares] if prepares else []), *(s.owner for s in steps)]
    return (
        Route(
            territory=territory,
            receives=receives,
            decides=decides,
            prepares=prepares,
            online=online,
            start=start if start is not None else steps[0].id,
            steps=steps,
            agencies=tuple(_with_parents(named, agencies)),
            phases=phases,
        ),
        defects,
    )


def decode_agency(item: Tree) -> Agency | None:
    """Return the agency that an item of a catalogue describes, or None where it is unreadable.

    Keys: `id`, `name`, `level`, `territory`, `from`, `until`, `part_of`. An agency whose days
    cannot be read is taken to exist always: nobody is accused of it.
    """
    try:
        return Agency(
            id=_text(item.get("id")),
            level=_word(Level, item.get("level")),
            territory=_text(item.get("territory")),
            exists=_exists(item.get("from"), item.get("until")),
            part_of=_optional_text(item.get("part_of")),
            name=_name(item.get("name")),
        )
    except _Unreadable:
        return None


def _with_parents(names: Iterable[str], agencies: Mapping[str, Agency]) -> Iterable[Agency]:
    """Yield the known agencies of `names` and everything they are part of, each once."""
    seen: set[str] = set()
    waiting = list(dict.fromkeys(names))
    while waiting:
        name = waiting.pop(0)
        agency = agencies.get(name)
        if name in seen or agency is None:
            continue
        seen.add(name)
        yield agency
        if agency.part_of is not None:
            waiting.append(agency.part_of)


def _defects(
    steps: tuple[Step, ...], start: str | None, phases: tuple[Phase, ...]
) -> Iterable[Defect]:
    first: dict[str, int] = {}
    for index, step in enumerate(steps):
        pointer = ("steps", index, "id")
        if step.id == END:
            yield Defect(RESERVED_STEP, pointer, step.id)
        elif step.id in first:
            yield Defect(DUPLICATE_STEP, pointer, step.id, ("steps", first[step.id], "id"))
        else:
            first[step.id] = index
    if start is not None and start not in first:
        yield Defect(UNKNOWN_START, ("start",), start)
    for number, phase in enumerate(phases):
        for index, name in enumerate(phase.steps):
            if name not in first:
                yield Defect(UNKNOWN_PHASE_STEP, ("phases", number, "steps", index), name)


def _step(item: Tree) -> Step:
    return Step(
        id=_text(item.get("id")),
        owner=_text(item.get("owner")),
        role=_word(Role, item.get("role")),
        next=tuple(_transition(way) for way in _trees(item.get("next", ()))),
        duration=_duration(item.get("duration")),
        presence=_truth(item.get("presence", False)),
        splits=_optional_text(item.get("split")) == "parallel",
        joins=_optional_text(item.get("join")) == "all",
        name=_name(item.get("name")),
    )


def _transition(item: Tree) -> Transition:
    return Transition(
        to=_text(item.get("to")),
        on=_word(Outcome, item.get("on")),
        channel=_optional_text(item.get("channel")),
        when=_optional_text(item.get("when")),
    )


def _phase(item: Tree) -> Phase:
    steps = item.get("steps")
    if not isinstance(steps, tuple):
        raise _Unreadable
    limit = _duration(item.get("limit"))
    names = tuple(map(_text, steps))
    return Phase(_text(item.get("id")), names, REFUSED if limit is None else limit)


def _trees(value: Value | None) -> Iterable[Tree]:
    if not isinstance(value, tuple):
        raise _Unreadable
    for item in value:
        if not isinstance(item, MAPPING):
            raise _Unreadable
        yield item


def _text(value: Value | None) -> str:
    if not isinstance(value, str):
        raise _Unreadable
    return value


def _optional_text(value: Value | None) -> str | None:
    return None if value is None else _text(value)


def _name(value: Value | None) -> str:
    return value if isinstance(value, str) else ""


def _exists(start: Value | None, end: Value | None) -> Validity:
    first = start if isinstance(start, date) else None
    last = end if isinstance(end, date) else None
    in_order = first is None or last is None or first < last
    return Validity(first, last) if in_order else ALWAYS


def _truth(value: Value) -> bool:
    if not isinstance(value, bool):
        raise _Unreadable
    return value


def _duration(value: Value | None) -> TimeLimit | Refused | None:
    return value if value is None or isinstance(value, TimeLimit) else REFUSED


def _word(words: type[_E], value: Value | None) -> _E:
    try:
        return words(_text(value))
    except ValueError:
        raise _Unreadable from None
