"""What a question can get for an answer (kết quả): answer, gap, conflict, missing facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from tthc_rules.model.law import Key, LegalValue


class Status(Enum):
    """Why a norm that was considered does not give the answer (trạng thái). A closed list."""

    NO_NORM = "no_norm"
    OTHER_TERRITORY = "other_territory"
    NOT_YET = "not_yet"
    ENDED = "ended"
    SUSPENDED = "suspended"
    BASE_NOT_IN_FORCE = "base_not_in_force"
    CONDITION_FALSE = "condition_false"
    CONDITION_UNKNOWN = "condition_unknown"
    REJECTED = "rejected"
    SWITCHED_OFF = "switched_off"
    DEFEATED = "defeated"
    NOT_CHOSEN = "not_chosen"
    BOUND = "bound"
    UNFILLED = "unfilled"
    NO_EFFECT = "no_effect"


class Fault(Enum):
    """What is out of order among the norms considered (bất thường). A closed list."""

    WRONG_TERRITORY = "wrong_territory"
    WRONG_ISSUER = "wrong_issuer"
    WRONG_LEVEL = "wrong_level"
    WRONG_DIRECTION = "wrong_direction"
    OVER_BOUND = "over_bound"
    UNDER_BOUND = "under_bound"
    OUTSIDE_SET = "outside_set"
    NO_DELEGATION = "no_delegation"
    BEYOND_COMPETENCE = "beyond_competence"
    NOT_NORMATIVE = "not_normative"
    BASE_NOT_IN_FORCE = "base_not_in_force"
    DELEGATION_UNFILLED = "delegation_unfilled"
    UNDECLARED_OVERLAP = "undeclared_overlap"
    CYCLE = "cycle"
    PUBLICATION_DRIFT = "publication_drift"
    PUBLICATION_WITHOUT_NORM = "publication_without_norm"
    TERRITORY_NOT_IN_FORCE = "territory_not_in_force"


@dataclass(frozen=True, slots=True)
class Irregularity:
    """One thing out of order, with the norms, texts or publications it concerns."""

    fault: Fault
    norms: frozenset[Key] = frozenset()
    instruments: frozenset[Key] = frozenset()
    publications: frozenset[Key] = frozenset()

    def sort_key(self) -> tuple[str, list[str], list[str], list[str]]:
        """Return what puts irregularities in their printed order."""
        return (
            self.fault.value,
            sorted(self.norms),
            sorted(self.instruments),
            sorted(self.publications),
        )


@dataclass(frozen=True, slots=True)
class SetAside:
    """A norm that was considered and does not give the answer.

    Attributes:
        by: Norms or texts that explain the status: what defeats it, repeals it …
        day: The first or last day that explains it, where a day does.
        fault: For a rejected norm, on what ground.
    """

    norm: Key
    status: Status
    by: tuple[Key, ...] = ()
    day: date | None = None
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """What a budget pays beside the amount due (hỗ trợ), in đồng."""

    amount: LegalValue
    cites: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One value, and every norm that gave it (trả lời)."""

    value: LegalValue
    cites: tuple[Key, ...]
    set_aside: tuple[SetAside, ...]
    irregularities: tuple[Irregularity, ...]
    support: Support | None = None
    unseen: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """No norm gives a value (khoảng trống pháp lý)."""

    set_aside: tuple[SetAside, ...]
    irregularities: tuple[Irregularity, ...]
    cites: tuple[Key, ...] = ()
    unseen: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Norms that give differing values, with nothing to decide between them (xung đột)."""

    norms: tuple[Key, ...]
    values: tuple[LegalValue, ...]
    set_aside: tuple[SetAside, ...]
    irregularities: tuple[Irregularity, ...]
    cites: tuple[Key, ...] = ()
    unseen: tuple[Key, ...] = ()


class Cause(Enum):
    """Why no answer is given though no norm is missing (lý do chưa kết luận)."""

    OPEN = "open"
    TOO_MANY = "too-many"
    UNREADABLE = "unreadable"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class MissingFacts:
    """What has to be known first (thiếu dữ kiện); nothing is guessed.

    Attributes:
        names: Facts, `channel`, `case`, `event.x`, `territory`, `norm:x.value`,
            `instrument:x.force`.
        cause: `OPEN`: each name changes the outcome. `TOO_MANY`: the names leave more
            possibilities than are examined. `UNREADABLE`: the texts named speak of what is
            asked and could not be read. `ORDER`: `pairs` of values whose order hangs on the
            day.
        open_norms: The norms considered, each with every status some possibility gives it.
    """

    names: tuple[str, ...]
    cause: Cause = Cause.OPEN
    pairs: tuple[tuple[LegalValue, LegalValue], ...] = ()
    open_norms: tuple[tuple[Key, tuple[str, ...]], ...] = ()
    unseen: tuple[Key, ...] = ()


Resolution: TypeAlias = "Answer | Gap | Conflict | MissingFacts"


@dataclass(frozen=True, slots=True)
class Considered:
    """What a receipt shows beside question and answer (phần xem xét của vết suy luận).

    Attributes:
        stand_ins: Texts some of whose fields stand in for unseen ones, with their names.
        unverified: Norms considered that nobody verified.
        unreadable: Name and reason of what could not be read and may concern the question.
        body: The members of the receipt's JSON object that the question does not change.
    """

    stand_ins: tuple[tuple[Key, tuple[str, ...]], ...]
    unverified: tuple[Key, ...]
    unreadable: tuple[tuple[str, str], ...]
    body: str
