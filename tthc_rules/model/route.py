"""Inter-agency routes (quy trình liên thông): who handles a dossier, in which order, how long.

A route is a graph of steps. How a route runs, and what may be wrong with it, is the engine's
business; here it is only described.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from tthc_rules.model.quantities import TimeLimit
from tthc_rules.model.validity import ALWAYS, Validity
from tthc_rules.model.values import Refused

END: Final = "end"
"""The name that a transition gives to the end of the route; no step bears it."""

COUNTRY: Final = "VN"
"""The territory that contains every other."""


class Level(Enum):
    """The level of an agency (cấp), or the applicant."""

    APPLICANT = "applicant"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    CENTRAL = "central"


class Role(Enum):
    """What a step is for (vai trò của bước)."""

    FILE = "file"
    RECEIVE = "receive"
    PROCESS = "process"
    CONSULT = "consult"
    APPROVE = "approve"
    RETURN_RESULT = "return-result"
    SUPPLEMENT = "supplement"


class Outcome(Enum):
    """How a step ends (kết cục của bước)."""

    DONE = "done"
    SUPPLEMENT = "supplement"
    REFUSE = "refuse"
    RETURN = "return"
    WITHDRAW = "withdraw"
    STOP = "stop"

    @property
    def gives_up_branches(self) -> bool:
        """Whether every other branch is given up when a step ends this way."""
        return self not in (Outcome.DONE, Outcome.SUPPLEMENT)


class OnlineLevel(Enum):
    """How far a service runs online (mức độ dịch vụ công trực tuyến)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency or the applicant as owner of steps (cơ quan, đơn vị).

    Attributes:
        territory: Identity of the territory it acts in.
        exists: The days on which it exists.
        part_of: The agency whose unit it is; a unit counts as its parent too.
    """

    id: str
    level: Level
    territory: str
    exists: Validity = ALWAYS
    part_of: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """One way on from a step (chuyển bước).

    Attributes:
        to: Id of a step, or `END`.
        channel: The only channel in which the transition exists; None for all.
        when: A condition in words that is not interpreted: either may happen.
    """

    to: str
    on: Outcome
    channel: str | None = None
    when: str | None = None

    def exists_in(self, channel: str) -> bool:
        """Return whether a dossier filed by `channel` can take the transition."""
        return self.channel is None or self.channel == channel

    @property
    def is_conditional(self) -> bool:
        """Whether a channel or a condition tells the transition from its neighbours."""
        return self.channel is not None or self.when is not None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a route (bước).

    Attributes:
        owner: Id of the agency that carries it out.
        duration: Its time; None when none is stated, `REFUSED` when it could not be read.
        presence: Whether the applicant must come in person.
        splits: `done` starts all its `done` transitions at once (rẽ nhánh song song).
        joins: It waits for `done` from every transition that names it so (chờ đủ nhánh).
    """

    id: str
    owner: str
    role: Role
    next: tuple[Transition, ...]
    duration: TimeLimit | Refused | None = None
    presence: bool = False
    splits: bool = False
    joins: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """Steps that a table puts under one label with one time limit (giai đoạn).

    `limit` is `REFUSED` when it could not be read.
    """

    id: str
    steps: tuple[str, ...]
    limit: TimeLimit | Refused


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a dossier through the agencies (quy trình liên thông).

    Attributes:
        receives: Agency that receives the dossier and returns the result (đơn vị tiếp nhận).
        decides: Agency with authority to decide (cơ quan có thẩm quyền quyết định).
        prepares: Agency that must prepare the decision, where one must (cơ quan tham mưu).
        start: Id of the first step.
        agencies: At least the agencies named here that are known, with all their parents.
    """

    territory: str
    receives: str
    decides: str
    start: str
    steps: tuple[Step, ...]
    agencies: tuple[Agency, ...]
    prepares: str | None = None
    online: OnlineLevel = OnlineLevel.NONE
    phases: tuple[Phase, ...] = ()


def contains_by_segments(outer: str, inner: str) -> bool:
    """Return whether dotted territory `outer` is `inner` or contains it (`XX` has `XX.001`).

    Segments are compared whole: `X.1` does not contain `X.10`. `VN` contains every territory.
    """
    segments = outer.split(".")
    return outer == COUNTRY or inner.split(".")[: len(segments)] == segments
