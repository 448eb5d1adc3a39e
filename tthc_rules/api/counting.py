"""`due`: when a time limit ends, counted day by day (tính ngày hết hạn)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from typing import Final

from tthc_rules import library
from tthc_rules.api.settings import Settings
from tthc_rules.api.workspace import load, open_workspace
from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.engine import calendar as calendars
from tthc_rules.engine.calendar.policies import DifficultAreaOf
from tthc_rules.loading import Document, Schemas
from tthc_rules.model.calendar import Calendar
from tthc_rules.model.quantities import DayKind, TimeLimit, parse_time_limit
from tthc_rules.model.text import Text
from tthc_rules.report import due, due_json
from tthc_rules.spelling import nearest

PLACES: Final = ("land", "applicant")
"""What may lie in a difficult area (vùng khó khăn): the land, the applicant's home."""

_DECISIVE: Final = {DifficultAreaOf.LAND: "land", DifficultAreaOf.APPLICANT: "applicant"}
"""Whose area counts alone where a policy says so; the other need not be known then."""

_NUMBER: Final = re.compile(r"0*([0-9]+(?:[.,][0-9]+)?)\b")
_KINDS: Final = (
    DayKind.WORKING_DAY,
    DayKind.DAY,
    DayKind.WORKING_HOUR,
    DayKind.HOUR,
    DayKind.MONTH,
)


@dataclass(frozen=True, slots=True)
class DueQuestion:
    """What is to be counted, in the user's words (điều cần tính).

    A moment is a datetime, Vietnamese where it has no offset; a plain date says that the time
    is not known, and the opening of offices is taken.

    Attributes:
        received: When the complete dossier arrived.
        limit: The time limit as a text writes it.
        calendars: Files and folders with calendars; empty for those of the workspace.
        policies: Answers to what the law leaves open, beside those of the settings.
        events: Names of events, each with its moment; a name may stand more than once.
        extension: What is added in a difficult area.
        difficult: For `land` and `applicant`, whether it lies in one.
    """

    received: date
    limit: str
    calendars: tuple[str, ...] = ()
    policies: Mapping[str, str] | None = None
    events: tuple[tuple[str, date], ...] = ()
    extension: str | None = None
    difficult: Mapping[str, bool] | None = None


@dataclass(frozen=True, slots=True)
class DueResult:
    """The end of a time limit with its grounds (ngày hết hạn kèm vết tính).

    Attributes:
        lines: The answer first, then every day; empty where the question is wrong.
        json: The same as JSON.
        found: The question can be understood, and there is a calendar.
        decided: The calendar names one end.
        unopened: A calendar could not be opened.
        findings: What is wrong with the question or with the calendars.
    """

    lines: tuple[Text, ...]
    json: str
    found: bool
    decided: bool
    unopened: bool
    findings: tuple[Finding, ...]


def count(question: DueQuestion, settings: Settings) -> DueResult:
    """Return when a time limit ends, with every day on the way to it.

    The answer depends on no clock: neither the day of the run nor that of the law matters.
    """
    calendar, findings, unopened = _calendar(question, settings)
    asking = _Asking(question, settings)
    counted = asking.counted(calendar)
    said = (*findings, *asking.problems)
    if counted is None or any(finding.code == "file/missing" for finding in findings):
        return DueResult((), "null\n", False, False, unopened, said)
    decided = not isinstance(counted.trace.answer, calendars.Undecided)
    rendered = due_json.render(counted)
    return DueResult(tuple(due.lines(counted)), rendered, True, decided, unopened, said)


def _calendar(
    question: DueQuestion, settings: Settings
) -> tuple[Calendar | None, tuple[Finding, ...], bool]:
    """Return the calendar to count with, what is wrong with it, and whether all was opened."""
    if question.calendars:
        loaded = load(question.calendars, Schemas.from_texts(library.schema_texts()))
        documents: Sequence[Document] = loaded.documents
        entries = tuple(one for one in documents if one.kind == "calendar")
    else:
        own = settings.folders("data") or ((settings.folder,) if settings.file else ())
        received = question.received
        day = received.date() if isinstance(received, datetime) else received
        workspace, loaded = open_workspace(settings, day, own)
        documents = loaded.documents
        entries = workspace.of_kind("calendar")
    calendar, said = calendars.decode(entries)
    files = {entry.file for entry in entries}
    if question.calendars:
        files |= {one.span.file for one in loaded.findings if one.span is not None}
        files -= {one.file for one in documents if one.kind != "calendar"}
    read = (one for one in loaded.findings if one.span is not None and one.span.file in files)
    return calendar, (*read, *said), bool(question.calendars) and loaded.unopened


class _Asking:
    """Turns the user's words into what the engine counts; what cannot be becomes a problem."""

    def __init__(self, question: DueQuestion, settings: Settings) -> None:
        self._question = question
        self._asked = {**settings.policies, **(question.policies or {})}
        self.problems: list[Finding] = []

    def counted(self, calendar: Calendar | None) -> due.Counted | None:
        """Return the counted limit, None where the question has a mistake."""
        question = self._question
        limit = self._limit(question.limit)
        added = None if question.extension is None else self._limit(question.extension)
        policies, said = calendars.parse_policies(self._asked)
        self.problems.extend(said)
        extension = self._extension(added, policies)
        if calendar is None:
            self._report("due/no-calendar")
        waits = self._waits(calendar)
        if self.problems or calendar is None or limit is None:
            return None
        received = _moment(question.received, calendar)
        trace = calendars.explain(
            calendar, received, limit, policies, waits=waits, extension=extension
        )
        counted = due.Counted(calendar, limit, _local(received), trace, added)
        moments = (question.received, *(at for _, at in question.events))
        if all(isinstance(at, datetime) for at in moments):
            return counted
        last = calendar.office_hours[-1].end - 1
        late = datetime.combine(question.received, time(*divmod(last, 60)))
        other = calendars.due(calendar, late, limit, policies, waits=waits, extension=extension)
        is_open = not isinstance(question.received, datetime) and other != trace.answer
        return due.Counted(
            calendar,
            limit,
            counted.received,
            trace,
            added,
            True,
            (late, other) if is_open else None,
        )

    def _limit(self, text: str) -> TimeLimit | None:
        limit = parse_time_limit(text.strip())
        if limit is None:
            near = nearest(text.strip(), _notations(text))
            remedy = Message("due/bad-limit.near", {"near": near}) if near else None
            self._report("due/bad-limit", {"text": text}, remedy)
        return limit

    def _extension(
        self, added: TimeLimit | None, policies: calendars.Policies
    ) -> calendars.Extension | None:
        difficult = dict(self._question.difficult or {})
        if self._question.extension is None:
            if difficult:
                self._report("due/difficult-alone")
            return None
        decisive = _DECISIVE.get(policies.difficult_area_of)
        if decisive in difficult:
            difficult = {name: difficult.get(name, difficult[decisive]) for name in PLACES}
        missing = [name for name in PLACES if name not in difficult]
        for name in missing:
            self._report("due/difficult-missing", {"name": name})
        if added is None or missing:
            return None
        return calendars.Extension(added, difficult["land"], difficult["applicant"])

    def _waits(self, calendar: Calendar | None) -> tuple[calendars.Wait, ...]:
        known = {kind.value: kind for kind in calendars.EventKind}
        events = []
        for name, at in self._question.events:
            kind = known.get(name)
            if kind is None:
                near = nearest(name, known)
                remedy = Message("due/unknown-event.near", {"near": near}) if near else None
                values = {"name": name, "names": ", ".join(known)}
                self._report("due/unknown-event", values, remedy)
            elif calendar is not None:
                events.append(calendars.Event(_moment(at, calendar), kind))
        try:
            return calendars.waits_of(events)
        except ValueError:
            self._report("due/lone-completion")
            return ()

    def _report(
        self, key: str, values: Mapping[str, Text | str] | None = None, near: Message | None = None
    ) -> None:
        """Report a problem; its remedy is `near`, or the standing one of the key."""
        said = dict(values or {})
        remedy = near or Message(f"{key}.help", said)
        self.problems.append(Finding(key, Severity.ERROR, None, Message(key, said), remedy))


def _moment(at: date, calendar: Calendar) -> datetime:
    """Return a moment as given; of a plain date, the opening of offices."""
    if isinstance(at, datetime):
        return at
    return datetime.combine(at, time(*divmod(calendar.office_hours[0].start, 60)))


def _local(at: datetime) -> datetime:
    """Return a moment in Vietnamese time, without offset."""
    return at if at.tzinfo is None else at.astimezone(calendars.VIETNAM).replace(tzinfo=None)


def _notations(text: str) -> Iterator[str]:
    """Yield every way of writing a time limit with the number that stands in `text`."""
    yield from ("trong ngày", "same day")
    number = _NUMBER.search(text)
    if number is None:
        return
    for kind in _KINDS:
        for amount in (1, 2):
            written = TimeLimit(kind, Fraction(amount)).text()
            for one in (written.vi, written.en):
                notation = f"{number[1]} {one.partition(' ')[2]}"
                if parse_time_limit(notation) is not None:
                    yield notation
