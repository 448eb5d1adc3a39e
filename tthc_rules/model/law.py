"""Norms, the texts that set them, and the question put to them (quy phạm, văn bản).

Every identity is an opaque key: nothing orders norms or texts by it. Dates are half-open:
`start` counts, `end` does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

from tthc_rules.model.conditions import ALWAYS_MET, Condition, Constant
from tthc_rules.model.quantities import Money, Rate, TimeLimit
from tthc_rules.model.validity import ALWAYS, Validity

Key: TypeAlias = str
"""The opaque name of an instrument or of a norm, unique in a world."""


class OnlineLevel(Enum):
    """How far a procedure runs online (mức độ trực tuyến): none, một phần, toàn trình."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


@dataclass(frozen=True, slots=True, order=True)
class Share:
    """The part of an amount that a budget pays (tỷ lệ hỗ trợ), from 0 to 1."""

    part: Fraction

    def __post_init__(self) -> None:
        if not 0 <= self.part <= 1:
            raise ValueError("a share lies between 0% and 100%")


@dataclass(frozen=True, slots=True)
class PartialDong:
    """An amount of money that is no whole number of đồng (số tiền lẻ).

    The law says nothing about rounding, so nothing is rounded here.
    """

    dong: Fraction


class Measure(Enum):
    """What a number of a norm counts (đại lượng)."""

    WORKING_DAY = "working_day"
    DAY = "day"
    WORKING_HOUR = "working_hour"
    HOUR = "hour"
    MONTH = "month"
    SAME_DAY = "same_day"
    UNSTATED = "unstated"
    MONEY = "vnd"
    COUNT = "count"
    LEVEL = "level"
    RATE = "rate"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Unseen:
    """A value whose text was seen while its amount was not (chưa rõ mức)."""

    measure: Measure


LegalValue: TypeAlias = "TimeLimit | Money | PartialDong | int | OnlineLevel | Rate | Share"


class Form(Enum):
    """What a norm does to its attribute (dạng quy phạm)."""

    VALUE = "value"
    CEILING = "ceiling"
    FLOOR = "floor"
    RATE = "rate"
    WAIVER = "waiver"
    SUPPORT = "support"
    DELEGATION = "delegation"
    SWITCH_OFF = "switch_off"


class Nature(Enum):
    """What a text is by its nature, whatever its type (tính chất).

    A plan or a publication sets no norm; an administrative act fills slots at most.
    """

    NORMATIVE = "normative"
    ADMINISTRATIVE = "administrative"
    PUBLICATION = "publication"
    PLAN = "plan"


class Direction(Enum):
    """Where a slot may be filled to (chiều): not above, not below, anywhere, within a set."""

    LE = "le"
    GE = "ge"
    ANY = "any"
    IN = "in"


class RelationKind(Enum):
    """What one text does to another (quan hệ giữa các văn bản).

    `amends`, `supplements` and `follows` are recorded and change no answer by themselves:
    what they change stands in norms.
    """

    REPLACES = "replaces"
    REPEALS = "repeals"
    SUSPENDS = "suspends"
    KEEPS = "keeps"
    AMENDS = "amends"
    SUPPLEMENTS = "supplements"
    FOLLOWS = "follows"


class Combine(Enum):
    """How several amounts become one (cách gộp)."""

    UNIQUE = "unique"
    SMALLEST = "smallest"
    MOST_FAVOURABLE = "most_favourable"
    SUM = "sum"


class Favourable(Enum):
    """Which of two amounts is better for the citizen (chiều có lợi)."""

    LESS = "less"
    MORE = "more"


class ModifierPolicy(Enum):
    """How several modifiers of one amount are treated (cách áp dụng miễn, giảm)."""

    UNIQUE = "unique"
    MOST_FAVOURABLE = "most_favourable"


@dataclass(frozen=True, slots=True)
class AttributePolicy:
    """How answers about one attribute are put together (chính sách của thuộc tính).

    `applies_by` names the events of which the earliest gives the applicable day.
    """

    applies_by: tuple[str, ...] = ("reception",)
    combine: Combine = Combine.UNIQUE
    favourable: Favourable = Favourable.LESS
    modifiers: ModifierPolicy = ModifierPolicy.UNIQUE


@dataclass(frozen=True, slots=True)
class Subject:
    """What a norm speaks of (đối tượng): every list given must hold what is asked.

    `everything` says that no list narrows it; what one of `exceptions` reaches is taken out.
    """

    procedures: tuple[str, ...] | None = None
    sectors: tuple[str, ...] | None = None
    charges: tuple[str, ...] | None = None
    everything: bool = False
    exceptions: tuple[Subject, ...] = ()

    def reaches(self, procedure: str | None, sector: str | None, charge: str | None) -> bool:
        """Return whether the subject holds a procedure, its sector and a charge."""
        return (
            (self.procedures is None or procedure in self.procedures)
            and (self.sectors is None or sector in self.sectors)
            and (self.charges is None or charge in self.charges)
            and not any(item.reaches(procedure, sector, charge) for item in self.exceptions)
        )


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who makes texts (cơ quan ban hành).

    `kind` is its class (`hdnd`), `level` its level (`province`); `predecessors` are the
    bodies it was declared the successor of.
    """

    id: str
    kind: str
    level: str
    territory: str
    predecessors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rank:
    """The rank of one type of text during a period (thứ bậc hiệu lực).

    A higher number is a higher rank. Not `normative`: an administrative decision.
    """

    type: str
    rank: int
    normative: bool = True
    validity: Validity = ALWAYS


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a delegation addresses (chủ thể được giao); what is None is left open."""

    kind: str | None = None
    level: str | None = None
    issuers: tuple[str, ...] | None = None

    def names_body(self, issuer: Issuer) -> bool:
        """Return whether class and list fit, whatever the level."""
        return (self.kind is None or self.kind == issuer.kind) and (
            self.issuers is None or issuer.id in self.issuers
        )

    def addresses(self, issuer: Issuer) -> bool:
        """Return whether `issuer` is meant."""
        return self.names_body(issuer) and (self.level is None or self.level == issuer.level)


@dataclass(frozen=True, slots=True)
class Delegation:
    """A slot that another may fill (giao quyền, uỷ quyền quy định).

    `by` is the day by which it is to be filled, `default` what holds until then.
    """

    to: Addressee
    direction: Direction = Direction.ANY
    choices: tuple[LegalValue, ...] | None = None
    least: LegalValue | None = None
    most: LegalValue | None = None
    default: LegalValue | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Bases:
    """The amounts a modifier changes (căn cứ của miễn, giảm): norms and whole texts."""

    norms: tuple[Key, ...] = ()
    instruments: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Norm:
    """One thing that a text sets (quy phạm).

    Attributes:
        key: Opaque and unique in a world.
        subject: None only with `of`: then it reaches what the norms named there reach.
        value: None where the form brings none; `Unseen` where the text was seen alone.
        bound_is_default: The bound holds as the value while nobody set one.
        validity: Its own days, inside those of its text.
        applies_by: The events of its own transitional clause; None: those of the text.
        defects: Parts that could not be read; each is an unknown named `norm:<key>.<part>`.
    """

    key: Key
    attribute: str
    form: Form
    subject: Subject | None
    value: LegalValue | Unseen | None = None
    when: Condition = ALWAYS_MET
    territory: str | None = None
    validity: Validity = ALWAYS
    applies_by: tuple[str, ...] | None = None
    bound_is_default: bool = False
    delegation: Delegation | None = None
    fills: Key | None = None
    exception_to: tuple[Key, ...] = ()
    of: Bases | None = None
    follows_replacement: bool = False
    verified: bool = True
    at: str = ""
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """What a text does to another text, or to some of its norms (quan hệ).

    Attributes:
        norms: The norms of the target it reaches; None: all.
        start: First day of its effect; None: the first day of the text that makes it.
        until: First day without effect; only suspensions and keepings end.
        under: The norm whose slot the kept norms fill from then on.
    """

    kind: RelationKind
    target: Key
    norms: tuple[Key, ...] | None = None
    start: date | None = None
    until: date | None = None
    under: Key | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal text (văn bản).

    Attributes:
        key: Opaque and unique in a world; `number` and `issuer` are what people know it by.
        promulgated: The day it was signed, or what stands in for it; None when not known.
        force: The days it is in force; None when that is not known.
        recorded: When the register learned of it; None: on the day of promulgation, and
            always where that is not known either.
        applies_by: The events of its transitional clause; None: those of the attribute.
        nature: What it is whatever its type; None: what the rank table says of the type.
        stand_ins: Names of fields whose value stands in for one that was not seen.
    """

    key: Key
    number: str
    issuer: str
    type: str
    promulgated: date | None
    force: Validity | None
    territory: str
    norms: tuple[Norm, ...] = ()
    relations: tuple[Relation, ...] = ()
    recorded: date | None = None
    applies_by: tuple[str, ...] | None = None
    verified: bool = True
    nature: Nature | None = None
    stand_ins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicationEvidence:
    """What was announced for a procedure (bản công bố): evidence, never a norm."""

    key: Key
    procedure: str
    attribute: str
    value: LegalValue
    validity: Validity
    channel: str | None = None
    case: str | None = None
    territory: str | None = None
    charge: str | None = None
    recorded: date | None = None


@dataclass(frozen=True, slots=True)
class FactDomain:
    """The values a fact can take (miền giá trị).

    `values` lists them all; None leaves the fact open, and `whole` says that it then is a
    whole number.
    """

    values: tuple[Constant, ...] | None = None
    whole: bool = False


NO_FACTS: Mapping[str, Constant | None] = MappingProxyType({})
NO_EVENTS: Mapping[str, date | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Query:
    """One question: what does the law give here, on that day (câu hỏi).

    Attributes:
        facts: What is known; a name that is absent or None is unknown.
        events: Days of the events; absent: unknown, None: did not happen.
        known_on: Answer with what was recorded on that day; None: with everything.
    """

    attribute: str
    procedure: str | None = None
    sector: str | None = None
    charge: str | None = None
    case: str | None = None
    channel: str | None = None
    territory: str = "VN"
    facts: Mapping[str, Constant | None] = field(default_factory=lambda: NO_FACTS)
    events: Mapping[str, date | None] = field(default_factory=lambda: NO_EVENTS)
    known_on: date | None = None
