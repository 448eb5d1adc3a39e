"""The end of a time limit with every day on the way to it (vết tính thời hạn), as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tthc_rules.diagnostics import Message
from tthc_rules.engine.calendar import (
    QUESTIONS,
    Day,
    Due,
    Moment,
    Provisional,
    Say,
    Step,
    Trace,
    Undecided,
    What,
)
from tthc_rules.model.calendar import Calendar, ListedDay
from tthc_rules.model.quantities import TimeLimit
from tthc_rules.model.text import Text, day_text
from tthc_rules.report.messages import both
from tthc_rules.report.stretches import Stretch, Weeks, stretches


@dataclass(frozen=True, slots=True)
class Counted:
    """One counted time limit, ready to be told (một lần tính thời hạn).

    Attributes:
        limit: The time limit; `extension` what may be added to it.
        received: When the dossier arrived, as it was taken.
        trace: The answer and its grounds.
        assumed: A moment was given as a day alone and taken as the opening of offices.
        late: Where the time of arrival was not given: the last office minute of the day, and
            what is due then; None where that is the same.
    """

    calendar: Calendar
    limit: TimeLimit
    received: datetime
    trace: Trace
    extension: TimeLimit | None = None
    assumed: bool = False
    late: tuple[datetime, Due] | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The days on the way, what one day did said once."""
        steps = self.trace.steps
        return tuple(s for n, s in enumerate(steps) if n == 0 or s != steps[n - 1])


def lines(counted: Counted) -> Iterator[Text]:
    """Yield the answer, the question, every day, and every policy that had a say."""
    trace = counted.trace
    yield _headline(trace.answer)
    yield from _question(counted)
    if isinstance(trace.answer, Provisional):
        yield _said("due/provisional")
    if isinstance(trace.answer, Undecided):
        yield _coverage(counted.calendar)
    yield from _under("due/steps", _days(counted))
    yield from _under("due/policies", (line for say in trace.says for line in _policy(say)))


def end_text(end: Due) -> Text:
    """Return an end as people say it: `hết thứ Ba 24/11/2026`, `16:00 thứ Ba 24/11/2026`."""
    match end:
        case Day(day=day):
            return _said("due/end.day", day=_day(day))
        case Moment(at=at):
            return _at(at)
        case Provisional(end=inner):
            return _said("due/end.provisional", end=end_text(inner))
        case Undecided():
            return _said("due/end.undecided")


def _headline(answer: Due) -> Text:
    match answer:
        case Provisional(end=end):
            return _said("due/answer.provisional", end=end_text(end))
        case Undecided(reason=reason):
            why = _said(f"due/undecided.{reason.value}")
            return _said("due/answer.undecided", reason=why)
        case _:
            return _said("due/answer", end=end_text(answer))


def _question(counted: Counted) -> Iterator[Text]:
    limit = counted.limit.text()
    if counted.extension is not None:
        more = counted.extension.text()
        limit = Text(f"{limit.vi} + {more.vi}", f"{limit.en} + {more.en}")
    yield _said("due/question", limit=limit, at=_at(counted.received))
    if counted.assumed:
        opens = _clock(counted.calendar.office_hours[0].start)
        yield _said("due/no-time", time=opens)
    if counted.late is not None:
        at, end = counted.late
        yield _said("due/no-time.matters", time=f"{at:%H:%M}", end=end_text(end))
    start = counted.trace.received
    if start is not None and start.at != counted.received:
        yield _said("due/counted-from", at=_at(start.at))


def _coverage(calendar: Calendar) -> Text:
    last = day_text(calendar.until - timedelta(days=1))
    return _said("due/coverage", start=day_text(calendar.first), last=last)


def _days(counted: Counted) -> Iterator[Text]:
    """Yield one line for each stretch of days that went one way."""
    start, steps = counted.trace.received, counted.steps
    if start is not None and steps and steps[0].part is None:
        first = start.at.date()
        if first < steps[0].day:
            yield _said("due/line.reception", days=_day(first))
    number = 0
    for stretch in stretches(steps):
        yield _explained(_line(stretch, number), _reason(stretch, counted.calendar))
        number += len(stretch.counted)


def _line(stretch: Stretch | Weeks, number: int) -> Text:
    days = _range(stretch.steps[0].day, stretch.steps[-1].day)
    if isinstance(stretch, Weeks):
        rest = _list(_said(f"due/weekday.{weekday}") for weekday in stretch.rest)
        return _said("due/line.weeks", days=days, number=_numbers(number, stretch), rest=rest)
    if stretch.minutes:
        hours = ", ".join(_session(step) for step in stretch.first)
        key = "due/line.hours-each" if stretch.is_several_days else "due/line.hours"
        return _said(key, days=days, hours=hours, time=_length(stretch.minutes))
    if stretch.what is What.COUNTED:
        return _said("due/line.counted", days=days, number=_numbers(number, stretch))
    what = _said(f"due/step.{stretch.what.value}")
    return _said("due/line.other", days=days, what=what)


def _numbers(before: int, stretch: Stretch | Weeks) -> str:
    first, last = before + 1, before + len(stretch.counted)
    return str(first) if first == last else f"{first}–{last}"


def _reason(stretch: Stretch | Weeks, calendar: Calendar) -> Text | None:
    step = stretch.steps[0]
    if step.listed is not None:
        return _listed(step.listed)
    if step.works is None:
        beyond = step.what is What.UNSETTLED
        return _said("due/why.beyond" if beyond else "due/why.harmless")
    weekly = step.works is False and step.day.isoweekday() in calendar.weekly_rest
    return _said("due/why.weekly-rest") if weekly and step.what in _SKIPPED else None


_SKIPPED = frozenset({What.DAY_OFF, What.ROLLED})


def _listed(listed: ListedDay) -> Text:
    """Return what a calendar says of a day: what it is called, by which notice, how sure."""
    kind = _said(f"due/kind.{listed.kind.value}")
    parts = [_said("due/why.listed", kind=kind, name=listed.name) if listed.name else kind]
    if listed.pair is not None:
        parts.append(_said("due/why.pair", day=_day(listed.pair)))
    if listed.basis:
        parts.append(_said("due/why.basis", basis=listed.basis))
    if listed.status.value == "estimated":
        parts.append(_said("due/why.estimated"))
    if not listed.verified:
        parts.append(_said("due/why.unverified"))
    return _list(parts)


def _explained(line: Text, why: Text | None) -> Text:
    return line if why is None else _said("due/line.explained", line=line, why=why)


def _policy(say: Say) -> Iterator[Text]:
    question = QUESTIONS[say.policy]
    answer = _said(f"policy/{say.policy}.{say.value}")
    title = _said(f"policy/{say.policy}")
    yield _said("due/policy", question=title, name=say.policy, value=say.value, answer=answer)
    source: Text | str = question.source or _said("due/policy.no-source")
    confidence = _said(f"due/confidence.{question.confidence.value}")
    if say.value == question.default:
        yield _inner(_said("due/policy.default", source=source, confidence=confidence))
    else:
        key, default = "due/policy.chosen", question.default
        yield _inner(_said(key, default=default, source=source, confidence=confidence))
    for value, end in say.otherwise:
        other = _said(f"policy/{say.policy}.{value}")
        yield _inner(_said("due/policy.otherwise", value=value, answer=other, end=end_text(end)))


def _range(first: date, last: date) -> Text:
    return _day(first) if first == last else _said("due/days", first=_day(first), last=_day(last))


def _day(day: date) -> Text:
    weekday = _said(f"due/weekday.{day.isoweekday()}")
    return _said("due/day", weekday=weekday, day=day_text(day))


def _at(at: datetime) -> Text:
    return _said("due/end.moment", time=f"{at:%H:%M}", day=_day(at.date()))


def _session(step: Step) -> str:
    return f"{_clock(step.part.start)}–{_clock(step.part.end)}" if step.part else ""


def _length(minutes: int) -> Text:
    number, unit = (minutes // 60, "hours") if minutes % 60 == 0 else (minutes, "minutes")
    return _said(f"due/{unit}.one" if number == 1 else f"due/{unit}", n=str(number))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _list(parts: Iterable[Text]) -> Text:
    found: Sequence[Text] = tuple(parts)
    return Text(", ".join(part.vi for part in found), ", ".join(part.en for part in found))


def _under(heading: str, inner: Iterable[Text]) -> Iterator[Text]:
    found = tuple(inner)
    if found:
        yield _said(heading)
        yield from map(_inner, found)


def _inner(line: Text) -> Text:
    return Text(f"  {line.vi}", f"  {line.en}")


def _said(key: str, **values: Text | str) -> Text:
    return both(Message(key, values))
