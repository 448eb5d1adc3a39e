"""What happens to a dossier while its limit runs: waits and extensions (chờ, gia hạn)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from tthc_rules.engine.calendar.answer import Reason, minute_of
from tthc_rules.engine.calendar.policies import (
    DifficultAreaOf,
    Policies,
    SupplementEffect,
    WaitEffect,
)
from tthc_rules.model.quantities import TimeLimit


class WaitKind(Enum):
    """What is waited for (loại chờ): a supplement, an opinion, a payment."""

    SUPPLEMENT = "supplement"
    OPINION = "opinion"
    PAYMENT = "payment"


class EventKind(Enum):
    """One end of a wait (sự kiện)."""

    SUPPLEMENT_REQUESTED = "supplement_requested"
    SUPPLEMENT_COMPLETED = "supplement_completed"
    OPINION_REQUESTED = "opinion_requested"
    OPINION_RECEIVED = "opinion_received"
    PAYMENT_REQUESTED = "payment_requested"
    PAYMENT_MADE = "payment_made"


_BEGINS: Final = {
    EventKind.SUPPLEMENT_REQUESTED: WaitKind.SUPPLEMENT,
    EventKind.OPINION_REQUESTED: WaitKind.OPINION,
    EventKind.PAYMENT_REQUESTED: WaitKind.PAYMENT,
}
_ENDS: Final = {
    EventKind.SUPPLEMENT_COMPLETED: WaitKind.SUPPLEMENT,
    EventKind.OPINION_RECEIVED: WaitKind.OPINION,
    EventKind.PAYMENT_MADE: WaitKind.PAYMENT,
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something recorded at a moment (sự kiện đã ghi nhận)."""

    at: datetime | int
    kind: EventKind


@dataclass(frozen=True, slots=True)
class Wait:
    """A stretch of waiting, as recorded (thời gian chờ).

    Attributes:
        kind: What is waited for.
        requested: The minute of the request; it belongs to the wait.
        completed: The first minute after the wait; None while it lasts.

    Raises:
        ValueError: The wait is over before it began.
    """

    kind: WaitKind
    requested: int
    completed: int | None

    def __post_init__(self) -> None:
        if self.completed is not None and self.completed < self.requested:
            raise ValueError("a wait ends before it begins")


def waits_of(events: Iterable[Event]) -> tuple[Wait, ...]:
    """Return the waits that events bound, by the time of the request.

    A completion ends the earliest open wait of its kind.

    Raises:
        ValueError: A completion without a request before it.
    """
    open_: dict[WaitKind, list[int]] = {kind: [] for kind in WaitKind}
    waits: list[Wait] = []
    for at, kind in sorted(
        ((minute_of(event.at), event.kind) for event in events),
        key=lambda event: (event[0], event[1] in _ENDS),
    ):
        if kind in _BEGINS:
            open_[_BEGINS[kind]].append(at)
        elif open_[_ENDS[kind]]:
            waits.append(Wait(_ENDS[kind], open_[_ENDS[kind]].pop(0), at))
        else:
            raise ValueError(f"{kind.value} without a request before it")
    waits.extend(Wait(kind, at, None) for kind, starts in open_.items() for at in starts)
    return tuple(sorted(waits, key=lambda wait: (wait.requested, wait.kind.value)))


def stops_the_clock(kind: WaitKind, policies: Policies) -> bool:
    """Return whether a wait of this kind matters to the limit at all."""
    match kind:
        case WaitKind.SUPPLEMENT:
            return True
        case WaitKind.OPINION:
            return policies.opinion_wait is WaitEffect.PAUSES
        case WaitKind.PAYMENT:
            return policies.payment_wait is WaitEffect.PAUSES


def resets(kind: WaitKind, policies: Policies) -> bool:
    """Return whether the end of such a wait begins the limit anew."""
    return kind is WaitKind.SUPPLEMENT and policies.supplement_effect is SupplementEffect.RESET


PENDING: Final = {
    WaitKind.SUPPLEMENT: Reason.SUPPLEMENT_PENDING,
    WaitKind.OPINION: Reason.OPINION_PENDING,
    WaitKind.PAYMENT: Reason.PAYMENT_PENDING,
}
"""Why a limit has no end while a wait lasts."""


@dataclass(frozen=True, slots=True)
class Extension:
    """A longer limit for difficult areas (gia hạn vùng khó khăn).

    Attributes:
        limit: What is added.
        land: Whether the land lies in a difficult area.
        applicant: Whether the applicant lives in one.
    """

    limit: TimeLimit
    land: bool
    applicant: bool


def applies(extension: Extension, policies: Policies) -> bool | None:
    """Return whether an extension is granted; None where a policy must say so first."""
    if extension.land is extension.applicant:
        return extension.land
    match policies.difficult_area_of:
        case DifficultAreaOf.LAND:
            return extension.land
        case DifficultAreaOf.APPLICANT:
            return extension.applicant
        case DifficultAreaOf.UNDECLARED:
            return None
