"""Questions about time limits that the law leaves open, and the answers chosen (chính sách).

Each question has a name, a default and a ground; nothing in counting is decided silently.
What the values mean, in words, stands in the messages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum
from types import MappingProxyType
from typing import Final

from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.spelling import nearest


class ReceptionOutsideHours(Enum):
    """Reception outside office hours (tiếp nhận ngoài giờ làm việc)."""

    NEXT_WORKING_MOMENT = "next_working_moment"
    AS_RECORDED = "as_recorded"


class ReceptionDay(Enum):
    """Whether the day of reception counts (ngày tiếp nhận)."""

    NOT_COUNTED = "not_counted"
    COUNTED = "counted"


class Cutoff(Enum):
    """What a reception after 15:00 does (mốc 15 giờ)."""

    NONE = "none"
    AFTER_1500_NEXT_WORKING_DAY = "after_1500_next_working_day"


class FractionStart(Enum):
    """Where a limit below one working day begins (phần lẻ của ngày)."""

    FROM_RECEPTION = "from_reception"
    NEXT_WORKING_DAY = "next_working_day"


class SwapWorkDay(Enum):
    """What a worked rest day of a swap is (ngày làm bù)."""

    WORKING = "working"
    REST = "rest"


class SaturdayReception(Enum):
    """What reception hours on a Saturday do (tiếp nhận sáng thứ Bảy)."""

    RECEPTION_ONLY = "reception_only"
    IGNORED = "ignored"
    HALF_DAY_HOURS = "half_day_hours"


class EndOnRestDay(Enum):
    """What becomes of an end on a day off (kết thúc vào ngày nghỉ)."""

    NEXT_WORKING_DAY = "next_working_day"
    STAYS = "stays"


class ClockHoursEnd(Enum):
    """What becomes of plain hours that end on a day off (thời hạn tính bằng giờ)."""

    AS_COMPUTED = "as_computed"
    NEXT_WORKING_DAY = "next_working_day"


class SupplementEffect(Enum):
    """What a request for supplement does (yêu cầu bổ sung hồ sơ)."""

    RESET = "reset"
    PAUSE = "pause"


class WaitEffect(Enum):
    """Whether a wait stops the clock (thời gian chờ)."""

    RUNS = "runs"
    PAUSES = "pauses"


class PauseUnit(Enum):
    """In what a stopped clock is measured (đơn vị tạm dừng)."""

    WHOLE_DAYS = "whole_days"
    WORKING_MINUTES = "working_minutes"


class ExtensionRoll(Enum):
    """How often a limit with an extension leaves days off (gia hạn và ngày nghỉ)."""

    ONCE = "once"
    EACH = "each"


class DifficultAreaOf(Enum):
    """Whose area grants an extension (vùng khó khăn)."""

    UNDECLARED = "undeclared"
    LAND = "land"
    APPLICANT = "applicant"


class DayLimitEndsAt(Enum):
    """When the last day of a limit is over (thời điểm kết thúc ngày)."""

    MIDNIGHT = "midnight"
    OFFICE_CLOSE = "office_close"


@dataclass(frozen=True, slots=True)
class Policies:
    """One answer to each question that the law leaves open (bộ chính sách tính thời hạn).

    The defaults are those of `QUESTIONS`, where each has its ground.
    """

    reception_outside_hours: ReceptionOutsideHours = ReceptionOutsideHours.NEXT_WORKING_MOMENT
    reception_day: ReceptionDay = ReceptionDay.NOT_COUNTED
    same_day_cutoff: Cutoff = Cutoff.AFTER_1500_NEXT_WORKING_DAY
    multi_day_cutoff: Cutoff = Cutoff.NONE
    fraction_start: FractionStart = FractionStart.FROM_RECEPTION
    swap_work_day: SwapWorkDay = SwapWorkDay.WORKING
    saturday_reception: SaturdayReception = SaturdayReception.RECEPTION_ONLY
    end_on_rest_day: EndOnRestDay = EndOnRestDay.NEXT_WORKING_DAY
    clock_hours_end: ClockHoursEnd = ClockHoursEnd.AS_COMPUTED
    supplement_effect: SupplementEffect = SupplementEffect.RESET
    opinion_wait: WaitEffect = WaitEffect.RUNS
    payment_wait: WaitEffect = WaitEffect.PAUSES
    pause_unit: PauseUnit = PauseUnit.WHOLE_DAYS
    extension_roll: ExtensionRoll = ExtensionRoll.ONCE
    difficult_area_of: DifficultAreaOf = DifficultAreaOf.UNDECLARED
    day_limit_ends_at: DayLimitEndsAt = DayLimitEndsAt.MIDNIGHT

    def __hash__(self) -> int:
        """Hash by two answers alone: policies are part of the key of every cache."""
        return hash((self.reception_outside_hours.value, self.supplement_effect.value))


DEFAULT: Final = Policies()


class Confidence(Enum):
    """How sure the ground of a default is (độ chắc chắn)."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


@dataclass(frozen=True, slots=True)
class Question:
    """One open question (vấn đề còn bỏ ngỏ), for the receipt and the reference.

    Attributes:
        name: Its name in the settings.
        default: The value taken where the settings are silent.
        values: All values, as the settings write them.
        source: The ground of the default, as people write it; empty where none was found.
        confidence: How sure that ground is.
    """

    name: str
    default: str
    values: tuple[str, ...]
    source: str
    confidence: Confidence


_GROUNDS: Final[Mapping[str, tuple[str, Confidence]]] = {
    "reception_outside_hours": ("87/2021/TT-BTC Điều 10", Confidence.MEDIUM),
    "reception_day": ("91/2015/QH13 Điều 147 khoản 2 và khoản 3", Confidence.HIGH),
    "same_day_cutoff": (
        "60/2014/QH13 Điều 5 khoản 3; 23/2015/NĐ-CP Điều 7",
        Confidence.HIGH,
    ),
    "multi_day_cutoff": ("61/2018/NĐ-CP Điều 18", Confidence.LOW),
    "fraction_start": ("91/2015/QH13 Điều 147 khoản 1; 1114/QĐ-UBND", Confidence.LOW),
    "swap_work_day": ("", Confidence.MEDIUM),
    "saturday_reception": ("", Confidence.LOW),
    "end_on_rest_day": ("91/2015/QH13 Điều 148 khoản 5", Confidence.MEDIUM),
    "clock_hours_end": ("91/2015/QH13 Điều 147 khoản 1", Confidence.LOW),
    "supplement_effect": ("61/2018/NĐ-CP Điều 19 khoản 4", Confidence.MEDIUM),
    "opinion_wait": ("61/2018/NĐ-CP Điều 19 khoản 3 và khoản 5", Confidence.MEDIUM),
    "payment_wait": ("", Confidence.LOW),
    "pause_unit": ("", Confidence.LOW),
    "extension_roll": ("", Confidence.LOW),
    "difficult_area_of": ("", Confidence.LOW),
    "day_limit_ends_at": ("91/2015/QH13 Điều 148 khoản 6", Confidence.HIGH),
}


def values_of(name: str) -> Mapping[str, Enum]:
    """Return the values of a question, by the word the settings use."""
    return {member.value: member for member in type(getattr(DEFAULT, name))}


QUESTIONS: Final[Mapping[str, Question]] = MappingProxyType(
    {
        field.name: Question(
            name=field.name,
            default=getattr(DEFAULT, field.name).value,
            values=tuple(values_of(field.name)),
            source=_GROUNDS[field.name][0],
            confidence=_GROUNDS[field.name][1],
        )
        for field in fields(Policies)
    }
)
"""Every open question by name, in the order of `Policies`."""


def parse(values: Mapping[str, str]) -> tuple[Policies, tuple[Finding, ...]]:
    """Return the policies that settings name, the defaults elsewhere, and what is wrong.

    A name or a value that does not exist is a finding and leaves the default. Findings
    point at the name within `values`; where that stands in a file the caller knows.
    """
    chosen = DEFAULT
    findings: list[Finding] = []
    for name, value in values.items():
        if name not in QUESTIONS:
            findings.append(_unknown("calendar/unknown-policy", name, name, QUESTIONS))
        elif value not in (known := values_of(name)):
            findings.append(_unknown("calendar/unknown-policy-value", name, value, known))
        else:
            chosen = with_answer(chosen, name, known[value])
    return chosen, tuple(findings)


def with_answer(policies: Policies, name: str, value: Enum) -> Policies:
    """Return `policies` with one question answered otherwise.

    Raises:
        TypeError: The value does not belong to that question.
    """
    if type(getattr(policies, name)) is not type(value):
        raise TypeError(f"{value} does not answer {name}")
    answers = {field.name: getattr(policies, field.name) for field in fields(policies)}
    return Policies(**(answers | {name: value}))


def _unknown(code: str, name: str, written: str, known: Mapping[str, object]) -> Finding:
    near = nearest(written, known)
    remedy = f"{code}.help.near" if near else f"{code}.help"
    return Finding(
        code=code,
        severity=Severity.ERROR,
        span=None,
        message=Message(code, {"policy": name, "value": written}),
        help=Message(remedy, {"near": near or "", "known": ", ".join(known)}),
        pointer=(name,),
        facts=(name, written),
    )
